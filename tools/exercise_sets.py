"""Run an exercise set cell by cell, without a kernel, with any answer in a solution's place.

``solved("10_conv1d_smoothing")`` runs a set of ``solutions/`` once and keeps, at each exercise,
the namespace as it was before the solution. ``verdict(exercise, answer)`` is then what a check
prints when this answer stands there. The tests and ``mutate_checks.py`` are built on it.
"""

import ast
import contextlib
import copy
import io
import linecache
import tempfile
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import matplotlib
import nbformat
import numpy as np
import pandas as pd
from IPython.core.inputtransformer2 import TransformerManager

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402

ROOT = Path(__file__).parent.parent


@dataclass
class Exercise:
    """One exercise: its cells, the namespace before them, and the cells after them.

    ``learner_check`` is the check without hidden tests; ``printed`` is what ``check``
    printed for the solution; ``outputs`` are those of the whole set, for each cell
    what it printed and what is stored under it.
    """

    number: str
    solution: str = field(repr=False)
    stub: str = field(repr=False)
    check: str = field(repr=False)
    learner_check: str = field(repr=False)
    before: dict = field(repr=False)
    rest: list = field(repr=False)
    folder: str
    outputs: list = field(repr=False)
    printed: str = ""


def code_cells(folder, stem, root=ROOT):
    """The code cells of a notebook, in order."""
    notebook = nbformat.read(root / folder / f"{stem}.ipynb", as_version=4)
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def grade_id(cell):
    """A cell's nbgrader id, such as "ex-10-2-check"; empty for other cells."""
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def numbers_of(stem, root=ROOT):
    """The exercises of a set by their check cells: "10.2" for ex-10-2-check."""
    ids = [grade_id(cell) for cell in code_cells("solutions", stem, root)]
    return [i[3:-6].replace("-", ".") for i in ids if i.startswith("ex-") and i.endswith("-check")]


def plain(source):
    """A cell as Python alone: the first one may hold ``%pip``."""
    return TransformerManager().transform_cell(source)


def run(source, namespace, folder):
    """Run one cell in a working folder of its own; return what it printed."""
    name = f"<cell {abs(hash(source))}>"
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    printed = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(printed):
        exec(compile(plain(source), name, "exec", dont_inherit=True), namespace)
    plt.close("all")
    return printed.getvalue()


def copy_of(namespace):
    """A namespace whose data can be changed without harm to the original's."""
    data = (np.ndarray, np.random.Generator, pd.DataFrame, pd.Series)
    plain_data = (list, dict, set)  # copied one level deep: they may hold models

    def fresh(value):
        if isinstance(value, plain_data):
            return copy.copy(value)
        return copy.deepcopy(value) if isinstance(value, data) else value

    return {name: fresh(value) for name, value in namespace.items()}


@lru_cache(maxsize=1)
def solved(stem, root=ROOT):
    """Run a set with its solutions; return its exercises by number."""
    learner = {grade_id(cell): cell.source for cell in code_cells("exercises", stem, root)}
    cells = code_cells("solutions", stem, root)
    source_of = {grade_id(cell): cell.source for cell in cells}
    folder = tempfile.TemporaryDirectory()
    namespace, exercises, outputs = {"__name__": "__main__", "_folder": folder}, {}, []
    for place, cell in enumerate(cells):
        kind, name = grade_id(cell).rpartition("-")[2], grade_id(cell)[3:].rpartition("-")[0]
        number = name.replace("-", ".")
        if kind == "solution":
            exercises[number] = Exercise(
                number=number,
                solution=cell.source,
                stub=learner[f"ex-{name}-solution"],
                check=source_of[f"ex-{name}-check"],
                learner_check=learner[f"ex-{name}-check"],
                before=copy_of(namespace),
                rest=[later.source for later in cells[place + 2 :]],
                folder=folder.name,
                outputs=outputs,
            )
        printed = run(cell.source, namespace, folder.name)
        stored = "".join(part.text for part in cell.outputs if part.output_type == "stream")
        outputs.append((printed, stored))
        if kind == "check":
            exercises[number].printed = printed
    return exercises


def verdict(exercise, answer, hidden=False):
    """What the check prints when this answer stands in the solution's place."""
    namespace = copy_of(exercise.before)
    run(answer, namespace, exercise.folder)
    check = exercise.check if hidden else exercise.learner_check
    return run(check, namespace, exercise.folder)


def verdicts_to_the_end(exercise, answer):
    """What the set prints from here on with this answer, where a later cell calls it.

    With hidden tests. Where no later cell calls what the exercise defines, that is its own
    check alone.
    """
    defined = {getattr(node, "name", None) for node in ast.parse(plain(exercise.solution)).body}
    later = [ast.walk(ast.parse(plain(source))) for source in exercise.rest]
    called = {node.id for nodes in later for node in nodes if isinstance(node, ast.Name)}
    namespace = copy_of(exercise.before)
    run(answer, namespace, exercise.folder)
    cells = [exercise.check, *(exercise.rest if defined & called else [])]
    return "".join(run(source, namespace, exercise.folder) for source in cells)
