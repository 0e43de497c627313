"""How long a lesson takes: counted from its words and its code, never typed in."""

import re

#: A careful reader's words a minute, with equations and pictures between them.
WORDS_A_MINUTE = 120
#: Seconds to read a line of code and see what it does.
SECONDS_A_LINE = 7
#: Minutes to make up one's mind before a cell is run.
MINUTES_A_PREDICTION = 1


def is_folded(cell):
    """Whether a code cell only draws, so that the page shows its picture and hides its lines.

    Parameters
    ----------
    cell : dict
        Of a notebook, in format 4.

    Examples
    --------
    >>> is_folded({"metadata": {"tags": ["hide-input"]}})
    True
    """
    return "hide-input" in cell["metadata"].get("tags", [])


def code_lines(cell):
    """The lines of a code cell that are not blank.

    Examples
    --------
    >>> code_lines({"source": "x = 1\\n\\ny = 2"})
    ['x = 1', 'y = 2']
    """
    return [line for line in "".join(cell["source"]).splitlines() if line.strip()]


def reading_minutes(cells, run_seconds=0):
    """Minutes to read a lesson, predict, and try its cells: words, visible code, predictions.

    Parameters
    ----------
    cells : list of dict
        The notebook's cells, in format 4.
    run_seconds : float
        How long the cells take to run: time that a reader waits.

    Returns
    -------
    int
        Rounded to the nearest five, and five at least.

    Examples
    --------
    >>> words = {"cell_type": "markdown", "metadata": {}, "source": "**Predict.** " + "word " * 599}
    >>> code = {"cell_type": "code", "metadata": {}, "source": "x = 1\\n" * 30}
    >>> reading_minutes([words, code])  # 5 for the words, 1 to predict, 3.5 for the code
    10
    """
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    words = sum(len(source.split()) for source in sources)
    predictions = sum(len(re.findall(r"\*\*Predict\b", source)) for source in sources)
    visible = [cell for cell in cells if cell["cell_type"] == "code" and not is_folded(cell)]
    lines = sum(len(code_lines(cell)) for cell in visible)
    minutes = (
        words / WORDS_A_MINUTE
        + predictions * MINUTES_A_PREDICTION
        + (lines * SECONDS_A_LINE + run_seconds) / 60
    )
    return max(5, 5 * round(minutes / 5))
