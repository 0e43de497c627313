"""Equations become HTML while the site is built: KaTeX, run by a JavaScript engine.

So a reader's browser needs no script for them, and a mistake in one is a warning with its place.
"""

from pathlib import Path

from docutils import nodes
from py_mini_racer import JSEvalException, MiniRacer
from sphinx.util import logging

KATEX = Path(__file__).with_name("katex.min.js")


def setup(app):
    engine = MiniRacer()
    engine.eval(KATEX.read_text(encoding="utf-8"))

    def show(element, display):
        def visit(writer, node):
            options = {"displayMode": display, "strict": False}
            try:
                html = engine.call("katex.renderToString", node.astext(), options)
            except JSEvalException as error:
                reason = str(error).partition("ParseError: ")[2].partition("\n")[0]
                logging.getLogger(__name__).warning(f"equation: {reason}", location=node)
                html = ""
            writer.body.append(f'<{element} class="math">{html}</{element}>')
            raise nodes.SkipNode

        return visit, None

    app.add_html_math_renderer("katex", show("span", False), show("div", True))
    app.add_css_file("katex/katex.min.css")
    return {"parallel_read_safe": True}
