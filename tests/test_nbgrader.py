"""An instructor who grades with nbgrader sees the points that were earned.

The commands are those of INSTRUCTORS.md, run in the repository's folder with the settings of
``nbgrader_config.py``. One class hands in one cheap set in all the ways that go wrong, and
is graded in one go, so that one student's broken file is seen to spare the others.
"""

import contextlib
import csv
import json
import os
import re
import runpy
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from jupyter_core.paths import jupyter_path

pytest.importorskip("nbgrader", reason="nbgrader is the extra `instructor`")

ROOT = Path(__file__).parent.parent
STEMS = sorted(path.stem for path in (ROOT / "solutions").glob("*.ipynb"))
SET = "01_perceptron"
STUB = "raise NotImplementedError"
# Exercise 5 is the one spoilt below: no other uses its function, and one comes after it.
FULL, EXERCISE_5_MISSED = 13, 11


def surroundings(course):
    """The environment of one who activated nothing and has an empty home folder."""
    kept = {name: value for name, value in os.environ.items() if name in ("LANG", "SYSTEMROOT")}
    home = course.parent / "home"
    return {**kept, "COURSE_FOLDER": str(course), "HOME": str(home), "PATH": os.defpath}


def run(course, *command):
    """Run a command in the repository."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=surroundings(course),
        capture_output=True,
        text=True,
    )


def nbgrader(course, *arguments):
    return run(course, "-m", "nbgrader", *arguments)


def course_folder(course, *arguments):
    return run(course, "tools/course_folder.py", *map(str, arguments))


# What students hand in: each function takes the solved and the released notebook.


def solved(full, empty):
    return full


def untouched(full, empty):
    return empty


def find(notebook, grade_id):
    return next(
        cell
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id
    )


def with_exactly_one(body):
    """The solved set in which one function is another."""

    def hand_in(full, empty):
        find(full, "ex-01-5-solution").source = f"def exactly_one(X):\n{body}"
        return full

    return hand_in


def half_right(full, empty):
    for number in (1, 2, 3):
        grade_id = f"ex-01-{number}-solution"
        find(empty, grade_id).source = find(full, grade_id).source
    return empty


def crashing(full, empty):
    for cell in empty.cells:
        cell.source = cell.source.replace(STUB, "1 / 0")
    return empty


def duplicated_and_noisy(full, empty):
    for kind in ("solution", "check"):
        cell = find(full, f"ex-01-2-{kind}")
        pasted = nbformat.v4.new_code_cell(cell.source, metadata=cell.metadata)  # a new id
        full.cells.insert(full.cells.index(cell), pasted)
    full.cells.insert(3, nbformat.v4.new_code_cell("import sys, warnings"))
    cell = find(full, "ex-01-1-solution")
    noise = '    print("a library speaks", file=sys.stderr)\n    warnings.warn("old name")\n'
    cell.source = cell.source.replace("    return", noise + "    return")
    return full


def tampered(full, empty):
    """Nothing done in 5 and 6: one test is edited, the other tagged so as not to run."""
    for number in (5, 6):
        grade_id = f"ex-01-{number}-solution"
        find(full, grade_id).source = find(empty, grade_id).source
    edited, tagged = find(full, "ex-01-5-check"), find(full, "ex-01-6-check")
    edited.source = 'print("passed")'
    edited.metadata.nbgrader.points = 100
    tagged.metadata.tags = ["skip-execution"]
    return full


def deleted(full, empty):
    full.cells.remove(find(full, "ex-01-5-check"))
    return full


ENDLESS = """
    while True:
        try:
            print("still here")
        except:
            pass
"""
HOARDING = """
    global hoard
    hoard = []
    while True:
        hoard.append(np.empty(2**20))
