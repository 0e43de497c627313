"""Masks from lengths, and means that leave the padding out.

Chapter 08 derives both. `course_utils.padding.padding_mask` reads a mask off padded ids.
"""

import numpy as np

from course_utils._arguments import refuse_masked, whole


def length_mask(lengths, maxlen=None, padding="pre"):
    """Which steps are real, told by the lengths and not by the values.

    Use it where the padding value may also occur as a real one, such as 0 degrees.

    Parameters
    ----------
    lengths : sequence of int (samples,)
        Number of real steps in each sequence, 0 or more.
    maxlen : int, optional
        The common length after padding; the largest of the lengths by default.
    padding : "pre" or "post"
        The side that was filled up.

    Returns
    -------
    bool array (samples, maxlen)
        True where real.

    Raises
    ------
    TypeError, ValueError
        If the lengths are no whole numbers in one row, one is negative or above
        ``maxlen``, or the side is unknown.

    Examples
    --------
    >>> length_mask([3, 1], padding="post")
    array([[ True,  True,  True],
           [ True, False, False]])
    """
    if padding not in ("pre", "post"):
        raise ValueError(f"padding is {padding!r}; expected 'pre' or 'post'")
    lengths = np.asarray(lengths)
    if lengths.ndim != 1 or not lengths.size:
        raise ValueError(f"lengths have shape {lengths.shape}; give one number per sequence")
    if lengths.dtype.kind not in "iu":
        raise TypeError(f"lengths hold {lengths.dtype}; they must be whole numbers")
    maxlen = int(lengths.max()) if maxlen is None else whole("maxlen", maxlen, 0)
    if lengths.min() < 0 or lengths.max() > maxlen:
        raise ValueError(
            f"lengths reach from {lengths.min()} to {lengths.max()}, but must lie between 0 and "
            f"maxlen = {maxlen}; truncate first, or raise maxlen"
        )
    places = np.arange(maxlen)
    if padding == "post":
        return places < lengths[:, None]
    return places >= maxlen - lengths[:, None].astype("intp")


def masked_mean(values, mask):
    """Mean over the real steps alone: the sum of m * value over the sum of m.

    Parameters
    ----------
    values : array (samples, time) or (samples, time, ...)
        Such as one loss per step; what stands at padded steps is never read.
    mask : bool array (samples, time)
        True where real.

    Returns
    -------
    float

    Raises
    ------
    TypeError, ValueError
        If the mask is not bool, its shape differs, or it has no real step.

    Examples
    --------
    >>> masked_mean([[1.0, 2.0, 99.0]], [[True, True, False]])
    1.5
    """
    refuse_masked("values", values)
    values, mask = np.asarray(values), np.asarray(mask)
    if mask.dtype != bool:
        raise TypeError(f"the mask holds {mask.dtype}, not bool; use mask = weights > 0")
    if mask.ndim != 2 or values.shape[:2] != mask.shape:
        raise ValueError(
            f"values have shape {values.shape}, the mask {mask.shape}; the mask must be "
            "(samples, time), the first two axes of the values"
        )
    if not mask.any():
        raise ValueError("the mask has no real step; a mean over nothing is not defined")
    return float(values[mask].mean())
