"""Notebooks run in JupyterLab, in a real browser, as a reader would run them: make test-browser.

Playwright (the extra ``browser``) drives the system's Chromium; where one of them is missing, all
is skipped, with the reason. The notebooks are copies without outputs: whatever is seen was computed
here. Screenshots go to ``build/screenshots/``, to be looked at.
"""

import json
import os
import runpy
import shutil
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest

from course_utils.course.copies import copy_course

sync_api = pytest.importorskip(
    "playwright.sync_api", reason='needs Playwright: pip install -e ".[browser]"'
)

ROOT = Path(__file__).parents[2]
SCREENSHOTS = ROOT / "build" / "screenshots"
NAMES = "chromium", "chromium-browser", "google-chrome"
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
PATIENCE = 300  # seconds: for a slow machine; nobody waits that long on a usual one
OPENED = [
    "notebooks/00_start_here.ipynb",
    "notebooks/02_gradient_descent.ipynb",
    "notebooks/10_conv1d_smoothing.ipynb",
    "exercises/01_perceptron.ipynb",
]
SLIDERS = dict.fromkeys(OPENED[1:3], 1)
LAPTOP, PHONE = 1280, 390
VIEWS = {
    "laptop": (LAPTOP, "JupyterLab Light"),
    "phone": (PHONE, "JupyterLab Light"),
    "dark": (LAPTOP, "JupyterLab Dark"),
}

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt install chromium")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A learner's copy of the course."""
    root = tmp_path_factory.mktemp("course")
    copy_course(root)
    return root


@pytest.fixture(scope="module")
def lab(folder, tmp_path_factory):
    """The address, to be filled in, of a running JupyterLab that knows no user's settings."""
    home = tmp_path_factory.mktemp("home")
    for name, settings in {
        "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
        "notebook-extension/tracker": {"scrollPastEnd": False},
    }.items():
        file = home / "lab" / "user-settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps(settings))
    environment = os.environ | {
        "JUPYTER_CONFIG_DIR": str(home),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "IPYTHONDIR": str(home / "ipython"),
    }
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", "--port=0"]
    command += ["--allow-root", "--expose-app-in-browser", f"--ServerApp.root_dir={folder}"]
    with (home / "log.txt").open("w") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            yield address(server, home)
        finally:
            server.terminate()
            server.wait()


