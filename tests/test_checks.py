"""The course's own tools of a notebook: `check`, `guess`, `start` and the pictures."""

import linecache
import os
import re
import subprocess
import sys
import warnings
from io import BytesIO

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402
import pytest  # noqa: E402
from PIL import Image  # noqa: E402

from course_utils import plots  # noqa: E402
from course_utils.checks import check, guess  # noqa: E402
from course_utils.start import start  # noqa: E402

# The second one nbgrader sets by itself while it grades.
STRICT = {"COURSE_STRICT": "1", "NBGRADER_EXECUTION": "autograde"}


@pytest.fixture(autouse=True)
def not_strict(monkeypatch):
    for setting in STRICT:
        monkeypatch.delenv(setting, raising=False)


def test_a_right_answer_passes(capsys):
    with check("1.1 half"):
        assert 1 / 2 == 0.5, "a half"
    assert capsys.readouterr().out == "✓ 1.1 half: passed\n"


def test_a_stub_is_not_attempted_yet(capsys):
    with check("1.1 half"):
        raise NotImplementedError
    assert capsys.readouterr().out == "○ 1.1 half: not attempted yet\n"


def run_cells(*sources):
    """Run as a notebook does: each cell has a file name, and pytest changes no assertion."""
    namespace = {"check": check}
    for number, source in enumerate(sources):
        name = f"<cell {number}>"
        linecache.cache[name] = (len(source), None, source.splitlines(True), name)
        exec(compile(source, name, "exec"), namespace)


def test_a_failed_assertion_prints_its_hint(capsys):
    run_cells('with check("1.1 half"):\n    assert 2 / 1 == 0.5, "which number is divided?"')
    assert capsys.readouterr().out == "✗ 1.1 half: which number is divided?\n"


def test_an_assertion_without_a_hint_prints_what_does_not_hold(capsys):
    run_cells('with check("1.1 half"):\n    assert 2 / 1 == 0.5')
    assert capsys.readouterr().out == "✗ 1.1 half: this does not hold: 2 / 1 == 0.5\n"


@pytest.mark.parametrize(
    ("answer", "test", "said"),
    [
        (
            "def half(n):\n    return n / 0",
            "half(1)",
            "ZeroDivisionError: division by zero, at: return n / 0",
        ),
        (
            "import json\ndef half(n):\n    return json.loads(n)",
            "half('')",
            "JSONDecodeError: Expecting value: line 1 column 1 (char 0), at: return json.loads(n)",
        ),
        (
            "import numpy as np\ndef half(n):\n    np.testing.assert_allclose(n, [2, 3])",
            "half([1, 3])",
            "AssertionError: Not equal to tolerance",
        ),
        ("def half(n):\n    assert n", "half(0)", "AssertionError, at: assert n"),
        ("def half(f):\n    return f(2)", "half(lambda n: n / 0)", "at: return f(2)"),
        ("", "half(1)", "NameError: name 'half' is not defined"),
        ("import numpy as np", "np.zeros((2, 2)) @ np.ones(3)", "ValueError: matmul: Input"),
    ],
)
def test_an_answer_that_crashes_is_named_with_its_own_last_line(answer, test, said, capsys):
    run_cells(answer, f'with check("1.1 half"):\n    {test}')
    printed = capsys.readouterr().out
    assert printed.startswith("✗ 1.1 half: the code stopped with ") and said in printed
    assert printed.count("\n") == 1 and len(printed) < 450
    assert test not in printed, "a line of the check is quoted as if it were the learner's"
    for line in ("raise JSONDecodeError", "raise AssertionError(msg)", "n / 0, at"):
        assert line not in printed


def test_a_check_by_a_librarys_assertion_fails_in_one_line(capsys):
    run_cells(
        'import numpy as np\nwith check("1.1 half"):\n'
        "    np.testing.assert_allclose([1, 3], [2, 3], err_msg='halve each')"
    )
    printed = capsys.readouterr().out
    assert printed.startswith("✗ 1.1 half: Not equal to tolerance") and "halve each" in printed
    assert printed.count("\n") == 1 and "raise" not in printed


def test_a_hint_is_said_whole_in_one_line(capsys):
    hint = "first of all " * 40 + "halve"
    run_cells(f'with check("1.1 half"):\n    assert False, """{hint}\n    each"""')
    assert capsys.readouterr().out == f"✗ 1.1 half: {hint} each\n"


def test_the_hint_of_a_function_that_the_check_hands_over_is_said(capsys):
    run_cells(
        "def half(f):\n    return f(2)",
        'def spy(n):\n    assert n == 1, "ask for 1"\nwith check("1.1 half"):\n    half(spy)',
    )
    assert capsys.readouterr().out == "✗ 1.1 half: ask for 1\n"