"""


def hoarding(full, empty):
    """Exercise 5 takes all memory and keeps it; exercise 6 is right, and needs some."""
    cell = find(full, "ex-01-6-solution")
    cell.source = cell.source.replace("    w, b =", "    np.ones(10**7)\n    w, b =", 1)
    return with_exactly_one(HOARDING)(full, empty)


CLASS = {
    "full": (solved, FULL),
    "empty_and_zipped": (untouched, 0),
    "half_right_and_renamed": (half_right, 5),
    "crashing": (crashing, 0),
    "endless": (with_exactly_one(ENDLESS), EXERCISE_5_MISSED),
    "dying": (with_exactly_one("    import os\n    os._exit(1)"), EXERCISE_5_MISSED),
    "leaving": (with_exactly_one("    exit()"), EXERCISE_5_MISSED),
    "tampered": (tampered, 8),
    "duplicated_and_noisy": (duplicated_and_noisy, FULL),
    "deleted_in_format_3": (deleted, FULL),
}
if sys.platform == "linux":  # no other system enforces the limit
    CLASS["hoarding"] = (hoarding, EXERCISE_5_MISSED)


def read(path):
    return nbformat.read(path, as_version=4)


def hand_in(course, downloads):
    """Write what the class hands in, as it comes out of a learning management system."""
    for student, (make, _) in CLASS.items():
        notebook = make(
            read(course / "source" / SET / f"{SET}.ipynb"),
            read(course / "release" / SET / f"{SET}.ipynb"),
        )
        text = nbformat.writes(notebook)
        if student.endswith("format_3"):
            text = nbformat.v3.writes_json(nbformat.convert(notebook, 3))
        if student.endswith("zipped"):
            with zipfile.ZipFile(downloads / f"{student}.zip", "w") as archive:
                archive.writestr(f"home/{SET}.ipynb", text)
                archive.writestr(f"home/.ipynb_checkpoints/{SET}-checkpoint.ipynb", "old")
        elif student.endswith("renamed"):
            (downloads / student).mkdir()
            (downloads / student / "homework (1).ipynb").write_text(text, encoding="utf-8")
        else:
            (downloads / f"{student}.ipynb").write_text(text, encoding="utf-8")


def hand_in_what_cannot_be_read(course, downloads):
    (downloads / "essay.pdf").write_bytes(b"%PDF")
    (downloads / "broken_zip.zip").write_bytes(b"PK")
    (downloads / "two").mkdir()
    for name in ("mine.ipynb", "my friend's.ipynb"):
        shutil.copy(downloads / "full.ipynb", downloads / "two" / name)
    (downloads / "no_json.ipynb").write_text("I did it!", encoding="utf-8")
    # And by hand, past the tool that would have said so:
    text = (downloads / "full.ipynb").read_text(encoding="utf-8")
    for student, name, content in [
        ("by_hand_renamed", "homework.ipynb", text),
        ("by_hand_no_json", f"{SET}.ipynb", "I did it!"),
    ]:
        place = course / "submitted" / student / SET / name
        place.parent.mkdir(parents=True)
        place.write_text(content, encoding="utf-8")


UNREAD = {"essay", "broken_zip", "two", "no_json"}
PAST_THE_TOOL = {"by_hand_renamed", "by_hand_no_json"}


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """A course folder in which every set is released and the class is graded."""
    folder = tmp_path_factory.mktemp("instructor")
    course, downloads = folder / "course", folder / "downloads"
    for path in (downloads, folder / "home"):
        path.mkdir()
    said = {"prepare": course_folder(course, "prepare", "all")}
    said["release"] = nbgrader(course, "generate_assignment", "*")
    hand_in(course, downloads)
    hand_in_what_cannot_be_read(course, downloads)
    said["collect"] = course_folder(course, "collect", "01", downloads)
    # Short enough to wait for, long enough for the first cell on a busy machine.
    said["grade"] = nbgrader(course, "autograde", SET, "--Execute.timeout=20")
    said["feedback"] = nbgrader(course, "generate_feedback", SET, "--student=endless")
    said["export"] = nbgrader(course, "export")
    return Graded(course, downloads, said)


@dataclass
class Graded:
    course: Path
    downloads: Path
    said: dict

    def rows(self, chapter=SET):
        """The lines of grades.csv on one chapter, by student."""
        with open(self.course / "grades.csv", encoding="utf-8", newline="") as file:
            return {
                row["student_id"]: row
                for row in csv.DictReader(file)
                if row["assignment"] == chapter
            }


@pytest.mark.parametrize("stem", STEMS)
def test_a_chapter_is_released_as_learners_have_it(graded, stem):
    released = read(graded.course / "release" / stem / f"{stem}.ipynb")
    learners = read(ROOT / "exercises" / f"{stem}.ipynb")
    assert [cell.source for cell in released.cells] == [cell.source for cell in learners.cells]


@pytest.mark.parametrize("stem", STEMS)
def test_a_chapters_points_are_in_the_gradebook(graded, stem):
    cells = read(ROOT / "solutions" / f"{stem}.ipynb").cells
    points = sum(cell.metadata.get("nbgrader", {}).get("points", 0) for cell in cells)
    assert {float(row["max_score"]) for row in graded.rows(stem).values()} == {points}


@pytest.mark.parametrize("student", CLASS)
def test_a_submission_earns_its_points(graded, student):
    row = graded.rows()[student]
    assert float(row["max_score"]) == FULL
    assert float(row["score"]) == CLASS[student][1], log_of(graded, student)


def log_of(graded, student):
    lines = graded.said["grade"].stderr.splitlines()
    return "\n".join(line for line in lines if student in line)


def test_everyone_has_a_line_in_the_grades(graded):
    assert set(graded.rows()) == {*CLASS, *UNREAD, *PAST_THE_TOOL}
    for student in UNREAD | PAST_THE_TOOL:
        assert float(graded.rows()[student]["score"]) == 0


def test_collecting_says_whose_file_cannot_be_used(graded):
    collected = graded.said["collect"]
    assert collected.returncode == 1
    refused = dict(
        line.split(": not collected: ")
        for line in collected.stdout.splitlines()
        if "not collected" in line
    )
    assert set(refused) == UNREAD
    assert "there are 0: none" in refused["essay"]
    assert "there are 2: mine.ipynb, my friend's.ipynb" in refused["two"]
    assert "no_json.ipynb is not a notebook" in refused["no_json"]


def test_grading_names_at_its_end_those_it_could_not_grade(graded):
    assert graded.said["grade"].returncode == 1
    named = re.findall(
        r"error processing assignment .* for student '(\w+)'", graded.said["grade"].stderr
    )
    assert set(named) == PAST_THE_TOOL


def test_feedback_says_what_stopped_the_cell(graded):
    page = graded.course / "feedback" / "endless" / SET / f"{SET}.html"
    assert "stopped after 20 s: does a loop never end?" in page.read_text(encoding="utf-8")


def test_nothing_is_written_outside_the_course_folder(graded):
    folder = graded.course.parent
    assert {path.name for path in folder.iterdir()} == {"course", "downloads", "home"}
    assert not list((folder / "home").iterdir())
    for name in ("source", "release", "submitted", "autograded", "feedback", "grades.csv"):
        assert not (ROOT / name).exists()


def test_a_changed_set_is_kept(graded):
    mine = graded.course / "source" / "06_scaling" / "06_scaling.ipynb"
    mine.write_bytes(mine.read_bytes() + b"\n")
    said = course_folder(graded.course, "prepare", "06", "07_categories").stdout
    assert "06_scaling: your version is kept" in said
    assert "07_categories: there already" in said
    assert mine.read_bytes().endswith(b"\n\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("prepare", "01", "99"), "There is no exercise set '99'. There are: 01_perceptron, "),
        (("collect", "01", "no_such_folder"), "no_such_folder is not a folder. Name the one"),
    ],
)
def test_a_wrong_argument_is_explained_and_nothing_is_written(tmp_path, arguments, words):
    said = course_folder(tmp_path / "course", *arguments)
    assert said.returncode == 1
    assert words in said.stderr and "Traceback" not in said.stderr
    assert not list((tmp_path / "course").rglob("*.ipynb"))


def test_a_second_entry_of_one_name_is_not_collected(tmp_path):
    downloads = tmp_path / "downloads"
    (downloads / "anna").mkdir(parents=True)
    for name in ("anna/first.ipynb", "anna.ipynb"):
        shutil.copyfile(ROOT / "exercises" / f"{SET}.ipynb", downloads / name)
    said = course_folder(tmp_path / "course", "collect", "01", downloads)
    assert "anna: collected" in said.stdout
    assert "anna.ipynb is a second entry of the same name" in said.stdout


def zipped(path, text, method=zipfile.ZIP_DEFLATED, flag=0):
    """A zip file with one notebook, whose headers state a method and a flag."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mine.ipynb", text)
    content = bytearray(path.read_bytes())
    for header, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(header) + place
        content[at] |= flag
        content[at + 2] = method
    path.write_bytes(content)


