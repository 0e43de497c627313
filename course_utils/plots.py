"""The house style and the few pictures that recur.

Every picture has a title that states the finding, a grey line that says what is
drawn, and names on the lines instead of a legend. Each function returns what it drew.

Examples
--------
>>> import matplotlib.pyplot as plt
>>> use_house_style()
>>> fig, ax = plt.subplots()
>>> line, = ax.plot([1, 2, 3], [3, 1, 2])
>>> _ = headline(fig, "The second value is the lowest", "Three values by position")
>>> _ = label_end(ax, line, "values")
>>> plt.close(fig)
"""

import itertools
from base64 import b64encode
from io import BytesIO
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.layout_engine import ConstrainedLayoutEngine, TightLayoutEngine
from matplotlib.ticker import MaxNLocator
from PIL import Image

COLORS = ("#455EDB", "#E4500E", "#5FA080", "#A23A66", "#6C5595", "#A67C50")
INDIGO, VERMILION, SAGE, WINE, VIOLET, TAN = COLORS
INK, MUTED, FAINT = "#16191D", "#59616B", "#C9CDD2"

#: From paper-white to deep indigo: for amounts that start at zero.
INDIGO_MAP = LinearSegmentedColormap.from_list(
    "indigo", ["#F7F8FD", "#C9D1F5", "#8496E8", "#455EDB", "#2A3A93", "#161D4A"]
)
#: From vermilion over white to indigo: for signed values and two classes.
SPLIT_MAP = LinearSegmentedColormap.from_list(
    "split", ["#E4500E", "#F4B795", "#FBFAF8", "#B4BFF2", "#455EDB"]
)


def use_house_style():
    """Set matplotlib's defaults to the house style, sharp and opaque in notebooks."""
    plt.style.use(Path(__file__).with_name("house.mplstyle"))
    try:
        shell = get_ipython()
    except NameError:  # a plain script has no notebook to configure
        return
    if hasattr(shell, "kernel"):
        shell.run_line_magic("config", "InlineBackend.figure_formats = ['retina']")
        # "tight" would cut the figure to its contents and undo the headline's margins.
        shell.run_line_magic("config", "InlineBackend.print_figure_kwargs = {'bbox_inches': None}")


def headline(fig, title, subtitle=None, x=0.012):
    """Write the finding as title, and in grey below it what is drawn, at the left edge.

    Parameters
    ----------
    fig : matplotlib.figure.Figure
        Where nothing arranges its parts, constrained layout does from now on.
    title, subtitle : str
        The finding, and what the reader sees (quantity, unit, conditions).
    x : float
        Left edge, as a fraction of the figure's width.

    Returns
    -------
    list of matplotlib.text.Text
        The title, and the subtitle if there is one.
    """
    height_in_points = fig.get_figheight() * 72
    used = 34 if subtitle else 20
    if not isinstance(fig.get_layout_engine(), ConstrainedLayoutEngine | TightLayoutEngine):
        fig.set_layout_engine("constrained")
    fig.get_layout_engine().set(rect=(0, 0, 1, 1 - (used + 6) / height_in_points))
    top = 1 - 6 / height_in_points
    written = [fig.text(x, top, title, va="top", fontsize=12.5, fontweight="bold", color=INK)]
    if subtitle:
        below = 1 - 25 / height_in_points
        written.append(fig.text(x, below, subtitle, va="top", fontsize=9, color=MUTED))
    return written


def label_end(ax, line, text=None, dx=7, dy=0):
    """Write a line's name at its right end, in its colour, instead of a legend.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    line : matplotlib.lines.Line2D
    text : str, optional
        The name; the line's label where none is given.
    dx, dy : float
        Offset from the line's last point, in points.

    Returns
    -------
    matplotlib.text.Annotation

    Raises
    ------
    ValueError
        If no point of the line can be drawn: all of them are NaN or infinite.
    """
    points = line.get_xydata()
    points = points[np.isfinite(points).all(axis=1)]  # NaN at the end would take the name along
    if not len(points):
        raise ValueError(
            f"the line {text or line.get_label()!r} has no finite value to put its name beside; "
            "look where the first NaN or inf came from"
        )
    return ax.annotate(
        text or line.get_label(),
        points[-1],
        (dx, dy),
        textcoords="offset points",
        va="center",
        color=line.get_color(),
        fontweight="bold",
        fontsize=9,
        annotation_clip=False,
    )


