"""Build ``GLOSSARY.md`` from ``tools/glossary.toml``: sorted, with a link to each chapter.

    python tools/build_glossary.py

It is Markdown, and no notebook, because of its anchors: JupyterLab opens a linked Markdown file
rendered and at the heading; a linked notebook it opens at the top.
"""

import tomllib
from itertools import groupby
from pathlib import Path

from course_utils._files import write_texts
from course_utils.course.chapters import load_chapters

ROOT = Path(__file__).parent.parent
TITLE = """\
# Glossary

The terms of the course from A to Z, each in one sentence, with the chapter that introduces it."""


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
    """The glossary as Markdown: a heading, and so an anchor, for each term."""
    names = {chapter["number"]: chapter_name(chapter) for chapter in load_chapters()}
    parts = [TITLE]
    for letter, terms in groupby(load_terms(), key=lambda entry: entry[0][0].upper()):
        parts.append(f"## {letter}")
        parts += [f"### {term}\n\n{text} ({names[number]})" for term, text, number in terms]
    return "\n\n".join(parts) + "\n"


def chapter_name(chapter):
    """Number and title, as a link."""
    return f"[{chapter['number']} {chapter['title']}](notebooks/{chapter['file']}.ipynb)"


if __name__ == "__main__":
    write_texts({ROOT / "GLOSSARY.md": build()})
