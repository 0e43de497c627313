"""Files that are never left half-written, and JSON that is never trusted blindly."""

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
    text = json.dumps({"kind": f"course_utils.{kind}", **content}, ensure_ascii=False, indent=1)
    write_texts({path: f"{text}\n"})


def write_texts(texts):
    """Write several text files: each beside its place first; once all are written, they move.

    Parameters
    ----------
    texts : dict
        Path to text. Files are UTF-8, with line ends as they stand in the text.

    Raises
    ------
    FileNotFoundError
        If one of the places cannot be written to. Nothing is moved before all are written.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> folder = TemporaryDirectory()
    >>> write_texts({Path(folder.name) / "a.txt": "one", Path(folder.name) / "b.txt": "two"})
    >>> sorted(path.name for path in Path(folder.name).iterdir())
    ['a.txt', 'b.txt']
    """
    contents = {Path(path): text.encode() for path, text in texts.items()}
    parts = {path: path.with_name(f"{path.name}.{os.getpid()}.part") for path in contents}
    try:
        try:
            for path, content in contents.items():
                if path.is_dir():
                    raise IsADirectoryError("it is a folder, not a file name")
                if path.exists() and not os.access(path, os.W_OK):
                    raise PermissionError("the file is read-only")
                parts[path].write_bytes(content)
            for path, part in parts.items():
                os.replace(part, path)
        finally:
            for part in parts.values():
                part.unlink(missing_ok=True)
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
