"""Right answers to 01 Perceptron, each written in another form than the solution."""

RIGHT = [
    {
        "exercise": "01.1",
        "form": "sums instead of a product",
        "code": """
def unit(X, w, b):
    z = (np.asarray(X) * w).sum(axis=-1) + b
    return np.where(z > 0, 1, 0)
""",
    },
    {
        "exercise": "01.1",
        "form": "einsum, int32",
        "code": """
def unit(X, w, b):
    z = np.einsum("...d,d->...", X, w) + b
    return (z > 0).astype("int32")
""",
    },
    {
        "exercise": "01.1",
        "form": "a loop, a list",
        "code": """
def unit(X, w, b):
    if np.ndim(X) == 1:
        return int(sum(x * v for x, v in zip(X, w)) + b > 0)
    return [unit(x, w, b) for x in X]
""",
    },
    {
        "exercise": "01.1",
        "form": "np.heaviside in float32",
        "code": """
def unit(X, w, b):
    z = np.dot(np.asarray(X, dtype="float32"), np.asarray(w, dtype="float32"))
    return np.heaviside(z + np.float32(b), 0).astype(int)
""",
    },
    {
        "exercise": "01.2",
        "form": "a list",
        "code": """
def at_least(k, n):
    return [1] * n, -(k - 1) - 0.5
""",
    },
    {
        "exercise": "01.2",
        "form": "another scale, an array of one number as bias",
        "code": """
def at_least(k, n):
    w = np.full(n, 2, dtype="float32")
    return w, np.array(1 - 2 * k)
""",
    },
    {
        "exercise": "01.2",
        "form": "a list of two, whole numbers and a quarter",
        "code": """
def at_least(k, n):
    return [np.ones(n, dtype=int), 1 - k - 0.25]
""",
    },
    {
        "exercise": "01.3",
        "form": "cases",
        "code": """
def correct(w, b, x, t, eta=1):
    y = 1 if np.dot(w, x) + b > 0 else 0
    if y == t:
        return w, b
    sign = 1 if t == 1 else -1
    return w + sign * eta * x, b + sign * eta
""",
    },
    {
        "exercise": "01.3",
        "form": "a loop, a list of lists",
        "code": """
def correct(w, b, x, t, eta=1):
    error = int(t) - int(sum(i * j for i, j in zip(w, x)) + b > 0)
    return [[old + eta * error * value for old, value in zip(w, x)], b + eta * error]
""",
    },
    {
        "exercise": "01.3",
        "form": "a copy, changed in place, float32",
        "code": """
def correct(w, b, x, t, eta=1):
    step = eta * (t - unit(x, w, b))
    w = np.array(w, dtype="float32")
    w += step * x
    return w, np.float32(b + step)
""",
    },
    {
        "exercise": "01.3",
        "form": "bias and weights in one array",
        "code": """
def correct(w, b, x, t, eta=1):
    whole, seen = np.append(w, b), np.append(x, 1)
    whole = whole + eta * (t - (whole @ seen > 0)) * seen
    return whole[:-1], whole[-1]
""",
    },
    {
        "exercise": "01.4",
        "form": "a while loop, an array of counts",
        "code": """
def learn(X, t, eta=1, max_passes=100):
    w, b, counts = np.zeros(X.shape[1]), 0, []
    while len(counts) < max_passes and (not counts or counts[-1] > 0):
        wrong = 0
        for i in range(len(X)):
            if unit(X[i], w, b) != t[i]:
                wrong += 1
                w, b = correct(w, b, X[i], t[i], eta)
        counts.append(wrong)
    return w, b, np.array(counts)
""",
    },
    {
        "exercise": "01.4",
        "form": "without the earlier functions, a list",
        "code": """
def learn(X, t, eta=1, max_passes=100):
    w, b, counts = [0.0] * X.shape[1], 0.0, []
    for _ in range(max_passes):
        mistakes = 0
        for row, target in zip(X.tolist(), t.tolist()):
            error = target - int(sum(i * j for i, j in zip(w, row)) + b > 0)
            w = [old + eta * error * value for old, value in zip(w, row)]
            b += eta * error
            mistakes += abs(error)
        counts.append(mistakes)
        if not mistakes:
            break
    return [w, b, counts]
""",
    },
    {
        "exercise": "01.4",
        "form": "counts from a comparison",
        "code": """
def learn(X, t, eta=1, max_passes=100):
    w, b, counts = np.zeros(X.shape[-1], dtype="float32"), 0.0, ()
    for _ in range(max_passes):
        errors = []
        for x, target in zip(X, t):
            errors.append(unit(x, w, b) != target)
            w, b = correct(w, b, x, target, eta)
        counts += (np.sum(errors),)
        if counts[-1] == 0:
            return w, b, counts
    return w, b, counts
""",
    },
    {
        "exercise": "01.5",
        "form": "the hidden units in one product",
        "code": """
def exactly_one(X):
    ones = np.ones(X.shape[1])
    W = np.column_stack([ones, -ones])
    hidden = (X @ W + [-0.5, 1.5] > 0).astype(int)
    return hidden, (hidden @ [1, 1] - 1.5 > 0).astype(int)
""",
    },
    {
        "exercise": "01.5",
        "form": "lists",
        "code": """
def exactly_one(X):
    one, two = at_least(1, X.shape[1]), at_least(2, X.shape[1])
    hidden = [
        [int(unit(x, *one)), int(unit(x, np.negative(two[0]), -two[1]))] for x in X
    ]
    w, b = at_least(2, 2)
    return [hidden, [int(unit(np.array(pair), w, b)) for pair in hidden]]
""",
    },
    {
        "exercise": "01.5",
        "form": "at least two says no, float answers in the hidden layer",
        "code": """
def exactly_one(X):
    d = X.shape[1]
    first, second = unit(X, *at_least(1, d)), unit(X, *at_least(2, d))
    hidden = np.stack([first, second], axis=1).astype("float32")
    return hidden, unit(hidden, np.array([1, -1]), -0.5)
""",
    },
    {
        "exercise": "01.6",
        "form": "all weights kept, then the best",
        "code": """
def pocket(X, t, passes=20):
    path = [(np.zeros(X.shape[1]), 0.0)]
    for _ in range(passes):
        for x, target in zip(X, t):
            path.append(correct(*path[-1], x, target))
    mistakes = [np.sum(unit(X, w, b) != t) for w, b in path]
    best = np.argmin(mistakes)
    return *path[best], mistakes[best]
""",
    },
    {
        "exercise": "01.6",
        "form": "lists",
        "code": """
def pocket(X, t, passes=20):
    w, b = [0.0] * X.shape[1], 0.0
    best = [list(w), b, int(np.sum(np.asarray(unit(X, w, b)) != t))]
    for _ in range(passes):
        for x, target in zip(X, t):
            error = int(target) - int(np.dot(x, w) + b > 0)
            w = [v + error * float(value) for v, value in zip(w, x)]
            b = b + error
            now = int(sum(int(np.dot(row, w) + b > 0) != a for row, a in zip(X, t)))
            if now < best[2]:
                best = [w, b, now]
    return best
""",
    },
    {
        "exercise": "01.6",
        "form": "float32, a dictionary as pocket",
        "code": """
def pocket(X, t, passes=20):
    w, b = np.zeros(X.shape[1], dtype="float32"), np.float32(0)
    kept = {"w": w, "b": b, "mistakes": (unit(X, w, b) != t).sum()}
    for x, target in list(zip(X, t)) * passes:
        w, b = correct(w, b, x, target)
        mistakes = (unit(X, w, b) != t).sum()
        if mistakes < kept["mistakes"]:
            kept = {"w": w, "b": b, "mistakes": mistakes}
    return tuple(kept.values())
""",
    },
]
