"""Files that are never left half-written, and JSON that is never trusted blindly."""

import errno
import json
import os
import shutil
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

_REMEDIES = {
    errno.ENOSPC: "Free some room on the disk, then save again.",
    errno.EDQUOT: "Free some of your share of the disk, then save again.",
    errno.EACCES: "Name a file that you may write to, in a folder that you may write to.",
    errno.EROFS: "Name a file in a folder that you may write to.",
}


def write_bytes(contents):
    """Write files whole: all beside their places first, and only then each into its place.

    A reader meets the old file or the new one, never a part of either, however many write
    at once: each writer has a temporary place of its own. The mode of a file that was there
    is kept, and a link goes on pointing to the file it names. Where anything fails before the
    moves, every old file is as it was.

    Parameters
    ----------
    contents : dict
        Path to bytes; the folders must exist.

    Raises
    ------
    OSError
        The system's own (FileNotFoundError, PermissionError, ...), naming the file, with
        the remedy as a note.

    Examples
    --------
    >>> folder = TemporaryDirectory()
    >>> write_bytes({Path(folder.name) / "a": b"one", Path(folder.name) / "b": b"two"})
    >>> sorted(path.name for path in Path(folder.name).iterdir())
    ['a', 'b']
    """
    moves = []
    with ExitStack() as stack:
        try:
            for path, content in contents.items():
                place = Path(os.path.realpath(path))  # a link's target is what changes
                _refuse_unwritable(place)
                # A folder of its own: a unique name, and inside it the usual mode of a new file.
                aside = TemporaryDirectory(
                    dir=place.parent, prefix=".part-", ignore_cleanup_errors=True
                )
                part = Path(stack.enter_context(aside), "part")
                part.write_bytes(content)
                if place.exists():
                    shutil.copymode(place, part)
                moves.append((path, part, place))
            for path, part, place in moves:  # noqa: B007 (the error names it)
                os.replace(part, place)
        except OSError as error:
            # Named after the file, not after the temporary one; the number decides the type.
            named = OSError(error.errno, error.strerror, str(path))
            remedy = _REMEDIES.get(error.errno, "Name a file in a folder that exists.")
            named.add_note(f"cannot write {path}. {remedy}")
            raise named from None


def _refuse_unwritable(place):
    """What a move would replace all the same."""
    if place.exists() and not place.is_file():
        raise IsADirectoryError(errno.EISDIR, "it is a folder or a device, not a file")
    if place.exists() and not os.access(place, os.W_OK):
        raise PermissionError(errno.EACCES, "the file is read-only")


def write_texts(texts):
    """`write_bytes` for text, as UTF-8, with line ends as they stand in it.

    Parameters
    ----------
    texts : dict
        Path to text; the folders must exist.

    Raises
    ------
    OSError
        As in `write_bytes`.

    Examples
    --------
    >>> folder = TemporaryDirectory()
    >>> write_texts({Path(folder.name) / "a.txt": "où"})
    >>> (Path(folder.name) / "a.txt").read_bytes()
    b'o\\xc3\\xb9'
    """
    write_bytes({path: text.encode() for path, text in texts.items()})


def write_json(path, kind, content):
    """Write ``content`` to ``path`` as `write_bytes` does.

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
    OSError
        As in `write_bytes`.

    Examples
    --------
    >>> folder = TemporaryDirectory()
    >>> write_json(Path(folder.name) / "a.json", "Scaler", {"clip": False})
    >>> read_json(Path(folder.name) / "a.json", "Scaler")
    {'clip': False}
    """
    text = json.dumps({"kind": f"course_utils.{kind}", **content}, ensure_ascii=False, indent=1)
    write_texts({path: f"{text}\n"})


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
