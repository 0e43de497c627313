"""`python -m course_utils`: three commands, and one sentence for whoever types another."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from course_utils.__main__ import main


def run(*arguments, **settings):
    return subprocess.run(
        [sys.executable, "-m", "course_utils", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | settings,
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chek"], "'chek'"),
        ([], "COMMAND"),
        (["check", "all"], "all"),
        (["map", "a.png", "b.png"], "b.png"),
        (["progress", "--fast"], "--fast"),
    ],
    ids=" ".join,
)
def test_what_it_does_not_know_is_said_in_one_sentence(arguments, words, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    said = capsys.readouterr()
    assert stopped.value.code == 2
    assert words in said.err and "--help" in said.err
    assert said.err.count("\n") == 1 and not said.out


def test_help_names_the_three_commands():
    done = run("--help")
    assert done.returncode == 0
    assert all(f"\n    {name} " in done.stdout for name in ("check", "progress", "map"))


@pytest.mark.parametrize(
    ("name", "start"),
    [("map.png", b"\x89PNG"), ("map.SVG", b"<?xml"), ("map.pdf", b"%PDF")],
)
def test_the_map_is_drawn_and_its_place_is_said(name, start, tmp_path, capsys):
    assert main(["map", str(tmp_path / name)]) == 0
    assert capsys.readouterr().out == f"the map is in {tmp_path / name}\n"
    assert (tmp_path / name).read_bytes().startswith(start)


def test_the_map_is_drawn_into_the_folder_one_is_in(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["map"]) == 0
    assert str(tmp_path / "chapter_map.png") in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("map.txt", "must end in .png"),
        ("map", "must end in .png"),
        ("nowhere/map.png", "No such file"),
        ("folder.png", "s a "),  # "Is a directory", or "it is a folder"
    ],
)
def test_a_map_that_cannot_be_written_is_said_in_one_sentence(name, words, tmp_path, capsys):
    (tmp_path / "folder.png").mkdir()
    before = sorted(tmp_path.rglob("*"))
    assert main(["map", str(tmp_path / name)]) == 1
    said = capsys.readouterr().out
    assert said.startswith(f"✗ {tmp_path / name}: ") and words in said and said.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_one_may_not_write_to_is_said(tmp_path, monkeypatch, capsys):
    """The tests may run as root, whom no permission stops."""

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert main(["map", str(tmp_path / "map.png")]) == 1
    assert "Permission denied" in capsys.readouterr().out


def test_it_runs_in_a_terminal_that_lacks_the_marks():
    done = run("progress", "no_such_folder", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout) == (1, "? no_such_folder: No such file or directory\n")
