"""Attention and positions, chapters 22 and 23, as Keras layers that save and load.

Masks are explicit: bool tensors (batch, query_len, memory_len), True where a query may look.

Source: A. Vaswani et al. (2017), "Attention is all you need".
"""

import keras
import numpy as np
from keras import ops

from course_utils._arguments import whole

# As a score: its softmax is exactly 0 beside any score that is not masked. Scores are never
# float16, of which it would make -inf, and NaN of a row that is masked throughout.
_MASKED = -1e9


def _register(layer):
    return keras.saving.register_keras_serializable(package="course_utils")(layer)


def positional_table(length, d_model):
    """Sines and cosines that tell positions apart.

    ``table[p, 2i] = sin(p / 10000^(2i/d))`` and ``table[p, 2i+1] = cos`` of the same.
    Chapter 22 derives it.

    Parameters
    ----------
    length : int
        Number of positions.
    d_model : int
        Width of the model, even.

    Returns
    -------
    array (length, d_model), float32, between -1 and 1

    Raises
    ------
    TypeError, ValueError
        If a size is no whole number above 0, or ``d_model`` is odd.

    Examples
    --------
    >>> positional_table(2, 4).round(2).tolist()
    [[0.0, 1.0, 0.0, 1.0], [0.8399999737739563, 0.5400000214576721, 0.009999999776482582, 1.0]]
    """
    length, d_model = whole("length", length), whole("d_model", d_model)
    if d_model % 2:
        raise ValueError(f"d_model is {d_model}; it must be even: a sine and a cosine in turn")
    angles = np.arange(length)[:, None] / 10000 ** (np.arange(0, d_model, 2) / d_model)
    return np.stack([np.sin(angles), np.cos(angles)], axis=-1).reshape(length, -1).astype("float32")


@_register
class PositionalEncoding(keras.layers.Layer):
    """Add `positional_table` to a sequence of vectors. Chapter 24 builds on it.

    Called with x (batch, time, d_model) and, where the places are not 0, 1, 2, ...,
    ``positions`` (batch, time), whole numbers below ``max_length``.

    Parameters
    ----------
    max_length : int
        Positions that the table holds.
    **kwargs
        ``name``, ``dtype`` and so on, as of any Keras layer.

    Examples
    --------
    >>> PositionalEncoding()(np.zeros((1, 3, 8))).shape
    TensorShape([1, 3, 8])
    """

    def __init__(self, max_length=128, **kwargs):
        super().__init__(**kwargs)
        self.max_length = whole("max_length", max_length)

    def build(self, x_shape):
        """Make the table, as wide as x."""
        self.table = positional_table(self.max_length, x_shape[-1])

    def call(self, x, positions=None):
        """x plus the table's rows at ``positions``."""
        if positions is not None:
            return x + ops.take(ops.cast(self.table, x.dtype), positions, axis=0)
        _fits("x", x.shape[1], self.max_length)
        return x + ops.cast(self.table, x.dtype)[: ops.shape(x)[1]]

    def get_config(self):
        """The arguments of this layer, for saving."""
        return {**super().get_config(), "max_length": self.max_length}