def test_the_remedy_of_an_error_is_said(capsys):
    run_cells(
        "def half(n):\n    error = OSError('no file')\n    error.add_note('name another')\n"
        "    raise error",
        'with check("1.1 half"):\n    half(2)',
    )
    assert "OSError: no file name another, at: raise error" in capsys.readouterr().out


LAYER = """
import keras
class Half(keras.layers.Layer):
    {body}
def half(n):
    return Half()(keras.ops.ones(n))
"""


def test_a_layer_without_call_is_a_fault_and_no_stub(capsys):
    run_cells(LAYER.format(body="pass"), 'with check("1.1 half"):\n    half(2)')
    printed = capsys.readouterr().out
    assert printed.startswith("✗ 1.1 half: the code stopped with NotImplementedError: ")
    assert "Layer Half" in printed
    assert printed.endswith(", at: return Half()(keras.ops.ones(n))\n")


def test_a_stub_that_a_library_calls_is_not_attempted_yet(capsys):
    body = "def call(self, x):\n        raise NotImplementedError"
    run_cells(LAYER.format(body=body), 'with check("1.1 half"):\n    half(2)')
    run_cells(
        "def half(n):\n    raise NotImplementedError",
        'import numpy as np\nwith check("1.2 half"):\n    np.vectorize(half)([1, 2])',
    )
    assert capsys.readouterr().out == (
        "○ 1.1 half: not attempted yet\n○ 1.2 half: not attempted yet\n"
    )


def test_what_tensorflow_makes_of_an_answer_is_not_quoted(capsys):
    run_cells(
        "import tensorflow as tf\n@tf.function\ndef half(x):\n    return x @ tf.ones((9, 9))",
        "def stub(x):\n    raise NotImplementedError",
        'with check("1.1 half"):\n    half(tf.ones((3, 3)))',
        'with check("1.2 half"):\n    tf.function(stub)(3)',
    )
    failed, stub = capsys.readouterr().out.splitlines()
    assert "Dimensions must be equal" in failed and ", at: " not in failed
    assert stub == "○ 1.2 half: not attempted yet"


def test_keras_own_colours_and_tensorflows_nodes_are_left_out(capsys):
    run_cells(
        "import keras\ndef half(n):\n"
        "    return keras.layers.Dense(2)(keras.ops.ones(n)) @ keras.ops.ones((9, 9))",
        'with check("1.1 half"):\n    half((1, 3))\n',
        'with check("1.1 half"):\n    half(3)\n',
    )
    printed = capsys.readouterr().out
    assert printed.count("\n") == 2
    assert "Matrix size-incompatible" in printed and "{{" not in printed
    assert "Invalid input shape" in printed or "ndim" in printed
    assert "\x1b" not in printed


@pytest.mark.parametrize("setting", STRICT)
@pytest.mark.parametrize("error", [NotImplementedError, AssertionError, ValueError])
def test_where_points_are_given_the_error_is_raised_as_well(error, setting, monkeypatch, capsys):
    monkeypatch.setenv(setting, STRICT[setting])
    with pytest.raises(error), check("1.1 half"):
        raise error("no")
    assert capsys.readouterr().out[0] in "○✗"


@pytest.mark.parametrize("name", [None, "", "  ", 1.1])
def test_a_check_needs_a_name(name):
    with pytest.raises(TypeError, match="needs a name"), check(name):
        pass


def test_an_interrupt_is_not_swallowed():
    with pytest.raises(KeyboardInterrupt), check("1.1 half"):
        raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((20,), "20"),
        ((3, 0.5), "3, 0.5"),
        (("b",), "b"),
        ((-1e-9,), "-1e-09"),
        ((np.float32(0.5), np.int64(7)), "0.5, 7"),
    ],
)
def test_a_guess_is_repeated_and_nothing_comes_back(values, said, capsys):
    assert guess(*values) is None
    assert capsys.readouterr().out == (f"your guess: {said}. Now run the next cell and compare.\n")


@pytest.mark.parametrize("values", [(...,), (3, ...), (..., "b")])
def test_dots_are_no_guess_yet(values, capsys):
    guess(*values)
    assert capsys.readouterr().out == (
        "no guess yet: put a number in place of the dots, then run this cell\n"
    )


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ((), "is empty"),
        (([3, 4],), "a list, .3, 4."),
        ((None,), "NoneType"),
        ((len,), "one by one"),
    ],
)
def test_a_guess_that_is_no_number_or_text_is_refused(values, reason):
    with pytest.raises(TypeError, match=reason):
        guess(*values)


