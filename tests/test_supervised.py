"""Tables of lags, windows, splits and stateful batches, each against the plain way to make them."""

import warnings

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from course_utils.supervised import (
    make_windows,
    series_to_supervised,
    split_by_time,
    stateful_batches,
)

quick = settings(deadline=None, derandomize=True, max_examples=80)
SHAPES = st.tuples(st.integers(1, 12), st.integers(1, 3))
NUMBERS = st.integers(-99, 99) | st.just(np.nan)
INDEXES = {
    "counted": lambda n: pd.RangeIndex(n),
    "hours": lambda n: pd.date_range("2020-01-01", periods=n, freq="h"),
    "repeated": lambda n: pd.Index([0] * n),
}


@st.composite
def frames(draw, gaps=True):
    dtype = draw(st.sampled_from(["float64", "float32"]))
    elements = NUMBERS if gaps else st.integers(-99, 99)
    values = draw(arrays("float64", draw(SHAPES), elements=elements)).astype(dtype)
    index = INDEXES[draw(st.sampled_from(sorted(INDEXES)))](len(values))
    return pd.DataFrame(values, index=index, columns=list("abc")[: values.shape[1]])


def shifted(frame, n_in, n_out, dropna):
    """The usual loop: one shifted copy for each step, side by side."""
    parts = []
    for step in range(-n_in, n_out):
        name = f"(t{step:+d})" if step else "(t)"
        parts.append(frame.shift(-step).add_suffix(name))
    table = pd.concat(parts, axis=1)
    return table.dropna() if dropna else table


@quick
@given(frames(), st.integers(0, 4), st.integers(1, 4), st.booleans())
def test_a_table_of_lags_equals_the_loop_of_shifts(frame, n_in, n_out, dropna):
    if dropna and n_in + n_out > len(frame):
        with pytest.raises(ValueError, match="one row needs n_in"):
            series_to_supervised(frame, n_in, n_out)
        return
    if dropna and shifted(frame, n_in, n_out, dropna).empty:
        with pytest.raises(ValueError, match="holds no value at all|steps in a row are complete"):
            series_to_supervised(frame, n_in, n_out)
        return
    ours = series_to_supervised(frame, n_in, n_out, dropna)
    pd.testing.assert_frame_equal(ours, shifted(frame, n_in, n_out, dropna), check_freq=False)


@pytest.mark.parametrize("dropna", [True, False])
def test_arrays_lists_series_and_frames_give_the_same_table(dropna):
    frame = pd.DataFrame({"var1": [1, 2, 3, 4]})
    expected = shifted(frame.astype(float), 2, 1, dropna)
    series = frame["var1"]
    for data in (frame, series, series.rename(None), series.to_numpy(), [1, 2, 3, 4]):
        pd.testing.assert_frame_equal(series_to_supervised(data, 2, 1, dropna), expected)


def test_whole_numbers_become_float64_and_float32_stays():
    assert (series_to_supervised(np.arange(5, dtype="int16")).dtypes == "float64").all()
    assert (series_to_supervised(np.arange(5, dtype="float32")).dtypes == "float32").all()


def test_changing_the_table_leaves_the_series_as_it_was():
    frame = pd.DataFrame({"a": [1.0, 2.0, 3.0]})
    table = series_to_supervised(frame, n_in=0)
    table.iloc[:] = 0
    assert frame["a"].tolist() == [1, 2, 3]


def windows_by_hand(values, n_in, n_out, stride, horizon, targets):
    X, y = [], []
    start = 0
    while start + n_in + horizon - 1 + n_out <= len(values):
        X.append(values[start : start + n_in])
        first = start + n_in + horizon - 1
        y.append(values[first : first + n_out][:, targets])
        start += stride
    return X, y


COUNTS = st.integers(1, 4)


@quick
@given(frames(gaps=False), COUNTS, COUNTS, COUNTS, COUNTS, st.data())
def test_windows_equal_the_loop_that_cuts_them(frame, n_in, n_out, stride, horizon, data):
    options = {"stride": stride, "horizon": horizon}
    values = frame.to_numpy()
    targets = data.draw(st.lists(st.integers(0, values.shape[1] - 1), min_size=1, max_size=3))
    X, y = windows_by_hand(values, n_in, n_out, stride, horizon, targets)
    if not X:
        with pytest.raises(ValueError, match="one window with its targets needs"):
            make_windows(values, n_in, n_out, **options)
        return
    names = [frame.columns[target] for target in targets]
    for series, chosen in ((values, targets), (frame, names), (frame, targets)):
        ours = make_windows(series, n_in, n_out, **options, targets=chosen)
        np.testing.assert_array_equal(ours[0], X)
        np.testing.assert_array_equal(ours[1], y)
    everything = make_windows(values, n_in, n_out, **options)[1]
    np.testing.assert_array_equal(everything[..., targets], y)


