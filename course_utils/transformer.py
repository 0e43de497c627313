"""The Transformer of chapter 24, as Keras layers that save and load.

Masks are explicit, as in `attention`. `Transformer` makes them from the ids; none travels
unseen between layers.

Source: A. Vaswani et al. (2017), "Attention is all you need", with the normalisation
before each part (R. Xiong et al., 2020, "On layer normalization in the Transformer
architecture") and the output matrix tied to the target embedding (O. Press and L. Wolf,
2017, "Using the output embedding to improve language models").
"""

from numbers import Real

import keras
from keras import ops

from course_utils._arguments import whole
from course_utils.attention import (
    Attention,
    PositionalEncoding,
    _fits,
    _register,
    at_least_float32,
    positional_table,
)

__all__ = [
    "Attention",
    "DecoderBlock",
    "EncoderBlock",
    "PositionalEncoding",
    "Transformer",
    "positional_table",
]


_SIZES = (
    "source_vocab_size",
    "target_vocab_size",
    "d_model",
    "num_heads",
    "d_ff",
    "num_layers",
    "max_length",
)


def _share(name, value):
    if isinstance(value, bool) or not isinstance(value, Real) or not 0 <= value < 1:
        raise ValueError(f"{name} is {value!r}; it must be a share from 0 up to, not including, 1")
    return float(value)


class _Block(keras.layers.Layer):
    """What encoder and decoder blocks share: the feed-forward part, dropout and sizes."""

    def __init__(self, num_heads, d_ff, dropout=0.1, **kwargs):
        super().__init__(**kwargs)
        self.num_heads = whole("num_heads", num_heads)
        self.d_ff = whole("d_ff", d_ff)
        self.dropout_rate = _share("dropout", dropout)
        self.dropout = keras.layers.Dropout(self.dropout_rate, dtype=self.dtype_policy)
        self.widen = keras.layers.Dense(self.d_ff, "relu", name="widen", dtype=self.dtype_policy)

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
    >>> EncoderBlock(num_heads=2, d_ff=16)(ops.zeros((3, 5, 8))).shape
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
    >>> x, memory, causal = ops.zeros((3, 5, 8)), ops.zeros((3, 7, 8)), ops.tri(5, dtype="bool")
    >>> block(x, memory, attention_mask=causal[None]).shape
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
    >>> source, target = ops.array([[5, 6, 0]]), ops.array([[2, 7, 8, 9]])
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
        _refuse_few_digits(self.dtype_policy)
        self.source_vocab_size = whole("source_vocab_size", source_vocab_size, least=2)
        self.target_vocab_size = whole("target_vocab_size", target_vocab_size, least=2)
        self.d_model = whole("d_model", d_model)
        self.num_heads = whole("num_heads", num_heads)
        self.d_ff = whole("d_ff", d_ff)
        self.num_layers = whole("num_layers", num_layers)
        self.dropout_rate = _share("dropout", dropout)
        self.max_length = whole("max_length", max_length)
        options = {"dtype": self.dtype_policy}
        self.source_embedding = _embedding("source", self.source_vocab_size, self.d_model, options)
        self.target_embedding = _embedding("target", self.target_vocab_size, self.d_model, options)
        self.positions = PositionalEncoding(self.max_length, **options)
        self.dropout = keras.layers.Dropout(self.dropout_rate, **options)
        sizes = (self.num_heads, self.d_ff, self.dropout_rate)
        places = range(self.num_layers)
        self.encoder = [EncoderBlock(*sizes, name=f"encoder_{i}", **options) for i in places]
        self.decoder = [DecoderBlock(*sizes, name=f"decoder_{i}", **options) for i in places]
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
        source, target, source_segments, target_segments = _checked(inputs, self.max_length)
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
        return at_least_float32(ops.matmul(self.decoder_norm(x), ops.transpose(table)))

    def get_config(self):
        """The arguments of this layer, for saving."""
        config = {name: getattr(self, name) for name in _SIZES}
        return {**super().get_config(), **config, "dropout": self.dropout_rate}


def _checked(inputs, max_length):
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
    _refuse_unequal("source_ids", source.shape[:1], "target_ids", target.shape[:1], "pairs")
    for name, ids, part in zip(names, (source, target), segments, strict=False):
        _refuse_unequal(name, ids.shape, name.replace("ids", "segments"), part.shape, "places")
    if not segments:  # else rows may be longer than each of the sequences in them
        _fits("source_ids", source.shape[1], max_length)
        _fits("target_ids", target.shape[1], max_length)
    return source, target, *(segments or (_segments(source), _segments(target)))


def _refuse_unequal(name, shape, other, other_shape, what):
    if any(a != b for a, b in zip(shape, other_shape, strict=True) if None not in (a, b)):
        raise ValueError(
            f"{name} and {other} differ in their number of {what}: {tuple(shape)} and "
            f"{tuple(other_shape)}; give one of each for the other"
        )


def _refuse_few_digits(policy):
    """A weight in half precision loses most updates, which are far smaller than it is."""
    if policy.variable_dtype not in ("float32", "float64"):
        raise ValueError(
            f"dtype is {policy.name!r}, which keeps weights in half precision: training would end "
            "in NaN or stand still; use 'mixed_bfloat16' or 'mixed_float16', which keep them in "
            "float32"
        )


def _embedding(name, size, d_model, options):
    # Times sqrt(d_model), entries then have variance 1; as output matrix, logits have.
    spread = keras.initializers.RandomNormal(stddev=d_model**-0.5)
    return keras.layers.Embedding(size, d_model, spread, name=f"{name}_embedding", **options)


def _layer_norm(name, x_shape, dtype):
    norm = keras.layers.LayerNormalization(epsilon=1e-6, name=name, dtype=dtype)
    norm.build(x_shape)
    return norm


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


def _ids(name, ids):
    ids = ops.convert_to_tensor(ids)
    dtype = keras.backend.standardize_dtype(ids.dtype)
    if "int" not in dtype:
        raise TypeError(f"{name} hold {dtype}; they must be whole numbers, tokens' ids")
    if len(ids.shape) != 2:
        raise ValueError(f"{name} have shape {tuple(ids.shape)}; expected (batch, time)")
    return ids
