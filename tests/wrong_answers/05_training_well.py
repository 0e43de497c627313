"""Plausible wrong answers to 05 Training well, each with its hint."""

WRONG = [
    {
        "exercise": "05.1",
        "mistake": "turns the order",
        "code": """
def best_constants(t):
    return np.median(t), np.mean(t)
""",
        "hint": "the order is turned",
    },
    {
        "exercise": "05.1",
        "mistake": "takes the mean for both",
        "code": """
def best_constants(t):
    return np.mean(t), np.mean(t)
""",
        "hint": "one target above and two below",
    },
    {
        "exercise": "05.1",
        "mistake": "takes the middle without sorting",
        "code": """
def best_constants(t):
    return np.mean(t), t[len(t) // 2]
""",
        "hint": "is yours the middle *by size*?",
    },
    {
        "exercise": "05.2",
        "mistake": "counts zero outputs",
        "code": """
def dead_share(X, W, b):
    return (X @ W + b <= 0).mean()
""",
        "hint": "9 of 12 outputs are zero",
    },
    {
        "exercise": "05.2",
        "mistake": "calls a unit dead that is silent once",
        "code": """
def dead_share(X, W, b):
    return (X @ W + b <= 0).any(axis=0).mean()
""",
        "hint": "silent for some samples",
    },
    {
        "exercise": "05.2",
        "mistake": "forgets the biases",
        "code": """
def dead_share(X, W, b):
    return (X @ W <= 0).all(axis=0).mean()
""",
        "hint": "Do these take part?",
    },
    {
        "exercise": "05.2",
        "mistake": "counts instead of taking a share",
        "code": """
def dead_share(X, W, b):
    return (X @ W + b <= 0).all(axis=0).sum()
""",
        "hint": "of 4, as a share",
    },
    {
        "exercise": "05.2",
        "mistake": "lets a score of zero live",
        "code": """
def dead_share(X, W, b):
    return (X @ W + b < 0).all(axis=0).mean()
""",
        "hint": "unit 4 reaches 0 at most",
    },
    {
        "exercise": "05.3",
        "mistake": "leaves the penalty in the gradient",
        "code": """
def adamw(w, g, m, s, k, rate, c):
    g = g + c * w
    m = 0.9 * m + 0.1 * g
    s = 0.999 * s + 0.001 * g**2
    w = w - rate * m / (1 - 0.9**k) / (np.sqrt(s / (1 - 0.999**k)) + 1e-7)
    return w, m, s
""",
        "hint": "c w still joins the gradient",
    },
    {
        "exercise": "05.3",
        "mistake": "decays without the rate",
        "code": """
def adamw(w, g, m, s, k, rate, c):
    m = 0.9 * m + 0.1 * g
    s = 0.999 * s + 0.001 * g**2
    step = rate * m / (1 - 0.9**k) / (np.sqrt(s / (1 - 0.999**k)) + 1e-7)
    return w - c * w - step, m, s
""",
        "hint": "the rate is a factor, too",
    },
    {
        "exercise": "05.3",
        "mistake": "forgets the corrections",
        "code": """
def adamw(w, g, m, s, k, rate, c):
    m = 0.9 * m + 0.1 * g
    s = 0.999 * s + 0.001 * g**2
    return w - rate * c * w - rate * m / (np.sqrt(s) + 1e-7), m, s
""",
        "hint": "the first Adam step is as long as the rate",
    },
    {
        "exercise": "05.3",
        "mistake": "changes the memory in place",
        "code": """
def adamw(w, g, m, s, k, rate, c):
    m += 0.1 * (g - m) + 1
    s += 0.001 * (g**2 - s)
    return w - rate * c * w, m, s
""",
        "hint": "in place",
    },
    {
        "exercise": "05.4",
        "mistake": "returns the last epoch",
        "code": """
def epoch_to_keep(losses, patience):
    best, waited = np.inf, 0
    for epoch, loss in enumerate(losses):
        if loss < best:
            best, waited = loss, 0
        else:
            waited += 1
        if waited == patience:
            break
    return epoch
""",
        "hint": "4 is where it ends",
    },
    {
        "exercise": "05.4",
        "mistake": "does not set the waiting back",
        "code": """
def epoch_to_keep(losses, patience):
    best, waited, kept = np.inf, 0, 0
    for epoch, loss in enumerate(losses):
        if loss < best:
            best, kept = loss, epoch
        else:
            waited += 1
        if waited == patience:
            break
    return kept
""",
        "hint": "is waited set back",
    },
    {
        "exercise": "05.4",
        "mistake": "looks at all epochs",
        "code": """
def epoch_to_keep(losses, patience):
    return np.argmin(losses)
""",
        "hint": "epoch 5 is never seen",
    },
    {
        "exercise": "05.5",
        "mistake": "forgets the column of ones",
        "code": """
def best_error(act, x, t, w, b):
    columns = act(np.outer(x, w) + b)
    weights = np.linalg.lstsq(columns, t, rcond=None)[0]
    return np.sqrt(np.mean((columns @ weights - t) ** 2))
""",
        "hint": "is the column of ones there?",
    },
    {
        "exercise": "05.5",
        "mistake": "forgets the biases",
        "code": """
def best_error(act, x, t, w, b):
    columns = np.column_stack([act(np.outer(x, w)), np.ones(len(x))])
    weights = np.linalg.lstsq(columns, t, rcond=None)[0]
    return np.sqrt(np.mean((columns @ weights - t) ** 2))
""",
        "hint": "does b take part?",
    },
    {
        "exercise": "05.5",
        "mistake": "takes no root",
        "code": """
def best_error(act, x, t, w, b):
    columns = np.column_stack([act(np.outer(x, w) + b), np.ones(len(x))])
    weights = np.linalg.lstsq(columns, t, rcond=None)[0]
    return np.mean((columns @ weights - t) ** 2)
""",
        "hint": "The root of the *mean* square?",
    },
    {
        "exercise": "05.6",
        "mistake": "judges on the training rows",
        "code": """
def choose_degree(x, t, degrees, splits):
    errors = np.array([
        [
            np.mean((np.polyval(np.polyfit(x[a], t[a], d), x[a]) - t[a]) ** 2)
            for a, b in splits
        ]
        for d in degrees
    ])
    return degrees[errors.mean(axis=1).argmin()], errors
""",
        "hint": "errors on the training rows",
    },
    {
        "exercise": "05.6",
        "mistake": "returns the place instead of the degree",
        "code": """
def choose_degree(x, t, degrees, splits):
    errors = np.array([
        [
            np.mean((np.polyval(np.polyfit(x[a], t[a], d), x[b]) - t[b]) ** 2)
            for a, b in splits
        ]
        for d in degrees
    ])
    return errors.mean(axis=1).argmin(), errors
""",
        "hint": "return the degree there",
    },
    {
        "exercise": "05.6",
        "mistake": "fits on all rows",
        "code": """
def choose_degree(x, t, degrees, splits):
    errors = np.array([
        [
            np.mean((np.polyval(np.polyfit(x, t, d), x[b]) - t[b]) ** 2)
            for a, b in splits
        ]
        for d in degrees
    ])
    return degrees[errors.mean(axis=1).argmin()], errors
""",
        "hint": "fit on its 20 training rows",
    },
]
