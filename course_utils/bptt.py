"""Training a recurrent Keras model on long sequences, window by window.

Chapter 20 derives how state is carried and reset, chapter 21 what the cut between two
windows does to the gradient.
"""

import keras
import numpy as np

from course_utils._arguments import whole


def stateful_layers(model):
    """The layers that carry state from batch to batch, however deep they are.

    Those that `reset_states` visits.

    Parameters
    ----------
    model : keras.Model or keras.layers.Layer

    Returns
    -------
    list of keras.layers.Layer

    Raises
    ------
    TypeError
        If it is no Keras model or layer.

    Examples
    --------
    >>> layer = keras.layers.LSTM(4, stateful=True, name="memory")
    >>> model = keras.Sequential([keras.Input(batch_shape=(2, 3, 1)), layer])
    >>> [layer.name for layer in stateful_layers(model)]
    ['memory']
    """
    if not isinstance(model, keras.layers.Layer):
        raise TypeError(f"model is {model!r}; expected a Keras model, or one of its layers")
    if getattr(model, "stateful", False) and hasattr(model, "reset_state"):
        return [model]
    # Keras has no public name for the layers inside a wrapper or a layer of one's own.
    parts = model._flatten_layers(include_self=False, recursive=False)
    found = [layer for part in parts for layer in stateful_layers(part)]
    return list({id(layer): layer for layer in found}.values())


def reset_states(model):
    """Set every carried state of a model or layer to zero; Keras 3 has this per layer only.

    Chapter 20 derives it.

    Parameters
    ----------
    model : keras.Model or keras.layers.Layer

    Raises
    ------
    TypeError, ValueError
        If it is no Keras model or layer, or carries no state.

    Examples
    --------
    >>> layer = keras.layers.SimpleRNN(1, stateful=True)
    >>> model = keras.Sequential([keras.Input(batch_shape=(2, 3, 1)), layer])
    >>> _ = model(np.ones((2, 3, 1)))
    >>> reset_states(model)
    >>> layer.states[0].numpy().tolist()
    [[0.0], [0.0]]
    """
    layers = stateful_layers(model)
    if not layers:
        raise ValueError(
            "the model has no stateful layer, so there is no state to reset; "
            "build it with e.g. LSTM(8, stateful=True)"
        )
    _zero(layers)


def truncated_bptt(model, x, y, k, *, epochs=1, carry=True, batch_size=None):
    """Train a recurrent model by TBPTT(k, k): windows of k steps, in time order.

    One update per window. Its gradient reaches back to the window's first step and no
    further; the state may go on into the next window (``carry``). Each batch of
    sequences starts from zero state. Chapter 21 derives it.

    Parameters
    ----------
    model : keras.Model
        Compiled, for windows of k (or of any number of) steps. Stateful layers where the
        state is to be carried, hence a fixed batch size on its Input.
    x : array (sequences, time, features)
    y : array (sequences, time, targets) or (sequences, targets)
        A target at every step, or one at the end only. The model returns sequences in the
        first case, its last step alone in the second.
    k : int
        Steps in a window; divides the number of time steps.
    epochs : int
    carry : bool
        Start a window from the state the one before it ended in; ``False`` starts every
        window from zero, so that windows without a target are left out.
    batch_size : int, optional
        Sequences trained side by side; divides their number. The model's own where its
        Input fixes one, else all of them.

    Returns
    -------
    dict of str to list of float
        Loss and metrics, one mean over the updates of each epoch: what
        `plots.learning_curve` draws. All states are zero afterwards.

    Raises
    ------
    TypeError
        If k, epochs or batch_size is not a whole number.
    ValueError
        If the model is not built or not compiled, or carries no state with ``carry=True``;
        if k or the batch size does not divide; if x, y and the model's output do not fit
        each other.

    References
    ----------
    R. J. Williams and J. Peng (1990), An efficient gradient-based algorithm for on-line
    training of recurrent network trajectories, Neural Computation 2(4).
    I. Sutskever (2013), Training recurrent neural networks, PhD thesis, University of
    Toronto: the notation k1 (steps between updates) and k2 (steps back).

    Examples
    --------
    >>> recurrent = keras.layers.SimpleRNN(2, stateful=True, return_sequences=True)
    >>> model = keras.Sequential([keras.Input(batch_shape=(4, 5, 1)), recurrent])
    >>> model.compile("sgd", "mse", jit_compile=False)
    >>> x, y = np.zeros((8, 20, 1)), np.zeros((8, 20, 2))
    >>> truncated_bptt(model, x, y, k=5, epochs=3)
    {'loss': [0.0, 0.0, 0.0]}
    """
    x, y = np.asarray(x), np.asarray(y)
    k, epochs, batch_size = _checked(model, x, y, k, epochs, carry, batch_size)
    layers = stateful_layers(model)
    every_step = y.ndim == 3
    history = {}
    for _ in range(epochs):
        updates = []
        for rows in np.arange(len(x)).reshape(-1, batch_size):
            _zero(layers)
            for start in range(0, x.shape[1], k):
                steps = slice(start, start + k)
                window = x[rows, steps]  # (batch, k, features)
                if not carry:
                    _zero(layers)
                if every_step or steps.stop == x.shape[1]:
                    target = y[rows, steps] if every_step else y[rows]
                    model.reset_metrics()
                    updates.append(model.train_on_batch(window, target, return_dict=True))
                elif carry:
                    model.predict_on_batch(window)  # no target yet: only the state moves
        for name in updates[0]:
            history.setdefault(name, []).append(float(np.mean([log[name] for log in updates])))
    _zero(layers)
    return history