def test_one_target_may_stand_without_a_list_and_count_from_the_end():
    values = np.arange(12).reshape(6, 2)
    frame = pd.DataFrame(values, columns=["a", "b"])
    expected = values[2:, [1]]
    for series, targets in ((values, 1), (values, -1), (frame, "b"), (frame, np.int64(1))):
        y = make_windows(series, 2, targets=targets)[1]
        np.testing.assert_array_equal(y[:, 0], expected)


@pytest.mark.parametrize("shape", [(20,), (20, 3)])
def test_windows_share_the_memory_of_the_series_and_cannot_be_written_to(shape):
    series = np.zeros(shape)
    X, y = make_windows(series, 4, 2)
    assert np.shares_memory(X, series) and np.shares_memory(y, series)
    for view in (X, y, make_windows(series, 4, targets=0)[1]):
        with pytest.raises(ValueError, match="read-only"):
            view[0, 0, 0] = 1
    assert not series.any()


@quick
@given(
    st.integers(1, 60),
    st.lists(st.integers(1, 9), min_size=1, max_size=4),
    st.sampled_from([list, np.array, pd.Series, lambda values: pd.DataFrame({"a": values})]),
)
def test_parts_in_time_together_are_the_whole(steps, weights, make):
    fractions = [weight / sum(weights) for weight in weights]
    data = make(range(steps))
    if min(fractions) * steps < 1:
        return  # a part may be empty, which the table of errors covers
    parts = split_by_time(data, fractions)
    assert np.concatenate([np.ravel(part) for part in parts]).tolist() == list(range(steps))
    for part, fraction in zip(parts, fractions, strict=True):
        assert abs(len(part) - fraction * steps) < 1
        assert type(part) is (np.ndarray if make is list else type(data))


def test_a_split_copies_nothing():
    data = np.arange(10.0)
    assert all(np.shares_memory(part, data) for part in split_by_time(data, (0.5, 0.5)))


@quick
@given(st.integers(1, 5), st.integers(1, 5), st.integers(1, 5), st.integers(1, 3))
def test_each_row_of_a_batch_continues_that_row_of_the_batch_before(
    batch_size, timesteps, batches, features
):
    steps = batch_size * timesteps * batches
    series = np.arange(steps * features).reshape(steps, features)
    rows = stateful_batches(series, batch_size, timesteps)
    assert rows.shape == (batches * batch_size, timesteps, features)
    by_batch = rows.reshape(batches, batch_size, timesteps, features)
    for row in range(batch_size):
        stretch = by_batch[:, row].reshape(-1, features)
        first = row * timesteps * batches
        np.testing.assert_array_equal(stretch, series[first : first + timesteps * batches])


def test_batches_of_a_column_and_of_a_plain_series_are_the_same():
    np.testing.assert_array_equal(
        stateful_batches(np.arange(6), 1, 2), stateful_batches(np.arange(6)[:, None], 1, 2)
    )


def test_the_batches_are_a_copy():
    for batch_size in (1, 2):
        series = np.arange(12.0)
        stateful_batches(series, batch_size, 3)[:] = -1
        np.testing.assert_array_equal(series, np.arange(12))


HOURS = pd.date_range("2020-01-01", periods=10, freq="h")
ORDERED = {
    "make_windows": lambda series: make_windows(series, 3),
    "series_to_supervised": lambda series: series_to_supervised(series, 2),
    "stateful_batches": lambda series: stateful_batches(series, 1, 1),
}
in_order = pytest.mark.parametrize("use", ORDERED.values(), ids=ORDERED)


def stamped(index):
    return pd.Series(np.arange(float(len(index))), index=index, name="a")


