"""Fill the folder in which nbgrader works: chapters to assign, and what students handed in.

    python tools/course_folder.py prepare 01 10
    python tools/course_folder.py collect 01 DOWNLOADS

`prepare` copies exercise sets with their solutions to `source/`, where nbgrader wants them
and where you may change them; a copy that you changed is kept. `collect` takes a folder that
holds a notebook, a folder or a zip file for each student, named after the student, and puts
each notebook where nbgrader looks for it, under the name that nbgrader expects. Whatever
cannot be used is named and passed over; the exit code is then 1.
"""

import argparse
import shutil
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import nbformat
from nbgrader.apps import NbGraderAPI
from traitlets.config import PyFileConfigLoader

ROOT = Path(__file__).parent.parent
MOST_BYTES = 20_000_000
#: What Windows and macOS leave in a folder.
NO_STUDENTS = {"thumbs.db", "desktop.ini", "__macosx"}


def all_chapters():
    """The chapters that have an exercise set."""
    return sorted(path.stem for path in (ROOT / "solutions").glob("*.ipynb"))


def find_chapter(name):
    """The exercise set of a chapter: "01" or "01_perceptron" gives "01_perceptron"."""
    for chapter in all_chapters():
        if name in (chapter, chapter[:2]):
            return chapter
    sys.exit(f"There is no exercise set {name!r}. There are: {', '.join(all_chapters())}.")


def prepare(folder, chapters):
    """Copy the sets that are not in ``source/`` yet; say which are."""
    wanted = all_chapters() if chapters == ["all"] else [find_chapter(name) for name in chapters]
    for chapter in wanted:
        original = ROOT / "solutions" / f"{chapter}.ipynb"
        copy = folder / "source" / chapter / original.name
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            part = copy.with_suffix(".part")
            shutil.copyfile(original, part)
            part.replace(copy)
            print(f"{chapter}: copied to {copy}")
        elif copy.read_bytes() == original.read_bytes():
            print(f"{chapter}: there already")
        else:
            print(f"{chapter}: your version is kept (delete {copy} to have the course's)")


def collect(folder, chapter, downloads, gradebook):
    """Put each student's notebook into ``submitted/``; return how many could not be used."""
    if not downloads.is_dir():
        sys.exit(f"{downloads} is not a folder. Name the one with a file for each student.")
    collected, refused = set(), []
    exercises = grade_ids(folder, chapter)
    for entry in sorted(downloads.iterdir()):
        if entry.name.startswith(".") or entry.name.lower() in NO_STUDENTS:
            continue
        student = entry.name if entry.is_dir() else entry.stem
        gradebook.update_or_create_student(student)  # a row in grades.csv, whatever came
        try:
            if student in collected:
                raise ValueError(f"{entry.name} is a second entry of the same name")
            content = choose(notebooks_of(entry), chapter, exercises)
        except Exception as error:  # broken files fail in many ways, and the next may be whole
            refused.append(student)
            print(f"{student}: not collected: {str(error) or type(error).__name__}")
            continue
        collected.add(student)
        place = folder / "submitted" / student / chapter / f"{chapter}.ipynb"
        if not place.exists() or place.read_bytes() != content:
            place.parent.mkdir(parents=True, exist_ok=True)
            # What has a newer stamp is graded anew; a folder's own time says nothing.
            place.with_name("timestamp.txt").write_text(f"{datetime.now(UTC)}\n")
            place.write_bytes(content)
        print(f"{student}: collected")
    names = f": {', '.join(refused)}" if refused else ""
    print(f"\n{len(collected)} collected, {len(refused)} not{names}")
    return len(refused)


def grade_ids(folder, chapter):
    """The marks by which nbgrader knows the cells of a set: yours, or the course's."""
    mine = folder / "source" / chapter / f"{chapter}.ipynb"
    path = mine if mine.exists() else ROOT / "solutions" / mine.name
    return marks_of(nbformat.read(path, as_version=4))


def marks_of(notebook):
    notes = [cell.metadata.get("nbgrader") for cell in notebook.cells]
    return {note.get("grade_id") for note in notes if isinstance(note, dict)} - {None}


def notebooks_of(entry):
    """The notebooks that a student handed in: a list of (file name, bytes)."""
    if entry.suffix.lower() == ".zip" and not entry.is_dir():
        with zipfile.ZipFile(entry) as archive:
            members = [item for item in archive.infolist() if is_notebook(Path(item.filename))]
            if sum(item.file_size for item in members) > MOST_BYTES:
                raise ValueError(f"notebooks of over {MOST_BYTES // 10**6} megabytes")
            return [(item.filename, archive.read(item)) for item in members]
    files = sorted(entry.rglob("*")) if entry.is_dir() else [entry]
    files = [file for file in files if is_notebook(file.relative_to(entry.parent))]
    return [(file.name, file.read_bytes()) for file in files]


def is_notebook(path):
    """Whether it is a notebook of the student's: Jupyter and macOS keep copies beside it."""
    return path.suffix.lower() == ".ipynb" and not any(
        p.startswith((".", "__MAC")) for p in path.parts
    )


def choose(notebooks, chapter, exercises):
    """The bytes of the one notebook that is meant, without a mark of the byte order."""
    named = [found for found in notebooks if Path(found[0]).stem == chapter]
    meant = named if len(named) == 1 else notebooks
    if len(meant) != 1:
        names = ", ".join(name for name, _ in notebooks) or "none"
        raise ValueError(f"one notebook was expected; there are {len(notebooks)}: {names}")
    name, content = meant[0]
    try:
        text = content.decode("utf-8-sig")
        marks = marks_of(nbformat.reads(text, as_version=4))
    except Exception as error:  # nbformat raises many kinds, each for a file it cannot read
        raise ValueError(f"{name} is not a notebook: {str(error)[:60]!r}") from error
    if not marks & exercises:
        raise ValueError(
            f"{name} holds no exercise of {chapter}; is it the lesson, or another chapter's set?"
        )
    return text.encode()


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    preparing = commands.add_parser("prepare", help="copy exercise sets to source/")
    preparing.add_argument("chapters", nargs="+", metavar="CHAPTER", help="such as 01; or all")
    collecting = commands.add_parser("collect", help="copy students' notebooks to submitted/")
    collecting.add_argument("chapter", metavar="CHAPTER", help="such as 01")
    collecting.add_argument("downloads", type=Path, help="folder with a file for each student")
    options = parser.parse_args(arguments)

    config = PyFileConfigLoader("nbgrader_config.py", path=str(ROOT)).load_config()
    folder = Path(config.CourseDirectory.root)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if options.command == "prepare":
            return prepare(folder, options.chapters)
        gradebook = NbGraderAPI(config=config).gradebook
        chapter = find_chapter(options.chapter)
        return int(collect(folder, chapter, options.downloads, gradebook) > 0)
    except OSError as error:
        sys.exit(f"Cannot use {error.filename}: {error.strerror}. Is it yours, and is there room?")


if __name__ == "__main__":
    sys.exit(main())
