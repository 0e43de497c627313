"""Plausible wrong answers to 06 Scaling, each with the hint it must meet."""

WRONG = [
    {
        "exercise": "06.1",
        "mistake": "forgets to divide by sigma",
        "code": """
def skewness(x):
    return ((x - x.mean()) ** 3).mean()
""",
        "hint": "divide by sigma as well",
    },
    {
        "exercise": "06.1",
        "mistake": "takes the sample's deviation",
        "code": """
def skewness(x):
    z = (x - x.mean()) / x.std(ddof=1)
    return (z**3).mean()
""",
        "hint": "ddof=0",
    },
    {
        "exercise": "06.1",
        "mistake": "sums instead of averaging",
        "code": """
def skewness(x):
    z = (x - x.mean()) / x.std()
    return (z**3).sum()
""",
        "hint": "(-1 - 1 - 1 + 27) / 4",
    },
    {
        "exercise": "06.2",
        "mistake": "uses the minimum and maximum of the data it is to scale",
        "code": """
def scale(x, low, high, a=0.0, b=1.0):
    low, high = x.min(axis=0), x.max(axis=0)
    span = np.where(high > low, high - low, 1.0)
    return a + (b - a) * (x - low) / span


def unscale(x, low, high, a=0.0, b=1.0):
    return low + (x - a) / (b - a) * (high - low)
""",
        "hint": "with low and high as given",
    },
    {
        "exercise": "06.2",
        "mistake": "stretches by b instead of b - a",
        "code": """
def scale(x, low, high, a=0.0, b=1.0):
    span = np.where(high > low, high - low, 1.0)
    return a + b * (x - low) / span


def unscale(x, low, high, a=0.0, b=1.0):
    return low + (x - a) / b * (high - low)
""",
        "hint": "stretch by b - a",
    },
    {
        "exercise": "06.2",
        "mistake": "clips",
        "code": """
def scale(x, low, high, a=0.0, b=1.0):
    span = np.where(high > low, high - low, 1.0)
    return np.clip(a + (b - a) * (x - low) / span, a, b)


def unscale(x, low, high, a=0.0, b=1.0):
    return low + (x - a) / (b - a) * (high - low)
""",
        "hint": "do not clip",
    },
    {
        "exercise": "06.2",
        "mistake": "divides by zero for a constant feature",
        "code": """
def scale(x, low, high, a=0.0, b=1.0):
    return a + (b - a) * (x - low) / (high - low)


def unscale(x, low, high, a=0.0, b=1.0):
    return low + (x - a) / (b - a) * (high - low)
""",
        "hint": "0 / 0 gave NaN",
    },
    {
        "exercise": "06.2",
        "mistake": "undoes the stretch before the move",
        "code": """
def scale(x, low, high, a=0.0, b=1.0):
    span = np.where(high > low, high - low, 1.0)
    return a + (b - a) * (x - low) / span


def unscale(x, low, high, a=0.0, b=1.0):
    return low + (x / (b - a) - a) * (high - low)
""",
        "hint": "undo the move by a first",
    },
    {
        "exercise": "06.3",
        "mistake": "never changes the future",
        "code": """
def leaks(prepare, series, n_train):
    before = prepare(series.copy(), n_train)[:n_train]
    after = prepare(series.copy(), n_train)[:n_train]
    return not np.allclose(before, after)
""",
        "hint": "does the future differ",
    },
    {
        "exercise": "06.3",
        "mistake": "compares the test part too",
        "code": """
def leaks(prepare, series, n_train):
    changed = series.copy()
    changed[n_train:] += 1000.0
    return not np.allclose(prepare(series, n_train), prepare(changed, n_train))
""",
        "hint": "compare the first n_train values only",
    },
    {
        "exercise": "06.3",
        "mistake": "changes the caller's series",
        "code": """
def leaks(prepare, series, n_train):
    before = prepare(series, n_train)[:n_train]
    series[n_train:] += 1000.0
    after = prepare(series, n_train)[:n_train]
    return not np.allclose(before, after)
""",
        "hint": "work on series.copy()",
    },
    {
        "exercise": "06.3",
        "mistake": "leaves the first step of the future alone",
        "code": """
def leaks(prepare, series, n_train):
    changed = series.copy()
    changed[n_train + 1 :] += 1000.0
    before = prepare(series, n_train)[:n_train]
    after = prepare(changed, n_train)[:n_train]
    return not np.allclose(before, after)
""",
        "hint": "change that too",
    },
    {
        "exercise": "06.4",
        "mistake": "forgets the mean",
        "code": """
def to_levels(last_level, scaled_changes, mean, deviation):
    return last_level + np.cumsum(scaled_changes * deviation)
""",
        "hint": "add the mean back",
    },
    {
        "exercise": "06.4",
        "mistake": "does not add the changes up",
        "code": """
def to_levels(last_level, scaled_changes, mean, deviation):
    return last_level + scaled_changes * deviation + mean
""",
        "hint": "the second level builds on the first",
    },
    {
        "exercise": "06.4",
        "mistake": "adds up before unscaling, so the mean counts once",
        "code": """
def to_levels(last_level, scaled_changes, mean, deviation):
    return last_level + np.cumsum(scaled_changes) * deviation + mean
""",
        "hint": "the second level builds on the first",
    },
    {
        "exercise": "06.5",
        "mistake": "leaves eigh's order",
        "code": """
def principal_axes(data):
    Z = (data - data.mean(axis=0)) / data.std(axis=0)
    values, vectors = np.linalg.eigh(Z.T @ Z / (len(Z) - 1))
    return values, vectors
""",
        "hint": "largest first",
    },
    {
        "exercise": "06.5",
        "mistake": "reverses the rows of the axes",
        "code": """
def principal_axes(data):
    Z = (data - data.mean(axis=0)) / data.std(axis=0)
    values, vectors = np.linalg.eigh(Z.T @ Z / (len(Z) - 1))
    return values[::-1], vectors[::-1]
""",
        "hint": "reverse the *columns*",
    },
    {
        "exercise": "06.5",
        "mistake": "centres without scaling",
        "code": """
def principal_axes(data):
    Z = data - data.mean(axis=0)
    values, vectors = np.linalg.eigh(Z.T @ Z / (len(Z) - 1))
    return values[::-1], vectors[:, ::-1]
""",
        "hint": "centre and scale first",
    },
    {
        "exercise": "06.6",
        "mistake": "fits on all changes",
        "code": """
def prepare(series, cut, n_in):
    changes = np.diff(series)
    mean, deviation = changes.mean(), changes.std()
    scaled = (changes - mean) / deviation
    X_train, y_train = make_windows(scaled[: cut - 1], n_in)
    X_test, y_test = make_windows(scaled[cut - 1 - n_in :], n_in)
    return {
        "mean": mean, "deviation": deviation,
        "X_train": X_train, "y_train": y_train[:, 0, 0],
        "X_test": X_test, "y_test": y_test[:, 0, 0],
    }
""",
        "hint": "later ones are the future",
    },
    {
        "exercise": "06.6",
        "mistake": "skips the differences",
        "code": """
def prepare(series, cut, n_in):
    mean, deviation = series[:cut].mean(), series[:cut].std()
    scaled = (series - mean) / deviation
    X_train, y_train = make_windows(scaled[:cut], n_in)
    X_test, y_test = make_windows(scaled[cut - n_in :], n_in)
    return {
        "mean": mean, "deviation": deviation,
        "X_train": X_train, "y_train": y_train[:, 0, 0],
        "X_test": X_test, "y_test": y_test[:, 0, 0],
    }
""",
        "hint": "take differences first",
    },
    {
        "exercise": "06.6",
        "mistake": "gives the test windows no context",
        "code": """
def prepare(series, cut, n_in):
    changes = np.diff(series)
    mean, deviation = changes[: cut - 1].mean(), changes[: cut - 1].std()
    scaled = (changes - mean) / deviation
    X_train, y_train = make_windows(scaled[: cut - 1], n_in)
    X_test, y_test = make_windows(scaled[cut - 1 :], n_in - 12)
    return {
        "mean": mean, "deviation": deviation,
        "X_train": X_train, "y_train": y_train[:, 0, 0],
        "X_test": X_test, "y_test": y_test[:, 0, 0],
    }
""",
        "hint": "n_in changes of context",
    },
    {
        "exercise": "06.6",
        "mistake": "is off by one: the first test change counts as training",
        "code": """
def prepare(series, cut, n_in):
    changes = np.diff(series)
    mean, deviation = changes[:cut].mean(), changes[:cut].std()
    scaled = (changes - mean) / deviation
    X_train, y_train = make_windows(scaled[:cut], n_in)
    X_test, y_test = make_windows(scaled[cut - n_in :], n_in)
    return {
        "mean": mean, "deviation": deviation,
        "X_train": X_train, "y_train": y_train[:, 0, 0],
        "X_test": X_test, "y_test": y_test[:, 0, 0],
    }
""",
        "hint": "changes[: cut - 1] is the training part",
    },
]
