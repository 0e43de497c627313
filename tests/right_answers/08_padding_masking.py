"""Right answers to 08 Padding and masking, each written in another form than the solution."""

RIGHT = [
    {
        "exercise": "08.1",
        "form": "a while loop",
        "code": """
def fit_length(sequence, maxlen, padding="pre", truncating="pre", value=0):
    new = [item for item in sequence]
    while len(new) > maxlen:
        new.pop(0 if truncating == "pre" else -1)
    while len(new) < maxlen:
        new.insert(0 if padding == "pre" else len(new), value)
    return new
""",
    },
    {
        "exercise": "08.1",
        "form": "NumPy, an array",
        "code": """
def fit_length(sequence, maxlen, padding="pre", truncating="pre", value=0):
    row = np.array(sequence, dtype=int)
    row = row[-maxlen:] if truncating == "pre" else row[:maxlen]
    gap = maxlen - len(row)
    width = (gap, 0) if padding == "pre" else (0, gap)
    return np.pad(row, width, constant_values=value)
""",
    },
    {
        "exercise": "08.1",
        "form": "the course's pad_sequences, a tuple",
        "code": """
def fit_length(sequence, maxlen, padding="pre", truncating="pre", value=0):
    (row,) = pad_sequences(
        [list(sequence)], maxlen, padding=padding, truncating=truncating, value=value
    )
    return tuple(row.tolist())
""",
    },
    {
        "exercise": "08.2",
        "form": "a loop, nested lists",
        "code": """
def mask_from_lengths(lengths, maxlen, padding="pre"):
    rows = []
    for n in lengths:
        real, gap = [True] * n, [False] * (maxlen - n)
        rows.append(gap + real if padding == "pre" else real + gap)
    return rows
""",
    },
    {
        "exercise": "08.2",
        "form": "reversed columns",
        "code": """
def mask_from_lengths(lengths, maxlen, padding="pre"):
    mask = np.zeros((len(lengths), maxlen), dtype=bool)
    for row, n in enumerate(lengths):
        mask[row, :n] = True
    return mask[:, ::-1] if padding == "pre" else mask
""",
    },
    {
        "exercise": "08.2",
        "form": "Keras, a tensor",
        "code": """
def mask_from_lengths(lengths, maxlen, padding="pre"):
    ops = keras.ops
    mask = ops.arange(maxlen)[None, :] < ops.convert_to_tensor(lengths)[:, None]
    return ops.flip(mask, axis=1) if padding == "pre" else mask
""",
    },
    {
        "exercise": "08.3",
        "form": "a loop over sequences, nested lists",
        "code": """
def average(x, mask):
    means = []
    for sequence, real in zip(x, mask):
        kept = sequence[real]
        zeros = [0.0] * x.shape[2]
        means.append(kept.mean(axis=0).tolist() if len(kept) else zeros)
    return means
""",
    },
    {
        "exercise": "08.3",
        "form": "einsum, float32",
        "code": """
def average(x, mask):
    clean = np.where(mask[:, :, np.newaxis], x, 0).astype("float32")
    total = np.einsum("stf,st->sf", clean, mask.astype("float32"))
    count = np.count_nonzero(mask, axis=1)[:, None]
    return np.divide(total, count, out=np.zeros_like(total), where=count > 0)
""",
    },
    {
        "exercise": "08.3",
        "form": "Keras, a tensor",
        "code": """
def average(x, mask):
    ops = keras.ops
    x = ops.where(mask[..., None], ops.cast(x, "float32"), 0.0)
    count = ops.sum(ops.cast(mask, "float32"), axis=1, keepdims=True)
    return ops.sum(x, axis=1) / ops.maximum(count, 1.0)
""",
    },
    {
        "exercise": "08.4",
        "form": "NumPy's accumulate",
        "code": """
def running_max(x, mask):
    return np.maximum.accumulate(np.where(mask, x, -np.inf), axis=1)
""",
    },
    {
        "exercise": "08.4",
        "form": "two loops, nested lists",
        "code": """
def running_max(x, mask):
    rows = []
    for values, real in zip(x.tolist(), mask.tolist()):
        state, states = float("-inf"), []
        for value, keep in zip(values, real):
            if keep and value > state:
                state = value
            states.append(state)
        rows.append(states)
    return rows
""",
    },
    {
        "exercise": "08.4",
        "form": "TensorFlow, a tensor of float32",
        "code": """
def running_max(x, mask):
    import tensorflow as tf

    seen = tf.where(mask, tf.cast(x, tf.float32), -np.inf)
    steps = [tf.reduce_max(seen[:, : t + 1], axis=1) for t in range(x.shape[1])]
    return tf.stack(steps, axis=1)
""",
    },
    {
        "exercise": "08.5",
        "form": "loops",
        "code": """
def masked_cross_entropy(probabilities, targets, mask):
    losses = []
    for s in range(targets.shape[0]):
        for t in range(targets.shape[1]):
            if mask[s, t]:
                losses.append(-np.log(probabilities[s, t, targets[s, t]]))
    return sum(losses) / len(losses)
""",
    },
    {
        "exercise": "08.5",
        "form": "einsum, float32",
        "code": """
def masked_cross_entropy(probabilities, targets, mask):
    hot = np.eye(probabilities.shape[-1], dtype="float32")[targets]
    losses = -np.einsum("stc,stc->st", hot, np.log(probabilities.astype("float32")))
    return np.sum(losses * mask, dtype="float32") / np.float32(mask.sum())
""",
    },
    {
        "exercise": "08.5",
        "form": "Keras, a tensor",
        "code": """
def masked_cross_entropy(probabilities, targets, mask):
    p = keras.ops.cast(probabilities, "float32")
    losses = keras.losses.sparse_categorical_crossentropy(targets, p)
    return keras.ops.sum(losses * mask) / mask.sum()
""",
    },
    {
        "exercise": "08.5",
        "form": "np.average with weights",
        "code": """
def masked_cross_entropy(probabilities, targets, mask):
    rows, columns = np.indices(targets.shape)
    return np.average(-np.log(probabilities[rows, columns, targets]), weights=mask)
""",
    },
    {
        "exercise": "08.6",
        "form": "sorted, lists",
        "code": """
def batches_by_length(sequences, batch_size):
    order = sorted(range(len(sequences)), key=lambda i: len(sequences[i]))
    batches = []
    while order:
        now, order = order[:batch_size], order[batch_size:]
        longest = max(len(sequences[i]) for i in now)
        rows = [list(sequences[i]) + [0] * (longest - len(sequences[i])) for i in now]
        batches.append([now, rows])
    return batches
""",
    },
    {
        "exercise": "08.6",
        "form": "np.split, a tuple of pairs",
        "code": """
def batches_by_length(sequences, batch_size):
    order = np.argsort(list(map(len, sequences)), kind="mergesort")
    parts = np.split(order, range(batch_size, len(order), batch_size))
    return tuple(
        (part, keras.utils.pad_sequences([sequences[i] for i in part], padding="post"))
        for part in parts
    )
""",
    },
    {
        "exercise": "08.6",
        "form": "tensors",
        "code": """
def batches_by_length(sequences, batch_size):
    lengths = [len(s) for s in sequences]
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    batches = []
    for k in range(-(-len(order) // batch_size)):
        places = order[k * batch_size :][:batch_size]
        rows = pad_sequences([sequences[i] for i in places], padding="post")
        tensors = keras.ops.convert_to_tensor(places), keras.ops.convert_to_tensor(rows)
        batches.append(tensors)
    return batches
""",
    },
]
