"""The web edition in a real browser, as it is read: make test-site.

Playwright (the extra ``site``) drives the system's Chromium against ``build/site``, served on
loopback; any request that would leave this machine fails its test. Where the browser or the
site is missing, all is skipped, with the reason. Screenshots go to ``build/screenshots/site/``.
"""

import os
import shutil
import threading
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from build_site import ALT_LENGTH

sync_api = pytest.importorskip("playwright.sync_api", reason='pip install -e ".[site]"')
axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason='pip install -e ".[site]"'
)

ROOT = Path(__file__).parents[2]
SITE = ROOT / "build" / "site"
SCREENSHOTS = ROOT / "build" / "screenshots" / "site"
NAMES = "chromium", "chromium-browser", "google-chrome"
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
PAGES = sorted(str(path.relative_to(SITE)) for path in SITE.rglob("*.html"))
PAGES = [page for page in PAGES if not page.startswith("_") and page != "genindex.html"]
WEIGHT = 1_500_000  # bytes of a page with all that it loads
VIEWS = {"laptop": (1280, "light"), "phone": (390, "dark")}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "resultTypes": ["violations"]}

STRETCHED = """[...document.querySelectorAll(".bd-article img")].filter(picture => {
  const edge = 2 * parseFloat(getComputedStyle(picture).padding);
  const [width, height] = [picture.clientWidth - edge, picture.clientHeight - edge];
  const drawn = picture.naturalWidth / picture.naturalHeight;
  return width > 0 && Math.abs(width / height / drawn - 1) > 0.03;
}).map(picture => picture.alt)"""

pytestmark = [
    # Where the site is published, a missing browser is a failure.
    pytest.mark.skipif(
        CHROMIUM is None and "CI" not in os.environ, reason="needs Chromium: apt install chromium"
    ),
    pytest.mark.skipif(not PAGES, reason="needs the site: make site"),
]


class Served(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def address():
    handler = partial(Served, directory=SITE)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(params=VIEWS, scope="module")
def window(request, browser):
    width, scheme = VIEWS[request.param]
    opened = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    opened.view = request.param
    yield opened
    opened.close()


@pytest.fixture
def laptop(browser):
    opened = browser.new_context(viewport={"width": 1280, "height": 900})
    yield opened.new_page()
    opened.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_light_and_open_to_all(window, address, name):
    page, wrong, weight = window.new_page(), [], []
    page.on("console", lambda said: said.type == "error" and wrong.append(said.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda request: wrong.append(f"failed: {request.url}"))
    page.on("request", lambda asked: is_elsewhere(asked.url, address) and wrong.append(asked.url))
    page.on("response", lambda answer: weight.append(answer))
    page.goto(address + name)
    page.wait_for_load_state("networkidle")
    assert not wrong
    assert sum(len(answer.body()) for answer in weight if answer.ok) < WEIGHT
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
        "it scrolls sideways"
    )
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    assert not page.evaluate(STRETCHED), "pictures lost their shape"
    equations = {"exclude": [".katex"]}  # thousands of boxes, hidden from readers' aids
    found = axe.Axe().run(page, context=equations, options=RULES).response["violations"]
    assert not found, [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found]
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    stem = name.removesuffix(".html").replace("/", "_")
    page.screenshot(path=SCREENSHOTS / f"{stem}_{window.view}.png")
    page.close()


def is_elsewhere(url, address):
    return not url.startswith((address, "data:", "blob:"))


class Anchors(HTMLParser):
    """The ids and the links of a page, and the alt texts of its pictures."""

    def __init__(self, path):
        super().__init__()
        self.ids, self.links, self.alts = set(), set(), []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.ids.add(attributes.get("id"))
        if tag == "a":
            self.links.add(attributes.get("href", attributes.get("xlink:href")))
        if tag == "img":
            self.alts.append(attributes.get("alt", ""))


@pytest.fixture(scope="module")
def parsed():
    return {page: Anchors(SITE / page) for page in PAGES}


@pytest.mark.parametrize("name", PAGES)
def test_every_link_of_a_page_leads_somewhere(parsed, name):
    here = f"http://site/{name}"
    for link in parsed[name].links - {None, "#"}:
        target, _, anchor = unquote(urljoin(here, link)).partition("#")
        if not target.startswith("http://site/"):
            assert target.startswith(("https://", "mailto:")), link
            continue
        target = target.removeprefix("http://site/") or "index.html"
        assert (SITE / target).exists(), link
        assert not anchor or anchor in parsed[target].ids, link


@pytest.mark.parametrize("name", PAGES)
def test_every_picture_says_what_it_shows(parsed, name):
    assert all(len(alt) >= ALT_LENGTH for alt in parsed[name].alts), parsed[name].alts


@pytest.mark.parametrize("word", ["kernel", "perceptron", "teacher forcing", "one-hot", "softmax"])
def test_the_search_finds(laptop, address, word):
    laptop.goto(f"{address}search.html?q={word.replace(' ', '+')}")
    found = laptop.locator("#search-results li a")
    sync_api.expect(found.first).to_be_visible()
    titles = found.all_inner_texts()
    assert any(title[:2].isdigit() for title in titles)


def test_equations_are_there_without_a_script(browser, address):
    window = browser.new_context(java_script_enabled=False)
    page = window.new_page()
    page.goto(f"{address}notebooks/10_conv1d_smoothing.html")
    assert page.locator(".math .katex").count() > 20
    drawn = page.locator("div.math .katex-html").first.bounding_box()
    assert drawn["height"] > 40  # a sum with its bounds, not a line of source
    window.close()


@pytest.mark.parametrize("name", ["02_gradient_descent", "10_conv1d_smoothing"])
def test_a_slider_moves_its_picture_by_keyboard(laptop, address, name):
    laptop.goto(f"{address}notebooks/{name}.html")
    laptop.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    slider, picture = laptop.locator(".slider input"), laptop.locator(".slider img:visible")
    first, value = picture.get_attribute("alt"), laptop.locator(".slider output").inner_text()
    slider.press("ArrowRight")
    sync_api.expect(picture).to_have_count(1)
    assert picture.get_attribute("alt") != first
    assert laptop.locator(".slider output").inner_text() != value
    slider.press("ArrowLeft")
    assert picture.get_attribute("alt") == first


def test_an_answer_opens_when_a_guess_is_made_and_not_before(laptop, address):
    laptop.goto(f"{address}notebooks/10_conv1d_smoothing.html")
    answer = laptop.get_by_text("[39.6 42.7 46. 48.4 48.6]").first
    sync_api.expect(answer).not_to_be_visible()
    box = laptop.locator(".guess input").first
    box.fill("5")
    box.press("Enter")
    sync_api.expect(answer).to_be_visible()


def test_on_paper_answers_stand_open_and_code_that_only_draws_is_left_out(laptop, address):
    laptop.goto(f"{address}notebooks/10_conv1d_smoothing.html")
    laptop.emulate_media(media="print")
    laptop.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    sync_api.expect(laptop.get_by_text("[39.6 42.7 46. 48.4 48.6]").first).to_be_visible()
    assert not laptop.locator("details.hide .cell_input:visible, summary:visible").count()


def test_a_chapter_on_the_map_is_reached_by_keyboard(laptop, address):
    laptop.goto(address)
    box = laptop.locator('.map a[aria-label="01 Perceptron"]')
    box.focus()
    laptop.keyboard.press("Enter")
    sync_api.expect(laptop).to_have_url(f"{address}notebooks/01_perceptron.html")
