"""From a series to samples: tables of lags, windows, splits in time, stateful batches.

Chapter 09 derives tables and windows, chapter 20 the stateful batches.
A series is (time,) or (time, features), oldest first.
"""

import numpy as np
import pandas as pd
from numpy.lib.stride_tricks import sliding_window_view

from course_utils._arguments import whole


def series_to_supervised(data, n_in=1, n_out=1, dropna=True):
    """Lay past and future values side by side, one row per time step t.

    Chapter 09 derives it.

    Parameters
    ----------
    data : array, Series or DataFrame; (time,) or (time, features)
        Numbers; their floating dtype is kept, integers become float64.
    n_in : int
        How many past steps become columns: ``name(t-n_in)`` ... ``name(t-1)``. 0 or more.
    n_out : int
        How many steps from t on: ``name(t)`` ... ``name(t+n_out-1)``. 1 or more.
    dropna : bool
        Drop the rows that are not complete, at the ends and around gaps.

    Returns
    -------
    DataFrame (rows, (n_in + n_out) * features)
        Indexed like the data by t.

    Raises
    ------
    TypeError
        If the data hold something other than numbers, or a count is not a whole number.
    ValueError
        If the data are empty, have more than two dimensions, or are too short.

    Examples
    --------
    >>> series_to_supervised([10.0, 20.0, 30.0, 40.0], n_in=2)
       var1(t-2)  var1(t-1)  var1(t)
    2       10.0       20.0     30.0
    3       20.0       30.0     40.0
    """
    n_in, n_out = whole("n_in", n_in, 0), whole("n_out", n_out, 1)
    names, index = _names_and_index(data)
    values = _table("data", data)
    if values.dtype.kind != "f":
        values = values.astype(float)
    steps, features = values.shape
    rows = steps - n_in - n_out + 1
    if rows < 1 and dropna:
        raise ValueError(
            f"the series has {steps} time steps, but one row needs n_in + n_out = {n_in + n_out}; "
            "take fewer steps or a longer series"
        )
    labels = [
        f"{name}(t{offset:+d})" if offset else f"{name}(t)"
        for offset in range(-n_in, n_out)
        for name in names
    ]
    if dropna:
        index = index[n_in : n_in + rows]
    else:
        before, after = (np.full((count, features), np.nan) for count in (n_in, n_out - 1))
        values = np.concatenate([before, values, after], dtype=values.dtype)
    # Laid out step after step, one row of the table is one piece of the series.
    flat = np.ascontiguousarray(values).reshape(-1)
    pieces = sliding_window_view(flat, len(labels))[::features]
    if dropna and np.isnan(flat).any():
        gaps = np.isnan(values).any(axis=1)
        complete = ~sliding_window_view(gaps, n_in + n_out).any(axis=1)
        pieces, index = pieces[complete], index[complete]
    else:
        pieces = pieces.copy()
    return pd.DataFrame(pieces, index=index, columns=labels, copy=False)


def make_windows(series, n_in, n_out=1, *, stride=1, horizon=1, targets=None):
    """Cut a series into input windows and the values that follow each of them.

    Window i covers the time steps ``i*stride`` to ``i*stride + n_in - 1``; its
    targets start ``horizon`` steps after the window's last. Chapter 09 derives it.

    Parameters
    ----------
    series : array, Series or DataFrame; (time,) or (time, features)
    n_in : int
        Time steps in a window.
    n_out : int
        Time steps to predict.
    stride : int
        Steps from one window's start to the next one's.
    horizon : int
        1 predicts from the very next step on.
    targets : int, str or list of them, optional
        Features to predict, by position or, for a DataFrame, by name; all by default.

    Returns
    -------
    X : array (samples, n_in, features)
        A read-only view: it costs no memory whatever the length. Copy it to change it.
    y : array (samples, n_out, targets)
        A read-only view as well (of the chosen features).

    Raises
    ------
    TypeError, ValueError
        If a count is not a whole number from 1, or a window is longer than the series.
    KeyError
        If a target is unknown.

    Examples
    --------
    >>> X, y = make_windows([0, 1, 2, 3, 4], n_in=3)
    >>> X[:, :, 0]
    array([[0, 1, 2],
           [1, 2, 3]])
    >>> y[:, 0, 0]
    array([3, 4])
    """
    counts = {"n_in": n_in, "n_out": n_out, "stride": stride, "horizon": horizon}
    n_in, n_out, stride, horizon = (whole(name, value, 1) for name, value in counts.items())
    values = _table("series", series)
    needed = n_in + horizon - 1 + n_out
    if len(values) < needed:
        raise ValueError(
            f"the series has {len(values)} time steps; one window with its targets needs {needed} "
            f"(n_in {n_in} + horizon {horizon} - 1 + n_out {n_out}): shorten them"
        )
    samples = (len(values) - needed) // stride + 1
    chosen = values if targets is None else values[:, _positions(targets, series, values.shape[1])]
    return (
        _windows(values, n_in, 0, stride, samples),
        _windows(chosen, n_out, n_in + horizon - 1, stride, samples),
    )


def _windows(values, length, start, stride, samples):
    """View of (samples, length, features): sample i starts at start + i*stride."""
    windows = sliding_window_view(values[start:], length, axis=0)
    return windows[::stride][:samples].transpose(0, 2, 1)


