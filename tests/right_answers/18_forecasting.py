"""Right answers to 18 Forecasting, each written in another form than the solution."""

RIGHT = [
    {
        "exercise": "18.1",
        "form": "a loop over the hours, a list",
        "code": """
def skill(truth, forecast, baseline):
    result = []
    for k in range(truth.shape[1]):
        ours = np.mean(np.abs(truth[:, k] - forecast[:, k]))
        theirs = np.mean(np.abs(truth[:, k] - baseline[:, k]))
        result.append((theirs - ours) / theirs)
    return result
""",
    },
    {
        "exercise": "18.1",
        "form": "sums, float32",
        "code": """
def skill(truth, forecast, baseline):
    errors = [np.abs(a - truth).sum(axis=0) for a in (forecast, baseline)]
    return (1 - errors[0] / errors[1]).astype("float32")
""",
    },
    {
        "exercise": "18.1",
        "form": "norms of order one, a tuple",
        "code": """
def skill(truth, forecast, baseline):
    ours = np.linalg.norm(forecast - truth, ord=1, axis=0)
    theirs = np.linalg.norm(baseline - truth, ord=1, axis=0)
    return tuple(1 - ours / theirs)
""",
    },
    {
        "exercise": "18.2",
        "form": "one long array that is filled",
        "code": """
def recursive_known(step, window, n_out, known):
    n, n_in, features = window.shape
    whole = np.zeros((n, n_in + n_out, features))
    whole[:, :n_in] = window
    for hour in range(n_out):
        whole[:, n_in + hour] = step(whole[:, hour : hour + n_in])
        whole[:, n_in + hour, features - known.shape[2] :] = known[:, hour]
    return whole[:, n_in:]
""",
    },
    {
        "exercise": "18.2",
        "form": "rolled, float32",
        "code": """
def recursive_known(step, window, n_out, known):
    window, out = np.array(window), []
    keep = window.shape[2] - known.shape[2]
    for hour in range(n_out):
        new = np.hstack([step(window)[:, :keep], known[:, hour]])
        window = np.roll(window, -1, axis=1)
        window[:, -1] = new
        out.append(new)
    return np.array(out, dtype="float32").transpose(1, 0, 2)
""",
    },
    {
        "exercise": "18.2",
        "form": "recursion, nested lists",
        "code": """
def recursive_known(step, window, n_out, known):
    if n_out == 0:
        return np.zeros((len(window), 0, window.shape[2])).tolist()
    new = np.array(step(window), dtype=float)
    new[:, window.shape[2] - known.shape[2] :] = known[:, 0]
    moved = np.concatenate([window[:, 1:], new[:, None]], axis=1)
    rest = recursive_known(step, moved, n_out - 1, known[:, 1:])
    return [[list(a), *b] for a, b in zip(new, rest)]
""",
    },
    {
        "exercise": "18.3",
        "form": "loops, lists",
        "code": """
def prepare(series, cut, n_in, n_out):
    mean, std = np.mean(series[:cut]), np.std(series[:cut])
    scaled = [(value - mean) / std for value in series]
    train, test = [], []
    for i in range(len(series) - n_in - n_out + 1):
        window = scaled[i : i + n_in + n_out]
        if i + n_in + n_out <= cut:
            train.append(window)
        elif i + n_in >= cut:
            test.append(window)
    return train, test
""",
    },
    {
        "exercise": "18.3",
        "form": "two pieces of the series",
        "code": """
def prepare(series, cut, n_in, n_out):
    view = np.lib.stride_tricks.sliding_window_view
    past = series[:cut]
    pieces = past, series[cut - n_in :]
    cut_up = [view((p - past.mean()) / past.std(), n_in + n_out) for p in pieces]
    return cut_up
""",
    },
    {
        "exercise": "18.3",
        "form": "the course's scaler and windows, float32",
        "code": """
from course_utils.scaling import Scaler
from course_utils.supervised import make_windows


def prepare(series, cut, n_in, n_out):
    scaler = Scaler("standard").fit(series[:cut])
    parts = []
    for piece in (series[:cut], series[cut - n_in :]):
        X, y = make_windows(scaler.transform(piece), n_in, n_out)
        both = np.concatenate([X, y], axis=1)[..., 0]
        parts.append(both.astype("float32"))
    return tuple(parts)
""",
    },
    {
        "exercise": "18.4",
        "form": "tries every need",
        "code": """
def widen(low, high, truth, share):
    best = np.inf
    for w in np.maximum(low - truth, truth - high):
        inside = (truth >= low - w - 1e-9) & (truth <= high + w + 1e-9)
        if inside.mean() >= share - 1e-9:
            best = min(best, w)
    return best
""",
    },
    {
        "exercise": "18.4",
        "form": "NumPy's quantile, by its exact method",
        "code": """
def widen(low, high, truth, share):
    needs = np.maximum(low - truth, truth - high)
    return np.quantile(needs, share - 1e-9, method="inverted_cdf")
""",
    },
    {
        "exercise": "18.4",
        "form": "centre and half width, partition",
        "code": """
def widen(low, high, truth, share):
    centre, half = (low + high) / 2, (high - low) / 2
    needs = np.abs(truth - centre) - half
    place = -int(-(share * len(truth) - 1e-9) // 1) - 1
    return np.float32(np.partition(needs, place)[place])
""",
    },
    {
        "exercise": "18.5",
        "form": "a loop over the units",
        "code": """
def buffer(k, tiny):
    W_x, W_h = np.zeros((1, 4 * k)), np.zeros((k, 4 * k))
    W_x[0, 2 * k] = tiny
    for j in range(k - 1):
        W_h[j, 2 * k + j + 1] = 1.0
    b = np.repeat([20.0, -20.0, 0.0, 20.0], k)
    return [W_x, W_h, b]


def yesterday(x):
    weights = buffer(24, 0.001)
    states = lstm(np.expand_dims(x, -1), weights)[0]
    return list(states[:, -1, -1] / 0.001)
""",
    },
    {
        "exercise": "18.5",
        "form": "blocks side by side, lists",
        "code": """
def buffer(k, tiny):
    none = np.zeros((k, k))
    W_h = np.hstack([none, none, np.eye(k, k=1), none])
    W_x = [[0.0] * (2 * k) + [tiny] + [0.0] * (2 * k - 1)]
    b = [20.0] * k + [-20.0] * k + [0.0] * k + [20.0] * k
    return W_x, W_h.tolist(), b


def yesterday(x):
    last_day = np.asarray(x)[:, -24:, None]
    weights = [np.array(w) for w in buffer(24, 1e-4)]
    return lstm(last_day, weights)[0][:, -1, 23] * 1e4
""",
    },
    {
        "exercise": "18.5",
        "form": "a Keras layer to check, float32",
        "code": """
def buffer(k, tiny):
    W_x = np.zeros((1, 4, k), "float32")
    W_x[0, 2, 0] = tiny
    W_h = np.zeros((k, 4, k), "float32")
    W_h[:, 2] = np.eye(k, k=1)
    b = np.outer([25, -25, 0, 25], np.ones(k)).astype("float32")
    return W_x.reshape(1, -1), W_h.reshape(k, -1), b.ravel()


def yesterday(x):
    x = np.asarray(x, dtype=float)
    states, final = lstm(x.reshape(*x.shape, 1), buffer(30, 1e-3))
    return states[:, -1, 23] / 1e-3
""",
    },
]
