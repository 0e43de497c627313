"""The map of the course: parts as columns, chapters as boxes, prerequisites as lines."""

import textwrap
from io import BytesIO
from pathlib import Path

import matplotlib.pyplot as plt
from matplotlib.colors import to_rgb
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch
from matplotlib.path import Path as Outline

from course_utils.course.chapters import load_chapters
from course_utils.plots import COLORS, INK, headline, use_house_style

# All lengths in inches.
LANE, ROW, WIDTH, HEIGHT = 1.44, 0.6, 1.14, 0.42
#: Lines leave a box below its middle and arrive above it, so that none seems to pass through.
ASIDE, TRACK = 0.09, 0.06


def place(chapters):
    """Give each chapter a column (its part) and a row, at or below all that it needs.

    Parameters
    ----------
    chapters : list of dict
        As `course_utils.course.chapters.load_chapters` returns them.

    Returns
    -------
    dict of str to (int, int)
        Chapter number to (column, row), both from 0.

    Examples
    --------
    >>> chapters = [
    ...     {"number": "01", "part": "I", "needs": []},
    ...     {"number": "02", "part": "I", "needs": ["01"]},
    ...     {"number": "03", "part": "II", "needs": ["02"]},
    ... ]
    >>> place(chapters)
    {'01': (0, 0), '02': (0, 1), '03': (1, 1)}
    """
    parts = list(dict.fromkeys(chapter["part"] for chapter in chapters))
    places = {}
    for chapter in chapters:
        lane = parts.index(chapter["part"])
        above = [places[need] for need in chapter["needs"]]
        row = max([other + (column == lane) for column, other in above], default=0)
        while (lane, row) in places.values():
            row += 1
        places[chapter["number"]] = (lane, row)
    return places


def route(source, target, taken):
    """Turning points of the line from one place to another, around the places taken.

    Lines run down between the columns, at ``column - 0.5``, and across where no box is.

    Returns
    -------
    list of (float, float)
        (column, row) of both ends and of each turn.

    Examples
    --------
    >>> route((0, 0), (0, 1), taken={(0, 0), (0, 1)})
    [(0, 0), (0, 1)]
    >>> route((0, 0), (2, 1), taken={(0, 0), (2, 1)})
    [(0, 0), (0.5, 0), (0.5, 1), (2, 1)]
    """
    (lane, row), (to_lane, to_row) = source, target
    if lane == to_lane and to_row == row + 1:
        return [source, target]
    leave, arrive = (lane - 0.5 if lane == to_lane else lane + 0.5), to_lane - 0.5
    across = row
    if leave != arrive:
        between = range(lane + 1, to_lane)
        free = [y for y in (to_row, row) if not any((x, y) in taken for x in between)]
        across = free[0] if free else row + 0.5
    points = [source, (leave, row), (leave, across), (arrive, across), (arrive, to_row), target]
    points = [p for p, after in zip(points, points[1:] + [None], strict=True) if p != after]
    inner = [
        here
        for before, here, after in zip(points, points[1:], points[2:], strict=False)
        if not (before[0] == here[0] == after[0] or before[1] == here[1] == after[1])
    ]
    return [source, *inner, target]


def draw_map(chapters, title, way=(), address=None):
    """Draw the chapters and what each needs.

    Parameters
    ----------
    chapters : list of dict
        As `course_utils.course.chapters.load_chapters` returns them.
    title : str
        The finding.
    way : collection of str
        Chapter numbers; lines between two of them are drawn thick.
    address : str, optional
        As ``"notebooks/{file}.html"``: where the box of a chapter leads, in an SVG.

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    ValueError
        If there is no chapter.
    """
    if not chapters:
        raise ValueError("there is no chapter to draw; pass load_chapters()")
    places = place(chapters)
    parts = list(dict.fromkeys(chapter["part"] for chapter in chapters))
    rows = 1 + max(row for _, row in places.values())
    fig, ax = plt.subplots(figsize=(LANE * len(parts), ROW * (rows + 0.75) + 0.6))
    ax.set(xlim=(-LANE / 2, LANE * (len(parts) - 0.5)), ylim=(-ROW * (rows - 0.4), ROW * 1.15))
    ax.set_aspect("equal")
    ax.axis("off")
    for lane, part in enumerate(parts):
        _write_part(ax, lane, part)
    _draw_lines(ax, chapters, places, way)
    for chapter in chapters:
        lane, row = places[chapter["number"]]
        box = _draw_box(ax, chapter, LANE * lane, -ROW * row, COLORS[lane % len(COLORS)])
        if address:
            box.set_url(address.format(**chapter))
    subtitle = "A line leads from each chapter to those that build on it"
    if way:
        subtitle += "; thick: " + " ".join(sorted(way))
    headline(fig, title, subtitle)
    return fig


