"""How Sphinx turns the prepared pages into the web edition: make site."""

import os
import re
import sys
from functools import partial

sys.path.insert(0, os.path.dirname(__file__))

project = "From Perceptron to Transformer"
author = "The maintainers of From Perceptron to Transformer"
project_copyright = "CC BY 4.0"
language = "en"

extensions = ["myst_nb", "equations"]
exclude_patterns = ["static", "**/.ipynb_checkpoints"]

# The pages show what is stored: nothing runs while the site is built.
nb_execution_mode = "off"
nb_merge_streams = True
myst_enable_extensions = ["dollarmath", "amsmath"]
myst_heading_anchors = 4
# An anchor as JupyterLab makes it, so that a link is right in both places.
myst_heading_slug_func = partial(re.sub, " ", "-")

html_math_renderer = "katex"  # see equations.py

html_theme = "sphinx_book_theme"
html_title = project
html_static_path = ["static"]
html_css_files = ["course.css"]
html_js_files = ["course.js"]
html_sourcelink_suffix = ""
html_show_sphinx = False
html_permalinks_icon = "#"
html_favicon = "static/favicon.svg"
html_context = {"default_mode": "auto"}
html_theme_options = {
    "navbar_persistent": [],
    "show_toc_level": 2,
    "use_fullscreen_button": False,
}
if address := os.environ.get("COURSE_ADDRESS"):
    html_theme_options |= {
        "repository_url": address,
        "repository_branch": os.environ["COURSE_BRANCH"],
        "use_repository_button": True,
        "launch_buttons": {"colab_url": os.environ["COURSE_COLAB_ADDRESS"]},
    }
