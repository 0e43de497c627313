"""The Transformer equals NumPy and Keras part by part, and its masks hide what they should."""

import keras
import numpy as np
import pytest
import tensorflow as tf

from course_utils.transformer import (
    Attention,
    DecoderBlock,
    EncoderBlock,
    PositionalEncoding,
    Transformer,
    positional_table,
)

SIZES = {"d_model": 16, "num_heads": 2, "d_ff": 32, "num_layers": 2, "max_length": 20}
SIZES["dropout"] = 0.2
RNG = np.random.default_rng(0)


def normal(*shape):
    return RNG.normal(size=shape).astype("float32")


def random_weights(layer):
    """Weights of which none is 0 or 1, so that none can be left out unnoticed."""
    layer.set_weights([normal(*w.shape) * 0.5 for w in layer.get_weights()])
    return layer


@pytest.fixture(scope="module")
def model():
    keras.utils.set_random_seed(0)
    return Transformer(30, 40, **SIZES)


def ids(rows, *, side="right", width=None, size=30):
    """Random ids of the given lengths, padded with 0 on one side."""
    width = width or max(rows)
    padded = np.zeros((len(rows), width), dtype="int32")
    for row, length in zip(padded, rows, strict=True):
        real = slice(0, length) if side == "right" else slice(width - length, width)
        row[real] = RNG.integers(1, size, length)
    return padded


def close(a, b, atol=1e-5):
    np.testing.assert_allclose(np.asarray(a), np.asarray(b), atol=atol)


# --- each part, equal to Keras' and to NumPy's ---------------------------------------------


@pytest.mark.parametrize("heads", [1, 2, 4])
@pytest.mark.parametrize("self_attention", [True, False])
def test_attention_equals_keras(heads, self_attention):
    query = normal(3, 5, 8)
    memory = query if self_attention else normal(3, 7, 10)
    mask = RNG.random((3, 5, memory.shape[1])) < 0.6
    mask[:, :, 0] |= ~mask.any(axis=-1)  # each query may look somewhere
    ours, theirs = Attention(heads, 6), keras.layers.MultiHeadAttention(heads, 6)
    ours(query, memory), theirs(query, memory)
    weights = random_weights(ours).get_weights()
    pairs = zip(weights, theirs.get_weights(), strict=True)
    theirs.set_weights([w.reshape(v.shape) for w, v in pairs])
    for options in ({}, {"attention_mask": mask}):
        expected = theirs(query, memory, return_attention_scores=True, **options)
        found = ours(query, memory, return_attention_scores=True, **options)
        for a, b in zip(found, expected, strict=True):
            close(a, b)


def test_a_query_that_may_look_nowhere_takes_nothing():
    layer, x = Attention(2, 4), normal(2, 3, 8)
    mask = np.array([[[True, False, True], [False, False, False], [True, True, True]]])
    output, weights = layer(x, attention_mask=mask, return_attention_scores=True)
    close(np.asarray(weights).sum(axis=-1)[0, 0], [1, 0, 1])
    close(output[:, 1], np.broadcast_to(layer.get_weights()[-1], (2, 8)))


def test_one_mask_may_serve_all_queries_or_all_rows():
    layer, x = Attention(2, 4), normal(3, 5, 8)
    for shape in ((1, 5, 5), (3, 1, 5)):
        mask = RNG.random(shape) < 0.7
        close(
            layer(x, attention_mask=mask),
            layer(x, attention_mask=np.broadcast_to(mask, (3, 5, 5))),
        )


def test_keys_and_values_projected_once_give_the_same():
    layer, x, memory = Attention(2, 4), normal(2, 3, 8), normal(2, 6, 8)
    expected = layer(x, memory)
    keys, values = layer.project(memory)
    assert keys.shape == values.shape == (2, 2, 6, 4)
    for t in range(3):
        close(layer.attend(x[:, t : t + 1], keys, values)[0], expected[:, t : t + 1])


def test_positions_follow_the_formula():
    table = positional_table(50, 12)
    for p in (0, 1, 17, 49):
        for i in range(6):
            angle = p / 10000 ** (2 * i / 12)
            close(table[p, 2 * i : 2 * i + 2], [np.sin(angle), np.cos(angle)])


def test_positions_are_added_where_they_belong():
    x, layer = normal(2, 4, 12), PositionalEncoding(max_length=9)
    close(layer(x), x + positional_table(4, 12))
    places = np.array([[0, 1, 2, 8], [5, 5, 0, 3]])
    close(layer(x, places), x + positional_table(9, 12)[places])


def numpy_norm(x, layer):
    gamma, beta = layer.get_weights()
    spread = np.sqrt(x.var(axis=-1, keepdims=True) + 1e-6)
    return gamma * (x - x.mean(axis=-1, keepdims=True)) / spread + beta


