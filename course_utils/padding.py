"""Sequences of unequal length in one array, and where its real values are.

Chapter 08 derives padding, truncation and masks.
"""

from array import array
from itertools import chain, pairwise

import numpy as np

from course_utils._arguments import refuse_masked, whole

# What NumPy raises for values that a dtype cannot hold, such as text as int32.
_MISFITS = (TypeError, ValueError, OverflowError)


def pad_sequences(sequences, maxlen=None, dtype="int32", padding="pre", truncating="pre", value=0):
    """Fill up short sequences and cut long ones, so that all have one length.

    The signature and results of ``keras.utils.pad_sequences``, without TensorFlow and
    in about half the time, save where Keras changes values in silence: what ``dtype``
    cannot hold is an error (0.6 as int32; whole floats such as 2.0 pass), and ``dtype=str``
    is as wide as the longest text. Chapter 08 derives it.

    Parameters
    ----------
    sequences : list of sequences
        Each a list or array of items; items are numbers, or arrays of one shape.
    maxlen : int, optional
        The common length; that of the longest sequence by default.
    dtype : dtype
        Of the result: ``"float32"`` for decimals, ``str`` or ``object`` for text.
    padding : "pre" or "post"
        Fill up at the start or at the end.
    truncating : "pre" or "post"
        Cut at the start or at the end.
    value : number or str
        What fills up.

    Returns
    -------
    array (sequences, maxlen, ...)

    Raises
    ------
    TypeError, ValueError
        If there is no sequence, one is not a sequence, items differ in shape, an option
        is unknown, or ``dtype`` would change a value.

    Examples
    --------
    >>> pad_sequences([[1, 2, 3], [4]])
    array([[1, 2, 3],
           [0, 0, 4]], dtype=int32)
    >>> pad_sequences([[1, 2, 3], [4]], maxlen=2, padding="post")
    array([[2, 3],
           [4, 0]], dtype=int32)
    """
    for name, side in (("padding", padding), ("truncating", truncating)):
        if side not in ("pre", "post"):
            raise ValueError(f"{name} is {side!r}; expected 'pre' or 'post'")
    lengths = _lengths(sequences)
    dtype = np.dtype(dtype)
    if isinstance(value, str) and dtype.kind not in "OUS":
        raise ValueError(f"value {value!r} is text, but dtype is {dtype}; set dtype=object")
    maxlen = int(lengths.max()) if maxlen is None else whole("maxlen", maxlen)

    items = _all_items(sequences, int(lengths.sum()), dtype)
    kept = np.minimum(lengths, maxlen)
    if (lengths > maxlen).any():
        items = items[_kept_places(lengths, maxlen, truncating)]
    filling = value if dtype.kind == "O" else _cast(f"value {value!r}", np.asarray(value), dtype)
    if not dtype.itemsize:  # text, as wide as it comes
        dtype = np.result_type(items, filling)
    padded = np.full((len(lengths), maxlen, *items.shape[1:]), filling, dtype=dtype)
    places = np.arange(maxlen)
    real = places < kept[:, None] if padding == "post" else places >= maxlen - kept[:, None]
    padded[real] = items
    return padded


def _lengths(sequences):
    if isinstance(sequences, (str, bytes)) or not hasattr(sequences, "__len__"):
        raise TypeError(f"sequences are a {type(sequences).__name__}; expected a list of sequences")
    if not len(sequences):
        raise ValueError("sequences are empty; give at least one sequence, e.g. [[1, 2]]")
    try:
        return np.fromiter(map(len, sequences), dtype="intp", count=len(sequences))
    except TypeError as error:
        item = next(item for item in sequences if not hasattr(item, "__len__"))
        raise ValueError(
            f"{item!r} is no sequence; give a list of lists, e.g. [[1, 2], [3]]"
        ) from error


def _all_items(sequences, count, dtype):
    """All items, one after the other: (count, ...)."""
    plain = all(type(sequence) in (list, tuple) for sequence in sequences)
    if plain and np.ndim(next(chain.from_iterable(sequences), 0)) == 0:
        items = _plain_numbers(sequences, count, dtype)
        if items is not None:
            return items
    parts = {place: _part(place, row, dtype) for place, row in enumerate(sequences) if len(row)}
    if not parts:
        return np.empty(0, dtype=dtype)
    _check_shapes(parts)
    if len({part.dtype for part in parts.values()}) == 1:
        try:
            return _cast("", np.concatenate([*parts.values()]), dtype)
        except ValueError:
            pass  # one by one, which names the culprit
    return np.concatenate(
        [_cast(f"sequence {place}", part, dtype) for place, part in parts.items()]
    )


def _check_shapes(parts):
    """All items need one shape."""
    shape = None
    for place, part in parts.items():
        shape = part.shape[1:] if shape is None else shape
        if part.shape[1:] != shape:
            raise ValueError(
                f"items of sequence {place} have shape {part.shape[1:]}, those before it "
                f"{shape}; give all items one shape"
            )


def _plain_numbers(sequences, count, dtype):
    """All items in one pass over plain numbers, which is what makes it fast; or None.

    None where an item has a shape, or where the dtype might change one: the slow way sees.
    """
    try:
        if (
            dtype.kind in "iu" and dtype.isnative
        ):  # an array takes whole numbers alone, and none that is too large
            items = array(dtype.char)
            for sequence in sequences:
                items.fromlist(sequence if type(sequence) is list else list(sequence))
            return np.frombuffer(items, dtype)
        if dtype.kind == "f":
            with np.errstate(over="ignore"):
                items = np.fromiter(chain.from_iterable(sequences), dtype=dtype, count=count)
            largest = 2.0 ** np.finfo(dtype).nmant  # all whole numbers up to it are kept
            return items if not (np.abs(items) > largest).any() else None
    except _MISFITS:
        pass
    return None