@_register
class Attention(keras.layers.Layer):
    """Attention with several heads: a soft lookup, ``softmax(Q K' / sqrt(key_dim)) V``.

    Called with ``query`` (batch, query_len, d_model), ``memory`` (batch, memory_len, width;
    the query itself by default) and ``attention_mask`` (batch or 1, query_len or 1, memory_len),
    True where a query may look. Gives (batch, query_len, d_model) and, with
    ``return_attention_scores=True``, also the weights (batch, heads, query_len, memory_len).
    A query that may look nowhere has only zeros for weights, as in Keras since 3.15.

    Equal to ``keras.layers.MultiHeadAttention``; each weight holds the same numbers in the
    same order, only its axes (heads, key_dim) are one. Chapter 23 derives it. Source:
    Vaswani et al. (2017).

    Parameters
    ----------
    num_heads : int
    key_dim : int
        Width of each head.
    **kwargs
        ``name``, ``dtype`` and so on, as of any Keras layer.

    Raises
    ------
    TypeError, ValueError
        If a size is no whole number above 0, or the mask is not bool or not of rank 3.

    Examples
    --------
    >>> layer = Attention(num_heads=2, key_dim=4)
    >>> causal = np.tri(5, dtype=bool)[None]
    >>> layer(np.zeros((3, 5, 8)), attention_mask=causal).shape
    TensorShape([3, 5, 8])
    """

    def __init__(self, num_heads, key_dim, **kwargs):
        super().__init__(**kwargs)
        self.num_heads = whole("num_heads", num_heads)
        self.key_dim = whole("key_dim", key_dim)
        width = self.num_heads * self.key_dim
        self.to_query = keras.layers.Dense(width, name="query", dtype=self.dtype_policy)
        self.to_key = keras.layers.Dense(width, name="key", dtype=self.dtype_policy)
        self.to_value = keras.layers.Dense(width, name="value", dtype=self.dtype_policy)

    def build(self, query_shape, memory_shape=None):
        """Make the four matrices; the output is as wide as the query."""
        self.to_query.build(query_shape)
        self.to_key.build(memory_shape or query_shape)
        self.to_value.build(memory_shape or query_shape)
        self.to_output = keras.layers.Dense(query_shape[-1], name="output", dtype=self.dtype_policy)
        self.to_output.build((*query_shape[:-1], self.num_heads * self.key_dim))

    def call(self, query, memory=None, attention_mask=None, return_attention_scores=False):
        """`project`, then `attend`; see the class."""
        keys, values = self.project(query if memory is None else memory)
        output, weights = self.attend(query, keys, values, attention_mask)
        return (output, weights) if return_attention_scores else output

    def project(self, memory):
        """Keys and values of a memory, once: decoding reuses them at every step.

        Parameters
        ----------
        memory : tensor (batch, memory_len, width)

        Returns
        -------
        keys, values : tensors (batch, heads, memory_len, key_dim)
        """
        return self._split(self.to_key(memory)), self._split(self.to_value(memory))

    def attend(self, query, keys, values, attention_mask=None):
        """Look up queries in keys and values that `project` made.

        Returns
        -------
        output : tensor (batch, query_len, d_model)
        weights : tensor (batch, heads, query_len, memory_len)
            Each row sums to 1, or to 0 where the query may look nowhere.
        """
        queries = self._split(self.to_query(query)) * self.key_dim**-0.5
        scores = at_least_float32(ops.matmul(queries, ops.swapaxes(keys, -1, -2)))
        if attention_mask is None:
            weights = _softmax(scores)
        else:
            mask = _mask(attention_mask)[:, None]  # the same for every head
            weights = _softmax(ops.where(mask, scores, ops.cast(_MASKED, scores.dtype)))
            weights = ops.where(mask, weights, ops.zeros_like(weights))  # rows masked throughout
        looked_up = ops.matmul(ops.cast(weights, values.dtype), values)
        heads = ops.transpose(looked_up, (0, 2, 1, 3))
        width = self.num_heads * self.key_dim
        return self.to_output(ops.reshape(heads, (*ops.shape(heads)[:2], width))), weights

    def _split(self, x):
        """(batch, time, heads * key_dim) to (batch, heads, time, key_dim)."""
        parts = ops.reshape(x, (*ops.shape(x)[:2], self.num_heads, self.key_dim))
        return ops.transpose(parts, (0, 2, 1, 3))

    def get_config(self):
        """The arguments of this layer, for saving."""
        return {**super().get_config(), "num_heads": self.num_heads, "key_dim": self.key_dim}


def at_least_float32(x):
    """x, in float32 where it comes in half precision: exponentials and sums need the digits.

    Parameters
    ----------
    x : tensor of floats

    Returns
    -------
    tensor, float32 or float64

    Examples
    --------
    >>> [at_least_float32(ops.ones(1, dtype)).dtype.name for dtype in ("bfloat16", "float64")]
    ['float32', 'float64']
    """
    x = ops.convert_to_tensor(x)
    return ops.cast(x, keras.backend.result_type(x.dtype, "float32"))


def _softmax(scores):
    """As ``ops.softmax``, which warns where there is one place only to look at."""
    return ops.exp(scores - ops.logsumexp(scores, axis=-1, keepdims=True))


def _mask(mask):
    mask = ops.convert_to_tensor(mask)
    if keras.backend.standardize_dtype(mask.dtype) != "bool":
        raise TypeError(
            f"the mask holds {keras.backend.standardize_dtype(mask.dtype)}, not bool; "
            "give True where a query may look, e.g. ids[:, None] != 0"
        )
    if len(mask.shape) != 3:
        raise ValueError(
            f"the mask has shape {tuple(mask.shape)}; expected (batch, query_len, memory_len), "
            "of which the first two may be 1"
        )
    return mask


def _fits(name, length, max_length):
    if length is not None and length > max_length:
        raise ValueError(
            f"{name} has {length} places, more than max_length = {max_length}; shorten the "
            "sequence, or build with a larger max_length"
        )