@in_order
@pytest.mark.parametrize(
    ("index", "words"),
    [
        (HOURS[::-1], "2020-01-01 08:00:00 comes after 2020-01-01 09:00:00, at row 1; sort first"),
        (HOURS[[0, 1, 3, 2]], "02:00:00 comes after .*03:00:00, at row 3"),
        (HOURS.astype(str)[::-1], "08:00:00 comes after .*09:00:00, at row 1"),
        (HOURS.date[::-1].tolist() + [HOURS[0].date()], "two rows of .* have the time 2020-01-01"),
        (HOURS.to_period()[::-1], "comes after .*, at row 1"),
        ([2003, 2001, 2002], "2001 comes after 2003, at row 1"),
        ([0, 1, 2, 0, 1, 2], "0 comes after 2, at row 3; .*stacked, take each by itself"),
        (HOURS[[0, 1, 1, 2]], "two rows of .* have the time 2020-01-01 01:00:00, .* at row 2"),
        ([HOURS[0], HOURS[1], pd.NaT], "holds no time at row 2; drop such rows: .*notna"),
        (pd.MultiIndex.from_product([["x", "y"], HOURS[:3]]), "2 levels, more than one series"),
    ],
)
def test_an_index_out_of_order_is_refused_with_its_first_place(use, index, words):
    with pytest.raises(ValueError, match=words):
        use(stamped(index if isinstance(index, pd.Index) else pd.Index(index)))


REGULAR = {
    "hours": HOURS,
    "hours without freq": pd.DatetimeIndex(HOURS.to_numpy()),
    "months": pd.DatetimeIndex(pd.date_range("2020-01-01", periods=9, freq="MS").to_numpy()),
    "working days": pd.DatetimeIndex(pd.bdate_range("2020-01-01", periods=9).to_numpy()),
    "periods": pd.period_range("2020-01", periods=9, freq="M"),
    "summer time": pd.date_range("2020-03-28", periods=48, freq="h", tz="Europe/Paris"),
    "text": HOURS.astype(str),
    "weekdays": pd.Index(["Mon", "Tue", "Wed", "Thu", "Fri"]),
    "counted": pd.RangeIndex(9),
    "one": HOURS[:5],
}


@in_order
@pytest.mark.parametrize("index", REGULAR.values(), ids=REGULAR)
def test_a_regular_index_warns_of_nothing(use, index):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        use(stamped(index))


@in_order
@pytest.mark.parametrize(
    ("index", "words"),
    [
        (HOURS.delete([4, 5, 8]), "06:00:00 follows .*03:00:00, 3 usual .*at row 4 .2 such places"),
        (HOURS.astype(str).delete(4), "05:00:00 follows .*03:00:00, 2 usual steps later, at row 4"),
        (HOURS.to_period().delete(4), "05:00 follows .*03:00, 2 usual steps later, at row 4"),
        (
            pd.date_range("2020-01-01", periods=9, freq="MS").delete(4),
            "2020-06-01 .*follows 2020-04-01 .*at row 4 .1 such place",
        ),
        (HOURS[:5] + pd.to_timedelta([0, 0, 0, 5, 0], "min"), "at row 3 .2 such places"),
    ],
)
def test_a_gap_warns_once_with_its_place_and_size(use, index, words):
    with pytest.warns(UserWarning, match=words) as told:
        use(stamped(index))
    assert len(told) == 1 and told[0].filename == __file__


@pytest.mark.parametrize("use", [ORDERED["make_windows"], ORDERED["stateful_batches"]])
def test_a_missing_value_is_named_with_its_place(use):
    frame = pd.DataFrame({"a": TEN, "b": TEN}, index=HOURS)
    frame.iloc[4, 1] = np.nan
    frame.iloc[6, 0] = np.inf
    with pytest.raises(ValueError, match=r"2 NaN .* row 4 \(2020.* 04:00:00\), column 'b'"):
        use(frame)
    with pytest.raises(ValueError, match="1 NaN or infinite .*first at row 0; fill"):
        use([np.nan, 1, 2, 3, 4])


def test_a_table_without_rows_says_why():
    frame = pd.DataFrame({"a": TEN, "b": np.nan})
    with pytest.raises(ValueError, match="column 'b' holds no value at all; leave it out"):
        series_to_supervised(frame)
    frame["b"] = np.where(np.arange(10) % 2, np.nan, 1.0)
    with pytest.raises(ValueError, match="no 2 steps in a row are complete; fill the gaps"):
        series_to_supervised(frame)


