"""A learner's own copies: lessons without their answers, which no update overwrites.

The course's own notebooks keep their outputs, for the page and for the tests. Whoever learns works
in copies: a prediction is one only while the answer is not on the screen, and ``git pull`` never
meets what somebody typed.
"""

import hashlib
import json
from pathlib import Path

from course_utils._files import read_json, write_json, write_texts

ROOT = Path(__file__).parents[2]
#: What links inside the notebooks lead to, and so must lie at the same place beside them.
COPIED = ["notebooks/*.ipynb", "exercises/*.ipynb"]
COPIED += ["GLOSSARY.md", "INSTRUCTORS.md", "TROUBLESHOOTING.md"]
_RECORD = ".copied.json"


def copy_course(target, source=ROOT):
    """Copy lessons (without outputs), exercises and glossary; keep what a learner changed.

    A copy whose cells are as they were copied is brought up to date, its outputs or not: what
    it printed can be had again, what was typed cannot.

    Parameters
    ----------
    target : str or Path
        The folder of the copies; made where it is missing.
    source : str or Path
        The course's folder.

    Returns
    -------
    dict of str to str
        What became of each file, by its place: ``"new"``, ``"refreshed"``, ``"unchanged"``, or
        ``"yours"``, where a newer one of the course was left aside for what the learner typed.

    Raises
    ------
    FileNotFoundError
        If the source holds no course.
    OSError
        If the target cannot be written; every file is then as it was.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> folder = TemporaryDirectory()
    >>> results = copy_course(Path(folder.name) / "mine")
    >>> results["notebooks/10_conv1d_smoothing.ipynb"]
    'new'
    """
    target, source = Path(target), Path(source)
    files = sorted(path for pattern in COPIED for path in source.glob(pattern))
    if not any(path.suffix == ".ipynb" for path in files):
        raise FileNotFoundError(
            f"{source} holds no notebooks; run this in the course's folder, as it was cloned"
        )
    record = _recorded(target)
    results, written = {}, {}
    for path in files:
        place = path.relative_to(source).as_posix()
        text = path.read_text(encoding="utf-8")
        if place.startswith("notebooks/"):
            text = _without_outputs(text)
        results[place] = _what_becomes(target / place, _fingerprint(text), record.get(place))
        if results[place] in ("new", "refreshed"):
            written[target / place] = text
        if results[place] != "yours":
            record[place] = _fingerprint(text)
    for folder in {path.parent for path in written} | {target}:
        folder.mkdir(parents=True, exist_ok=True)
    write_texts(written)
    write_json(target / _RECORD, "copies", {"copied": record})
    return results


def report(results):
    """What `copy_course` did, in a sentence, and which files were left as the learner's.

    Parameters
    ----------
    results : dict
        Path to "new", "refreshed", "unchanged" or "yours".

    Returns
    -------
    str

    Examples
    --------
    >>> print(report({"notebooks/a.ipynb": "new", "notebooks/b.ipynb": "yours"}))
    1 new, 0 refreshed, 0 unchanged, 1 yours
    notebooks/b.ipynb has changed in the course, too; yours stays. Rename it to get the new one.
    """
    counts = list(results.values())
    kinds = ("new", "refreshed", "unchanged", "yours")
    lines = [", ".join(f"{counts.count(kind)} {kind}" for kind in kinds)]
    lines += [
        f"{place} has changed in the course, too; yours stays. Rename it to get the new one."
        for place, result in results.items()
        if result == "yours"
    ]
    return "\n".join(lines)


def _recorded(target):
    """The fingerprints of what was copied last time; none where there is no readable record."""
    try:
        return read_json(target / _RECORD, "copies")["copied"]
    except (OSError, ValueError, KeyError):
        return {}  # every copy that differs then counts as the learner's


def _what_becomes(path, offered, copied):
    if not path.exists():
        return "new"
    found = _fingerprint(path.read_text(encoding="utf-8", errors="replace"))
    if found == offered:
        return "unchanged"
    if found == copied:
        return "refreshed"
    return "unchanged" if offered == copied else "yours"


def _fingerprint(text):
    """A hash of what was typed: a notebook's cells without their outputs, or the text itself."""
    try:
        cells = json.loads(text)["cells"]
        text = json.dumps([[cell["cell_type"], "".join(cell["source"])] for cell in cells])
    except (ValueError, TypeError, KeyError):
        pass  # no notebook, or a damaged one: its text as it is
    return hashlib.sha256(text.encode()).hexdigest()


def _without_outputs(text):
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
