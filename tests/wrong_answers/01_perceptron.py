"""Plausible wrong answers to 01 Perceptron, each with the hint it must meet."""

WRONG = [
    {
        "exercise": "01.1",
        "mistake": "forgets the bias",
        "code": """
def unit(X, w, b):
    return (X @ w > 0).astype(int)
""",
        "hint": "do you add b to the score",
    },
    {
        "exercise": "01.1",
        "mistake": "says yes at a score of exactly zero",
        "code": """
def unit(X, w, b):
    return (X @ w + b >= 0).astype(int)
""",
        "hint": "use >, not >=",
    },
    {
        "exercise": "01.1",
        "mistake": "returns booleans",
        "code": """
def unit(X, w, b):
    return X @ w + b > 0
""",
        "hint": "a comparison alone gives booleans",
    },
    {
        "exercise": "01.1",
        "mistake": "returns the scores",
        "code": """
def unit(X, w, b):
    return X @ w + b
""",
        "hint": "answer 1 above zero",
    },
    {
        "exercise": "01.1",
        "mistake": "prints and returns nothing",
        "code": """
def unit(X, w, b):
    answers = (X @ w + b > 0).astype(int)
""",
        "hint": "end with return",
    },
    {
        "exercise": "01.2",
        "mistake": "puts the count k on the boundary itself",
        "code": """
def at_least(k, n):
    return np.ones(n), -k
""",
        "hint": "the count 1 itself must score above zero",
    },
    {
        "exercise": "01.2",
        "mistake": "keeps the bias of OR for every k",
        "code": """
def at_least(k, n):
    return np.ones(n), -0.5
""",
        "hint": "the bias must outweigh 1 ones",
    },
    {
        "exercise": "01.2",
        "mistake": "scales the weights by n but not the bias",
        "code": """
def at_least(k, n):
    return np.ones(n) / n, 0.5 - k
""",
        "hint": "must score above zero",
    },
    {
        "exercise": "01.2",
        "mistake": "gives two weights whatever n",
        "code": """
def at_least(k, n):
    return np.ones(2), 0.5 - k
""",
        "hint": "three inputs need three weights",
    },
    {
        "exercise": "01.3",
        "mistake": "turns the difference round",
        "code": """
def correct(w, b, x, t, eta=1):
    error = unit(x, w, b) - t
    return w + eta * error * x, b + eta * error
""",
        "hint": "the factor is t - y",
    },
    {
        "exercise": "01.3",
        "mistake": "leaves the bias alone",
        "code": """
def correct(w, b, x, t, eta=1):
    return w + eta * (t - unit(x, w, b)) * x, b
""",
        "hint": "the bias learns too",
    },
    {
        "exercise": "01.3",
        "mistake": "works in place",
        "code": """
def correct(w, b, x, t, eta=1):
    error = t - unit(x, w, b)
    w += eta * error * x
    return w, b + eta * error
""",
        "hint": "works in place",
    },
    {
        "exercise": "01.3",
        "mistake": "forgets the input as a factor",
        "code": """
def correct(w, b, x, t, eta=1):
    error = t - unit(x, w, b)
    return w + eta * error, b + eta * error
""",
        "hint": "feature by feature",
    },
    {
        "exercise": "01.3",
        "mistake": "learns from the target instead of the mistake",
        "code": """
def correct(w, b, x, t, eta=1):
    step = 2 * t - 1
    return w + eta * step * x, b + eta * step
""",
        "hint": "a right answer changes nothing",
    },
    {
        "exercise": "01.4",
        "mistake": "corrects once per pass, with the sum",
        "code": """
def learn(X, t, eta=1, max_passes=100):
    w, b, counts = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_passes):
        errors = t - unit(X, w, b)
        counts.append(int((errors != 0).sum()))
        if counts[-1] == 0:
            break
        w, b = w + eta * errors @ X, b + eta * errors.sum()
    return w, b, counts
""",
        "hint": "not once per pass",
    },
    {
        "exercise": "01.4",
        "mistake": "never stops early",
        "code": """
def learn(X, t, eta=1, max_passes=100):
    w, b, counts = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_passes):
        mistakes = 0
        for x, target in zip(X, t):
            mistakes += int(unit(x, w, b) != target)
            w, b = correct(w, b, x, target, eta)
        counts.append(mistakes)
    return w, b, counts
""",
        "hint": "and then stop",
    },
    {
        "exercise": "01.4",
        "mistake": "adds the counts of all passes up",
        "code": """
def learn(X, t, eta=1, max_passes=100):
    w, b, counts, mistakes = np.zeros(X.shape[1]), 0.0, [], 0
    for _ in range(max_passes):
        before = mistakes
        for x, target in zip(X, t):
            mistakes += int(unit(x, w, b) != target)
            w, b = correct(w, b, x, target, eta)
        counts.append(mistakes)
        if mistakes == before:
            break
    return w, b, counts
""",
        "hint": "count every pass from zero",
    },
    {
        "exercise": "01.4",
        "mistake": "does not pass the rate on",
        "code": """
def learn(X, t, eta=1, max_passes=100):
    w, b, counts = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_passes):
        mistakes = 0
        for x, target in zip(X, t):
            mistakes += int(unit(x, w, b) != target)
            w, b = correct(w, b, x, target)
        counts.append(mistakes)
        if mistakes == 0:
            break
    return w, b, counts
""",
        "hint": "is eta passed on",
    },
    {
        "exercise": "01.4",
        "mistake": "stops after the first mistake-free sample",
        "code": """
def learn(X, t, eta=1, max_passes=100):
    w, b, counts = np.zeros(X.shape[1]), 0.0, []
    for _ in range(max_passes):
        mistakes = 0
        for x, target in zip(X, t):
            if unit(x, w, b) == target:
                break
            mistakes += 1
            w, b = correct(w, b, x, target, eta)
        counts.append(mistakes)
        if mistakes == 0:
            break
    return w, b, counts
""",
        "hint": "one mistake, at (1, 1)",
    },
    {
        "exercise": "01.5",
        "mistake": "forgets to turn 'at least two' around",
        "code": """
def exactly_one(X):
    d = X.shape[1]
    first, second = unit(X, *at_least(1, d)), unit(X, *at_least(2, d))
    hidden = np.column_stack([first, second])
    return hidden, unit(hidden, *at_least(2, 2))
""",
        "hint": "the opposite of 'at least 2'",
    },
    {
        "exercise": "01.5",
        "mistake": "tests for an odd number of ones",
        "code": """
def exactly_one(X):
    odd = X.sum(axis=1) % 2
    return np.column_stack([odd, odd]), odd
""",
        "hint": "has 3 ones, but you answer 1",
    },
    {
        "exercise": "01.5",
        "mistake": "joins the two with OR",
        "code": """
def exactly_one(X):
    d = X.shape[1]
    w, b = at_least(2, d)
    hidden = np.column_stack([unit(X, *at_least(1, d)), unit(X, -w, -b)])
    return hidden, unit(hidden, *at_least(1, 2))
""",
        "hint": "has 0 ones, but you answer 1",
    },
    {
        "exercise": "01.5",
        "mistake": "hands the scores on without the step",
        "code": """
def exactly_one(X):
    d = X.shape[1]
    (w1, b1), (w2, b2) = at_least(1, d), at_least(2, d)
    hidden = np.column_stack([X @ w1 + b1, -(X @ w2 + b2)])
    return hidden, unit(hidden, *at_least(2, 2))
""",
        "hint": "pass them through unit",
    },
    {
        "exercise": "01.6",
        "mistake": "returns the last weights with the best count",
        "code": """
def pocket(X, t, passes=20):
    w, b, fewest = np.zeros(X.shape[1]), 0.0, len(t)
    for _ in range(passes):
        for x, target in zip(X, t):
            w, b = correct(w, b, x, target)
            fewest = min(fewest, int((unit(X, w, b) != t).sum()))
    return w, b, fewest
""",
        "hint": "return the weights from the pocket",
    },
    {
        "exercise": "01.6",
        "mistake": "lets the pocket hold an array that changes in place",
        "code": """
def pocket(X, t, passes=20):
    w, b = np.zeros(X.shape[1]), 0.0
    best_w, best_b, fewest = w, b, int((unit(X, w, b) != t).sum())
    for _ in range(passes):
        for x, target in zip(X, t):
            error = target - unit(x, w, b)
            w += error * x
            b += error
            mistakes = int((unit(X, w, b) != t).sum())
            if mistakes < fewest:
                best_w, best_b, fewest = w, b, mistakes
    return best_w, best_b, fewest
""",
        "hint": "no += changes them",
    },
    {
        "exercise": "01.6",
        "mistake": "is the plain rule, without a pocket",
        "code": """
def pocket(X, t, passes=20):
    w, b, _ = learn(X, t, max_passes=passes)
    return w, b, int((unit(X, w, b) != t).sum())
""",
        "hint": "not the latest",
    },
    {
        "exercise": "01.6",
        "mistake": "looks into the pocket once per pass",
        "code": """
def pocket(X, t, passes=20):
    w, b = np.zeros(X.shape[1]), 0.0
    best_w, best_b, fewest = w, b, int((unit(X, w, b) != t).sum())
    for _ in range(passes):
        for x, target in zip(X, t):
            w, b = correct(w, b, x, target)
        mistakes = int((unit(X, w, b) != t).sum())
        if mistakes < fewest:
            best_w, best_b, fewest = w, b, mistakes
    return best_w, best_b, fewest
""",
        "hint": "after every sample",
    },
    {
        "exercise": "01.6",
        "mistake": "starts each pass from the pocket",
        "code": """
def pocket(X, t, passes=20):
    best_w, best_b, fewest = np.zeros(X.shape[1]), 0.0, len(t)
    for _ in range(passes):
        w, b = best_w, best_b
        for x, target in zip(X, t):
            w, b = correct(w, b, x, target)
            mistakes = int((unit(X, w, b) != t).sum())
            if mistakes < fewest:
                best_w, best_b, fewest = w, b, mistakes
    return best_w, best_b, fewest
""",
        "hint": "let the walk go on from its own weights",
    },
    {
        "exercise": "01.6",
        "mistake": "keeps the weights with the most mistakes",
        "code": """
def pocket(X, t, passes=20):
    w, b = np.zeros(X.shape[1]), 0.0
    best_w, best_b, fewest = w, b, 0
    for _ in range(passes):
        for x, target in zip(X, t):
            w, b = correct(w, b, x, target)
            mistakes = int((unit(X, w, b) != t).sum())
            if mistakes > fewest:
                best_w, best_b, fewest = w, b, mistakes
    return best_w, best_b, fewest
""",
        "hint": "not the latest or the most",
    },
]
