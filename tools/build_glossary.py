"""Build ``glossary.ipynb`` from ``tools/glossary.toml``: sorted, with a link to each chapter.

python tools/build_glossary.py
"""

import tomllib
from itertools import groupby
from pathlib import Path

import nbformat

from course_utils.chapters import load_chapters

ROOT = Path(__file__).parent.parent
TITLE = """\
# Glossary

The terms of the course from A to Z, each in one sentence, with the chapter that introduces it.
In JupyterLab the list icon at the far left opens a table of contents to click on."""


def load_terms():
    """The terms in alphabetical order: (term, sentence, number of its chapter)."""
    text = (ROOT / "tools" / "glossary.toml").read_text(encoding="utf-8")
    return sorted(
        (
            (term, sentence, number)
            for number, terms in tomllib.loads(text).items()
            for term, sentence in terms.items()
        ),
        key=lambda entry: entry[0].lower(),
    )


def build():
    """The glossary as the text of a notebook: a heading, and so an anchor, for each term."""
    names = {chapter["number"]: chapter_name(chapter) for chapter in load_chapters()}
    cells = [nbformat.v4.new_markdown_cell(TITLE, id="title")]
    for letter, terms in groupby(load_terms(), key=lambda entry: entry[0][0].upper()):
        entries = [f"### {term}\n\n{text} ({names[number]})" for term, text, number in terms]
        text = "\n\n".join([f"## {letter}", *entries])
        cells.append(nbformat.v4.new_markdown_cell(text, id=f"letter-{letter}"))
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    return nbformat.writes(notebook) + "\n"


def chapter_name(chapter):
    """Number and title, as a link once the chapter is written."""
    name = f"{chapter['number']} {chapter['title']}"
    file = f"notebooks/{chapter['file']}.ipynb"
    return f"[{name}]({file})" if (ROOT / file).exists() else f"{name}, to come"


if __name__ == "__main__":
    (ROOT / "glossary.ipynb").write_text(build(), encoding="utf-8")