def learning_curve(history, title, ylabel="loss", ax=None):
    """Draw training (and validation) loss per epoch.

    Parameters
    ----------
    history : dict of str to list of float
        What ``model.fit(...).history`` holds: ``"loss"`` and perhaps ``"val_loss"``.
    title : str
        The finding.
    ylabel : str
        Name and unit of the loss.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure by default, which then carries the title.

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    ValueError
        If there is no ``"loss"``, or one without an epoch or without a finite value.

    Examples
    --------
    >>> fig = learning_curve({"loss": [3.0, 1.0], "val_loss": [3.0, 2.0]}, "It learns")
    >>> [text.get_text() for text in fig.axes[0].texts]
    ['training', 'validation']
    >>> plt.close(fig)
    """
    if not len(history.get("loss", ())):
        raise ValueError(
            f"history has the keys {sorted(history)}, and 'loss' with a value for each epoch is "
            "needed: train for one epoch or more, and pass model.fit(...).history"
        )
    own = ax is None
    if own:
        _, ax = plt.subplots()
    lowest = 0
    for key, name, color in (("loss", "training", INDIGO), ("val_loss", "validation", VERMILION)):
        if len(history.get(key, ())):
            values = np.asarray(history[key], dtype=float)
            (line,) = ax.plot(range(1, len(values) + 1), values, color=color)
            label_end(ax, line, name)
            lowest = min(lowest, values[np.isfinite(values)].min())
    ax.set(xlabel="epoch", ylim=(0, None) if lowest == 0 else (None, None))
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    if own:
        headline(ax.figure, title, f"{ylabel} per epoch")
    else:
        ax.set(title=title, ylabel=f"{ylabel} per epoch")
    return ax.figure


def boundary(ax, score, X, y, margin=0.5):
    """Draw two classes of points in the plane and the line where a score is zero.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    score : callable
        Maps points (n, 2) to scores (n,): above zero is class 1.
    X : array (n, 2)
    y : array (n,) of 0 and 1
    margin : float
        How far the picture reaches beyond the points, in their unit.

    Returns
    -------
    list of matplotlib.artist.Artist
        The two regions, the line where one runs through the picture, the points of each class.

    Raises
    ------
    ValueError
        If X is not (n, 2), y has another length or other labels, or there are not as many
        scores as points.
    """
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    if X.ndim != 2 or X.shape[1] != 2 or y.shape != (len(X),) or not len(X):
        raise ValueError(
            f"boundary got X {X.shape} and y {y.shape}; it draws points (n, 2) with labels (n,)"
        )
    if not np.isin(y, (0, 1)).all():
        raise ValueError(f"boundary got the labels {np.unique(y)}; it draws the classes 0 and 1")
    low, high = X.min(axis=0) - margin, X.max(axis=0) + margin
    first, second = np.meshgrid(
        np.linspace(low[0], high[0], 200), np.linspace(low[1], high[1], 200)
    )
    scores = np.asarray(score(np.column_stack([first.ravel(), second.ravel()])))
    if scores.size != first.size:
        raise ValueError(
            f"score gave {scores.shape} for points ({first.size}, 2); it must give a score for each"
        )
    scores = scores.reshape(first.shape)
    drawn = [
        ax.contourf(
            first,
            second,
            scores > 0,
            levels=[-0.5, 0.5, 1.5],
            colors=["#F9E1D6", "#DEE3F9"],
            zorder=0,
        )
    ]
    if scores.min() < 0 < scores.max():
        drawn.append(ax.contour(first, second, scores, levels=[0], colors=INK, linewidths=1.6))
    for label, marker, color in ((0, "o", VERMILION), (1, "D", INDIGO)):
        drawn.append(ax.scatter(*X[y == label].T, marker=marker, color=color, s=42, zorder=3))
    ax.set(xlim=(low[0], high[0]), ylim=(low[1], high[1]))
    ax.grid(False)
    return drawn


def heatmap(ax, values, row_labels, column_labels, threshold=0.1):
    """Draw a matrix of weights with its row and column names and its larger values.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    values : array (rows, columns)
        Weights from 0 upwards, such as attention, each row summing to 1.
    row_labels, column_labels : sequence of str
    threshold : float
        Values from here on are written into their cell.

    Returns
    -------
    matplotlib.image.AxesImage

    Raises
    ------
    ValueError
        If the labels do not fit the matrix.
    """
    values = np.asarray(values, dtype=float)
    if values.shape != (len(row_labels), len(column_labels)):
        raise ValueError(
            f"heatmap got values {values.shape} for {len(row_labels)} row labels and "
            f"{len(column_labels)} column labels; give one label to each row and column"
        )
    image = ax.imshow(values, cmap=INDIGO_MAP, vmin=0, aspect="auto")
    ax.set_xticks(range(len(column_labels)), column_labels, rotation=45, ha="left")
    ax.set_yticks(range(len(row_labels)), row_labels)
    ax.tick_params(top=True, labeltop=True, bottom=False, labelbottom=False, length=0)
    ax.set_xticks(np.arange(-0.5, len(column_labels)), minor=True)
    ax.set_yticks(np.arange(-0.5, len(row_labels)), minor=True)
    ax.grid(False)
    ax.grid(which="minor", color="white", linewidth=3)
    ax.tick_params(which="minor", length=0)
    ax.spines[:].set_visible(False)
    for (row, column), value in np.ndenumerate(values):
        if value >= threshold:
            color = "white" if value > 0.5 * values.max() else INK
            text = f"{value:.2f}".removeprefix("0")
            ax.text(column, row, text, ha="center", va="center", color=color, fontsize=8)
    return image


