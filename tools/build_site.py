"""Build the web edition of the course into ``build/site/``: make site.

    python -m pip install -e ".[site]" -c constraints.txt
    python tools/build_site.py

The pages are the notebooks with their stored outputs, the exercises, the glossary and the other
Markdown files, copied beside each other as they lie in the repository, so that their links hold.
Sphinx renders them; nothing runs, and nothing is fetched when they are read. A notebook without
outputs, a picture without alt text, a link that leads nowhere and an equation that does not
compile stop the build, which then leaves the old site as it was.
"""

import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import matplotlib.pyplot as plt
import nbformat
from PIL import Image
from publish import BADGE, BRANCH, COLAB, current_address

from course_utils.course.chapters import load_chapters
from course_utils.course.map import course_map

ROOT = Path(__file__).parent.parent
SITE = ROOT / "build" / "site"
PAGES = ["README", "GLOSSARY", "INSTRUCTORS", "TROUBLESHOOTING", "CONTRIBUTING", "CHANGELOG"]
#: What pages link to that is no page.
FILES = ["images", "data", "LICENSE", "LICENSE-TEXT", "CITATION.cff", "site/static/katex/LICENSE"]
#: The front page's pictures: (stem of the lesson, place of the picture among its pictures).
FINDINGS = [("10_conv1d_smoothing", 2), ("23_attention", 0), ("25_english_to_french", 1)]
ALT_LENGTH = 40
PICTURE_WEIGHT = 250_000  # bytes
SEARCHING = re.compile(r'<script src="[^"]*(searchtools|language_data|searchindex)\.js"></script>')


class Fault(Exception):
    """What stops the build: file, cell, what is wrong, what to do."""


def pictures_of(cell):
    """The pictures that a cell stored, as PNG in base64; those of a slider in their order."""
    for output in cell.get("outputs", []):
        data = output.get("data", {})
        yield from [data["image/png"]] if "image/png" in data else []
        yield from re.findall(r"data:image/png;base64,([^\"]+)", data.get("text/html", ""))


def alt_of(cell):
    """The alt text of a cell's picture; "" where there is none."""
    return cell.metadata.get("mystnb", {}).get("image", {}).get("alt", "")


def prepare(notebook, name):
    """Make a page of a notebook: what is folded in JupyterLab is folded here, too.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Changed in place.
    name : str
        How a fault names it.

    Returns
    -------
    nbformat.NotebookNode

    Raises
    ------
    Fault
        If nothing is stored, or a picture has no alt text of at least 40 characters.
    """
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    if name.startswith("notebooks/") and not any(cell.outputs for cell in code):
        raise Fault(
            f"{name}: no cell has a stored output; run python tools/execute_lessons.py {name}"
        )
    for place, cell in enumerate(notebook.cells):
        if cell.cell_type == "markdown":
            cell.source = BADGE.sub("\n", cell.source)
            continue
        if any(pictures_of(cell)) and len(alt_of(cell)) < ALT_LENGTH:
            raise Fault(
                f"{name}, cell {place}: its picture needs alt text that says what it shows, in at "
                f'least {ALT_LENGTH} characters: metadata {{"mystnb": {{"image": {{"alt": ...}}}}}}'
            )
        tags = set(cell.metadata.get("tags", []))
        if cell.metadata.get("jupyter", {}).get("outputs_hidden") and cell.outputs:
            tags.add("hide-output")
        if "from course_utils.start import start" in cell.source:
            tags.add("hide-input")
        if tags >= {"hide-input", "hide-output"}:
            tags = tags - {"hide-input", "hide-output"} | {"hide-cell"}
        cell.metadata["tags"] = sorted(tags)
        prompt = (
            "Predicted? Show what comes out"
            if tags & {"hide-output", "hide-cell"}
            else "Show the code"
        )
        cell.metadata.setdefault("mystnb", {})["code_prompt_show"] = prompt
        for output in cell.outputs:  # a slider's pictures are told apart by their values
            if html := output.get("data", {}).get("text/html"):
                output.data["text/html"] = html.replace(' alt="', f' alt="{alt_of(cell)} Now: ')
    return notebook


def contents(exercises):
    """The tables of contents, which the theme shows at the side: a part each."""
    parts = {}
    for chapter in load_chapters():
        parts.setdefault(chapter["part"], []).append(f"notebooks/{chapter['file']}")
    parts["Exercises"] = [f"exercises/{stem}" for stem in exercises]
    parts["More"] = [*PAGES, "data/README"]
    trees = (
        f"```{{toctree}}\n:hidden:\n:caption: {part}\n\n" + "\n".join(pages) + "\n```"
        for part, pages in parts.items()
    )
    return "\n\n".join(trees)