def test_names_of_several_levels_are_joined_and_no_two_may_be_the_same():
    columns = pd.MultiIndex.from_tuples([("a", 1), ("a", 2)])
    frame = pd.DataFrame(np.arange(8.0).reshape(4, 2), columns=columns)
    assert list(series_to_supervised(frame))[:2] == ["a_1(t-1)", "a_2(t-1)"]
    np.testing.assert_array_equal(make_windows(frame, 2, targets="a_2")[1][:, 0, 0], [5, 7])
    twice = pd.DataFrame(np.zeros((4, 2)), columns=["a", "a"])
    for use in (series_to_supervised, lambda data: make_windows(data, 2)):
        with pytest.raises(ValueError, match="two columns are called 'a'; rename"):
            use(twice)


def test_whole_numbers_that_are_names_are_not_places():
    frame = pd.DataFrame({1: TEN, 2: -TEN})
    np.testing.assert_array_equal(make_windows(frame, 2, targets=2)[1][:, 0, 0], -TEN[2:])
    for targets in (0, [1, 0], -1):
        with pytest.raises(ValueError, match="unknown target .*; the features are .1, 2."):
            make_windows(frame, 2, targets=targets)


class OtherFrame:
    """A frame of a library that knows nothing of pandas."""

    columns = ("a", "b")

    def __init__(self, values):
        self.values = np.asarray(values)

    def __len__(self):
        return len(self.values)

    def __getitem__(self, rows):
        return OtherFrame(self.values[rows])

    def __array__(self, dtype=None, copy=None):
        return self.values if dtype is None else self.values.astype(dtype)


def test_frames_of_another_library_keep_their_names():
    frame = OtherFrame([[0.0, 10.0], [1.0, 11.0], [2.0, 12.0], [3.0, 13.0]])
    assert list(series_to_supervised(frame)) == ["a(t-1)", "b(t-1)", "a(t)", "b(t)"]
    np.testing.assert_array_equal(make_windows(frame, 3, targets="b")[1], [[[13.0]]])
    parts = split_by_time(frame, (0.5, 0.5))
    assert [part.columns for part in parts] == [("a", "b")] * 2 and len(parts[0]) == 2


def test_encoded_and_nullable_columns_are_numbers():
    frame = pd.get_dummies(pd.DataFrame({"sky": list("abcab"), "sun": np.arange(5.0)}))
    for data in (frame, frame.convert_dtypes()):
        X, _ = make_windows(data, 2)
        np.testing.assert_array_equal(X[:, 0], frame.astype(float)[:3])


def test_a_split_never_parts_rows_of_one_time():
    frame = pd.DataFrame({"a": TEN}, index=HOURS.repeat(2)[:10])
    train, test = split_by_time(frame, (0.7, 0.3))
    assert train.index[-1] < test.index[0] and len(train) == 6
    with pytest.raises(ValueError, match="leave a part empty"):
        split_by_time(stamped(HOURS[:1].repeat(4)), (0.5, 0.5))
    assert [len(part) for part in split_by_time(stamped(HOURS.delete(3)), (0.5, 0.5))] == [4, 5]


