"""Plausible wrong answers to 07 Categories and one-hot, each with the hint it must meet."""

WRONG = [
    {
        "exercise": "07.1",
        "mistake": "sorts the names",
        "code": """
def integer_codes(labels, order):
    names = sorted(order)
    return np.array([names.index(label) for label in labels])
""",
        "hint": "places in the alphabet",
    },
    {
        "exercise": "07.1",
        "mistake": "gives unknown labels the code -1",
        "code": """
def integer_codes(labels, order):
    place = {name: i for i, name in enumerate(order)}
    return np.array([place.get(label, -1) for label in labels])
""",
        "hint": "raise ValueError",
    },
    {
        "exercise": "07.1",
        "mistake": "lets the dictionary's KeyError out",
        "code": """
def integer_codes(labels, order):
    place = {name: i for i, name in enumerate(order)}
    return np.array([place[label] for label in labels])
""",
        "hint": "names the label",
    },
    {
        "exercise": "07.2",
        "mistake": "takes the size from the largest id",
        "code": """
def one_hot(ids, size):
    return np.eye(ids.max() + 1)[ids]
""",
        "hint": "that do not occur",
    },
    {
        "exercise": "07.2",
        "mistake": "flattens the ids",
        "code": """
def one_hot(ids, size):
    flat = np.ravel(ids)
    encoded = np.zeros((flat.size, size))
    encoded[np.arange(flat.size), flat] = 1
    return encoded
""",
        "hint": "keep their shape",
    },
    {
        "exercise": "07.2",
        "mistake": "marks all places up to the id",
        "code": """
def one_hot(ids, size):
    return np.tri(size)[ids]
""",
        "hint": "counted from 0",
    },
    {
        "exercise": "07.3",
        "mistake": "takes the argmax over the samples",
        "code": """
def read_off(probabilities, names, least):
    places, heights = probabilities.argmax(axis=0), probabilities.max(axis=0)
    return [
        names[i] if height >= least else "unsure"
        for i, height in zip(places, heights)
    ]
""",
        "hint": "along the last axis",
    },
    {
        "exercise": "07.3",
        "mistake": "always wants more than one half",
        "code": """
def read_off(probabilities, names, least):
    places, heights = probabilities.argmax(axis=1), probabilities.max(axis=1)
    return [
        names[i] if height > 0.5 else "unsure"
        for i, height in zip(places, heights)
    ]
""",
        "hint": "even at 0.4",
    },
    {
        "exercise": "07.3",
        "mistake": "calls a row at the limit unsure",
        "code": """
def read_off(probabilities, names, least):
    places, heights = probabilities.argmax(axis=1), probabilities.max(axis=1)
    return [
        names[i] if height > least else "unsure"
        for i, height in zip(places, heights)
    ]
""",
        "hint": "not below 0.6",
    },
    {
        "exercise": "07.4",
        "mistake": "counts texts, not occurrences",
        "code": """
def build_vocabulary(texts, max_size=None, min_count=1):
    counts = Counter()
    for text in texts:
        counts.update(set(text))
    kept = [token for token in counts if counts[token] >= min_count]
    kept.sort(key=lambda token: (-counts[token], token))
    return ["[pad]", "[unknown]", *kept][:max_size]
""",
        "hint": "count every occurrence",
    },
    {
        "exercise": "07.4",
        "mistake": "does not count the reserved entries",
        "code": """
def build_vocabulary(texts, max_size=None, min_count=1):
    counts = Counter()
    for text in texts:
        counts.update(text)
    kept = [token for token in counts if counts[token] >= min_count]
    kept.sort(key=lambda token: (-counts[token], token))
    return ["[pad]", "[unknown]", *kept[:max_size]]
""",
        "hint": "4 leaves 2 tokens",
    },
    {
        "exercise": "07.4",
        "mistake": "keeps only what was seen more often than min_count",
        "code": """
def build_vocabulary(texts, max_size=None, min_count=1):
    counts = Counter()
    for text in texts:
        counts.update(text)
    kept = [t for t in counts if counts[t] > min_count or min_count == 1]
    kept.sort(key=lambda token: (-counts[token], token))
    return ["[pad]", "[unknown]", *kept][:max_size]
""",
        "hint": "at least twice",
    },
    {
        "exercise": "07.4",
        "mistake": "sorts by the alphabet alone",
        "code": """
def build_vocabulary(texts, max_size=None, min_count=1):
    counts = Counter()
    for text in texts:
        counts.update(text)
    kept = sorted(token for token in counts if counts[token] >= min_count)
    return ["[pad]", "[unknown]", *kept][:max_size]
""",
        "hint": "the most frequent first",
    },
    {
        "exercise": "07.5",
        "mistake": "assigns with +=, which loses repeated ids",
        "code": """
def table_gradient(ids, G, size):
    table = np.zeros((size, G.shape[1]))
    table[ids] += G
    return table
""",
        "hint": "loses repeated ids",
    },
    {
        "exercise": "07.5",
        "mistake": "averages the rows of a token",
        "code": """
def table_gradient(ids, G, size):
    table = np.zeros((size, G.shape[1]))
    for i in set(ids.tolist()):
        table[i] = G[ids == i].mean(axis=0)
    return table
""",
        "hint": "add up to",
    },
    {
        "exercise": "07.5",
        "mistake": "has rows only up to the largest id",
        "code": """
def table_gradient(ids, G, size):
    return np.eye(ids.max() + 1)[ids].T @ G
""",
        "hint": "whether it occurred or not",
    },
    {
        "exercise": "07.5",
        "mistake": "leaves nan for tokens that did not occur, in nested lists",
        "code": """
def table_gradient(ids, G, size):
    rows = [G[ids == token] for token in range(size)]
    gone = [np.nan] * G.shape[1]
    return [r.sum(axis=0).tolist() if len(r) else gone for r in rows]
""",
        "hint": "did not occur have gradient 0",
    },
    {
        "exercise": "07.5",
        "mistake": "forgets to return the table",
        "code": """
def table_gradient(ids, G, size):
    table = np.zeros((size, G.shape[1]))
    np.add.at(table, ids, G)
""",
        "hint": "one row for each of the 5 tokens",
    },
    {
        "exercise": "07.6",
        "mistake": "learns the names again in transform",
        "code": """
class TableEncoder:
    def __init__(self, ordered, nominal):
        self.ordered, self.nominal = ordered, nominal

    def fit(self, frame):
        return self

    def transform(self, frame):
        parts = []
        for column in frame.columns:
            values = frame[column].to_numpy()
            if column in self.ordered:
                order = self.ordered[column]
                parts.append([order.index(value) for value in values])
            elif column in self.nominal:
                names = np.array(sorted(set(values)))
                parts.append(values[:, None] == names)
            else:
                parts.append(values)
        return np.column_stack(parts).astype(float)
""",
        "hint": "learned in fit",
    },
    {
        "exercise": "07.6",
        "mistake": "codes nominal columns as integers",
        "code": """
class TableEncoder:
    def __init__(self, ordered, nominal):
        self.ordered, self.nominal = ordered, nominal

    def fit(self, frame):
        self.names = {c: sorted(set(frame[c])) for c in self.nominal}
        return self

    def transform(self, frame):
        parts = []
        for column in frame.columns:
            values = frame[column].tolist()
            order = self.ordered.get(column) or self.names.get(column)
            parts.append([order.index(v) for v in values] if order else values)
        return np.column_stack(parts).astype(float)
""",
        "hint": "3 for the towns",
    },
    {
        "exercise": "07.6",
        "mistake": "orders the ordered column by the alphabet",
        "code": """
class TableEncoder:
    def __init__(self, ordered, nominal):
        self.ordered, self.nominal = ordered, nominal

    def fit(self, frame):
        self.names = {c: sorted(set(frame[c])) for c in self.nominal}
        return self

    def transform(self, frame):
        parts = []
        for column in frame.columns:
            values = frame[column].to_numpy()
            if column in self.ordered:
                order = sorted(self.ordered[column])
                parts.append([order.index(value) for value in values])
            elif column in self.nominal:
                parts.append(values[:, None] == np.array(self.names[column]))
            else:
                parts.append(values)
        return np.column_stack(parts).astype(float)
""",
        "hint": "the alphabet",
    },
    {
        "exercise": "07.6",
        "mistake": "orders by the alphabet, in nested lists",
        "code": """
class TableEncoder:
    def __init__(self, ordered, nominal):
        self.ordered, self.nominal = ordered, nominal

    def fit(self, frame):
        self.names = {c: sorted(set(frame[c])) for c in self.nominal}
        return self

    def transform(self, frame):
        rows = []
        for _, values in frame.iterrows():
            row = []
            for column, value in values.items():
                if column in self.ordered:
                    row.append(sorted(self.ordered[column]).index(value))
                elif column in self.nominal:
                    row += [float(value == n) for n in self.names[column]]
                else:
                    row.append(value)
            rows.append(row)
        return rows
""",
        "hint": "the alphabet",
    },
]
