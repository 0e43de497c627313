"""Write the README's chapter table from ``course_utils/course/chapters.toml`` and the lessons.

python tools/readme_table.py
"""

import json
import re
import sys
from pathlib import Path

from course_utils._files import write_texts
from course_utils.course.chapters import load_chapters

ROOT = Path(__file__).parent.parent
TABLE = re.compile(r"(<!-- chapters -->\n).*?(<!-- /chapters -->)", re.DOTALL)


def chapter_table():
    """The table in Markdown: one row a chapter, grouped by part."""
    lines = ["| chapter | minutes | needs | afterwards you can |", "|---|---|---|---|"]
    part = None
    for chapter in load_chapters():
        if chapter["part"] != part:
            part = chapter["part"]
            lines.append(f"| **{part}** | | | |")
        lesson = ROOT / "notebooks" / f"{chapter['file']}.ipynb"
        name = f"{chapter['number']} {chapter['title']}"
        minutes = "to come"
        if lesson.exists():
            name = f"[{name}](notebooks/{lesson.name})"
            minutes = f"{chapter['minutes']} (runs in {run_seconds(lesson)} s)"
        needs = ", ".join(chapter["needs"]) or "-"
        lines.append(f"| {name} | {minutes} | {needs} | {chapter['outcome']} |")
    return "\n".join(lines) + "\n"


def run_seconds(lesson):
    """The measured seconds that the lesson's header states, or a question mark."""
    cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    found = re.search(r"(\d+) seconds to run", "".join(cells[0]["source"]))
    return found.group(1) if found else "?"


def update(name, table):
    """Replace the table between a page's two markers."""
    text = (ROOT / name).read_text(encoding="utf-8")
    new, places = TABLE.subn(lambda match: match[1] + table + match[2], text)
    if places != 1:
        sys.exit(f"{name} has {places} places for the table; there must be one")
    write_texts({ROOT / name: new})


def update_readme():
    update("README.md", chapter_table())


if __name__ == "__main__":
    update_readme()
