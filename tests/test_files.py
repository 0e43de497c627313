"""JSON files: a failed write keeps the old file, and a wrong file is refused."""

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils.files import read_json, write_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.text().filter(lambda key: key != "kind")


@settings(deadline=None, derandomize=True, max_examples=40)
@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_what_is_written_comes_back(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "round_trip.json"
    write_json(path, "Thing", content)
    assert read_json(path, "Thing") == content


def test_the_file_is_one_that_a_reader_can_read(tmp_path):
    write_json(tmp_path / "a.json", "Thing", {"word": "où"})
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    assert "où" in text and text.endswith("\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_others_may_read_the_file_as_they_may_any_other(tmp_path):
    write_json(tmp_path / "ours.json", "Thing", {})
    (tmp_path / "plain.json").write_text("")
    ours, plain = (stat.S_IMODE((tmp_path / f"{n}.json").stat().st_mode) for n in ("ours", "plain"))
    assert ours == plain


def test_relative_names_and_text_paths_work(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_json("here.json", "Thing", {"a": 1})
    assert read_json("here.json", "Thing") == {"a": 1}


def fail_like_a_full_disk(*_, **__):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("owner", "name"), [(os, "replace"), (Path, "write_bytes")], ids=["moving", "writing"]
)
def test_a_full_disk_leaves_the_old_file_whole_and_no_litter(tmp_path, monkeypatch, owner, name):
    write_json(tmp_path / "a.json", "Thing", {"a": 1})
    monkeypatch.setattr(owner, name, fail_like_a_full_disk)
    with pytest.raises(FileNotFoundError, match="No space left on device.*Name a file in a folder"):
        write_json(tmp_path / "a.json", "Thing", {"a": 2})
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    assert read_json(tmp_path / "a.json", "Thing") == {"a": 1}


def test_an_interrupted_write_leaves_the_old_file_whole_and_no_litter(tmp_path, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    write_json(tmp_path / "a.json", "Thing", {"a": 1})
    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_json(tmp_path / "a.json", "Thing", {"a": 2})
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    assert read_json(tmp_path / "a.json", "Thing") == {"a": 1}


@pytest.mark.parametrize("content", [{"a": {1, 2}}, {"a": "\ud800"}], ids=["a set", "no text"])
def test_content_that_no_file_can_hold_leaves_the_old_file_whole(tmp_path, content):
    write_json(tmp_path / "a.json", "Thing", {"a": 1})
    with pytest.raises((TypeError, ValueError), match="JSON serializable|surrogates"):
        write_json(tmp_path / "a.json", "Thing", content)
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    assert read_json(tmp_path / "a.json", "Thing") == {"a": 1}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("no_such_folder/a.json", "cannot write .*a.json: No such file.*folder that exists"),
        (".", "it is a folder, not a file name.*Name a file"),
    ],
)
def test_a_place_that_cannot_be_written_to_is_named(tmp_path, name, words):
    with pytest.raises(FileNotFoundError, match=words):
        write_json(tmp_path / name, "Thing", {})
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_a_missing_file_is_named(tmp_path, name):
    with pytest.raises(FileNotFoundError, match="there is no file .*save one first"):
        read_json(tmp_path / name, "Thing")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not readable JSON.*save it again"),
        (b'{"kind": "course_utils.Thing", "a": ', "not readable JSON.*save it again"),
        (b"\x80\x04\x95pickle", "not readable JSON.*save it again"),
        (b"{}", "does not hold a Thing .its kind is None.*Thing.save"),
        (b"[1, 2]", "does not hold a Thing"),
        (json.dumps({"kind": "course_utils.Other"}).encode(), "its kind is 'course_utils.Other'"),
    ],
)
def test_a_damaged_or_foreign_file_is_refused(tmp_path, content, words):
    (tmp_path / "a.json").write_bytes(content)
    with pytest.raises(ValueError, match=words):
        read_json(tmp_path / "a.json", "Thing")
