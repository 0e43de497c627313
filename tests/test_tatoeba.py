"""The Tatoeba file is found, downloaded once, checked and grouped; offline there is a way out."""

import hashlib
import http.client
import io
import runpy
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path
from urllib.error import URLError

import pytest

from course_utils import datasets
from course_utils.datasets import cache_folder, find_tatoeba, load_tatoeba

TEXT = 'Go.\tVa !\nHi.\tSalut !\nHi.\tSalut.\nHi.\tSalut !\nSay "no".\tDites « non ».\n'
PAIRS = [
    ("Go.", ("Va !",)),
    ("Hi.", ("Salut !", "Salut.")),
    ('Say "no".', ("Dites « non ».",)),
]


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    """A cache folder of the test's own, and a short file as the one expected."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))
    monkeypatch.delenv("COURSE_DATA", raising=False)
    monkeypatch.setitem(datasets.TATOEBA, "sha256", hashlib.sha256(TEXT.encode()).hexdigest())


@pytest.fixture
def network(monkeypatch):
    """Answers with an archive of the text; counts how often it was asked."""
    answers = {"count": 0, "text": TEXT, "name": "fra-eng/fra.txt"}

    def urlopen(address, timeout=None):
        answers["count"] += 1
        assert timeout, "a download without a time limit may hang for ever"
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as file:
            file.writestr(answers["name"], answers["text"])
        return io.BytesIO(archive.getvalue())

    monkeypatch.setattr(urllib.request, "urlopen", urlopen)
    return answers


@pytest.fixture
def offline(monkeypatch):
    def urlopen(address, timeout):
        raise URLError("Name or service not known")

    monkeypatch.setattr(urllib.request, "urlopen", urlopen)


def write(path, text=TEXT):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_it_is_downloaded_once_and_shows_its_licence(network, capsys):
    assert load_tatoeba() == load_tatoeba("download") == PAIRS
    assert network["count"] == 1
    assert [path.name for path in (cache_folder() / "fra-eng").iterdir()] == ["fra.txt"]
    out = capsys.readouterr().out
    assert "CC BY 2.0" in out and "attribution: www.manythings.org/anki and tatoeba.org" in out


def test_pairs_have_names(network):
    assert load_tatoeba()[1].english == "Hi."
    assert load_tatoeba()[1].references == ("Salut !", "Salut.")


def test_the_named_data_folder_comes_first(offline, tmp_path, monkeypatch):
    write(tmp_path / "data" / "fra-eng" / "fra.txt")
    monkeypatch.setenv("COURSE_DATA", str(tmp_path / "data"))
    assert load_tatoeba() == PAIRS


def test_local_never_downloads_and_says_what_to_do(network, tmp_path, monkeypatch):
    assert find_tatoeba() is None
    with pytest.raises(FileNotFoundError, match="not on this machine.*download.*fra.txt") as error:
        load_tatoeba("local")
    assert network["count"] == 0
    (line,) = error.value._render_traceback_()  # what a notebook shows
    assert "\n" not in line and str(error.value) in line
    load_tatoeba("download")
    assert load_tatoeba("local") == PAIRS and find_tatoeba().parent.parent == cache_folder()
    path = write(tmp_path / "data" / "fra-eng" / "fra.txt")
    monkeypatch.setenv("COURSE_DATA", str(tmp_path / "data"))
    assert find_tatoeba() == path


def test_a_path_reads_any_edition(offline, tmp_path):
    line = "Go.\tVa !\tCC-BY 2.0 (France) Attribution: tatoeba.org\n"
    assert load_tatoeba(write(tmp_path / "new.txt", line)) == [("Go.", ("Va !",))]


def test_offline_there_is_a_way_out(offline, tmp_path):
    with pytest.raises(URLError, match="not known(.|\n)*another machine.*COURSE_") as error:
        load_tatoeba()
    first, note = error.value._render_traceback_()  # what a notebook shows
    assert first.startswith("URLError") and note.startswith("cannot download https")
    with pytest.raises(FileNotFoundError, match="there is no file .*x.txt; give the path"):
        load_tatoeba(tmp_path / "x.txt")


def test_an_answer_that_breaks_off_is_an_error_of_the_connection(monkeypatch):
    def urlopen(address, timeout):
        raise http.client.IncompleteRead(b"half")

    monkeypatch.setattr(urllib.request, "urlopen", urlopen)
    with pytest.raises(ConnectionError, match="broke off(.|\n)*cannot download"):
        load_tatoeba()


def test_a_cache_that_cannot_be_written_to_is_named(network, tmp_path, monkeypatch):
    write(tmp_path / "file")
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "file"))
    with pytest.raises(OSError, match="cannot keep the sentences in .*XDG_CACHE_HOME"):
        load_tatoeba()


@pytest.mark.parametrize("named", ["data", "data/fra-eng", "data/fra-eng/fra.txt"])
@pytest.mark.parametrize("home", [True, False])
def test_the_file_or_its_folders_may_be_named_also_from_the_home_folder(
    offline, tmp_path, monkeypatch, named, home
):
    path = write(tmp_path / "data" / "fra-eng" / "fra.txt")
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(tmp_path))
    named = f"~/{named}" if home else str(tmp_path / named)
    assert load_tatoeba(named) == PAIRS
    monkeypatch.setenv("COURSE_DATA", named)
    assert find_tatoeba() == path and load_tatoeba("local") == PAIRS


def test_a_named_folder_without_the_file_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_DATA", str(tmp_path / "elsewhere"))
    with pytest.raises(FileNotFoundError, match="COURSE_DATA is .*elsewhere, which has no fra-eng"):
        load_tatoeba("local")


def test_a_header_is_no_pair(tmp_path):
    for header in ("English\tFrench", "en\tfr", "source\ttarget\tid"):
        assert load_tatoeba(write(tmp_path / "a.txt", f"{header}\n{TEXT}")) == PAIRS
    assert load_tatoeba(write(tmp_path / "a.txt", "English\tAnglais\n")) == [
        ("English", ("Anglais",))
    ]


def zipped(text):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("fra.txt", text)
    return archive.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (
            "1276\tLet's try.\t3\tEssayons.\n1277\tGo.\t4\tVa.\n",
            "numbers, such as '1276', not",
        ),
        ("French\tEnglish\nVa !\tGo.\n", "has French first"),
        ("English\tFrench\n", "has no line"),
        ("Go.\tÉté\n".encode("latin-1"), r"not UTF-8 \(0xc9 at byte 4 .*save it as UTF-8"),
        (TEXT.encode("utf-16"), r"not UTF-8 \(0xff at byte 0"),
        ("Go.\tVa !\n".encode("utf-16-le"), r"not UTF-8 \(a zero byte"),
        (zipped(TEXT), "is a zip archive; unpack it"),
    ],
    ids=["ids", "French first", "header", "Latin-1", "UTF-16", "UTF-16 without mark", "zip"],
)
def test_a_file_that_is_something_else_says_what_to_do(tmp_path, content, words):
    (tmp_path / "a.txt").write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(ValueError, match=words):
        load_tatoeba(tmp_path / "a.txt")


def test_a_sentence_may_be_a_number(tmp_path):
    assert load_tatoeba(write(tmp_path / "a.txt", f"1999\tMille neuf cents\n{TEXT}"))[1:] == PAIRS


def test_a_changed_file_is_refused_and_not_kept(network, tmp_path, monkeypatch):
    network["text"] = TEXT + "More.\tPlus.\n"
    with pytest.raises(ValueError, match="another edition or damaged: .* expected"):
        load_tatoeba()
    assert not cache_folder().exists()
    path = write(tmp_path / "data" / "fra-eng" / "fra.txt", "Go.\tVa !\n")
    monkeypatch.setenv("COURSE_DATA", str(tmp_path / "data"))
    with pytest.raises(ValueError, match="fra.txt is another edition.*give its path"):
        load_tatoeba()
    assert load_tatoeba(path) == [("Go.", ("Va !",))]


def test_an_answer_that_is_no_such_archive_is_explained(network, monkeypatch, tmp_path):
    network["name"] = "something.txt"
    with pytest.raises(ValueError, match="did not answer with an archive of fra-eng/fra.txt"):
        load_tatoeba()
    monkeypatch.setattr(urllib.request, "urlopen", lambda *_, **__: io.BytesIO(b"<html>"))
    with pytest.raises(ValueError, match="did not answer with an archive"):
        load_tatoeba()
    with pytest.raises(ValueError, match="has no line 'English<tab>French'"):
        load_tatoeba(write(tmp_path / "other.txt", "no tabs\n"))


def test_without_them_the_lesson_is_skipped_with_its_reason():
    root = Path(__file__).parent.parent
    lesson = root / "notebooks" / "26_real_sentences.ipynb"
    command = [sys.executable, "-m", "pytest", "-n", "0", "-rs", "-p", "no:cacheprovider"]
    done = subprocess.run([*command, str(lesson)], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0 and "needs the sentences of Tatoeba" in done.stdout, done.stdout
    assert "skipped" in done.stdout and "passed" not in done.stdout
    result = runpy.run_path(str(root / "tools" / "execute_lessons.py"))["execute"](lesson)
    assert not result.error and "needs the sentences of Tatoeba" in result.skipped
