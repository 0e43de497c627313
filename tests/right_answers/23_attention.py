"""Right answers to 23 Attention, each written in another form than the solution."""

RIGHT = [
    {
        "exercise": "23.1",
        "form": "loops, nested lists",
        "code": """
def attend(Q, K, V):
    outputs, weights = [], []
    for q in Q:
        scores = np.array([q @ k for k in K]) / len(q) ** 0.5
        e = np.exp(scores - max(scores))
        row = e / sum(e)
        weights.append(row.tolist())
        outputs.append([float(row @ column) for column in V.T])
    return outputs, weights
""",
    },
    {
        "exercise": "23.1",
        "form": "Keras, tensors",
        "code": """
def attend(Q, K, V):
    ops = keras.ops
    Q, K, V = (ops.cast(a, "float32") for a in (Q, K, V))
    A = ops.softmax(ops.einsum("nd,md->nm", Q, K) / K.shape[-1] ** 0.5)
    return ops.matmul(A, V), A
""",
    },
    {
        "exercise": "23.1",
        "form": "einsum, a list of float32",
        "code": """
def attend(Q, K, V):
    Q, K, V = np.float32(Q), np.float32(K), np.float32(V)
    S = np.einsum("nd,md->nm", Q, K) / np.sqrt(np.float32(Q.shape[1]))
    S = S - S.max(axis=1)[:, None]
    A = np.exp(S - np.log(np.exp(S).sum(axis=1))[:, None])
    return [np.einsum("nm,mv->nv", A, V), A]
""",
    },
    {
        "exercise": "23.2",
        "form": "loops, nested lists",
        "code": """
def decoder_mask(ids):
    masks = []
    for row in np.asarray(ids).tolist():
        n = len(row)
        masks.append(
            [[0.0 if j <= i and row[j] else -1e9 for j in range(n)] for i in range(n)]
        )
    return masks
""",
    },
    {
        "exercise": "23.2",
        "form": "the larger of two closings, float32",
        "code": """
def decoder_mask(ids):
    ids = np.array(ids)
    n = ids.shape[1]
    future = np.triu(np.ones((n, n), dtype="float32"), k=1)
    padding = (ids == 0).astype("float32")[:, None, :]
    return np.maximum(future, padding) * np.float32(-1e9)
""",
    },
    {
        "exercise": "23.2",
        "form": "Keras, a tensor",
        "code": """
def decoder_mask(ids):
    ops = keras.ops
    ids = ops.convert_to_tensor(ids)
    place = ops.arange(ids.shape[1])
    closed = (place[None, :] > place[:, None]) | (ids == 0)[:, None, :]
    return ops.where(closed, -1e9, 0.0)
""",
    },
    {
        "exercise": "23.3",
        "form": "a loop over heads",
        "code": """
def split_heads(x, h):
    k = x.shape[-1] // h
    return np.stack([x[..., i * k : (i + 1) * k] for i in range(h)], axis=1)


def merge_heads(y):
    return np.concatenate([y[:, i] for i in range(y.shape[1])], axis=-1)
""",
    },
    {
        "exercise": "23.3",
        "form": "einsum, float32",
        "code": """
def split_heads(x, h):
    cut = np.reshape(x, (*x.shape[:2], h, -1)).astype("float32")
    return np.einsum("bnhk->bhnk", cut)


def merge_heads(y):
    return np.einsum("bhnk->bnhk", y).reshape(y.shape[0], y.shape[2], -1)
""",
    },
    {
        "exercise": "23.3",
        "form": "Keras, tensors",
        "code": """
def split_heads(x, h):
    ops = keras.ops
    x = ops.convert_to_tensor(x)
    cut = ops.reshape(x, (x.shape[0], x.shape[1], h, x.shape[2] // h))
    return ops.transpose(cut, (0, 2, 1, 3))


def merge_heads(y):
    ops = keras.ops
    back = ops.transpose(y, (0, 2, 1, 3))
    return ops.reshape(back, (back.shape[0], back.shape[1], -1))
""",
    },
    {
        "exercise": "23.3",
        "form": "nested lists",
        "code": """
def split_heads(x, h):
    return [np.array_split(sample, h, axis=-1) for sample in x]


def merge_heads(y):
    return [np.hstack(list(heads)).tolist() for heads in y]
""",
    },
    {
        "exercise": "23.4",
        "form": "a loop over rows, nested lists",
        "code": """
def masked_softmax(S, allowed):
    if np.ndim(S) > 1:
        return [masked_softmax(s, a) for s, a in zip(S, allowed)]
    if not allowed.any():
        return [0.0] * len(S)
    top = max(s for s, a in zip(S, allowed) if a)
    e = [float(np.exp(s - top)) if a else 0.0 for s, a in zip(S, allowed)]
    return [value / sum(e) for value in e]
""",
    },
    {
        "exercise": "23.4",
        "form": "minus infinity, repaired, float32",
        "code": """
def masked_softmax(S, allowed):
    S = np.where(allowed, S, -np.inf).astype("float32")
    top = S.max(axis=-1, keepdims=True)
    e = np.exp(S - np.where(np.isfinite(top), top, 0))
    total = e.sum(axis=-1, keepdims=True)
    return np.divide(e, total, out=np.zeros_like(e), where=total > 0)
""",
    },
    {
        "exercise": "23.4",
        "form": "Keras, a tensor",
        "code": """
def masked_softmax(S, allowed):
    ops = keras.ops
    S, allowed = ops.cast(S, "float32"), ops.cast(allowed, "float32")
    return ops.softmax(S - 1e9 * (1 - allowed), axis=-1) * allowed
""",
    },
    {
        "exercise": "23.5",
        "form": "loops over both words, a list of lists",
        "code": """
def leaks(layer, x):
    before, pairs = np.array(layer(x)), []
    noise = np.random.default_rng(3).normal(size=x.shape).astype(x.dtype)
    for i in range(x.shape[1]):
        for j in range(i + 1, x.shape[1]):
            other = np.array(x)
            other[0, j] = other[0, j] + noise[0, j]
            if np.abs(np.array(layer(other)) - before)[0, i].max() > 1e-6:
                pairs.append([i, j])
    return pairs
""",
    },
    {
        "exercise": "23.5",
        "form": "a table, an array of pairs",
        "code": """
def leaks(layer, x):
    rng, before = np.random.default_rng(9), np.asarray(layer(x))
    table = np.zeros((x.shape[1], x.shape[1]), dtype=bool)
    for j in range(x.shape[1]):
        new = x.copy()
        new[:, j] = rng.normal(size=new[:, j].shape)
        table[:, j] = (np.abs(np.asarray(layer(new)) - before) > 1e-6).any((0, 2))
    return np.argwhere(np.triu(table, k=1))
""",
    },
    {
        "exercise": "23.5",
        "form": "a comprehension, a tuple of pairs",
        "code": """
def leaks(layer, x):
    def outputs(j):
        step = np.linspace(1, 3, x.shape[2]) ** 2 * (np.arange(x.shape[1]) == j)[:, None]
        return np.asarray(layer((x + step).astype(x.dtype)))

    before, n = np.asarray(layer(x)), x.shape[1]
    gaps = [np.abs(outputs(j) - before)[0].max(axis=-1) for j in range(n)]
    return tuple((i, j) for i in range(n) for j in range(i + 1, n) if gaps[j][i] > 1e-6)
""",
    },
]
