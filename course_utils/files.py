"""Small JSON files that are never left half-written and never trusted blindly."""

import json
import os
from pathlib import Path


def write_json(path, kind, content):
    """Write ``content`` to ``path`` in one move: a failure leaves the old file whole.

    Parameters
    ----------
    path : str or Path
        Where to; the folder must exist.
    kind : str
        What the file holds, such as ``"Scaler"``; `read_json` asks for it again.
    content : dict
        Anything JSON can hold.

    Raises
    ------
    FileNotFoundError
        If the place cannot be written to.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> folder = TemporaryDirectory()
    >>> write_json(Path(folder.name) / "a.json", "Scaler", {"clip": False})
    >>> read_json(Path(folder.name) / "a.json", "Scaler")
    {'clip': False}
    """
    path = Path(path)
    text = json.dumps({"kind": f"course_utils.{kind}", **content}, ensure_ascii=False, indent=1)
    encoded = f"{text}\n".encode()
    temporary = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        if path.is_dir():
            raise IsADirectoryError("it is a folder, not a file name")
        try:
            temporary.write_bytes(encoded)
            os.replace(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileNotFoundError(
            f"cannot write {path}: {reason}. Name a file in a folder that exists "
            "and that you may write to."
        ) from error


def read_json(path, kind):
    """Read back what `write_json` wrote under the same ``kind``.

    Parameters
    ----------
    path : str or Path
    kind : str
        What the file must hold.

    Returns
    -------
    dict
        The content as it was given to `write_json`.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    ValueError
        If the file is damaged or holds something else.

    Examples
    --------
    >>> read_json("no_such_file.json", "Scaler")
    Traceback (most recent call last):
    FileNotFoundError: there is no file no_such_file.json; save one first, or check the name
    """
    path = Path(path)
    if not path.is_file():
        raise FileNotFoundError(f"there is no file {path}; save one first, or check the name")
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path} is not readable JSON ({error}); save it again") from error
    found = content.pop("kind", None) if isinstance(content, dict) else None
    if found != f"course_utils.{kind}":
        raise ValueError(
            f"{path} does not hold a {kind} (its kind is {found!r}); "
            f"use a file written by {kind}.save"
        )
    return content