def forecast(ax, times, observed, forecasts):
    """Draw a measured series in ink and forecasts beside it, each with its name.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
    times : sequence (n,)
        Time stamps or step numbers of the observed values.
    observed : array (n,)
        The measured series, in its own unit.
    forecasts : dict of str to array (m,)
        Name to values for the *last* m times; at most six, a colour for each.

    Returns
    -------
    list of matplotlib.lines.Line2D
        The measured series, then the forecasts.

    Raises
    ------
    ValueError
        If times and values do not fit together, or there are more forecasts than colours.
    """
    times, observed = np.asarray(times), np.asarray(observed)
    if times.ndim != 1 or observed.shape != times.shape or not len(times):
        raise ValueError(
            f"forecast got times {times.shape} and observed values {observed.shape}; "
            "give one value for each time"
        )
    if len(forecasts) > len(COLORS):
        raise ValueError(
            f"forecast got {len(forecasts)} forecasts and has {len(COLORS)} colours; "
            "draw the best, or use a second picture"
        )
    lines = ax.plot(times, observed, color=INK, linewidth=1.6)
    label_end(ax, lines[0], "observed", dy=-8)
    for (name, values), color in zip(forecasts.items(), COLORS, strict=False):
        values = np.asarray(values)
        if values.ndim != 1 or not 1 <= len(values) <= len(times):
            raise ValueError(
                f"forecast {name!r} has the shape {values.shape} for {len(times)} observed values; "
                "give one value or more, at most one for each time observed"
            )
        lines += ax.plot(times[-len(values) :], values, color=color)
        label_end(ax, lines[-1], name, dy=8)
    return lines


def network(ax, nodes, arrows, names, notes, backward=False, digits=(2, 1)):
    """Draw a network layer by layer, with a number in each node and on each arrow.

    Arrows above zero are indigo, below vermilion, and the wider the larger their number.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Its frame disappears.
    nodes : list of array (n,)
        The numbers in the circles, layer by layer from left to right.
    arrows : list of array (n, m)
        The numbers on the arrows from each layer (rows) to the next (columns).
    names, notes : list of list of str
        What stands above and below each circle.
    backward : bool
        Whether the arrows point to the left.
    digits : (int, int)
        Decimals in the circles and on the arrows.

    Raises
    ------
    ValueError
        If arrows, names or notes do not fit the nodes.

    Examples
    --------
    >>> fig, ax = plt.subplots()
    >>> network(ax, [[1, -1], [0.5]], [[[2.0], [1.5]]], [["a", "b"], ["c"]], [["", ""], [""]])
    >>> [text.get_text() for text in ax.texts if text.get_text()]
    ['2.0', '1.5', '1.00', 'a', '-1.00', 'b', '0.50', 'c']
    >>> plt.close(fig)
    """
    sizes = [len(layer) for layer in nodes]
    shapes = [np.shape(numbers) for numbers in arrows]
    lengths = [[len(layer) for layer in texts] for texts in (names, notes)]
    if shapes != list(itertools.pairwise(sizes)) or lengths != [sizes, sizes]:
        raise ValueError(
            f"network got layers of {sizes} nodes, arrows {shapes}, and {lengths[0]} names and "
            f"{lengths[1]} notes; give arrows (nodes of a layer, nodes of the next) between "
            "layers, and a name and a note for each node"
        )
    places = [
        [(3 * k, y) for y in np.linspace(1, -1, n) * max(1, (n - 1) / 2) * (n > 1)]
        for k, n in enumerate(sizes)
    ]
    for k, numbers in enumerate(arrows):
        _arrows(ax, places[k], places[k + 1], np.asarray(numbers), backward, digits[1])
    for k, layer in enumerate(places):
        for i, (x, y) in enumerate(layer):
            ax.scatter(x, y, s=1500, color="#EEF0F3", zorder=3)
            text = f"{_plain(nodes[k][i], digits[0]):.{digits[0]}f}"
            ax.text(x, y, text, ha="center", va="center", fontsize=10, zorder=4)
            ax.text(x, y + 0.34, names[k][i], ha="center", fontsize=10)
            ax.text(x, y - 0.4, notes[k][i], ha="center", fontsize=8, color=MUTED)
    ends = np.concatenate(places)
    (left, low), (right, high) = ends.min(axis=0), ends.max(axis=0)
    ax.axis([left - 0.6, right + 0.9, low - 0.55, high + 0.55])
    ax.axis("off")


