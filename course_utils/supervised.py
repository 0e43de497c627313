"""From a series to samples: tables of lags, windows, splits in time, stateful batches.

Chapter 09 derives tables and windows, chapter 20 the stateful batches.
A series is (time,) or (time, features), oldest first. An index of times (or of text that is
a time, such as "2013-01-31") must rise; where a step is missing, a warning says so.
"""

import warnings
from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.lib.stride_tricks import sliding_window_view

from course_utils._arguments import whole
from course_utils._tables import column_names, distinct, numbers, places, plain_name


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
        If the data are empty, have more than two dimensions, are too short or out of time
        order, if two columns share a name, or if no row is complete.

    Warns
    -----
    UserWarning
        If steps are missing in the time index.

    Examples
    --------
    >>> series_to_supervised([10.0, 20.0, 30.0, 40.0], n_in=2)
       var1(t-2)  var1(t-1)  var1(t)
    2       10.0       20.0     30.0
    3       20.0       30.0     40.0
    """
    n_in, n_out = whole("n_in", n_in, 0), whole("n_out", n_out, 1)
    values, names, index = _series("data", data)
    if values.dtype.kind != "f":
        values = values.astype(float)
    steps, features = values.shape
    rows = steps - n_in - n_out + 1
    if rows < 1 and dropna:
        raise ValueError(
            f"the series has {steps} time steps, but one row needs n_in + n_out = {n_in + n_out}; "
            "take fewer steps or a longer series"
        )
    names = names or [f"var{i + 1}" for i in range(features)]
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
        if not complete.any():
            raise _no_complete_row(names, values, n_in + n_out)
        pieces, index = pieces[complete], index[complete]
    else:
        pieces = pieces.copy()
    return pd.DataFrame(pieces, index=index, columns=labels, copy=False)


def _no_complete_row(names, values, length):
    empty = [name for name, gaps in zip(names, np.isnan(values).all(axis=0), strict=True) if gaps]
    if empty:
        return ValueError(f"column {empty[0]!r} holds no value at all; leave it out")
    return ValueError(
        f"no {length} steps in a row are complete; fill the gaps first, e.g. data.interpolate()"
    )


def make_windows(series, n_in, n_out=1, *, stride=1, horizon=1, targets=None):
    """Cut a series into input windows and the values that follow each of them.

    Window i covers the time steps ``i*stride`` to ``i*stride + n_in - 1``; its
    targets start ``horizon`` steps after the window's last. Chapter 09 derives it.

    Parameters
    ----------
    series : array, Series or DataFrame; (time,) or (time, features)
        Finite numbers.
    n_in : int
        Time steps in a window.
    n_out : int
        Time steps to predict.
    stride : int
        Steps from one window's start to the next one's.
    horizon : int
        1 predicts from the very next step on.
    targets : int, str or list of them, optional
        Features to predict, all by name or all by place; all of them by default. Where a
        name is a whole number, whole numbers are names.

    Returns
    -------
    X : array (samples, n_in, features)
        A read-only view: it costs no memory whatever the length. Copy it to change it.
    y : array (samples, n_out, targets)
        A read-only view as well (of the chosen features).

    Raises
    ------
    TypeError, ValueError
        If a count is not a whole number from 1, a window is longer than the series, a value
        is missing, the time index does not rise, or a target is unknown.

    Warns
    -----
    UserWarning
        If steps are missing in the time index.

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
    values, names, index = _series("series", series)
    _refuse_missing("series", values, names, index)
    needed = n_in + horizon - 1 + n_out
    if len(values) < needed:
        raise ValueError(
            f"the series has {len(values)} time steps; one window with its targets needs {needed} "
            f"(n_in {n_in} + horizon {horizon} - 1 + n_out {n_out}): shorten them"
        )
    samples = (len(values) - needed) // stride + 1
    chosen = values
    if targets is not None:
        chosen = values[:, places("targets", targets, names, values.shape[1])]
    return (
        _windows(values, n_in, 0, stride, samples),
        _windows(chosen, n_out, n_in + horizon - 1, stride, samples),
    )


def _windows(values, length, start, stride, samples):
    """View of (samples, length, features): sample i starts at start + i*stride."""
    windows = sliding_window_view(values[start:], length, axis=0)
    return windows[::stride][:samples].transpose(0, 2, 1)


