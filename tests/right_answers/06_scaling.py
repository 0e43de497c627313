"""Right answers to 06 Scaling, each written in another form than the solution."""

RIGHT = [
    {
        "exercise": "06.1",
        "form": "a loop",
        "code": """
def skewness(x):
    n = len(x)
    mean = sum(x) / n
    sigma = (sum((v - mean) ** 2 for v in x) / n) ** 0.5
    return sum(((v - mean) / sigma) ** 3 for v in x) / n
""",
    },
    {
        "exercise": "06.1",
        "form": "SciPy",
        "code": """
def skewness(x):
    from scipy.stats import skew

    return skew(x, bias=True)
""",
    },
    {
        "exercise": "06.1",
        "form": "moments, float32",
        "code": """
def skewness(x):
    centred = (x - np.mean(x)).astype("float32")
    return np.mean(centred**3) / np.mean(centred**2) ** np.float32(1.5)
""",
    },
    {
        "exercise": "06.1",
        "form": "a tensor",
        "code": """
def skewness(x):
    import tensorflow as tf

    z = (x - tf.reduce_mean(x)) / tf.math.reduce_std(x)
    return tf.reduce_mean(z**3)
""",
    },
    {
        "exercise": "06.2",
        "form": "np.divide with where, float32",
        "code": """
def scale(x, low, high, a=0.0, b=1.0):
    x, low, high = (np.asarray(v, dtype="float32") for v in (x, low, high))
    span = np.broadcast_to(high - low, x.shape)
    part = np.divide(x - low, span, out=np.zeros_like(x), where=span > 0)
    return part * np.float32(b - a) + np.float32(a)


def unscale(x, low, high, a=0.0, b=1.0):
    x, low, high = (np.asarray(v, dtype="float32") for v in (x, low, high))
    return (x - np.float32(a)) * (high - low) / np.float32(b - a) + low
""",
    },
    {
        "exercise": "06.2",
        "form": "a loop over features, nested lists",
        "code": """
def scale(x, low, high, a=0.0, b=1.0):
    rows = []
    for row in x:
        new = []
        for value, lowest, highest in zip(row, low, high):
            span = highest - lowest or 1.0
            new.append(float(a + (b - a) * (value - lowest) / span))
        rows.append(new)
    return rows


def unscale(x, low, high, a=0.0, b=1.0):
    return [
        [l + (v - a) / (b - a) * (h - l) for v, l, h in zip(row, low, high)]
        for row in x
    ]
""",
    },
    {
        "exercise": "06.2",
        "form": "np.interp cannot do it: slopes and offsets, tensors",
        "code": """
def scale(x, low, high, a=0.0, b=1.0):
    import tensorflow as tf

    slope = np.where(high == low, 1.0, b - a) / np.where(high == low, 1, high - low)
    return tf.constant(a, tf.float64) + (x - low) * slope


def unscale(x, low, high, a=0.0, b=1.0):
    import tensorflow as tf

    return tf.constant(low) + (x - a) * ((high - low) / (b - a))
""",
    },
    {
        "exercise": "06.3",
        "form": "another future, all zeros",
        "code": """
def leaks(prepare, series, n_train):
    other = np.concatenate([series[:n_train], np.zeros(len(series) - n_train) - 9])
    one, two = prepare(np.array(series), n_train), prepare(other, n_train)
    return bool(np.abs(one[:n_train] - two[:n_train]).max() > 1e-9)
""",
    },
    {
        "exercise": "06.3",
        "form": "no future at all but one step, a NumPy bool",
        "code": """
def leaks(prepare, series, n_train):
    short = np.append(series[:n_train], 1e6)
    long = prepare(series.copy(), n_train)[:n_train]
    return np.any(~np.isclose(prepare(short, n_train)[:n_train], long))
""",
    },
    {
        "exercise": "06.3",
        "form": "a loop",
        "code": """
def leaks(prepare, series, n_train):
    before = list(prepare(series + 0, n_train))
    after = list(prepare(np.where(np.arange(len(series)) < n_train, series, 50.0), n_train))
    for i in range(n_train):
        if abs(before[i] - after[i]) > 1e-9:
            return True
    return False
""",
    },
    {
        "exercise": "06.4",
        "form": "a loop, a list",
        "code": """
def to_levels(last_level, scaled_changes, mean, deviation):
    levels = []
    for scaled in scaled_changes:
        last_level = last_level + mean + deviation * scaled
        levels.append(last_level)
    return levels
""",
    },
    {
        "exercise": "06.4",
        "form": "itertools, a tuple",
        "code": """
def to_levels(last_level, scaled_changes, mean, deviation):
    from itertools import accumulate

    changes = [mean + deviation * c for c in scaled_changes]
    return tuple(accumulate(changes, initial=last_level))[1:]
""",
    },
    {
        "exercise": "06.4",
        "form": "float32",
        "code": """
def to_levels(last_level, scaled_changes, mean, deviation):
    changes = (scaled_changes * deviation + mean).astype("float32")
    return np.cumsum(np.r_[np.float32(last_level), changes])[1:]
""",
    },
    {
        "exercise": "06.4",
        "form": "a tensor",
        "code": """
def to_levels(last_level, scaled_changes, mean, deviation):
    import tensorflow as tf

    return last_level + tf.cumsum(tf.constant(scaled_changes) * deviation + mean)
""",
    },
    {
        "exercise": "06.5",
        "form": "singular values, a list",
        "code": """
def principal_axes(data):
    Z = (data - data.mean(axis=0)) / data.std(axis=0)
    _, sizes, rows = np.linalg.svd(Z, full_matrices=False)
    return [sizes**2 / (len(Z) - 1), rows.T]
""",
    },
    {
        "exercise": "06.5",
        "form": "scikit-learn, float32",
        "code": """
def principal_axes(data):
    Z = (data - data.mean(axis=0)) / data.std(axis=0)
    pca = PCA().fit(Z)
    return (
        pca.explained_variance_.astype("float32"),
        pca.components_.T.astype("float32"),
    )
""",
    },
    {
        "exercise": "06.5",
        "form": "nested lists",
        "code": """
def principal_axes(data):
    Z = (data - np.mean(data, axis=0)) / np.std(data, axis=0, ddof=0)
    values, vectors = np.linalg.eigh(np.cov(Z.T))
    order = np.argsort(-values)
    return values[order].tolist(), vectors[:, order].tolist()
""",
    },
    {
        "exercise": "06.5",
        "form": "tensors",
        "code": """
def principal_axes(data):
    import tensorflow as tf

    Z = (data - data.mean(axis=0)) / data.std(axis=0)
    values, vectors = tf.linalg.eigh(np.cov(Z, rowvar=False))
    return tf.reverse(values, [0]), tf.reverse(vectors, [1])
""",
    },
    {
        "exercise": "06.6",
        "form": "the course's Scaler, lists",
        "code": """
def prepare(series, cut, n_in):
    changes = np.diff(series)
    scaler = Scaler("standard").fit(changes[: cut - 1])
    scaled = scaler.transform(changes)
    parts = {"mean": changes[: cut - 1].mean(), "deviation": changes[: cut - 1].std()}
    pieces = {"train": scaled[: cut - 1], "test": scaled[cut - 1 - n_in :]}
    for name, piece in pieces.items():
        X, y = make_windows(piece, n_in)
        parts[f"X_{name}"], parts[f"y_{name}"] = X.tolist(), y.ravel().tolist()
    return parts
""",
    },
    {
        "exercise": "06.6",
        "form": "windows by a loop",
        "code": """
def prepare(series, cut, n_in):
    changes = series[1:] - series[:-1]
    inside = changes[: cut - 1]
    mean = sum(inside) / len(inside)
    deviation = np.sqrt(np.mean((inside - mean) ** 2))
    z = (changes - mean) / deviation
    places = range(n_in, len(z))
    X = np.array([z[i - n_in : i, None] for i in places])
    y = np.array([z[i] for i in places])
    n_train = cut - 1 - n_in
    return dict(
        mean=mean,
        deviation=deviation,
        X_train=X[:n_train],
        y_train=y[:n_train],
        X_test=X[n_train:],
        y_test=y[n_train:],
    )
""",
    },
    {
        "exercise": "06.6",
        "form": "float32 windows",
        "code": """
def prepare(series, cut, n_in):
    changes = np.diff(series)
    mean, deviation = np.mean(changes[: cut - 1]), np.std(changes[: cut - 1])
    scaled = ((changes - mean) / deviation).astype("float32")
    X, y = make_windows(scaled, n_in)
    at = cut - 1 - n_in
    return {
        "X_train": X[:at],
        "X_test": X[at:],
        "y_train": np.squeeze(y[:at]),
        "y_test": np.squeeze(y[at:]),
        "mean": np.float32(mean),
        "deviation": np.float32(deviation),
    }
""",
    },
]
