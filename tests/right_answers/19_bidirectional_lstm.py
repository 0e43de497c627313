"""Right answers to 19 Bidirectional LSTM, each written in another form than the solution."""

RIGHT = [
    {
        "exercise": "19.1",
        "form": "counted by Keras",
        "code": """
def size(features, units, merge):
    both = layers.Bidirectional(layers.LSTM(units), merge_mode=merge)
    both.build((None, 3, features))
    width = both.compute_output_shape((None, 3, features))[-1]
    return width, both.count_params() + width + 1
""",
    },
    {
        "exercise": "19.1",
        "form": "a list of NumPy numbers",
        "code": """
def size(features, units, merge):
    width = units * (1 + (merge == "concat"))
    blocks = np.array([features, units, 1]) @ np.full(3, 4 * units)
    return [np.int64(width), 2 * blocks + width + 1]
""",
    },
    {
        "exercise": "19.1",
        "form": "floats, as an array",
        "code": """
def size(features, units, merge):
    halves = {"concat": 2.0, "sum": 1.0, "mul": 1.0, "ave": 1.0}[merge]
    lstms = 8.0 * units * (features + units + 1)
    return np.array([halves * units, lstms + halves * units + 1])
""",
    },
    {
        "exercise": "19.2",
        "form": "Keras, a tensor of float32",
        "code": """
def lstm_both_ways(x, first, second, sequences=True):
    inner = layers.LSTM(len(first[1]), return_sequences=sequences)
    both = layers.Bidirectional(inner)
    both.build(x.shape)
    both.set_weights([*first, *second])
    return both(x.astype("float32"))
""",
    },
    {
        "exercise": "19.2",
        "form": "np.flip and the final states",
        "code": """
def lstm_both_ways(x, first, second, sequences=True):
    ahead, (h, _) = lstm(x, first)
    back, (g, _) = lstm(np.flip(x, axis=1), second)
    if not sequences:
        return np.hstack([h, g])
    return np.dstack([ahead, np.flip(back, axis=1)])
""",
    },
    {
        "exercise": "19.2",
        "form": "nested lists, step by step",
        "code": """
def lstm_both_ways(x, first, second, sequences=True):
    T = x.shape[1]
    ahead = [lstm(x[:, : t + 1], first)[1][0] for t in range(T)]
    back = [lstm(x[:, t:][:, ::-1], second)[1][0] for t in range(T)]
    if not sequences:
        return np.concatenate([ahead[-1], back[0]], axis=1).tolist()
    both = np.concatenate([ahead, back], axis=-1)
    return both.transpose(1, 0, 2).tolist()
""",
    },
    {
        "exercise": "19.3",
        "form": "one index for all, without a loop",
        "code": """
def reverse_real(x, lengths):
    x, n = np.asarray(x), np.asarray(lengths)[:, None]
    steps = np.arange(x.shape[1])
    index = np.where(steps < n, n - 1 - steps, steps)
    return x[np.arange(len(x))[:, None], index]
""",
    },
    {
        "exercise": "19.3",
        "form": "TensorFlow's own",
        "code": """
def reverse_real(x, lengths):
    import tensorflow as tf

    return tf.reverse_sequence(x, lengths, seq_axis=1)
""",
    },
    {
        "exercise": "19.3",
        "form": "nested lists",
        "code": """
def reverse_real(x, lengths):
    rows = []
    for row, n in zip(x.tolist(), lengths):
        rows.append(row[:n][::-1] + row[n:])
    return rows
""",
    },
    {
        "exercise": "19.4",
        "form": "the faults mended, nothing else",
        "code": """
def summary(x, first, second):
    ahead, _ = lstm(x, first)
    back, _ = lstm(x[:, ::-1], second)
    back = back[:, ::-1]
    return (ahead[:, -1] + back[:, 0]) / 2
""",
    },
    {
        "exercise": "19.4",
        "form": "the final states, a list",
        "code": """
def summary(x, first, second):
    ends = [lstm(x, first)[1][0], lstm(np.flip(x, 1), second)[1][0]]
    return np.mean(ends, axis=0).tolist()
""",
    },
    {
        "exercise": "19.4",
        "form": "Keras, a tensor of float32",
        "code": """
def summary(x, first, second):
    units = len(first[1])
    both = layers.Bidirectional(layers.LSTM(units), merge_mode="ave")
    both.build(x.shape)
    both.set_weights([*first, *second])
    return both(x.astype("float32"))
""",
    },
    {
        "exercise": "19.5",
        "form": "all changes in one batch",
        "code": """
def reads_future(layer, T, F):
    base = np.repeat(np.random.default_rng(1).normal(size=(1, T, F)), T, axis=0)
    changed = base + np.eye(T)[..., None]
    moved = np.abs(np.asarray(layer(changed)) - np.asarray(layer(base)))
    return np.triu(moved.max(axis=-1).T > 1e-6, 1).any()
""",
    },
    {
        "exercise": "19.5",
        "form": "all later steps at once, drawn anew",
        "code": """
def reads_future(layer, T, F):
    rng = np.random.default_rng(2)
    x = rng.normal(size=(1, T, F))
    y = np.array(layer(x))
    gaps = []
    for t in range(T - 1):
        other = x.copy()
        other[:, t + 1 :] = rng.normal(size=(1, T - 1 - t, F))
        gaps.append(np.abs(np.array(layer(other)) - y)[:, : t + 1].max())
    return int(max(gaps) > 1e-6)
""",
    },
    {
        "exercise": "19.5",
        "form": "feature by feature, float32",
        "code": """
def reads_future(layer, T, F):
    x = np.random.default_rng(3).normal(size=(1, T, F)).astype("float32")
    y = np.asarray(layer(x))
    found = False
    for s in range(T):
        for f in range(F):
            other = x.copy()
            other[0, s, f] -= 2
            gap = np.abs(np.asarray(layer(other)) - y)
            found = found or bool((gap[0, :s] > 1e-6).any())
    return found
""",
    },
    {
        "exercise": "19.6",
        "form": "sets of tags, a helper",
        "code": """
def look_ahead(sentences, tags):
    def decided(k):
        seen = {}
        for words, marks in zip(sentences, tags):
            for t in range(len(words)):
                left = len(words) <= t + k
                key = (t, left, *words[: t + k + 1])
                seen.setdefault(key, set()).add(marks[t])
        return all(len(found) == 1 for found in seen.values())

    return next(k for k in range(1000) if decided(k))
""",
    },
    {
        "exercise": "19.6",
        "form": "pairs of places compared",
        "code": """
def look_ahead(sentences, tags):
    most = 0
    for a, m in zip(sentences, tags):
        for b, n in zip(sentences, tags):
            for t in range(min(len(a), len(b))):
                if m[t] != n[t]:
                    long_a, long_b = [*a, None], [*b, None]
                    same = 0
                    while long_a[same] == long_b[same]:
                        same += 1
                    most = max(most, same - t)
    return most
""",
    },
    {
        "exercise": "19.6",
        "form": "words joined to one text, a NumPy number",
        "code": """
def look_ahead(sentences, tags):
    k = np.int64(0)
    while True:
        known, good = {}, True
        for words, marks in zip(sentences, tags):
            text = list(words) + ["<end>"]
            for t in range(len(marks)):
                key = f"{t} " + " ".join(text[: t + 1 + k])
                good = good and known.get(key, marks[t]) == marks[t]
                known[key] = marks[t]
        if good:
            return k
        k += 1
""",
    },
]
