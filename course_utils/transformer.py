"""The Transformer of chapters 22 to 24, as Keras layers that save and load.

Masks are explicit: bool tensors (batch, query_len, memory_len), True where a query may
look. `Transformer` makes them from the ids; none travels unseen between layers.

Source: A. Vaswani et al. (2017), "Attention is all you need", with the normalisation
before each part (R. Xiong et al., 2020, "On layer normalization in the Transformer
architecture") and the output matrix tied to the target embedding (O. Press and L. Wolf,
2017, "Using the output embedding to improve language models").
"""

import keras
import numpy as np
from keras import ops

from course_utils._arguments import whole

_MASKED = -1e9  # as a score: its softmax is exactly 0 beside any score that is not masked


def _register(layer):
    return keras.saving.register_keras_serializable(package="course_utils")(layer)


def _share(name, value):
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < 1:
        raise ValueError(f"{name} is {value!r}; it must be a share from 0 up to, not including, 1")
    return float(value)


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
    """Add `positional_table` to a sequence of vectors. Chapter 22 derives it.

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
        scores = ops.matmul(queries, ops.swapaxes(keys, -1, -2))
        if attention_mask is None:
            weights = _softmax(scores)
        else:
            mask = _mask(attention_mask)[:, None]  # the same for every head
            weights = _softmax(ops.where(mask, scores, ops.cast(_MASKED, scores.dtype)))
            weights = ops.where(mask, weights, ops.zeros_like(weights))  # rows masked throughout
        heads = ops.transpose(ops.matmul(weights, values), (0, 2, 1, 3))
        width = self.num_heads * self.key_dim
        return self.to_output(ops.reshape(heads, (*ops.shape(heads)[:2], width))), weights

    def _split(self, x):
        """(batch, time, heads * key_dim) to (batch, heads, time, key_dim)."""
        parts = ops.reshape(x, (*ops.shape(x)[:2], self.num_heads, self.key_dim))
        return ops.transpose(parts, (0, 2, 1, 3))

    def get_config(self):
        """The arguments of this layer, for saving."""
        return {**super().get_config(), "num_heads": self.num_heads, "key_dim": self.key_dim}


class _Block(keras.layers.Layer):
    """What encoder and decoder blocks share: the feed-forward part, dropout and sizes."""

    def __init__(self, num_heads, d_ff, dropout=0.1, **kwargs):
        super().__init__(**kwargs)
        self.num_heads = whole("num_heads", num_heads)
        self.d_ff = whole("d_ff", d_ff)
        self.dropout_rate = _share("dropout", dropout)
        self.dropout = keras.layers.Dropout(self.dropout_rate, dtype=self.dtype_policy)
        self.widen = keras.layers.Dense(d_ff, "relu", name="widen", dtype=self.dtype_policy)

    def build(self, x_shape):
        """Make and build every part for vectors as wide as x."""
        d_model = x_shape[-1]
        if d_model % self.num_heads:
            raise ValueError(
                f"d_model is {d_model}, which {self.num_heads} heads cannot share evenly; "
                "choose num_heads that divides it"
            )
        self.narrow = keras.layers.Dense(d_model, name="narrow", dtype=self.dtype_policy)
        self.widen.build(x_shape)
        self.narrow.build((*x_shape[:-1], self.d_ff))
        for name in self._attentions:
            attention = Attention(
                self.num_heads, d_model // self.num_heads, name=name, dtype=self.dtype_policy
            )
            attention.build(x_shape)
            setattr(self, name, attention)
        for name in (*self._attentions, "feed_forward"):
            norm = _layer_norm(f"{name}_norm", x_shape, self.dtype_policy)
            setattr(self, f"{name}_norm", norm)

    def _feed_forward(self, x, training):
        added = self.narrow(self.widen(self.feed_forward_norm(x)))
        return x + self.dropout(added, training=training)

    def get_config(self):
        """The arguments of this layer, for saving."""
        sizes = {"num_heads": self.num_heads, "d_ff": self.d_ff, "dropout": self.dropout_rate}
        return {**super().get_config(), **sizes}


@_register
class EncoderBlock(_Block):
    """Self-attention, then a feed-forward part; each normalised before, and added to x.

    Called with x (batch, time, d_model) and ``attention_mask`` (batch, time or 1, time), True
    where a query may look; gives the shape of x. Chapter 24 derives it. Sources: Vaswani et al.
    (2017); Xiong et al. (2020).

    Parameters
    ----------
    num_heads : int
        Divides d_model.
    d_ff : int
        Width between the two matrices of the feed-forward part (ReLU).
    dropout : float
        Share dropped, in training, of what each part adds.
    **kwargs
        ``name``, ``dtype`` and so on, as of any Keras layer.

    Raises
    ------
    TypeError, ValueError
        If a size or share is out of its range.

    Examples
    --------
    >>> EncoderBlock(num_heads=2, d_ff=16)(np.zeros((3, 5, 8))).shape
    TensorShape([3, 5, 8])
    """

    _attentions = ("self_attention",)

    def call(self, x, attention_mask=None, training=None):
        """x with what its places found in each other; see the class."""
        added = self.self_attention(self.self_attention_norm(x), attention_mask=attention_mask)
        return self._feed_forward(x + self.dropout(added, training=training), training)


@_register
class DecoderBlock(_Block):
    """Self-attention, attention to a memory, feed-forward; each normalised before, and added.

    Called with x (batch, target_len, d_model), ``memory`` (batch, source_len, d_model),
    ``attention_mask`` (batch, target_len, target_len), causal for a translator, and
    ``memory_mask`` (batch, target_len or 1, source_len), which says where the *source* is
    real. Gives the shape of x and, with ``return_attention_scores=True``, also the weights on
    the memory (batch, heads, target_len, source_len). Chapter 24 derives it. Sources: Vaswani
    et al. (2017); Xiong et al. (2020).

    Parameters
    ----------
    num_heads : int
        Divides d_model.
    d_ff : int
        Width between the two matrices of the feed-forward part (ReLU).
    dropout : float
        Share dropped, in training, of what each part adds.
    **kwargs
        ``name``, ``dtype`` and so on, as of any Keras layer.

    Raises
    ------
    TypeError, ValueError
        If a size or share is out of its range.

    Examples
    --------
    >>> block = DecoderBlock(num_heads=2, d_ff=16)
    >>> x, memory, causal = np.zeros((3, 5, 8)), np.zeros((3, 7, 8)), np.tri(5, dtype=bool)[None]
    >>> block(x, memory, attention_mask=causal).shape
    TensorShape([3, 5, 8])
    """

    _attentions = ("self_attention", "cross_attention")

    def call(
        self,
        x,
        memory,
        attention_mask=None,
        memory_mask=None,
        training=None,
        return_attention_scores=False,
    ):
        """x with what its places found in each other and in the memory; see the class."""
        added = self.self_attention(self.self_attention_norm(x), attention_mask=attention_mask)
        x = x + self.dropout(added, training=training)
        projected = self.cross_attention.project(memory)
        x, weights = self._look_up(x, projected, memory_mask, training)
        return (x, weights) if return_attention_scores else x

    def step(self, x, cache, position, memory_projected, memory_mask=None):
        """One target token, given the keys and values of those before it.

        Parameters
        ----------
        x : tensor (batch, 1, d_model)
        cache : pair of tensors (batch, heads, length, key_dim)
            Keys and values of this block's self-attention; those from ``position`` on are
            not read.
        position : int tensor ()
            Place of the token, from 0 to length - 1.
        memory_projected : pair of tensors (batch, heads, source_len, key_dim)
            What ``cross_attention.project`` made of the memory.
        memory_mask : bool tensor (batch, 1, source_len)

        Returns
        -------
        x : tensor (batch, 1, d_model)
        cache : pair of tensors, with this token's keys and values at ``position``
        """
        normed = self.self_attention_norm(x)
        places = ops.arange(ops.shape(cache[0])[2], dtype="int32")
        here = (places == position)[:, None]
        fresh = self.self_attention.project(normed)
        cache = tuple(ops.where(here, new, old) for new, old in zip(fresh, cache, strict=True))
        mask = (places <= position)[None, None]
        x = x + self.self_attention.attend(normed, *cache, mask)[0]
        return self._look_up(x, memory_projected, memory_mask, training=False)[0], cache

    def _look_up(self, x, projected, memory_mask, training):
        added, weights = self.cross_attention.attend(
            self.cross_attention_norm(x), *projected, memory_mask
        )
        x = x + self.dropout(added, training=training)
        return self._feed_forward(x, training), weights


@_register
class Transformer(keras.Model):
    """An encoder and a decoder: ``model((source_ids, target_ids))`` gives logits.

    Both ids are (batch, time), int; id 0 is padding, on whichever side. The logits (batch,
    target_len, target_vocab_size) at place t say what follows target tokens 0 to t: train
    on targets shifted by one. Positions are counted over real tokens.

    Several short pairs may share a row, so that no place is wasted on padding: then call it
    with ``(source_ids, target_ids, source_segments, target_segments)``, where places of one
    pair have one number in both, 1 or more, and padding has 0. They do not see each other,
    and ``max_length`` holds for each of them, not for the row.

    Chapter 24 derives it. Source: Vaswani et al. (2017); see the module for what differs.

    Parameters
    ----------
    source_vocab_size, target_vocab_size : int
        Numbers of ids, padding included.
    d_model : int
        Width; even, and a multiple of ``num_heads``.
    num_heads : int
    d_ff : int
        Width inside the feed-forward parts.
    num_layers : int
        Blocks in the encoder, and as many in the decoder.
    dropout : float
        Share dropped, in training, of embeddings and of what each part adds.
    max_length : int
        Longest source or target, in tokens.
    **kwargs
        ``name``, ``dtype`` and so on, as of any Keras model.

    Raises
    ------
    TypeError, ValueError
        If a size or share is out of its range; on a call, if ids are missing, not whole
        numbers, not (batch, time), or too long (not looked at where segments are given).

    Examples
    --------
    >>> model = Transformer(11, 13, d_model=16, num_heads=2, d_ff=32, num_layers=1)
    >>> source, target = np.array([[5, 6, 0]]), np.array([[2, 7, 8, 9]])
    >>> model((source, target)).shape
    TensorShape([1, 4, 13])
    >>> model.count_params()
    6016
    """

    def __init__(
        self,
        source_vocab_size,
        target_vocab_size,
        d_model=128,
        num_heads=4,
        d_ff=512,
        num_layers=2,
        dropout=0.1,
        max_length=128,
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.source_vocab_size = whole("source_vocab_size", source_vocab_size, least=2)
        self.target_vocab_size = whole("target_vocab_size", target_vocab_size, least=2)
        self.d_model = whole("d_model", d_model)
        self.num_heads = whole("num_heads", num_heads)
        self.d_ff = whole("d_ff", d_ff)
        self.num_layers = whole("num_layers", num_layers)
        self.dropout_rate = _share("dropout", dropout)
        self.max_length = whole("max_length", max_length)
        options = {"dtype": self.dtype_policy}
        self.source_embedding = _embedding("source", source_vocab_size, d_model, options)
        self.target_embedding = _embedding("target", target_vocab_size, d_model, options)
        self.positions = PositionalEncoding(max_length, **options)
        self.dropout = keras.layers.Dropout(self.dropout_rate, **options)
        sizes = (num_heads, d_ff, dropout)
        self.encoder = [
            EncoderBlock(*sizes, name=f"encoder_{i}", **options) for i in range(num_layers)
        ]
        self.decoder = [
            DecoderBlock(*sizes, name=f"decoder_{i}", **options) for i in range(num_layers)
        ]
        self.build()

    def build(self, input_shape=None):
        """Make every weight; the sizes alone decide their shapes."""
        if self.built:
            return
        x_shape = (None, None, self.d_model)
        for embedding in (self.source_embedding, self.target_embedding):
            embedding.build((None, None))
        for layer in (self.positions, *self.encoder, *self.decoder):
            layer.build(x_shape)
        self.encoder_norm = _layer_norm("encoder_norm", x_shape, self.dtype_policy)
        self.decoder_norm = _layer_norm("decoder_norm", x_shape, self.dtype_policy)

    def call(self, inputs, training=None):
        """Logits of ids; see the class."""
        source, target, source_segments, target_segments = self._checked(inputs)
        memory = self.encode(source, source_segments, training=training)
        memory_mask = _same(target_segments, source_segments)
        return self.decode(target, memory, memory_mask, target_segments, training=training)

    def encode(self, source_ids, segments=None, training=None):
        """The memory (batch, source_len, d_model) of a source (batch, source_len)."""
        segments = _segments(source_ids, segments)
        mask = _same(segments, segments)
        x = self._embed(self.source_embedding, source_ids, mask, training)
        for block in self.encoder:
            x = block(x, attention_mask=mask, training=training)
        return self.encoder_norm(x)

    def decode(
        self,
        target_ids,
        memory,
        memory_mask,
        segments=None,
        training=None,
        return_attention_scores=False,
    ):
        """Logits (batch, target_len, target_vocab_size) of a target, given the memory.

        Parameters
        ----------
        target_ids : int tensor (batch, target_len)
        memory : tensor (batch, source_len, d_model)
        memory_mask : bool tensor (batch, target_len or 1, source_len)
            Where the *source* is real.
        segments : int tensor (batch, target_len), optional
            See the class.
        training : bool, optional
        return_attention_scores : bool
            Return also a list of each block's weights on the memory, (batch, heads,
            target_len, source_len).
        """
        segments = _segments(target_ids, segments)
        same = _same(segments, segments)
        x = self._embed(self.target_embedding, target_ids, same, training)
        mask = same & _causal(ops.shape(target_ids)[1])
        weights = []
        for block in self.decoder:
            x, looked = block(
                x, memory, mask, memory_mask, training=training, return_attention_scores=True
            )
            weights.append(looked)
        logits = self._logits(x)
        return (logits, weights) if return_attention_scores else logits

    def start_decoding(self, source_ids, length):
        """What `decode_step` needs: the source read once, and empty caches.

        Parameters
        ----------
        source_ids : int tensor (batch, source_len)
        length : int or int tensor ()
            Target tokens there is room for.

        Returns
        -------
        projected : list of pairs of tensors (batch, heads, source_len, key_dim)
            Keys and values of the memory, for each block.
        memory_mask : bool tensor (batch, 1, source_len)
        caches : list of pairs of tensors (batch, heads, length, key_dim), zeros
        """
        memory = self.encode(source_ids, training=False)
        projected = [block.cross_attention.project(memory) for block in self.decoder]
        heads, key_dim = self.num_heads, self.d_model // self.num_heads
        empty = ops.zeros((ops.shape(source_ids)[0], heads, length, key_dim), memory.dtype)
        return projected, (source_ids != 0)[:, None], [(empty, empty) for _ in self.decoder]

    def decode_step(self, ids, position, projected, memory_mask, caches):
        """Logits after one more target token, and the caches with that token in them.

        Parameters
        ----------
        ids : int tensor (batch,)
            The token at ``position`` of each target.
        position : int tensor ()
        projected, memory_mask, caches
            From `start_decoding`; then the caches that the step before returned.

        Returns
        -------
        logits : tensor (batch, target_vocab_size)
        caches : list of pairs of tensors
        """
        x = self.target_embedding(ids[:, None]) * self.d_model**0.5
        x = self.positions(x, ops.reshape(position, (1, 1)))
        after = []
        for block, cache, memory in zip(self.decoder, caches, projected, strict=True):
            x, cache = block.step(x, cache, position, memory, memory_mask)
            after.append(cache)
        return self._logits(x)[:, 0], after

    def _embed(self, embedding, ids, same, training):
        earlier = same & _causal(ops.shape(ids)[1], 0)
        positions = ops.sum(ops.cast(earlier, "int32"), axis=-1)  # real tokens before it
        x = embedding(ids) * self.d_model**0.5
        return self.dropout(self.positions(x, positions), training=training)

    def _logits(self, x):
        """The output matrix is the target embedding, turned round."""
        table = ops.cast(self.target_embedding.embeddings, x.dtype)
        return ops.matmul(self.decoder_norm(x), ops.transpose(table))

    def _checked(self, inputs):
        """Source, target and their segments, after each has been looked at."""
        if not isinstance(inputs, (list, tuple)) or len(inputs) not in (2, 4):
            found = f"{len(inputs)} of them" if isinstance(inputs, (list, tuple)) else "one thing"
            raise ValueError(
                f"the model got {found}; call it as model((source_ids, target_ids)), or with "
                "source_segments and target_segments after these"
            )
        names = ("source_ids", "target_ids", "source_segments", "target_segments")
        tensors = [_ids(name, x) for name, x in zip(names, inputs, strict=False)]
        source, target, *segments = tensors
        if not segments:  # else rows may be longer than each of the sequences in them
            _fits("source_ids", source.shape[1], self.max_length)
            _fits("target_ids", target.shape[1], self.max_length)
        return source, target, *(segments or (_segments(source), _segments(target)))

    def get_config(self):
        """The arguments of this layer, for saving."""
        return {
            **super().get_config(),
            "source_vocab_size": self.source_vocab_size,
            "target_vocab_size": self.target_vocab_size,
            "d_model": self.d_model,
            "num_heads": self.num_heads,
            "d_ff": self.d_ff,
            "num_layers": self.num_layers,
            "dropout": self.dropout_rate,
            "max_length": self.max_length,
        }


def _embedding(name, size, d_model, options):
    # Times sqrt(d_model), entries then have variance 1; as output matrix, logits have.
    spread = keras.initializers.RandomNormal(stddev=d_model**-0.5)
    return keras.layers.Embedding(size, d_model, spread, name=f"{name}_embedding", **options)


def _layer_norm(name, x_shape, dtype):
    norm = keras.layers.LayerNormalization(epsilon=1e-6, name=name, dtype=dtype)
    norm.build(x_shape)
    return norm


def _softmax(scores):
    """As ``ops.softmax``, which warns where there is one place only to look at."""
    return ops.exp(scores - ops.logsumexp(scores, axis=-1, keepdims=True))


def _segments(ids, segments=None):
    """1 where real and 0 where padding, unless several pairs share a row."""
    return ops.cast(ops.not_equal(ids, 0), "int32") if segments is None else segments


def _same(queries, memory):
    """Mask (batch, query_len, memory_len): both places real and of one segment."""
    return (queries[:, :, None] == memory[:, None]) & (memory[:, None] > 0)


def _causal(length, offset=1):
    """Mask (1, length, length): key before ``query + offset``; 0 leaves out the query itself."""
    places = ops.arange(length, dtype="int32")
    return (places[None] < places[:, None] + offset)[None]


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


def _ids(name, ids):
    ids = ops.convert_to_tensor(ids)
    dtype = keras.backend.standardize_dtype(ids.dtype)
    if "int" not in dtype:
        raise TypeError(f"{name} hold {dtype}; they must be whole numbers, tokens' ids")
    if len(ids.shape) != 2:
        raise ValueError(f"{name} have shape {tuple(ids.shape)}; expected (batch, time)")
    return ids


def _fits(name, length, max_length):
    if length is not None and length > max_length:
        raise ValueError(
            f"{name} has {length} places, more than max_length = {max_length}; shorten the "
            "sequence, or build with a larger max_length"
        )
