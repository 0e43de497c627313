"""`course_utils.recurrent` equals Keras over random shapes, and its errors teach."""

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils.recurrent import gru, lstm, simple_rnn

SIZES = {
    "batch": st.integers(1, 4),
    "time": st.integers(1, 7),
    "features": st.integers(1, 5),
    "units": st.integers(1, 6),
    "use_bias": st.booleans(),
    "given_state": st.booleans(),
    "seed": st.integers(0, 2**16),
}
FUNCTIONS = {"SimpleRNN": simple_rnn, "LSTM": lstm, "GRU": gru}


def draw(kind, batch, time, features, units, use_bias, given_state, seed, **options):
    """A Keras layer with random weights, an input, and perhaps initial states."""
    rng = np.random.default_rng(seed)
    layer = getattr(keras.layers, kind)(
        units, use_bias=use_bias, return_sequences=True, return_state=True, **options
    )
    layer.build((batch, time, features))
    layer.set_weights([rng.normal(size=w.shape) for w in layer.get_weights()])
    x = rng.normal(size=(batch, time, features)).astype("float32")
    count = 2 if kind == "LSTM" else 1
    states = [rng.normal(size=(batch, units)).astype("float32") for _ in range(count)]
    return layer, x, states if given_state else None


def both(kind, **sizes):
    """Keras' answer and ours: (states, [final states]) each."""
    layer, x, states = draw(kind, **sizes)
    theirs = [np.asarray(array) for array in layer(x, initial_state=states)]
    options = {"reset_after": sizes["reset_after"]} if kind == "GRU" else {}
    initial = states[0] if states and kind != "LSTM" else states
    ours, final = FUNCTIONS[kind](x, layer.get_weights(), initial, **options)
    final = list(final) if kind == "LSTM" else [final]
    return theirs, [ours, *final]


def assert_equal(theirs, ours):
    assert [a.shape for a in theirs] == [a.shape for a in ours]
    for a, b in zip(theirs, ours, strict=True):
        np.testing.assert_allclose(a, b, atol=1e-5)


@settings(max_examples=25, deadline=None)
@given(**SIZES)
def test_simple_rnn_equals_keras(**sizes):
    assert_equal(*both("SimpleRNN", **sizes))


@settings(max_examples=25, deadline=None)
@given(**SIZES)
def test_lstm_equals_keras(**sizes):
    assert_equal(*both("LSTM", **sizes))


@pytest.mark.parametrize("reset_after", [True, False])
@settings(max_examples=25, deadline=None)
@given(**SIZES)
def test_gru_equals_keras(reset_after, **sizes):
    assert_equal(*both("GRU", reset_after=reset_after, **sizes))


def random_weights(kind, features=3, units=4, seed=0):
    rng = np.random.default_rng(seed)
    gates = {"SimpleRNN": 1, "GRU": 3, "LSTM": 4}[kind]
    bias = (2, 3 * units) if kind == "GRU" else (gates * units,)
    shapes = [(features, gates * units), (units, gates * units), bias]
    return [rng.normal(size=shape) for shape in shapes]


@pytest.mark.parametrize("kind", FUNCTIONS)
def test_two_halves_equal_the_whole(kind):
    run, weights = FUNCTIONS[kind], random_weights(kind)
    x = np.random.default_rng(1).normal(size=(2, 9, 3))
    whole, end = run(x, weights)
    first, state = run(x[:, :5], weights)
    second, end_of_halves = run(x[:, 5:], weights, state)
    np.testing.assert_allclose(np.concatenate([first, second], axis=1), whole)
    np.testing.assert_allclose(end_of_halves, end)


@pytest.mark.parametrize("kind", FUNCTIONS)
def test_sequences_of_a_batch_do_not_mix_and_nothing_is_changed(kind):
    run, weights = FUNCTIONS[kind], random_weights(kind)
    x = np.random.default_rng(1).normal(size=(3, 6, 3))
    before = [array.copy() for array in (x, *weights)]
    states, final = run(x, weights)
    np.testing.assert_allclose(states[1:2], run(x[1:2], weights)[0])
    last = final[0] if kind == "LSTM" else final
    np.testing.assert_array_equal(states[:, -1], last)
    last[:] = 7.0  # the returned state is the caller's own
    assert not (states == 7.0).any()
    for array, copy in zip((x, *weights), before, strict=True):
        np.testing.assert_array_equal(array, copy)


