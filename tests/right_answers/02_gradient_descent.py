"""Right answers to 02 Linear unit and gradient descent, in other forms than the solution."""

RIGHT = [
    {
        "exercise": "02.1",
        "form": "a loop",
        "code": """
def squared_error(x, t, w, b):
    total = 0.0
    for one, target in zip(x, t):
        total += (w * one + b - target) ** 2
    return total / 2
""",
    },
    {
        "exercise": "02.1",
        "form": "a dot product, float32",
        "code": """
def squared_error(x, t, w, b):
    errors = np.float32(w * x + b - t)
    return errors @ errors / 2
""",
    },
    {
        "exercise": "02.1",
        "form": "an array of one number",
        "code": """
def squared_error(x, t, w, b):
    return np.array(np.linalg.norm(w * x + b - t) ** 2 / 2)
""",
    },
    {
        "exercise": "02.2",
        "form": "a list, by loops",
        "code": """
def gradient(X, t, p):
    slopes = [0.0] * len(p)
    for row, target in zip(X, t):
        error = sum(a * b for a, b in zip(row, p)) + p[-1] - target
        for j in range(len(row)):
            slopes[j] += error * row[j]
        slopes[-1] += error
    return slopes
""",
    },
    {
        "exercise": "02.2",
        "form": "a column of ones",
        "code": """
def gradient(X, t, p):
    with_one = np.column_stack([X, np.ones(len(X))])
    return with_one.T @ (with_one @ p - t)
""",
    },
    {
        "exercise": "02.2",
        "form": "einsum, float32",
        "code": """
def gradient(X, t, p):
    ones = np.c_[X, np.ones(len(X))].astype("float32")
    return np.einsum("nd,n->d", ones, ones @ p - t).astype("float32")
""",
    },
    {
        "exercise": "02.3",
        "form": "indices, a list returned",
        "code": """
def stochastic_descent(X, t, rate, epochs):
    p = [0.0] * X.shape[1]
    for k in range(epochs):
        for i in range(len(X)):
            error = sum(p[j] * X[i][j] for j in range(len(p))) - t[i]
            p = [p[j] - rate / (1 + k / 10) * error * X[i][j] for j in range(len(p))]
    return p
""",
    },
    {
        "exercise": "02.3",
        "form": "in place",
        "code": """
def stochastic_descent(X, t, rate, epochs):
    p = np.zeros(X.shape[1])
    for now in rate * 10 / (10 + np.arange(epochs)):
        for row, target in zip(X, t):
            p += now * (target - row @ p) * row
    return p
""",
    },
    {
        "exercise": "02.3",
        "form": "one loop over all steps",
        "code": """
def stochastic_descent(X, t, rate, epochs):
    p = np.zeros(X.shape[1])
    n = len(X)
    for step in range(epochs * n):
        k, i = divmod(step, n)
        p = p - rate / (1 + k / 10) * (X[i] @ p - t[i]) * X[i]
    return p
""",
    },
    {
        "exercise": "02.4",
        "form": "by logaddexp, a list",
        "code": """
def cross_entropy(X, t, w):
    z = X @ w
    E = np.sum(np.logaddexp(0, -z) + (1 - t) * z)
    return [E, (1 / (1 + np.exp(-z)) - t) @ X]
""",
    },
    {
        "exercise": "02.4",
        "form": "chosen by the target",
        "code": """
def cross_entropy(X, t, w):
    y = 1 / (1 + np.exp(-X.dot(w)))
    chance = np.where(t == 1, y, 1 - y)
    return -np.log(chance).sum(), X.T.dot(y - t)
""",
    },
    {
        "exercise": "02.4",
        "form": "a loop",
        "code": """
def cross_entropy(X, t, w):
    E, slope = 0.0, [0.0] * len(w)
    for row, target in zip(X, t):
        y = 1 / (1 + np.exp(-sum(a * b for a, b in zip(row, w))))
        E -= np.log(y if target else 1 - y)
        slope = [s + (y - target) * a for s, a in zip(slope, row)]
    return E, slope
""",
    },
    {
        "exercise": "02.5",
        "form": "both at once",
        "code": """
def line_by_descent(x, t, rate=0.1, steps=2000):
    w, b = 0.0, 0.0
    for _ in range(steps):
        e = w * x + b - t
        w, b = w - rate * np.mean(e * x), b - rate * np.mean(e)
    return w, b
""",
    },
    {
        "exercise": "02.5",
        "form": "an array",
        "code": """
def line_by_descent(x, t, rate=0.1, steps=2000):
    X, p = np.column_stack([x, np.ones(len(x))]), np.zeros(2)
    for _ in range(steps):
        p -= rate * X.T @ (X @ p - t) / len(x)
    return p
""",
    },
    {
        "exercise": "02.5",
        "form": "adding t - y",
        "code": """
def line_by_descent(x, t, rate=0.1, steps=2000):
    w = b = 0.0
    for _ in range(steps):
        missing = t - (w * x + b)
        w += rate * (missing * x).mean()
        b += rate * missing.mean()
    return [w, b]
""",
    },
    {
        "exercise": "02.6",
        "form": "np.vander, a fixed number of steps",
        "code": """
def polynomial(x_seen, t_seen, x_new, degree):
    scale = lambda x: (x - x_seen.mean()) / x_seen.std()
    X = np.vander(scale(x_seen), degree + 1)
    p = np.zeros(degree + 1)
    rate = 1.5 / np.linalg.norm(X, 2) ** 2
    for _ in range(30000):
        p -= rate * X.T @ (X @ p - t_seen)
    return np.vander(scale(x_new), degree + 1) @ p
""",
    },
    {
        "exercise": "02.6",
        "form": "until the step is tiny, the mean as error",
        "code": """
def polynomial(x_seen, t_seen, x_new, degree):
    middle, spread = x_seen.mean(), x_seen.std()
    def powers(x):
        return ((x - middle) / spread)[:, None] ** np.arange(degree + 1)
    X = powers(x_seen)
    w = np.zeros(degree + 1)
    rate = 1 / np.linalg.eigvalsh(X.T @ X / len(X)).max()
    for _ in range(100000):
        step = rate * X.T @ (X @ w - t_seen) / len(X)
        w = w - step
        if np.abs(step).max() < 1e-9:
            break
    return list(powers(x_new) @ w)
""",
    },
    {
        "exercise": "02.6",
        "form": "targets scaled too",
        "code": """
def polynomial(x_seen, t_seen, x_new, degree):
    m, s = x_seen.mean(), x_seen.std(ddof=1)
    level, size = t_seen.mean(), t_seen.std()
    def columns(x):
        return np.stack([((x - m) / s) ** k for k in range(degree + 1)], axis=1)
    X, w = columns(x_seen), np.zeros(degree + 1)
    rate = 1 / np.linalg.eigvalsh(X.T @ X)[-1]
    for _ in range(20000):
        w = w - rate * X.T @ (X @ w - (t_seen - level) / size)
    return level + size * (columns(x_new) @ w)
""",
    },
]