def _zero(layers):
    for layer in layers:
        states = getattr(layer, "states", None)
        if states is None:
            layer.reset_state()
        else:  # `reset_state` itself fails where cells are stacked, whose states are nested
            for state in keras.tree.flatten(states):
                state.assign(keras.ops.zeros_like(state))


def _checked(model, x, y, k, epochs, carry, batch_size):
    """k, epochs and batch size, after what cannot work has been refused."""
    if not isinstance(model, keras.Model):
        raise TypeError(f"model is {model!r}; expected a Keras model")
    if not model.built or len(getattr(model, "inputs", ())) != 1:
        raise ValueError(
            "the model is not built from one Input, so its batch size is unknown; let it begin "
            "with keras.Input(batch_shape=(batch_size, k, features))"
        )
    if getattr(model, "optimizer", None) is None:
        raise ValueError("the model is not compiled; call model.compile(optimizer, loss) first")
    if carry and not stateful_layers(model):
        raise ValueError(
            "carry=True needs a stateful layer, and the model has none: build it with "
            "e.g. LSTM(8, stateful=True), or pass carry=False"
        )
    if x.ndim != 3:
        raise ValueError(f"x has shape {x.shape}; expected (sequences, time, features)")
    sequences, time = x.shape[:2]
    if y.ndim not in (2, 3) or y.shape[: y.ndim - 1] != x.shape[: y.ndim - 1]:
        raise ValueError(
            f"y has shape {y.shape} for x {x.shape}; expected ({sequences}, {time}, targets) for a "
            f"loss at every step, or ({sequences}, targets) for a loss at the end only"
        )
    _refuse_other_targets(model, y)
    fixed = model.inputs[0].shape[0]
    if batch_size is None:
        batch_size = sequences if fixed is None else fixed
    k, epochs = whole("k", k), whole("epochs", epochs)
    batch_size = whole("batch_size", batch_size)
    if k > time:
        raise ValueError(
            f"k={k} is longer than the sequences ({time} steps); k={time} is full BPTT already"
        )
    if time % k:
        raise ValueError(
            f"k={k} does not divide the {time} time steps; "
            f"take a k that does, or keep x[:, :{time // k * k}]"
        )
    length = model.inputs[0].shape[1]
    if length not in (None, k):
        raise ValueError(f"the model reads windows of {length} steps; pass k={length}")
    if fixed not in (None, batch_size):
        raise ValueError(f"the model's batch size is fixed at {fixed}; pass batch_size={fixed}")
    if sequences % batch_size:
        usable = sequences // batch_size * batch_size
        advice = f"keep x[:{usable}]" if usable else f"take at most {sequences}"
        raise ValueError(f"{sequences} sequences do not fill batches of {batch_size}; {advice}")
    return k, epochs, batch_size


def _refuse_other_targets(model, y):
    """Targets that only broadcast against the output: the loss would be of something else."""
    output = model.output_shape
    if isinstance(output, list):
        raise ValueError(f"the model has {len(output)} outputs; give it one, trained on y")
    if len(output) == 3 and y.ndim == 2:
        raise ValueError(
            f"the model returns every step, {output}, and y {y.shape} has a target at the end "
            "only: build its last recurrent layer with return_sequences=False; or, if y has one "
            "number at every step, pass y[..., np.newaxis]"
        )
    if len(output) == 2 and y.ndim == 3:
        raise ValueError(
            f"the model returns its last step alone, {output}, and y {y.shape} has a target at "
            "every step: build its last recurrent layer with return_sequences=True, or pass "
            "y[:, -1]"
        )
    loss = model.loss
    name = loss if isinstance(loss, str) else getattr(loss, "name", getattr(loss, "__name__", ""))
    ours = not isinstance(loss, str) and not getattr(loss, "__module__", "").startswith("keras")
    targets = 1 if "sparse" in name else output[-1]
    if y.shape[-1] != targets and not ours:  # a loss of one's own may compare what it likes
        raise ValueError(
            f"y {y.shape} has {y.shape[-1]} targets, and the model's output {output} needs "
            f"{targets} with the loss {name}; give the last layer as many units as there are "
            "targets"
        )
