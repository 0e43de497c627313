"""Plausible wrong answers to 10 Conv1D smoothing, each with the hint it must meet."""

WRONG = [
    {
        "exercise": "10.1",
        "mistake": "stops one place too early",
        "code": """
def slide(x, w):
    k = len(w)
    return np.array([x[i : i + k] @ w for i in range(len(x) - k)])
""",
        "hint": "is the last place missing?",
    },
    {
        "exercise": "10.1",
        "mistake": "convolves, and so flips the kernel",
        "code": """
def slide(x, w):
    return np.convolve(x, w, mode="valid")
""",
        "hint": "the kernel is flipped",
    },
    {
        "exercise": "10.1",
        "mistake": "divides by the sum of the weights",
        "code": """
def slide(x, w):
    k = len(w)
    return np.array([x[i : i + k] @ w / w.sum() for i in range(len(x) - k + 1)])
""",
        "hint": "do not divide",
    },
    {
        "exercise": "10.1",
        "mistake": "returns nothing",
        "code": """
def slide(x, w):
    k = len(w)
    y = [x[i : i + k] @ w for i in range(len(x) - k + 1)]
""",
        "hint": "returns nothing",
    },
    {
        "exercise": "10.2",
        "mistake": "forgets that the kernel covers k places",
        "code": """
def conv_output_length(n, k, p=0, s=1):
    return n // s
""",
        "hint": "7 - 3 + 1",
    },
    {
        "exercise": "10.2",
        "mistake": "divides only the kernel by the stride, as in the myth",
        "code": """
def conv_output_length(n, k, p=0, s=1):
    return n + 2 * p - k / s + 1
""",
        "hint": "divide the whole n - k by s",
    },
    {
        "exercise": "10.2",
        "mistake": "counts the padding once",
        "code": """
def conv_output_length(n, k, p=0, s=1):
    return (n - k + p) // s + 1
""",
        "hint": "at each end",
    },
    {
        "exercise": "10.2",
        "mistake": "does not round down",
        "code": """
def conv_output_length(n, k, p=0, s=1):
    return (n - k + 2 * p) / s + 1
""",
        "hint": "round down",
    },
    {
        "exercise": "10.3",
        "mistake": "puts the newest value first",
        "code": """
def exponential_kernel(k, alpha):
    w = (1 - alpha) ** np.arange(k)
    return w / w.sum()
""",
        "hint": "reverse the ages",
    },
    {
        "exercise": "10.3",
        "mistake": "takes alpha (1 - alpha)^age as already normalised",
        "code": """
def exponential_kernel(k, alpha):
    return alpha * (1 - alpha) ** np.arange(k)[::-1]
""",
        "hint": "divide by their sum",
    },
    {
        "exercise": "10.3",
        "mistake": "uses alpha for 1 - alpha",
        "code": """
def exponential_kernel(k, alpha):
    w = alpha ** np.arange(k)[::-1]
    return w / w.sum()
""",
        "hint": "multiplies the weight by 0.8",
    },
    {
        "exercise": "10.4",
        "mistake": "pads with zeros and divides by all the weights",
        "code": """
def smooth_same(x, w):
    return slide(np.pad(x, len(w) // 2), w / w.sum())
""",
        "hint": "divide there by the weights on data only",
    },
    {
        "exercise": "10.4",
        "mistake": "repeats the end values",
        "code": """
def smooth_same(x, w):
    return slide(np.pad(x, len(w) // 2, mode="edge"), w / w.sum())
""",
        "hint": "leave the padded value out",
    },
    {
        "exercise": "10.4",
        "mistake": "does not pad",
        "code": """
def smooth_same(x, w):
    return slide(x, w) / w.sum()
""",
        "hint": "pad len(w) // 2 at both ends",
    },
    {
        "exercise": "10.5",
        "mistake": "pads centred",
        "code": """
def causal_layer(w):
    layer = keras.layers.Conv1D(1, len(w), padding="same", use_bias=False)
    layer.build((None, None, 1))
    layer.set_weights([np.reshape(w, (-1, 1, 1))])
    return layer
""",
        "hint": "sees the future",
    },
    {
        "exercise": "10.5",
        "mistake": "flips the weights",
        "code": """
def causal_layer(w):
    layer = keras.layers.Conv1D(1, len(w), padding="causal", use_bias=False)
    layer.build((None, None, 1))
    layer.set_weights([np.reshape(w[::-1], (-1, 1, 1))])
    return layer
""",
        "hint": "do not flip",
    },
    {
        "exercise": "10.5",
        "mistake": "keeps a bias",
        "code": """
def causal_layer(w):
    layer = keras.layers.Conv1D(1, len(w), padding="causal")
    layer.build((None, None, 1))
    layer.set_weights([np.reshape(w, (-1, 1, 1)), np.zeros(1)])
    return layer
""",
        "hint": "use_bias=False",
    },
    {
        "exercise": "10.5",
        "mistake": "does not build the layer",
        "code": """
def causal_layer(w):
    return keras.layers.Conv1D(1, len(w), padding="causal", use_bias=False)
""",
        "hint": "no weights yet",
    },
    {
        "exercise": "10.6",
        "mistake": "gives all 25 weights the same size",
        "code": """
def split_day(x, period=24):
    slow = slide(x, np.ones(period + 1) / (period + 1))
    half = period // 2
    return slow, x[half : len(x) - half] - slow
""",
        "hint": "half as heavy",
    },
    {
        "exercise": "10.6",
        "mistake": "averages 24 hours and is half an hour off",
        "code": """
def split_day(x, period=24):
    slow = slide(x, np.ones(period) / period)
    half = period // 2
    return slow, x[half : half + len(slow)] - slow
""",
        "hint": "leave n - period values",
    },
    {
        "exercise": "10.6",
        "mistake": "subtracts from the first hours instead of the middle ones",
        "code": """
def split_day(x, period=24):
    w = np.ones(period + 1)
    w[0] = w[-1] = 0.5
    slow = slide(x, w / w.sum())
    return slow, x[: len(slow)] - slow
""",
        "hint": "in the middle of the windows",
    },
]
