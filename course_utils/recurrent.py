"""Forward passes of recurrent layers in plain NumPy, equal to Keras' to 1e-5.

Chapter 15 derives `simple_rnn`, chapter 16 `lstm` and `gru`. Each takes the weights as
Keras gives them (``layer.get_weights()``) and sequences (batch, time, features); each
returns every hidden state and the state after the last step. They use Keras' default
activations: tanh for states and candidates, the logistic sigmoid for gates.
"""

import numpy as np

_GATES = {"simple_rnn": 1, "gru": 3, "lstm": 4}


def simple_rnn(x, weights, initial_state=None):
    """Run Elman's recurrent layer: ``h_t = tanh(x_t W_x + h_{t-1} W_h + b)``.

    Chapter 15 derives it. Source: J. L. Elman (1990), "Finding structure in time".

    Parameters
    ----------
    x : array (batch, time, features)
    weights : list of array
        ``SimpleRNN.get_weights()``: W_x (features, units), W_h (units, units) and,
        unless ``use_bias=False``, b (units,).
    initial_state : array (batch, units), optional
        h_0; zeros by default.

    Returns
    -------
    states : array (batch, time, units)
        h_1 ... h_T.
    final : array (batch, units)
        h_T.

    Raises
    ------
    TypeError
        If x or a weight does not hold numbers, or the layer came instead of its weights.
    ValueError
        If a shape does not fit; the message says which and what to do.

    Examples
    --------
    One unit that keeps the sign of the last cue:

    >>> W_x, W_h, b = np.array([[4.0]]), np.array([[2.0]]), np.zeros(1)
    >>> cues = np.array([[[0.0], [1.0], [0.0], [-1.0], [0.0]]])
    >>> states, final = simple_rnn(cues, [W_x, W_h, b])
    >>> np.sign(states[0, :, 0]).tolist()
    [0.0, 1.0, 1.0, -1.0, -1.0]
    >>> final.shape
    (1, 1)
    """
    x = _sequences(x)
    W_x, W_h, b = _weights("simple_rnn", x, weights, bias_rows=None)
    (h,) = _initial_states([initial_state], ["h_0"], x, len(W_h))
    from_input = x @ W_x + b  # (batch, time, units), every step at once
    states = np.empty_like(from_input)
    for t in range(x.shape[1]):
        h = states[:, t] = np.tanh(from_input[:, t] + h @ W_h)
    return states, h.copy()


def lstm(x, weights, initial_state=None):
    """Run a layer of long short-term memory, the variant with a forget gate.

    With i, f, o = sigmoid and g = tanh of their share of ``x_t W + h_{t-1} U + b``::

        c_t = f * c_{t-1} + i * g        h_t = o * tanh(c_t)

    Chapter 16 derives it. Sources: S. Hochreiter and J. Schmidhuber (1997), "Long
    short-term memory"; F. Gers, J. Schmidhuber and F. Cummins (2000), "Learning to
    forget", for the forget gate f.

    Parameters
    ----------
    x : array (batch, time, features)
    weights : list of array
        ``LSTM.get_weights()``: W (features, 4 units), U (units, 4 units) and, unless
        ``use_bias=False``, b (4 units,). Keras' order of the four blocks of columns:
        input gate i, forget gate f, candidate g, output gate o.
    initial_state : pair of array (batch, units), optional
        (h_0, c_0); zeros by default.

    Returns
    -------
    states : array (batch, time, units)
        h_1 ... h_T.
    final : tuple of two arrays (batch, units)
        (h_T, c_T).

    Raises
    ------
    TypeError
        If x or a weight does not hold numbers, or the layer came instead of its weights.
    ValueError
        If a shape does not fit; the message says which and what to do.

    Examples
    --------
    One unit whose cell counts: the forget gate stays open (bias 20), the input gate
    opens only where x is 1, and the candidate is always 1.

    >>> W = np.array([[20.0, 0.0, 0.0, 0.0]])
    >>> b = np.array([-10.0, 20.0, 20.0, 20.0])
    >>> ones = np.array([[[1.0], [0.0], [1.0], [1.0]]])
    >>> states, (h, c) = lstm(ones, [W, np.zeros((1, 4)), b])
    >>> states.shape, c.round(2).tolist()
    ((1, 4, 1), [[3.0]])
    """
    x = _sequences(x)
    W, U, b = _weights("lstm", x, weights, bias_rows=None)
    if initial_state is None:
        initial_state = (None, None)
    elif not isinstance(initial_state, (list, tuple)) or len(initial_state) != 2:
        raise ValueError(
            f"initial_state is {_describe(initial_state)}; an LSTM carries two states: "
            "pass the pair (h_0, c_0), each (batch, units)"
        )
    h, c = _initial_states(initial_state, ["h_0", "c_0"], x, len(U))
    from_input = x @ W + b  # (batch, time, 4 units)
    states = np.empty((*x.shape[:2], len(U)), dtype=from_input.dtype)
    for t in range(x.shape[1]):
        i, f, g, o = np.split(from_input[:, t] + h @ U, 4, axis=1)  # (batch, units) each
        c = _sigmoid(f) * c + _sigmoid(i) * np.tanh(g)
        h = states[:, t] = _sigmoid(o) * np.tanh(c)
    return states, (h.copy(), c)


