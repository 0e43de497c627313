"""`check` tells a reader whether an answer is right; `guess` takes a prediction."""

import contextlib
import numbers
import os
import re
import textwrap
import traceback
from pathlib import Path

#: Code in these folders is a library's: Python's, installed packages', the course's own.
_LIBRARIES = (Path(os.__file__).parent, Path(__file__).parent)
_INSTALLED = {"site-packages", "dist-packages"}


@contextlib.contextmanager
def check(name):
    """Run the assertions below it and report in one line, without a traceback.

    The line says *passed*, *not attempted yet* (the stub still raises
    ``NotImplementedError``), or what went wrong: the message of the failed
    assertion, which is written as a hint about the likely mistake. Where the answer itself
    stopped, it quotes the answer's last line, never one of the check's or of a library.

    The error is raised as well with ``COURSE_STRICT=1`` in the environment, as the course's
    own tests run it, and whenever nbgrader grades or validates: a missed point stays missed.

    Parameters
    ----------
    name : str
        Number and topic of the check, such as ``"10.2 output length"``.

    Raises
    ------
    TypeError
        If the name is missing: ``check("10.2 output length")``.

    Examples
    --------
    >>> with check("0.1 a sum"):
    ...     assert 1 + 1 == 2, "1 and 1 make 2"
    ✓ 0.1 a sum: passed
    >>> with check("0.2 a stub"):
    ...     raise NotImplementedError
    ○ 0.2 a stub: not attempted yet
    >>> with check("0.3 a slip"):
    ...     assert 1 + 1 == 3, "count again"
    ✗ 0.3 a slip: count again
    """
    if not isinstance(name, str) or not name.strip():
        raise TypeError(f'check got {name!r}; it needs a name, e.g. check("10.2 output length")')
    try:
        yield
    except Exception as error:
        print(_verdict(name, error))
        # nbgrader sets the second one itself, so that no instructor can forget the first.
        if os.environ.get("COURSE_STRICT") == "1" or os.environ.get("NBGRADER_EXECUTION"):
            raise
    else:
        print(f"✓ {name}: passed")


def _verdict(name, error):
    """The line about a check that was left by an error."""
    _, cell, *deeper = traceback.extract_tb(error.__traceback__)  # the first is the `yield`
    own = [cell, *(frame for frame in deeper if not _is_library(frame.filename))]
    raised_here = not deeper or own[-1] is deeper[-1]
    if isinstance(error, NotImplementedError) and raised_here:
        return f"○ {name}: not attempted yet"
    text = _in_one_line("\n".join([str(error), *getattr(error, "__notes__", ())]))
    if isinstance(error, AssertionError) and own[-1].filename == cell.filename:
        if raised_here:  # a hint, or the expression that stands where no hint does
            expected = own[-1].line.strip().removeprefix("assert ")
            return f"✗ {name}: {text or f'this does not hold: {expected}'}"
        return f"✗ {name}: {_shorten(text)}"
    quotable = [
        frame.line
        for frame in own
        if frame.filename != cell.filename and "__autograph_generated" not in frame.filename
    ]
    where = f", at: {_shorten(quotable[-1])}" if quotable and quotable[-1] else ""
    text = f": {_shorten(text)}" if text else ""
    return f"✗ {name}: the code stopped with {type(error).__name__}{text}{where}"


def _is_library(filename):
    path = Path(filename)
    return (
        filename.startswith("<frozen")
        or bool(_INSTALLED.intersection(path.parts))
        or any(path.is_relative_to(folder) for folder in _LIBRARIES)
    )


def _in_one_line(text):
    """Without colours and without TensorFlow's names of its own nodes."""
    return " ".join(re.sub(r"\x1b\[\d*m|\{\{.*?\}\}", "", text).split())


def _shorten(text):
    return textwrap.shorten(text, 200, placeholder=" …")


def guess(*values):
    """Commit to a prediction before the next cell shows the answer.

    Parameters
    ----------
    *values : number or str
        What you predict: ``guess(20)``, ``guess(3, 0.5)``, ``guess("b")``. The dots of
        ``guess(...)``, as a lesson is stored, say that there is no guess yet.

    Raises
    ------
    TypeError
        If there is nothing in the brackets, or something that is no number and no text.

    Examples
    --------
    >>> guess(...)
    no guess yet: put a number in place of the dots, then run this cell
    >>> guess(3, 0.5)
    your guess: 3, 0.5. Now run the next cell and compare.
    """
    if not values:
        raise TypeError("guess() is empty; put what you predict into the brackets, e.g. guess(20)")
    if any(value is ... for value in values):
        print("no guess yet: put a number in place of the dots, then run this cell")
        return
    for value in values:
        if not isinstance(value, numbers.Number | str):
            raise TypeError(
                f"guess got a {type(value).__name__}, {value!r}; it takes numbers or a short "
                'text, one by one, e.g. guess(20), guess(3, 0.5) or guess("b")'
            )
    print(f"your guess: {', '.join(map(str, values))}. Now run the next cell and compare.")
