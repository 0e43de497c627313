"""The chapters: number, title, prerequisites, minutes, and what a reader can do afterwards."""

import tomllib
from pathlib import Path


def load_chapters():
    """The course's chapters in order, from ``chapters.toml``.

    Returns
    -------
    list of dict
        ``number`` ("10"), ``file`` (the stem of its notebooks), ``title``, ``part``,
        ``needs`` (numbers of the chapters to read before), ``minutes`` to read and try,
        and ``outcome`` (what you can do afterwards).

    Examples
    --------
    >>> load_chapters()[10]["title"]
    'Conv1D smoothing'
    """
    text = Path(__file__).with_name("chapters.toml").read_text(encoding="utf-8")
    return [{"number": row["file"][:2], **row} for row in tomllib.loads(text)["chapter"]]
