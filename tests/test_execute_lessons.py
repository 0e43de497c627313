"""The tool that runs lessons: what it stores, and how it tries their claims with other luck."""

import runpy
import socket
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from execute_lessons import UNWANTED

ROOT = Path(__file__).parent.parent
TOOL = ROOT / "tools" / "execute_lessons.py"
CELLS = [
    "import random",
    "import keras\nimport numpy as np\nimport tensorflow as tf",
    """# holds for the seeds as they stand, and for no shift
ours = np.random.default_rng(0).random()
assert ours == np.random.Generator(np.random.PCG64(0)).random()""",
    "keras.utils.set_random_seed(0)\nassert round(np.random.rand(), 4) == 0.5488",
    "random.seed(0)\nassert round(random.random(), 4) == 0.8444",
    """draw = tf.random.stateless_uniform((), seed=(0, 1))
assert draw == tf.raw_ops.StatelessRandomUniform(shape=(), seed=(0, 1))""",
    "assert np.random.default_rng(3).random() < 1",
    "print('how it computes:', 1)",
]


@pytest.fixture
def lesson(tmp_path):
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    header = nbformat.v4.new_markdown_cell(
        "# A lesson\n\n**Time:** 1 minutes to read and try, 1 seconds to run."
    )
    path = tmp_path / "small.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[header, *cells]), path)
    return path


def run(*arguments):
    command = [sys.executable, str(TOOL), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT)


def test_a_claim_that_needs_its_seed_falls_and_is_named(lesson):
    before = lesson.read_bytes()
    done = run("--seeds", "101", lesson)
    assert done.returncode == 1, done.stdout + done.stderr
    table = done.stdout.partition("what fell")[2]
    for cell, line in enumerate(CELLS[2:6], start=3):
        assert f"cell {cell}: {line.splitlines()[-1]}" in table
    assert "small" in table and "+101" in table and "4 assertions fell" in table
    assert "cell 7" not in table, "this one holds for every seed"
    assert lesson.read_bytes() == before, "it stores nothing"


def test_with_its_own_seeds_nothing_falls(lesson):
    done = run("--seeds", "0", lesson)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 runs, 0 assertions fell" in done.stdout


def test_other_arithmetic_reaches_the_lesson():
    """Each way is a setting of the lesson's own process."""
    tool = runpy.run_path(str(TOOL))
    assert tool["ARITHMETIC"]["as it is"] == {} and len(tool["ARITHMETIC"]) >= 6


@pytest.mark.parametrize("way", ["oneDNN on", "one processor", "NumPy of an old processor"])
def test_a_lesson_computes_in_another_way(tmp_path, way):
    source = {
        "oneDNN on": "import os\nassert os.environ['TF_ENABLE_ONEDNN_OPTS'] == '1'",
        "one processor": "import os\nassert len(os.sched_getaffinity(0)) == 1",
        "NumPy of an old processor": "import numpy as np\nassert np.ones(3).sum() == 3\n"
        "import os\nassert 'X86_V3' in os.environ['NPY_DISABLE_CPU_FEATURES']",
    }[way]
    if way == "one processor" and not hasattr(__import__("os"), "sched_setaffinity"):
        pytest.skip("this system cannot bind a process to one processor")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    nbformat.write(notebook, tmp_path / "small.ipynb")
    result = runpy.run_path(str(TOOL))["execute_shifted"]((tmp_path / "small.ipynb", 0, way))
    assert result.fallen == ()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["no_such_lesson"], "no such notebook: no_such_lesson"),
        (["--seeds", "1,two"], "'1,two' is no list of whole numbers"),
        (["--seeds", "101", "no_such_lesson"], "no such notebook: no_such_lesson"),
    ],
)
def test_what_it_cannot_do_it_says_in_a_sentence(arguments, sentence):
    done = run(*arguments)
    assert done.returncode != 0
    assert sentence in done.stderr and "Traceback" not in done.stderr


def test_what_is_stored_hides_the_answer_to_a_prediction_and_folds_what_draws():
    tool = runpy.run_path(str(TOOL))
    markdown, code = nbformat.v4.new_markdown_cell, nbformat.v4.new_code_cell
    drawing = code("draw()", metadata={"tags": ["hide-input"], "lines_to_next_cell": 1})
    notebook = nbformat.v4.new_notebook(
        cells=[
            markdown("**Predict before you run.** Two or three?"),
            code("guess(...)"),
            code("print(1 + 1)"),
            drawing,
            markdown("Two."),
            code("print(2)", metadata={"jupyter": {"outputs_hidden": True}}),
        ]
    )
    assert tool["tidy"](notebook) == ""
    shown = [cell.metadata for cell in notebook.cells if cell.cell_type == "code"]
    assert shown[0] == {} and shown[3] == {}
    assert shown[1] == {"collapsed": True, "jupyter": {"outputs_hidden": True}}
    assert shown[2].jupyter == {"source_hidden": True, "outputs_hidden": True}
    assert shown[2].cellView == "form" and "lines_to_next_cell" not in shown[2]


def test_the_header_gets_the_minutes_that_are_counted():
    tool = runpy.run_path(str(TOOL))
    words = "# A lesson\n\n**Time:** 1 minutes to read and try, 1 seconds to run.\n" + "a " * 1788
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(words)])
    tool["write_times"](notebook, 11.2)
    assert "**Time:** 15 minutes to read and try, 15 seconds to run." in notebook.cells[0].source


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("saved in /home/ada/course/model.keras", True),
        ("'/data/sets/film/reviews.csv'", True),
        (r"C:\Users\ada", True),
        ("UserWarning: an old name", True),
        ("http://127.0.0.1:8888", True),
        (f"on {socket.gethostname()}:", True),
        ("BLEU 29.3/31.7, and/or 3 / 4; https://tatoeba.org/home/", False),
        ("a warning, that is all", False),
    ],
)
def test_what_names_a_machine_or_warns_is_not_stored(text, found):
    assert bool(UNWANTED.search(text)) == found
