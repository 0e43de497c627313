"""Each check tells right answers, untouched stubs and plausible mistakes apart.

Every set of ``solutions/`` is run once, cell by cell, without a kernel. At each exercise
the namespace as it was before the solution is kept, so that a stub or a wrong answer can
take the solution's place in front of the check that the learner gets.
"""

import ast
import contextlib
import copy
import io
import linecache
import re
import runpy
import tempfile
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import matplotlib
import nbformat
import numpy as np
import pandas as pd
import pytest
from IPython.core.inputtransformer2 import TransformerManager

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402

ROOT = Path(__file__).parent.parent
STEMS = sorted(path.stem for path in (ROOT / "solutions").glob("*.ipynb"))


@dataclass
class Exercise:
    """One exercise: its cells as the learner gets them, and what came before it."""

    number: str
    solution: str = field(repr=False)
    stub: str = field(repr=False)
    learner_check: str = field(repr=False)
    before: dict = field(repr=False)
    folder: str
    printed: str = ""


def code_cells(folder, stem):
    notebook = nbformat.read(ROOT / folder / f"{stem}.ipynb", as_version=4)
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def grade_id(cell):
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def numbers_of(stem):
    """The exercises of a set by their check cells: "10.2" for ex-10-2-check."""
    ids = [grade_id(cell) for cell in code_cells("solutions", stem)]
    return [i[3:-6].replace("-", ".") for i in ids if i.startswith("ex-") and i.endswith("-check")]


def wrong_answers(stem):
    path = ROOT / "tests" / "wrong_answers" / f"{stem}.py"
    return runpy.run_path(str(path))["WRONG"] if path.exists() else []


def run(source, namespace, folder):
    """Run one cell in a working folder of its own; return what it printed."""
    name = f"<cell {abs(hash(source))}>"
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    printed = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(printed):
        plain = TransformerManager().transform_cell(source)  # the first cell may hold %pip
        exec(compile(plain, name, "exec", dont_inherit=True), namespace)
    plt.close("all")
    return printed.getvalue()


def copy_of(namespace):
    """A namespace whose data can be changed without harm to the original's."""
    data = (np.ndarray, pd.DataFrame, pd.Series)
    return {
        name: copy.deepcopy(value) if isinstance(value, data) else value
        for name, value in namespace.items()
    }


@lru_cache(maxsize=1)
def solved(stem):
    """Run a set with its solutions; return its exercises by number."""
    learner = {grade_id(cell): cell.source for cell in code_cells("exercises", stem)}
    folder = tempfile.TemporaryDirectory()
    namespace, exercises = {"__name__": "__main__", "_folder": folder}, {}
    for cell in code_cells("solutions", stem):
        kind, number = grade_id(cell).rpartition("-")[2], grade_id(cell)[3:].rpartition("-")[0]
        if kind == "solution":
            exercises[number.replace("-", ".")] = Exercise(
                number.replace("-", "."),
                cell.source,
                learner[f"ex-{number}-solution"],
                learner[f"ex-{number}-check"],
                copy_of(namespace),
                folder.name,
            )
        printed = run(cell.source, namespace, folder.name)
        if kind == "check":
            exercises[number.replace("-", ".")].printed = printed
    return exercises


@pytest.fixture(autouse=True)
def not_strict(monkeypatch):
    monkeypatch.delenv("COURSE_STRICT", raising=False)


@pytest.fixture(
    scope="module",
    params=[(stem, number) for stem in STEMS for number in numbers_of(stem)],
    ids="-".join,
)
def exercise(request):
    stem, number = request.param
    return solved(stem)[number]


@pytest.fixture
def wrong(request, exercise):
    """The wrong answers to the exercise."""
    stem, number = request.node.callspec.params["exercise"]
    return [entry for entry in wrong_answers(stem) if entry["exercise"] == number]


def verdict(exercise, answer):
    """What the learner's check prints when this answer stands in the solution's place."""
    namespace = copy_of(exercise.before)
    run(answer, namespace, exercise.folder)
    return run(exercise.learner_check, namespace, exercise.folder)


def test_the_solution_passes_with_and_without_hidden_tests(exercise):
    for printed in (exercise.printed, verdict(exercise, exercise.solution)):
        assert printed.startswith(f"✓ {exercise.number}"), printed
        assert "✗" not in printed and "○" not in printed


