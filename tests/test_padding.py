"""`pad_sequences` and `padding_mask` equal Keras; buckets hold every sequence once."""

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils.padding import bucket_by_length, pad_sequences, padding_mask

quick = settings(deadline=None, derandomize=True, max_examples=150)
NUMBERS = st.integers(-50, 50)
OPTIONS = {
    "padding": st.sampled_from(["pre", "post"]),
    "truncating": st.sampled_from(["pre", "post"]),
    "maxlen": st.sampled_from([None, 1, 2, 4, 20]),
}
CONTAINERS = st.sampled_from([list, tuple, np.array])


def ragged(items, containers=CONTAINERS):
    """Lists, tuples and arrays of 0 to 7 items, also mixed."""
    sequence = st.builds(lambda make, row: make(row), containers, st.lists(items, max_size=7))
    return st.lists(sequence, min_size=1, max_size=6)


def assert_equals_keras(sequences, **options):
    ours = pad_sequences(sequences, **options)
    theirs = keras.utils.pad_sequences(sequences, **options)
    assert ours.dtype == theirs.dtype
    np.testing.assert_array_equal(ours, theirs)


@quick
@given(
    sequences=ragged(NUMBERS) | ragged(NUMBERS, st.just(list)),
    dtype=st.sampled_from(["int8", "int32", "int64", ">i4", "float32", "float64", object]),
    value=st.sampled_from([0, 3, 3.0]),
    **OPTIONS,
)
def test_whole_numbers_equal_keras(sequences, **options):
    assert_equals_keras(sequences, **options)


@quick
@given(
    sequences=ragged(st.integers(0, 1) | st.booleans()), value=st.sampled_from([0, 1]), **OPTIONS
)
def test_truth_values_equal_keras(sequences, **options):
    assert_equals_keras(sequences, dtype="bool", **options)


@quick
@given(
    sequences=ragged(st.floats(-1e6, 1e6, width=32)),
    dtype=st.sampled_from(["float32", "float64"]),
    value=st.sampled_from([0.0, -1.0]),
    **OPTIONS,
)
def test_decimals_equal_keras(sequences, **options):
    assert_equals_keras(sequences, **options)


@quick
@given(
    sequences=ragged(st.floats(-300, 300, width=16) | st.integers(-300, 300)),
    dtype=st.sampled_from(["int8", "uint8", "int32", "uint32", "int64", "bool"]),
    **OPTIONS,
)
def test_what_a_whole_dtype_would_change_is_refused(sequences, dtype, **options):
    wanted = [[float(item) for item in row] for row in sequences]
    given_back = [[float(np.array(item).astype(dtype)) for item in row] for row in wanted]
    if given_back == wanted:
        assert_equals_keras(sequences, dtype=dtype, **options)
    else:
        with pytest.raises(ValueError, match="sequence . does not fit dtype .* would become .*set"):
            pad_sequences(sequences, dtype=dtype, **options)


@pytest.mark.parametrize("make", [list, tuple, np.array])
@pytest.mark.parametrize(
    ("row", "dtype", "words"),
    [
        ([0.6, 0.7], "int32", '0.6 would become 0; set dtype="float32"'),
        ([2**40, 7], "int32", '1099511627776 would become 0; set dtype="int64"'),
        ([-1, 7], "uint64", '-1 would become 18446744073709551615; set dtype="int64"'),
        ([2**24 + 1], "float32", '16777217 would become 16777216.0; set dtype="int64"'),
        ([2**53 + 1], "float64", 'set dtype="int64"'),
        ([1e300], "float32", '1e.300 would become inf; set dtype="float64"'),
        ([5, 0], "bool", '5 would become True; set dtype="int64"'),
        (["chat", "chien"], "U4", 'chien would become chie; set dtype="<U5"'),
        (["1", "2"], "int32", "it holds <U1. Encode text first"),
        ([1, 2], str, "set dtype=object"),
    ],
)
def test_a_changed_value_is_named_with_a_dtype_that_holds_it(make, row, dtype, words):
    with pytest.raises(ValueError, match=f"sequence 1 does not fit dtype .*{words}"):
        pad_sequences([make(row[:0]), make(row)], dtype=dtype)


def test_text_is_as_wide_as_the_longest():
    padded = pad_sequences([["chat"], ["un", "chien"]], dtype=str, value="-")
    np.testing.assert_array_equal(padded, [["-", "chat"], ["un", "chien"]])