def _part(place, sequence, dtype):
    """One sequence as an array of its own dtype."""
    refuse_masked("sequence", sequence)
    try:
        part = np.asarray(sequence, dtype=object if dtype.kind in "OUS" else None)
        if dtype.kind in "US" and all(isinstance(item, (str, bytes)) for item in part.flat):
            part = np.asarray(sequence)
    except _MISFITS as error:
        raise ValueError(f"sequence {place} does not fit dtype {dtype}: {error}") from error
    if part.ndim == 0:
        raise ValueError(
            f"sequence {place} is {sequence!r}; give a list of items, e.g. "
            "list(text) for characters"
        )
    return part


def _cast(name, values, dtype):
    """The values in the dtype, where that changes none of them; decimals may be rounded."""
    kinds = values.dtype.kind + dtype.kind
    wide = not dtype.itemsize and kinds in ("UU", "SS")
    if values.dtype == dtype or kinds[1] == "O" or wide:
        return values
    try:
        if (kinds[0] in "US") != (kinds[1] in "US"):
            raise TypeError(f"it holds {values.dtype}")
        with np.errstate(invalid="ignore", over="ignore"):
            cast = values.astype(dtype)
            back = cast.astype(values.dtype)
    except _MISFITS as error:
        raise ValueError(
            f"{name} does not fit dtype {dtype}: {error}. Encode text first, or set dtype=object."
        ) from error
    if kinds == "ff":
        kept = np.isfinite(cast) | ~np.isfinite(values)
    else:
        kept = (cast == values) & (back == values) | (values != values) & (cast != cast)
    if not kept.all():
        before, after = values[~kept].flat[0], cast[~kept].flat[0]
        better = "float32" if kinds[0] == "f" and kinds[1] != "f" else values.dtype
        raise ValueError(
            f"{name} does not fit dtype {dtype}: {before} would become {after}; "
            f'set dtype="{better}"'
        )
    return cast


def _kept_places(lengths, maxlen, truncating):
    """For all items in a row: True where truncation keeps the item."""
    kept = np.minimum(lengths, maxlen)
    # Each sequence is one run that goes and one that stays, in the order of the cut.
    runs = [lengths - kept, kept] if truncating == "pre" else [kept, lengths - kept]
    stays = [False, True] if truncating == "pre" else [True, False]
    return np.repeat(np.tile(stays, len(lengths)), np.column_stack(runs).ravel())


def padding_mask(padded, value=0):
    """Where a padded array holds real values.

    A real item equal to ``value`` looks like padding: keep that value free. Chapter 08.

    Parameters
    ----------
    padded : array (samples, time) or (samples, time, features)
        With features, a step is padding where *all* its features equal ``value``.
    value : number
        What was filled up with; NaN is possible.

    Returns
    -------
    bool array (samples, time)
        True where real.

    Raises
    ------
    TypeError, ValueError
        If the array has another number of dimensions, or ``value`` cannot stand in it.

    Examples
    --------
    >>> padding_mask([[0, 0, 7], [5, 6, 7]])
    array([[False, False,  True],
           [ True,  True,  True]])
    """
    refuse_masked("padded", padded)
    try:
        padded = np.asarray(padded)
    except ValueError as error:
        raise ValueError("the sequences are ragged; pad them first with pad_sequences") from error
    if padded.ndim not in (2, 3):
        raise ValueError(
            f"padded has shape {padded.shape}; expected (samples, time) or "
            "(samples, time, features)"
        )
    try:
        if np.ndim(value):
            raise TypeError("it is not one value")
        if padded.dtype != object and not (isinstance(value, str) and padded.dtype.kind == "U"):
            value = _cast(f"value {value!r}", np.asarray(value), padded.dtype)
    except (TypeError, ValueError) as error:
        raise TypeError(
            f"value is {value!r}, padded holds {padded.dtype}; give the one value that filled up "
            f"({error})"
        ) from None
    real = padded == padded if value != value else padded != value  # only NaN is not itself
    return real.any(axis=-1) if padded.ndim == 3 else real


def bucket_by_length(sequences, boundaries):
    """Sort sequences into groups of similar length, so that little is padded.

    Chapter 08 counts the padded cells before and after.

    Parameters
    ----------
    sequences : list of sequences
    boundaries : increasing list of int
        The largest length of each group; the last must hold the longest sequence.

    Returns
    -------
    dict of int to int array
        Boundary to the positions of its sequences, in their order; empty groups too.

    Raises
    ------
    TypeError, ValueError
        If the boundaries do not increase, or a sequence is longer than the last.

    Examples
    --------
    >>> bucket_by_length([[1], [1, 2, 3], [1, 2]], boundaries=[2, 4])
    {2: array([0, 2]), 4: array([1])}
    """
    lengths = _lengths(sequences)
    edges = list(boundaries) if np.iterable(boundaries) else []
    if not edges or any(
        type(edge) is bool or not isinstance(edge, (int, np.integer)) for edge in edges
    ):
        raise TypeError(f"boundaries are {boundaries!r}; expected whole numbers, e.g. [10, 20, 40]")
    if any(later <= earlier for earlier, later in pairwise(edges)):
        raise ValueError(f"boundaries are {boundaries}; they must increase")
    if lengths.max() > edges[-1]:
        raise ValueError(
            f"the longest sequence has {lengths.max()} items, the last boundary is {edges[-1]}; "
            "raise it, or truncate first"
        )
    group = np.searchsorted(edges, lengths)
    return {int(edge): np.flatnonzero(group == i) for i, edge in enumerate(edges)}
