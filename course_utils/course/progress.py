"""Which exercises pass: a table and a bar, read from your own notebooks.

In a terminal, in the course's folder: ``python -m course_utils progress``, or with a notebook
or a folder behind it. It reads what the checks had printed when you last saved a notebook; it
runs nothing, writes nothing and sends nothing.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_CHECK = re.compile(r"""^with check\((["'])(?P<name>.+?)\1\)""", re.MULTILINE)


@dataclass(frozen=True)
class Result:
    """One check of a notebook, and the line it had printed when the notebook was saved.

    Parameters
    ----------
    name : str
        Number and topic, such as ``"10.2 output length"``.
    points : int
    line : str
        What it printed; empty where it was not run.

    Examples
    --------
    >>> result = Result("10.2 output length", points=2, line="✓ 10.2 output length: passed")
    >>> result.state
    'passed'
    >>> print(Result("10.3 weights"))
    ○ 10.3 weights: not run yet, or not saved since
    """

    name: str
    points: int = 0
    line: str = ""

    @property
    def state(self):
        """``"passed"``, ``"failed"`` or ``"open"``: not attempted, or not run."""
        return {"✓": "passed", "✗": "failed"}.get(self.line[:1], "open")

    def __str__(self):
        return self.line or f"○ {self.name}: not run yet, or not saved since"


def read_notebook(path):
    """The checks of one notebook, in order.

    Parameters
    ----------
    path : str or Path
        A notebook, such as ``exercises/10_conv1d_smoothing.ipynb``.

    Returns
    -------
    list of Result
        Empty where the notebook holds no check.

    Raises
    ------
    OSError
        If the file is not there or may not be read.
    ValueError
        If it is no notebook, or one of another format than 4.

    Examples
    --------
    >>> import tempfile
    >>> cell = {
    ...     "cell_type": "code",
    ...     "metadata": {"nbgrader": {"points": 2}},
    ...     "source": ['with check("1.1 half"):', "    assert half(2) == 1"],
    ...     "outputs": [{"output_type": "stream", "text": ["✓ 1.1 half: passed"]}],
    ... }
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "01.ipynb"
    ...     _ = path.write_text(json.dumps({"nbformat": 4, "cells": [cell]}), encoding="utf-8")
    ...     read_notebook(path)
    [Result(name='1.1 half', points=2, line='✓ 1.1 half: passed')]
    """
    content = Path(path).read_bytes()
    try:
        notebook = json.loads(content)
        version = notebook["nbformat"]
        if version == 4:
            # Of a copied check the last counts, as it does when nbgrader grades.
            found = [result for cell in notebook["cells"] for result in _check_of(cell)]
            return list({result.name: result for result in found}.values())
    except (ValueError, TypeError, KeyError, AttributeError):
        raise ValueError(
            "this is no notebook, or it was cut off while it was saved; "
            "take an earlier copy, or the course's own again"
        ) from None
    raise ValueError(
        f"this notebook is of format {version}, and 4 is needed; "
        "open it in JupyterLab, save it there, and try again"
    )


def _check_of(cell):
    """The check of a cell, if it holds one."""
    found = _CHECK.search("".join(cell["source"]))
    if cell["cell_type"] != "code" or not found:
        return
    printed = "".join("".join(output.get("text") or "") for output in cell["outputs"])
    # What the learner's own functions print may stand around the line of the check.
    line = re.search(rf"^[✓○✗] {re.escape(found['name'])}: .*", printed, re.MULTILINE)
    points = (cell["metadata"].get("nbgrader") or {}).get("points")
    points = points if isinstance(points, int | float) else 0
    yield Result(found["name"], points, line[0] if line else "")


def read_folder(path):
    """The checks of all notebooks in a folder and below it.

    Parameters
    ----------
    path : str or Path
        A folder, or one notebook. Notebooks without a check are passed over.

    Returns
    -------
    results : dict of str to list of Result
        By the notebook's name, as seen from the folder.
    troubles : list of str
        A sentence for each file or folder that could not be read.

    Examples
    --------
    >>> read_folder("no_such_folder")
    ({}, ['no_such_folder: No such file or directory'])
    """
    path, results, troubles = Path(path), {}, []
    try:
        files = _notebooks(path)
    except OSError as error:
        return {}, [f"{path}: {error.strerror}"]
    for file in files:
        try:
            found = read_notebook(file)
        except OSError as error:
            troubles.append(f"{file}: {error.strerror}")
        except ValueError as error:
            troubles.append(f"{file}: {error}")
        else:
            name = file.stem if file == path else file.relative_to(path).with_suffix("").as_posix()
            if found:
                results[name] = found
    return results, troubles


def _notebooks(path):
    """The file itself, or all notebooks below the folder but for Jupyter's own copies."""
    if not path.is_dir():
        return [path]
    next(path.iterdir(), None)  # raises where it may not be read; rglob would find nothing
    found = path.rglob("*.ipynb")
    return sorted(file for file in found if ".ipynb_checkpoints" not in file.parts)


def find_exercises(root=ROOT):
    """Where a learner's exercises are: the copies in ``my_course``, or else the course's own.

    Parameters
    ----------
    root : Path
        The course's folder.

    Returns
    -------
    Path

    Examples
    --------
    >>> find_exercises(Path("no_course")).as_posix()
    'no_course/exercises'
    """
    copies = root / "my_course" / "exercises"
    return copies if copies.is_dir() else root / "exercises"


def bar(share, width=10):
    """A share as a bar of text, full only where nothing is left to do.

    Parameters
    ----------
    share : float
        From 0 to 1.
    width : int
        Characters in all.

    Examples
    --------
    >>> bar(0.5)
    '█████░░░░░'
    >>> bar(0.99)
    '█████████░'
    """
    full = int(share * width)
    return "█" * full + "░" * (width - full)


def report(results):
    """The table, and which exercise is next; of a single notebook, each check as well.

    Parameters
    ----------
    results : dict of str to list of Result
        By the notebook's name, as from `read_folder`; no list is empty.

    Examples
    --------
    >>> first, second = Result("01.1 a", 2, "✓ 01.1 a: passed"), Result("01.2 b", 3)
    >>> print(report({"01_perceptron": [first], "06_scaling": [second]}))
                               passed  failed  open  points
    01_perceptron  ██████████  1 of 1       0     0  2 of 2
    06_scaling     ░░░░░░░░░░  0 of 1       0     1  0 of 3
    all            █████░░░░░  1 of 2       0     1  2 of 5
    <BLANKLINE>
    Next: 01.2 b, in 06_scaling
    """
    everything = _each_once(result for found in results.values() for result in found)
    rows = [("", "", "passed", "failed", "open", "points")]
    rows += [(name, *_figures(found)) for name, found in results.items()]
    if len(results) > 1:
        rows.append(("all", *_figures(everything)))
        lines = []
    else:
        lines = [*map(str, everything), ""]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [text.ljust(width) for text, width in zip(row[:2], widths[:2], strict=True)]
        cells += [text.rjust(width) for text, width in zip(row[2:], widths[2:], strict=True)]
        lines.append("  ".join(cells))
    unsolved = {result.name for result in everything if result.state != "passed"}
    left = [
        f"Next: {result.name}, in {name}"
        for name, found in results.items()
        for result in found
        if result.name in unsolved
    ]
    return "\n".join([*lines, "", left[0] if left else "All of them pass."])


def _each_once(results):
    """Each check once, though it may stand in a copy of its notebook too: solved where it is."""
    best = {}
    for result in results:
        if result.name not in best or result.state == "passed":
            best[result.name] = result
    return list(best.values())


def _figures(results):
    """Bar, passed, failed, open and points of some results, as text."""
    states = [result.state for result in results]
    passed = states.count("passed")
    earned = sum(result.points for result in results if result.state == "passed")
    return (
        bar(passed / len(states)),
        f"{passed} of {len(states)}",
        f"{states.count('failed')}",
        f"{states.count('open')}",
        f"{earned} of {sum(result.points for result in results)}",
    )