def test_equal_seeds_repeat_and_others_do_not():
    import random

    import keras

    def draw(seed):
        start(seed=seed)
        legacy = np.random.rand()  # noqa: NPY002 - libraries still draw from it
        return random.random(), legacy, float(keras.random.normal(()))

    assert draw(3) == draw(3)
    assert all(first != second for first, second in zip(draw(3), draw(4), strict=True))


@pytest.mark.parametrize("seed", ["0", 1.0, None, True])
def test_a_seed_that_is_no_whole_number_is_refused(seed):
    with pytest.raises(TypeError, match="whole number"):
        start(seed=seed, keras=False)


def run(code, **settings):
    """Run in a process that no test has started Keras in."""
    unset = ("TF_ENABLE_ONEDNN_OPTS", "KERAS_BACKEND")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment | settings
    )


ONEDNN = "import os; print(os.environ.get('TF_ENABLE_ONEDNN_OPTS'))"


@pytest.mark.parametrize(
    ("call", "set_before", "value"),
    [
        ("start()", {}, "0"),
        ("start(keras=False)", {}, "0"),
        ("start(fast=True)", {}, "None"),
        ("start(keras=False, fast=True)", {}, "None"),
        ("start(keras=False)", {"TF_ENABLE_ONEDNN_OPTS": "1"}, "1"),
    ],
)
def test_sums_are_reordered_only_where_it_is_asked_for(call, set_before, value):
    """With oneDNN, digits that lessons print differ between processors."""
    done = run(f"from course_utils.start import start; {call}\n{ONEDNN}", **set_before)
    assert done.stdout == f"{value}\n"


def test_lessons_run_on_tensorflow_whatever_other_work_needs():
    code = "from course_utils.start import start; start(keras=False)\n"
    code += "import keras; print(keras.backend.backend())"
    assert run(code, KERAS_BACKEND="jax").stdout == "tensorflow\n"


@pytest.mark.skipif(os.name == "nt", reason="closes a stream as shells on Linux and macOS do")
def test_a_closed_stderr_is_no_fault():
    code = "from course_utils.start import start; start(); print('started')"
    command = f'"{sys.executable}" -c "{code}" 2>&-'
    done = subprocess.run(command, shell=True, stdout=subprocess.PIPE, text=True)
    assert (done.returncode, done.stdout) == (0, "started\n")


def test_a_first_keras_layer_writes_nothing_to_stderr_and_an_error_still_does():
    done = run(
        "from course_utils.start import start; start()\n"
        "import keras\n"
        "print(keras.layers.Dense(2)(keras.ops.ones((1, 3))).shape)\n"
        "raise ValueError('seen')"
    )
    assert done.stdout == "(1, 2)\n"
    first, *_, last = done.stderr.splitlines()
    assert first.startswith("Traceback") and last == "ValueError: seen"


def test_a_numpy_lesson_does_not_load_tensorflow():
    done = run(
        "from course_utils.start import start; start(keras=False)\n"
        "import sys; print('tensorflow' in sys.modules, 'keras' in sys.modules)"
    )
    assert done.stdout == "False False\n"


@pytest.fixture
def ax():
    """An axes in the house style; any warning while it is drawn fails the test."""
    plots.use_house_style()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        fig, ax = plt.subplots()
        yield ax
        for number in plt.get_fignums():
            plt.figure(number).canvas.draw()
    plt.close("all")


def texts(ax):
    return [text.get_text() for text in (*ax.texts, *ax.figure.texts)]


def test_a_slider_shows_the_picture_of_its_start_and_hides_the_others():
    slider = plots.slider(lambda width: plt.figure(figsize=(width, 1)), [1, 2, 3], "width", start=2)
    html = slider._repr_html_()
    images = re.findall("<img [^>]*>", html)
    shown = [image for image in images if " hidden" not in image]
    assert len(images) == 3 and len(shown) == 1 and 'alt="width 2"' in shown[0]
    assert 'value="1"' in html and 'aria-valuetext="2"' in html and "<output>2</output>" in html
    sizes = [Image.open(BytesIO(picture)).width for picture in slider.pictures]
    assert sizes[0] < sizes[1] < sizes[2] and not plt.get_fignums()


def test_a_slider_refuses_what_it_cannot_show():
    with pytest.raises(ValueError, match="start is 9"):
        plots.slider(lambda width: plt.figure(), [1, 2], "width", start=9)
    with pytest.raises(TypeError, match="draw returned None"):
        plots.slider(lambda width: None, [1, 2], "width", start=1)


