"""truncated_bptt: windows in time order, state carried or not, errors that teach."""

import keras
import numpy as np
import pytest

from course_utils.bptt import reset_states, stateful_layers, truncated_bptt


def make(rows=2, k=4, stateful=True, sequences=True, units=3):
    keras.utils.set_random_seed(0)
    recurrent = keras.layers.SimpleRNN(units, stateful=stateful, return_sequences=sequences)
    model = keras.Sequential(
        [keras.Input(batch_shape=(rows, k, 1)), recurrent, keras.layers.Dense(1)]
    )
    model.compile(keras.optimizers.SGD(0.1), "mse", jit_compile=False)
    return model


@pytest.fixture
def data():
    rng = np.random.default_rng(0)
    return rng.normal(size=(4, 12, 1)), rng.normal(size=(4, 12, 1))


def same_weights(model, other):
    pairs = zip(model.get_weights(), other.get_weights(), strict=True)
    return all(np.allclose(mine, theirs, atol=1e-6) for mine, theirs in pairs)


def test_trains_as_a_loop_over_windows_in_time_order(data):
    x, y = data
    model, loop = make(), make()
    history = truncated_bptt(model, x, y, 4)
    losses = []
    for rows in ([0, 1], [2, 3]):
        loop.layers[0].reset_state()
        for s in (0, 4, 8):
            loop.reset_metrics()
            losses.append(float(loop.train_on_batch(x[rows, s : s + 4], y[rows, s : s + 4])))
    assert same_weights(model, loop)
    assert history["loss"] == pytest.approx([np.mean(losses)], rel=1e-5)


def test_one_window_per_sequence_is_full_bptt(data):
    x, y = data
    model, whole = make(k=12), make(k=12, stateful=False)
    truncated_bptt(model, x, y, 12, epochs=2)
    whole.fit(x, y, batch_size=2, epochs=2, shuffle=False, verbose=0)
    assert same_weights(model, whole)


def test_without_carrying_every_window_starts_from_zero(data):
    x, y = data
    model, stateless, carrying = make(), make(stateful=False), make()
    truncated_bptt(model, x, y, 4, carry=False)
    truncated_bptt(stateless, x, y, 4, carry=False)
    truncated_bptt(carrying, x, y, 4)
    assert same_weights(model, stateless)
    assert not same_weights(model, carrying)


def test_a_loss_at_the_end_updates_once_and_sees_the_carried_state(data):
    x, y = data
    model, stateless = make(sequences=False), make(stateful=False, sequences=False)
    truncated_bptt(model, x, y[:, -1], 4)
    truncated_bptt(stateless, x, y[:, -1], 4, carry=False)
    assert int(model.optimizer.iterations.numpy()) == 2  # two batches of sequences
    assert not same_weights(model, stateless)


def test_leaves_zero_state_and_ignores_the_state_it_finds(data):
    x, y = data
    model, disturbed = make(), make()
    disturbed(np.full((2, 4, 1), 9.0))
    truncated_bptt(model, x, y, 4)
    truncated_bptt(disturbed, x, y, 4)
    assert same_weights(model, disturbed)
    assert not any(state.numpy().any() for state in model.layers[0].states)


def test_history_has_one_value_per_epoch_and_metric(data):
    model = make()
    model.compile("sgd", "mse", metrics=["mae"], jit_compile=False)
    history = truncated_bptt(model, *data, 4, epochs=3)
    assert {name: len(values) for name, values in history.items()} == {"loss": 3, "mae": 3}


def test_does_not_change_the_data(data):
    x, y = data
    before = x.copy(), y.copy()
    truncated_bptt(make(), x, y, 4)
    assert np.array_equal(x, before[0]) and np.array_equal(y, before[1])


def test_stateless_model_of_any_batch_size_takes_all_sequences(data):
    model = keras.Sequential(
        [keras.Input((None, 1)), keras.layers.SimpleRNN(1, return_sequences=True)]
    )
    model.compile("sgd", "mse", jit_compile=False)
    truncated_bptt(model, *data, 6, carry=False)
    assert int(model.optimizer.iterations.numpy()) == 2  # two windows, one batch


def test_finds_and_resets_nested_and_bidirectional_layers():
    inner = keras.Sequential(
        [keras.Input(batch_shape=(2, 3, 4)), keras.layers.GRU(2, stateful=True)]
    )
    both = keras.layers.Bidirectional(keras.layers.LSTM(2, stateful=True, return_sequences=True))
    model = keras.Sequential([keras.Input(batch_shape=(2, 3, 1)), both, inner])
    first = model(np.ones((2, 3, 1))).numpy()
    assert len(stateful_layers(model)) == 2
    reset_states(model)
    assert np.allclose(model(np.ones((2, 3, 1))).numpy(), first)


class Wrapped(keras.layers.Layer):
    """A layer of one's own around two others, one of them in a list."""

    def __init__(self):
        super().__init__()
        self.first = keras.layers.LSTM(2, stateful=True, return_sequences=True)
        self.others = [keras.layers.GRU(2, stateful=True)]

    def build(self, shape):
        self.first.build(shape)
        self.others[0].build((*shape[:-1], 2))

    def call(self, x):
        return self.others[0](self.first(x))


