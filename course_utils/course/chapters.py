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
        and ``outcome`` (what you can do afterwards); ``data`` where it needs a download.

    Examples
    --------
    >>> load_chapters()[10]["title"]
    'Conv1D smoothing'
    """
    text = Path(__file__).with_name("chapters.toml").read_text(encoding="utf-8")
    return [{"number": row["file"][:2], **row} for row in tomllib.loads(text)["chapter"]]


def missing_data(file):
    """Why a lesson cannot run on this machine: its data are not here.

    Parameters
    ----------
    file : str
        The stem of the lesson's notebook.

    Returns
    -------
    str
        The reason and what to do; empty where nothing is missing.

    Examples
    --------
    >>> missing_data("10_conv1d_smoothing")
    ''
    """
    needed = {chapter["file"]: chapter.get("data") for chapter in load_chapters()}
    if needed.get(file) == "tatoeba":
        from course_utils.datasets import find_tatoeba

        if find_tatoeba() is None:
            return 'needs the sentences of Tatoeba: load_tatoeba("download"), or set COURSE_DATA'
    return ""