def test_headline_writes_title_and_subtitle(ax):
    plots.headline(ax.figure, "It rises", "Degrees by hour")
    assert texts(ax) == ["It rises", "Degrees by hour"]


def test_headline_does_without_a_subtitle(ax):
    plots.headline(ax.figure, "It rises")
    assert texts(ax) == ["It rises"]


def test_label_end_writes_the_name_in_the_colour_of_its_line(ax):
    (line,) = ax.plot([1, 2], [3, 4], label="loss", color=plots.SAGE)
    assert plots.label_end(ax, line).get_color() == plots.SAGE
    plots.label_end(ax, line, "other")
    assert texts(ax) == ["loss", "other"]


def test_learning_curve_draws_training_and_validation(ax):
    fig = plots.learning_curve({"loss": [3, 2, 1], "val_loss": [3, 2, 2]}, "It learns")
    assert texts(fig.axes[0])[:2] == ["training", "validation"]
    assert len(plots.learning_curve({"loss": [3, 2]}, "It learns").axes[0].lines) == 1


@pytest.mark.parametrize("history", [{"accuracy": [1]}, {"loss": []}, {}])
def test_learning_curve_needs_a_loss(ax, history):
    with pytest.raises(ValueError, match="'loss' with a value for each epoch is needed"):
        plots.learning_curve(history, "It learns")


def test_learning_curve_shows_losses_below_zero(ax):
    plots.learning_curve({"loss": [1, -2, -3]}, "It learns", ax=ax)
    assert ax.get_ylim()[0] < -3
    plots.learning_curve({"loss": [3, 2, 1], "val_loss": []}, "It learns")
    assert plt.gca().get_ylim()[0] == 0


def test_learning_curve_counts_whole_epochs(ax):
    plots.learning_curve({"loss": [3.0, 2.0, 1.0]}, "It learns", ax=ax)
    assert all(tick == round(tick) for tick in ax.get_xticks())


def test_learning_curve_draws_where_it_is_told(ax):
    before = plt.get_fignums()
    assert plots.learning_curve({"loss": [3, 2]}, "It learns", "loss (nats)", ax) is ax.figure
    assert plt.get_fignums() == before
    assert (ax.get_title(loc="left"), ax.get_ylabel()) == ("It learns", "loss (nats) per epoch")


def test_a_name_stands_at_the_last_value_that_is_drawn(ax):
    for values in ([3, 2, np.nan], [3, 2, np.inf], np.ma.masked_invalid([3, 2, np.nan])):
        (line,) = ax.plot([1, 2, 3], values, label="loss")
        assert tuple(plots.label_end(ax, line).xy) == (2, 2)
    (line,) = ax.plot(np.array(["2013-01-01", "2013-01-02"], dtype="datetime64[D]"), [1, 2])
    assert plots.label_end(ax, line).xy[1] == 2


def test_a_line_that_cannot_be_seen_has_no_name(ax):
    with pytest.raises(ValueError, match="'training' has no finite value"):
        plots.learning_curve({"loss": [np.nan, np.inf]}, "It breaks")


@pytest.mark.parametrize("layout", [None, "none", "tight", "constrained", "compressed"])
def test_a_headline_stands_above_any_figure(layout):
    with plt.rc_context({"figure.constrained_layout.use": False}):
        fig, ax = plt.subplots(layout=layout)
        ax.set_title("below")
        title, subtitle = plots.headline(fig, "It rises", "Degrees by hour")
        fig.canvas.draw()
    assert ax.title.get_window_extent().y1 < subtitle.get_window_extent().y0
    assert (title.get_text(), subtitle.get_text()) == ("It rises", "Degrees by hour")
    plt.close(fig)


def test_a_network_shows_a_number_in_each_node_and_on_each_arrow(ax):
    names, notes = [["a", "b"], ["c"]], [["", ""], ["below"]]
    for backward in (False, True):
        ax.clear()
        plots.network(ax, [[1, -0.001], [0.5]], [[[2.0], [-0.01]]], names, notes, backward)
        written = [text.get_text() for text in ax.texts if text.get_text()]
        assert written == ["2.0", "0.0", "1.00", "a", "0.00", "b", "0.50", "c", "below"]
        heads = [text.xy for text in ax.texts if isinstance(text, matplotlib.text.Annotation)]
        assert {float(x) for x, _ in heads} == ({0} if backward else {3})


