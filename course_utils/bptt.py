"""Training a recurrent Keras model on long sequences, window by window.

Chapter 20 derives how state is carried and reset, chapter 21 what the cut between two
windows does to the gradient.
"""

import numpy as np

from course_utils._arguments import whole


def stateful_layers(model):
    """The layers of a model that carry state from batch to batch, nested models included.

    Chapter 20 derives it.

    Returns
    -------
    list of keras.layers.Layer

    Examples
    --------
    >>> import keras
    >>> layer = keras.layers.LSTM(4, stateful=True, name="memory")
    >>> model = keras.Sequential([keras.Input(batch_shape=(2, 3, 1)), layer])
    >>> [layer.name for layer in stateful_layers(model)]
    ['memory']
    """
    found = []
    for layer in model.layers:
        if hasattr(layer, "layers"):
            found += stateful_layers(layer)
        elif getattr(layer, "stateful", False) and hasattr(layer, "reset_state"):
            found.append(layer)
    return found


def reset_states(model):
    """Set every carried state of a model to zero; Keras 3 has this per layer only.

    Chapter 20 derives it.

    Raises
    ------
    ValueError
        If the model carries no state.

    Examples
    --------
    >>> import keras
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
        if k or the batch size does not divide; if x and y do not fit each other.

    References
    ----------
    R. J. Williams and J. Peng (1990), An efficient gradient-based algorithm for on-line
    training of recurrent network trajectories, Neural Computation 2(4).
    I. Sutskever (2013), Training recurrent neural networks, PhD thesis, University of
    Toronto: the notation k1 (steps between updates) and k2 (steps back).

    Examples
    --------
    >>> import keras
    >>> recurrent = keras.layers.SimpleRNN(2, stateful=True, return_sequences=True)
    >>> model = keras.Sequential([keras.Input(batch_shape=(4, 5, 1)), recurrent])
    >>> model.compile("sgd", "mse", jit_compile=False)
    >>> x, y = np.zeros((8, 20, 1)), np.zeros((8, 20, 2))
    >>> truncated_bptt(model, x, y, k=5, epochs=3)
    {'loss': [0.0, 0.0, 0.0]}
    """
    x, y = np.asarray(x), np.asarray(y)
    batch_size = _check(model, x, y, k, epochs, carry, batch_size)
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
        layer.reset_state()


def _check(model, x, y, k, epochs, carry, batch_size):
    """Refuse what cannot work, saying why; return the batch size."""
    if not model.built:
        raise ValueError(
            "the model is not built, so its batch size is unknown; let it begin with "
            "keras.Input(batch_shape=(batch_size, k, features))"
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
    fixed = model.inputs[0].shape[0]
    if batch_size is None:
        batch_size = sequences if fixed is None else fixed
    for name, value in {"k": k, "epochs": epochs, "batch_size": batch_size}.items():
        whole(name, value)
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
    return int(batch_size)
