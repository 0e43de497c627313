"""The pages of the web edition before Sphinx has them; what it makes of them: tests/site."""

import re

import build_site
import nbformat
import numpy as np
import pytest
from build_site import Fault, prepare
from PIL import Image

from course_utils.course.chapters import load_chapters

PNG = {"image/png": "iVBORw0KGgo="}
ALT = "A line that falls from the upper left to the lower right"


def notebook(*cells):
    return nbformat.v4.new_notebook(cells=list(cells))


def code(source="draw()", data=None, alt=None, **metadata):
    outputs = [nbformat.v4.new_output("display_data", data)] if data else []
    if alt is not None:
        metadata["mystnb"] = {"image": {"alt": alt}}
    return nbformat.v4.new_code_cell(source, outputs=outputs, metadata=metadata)


def test_a_lesson_that_was_not_run_stops_the_build_with_the_remedy():
    with pytest.raises(Fault, match=r"notebooks/01_x.*execute_lessons.py notebooks/01_x"):
        prepare(notebook(code()), "notebooks/01_x.ipynb")
    assert prepare(notebook(code()), "exercises/01_x.ipynb")  # stubs have nothing to show


@pytest.mark.parametrize("alt", [None, "", "a picture"])
def test_a_picture_without_words_stops_the_build_with_its_cell(alt):
    page = notebook(nbformat.v4.new_markdown_cell("# Title"), code(data=PNG, alt=alt))
    with pytest.raises(Fault, match="notebooks/01_x.ipynb, cell 1: .*alt text"):
        prepare(page, "notebooks/01_x.ipynb")


@pytest.mark.parametrize(
    "tags, hidden, folds, prompt",
    [
        ([], False, [], "Show the code"),
        (["hide-input"], False, ["hide-input"], "Show the code"),
        ([], True, ["hide-output"], "Predicted? Show what comes out"),
        (["hide-input"], True, ["hide-cell"], "Predicted? Show what comes out"),
    ],
)
def test_what_jupyterlab_folds_the_page_folds(tags, hidden, folds, prompt):
    jupyter = {"outputs_hidden": True} if hidden else {}
    cell = code(data=PNG, alt=ALT, tags=tags, jupyter=jupyter)
    prepare(notebook(cell), "notebooks/01_x.ipynb")
    assert cell.metadata.tags == folds and cell.metadata.mystnb.code_prompt_show == prompt
    assert cell.metadata.mystnb.image.alt == ALT


def test_each_picture_of_a_slider_says_what_it_shows_and_at_which_value():
    cell = code(data={"text/html": '<img src="data:image/png;base64,a" alt="width 3">'}, alt=ALT)
    prepare(notebook(cell), "notebooks/01_x.ipynb")
    assert f'alt="{ALT} Now: width 3"' in cell.outputs[0].data["text/html"]


def test_every_chapter_is_a_link_on_the_map_and_a_page_at_the_side():
    drawn, listed = build_site.chapter_map(), build_site.contents([])
    for chapter in load_chapters()[1:]:
        link = f'href="notebooks/{chapter["file"]}.html"'
        assert f'{link} role="link" aria-label="{chapter["number"]} ' in drawn
        assert f"notebooks/{chapter['file']}\n" in listed


def test_all_sources_are_laid_out_and_the_front_page_is_filled(tmp_path):
    build_site.write_sources(tmp_path)
    front = (tmp_path / "index.md").read_text(encoding="utf-8")
    assert "{{" not in front and front.count("<figure>") == len(build_site.FINDINGS)
    for page in build_site.PAGES:
        text = (tmp_path / f"{page}.md").read_text(encoding="utf-8")
        for link in re.findall(r"\]\((?!https?:)([^)#\s]+)", text):
            assert (tmp_path / link).exists(), f"{page}.md: {link}"
    lessons = {path.name for path in (build_site.ROOT / "notebooks").glob("*.ipynb")}
    assert {path.name for path in (tmp_path / "notebooks").iterdir()} == lessons


def test_a_build_that_fails_leaves_the_old_site(tmp_path, monkeypatch, capsys):
    def fail(source, target):
        target.mkdir()
        raise Fault("notebooks/01_x.md:3: WARNING: equation: Expected '}'")

    site = tmp_path / "build" / "site"
    site.mkdir(parents=True)
    (site / "index.html").write_text("old", encoding="utf-8")
    monkeypatch.setattr(build_site, "SITE", site)
    monkeypatch.setattr(build_site, "render", fail)
    with pytest.raises(SystemExit, match="equation: Expected.*\nThe site was not built"):
        build_site.main()
    assert (site / "index.html").read_text(encoding="utf-8") == "old"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path, monkeypatch):
    site = tmp_path / "build" / "site"
    site.mkdir(parents=True)
    (site / "gone.html").write_text("old", encoding="utf-8")
    monkeypatch.setattr(build_site, "SITE", site)
    monkeypatch.setattr(build_site, "lighten", lambda target: None)

    def render(source, target):
        assert (source / "conf.py").exists()
        target.mkdir()
        (target / "index.html").write_text("new", encoding="utf-8")

    monkeypatch.setattr(build_site, "render", render)
    assert build_site.build() == site
    assert [path.name for path in site.iterdir()] == ["index.html"]


def test_pages_are_made_light(tmp_path):
    script = tmp_path / "_static" / "scripts" / "fontawesome.js"
    picture, source_map = tmp_path / "_images" / "a.png", script.with_suffix(".js.map")
    for path in (script, picture):
        path.parent.mkdir(parents=True)
    script.write_text("a megabyte", encoding="utf-8")
    source_map.write_text("two", encoding="utf-8")
    colors = np.random.default_rng(0).integers(0, 256, (900, 600, 3), dtype="uint8")
    Image.fromarray(colors[:40, :40]).save(picture)
    photograph = picture.with_name("photograph.png")
    Image.fromarray(colors).save(photograph)
    index = '<script src="../searchindex.js"></script>'
    for name in ("index.html", "search.html"):
        (tmp_path / name).write_text(f"{index}<p>words</p>", encoding="utf-8")
    build_site.lighten(tmp_path)
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "<p>words</p>"
    assert index in (tmp_path / "search.html").read_text(encoding="utf-8")
    assert photograph.stat().st_size <= build_site.PICTURE_WEIGHT
    with Image.open(photograph) as smaller:
        assert smaller.width * 3 == pytest.approx(smaller.height * 2, abs=3)
    assert not source_map.exists() and not script.read_text(encoding="utf-8")
    with Image.open(picture) as small:
        assert small.mode == "P" and small.size == (40, 40)
