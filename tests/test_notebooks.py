"""The stored notebooks keep the course's promises; nbval compares what they print."""

import re
import runpy
import statistics
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from build_site import ALT_LENGTH, alt_of, pictures_of
from execute_lessons import UNWANTED

from course_utils.course.chapters import load_chapters
from course_utils.course.minutes import code_lines, is_folded, reading_minutes

ROOT = Path(__file__).parent.parent
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SOLUTIONS = sorted((ROOT / "solutions").glob("*.ipynb"))
CHAPTERS = {chapter["file"]: chapter for chapter in load_chapters()}
IGNORED = "nbval-ignore-output"
BARE = re.compile(r"^.*(?::|=) *(?:True|False)$", re.MULTILINE)
SLOW = {"25_english_to_french": 300, "26_real_sentences": 300}


def name_of(path):
    return f"{path.parent.name}/{path.stem}"


each_lesson = pytest.mark.parametrize("path", LESSONS, ids=name_of)
each_set = pytest.mark.parametrize("path", SOLUTIONS, ids=name_of)
each_notebook = pytest.mark.parametrize("path", LESSONS + SOLUTIONS, ids=name_of)


def cells_of(path, kind):
    cells = nbformat.read(path, as_version=4).cells
    return [cell for cell in cells if cell.cell_type == kind]


def outputs_of(path):
    return [output for cell in cells_of(path, "code") for output in cell.outputs]


def words_of(output):
    """What a reader can read of an output: pictures are left out."""
    data = output.get("data", {})
    return "\n".join(
        [output.get("text", ""), data.get("text/plain", ""), data.get("text/html", "")]
    )


@each_notebook
def test_every_cell_was_run_in_order(path):
    """A cell that was never run would be executed by nbval, but not compared."""
    counts = [cell.execution_count for cell in cells_of(path, "code")]
    assert counts == list(range(1, len(counts) + 1)), "run python tools/execute_lessons.py"


@each_notebook
def test_no_error_and_nothing_on_stderr_is_stored(path):
    for output in outputs_of(path):
        assert output.output_type != "error", output.get("evalue")
        assert output.get("name") != "stderr", output.text


@each_notebook
def test_no_path_host_or_warning_is_stored(path):
    for output in outputs_of(path):
        found = UNWANTED.search(words_of(output))
        assert not found, f"{found.group(0)!r} in {words_of(output)[:300]!r}"


def test_each_chapter_has_its_lesson_and_each_lesson_its_chapter():
    assert CHAPTERS.keys() == {path.stem for path in LESSONS}


@each_lesson
def test_a_chapter_needs_only_what_comes_before_it(path):
    assert all(need < path.stem[:2] for need in CHAPTERS[path.stem]["needs"])


@each_lesson
def test_a_header_says_what_you_learn_what_you_need_and_how_long_it_takes(path):
    header, chapter = cells_of(path, "markdown")[0].source, CHAPTERS[path.stem]
    assert header.startswith(f"# {chapter['number']} {chapter['title']}\n")
    promises = re.search(r"\*\*You will be able to\*\*.*\n\n?((?:- .*\n(?:  .*\n)*)+)", header)
    assert promises and 3 <= len(re.findall("^- ", promises[1], re.MULTILINE)) <= 5
    assert "**Before you start:** " in header
    time = re.search(r"\*\*Time:\*\* (\d+) minutes to read and try, (\d+) seconds to run\.", header)
    assert time and int(time[2]) <= SLOW.get(path.stem, 60)
    assert int(time[1]) == chapter["minutes"], "run python tools/chapter_tables.py"


@each_lesson
def test_minutes_are_counted_and_a_long_lesson_says_where_to_stop(path):
    cells = nbformat.read(path, as_version=4).cells
    minutes, seconds = map(int, re.findall(r"(\d+) (?:minutes to|seconds to)", cells[0].source))
    assert minutes == reading_minutes(cells, seconds), "run python tools/execute_lessons.py"
    stops = [cell for cell in cells_of(path, "markdown") if "for today" in cell.source]
    assert stops or minutes <= 60, "say where a reader may stop for today"


@each_notebook
def test_no_line_inside_a_paragraph_begins_a_list(path):
    """As "variance" at a line's end and "1. Then" below it would."""
    for cell in cells_of(path, "markdown"):
        found = re.search(r"^(?![-*>#| ]|\d+[.)] ).+\n(?:1[.)]|[-+*>]|#+) .*", cell.source, re.M)
        assert not found, f"an empty line is missing, or the words want another break: {found[0]}"


@each_lesson
def test_a_lesson_is_short(path):
    cells = nbformat.read(path, as_version=4).cells
    words = sum(len(cell.source.split()) for cell in cells_of(path, "markdown"))
    assert len(cells) <= 45 and words <= 1400, f"{len(cells)} cells, {words} words"


@each_lesson
def test_visible_code_is_short(path):
    shown = [len(code_lines(cell)) for cell in cells_of(path, "code") if not is_folded(cell)]
    assert max(shown) <= 20 and statistics.median(shown) <= 7, sorted(shown)


