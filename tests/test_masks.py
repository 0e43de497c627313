import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils.masks import length_mask, masked_mean
from course_utils.padding import pad_sequences, padding_mask

lengths_list = st.lists(st.integers(0, 8), min_size=1, max_size=6)
sides = st.sampled_from(["pre", "post"])


def test_lengths_may_be_small_whole_numbers():
    for side in ("pre", "post"):
        mask = length_mask(np.array([2, 255], "uint8"), 300, side)
        assert mask.sum(axis=1).tolist() == [2, 255]


@given(lengths_list, st.integers(1, 5), sides)
def test_a_length_mask_is_the_mask_of_padded_ones(lengths, extra, side):
    maxlen = max(lengths) + extra
    padded = pad_sequences([[1] * n for n in lengths], maxlen=maxlen, padding=side)
    mask = length_mask(lengths, maxlen, side)
    assert mask.dtype == bool
    np.testing.assert_array_equal(mask, padding_mask(padded))


def test_the_default_length_is_the_longest():
    assert length_mask([2, 5, 0]).shape == (3, 5)


@given(lengths_list.filter(any), st.integers(0, 20), sides)
def test_a_masked_mean_does_not_depend_on_padding(lengths, extra, side):
    rng = np.random.default_rng(0)
    rows = [rng.normal(size=n) for n in lengths]
    maxlen = max(lengths) + extra
    padded = pad_sequences(rows, maxlen, dtype=float, padding=side, value=np.nan)
    found = masked_mean(padded, length_mask(lengths, maxlen, side))
    assert found == pytest.approx(np.concatenate(rows).mean())


def test_further_axes_are_averaged_too():
    values = np.arange(12.0).reshape(1, 3, 4)
    assert masked_mean(values, [[True, False, True]]) == values[0, [0, 2]].mean()


@pytest.mark.parametrize(
    ("call", "error", "hint"),
    [
        (lambda: length_mask([1, 2], padding="left"), ValueError, "'pre' or 'post'"),
        (lambda: length_mask([[1, 2]]), ValueError, "one number per sequence"),
        (lambda: length_mask([]), ValueError, "one number per sequence"),
        (lambda: length_mask([1.5]), TypeError, "whole numbers"),
        (lambda: length_mask([3], maxlen=2), ValueError, "truncate first"),
        (lambda: length_mask([-1, 2]), ValueError, "between 0 and"),
        (lambda: length_mask([1], maxlen=2.0), TypeError, "whole number"),
        (lambda: masked_mean(np.ma.masked_less([[1.0]], 2), [[True]]), TypeError, "is a masked"),
        (lambda: masked_mean([[1.0]], [[1]]), TypeError, "not bool"),
        (lambda: masked_mean([[1.0, 2.0]], [[True]]), ValueError, "first two axes"),
        (lambda: masked_mean([1.0], [True]), ValueError, "(samples, time)"),
        (lambda: masked_mean([[1.0]], [[False]]), ValueError, "no real step"),
    ],
)
def test_errors_teach(call, error, hint):
    with pytest.raises(error) as raised:
        call()
    assert hint in str(raised.value)
