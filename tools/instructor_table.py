"""The chapter table of INSTRUCTORS.md, from the list of chapters and ``solutions/``.

``chapter_tables.py`` writes it there.
"""

import re
from pathlib import Path

import nbformat

from course_utils.course.chapters import load_chapters

ROOT = Path(__file__).parent.parent
HEADING = "| chapter | builds on | minutes | points | students can | by these exercises (points) |"


def assignment_table():
    """The table in Markdown: a row for each chapter that has an exercise set."""
    chapters = {chapter["number"]: chapter for chapter in load_chapters()}
    lines = [HEADING, "|---|---|---|---|---|---|"]
    for chapter in chapters.values():
        path = ROOT / "solutions" / f"{chapter['file']}.ipynb"
        if path.exists():
            cells = nbformat.read(path, as_version=4).cells
            exercises = exercises_of(cells)
            row = (
                f"{chapter['number']} {chapter['title']}",
                ", ".join(all_needs(chapter, chapters)) or "-",
                f"{chapter['minutes']} + {minutes_of(cells)}",
                str(sum(points for _, points in exercises)),
                chapter["outcome"],
                ", ".join(f"{title} {points}" for title, points in exercises),
            )
            lines.append(f"| {' | '.join(row)} |")
    return "\n".join(lines) + "\n"


def all_needs(chapter, chapters):
    """Every chapter that comes before this one."""
    needed, found = set(), list(chapter["needs"])
    while found:
        number = found.pop()
        needed.add(number)
        found += chapters[number]["needs"]
    return sorted(needed)


def exercises_of(cells):
    """Titles and points of a set's exercises, in order: [("One unit", 1), ...]."""
    title, exercises = "", []
    for cell in cells:
        heading = re.match(r"## \d\d\.\d (.+)", cell.source)
        title = heading.group(1) if heading else title
        if points := cell.metadata.get("nbgrader", {}).get("points"):
            exercises.append((title, points))
    return exercises


def minutes_of(cells):
    """The minutes that a set's first cell names."""
    return re.search(r"[Aa]bout (\d+) minutes", cells[0].source).group(1)
