"""Right answers to 09 Series to supervised, each written in another form than the solution."""

RIGHT = [
    {
        "exercise": "09.1",
        "form": "counted by a loop",
        "code": """
def count_windows(steps, n_in, n_out, stride, horizon):
    count, begin = 0, 0
    while begin + n_in + horizon - 1 + n_out <= steps:
        count += 1
        begin += stride
    return count
""",
    },
    {
        "exercise": "09.1",
        "form": "the length of a range",
        "code": """
def count_windows(steps, n_in, n_out, stride, horizon):
    starts = range(0, steps - n_in - horizon - n_out + 2, stride)
    return len(starts)
""",
    },
    {
        "exercise": "09.1",
        "form": "a NumPy float, rounded down",
        "code": """
def count_windows(steps, n_in, n_out, stride, horizon):
    left = steps - (n_in + n_out + horizon - 1)
    return np.maximum(np.floor(left / stride) + 1, 0)
""",
    },
    {
        "exercise": "09.2",
        "form": "concat",
        "code": """
def lag_features(series, lags):
    parts = [series.shift(k).rename(f"lag {k}") for k in lags]
    return pd.concat([*parts, series.rename("target")], axis=1).dropna()
""",
    },
    {
        "exercise": "09.2",
        "form": "a loop over rows, float32",
        "code": """
def lag_features(series, lags):
    first = max(lags)
    rows = []
    for i in range(first, len(series)):
        rows.append([series.iloc[i - k] for k in lags] + [series.iloc[i]])
    names = [f"lag {k}" for k in lags] + ["target"]
    table = pd.DataFrame(rows, columns=names, index=series.index[first:])
    return table.astype("float32")
""",
    },
    {
        "exercise": "09.2",
        "form": "columns added one by one",
        "code": """
def lag_features(series, lags):
    table = pd.DataFrame(index=series.index)
    for k in lags:
        table["lag " + str(k)] = series.shift(k)
    table["target"] = series
    return table.loc[table.notna().all(axis=1)]
""",
    },
    {
        "exercise": "09.3",
        "form": "a loop, nested lists",
        "code": """
def windows_from_table(table, n_in):
    windows = []
    for row in table:
        features = len(row) // n_in
        windows.append(
            [[row[f * n_in + t] for f in range(features)] for t in range(n_in)]
        )
    return windows
""",
    },
    {
        "exercise": "09.3",
        "form": "split and stack, float32",
        "code": """
def windows_from_table(table, n_in):
    features = table.shape[1] // n_in
    return np.stack(np.split(table, features, axis=1), axis=2).astype("float32")
""",
    },
    {
        "exercise": "09.3",
        "form": "a tensor",
        "code": """
def windows_from_table(table, n_in):
    import tensorflow as tf

    by_variable = tf.reshape(table, (len(table), -1, n_in))
    return tf.transpose(by_variable, (0, 2, 1))
""",
    },
    {
        "exercise": "09.3",
        "form": "einsum",
        "code": """
def windows_from_table(table, n_in):
    return np.einsum("nft->ntf", np.reshape(table, (len(table), -1, n_in)))
""",
    },
    {
        "exercise": "09.4",
        "form": "a list, y of shape (samples,)",
        "code": """
def split_windows(series, cut, n_in, horizon):
    X_train, y_train = make_windows(series[:cut], n_in, horizon=horizon)
    begin = cut - (n_in + horizon - 1)
    X_test, y_test = make_windows(series[begin:], n_in, horizon=horizon)
    return [X_train, y_train.ravel(), X_test, y_test.ravel()]
""",
    },
    {
        "exercise": "09.4",
        "form": "all windows, sorted by target",
        "code": """
def split_windows(series, cut, n_in, horizon):
    X, y = make_windows(series, n_in, horizon=horizon)
    place = np.arange(len(X)) + n_in + horizon - 1
    old, new = place < cut, place >= cut
    return X[old], y[old], X[new], y[new]
""",
    },
    {
        "exercise": "09.4",
        "form": "a loop, nested lists",
        "code": """
def split_windows(series, cut, n_in, horizon):
    parts = [], [], [], []
    for target in range(n_in + horizon - 1, len(series)):
        end = target - horizon + 1
        window = [[v] for v in series[end - n_in : end]]
        side = 0 if target < cut else 2
        parts[side].append(window)
        parts[side + 1].append([[series[target]]])
    return parts
""",
    },
    {
        "exercise": "09.4",
        "form": "float32 and y of shape (samples, 1)",
        "code": """
def split_windows(series, cut, n_in, horizon):
    series = np.asarray(series, dtype="float32")
    train = make_windows(series[:cut], n_in, horizon=horizon)
    test = make_windows(series[cut - n_in - horizon + 1 :], n_in, horizon=horizon)
    return train[0], train[1][:, 0], test[0], test[1][:, 0]
""",
    },
    {
        "exercise": "09.5",
        "form": "pandas, a Series",
        "code": """
def seasonal_last_value(series, period, horizon):
    periods = int(np.ceil(horizon / period))
    return pd.Series(series).shift(periods * period)
""",
    },
    {
        "exercise": "09.5",
        "form": "a loop, a list",
        "code": """
def seasonal_last_value(series, period, horizon):
    forecasts = []
    for i in range(len(series)):
        back = period
        while back < horizon:
            back += period
        forecasts.append(series[i - back] if i >= back else float("nan"))
    return forecasts
""",
    },
    {
        "exercise": "09.5",
        "form": "float32",
        "code": """
def seasonal_last_value(series, period, horizon):
    back = ((horizon - 1) // period + 1) * period
    gap = np.full(min(back, len(series)), np.nan)
    return np.r_[gap, series[: max(len(series) - back, 0)]].astype("float32")
""",
    },
    {
        "exercise": "09.6",
        "form": "a while loop, an array",
        "code": """
def walk_forward(series, model, first, step):
    errors, position = [], first
    while position < len(series):
        end = min(position + step, len(series))
        truth = np.asarray(series)[position:end]
        forecast = np.asarray(model(series[:position], end - position))
        errors.append(np.mean(np.abs(forecast - truth)))
        position = end
    return np.array(errors)
""",
    },
    {
        "exercise": "09.6",
        "form": "a comprehension, a list of NumPy numbers",
        "code": """
def walk_forward(series, model, first, step):
    places = range(first, len(series), step)
    folds = [(series[:p], series[p : p + step]) for p in places]
    return [np.abs(model(past, len(t)) - t).mean() for past, t in folds]
""",
    },
    {
        "exercise": "09.6",
        "form": "float32, a tuple",
        "code": """
def walk_forward(series, model, first, step):
    errors = ()
    for position in range(first, len(series), step):
        truth = np.asarray(series[position : position + step], "float32")
        forecast = np.asarray(model(series[:position], len(truth)), "float32")
        errors += (np.abs(truth - forecast).sum() / len(truth),)
    return errors
""",
    },
    {
        "exercise": "09.6",
        "form": "plain Python, lists",
        "code": """
def walk_forward(series, model, first, step):
    errors = []
    for position in range(first, len(series), step):
        truth = list(series[position : position + step])
        forecast = list(model(series[:position], len(truth)))
        gaps = [abs(a - b) for a, b in zip(truth, forecast)]
        errors.append(sum(gaps) / len(gaps))
    return errors
""",
    },
]
