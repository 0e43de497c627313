"""Slips in a small made-up set: which are caught, which survive, which never end."""

import nbformat
import pytest
from mutate_checks import main, stems_of, try_set

SOLUTION = '''
def total(numbers, start=0):
    """The sum of the numbers."""
    ### BEGIN SOLUTION
    while len(numbers) != 0:
        start = start + numbers[0]
        numbers = numbers[1:]
    return start
    ### END SOLUTION
'''
CHECK = """
with check("90.1 total"):
    assert total([2, 3]) == 5, "2 and 3 make 5"
    ### BEGIN HIDDEN TESTS
    {hidden}
    ### END HIDDEN TESTS
"""


def notebook(solution, check):
    cells = [nbformat.v4.new_code_cell("from course_utils.checks import check")]
    for kind, source in (("solution", solution), ("check", check)):
        cell = nbformat.v4.new_code_cell(source, metadata={"nbgrader": {"grade_id": kind}})
        cell.metadata.nbgrader.grade_id = f"ex-90-1-{kind}"
        cells.append(cell)
    return nbformat.v4.new_notebook(cells=cells)


@pytest.fixture
def course(tmp_path):
    """A course of one exercise; returns what makes it with the given tests and equal slips."""

    def make(hidden="pass", equal="", solution=SOLUTION):
        for folder, check in (
            ("solutions", CHECK.format(hidden=hidden)),
            ("exercises", CHECK.partition("    ### BEGIN")[0]),
        ):
            (tmp_path / folder).mkdir()
            nbformat.write(notebook(solution, check), tmp_path / folder / "90_small.ipynb")
        (tmp_path / "tests").mkdir()
        (tmp_path / "tests" / "equal_slips.toml").write_text(equal, encoding="utf-8")
        return tmp_path

    return make


def test_slips_are_caught_by_the_visible_check_or_the_hidden_tests(course):
    root = course("assert total([]) == 0")
    found = {slip.change: how for slip, how in try_set("90_small", root, seconds=1)}
    assert found["start + numbers[0] -> start - numbers[0]"] == "visible"
    assert found["len(numbers) != 0 -> len(numbers) == 0"] == "visible"
    assert "0 -> 1" in found, "a number in the loop"
    assert all(not change.startswith("start=") for change in found), "the given line is no slip"


def test_a_slip_that_never_ends_is_caught(course):
    begin, end = SOLUTION.partition("    while")[0], "\n    ### END SOLUTION\n"
    loop = "    left = 3\n    while left > 0:\n        left = left - 1\n    return sum(numbers)"
    root = course(solution=begin + loop + end)
    found = {slip.change: how for slip, how in try_set("90_small", root, seconds=0.5)}
    assert found["left - 1 -> left + 1"] == "visible"


def test_an_unlisted_survivor_is_named_and_a_listed_one_is_not(course, capsys):
    kept = SOLUTION.replace("return start", "return start * 1.0")
    root = course(solution=kept)
    assert main(["90"], root) == 1
    printed = capsys.readouterr().out
    assert "survived: 90.1  return start * 1.0" in printed
    assert "start * 1.0 -> start / 1.0" in printed


def test_the_equal_ones_are_listed_with_their_line(course, capsys):
    kept = SOLUTION.replace("return start", "return start * 1.0")
    line = 'exercise = "90.1"\nline = "return start * 1.0"\n'
    change = 'change = "start * 1.0 -> start / 1.0"\nreason = "by 1"\n'
    root = course(solution=kept, equal=f"[[equal]]\n{line}{change}")
    assert main(["90_small"], root) == 0, capsys.readouterr().out
    assert "1 equal, 0 survived" in capsys.readouterr().out


def test_few_slips_are_spread_over_the_solution_and_the_same_each_time(course):
    root = course()
    few = [slip for slip, _ in try_set("90_small", root, most=2, seconds=1)]
    assert len(few) == 2 and few[0].line.startswith("while") and few[1].line != few[0].line
    assert few == [slip for slip, _ in try_set("90_small", root, most=2, seconds=1)]


def test_an_unknown_set_is_named_in_one_sentence(course, capsys):
    assert main(["77"], course()) == 2
    error = capsys.readouterr().err.strip()
    assert error == "no exercise set is called '77'; there are 90_small"


def test_sets_are_known_by_name_and_beginning(course):
    root = course()
    assert stems_of(["90"], root) == stems_of(["90_small.ipynb"], root) == stems_of([], root)