S, TEN = series_to_supervised, np.arange(10.0)
FRAME = pd.DataFrame({"a": TEN, "b": TEN})


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: S([]), ValueError, r"data is empty, shape \(0, 1\); give at least one"),
        (lambda: S(5.0), ValueError, r"data has shape .*expected \(time,\)"),
        (lambda: S(np.zeros((2, 2, 2))), ValueError, r"shape \(2, 2, 2\); expected \(time,\)"),
        (lambda: S([[1], [1, 2]]), ValueError, "data is ragged.*pad them first"),
        (lambda: S(["a", "b"]), TypeError, "not numbers; encode categories"),
        (lambda: S(TEN, n_in=10), ValueError, "10 time steps.*n_in .* = 11; take fewer"),
        (lambda: S(TEN, n_in=-1), ValueError, "n_in is -1; it must be 0 or more"),
        (lambda: S(TEN, n_out=0), ValueError, "n_out is 0; it must be 1 or more"),
        (lambda: S(TEN, n_in=1.5), TypeError, "n_in is 1.5; it must be a whole number"),
        (lambda: S(TEN, n_out=True), TypeError, "n_out is True; it must be a whole number"),
        (lambda: make_windows([], 1), ValueError, "series is empty"),
        (lambda: make_windows(5.0, 1), ValueError, "series has shape .*oldest first"),
        (lambda: make_windows(np.zeros((2, 2, 2)), 1), ValueError, "series has shape"),
        (lambda: make_windows([[1], [1, 2]], 1), ValueError, "series is ragged"),
        (lambda: make_windows(["a"], 1), TypeError, "not numbers; encode"),
        (lambda: make_windows(TEN, 0), ValueError, "n_in is 0; it must be 1"),
        (lambda: make_windows(TEN, 2, 0), ValueError, "n_out is 0; it must be 1"),
        (lambda: make_windows(TEN, 2, stride=0), ValueError, "stride is 0; it must be 1"),
        (lambda: make_windows(TEN, 2, horizon=0), ValueError, "horizon is 0; it must be 1"),
        (lambda: make_windows(TEN, "2"), TypeError, "n_in is '2'; it must be a whole"),
        (lambda: make_windows(TEN, 10), ValueError, r"10 time steps; .* 11 .*shorten them"),
        (lambda: make_windows(TEN, 8, 2, horizon=2), ValueError, r"needs 11 .*horizon 2"),
        (lambda: make_windows(TEN, 2, targets=1), ValueError, r"unknown target 1; .*\[0\]"),
        (lambda: make_windows(FRAME, 2, targets="c"), ValueError, "unknown target .*'a', 'b'"),
        (lambda: make_windows(FRAME, 2, targets=["a", 7]), ValueError, "unknown target 7"),
        (lambda: make_windows(FRAME, 2, targets=0.5), ValueError, "unknown target 0.5"),
        (lambda: make_windows(FRAME, 2, targets=[]), ValueError, "empty; name at least one"),
        (lambda: make_windows(FRAME, 2, targets=[True, False]), TypeError, "name the features"),
        (lambda: split_by_time(TEN, (0.5, 0.4)), ValueError, "positive and sum to 1, e.g."),
        (lambda: split_by_time(TEN, (1.5, -0.5)), ValueError, "must be positive"),
        (lambda: split_by_time(TEN, (np.nan, 1)), ValueError, "must be positive"),
        (lambda: split_by_time(TEN, ()), ValueError, "must be positive and sum to 1"),
        (lambda: split_by_time(TEN, 0.8), ValueError, "are 0.8; they must be positive"),
        (lambda: split_by_time(TEN, ["most", "rest"]), TypeError, "'most'.*expected numbers"),
        (lambda: split_by_time([], (0.5, 0.5)), ValueError, "0 time steps .* leave a part empty"),
        (lambda: split_by_time([1, 2], (0.9, 0.1)), ValueError, "part empty; give larger"),
        (lambda: split_by_time(5, (1,)), ValueError, "data is 5; give a series"),
        (lambda: split_by_time([[1], [1, 2]], (0.5, 0.5)), ValueError, "data is ragged"),
        (
            lambda: split_by_time(FRAME[::-1], (0.5, 0.5)),
            ValueError,
            "8 comes after 9, at row 1",
        ),
        (lambda: split_by_time((TEN, TEN), (0.5, 0.5)), ValueError, "a tuple of 2; split one at"),
        (lambda: split_by_time([FRAME, TEN], (0.5, 0.5)), ValueError, "a list of 2; split one at"),
        (lambda: split_by_time(([1], [2]), (0.5, 0.5)), ValueError, "a tuple of 2; split one at"),
        (lambda: S(np.ma.masked_less(TEN, 3)), TypeError, "data is a masked array"),
        (lambda: make_windows(FRAME, 2, targets=["a", 1]), TypeError, "name all .*never both"),
        (lambda: stateful_batches([], 1, 1), ValueError, "series is empty"),
        (lambda: stateful_batches(np.zeros((2, 2, 2)), 1, 1), ValueError, "series has shape"),
        (lambda: stateful_batches([[1], [1, 2]], 1, 1), ValueError, "series is ragged"),
        (lambda: stateful_batches(TEN, 0, 1), ValueError, "batch_size is 0; it must be 1"),
        (lambda: stateful_batches(TEN, 1, 0.5), TypeError, "timesteps is 0.5; it must be a whole"),
        (lambda: stateful_batches(TEN, 2, 4), ValueError, r"10 .* multiple.* 8; keep series\[:8\]"),
        (lambda: stateful_batches(TEN, 3, 4), ValueError, "10 .* 12; take fewer rows"),
    ],
)
def test_bad_input_is_explained(call, error, words):
    with pytest.raises(error, match=words):
        call()
