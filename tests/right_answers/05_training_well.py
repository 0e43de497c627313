"""Right answers to 05 Training well, in other forms than the solution."""

RIGHT = [
    {
        "exercise": "05.1",
        "form": "by sorting, a list",
        "code": """
def best_constants(t):
    ordered, n = sorted(t), len(t)
    return [sum(t) / n, (ordered[(n - 1) // 2] + ordered[n // 2]) / 2]
""",
    },
    {
        "exercise": "05.1",
        "form": "an array in float32",
        "code": """
def best_constants(t):
    t = np.asarray(t, dtype="float32")
    return np.array([t.mean(), np.quantile(t, 0.5)], dtype="float32")
""",
    },
    {
        "exercise": "05.1",
        "form": "trying every target",
        "code": """
def best_constants(t):
    losses = [np.abs(c - t).sum() for c in t]
    return float(np.mean(t)), t[int(np.argmin(losses))]
""",
    },
    {
        "exercise": "05.2",
        "form": "by the largest score",
        "code": """
def dead_share(X, W, b):
    return np.mean(np.max(X @ W + b, axis=0) <= 0)
""",
    },
    {
        "exercise": "05.2",
        "form": "a loop over units",
        "code": """
def dead_share(X, W, b):
    dead = 0
    for w, bias in zip(W.T, b):
        if not any(x @ w + bias > 0 for x in X):
            dead += 1
    return dead / len(b)
""",
    },
    {
        "exercise": "05.2",
        "form": "by the outputs, an array of one number",
        "code": """
def dead_share(X, W, b):
    outputs = np.maximum(np.float32(X @ W + b), 0)
    return np.array([1 - np.any(outputs > 0, axis=0).mean()])
""",
    },
    {
        "exercise": "05.3",
        "form": "the decay first",
        "code": """
def adamw(w, g, m, s, k, rate, c):
    w = w * (1 - rate * c)
    m, s = m + 0.1 * (g - m), s + 0.001 * (g * g - s)
    return w - rate * (m / (1 - 0.9**k)) / (1e-7 + (s / (1 - 0.999**k)) ** 0.5), m, s
""",
    },
    {
        "exercise": "05.3",
        "form": "as Keras writes it, a list",
        "code": """
def adamw(w, g, m, s, k, rate, c):
    m, s = 0.9 * m + 0.1 * g, 0.999 * s + 0.001 * np.square(g)
    alpha = rate * np.sqrt(1 - 0.999**k) / (1 - 0.9**k)
    return [w - w * c * rate - alpha * m / (np.sqrt(s) + 1e-7), m, s]
""",
    },
    {
        "exercise": "05.3",
        "form": "float32, keyword parts",
        "code": """
def adamw(w, g, m, s, k, rate, c):
    w, g, m, s = (np.asarray(part, dtype="float32") for part in (w, g, m, s))
    m = np.float32(0.9) * m + np.float32(0.1) * g
    s = np.float32(0.999) * s + np.float32(0.001) * g**2
    step = m / (1 - 0.9**k) / (np.sqrt(s / (1 - 0.999**k)) + 1e-7)
    return w - rate * (c * w + step), m, s
""",
    },
    {
        "exercise": "05.4",
        "form": "remembers the best epoch only",
        "code": """
def epoch_to_keep(losses, patience):
    best = 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best]:
            best = epoch
        elif epoch - best >= patience:
            break
    return best
""",
    },
    {
        "exercise": "05.4",
        "form": "cut, then argmin",
        "code": """
def epoch_to_keep(losses, patience):
    losses = np.asarray(losses, dtype=float)
    end = 1
    while end < len(losses) and end - 1 - losses[:end].argmin() < patience:
        end += 1
    return losses[:end].argmin()
""",
    },
    {
        "exercise": "05.4",
        "form": "returns from inside",
        "code": """
def epoch_to_keep(losses, patience):
    kept = waited = 0
    lowest = float("inf")
    for i, loss in enumerate(losses):
        waited += 1
        if loss < lowest:
            lowest, kept, waited = loss, i, 0
        if waited >= patience:
            return kept
    return np.array(kept)
""",
    },
    {
        "exercise": "05.5",
        "form": "by pinv",
        "code": """
def best_error(act, x, t, w, b):
    H = np.c_[np.ones(len(x)), act(x[:, None] * w[None, :] + b)]
    return np.linalg.norm(H @ (np.linalg.pinv(H, rcond=1e-12) @ t) - t) / len(x) ** 0.5
""",
    },
    {
        "exercise": "05.5",
        "form": "column by column",
        "code": """
def best_error(act, x, t, w, b):
    columns = [act(x * one + bias) for one, bias in zip(w, b)] + [np.ones_like(x)]
    H = np.array(columns).T
    y = H @ np.linalg.lstsq(H, t, rcond=None)[0]
    return np.array(((y - t) ** 2).mean() ** 0.5)
""",
    },
    {
        "exercise": "05.5",
        "form": "the ones as a unit, by std",
        "code": """
def best_error(act, x, t, w, b):
    H = np.hstack([act(np.outer(x, w) + b), np.ones((len(x), 1))])
    off = t - H @ np.linalg.lstsq(H, t, rcond=None)[0]
    return float(np.sqrt((off @ off) / off.size))
""",
    },
    {
        "exercise": "05.6",
        "form": "comprehensions",
        "code": """
def choose_degree(x, t, degrees, splits):
    def miss(d, a, b):
        return np.mean((np.poly1d(np.polyfit(x[a], t[a], d))(x[b]) - t[b]) ** 2)
    errors = [[miss(d, a, b) for a, b in splits] for d in degrees]
    means = [sum(row) / len(row) for row in errors]
    return degrees[means.index(min(means))], errors
""",
    },
    {
        "exercise": "05.6",
        "form": "filling a table, least squares by hand",
        "code": """
def choose_degree(x, t, degrees, splits):
    table = np.zeros((len(degrees), len(splits)))
    for j, (a, b) in enumerate(splits):
        for i, d in enumerate(degrees):
            w = np.linalg.lstsq(np.vander(x[a], d + 1), t[a], rcond=None)[0]
            table[i, j] = np.square(np.vander(x[b], d + 1) @ w - t[b]).mean()
    return np.array(degrees)[table.sum(axis=1).argmin()], table
""",
    },
    {
        "exercise": "05.6",
        "form": "sorted pairs, a list returned",
        "code": """
def choose_degree(x, t, degrees, splits):
    errors, best = [], None
    for d in degrees:
        row = []
        for train, validate in splits:
            p = np.polynomial.Polynomial.fit(x[train], t[train], d)
            row.append(float(np.mean((p(x[validate]) - t[validate]) ** 2)))
        errors.append(row)
        if best is None or np.mean(row) < best[0]:
            best = np.mean(row), d
    return [best[1], errors]
""",
    },
]