def findings(lessons):
    """The front page's pictures, each a link to its lesson."""
    titles = {chapter["file"]: chapter["title"] for chapter in load_chapters()}
    figures = []
    for stem, place in FINDINGS:
        cell = [cell for cell in lessons[stem].cells if any(pictures_of(cell))][place]
        png = next(pictures_of(cell))
        figures.append(
            f'<figure><a href="notebooks/{stem}.html">'
            f'<img src="data:image/png;base64,{png.strip()}" alt="{alt_of(cell)}"></a>'
            f"<figcaption>Chapter {stem[:2]}: {titles[stem]}</figcaption></figure>"
        )
    return raw_html(f'<div class="findings">{"".join(figures)}</div>')


def chapter_map():
    """The map as an SVG whose boxes are links."""
    figure = course_map("notebooks/{file}.html")
    drawn = io.StringIO()
    figure.savefig(drawn, format="svg", metadata={"Date": None})
    plt.close(figure)
    svg = drawn.getvalue()
    svg = svg[svg.index("<svg") :]
    # A link wants a name, which a drawn word is not.
    names = {
        f"notebooks/{chapter['file']}.html": f"{chapter['number']} {chapter['title']}"
        for chapter in load_chapters()
    }
    svg = re.sub(
        '<a xlink:href="([^"]+)"[^>]*>',
        lambda link: f'<a href="{link[1]}" role="link" aria-label="{names[link[1]]}">',
        svg,
    )
    return raw_html(f'<div class="map" tabindex="0">{svg}</div>')


def raw_html(html):
    """HTML that MyST leaves alone."""
    return f"```{{raw}} html\n{html}\n```"


def write_sources(folder):
    """Lay all pages out below a folder, as Sphinx reads them."""
    shutil.copytree(ROOT / "site", folder, dirs_exist_ok=True)
    prepared = {"notebooks": {}, "exercises": {}}
    for kind, pages in prepared.items():
        (folder / kind).mkdir()
        for path in sorted((ROOT / kind).glob("*.ipynb")):
            pages[path.stem] = prepare(nbformat.read(path, as_version=4), f"{kind}/{path.name}")
            nbformat.write(pages[path.stem], folder / kind / path.name)
    for name in PAGES:
        shutil.copy(ROOT / f"{name}.md", folder)
    for name in FILES:
        source = ROOT / name
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    front = folder / "index.md"
    text = front.read_text(encoding="utf-8")
    for mark, filled in {
        "{{ findings }}": findings(prepared["notebooks"]),
        "{{ map }}": chapter_map(),
        "{{ contents }}": contents(prepared["exercises"]),
    }.items():
        text = text.replace(mark, filled)
    front.write_text(text, encoding="utf-8")


def render(source, target):
    """Run Sphinx, every warning an error.

    Raises
    ------
    Fault
        With what Sphinx said, where it found something.
    """
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-E"]
    environment = {
        **os.environ,
        "COURSE_ADDRESS": current_address(),
        "COURSE_BRANCH": BRANCH,
        "COURSE_COLAB_ADDRESS": COLAB,
    }
    done = subprocess.run(
        [*command, "-b", "html", source, target], env=environment, stderr=subprocess.PIPE, text=True
    )
    if done.returncode:
        raise Fault(done.stderr.replace(f"{source}{os.sep}", ""))


def lighten(site):
    """Make pages light: small pictures, and no script of 1.5 MB for a few icons.

    The theme's stylesheet draws the same icons with a font, and only the page of the search
    reads the index.
    """
    for path in site.rglob("*.map"):
        path.unlink()
    for path in (site / "_images").glob("*.png"):
        lighten_picture(path)
    (site / "_static" / "scripts" / "fontawesome.js").write_text("", encoding="utf-8")
    for path in set(site.rglob("*.html")) - {site / "search.html"}:
        page = SEARCHING.sub("", path.read_text(encoding="utf-8"))
        path.write_text(page, encoding="utf-8")


def lighten_picture(path):
    """Give a picture few colours and, where that is not enough (a photograph), fewer points."""
    with Image.open(path) as picture:
        small = picture.convert("RGB")
    small.quantize(128).save(path, optimize=True)
    while path.stat().st_size > PICTURE_WEIGHT:
        small = small.resize([side * 3 // 4 for side in small.size])
        small.quantize(128).save(path, optimize=True)


def build():
    """Build the site beside the old one, and only then put it in its place."""
    SITE.parent.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=SITE.parent, prefix=".site-") as aside:
        source, target, old = (Path(aside, name) for name in ("source", "site", "old"))
        source.mkdir()
        write_sources(source)
        render(source, target)
        lighten(target)
        if SITE.exists():
            SITE.rename(old)
        target.rename(SITE)
    return SITE


def main():
    try:
        site = build()
    except Fault as fault:
        raise SystemExit(f"{fault}\nThe site was not built; the old one is as it was.") from None
    pages = list(site.rglob("*.html"))
    print(f"{len(pages)} pages in {site.relative_to(ROOT)}; open index.html")


if __name__ == "__main__":
    main()
