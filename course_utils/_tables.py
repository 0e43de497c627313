"""Arrays, series and frames as tables of numbers: their values, their names, their places."""

import numpy as np
import pandas as pd

from course_utils._arguments import refuse_masked

_ENCODE = "encode categories first (chapter 07)"


def numbers(name, data):
    """The data as an array of numbers (bool, int or float); no copy where none is needed.

    Missing values of any kind become NaN; in a frame, each column may have a dtype of its own,
    such as those that ``convert_dtypes`` and ``get_dummies`` leave.

    Parameters
    ----------
    name : str
        Of the argument, for the message.
    data : array, nested list, Series or DataFrame

    Returns
    -------
    array

    Raises
    ------
    TypeError, ValueError
        If something in it is no number, it is ragged, or it hides values under a mask.

    Examples
    --------
    >>> numbers("data", pd.DataFrame({"sun": [True, False], "rain": [0.5, 2.0]}))
    array([[1. , 0.5],
           [0. , 2. ]])
    """
    refuse_masked(name, data)
    if hasattr(data, "toarray"):
        raise TypeError(f"{name} is sparse; give it as a dense array: data.toarray()")
    if isinstance(data, pd.DataFrame):
        return _frame_values(name, data)
    if isinstance(data, pd.Series):
        return _column_values(name, data)
    try:
        values = np.asarray(data)
    except ValueError as error:
        raise ValueError(
            f"{name} is ragged: its rows have different lengths; pad them first (chapter 08)"
        ) from error
    return _as_numbers(name, values)


def _frame_values(name, frame):
    kinds = {dtype.kind if isinstance(dtype, np.dtype) else "other" for dtype in frame.dtypes}
    if kinds <= set("iuf") or kinds == {"b"}:
        return frame.to_numpy()
    columns = [_column_values(f"column {label!r}", column) for label, column in frame.items()]
    return np.column_stack(columns) if columns else frame.to_numpy()


def _column_values(name, column):
    if not isinstance(column.dtype, np.dtype) and (
        pd.api.types.is_numeric_dtype(column) or pd.api.types.is_bool_dtype(column)
    ):
        return column.to_numpy(dtype=float, na_value=np.nan)
    if isinstance(column.dtype, (np.dtype, pd.SparseDtype)):
        return _as_numbers(name, column.to_numpy())
    raise TypeError(f"{name} holds {column.dtype}, not numbers; {_ENCODE}")


def _as_numbers(name, values):
    kind = values.dtype.kind
    if kind == "O" and values.ndim:
        return _numbers_of_objects(name, values)
    if kind == "c":
        raise ValueError(
            f"Complex data not supported: {name} holds {values.dtype}; give real and imaginary "
            "part as two features"
        )
    if kind in "mM":
        raise TypeError(
            f"{name} holds {values.dtype}, not numbers; make a time the index: data.set_index(...)"
        )
    if kind not in "biuf":
        raise TypeError(f"{name} holds {values.dtype}, not numbers; {_ENCODE}")
    return values


def _numbers_of_objects(name, values):
    """Python's own numbers, with None and the like for what is missing."""
    found = np.full(values.shape, np.nan)
    for place in zip(*np.nonzero(~pd.isna(values)), strict=True):
        value = values[place]
        if isinstance(value, (str, bytes)):
            raise TypeError(f"{name} holds text, such as {value!r}, not numbers; {_ENCODE}")
        try:
            found[place] = float(value)
        except (TypeError, ValueError) as error:
            raise TypeError(f"{name} holds {value!r}, not numbers ({error}); {_ENCODE}") from None
    return found


def column_names(data):
    """The names of a frame's columns, whichever library made it.

    Parameters
    ----------
    data : anything

    Returns
    -------
    list of str or int, or None
        The levels of a MultiIndex are joined. None for data without names.

    Examples
    --------
    >>> column_names(pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("a", 1), "bc"])))
    ['a_1', 'b_c']
    """
    columns = getattr(data, "columns", None)
    return None if columns is None or callable(columns) else [plain_name(c) for c in columns]


def plain_name(label):
    """A label as a str or int, which JSON can hold.

    Parameters
    ----------
    label : hashable

    Returns
    -------
    str or int

    Examples
    --------
    >>> plain_name(("mean", 3)), plain_name(np.int64(3))
    ('mean_3', 3)
    """
    if isinstance(label, tuple):
        return "_".join(str(part) for part in label if part != "")
    if isinstance(label, (int, np.integer)) and not isinstance(label, bool):
        return int(label)
    return str(label)


def distinct(names):
    """The names, if no two are the same.

    Parameters
    ----------
    names : list

    Returns
    -------
    list

    Raises
    ------
    ValueError
        If a name stands there twice.

    Examples
    --------
    >>> distinct(["a", "b", "a"])
    Traceback (most recent call last):
    ValueError: two columns are called 'a'; rename one of them
    """
    twice = [name for place, name in enumerate(names) if name in names[:place]]
    if twice:
        raise ValueError(f"two columns are called {twice[0]!r}; rename one of them")
    return names


def places(argument, wanted, names, count):
    """Where the wanted features stand, given by their names or by their places.

    Never by both: where a name is a whole number, whole numbers are names.

    Parameters
    ----------
    argument : str
        For the message, such as ``"targets"``.
    wanted : str, int or list of them
    names : list of str or int, or None
        Of all features; None where they have no names.
    count : int
        How many features there are.

    Returns
    -------
    list of int

    Raises
    ------
    TypeError, ValueError
        If none is wanted, one is unknown, or names and places are mixed.

    Examples
    --------
    >>> places("targets", ["b", "a"], ["a", "b"], 2), places("targets", -1, None, 2)
    ([1, 0], [1])
    """
    many = np.iterable(wanted) and not isinstance(wanted, (str, bytes))
    chosen = list(wanted) if many else [wanted]
    known = list(range(count)) if names is None else distinct(names)
    if isinstance(wanted, (set, frozenset)) or any(isinstance(c, (bool, np.bool_)) for c in chosen):
        raise TypeError(
            f"{argument} are {wanted!r}; name the features in a list, of {known}, or count them"
        )
    if not chosen:
        raise ValueError(f"{argument} is empty; name at least one feature, or leave it out for all")
    whole = [isinstance(one, (int, np.integer)) for one in chosen]
    counted = names is None or not any(isinstance(name, int) for name in names)
    for one, is_whole in zip(chosen, whole, strict=True):
        if one not in known and not (counted and is_whole and -count <= one < count):
            raise ValueError(f"unknown {argument.rstrip('s')} {one!r}; the features are {known}")
    if counted and any(whole) and not all(whole):
        raise TypeError(f"{argument} are {wanted!r}; name all features or count all, never both")
    return [int(one) % count if counted and is_whole else known.index(one)
            for one, is_whole in zip(chosen, whole, strict=True)]  # fmt: skip