def _plain(number, digits):
    """Rounded, without a minus before zero."""
    return round(float(number), digits) + 0.0


def _arrows(ax, starts, ends, numbers, backward, digits):
    for (i, k), number in np.ndenumerate(numbers):
        start, end = np.array(starts[i]), np.array(ends[k])
        color = INDIGO if number > 0 else VERMILION
        arrow = {
            "arrowstyle": "-|>",
            "color": color,
            "alpha": 0.55,
            "linewidth": 0.4 + 3.2 * abs(number) / (np.abs(numbers).max() or 1),
            "shrinkA": 19,  # points: the circle's radius
            "shrinkB": 19,
        }
        tail, tip = (end, start) if backward else (start, end)
        ax.annotate("", tip, tail, arrowprops=arrow)
        ax.text(
            *(start + 0.2 * (end - start)),  # one column of numbers, evenly spaced
            f"{_plain(number, digits):.{digits}f}",
            ha="center",
            va="center",
            fontsize=8.5,
            color=color,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8},
            zorder=5,
        )


def slider(draw, values, name, start):
    """A slider with a picture for each value: drawn once, moved without a kernel.

    It runs the same in JupyterLab, in Colab and on a plain page; without scripts the
    picture at ``start`` stays.

    Parameters
    ----------
    draw : callable
        Maps a value to a new matplotlib figure.
    values : sequence of numbers
        What the slider steps through.
    name : str
        What the values are, as "width".
    start : number
        The one of the values that shows first.

    Returns
    -------
    Slider
        Let it be the last expression of a cell.

    Raises
    ------
    TypeError
        If ``draw`` returns something other than a figure.
    ValueError
        If ``start`` is none of the values.

    Examples
    --------
    >>> slider(lambda width: plt.figure(figsize=(width, 1)), [1, 2, 3], "width", start=2)
    a slider: width 1, 2, 3
    """
    values = list(values)
    if start not in values:
        raise ValueError(f"start is {start!r}; it must be one of the values {values}")
    return Slider([_png(draw(value)) for value in values], values, name, values.index(start))


class Slider:
    """What `slider` returns: a page's range input, above one picture for each of its places."""

    #: A move hides every picture but the one at the new place, and writes its value.
    MOVE = (
        "const box = this.closest('.slider');"
        "box.querySelectorAll('img').forEach((img, i) => { img.hidden = i != this.value; });"
        "box.querySelector('output').value = this.dataset.values.split(' ')[this.value];"
        "this.setAttribute('aria-valuetext', box.querySelector('output').value);"
    )

    def __init__(self, pictures, values, name, place):
        self.pictures, self.values, self.name, self.place = pictures, values, name, place

    def __repr__(self):
        return f"a slider: {self.name} {', '.join(map(str, self.values))}"

    def _repr_html_(self):
        now = self.values[self.place]
        images = "\n".join(
            f'<img src="data:image/png;base64,{b64encode(picture).decode()}" '
            f'alt="{self.name} {value}" style="max-width: 100%"{"" if value == now else " hidden"}>'
            for picture, value in zip(self.pictures, self.values, strict=True)
        )
        return (
            f'<div class="slider" style="max-width: 720px">\n<label>{self.name} '
            f'<input type="range" min="0" max="{len(self.values) - 1}" value="{self.place}" '
            f'data-values="{" ".join(map(str, self.values))}" aria-valuetext="{now}" '
            f'oninput="{self.MOVE}" style="width: 60%; vertical-align: middle"> '
            f"<output>{now}</output></label>\n{images}\n</div>"
        )


def _png(figure):
    """A figure as a PNG of 32 colours, which is a quarter of the size."""
    if not isinstance(figure, plt.Figure):
        raise TypeError(f"draw returned {figure!r}; it must return the figure it drew")
    drawn, small = BytesIO(), BytesIO()
    figure.savefig(drawn, dpi=120)
    plt.close(figure)  # otherwise the notebook would show it a second time
    Image.open(drawn).convert("RGB").quantize(32).save(small, "PNG", optimize=True)
    return small.getvalue()
