"""Plausible wrong answers to 20 Stateful LSTM, each with the hint it must meet."""

WRONG = [
    {
        "exercise": "20.1",
        "mistake": "counts whole windows, not whole batches",
        "code": """
def usable_steps(n, batch_size, timesteps):
    return n // timesteps * timesteps
""",
        "hint": "both take 32",
    },
    {
        "exercise": "20.1",
        "mistake": "returns the number of batches",
        "code": """
def usable_steps(n, batch_size, timesteps):
    return n // (batch_size * timesteps)
""",
        "hint": "3 whole batches fit into 100",
    },
    {
        "exercise": "20.2",
        "mistake": "consecutive windows in one batch",
        "code": """
def row_order(series, batch_size, timesteps):
    return np.asarray(series).reshape(-1, batch_size, timesteps)
""",
        "hint": "give each row its own unbroken stretch",
    },
    {
        "exercise": "20.2",
        "mistake": "reshapes where axes should be swapped",
        "code": """
def row_order(series, batch_size, timesteps):
    stretches = np.asarray(series).reshape(batch_size, -1, timesteps)
    return stretches.reshape(-1, batch_size, timesteps)
""",
        "hint": "give each row its own unbroken stretch",
    },
    {
        "exercise": "20.2",
        "mistake": "forgets to bring the batches to the front",
        "code": """
def row_order(series, batch_size, timesteps):
    return np.asarray(series).reshape(batch_size, -1, timesteps)
""",
        "hint": "expected (4, 2, 3), not (2, 4, 3)",
    },
    {
        "exercise": "20.3",
        "mistake": "resets before every part",
        "code": """
def read_record(model, x, timesteps):
    parts = []
    for s in range(0, x.shape[1], timesteps):
        for layer in model.layers:
            if getattr(layer, "stateful", False):
                layer.reset_state()
        parts.append(model(x[:, s : s + timesteps]).numpy())
    return np.concatenate(parts, axis=1)
""",
        "hint": "no reset between the parts",
    },
    {
        "exercise": "20.3",
        "mistake": "resets the first layer only",
        "code": """
def read_record(model, x, timesteps):
    model.layers[0].reset_state()
    starts = range(0, x.shape[1], timesteps)
    parts = [model(x[:, s : s + timesteps]).numpy() for s in starts]
    model.layers[0].reset_state()
    return np.concatenate(parts, axis=1)
""",
        "hint": "reset every stateful layer after the last part",
    },
    {
        "exercise": "20.3",
        "mistake": "joins the parts along the rows",
        "code": """
def read_record(model, x, timesteps):
    starts = range(0, x.shape[1], timesteps)
    return np.concatenate([model(x[:, s : s + timesteps]).numpy() for s in starts])
""",
        "hint": "join the parts along time",
    },
    {
        "exercise": "20.3",
        "mistake": "resets at the end only",
        "code": """
def read_record(model, x, timesteps):
    starts = range(0, x.shape[1], timesteps)
    parts = [model(x[:, s : s + timesteps]).numpy() for s in starts]
    for layer in model.layers:
        if getattr(layer, "stateful", False):
            layer.reset_state()
    return np.concatenate(parts, axis=1)
""",
        "hint": "reset every layer at the start",
    },
    {
        "exercise": "20.4",
        "mistake": "forgets the weights",
        "code": """
def rebatch(model, build, batch_size, timesteps):
    return build(batch_size, timesteps)
""",
        "hint": "copy the weights into the new model",
    },
    {
        "exercise": "20.4",
        "mistake": "returns the model it got",
        "code": """
def rebatch(model, build, batch_size, timesteps):
    return model
""",
        "hint": "its input should be for 1 row of 2 steps",
    },
    {
        "exercise": "20.5",
        "mistake": "lists the ends of the records",
        "code": """
def reset_before(windows_per_record):
    return np.cumsum(windows_per_record).tolist()
""",
        "hint": "the first record must begin with zero state too",
    },
    {
        "exercise": "20.5",
        "mistake": "resets after the last record as well",
        "code": """
def reset_before(windows_per_record):
    return [0, *np.cumsum(windows_per_record).tolist()]
""",
        "hint": "no reset before batch 6",
    },
    {
        "exercise": "20.6",
        "mistake": "keeps references to the variables, not their values",
        "code": """
@contextlib.contextmanager
def aside(model):
    layers = [la for la in model.layers if getattr(la, "stateful", False)]
    kept = [list(layer.states) for layer in layers]
    for layer in layers:
        layer.reset_state()
    try:
        yield
    finally:
        for layer, values in zip(layers, kept):
            for state, value in zip(layer.states, values):
                state.assign(value)
""",
        "hint": "keep copies (.numpy())",
    },
    {
        "exercise": "20.6",
        "mistake": "does not restore after an error",
        "code": """
@contextlib.contextmanager
def aside(model):
    layers = [la for la in model.layers if getattr(la, "stateful", False)]
    kept = [[state.numpy() for state in layer.states] for layer in layers]
    for layer in layers:
        layer.reset_state()
    yield
    for layer, values in zip(layers, kept):
        for state, value in zip(layer.states, values):
            state.assign(value)
""",
        "hint": "use finally",
    },
    {
        "exercise": "20.6",
        "mistake": "does not start from zero",
        "code": """
@contextlib.contextmanager
def aside(model):
    layers = [la for la in model.layers if getattr(la, "stateful", False)]
    kept = [[state.numpy() for state in layer.states] for layer in layers]
    try:
        yield
    finally:
        for layer, values in zip(layers, kept):
            for state, value in zip(layer.states, values):
                state.assign(value)
""",
        "hint": "begin with zero state",
    },
]
