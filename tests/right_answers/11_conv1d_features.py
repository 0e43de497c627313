"""Right answers to 11 Conv1D features, each written in another form than the solution."""

RIGHT = [
    {
        "exercise": "11.1",
        "form": "asked of Keras, a list",
        "code": """
def after_conv(n, c, filters, k):
    layer = keras.layers.Conv1D(filters, k)
    _, steps, channels = layer(np.zeros((1, n, c))).shape
    return [steps, channels, layer.count_params()]
""",
    },
    {
        "exercise": "11.1",
        "form": "a filter at a time, an array",
        "code": """
def after_conv(n, c, filters, k):
    a_filter = k * c + 1
    return np.array([len(range(k, n + 1)), filters, filters * a_filter])
""",
    },
    {
        "exercise": "11.1",
        "form": "floats",
        "code": """
def after_conv(n, c, filters, k):
    return float(n + 1 - k), float(filters), float((k * c + 1) * filters)
""",
    },
    {
        "exercise": "11.2",
        "form": "four loops, a list",
        "code": """
def conv1d(x, w, b):
    k, channels, filters = np.shape(w)
    rows = []
    for i in range(len(x) - k + 1):
        row = []
        for f in range(filters):
            z = b[f]
            for c in range(channels):
                for j in range(k):
                    z = z + w[j][c][f] * x[i + j][c]
            row.append(float(z))
        rows.append(row)
    return rows
""",
    },
    {
        "exercise": "11.2",
        "form": "windows and einsum, float32",
        "code": """
def conv1d(x, w, b):
    windows = np.lib.stride_tricks.sliding_window_view(x, len(w), axis=0)
    return (np.einsum("nck,kcf->nf", windows, w) + b).astype("float32")
""",
    },
    {
        "exercise": "11.2",
        "form": "a matrix for each weight",
        "code": """
def conv1d(x, w, b):
    n, k = len(x), len(w)
    return sum(x[j : n - k + 1 + j] @ w[j] for j in range(k)) + b
""",
    },
    {
        "exercise": "11.2",
        "form": "a tensor",
        "code": """
def conv1d(x, w, b):
    ops = keras.ops
    x, w, b = (ops.cast(part, "float32") for part in (x, w, b))
    return ops.conv(x[None], w, padding="valid")[0] + b
""",
    },
    {
        "exercise": "11.3",
        "form": "by receptive fields",
        "code": """
def layers_that_fit(stack, n):
    r, worth, fitted = 1, 1, 0
    for k, d, s in stack:
        r, worth = r + (k - 1) * d * worth, worth * s
        fitted += r <= n
    return fitted
""",
    },
    {
        "exercise": "11.3",
        "form": "the gaps filled",
        "code": """
def layers_that_fit(stack, n):
    fitted = 0
    for k, d, s in stack:
        span = k + (k - 1) * (d - 1)
        if n < span:
            return fitted
        n = len(range(0, n - span + 1, s))
        fitted = fitted + 1
    return fitted
""",
    },
    {
        "exercise": "11.3",
        "form": "recursion, a NumPy number",
        "code": """
def layers_that_fit(stack, n):
    if len(stack) == 0:
        return np.int64(0)
    (k, d, s), *rest = stack
    last = n - 1 - (k - 1) * d
    return np.int64(0) if last < 0 else 1 + layers_that_fit(rest, last // s + 1)
""",
    },
    {
        "exercise": "11.4",
        "form": "slices, a list",
        "code": """
def dilated(x, w, d):
    reach = (len(w) - 1) * d
    return [float(x[i : i + reach + 1 : d] @ w) for i in range(len(x) - reach)]
""",
    },
    {
        "exercise": "11.4",
        "form": "a kernel with zeros between",
        "code": """
def dilated(x, w, d):
    wide = np.zeros((len(w) - 1) * d + 1)
    wide[::d] = w
    return np.convolve(x, wide[::-1], "valid").astype("float32")
""",
    },
    {
        "exercise": "11.4",
        "form": "Keras, a tensor",
        "code": """
def dilated(x, w, d):
    ops = keras.ops
    series = ops.reshape(ops.cast(x, "float32"), (1, -1, 1))
    kernel = ops.reshape(ops.cast(w, "float32"), (-1, 1, 1))
    return ops.conv(series, kernel, padding="valid", dilation_rate=d)[0, :, 0]
""",
    },
    {
        "exercise": "11.5",
        "form": "a loop, lists",
        "code": """
def pulse(x, w, threshold, per_second):
    rises, above = [], False
    for i in range(len(x) - len(w) + 1):
        value = sum(a * b for a, b in zip(x[i:], w))
        if value > threshold and not above:
            rises.append(i)
        above = value > threshold
    if len(rises) < 2:
        return [rises, 0.0]
    return [rises, 60 * per_second * (len(rises) - 1) / (rises[-1] - rises[0])]
""",
    },
    {
        "exercise": "11.5",
        "form": "differences, float32",
        "code": """
def pulse(x, w, threshold, per_second):
    feature = np.convolve(x, w[::-1], "valid")
    steps = np.diff((feature > threshold).astype(int), prepend=0)
    rises = np.where(steps == 1)[0]
    rate = 60 * per_second / np.mean(np.diff(rises)) if rises.size > 1 else 0
    return rises, np.float32(rate)
""",
    },
    {
        "exercise": "11.5",
        "form": "Keras",
        "code": """
def pulse(x, w, threshold, per_second):
    layer = keras.layers.Conv1D(1, len(w), use_bias=False)
    layer.build((None, None, 1))
    layer.set_weights([np.reshape(w, (-1, 1, 1))])
    feature = np.asarray(layer(np.reshape(x, (1, -1, 1))))[0, :, 0]
    low = np.concatenate([[-np.inf], feature[:-1]]) <= threshold
    rises = [i for i in range(len(feature)) if feature[i] > threshold and low[i]]
    distances = [b - a for a, b in zip(rises, rises[1:])]
    return rises, 60 * per_second / np.mean(distances) if distances else 0
""",
    },
]
