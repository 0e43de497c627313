"""One address, set in one place, reaches every notebook and the README, or none of them."""

import json
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parent.parent
ADDRESS = "https://github.com/ada/perceptron-to-transformer"
COPIED = [
    "pyproject.toml",
    "README.md",
    "tools/publish.py",
    "notebooks/ruff.toml",
    "solutions/ruff.toml",
    "notebooks/00_start_here.ipynb",
    *(f"{folder}/01_perceptron.ipynb" for folder in ("notebooks", "solutions", "exercises")),
]


@pytest.fixture(scope="module")
def unpublished(tmp_path_factory):
    """A small copy of the course, without an address."""
    folder = tmp_path_factory.mktemp("course")
    for name in COPIED:
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
    line = '# Repository = "https://github.com/OWNER/NAME"'
    settings = (folder / "pyproject.toml").read_text(encoding="utf-8")
    settings = re.sub(r"^(# )?Repository = .*$", line, settings, flags=re.MULTILINE)
    (folder / "pyproject.toml").write_text(settings, encoding="utf-8")
    publish(folder)
    return folder


@pytest.fixture
def course(unpublished, tmp_path):
    return shutil.copytree(unpublished, tmp_path / "course")


def publish(course, *arguments):
    """Run the tool of that copy; return its exit message, or None."""
    main = runpy.run_path(str(course / "tools" / "publish.py"))["main"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["publish.py", *arguments])
        try:
            return main()
        except SystemExit as error:
            return error.code


def contents(course):
    return {path: path.read_bytes() for path in course.rglob("*") if path.is_file()}


def first(path, kind):
    notebook = nbformat.read(path, as_version=4)
    return next(cell.source for cell in notebook.cells if cell.cell_type == kind)


def notebooks(course):
    return sorted(course.glob("*/*.ipynb"))


def test_the_whole_course_agrees_with_the_address_in_pyproject(capsys):
    message = publish(ROOT, "--check")
    assert message is None, f"{message}\n{capsys.readouterr().out}"


def test_every_first_cell_fetches_the_course_and_differs_in_start_only(course):
    starts = {path: first(path, "code").splitlines()[-1] for path in notebooks(course)}
    assert publish(course, ADDRESS) is None
    for path, start in starts.items():
        source = first(path, "code")
        assert f"%pip install -q {ADDRESS}/archive/main.zip\n" in source
        assert source.endswith(f"\n\n{start}")
    assert len({first(path, "code").rpartition("\n")[0] for path in starts}) == 1


def test_a_badge_below_each_title_opens_that_notebook(course):
    publish(course, ADDRESS)
    link = "https://colab.research.google.com/github/ada/perceptron-to-transformer/blob/main/"
    for path in notebooks(course):
        title, blank, badge, *_ = first(path, "markdown").splitlines()
        opened = re.fullmatch(r"\[!\[Open in Colab\]\(\S+\)\]\((\S+)\)", badge)[1]
        assert title.startswith("# ") and not blank
        # Exercises are built from solutions, so both open the exercises.
        folder = path.parent.name.replace("solutions", "exercises")
        assert opened == f"{link}{folder}/{path.name}"


def test_the_readme_links_every_notebook_to_colab(course):
    publish(course, ADDRESS)
    readme = (course / "README.md").read_text(encoding="utf-8")
    for path in [*course.glob("notebooks/*.ipynb"), *course.glob("exercises/*.ipynb")]:
        assert f"/blob/main/{path.parent.name}/{path.name})" in readme
    assert "no public address" not in readme


