"""Plausible wrong answers to 14 TimeDistributed Dense, each with the hint it must meet."""

WRONG = [
    {
        "exercise": "14.1",
        "mistake": "gives every step weights of its own",
        "code": """
def count_parameters(T, F, u):
    return T * (F * u + u), T * F * u + u, T * F * T * u + T * u
""",
        "hint": "shared by all 4 steps",
    },
    {
        "exercise": "14.1",
        "mistake": "forgets the biases",
        "code": """
def count_parameters(T, F, u):
    return F * u, T * F * u, T * F * T * u
""",
        "hint": "5 biases",
    },
    {
        "exercise": "14.1",
        "mistake": "repeats the bias although there is one answer",
        "code": """
def count_parameters(T, F, u):
    return F * u + u, T * (F * u + u), T * T * (F * u + u)
""",
        "hint": "only 5 biases",
    },
    {
        "exercise": "14.2",
        "mistake": "folds time first and unfolds samples first",
        "code": """
def every_step(function, x):
    samples, time = x.shape[:2]
    folded = x.swapaxes(0, 1).reshape(-1, *x.shape[2:])
    result = np.asarray(function(folded))
    return result.reshape(samples, time, *result.shape[1:])
""",
        "hint": "samples first, then time",
    },
    {
        "exercise": "14.2",
        "mistake": "calls the function once per step",
        "code": """
def every_step(function, x):
    steps = [function(x[:, t]) for t in range(x.shape[1])]
    return np.stack(steps, axis=1)
""",
        "hint": "call it once",
    },
    {
        "exercise": "14.2",
        "mistake": "flattens each step to a row",
        "code": """
def every_step(function, x):
    samples, time = x.shape[:2]
    result = np.asarray(function(x.reshape(samples * time, -1)))
    return result.reshape(samples, time, -1)
""",
        "hint": "(n, 8, 4)",
    },
    {
        "exercise": "14.2",
        "mistake": "leaves time folded into the samples",
        "code": """
def every_step(function, x):
    return np.asarray(function(x.reshape(-1, *x.shape[2:])))
""",
        "hint": "the samples and time of x",
    },
    {
        "exercise": "14.3",
        "mistake": "swaps the factors of the Kronecker product",
        "code": """
def flat_weights(W, b, T):
    return np.kron(W, np.eye(T)), np.tile(b, T)
""",
        "hint": "puts W into",
    },
    {
        "exercise": "14.3",
        "mistake": "fills the whole matrix with copies",
        "code": """
def flat_weights(W, b, T):
    return np.tile(W, (T, T)), np.tile(b, T)
""",
        "hint": "one step look at another",
    },
    {
        "exercise": "14.3",
        "mistake": "repeats each bias in place",
        "code": """
def flat_weights(W, b, T):
    return np.kron(np.eye(T), W), np.repeat(b, T)
""",
        "hint": "np.tile, not np.repeat",
    },
    {
        "exercise": "14.4",
        "mistake": "averages over the steps",
        "code": """
def shared_gradients(x, G):
    steps = x.shape[1]
    return np.einsum("stf,stu->fu", x, G) / steps, G.sum(axis=(0, 1))
""",
        "hint": "not a mean",
    },
    {
        "exercise": "14.4",
        "mistake": "keeps one bias gradient per step",
        "code": """
def shared_gradients(x, G):
    return np.einsum("stf,stu->fu", x, G), G.sum(axis=0)
""",
        "hint": "used at both steps",
    },
    {
        "exercise": "14.4",
        "mistake": "multiplies sums instead of summing products",
        "code": """
def shared_gradients(x, G):
    return x.sum(axis=1).T @ G.sum(axis=1), G.sum(axis=(0, 1))
""",
        "hint": "add up to 210",
    },
    {
        "exercise": "14.5",
        "mistake": "forgets return_sequences",
        "code": """
def many_to_many(features, units, targets):
    return keras.Sequential(
        [
            keras.Input((None, features)),
            layers.LSTM(units),
            layers.Dense(targets),
        ]
    )
""",
        "hint": "return_sequences",
    },
    {
        "exercise": "14.5",
        "mistake": "fixes the length",
        "code": """
def many_to_many(features, units, targets):
    return keras.Sequential(
        [
            keras.Input((25, features)),
            layers.LSTM(units, return_sequences=True),
            layers.Dense(targets),
        ]
    )
""",
        "hint": "takes any",
    },
    {
        "exercise": "14.5",
        "mistake": "reads both ways in time",
        "code": """
def many_to_many(features, units, targets):
    lstm = layers.LSTM(units, return_sequences=True)
    return keras.Sequential(
        [
            keras.Input((None, features)),
            layers.Bidirectional(lstm),
            layers.Dense(targets),
        ]
    )
""",
        "hint": "one shared Dense of 3",
    },
    {
        "exercise": "14.6",
        "mistake": "fills rows instead of columns",
        "code": """
def who_sees_whom(layer, x):
    before = np.asarray(layer(x))
    seen = np.zeros((x.shape[1], before.shape[1]), dtype=bool)
    for s in range(x.shape[1]):
        changed = x.copy()
        changed[:, s] += 1
        moved = np.abs(np.asarray(layer(changed)) - before)
        seen[s] = moved.max(axis=(0, 2)) > 1e-6
    return seen
""",
        "hint": "rows are output steps",
    },
    {
        "exercise": "14.6",
        "mistake": "never goes back to the unchanged input",
        "code": """
def who_sees_whom(layer, x):
    before = np.asarray(layer(x))
    seen = np.zeros((before.shape[1], x.shape[1]), dtype=bool)
    changed = x.copy()
    for s in range(x.shape[1]):
        changed[:, s] += 1
        moved = np.abs(np.asarray(layer(changed)) - before)
        seen[:, s] = moved.max(axis=(0, 2)) > 1e-6
    return seen
""",
        "hint": "a fresh copy",
    },
    {
        "exercise": "14.6",
        "mistake": "changes the reader's own array",
        "code": """
def who_sees_whom(layer, x):
    before = np.asarray(layer(x))
    seen = np.zeros((before.shape[1], x.shape[1]), dtype=bool)
    for s in range(x.shape[1]):
        x[:, s] += 1
        moved = np.abs(np.asarray(layer(x)) - before)
        seen[:, s] = moved.max(axis=(0, 2)) > 1e-6
        x[:, s] -= 1
    return seen
""",
        "hint": "change a copy",
    },
    {
        "exercise": "14.6",
        "mistake": "changes one feature only",
        "code": """
def who_sees_whom(layer, x):
    before = np.asarray(layer(x))
    seen = np.zeros((before.shape[1], x.shape[1]), dtype=bool)
    for s in range(x.shape[1]):
        changed = x.copy()
        changed[:, s, 0] += 1
        moved = np.abs(np.asarray(layer(changed)) - before)
        seen[:, s] = moved.max(axis=(0, 2)) > 1e-6
    return seen
""",
        "hint": "change all features",
    },
]
