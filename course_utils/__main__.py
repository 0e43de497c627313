"""The course in a terminal: ``python -m course_utils learn | check | progress | map``."""

import argparse
import sys
from pathlib import Path


class _Parser(argparse.ArgumentParser):
    """Says in one sentence what is wrong, without the usage around it."""

    def error(self, message):
        self.exit(2, f"{self.prog}: {message}; --help shows what there is\n")


def main(arguments=None):
    """Run one of the commands.

    Parameters
    ----------
    arguments : list of str, optional
        Taken from the command line where not given.

    Returns
    -------
    int
        0; or 1 where something needs mending, cannot be read or cannot be written.

    Examples
    --------
    >>> main(["progress", "no_such_folder"])
    ✗ no_such_folder: No such file or directory
    1
    """
    parser = _Parser(prog="python -m course_utils", description="The course about itself.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    command = commands.add_parser(
        "learn", help="copy lessons and exercises to work in; what you changed stays"
    )
    command.add_argument(
        "folder", nargs="?", type=Path, help="where to (my_course, in the course's folder)"
    )
    command.set_defaults(run=learn)

    commands.add_parser(
        "check", help="is this machine ready? Where not, how to mend it"
    ).set_defaults(run=check)

    command = commands.add_parser(
        "progress", help="which exercises pass, as you saved them; runs and sends nothing"
    )
    command.add_argument("path", nargs="?", type=Path, help="a notebook, or a folder of them")
    command.set_defaults(run=progress)

    command = commands.add_parser("map", help="draw the chapters, and which builds on which")
    command.add_argument(
        "path",
        nargs="?",
        type=Path,
        default=Path("chapter_map.png"),
        help="the picture to write, .png, .svg or .pdf (chapter_map.png)",
    )
    command.set_defaults(run=draw)

    chosen = vars(parser.parse_args(arguments))
    del chosen["command"]
    return chosen.pop("run")(**chosen)


def learn(folder=None):
    """Make or refresh a learner's own copies.

    Parameters
    ----------
    folder : Path, optional
        Where to; ``my_course`` in the course's folder by default.

    Returns
    -------
    int
        0, or 1 where they cannot be made.
    """
    from course_utils.course.copies import ROOT, copy_course, report

    folder = folder or ROOT / "my_course"
    try:
        results = copy_course(folder)
    except OSError as error:
        print(f"✗ {folder}: {error.strerror or error}")
        return 1
    print(f"Your copies in {folder.name}: {report(results)}")
    return 0


def check():
    """Print what `check_environment` finds.

    Returns
    -------
    int
        0, or 1 where something needs mending.
    """
    from course_utils.course.environment import check_environment, report

    findings = check_environment()
    print(report(findings))
    return int(not all(finding.fine for finding in findings))


def progress(path=None):
    """Print which exercises pass.

    Parameters
    ----------
    path : Path, optional
        A notebook or a folder; your copies of the exercises by default, or the course's own.

    Returns
    -------
    int
        0; or 1 where there is no exercise, or a notebook that cannot be read.
    """
    from course_utils.course.progress import find_exercises, read_folder, report

    path = path or find_exercises()
    results, troubles = read_folder(path)
    if not results and not troubles:
        troubles = [f"{path}: no exercise is in it; name the folder that holds yours"]
    if results:
        print(report(results))
    for trouble in troubles:
        print(f"✗ {trouble}")
    return int(bool(troubles))


def draw(path):
    """Write the map of the chapters as a picture.

    Parameters
    ----------
    path : Path
        Its ending says the format: .png, .svg or .pdf.

    Returns
    -------
    int
        0, or 1 where it cannot be written.
    """
    from course_utils.course.map import save_map

    try:
        print(f"the map is in {save_map(path)}")
    except (OSError, ValueError) as error:
        print(f"✗ {path}: {getattr(error, 'strerror', None) or error}")
        return 1
    return 0


if __name__ == "__main__":
    if sys.stdout:
        sys.stdout.reconfigure(errors="replace")  # a terminal may lack the marks
    sys.exit(main())