def gru(x, weights, initial_state=None, reset_after=True):
    """Run a layer of gated recurrent units, with Keras' sense of the update gate z.

    ``h_t = z * h_{t-1} + (1 - z) * g``: z near 1 *keeps* the old state, as in Cho (2014)
    and PyTorch. Chung (2014) and many texts after it write it the other way round.
    The reset gate r acts on the old state after or before it meets its matrix::

        reset_after=True     g = tanh(x_t W_g + b_g + r * (h_{t-1} U_g + b'_g))
        reset_after=False    g = tanh(x_t W_g + b_g + (r * h_{t-1}) U_g)

    Chapter 16 derives it. Source: K. Cho et al. (2014), "Learning phrase representations
    using RNN encoder-decoder for statistical machine translation".

    Parameters
    ----------
    x : array (batch, time, features)
    weights : list of array
        ``GRU.get_weights()``: W (features, 3 units), U (units, 3 units) and, unless
        ``use_bias=False``, b: (2, 3 units) with ``reset_after``, else (3 units,).
        Keras' order of the three blocks of columns: update z, reset r, candidate g.
    initial_state : array (batch, units), optional
        h_0; zeros by default.
    reset_after : bool
        As the layer was made; Keras' default is True.

    Returns
    -------
    states : array (batch, time, units)
        h_1 ... h_T.
    final : array (batch, units)
        h_T.

    Raises
    ------
    TypeError
        If x or a weight does not hold numbers, or the layer came instead of its weights.
    ValueError
        If a shape does not fit; the message says which and what to do.

    Examples
    --------
    A bias of 20 on z keeps the state as it was, whatever comes in:

    >>> b = np.array([[20.0, 0.0, 0.0], [0.0, 0.0, 0.0]])
    >>> weights = [np.zeros((1, 3)), np.zeros((1, 3)), b]
    >>> states, final = gru(np.ones((1, 5, 1)), weights, initial_state=[[0.7]])
    >>> final.round(3).tolist()
    [[0.7]]
    """
    x = _sequences(x)
    W, U, b = _weights("gru", x, weights, bias_rows=2 if reset_after else None)
    (h,) = _initial_states([initial_state], ["h_0"], x, len(U))
    units = len(U)
    b_input, b_state = b if reset_after else (b, np.zeros(()))
    from_input = x @ W + b_input  # (batch, time, 3 units)
    states = np.empty((*x.shape[:2], units), dtype=from_input.dtype)
    for t in range(x.shape[1]):
        x_zr, x_g = np.split(from_input[:, t], [2 * units], axis=1)
        if reset_after:
            h_zr, h_g = np.split(h @ U + b_state, [2 * units], axis=1)
            z, r = np.split(_sigmoid(x_zr + h_zr), 2, axis=1)  # (batch, units) each
            g = np.tanh(x_g + r * h_g)
        else:
            z, r = np.split(_sigmoid(x_zr + h @ U[:, : 2 * units]), 2, axis=1)
            g = np.tanh(x_g + (r * h) @ U[:, 2 * units :])
        h = states[:, t] = z * h + (1 - z) * g
    return states, h.copy()


def _sigmoid(a):
    """1 / (1 + exp(-a)), written so that nothing overflows."""
    return 0.5 * (1 + np.tanh(0.5 * a))


def _describe(value):
    shape = getattr(value, "shape", None)
    if shape is not None:
        return f"one array {tuple(shape)}"
    if isinstance(value, (list, tuple)):
        return f"a {type(value).__name__} of {len(value)}"
    return repr(value)


def _numbers(name, values):
    """The values as a floating array; an error names the argument."""
    try:
        array = np.asarray(values)
    except ValueError as error:
        raise ValueError(
            f"{name} is ragged: its sequences differ in length; pad them first "
            "(course_utils.padding.pad_sequences)"
        ) from error
    if array.dtype.kind not in "fiub":
        raise TypeError(f"{name} holds {array.dtype} values; it must hold real numbers")
    return array if array.dtype.kind == "f" else array.astype(float)