def test_decimals_are_rounded_and_whole_decimals_pass():
    assert pad_sequences([[0.1]], dtype="float32")[0, 0] == np.float32(0.1)
    for row in ([1.0, 2.0], np.array([1.0, 2.0]), [np.float32(1), 2]):
        padded = pad_sequences([row])
        assert padded.dtype == "int32" and padded.tolist() == [[1, 2]]


@quick
@given(sequences=ragged(st.text(max_size=4)), value=st.sampled_from(["", "[pad]"]), **OPTIONS)
def test_strings_equal_keras(sequences, **options):
    assert_equals_keras(sequences, dtype=object, **options)


@quick
@given(
    sequences=ragged(st.tuples(NUMBERS, NUMBERS), st.sampled_from([list, tuple])),
    as_arrays=st.sampled_from([0, 1, 2]),
    **OPTIONS,
)
def test_items_with_features_equal_keras(sequences, as_arrays, **options):
    if as_arrays == 1:
        sequences = [[np.array(item) for item in row] for row in sequences]
    if as_arrays == 2:
        sequences = [np.array(row).reshape(-1, 2) for row in sequences]
    assert_equals_keras(sequences, dtype="float32", **options)


@pytest.mark.parametrize("item", [[5], np.array([5])], ids=["list", "array"])
def test_items_of_one_feature_keep_their_axis(item):
    assert pad_sequences([[item, item], [item]]).shape == (2, 2, 1)


def test_a_square_array_is_cut_like_a_list():
    table = np.arange(12).reshape(3, 4)
    np.testing.assert_array_equal(pad_sequences(table, maxlen=2), table[:, 2:])


def test_numbers_keep_nan_where_the_dtype_can_hold_it():
    padded = pad_sequences([[1.0], []], dtype="float32", value=np.nan)
    np.testing.assert_array_equal(padded, [[1], [np.nan]])


TABLES = st.integers(1, 5).flatmap(
    lambda time: st.lists(
        st.lists(st.integers(0, 2), min_size=time, max_size=time), min_size=1, max_size=4
    )
)
FEW = settings(deadline=None, derandomize=True, max_examples=25)


@FEW
@given(TABLES)
def test_the_mask_of_ids_equals_that_of_an_embedding(table):
    theirs = keras.layers.Embedding(3, 2, mask_zero=True).compute_mask(np.array(table))
    np.testing.assert_array_equal(padding_mask(table), theirs)


@FEW
@given(TABLES, st.sampled_from([0, 1]))
def test_the_mask_of_features_equals_that_of_a_masking_layer(table, value):
    steps = np.stack([table, np.array(table)[::-1]], axis=-1).astype("float32")
    theirs = keras.layers.Masking(mask_value=value).compute_mask(steps)
    np.testing.assert_array_equal(padding_mask(steps, value), theirs)


def test_the_mask_compares_in_the_dtype_of_the_array():
    padded = np.array([[0.1, 0.2]], "float32")
    np.testing.assert_array_equal(padding_mask(padded, np.float64(0.1)), [[False, True]])


def test_a_text_that_fits_nowhere_is_nowhere():
    np.testing.assert_array_equal(padding_mask(np.array([["a", "b"]]), "[pad]"), [[True, True]])


def test_the_mask_finds_nan_and_text():
    nan = float("nan")
    np.testing.assert_array_equal(padding_mask([[nan, 1.0]], nan), [[False, True]])
    texts = np.array([["", "a"]])
    np.testing.assert_array_equal(padding_mask(texts, ""), [[False, True]])
    np.testing.assert_array_equal(padding_mask(texts.astype(object), ""), [[False, True]])


@quick
@given(ragged(st.integers(1, 9)), st.sampled_from(["pre", "post"]))
def test_the_mask_counts_every_real_item(sequences, padding):
    padded = pad_sequences(sequences, padding=padding)
    assert padding_mask(padded).sum(axis=1).tolist() == [len(row) for row in sequences]


