"""Right answers to 10 Conv1D smoothing, each written in another form than the solution."""

RIGHT = [
    {
        "exercise": "10.1",
        "form": "two loops, a list",
        "code": """
def slide(x, w):
    sums = []
    for i in range(len(x) - len(w) + 1):
        total = 0.0
        for j in range(len(w)):
            total += x[i + j] * w[j]
        sums.append(total)
    return sums
""",
    },
    {
        "exercise": "10.1",
        "form": "a loop over the weights",
        "code": """
def slide(x, w):
    n, k = len(x), len(w)
    return sum(w[j] * x[j : n - k + 1 + j] for j in range(k))
""",
    },
    {
        "exercise": "10.1",
        "form": "windows, float32",
        "code": """
def slide(x, w):
    windows = np.lib.stride_tricks.sliding_window_view(x, len(w))
    return np.einsum("nk,k->n", windows, w).astype("float32")
""",
    },
    {
        "exercise": "10.1",
        "form": "Keras, a tensor",
        "code": """
def slide(x, w):
    series = keras.ops.reshape(keras.ops.cast(x, "float32"), (1, -1, 1))
    kernel = keras.ops.reshape(keras.ops.cast(w, "float32"), (-1, 1, 1))
    return keras.ops.conv(series, kernel, padding="valid")[0, :, 0]
""",
    },
    {
        "exercise": "10.2",
        "form": "counted starts",
        "code": """
def conv_output_length(n, k, p=0, s=1):
    return len(range(0, n + 2 * p - k + 1, s))
""",
    },
    {
        "exercise": "10.2",
        "form": "rounded down, a NumPy number",
        "code": """
def conv_output_length(n, k, p=0, s=1):
    return np.floor((n + 2 * p - k) / s).astype(int) + 1
""",
    },
    {
        "exercise": "10.2",
        "form": "a while loop",
        "code": """
def conv_output_length(n, k, p=0, s=1):
    count, start = 0, -p
    while start + k <= n + p:
        count, start = count + 1, start + s
    return count
""",
    },
    {
        "exercise": "10.3",
        "form": "a loop, a list",
        "code": """
def exponential_kernel(k, alpha):
    weights = [1.0]
    for _ in range(k - 1):
        weights.insert(0, weights[0] * (1 - alpha))
    total = sum(weights)
    return [weight / total for weight in weights]
""",
    },
    {
        "exercise": "10.3",
        "form": "the sum of a geometric series, float32",
        "code": """
def exponential_kernel(k, alpha):
    age = np.arange(k - 1, -1, -1)
    keep = 1 - alpha
    return (alpha * keep**age / (1 - keep**k)).astype("float32")
""",
    },
    {
        "exercise": "10.3",
        "form": "a tensor",
        "code": """
def exponential_kernel(k, alpha):
    ops = keras.ops
    w = ops.flip(ops.power(1.0 - alpha, ops.arange(k, dtype="float32")))
    return w / ops.sum(w)
""",
    },
    {
        "exercise": "10.4",
        "form": "a loop with both ends cut, a list",
        "code": """
def smooth_same(x, w):
    half, means = len(w) // 2, []
    for i in range(len(x)):
        pairs = [
            (w[j + half], x[i + j])
            for j in range(-half, half + 1)
            if 0 <= i + j < len(x)
        ]
        means.append(sum(a * b for a, b in pairs) / sum(a for a, _ in pairs))
    return means
""",
    },
    {
        "exercise": "10.4",
        "form": "np.convolve",
        "code": """
def smooth_same(x, w):
    turned = np.asarray(w)[::-1]
    longer = np.convolve(np.pad(x, len(w) // 2), turned, mode="valid")
    ones = np.pad(np.ones_like(x), len(w) // 2)
    return longer / np.convolve(ones, turned, mode="valid")
""",
    },
    {
        "exercise": "10.4",
        "form": "a matrix, float32",
        "code": """
def smooth_same(x, w):
    n, half = len(x), len(w) // 2
    place = np.arange(n)
    gap = place[None, :] - place[:, None] + half
    inside = (gap >= 0) & (gap < len(w))
    table = np.where(inside, np.asarray(w)[np.clip(gap, 0, len(w) - 1)], 0)
    table = table / table.sum(axis=1, keepdims=True)
    return (table @ x).astype("float32")
""",
    },
    {
        "exercise": "10.5",
        "form": "a constant initializer",
        "code": """
def causal_layer(w):
    layer = keras.layers.Conv1D(
        filters=1,
        kernel_size=len(w),
        padding="causal",
        use_bias=False,
        kernel_initializer=keras.initializers.Constant(
            np.array(w, dtype="float32").reshape(-1, 1, 1)
        ),
    )
    layer.build((None, None, 1))
    return layer
""",
    },
    {
        "exercise": "10.5",
        "form": "built by a call, assigned",
        "code": """
def causal_layer(w):
    layer = keras.layers.Conv1D(1, len(w), padding="causal", use_bias=False)
    layer(np.zeros((1, len(w), 1)))
    layer.kernel.assign(np.array([[[value]] for value in w]))
    return layer
""",
    },
    {
        "exercise": "10.5",
        "form": "from a model",
        "code": """
def causal_layer(w):
    layer = keras.layers.Conv1D(1, (len(w),), padding="causal", use_bias=False)
    model = keras.Sequential([keras.Input((None, 1)), layer])
    model.set_weights([np.asarray(w, dtype="float32")[:, None, None]])
    return model.layers[0]
""",
    },
    {
        "exercise": "10.6",
        "form": "two moving averages",
        "code": """
def split_day(x, period=24):
    half = period // 2
    sums = np.cumsum(np.r_[0.0, x])
    means = (sums[period:] - sums[:-period]) / period
    slow = (means[1:] + means[:-1]) / 2
    return slow, x[half:-half] - slow
""",
    },
    {
        "exercise": "10.6",
        "form": "a loop, lists",
        "code": """
def split_day(x, period=24):
    half, slow, rest = period // 2, [], []
    for i in range(half, len(x) - half):
        inner = sum(x[i - half + 1 : i + half])
        mean = (inner + 0.5 * x[i - half] + 0.5 * x[i + half]) / period
        slow.append(mean)
        rest.append(x[i] - mean)
    return [slow, rest]
""",
    },
    {
        "exercise": "10.6",
        "form": "np.convolve, float32",
        "code": """
def split_day(x, period=24):
    w = np.r_[0.5, np.ones(period - 1), 0.5] / period
    slow = np.convolve(x, w, "valid").astype("float32")
    return slow, (x[period // 2 :][: len(slow)] - slow).astype("float32")
""",
    },
    {
        "exercise": "10.6",
        "form": "Keras, tensors",
        "code": """
def split_day(x, period=24):
    ops = keras.ops
    w = np.ones((period + 1, 1, 1)) / period
    w[[0, -1]] /= 2
    series = ops.reshape(ops.cast(x, "float32"), (1, -1, 1))
    slow = ops.conv(series, ops.cast(w, "float32"), padding="valid")[0, :, 0]
    half = period // 2
    return slow, series[0, half : len(x) - half, 0] - slow
""",
    },
]
