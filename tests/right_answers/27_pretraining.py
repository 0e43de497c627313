"""Right answers to 27 Pretraining in miniature, in other forms than the solution."""

RIGHT = [
    {
        "exercise": "27.1",
        "form": "a triangle, then the first columns",
        "code": """
def prefix_mask(n, prefix):
    mask = np.tri(n, dtype=bool)
    mask[:, :prefix] = True
    return mask
""",
    },
    {
        "exercise": "27.1",
        "form": "lists of lists",
        "code": """
def prefix_mask(n, prefix):
    return [[j < max(i + 1, prefix) for j in range(n)] for i in range(n)]
""",
    },
    {
        "exercise": "27.1",
        "form": "zeros and ones, float32",
        "code": """
def prefix_mask(n, prefix):
    reach = np.maximum(np.arange(1, n + 1), prefix)
    return np.float32(np.arange(n) < reach[:, None])
""",
    },
    {
        "exercise": "27.2",
        "form": "a copy, filled in place",
        "code": """
def masked_example(ids, hidden, draw, other, mask):
    given = ids.copy()
    swap = hidden & (draw >= 0.8) & (draw < 0.9)
    given[swap] = other[swap]
    given[hidden & (draw < 0.8)] = mask
    return given, ids.copy(), hidden.astype("float32")
""",
    },
    {
        "exercise": "27.2",
        "form": "np.select",
        "code": """
def masked_example(ids, hidden, draw, other, mask):
    cases = [~hidden, draw < 0.8, draw < 0.9]
    return np.select(cases, [ids, np.full_like(ids, mask), other], ids), ids, hidden
""",
    },
    {
        "exercise": "27.2",
        "form": "a loop, lists",
        "code": """
def masked_example(ids, hidden, draw, other, mask):
    given = []
    for i, word in enumerate(ids):
        if hidden[i] and draw[i] < 0.8:
            word = mask
        elif hidden[i] and draw[i] < 0.9:
            word = other[i]
        given.append(int(word))
    return [given, list(ids), [int(h) for h in hidden]]
""",
    },
    {
        "exercise": "27.3",
        "form": "with log-softmax of SciPy and np.average",
        "code": """
def masked_loss(logits, wanted, weights):
    from scipy.special import log_softmax

    log_p = log_softmax(logits, axis=-1)
    losses = -np.take_along_axis(log_p, wanted[..., None], axis=-1)[..., 0]
    return np.average(losses, weights=weights)
""",
    },
    {
        "exercise": "27.3",
        "form": "the hidden words picked out, float32",
        "code": """
def masked_loss(logits, wanted, weights):
    hidden = np.asarray(weights) > 0
    z = np.float32(logits[hidden] - logits[hidden].max(axis=-1, keepdims=True))
    log_p = z - np.log(np.exp(z).sum(axis=-1, keepdims=True))
    return -log_p[np.arange(len(log_p)), wanted[hidden]].mean()
""",
    },
    {
        "exercise": "27.3",
        "form": "a loop",
        "code": """
def masked_loss(logits, wanted, weights):
    total = 0.0
    for b, t in np.argwhere(weights):
        z = logits[b, t] - logits[b, t].max()
        total += np.log(np.exp(z).sum()) - z[wanted[b, t]]
    return total / np.sum(weights)
""",
    },
    {
        "exercise": "27.4",
        "form": "what each neuron adds, all at once",
        "code": """
def carried(x, W1, b1, W2, b2):
    inner = np.maximum(x @ W1 + b1, 0)
    y = inner @ W2 + b2
    less = y[:, None] - inner[..., None] * W2  # (facts, neurons, d)
    return (less.argmax(axis=2) != y.argmax(axis=1)[:, None]).sum(axis=0)
""",
    },
    {
        "exercise": "27.4",
        "form": "without the row and the column",
        "code": """
def carried(x, W1, b1, W2, b2):
    def answers(keep):
        inner = np.maximum(x @ W1[:, keep] + b1[keep], 0)
        return np.argmax(inner @ W2[keep] + b2, axis=-1)

    neurons = np.arange(len(b1))
    whole = answers(neurons)
    return [int((answers(neurons[neurons != k]) != whole).sum()) for k in neurons]
""",
    },
    {
        "exercise": "27.4",
        "form": "a mask on the neurons, floats",
        "code": """
def carried(x, W1, b1, W2, b2):
    inner = np.clip(x @ W1 + b1, 0, None)
    whole = np.argmax(inner @ W2 + b2, axis=1)
    counts = np.zeros(len(W2))
    for k, keep in enumerate(1 - np.eye(len(W2))):
        counts[k] = np.count_nonzero(np.argmax(inner * keep @ W2 + b2, axis=1) - whole)
    return counts
""",
    },
    {
        "exercise": "27.5",
        "form": "a loop that adds until it is enough",
        "code": """
def nucleus(scores, share, temperature=1.0):
    z = np.asarray(scores) / temperature
    p = np.exp(z - z.max())
    p /= p.sum()
    kept, total = np.zeros_like(p), 0.0
    for token in np.argsort(p)[::-1]:
        kept[token] = p[token]
        total += p[token]
        if total >= share:
            break
    return kept / total
""",
    },
    {
        "exercise": "27.5",
        "form": "by the smallest probability kept",
        "code": """
def nucleus(scores, share, temperature=1.0):
    from scipy.special import softmax

    p = softmax(np.array(scores) / temperature)
    ordered = np.sort(p)[::-1]
    count = min(np.searchsorted(np.cumsum(ordered), share), len(p) - 1)
    p[p < ordered[count]] = 0
    return list(p / p.sum())
""",
    },
    {
        "exercise": "27.5",
        "form": "float32, scattered back",
        "code": """
def nucleus(scores, share, temperature=1.0):
    z = np.float32((scores - np.max(scores)) / temperature)
    p = np.exp(z) / np.exp(z).sum()
    best = np.argsort(-p, kind="stable")
    sorted_p = p[best]
    keep = np.append(0, np.cumsum(sorted_p)[:-1]) < max(share, 1e-9)
    out = np.zeros(len(p), dtype="float32")
    out[best[keep]] = sorted_p[keep] / sorted_p[keep].sum()
    return out
""",
    },
    {
        "exercise": "27.6",
        "form": "all rounds at once",
        "code": """
def hashing(X, rotations):
    turned = np.einsum("nd,rdh->rnh", X, rotations)
    buckets = np.concatenate([turned, -turned], axis=2).argmax(axis=2)
    other = ~np.eye(len(X), dtype=bool)
    meet = (buckets[:, :, None] == buckets[:, None]).any(axis=0) & other
    nearest = np.where(other, X @ X.T, -9).argmax(axis=1)
    found = np.take_along_axis(meet, nearest[:, None], axis=1)
    return np.array([found.mean(), meet[other].mean()])
""",
    },
    {
        "exercise": "27.6",
        "form": "pair by pair",
        "code": """
def hashing(X, rotations):
    n = len(X)
    codes = [np.hstack([X @ R, X @ -R]).argmax(axis=1) for R in rotations]
    codes = np.stack(codes, axis=1)
    hit = met = 0
    for i in range(n):
        others = [j for j in range(n) if j != i]
        meets = {j: bool((codes[i] == codes[j]).any()) for j in others}
        met += sum(meets.values())
        hit += meets[max(others, key=lambda j: X[i] @ X[j])]
    return hit / n, met / (n * n - n)
""",
    },
    {
        "exercise": "27.6",
        "form": "a one-hot of buckets",
        "code": """
def hashing(X, rotations):
    n, shared = len(X), 0
    for R in rotations:
        z = np.concatenate([X @ R, -X @ R], axis=1)
        hot = np.eye(z.shape[1])[z.argmax(axis=1)]
        shared = shared + hot @ hot.T
    shared = (shared > 0.5) & ~np.eye(n, dtype=bool)
    order = np.argsort(-(X @ X.T - 3 * np.eye(n)), axis=1)
    return [float(shared[range(n), order[:, 0]].mean()), shared.sum() / n / (n - 1)]
""",
    },
]
