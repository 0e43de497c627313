"""Right answers to 07 Categories, each written in another form than the solution."""

RIGHT = [
    {
        "exercise": "07.1",
        "form": "list.index, a list",
        "code": """
def integer_codes(labels, order):
    codes = []
    for label in labels:
        if label not in order:
            raise ValueError(f"{label} is not in {order}")
        codes.append(list(order).index(label))
    return codes
""",
    },
    {
        "exercise": "07.1",
        "form": "pandas",
        "code": """
def integer_codes(labels, order):
    codes = pd.Categorical(labels, categories=order).codes
    if (codes < 0).any():
        wrong = [label for label, code in zip(labels, codes) if code < 0]
        raise ValueError("unknown: " + ", ".join(wrong))
    return codes
""",
    },
    {
        "exercise": "07.1",
        "form": "comparison by broadcasting, a tensor",
        "code": """
def integer_codes(labels, order):
    table = np.array(labels)[:, None] == np.array(order)
    if not table.any(axis=1).all():
        raise ValueError(f"unknown: {set(labels) - set(order)}")
    return keras.ops.convert_to_tensor(table.argmax(axis=1))
""",
    },
    {
        "exercise": "07.2",
        "form": "a comparison, booleans",
        "code": """
def one_hot(ids, size):
    return np.asarray(ids)[..., None] == np.arange(size)
""",
    },
    {
        "exercise": "07.2",
        "form": "a loop, float32",
        "code": """
def one_hot(ids, size):
    ids = np.asarray(ids)
    out = np.zeros((ids.size, size), dtype="float32")
    for row, i in enumerate(ids.ravel()):
        out[row, i] = 1
    return out.reshape(*ids.shape, size)
""",
    },
    {
        "exercise": "07.2",
        "form": "Keras, a tensor",
        "code": """
def one_hot(ids, size):
    return keras.ops.one_hot(ids, size)
""",
    },
    {
        "exercise": "07.2",
        "form": "nested lists",
        "code": """
def one_hot(ids, size):
    if np.ndim(ids) == 0:
        return [int(i == ids) for i in range(size)]
    return [one_hot(part, size) for part in ids]
""",
    },
    {
        "exercise": "07.3",
        "form": "a loop",
        "code": """
def read_off(probabilities, names, least):
    answers = []
    for row in probabilities.tolist():
        best = max(row)
        answers.append("unsure" if best < least else names[row.index(best)])
    return answers
""",
    },
    {
        "exercise": "07.3",
        "form": "NumPy, an array of text",
        "code": """
def read_off(probabilities, names, least):
    p = np.asarray(probabilities)
    best = np.array(names)[p.argmax(axis=1)]
    return np.where(np.max(p, axis=1) < least, "unsure", best)
""",
    },
    {
        "exercise": "07.3",
        "form": "pandas, a tuple",
        "code": """
def read_off(probabilities, names, least):
    table = pd.DataFrame(probabilities, columns=names)
    return tuple(table.idxmax(axis=1).where(table.max(axis=1) >= least, "unsure"))
""",
    },
    {
        "exercise": "07.4",
        "form": "a dict, sorted twice",
        "code": """
def build_vocabulary(texts, max_size=None, min_count=1):
    counts = {}
    for text in texts:
        for token in text:
            counts[token] = counts.get(token, 0) + 1
    tokens = sorted(token for token, n in counts.items() if n >= min_count)
    tokens = sorted(tokens, key=counts.get, reverse=True)
    if max_size is not None:
        tokens = tokens[: max_size - 2]
    return ["[pad]", "[unknown]"] + tokens
""",
    },
    {
        "exercise": "07.4",
        "form": "Counter.most_common of sorted tokens, a tuple",
        "code": """
def build_vocabulary(texts, max_size=None, min_count=1):
    counts = Counter(sorted(token for text in texts for token in text))
    kept = [token for token, n in counts.most_common() if n >= min_count]
    return tuple((["[pad]", "[unknown]"] + kept)[:max_size])
""",
    },
    {
        "exercise": "07.4",
        "form": "NumPy, an array of text",
        "code": """
def build_vocabulary(texts, max_size=None, min_count=1):
    tokens, counts = np.unique(np.concatenate(texts), return_counts=True)
    order = np.argsort(-counts, kind="stable")
    tokens = tokens[order][counts[order] >= min_count]
    return np.concatenate([["[pad]", "[unknown]"], tokens])[:max_size]
""",
    },
    {
        "exercise": "07.5",
        "form": "a loop, nested lists",
        "code": """
def table_gradient(ids, G, size):
    table = [[0.0] * len(G[0]) for _ in range(size)]
    for i, row in zip(ids, G):
        table[i] = [a + float(b) for a, b in zip(table[i], row)]
    return table
""",
    },
    {
        "exercise": "07.5",
        "form": "one-hot times G, float32",
        "code": """
def table_gradient(ids, G, size):
    hot = (np.arange(size)[:, None] == ids).astype("float32")
    return np.einsum("vt,td->vd", hot, G).astype("float32")
""",
    },
    {
        "exercise": "07.5",
        "form": "Keras, a tensor",
        "code": """
def table_gradient(ids, G, size):
    G = keras.ops.cast(G, "float32")
    return keras.ops.segment_sum(G, ids, num_segments=size)
""",
    },
    {
        "exercise": "07.6",
        "form": "pandas",
        "code": """
class TableEncoder:
    def __init__(self, ordered, nominal):
        self.ordered, self.nominal = ordered, nominal

    def fit(self, frame):
        self.seen = {c: np.unique(frame[c]).tolist() for c in self.nominal}
        return self

    def transform(self, frame):
        parts = []
        for c in frame.columns:
            if c in self.nominal:
                kind = pd.CategoricalDtype(self.seen[c])
                parts.append(pd.get_dummies(frame[c].astype(kind)))
            elif c in self.ordered:
                kind = pd.CategoricalDtype(self.ordered[c], ordered=True)
                parts.append(frame[c].astype(kind).cat.codes)
            else:
                parts.append(frame[c])
        return pd.concat(parts, axis=1).to_numpy(dtype=float)
""",
    },
    {
        "exercise": "07.6",
        "form": "row by row, nested lists",
        "code": """
class TableEncoder:
    def __init__(self, ordered, nominal):
        self.ordered, self.nominal = ordered, nominal

    def fit(self, frame):
        self.names = {}
        for column in self.nominal:
            self.names[column] = sorted(frame[column].unique())
        return self

    def transform(self, frame):
        rows = []
        for _, row in frame.iterrows():
            new = []
            for column, value in row.items():
                if column in self.ordered:
                    new.append(float(self.ordered[column].index(value)))
                elif column in self.nominal:
                    new += [float(value == name) for name in self.names[column]]
                else:
                    new.append(float(value))
            rows.append(new)
        return rows
""",
    },
    {
        "exercise": "07.6",
        "form": "scikit-learn, float32",
        "code": """
class TableEncoder:
    def __init__(self, ordered, nominal):
        self.ordered, self.nominal = ordered, nominal

    def fit(self, frame):
        from sklearn.preprocessing import OneHotEncoder

        self.encoders = {
            column: OneHotEncoder(handle_unknown="ignore").fit(frame[[column]])
            for column in self.nominal
        }
        return self

    def transform(self, frame):
        parts = []
        for column in frame:
            if column in self.encoders:
                part = self.encoders[column].transform(frame[[column]]).toarray()
            elif column in self.ordered:
                order = {name: i for i, name in enumerate(self.ordered[column])}
                part = frame[[column]].replace(order).to_numpy(dtype=float)
            else:
                part = frame[[column]].to_numpy()
            parts.append(part)
        return np.hstack(parts).astype("float32")
""",
    },
]
