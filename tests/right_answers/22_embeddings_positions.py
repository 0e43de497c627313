"""Right answers to 22 Embeddings and positions, each written in another form than the solution."""

RIGHT = [
    {
        "exercise": "22.1",
        "form": "a loop, nested lists",
        "code": """
def table_gradient(ids, G, V):
    gradient = [[0.0] * G.shape[1] for _ in range(V)]
    for row, i in enumerate(ids):
        for j in range(G.shape[1]):
            gradient[i][j] += float(G[row, j])
    return gradient
""",
    },
    {
        "exercise": "22.1",
        "form": "np.add.at, float32",
        "code": """
def table_gradient(ids, G, V):
    gradient = np.zeros((V, G.shape[1]), dtype="float32")
    np.add.at(gradient, ids, G.astype("float32"))
    return gradient
""",
    },
    {
        "exercise": "22.1",
        "form": "TensorFlow, a tensor",
        "code": """
def table_gradient(ids, G, V):
    return tf.math.unsorted_segment_sum(tf.constant(G), ids, V)
""",
    },
    {
        "exercise": "22.2",
        "form": "slices, a list of lists",
        "code": """
def skipgram_pairs(tokens, window):
    pairs = []
    for i in range(len(tokens)):
        begin = max(i - window, 0)
        for j in range(begin, min(i + window + 1, len(tokens))):
            if j != i:
                pairs.append([tokens[i], tokens[j]])
    return pairs
""",
    },
    {
        "exercise": "22.2",
        "form": "a tuple of pairs",
        "code": """
def skipgram_pairs(tokens, window):
    n = len(tokens)
    places = [(i, i + k) for i in range(n) for k in range(-window, window + 1) if k]
    return tuple((tokens[i], tokens[j]) for i, j in places if 0 <= j < n)
""",
    },
    {
        "exercise": "22.2",
        "form": "left and right neighbours, an array",
        "code": """
def skipgram_pairs(tokens, window):
    pairs = []
    for i, centre in enumerate(tokens):
        around = tokens[max(0, i - window) : i] + tokens[i + 1 : i + 1 + window]
        pairs += [(centre, other) for other in around]
    return np.array(pairs)
""",
    },
    {
        "exercise": "22.3",
        "form": "a loop",
        "code": """
def analogy(E, a, b, c):
    asked, best, highest = E[b] - E[a] + E[c], None, -2.0
    for row, vector in enumerate(E):
        lengths = np.linalg.norm(vector) * np.linalg.norm(asked)
        cosine = vector @ asked / lengths
        if row not in (a, b, c) and cosine > highest:
            best, highest = row, cosine
    return best
""",
    },
    {
        "exercise": "22.3",
        "form": "sorted rows, float32, a NumPy number",
        "code": """
def analogy(E, a, b, c):
    unit = (E / np.linalg.norm(E, axis=1, keepdims=True)).astype("float32")
    ranks = np.argsort(unit @ (E[b] + E[c] - E[a]).astype("float32"))[::-1]
    return next(row for row in ranks if row not in {a, b, c})
""",
    },
    {
        "exercise": "22.3",
        "form": "TensorFlow, a tensor",
        "code": """
def analogy(E, a, b, c):
    asked = (E[b] - E[a] + E[c])[None]
    cosines = -keras.losses.cosine_similarity(E, np.repeat(asked, len(E), axis=0))
    closed = tf.reduce_sum(tf.one_hot([a, b, c], len(E), dtype=cosines.dtype), axis=0)
    return tf.argmax(cosines - 9 * closed)
""",
    },
    {
        "exercise": "22.4",
        "form": "a loop",
        "code": """
def negative_sampling(v, u, noise):
    loss = np.log1p(np.exp(-abs(u @ v))) + max(-(u @ v), 0)
    for other in noise:
        z = other @ v
        loss += max(z, 0) + np.log1p(np.exp(-abs(z)))
    return float(loss)
""",
    },
    {
        "exercise": "22.4",
        "form": "TensorFlow, a tensor of float32",
        "code": """
def negative_sampling(v, u, noise):
    z = tf.linalg.matvec(np.vstack([u, -noise]).astype("float32"), tf.cast(v, tf.float32))
    return -tf.reduce_sum(tf.math.log_sigmoid(z))
""",
    },
    {
        "exercise": "22.4",
        "form": "Keras' binary cross-entropy",
        "code": """
def negative_sampling(v, u, noise):
    z = np.concatenate([[u @ v], noise @ v])
    real = np.eye(len(z))[0]
    losses = keras.ops.binary_crossentropy(real[:, None], z[:, None], from_logits=True)
    return np.sum(losses)
""",
    },
    {
        "exercise": "22.5",
        "form": "two columns at a time, float32",
        "code": """
def wave_positions(p, d):
    codes = np.zeros((len(p), d))
    for i in range(d // 2):
        codes[:, 2 * i] = np.sin(p / 10000 ** (2 * i / d))
        codes[:, 2 * i + 1] = np.cos(p / 10000 ** (2 * i / d))
    return codes.astype("float32")
""",
    },
    {
        "exercise": "22.5",
        "form": "loops, nested lists",
        "code": """
def wave_positions(p, d):
    import math

    rows = []
    for place in p:
        row = []
        for i in range(d // 2):
            angle = float(place) * math.exp(-2 * i / d * math.log(10000))
            row += [math.sin(angle), math.cos(angle)]
        rows.append(row)
    return rows
""",
    },
    {
        "exercise": "22.5",
        "form": "cosines as shifted sines, a tensor",
        "code": """
def wave_positions(p, d):
    i = np.arange(d)
    angle = np.outer(p, 10000.0 ** (-(i - i % 2) / d)) + np.pi / 2 * (i % 2)
    return tf.sin(angle)
""",
    },
    {
        "exercise": "22.6",
        "form": "the pseudo-inverse, a list",
        "code": """
def fit_shift(codes, k):
    now, later = codes[:-k], codes[k:]
    M = (np.linalg.pinv(now) @ later).T
    return [M, max(abs(now @ M.T - later).ravel())]
""",
    },
    {
        "exercise": "22.6",
        "form": "the normal equations, nested lists",
        "code": """
def fit_shift(codes, k):
    now, later = codes[: len(codes) - k], codes[k:]
    M = np.linalg.solve(now.T @ now, now.T @ later).T
    left = np.einsum("ij,pj->pi", M, now) - later
    return M.tolist(), float(np.max(np.abs(left)))
""",
    },
    {
        "exercise": "22.6",
        "form": "float32",
        "code": """
def fit_shift(codes, k):
    small = codes.astype("float32")
    M = np.linalg.lstsq(small[:-k], small[k:], rcond=None)[0].T
    return M, np.abs(small[:-k] @ M.T - small[k:]).max()
""",
    },
    {
        "exercise": "22.6",
        "form": "TensorFlow, tensors",
        "code": """
def fit_shift(codes, k):
    now, later = tf.constant(codes[:-k]), tf.constant(codes[k:])
    X = tf.linalg.lstsq(now, later)
    return tf.transpose(X), tf.reduce_max(tf.abs(now @ X - later))
""",
    },
]
