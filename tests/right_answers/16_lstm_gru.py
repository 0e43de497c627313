"""Right answers to 16 LSTM and GRU, each written in another form than the solution."""

RIGHT = [
    {
        "exercise": "16.1",
        "form": "counted by Keras",
        "code": """
def layer_parameters(kind, features, units, reset_after=True):
    options = {"reset_after": reset_after} if kind == "GRU" else {}
    layer = getattr(layers, kind)(units, **options)
    layer.build((None, None, features))
    return layer.count_params()
""",
    },
    {
        "exercise": "16.1",
        "form": "a chain of if",
        "code": """
def layer_parameters(kind, features, units, reset_after=True):
    block = features * units + units**2 + units
    if kind == "SimpleRNN":
        return block
    if kind == "LSTM":
        return 4 * block
    if reset_after:
        return 3 * (block + units)
    return 3 * block
""",
    },
    {
        "exercise": "16.1",
        "form": "a NumPy number from shapes",
        "code": """
def layer_parameters(kind, features, units, reset_after=True):
    width = units * ["SimpleRNN", "?", "GRU", "LSTM"].index(kind) + units
    rows = [features, units, 1] + [1] * (kind == "GRU" and reset_after)
    return np.sum([row * width for row in rows])
""",
    },
    {
        "exercise": "16.2",
        "form": "blocks cut by hand, a list",
        "code": """
def lstm_step(x_t, h, c, W_x, W_h, b):
    units = h.shape[1]
    blocks = []
    for k in range(4):
        part = slice(k * units, (k + 1) * units)
        blocks.append(x_t @ W_x[:, part] + h @ W_h[:, part] + b[part])
    write, keep, show = (sigmoid(blocks[k]) for k in (0, 1, 3))
    c = keep * c + write * np.tanh(blocks[2])
    return [show * np.tanh(c), c]
""",
    },
    {
        "exercise": "16.2",
        "form": "an array of both states",
        "code": """
def lstm_step(x_t, h, c, W_x, W_h, b):
    both = np.hstack([x_t, h]) @ np.vstack([W_x, W_h]) + b
    i, f, g, o = both.reshape(len(x_t), 4, -1).swapaxes(0, 1)
    new = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return np.stack([sigmoid(o) * np.tanh(new), new])
""",
    },
    {
        "exercise": "16.2",
        "form": "Keras' cell, tensors of float32",
        "code": """
def lstm_step(x_t, h, c, W_x, W_h, b):
    cell = layers.LSTMCell(np.shape(h)[1])
    cell.build((None, np.shape(x_t)[1]))
    cell.set_weights([W_x, W_h, b])
    states = [np.asarray(h, "float32"), np.asarray(c, "float32")]
    _, (h, c) = cell(np.asarray(x_t, "float32"), states)
    return h, c
""",
    },
    {
        "exercise": "16.2",
        "form": "float32",
        "code": """
def lstm_step(x_t, h, c, W_x, W_h, b):
    x_t, h, c, W_x, W_h, b = (
        np.asarray(a, dtype="float32") for a in (x_t, h, c, W_x, W_h, b)
    )
    i, f, g, o = np.split(x_t @ W_x + h @ W_h + b, 4, axis=-1)
    c = c * sigmoid(f) + sigmoid(i) * np.tanh(g)
    return np.tanh(c) * sigmoid(o), c
""",
    },
    {
        "exercise": "16.2",
        "form": "nested lists",
        "code": """
def lstm_step(x_t, h, c, W_x, W_h, b):
    i, f, g, o = np.split(x_t @ W_x + h @ W_h + b, 4, axis=1)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return (sigmoid(o) * np.tanh(c)).tolist(), c.tolist()
""",
    },
    {
        "exercise": "16.3",
        "form": "search by halving",
        "code": """
def forget_bias(steps):
    low, high = -5.0, 30.0
    for _ in range(200):
        middle = (low + high) / 2
        if sigmoid(middle) ** steps < 0.5:
            low = middle
        else:
            high = middle
    return low
""",
    },
    {
        "exercise": "16.3",
        "form": "float32",
        "code": """
def forget_bias(steps):
    f = np.float32(0.5) ** np.float32(1 / steps)
    return np.log(f / (np.float32(1) - f))
""",
    },
    {
        "exercise": "16.3",
        "form": "a tensor",
        "code": """
def forget_bias(steps):
    import tensorflow as tf

    return -tf.math.log(tf.math.expm1(tf.math.log(2.0) / steps))
""",
    },
    {
        "exercise": "16.3",
        "form": "the math module",
        "code": """
def forget_bias(steps):
    import math

    return -math.log(2 ** (1 / steps) - 1)
""",
    },
    {
        "exercise": "16.4",
        "form": "Keras' cell, a tensor of float32",
        "code": """
def gru_step(x_t, h, W_x, W_h, b):
    cell = layers.GRUCell(np.shape(h)[1], reset_after=True)
    cell.build((None, np.shape(x_t)[1]))
    cell.set_weights([W_x, W_h, b])
    new, _ = cell(np.asarray(x_t, "float32"), [np.asarray(h, "float32")])
    return new
""",
    },
    {
        "exercise": "16.4",
        "form": "blocks cut by hand",
        "code": """
def gru_step(x_t, h, W_x, W_h, b):
    u = h.shape[1]
    inputs, state = x_t @ W_x + b[0], h @ W_h + b[1]
    keep = 1 / (1 + np.exp(-inputs[:, :u] - state[:, :u]))
    reset = 1 / (1 + np.exp(-inputs[:, u : 2 * u] - state[:, u : 2 * u]))
    new = np.tanh(inputs[:, 2 * u :] + reset * state[:, 2 * u :])
    return new + keep * (h - new)
""",
    },
    {
        "exercise": "16.4",
        "form": "a loop over the samples, nested lists",
        "code": """
def gru_step(x_t, h, W_x, W_h, b):
    rows = []
    for x_row, h_row in zip(x_t, h):
        x_parts = np.split(x_row @ W_x + b[0], 3)
        h_parts = np.split(h_row @ W_h + b[1], 3)
        z = sigmoid(x_parts[0] + h_parts[0])
        r = sigmoid(x_parts[1] + h_parts[1])
        g = np.tanh(x_parts[2] + r * h_parts[2])
        rows.append((z * h_row + (1 - z) * g).tolist())
    return rows
""",
    },
    {
        "exercise": "16.4",
        "form": "float32",
        "code": """
def gru_step(x_t, h, W_x, W_h, b):
    x_t, h, W_x, W_h, b = (np.float32(a) for a in (x_t, h, W_x, W_h, b))
    z, r, g = np.split(x_t @ W_x + b[0], 3, axis=1)
    z_h, r_h, g_h = np.split(h @ W_h + b[1], 3, axis=1)
    z, r = sigmoid(z + z_h), sigmoid(r + r_h)
    return z * h + (1 - z) * np.tanh(g + r * g_h)
""",
    },
    {
        "exercise": "16.5",
        "form": "copies, changed in place",
        "code": """
def chung_to_keras(weights):
    W_x, W_h, b = (np.array(w) for w in weights)
    units = len(W_h)
    W_x[:, :units] *= -1
    W_h[:, :units] *= -1
    b[..., :units] *= -1
    return W_x, W_h, b
""",
    },
    {
        "exercise": "16.5",
        "form": "concatenate",
        "code": """
def chung_to_keras(weights):
    turned = []
    for w in weights:
        z, r, g = np.split(w, 3, axis=-1)
        turned.append(np.concatenate([-z, r, g], axis=-1))
    return turned
""",
    },
    {
        "exercise": "16.5",
        "form": "float32",
        "code": """
def chung_to_keras(weights):
    new = [np.array(w, dtype="float32") for w in weights]
    for w in new:
        w[..., : w.shape[-1] // 3] *= -1
    return new
""",
    },
    {
        "exercise": "16.5",
        "form": "tensors",
        "code": """
def chung_to_keras(weights):
    import tensorflow as tf

    turned = []
    for w in weights:
        z, r, g = tf.split(w, 3, axis=-1)
        turned.append(tf.concat([-z, r, g], axis=-1))
    return turned
""",
    },
    {
        "exercise": "16.5",
        "form": "nested lists",
        "code": """
def chung_to_keras(weights):
    units = len(weights[1])
    flip = np.r_[-np.ones(units), np.ones(2 * units)]
    return [(np.asarray(w) * flip).tolist() for w in weights]
""",
    },
    {
        "exercise": "16.6",
        "form": "nested lists",
        "code": """
def counting_lstm():
    return [[[60, 0, 0, 0]], [[0, 0, 0, 0]], [-30, 30, 30, 30]]
""",
    },
    {
        "exercise": "16.6",
        "form": "g opens instead of i, a tuple of float32",
        "code": """
def counting_lstm():
    W_x = np.zeros((1, 4), dtype="float32")
    W_x[0, 2] = 30
    b = np.array([25, 25, 0, 0], dtype="float32")
    return W_x, np.zeros_like(W_x), b
""",
    },
    {
        "exercise": "16.6",
        "form": "tensors",
        "code": """
def counting_lstm():
    import tensorflow as tf

    W_x = tf.constant([[40.0, 0.0, 0.0, 0.0]])
    return W_x, tf.zeros((1, 4)), tf.constant([-20.0, 20.0, 20.0, 20.0])
""",
    },
]
