"""Plausible wrong answers to 11 Conv1D features, each with the hint it must meet."""

WRONG = [
    {
        "exercise": "11.1",
        "mistake": "forgets the biases",
        "code": """
def after_conv(n, c, filters, k):
    return n - k + 1, filters, k * c * filters
""",
        "hint": "each filter has a bias",
    },
    {
        "exercise": "11.1",
        "mistake": "takes one place too few",
        "code": """
def after_conv(n, c, filters, k):
    return n - k, filters, k * c * filters + filters
""",
        "hint": "16 times",
    },
    {
        "exercise": "11.1",
        "mistake": "multiplies the channels by the filters, as if none were summed",
        "code": """
def after_conv(n, c, filters, k):
    return n - k + 1, filters * c, k * c * filters + filters
""",
        "hint": "(429, 32)",
    },
    {
        "exercise": "11.1",
        "mistake": "gives a filter weights for one channel only",
        "code": """
def after_conv(n, c, filters, k):
    return n - k + 1, filters, k * filters + filters
""",
        "hint": "reads all 64 channels",
    },
    {
        "exercise": "11.2",
        "mistake": "averages the channels",
        "code": """
def conv1d(x, w, b):
    k, channels, _ = w.shape
    windows = [x[i : i + k] for i in range(len(x) - k + 1)]
    return np.array([np.tensordot(p, w, axes=2) / channels + b for p in windows])
""",
        "hint": "no average",
    },
    {
        "exercise": "11.2",
        "mistake": "forgets the bias",
        "code": """
def conv1d(x, w, b):
    k = len(w)
    windows = [x[i : i + k] for i in range(len(x) - k + 1)]
    return np.array([np.tensordot(part, w, axes=2) for part in windows])
""",
        "hint": "bias 5 is missing",
    },
    {
        "exercise": "11.2",
        "mistake": "flips the kernel",
        "code": """
def conv1d(x, w, b):
    k = len(w)
    windows = [x[i : i + k] for i in range(len(x) - k + 1)]
    return np.array([np.tensordot(p, w[::-1], axes=2) + b for p in windows])
""",
        "hint": "flipped",
    },
    {
        "exercise": "11.2",
        "mistake": "keeps the channels apart",
        "code": """
def conv1d(x, w, b):
    k = len(w)
    windows = [x[i : i + k] for i in range(len(x) - k + 1)]
    return np.array([(part * w[:, :, 0]).sum(axis=0) + b for part in windows])
""",
        "hint": "the shape is (2, 1)",
    },
    {
        "exercise": "11.3",
        "mistake": "never looks whether a layer fits",
        "code": """
def layers_that_fit(stack, n):
    return len(stack)
""",
        "hint": "do not fit into 4 steps",
    },
    {
        "exercise": "11.3",
        "mistake": "wants one step more than the span",
        "code": """
def layers_that_fit(stack, n):
    fitted = 0
    for k, d, s in stack:
        span = (k - 1) * d + 1
        if n <= span:
            return fitted
        n = (n - span) // s + 1
        fitted = fitted + 1
    return fitted
""",
        "hint": "exactly once",
    },
    {
        "exercise": "11.3",
        "mistake": "takes k d for the span",
        "code": """
def layers_that_fit(stack, n):
    fitted = 0
    for k, d, s in stack:
        span = k * d
        if n < span:
            return fitted
        n = (n - span) // s + 1
        fitted = fitted + 1
    return fitted
""",
        "hint": "places 0, 4, 8",
    },
    {
        "exercise": "11.3",
        "mistake": "forgets the stride",
        "code": """
def layers_that_fit(stack, n):
    fitted = 0
    for k, d, s in stack:
        span = (k - 1) * d + 1
        if n < span:
            return fitted
        n = n - span + 1
        fitted = fitted + 1
    return fitted
""",
        "hint": "divided by the stride",
    },
    {
        "exercise": "11.4",
        "mistake": "mends the places it reads, not how many there are",
        "code": """
def dilated(x, w, d):
    n, k = len(x), len(w)
    y = []
    for i in range(n - k * d + 1):
        y.append(sum(w[j] * x[i + j * d] for j in range(k)))
    return np.array(y)
""",
        "hint": "one gap",
    },
    {
        "exercise": "11.4",
        "mistake": "mends how many there are, not the places it reads",
        "code": """
def dilated(x, w, d):
    n, k = len(x), len(w)
    y = []
    for i in range(n - (k - 1) * d):
        y.append(sum(w[j] * x[min(i + j + d, n - 1)] for j in range(k)))
    return np.array(y)
""",
        "hint": "reads places 2 and 3",
    },
    {
        "exercise": "11.4",
        "mistake": "flips the kernel",
        "code": """
def dilated(x, w, d):
    n, k = len(x), len(w)
    return np.array(
        [x[i : i + (k - 1) * d + 1 : d] @ w[::-1] for i in range(n - (k - 1) * d)]
    )
""",
        "hint": "10*1 + 1*3",
    },
    {
        "exercise": "11.5",
        "mistake": "counts every place above the threshold",
        "code": """
def pulse(x, w, threshold, per_second):
    rises = np.flatnonzero(np.correlate(x, w, "valid") > threshold)
    return rises, 60 * per_second / np.diff(rises).mean()
""",
        "hint": "place 2 is no rise",
    },
    {
        "exercise": "11.5",
        "mistake": "flips the kernel",
        "code": """
def pulse(x, w, threshold, per_second):
    above = np.convolve(x, w, "valid") > threshold
    rises = np.flatnonzero(above & ~np.r_[False, above[:-1]])
    if len(rises) < 2:
        return rises, 0
    return rises, 60 * per_second / np.diff(rises).mean()
""",
        "hint": "without a flip",
    },
    {
        "exercise": "11.5",
        "mistake": "does not count a rise at place 0",
        "code": """
def pulse(x, w, threshold, per_second):
    above = np.correlate(x, w, "valid") > threshold
    rises = np.flatnonzero(above[1:] & ~above[:-1]) + 1
    if len(rises) < 2:
        return rises, 0
    return rises, 60 * per_second / np.diff(rises).mean()
""",
        "hint": "a rise at place 0",
    },
    {
        "exercise": "11.5",
        "mistake": "gives the beats a second",
        "code": """
def pulse(x, w, threshold, per_second):
    above = np.correlate(x, w, "valid") > threshold
    rises = np.flatnonzero(above & ~np.r_[False, above[:-1]])
    if len(rises) < 2:
        return rises, 0
    return rises, per_second / np.diff(rises).mean()
""",
        "hint": "30 a minute",
    },
    {
        "exercise": "11.5",
        "mistake": "divides by the number of beats instead of the distances",
        "code": """
def pulse(x, w, threshold, per_second):
    above = np.correlate(x, w, "valid") > threshold
    rises = np.flatnonzero(above & ~np.r_[False, above[:-1]])
    return rises, 60 * per_second * len(rises) / len(x)
""",
        "hint": "30 a minute",
    },
    {
        "exercise": "11.5",
        "mistake": "takes a value on the threshold for a rise",
        "code": """
def pulse(x, w, threshold, per_second):
    above = np.correlate(x, w, "valid") >= threshold
    rises = np.flatnonzero(above & ~np.r_[False, above[:-1]])
    if len(rises) < 2:
        return rises, 0
    return rises, 60 * per_second / np.diff(rises).mean()
""",
        "hint": "5 is not above 5",
    },
]
