"""A learner sees how far they are, from saved notebooks alone, whatever state these are in."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from course_utils.__main__ import main
from course_utils.course import progress
from course_utils.course.progress import bar, read_folder, read_notebook

ROOT = Path(__file__).parent.parent


def check_cell(name, printed=None, points=2):
    """A check as nbgrader releases it, with what it printed, if it was run."""
    cell = nbformat.v4.new_code_cell(f'with check("{name}"):\n    assert half(2) == 1')
    cell.metadata.nbgrader = {"grade": True, "points": points}
    if printed is not None:
        cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text=printed)]
    return cell


def save(path, *cells):
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=list(cells)), path)
    return path


@pytest.fixture
def mine(tmp_path):
    """A learner's folder: one set half done, one complete, one untouched."""
    save(
        tmp_path / "01_perceptron.ipynb",
        nbformat.v4.new_markdown_cell('with check("01.9 words"):'),
        check_cell("01.1 one unit", "✓ 01.1 one unit: passed\n", points=1),
        check_cell("01.2 at least k", "✗ 01.2 at least k: return the pair w, b\n"),
        check_cell("01.3 one correction", "○ 01.3 one correction: not attempted yet\n"),
        check_cell("01.4 the rule"),
    )
    save(tmp_path / "06_scaling.ipynb", check_cell("06.1 half", "✓ 06.1 half: passed\n", points=3))
    save(tmp_path / "07_categories.ipynb", check_cell("07.1 half"))
    return tmp_path


def test_each_state_is_read(mine):
    results = read_notebook(mine / "01_perceptron.ipynb")
    assert [result.state for result in results] == ["passed", "failed", "open", "open"]
    assert [result.points for result in results] == [1, 2, 2, 2]


def test_a_folder_gives_a_table_a_bar_and_what_is_next(mine, capsys):
    assert main(["progress", str(mine)]) == 0
    assert capsys.readouterr().out == (
        "                           passed  failed  open   points\n"
        "01_perceptron  ██░░░░░░░░  1 of 4       1     2   1 of 7\n"
        "06_scaling     ██████████  1 of 1       0     0   3 of 3\n"
        "07_categories  ░░░░░░░░░░  0 of 1       0     1   0 of 2\n"
        "all            ███░░░░░░░  2 of 6       1     3  4 of 12\n"
        "\n"
        "Next: 01.2 at least k, in 01_perceptron\n"
    )


