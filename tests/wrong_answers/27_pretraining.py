"""Plausible wrong answers to 27 Pretraining in miniature, and the hint that each meets."""

WRONG = [
    {
        "exercise": "27.1",
        "mistake": "forgets the prefix",
        "code": """
def prefix_mask(n, prefix):
    return np.tri(n, dtype=bool)
""",
        "hint": "that is GPT's mask",
    },
    {
        "exercise": "27.1",
        "mistake": "a column too far",
        "code": """
def prefix_mask(n, prefix):
    places = np.arange(n)
    return (places <= places[:, None]) | (places <= prefix)
""",
        "hint": "a leak of the future",
    },
    {
        "exercise": "27.1",
        "mistake": "leaves out the word itself",
        "code": """
def prefix_mask(n, prefix):
    places = np.arange(n)
    return (places < places[:, None]) | (places < prefix)
""",
        "hint": "each word may see itself",
    },
    {
        "exercise": "27.1",
        "mistake": "opens the prefix to its own words alone",
        "code": """
def prefix_mask(n, prefix):
    mask = np.zeros((n, n), dtype=bool)
    mask[:prefix, :prefix] = True
    mask[range(n), range(n)] = True
    return mask
""",
        "hint": "expected the rows [[1, 1, 0], [1, 1, 0], [1, 1, 1]]",
    },
    {
        "exercise": "27.2",
        "mistake": "shifts, as for GPT",
        "code": """
def masked_example(ids, hidden, draw, other, mask):
    given = np.where(hidden & (draw < 0.9), other, ids)
    given = np.where(hidden & (draw < 0.8), mask, given)
    return given[:-1], ids[1:], hidden[1:] * 1.0
""",
        "hint": "no shift",
    },
    {
        "exercise": "27.2",
        "mistake": "marks every hidden word",
        "code": """
def masked_example(ids, hidden, draw, other, mask):
    return np.where(hidden, mask, ids), ids, hidden * 1.0
""",
        "hint": "where does draw enter?",
    },
    {
        "exercise": "27.2",
        "mistake": "counts only what was changed",
        "code": """
def masked_example(ids, hidden, draw, other, mask):
    given = np.where(hidden & (draw < 0.9), other, ids)
    given = np.where(hidden & (draw < 0.8), mask, given)
    return given, ids, (given != ids) * 1.0
""",
        "hint": "the loss counts word 7 too",
    },
    {
        "exercise": "27.2",
        "mistake": "writes into the ids",
        "code": """
def masked_example(ids, hidden, draw, other, mask):
    given = ids
    swap = hidden & (draw >= 0.8) & (draw < 0.9)
    given[hidden & (draw < 0.8)] = mask
    given[swap] = other[swap]
    return given, ids, hidden * 1.0
""",
        "hint": "change a copy",
    },
    {
        "exercise": "27.2",
        "mistake": "changes words that are not hidden",
        "code": """
def masked_example(ids, hidden, draw, other, mask):
    given = np.where(draw < 0.8, mask, np.where(draw < 0.9, other, ids))
    return given, ids, hidden * 1.0
""",
        "hint": "it stays, whatever its draw",
    },
    {
        "exercise": "27.3",
        "mistake": "mends neither",
        "code": """
def masked_loss(logits, wanted, weights):
    e = np.exp(logits - logits.max(axis=-1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p_wanted = np.take_along_axis(p, wanted[..., None], axis=-1)[..., 0]
    return np.mean(-np.log(p_wanted) * weights)
""",
        "hint": "whose probabilities sum to 1, and a mean over how many words?",
    },
    {
        "exercise": "27.3",
        "mistake": "mends only the axis",
        "code": """
def masked_loss(logits, wanted, weights):
    e = np.exp(logits - logits.max(axis=-1, keepdims=True))
    p = e / e.sum(axis=-1, keepdims=True)
    p_wanted = np.take_along_axis(p, wanted[..., None], axis=-1)[..., 0]
    return np.mean(-np.log(p_wanted) * weights)
""",
        "hint": "the words with weight 0 are still in the mean",
    },
    {
        "exercise": "27.3",
        "mistake": "mends only the mean",
        "code": """
def masked_loss(logits, wanted, weights):
    e = np.exp(logits - logits.max(axis=-1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p_wanted = np.take_along_axis(p, wanted[..., None], axis=-1)[..., 0]
    return np.sum(-np.log(p_wanted) * weights) / np.sum(weights)
""",
        "hint": "the vocabulary's probabilities sum to 1, not the words'",
    },
    {
        "exercise": "27.3",
        "mistake": "counts every word",
        "code": """
def masked_loss(logits, wanted, weights):
    e = np.exp(logits - logits.max(axis=-1, keepdims=True))
    p = e / e.sum(axis=-1, keepdims=True)
    p_wanted = np.take_along_axis(p, wanted[..., None], axis=-1)[..., 0]
    return np.mean(-np.log(p_wanted))
""",
        "hint": "its scores must not matter",
    },
    {
        "exercise": "27.4",
        "mistake": "takes out what the neuron reads",
        "code": """
def carried(x, W1, b1, W2, b2):
    whole = (np.maximum(x @ W1 + b1, 0) @ W2 + b2).argmax(axis=1)
    counts = []
    for k in range(len(W2)):
        less = W1.copy()
        less[:, k] = 0
        answers = (np.maximum(x @ less + b1, 0) @ W2 + b2).argmax(axis=1)
        counts.append(np.sum(answers != whole))
    return np.array(counts)
""",
        "hint": "not only what it reads",
    },
    {
        "exercise": "27.4",
        "mistake": "does not put the neuron back",
        "code": """
def carried(x, W1, b1, W2, b2):
    inner = np.maximum(x @ W1 + b1, 0)
    whole = (inner @ W2 + b2).argmax(axis=1)
    counts = []
    for k in range(len(W2)):
        inner[:, k] = 0
        counts.append(np.sum((inner @ W2 + b2).argmax(axis=1) != whole))
    return np.array(counts)
""",
        "hint": "put neuron 0 back",
    },
    {
        "exercise": "27.4",
        "mistake": "changes the weights",
        "code": """
def carried(x, W1, b1, W2, b2):
    inner = np.maximum(x @ W1 + b1, 0)
    whole = (inner @ W2 + b2).argmax(axis=1)
    counts = []
    for k in range(len(W2)):
        W2[k] = 0
        counts.append(np.sum((inner @ W2 + b2).argmax(axis=1) != whole))
    return np.array(counts)
""",
        "hint": "change a copy",
    },
    {
        "exercise": "27.4",
        "mistake": "counts changed scores, not changed answers",
        "code": """
def carried(x, W1, b1, W2, b2):
    inner = np.maximum(x @ W1 + b1, 0)
    y, counts = inner @ W2 + b2, []
    for k in range(len(W2)):
        less = y - inner[:, [k]] * W2[k]
        counts.append(np.sum((less != y).any(axis=1)))
    return np.array(counts)
""",
        "hint": "but no answer does",
    },
    {
        "exercise": "27.4",
        "mistake": "forgets the ReLU",
        "code": """
def carried(x, W1, b1, W2, b2):
    inner = x @ W1 + b1
    whole = (inner @ W2 + b2).argmax(axis=1)
    counts = []
    for k in range(len(W2)):
        without = inner.copy()
        without[:, k] = 0
        counts.append(np.sum((without @ W2 + b2).argmax(axis=1) != whole))
    return np.array(counts)
""",
        "hint": "with W1 negative no neuron fires",
    },
    {
        "exercise": "27.5",
        "mistake": "drops the token that reaches the share",
        "code": """
def nucleus(scores, share, temperature=1.0):
    p = np.exp(scores / temperature - np.max(scores / temperature))
    p = p / p.sum()
    best = np.argsort(-p)
    late = np.cumsum(p[best]) > share
    late[0] = False
    p[best[late]] = 0
    return p / p.sum()
""",
        "hint": "the token that reaches it, 0.3, stays",
    },
    {
        "exercise": "27.5",
        "mistake": "does not rescale",
        "code": """
def nucleus(scores, share, temperature=1.0):
    p = np.exp(scores / temperature - np.max(scores / temperature))
    p = p / p.sum()
    best = np.argsort(-p)
    before = np.cumsum(p[best]) - p[best]
    p[best[before >= share]] = 0
    return p
""",
        "hint": "what is kept must sum to 1 again",
    },
    {
        "exercise": "27.5",
        "mistake": "leaves them sorted",
        "code": """
def nucleus(scores, share, temperature=1.0):
    p = np.exp(scores / temperature - np.max(scores / temperature))
    p = np.sort(p / p.sum())[::-1]
    p = np.where(np.cumsum(p) - p < share, p, 0)
    return p / p.sum()
""",
        "hint": "each probability belongs at its own token's place",
    },
    {
        "exercise": "27.5",
        "mistake": "forgets the temperature",
        "code": """
def nucleus(scores, share, temperature=1.0):
    p = np.exp(scores - np.max(scores))
    p = p / p.sum()
    best = np.argsort(-p)
    before = np.cumsum(p[best]) - p[best]
    p[best[before >= share]] = 0
    return p / p.sum()
""",
        "hint": "temperature 0.5 makes 0.685 and 0.247",
    },
    {
        "exercise": "27.5",
        "mistake": "keeps nothing for a share of 0",
        "code": """
def nucleus(scores, share, temperature=1.0):
    p = np.exp(scores / temperature - np.max(scores / temperature))
    p = p / p.sum()
    best = np.argsort(-p)
    before = np.cumsum(p[best]) - p[best]
    p[best[before >= share]] = 0
    return p / max(p.sum(), 1e-9)
""",
        "hint": "at least one token is kept",
    },
    {
        "exercise": "27.6",
        "mistake": "counts a vector with itself",
        "code": """
def hashing(X, rotations):
    n = len(X)
    meet = np.zeros((n, n), dtype=bool)
    for R in rotations:
        buckets = np.concatenate([X @ R, -X @ R], axis=1).argmax(axis=1)
        meet |= buckets[:, None] == buckets
    near = X @ X.T
    np.fill_diagonal(near, -2)
    return meet[np.arange(n), near.argmax(axis=1)].mean(), meet.mean()
""",
        "hint": "leave out the diagonal",
    },
    {
        "exercise": "27.6",
        "mistake": "takes itself for the nearest",
        "code": """
def hashing(X, rotations):
    n = len(X)
    meet = np.zeros((n, n), dtype=bool)
    for R in rotations:
        buckets = np.concatenate([X @ R, -X @ R], axis=1).argmax(axis=1)
        meet |= buckets[:, None] == buckets
    found = meet[np.arange(n), (X @ X.T).argmax(axis=1)]
    np.fill_diagonal(meet, False)
    return found.mean(), meet.sum() / (n * (n - 1))
""",
        "hint": "which is vector 1, not itself",
    },
    {
        "exercise": "27.6",
        "mistake": "forgets the other half of the buckets",
        "code": """
def hashing(X, rotations):
    n = len(X)
    meet = np.zeros((n, n), dtype=bool)
    for R in rotations:
        buckets = (X @ R).argmax(axis=1)
        meet |= buckets[:, None] == buckets
    np.fill_diagonal(meet, False)
    near = X @ X.T
    np.fill_diagonal(near, -2)
    found = meet[np.arange(n), near.argmax(axis=1)]
    return found.mean(), meet.sum() / (n * (n - 1))
""",
        "hint": "it has the bucket of -xR",
    },
    {
        "exercise": "27.6",
        "mistake": "wants them together in every round",
        "code": """
def hashing(X, rotations):
    n = len(X)
    meet = np.ones((n, n), dtype=bool)
    for R in rotations:
        buckets = np.concatenate([X @ R, -X @ R], axis=1).argmax(axis=1)
        meet &= buckets[:, None] == buckets
    np.fill_diagonal(meet, False)
    near = X @ X.T
    np.fill_diagonal(near, -2)
    found = meet[np.arange(n), near.argmax(axis=1)]
    return found.mean(), meet.sum() / (n * (n - 1))
""",
        "hint": "one round is enough to meet",
    },
]