def numpy_feed_forward(x, block):
    (w_1, b_1), (w_2, b_2) = block.widen.get_weights(), block.narrow.get_weights()
    return x + np.maximum(numpy_norm(x, block.feed_forward_norm) @ w_1 + b_1, 0) @ w_2 + b_2


def test_layer_norm_equals_the_formula():
    block = EncoderBlock(2, 12)
    block(normal(1, 1, 8))
    random_weights(block)
    x = normal(2, 3, 8) * 5 + 2
    close(block.feed_forward_norm(x), numpy_norm(x, block.feed_forward_norm))


def test_encoder_block_is_its_parts_with_the_normalisation_before():
    block, x = EncoderBlock(2, 12), normal(2, 5, 8)
    block(x)
    random_weights(block)
    mask = np.tri(5, dtype=bool)[None]
    normed = numpy_norm(x, block.self_attention_norm)
    expected = x + np.asarray(block.self_attention(normed, attention_mask=mask))
    close(block(x, attention_mask=mask), numpy_feed_forward(expected, block), atol=1e-4)


def test_decoder_block_is_its_parts_with_the_normalisation_before():
    block, x, memory = DecoderBlock(2, 12), normal(2, 5, 8), normal(2, 7, 8)
    block(x, memory)
    random_weights(block)
    causal, real = np.tri(5, dtype=bool)[None], RNG.random((2, 1, 7)) < 0.7
    normed = numpy_norm(x, block.self_attention_norm)
    y = x + np.asarray(block.self_attention(normed, attention_mask=causal))
    normed = numpy_norm(y, block.cross_attention_norm)
    y = y + np.asarray(block.cross_attention(normed, memory, attention_mask=real))
    found = block(x, memory, attention_mask=causal, memory_mask=real)
    close(found, numpy_feed_forward(y, block), atol=1e-4)


def test_embeddings_are_stretched_by_the_root_of_the_width(model):
    target = ids([3])
    (table,) = model.target_embedding.get_weights()
    expected = table[target] * 16**0.5 + positional_table(3, 16)
    close(model._embed(model.target_embedding, target, np.ones((1, 3, 3), bool), False), expected)


def test_embeddings_are_dropped_in_training():
    keras.utils.set_random_seed(0)
    half = Transformer(30, 40, **{**SIZES, "dropout": 0.5, "d_model": 64})
    same = np.ones((1, 20, 20), bool)
    found = half._embed(half.source_embedding, ids([20]), same, True)
    assert 0.4 < np.mean(np.asarray(found) == 0) < 0.6


@pytest.mark.parametrize("policy", ["mixed_float16", "mixed_bfloat16", "float64"])
def test_logits_and_weights_have_the_digits_of_float32_at_least(policy):
    close_to = Transformer(30, 40, **SIZES)
    other = Transformer(30, 40, dtype=policy, **SIZES)
    other.set_weights(close_to.get_weights())
    pair = ids([5, 3]), ids([4, 6])
    logits = other(pair)
    assert logits.dtype.name == ("float64" if policy == "float64" else "float32")
    close(logits, close_to(pair), atol=0.2)


def test_a_query_that_may_look_nowhere_takes_nothing_in_half_precision_either():
    layer, x = Attention(2, 4, dtype="mixed_float16"), normal(1, 2, 8)
    with tf.GradientTape() as tape:
        output, weights = layer(x, None, np.zeros((1, 2, 2), bool), return_attention_scores=True)
        loss = keras.ops.sum(output)
    assert (np.asarray(weights) == 0).all()
    for gradient in tape.gradient(loss, layer.trainable_variables):
        assert np.isfinite(np.asarray(gradient)).all()


def test_weights_of_half_precision_add_up_as_those_of_float32():
    _, weights = Attention(2, 4, dtype="mixed_bfloat16")(
        normal(1, 60, 8), return_attention_scores=True
    )
    close(np.asarray(weights).sum(axis=-1), 1)


def test_sizes_may_be_whole_numbers_of_numpy():
    sizes = {name: np.int64(size) for name, size in SIZES.items() if name != "dropout"}
    model = Transformer(np.int32(30), ids([5]).max() + 1, dropout=np.float32(0.5), **sizes)
    assert model((ids([3]), ids([3]))).shape[:2] == (1, 3)
    for layer in (Attention(np.int64(2), np.int8(4)), EncoderBlock(np.int64(2), np.int64(8))):
        assert layer(normal(1, 3, 8)).shape == (1, 3, 8)


def test_the_output_matrix_is_the_target_embedding(model):
    source, target = ids([4]), ids([3])
    memory = model.encode(source)
    x = model._embed(model.target_embedding, target, np.tri(3, dtype=bool)[None], False)
    for block in model.decoder:
        x = block(x, memory, attention_mask=np.tri(3, dtype=bool)[None])
    (table,) = model.target_embedding.get_weights()
    close(model((source, target)), np.asarray(model.decoder_norm(x)) @ table.T)


