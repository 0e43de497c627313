"""Right answers to 24 Transformer, each written in another form than the solution."""

RIGHT = [
    {
        "exercise": "24.1",
        "form": "cases",
        "code": """
def sublayer(x, f, norm, before=True):
    if before:
        added = f(norm(x))
        return added + x
    total = f(x) + x
    return norm(total)
""",
    },
    {
        "exercise": "24.1",
        "form": "an array, float32",
        "code": """
def sublayer(x, f, norm, before=True):
    inside = norm if before else (lambda z: z)
    outside = (lambda z: z) if before else norm
    return np.asarray(outside(x + f(inside(x))), dtype="float32")
""",
    },
    {
        "exercise": "24.1",
        "form": "Keras' sum, a tensor",
        "code": """
def sublayer(x, f, norm, before=True):
    ops = keras.ops
    if not before:
        return ops.convert_to_tensor(norm(ops.add(x, f(x))))
    return ops.add(ops.convert_to_tensor(x, "float32"), ops.cast(f(norm(x)), "float32"))
""",
    },
    {
        "exercise": "24.2",
        "form": "lists",
        "code": """
def shift(sentences, start, end):
    width = max(map(len, sentences)) + 1
    given, wanted = [], []
    for ids in sentences:
        zeros = [0] * (width - 1 - len(ids))
        given.append([start] + list(ids) + zeros)
        wanted.append(list(ids) + [end] + zeros)
    return [given, wanted]
""",
    },
    {
        "exercise": "24.2",
        "form": "padded once, cut twice",
        "code": """
def shift(sentences, start, end):
    rows = [[start, *ids, end] for ids in sentences]
    whole = keras.utils.pad_sequences(rows, padding="post")
    return whole[:, :-1], whole[:, 1:]
""",
    },
    {
        "exercise": "24.2",
        "form": "one array of both, int32",
        "code": """
def shift(sentences, start, end):
    width = max(len(ids) for ids in sentences) + 1
    both = np.zeros((2, len(sentences), width), dtype="int32")
    for row, ids in enumerate(sentences):
        both[0, row, 0] = start
        both[0, row, 1 : len(ids) + 1] = ids
        both[1, row, : len(ids)] = ids
        both[1, row, len(ids)] = end
    return both
""",
    },
    {
        "exercise": "24.2",
        "form": "tensors",
        "code": """
def shift(sentences, start, end):
    import tensorflow as tf

    given = tf.ragged.constant([[start, *ids] for ids in sentences]).to_tensor()
    return given, tf.ragged.constant([[*ids, end] for ids in sentences]).to_tensor()
""",
    },
    {
        "exercise": "24.3",
        "form": "counted by Keras",
        "code": """
def parameters(source_size, target_size, d, d_ff, n):
    model = Transformer(
        source_size, target_size, d_model=d, num_heads=1, d_ff=d_ff, num_layers=n
    )
    return model.count_params()
""",
    },
    {
        "exercise": "24.3",
        "form": "a list of shapes, a NumPy number",
        "code": """
def parameters(source_size, target_size, d, d_ff, n):
    attention, norm = [(d, d), (1, d)] * 4, [(1, d)] * 2
    feed_forward = [(d, d_ff), (1, d_ff), (d_ff, d), (1, d)]
    block = 3 * attention + 2 * feed_forward + 5 * norm
    shapes = [(source_size, d), (target_size, d)] + n * block + 2 * norm
    return np.prod(shapes, axis=1).sum()
""",
    },
    {
        "exercise": "24.3",
        "form": "one formula",
        "code": """
def parameters(source_size, target_size, d, d_ff, n):
    block = 12 * d**2 + 24 * d + 4 * d * d_ff + 2 * d_ff
    return d * (source_size + target_size + 4) + n * block
""",
    },
    {
        "exercise": "24.4",
        "form": "loops, nested lists",
        "code": """
def decoder_masks(source, target):
    own, cross = [], []
    for words, ids in zip(source.tolist(), target.tolist()):
        places = range(len(ids))
        own.append([[j <= i and ids[j] != 0 for j in places] for i in places])
        cross.append([[word != 0 for word in words]])
    return own, cross
""",
    },
    {
        "exercise": "24.4",
        "form": "a list of two, tril",
        "code": """
def decoder_masks(source, target):
    t = target.shape[1]
    real = np.repeat((target > 0)[:, None, :], t, axis=1)
    return [np.tril(real), source.astype(bool)[:, np.newaxis, :]]
""",
    },
    {
        "exercise": "24.4",
        "form": "Keras, tensors",
        "code": """
def decoder_masks(source, target):
    ops = keras.ops
    place = ops.arange(target.shape[1])
    own = (place[:, None] >= place[None, :]) & ops.not_equal(target, 0)[:, None, :]
    return own, ops.expand_dims(ops.not_equal(source, 0), 1)
""",
    },
    {
        "exercise": "24.5",
        "form": "a for loop, lists",
        "code": """
def greedy(model, source, start, end, limit):
    rows = [[start] for _ in source]
    for _ in range(limit):
        logits = np.asarray(model((source, np.array(rows))))
        for row, last in zip(rows, logits[:, -1]):
            row.append(0 if end in row[1:] else int(np.argmax(last)))
        if all(end in row[1:] for row in rows):
            break
    return [row[1:] for row in rows]
""",
    },
    {
        "exercise": "24.5",
        "form": "where and any",
        "code": """
def greedy(model, source, start, end, limit):
    ids = np.full((len(source), 1), start, dtype="int32")
    for _ in range(limit):
        best = np.argmax(np.asarray(model((source, ids)))[:, -1, :], axis=1)
        ended = (ids[:, 1:] == end).any(axis=1)
        new = np.where(ended, 0, best).astype("int32")
        ids = np.concatenate([ids, new[:, None]], axis=1)
        if (ids[:, 1:] == end).any(axis=1).all():
            break
    return ids[:, 1:]
""",
    },
    {
        "exercise": "24.5",
        "form": "Keras, a tensor",
        "code": """
def greedy(model, source, start, end, limit):
    ops = keras.ops
    ids = ops.full((len(source), 1), start, dtype="int32")
    open_rows = ops.ones((len(source),), dtype="int32")
    while ids.shape[1] < limit + 1 and int(ops.max(open_rows)):
        logits = ops.convert_to_tensor(model((source, ids)))
        new = ops.cast(ops.argmax(logits[:, -1], axis=-1), "int32") * open_rows
        open_rows = open_rows * ops.cast(new != end, "int32")
        ids = ops.concatenate([ids, new[:, None]], axis=1)
    return ids[:, 1:]
""",
    },
]