STACKED = [keras.layers.LSTMCell(2), keras.layers.GRUCell(3)]


@pytest.mark.parametrize(
    ("layer", "shape", "count"),
    [
        (keras.layers.TimeDistributed(keras.layers.LSTM(2, stateful=True)), (2, 4, 3, 1), 1),
        (Wrapped(), (2, 3, 1), 2),
        (keras.layers.RNN(STACKED, stateful=True), (2, 3, 1), 1),
        (keras.layers.SimpleRNN(2, stateful=True), (2, 3, 1), 1),
    ],
    ids=["inside a wrapper", "in a layer of one's own", "of stacked cells", "bare"],
)
def test_finds_and_resets_state_wherever_it_is(layer, shape, count):
    model = keras.Sequential([keras.Input(batch_shape=shape), layer])
    first = model(np.ones(shape)).numpy()
    assert not np.allclose(model(np.ones(shape)).numpy(), first)
    for whole in (model, layer):
        assert len(stateful_layers(whole)) == count
        model(np.ones(shape))
        reset_states(whole)
        assert np.allclose(model(np.ones(shape)).numpy(), first)


def test_a_layer_that_two_models_share_is_found_once():
    shared = keras.Sequential(
        [keras.Input(batch_shape=(2, 3, 1)), keras.layers.SimpleRNN(2, stateful=True)]
    )
    a, b = keras.Input(batch_shape=(2, 3, 1)), keras.Input(batch_shape=(2, 3, 1))
    twice = keras.Sequential([keras.Input(batch_shape=(2, 3, 1)), shared])
    model = keras.Model([a, b], [shared(a), twice(b)])
    assert len(stateful_layers(model)) == 1


def test_sizes_may_be_whole_numbers_of_numpy(data):
    history = truncated_bptt(make(), *data, np.int64(4), epochs=np.int32(2), batch_size=np.int8(2))
    assert len(history["loss"]) == 2


def test_classes_and_losses_of_ones_own_need_not_have_the_shape_of_the_output(data):
    x, y = data
    for loss, last in (("sparse_categorical_crossentropy", 5), (lambda y, z: (z - y) ** 2, 2)):
        output = keras.layers.Dense(last, "softmax")
        model = keras.Sequential([keras.Input(batch_shape=(2, 4, 1)), *make().layers, output])
        model.compile("sgd", loss, jit_compile=False)
        assert np.isfinite(truncated_bptt(model, x, (y > 0).astype(int), 4)["loss"]).all()


@pytest.mark.parametrize("thing", [None, "LSTM", keras.layers.LSTM])
def test_what_is_no_model_is_refused(thing, data):
    for action in (stateful_layers, reset_states, lambda it: truncated_bptt(it, *data, 4)):
        with pytest.raises(TypeError, match="model is .*; expected a Keras model"):
            action(thing)


def test_reset_without_state_says_so():
    with pytest.raises(ValueError, match="no stateful layer"):
        reset_states(make(stateful=False))


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        ({"k": 13}, ValueError, "k=12 is full BPTT"),
        ({"k": 5}, ValueError, r"does not divide the 12 time steps.*x\[:, :10\]"),
        ({"k": 6}, ValueError, "windows of 4 steps; pass k=4"),
        ({"k": 4.0}, TypeError, "whole number"),
        ({"k": True}, TypeError, "whole number"),
        ({"k": 0}, ValueError, "1 or more"),
        ({"epochs": 0}, ValueError, "1 or more"),
        ({"batch_size": 4}, ValueError, "fixed at 2; pass batch_size=2"),
        ({"x": np.zeros((4, 12))}, ValueError, r"\(sequences, time, features\)"),
        ({"x": np.zeros((3, 12, 1)), "y": np.zeros((3, 12, 1))}, ValueError, r"keep x\[:2\]"),
        ({"x": np.zeros((1, 12, 1)), "y": np.zeros((1, 12, 1))}, ValueError, "take at most 1"),
        ({"y": np.zeros((4, 11, 1))}, ValueError, "loss at every step"),
        ({"y": np.zeros(4)}, ValueError, "loss at the end only"),
        (
            {"y": np.zeros((4, 12))},
            ValueError,
            r"every step.*pass y\[..., np.newaxis\]",
        ),
        (
            {"model": make(sequences=False)},
            ValueError,
            r"last step alone.* pass y\[:, -1\]",
        ),
        ({"y": np.zeros((4, 12, 3))}, ValueError, "3 targets, and .* needs 1 with the loss mse"),
        (
            {"model": make(sequences=False), "y": np.zeros((4, 2))},
            ValueError,
            "2 targets, and the model's output .* needs 1",
        ),
        ({"model": make(stateful=False)}, ValueError, "carry=True needs a stateful layer"),
        ({"model": keras.Sequential([keras.layers.LSTM(2)])}, ValueError, "not built"),
        (
            {"model": keras.Sequential([keras.Input((4, 1)), keras.layers.LSTM(2)])},
            ValueError,
            "not compiled",
        ),
    ],
)
def test_errors_teach(data, change, error, message):
    arguments = {"model": make(), "x": data[0], "y": data[1], "k": 4, **change}
    with pytest.raises(error, match=message):
        truncated_bptt(**arguments)