def split_by_time(data, fractions):
    """Cut data into consecutive parts, oldest first, without shuffling.

    Rows of one time stay together: a cut that would part them moves before them.
    Chapter 06 shows why only such a split serves a forecast.

    Parameters
    ----------
    data : array, Series or DataFrame with time on its first axis
        One at a time: split X and y with two calls.
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
        there are several data, or a time index falls.

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
    times = None
    if isinstance(data, (pd.Series, pd.DataFrame)):
        times = _times("data", data.index)
    elif column_names(data) is None:  # frames of other libraries can be cut as they are
        data = _one_array(data)
    edges = np.round(np.concatenate([[0], np.cumsum(shares)]) * len(data)).astype(int)
    if times is not None:
        starts = [times.searchsorted(times[edge]) for edge in edges if edge < len(times)]
        edges = [*starts, *edges[len(starts) :]]
    if (np.diff(edges) == 0).any():
        raise ValueError(
            f"{len(data)} time steps split by {fractions} leave a part empty; "
            "give larger fractions or more data"
        )
    cut = data.iloc if isinstance(data, (pd.Series, pd.DataFrame)) else data
    return tuple(cut[int(low) : int(high)] for low, high in pairwise(edges))


def _one_array(data):
    """The data as an array, unless they are several."""
    if isinstance(data, (list, tuple)):
        parts = [part for part in data if getattr(part, "ndim", 0)]
        if parts or (isinstance(data, tuple) and any(np.iterable(part) for part in data)):
            raise ValueError(
                f"data is a {type(data).__name__} of {len(data)}; split one at a time: "
                "X_train, X_test = split_by_time(X, ...), and y likewise"
            )
    try:
        data = np.asanyarray(data)
    except ValueError as error:
        raise ValueError("data is ragged; pad it first (chapter 08)") from error
    if data.ndim == 0:
        raise ValueError(f"data is {data}; give a series with time on its first axis")
    return data


def stateful_batches(series, batch_size, timesteps):
    """Order windows so that a stateful RNN reads each row on where it stopped.

    The series is cut into ``batch_size`` equal stretches; row i of every batch walks
    along stretch i. So row i of batch k+1 continues row i of batch k. Feed it with
    ``batch_size`` and ``shuffle=False``. Chapter 20 derives it.

    Parameters
    ----------
    series : array, Series or DataFrame; (time,) or (time, features)
        Finite numbers. Its length is a multiple of ``batch_size * timesteps``.
    batch_size, timesteps : int

    Returns
    -------
    array (batches * batch_size, timesteps, features)
        A copy.

    Raises
    ------
    TypeError, ValueError
        If a count is not a whole number from 1, or does not divide the length, a value is
        missing, or the time index does not rise.

    Warns
    -----
    UserWarning
        If steps are missing in the time index.

    Examples
    --------
    >>> stateful_batches(np.arange(12), batch_size=2, timesteps=3)[:, :, 0]
    array([[ 0,  1,  2],
           [ 6,  7,  8],
           [ 3,  4,  5],
           [ 9, 10, 11]])
    """
    batch_size, timesteps = whole("batch_size", batch_size, 1), whole("timesteps", timesteps, 1)
    values, names, index = _series("series", series)
    _refuse_missing("series", values, names, index)
    block = batch_size * timesteps
    usable = len(values) // block * block
    if usable != len(values) or not usable:
        advice = f"keep series[:{usable}]" if usable else "take fewer rows or time steps"
        raise ValueError(
            f"{len(values)} time steps are no multiple of batch_size * timesteps = {block}; "
            f"{advice}"
        )
    stretches = values.reshape(batch_size, -1, timesteps, values.shape[1])
    return np.array(stretches.swapaxes(0, 1), order="C").reshape(-1, timesteps, values.shape[1])


def _series(name, data):
    """The values (time, features), the features' names and the index, once they are in order."""
    values = numbers(name, data)
    if values.ndim == 1:
        values = values[:, np.newaxis]
    if values.ndim != 2:
        raise ValueError(
            f"{name} has shape {values.shape}; expected (time,) or (time, features), oldest first"
        )
    if values.size == 0:
        raise ValueError(f"{name} is empty, shape {values.shape}; give at least one time step")
    if isinstance(data, pd.Series):
        names = None if data.name is None else [plain_name(data.name)]
    else:
        names = column_names(data)
    if names is not None:
        distinct(names)
    if not isinstance(data, (pd.Series, pd.DataFrame)):
        return values, names, pd.RangeIndex(len(values))
    times = _times(name, data.index)
    if times is not None:
        _refuse_repeated(name, times, data.index)
        _warn_of_gaps(name, times, data.index)
    return values, names, data.index