def _positions(targets, series, features):
    names = list(series.columns) if isinstance(series, pd.DataFrame) else list(range(features))
    wanted = list(targets) if np.iterable(targets) and not isinstance(targets, str) else [targets]
    if not wanted:
        raise ValueError("targets is empty; name at least one feature, or leave it out for all")
    if any(isinstance(target, (bool, np.bool_)) for target in wanted):
        raise TypeError(f"targets are {targets!r}; name the features, of {names}, or count them")
    positions = []
    for target in wanted:
        if target in names:
            positions.append(names.index(target))
        elif isinstance(target, (int, np.integer)) and -features <= target < features:
            positions.append(int(target))
        else:
            raise KeyError(f"unknown target {target!r}; the features are {names}")
    return positions


def split_by_time(data, fractions):
    """Cut data into consecutive parts, oldest first, without shuffling.

    Chapter 06 shows why only such a split serves a forecast.

    Parameters
    ----------
    data : array, Series or DataFrame with time on its first axis
    fractions : sequence of float
        Share of each part; they sum to 1, e.g. ``(0.7, 0.15, 0.15)``.

    Returns
    -------
    tuple of the same type as the data
        Views, in time order; together they are the whole.

    Raises
    ------
    TypeError, ValueError
        If the fractions are not positive numbers that sum to 1, a part would be empty,
        or a time index is not sorted.

    Examples
    --------
    >>> train, test = split_by_time(np.arange(10), (0.8, 0.2))
    >>> train, test
    (array([0, 1, 2, 3, 4, 5, 6, 7]), array([8, 9]))
    """
    try:
        shares = np.asarray(fractions, dtype=float)
    except (TypeError, ValueError):
        raise TypeError(f"fractions are {fractions!r}; expected numbers, e.g. (0.8, 0.2)") from None
    if (
        shares.ndim != 1
        or not len(shares)
        or not (shares > 0).all()
        or abs(shares.sum() - 1) > 1e-9
    ):
        raise ValueError(
            f"fractions are {fractions}; they must be positive and sum to 1, e.g. (0.7, 0.15, 0.15)"
        )
    if not isinstance(data, (pd.Series, pd.DataFrame)):
        try:
            data = np.asarray(data)
        except ValueError as error:
            raise ValueError("data is ragged; pad it first (chapter 08)") from error
        if data.ndim == 0:
            raise ValueError(f"data is {data}; give a series with time on its first axis")
    elif not data.index.is_monotonic_increasing:
        raise ValueError("the index is not in time order; sort first: data.sort_index()")
    edges = np.round(np.concatenate([[0], np.cumsum(shares)]) * len(data)).astype(int)
    if (np.diff(edges) == 0).any():
        raise ValueError(
            f"{len(data)} time steps split by {fractions} leave a part empty; "
            "give larger fractions or more data"
        )
    cut = data.iloc if isinstance(data, (pd.Series, pd.DataFrame)) else data
    return tuple(cut[low:high] for low, high in zip(edges[:-1], edges[1:], strict=True))


def stateful_batches(series, batch_size, timesteps):
    """Order windows so that a stateful RNN reads each row on where it stopped.

    The series is cut into ``batch_size`` equal stretches; row i of every batch walks
    along stretch i. So row i of batch k+1 continues row i of batch k. Feed it with
    ``batch_size`` and ``shuffle=False``. Chapter 20 derives it.

    Parameters
    ----------
    series : array (time,) or (time, features)
        Its length is a multiple of ``batch_size * timesteps``.
    batch_size, timesteps : int

    Returns
    -------
    array (batches * batch_size, timesteps, features)

    Raises
    ------
    TypeError, ValueError
        If a count is not a whole number from 1, or does not divide the length.

    Examples
    --------
    >>> stateful_batches(np.arange(12), batch_size=2, timesteps=3)[:, :, 0]
    array([[ 0,  1,  2],
           [ 6,  7,  8],
           [ 3,  4,  5],
           [ 9, 10, 11]])
    """
    batch_size, timesteps = whole("batch_size", batch_size, 1), whole("timesteps", timesteps, 1)
    values = _table("series", series)
    block = batch_size * timesteps
    usable = len(values) // block * block
    if usable != len(values) or not usable:
        advice = f"keep series[:{usable}]" if usable else "take fewer rows or time steps"
        raise ValueError(
            f"{len(values)} time steps are no multiple of batch_size * timesteps = {block}; "
            f"{advice}"
        )
    stretches = values.reshape(batch_size, -1, timesteps, values.shape[1])
    return stretches.swapaxes(0, 1).reshape(-1, timesteps, values.shape[1])


def _table(name, data):
    """The data as a 2-D array of numbers (time, features); no copy where none is needed."""
    try:
        values = (
            data.to_numpy() if isinstance(data, (pd.Series, pd.DataFrame)) else np.asarray(data)
        )
    except ValueError as error:
        raise ValueError(
            f"{name} is ragged: its rows have different lengths; pad them first (chapter 08)"
        ) from error
    if values.ndim == 1:
        values = values[:, np.newaxis]
    if values.ndim != 2:
        raise ValueError(
            f"{name} has shape {values.shape}; expected (time,) or (time, features), oldest first"
        )
    if values.size == 0:
        raise ValueError(f"{name} is empty, shape {values.shape}; give at least one time step")
    if values.dtype.kind not in "iufb":
        raise TypeError(
            f"{name} holds {values.dtype}, not numbers; encode categories first (chapter 07)"
        )
    return values


def _names_and_index(data):
    if isinstance(data, pd.DataFrame):
        return [str(name) for name in data.columns], data.index
    if isinstance(data, pd.Series):
        return [str(data.name) if data.name is not None else "var1"], data.index
    shape = np.shape(data) if isinstance(data, np.ndarray) else _table("data", data).shape
    features = shape[1] if len(shape) > 1 else 1
    return [f"var{i + 1}" for i in range(features)], pd.RangeIndex(shape[0] if shape else 0)