def address(server, home):
    """Where the server listens, with its token; it writes both into a file once it does."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        for file in (home / "runtime").glob("jpserver-*.json"):
            if text := file.read_text():
                info = json.loads(text)
                return f"http://127.0.0.1:{info['port']}/doc/tree/{{}}?token={info['token']}"
        time.sleep(0.2)
    raise RuntimeError(f"JupyterLab did not start:\n{(home / 'log.txt').read_text()}")


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        # A container's root has no sandbox, and nothing is to be looked up in a network.
        switches = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        switches += ["--disable-component-update", "--disable-sync", "--disable-quic"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=switches)
        yield browser
        browser.close()


def open_notebook(browser, lab, name):
    page = browser.new_page(viewport={"width": LAPTOP, "height": 1600})
    page.set_default_timeout(1000 * PATIENCE)
    sync_api.expect.set_options(timeout=1000 * PATIENCE)
    page.goto(lab.format(name))
    page.wait_for_function(
        "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel"
    )
    return page


@pytest.fixture(scope="module", params=OPENED)
def page(request, lab, browser):
    """A notebook, opened and run to its end or to its first error."""
    page = open_notebook(browser, lab, request.param)
    page.evaluate("void jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_function(
        """() => {
            const { content, sessionContext } = jupyterapp.shell.currentWidget;
            const code = content.model.sharedModel.cells.filter((c) => c.cell_type === "code");
            const failed = (c) => c.outputs.some((o) => o.output_type === "error");
            const ended = code.every((c) => c.execution_count) || code.some(failed);
            return ended && sessionContext.session.kernel.status === "idle";
        }"""
    )
    yield page
    page.evaluate("jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    page.close()


@pytest.fixture
def name(request):
    """Which of the opened notebooks the page shows."""
    return request.node.callspec.params["page"]


def outputs(page):
    return page.evaluate(
        """() => jupyterapp.shell.currentWidget.content.model.sharedModel.cells
            .filter((cell) => cell.cell_type === "code").flatMap((cell) => cell.outputs)"""
    )


def test_no_cell_is_in_error_and_nothing_is_on_stderr(page):
    shown = outputs(page)
    assert shown
    assert not [output for output in shown if output["output_type"] == "error"]
    assert not [output["text"] for output in shown if output.get("name") == "stderr"]


def test_each_check_of_an_exercise_answers(page, name):
    answers = [out["text"] for out in outputs(page) if "not attempted yet" in out.get("text", "")]
    assert len(answers) >= 4 or name.startswith("notebooks")


def test_a_slider_moves_its_picture(page, name):
    """With the keyboard: a step to the right gives another picture, a step back the first."""
    sliders = page.locator(".slider input")
    assert sliders.count() == SLIDERS.get(name, 0)
    for slider in sliders.all():
        slider.scroll_into_view_if_needed()
        picture = page.locator(".slider", has=slider).locator("img:visible")
        first = picture.screenshot()
        for key in ("ArrowRight", "ArrowLeft"):
            source = picture.get_attribute("src")
            slider.press(key)
            sync_api.expect(picture).not_to_have_attribute("src", source)
            assert (picture.screenshot() == first) is (key == "ArrowLeft")


def test_a_link_into_the_glossary_leads_to_its_term(lab, browser):
    page = open_notebook(browser, lab, "notebooks/08_padding_masking.ipynb")
    page.locator('a[href$="#vocabulary"]').click()
    sync_api.expect(page.get_by_role("heading", name="vocabulary")).to_be_in_viewport()
    page.close()


def test_a_stored_picture_shows_only_when_its_cell_is_run_and_a_drawing_hides_its_lines(
    folder, lab, browser
):
    """What the tool that stores lessons writes is what JupyterLab understands.

    Of a hidden text JupyterLab shows the first line: for that, learners have copies.
    """
    tidy = runpy.run_path(str(ROOT / "tools" / "execute_lessons.py"))["tidy"]
    source = "print('the answer')\nprint('is', 6 * 7)"
    answer = nbformat.v4.new_code_cell(source, execution_count=1)
    answer.outputs = [nbformat.v4.new_output("stream", text="the answer\nis 42")]
    drawing = nbformat.v4.new_code_cell("# a fold shows this\nprint('a picture')  # lines of it")
    drawing.metadata["tags"] = ["hide-input"]
    drawing.outputs = [nbformat.v4.new_output("stream", text="a picture")]
    cells = [
        nbformat.v4.new_markdown_cell("**Predict before you run.** What is six times seven?"),
        answer,
        nbformat.v4.new_markdown_cell("Now you know."),
        drawing,
    ]
    notebook = nbformat.v4.new_notebook(cells=cells)
    assert tidy(notebook) == ""
    nbformat.write(notebook, folder / "notebooks" / "prediction.ipynb")

    page = open_notebook(browser, lab, "notebooks/prediction.ipynb")
    sync_api.expect(page.get_by_text("a picture", exact=True)).to_be_visible()
    assert not page.get_by_text("lines of it").is_visible()
    assert not page.get_by_text("is 42").is_visible()
    page.screenshot(path=SCREENSHOTS / "prediction" / "before.png")
    page.evaluate("void jupyterapp.commands.execute('notebook:run-all-cells')")
    sync_api.expect(page.get_by_text("is 42")).to_be_visible()
    assert not page.get_by_text("lines of it").is_visible()
    page.screenshot(path=SCREENSHOTS / "prediction" / "after.png")
    page.close()


def screens(page):
    """Scroll from top to bottom; at each stop, give time to set equations and show pictures."""
    panel = page.locator(".jp-WindowedPanel-outer")
    panel.evaluate("panel => { panel.scrollTop = 0 }")
    number, before = 0, -1
    while (now := panel.evaluate("panel => panel.scrollTop")) > before:
        page.wait_for_timeout(1000)
        yield number
        number, before = number + 1, now
        panel.evaluate("panel => { panel.scrollTop += 0.9 * panel.clientHeight }")


@pytest.mark.parametrize("view", VIEWS)
def test_each_screen_is_photographed_and_no_equation_in_a_line_is_cut_off(page, name, view):
    width, theme = VIEWS[view]
    page.set_viewport_size({"width": width, "height": 1600})
    page.evaluate("theme => jupyterapp.commands.execute('apputils:change-theme', {theme})", theme)
    folder = SCREENSHOTS / Path(name).with_suffix("") / view
    shutil.rmtree(folder, ignore_errors=True)
    cut_off = set()
    for number in screens(page):
        page.screenshot(path=folder / f"{number:02}.png")
        cut_off.update(page.evaluate(CUT_OFF))
    assert number > 0
    assert not cut_off


# The browser breaks a line between two equations, never inside one.
CUT_OFF = """() => [...document.querySelectorAll("mjx-container:not([display]) mjx-math")]
    .filter((math) => math.getBoundingClientRect().right
        > math.closest(".jp-RenderedMarkdown").getBoundingClientRect().right)
    .map((math) => math.closest("p, li, td, th").textContent)"""