def test_the_memory_is_normalised(model):
    memory = np.asarray(model.encode(ids([4, 6])))
    close(memory.mean(axis=-1), 0)
    close(memory.var(axis=-1), 1, atol=1e-3)


def test_parameters_counted_by_hand():
    source, target, d, f, layers = 30, 40, 16, 32, 2
    attention = 4 * (d * d + d)
    feed_forward = d * f + f + f * d + d
    norm = 2 * d
    encoder = attention + feed_forward + 2 * norm
    decoder = 2 * attention + feed_forward + 3 * norm
    expected = (source + target) * d + layers * (encoder + decoder) + 2 * norm
    assert Transformer(source, target, **SIZES).count_params() == expected == 12_320


# --- masks ------------------------------------------------------------------------------


def test_later_target_tokens_leave_earlier_logits_equal(model):
    source, target = ids([5, 7]), ids([6, 6])
    expected = np.asarray(model((source, target)))
    for t in range(1, 6):
        changed = target.copy()
        changed[:, t:] = changed[:, t:] % 39 + 1
        found = np.asarray(model((source, changed)))
        close(found[:, :t], expected[:, :t], atol=1e-6)
        assert np.abs(found[:, t] - expected[:, t]).max() > 1e-3  # and it does look at t


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("what", ["source", "target", "both"])
def test_padding_on_either_side_leaves_logits_equal(model, side, what):
    source, target = ids([6, 6]), ids([5, 5])
    expected = model((source, target))
    padding = ((0, 0), (3, 0) if side == "left" else (0, 3))
    if what != "target":
        source = np.pad(source, padding)
    if what != "source":
        target = np.pad(target, padding)
    found = model((source, target))
    if what != "source":
        found = found[:, 3:] if side == "left" else found[:, :5]
    close(found, expected)


@pytest.mark.parametrize("side", ["left", "right"])
def test_unequal_lengths_in_a_batch_equal_each_pair_alone(model, side):
    sources, targets = [2, 9, 5, 1], [8, 3, 5, 6]
    source, target = ids(sources, side=side), ids(targets, side=side)
    together = np.asarray(model((source, target)))
    for row in range(4):
        real = target[row] != 0
        alone = model((source[row][source[row] != 0][None], target[row][real][None]))
        close(together[row][real], alone[0])


def test_the_decoder_looks_at_real_source_tokens_alone(model):
    source, target = ids([3, 8]), ids([6, 2])
    real = (source != 0)[:, None]
    _, weights = model.decode(target, model.encode(source), real, return_attention_scores=True)
    assert [w.shape for w in weights] == [(2, 2, 6, 8)] * 2
    for looked in map(np.asarray, weights):
        close(looked.sum(axis=-1), 1)
        assert (looked[0, :, :, 3:] == 0).all() and (looked[0, :, :, :3] > 0).all()
        assert (looked[1] > 0).all()


def test_pairs_that_share_a_row_do_not_see_each_other(model):
    lengths = [(3, 4), (5, 2), (2, 6)]
    pairs = [(ids([s])[0], ids([t])[0]) for s, t in lengths]
    rows = [np.concatenate(side) for side in zip(*pairs, strict=True)]
    counts = zip(*lengths, strict=True)
    segments = [np.repeat([1, 2, 3], count).astype("int32") for count in counts]
    packed = [np.pad(row, (0, 2))[None] for row in (*rows, *segments)]
    together = np.asarray(model(packed))[0, :12]
    alone = [np.asarray(model((source[None], target[None])))[0] for source, target in pairs]
    close(together, np.concatenate(alone))


def test_ids_without_any_real_token_give_finite_logits(model):
    assert np.isfinite(model((np.zeros((2, 4), "int32"), ids([3, 1])))).all()


# --- decoding step by step -----------------------------------------------------------------


def test_step_by_step_with_the_cache_gives_the_logits_of_the_whole(model):
    source, target = ids([4, 9, 6]), ids([7, 7, 7], size=40)
    expected = np.asarray(model((source, target)))
    projected, mask, caches = model.start_decoding(source, 10)
    for t in range(7):
        logits, caches = model.decode_step(target[:, t], t, projected, mask, caches)
        close(logits, expected[:, t])


# --- training, saving ------------------------------------------------------------------


def test_ten_pairs_are_learned_by_heart():
    keras.utils.set_random_seed(1)
    model = Transformer(30, 30, d_model=32, num_heads=2, d_ff=64, num_layers=1, dropout=0.0)
    source, target = ids([6, 2, 5, 3, 6, 4, 1, 5, 6, 2]), ids([3, 5, 4, 6, 1, 6, 2, 3, 4, 5])
    given = np.pad(target, ((0, 0), (1, 0)))[:, :-1]
    given[:, 0] = 29  # the start token: the target shifted by one
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True, ignore_class=0)
    model.compile(keras.optimizers.Adam(5e-3), loss, jit_compile=False)
    for _ in range(80):
        model.train_on_batch((source, given), target)
    found = np.asarray(model((source, given))).argmax(axis=-1)
    assert (found == target)[target != 0].all()


