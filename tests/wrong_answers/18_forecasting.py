"""Plausible wrong answers to 18 Forecasting, each with the hint it must meet."""

WRONG = [
    {
        "exercise": "18.1",
        "mistake": "averages over the hours",
        "code": """
def skill(truth, forecast, baseline):
    error = np.abs(forecast - truth).mean()
    return 1 - error / np.abs(baseline - truth).mean()
""",
        "hint": "shape (2,)",
    },
    {
        "exercise": "18.1",
        "mistake": "divides each error by its baseline's",
        "code": """
def skill(truth, forecast, baseline):
    return 1 - (np.abs(forecast - truth) / np.abs(baseline - truth)).mean(axis=0)
""",
        "hint": "not each error by its baseline's",
    },
    {
        "exercise": "18.1",
        "mistake": "squares the errors",
        "code": """
def skill(truth, forecast, baseline):
    error = ((forecast - truth) ** 2).mean(axis=0)
    return 1 - error / ((baseline - truth) ** 2).mean(axis=0)
""",
        "hint": "squared errors",
    },
    {
        "exercise": "18.1",
        "mistake": "forgets the one minus",
        "code": """
def skill(truth, forecast, baseline):
    error = np.abs(forecast - truth).mean(axis=0)
    return error / np.abs(baseline - truth).mean(axis=0)
""",
        "hint": "the baseline itself has skill 0",
    },
    {
        "exercise": "18.2",
        "mistake": "never moves the window",
        "code": """
def recursive_known(step, window, n_out, known):
    first = window.shape[2] - known.shape[2]
    answers = []
    for hour in range(n_out):
        new = np.array(step(window), dtype=float)
        new[:, first:] = known[:, hour]
        answers.append(new)
    return np.stack(answers, axis=1)
""",
        "hint": "the window stands still",
    },
    {
        "exercise": "18.2",
        "mistake": "keeps the guess of what is known",
        "code": """
def recursive_known(step, window, n_out, known):
    answers = []
    for hour in range(n_out):
        new = np.array(step(window), dtype=float)
        window = np.concatenate([window[:, 1:], new[:, None]], axis=1)
        answers.append(new)
    return np.stack(answers, axis=1)
""",
        "hint": "its guess is replaced by 7, then 9",
    },
    {
        "exercise": "18.2",
        "mistake": "counts the known features from the end, with k = 0",
        "code": """
def recursive_known(step, window, n_out, known):
    k = known.shape[2]
    answers = []
    for hour in range(n_out):
        new = np.array(step(window), dtype=float)
        new[:, -k:] = known[:, hour] if k else 0
        window = np.concatenate([window[:, 1:], new[:, None]], axis=1)
        answers.append(new)
    return np.stack(answers, axis=1)
""",
        "hint": "-0: is everything",
    },
    {
        "exercise": "18.2",
        "mistake": "lets the window grow",
        "code": """
def recursive_known(step, window, n_out, known):
    first = window.shape[2] - known.shape[2]
    answers = []
    for hour in range(n_out):
        new = np.array(step(window), dtype=float)
        new[:, first:] = known[:, hour]
        window = np.concatenate([window, new[:, None]], axis=1)
        answers.append(new)
    return np.stack(answers, axis=1)
""",
        "hint": "the oldest row leaves",
    },
    {
        "exercise": "18.3",
        "mistake": "mends the windows, not the scaling",
        "code": """
def prepare(series, cut, n_in, n_out):
    scaled = (series - series.mean()) / series.std()
    size = n_in + n_out
    all_windows = np.lib.stride_tricks.sliding_window_view(scaled, size)
    return all_windows[: cut - size + 1], all_windows[cut - n_in :]
""",
        "hint": "scale by the part before the cut alone",
    },
    {
        "exercise": "18.3",
        "mistake": "mends the scaling, not the windows",
        "code": """
def prepare(series, cut, n_in, n_out):
    scaled = (series - series[:cut].mean()) / series[:cut].std()
    size = n_in + n_out
    all_windows = np.lib.stride_tricks.sliding_window_view(scaled, size)
    return all_windows[: cut - n_in], all_windows[cut - n_in :]
""",
        "hint": "a training window holds place 6",
    },
    {
        "exercise": "18.3",
        "mistake": "keeps too few training windows",
        "code": """
def prepare(series, cut, n_in, n_out):
    scaled = (series - series[:cut].mean()) / series[:cut].std()
    size = n_in + n_out
    all_windows = np.lib.stride_tricks.sliding_window_view(scaled, size)
    return all_windows[: cut - size], all_windows[cut - n_in :]
""",
        "hint": "three training windows",
    },
    {
        "exercise": "18.3",
        "mistake": "lets test inputs begin at the cut",
        "code": """
def prepare(series, cut, n_in, n_out):
    scaled = (series - series[:cut].mean()) / series[:cut].std()
    size = n_in + n_out
    all_windows = np.lib.stride_tricks.sliding_window_view(scaled, size)
    return all_windows[: cut - size + 1], all_windows[cut:]
""",
        "hint": "three test windows",
    },
    {
        "exercise": "18.4",
        "mistake": "rounds the count down",
        "code": """
def widen(low, high, truth, share):
    needs = np.sort(np.maximum(low - truth, truth - high))
    return needs[int(share * len(needs)) - 1]
""",
        "hint": "*at least* that many means 3",
    },
    {
        "exercise": "18.4",
        "mistake": "interpolates between two needs",
        "code": """
def widen(low, high, truth, share):
    needs = np.maximum(low - truth, truth - high)
    return np.quantile(needs, share)
""",
        "hint": "2 is enough for three of four truths",
    },
    {
        "exercise": "18.4",
        "mistake": "never moves inwards",
        "code": """
def widen(low, high, truth, share):
    needs = np.maximum(np.maximum(low - truth, truth - high), 0)
    return np.sort(needs)[int(np.ceil(share * len(needs) - 1e-9)) - 1]
""",
        "hint": "moves in by 1",
    },
    {
        "exercise": "18.4",
        "mistake": "looks at the upper end alone",
        "code": """
def widen(low, high, truth, share):
    needs = np.sort(truth - high)
    return needs[int(np.ceil(share * len(needs) - 1e-9)) - 1]
""",
        "hint": "fewer than three of four truths are inside",
    },
    {
        "exercise": "18.5",
        "mistake": "leaves the forget gate open",
        "code": """
def buffer(k, tiny):
    W_x, W_h, b = np.zeros((1, 4 * k)), np.zeros((k, 4 * k)), np.zeros(4 * k)
    b[: 2 * k], b[3 * k :] = 20, 20
    W_x[0, 2 * k] = tiny
    W_h[:-1, 2 * k + 1 : 3 * k] = np.eye(k - 1)
    return W_x, W_h, b


def yesterday(x):
    h = lstm(x[..., None], buffer(24, 1e-3))[0]
    return h[:, -1, 23] / 1e-3
""",
        "hint": "shut the forget gate",
    },
    {
        "exercise": "18.5",
        "mistake": "moves the values the other way",
        "code": """
def buffer(k, tiny):
    W_x, W_h, b = np.zeros((1, 4 * k)), np.zeros((k, 4 * k)), np.zeros(4 * k)
    b[:k], b[k : 2 * k], b[3 * k :] = 20, -20, 20
    W_x[0, 2 * k] = tiny
    W_h[1:, 2 * k : 3 * k - 1] = np.eye(k - 1)
    return W_x, W_h, b


def yesterday(x):
    h = lstm(x[..., None], buffer(24, 1e-3))[0]
    return h[:, -1, 23] / 1e-3
""",
        "hint": "the units hold 4, 2, 1",
    },
    {
        "exercise": "18.5",
        "mistake": "makes the values tiny at each move",
        "code": """
def buffer(k, tiny):
    W_x, W_h, b = np.zeros((1, 4 * k)), np.zeros((k, 4 * k)), np.zeros(4 * k)
    b[:k], b[k : 2 * k], b[3 * k :] = 20, -20, 20
    W_x[0, 2 * k] = tiny
    W_h[:-1, 2 * k + 1 : 3 * k] = tiny * np.eye(k - 1)
    return W_x, W_h, b


def yesterday(x):
    h = lstm(x[..., None], buffer(24, 1e-3))[0]
    return h[:, -1, 23] / 1e-3
""",
        "hint": "the units hold 4, 2, 1",
    },
    {
        "exercise": "18.5",
        "mistake": "takes the hour 24 before the last known one",
        "code": """
def buffer(k, tiny):
    W_x, W_h, b = np.zeros((1, 4 * k)), np.zeros((k, 4 * k)), np.zeros(4 * k)
    b[:k], b[k : 2 * k], b[3 * k :] = 20, -20, 20
    W_x[0, 2 * k] = tiny
    W_h[:-1, 2 * k + 1 : 3 * k] = np.eye(k - 1)
    return W_x, W_h, b


def yesterday(x):
    h = lstm(x[..., None], buffer(25, 1e-3))[0]
    return h[:, -1, 24] / 1e-3
""",
        "hint": "in the second window 2.4",
    },
]
