"""Write the course's address into its notebooks and its README.

    python tools/publish.py https://github.com/OWNER/NAME    # set the address
    python tools/publish.py                                  # apply the one that is set
    python tools/publish.py --check                          # name what disagrees

The address stands in one place, pyproject.toml. From there it reaches every first code cell,
which fetches ``course_utils`` where it is missing, and the badges that open a notebook in Colab.
Without an address there are no badges, and the first cell says what is missing.
"""

import argparse
import json
import re
import sys
import tomllib
from pathlib import Path

import nbformat

from course_utils._files import write_texts

ROOT = Path(__file__).parent.parent
#: The branch that readers get.
BRANCH = "main"
COLAB = "https://colab.research.google.com"

#: What each first code cell holds, with and without an address; {start} may differ in arguments.
PUBLISHED = """\
try:
    from course_utils.start import start
except ModuleNotFoundError:  # as on Colab: fetch it, which needs a network
    %pip install -q {address}/archive/{branch}.zip
    from course_utils.start import start

{start}"""
UNPUBLISHED = """\
try:
    from course_utils.start import start
except ModuleNotFoundError as missing:
    raise SystemExit(
        f"{{missing.name}} is missing. With the course's folder around this "
        "notebook, run `%pip install -e ..`, then restart the kernel."
    ) from missing

{start}"""

ADDRESS = re.compile(r"https://github\.com/(?P<course>[A-Za-z\d][A-Za-z\d-]*/[\w.-]*\w)")
ADDRESS_LINE = re.compile(r"^(?:# )?Repository = .*$", re.MULTILINE)
START = re.compile(r"try:\n    from course_utils\.start .*^(?P<start>start\([^\n]*\))", re.M | re.S)
BADGE = re.compile(r"\n\[!\[Open in Colab\]\S+\n")
COLAB_SECTION = re.compile(r"(?<=<!-- colab -->\n).*?(?=<!-- /colab -->)", re.DOTALL)
WITHOUT_ADDRESS = """\
This copy of the course has no public address yet. Upload its folder to Colab, run
`%pip install -e .` in that folder, and restart the session.
"""


def valid(address):
    """The address without a trailing slash or ``.git``.

    Raises
    ------
    ValueError
        If it is not the https address of a GitHub repository.
    """
    plain = address.rstrip("/").removesuffix(".git")
    if not ADDRESS.fullmatch(plain):
        raise ValueError(
            f"{address!r} is not the address of a GitHub repository; "
            "it reads https://github.com/OWNER/NAME, as in the browser."
        )
    return plain


def current_address():
    """The address that stands in pyproject.toml, or "" if none does."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    address = project.get("urls", {}).get("Repository", "")
    return address and valid(address)


def first_cell(address, start="start(seed=0)"):
    """The source of a first code cell; ``address`` may be ""."""
    template = PUBLISHED if address else UNPUBLISHED
    return template.format(address=address, branch=BRANCH, start=start)


def colab_link(address, name):
    """Where Colab opens ``name``, such as notebooks/01_perceptron.ipynb."""
    return f"{COLAB}/github/{ADDRESS.fullmatch(address)['course']}/blob/{BRANCH}/{name}"


def badge(address, name):
    """The picture that leads there."""
    return f"[![Open in Colab]({COLAB}/assets/colab-badge.svg)]({colab_link(address, name)})"


def read_notebook(path):
    """One notebook, or a ValueError that says why it is none of this course's."""
    name, text = path.relative_to(ROOT), path.read_text(encoding="utf-8")
    try:
        content = json.loads(text)
    except ValueError as error:
        raise ValueError(f"{name} is no notebook: {error}. Restore or remove it.") from error
    version = content.get("nbformat") if isinstance(content, dict) else None
    if version != 4:
        raise ValueError(
            f"{name} has notebook format {version}, the course has 4. "
            f"Convert it: jupyter nbconvert --to notebook --inplace {name}"
        )
    return nbformat.reads(text, as_version=4)


def notebook_text(path, address):
    """A notebook as it should read: its first code cell, and its badge below the title."""
    notebook = read_notebook(path)
    header = next((cell for cell in notebook.cells if cell.cell_type == "markdown"), None)
    code = next((cell for cell in notebook.cells if cell.cell_type == "code"), None)
    found = code and START.fullmatch(code.source)
    if not (found and header):
        raise ValueError(
            f"{path.relative_to(ROOT)} does not begin with a title and this code cell:\n\n"
            + first_cell(address)
        )
    code.source = first_cell(address, found["start"])
    title, _, rest = BADGE.sub("", header.source, count=1).partition("\n")
    if address:  # exercises are built from solutions: both carry the exercises' badge
        folder = "notebooks" if path.parent.name == "notebooks" else "exercises"
        title += f"\n\n{badge(address, f'{folder}/{path.name}')}"
    header.source = f"{title}\n{rest}"
    return nbformat.writes(notebook) + "\n"


def colab_section(address):
    """What the README's section on Colab says."""
    if not address:
        return WITHOUT_ADDRESS
    lines = [badge(address, "notebooks/00_start_here.ipynb")]
    for folder, words in (("notebooks", "Lessons"), ("exercises", "Exercises")):
        links = [
            f"[{path.stem[:2]}]({colab_link(address, f'{folder}/{path.name}')})"
            for path in sorted((ROOT / folder).glob("*.ipynb"))
        ]
        lines.append(f"{words} in Colab: {', '.join(links)}")
    lines.append("Each opens alone: its first cell fetches `course_utils` and the data.")
    return "\n\n".join(lines) + "\n"


def replaced(name, place, new):
    """The text of a file with its one place for the address filled anew."""
    text, places = place.subn(lambda _: new, (ROOT / name).read_text(encoding="utf-8"))
    if places != 1:
        raise ValueError(
            f"{name} has {places} places for the address, marked {place.pattern!r}; "
            "there must be one. Put it back as git has it."
        )
    return text


def published(address):
    """Every file that depends on the address, as it should read: path to text."""
    line = f'Repository = "{address or "https://github.com/OWNER/NAME"}"'
    notebooks = [
        path
        for folder in ("notebooks", "solutions", "exercises")
        for path in sorted((ROOT / folder).glob("*.ipynb"))
    ]
    return {
        **{path: notebook_text(path, address) for path in notebooks},
        ROOT / "README.md": replaced("README.md", COLAB_SECTION, colab_section(address)),
        ROOT / "pyproject.toml": replaced(
            "pyproject.toml", ADDRESS_LINE, line if address else f"# {line}"
        ),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("address", nargs="?", help="https://github.com/OWNER/NAME")
    parser.add_argument("--check", action="store_true", help="change nothing, name what disagrees")
    options = parser.parse_args()
    try:
        address = current_address() if options.address is None else valid(options.address)
        changed = {
            path: text
            for path, text in published(address).items()
            if text != path.read_text(encoding="utf-8")
        }
        if not options.check:
            write_texts(changed)
    except (OSError, ValueError) as error:
        sys.exit(f"{error}\nNothing was changed.")
    for path in changed:
        print(path.relative_to(ROOT))
    if changed and options.check:
        sys.exit("These disagree with the address in pyproject.toml: run python tools/publish.py")


if __name__ == "__main__":
    main()