def test_dropout_acts_in_training_alone(model):
    pair = ids([5, 3]), ids([4, 4])
    close(model(pair), model(pair, training=False), atol=0)
    assert np.abs(np.asarray(model(pair, training=True)) - np.asarray(model(pair))).max() > 1e-3


def test_a_saved_model_gives_equal_logits(model, tmp_path):
    pair = ids([5, 3]), ids([4, 6])
    model.save(tmp_path / "model.keras")
    loaded = keras.saving.load_model(tmp_path / "model.keras")
    close(loaded(pair), model(pair), atol=0)
    assert loaded.get_config() == model.get_config() and loaded.dropout_rate == 0.2


@pytest.mark.parametrize(
    "layer",
    [PositionalEncoding(9), Attention(2, 4), EncoderBlock(2, 12, dropout=0.2)],
    ids=lambda layer: layer.name,
)
def test_a_saved_layer_gives_equal_results(layer, tmp_path):
    model = keras.Sequential([keras.Input((5, 8)), layer])
    model.save(tmp_path / "model.keras")
    x = normal(2, 5, 8)
    close(keras.saving.load_model(tmp_path / "model.keras")(x), model(x), atol=0)


def test_a_saved_decoder_block_gives_equal_results(tmp_path):
    x, memory = keras.Input((4, 8)), keras.Input((6, 8))
    model = keras.Model([x, memory], DecoderBlock(2, 12)(x, memory))
    model.save(tmp_path / "model.keras")
    pair = [normal(2, 4, 8), normal(2, 6, 8)]
    close(keras.saving.load_model(tmp_path / "model.keras")(pair), model(pair), atol=0)


# --- errors ---------------------------------------------------------------------------


def call(*inputs):
    return lambda: Transformer(30, 40, **SIZES)(inputs)


def attend(mask):
    return lambda: Attention(2, 4)(np.zeros((1, 3, 8)), attention_mask=mask)


@pytest.mark.parametrize(
    ("action", "error", "words"),
    [
        (lambda: Transformer(30, 40, d_model=18, num_heads=4), ValueError, "18, which 4 heads"),
        (lambda: Transformer(30, 40, d_model=15, num_heads=3), ValueError, "15; it must be even"),
        (lambda: Transformer(30, 40, num_layers=0), ValueError, "num_layers is 0; .* 1 or more"),
        (lambda: Transformer(1, 40), ValueError, "source_vocab_size is 1; .* 2 or more"),
        (lambda: Transformer("a", 40), TypeError, "source_vocab_size is 'a'; .* whole number"),
        (lambda: Transformer(30, 40, dropout=1.0), ValueError, "dropout is 1.0; .*from 0 up to"),
        (lambda: Attention(2.0, 4), TypeError, "num_heads is 2.0; .* whole number"),
        (lambda: EncoderBlock(2, 8, dropout="no"), ValueError, "dropout is 'no'"),
        (lambda: PositionalEncoding(4)(np.zeros((1, 5, 8))), ValueError, "5 places.*length = 4"),
        (attend(np.ones((1, 3, 3))), TypeError, "mask holds float.*, not bool; give True where"),
        (attend(np.ones((3, 3), bool)), ValueError, r"mask has shape \(3, 3\); expected \(batch"),
        (lambda: Transformer(30, 40, **SIZES)(ids([3])), ValueError, "one thing; call it as mod"),
        (call(ids([3]), ids([3]), ids([3])), ValueError, "got 3 of them; call it as model"),
        (call(ids([3]), ids([3])[0]), ValueError, r"target_ids have shape \(3,\); expected"),
        (call(ids([3]) * 1.0, ids([3])), TypeError, "source_ids hold float.*; .* whole numbers"),
        (call(ids([3, 2]), ids([3])), ValueError, r"of pairs: \(2,\) and \(1,\); give one"),
        (
            call(ids([3]), ids([3]), ids([4]), ids([3])),
            ValueError,
            r"source_ids and source_segments differ in their number of places: \(1, 3\) and",
        ),
        (lambda: Transformer(30, 40, dtype="float16"), ValueError, "'float16'.*use 'mixed_bfloat"),
        (lambda: Transformer(30, 40, dtype="bfloat16"), ValueError, "half precision: training"),
        (call(ids([21]), ids([3])), ValueError, "source_ids has 21 places, .*max_length = 20"),
    ],
)
def test_bad_input_is_explained(action, error, words):
    with pytest.raises(error, match=words):
        action()
