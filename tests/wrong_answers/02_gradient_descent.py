"""Plausible wrong answers to 02 Linear unit and gradient descent, each with its hint."""

WRONG = [
    {
        "exercise": "02.1",
        "mistake": "forgets the half",
        "code": """
def squared_error(x, t, w, b):
    return np.sum((w * x + b - t) ** 2)
""",
        "hint": "halve it",
    },
    {
        "exercise": "02.1",
        "mistake": "takes the mean",
        "code": """
def squared_error(x, t, w, b):
    return 0.5 * np.mean((w * x + b - t) ** 2)
""",
        "hint": "E is half of the *sum*",
    },
    {
        "exercise": "02.1",
        "mistake": "forgets the bias",
        "code": """
def squared_error(x, t, w, b):
    return 0.5 * np.sum((w * x - t) ** 2)
""",
        "hint": "does b take part?",
    },
    {
        "exercise": "02.2",
        "mistake": "takes t - y",
        "code": """
def gradient(X, t, p):
    errors = t - X @ p[:-1] - p[-1]
    return np.append(X.T @ errors, errors.sum())
""",
        "hint": "the sign is turned",
    },
    {
        "exercise": "02.2",
        "mistake": "takes the mean",
        "code": """
def gradient(X, t, p):
    errors = X @ p[:-1] + p[-1] - t
    return np.append(X.T @ errors, errors.sum()) / len(t)
""",
        "hint": "E is a sum",
    },
    {
        "exercise": "02.2",
        "mistake": "forgets the bias in the prediction",
        "code": """
def gradient(X, t, p):
    errors = X @ p[:-1] - t
    return np.append(X.T @ errors, errors.sum())
""",
        "hint": "with bias 10 the errors are",
    },
    {
        "exercise": "02.3",
        "mistake": "never shrinks the rate",
        "code": """
def stochastic_descent(X, t, rate, epochs):
    p = np.zeros(X.shape[1])
    for k in range(epochs):
        for row, target in zip(X, t):
            p = p - rate * (row @ p - target) * row
    return p
""",
        "hint": "the rate has not shrunk",
    },
    {
        "exercise": "02.3",
        "mistake": "takes all samples in one step",
        "code": """
def stochastic_descent(X, t, rate, epochs):
    p = np.zeros(X.shape[1])
    for k in range(epochs):
        p = p - rate / (1 + k / 10) * X.T @ (X @ p - t)
    return p
""",
        "hint": "you took one",
    },
    {
        "exercise": "02.3",
        "mistake": "counts epochs from 1",
        "code": """
def stochastic_descent(X, t, rate, epochs):
    p = np.zeros(X.shape[1])
    for k in range(1, epochs + 1):
        for row, target in zip(X, t):
            p = p - rate / (1 + k / 10) * (row @ p - target) * row
    return p
""",
        "hint": "one epoch ends at",
    },
    {
        "exercise": "02.4",
        "mistake": "adds the slope of the sigmoid, as for the squared error",
        "code": """
def cross_entropy(X, t, w):
    y = 1 / (1 + np.exp(-(X @ w)))
    E = np.sum(-t * np.log(y) - (1 - t) * np.log(1 - y))
    return E, X.T @ ((y - t) * y * (1 - y))
""",
        "hint": "is there a factor y (1 - y) too many?",
    },
    {
        "exercise": "02.4",
        "mistake": "takes the mean",
        "code": """
def cross_entropy(X, t, w):
    y = 1 / (1 + np.exp(-(X @ w)))
    E = np.mean(-t * np.log(y) - (1 - t) * np.log(1 - y))
    return E, X.T @ (y - t) / len(t)
""",
        "hint": "E is a sum",
    },
    {
        "exercise": "02.4",
        "mistake": "turns the sign of the gradient",
        "code": """
def cross_entropy(X, t, w):
    y = 1 / (1 + np.exp(-(X @ w)))
    E = np.sum(-t * np.log(y) - (1 - t) * np.log(1 - y))
    return E, X.T @ (t - y)
""",
        "hint": "the sign is turned",
    },
    {
        "exercise": "02.5",
        "mistake": "leaves the sign",
        "code": """
def line_by_descent(x, t, rate=0.1, steps=2000):
    w, b = 0.0, 0.0
    for _ in range(steps):
        errors = w * x + b - t
        w = w - rate * np.mean(errors * x)
        b = b + rate * np.mean(errors)
    return w, b
""",
        "hint": "b goes uphill",
    },
    {
        "exercise": "02.5",
        "mistake": "reads the new w",
        "code": """
def line_by_descent(x, t, rate=0.1, steps=2000):
    w, b = 0.0, 0.0
    for _ in range(steps):
        w = w - rate * np.mean((w * x + b - t) * x)
        b = b - rate * np.mean(w * x + b - t)
    return w, b
""",
        "hint": "it used the new w",
    },
    {
        "exercise": "02.6",
        "mistake": "scales the new samples by themselves",
        "code": """
def polynomial(x_seen, t_seen, x_new, degree):
    def columns(x):
        z = (x - x.mean()) / x.std()
        return np.column_stack([z**k for k in range(degree + 1)])

    X, w = columns(x_seen), np.zeros(degree + 1)
    rate = 1 / np.linalg.eigvalsh(X.T @ X)[-1]
    for _ in range(20000):
        w = w - rate * X.T @ (X @ w - t_seen)
    return columns(x_new) @ w
""",
        "hint": "scaled by the seen ones' mean",
    },
    {
        "exercise": "02.6",
        "mistake": "does not scale",
        "code": """
def polynomial(x_seen, t_seen, x_new, degree):
    def columns(x):
        return np.column_stack([x**k for k in range(degree + 1)])

    X, w = columns(x_seen), np.zeros(degree + 1)
    with np.errstate(all="ignore"):
        for _ in range(2000):
            w = w - 0.01 * X.T @ (X @ w - t_seen)
        return columns(x_new) @ w
""",
        "hint": "it ran away",
    },
]
