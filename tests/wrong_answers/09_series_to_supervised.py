"""Plausible wrong answers to 09 Series to supervised, each with the hint it must meet."""

WRONG = [
    {
        "exercise": "09.1",
        "mistake": "forgets the first sample",
        "code": """
def count_windows(steps, n_in, n_out, stride, horizon):
    return max(0, (steps - n_in - n_out - horizon + 1) // stride)
""",
        "hint": "the first sample counts too",
    },
    {
        "exercise": "09.1",
        "mistake": "ignores the horizon",
        "code": """
def count_windows(steps, n_in, n_out, stride, horizon):
    return max(0, (steps - n_in - n_out) // stride + 1)
""",
        "hint": "horizon 2 leaves one step out",
    },
    {
        "exercise": "09.1",
        "mistake": "adds the one before dividing by the stride",
        "code": """
def count_windows(steps, n_in, n_out, stride, horizon):
    return max(0, (steps - n_in - n_out - horizon + 2) // stride)
""",
        "hint": "start at 0 and 3",
    },
    {
        "exercise": "09.2",
        "mistake": "shifts the wrong way and reads the future",
        "code": """
def lag_features(series, lags):
    columns = {f"lag {k}": series.shift(-k) for k in lags}
    columns["target"] = series
    return pd.DataFrame(columns).dropna()
""",
        "hint": "you read the future",
    },
    {
        "exercise": "09.2",
        "mistake": "fills the gaps with 0",
        "code": """
def lag_features(series, lags):
    columns = {f"lag {k}": series.shift(k) for k in lags}
    columns["target"] = series
    return pd.DataFrame(columns).fillna(0)
""",
        "hint": "do not fill them with 0",
    },
    {
        "exercise": "09.2",
        "mistake": "loses the index",
        "code": """
def lag_features(series, lags):
    columns = {f"lag {k}": series.shift(k) for k in lags}
    columns["target"] = series
    return pd.DataFrame(columns).dropna().reset_index(drop=True)
""",
        "hint": "keep the index of the target",
    },
    {
        "exercise": "09.3",
        "mistake": "reshapes straight to the wanted shape",
        "code": """
def windows_from_table(table, n_in):
    return table.reshape(len(table), n_in, -1)
""",
        "hint": "reshape cannot swap axes",
    },
    {
        "exercise": "09.3",
        "mistake": "leaves (samples, features, time)",
        "code": """
def windows_from_table(table, n_in):
    return table.reshape(len(table), -1, n_in)
""",
        "hint": "the shape is (2, 3, 2)",
    },
    {
        "exercise": "09.3",
        "mistake": "mixes the samples while transposing",
        "code": """
def windows_from_table(table, n_in):
    return table.T.reshape(-1, n_in, len(table)).transpose(2, 1, 0)[::-1]
""",
        "hint": "one row per time step",
    },
    {
        "exercise": "09.4",
        "mistake": "cuts the whole series, then splits the windows",
        "code": """
def split_windows(series, cut, n_in, horizon):
    X, y = make_windows(series, n_in, horizon=horizon)
    return X[:cut], y[:cut], X[cut:], y[cut:]
""",
        "hint": "split the series before you cut windows",
    },
    {
        "exercise": "09.4",
        "mistake": "gives the test part no context",
        "code": """
def split_windows(series, cut, n_in, horizon):
    train = make_windows(series[:cut], n_in)
    test = make_windows(series[cut:], n_in - 1)
    return *train, *test
""",
        "hint": "(?, 3, 1)",
    },
    {
        "exercise": "09.4",
        "mistake": "forgets the horizon in the context",
        "code": """
def split_windows(series, cut, n_in, horizon):
    train = make_windows(series[:cut], n_in, horizon=horizon)
    test = make_windows(series[cut - n_in :], n_in, horizon=horizon)
    return *train, *test
""",
        "hint": "not 7: give the",
    },
    {
        "exercise": "09.4",
        "mistake": "ignores the horizon",
        "code": """
def split_windows(series, cut, n_in, horizon):
    train = make_windows(series[:cut], n_in)
    test = make_windows(series[cut - n_in :], n_in)
    return *train, *test
""",
        "hint": "two steps after its window",
    },
    {
        "exercise": "09.5",
        "mistake": "goes back one period whatever the horizon",
        "code": """
def seasonal_last_value(series, period, horizon):
    forecast = np.full(len(series), np.nan)
    forecast[period:] = series[:-period]
    return forecast
""",
        "hint": "was not known yet",
    },
    {
        "exercise": "09.5",
        "mistake": "goes back one period too far when horizon equals period",
        "code": """
def seasonal_last_value(series, period, horizon):
    back = period * (horizon // period + 1)
    forecast = np.full(len(series), np.nan)
    forecast[back:] = series[:-back]
    return forecast
""",
        "hint": "round up",
    },
    {
        "exercise": "09.5",
        "mistake": "rolls, so that the end of the series stands at its beginning",
        "code": """
def seasonal_last_value(series, period, horizon):
    return np.roll(series, period * -(-horizon // period))
""",
        "hint": "NaN there",
    },
    {
        "exercise": "09.6",
        "mistake": "hands the model the fold it is to forecast",
        "code": """
def walk_forward(series, model, first, step):
    errors = []
    for position in range(first, len(series), step):
        truth = series[position : position + step]
        guess = model(series[: position + step], len(truth))
        errors.append(float(np.abs(truth - guess).mean()))
    return errors
""",
        "hint": "has seen what it is to forecast",
    },
    {
        "exercise": "09.6",
        "mistake": "trains once and never steps on",
        "code": """
def walk_forward(series, model, first, step):
    errors = []
    for position in range(first, len(series), step):
        truth = series[position : position + step]
        guess = model(series[:first], len(truth))
        errors.append(float(np.abs(truth - guess).mean()))
    return errors
""",
        "hint": "then at 6",
    },
    {
        "exercise": "09.6",
        "mistake": "lets errors of both signs cancel",
        "code": """
def walk_forward(series, model, first, step):
    errors = []
    for position in range(first, len(series), step):
        truth = series[position : position + step]
        guess = model(series[:position], len(truth))
        errors.append(float((guess - truth).mean()))
    return errors
""",
        "hint": "a mean absolute error of 2",
    },
    {
        "exercise": "09.6",
        "mistake": "leaves the short last fold out",
        "code": """
def walk_forward(series, model, first, step):
    errors = []
    for position in range(first, len(series) - step + 1, step):
        truth = series[position : position + step]
        guess = model(series[:position], len(truth))
        errors.append(float(np.abs(truth - guess).mean()))
    return errors
""",
        "hint": "it counts as well",
    },
]
