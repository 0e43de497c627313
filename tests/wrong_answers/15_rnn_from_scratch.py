"""Plausible wrong answers to 15 RNN from scratch, each with the hint it must meet."""

WRONG = [
    {
        "exercise": "15.1",
        "mistake": "forgets tanh",
        "code": """
def rnn_step(x_t, h, W_x, W_h, b):
    return x_t @ W_x + h @ W_h + b
""",
        "hint": "tanh still has to press it",
    },
    {
        "exercise": "15.1",
        "mistake": "forgets the bias",
        "code": """
def rnn_step(x_t, h, W_x, W_h, b):
    return np.tanh(x_t @ W_x + h @ W_h)
""",
        "hint": "the bias -0.1 is missing",
    },
    {
        "exercise": "15.1",
        "mistake": "transposes the state weights, as in books that use columns",
        "code": """
def rnn_step(x_t, h, W_x, W_h, b):
    return np.tanh(x_t @ W_x + h @ W_h.T + b)
""",
        "hint": "without transposing",
    },
    {
        "exercise": "15.2",
        "mistake": "counts a Dense layer",
        "code": """
def rnn_parameters(features, units, use_bias=True):
    return sum(u * (features + use_bias) for u in units)
""",
        "hint": "weights from the old state are missing",
    },
    {
        "exercise": "15.2",
        "mistake": "gives every layer the first layer's features",
        "code": """
def rnn_parameters(features, units, use_bias=True):
    return sum(u * (features + u + use_bias) for u in units)
""",
        "hint": "reads the 4 states of the first",
    },
    {
        "exercise": "15.2",
        "mistake": "ignores use_bias",
        "code": """
def rnn_parameters(features, units, use_bias=True):
    total = 0
    for u in units:
        total += u * (features + u + 1)
        features = u
    return total
""",
        "hint": "without biases",
    },
    {
        "exercise": "15.3",
        "mistake": "never carries the state on",
        "code": """
def run_rnn(x, weights, h0=None):
    W_x, W_h, b = weights
    h = np.zeros((len(x), len(b))) if h0 is None else h0
    states = [np.tanh(x[:, t] @ W_x + h @ W_h + b) for t in range(x.shape[1])]
    return np.stack(states, axis=1), states[-1]
""",
        "hint": "carried into the next step",
    },
    {
        "exercise": "15.3",
        "mistake": "puts time first",
        "code": """
def run_rnn(x, weights, h0=None):
    W_x, W_h, b = weights
    h = np.zeros((len(x), len(b))) if h0 is None else h0
    states = []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ W_x + h @ W_h + b)
        states.append(h)
    return np.array(states), h
""",
        "hint": "stack along axis=1",
    },
    {
        "exercise": "15.3",
        "mistake": "always starts from zeros",
        "code": """
def run_rnn(x, weights, h0=None):
    return simple_rnn(x, weights)
""",
        "hint": "start from h0",
    },
    {
        "exercise": "15.4",
        "mistake": "forgets the slope of tanh",
        "code": """
def state_jacobian(states, W_h, t):
    return np.linalg.matrix_power(W_h.T, len(states) - 1 - t)
""",
        "hint": "slope of tanh",
    },
    {
        "exercise": "15.4",
        "mistake": "takes row t into the product as well",
        "code": """
def state_jacobian(states, W_h, t):
    J = np.eye(len(W_h))
    for h in states[t:][::-1]:
        J = J @ (np.diag(1 - h**2) @ W_h.T)
    return J
""",
        "hint": "none for row t itself",
    },
    {
        "exercise": "15.4",
        "mistake": "multiplies the factors in the order of time",
        "code": """
def state_jacobian(states, W_h, t):
    J = np.eye(len(W_h))
    for h in states[t + 1 :]:
        J = J @ (np.diag(1 - h**2) @ W_h.T)
    return J
""",
        "hint": "the last step leftmost",
    },
    {
        "exercise": "15.4",
        "mistake": "returns the transpose",
        "code": """
def state_jacobian(states, W_h, t):
    J = np.eye(len(W_h))
    for h in states[t + 1 :]:
        J = J @ (W_h @ np.diag(1 - h**2))
    return J
""",
        "hint": "this is the transpose",
    },
    {
        "exercise": "15.5",
        "mistake": "clips each array by itself",
        "code": """
def clip_by_global_norm(gradients, limit):
    norms = [np.linalg.norm(g) for g in gradients]
    clipped = [g * min(1, limit / n) if n else g for g, n in zip(gradients, norms)]
    return clipped, float(np.linalg.norm(norms))
""",
        "hint": "one norm over all of them",
    },
    {
        "exercise": "15.5",
        "mistake": "scales short gradients up to the limit",
        "code": """
def clip_by_global_norm(gradients, limit):
    norm = float(np.sqrt(sum(np.sum(g**2) for g in gradients)))
    return [g * limit / norm for g in gradients], norm
""",
        "hint": "never lengthens",
    },
    {
        "exercise": "15.5",
        "mistake": "changes the caller's arrays",
        "code": """
def clip_by_global_norm(gradients, limit):
    norm = float(np.sqrt(sum(np.sum(g**2) for g in gradients)))
    if norm > limit:
        for g in gradients:
            g *= limit / norm
    return gradients, norm
""",
        "hint": "the caller's arrays were changed",
    },
    {
        "exercise": "15.5",
        "mistake": "divides by a norm of zero",
        "code": """
def clip_by_global_norm(gradients, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in gradients))
    with np.errstate(all="ignore"):
        factor = np.minimum(1.0, limit / norm)
        return [g / norm * np.minimum(norm, limit) for g in gradients], norm
""",
        "hint": "mind the division",
    },
    {
        "exercise": "15.6",
        "mistake": "a state weight of 1, which fades",
        "code": """
def two_memories():
    return [4.0 * np.eye(2), 1.0 * np.eye(2), np.zeros(2)]
""",
        "hint": "lets it fade",
    },
    {
        "exercise": "15.6",
        "mistake": "an input weight too small to turn the state over",
        "code": """
def two_memories():
    return [0.5 * np.eye(2), 3.0 * np.eye(2), np.zeros(2)]
""",
        "hint": "does not turn over",
    },
    {
        "exercise": "15.6",
        "mistake": "weights that lead across",
        "code": """
def two_memories():
    return [4.0 * np.ones((2, 2)), 2.0 * np.eye(2), np.zeros(2)]
""",
        "hint": "no weight may lead across",
    },
    {
        "exercise": "15.6",
        "mistake": "a bias",
        "code": """
def two_memories():
    return [4.0 * np.eye(2), 2.0 * np.eye(2), 0.1 * np.ones(2)]
""",
        "hint": "a bias moves them",
    },
]
