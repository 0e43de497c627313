"""Plausible wrong answers to 22 Embeddings and positions, each with the hint it must meet."""

WRONG = [
    {
        "exercise": "22.1",
        "mistake": "adds by index, so that repeated ids count once",
        "code": """
def table_gradient(ids, G, V):
    gradient = np.zeros((V, G.shape[1]))
    gradient[ids] += G
    return gradient
""",
        "hint": "row 2 was read twice",
    },
    {
        "exercise": "22.1",
        "mistake": "averages over the readings of a row",
        "code": """
def table_gradient(ids, G, V):
    one_hot = np.eye(V)[ids]
    return one_hot.T @ G / np.maximum(one_hot.sum(axis=0), 1)[:, None]
""",
        "hint": "do not average",
    },
    {
        "exercise": "22.1",
        "mistake": "returns rows for the words that were read only",
        "code": """
def table_gradient(ids, G, V):
    return np.array([G[ids == i].sum(axis=0) for i in np.unique(ids)])
""",
        "hint": "one row for each of the 4 words",
    },
    {
        "exercise": "22.2",
        "mistake": "looks to the right only",
        "code": """
def skipgram_pairs(tokens, window):
    return [
        (tokens[i], tokens[j])
        for i in range(len(tokens))
        for j in range(i + 1, min(i + window + 1, len(tokens)))
    ]
""",
        "hint": "before the centre count too",
    },
    {
        "exercise": "22.2",
        "mistake": "lets negative places wrap around",
        "code": """
def skipgram_pairs(tokens, window):
    return [
        (tokens[i], tokens[j])
        for i in range(len(tokens))
        for j in range(i - window, min(i + window + 1, len(tokens)))
        if i != j
    ]
""",
        "hint": "wrap",
    },
    {
        "exercise": "22.2",
        "mistake": "compares words instead of places",
        "code": """
def skipgram_pairs(tokens, window):
    return [
        (a, b)
        for i, a in enumerate(tokens)
        for j, b in enumerate(tokens)
        if a != b and abs(i - j) <= window
    ]
""",
        "hint": "compare the places",
    },
    {
        "exercise": "22.2",
        "mistake": "counts the centre as its own neighbour",
        "code": """
def skipgram_pairs(tokens, window):
    return [
        (a, b)
        for i, a in enumerate(tokens)
        for j, b in enumerate(tokens)
        if abs(i - j) <= window
    ]
""",
        "hint": "not its own neighbour",
    },
    {
        "exercise": "22.3",
        "mistake": "takes the dot product for the cosine",
        "code": """
def analogy(E, a, b, c):
    score = E @ (E[b] - E[a] + E[c])
    score[[a, b, c]] = -np.inf
    return int(score.argmax())
""",
        "hint": "by its length alone",
    },
    {
        "exercise": "22.3",
        "mistake": "does not leave out the words asked with",
        "code": """
def analogy(E, a, b, c):
    score = E @ (E[b] - E[a] + E[c]) / np.linalg.norm(E, axis=1)
    return int(score.argmax())
""",
        "hint": "leave them out",
    },
    {
        "exercise": "22.3",
        "mistake": "walks from b to a",
        "code": """
def analogy(E, a, b, c):
    score = E @ (E[a] - E[b] + E[c]) / np.linalg.norm(E, axis=1)
    score[[a, b, c]] = -np.inf
    return int(score.argmax())
""",
        "hint": "row 3",
    },
    {
        "exercise": "22.4",
        "mistake": "puts the minus outside the sigma",
        "code": """
def negative_sampling(v, u, noise):
    return np.logaddexp(0, -u @ v) + np.logaddexp(0, -noise @ v).sum()
""",
        "hint": "inside the sigma",
    },
    {
        "exercise": "22.4",
        "mistake": "takes the mean over the made-up words",
        "code": """
def negative_sampling(v, u, noise):
    return np.logaddexp(0, -u @ v) + np.logaddexp(0, noise @ v).mean()
""",
        "hint": "no mean",
    },
    {
        "exercise": "22.4",
        "mistake": "writes the formula out, which overflows",
        "code": """
def negative_sampling(v, u, noise):
    def sigma(z):
        return 1 / (1 + np.exp(-z))

    return -np.log(sigma(u @ v)) - np.log(sigma(-noise @ v)).sum()
""",
        "hint": "np.logaddexp",
    },
    {
        "exercise": "22.5",
        "mistake": "doubles the exponent",
        "code": """
def wave_positions(p, d):
    omega = 10000.0 ** (-2 * np.arange(0, d, 2) / d)
    angle = np.asarray(p)[:, None] * omega
    return np.stack([np.sin(angle), np.cos(angle)], axis=-1).reshape(-1, d)
""",
        "hint": "0.01",
    },
    {
        "exercise": "22.5",
        "mistake": "writes all sines, then all cosines",
        "code": """
def wave_positions(p, d):
    omega = 10000.0 ** (-np.arange(0, d, 2) / d)
    angle = np.asarray(p)[:, None] * omega
    return np.concatenate([np.sin(angle), np.cos(angle)], axis=1)
""",
        "hint": "take turns",
    },
    {
        "exercise": "22.5",
        "mistake": "gives every component a frequency of its own",
        "code": """
def wave_positions(p, d):
    angle = np.asarray(p)[:, None] * 10000.0 ** (-np.arange(d) / d)
    return np.where(np.arange(d) % 2, np.cos(angle), np.sin(angle))
""",
        "hint": "the first pair is sin 1, cos 1",
    },
    {
        "exercise": "22.5",
        "mistake": "forgets to take turns, in nested lists",
        "code": """
def wave_positions(p, d):
    omega = 10000.0 ** (-np.arange(0, d, 2) / d)
    return [[*np.sin(omega * q), *np.cos(omega * q)] for q in p]
""",
        "hint": "take turns",
    },
    {
        "exercise": "22.6",
        "mistake": "forgets to transpose",
        "code": """
def fit_shift(codes, k):
    M = np.linalg.lstsq(codes[:-k], codes[k:])[0]
    return M, np.abs(codes[:-k] @ M - codes[k:]).max()
""",
        "hint": "transposed",
    },
    {
        "exercise": "22.6",
        "mistake": "maps later places to earlier ones",
        "code": """
def fit_shift(codes, k):
    M = np.linalg.lstsq(codes[k:], codes[:-k])[0].T
    return M, np.abs(codes[k:] @ M.T - codes[:-k]).max()
""",
        "hint": "goes back",
    },
    {
        "exercise": "22.6",
        "mistake": "returns the mean squared error",
        "code": """
def fit_shift(codes, k):
    M = np.linalg.lstsq(codes[:-k], codes[k:])[0].T
    return M, np.mean((codes[:-k] @ M.T - codes[k:]) ** 2)
""",
        "hint": "not a mean",
    },
]
