"""Plausible wrong answers to 12 Conv2D, Conv3D, transposed, separable, each with its hint."""

WRONG = [
    {
        "exercise": "12.1",
        "mistake": "keeps the channels of the input",
        "code": """
def conv_shape(into, filters, k, s, padding):
    return (*[(n - k) // s + 1 for n in into[:-1]], into[-1])
""",
        "hint": "each of 8 filters makes one output channel",
    },
    {
        "exercise": "12.1",
        "mistake": "slides along the channels",
        "code": """
def conv_shape(into, filters, k, s, padding):
    return (*[(n - k) // s + 1 for n in into], filters)
""",
        "hint": "does not slide along the channels",
    },
    {
        "exercise": "12.1",
        "mistake": "forgets the stride",
        "code": """
def conv_shape(into, filters, k, s, padding):
    return (*[n - k + 1 for n in into[:-1]], filters)
""",
        "hint": "places 0, 2, 4 down",
    },
    {
        "exercise": "12.1",
        "mistake": "same keeps the size at any stride",
        "code": """
def conv_shape(into, filters, k, s, padding):
    lengths = into[:-1]
    if padding == "valid":
        lengths = [(n - k) // s + 1 for n in lengths]
    return (*lengths, filters)
""",
        "hint": "only if the stride is 1",
    },
    {
        "exercise": "12.1",
        "mistake": "rounds down with same",
        "code": """
def conv_shape(into, filters, k, s, padding):
    lengths = into[:-1] if padding == "same" else [n - k + s for n in into[:-1]]
    return (*[n // s for n in lengths], filters)
""",
        "hint": "rounded up, make (4, 5, 5)",
    },
    {
        "exercise": "12.2",
        "mistake": "does not flip",
        "code": """
def by_zeros(y, w, s):
    k, m = len(w), len(y)
    spread = np.zeros((m - 1) * s + 1)
    spread[::s] = y
    padded = np.pad(spread, k - 1)
    return np.array([padded[i : i + k] @ w for i in range(len(padded) - k + 1)])
""",
        "hint": "is the kernel flipped?",
    },
    {
        "exercise": "12.2",
        "mistake": "puts s zeros between",
        "code": """
def by_zeros(y, w, s):
    k, m = len(w), len(y)
    spread = np.zeros((m - 1) * (s + 1) + 1)
    spread[:: s + 1] = y
    padded = np.pad(spread, k - 1)
    return np.array([padded[i : i + k] @ w[::-1] for i in range(len(padded) - k + 1)])
""",
        "hint": "s - 1 zeros stand between neighbours",
    },
    {
        "exercise": "12.2",
        "mistake": "adds no zeros at the ends",
        "code": """
def by_zeros(y, w, s):
    k, m = len(w), len(y)
    spread = np.zeros((m - 1) * s + 1)
    spread[::s] = y
    return np.array([spread[i : i + k] @ w[::-1] for i in range(len(spread) - k + 1)])
""",
        "hint": "make (2 - 1) * 2 + 3 = 5 places",
    },
    {
        "exercise": "12.2",
        "mistake": "lets stamps overwrite instead of add",
        "code": """
def by_zeros(y, w, s):
    out = np.zeros((len(y) - 1) * s + len(w))
    for i in range(len(y)):
        out[i * s : i * s + len(w)] = y[i] * w
    return out
""",
        "hint": "1 10 102 20 200, not",
    },
    {
        "exercise": "12.3",
        "mistake": "mends the places only",
        "code": """
def separable_cost(n, M, N, K):
    weights = M * K * K + K * N * K
    places = (n - K + 1) ** 2
    return weights, places * weights
""",
        "hint": "it reads the 2 channels of one place",
    },
    {
        "exercise": "12.3",
        "mistake": "mends the weights only",
        "code": """
def separable_cost(n, M, N, K):
    weights = M * K * K + M * N
    return weights, n * n * weights
""",
        "hint": "a kernel of 3 fits at 9",
    },
    {
        "exercise": "12.3",
        "mistake": "adds biases",
        "code": """
def separable_cost(n, M, N, K):
    weights = M * K * K + M * N + N
    return weights, (n - K + 1) ** 2 * weights
""",
        "hint": "this layer has none",
    },
    {
        "exercise": "12.3",
        "mistake": "mixes at the places of the input",
        "code": """
def separable_cost(n, M, N, K):
    places = (n - K + 1) ** 2
    return M * K * K + M * N, places * M * K * K + n * n * M * N
""",
        "hint": "26 weights at 3 x 3 places",
    },
    {
        "exercise": "12.4",
        "mistake": "forgets the singular value",
        "code": """
def best_passes(kernel):
    U, S, V = np.linalg.svd(kernel)
    return U[:, 0], V[0], 1 - S[0] ** 2 / (S**2).sum()
""",
        "hint": "is missing as a factor",
    },
    {
        "exercise": "12.4",
        "mistake": "takes the first column of V",
        "code": """
def best_passes(kernel):
    U, S, V = np.linalg.svd(kernel)
    return S[0] * U[:, 0], V[:, 0], 1 - S[0] ** 2 / (S**2).sum()
""",
        "hint": "is the row the first *row* of V?",
    },
    {
        "exercise": "12.4",
        "mistake": "shares without squares",
        "code": """
def best_passes(kernel):
    U, S, V = np.linalg.svd(kernel)
    return S[0] * U[:, 0], V[0], S[1:].sum() / S.sum()
""",
        "hint": "take the *squares*",
    },
    {
        "exercise": "12.4",
        "mistake": "returns what is kept",
        "code": """
def best_passes(kernel):
    U, S, V = np.linalg.svd(kernel)
    return S[0] * U[:, 0], V[0], S[0] ** 2 / (S**2).sum()
""",
        "hint": "0.8 is what is kept",
    },
    {
        "exercise": "12.5",
        "mistake": "moves the later frames",
        "code": """
def direction(clip):
    moves = {"right": (2, 1), "left": (2, -1), "down": (1, 1), "up": (1, -1)}
    missed = {
        name: ((np.roll(clip[1:], step, axis=axis) - clip[:-1]) ** 2).sum()
        for name, (axis, step) in moves.items()
    }
    return min(missed, key=missed.get)
""",
        "hint": "Did you move the *later* frames",
    },
    {
        "exercise": "12.5",
        "mistake": "takes rows for columns",
        "code": """
def direction(clip):
    moves = {"right": (1, 1), "left": (1, -1), "down": (2, 1), "up": (2, -1)}
    missed = {
        name: ((np.roll(clip[:-1], step, axis=axis) - clip[1:]) ** 2).sum()
        for name, (axis, step) in moves.items()
    }
    return min(missed, key=missed.get)
""",
        "hint": "columns are the last axis",
    },
    {
        "exercise": "12.5",
        "mistake": "counts rows from the bottom",
        "code": """
def direction(clip):
    moves = {"right": (2, 1), "left": (2, -1), "down": (1, -1), "up": (1, 1)}
    missed = {
        name: ((np.roll(clip[:-1], step, axis=axis) - clip[1:]) ** 2).sum()
        for name, (axis, step) in moves.items()
    }
    return min(missed, key=missed.get)
""",
        "hint": "row 0 is at the top",
    },
    {
        "exercise": "12.5",
        "mistake": "looks at one frame",
        "code": """
def direction(clip):
    columns = clip[len(clip) // 2].sum(axis=0).nonzero()[0]
    return "right" if columns.mean() >= 2 else "left"
""",
        "hint": "the order of the frames must matter",
    },
    {
        "exercise": "12.6",
        "mistake": "multiplies the biases, too",
        "code": """
def tally(shape, network):
    table = []
    for kind, *numbers in network:
        *places, c = shape
        if kind == "dense":
            count, shape = (math.prod(shape) + 1) * numbers[0], tuple(numbers)
        else:
            (f, k, s, padding) = numbers if kind == "conv" else (c, *numbers, "valid")
            count = (k * k * c + 1) * f if kind == "conv" else 0
            shape = conv_shape(shape, f, k, s, padding)
        table.append((shape, count, count * math.prod(shape[:-1])))
    return table
""",
        "hint": "(a bias is added)",
    },
    {
        "exercise": "12.6",
        "mistake": "one input channel everywhere",
        "code": """
def tally(shape, network):
    table = []
    for kind, *numbers in network:
        if kind == "dense":
            count, f, shape = math.prod(shape) * numbers[0], numbers[0], tuple(numbers)
        else:
            f, k, s, padding = numbers if kind == "conv" else (shape[-1], *numbers, "valid")
            count = k * k * f if kind == "conv" else 0
            shape = conv_shape(shape, f, k, s, padding)
        biases = f if count else 0
        table.append((shape, count + biases, count * math.prod(shape[:-1])))
    return table
""",
        "hint": "3 * 3 * 3 weights and a bias are 28",
    },
    {
        "exercise": "12.6",
        "mistake": "the dense layer sees only the channels",
        "code": """
def tally(shape, network):
    table = []
    for kind, *numbers in network:
        if kind == "dense":
            count, f, shape = shape[-1] * numbers[0], numbers[0], tuple(numbers)
        else:
            f, k, s, padding = numbers if kind == "conv" else (shape[-1], *numbers, "valid")
            count = k * k * shape[-1] * f if kind == "conv" else 0
            shape = conv_shape(shape, f, k, s, padding)
        biases = f if count else 0
        table.append((shape, count + biases, count * math.prod(shape[:-1])))
    return table
""",
        "hint": "30 numbers to 4 units",
    },
]