def _times(name, index):
    """The index as one of times, in order; None where it is no time. Numbers must not fall."""
    if isinstance(index, pd.MultiIndex):
        raise ValueError(
            f"{name} has an index of {index.nlevels} levels, more than one series; take each by "
            f"itself: for key, part in {name}.groupby(level=0)"
        )
    times = index
    if index.dtype == object or pd.api.types.is_string_dtype(index):
        times = pd.to_datetime(index, format="ISO8601", errors="coerce", utc=True)
        if times.isna().any():
            return None
    is_time = isinstance(times, (pd.DatetimeIndex, pd.PeriodIndex, pd.TimedeltaIndex))
    if not is_time and not pd.api.types.is_numeric_dtype(index):
        return None
    if times.isna().any():
        raise ValueError(
            f"the index of {name} holds no time at row {np.flatnonzero(times.isna())[0]}; "
            f"drop such rows: {name}[{name}.index.notna()]"
        )
    if not times.is_monotonic_increasing:
        row = _first(times, np.less)
        raise ValueError(
            f"the index of {name} is not in time order: {index[row]} comes after "
            f"{index[row - 1]}, at row {row}; sort first: {name}.sort_index(). Where series are "
            "stacked, take each by itself"
        )
    return times if is_time else None


def _first(times, compare):
    """The first row whose time compares so with the one before it."""
    stamps = times.asi8 if hasattr(times, "asi8") else times.to_numpy()
    return int(np.flatnonzero(compare(stamps[1:], stamps[:-1]))[0]) + 1


def _refuse_repeated(name, times, index):
    if not times.is_unique:
        row = _first(times, np.equal)
        raise ValueError(
            f"two rows of {name} have the time {index[row]}, the second at row {row}; take each "
            "series by itself, or drop the repeats"
        )


def _is_regular(times):
    steps = np.diff(times.asi8)
    if len(steps) < 2 or (steps == steps[0]).all():
        return True
    if isinstance(times, pd.PeriodIndex):
        return False  # its steps are whole periods, of whatever length
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pandas is about to return another type
        return times.inferred_freq is not None  # months are regular, though of unlike length


def _warn_of_gaps(name, times, index):
    """Say once where a step is missing: to a window, neighbouring rows are neighbours in time."""
    if _is_regular(times):
        return
    steps = np.diff(times.asi8)
    usual = np.median(steps)
    odd = steps > 1.5 * usual if (steps > 1.5 * usual).any() else steps != usual
    row = int(np.flatnonzero(odd)[0]) + 1
    warnings.warn(
        f"the time index of {name} is not regular: {index[row]} follows {index[row - 1]}, "
        f"{steps[row - 1] / usual:.3g} usual steps later, at row {row} ({odd.sum()} such places). "
        f"Fill in what is missing, e.g. {name}.resample(...).mean().interpolate(); where every "
        f"row counts as one step, drop the times: {name}.reset_index(drop=True)",
        stacklevel=4,
    )


def _refuse_missing(name, values, names, index):
    # The extremes are NaN where anything is, and take no memory.
    if np.isfinite(values.min()) and np.isfinite(values.max()):
        return
    missing = ~np.isfinite(values)
    row, column = (int(place[0]) for place in np.nonzero(missing))
    where = f"row {row}" if isinstance(index, pd.RangeIndex) else f"row {row} ({index[row]})"
    if values.shape[1] > 1:
        where += f", column {names[column] if names else column!r}"
    raise ValueError(
        f"{name} holds {int(missing.sum())} NaN or infinite value(s), the first at {where}; "
        f"fill them first, e.g. {name}.interpolate()"
    )