def _sequences(x):
    x = _numbers("x", x)
    if x.ndim != 3:
        remedy = {
            1: "x[np.newaxis, :, np.newaxis] makes one sequence of one feature of it",
            2: "add the missing axis: x[np.newaxis] for one sequence, "
            "x[..., np.newaxis] for one feature",
        }.get(x.ndim, "reshape so that the last axis holds the features of one time step")
        raise ValueError(f"x has shape {x.shape}; expected (batch, time, features): {remedy}")
    if x.shape[1] == 0:
        raise ValueError(f"x has shape {x.shape}: no time step; give at least one")
    return x


def _weights(layer, x, weights, bias_rows):
    """The input weights, state weights and bias after every shape has been checked."""
    if hasattr(weights, "get_weights"):
        raise TypeError(
            f"weights is a {type(weights).__name__}; pass its arrays: layer.get_weights()"
        )
    if not isinstance(weights, (list, tuple)):
        raise TypeError(
            f"weights is {_describe(weights)}; expected the list of arrays of layer.get_weights()"
        )
    if not weights:
        raise ValueError(
            "weights is an empty list: the layer is not built yet. Call it once on data, "
            "layer(x), or put it behind a keras.Input; then layer.get_weights() has its arrays"
        )
    if len(weights) not in (2, 3):
        raise ValueError(
            f"weights holds {len(weights)} arrays; {layer} needs the input weights, the state "
            "weights and, where the layer has one, the bias: one layer's get_weights()"
        )
    names = ["weights[0] (input)", "weights[1] (state)", "weights[2] (bias)"]
    arrays = [_numbers(name, w) for name, w in zip(names, weights, strict=False)]
    kernel, recurrent = arrays[:2]
    gates, features = _GATES[layer], x.shape[2]
    if recurrent.ndim != 2 or not len(recurrent) or recurrent.shape[1] % len(recurrent):
        raise ValueError(
            f"weights[1] has shape {recurrent.shape}; expected (units, {gates} * units): "
            "keep Keras' order, input weights, state weights, bias"
        )
    units = len(recurrent)
    swapped = kernel.shape == (len(kernel), gates * len(kernel)) and units == features
    if swapped and kernel.shape != recurrent.shape and kernel.shape[1] == recurrent.shape[1]:
        raise ValueError(
            f"weights[0] {kernel.shape} and weights[1] {recurrent.shape} have changed places: "
            "keep Keras' order, input weights, state weights, bias"
        )
    if recurrent.shape[1] != gates * units:
        found = {count: name for name, count in _GATES.items()}.get(recurrent.shape[1] // units)
        remedy = f"they fit {found}(...)" if found else "pass the weights of one recurrent layer"
        raise ValueError(
            f"weights[1] has shape {recurrent.shape}; {layer} expected (units, {gates} * units) "
            f"= {(units, gates * units)}: {remedy}"
        )
    expected = (features, gates * units)
    if kernel.shape != expected:
        why = (
            f"the layer was built for {kernel.shape[0]} features, x has {features}: "
            "use the x it was built on"
            if kernel.ndim == 2 and kernel.shape[1] == expected[1]
            else "keep Keras' order, input weights, state weights, bias"
        )
        raise ValueError(f"weights[0] has shape {kernel.shape}; expected {expected}: {why}")
    shape = (bias_rows, gates * units) if bias_rows else (gates * units,)
    if len(arrays) == 2:
        return kernel, recurrent, np.zeros(shape, dtype=kernel.dtype)
    if arrays[2].shape != shape:
        remedy = "pass the bias as the layer's get_weights() gives it"
        if layer == "gru" and arrays[2].shape in ((2, 3 * units), (3 * units,)):
            remedy = f"the layer was made with reset_after={not bias_rows}: pass that here too"
        raise ValueError(f"weights[2] has shape {arrays[2].shape}; expected {shape}: {remedy}")
    return kernel, recurrent, arrays[2]


def _initial_states(states, names, x, units):
    shape = (len(x), units)
    found = []
    for name, state in zip(names, states, strict=True):
        state = np.zeros(shape, dtype=x.dtype) if state is None else _numbers(name, state)
        if state.shape != shape:
            raise ValueError(
                f"{name} has shape {state.shape}; expected (batch, units) = {shape}: "
                "one row for each sequence of x"
            )
        found.append(state)
    return found
