"""The glossary is in order, names chapters that are, and every lesson leads to it."""

import re
import runpy
from pathlib import Path

import nbformat
import pytest

from course_utils.course.chapters import load_chapters

ROOT = Path(__file__).parent.parent
GLOSSARY = runpy.run_path(str(ROOT / "tools" / "build_glossary.py"))
TERMS = GLOSSARY["load_terms"]()
TEXT = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")


def test_it_is_what_the_list_of_terms_makes():
    assert GLOSSARY["build"]() == TEXT, "out of date: run python tools/build_glossary.py"


def test_terms_stand_in_alphabetical_order_and_once():
    shown = [term.lower() for term in re.findall(r"^### (.+)$", TEXT, re.MULTILINE)]
    assert shown == sorted(set(shown))
    assert 2 <= len(shown) / len(load_chapters()) <= 5, "a few words a chapter, no more"


def test_each_chapter_named_exists():
    links = re.findall(r"\]\((notebooks/[^)]+)\)", TEXT)
    assert len(links) == len(TERMS) and all((ROOT / link).exists() for link in links)


@pytest.mark.parametrize(("term", "sentence"), [entry[:2] for entry in TERMS], ids=lambda text: "")
def test_a_term_is_explained_in_one_sentence(term, sentence):
    assert sentence[0].isupper() and sentence.endswith(".")
    assert not re.search(r"[.!?] ", sentence), "one sentence"
    assert len(sentence.split()) <= 35, "a short one"
    assert not re.search(r"[\[\]()#*`_]", term), "a heading that is its own anchor"


@pytest.mark.parametrize("path", sorted(ROOT.glob("notebooks/*.ipynb")), ids=lambda path: path.stem)
def test_each_lesson_leads_to_the_glossary(path):
    cells = nbformat.read(path, as_version=4).cells
    words = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    assert "](../GLOSSARY.md" in words, "link a term at its first use: ../GLOSSARY.md#term"
