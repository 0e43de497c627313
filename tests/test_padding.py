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
    dtype=st.sampled_from(["int32", "int64", "float32", "float64", "bool", object]),
    value=st.sampled_from([0, 3, 0.5]),
    **OPTIONS,
)
def test_whole_numbers_equal_keras(sequences, **options):
    assert_equals_keras(sequences, **options)


@quick
@given(
    sequences=ragged(st.floats(-1e6, 1e6, width=32)),
    dtype=st.sampled_from(["int32", "float32", "float64"]),
    value=st.sampled_from([0.0, -1.0]),
    **OPTIONS,
)
def test_decimals_equal_keras(sequences, **options):
    assert_equals_keras(sequences, **options)


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
