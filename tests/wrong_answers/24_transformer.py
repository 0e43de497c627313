"""Plausible wrong answers to 24 The Transformer, each with the hint it must meet."""

WRONG = [
    {
        "exercise": "24.1",
        "mistake": "normalises the shortcut too",
        "code": """
def sublayer(x, f, norm, before=True):
    if before:
        x = norm(x)
        return x + f(x)
    return norm(x + f(x))
""",
        "hint": "as it came in",
    },
    {
        "exercise": "24.1",
        "mistake": "normalises only what is added",
        "code": """
def sublayer(x, f, norm, before=True):
    return x + f(norm(x)) if before else x + norm(f(x))
""",
        "hint": "shortcut included",
    },
    {
        "exercise": "24.1",
        "mistake": "takes before for after",
        "code": """
def sublayer(x, f, norm, before=True):
    return norm(x + f(x)) if before else x + f(norm(x))
""",
        "hint": "what f gets",
    },
    {
        "exercise": "24.2",
        "mistake": "forgets the shift",
        "code": """
def shift(sentences, start, end):
    width = max(len(ids) for ids in sentences) + 1
    rows = np.zeros((len(sentences), width), dtype=int)
    for row, ids in enumerate(sentences):
        rows[row, : len(ids) + 1] = [*ids, end]
    return rows, rows
""",
        "hint": "learns to copy",
    },
    {
        "exercise": "24.2",
        "mistake": "shifts, but forgets the start token",
        "code": """
def shift(sentences, start, end):
    width = max(len(ids) for ids in sentences) + 1
    given, wanted = np.zeros((2, len(sentences), width), dtype=int)
    for row, ids in enumerate(sentences):
        given[row, : len(ids)] = ids
        wanted[row, : len(ids)] = [*ids[1:], end]
    return given, wanted
""",
        "hint": "begins with start",
    },
    {
        "exercise": "24.2",
        "mistake": "puts the end token behind the padding",
        "code": """
def shift(sentences, start, end):
    width = max(len(ids) for ids in sentences)
    rows = np.zeros((len(sentences), width), dtype=int)
    for row, ids in enumerate(sentences):
        rows[row, : len(ids)] = ids
    edge = np.ones((len(sentences), 1), dtype=int)
    return np.hstack([start * edge, rows]), np.hstack([rows, end * edge])
""",
        "hint": "before the padding",
    },
    {
        "exercise": "24.3",
        "mistake": "gives the output a matrix of its own",
        "code": """
def parameters(source_size, target_size, d, d_ff, n):
    attention, ff, norm = 4 * (d * d + d), 2 * d * d_ff + d_ff + d, 2 * d
    blocks = 3 * attention + 2 * ff + 5 * norm
    return (source_size + 2 * target_size) * d + n * blocks + 2 * norm
""",
        "hint": "count it once",
    },
    {
        "exercise": "24.3",
        "mistake": "forgets the norms at the end of the stacks",
        "code": """
def parameters(source_size, target_size, d, d_ff, n):
    attention, ff, norm = 4 * (d * d + d), 2 * d * d_ff + d_ff + d, 2 * d
    blocks = 3 * attention + 2 * ff + 5 * norm
    return (source_size + target_size) * d + n * blocks
""",
        "hint": "ends in a norm",
    },
    {
        "exercise": "24.3",
        "mistake": "counts one attention in the decoder block",
        "code": """
def parameters(source_size, target_size, d, d_ff, n):
    attention, ff, norm = 4 * (d * d + d), 2 * d * d_ff + d_ff + d, 2 * d
    blocks = 2 * attention + 2 * ff + 5 * norm
    return (source_size + target_size) * d + n * blocks + 2 * norm
""",
        "hint": "two attentions",
    },
    {
        "exercise": "24.3",
        "mistake": "leaves out the biases of the feed-forward part",
        "code": """
def parameters(source_size, target_size, d, d_ff, n):
    attention, ff, norm = 4 * (d * d + d), 2 * d * d_ff, 2 * d
    blocks = 3 * attention + 2 * ff + 5 * norm
    return (source_size + target_size) * d + n * blocks + 2 * norm
""",
        "hint": "d_ff + d",
    },
    {
        "exercise": "24.3",
        "mistake": "gives a norm its gain alone",
        "code": """
def parameters(source_size, target_size, d, d_ff, n):
    attention, ff, norm = 4 * (d * d + d), 2 * d * d_ff + d_ff + d, d
    blocks = 3 * attention + 2 * ff + 5 * norm
    return (source_size + target_size) * d + n * blocks + 2 * norm
""",
        "hint": "a gain and a shift",
    },
    {
        "exercise": "24.3",
        "mistake": "repeats the last norms with every layer",
        "code": """
def parameters(source_size, target_size, d, d_ff, n):
    attention, ff, norm = 4 * (d * d + d), 2 * d * d_ff + d_ff + d, 2 * d
    blocks = 3 * attention + 2 * ff + 7 * norm
    return (source_size + target_size) * d + n * blocks
""",
        "hint": "nothing else",
    },
    {
        "exercise": "24.4",
        "mistake": "gives the cross-attention the target's mask",
        "code": """
def decoder_masks(source, target):
    causal = np.tri(target.shape[1], dtype=bool)
    return causal & (target != 0)[:, None], (target != 0)[:, None]
""",
        "hint": "its mask is the source's",
    },
    {
        "exercise": "24.4",
        "mistake": "closes rows of padding instead of columns",
        "code": """
def decoder_masks(source, target):
    causal = np.tri(target.shape[1], dtype=bool)
    return causal & (target != 0)[:, :, None], (source != 0)[:, None]
""",
        "hint": "closes its column",
    },
    {
        "exercise": "24.4",
        "mistake": "forgets that the mask is causal",
        "code": """
def decoder_masks(source, target):
    real = (target != 0)[:, None]
    return np.repeat(real, target.shape[1], axis=1), (source != 0)[:, None]
""",
        "hint": "columns j <= i",
    },
    {
        "exercise": "24.5",
        "mistake": "writes up to the limit, whatever has ended",
        "code": """
def greedy(model, source, start, end, limit):
    ids = np.full((len(source), 1), start)
    for _ in range(limit):
        new = np.asarray(model((source, ids)))[:, -1:].argmax(axis=-1)
        ids = np.hstack([ids, new])
    return ids[:, 1:]
""",
        "hint": "stop when all rows are done",
    },
    {
        "exercise": "24.5",
        "mistake": "lets ended rows go on",
        "code": """
def greedy(model, source, start, end, limit):
    ids = np.full((len(source), 1), start)
    while ids.shape[1] <= limit and not (ids == end).any(axis=1).all():
        new = np.asarray(model((source, ids)))[:, -1:].argmax(axis=-1)
        ids = np.hstack([ids, new])
    return ids[:, 1:]
""",
        "hint": "while others go on",
    },
    {
        "exercise": "24.5",
        "mistake": "reads the logits of the first place",
        "code": """
def greedy(model, source, start, end, limit):
    ids = np.full((len(source), 1), start)
    done = np.zeros(len(source), dtype=bool)
    for _ in range(3):
        new = np.asarray(model((source, ids)))[:, 0].argmax(axis=-1)
        new[done] = 0
        done |= new == end
        ids = np.hstack([ids, new[:, None]])
    return ids[:, 1:]
""",
        "hint": "from the last place",
    },
    {
        "exercise": "24.5",
        "mistake": "counts the start token in the limit",
        "code": """
def greedy(model, source, start, end, limit):
    ids = np.full((len(source), 1), start)
    done = np.zeros(len(source), dtype=bool)
    while ids.shape[1] < limit and not done.all():
        new = np.asarray(model((source, ids)))[:, -1].argmax(axis=-1)
        new[done] = 0
        done |= new == end
        ids = np.hstack([ids, new[:, None]])
    return ids[:, 1:]
""",
        "hint": "allows two tokens",
    },
]
