"""Carry the lessons' minutes into ``course_utils/course/chapters.toml`` and the tables of chapters.

    python tools/chapter_tables.py

Minutes are computed where a lesson is executed, and stand in its header: from there they go into
the list of chapters, and from that into the tables of the README and of INSTRUCTORS.md.
"""

import json
import re
import sys
from pathlib import Path

from course_utils._files import write_texts
from course_utils.course.chapters import load_chapters

ROOT = Path(__file__).parent.parent
CHAPTERS = ROOT / "course_utils" / "course" / "chapters.toml"
TIMES = re.compile(r"(\d+) minutes to read and try, (\d+) seconds to run")
ENTRY = re.compile(r'(?P<before>^file = "(?P<file>\w+)"\n(?:\w+ = .*\n)*?)minutes = \d+\n', re.M)
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
        name = f"[{chapter['number']} {chapter['title']}](notebooks/{lesson.name})"
        minutes = f"{chapter['minutes']} (runs in {times_of(lesson)[1]} s)"
        needs = ", ".join(chapter["needs"]) or "-"
        lines.append(f"| {name} | {minutes} | {needs} | {chapter['outcome']} |")
    return "\n".join(lines) + "\n"


def times_of(lesson):
    """(minutes to read, seconds to run), as the lesson's header states them."""
    cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    return tuple(map(int, TIMES.search("".join(cells[0]["source"])).groups()))


def with_minutes(text):
    """The list of chapters (TOML), with the minutes that the lessons' headers state."""

    def replaced(entry):
        lesson = ROOT / "notebooks" / f"{entry['file']}.ipynb"
        return f"{entry['before']}minutes = {times_of(lesson)[0]}\n"

    return ENTRY.sub(replaced, text)


def update(name, table):
    """Replace the table between a page's two markers."""
    text = (ROOT / name).read_text(encoding="utf-8")
    new, places = TABLE.subn(lambda match: match[1] + table + match[2], text)
    if places != 1:
        sys.exit(f"{name} has {places} places for the table; there must be one")
    write_texts({ROOT / name: new})


def update_all():
    from instructor_table import assignment_table

    old = CHAPTERS.read_text(encoding="utf-8")
    new = with_minutes(old)
    if new != old:
        write_texts({CHAPTERS: new})
        # Its stored outputs show the list of chapters.
        print("minutes have changed: python tools/execute_lessons.py 00_start_here")
    update("README.md", chapter_table())
    update("INSTRUCTORS.md", assignment_table())


if __name__ == "__main__":
    update_all()