def test_one_file_that_cannot_be_used_holds_up_nobody_and_is_named(tmp_path):
    downloads, course = tmp_path / "downloads", tmp_path / "course"
    downloads.mkdir()
    text = (ROOT / "exercises" / f"{SET}.ipynb").read_text(encoding="utf-8")
    zipped(downloads / "a_encrypted.zip", text, flag=1)
    zipped(downloads / "b_deflate64.zip", text, method=9)
    zipped(downloads / "c_cut.zip", text)
    whole = (downloads / "c_cut.zip").read_bytes()
    damaged = whole[:100] + bytes(200) + whole[300:]
    (downloads / "c_cut.zip").write_bytes(damaged)
    shutil.copyfile(ROOT / "exercises" / "06_scaling.ipynb", downloads / "d_another.ipynb")
    shutil.copyfile(ROOT / "notebooks" / f"{SET}.ipynb", downloads / "e_lesson.ipynb")
    zipped(downloads / "x_big.ZIP", text)
    (downloads / "y_letters.IPYNB").write_text(text, encoding="utf-8")
    (downloads / "z_bom.ipynb").write_text(text, encoding="utf-8-sig")
    for name in ("Thumbs.db", "desktop.ini", ".DS_Store"):
        (downloads / name).write_bytes(b"\0")
    (downloads / "__MACOSX").mkdir()

    said = course_folder(course, "collect", "01", downloads)
    assert said.returncode == 1, said.stderr
    *lines, empty, summary = said.stdout.splitlines()
    refused = dict(line.split(": not collected: ") for line in lines if "not coll" in line)
    assert set(refused) == {"a_encrypted", "b_deflate64", "c_cut", "d_another", "e_lesson"}
    assert "password" in refused["a_encrypted"] and all(refused.values())
    assert "holds no exercise of 01_perceptron; is it the lesson" in refused["d_another"]
    assert "holds no exercise of 01_perceptron; is it the lesson" in refused["e_lesson"]
    assert summary == f"3 collected, 5 not: {', '.join(sorted(refused))}"
    for student in ("x_big", "y_letters", "z_bom"):
        assert f"{student}: collected" in lines
        content = (course / "submitted" / student / SET / f"{SET}.ipynb").read_bytes()
        assert content.decode() == text