@quick
@given(
    ragged(NUMBERS), st.lists(st.integers(0, 6), max_size=4, unique=True).map(lambda e: sorted(e))
)
def test_every_sequence_is_in_the_smallest_bucket_that_holds_it(sequences, edges):
    edges = [*edges, 7]
    buckets = bucket_by_length(sequences, edges)
    assert list(buckets) == edges
    for low, edge in zip([-1, *edges], edges, strict=False):
        inside = [i for i, row in enumerate(sequences) if low < len(row) <= edge]
        assert buckets[edge].tolist() == inside


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: pad_sequences([]), ValueError, "empty; give at least one sequence"),
        (lambda: pad_sequences("ab"), TypeError, "are a str; expected a list"),
        (lambda: pad_sequences(5), TypeError, "are a int; expected a list"),
        (lambda: pad_sequences(x for x in [[1]]), TypeError, "a generator; expected a list"),
        (lambda: pad_sequences([1, 2]), ValueError, "1 is no sequence; give a list of lists"),
        (lambda: pad_sequences([[1]], padding="left"), ValueError, "'left'; expected 'pre'"),
        (lambda: pad_sequences([[1]], truncating=0), ValueError, "0; expected 'pre' or"),
        (lambda: pad_sequences([[1]], maxlen=0), ValueError, "maxlen is 0; it must be 1"),
        (lambda: pad_sequences([[1]], maxlen=2.0), TypeError, "2.0; it must be a whole"),
        (lambda: pad_sequences([[1]], maxlen=True), TypeError, "True; it must be a whole"),
        (lambda: pad_sequences([[1]], value="x"), ValueError, "'x' is text.*set dtype=object"),
        (lambda: pad_sequences([[1]], value=None), ValueError, "None does not fit dtype int32"),
        (lambda: pad_sequences([[1]], value=np.nan), ValueError, "nan does not fit dtype int32"),
        (lambda: pad_sequences([[1]], value=2**40), ValueError, "does not fit dtype int32"),
        (lambda: pad_sequences([[1], ["a"]]), ValueError, "sequence 1 .*int32.*Encode text"),
        (lambda: pad_sequences([[1], [2**40]]), ValueError, "sequence 1 does not fit dtype int32"),
        (lambda: pad_sequences([[1], [np.nan]]), ValueError, "sequence 1 does not fit dtype int32"),
        (lambda: pad_sequences([np.array([np.nan])]), ValueError, "sequence 0 does not fit"),
        (lambda: pad_sequences([["ab"], "cd"], dtype=object), ValueError, "1 is 'cd'; give a list"),
        (lambda: pad_sequences([[[1, 2]], [[1]]]), ValueError, r"1 have shape \(1,\).*one shape"),
        (lambda: pad_sequences([[[1, 2], [1]]]), ValueError, "sequence 0 does not fit"),
        (lambda: pad_sequences([[1]], value=0.5), ValueError, 'value 0.5 .*set dtype="float32"'),
        (lambda: pad_sequences([[1], np.ma.masked_less([1, 5], 3)]), TypeError, "is a masked"),
        (lambda: padding_mask([[0, 5]], value="0"), TypeError, "value is '0', padded holds int64"),
        (lambda: padding_mask([[0, 5]], value=None), TypeError, "value is None, padded holds"),
        (lambda: padding_mask([[0, 5]], value=0.5), TypeError, "value is 0.5, padded holds int64"),
        (lambda: padding_mask([[0, 5]], value=np.nan), TypeError, "value is nan, padded holds"),
        (lambda: padding_mask(np.ma.masked_less([[1, 5]], 3)), TypeError, "is a masked"),
        (lambda: padding_mask([1, 2]), ValueError, r"shape \(2,\); expected \(samples, time\)"),
        (lambda: padding_mask(0), ValueError, r"shape \(\); expected \(samples, time\)"),
        (lambda: padding_mask(np.zeros((1, 1, 1, 1))), ValueError, "shape .*expected"),
        (lambda: padding_mask([[1], [1, 2]]), ValueError, "ragged; pad them first"),
        (lambda: padding_mask([["a", ""]]), TypeError, "value is 0, padded holds <U1; give"),
        (lambda: padding_mask([[1, 2]], [1, 2]), TypeError, r"value is \[1, 2\].*the one value"),
        (lambda: bucket_by_length([], [1]), ValueError, "empty; give at least one"),
        (lambda: bucket_by_length([1], [1]), ValueError, "1 is no sequence"),
        (lambda: bucket_by_length([[1]], []), TypeError, "expected whole numbers"),
        (lambda: bucket_by_length([[1]], 5), TypeError, "are 5; expected whole numbers"),
        (lambda: bucket_by_length([[1]], [2.5]), TypeError, "expected whole numbers"),
        (lambda: bucket_by_length([[1]], [True]), TypeError, "expected whole numbers"),
        (lambda: bucket_by_length([[1]], [[1], [2, 3]]), TypeError, "expected whole numbers"),
        (lambda: bucket_by_length([[1]], [2, 2]), ValueError, "they must increase"),
        (lambda: bucket_by_length([[1]], np.array([5, 2], "uint8")), ValueError, "must increase"),
        (lambda: bucket_by_length([[1, 2]], [1]), ValueError, "has 2 items, .*1; raise it"),
    ],
)
def test_bad_input_is_explained(call, error, words):
    with pytest.raises(error, match=words):
        call()
