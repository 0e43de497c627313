"""Plausible wrong answers to 19 Bidirectional LSTM, each with the hint it must meet."""

WRONG = [
    {
        "exercise": "19.1",
        "mistake": "counts one LSTM",
        "code": """
def size(features, units, merge):
    width = 2 * units if merge == "concat" else units
    return width, 4 * ((features + units) * units + units) + width + 1
""",
        "hint": "the second has its own 128",
    },
    {
        "exercise": "19.1",
        "mistake": "leaves out the Dense layer",
        "code": """
def size(features, units, merge):
    width = 2 * units if merge == "concat" else units
    return width, 8 * ((features + units) * units + units)
""",
        "hint": "the Dense layer has 8 + 1",
    },
    {
        "exercise": "19.1",
        "mistake": "takes concat for no wider",
        "code": """
def size(features, units, merge):
    return units, 8 * ((features + units) * units + units) + units + 1
""",
        "hint": "side by side",
    },
    {
        "exercise": "19.1",
        "mistake": "doubles the width for every merge",
        "code": """
def size(features, units, merge):
    return 2 * units, 8 * ((features + units) * units + units) + 2 * units + 1
""",
        "hint": "works number by number",
    },
    {
        "exercise": "19.2",
        "mistake": "forgets to turn the backward half",
        "code": """
def lstm_both_ways(x, first, second, sequences=True):
    ahead, _ = lstm(x, first)
    back, _ = lstm(x[:, ::-1], second)
    if not sequences:
        ahead, back = ahead[:, -1], back[:, -1]
    return np.concatenate([ahead, back], axis=-1)
""",
        "hint": "is not turned",
    },
    {
        "exercise": "19.2",
        "mistake": "takes the last step of both halves",
        "code": """
def lstm_both_ways(x, first, second, sequences=True):
    ahead, _ = lstm(x, first)
    back, _ = lstm(x[:, ::-1], second)
    both = np.concatenate([ahead, back[:, ::-1]], axis=-1)
    return both if sequences else both[:, -1]
""",
        "hint": "it ends at the first",
    },
    {
        "exercise": "19.2",
        "mistake": "reverses the batch",
        "code": """
def lstm_both_ways(x, first, second, sequences=True):
    ahead, _ = lstm(x, first)
    back, _ = lstm(x[::-1], second)
    back = back[::-1]
    if not sequences:
        ahead, back = ahead[:, -1], back[:, 0]
    return np.concatenate([ahead, back], axis=-1)
""",
        "hint": "does it read x[:, ::-1]",
    },
    {
        "exercise": "19.2",
        "mistake": "sums, as in the worked example",
        "code": """
def lstm_both_ways(x, first, second, sequences=True):
    ahead, _ = lstm(x, first)
    back, _ = lstm(x[:, ::-1], second)
    return ahead + back[:, ::-1]
""",
        "hint": "side by side, not summed",
    },
    {
        "exercise": "19.2",
        "mistake": "uses the same weights twice",
        "code": """
def lstm_both_ways(x, first, second, sequences=True):
    ahead, _ = lstm(x, first)
    back, _ = lstm(x[:, ::-1], first)
    back = back[:, ::-1]
    if not sequences:
        ahead, back = ahead[:, -1], back[:, 0]
    return np.concatenate([ahead, back], axis=-1)
""",
        "hint": "with the weights `second`",
    },
    {
        "exercise": "19.2",
        "mistake": "puts the backward half first",
        "code": """
def lstm_both_ways(x, first, second, sequences=True):
    ahead, _ = lstm(x, first)
    back, _ = lstm(x[:, ::-1], second)
    back = back[:, ::-1]
    if not sequences:
        ahead, back = ahead[:, -1], back[:, 0]
    return np.concatenate([back, ahead], axis=-1)
""",
        "hint": "the forward half comes first",
    },
    {
        "exercise": "19.3",
        "mistake": "reverses the padding as well",
        "code": """
def reverse_real(x, lengths):
    return x[:, ::-1].copy()
""",
        "hint": "came to the front",
    },
    {
        "exercise": "19.3",
        "mistake": "writes into x",
        "code": """
def reverse_real(x, lengths):
    for i, n in enumerate(lengths):
        x[i, :n] = x[i, :n][::-1].copy()
    return x
""",
        "hint": "copy it first",
    },
    {
        "exercise": "19.3",
        "mistake": "takes every 0 for padding",
        "code": """
def reverse_real(x, lengths):
    turned = x.copy()
    for row in turned:
        n = np.count_nonzero(row)
        row[:n] = row[:n][::-1].copy()
    return turned
""",
        "hint": "a 0 can be real",
    },
    {
        "exercise": "19.3",
        "mistake": "fills up with zeros",
        "code": """
def reverse_real(x, lengths):
    turned = np.zeros_like(x)
    for i, n in enumerate(lengths):
        turned[i, :n] = x[i, :n][::-1]
    return turned
""",
        "hint": "all of it is padding",
    },
    {
        "exercise": "19.3",
        "mistake": "starts one step too far",
        "code": """
def reverse_real(x, lengths):
    turned = x.copy()
    for i, n in enumerate(lengths):
        turned[i, : n - 1] = x[i, : n - 1][::-1]
    return turned
""",
        "hint": "becomes [3, 2, 1, 0, 0]",
    },
    {
        "exercise": "19.4",
        "mistake": "mends the axis only",
        "code": """
def summary(x, first, second):
    ahead, _ = lstm(x, first)
    back, _ = lstm(x[:, ::-1], second)
    back = back[:, ::-1]
    return (ahead[:, -1] + back[:, -1]) / 2
""",
        "hint": "does not notice",
    },
    {
        "exercise": "19.4",
        "mistake": "mends the end only",
        "code": """
def summary(x, first, second):
    ahead, _ = lstm(x, first)
    back, _ = lstm(x[::-1], second)
    back = back[:, ::-1]
    return (ahead[:, -1] + back[:, 0]) / 2
""",
        "hint": "something mixes the batch",
    },
    {
        "exercise": "19.4",
        "mistake": "forgets to halve",
        "code": """
def summary(x, first, second):
    ahead, _ = lstm(x, first)
    back, _ = lstm(x[:, ::-1], second)
    return ahead[:, -1] + back[:, -1]
""",
        "hint": "that is the sum",
    },
    {
        "exercise": "19.5",
        "mistake": "compares the whole output",
        "code": """
def reads_future(layer, T, F):
    x = np.random.default_rng(0).normal(size=(1, T, F))
    changed = x.copy()
    changed[0, -1] += 1
    return bool(np.abs(np.asarray(layer(changed)) - np.asarray(layer(x))).max() > 1e-6)
""",
        "hint": "sees its own step",
    },
    {
        "exercise": "19.5",
        "mistake": "changes the last step only, looks at the first",
        "code": """
def reads_future(layer, T, F):
    x = np.random.default_rng(0).normal(size=(1, T, F))
    changed = x.copy()
    changed[0, -1] += 1
    moved = np.abs(np.asarray(layer(changed)) - np.asarray(layer(x)))
    return bool(moved[:, 0].max() > 1e-6)
""",
        "hint": "compare all outputs",
    },
    {
        "exercise": "19.5",
        "mistake": "never changes the last step",
        "code": """
def reads_future(layer, T, F):
    x = np.random.default_rng(0).normal(size=(1, T, F))
    before = np.asarray(layer(x))
    for s in range(1, T - 1):
        changed = x.copy()
        changed[0, s] += 1
        if np.abs(np.asarray(layer(changed)) - before)[:, :s].max() > 1e-6:
            return True
    return False
""",
        "hint": "change the last step as well",
    },
    {
        "exercise": "19.5",
        "mistake": "changes one feature only",
        "code": """
def reads_future(layer, T, F):
    x = np.random.default_rng(0).normal(size=(1, T, F))
    before = np.asarray(layer(x))
    for s in range(1, T):
        changed = x.copy()
        changed[0, s, 0] += 1
        if np.abs(np.asarray(layer(changed)) - before)[:, :s].max() > 1e-6:
            return True
    return False
""",
        "hint": "is read ahead: change all of them",
    },
    {
        "exercise": "19.6",
        "mistake": "counts the word itself",
        "code": """
def look_ahead(sentences, tags):
    for k in range(1, 99):
        tag_of, clash = {}, False
        for words, marks in zip(sentences, tags):
            ended = [*words, None]
            for t, mark in enumerate(marks):
                reading = t, tuple(ended[: t + k])
                clash |= tag_of.setdefault(reading, mark) != mark
        if not clash:
            return k
""",
        "hint": "two of them *behind* it",
    },
    {
        "exercise": "19.6",
        "mistake": "leaves the place out of the reading",
        "code": """
def look_ahead(sentences, tags):
    for k in range(9):
        tag_of, clash = {}, False
        for words, marks in zip(sentences, tags):
            for t, mark in enumerate(marks):
                reading = tuple(words[: t + 1 + k])
                clash |= tag_of.setdefault(reading, mark) != mark
        if not clash:
            return k
    return 9
""",
        "hint": "Does the place",
    },
    {
        "exercise": "19.6",
        "mistake": "forgets what stands before",
        "code": """
def look_ahead(sentences, tags):
    for k in range(9):
        tag_of, clash = {}, False
        for words, marks in zip(sentences, tags):
            ended = [*words, None]
            for t, mark in enumerate(marks):
                reading = t, tuple(ended[t : t + 1 + k])
                clash |= tag_of.setdefault(reading, mark) != mark
        if not clash:
            return k
    return 9
""",
        "hint": "the deciding word stands before",
    },
]
