"""Plausible wrong answers to 16 LSTM and GRU, each with the hint it must meet."""

WRONG = [
    {
        "exercise": "16.1",
        "mistake": "counts a fifth, 'output' matrix",
        "code": """
def layer_parameters(kind, features, units, reset_after=True):
    blocks = {"SimpleRNN": 1, "GRU": 3, "LSTM": 5}[kind]
    biases = 2 if kind == "GRU" and reset_after else 1
    return blocks * ((features + units) * units + biases * units)
""",
        "hint": "the output is h itself",
    },
    {
        "exercise": "16.1",
        "mistake": "gives the GRU one bias",
        "code": """
def layer_parameters(kind, features, units, reset_after=True):
    blocks = {"SimpleRNN": 1, "GRU": 3, "LSTM": 4}[kind]
    return blocks * ((features + units) * units + units)
""",
        "hint": "there are two",
    },
    {
        "exercise": "16.1",
        "mistake": "gives the GRU two biases always",
        "code": """
def layer_parameters(kind, features, units, reset_after=True):
    blocks = {"SimpleRNN": 1, "GRU": 3, "LSTM": 4}[kind]
    biases = 2 if kind == "GRU" else 1
    return blocks * ((features + units) * units + biases * units)
""",
        "hint": "one bias is enough",
    },
    {
        "exercise": "16.2",
        "mistake": "takes the blocks as f, i, g, o",
        "code": """
def lstm_step(x_t, h, c, W_x, W_h, b):
    f, i, g, o = np.split(x_t @ W_x + h @ W_h + b, 4, axis=1)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(c), c
""",
        "hint": "i and f have changed places",
    },
    {
        "exercise": "16.2",
        "mistake": "forgets tanh of the cell",
        "code": """
def lstm_step(x_t, h, c, W_x, W_h, b):
    i, f, g, o = np.split(x_t @ W_x + h @ W_h + b, 4, axis=1)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * c, c
""",
        "hint": "press it through tanh",
    },
    {
        "exercise": "16.2",
        "mistake": "shows the old cell",
        "code": """
def lstm_step(x_t, h, c, W_x, W_h, b):
    i, f, g, o = np.split(x_t @ W_x + h @ W_h + b, 4, axis=1)
    new = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(c), new
""",
        "hint": "the new cell, not the old",
    },
    {
        "exercise": "16.2",
        "mistake": "puts the candidate through the sigmoid",
        "code": """
def lstm_step(x_t, h, c, W_x, W_h, b):
    i, f, g, o = np.split(sigmoid(x_t @ W_x + h @ W_h + b), 4, axis=1)
    c = f * c + i * g
    return o * np.tanh(c), c
""",
        "hint": "g alone goes through tanh",
    },
    {
        "exercise": "16.3",
        "mistake": "returns the gate",
        "code": """
def forget_bias(steps):
    return 0.5 ** (1 / steps)
""",
        "hint": "0.5 is the gate, not the bias",
    },
    {
        "exercise": "16.3",
        "mistake": "takes the rule of thumb ln(steps)",
        "code": """
def forget_bias(steps):
    return np.log(steps)
""",
        "hint": "a common rule of thumb",
    },
    {
        "exercise": "16.3",
        "mistake": "inverts the sigmoid with the wrong sign",
        "code": """
def forget_bias(steps):
    f = 0.5 ** (1 / steps)
    return np.log((1 - f) / f)
""",
        "hint": "so a positive bias",
    },
    {
        "exercise": "16.4",
        "mistake": "lets z replace, as in Chung 2014",
        "code": """
def gru_step(x_t, h, W_x, W_h, b):
    z, r, g = np.split(x_t @ W_x + b[0], 3, axis=1)
    z_h, r_h, g_h = np.split(h @ W_h + b[1], 3, axis=1)
    z, r = sigmoid(z + z_h), sigmoid(r + r_h)
    return (1 - z) * h + z * np.tanh(g + r * g_h)
""",
        "hint": "in Keras z keeps it",
    },
    {
        "exercise": "16.4",
        "mistake": "adds the state's bias outside the reset gate",
        "code": """
def gru_step(x_t, h, W_x, W_h, b):
    z, r, g = np.split(x_t @ W_x + b[0] + b[1], 3, axis=1)
    z_h, r_h, g_h = np.split(h @ W_h, 3, axis=1)
    z, r = sigmoid(z + z_h), sigmoid(r + r_h)
    return z * h + (1 - z) * np.tanh(g + r * g_h)
""",
        "hint": "must be shut out as well",
    },
    {
        "exercise": "16.4",
        "mistake": "resets before the product",
        "code": """
def gru_step(x_t, h, W_x, W_h, b):
    u = len(W_h)
    z, r, g = np.split(x_t @ W_x + b[0], 3, axis=1)
    z_h, r_h, _ = np.split(h @ W_h + b[1], 3, axis=1)
    z, r = sigmoid(z + z_h), sigmoid(r + r_h)
    g_h = (r * h) @ W_h[:, 2 * u :] + r * b[1, 2 * u :]
    return z * h + (1 - z) * np.tanh(g + g_h)
""",
        "hint": "reset after the product",
    },
    {
        "exercise": "16.5",
        "mistake": "changes only the bias",
        "code": """
def chung_to_keras(weights):
    W_x, W_h, b = (w.copy() for w in weights)
    b[..., : len(W_h)] *= -1
    return [W_x, W_h, b]
""",
        "hint": "W_x is unchanged",
    },
    {
        "exercise": "16.5",
        "mistake": "writes into the given arrays",
        "code": """
def chung_to_keras(weights):
    for w in weights:
        w[..., : len(weights[1])] *= -1
    return weights
""",
        "hint": "the given arrays were changed",
    },
    {
        "exercise": "16.5",
        "mistake": "changes the sign of everything",
        "code": """
def chung_to_keras(weights):
    return [-w for w in weights]
""",
        "hint": "only the z block",
    },
    {
        "exercise": "16.5",
        "mistake": "takes 1 - w for 1 - z",
        "code": """
def chung_to_keras(weights):
    u, new = len(weights[1]), [w.copy() for w in weights]
    for w in new:
        w[..., :u] = 1 - w[..., :u]
    return new
""",
        "hint": "sigmoid(-a)",
    },
    {
        "exercise": "16.6",
        "mistake": "leaves the forget bias at Keras' 1",
        "code": """
def counting_lstm():
    return [np.array([[40.0, 0, 0, 0]]), np.zeros((1, 4)), np.array([-20.0, 1, 20, 20])]
""",
        "hint": "far too little",
    },
    {
        "exercise": "16.6",
        "mistake": "leaves the input gate open",
        "code": """
def counting_lstm():
    return [np.zeros((1, 4)), np.zeros((1, 4)), np.array([20.0, 20, 20, 20])]
""",
        "hint": "must be 0 where x is 0",
    },
    {
        "exercise": "16.6",
        "mistake": "a gate that opens only half",
        "code": """
def counting_lstm():
    return [np.array([[20.0, 0, 0, 0]]), np.zeros((1, 4)), np.array([-20.0, 20, 20, 20])]
""",
        "hint": "the first 1 adds 0.50",
    },
]