def test_a_course_folder_that_cannot_be_made_is_explained(tmp_path):
    (tmp_path / "file").write_text("in the way")
    said = course_folder(tmp_path / "file" / "course", "prepare", "01")
    assert said.returncode == 1
    assert "Cannot use" in said.stderr and "Traceback" not in said.stderr


def test_a_later_submission_is_graded_anew(graded):
    late = graded.downloads.parent / "late"
    late.mkdir()
    handed_in = shutil.copytree(
        graded.downloads / "half_right_and_renamed", late / "half_right_and_renamed"
    )
    shutil.copyfile(graded.downloads / "full.ipynb", handed_in / "homework (1).ipynb")
    os.utime(handed_in, (0, 0))  # what is in a folder may be newer than the folder
    course_folder(graded.course, "collect", "01", late)
    nbgrader(graded.course, "autograde", SET, "--student=half_right_and_renamed")
    nbgrader(graded.course, "export")
    shutil.rmtree(late)
    assert float(graded.rows()["half_right_and_renamed"]["score"]) == FULL


def test_a_keras_set_earns_all_points_within_the_limits(graded):
    chapter = "10_conv1d_smoothing"
    place = graded.course / "submitted" / "full" / chapter / f"{chapter}.ipynb"
    place.parent.mkdir()
    shutil.copyfile(ROOT / "solutions" / place.name, place)
    nbgrader(graded.course, "autograde", chapter)
    nbgrader(graded.course, "export")
    row = graded.rows(chapter)["full"]
    assert float(row["score"]) == float(row["max_score"]) > 0


