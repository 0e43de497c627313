"""Right answers to 15 RNN from scratch, each written in another form than the solution."""

RIGHT = [
    {
        "exercise": "15.1",
        "form": "a loop over samples and units, nested lists",
        "code": """
def rnn_step(x_t, h, W_x, W_h, b):
    b = np.broadcast_to(b, W_h.shape[1])
    rows = []
    for x_row, h_row in zip(x_t, h):
        sums = [x_row @ W_x[:, j] + h_row @ W_h[:, j] + b[j] for j in range(len(b))]
        rows.append([float(np.tanh(s)) for s in sums])
    return rows
""",
    },
    {
        "exercise": "15.1",
        "form": "one product of joined matrices, float32",
        "code": """
def rnn_step(x_t, h, W_x, W_h, b):
    both = np.concatenate([x_t, h], axis=1) @ np.concatenate([W_x, W_h])
    return np.tanh(both + b).astype("float32")
""",
    },
    {
        "exercise": "15.1",
        "form": "TensorFlow, a tensor",
        "code": """
def rnn_step(x_t, h, W_x, W_h, b):
    return tf.tanh(tf.einsum("bf,fu->bu", x_t, W_x) + tf.matmul(h, W_h) + b)
""",
    },
    {
        "exercise": "15.2",
        "form": "a sum over pairs",
        "code": """
def rnn_parameters(features, units, use_bias=True):
    below = [features, *units[:-1]]
    return sum(f * u + u * u + (u if use_bias else 0) for f, u in zip(below, units))
""",
    },
    {
        "exercise": "15.2",
        "form": "counted by Keras",
        "code": """
def rnn_parameters(features, units, use_bias=True):
    count = 0
    for u in units:
        layer = layers.SimpleRNN(u, use_bias=use_bias)
        layer.build((None, None, features))
        count, features = count + layer.count_params(), u
    return count
""",
    },
    {
        "exercise": "15.2",
        "form": "arrays, a NumPy number",
        "code": """
def rnn_parameters(features, units, use_bias=True):
    u = np.array(units)
    f = np.append(features, u)[:-1]
    return np.sum(u * (f + u + int(use_bias)))
""",
    },
    {
        "exercise": "15.3",
        "form": "rnn_step, a list",
        "code": """
def run_rnn(x, weights, h0=None):
    h = np.zeros((x.shape[0], weights[1].shape[0])) if h0 is None else h0
    states = np.zeros((x.shape[0], x.shape[1], weights[1].shape[0]))
    for t in range(x.shape[1]):
        h = rnn_step(x[:, t], h, *weights)
        states[:, t] = h
    return [states, states[:, -1]]
""",
    },
    {
        "exercise": "15.3",
        "form": "sequence by sequence, nested lists",
        "code": """
def run_rnn(x, weights, h0=None):
    W_x, W_h, b = weights
    everything = []
    for n, sequence in enumerate(x):
        h, rows = np.zeros(len(b)) if h0 is None else np.asarray(h0[n]), []
        for x_t in sequence:
            h = np.tanh(x_t @ W_x + h @ W_h + b)
            rows.append(h.tolist())
        everything.append(rows)
    return everything, [rows[-1] for rows in everything]
""",
    },
    {
        "exercise": "15.3",
        "form": "Keras, tensors of float32",
        "code": """
def run_rnn(x, weights, h0=None):
    units = len(weights[2])
    layer = layers.SimpleRNN(units, return_sequences=True, return_state=True)
    layer.build((None, None, x.shape[2]))
    layer.set_weights(weights)
    start = np.zeros((len(x), units)) if h0 is None else np.asarray(h0)
    return layer(x.astype("float32"), initial_state=start.astype("float32"))
""",
    },
    {
        "exercise": "15.3",
        "form": "inputs multiplied first, float32",
        "code": """
def run_rnn(x, weights, h0=None):
    W_x, W_h, b = (np.asarray(w, dtype="float32") for w in weights)
    given = np.einsum("btf,fu->tbu", np.float32(x), W_x) + b
    h = np.zeros_like(given[0]) if h0 is None else np.float32(h0)
    states = []
    for step in given:
        h = np.tanh(step + h @ W_h)
        states.append(h)
    return np.moveaxis(np.array(states), 0, 1), h
""",
    },
    {
        "exercise": "15.4",
        "form": "from the left, rows scaled",
        "code": """
def state_jacobian(states, W_h, t):
    J = np.eye(W_h.shape[0])
    for k in range(t + 1, len(states)):
        J = (1 - states[k] ** 2)[:, None] * (W_h.T @ J)
    return J
""",
    },
    {
        "exercise": "15.4",
        "form": "multi_dot's way, nested lists",
        "code": """
def state_jacobian(states, W_h, t):
    from functools import reduce

    factors = [np.diag(1 - h * h) @ W_h.T for h in states[t + 1 :]]
    return reduce(lambda J, factor: factor @ J, factors, np.eye(len(W_h))).tolist()
""",
    },
    {
        "exercise": "15.4",
        "form": "einsum, float32",
        "code": """
def state_jacobian(states, W_h, t):
    J = np.eye(len(W_h), dtype="float32")
    for h in np.asarray(states, dtype="float32")[t + 1 :]:
        J = np.einsum("i,ki,kj->ij", 1 - h**2, W_h, J)
    return J.astype("float32")
""",
    },
    {
        "exercise": "15.4",
        "form": "TensorFlow, a tensor",
        "code": """
def state_jacobian(states, W_h, t):
    J = tf.eye(len(W_h), dtype=tf.float64)
    for h in states[t + 1 :]:
        J = tf.matmul(tf.linalg.diag(1 - h**2) @ W_h.T, J)
    return J
""",
    },
    {
        "exercise": "15.5",
        "form": "TensorFlow, tensors",
        "code": """
def clip_by_global_norm(gradients, limit):
    return tf.clip_by_global_norm([tf.constant(g) for g in gradients], limit)
""",
    },
    {
        "exercise": "15.5",
        "form": "one long vector, a tuple",
        "code": """
def clip_by_global_norm(gradients, limit):
    norm = np.linalg.norm(np.concatenate([np.ravel(g) for g in gradients]))
    if norm <= limit:
        return tuple(np.array(g) for g in gradients), norm
    return tuple(np.asarray(g) * (limit / norm) for g in gradients), norm
""",
    },
    {
        "exercise": "15.5",
        "form": "a list of both, float32",
        "code": """
def clip_by_global_norm(gradients, limit):
    small = [np.asarray(g, dtype="float32") for g in gradients]
    norm = np.sqrt(sum(np.vdot(g, g) for g in small))
    factor = min(1.0, limit / max(norm, np.float32(1e-12)))
    return [[g * np.float32(factor) for g in small], norm]
""",
    },
    {
        "exercise": "15.5",
        "form": "nested lists",
        "code": """
def clip_by_global_norm(gradients, limit):
    norm = sum(float((g**2).sum()) for g in gradients) ** 0.5
    factor = 1.0 if norm == 0 else min(1.0, limit / norm)
    return [(factor * g).tolist() for g in gradients], norm
""",
    },
    {
        "exercise": "15.6",
        "form": "nested lists of whole numbers",
        "code": """
def two_memories():
    return [[[9, 0], [0, 9]], [[3, 0], [0, 3]], [0, 0]]
""",
    },
    {
        "exercise": "15.6",
        "form": "two different memories, a tuple of float32",
        "code": """
def two_memories():
    W_x = np.diag([5.0, 6.0]).astype("float32")
    return W_x, np.diag(np.float32([1.5, 2.5])), np.zeros(2, dtype="float32")
""",
    },
    {
        "exercise": "15.6",
        "form": "tensors",
        "code": """
def two_memories():
    return 8.0 * tf.eye(2), 4.0 * tf.eye(2), tf.zeros(2)
""",
    },
]
