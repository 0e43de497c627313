"""A learner's copies: answers are not in them, and what was typed is never lost."""

import json
import re

import pytest

from course_utils.course.copies import copy_course, report

LESSON = "notebooks/01_first.ipynb"
EXERCISE = "exercises/01_first.ipynb"


def notebook(*sources, printed="the answer"):
    output = {"output_type": "stream", "name": "stdout", "text": [printed]}
    cells = [
        {
            "cell_type": "code",
            "source": [source],
            "outputs": [output],
            "execution_count": 1,
            "metadata": {},
        }
        for source in sources
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@pytest.fixture
def course(tmp_path):
    root = tmp_path / "course"
    for place in (LESSON, EXERCISE):
        (root / place).parent.mkdir(parents=True)
        (root / place).write_text(notebook("guess(...)"))
    (root / "GLOSSARY.md").write_text("# Glossary\n")
    return root


@pytest.fixture
def mine(tmp_path):
    return tmp_path / "mine"


def test_a_lesson_is_copied_without_its_answers(course, mine):
    results = copy_course(mine, course)
    assert set(results.values()) == {"new"}
    assert "the answer" not in (mine / LESSON).read_text()
    assert "guess(...)" in (mine / LESSON).read_text()
    assert (mine / "GLOSSARY.md").read_text() == "# Glossary\n"
    assert "the answer" in (course / LESSON).read_text(), "the course's own keeps them"


def test_what_was_typed_outlives_every_update(course, mine):
    copy_course(mine, course)
    typed = notebook("guess(20)", printed="your guess: 20")
    (mine / LESSON).write_text(typed)
    assert copy_course(mine, course)[LESSON] == "unchanged"
    (course / LESSON).write_text(notebook("guess(...)", "print('new')"))
    results = copy_course(mine, course)
    assert results[LESSON] == "yours" and (mine / LESSON).read_text() == typed
    assert f"{LESSON} has changed in the course, too; yours stays" in report(results)
    assert copy_course(mine, course)[LESSON] == "yours", "and the next time, too"


def test_what_was_only_run_is_refreshed(course, mine):
    copy_course(mine, course)
    (mine / EXERCISE).write_text(notebook("guess(...)", printed="not attempted yet"))
    (course / EXERCISE).write_text(notebook("guess(...)", "print('new')"))
    assert copy_course(mine, course)[EXERCISE] == "refreshed"
    assert "print('new')" in (mine / EXERCISE).read_text()


def test_a_run_without_news_keeps_what_was_printed(course, mine):
    copy_course(mine, course)
    run = notebook("guess(...)", printed="mine")
    (mine / LESSON).write_text(run)
    assert copy_course(mine, course)[LESSON] == "unchanged"
    assert (mine / LESSON).read_text() == run


@pytest.mark.parametrize("damage", ["", "{", "[1]"])
def test_a_damaged_record_or_copy_loses_nothing(course, mine, damage):
    copy_course(mine, course)
    (mine / ".copied.json").write_text(damage)
    (mine / LESSON).write_text(damage)
    (course / LESSON).write_text(notebook("print('new')"))
    assert copy_course(mine, course)[LESSON] == "yours"
    assert (mine / LESSON).read_text() == damage


def test_a_folder_without_a_course_is_named(tmp_path, mine):
    with pytest.raises(FileNotFoundError, match="holds no notebooks; run this in the course's"):
        copy_course(mine, tmp_path)
    assert not mine.exists()


def test_every_link_of_the_course_leads_somewhere_in_the_copies(tmp_path):
    results = copy_course(tmp_path / "mine")
    assert "notebooks/00_start_here.ipynb" in results
    for place in results:
        path = tmp_path / "mine" / place
        for link in re.findall(r"\]\((?!https?:|mailto:|#)([^)\s#]+)", words_of(path)):
            assert (path.parent / link).exists(), f"{place} links to {link}"


def words_of(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        return text
    cells = json.loads(text)["cells"]
    return "\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")


def test_the_command_says_what_it_did(tmp_path, capsys):
    from course_utils.__main__ import main

    assert main(["learn", str(tmp_path / "mine")]) == 0
    assert "new, 0 refreshed" in capsys.readouterr().out
    (tmp_path / "file").write_text("")
    assert main(["learn", str(tmp_path / "file" / "mine")]) == 1
    assert capsys.readouterr().out.startswith("✗ ")
