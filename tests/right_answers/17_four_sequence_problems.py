"""Right answers to 17 Four sequence problems, in other forms than the solution."""

RIGHT = [
    {
        "exercise": "17.1",
        "form": "with sliding windows",
        "code": """
def pose(series, n, kind):
    size = 2 * n if kind == "not aligned" else n + 1
    both = np.lib.stride_tricks.sliding_window_view(np.asarray(series), size)
    return both[:, :n], both[:, 1:] if kind == "aligned" else both[:, n:]
""",
    },
    {
        "exercise": "17.1",
        "form": "float32, a list",
        "code": """
def pose(series, n, kind):
    series = np.asarray(series, dtype="float32")
    X, y = [], []
    i = 0
    while True:
        target = {
            "many to one": series[i + n : i + n + 1],
            "aligned": series[i + 1 : i + n + 1],
            "not aligned": series[i + n : i + 2 * n],
        }[kind]
        if len(target) < (1 if kind == "many to one" else n):
            return [np.array(X), np.array(y)]
        X.append(series[i : i + n])
        y.append(target)
        i += 1
""",
    },
    {
        "exercise": "17.1",
        "form": "lists of lists",
        "code": """
def pose(series, n, kind):
    series = [float(value) for value in series]
    ahead = {"many to one": (n, n + 1), "aligned": (1, n + 1), "not aligned": (n, 2 * n)}[kind]
    count = len(series) - ahead[1] + 1
    X = [series[i : i + n] for i in range(count)]
    return X, [series[i + ahead[0] : i + ahead[1]] for i in range(count)]
""",
    },
    {
        "exercise": "17.2",
        "form": "by the logarithm of p",
        "code": """
def undecided(scores, temperature):
    a = np.asarray(scores, dtype=float) / temperature
    a = a - a.max(axis=-1, keepdims=True)
    log_p = a - np.log(np.exp(a).sum(axis=-1, keepdims=True))
    p = np.exp(log_p)
    return p, -(p * log_p).sum(axis=-1)
""",
    },
    {
        "exercise": "17.2",
        "form": "float32 and np.where",
        "code": """
def undecided(scores, temperature):
    a = np.float32((scores - np.max(scores, -1, keepdims=True)) / temperature)
    p = np.exp(a)
    p /= p.sum(-1, keepdims=True)
    return [p, np.where(p > 0, -p * np.log(np.where(p > 0, p, 1)), 0).sum(-1)]
""",
    },
    {
        "exercise": "17.2",
        "form": "with SciPy",
        "code": """
def undecided(scores, temperature):
    from scipy.special import entr, softmax

    p = softmax(scores / temperature, axis=-1)
    return p, entr(p).sum(axis=-1)
""",
    },
    {
        "exercise": "17.3",
        "form": "by joining",
        "code": """
def teacher(target, start):
    mark = np.full((len(target), 1), start)
    return np.concatenate([mark, target[:, :-1]], axis=1)
""",
    },
    {
        "exercise": "17.3",
        "form": "a rolled copy",
        "code": """
def teacher(target, start):
    forced = np.roll(target, 1, axis=1)
    forced[:, 0] = start
    return forced
""",
    },
    {
        "exercise": "17.3",
        "form": "lists",
        "code": """
def teacher(target, start):
    return [[start, *row[:-1]] for row in target.tolist()]
""",
    },
    {
        "exercise": "17.4",
        "form": "while",
        "code": """
def decode(step, state, start, end, limit):
    said = [start]
    while len(said) <= limit:
        scores, state = step(said[-1], state)
        best = max(range(len(scores)), key=lambda i: scores[i])
        if best == end:
            break
        said.append(best)
    return said[1:]
""",
    },
    {
        "exercise": "17.4",
        "form": "an array",
        "code": """
def decode(step, state, start, end, limit):
    said = np.zeros(0, dtype=int)
    token = start
    while said.size < limit:
        scores, state = step(token, state)
        token = np.argmax(scores)
        if token == end:
            return said
        said = np.append(said, token)
    return said
""",
    },
    {
        "exercise": "17.4",
        "form": "recursion",
        "code": """
def decode(step, state, start, end, limit):
    if limit == 0:
        return []
    scores, state = step(start, state)
    token = np.asarray(scores).argmax().item()
    return [] if token == end else [token] + decode(step, state, token, end, limit - 1)
""",
    },
    {
        "exercise": "17.5",
        "form": "collecting words first",
        "code": """
def names_in(words, tags):
    groups = []
    for word, tag in zip(words, tags):
        if tag == "B":
            groups.append([word])
        if tag == "I":
            groups[-1].append(word)
    return [" ".join(group) for group in groups]
""",
    },
    {
        "exercise": "17.5",
        "form": "by the places of B",
        "code": """
def names_in(words, tags):
    names = []
    for i in [k for k, tag in enumerate(tags) if tag == "B"]:
        j = i + 1
        while j < len(tags) and tags[j] == "I":
            j += 1
        names.append(" ".join(words[i:j]))
    return tuple(names)
""",
    },
    {
        "exercise": "17.5",
        "form": "a regular expression over the tags",
        "code": """
def names_in(words, tags):
    import re

    found = re.finditer("BI*", "".join(tags))
    return [" ".join(words[m.start() : m.end()]) for m in found]
""",
    },
    {
        "exercise": "17.6",
        "form": "with pandas",
        "code": """
def fill(train, test):
    import pandas as pd

    series = pd.Series(np.concatenate([train, test]))
    known = series.notna().astype(float)
    table = np.column_stack([series.ffill().fillna(np.nanmean(train)), known])
    return np.split(table, [len(train)])
""",
    },
    {
        "exercise": "17.6",
        "form": "by the place of the last measured value",
        "code": """
def fill(train, test):
    series = np.concatenate([[np.nanmean(train)], train, test])
    known = ~np.isnan(series)
    place = np.maximum.accumulate(np.where(known, np.arange(len(series)), 0))
    table = np.array([series[place], known], dtype="float32").T[1:]
    return table[: len(train)], table[len(train) :]
""",
    },
    {
        "exercise": "17.6",
        "form": "lists of pairs",
        "code": """
def fill(train, test):
    seen = [v for v in train if v == v]
    last, rows = sum(seen) / len(seen), []
    for v in [*train, *test]:
        if v == v:
            last = v
        rows.append((float(last), 1 if v == v else 0))
    return rows[: len(train)], rows[len(train) :]
""",
    },
]
