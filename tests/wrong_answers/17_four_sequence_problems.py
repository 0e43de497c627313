"""Plausible wrong answers to 17 Four sequence problems, each with its hint."""

WRONG = [
    {
        "exercise": "17.1",
        "mistake": "takes the next value for every kind",
        "code": """
def pose(series, n, kind):
    X = [series[i : i + n] for i in range(len(series) - n)]
    return np.array(X), np.array(series[n:])[:, None]
""",
        "hint": "to [1, 3, 5] belongs [3, 5, 7]",
    },
    {
        "exercise": "17.1",
        "mistake": "leaves out the last window",
        "code": """
def pose(series, n, kind):
    begin = 1 if kind == "aligned" else n
    end = 2 * n if kind == "not aligned" else n + 1
    X, y = [], []
    for i in range(max(1, len(series) - end)):
        X.append(series[i : i + n])
        y.append(series[i + begin : i + end])
    return np.array(X), np.array(y)
""",
        "hint": "3 windows of 1, 3, ..., 11 have all their targets",
    },
    {
        "exercise": "17.1",
        "mistake": "gives the next value without an axis of its own",
        "code": """
def pose(series, n, kind):
    X = np.array([series[i : i + n] for i in range(len(series) - n)])
    return X, np.array(series[n:])
""",
        "hint": "X and y are tables",
    },
    {
        "exercise": "17.2",
        "mistake": "forgets the temperature",
        "code": """
def undecided(scores, temperature):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    p = powers / powers.sum(axis=-1, keepdims=True)
    return p, -np.sum(p * np.log(np.maximum(p, 1e-300)), axis=-1)
""",
        "hint": "where does yours enter?",
    },
    {
        "exercise": "17.2",
        "mistake": "multiplies by the temperature",
        "code": """
def undecided(scores, temperature):
    powers = np.exp(scores * temperature)
    p = powers / powers.sum(axis=-1, keepdims=True)
    return p, -np.sum(p * np.log(p), axis=-1)
""",
        "hint": "divide by the temperature",
    },
    {
        "exercise": "17.2",
        "mistake": "does not subtract the largest score",
        "code": """
def undecided(scores, temperature):
    powers = np.exp(scores / temperature)
    p = powers / powers.sum(axis=-1, keepdims=True)
    return p, -np.sum(p * np.log(np.maximum(p, 1e-300)), axis=-1)
""",
        "hint": "subtract the largest",
    },
    {
        "exercise": "17.2",
        "mistake": "takes the logarithm of 0",
        "code": """
def undecided(scores, temperature):
    powers = np.exp((scores - scores.max(axis=-1, keepdims=True)) / temperature)
    p = powers / powers.sum(axis=-1, keepdims=True)
    return p, -np.sum(p * np.log(p), axis=-1)
""",
        "hint": "keep the logarithm finite",
    },
    {
        "exercise": "17.3",
        "mistake": "mends only the place of the mark",
        "code": """
def teacher(target, start):
    forced = target
    forced[:, 1:] = target[:, :-1].copy()
    forced[:, 0] = start
    return forced
""",
        "hint": "shift a copy",
    },
    {
        "exercise": "17.3",
        "mistake": "mends only the copy",
        "code": """
def teacher(target, start):
    forced = target.copy()
    forced[:, 1:] = target[:, :-1]
    forced[:, -1] = start
    return forced
""",
        "hint": "the mark comes first",
    },
    {
        "exercise": "17.3",
        "mistake": "lets the last letter come round",
        "code": """
def teacher(target, start):
    return np.roll(target, 1, axis=1)
""",
        "hint": "came round to the front",
    },
    {
        "exercise": "17.3",
        "mistake": "puts the mark in front of the whole target",
        "code": """
def teacher(target, start):
    return np.pad(target, ((0, 0), (1, 0)), constant_values=start)
""",
        "hint": "as many steps as the target",
    },
    {
        "exercise": "17.4",
        "mistake": "keeps the end mark",
        "code": """
def decode(step, state, start, end, limit):
    token, said = start, []
    while token != end or not said:
        scores, state = step(token, state)
        token = int(np.argmax(scores))
        said.append(token)
        if len(said) == limit:
            break
    return said
""",
        "hint": "the end mark is no part",
    },
    {
        "exercise": "17.4",
        "mistake": "reads the start mark at every step",
        "code": """
def decode(step, state, start, end, limit):
    said = []
    for _ in range(limit):
        scores, state = step(start, state)
        token = int(np.argmax(scores))
        if token == end:
            break
        said.append(token)
    return said
""",
        "hint": "read your own token at the next step",
    },
    {
        "exercise": "17.4",
        "mistake": "does not hand the state on",
        "code": """
def decode(step, state, start, end, limit):
    token, said = start, []
    for _ in range(limit):
        scores, _ = step(token, state)
        token = int(np.argmax(scores))
        if token == end:
            break
        said.append(token)
    return said
""",
        "hint": "hand the new state on",
    },
    {
        "exercise": "17.4",
        "mistake": "knows no limit",
        "code": """
def decode(step, state, start, end, limit):
    token, said = start, []
    while True:
        scores, state = step(token, state)
        token = int(np.argmax(scores))
        if token == end:
            return said
        said.append(token)
""",
        "hint": "a limit of 2 ends after [1, 2]",
    },
    {
        "exercise": "17.5",
        "mistake": "makes every tagged word a name",
        "code": """
def names_in(words, tags):
    return [word for word, tag in zip(words, tags) if tag != "O"]
""",
        "hint": "an I goes on with the name before",
    },
    {
        "exercise": "17.5",
        "mistake": "forgets the last name",
        "code": """
def names_in(words, tags):
    names, current = [], []
    for word, tag in zip(words, tags):
        if tag in "BO" and current:
            names.append(" ".join(current))
            current = []
        if tag != "O":
            current.append(word)
    return names
""",
        "hint": "a name that ends with the sentence",
    },
    {
        "exercise": "17.5",
        "mistake": "joins names that stand side by side",
        "code": """
def names_in(words, tags):
    names, inside = [], False
    for word, tag in zip(words, tags):
        if tag == "O":
            inside = False
        elif inside:
            names[-1] += " " + word
        else:
            names.append(word)
            inside = True
    return names
""",
        "hint": "a B behind a name begins another one",
    },
    {
        "exercise": "17.6",
        "mistake": "takes the mean of everything",
        "code": """
def fill(train, test):
    series = np.concatenate([train, test])
    last, rows = np.nanmean(series), []
    for value in series:
        known = not np.isnan(value)
        last = value if known else last
        rows.append([last, float(known)])
    rows = np.array(rows)
    return rows[: len(train)], rows[len(train) :]
""",
        "hint": "test belongs to the future",
    },
    {
        "exercise": "17.6",
        "mistake": "fills from behind at the start",
        "code": """
def fill(train, test):
    import pandas as pd
    series = np.concatenate([train, test])
    values = pd.Series(series).ffill().bfill()
    table = np.stack([values, ~np.isnan(series)], axis=1).astype(float)
    return table[: len(train)], table[len(train) :]
""",
        "hint": "the 2 comes later",
    },
    {
        "exercise": "17.6",
        "mistake": "starts test afresh",
        "code": """
def fill(train, test):
    tables = []
    for series in (train, test):
        last, rows = np.nanmean(train), []
        for value in series:
            known = not np.isnan(value)
            last = value if known else last
            rows.append([last, float(known)])
        tables.append(np.array(rows))
    return tables
""",
        "hint": "before test's first value",
    },
    {
        "exercise": "17.6",
        "mistake": "fills with the mean everywhere",
        "code": """
def fill(train, test):
    mean = np.nanmean(train)
    return [
        np.stack([np.where(np.isnan(s), mean, s), ~np.isnan(s)], axis=1).astype(float)
        for s in (train, test)
    ]
""",
        "hint": "between 2 and 4 stands 2",
    },
    {
        "exercise": "17.6",
        "mistake": "flags what was filled",
        "code": """
def fill(train, test):
    import pandas as pd
    series = np.concatenate([train, test])
    values = pd.Series(series).ffill().fillna(np.nanmean(train))
    table = np.stack([values, np.isnan(series)], axis=1).astype(float)
    return table[: len(train)], table[len(train) :]
""",
        "hint": "1 means measured",
    },
]