@each_lesson
def test_what_draws_is_folded_and_what_computes_is_not(path):
    """Of a folded cell a reader sees the picture alone: nothing that matters may hide there."""
    for cell in cells_of(path, "code"):
        draws = any(pictures_of(cell))
        if is_folded(cell):
            assert draws and "assert" not in cell.source, cell.source
            assert cell.metadata.jupyter.source_hidden and cell.metadata.cellView == "form"
        else:
            assert not draws or len(code_lines(cell)) <= 6, f"fold it: {cell.source}"


@each_lesson
def test_no_stored_output_answers_a_prediction(path):
    predicting = False
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "markdown":
            predicting = "**Predict" in cell.source
        elif cell.cell_type == "code" and predicting and not cell.source.startswith("guess("):
            assert cell.metadata.jupyter.outputs_hidden and cell.metadata.collapsed, cell.source


@each_lesson
def test_a_question_that_asks_for_a_number_is_answered_by_one(path):
    bare = [line for out in outputs_of(path) for line in BARE.findall(words_of(out))]
    assert len(bare) <= 5, bare


@each_lesson
def test_a_lesson_ends_with_summary_exercises_and_what_comes_next(path):
    expected = ["Summary", "Exercises", "What comes next"]
    if path.stem == "00_start_here":  # it has no exercises
        expected.remove("Exercises")
    assert headings_of(path)[-len(expected) :] == expected


@each_set
def test_a_set_names_its_lesson(path):
    header = cells_of(path, "markdown")[0].source
    chapter = CHAPTERS[path.stem]
    assert header.startswith(f"# {chapter['number']} {chapter['title']}: exercises\n")
    assert f"(../notebooks/{path.name})" in header


@each_notebook
def test_each_figure_has_an_alternative_text(path):
    for cell in cells_of(path, "code"):
        if any(pictures_of(cell)):
            assert len(alt_of(cell)) >= ALT_LENGTH, f"say what it shows: {cell.source[:200]}"


@each_notebook
def test_few_outputs_go_uncompared(path):
    cells = cells_of(path, "code")
    ignored = [cell for cell in cells if IGNORED in cell.metadata.get("tags", [])]
    assert 6 * len(ignored) < len(cells), f"{len(ignored)} of {len(cells)} cells are ignored"


@each_notebook
def test_an_uncompared_cell_asserts_or_the_next_one_does(path):
    cells = cells_of(path, "code")
    for cell, following in zip(cells, [*cells[1:], cells[-1]], strict=True):
        if IGNORED in cell.metadata.get("tags", []):
            assert re.search(r"\bassert", cell.source + "\n" + following.source), cell.source


@each_notebook
def test_code_fits_a_phone_and_cells_are_short(path):
    for cell in cells_of(path, "code"):
        # The course's address in the first cell may be longer.
        lines = [line for line in cell.source.splitlines() if "/archive/" not in line]
        assert max(map(len, lines)) <= 79, cell.source
        # Hidden tests and marks are for the grader; no learner reads them.
        read = re.sub(r"### BEGIN HIDDEN TESTS.*?### END HIDDEN TESTS", "", cell.source, flags=re.S)
        lines = re.sub(r"^ *###.*\n", "", read, flags=re.M).strip().splitlines()
        # A locked check may be longer: it is run, and rarely read.
        longest = 40 if cell.metadata.get("nbgrader", {}).get("locked") else 25
        assert len(lines) <= longest, f"{len(lines)} lines: {cell.source[:200]}"


def headings_of(path):
    """Headings in order; a # inside a fenced block is not one."""
    if path.suffix == ".md":
        text = path.read_text(encoding="utf-8")
    else:
        text = "\n".join(cell.source for cell in cells_of(path, "markdown"))
    text = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"^#+ +(.+?) *$", text, re.MULTILINE)


def anchor_of(heading):
    """As JupyterLab makes it: capitals and punctuation stay."""
    return heading.replace(" ", "-")


@each_notebook
def test_links_lead_somewhere(path):
    text = "\n".join(cell.source for cell in cells_of(path, "markdown"))
    for link in re.findall(r"\]\((?!https?:|mailto:)([^)\s]+)\)", text):
        file, _, anchor = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        assert target.exists(), f"no such file: {link}"
        if anchor:
            assert anchor in map(anchor_of, headings_of(target)), f"no such heading: {link}"


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]], ids=" ".join)
def test_ruff_finds_nothing(command):
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *command, "--no-cache", "."],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_table_in_the_readme_is_up_to_date():
    chapter_table = runpy.run_path(str(ROOT / "tools" / "chapter_tables.py"))["chapter_table"]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert chapter_table() in readme, "out of date: run python tools/chapter_tables.py"


@pytest.mark.parametrize(("stored", "passes"), [("4\n", True), ("5\n", False)])
def test_a_stored_output_that_no_longer_holds_is_noticed(tmp_path, stored, passes):
    cell = nbformat.v4.new_code_cell("print(2 + 2)", execution_count=1)
    cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text=stored)]
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), tmp_path / "small.ipynb")
    settings = ["-c", str(ROOT / "pyproject.toml"), "-n", "0", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *settings, str(tmp_path / "small.ipynb")],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert (done.returncode == 0) is passes, done.stdout + done.stderr
    assert ("1 passed" if passes else "mismatch 'stdout'") in done.stdout
