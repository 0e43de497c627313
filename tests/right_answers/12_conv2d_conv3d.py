"""Right answers to 12 Conv2D, Conv3D, transposed, separable, in other forms than the solution."""

RIGHT = [
    {
        "exercise": "12.1",
        "form": "a list, places counted",
        "code": """
def conv_shape(into, filters, k, s, padding):
    out = []
    for n in into[:-1]:
        last = n if padding == "same" else n - k + 1
        out.append(len(range(0, last, s)))
    return out + [filters]
""",
    },
    {
        "exercise": "12.1",
        "form": "an array",
        "code": """
def conv_shape(into, filters, k, s, padding):
    n = np.array(into[:-1])
    places = -(-n // s) if padding == "same" else (n - k) // s + 1
    return np.append(places, filters)
""",
    },
    {
        "exercise": "12.1",
        "form": "one formula with padding",
        "code": """
def conv_shape(into, filters, k, s, padding):
    taken = 0 if padding == "same" else k - 1
    return tuple((n - taken + s - 1) // s for n in into[:-1]) + (filters,)
""",
    },
    {
        "exercise": "12.2",
        "form": "np.convolve, which flips",
        "code": """
def by_zeros(y, w, s):
    spread = np.zeros((len(y) - 1) * s + 1)
    spread[::s] = y
    return np.convolve(spread, w)
""",
    },
    {
        "exercise": "12.2",
        "form": "a list in float32",
        "code": """
def by_zeros(y, w, s):
    k = len(w)
    spread = [0.0] * (k - 1)
    for value in y[:-1]:
        spread += [value] + [0.0] * (s - 1)
    spread += [y[-1]] + [0.0] * (k - 1)
    spread = np.array(spread, dtype="float32")
    return [spread[i : i + k][::-1] @ w for i in range(len(spread) - k + 1)]
""",
    },
    {
        "exercise": "12.2",
        "form": "np.correlate with mode full",
        "code": """
def by_zeros(y, w, s):
    spread = np.kron(y, np.eye(1, s)[0])[: (len(y) - 1) * s + 1]
    return np.correlate(spread, w[::-1], mode="full")
""",
    },
    {
        "exercise": "12.3",
        "form": "factored",
        "code": """
def separable_cost(n, M, N, K):
    weights = M * (K**2 + N)
    return [weights, (n + 1 - K) ** 2 * weights]
""",
    },
    {
        "exercise": "12.3",
        "form": "from Keras",
        "code": """
def separable_cost(n, M, N, K):
    layer = layers.SeparableConv2D(N, K, use_bias=False)
    layer.build((None, n, n, M))
    side = layer.compute_output_shape((None, n, n, M))[1]
    return layer.count_params(), side * side * layer.count_params()
""",
    },
    {
        "exercise": "12.3",
        "form": "step by step, an array",
        "code": """
def separable_cost(n, M, N, K):
    side = len(range(n - K + 1))
    depthwise, mixing = M * K * K, M * N
    work = side * side * depthwise + side * side * mixing
    return np.array([depthwise + mixing, work], dtype=float)
""",
    },
    {
        "exercise": "12.4",
        "form": "the factor on the row, signs turned",
        "code": """
def best_passes(kernel):
    U, S, V = np.linalg.svd(kernel, full_matrices=False)
    return -U[:, 0], -S[0] * V[0], 1 - S[0] ** 2 / np.sum(S**2)
""",
    },
    {
        "exercise": "12.4",
        "form": "the factor shared out, two-dimensional",
        "code": """
def best_passes(kernel):
    U, S, V = np.linalg.svd(kernel)
    root = S[0] ** 0.5
    column, row = root * U[:, :1], root * V[:1]
    return column, row, ((kernel - column @ row) ** 2).sum() / (kernel**2).sum()
""",
    },
    {
        "exercise": "12.4",
        "form": "by eigenvectors",
        "code": """
def best_passes(kernel):
    squares, vectors = np.linalg.eigh(kernel.T @ kernel)
    row = vectors[:, -1]
    return kernel @ row, row, squares[:-1].sum() / squares.sum()
""",
    },
    {
        "exercise": "12.5",
        "form": "the centre of mass",
        "code": """
def direction(clip):
    where = np.argwhere(clip[-1]).mean(axis=0) - np.argwhere(clip[0]).mean(axis=0)
    down, right = where
    if abs(right) > abs(down):
        return "right" if right > 0 else "left"
    return "down" if down > 0 else "up"
""",
    },
    {
        "exercise": "12.5",
        "form": "by products of neighbouring frames",
        "code": """
def direction(clip):
    first, last = clip[:-1], clip[1:]
    scores = [
        (first[:, :, :-1] * last[:, :, 1:]).sum(),
        (first[:, :, 1:] * last[:, :, :-1]).sum(),
        (first[:, :-1] * last[:, 1:]).sum(),
        (first[:, 1:] * last[:, :-1]).sum(),
    ]
    return ["right", "left", "down", "up"][int(np.argmax(scores))]
""",
    },
    {
        "exercise": "12.5",
        "form": "the first place that is not 0",
        "code": """
def direction(clip):
    rows = [np.flatnonzero(frame.any(axis=1))[0] for frame in clip[:2]]
    columns = [np.flatnonzero(frame.any(axis=0))[0] for frame in clip[:2]]
    if rows[0] == rows[1]:
        return np.str_("right") if columns[1] > columns[0] else np.str_("left")
    return "down" if rows[1] > rows[0] else "up"
""",
    },
    {
        "exercise": "12.6",
        "form": "from Keras layers",
        "code": """
def tally(shape, network):
    table = []
    for kind, *numbers in network:
        if kind == "dense":
            layer, into = layers.Dense(*numbers), (math.prod(shape),)
        else:
            into = tuple(shape)
            layer = (layers.Conv2D if kind == "conv" else layers.MaxPooling2D)(*numbers)
        before = math.prod(into) if kind == "dense" else into[-1]
        shape = layer.compute_output_shape((None, *into))[1:]
        window = numbers[1] ** 2 if kind == "conv" else 1
        weights = 0 if kind == "pool" else window * before * shape[-1]
        biases = 0 if kind == "pool" else shape[-1]
        table.append([shape, weights + biases, weights * math.prod(shape[:-1])])
    return table
""",
    },
    {
        "exercise": "12.6",
        "form": "a function for each kind",
        "code": """
def tally(shape, network):
    def conv(shape, f, k, s, padding):
        m = [len(range(0, n if padding == "same" else n - k + 1, s)) for n in shape[:2]]
        weights = k * k * shape[2] * f
        return (*m, f), weights + f, weights * m[0] * m[1]

    def pool(shape, k, s):
        return (*[(n - k) // s + 1 for n in shape[:2]], shape[2]), 0, 0

    def dense(shape, units):
        inputs = int(np.prod(shape))
        return (units,), (inputs + 1) * units, inputs * units

    table = []
    for kind, *numbers in network:
        table.append({"conv": conv, "pool": pool, "dense": dense}[kind](shape, *numbers))
        shape = table[-1][0]
    return table
""",
    },
    {
        "exercise": "12.6",
        "form": "one row at a time, arrays and floats",
        "code": """
def tally(shape, network):
    table, shape = [], np.array(shape)
    for kind, *numbers in network:
        if kind == "dense":
            weights, f, shape = float(shape.prod() * numbers[0]), numbers[0], np.array(numbers)
        else:
            f, k, s, padding = numbers if kind == "conv" else (shape[-1], *numbers, "valid")
            weights = k * k * shape[-1] * f if kind == "conv" else 0
            less = 0 if padding == "same" else k - 1
            shape = np.append(-(-(shape[:-1] - less) // s), f)
        work = float(weights) * float(shape[:-1].prod())
        table.append((shape, weights + f * (weights > 0), work))
    return tuple(table)
""",
    },
]
