"""Right answers to 21 Truncated BPTT, each written in another form than the solution."""

RIGHT = [
    {
        "exercise": "21.1",
        "form": "a loop, a list",
        "code": """
def cost(n, k1, k2):
    updates = back = end = 0
    while end + k1 <= n:
        end += k1
        updates += 1
        back += end if end < k2 else k2
    return [updates, back]
""",
    },
    {
        "exercise": "21.1",
        "form": "NumPy, an array",
        "code": """
def cost(n, k1, k2):
    ends = np.arange(k1, n + 1, k1)
    return np.array([len(ends), np.minimum(ends, k2).sum()])
""",
    },
    {
        "exercise": "21.1",
        "form": "step by step",
        "code": """
def cost(n, k1, k2):
    backs = [min(step, k2) for step in range(1, n + 1) if step % k1 == 0]
    return n // k1, sum(backs)
""",
    },
    {
        "exercise": "21.2",
        "form": "cases",
        "code": """
def reaches(i, s, k1, k2):
    if s > i:
        return False
    end = i + 1
    while end % k1:
        end += 1
    return s >= end - k2
""",
    },
    {
        "exercise": "21.2",
        "form": "sets",
        "code": """
def reaches(i, s, k1, k2):
    end = i - i % k1 + k1
    path = set(range(max(end - k2, 0), end))
    return i in path and s in path and s <= i
""",
    },
    {
        "exercise": "21.2",
        "form": "a NumPy bool",
        "code": """
def reaches(i, s, k1, k2):
    end = (np.floor_divide(i, k1) + 1) * k1
    return np.logical_and(s <= i, s >= end - k2)
""",
    },
    {
        "exercise": "21.2",
        "form": "1 and 0",
        "code": """
def reaches(i, s, k1, k2):
    return int(s <= i) * int(s + k2 >= k1 * -(-(i + 1) // k1))
""",
    },
    {
        "exercise": "21.3",
        "form": "slices, a list",
        "code": """
def time_windows(x, k):
    return [x[:, s : s + k] for s in range(0, x.shape[1], k)]
""",
    },
    {
        "exercise": "21.3",
        "form": "np.split, float32",
        "code": """
def time_windows(x, k):
    return np.stack(np.split(x.astype("float32"), x.shape[1] // k, axis=1))
""",
    },
    {
        "exercise": "21.3",
        "form": "einsum",
        "code": """
def time_windows(x, k):
    cut = x.reshape(x.shape[0], -1, k, x.shape[2])
    return np.einsum("swkf->wskf", cut)
""",
    },
    {
        "exercise": "21.3",
        "form": "TensorFlow, a tensor",
        "code": """
def time_windows(x, k):
    cut = tf.reshape(x, (x.shape[0], x.shape[1] // k, k, x.shape[2]))
    return tf.transpose(cut, (1, 0, 2, 3))
""",
    },
    {
        "exercise": "21.4",
        "form": "the formula",
        "code": """
def gradient_by_hand(w, x, y, k2):
    h = np.zeros(len(x) + 1)
    for t in range(len(x)):
        h[t + 1] = w * h[t] + x[t]
    states = h[::-1][1 : k2 + 1]
    return (h[-1] - y) * np.sum(w ** np.arange(len(states)) * states)
""",
    },
    {
        "exercise": "21.4",
        "form": "forwards, float32",
        "code": """
def gradient_by_hand(w, x, y, k2):
    h, slope, w = np.float32(0), np.float32(0), np.float32(w)
    for t, x_t in enumerate(np.asarray(x, dtype="float32")):
        carried = w * slope if t > len(x) - k2 else np.float32(0)
        slope = h + carried
        h = w * h + x_t
    return np.float32((h - np.float32(y)) * slope)
""",
    },
    {
        "exercise": "21.4",
        "form": "TensorFlow's tape, a tensor",
        "code": """
def gradient_by_hand(w, x, y, k2):
    w = tf.constant(w, tf.float64)
    with tf.GradientTape() as tape:
        tape.watch(w)
        h = tf.zeros((), tf.float64)
        for t, x_t in enumerate(x):
            if t == len(x) - k2:
                h = tf.stop_gradient(h)
            h = (w if t >= len(x) - k2 else tf.stop_gradient(w)) * h + x_t
        error = (h - y) ** 2 / 2
    return tape.gradient(error, w)
""",
    },
    {
        "exercise": "21.5",
        "form": "np.split",
        "code": """
def train_by_windows(model, x, y, k, epochs=1, carry=True):
    rnn, parts = model.layers[0], x.shape[1] // k
    windows = list(zip(np.split(x, parts, axis=1), np.split(y, parts, axis=1)))
    for _ in range(epochs):
        for place, (given, wanted) in enumerate(windows):
            if place == 0 or not carry:
                rnn.reset_state()
            model.train_on_batch(given, wanted)
""",
    },
    {
        "exercise": "21.5",
        "form": "one loop over all windows",
        "code": """
def train_by_windows(model, x, y, k, epochs=1, carry=True):
    per_epoch = x.shape[1] // k
    for update in range(epochs * per_epoch):
        window = update % per_epoch
        if window == 0 or carry is False:
            for layer in model.layers:
                if getattr(layer, "stateful", False):
                    layer.reset_state()
        at = slice(window * k, window * k + k)
        model.train_on_batch(x[:, at], y[:, at])
    return model
""",
    },
    {
        "exercise": "21.5",
        "form": "a while loop, tensors",
        "code": """
def train_by_windows(model, x, y, k, epochs=1, carry=True):
    x, y = tf.constant(x, tf.float32), tf.constant(y, tf.float32)
    while epochs:
        epochs -= 1
        model.layers[0].reset_state()
        for first in tf.range(0, x.shape[1], k).numpy():
            model.train_on_batch(x[:, first : first + k], y[:, first : first + k])
            if not carry:
                model.layers[0].reset_state()
""",
    },
]
