"""Plausible wrong answers to 23 Attention, each with the hint it must meet."""

WRONG = [
    {
        "exercise": "23.1",
        "mistake": "does not divide by the root",
        "code": """
def attend(Q, K, V):
    S = Q @ K.T
    e = np.exp(S - S.max(axis=-1, keepdims=True))
    A = e / e.sum(axis=-1, keepdims=True)
    return A @ V, A
""",
        "hint": "divided by the root",
    },
    {
        "exercise": "23.1",
        "mistake": "takes the softmax over the queries",
        "code": """
def attend(Q, K, V):
    e = np.exp(Q @ K.T / np.sqrt(K.shape[-1]))
    A = e / e.sum(axis=0)
    return A @ V, A
""",
        "hint": "over the keys",
    },
    {
        "exercise": "23.1",
        "mistake": "lets the exponential overflow",
        "code": """
def attend(Q, K, V):
    e = np.exp(Q @ K.T / np.sqrt(K.shape[-1]))
    A = e / e.sum(axis=-1, keepdims=True)
    return A @ V, A
""",
        "hint": "overflowed",
    },
    {
        "exercise": "23.2",
        "mistake": "closes the past instead of the future",
        "code": """
def decoder_mask(ids):
    allowed = np.tri(ids.shape[1], dtype=bool).T & (ids != 0)[:, None, :]
    return np.where(allowed, 0.0, -1e9)
""",
        "hint": "lies in the future",
    },
    {
        "exercise": "23.2",
        "mistake": "closes rows of padding instead of columns",
        "code": """
def decoder_mask(ids):
    allowed = np.tri(ids.shape[1], dtype=bool) & (ids != 0)[:, :, None]
    return np.where(allowed, 0.0, -1e9)
""",
        "hint": "its row",
    },
    {
        "exercise": "23.2",
        "mistake": "adds the two masks",
        "code": """
def decoder_mask(ids):
    causal = np.where(np.tri(ids.shape[1], dtype=bool), 0.0, -1e9)
    return causal + np.where(ids != 0, 0.0, -1e9)[:, None, :]
""",
        "hint": "do not add the two masks",
    },
    {
        "exercise": "23.2",
        "mistake": "forgets the padding, in nested lists",
        "code": """
def decoder_mask(ids):
    causal = np.where(np.tri(ids.shape[1], dtype=bool), 0.0, -1e9)
    return [causal.tolist()] * len(ids)
""",
        "hint": "padding as a key",
    },
    {
        "exercise": "23.3",
        "mistake": "reshapes at once, which mixes words",
        "code": """
def split_heads(x, h):
    batch, n, d = x.shape
    return x.reshape(batch, h, n, d // h)


def merge_heads(y):
    batch, h, n, k = y.shape
    return y.reshape(batch, n, h * k)
""",
        "hint": "words were mixed",
    },
    {
        "exercise": "23.3",
        "mistake": "gives each head every h-th component",
        "code": """
def split_heads(x, h):
    batch, n, d = x.shape
    return np.moveaxis(x.reshape(batch, n, d // h, h), 3, 1)


def merge_heads(y):
    batch, h, n, k = y.shape
    return np.moveaxis(y, 1, 3).reshape(batch, n, h * k)
""",
        "hint": "first four components",
    },
    {
        "exercise": "23.3",
        "mistake": "forgets to swap back",
        "code": """
def split_heads(x, h):
    batch, n, d = x.shape
    return x.reshape(batch, n, h, d // h).swapaxes(1, 2)


def merge_heads(y):
    batch, h, n, k = y.shape
    return y.reshape(batch, n, h * k)
""",
        "hint": "swap back",
    },
    {
        "exercise": "23.4",
        "mistake": "uses minus infinity",
        "code": """
def masked_softmax(S, allowed):
    S = np.where(allowed, S, -np.inf)
    e = np.exp(S - S.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
""",
        "hint": "became nan",
    },
    {
        "exercise": "23.4",
        "mistake": "masks after the softmax",
        "code": """
def masked_softmax(S, allowed):
    e = np.exp(S - S.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True) * allowed
""",
        "hint": "before the softmax",
    },
    {
        "exercise": "23.4",
        "mistake": "leaves a plain mean in an empty row",
        "code": """
def masked_softmax(S, allowed):
    S = np.where(allowed, S, -1e9)
    e = np.exp(S - S.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
""",
        "hint": "gets zeros",
    },
    {
        "exercise": "23.4",
        "mistake": "opens the cells of empty rows in allowed itself",
        "code": """
def masked_softmax(S, allowed):
    empty = ~allowed.any(axis=-1)
    allowed[empty] = True
    S = np.where(allowed, S, -1e9)
    e = np.exp(S - S.max(axis=-1, keepdims=True))
    A = e / e.sum(axis=-1, keepdims=True)
    A[empty] = 0
    return A
""",
        "hint": "allowed was changed",
    },
    {
        "exercise": "23.5",
        "mistake": "counts the past as a leak",
        "code": """
def leaks(layer, x):
    before, found = np.asarray(layer(x)), []
    for j in range(x.shape[1]):
        changed = x.copy()
        changed[:, j] += np.arange(x.shape[-1])
        moved = np.abs(np.asarray(layer(changed)) - before).max(axis=(0, 2))
        found += [(i, j) for i in range(len(moved)) if moved[i] > 1e-6 and i != j]
    return sorted(found)
""",
        "hint": "the past and no leak",
    },
    {
        "exercise": "23.5",
        "mistake": "changes the input itself",
        "code": """
def leaks(layer, x):
    before, found = np.array(layer(x)), []
    for j in range(x.shape[1]):
        x[:, j] += np.arange(x.shape[-1])
        moved = np.abs(np.asarray(layer(x)) - before).max(axis=(0, 2))
        before = np.array(layer(x))
        found += [(i, j) for i in range(j) if moved[i] > 1e-6]
    return sorted(found)
""",
        "hint": "x was changed",
    },
    {
        "exercise": "23.5",
        "mistake": "adds a constant, which some layers ignore",
        "code": """
def leaks(layer, x):
    before, found = np.asarray(layer(x)), []
    for j in range(x.shape[1]):
        changed = x.copy()
        changed[:, j] += 1
        moved = np.abs(np.asarray(layer(changed)) - before).max(axis=(0, 2))
        found += [(i, j) for i in range(j) if moved[i] > 1e-6]
    return sorted(found)
""",
        "hint": "ignores a constant",
    },
]
