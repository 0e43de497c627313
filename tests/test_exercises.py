"""Each check tells right answers, untouched stubs and plausible mistakes apart.

Every set of ``solutions/`` is run once, cell by cell, without a kernel (``exercise_sets``);
a stub, a wrong answer or a right one in another form then takes the solution's place.
"""

import ast
import re
import runpy

import nbformat
import pytest
from exercise_sets import (
    ROOT,
    code_cells,
    grade_id,
    numbers_of,
    solved,
    verdict,
    verdicts_to_the_end,
)

STEMS = sorted(path.stem for path in (ROOT / "solutions").glob("*.ipynb"))


def answers(kind, stem, number=None):
    """The answers in ``tests/wrong_answers`` or ``tests/right_answers`` to a set or exercise."""
    path = ROOT / "tests" / f"{kind}_answers" / f"{stem}.py"
    entries = runpy.run_path(str(path))[kind.upper()] if path.exists() else []
    return [entry for entry in entries if number in (None, entry["exercise"])]


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
    return answers("wrong", *request.node.callspec.params["exercise"])


@pytest.fixture
def right(request, exercise):
    """The right answers to the exercise that are written otherwise than its solution."""
    return answers("right", *request.node.callspec.params["exercise"])


def test_the_solution_passes_with_and_without_hidden_tests(exercise):
    for printed in (exercise.printed, verdict(exercise, exercise.solution)):
        assert printed.startswith(f"✓ {exercise.number}"), printed
        assert "✗" not in printed and "○" not in printed


def test_the_set_prints_what_is_stored_under_its_cells(exercise):
    for printed, stored in exercise.outputs:
        assert printed == stored, "out of date: run python tools/execute_lessons.py"


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


def test_each_right_answer_passes_here_and_wherever_it_is_called(exercise, right):
    """With hidden tests: who is right at the desk loses no points in the grade."""
    for entry in right:
        printed = verdicts_to_the_end(exercise, entry["code"])
        refused = "✗" in printed or not printed.startswith(f"✓ {exercise.number}")
        if refused and verdict(exercise, entry["code"]).startswith("✓"):
            printed += "(by hidden tests or a later exercise: its own visible check passes)"
        assert not refused, f"refused: {entry['form']}\n{printed}"


def test_there_are_three_right_answers_or_more(exercise, right):
    assert len(right) >= 3


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
@pytest.mark.parametrize("kind", ["wrong", "right"])
def test_each_answer_names_an_exercise_that_exists(stem, kind):
    assert {entry["exercise"] for entry in answers(kind, stem)} <= set(numbers_of(stem))


@pytest.mark.parametrize("stem", STEMS)
def test_exercises_are_what_the_solutions_make(stem):
    pytest.importorskip("nbgrader", reason="needs nbgrader: pip install -e .[instructor]")
    build = runpy.run_path(str(ROOT / "tools" / "build_exercises.py"))["build"]
    built = build(ROOT / "solutions" / f"{stem}.ipynb")
    stored = (ROOT / "exercises" / f"{stem}.ipynb").read_text(encoding="utf-8")
    assert stored == built, "out of date: run python tools/build_exercises.py"


@pytest.mark.parametrize(
    "folder", ["solutions", "exercises", "tests/wrong_answers", "tests/right_answers"]
)
def test_each_lesson_has_a_set_and_each_set_a_lesson(folder):
    lessons = {path.stem for path in (ROOT / "notebooks").glob("*.ipynb")} - {"00_start_here"}
    found = {path.stem for path in (ROOT / folder).glob("[0-9]*.*")}
    assert found == lessons
