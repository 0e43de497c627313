"""Plausible wrong answers to 03 Backpropagation, each with its hint."""

WRONG = [
    {
        "exercise": "03.1",
        "mistake": "forgets the slope",
        "code": """
def output_deltas(y, t):
    return y - t
""",
        "hint": "the slope y (1 - y) is missing",
    },
    {
        "exercise": "03.1",
        "mistake": "turns the sign, as old books do",
        "code": """
def output_deltas(y, t):
    return (t - y) * y * (1 - y)
""",
        "hint": "the sign is turned",
    },
    {
        "exercise": "03.1",
        "mistake": "takes the output for the score",
        "code": """
def output_deltas(y, t):
    s = sigmoid(y)
    return (y - t) * s * (1 - s)
""",
        "hint": "have the deltas -0.125 and",
    },
    {
        "exercise": "03.2",
        "mistake": "forgets the slope of the second hidden layer",
        "code": """
def deep_gradients(net, x, t):
    U, W, V = net
    g = sigmoid(x @ U)
    h = sigmoid(g @ W)
    y = sigmoid(h @ V)
    delta_y = (y - t) * y * (1 - y)
    delta_h = delta_y @ V.T
    delta_g = (delta_h @ W.T) * g * (1 - g)
    return [x.T @ delta_g, g.T @ delta_h, h.T @ delta_y]
""",
        "hint": "by W[0, 0], nudging gives",
    },
    {
        "exercise": "03.2",
        "mistake": "goes back over a matrix that is not transposed",
        "code": """
def deep_gradients(net, x, t):
    U, W, V = net
    g = sigmoid(x @ U)
    h = sigmoid(g @ W)
    y = sigmoid(h @ V)
    delta_y = (y - t) * y * (1 - y)
    delta_h = (delta_y @ V.T) * h * (1 - h)
    delta_g = (delta_h @ W) * g * (1 - g)
    return [x.T @ delta_g, g.T @ delta_h, h.T @ delta_y]
""",
        "hint": "by U[0, 0], nudging gives",
    },
    {
        "exercise": "03.2",
        "mistake": "swaps input and delta",
        "code": """
def deep_gradients(net, x, t):
    U, W, V = net
    g = sigmoid(x @ U)
    h = sigmoid(g @ W)
    y = sigmoid(h @ V)
    delta_y = (y - t) * y * (1 - y)
    delta_h = (delta_y @ V.T) * h * (1 - h)
    delta_g = (delta_h @ W.T) * g * (1 - g)
    return [delta_g.T @ x, delta_h.T @ g, delta_y.T @ h]
""",
        "hint": "is transposed",
    },
    {
        "exercise": "03.2",
        "mistake": "takes the mean over the samples",
        "code": """
def deep_gradients(net, x, t):
    U, W, V = net
    g = sigmoid(x @ U)
    h = sigmoid(g @ W)
    y = sigmoid(h @ V)
    delta_y = (y - t) * y * (1 - y) / len(x)
    delta_h = (delta_y @ V.T) * h * (1 - h)
    delta_g = (delta_h @ W.T) * g * (1 - g)
    return [x.T @ delta_g, g.T @ delta_h, h.T @ delta_y]
""",
        "hint": "by V[0, 0], nudging gives",
    },
    {
        "exercise": "03.3",
        "mistake": "nudges to one side",
        "code": """
def nudged(f, w):
    w, e = np.array(w, dtype=float), 1e-5
    slopes, here = np.zeros(w.shape), f(w)
    for i in np.ndindex(w.shape):
        w[i] += e
        slopes[i] = (f(w) - here) / e
        w[i] -= e
    return slopes
""",
        "hint": "one-sided",
    },
    {
        "exercise": "03.3",
        "mistake": "does not put the element back",
        "code": """
def nudged(f, w):
    w, e = np.array(w, dtype=float), 1e-5
    slopes = np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        w[i] += e
        above = f(w)
        w[i] -= 2 * e
        slopes[i] = (above - f(w)) / (2 * e)
    return slopes
""",
        "hint": "Is every element put back before the next?",
    },
    {
        "exercise": "03.3",
        "mistake": "changes the array it was given",
        "code": """
def nudged(f, w):
    e, slopes = 1e-5, np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        w[i] += e
        above = f(w)
        w[i] -= 2 * e
        slopes[i] = (above - f(w)) / (2 * e)
    return slopes
""",
        "hint": "Copy it first",
    },
    {
        "exercise": "03.3",
        "mistake": "nudges whole numbers",
        "code": """
def nudged(f, w):
    w, e = w.copy(), 1e-5
    slopes = np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        kept = w[i]
        w[i] = kept + e
        above = f(w)
        w[i] = kept - e
        slopes[i] = (above - f(w)) / (2 * e)
        w[i] = kept
    return slopes
""",
        "hint": "an array of integers cannot hold a nudge",
    },
    {
        "exercise": "03.4",
        "mistake": "leaves the sigmoid's slope at the output",
        "code": """
def train_step(net, x, t, rate):
    W, b, V, c = net
    h = np.tanh(x @ W + b)
    y = h @ V + c
    delta_y = (y - t) * y * (1 - y)
    delta_h = (delta_y @ V.T) * (1 - h**2)
    V = V - rate * h.T @ delta_y
    c = c - rate * delta_y.sum(axis=0)
    W = W - rate * x.T @ delta_h
    b = b - rate * delta_h.sum(axis=0)
    return [W, b, V, c]
""",
        "hint": "its slope is 1",
    },
    {
        "exercise": "03.4",
        "mistake": "leaves the sigmoid's slope at the hidden units",
        "code": """
def train_step(net, x, t, rate):
    W, b, V, c = net
    h = np.tanh(x @ W + b)
    y = h @ V + c
    delta_y = y - t
    delta_h = (delta_y @ V.T) * h * (1 - h)
    V = V - rate * h.T @ delta_y
    c = c - rate * delta_y.sum(axis=0)
    W = W - rate * x.T @ delta_h
    b = b - rate * delta_h.sum(axis=0)
    return [W, b, V, c]
""",
        "hint": "tanh at score 1 has the slope",
    },
    {
        "exercise": "03.4",
        "mistake": "steps V before the deltas go back over it",
        "code": """
def train_step(net, x, t, rate):
    W, b, V, c = net
    h = np.tanh(x @ W + b)
    y = h @ V + c
    delta_y = y - t
    V = V - rate * h.T @ delta_y
    c = c - rate * delta_y.sum(axis=0)
    delta_h = (delta_y @ V.T) * (1 - h**2)
    W = W - rate * x.T @ delta_h
    b = b - rate * delta_h.sum(axis=0)
    return [W, b, V, c]
""",
        "hint": "delta_h went over the new V",
    },
    {
        "exercise": "03.4",
        "mistake": "changes the given arrays",
        "code": """
def train_step(net, x, t, rate):
    W, b, V, c = net
    h = np.tanh(x @ W + b)
    delta_y = h @ V + c - t
    delta_h = (delta_y @ V.T) * (1 - h**2)
    V -= rate * h.T @ delta_y
    c -= rate * delta_y.sum(axis=0)
    W -= rate * x.T @ delta_h
    b -= rate * delta_h.sum(axis=0)
    return [W, b, V, c]
""",
        "hint": "the net that came in was changed",
    },
    {
        "exercise": "03.5",
        "mistake": "takes the header for values",
        "code": """
def read_idx(data):
    return np.frombuffer(data, np.uint8, offset=4)
""",
        "hint": "one axis of length 3",
    },
    {
        "exercise": "03.5",
        "mistake": "forgets the shape",
        "code": """
def read_idx(data):
    return np.frombuffer(data, np.uint8, offset=4 + 4 * data[3])
""",
        "hint": "two axes, (2, 3)",
    },
    {
        "exercise": "03.5",
        "mistake": "reads only the last byte of a length",
        "code": """
def read_idx(data):
    axes = data[3]
    shape = [data[7 + 4 * k] for k in range(axes)]
    values = np.frombuffer(data, np.uint8, offset=4 + 4 * axes)
    return values[: np.prod(shape)].reshape(shape)
""",
        "hint": "length 300 is the bytes 0, 0, 1, 44",
    },
    {
        "exercise": "03.5",
        "mistake": "reads signed bytes",
        "code": """
def read_idx(data):
    axes = data[3]
    shape = np.frombuffer(data, ">i4", axes, 4)
    return np.frombuffer(data, np.int8, offset=4 + 4 * axes).reshape(shape)
""",
        "hint": "yours reach from -128",
    },
    {
        "exercise": "03.5",
        "mistake": "lets the first axis run fastest",
        "code": """
def read_idx(data):
    axes = data[3]
    shape = np.frombuffer(data, ">i4", axes, 4)
    values = np.frombuffer(data, np.uint8, offset=4 + 4 * axes)
    return values.reshape(shape, order="F")
""",
        "hint": "the last axis runs fastest",
    },
    {
        "exercise": "03.6",
        "mistake": "returns the last net",
        "code": """
def train(net, x, t, x_val, t_val, rate, patience, most):
    lowest, met = error(net, x_val, t_val), 0
    for steps in range(1, most + 1):
        net = [p - rate * s for p, s in zip(net, gradients(net, x, t))]
        now = error(net, x_val, t_val)
        if now < lowest:
            lowest, met = now, steps
        if steps - met == patience:
            break
    return net, steps
""",
        "hint": "you return the last net",
    },
    {
        "exercise": "03.6",
        "mistake": "watches the training error",
        "code": """
def train(net, x, t, x_val, t_val, rate, patience, most):
    best, lowest, met = net, error(net, x, t), 0
    for steps in range(1, most + 1):
        net = [p - rate * s for p, s in zip(net, gradients(net, x, t))]
        now = error(net, x, t)
        if now < lowest:
            best, lowest, met = net, now, steps
        if steps - met == patience:
            break
    return best, steps
""",
        "hint": "the lowest validation error so far",
    },
    {
        "exercise": "03.6",
        "mistake": "counts all bad steps, not those in a row",
        "code": """
def train(net, x, t, x_val, t_val, rate, patience, most):
    best, lowest, bad = net, error(net, x_val, t_val), 0
    for steps in range(1, most + 1):
        net = [p - rate * s for p, s in zip(net, gradients(net, x, t))]
        now = error(net, x_val, t_val)
        if now < lowest:
            best, lowest = net, now
        else:
            bad += 1
        if bad == patience:
            break
    return best, steps
""",
        "hint": "patience 3: the lowest validation error so far",
    },
    {
        "exercise": "03.6",
        "mistake": "changes the best net in place",
        "code": """
def train(net, x, t, x_val, t_val, rate, patience, most):
    net = [part.copy() for part in net]
    best, lowest, met = net, error(net, x_val, t_val), 0
    for steps in range(1, most + 1):
        for part, slope in zip(net, gradients(net, x, t)):
            part -= rate * slope
        now = error(net, x_val, t_val)
        if now < lowest:
            best, lowest, met = net, now, steps
        if steps - met == patience:
            break
    return best, steps
""",
        "hint": "you return the last net",
    },
]