def test_jupyterlabs_menu_grades_in_the_folder_of_the_settings(graded):
    assert any((Path(p) / "@jupyter/nbgrader").exists() for p in jupyter_path("labextensions"))
    repository = graded.course.parent
    shutil.copy(ROOT / "nbgrader_config.py", repository)
    with jupyter_server(repository) as ask:
        assert SET in {item["name"] for item in ask("assignments")}
        shutil.rmtree(graded.course / "autograded" / "dying")
        answer = ask(f"submission/{SET}/dying/autograde", method="POST")
        assert answer["success"], answer["log"]
        assert (graded.course / "autograded" / "dying" / SET / f"{SET}.ipynb").exists()
        assert ask(f"submission/{SET}/dying")["score"] == EXERCISE_5_MISSED


@contextlib.contextmanager
def jupyter_server(folder):
    """A server started in a folder, as a function that asks nbgrader's formgrader."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = surroundings(folder / "course")
    del environment["COURSE_FOLDER"]  # the settings' own folder is `course/` beside them
    options = [f"--port={port}", "--ServerApp.port_retries=0", "--allow-root", "--no-browser"]
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *options, "--IdentityProvider.token=letmein"],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    def ask(path, method="GET"):
        request = urllib.request.Request(
            f"http://127.0.0.1:{port}/formgrader/api/{path}",
            headers={"Authorization": "token letmein"},
            method=method,
        )
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    try:
        deadline = time.monotonic() + 300
        while True:
            try:
                ask("assignments")
                break
            except OSError as error:
                ended = server.poll() is not None or time.monotonic() > deadline
                assert not ended, f"JupyterLab did not answer: {error}"
            time.sleep(0.5)
        yield ask
    finally:
        server.terminate()
        server.wait()


def test_the_instructors_table_is_what_the_sets_make():
    table = runpy.run_path(str(ROOT / "tools" / "instructor_table.py"))["assignment_table"]()
    page = (ROOT / "INSTRUCTORS.md").read_text(encoding="utf-8")
    assert table in page, "out of date: run python tools/chapter_tables.py"
    assert table.count("\n") == 2 + len(STEMS)


def test_the_instructors_page_names_the_limits_of_the_settings():
    page = (ROOT / "INSTRUCTORS.md").read_text(encoding="utf-8")
    settings = (ROOT / "nbgrader_config.py").read_text(encoding="utf-8")
    for pattern, words in [
        (r"SECONDS_PER_CELL = (\d+)", "over {} seconds"),
        (r"GIBIBYTES_PER_KERNEL = (\d+)", "over {} GiB"),
    ]:
        assert words.format(re.search(pattern, settings).group(1)) in page


def test_each_command_on_the_instructors_page_is_run_here():
    page = (ROOT / "INSTRUCTORS.md").read_text(encoding="utf-8")
    tests = Path(__file__).read_text(encoding="utf-8")
    found = re.findall(r"^(?:nbgrader|python tools/course_folder.py) (\w+)", page, re.MULTILINE)
    assert {"prepare", "collect", "generate_assignment", "autograde", "export"} <= set(found)
    for command in found:
        assert re.search(rf'(?:nbgrader|course_folder)\([\w.]+, "{command}"', tests), command