def test_one_notebook_says_what_each_check_said(mine, capsys):
    assert main(["progress", str(mine / "01_perceptron.ipynb")]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(
        "✓ 01.1 one unit: passed\n"
        "✗ 01.2 at least k: return the pair w, b\n"
        "○ 01.3 one correction: not attempted yet\n"
        "○ 01.4 the rule: not run yet, or not saved since\n"
    )
    assert "01_perceptron  ██░░░░░░░░  1 of 4" in printed


def test_when_all_pass_nothing_is_next(mine, capsys):
    assert main(["progress", str(mine / "06_scaling.ipynb")]) == 0
    assert capsys.readouterr().out.endswith("\nAll of them pass.\n")


@pytest.mark.parametrize(
    ("printed", "state"),
    [
        ("my own print\n✓ 1.1 half: passed\n", "passed"),
        ("✓ all fine, I print\n✗ 1.1 half: no\nand more\n", "failed"),
        ("✓ 1.1 half, says my print: passed\n", "open"),
        ("", "open"),
    ],
)
def test_what_a_learner_prints_does_not_count(tmp_path, printed, state):
    path = save(tmp_path / "a.ipynb", check_cell("1.1 half", printed))
    assert [result.state for result in read_notebook(path)] == [state]


def test_a_check_that_raised_or_was_never_reached_is_read_too(tmp_path):
    raised, unreached = check_cell("1.1 half", "✗ 1.1 half: no\n"), check_cell("1.2 third")
    raised.outputs.append(nbformat.v4.new_output("error", ename="AssertionError", evalue="no"))
    unreached.outputs = [nbformat.v4.new_output("error", ename="NameError", evalue="check")]
    results = read_notebook(save(tmp_path / "a.ipynb", raised, unreached))
    assert [result.state for result in results] == ["failed", "open"]


def test_of_a_copied_check_the_last_counts(tmp_path):
    passed, failed = ("✓ 1.1 half: passed\n", "✗ 1.1 half: no\n")
    cells = check_cell("1.1 half", passed), check_cell("1.2 third"), check_cell("1.1 half", failed)
    results = read_notebook(save(tmp_path / "a.ipynb", *cells))
    assert [(result.name, result.state) for result in results] == [
        ("1.1 half", "failed"),
        ("1.2 third", "open"),
    ]


def test_a_copy_of_a_notebook_adds_nothing_to_the_whole(mine, capsys):
    solved = [check_cell(f"01.{n} {t}", f"✓ 01.{n} {t}: passed\n") for n, t in [(2, "at least k")]]
    save(mine / "01_perceptron-Copy1.ipynb", *solved)
    assert main(["progress", str(mine)]) == 0
    printed = capsys.readouterr().out
    assert "3 of 6" in printed and "Next: 01.3 one correction, in 01_perceptron\n" in printed


@pytest.mark.parametrize("note", [None, {}, {"points": None}, {"points": "2"}])
def test_points_that_are_none_count_nothing(tmp_path, note, capsys):
    cell = check_cell("1.1 half", "✓ 1.1 half: passed\n")
    cell.metadata.nbgrader = note
    assert main(["progress", str(save(tmp_path / "a.ipynb", cell))]) == 0
    assert "1 of 1       0     0  0 of 0" in capsys.readouterr().out


def test_notebooks_below_are_found_and_jupyters_copies_are_not(tmp_path):
    save(tmp_path / "01_perceptron" / "01_perceptron.ipynb", check_cell("01.1 half"))
    save(tmp_path / ".ipynb_checkpoints" / "a-checkpoint.ipynb", check_cell("01.1 half"))
    results, troubles = read_folder(tmp_path)
    assert list(results) == ["01_perceptron/01_perceptron"]
    assert not troubles


def test_the_bar_is_full_only_when_all_is_done():
    assert [bar(share, 4) for share in (0, 0.24, 0.25, 0.999, 1)] == [
        "░░░░", "░░░░", "█░░░", "███░", "████",
    ]  # fmt: skip


def test_every_set_of_the_course_is_understood():
    """The solutions, as stored, pass in full; the exercises are untouched."""
    solved, _ = read_folder(ROOT / "solutions")
    untouched, troubles = read_folder(ROOT / "exercises")
    assert not troubles
    assert untouched.keys() == {path.stem for path in ROOT.glob("exercises/*.ipynb")}
    for name, found in untouched.items():
        assert {result.state for result in found} == {"open"}, name
        assert {result.state for result in solved[name]} == {"passed"}, name
        assert [(r.name, r.points) for r in found] == [(r.name, r.points) for r in solved[name]]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "no notebook"),
        ('{"cells": [], "nbfor', "cut off"),
        ("[1, 2]", "no notebook"),
        ('{"nbformat": 4}', "no notebook"),
        ('{"nbformat": 4, "cells": [{"cell_type": "code"}]}', "no notebook"),
        ('{"nbformat": 4, "cells": null}', "no notebook"),
        (b"\xff\xfe\x00\x80", "no notebook"),
        ('{"nbformat": 3, "worksheets": []}', "format 3, and 4 is needed"),
        ('{"nbformat": 5, "cells": []}', "format 5, and 4 is needed"),
    ],
)
def test_a_broken_notebook_is_named_and_the_others_are_still_counted(mine, content, words, capsys):
    broken = mine / "08_broken.ipynb"
    broken.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert main(["progress", str(mine)]) == 1
    printed = capsys.readouterr().out
    assert "2 of 6" in printed
    assert f"✗ {broken}: " in printed and words in printed


def test_an_empty_folder_says_what_to_name(tmp_path, capsys):
    assert main(["progress", str(tmp_path)]) == 1
    assert "no exercise is in it; name the folder" in capsys.readouterr().out


def test_a_missing_folder_is_said(tmp_path, capsys):
    assert main(["progress", str(tmp_path / "nowhere")]) == 1
    assert "nowhere: No such file" in capsys.readouterr().out


@pytest.mark.parametrize("method", ["read_bytes", "iterdir"])
def test_what_may_not_be_read_is_said(mine, method, monkeypatch, capsys):
    """The tests may run as root, whom no permission stops."""

    def refuse(self):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, method, refuse)
    assert main(["progress", str(mine)]) == 1
    assert "Permission denied" in capsys.readouterr().out


def test_it_runs_in_a_terminal_that_lacks_the_marks_and_changes_nothing(mine):
    before = {path: path.read_bytes() for path in mine.rglob("*")}
    done = subprocess.run(
        [sys.executable, "-m", "course_utils", "progress", str(mine)],
        capture_output=True,
        text=True,
        encoding="cp1252",
        env=os.environ | {"PYTHONIOENCODING": "cp1252"},
    )
    assert done.returncode == 0, done.stderr
    assert "2 of 6" in done.stdout
    assert {path: path.read_bytes() for path in mine.rglob("*")} == before


def test_it_looks_at_the_learners_copies_and_else_at_the_courses_own(tmp_path):
    assert progress.find_exercises(tmp_path) == tmp_path / "exercises"
    (tmp_path / "my_course" / "exercises").mkdir(parents=True)
    assert progress.find_exercises(tmp_path) == tmp_path / "my_course" / "exercises"


def test_it_loads_neither_tensorflow_nor_numpy():
    module = "course_utils.course.progress"
    code = f"import sys, {module}; print({{'numpy', 'tensorflow'}} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
