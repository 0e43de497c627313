"""JSON files: a failed write keeps the old file, and a wrong file is refused."""

import json
import os
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils._files import read_json, write_json, write_texts

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


posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits, hardly links")


@posix
def test_others_may_read_the_file_as_they_may_any_other(tmp_path):
    write_json(tmp_path / "ours.json", "Thing", {})
    (tmp_path / "plain.json").write_text("")
    ours, plain = (stat.S_IMODE((tmp_path / f"{n}.json").stat().st_mode) for n in ("ours", "plain"))
    assert ours == plain


@posix
def test_a_file_keeps_its_mode_and_a_link_its_target(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "target.txt", tmp_path / "link.txt"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_texts({link: "new"})
    assert link.is_symlink() and target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@posix
def test_many_may_save_to_one_place_while_others_read_it(tmp_path):
    path = tmp_path / "a.json"
    words = [letter * 20_000 for letter in "abcd"]
    write_json(path, "Thing", {"word": words[0]})
    saving = threading.Event()
    saving.set()

    def save(word):
        for _ in range(50):
            write_json(path, "Thing", {"word": word})

    def read():
        found = set()
        while saving.is_set():
            found.add(read_json(path, "Thing")["word"])
        return found

    with ThreadPoolExecutor(5) as pool:
        reader, savers = pool.submit(read), [pool.submit(save, word) for word in words]
        try:
            for saver in savers:
                saver.result()
        finally:
            saving.clear()
        assert reader.result() <= set(words)
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


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
    with pytest.raises(OSError, match=r"No space left on device: '.*a\.json'") as error:
        write_json(tmp_path / "a.json", "Thing", {"a": 2})
    assert type(error.value) is OSError and error.value.errno == 28
    assert "cannot write" in error.value.__notes__[0] and "Free some room" in str(
        error.value.__notes__
    )
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    assert read_json(tmp_path / "a.json", "Thing") == {"a": 1}


def test_of_several_files_none_moves_before_all_are_written(tmp_path, monkeypatch):
    paths = [tmp_path / name for name in ("a", "b", "c")]
    write_texts(dict.fromkeys(paths, "old"))
    write = Path.write_bytes
    turns = iter([write, write, fail_like_a_full_disk])
    monkeypatch.setattr(Path, "write_bytes", lambda *args: next(turns)(*args))
    with pytest.raises(OSError, match="No space left on device: '.*c'"):
        write_texts(dict.fromkeys(paths, "new"))
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == dict.fromkeys(
        "abc", "old"
    )


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
    ("name", "error", "words"),
    [
        ("no_such_folder/a.json", FileNotFoundError, "No such file.*a.json'\ncannot.*that exists"),
        (".", IsADirectoryError, "it is a folder or a device, not a file.*Name a file"),
    ],
)
def test_a_place_that_cannot_be_written_to_is_named(tmp_path, name, error, words):
    with pytest.raises(error, match=f"(?s){words}"):
        write_json(tmp_path / name, "Thing", {})
    assert not list(tmp_path.iterdir())


@posix
def test_a_read_only_file_stays_as_it_is(tmp_path, monkeypatch):
    (tmp_path / "a.json").write_text("old")
    (tmp_path / "a.json").chmod(0o444)
    monkeypatch.setattr(os, "access", lambda *_: False)  # as for anyone but root
    with pytest.raises(PermissionError, match="read-only: '.*a.json'\ncannot .* you may write to"):
        write_json(tmp_path / "a.json", "Thing", {})
    assert (tmp_path / "a.json").read_text() == "old"


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