def test_the_address_stands_in_pyproject(course):
    publish(course, f"{ADDRESS}.git/")
    project = tomllib.loads((course / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["urls"] == {"Repository": ADDRESS}


def test_exercises_are_still_what_the_solutions_make(course):
    build = runpy.run_path(str(ROOT / "tools" / "build_exercises.py"))["build"]
    publish(course, ADDRESS)
    for exercise in course.glob("exercises/*.ipynb"):
        built = build(course / "solutions" / exercise.name)
        assert exercise.read_text(encoding="utf-8") == built


def test_stored_outputs_stay(course):
    def outputs(path):
        return [cell.get("outputs") for cell in nbformat.read(path, as_version=4).cells]

    before = {path: outputs(path) for path in notebooks(course)}
    publish(course, ADDRESS)
    assert before == {path: outputs(path) for path in notebooks(course)}


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]], ids=" ".join)
def test_ruff_finds_nothing_even_with_a_long_address(course, command):
    publish(course, "https://github.com/a-university-of-some-length/from-perceptron-to-transformer")
    ruff = [sys.executable, "-m", "ruff", *command, "--no-cache", "."]
    done = subprocess.run(ruff, cwd=course, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_publishing_twice_moving_and_taking_back_leave_no_trace(course):
    without = contents(course)
    publish(course, ADDRESS)
    once = contents(course)
    publish(course)
    assert contents(course) == once
    publish(course, "https://github.com/grace/course")
    assert not any(b"/ada/" in content for content in contents(course).values())
    (course / "pyproject.toml").write_bytes(without[course / "pyproject.toml"])
    publish(course)
    assert contents(course) == without


def test_without_an_address_there_is_no_badge_and_one_line_says_what_is_missing(course):
    assert not [path for path in notebooks(course) if b"colab-badge" in path.read_bytes()]
    readme = (course / "README.md").read_text(encoding="utf-8")
    assert "no public address" in readme and "colab-badge" not in readme
    for path in notebooks(course):
        source = first(path, "code").replace("course_utils.start", "missing_package")
        with pytest.raises(SystemExit, match=r"^missing_package is missing\. .*%pip.*restart"):
            exec(source, {})


def test_check_names_what_disagrees_and_changes_nothing(course, capsys):
    publish(course, ADDRESS)
    path = course / "notebooks" / "01_perceptron.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace("ada/", "bob/"), encoding="utf-8")
    before = contents(course)
    capsys.readouterr()
    assert "run python tools/publish.py" in publish(course, "--check")
    assert capsys.readouterr().out == "notebooks/01_perceptron.ipynb\n"
    assert contents(course) == before


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ada/course",
        "http://github.com/ada/course",
        "https://gitlab.com/ada/course",
        "https://github.com/ada",
        "https://github.com/ada/course/tree/main",
        "https://github.com/ada/two words",
        'https://github.com/ada/"quoted"',
        "git@github.com:ada/course.git",
    ],
)
def test_a_wrong_address_is_refused_with_the_form_of_a_right_one(course, address):
    before = contents(course)
    message = publish(course, address)
    assert repr(address) in message and "https://github.com/OWNER/NAME" in message
    assert "Nothing was changed" in message
    assert contents(course) == before


def another_format(content):
    return json.dumps({**json.loads(content), "nbformat": 3})


def without_the_first_cell(content):
    notebook = nbformat.reads(content, as_version=4)
    notebook.cells = [cell for cell in notebook.cells if "start(seed" not in cell.source]
    return nbformat.writes(notebook)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda content: content[:1000], "is no notebook: .*Restore or remove it"),
        (lambda content: "[]", "has notebook format None, the course has 4"),
        (another_format, "has notebook format 3.*nbconvert --to notebook --inplace"),
        (without_the_first_cell, "does not begin with a title and this code cell:.*start"),
    ],
    ids=["not JSON", "no notebook", "another format", "no first cell"],
)
def test_a_notebook_that_cannot_be_changed_stops_all_of_it(course, damage, words):
    path = course / "solutions" / "01_perceptron.ipynb"
    path.write_text(damage(path.read_text(encoding="utf-8")), encoding="utf-8")
    before = contents(course)
    message = publish(course, ADDRESS)
    assert re.search("01_perceptron.ipynb .*" + words, message, re.DOTALL), message
    assert contents(course) == before


@pytest.mark.parametrize(
    ("name", "place"), [("pyproject.toml", "# Repository"), ("README.md", "<!-- colab -->")]
)
def test_a_place_that_was_removed_is_missed(course, name, place):
    text = (course / name).read_text(encoding="utf-8")
    (course / name).write_text(text.replace(place, ""), encoding="utf-8")
    before = contents(course)
    assert f"{name} has 0 places for the address" in publish(course, ADDRESS)
    assert contents(course) == before


def test_a_folder_without_write_permission_stops_all_of_it(course, monkeypatch):
    write_bytes = Path.write_bytes

    def refuse(path, content):
        if "exercises" in path.parts:
            raise PermissionError(13, "Permission denied")
        return write_bytes(path, content)

    before = contents(course)
    monkeypatch.setattr(Path, "write_bytes", refuse)
    message = publish(course, ADDRESS)
    assert "exercises" in message and "Permission denied" in message
    assert contents(course) == before
