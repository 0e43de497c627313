"""`check` tells a reader whether an answer is right; `guess` takes a prediction."""

import contextlib
import numbers
import os
import traceback


@contextlib.contextmanager
def check(name):
    """Run the assertions below it and report in one line, without a traceback.

    The line says *passed*, *not attempted yet* (the stub still raises
    ``NotImplementedError``), or what went wrong: the message of the failed
    assertion, which is written as a hint about the likely mistake.

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
    except NotImplementedError:
        print(f"○ {name}: not attempted yet")
        _raise_when_strict()
    except AssertionError as error:
        print(f"✗ {name}: {_what_failed(error)}")
        _raise_when_strict()
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        line = f", at: {where.line.strip()}" if where.line else ""
        print(f"✗ {name}: the code stopped with {type(error).__name__}: {error}{line}")
        _raise_when_strict()
    else:
        print(f"✓ {name}: passed")


def _what_failed(error):
    message = str(error).strip()
    if message:
        return message
    line = traceback.extract_tb(error.__traceback__)[-1].line or "an assertion"
    return f"this does not hold: {line.strip().removeprefix('assert ')}"


def _raise_when_strict():
    # nbgrader sets the second one itself, so that no instructor can forget the first.
    if os.environ.get("COURSE_STRICT") == "1" or os.environ.get("NBGRADER_EXECUTION"):
        raise


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