def test_the_stub_is_not_attempted_yet(exercise):
    printed = verdict(exercise, exercise.stub)
    assert printed.startswith(f"○ {exercise.number}"), printed
    assert "not attempted yet" in printed


def test_each_wrong_answer_meets_its_hint(exercise, wrong):
    for entry in wrong:
        printed = verdict(exercise, entry["code"])
        assert printed.startswith("✗"), f"not caught: {entry['mistake']}\n{printed}"
        assert entry["hint"] in printed, f"another hint: {entry['mistake']}\n{printed}"


def test_there_are_two_wrong_answers_or_more(exercise, wrong):
    assert len(wrong) >= 2


def test_the_solution_sits_inside_a_function(exercise):
    """So that the stub's cell runs, and its check can say "not attempted yet"."""

    def stubs(tree):
        raised = [node.exc for node in ast.walk(tree) if isinstance(node, ast.Raise)]
        return {exc for exc in raised if getattr(exc, "id", "") == "NotImplementedError"}

    tree = ast.parse(exercise.stub)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert stubs(tree), "no stub: is the region marked BEGIN SOLUTION and END SOLUTION?"
    assert stubs(tree) == set().union(*map(stubs, functions))


def test_a_failing_check_raises_when_strict(exercise, monkeypatch):
    monkeypatch.setenv("COURSE_STRICT", "1")
    with pytest.raises(NotImplementedError):
        verdict(exercise, exercise.stub)


@pytest.mark.parametrize("stem", STEMS)
def test_a_set_has_four_to_six_exercises(stem):
    assert 4 <= len(numbers_of(stem)) <= 6


@pytest.mark.parametrize("stem", STEMS)
def test_each_exercise_has_hints_that_unfold_one_at_a_time(stem):
    cells = nbformat.read(ROOT / "exercises" / f"{stem}.ipynb", as_version=4).cells
    words = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    for task in re.split(r"^## ", words, flags=re.MULTILINE)[1:]:
        folds = re.findall(
            r"<details><summary>(.+?)</summary>\n\n.+?\n\n</details>", task, re.DOTALL
        )
        assert folds == [f"Hint {i + 1}" for i in range(len(folds))] and len(folds) >= 2, task
        assert len(folds) == task.count("<details"), f"a fold lacks its blank lines: {task}"


@pytest.mark.parametrize("stem", STEMS)
def test_each_check_follows_its_solution_is_locked_and_gives_points(stem):
    cells = code_cells("solutions", stem)
    graded = [grade_id(cell) for cell in cells if grade_id(cell)]
    assert len(graded) == len(set(graded)), "a grade id stands twice"
    for number in numbers_of(stem):
        assert number.startswith(f"{stem[:2]}.")
        at = [grade_id(cell) for cell in cells].index(f"ex-{number.replace('.', '-')}-check")
        assert grade_id(cells[at - 1]) == f"ex-{number.replace('.', '-')}-solution"
        check = cells[at].metadata["nbgrader"]
        assert check["grade"] and check["locked"] and check["points"] >= 1


@pytest.mark.parametrize("stem", STEMS)
def test_each_wrong_answer_names_an_exercise_that_exists(stem):
    assert {entry["exercise"] for entry in wrong_answers(stem)} <= set(numbers_of(stem))


@pytest.mark.parametrize("stem", STEMS)
def test_exercises_are_what_the_solutions_make(stem):
    pytest.importorskip("nbgrader", reason="needs nbgrader: pip install -e .[instructor]")
    build = runpy.run_path(str(ROOT / "tools" / "build_exercises.py"))["build"]
    built = build(ROOT / "solutions" / f"{stem}.ipynb")
    stored = (ROOT / "exercises" / f"{stem}.ipynb").read_text(encoding="utf-8")
    assert stored == built, "out of date: run python tools/build_exercises.py"


@pytest.mark.parametrize("folder", ["solutions", "exercises", "tests/wrong_answers"])
def test_each_lesson_has_a_set_and_each_set_a_lesson(folder):
    lessons = {path.stem for path in (ROOT / "notebooks").glob("*.ipynb")} - {"00_start_here"}
    assert {path.stem for path in (ROOT / folder).glob("[0-9]*.*")} == lessons