@pytest.mark.parametrize("kind", FUNCTIONS)
def test_huge_inputs_saturate_without_a_warning(kind):
    with np.errstate(all="raise"):
        states, _ = FUNCTIONS[kind](np.full((1, 3, 3), -1e4), random_weights(kind))
    assert np.isfinite(states).all()


def test_the_dtype_of_keras_is_kept_and_integers_work():
    weights = [w.astype("float32") for w in random_weights("LSTM")]
    states, _ = lstm(np.ones((1, 2, 3), dtype="float32"), weights)
    assert states.dtype == np.float32
    states, _ = lstm(np.ones((1, 2, 3), dtype=int), random_weights("LSTM"))
    assert states.dtype == np.float64


X = np.zeros((2, 5, 3))


@pytest.mark.parametrize("kind", FUNCTIONS)
def test_an_unbuilt_layer_is_named(kind):
    layer = getattr(keras.layers, kind)(4)
    with pytest.raises(ValueError, match="not built yet.*Call it once"):
        FUNCTIONS[kind](X, layer.get_weights())


@pytest.mark.parametrize("kind", FUNCTIONS)
@pytest.mark.parametrize(
    ("x", "message"),
    [
        (np.zeros(5), r"\(5,\); expected \(batch, time, features\): x\[np.newaxis, :,"),
        (np.zeros((5, 3)), r"x\[np.newaxis\] for one sequence"),
        (np.zeros((1, 2, 5, 3)), "last axis holds the features"),
        (np.zeros((2, 0, 3)), "at least one"),
        ([[[1.0, 2, 3]], [[1.0, 2, 3], [1.0, 2, 3]]], "pad them first"),
        (np.zeros((2, 5, 2)), "built for 3 features, x has 2"),
    ],
)
def test_wrong_inputs_are_told_what_to_do(kind, x, message):
    with pytest.raises(ValueError, match=message):
        FUNCTIONS[kind](x, random_weights(kind))


@pytest.mark.parametrize("kind", FUNCTIONS)
def test_wrong_weights_are_told_what_to_do(kind):
    run, good = FUNCTIONS[kind], random_weights(kind)
    with pytest.raises(ValueError, match="4 arrays"):
        run(X, [*good, good[0]])
    with pytest.raises(ValueError, match="keep Keras' order"):
        run(X, [good[1], good[0], good[2]])
    with pytest.raises(ValueError, match=r"weights\[2\] has shape \(7,\)"):
        run(X, [*good[:2], np.zeros(7)])
    with pytest.raises(TypeError, match="real numbers"):
        run(X, [good[0].astype(str), *good[1:]])
    with pytest.raises(TypeError, match="real numbers"):
        run(X.astype(str), good)
    with pytest.raises(TypeError, match="list of arrays"):
        run(X, good[0])


def test_a_layer_in_place_of_its_weights():
    with pytest.raises(TypeError, match=r"GRU; pass its arrays: layer.get_weights\(\)"):
        gru(X, keras.layers.GRU(4))


def test_weights_of_another_layer_are_recognised():
    with pytest.raises(ValueError, match=r"they fit lstm\(...\)"):
        simple_rnn(X, random_weights("LSTM"))
    with pytest.raises(ValueError, match=r"they fit simple_rnn\(...\)"):
        gru(X, random_weights("SimpleRNN"))


def test_reset_after_must_fit_the_bias():
    W, U, b = random_weights("GRU")
    with pytest.raises(ValueError, match="made with reset_after=True"):
        gru(X, [W, U, b], reset_after=False)
    with pytest.raises(ValueError, match="made with reset_after=False"):
        gru(X, [W, U, b[0]])


@pytest.mark.parametrize("kind", FUNCTIONS)
def test_wrong_initial_states(kind):
    bad = np.zeros((1, 4))
    with pytest.raises(ValueError, match=r"\(1, 4\); expected \(batch, units\) = \(2, 4\)"):
        FUNCTIONS[kind](X, random_weights(kind), (bad, bad) if kind == "LSTM" else bad)


def test_an_lstm_wants_both_states():
    with pytest.raises(ValueError, match=r"one array \(2, 4\).*pair \(h_0, c_0\)"):
        lstm(X, random_weights("LSTM"), np.zeros((2, 4)))
