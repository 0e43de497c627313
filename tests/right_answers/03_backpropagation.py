"""Right answers to 03 Backpropagation, in other forms than the solution."""

RIGHT = [
    {
        "exercise": "03.1",
        "form": "the old sign, turned back",
        "code": """
def output_deltas(y, t):
    missing = t - y
    return -missing * (y - y**2)
""",
    },
    {
        "exercise": "03.1",
        "form": "loops, a list of lists",
        "code": """
def output_deltas(y, t):
    rows = []
    for outputs, targets in zip(y, t):
        rows.append([(o - g) * o * (1 - o) for o, g in zip(outputs, targets)])
    return rows
""",
    },
    {
        "exercise": "03.1",
        "form": "NumPy's functions, float32",
        "code": """
def output_deltas(y, t):
    y, t = np.float32(y), np.float32(t)
    return np.multiply(np.subtract(y, t), y * (1 - y))
""",
    },
    {
        "exercise": "03.2",
        "form": "a loop over the layers, for any depth",
        "code": """
def deep_gradients(net, x, t):
    values = [x]
    for part in net:
        values.append(sigmoid(values[-1] @ part))
    arriving, slopes = values[-1] - t, []
    for part, below, value in zip(net[::-1], values[-2::-1], values[::-1]):
        delta = arriving * value * (1 - value)
        slopes.insert(0, below.T @ delta)
        arriving = delta @ part.T
    return slopes
""",
    },
    {
        "exercise": "03.2",
        "form": "the setup's gradients for the upper two, with biases of zero",
        "code": """
def deep_gradients(net, x, t):
    U, W, V = net
    g = sigmoid(x @ U)
    zeros = np.zeros(W.shape[1]), np.zeros(V.shape[1])
    upper = [W, zeros[0], V, zeros[1]]
    by_W, delta_sum, by_V, _ = gradients(upper, g, t)
    h = sigmoid(g @ W)
    y = sigmoid(h @ V)
    delta_h = ((y - t) * y * (1 - y)) @ V.T * h * (1 - h)
    by_U = x.T @ (delta_h @ W.T * g * (1 - g))
    return by_U, by_W, by_V
""",
    },
    {
        "exercise": "03.2",
        "form": "sample by sample, outer products",
        "code": """
def deep_gradients(net, x, t):
    U, W, V = net
    slopes = [np.zeros(part.shape) for part in net]
    for row, target in zip(x, t):
        g = sigmoid(row @ U)
        h = sigmoid(g @ W)
        y = sigmoid(h @ V)
        delta_y = (y - target) * y * (1 - y)
        delta_h = V @ delta_y * h * (1 - h)
        delta_g = W @ delta_h * g * (1 - g)
        slopes[0] += np.outer(row, delta_g)
        slopes[1] += np.outer(g, delta_h)
        slopes[2] += np.outer(h, delta_y)
    return slopes
""",
    },
    {
        "exercise": "03.2",
        "form": "float32",
        "code": """
def deep_gradients(net, x, t):
    U, W, V = (np.float32(part) for part in net)
    x, t = np.float32(x), np.float32(t)
    g = sigmoid(x @ U)
    h = sigmoid(g @ W)
    y = sigmoid(h @ V)
    delta_y = (y - t) * y * (1 - y)
    delta_h = np.einsum("nk,jk->nj", delta_y, V) * h * (1 - h)
    delta_g = np.einsum("nk,jk->nj", delta_h, W) * g * (1 - g)
    return [x.T @ delta_g, g.T @ delta_h, h.T @ delta_y]
""",
    },
    {
        "exercise": "03.3",
        "form": "a nudge of its own for each element",
        "code": """
def nudged(f, w):
    slopes = np.zeros(np.shape(w))
    for i in np.ndindex(slopes.shape):
        nudge = np.zeros(slopes.shape)
        nudge[i] = 1e-5
        slopes[i] = (f(w + nudge) - f(w - nudge)) / 2e-5
    return slopes
""",
    },
    {
        "exercise": "03.3",
        "form": "flat, a list in between",
        "code": """
def nudged(f, w):
    shape, flat = np.shape(w), np.ravel(w).astype(float)
    found = []
    for k in range(flat.size):
        sides = []
        for sign in (1, -1):
            moved = flat.copy()
            moved[k] += sign * 1e-5
            sides.append(f(moved.reshape(shape)))
        found.append((sides[0] - sides[1]) / 2e-5)
    return np.array(found).reshape(shape)
""",
    },
    {
        "exercise": "03.3",
        "form": "rows of a unit matrix",
        "code": """
def nudged(f, w):
    w = np.asarray(w, dtype=float)
    units = 1e-5 * np.eye(w.size).reshape(w.size, *w.shape)
    slopes = [(f(w + unit) - f(w - unit)) / 2e-5 for unit in units]
    return np.reshape(slopes, w.shape)
""",
    },
    {
        "exercise": "03.4",
        "form": "the text's lines, mended one by one",
        "code": """
def train_step(net, x, t, rate):
    W, b, V, c = net
    h = np.tanh(x @ W + b)
    y = h @ V + c
    delta_y = (y - t) * 1
    delta_h = (delta_y @ V.T) * (1 - h) * (1 + h)
    V = V - rate * h.T @ delta_y
    c = c - rate * delta_y.sum(axis=0)
    W = W - rate * x.T @ delta_h
    b = b - rate * delta_h.sum(axis=0)
    return [W, b, V, c]
""",
    },
    {
        "exercise": "03.4",
        "form": "adding t - y, a tuple",
        "code": """
def train_step(net, x, t, rate):
    W, b, V, c = net
    h = np.tanh(x @ W + b)
    delta_y = t - (h @ V + c)
    delta_h = delta_y @ V.T / np.cosh(x @ W + b) ** 2
    ones = np.ones(len(x))
    return (
        W + rate * x.T @ delta_h,
        b + rate * ones @ delta_h,
        V + rate * h.T @ delta_y,
        c + rate * ones @ delta_y,
    )
""",
    },
    {
        "exercise": "03.4",
        "form": "float32, sample by sample",
        "code": """
def train_step(net, x, t, rate):
    W, b, V, c = (np.float32(part) for part in net)
    moves = [np.zeros_like(part) for part in (W, b, V, c)]
    for row, target in zip(x, t):
        h = np.tanh(row @ W + b)
        delta_y = h @ V + c - target
        delta_h = V @ delta_y * (1 - h * h)
        for move, more in zip(
            moves, (np.outer(row, delta_h), delta_h, np.outer(h, delta_y), delta_y)
        ):
            move += more
    return [part - rate * move for part, move in zip((W, b, V, c), moves)]
""",
    },
    {
        "exercise": "03.5",
        "form": "int.from_bytes, a list of values",
        "code": """
def read_idx(data):
    axes = data[3]
    ends = range(4, 4 + 4 * axes, 4)
    shape = [int.from_bytes(data[at : at + 4], "big") for at in ends]
    return np.array(list(data[4 + 4 * axes :])).reshape(shape)
""",
    },
    {
        "exercise": "03.5",
        "form": "struct, floats",
        "code": """
import struct


def read_idx(data):
    axes = data[3]
    shape = struct.unpack(f">{axes}I", data[4 : 4 + 4 * axes])
    values = np.frombuffer(data[4 + 4 * axes :], dtype="u1")
    return values.astype("float32").reshape(shape)
""",
    },
    {
        "exercise": "03.5",
        "form": "a file in memory",
        "code": """
import io


def read_idx(data):
    file = io.BytesIO(data)
    file.read(3)
    axes = file.read(1)[0]
    shape = []
    for _ in range(axes):
        first, second, third, fourth = file.read(4)
        shape.append(((first * 256 + second) * 256 + third) * 256 + fourth)
    return np.frombuffer(file.read(), np.uint8).reshape(*shape)
""",
    },
    {
        "exercise": "03.6",
        "form": "a list of all nets and errors",
        "code": """
def train(net, x, t, x_val, t_val, rate, patience, most):
    nets, errors = [net], [error(net, x_val, t_val)]
    while len(nets) <= most:
        slopes = gradients(nets[-1], x, t)
        nets.append([p - rate * s for p, s in zip(nets[-1], slopes)])
        errors.append(error(nets[-1], x_val, t_val))
        if len(errors) - 1 - int(np.argmin(errors)) >= patience:
            break
    return nets[int(np.argmin(errors))], len(nets) - 1
""",
    },
    {
        "exercise": "03.6",
        "form": "counts bad steps, copies the best",
        "code": """
def train(net, x, t, x_val, t_val, rate, patience, most):
    net = [np.array(part) for part in net]
    best = [part.copy() for part in net]
    lowest, bad, steps = error(net, x_val, t_val), 0, 0
    while steps < most and bad < patience:
        for part, slope in zip(net, gradients(net, x, t)):
            part -= rate * slope
        steps += 1
        bad += 1
        now = error(net, x_val, t_val)
        if now < lowest:
            best, lowest, bad = [part.copy() for part in net], now, 0
    return [best, steps]
""",
    },
    {
        "exercise": "03.6",
        "form": "float32",
        "code": """
def train(net, x, t, x_val, t_val, rate, patience, most):
    net = tuple(np.float32(part) for part in net)
    best, lowest, met = net, np.inf, 0
    for steps in range(most + 1):
        if steps:
            slopes = gradients(net, np.float32(x), np.float32(t))
            net = tuple(np.float32(p - rate * s) for p, s in zip(net, slopes))
        now = error(net, x_val, t_val)
        if now < lowest:
            best, lowest, met = net, now, steps
        if steps - met == patience:
            break
    return best, steps
""",
    },
]