@pytest.mark.parametrize(
    ("arrows", "names"),
    [([[[1.0, 2.0]]], [["a", "b"], ["c"]]), ([], [["a", "b"], ["c"]]), ([[[1], [2]]], [["a"], []])],
)
def test_a_network_refuses_what_does_not_fit_its_nodes(ax, arrows, names):
    with pytest.raises(ValueError, match=r"layers of \[2, 1\] nodes, arrows"):
        plots.network(ax, [[1, 2], [3]], arrows, names, [["", ""], [""]])


@pytest.mark.parametrize("level", [0, 9], ids=["line inside", "no line"])
def test_boundary_draws_points_and_line(ax, level):
    X = np.array([[0, 0], [1, 1], [0, 1]])
    drawn = plots.boundary(
        ax, lambda points: points.sum(axis=1) - 1.5 + level, X, np.array([0, 1, 0])
    )
    assert ax.get_xlim() == (-0.5, 1.5)
    assert [len(points.get_offsets()) for points in drawn[-2:]] == [2, 1]
    assert len(drawn) == (3 if level else 4)


def test_boundary_draws_tensors(ax):
    import keras

    X, y = keras.ops.array([[0.0, 0], [1, 1], [0, 1]]), keras.ops.array([0, 1, 0])
    for model in (lambda points: points @ [[1.0], [1.0]] - 1.5, keras.layers.Dense(1)):
        drawn = plots.boundary(ax, lambda points, m=model: keras.ops.array(m(points)), X, y)
        assert [len(points.get_offsets()) for points in drawn[-2:]] == [2, 1]


@pytest.mark.parametrize(
    ("score", "y", "words"),
    [
        (lambda points: points.sum(axis=1), [-1, 1], r"labels \[-1  1\]; it draws the classes 0"),
        (lambda points: points, [0, 1], r"score gave \(40000, 2\)"),
        (lambda points: 0.5, [0, 1], r"score gave \(\)"),
    ],
)
def test_boundary_refuses_what_it_would_draw_in_part(ax, score, y, words):
    with pytest.raises(ValueError, match=words):
        plots.boundary(ax, score, [[0, 0], [1, 1]], y)


@pytest.mark.parametrize(
    ("X", "y"),
    [
        (np.ones((3, 3)), np.ones(3)),
        (np.ones(3), np.ones(3)),
        (np.ones((3, 2)), [1]),
        (np.ones((0, 2)), []),
    ],
)
def test_boundary_refuses_other_shapes(ax, X, y):
    with pytest.raises(ValueError, match="draws points"):
        plots.boundary(ax, np.sum, X, y)


def test_heatmap_writes_its_larger_values(ax):
    image = plots.heatmap(ax, [[0.95, 0.05], [0.5, 0.5]], ["the", "cat"], ["le", "chat"])
    assert texts(ax) == [".95", ".50", ".50"]
    assert image.get_array().shape == (2, 2)


def test_heatmap_needs_one_label_for_each_row_and_column(ax):
    with pytest.raises(ValueError, match="one label"):
        plots.heatmap(ax, np.ones((2, 2)), ["a"], ["b", "c"])


def test_forecast_draws_each_series_over_the_last_times(ax):
    lines = plots.forecast(ax, np.arange(5), [1, 2, 3, 4, 5], {"model": [4, 4], "last value": [3]})
    assert [len(line.get_xdata()) for line in lines] == [5, 2, 1]
    assert list(ax.lines) == lines
    assert texts(ax) == ["observed", "model", "last value"]


def test_forecast_draws_a_day_that_was_not_measured(ax):
    times = pd.date_range("2013-01-01", periods=3, tz="America/New_York")
    series = pd.Series([1, 2, np.nan], index=times)
    plots.forecast(ax, times, series, {"model": series[1:].fillna(3)})
    assert texts(ax) == ["observed", "model"]


@pytest.mark.parametrize(
    ("times", "observed", "forecasts", "words"),
    [
        ([0, 1], [1, 2], {"model": [1, 2, 3]}, r"'model' has the shape \(3,\) for 2 observed"),
        ([0, 1], [1, 2], {"model": []}, r"'model' has the shape \(0,\)"),
        ([0, 1], [1, 2], {"model": [[1], [2]]}, r"'model' has the shape \(2, 1\)"),
        ([0, 1, 2], [1, 2], {}, r"times \(3,\) and observed values \(2,\)"),
        ([0, 1], [1, 2], {f"model {i}": [1] for i in range(7)}, "7 forecasts and has 6 colours"),
    ],
)
def test_forecast_refuses_what_it_would_draw_in_part(ax, times, observed, forecasts, words):
    with pytest.raises(ValueError, match=words):
        plots.forecast(ax, times, observed, forecasts)