def course_map(address=None):
    """The map of all chapters but 00.

    Parameters
    ----------
    address : str, optional
        As for `draw_map`.

    Returns
    -------
    matplotlib.figure.Figure
    """
    use_house_style()
    title = "The chapters, and what each builds on"
    return draw_map(load_chapters()[1:], title, address=address)


def save_map(path):
    """Draw all chapters of the course into a file.

    Parameters
    ----------
    path : str or Path
        Its ending says the format: .png, .svg or .pdf.

    Returns
    -------
    Path
        The file, as an absolute path.

    Raises
    ------
    ValueError
        If the ending is none of these.
    OSError
        If the file cannot be written.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     save_map(Path(folder) / "map.svg").name
    'map.svg'
    """
    path = Path(path).absolute()
    kind = path.suffix.lower().removeprefix(".")
    if kind not in ("png", "svg", "pdf"):
        raise ValueError("the name must end in .png, .svg or .pdf")
    fig = course_map()
    picture = BytesIO()  # drawn whole before anything is written
    fig.savefig(picture, format=kind, dpi=150)
    plt.close(fig)
    path.write_bytes(picture.getvalue())
    return path


def _write_part(ax, lane, part):
    number, _, name = part.partition(": ")
    color = COLORS[lane % len(COLORS)]
    style = {"ha": "center", "color": color, "fontweight": "bold"}
    ax.text(LANE * lane, ROW * 1.06, number.upper(), va="top", fontsize=7, **style)
    wrapped = textwrap.fill(name, 18)
    ax.text(LANE * lane, ROW * 0.84, wrapped, va="top", fontsize=8.5, linespacing=1.05, **style)


def _draw_box(ax, chapter, x, y, color):
    tint = [1 - 0.16 * (1 - channel) for channel in to_rgb(color)]
    look = {"facecolor": tint, "edgecolor": color, "lw": 1.3}
    corner = (x - WIDTH / 2, y - HEIGHT / 2)
    shape = "round,pad=0,rounding_size=0.06"
    box = FancyBboxPatch(corner, WIDTH, HEIGHT, boxstyle=shape, zorder=3, **look)
    ax.add_patch(box)
    style = {"va": "center", "color": INK, "zorder": 4, "linespacing": 1.08}
    left, title = x - WIDTH / 2, textwrap.fill(chapter["title"], 15, break_long_words=False)
    ax.text(left + 0.05, y, chapter["number"], fontsize=7.5, fontweight="bold", **style)
    ax.text(left + 0.24, y, title, fontsize=6.8, **style)
    return box


def _draw_lines(ax, chapters, places, way):
    edges = [(need, chapter["number"]) for chapter in chapters for need in chapter["needs"]]
    lines = {edge: route(*map(places.get, edge), set(places.values())) for edge in edges}
    tracks = {}  # the lines that run down the same gap, one track for each source
    for (source, _), points in lines.items():
        for x in {x for x, _ in points if x % 1}:
            tracks.setdefault(x, {}).setdefault(source)
    for (source, target), points in lines.items():
        inner = [0] * (len(points) - 4)
        down = [ASIDE, ASIDE, *inner, -ASIDE, -ASIDE] if len(points) > 2 else [0, 0]
        corners = []
        for (x, row), below in zip(points, down, strict=True):
            beside = list(tracks.get(x, ()))
            right = TRACK * (beside.index(source) - (len(beside) - 1) / 2) if x % 1 else 0
            corners.append((LANE * x + right, -ROW * row - below))
        corners[0] = _edge_of_box(corners[0], corners[1])
        corners[-1] = _edge_of_box(corners[-1], corners[-2])
        thick = source in way and target in way
        arrow = {"lw": 2.2 if thick else 1, "alpha": 1 if thick or not way else 0.6}
        arrow |= {"arrowstyle": "-|>", "mutation_scale": 7, "shrinkA": 0, "shrinkB": 0}
        color = COLORS[places[source][0] % len(COLORS)]
        ax.add_patch(FancyArrowPatch(path=_rounded(corners), color=color, **arrow))


def _edge_of_box(point, neighbour):
    """Where a line towards the neighbour leaves the box around a point."""
    (x, y), (to_x, to_y) = point, neighbour
    if x == to_x:
        return x, y + HEIGHT / 2 * (1 if to_y > y else -1)
    return x + WIDTH / 2 * (1 if to_x > x else -1), y


def _rounded(points, radius=0.07):
    """A path along straight lines with rounded corners."""
    vertices, codes = [points[0]], [Outline.MOVETO]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        vertices += [_towards(here, before, radius), here, _towards(here, after, radius)]
        codes += [Outline.LINETO, Outline.CURVE3, Outline.CURVE3]
    return Outline([*vertices, points[-1]], [*codes, Outline.LINETO])


def _towards(here, there, radius):
    dx, dy = there[0] - here[0], there[1] - here[1]
    length = (dx**2 + dy**2) ** 0.5
    step = min(radius / length, 0.5)
    return here[0] + step * dx, here[1] + step * dy
