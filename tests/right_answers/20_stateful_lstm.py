"""Right answers to 20 Stateful LSTM, each written in another form than the solution."""

RIGHT = [
    {
        "exercise": "20.1",
        "form": "a remainder",
        "code": """
def usable_steps(n, batch_size, timesteps):
    return n - n % (batch_size * timesteps)
""",
    },
    {
        "exercise": "20.1",
        "form": "a loop",
        "code": """
def usable_steps(n, batch_size, timesteps):
    used = 0
    while used + batch_size * timesteps <= n:
        used += batch_size * timesteps
    return used
""",
    },
    {
        "exercise": "20.1",
        "form": "divmod, a NumPy number",
        "code": """
def usable_steps(n, batch_size, timesteps):
    batches, _ = np.divmod(n, batch_size * timesteps)
    return batches * batch_size * timesteps
""",
    },
    {
        "exercise": "20.2",
        "form": "loops, nested lists",
        "code": """
def row_order(series, batch_size, timesteps):
    stretch = len(series) // batch_size
    return [
        [
            [series[row * stretch + first + t] for t in range(timesteps)]
            for row in range(batch_size)
        ]
        for first in range(0, stretch, timesteps)
    ]
""",
    },
    {
        "exercise": "20.2",
        "form": "split and stack, float32",
        "code": """
def row_order(series, batch_size, timesteps):
    rows = np.stack(np.split(np.asarray(series, dtype="float32"), batch_size))
    return np.stack(np.split(rows, rows.shape[1] // timesteps, axis=1))
""",
    },
    {
        "exercise": "20.2",
        "form": "places computed",
        "code": """
def row_order(series, batch_size, timesteps):
    per_row = len(series) // batch_size
    batch = np.arange(per_row // timesteps)[:, None, None] * timesteps
    row = np.arange(batch_size)[None, :, None] * per_row
    return np.asarray(series)[batch + row + np.arange(timesteps)]
""",
    },
    {
        "exercise": "20.2",
        "form": "a tensor",
        "code": """
def row_order(series, batch_size, timesteps):
    ops = keras.ops
    cut = ops.reshape(ops.convert_to_tensor(series), (batch_size, -1, timesteps))
    return ops.transpose(cut, (1, 0, 2))
""",
    },
    {
        "exercise": "20.3",
        "form": "np.split, a list of rows",
        "code": """
def read_record(model, x, timesteps):
    stateful = [layer for layer in model.layers if getattr(layer, "stateful", False)]
    for layer in stateful:
        layer.reset_state()
    parts = np.split(x, x.shape[1] // timesteps, axis=1)
    joined = np.hstack([model(part).numpy() for part in parts])
    for layer in stateful:
        layer.reset_state()
    return joined.tolist()
""",
    },
    {
        "exercise": "20.3",
        "form": "Keras, a tensor",
        "code": """
def read_record(model, x, timesteps):
    def clear():
        for layer in model.layers:
            if hasattr(layer, "reset_state"):
                layer.reset_state()

    clear()
    out = [model(x[:, s : s + timesteps]) for s in range(0, x.shape[1], timesteps)]
    clear()
    return keras.ops.concatenate(out, axis=1)
""",
    },
    {
        "exercise": "20.3",
        "form": "states assigned, results filled in",
        "code": """
def read_record(model, x, timesteps):
    def zero():
        for layer in model.layers:
            for state in getattr(layer, "states", None) or []:
                state.assign(np.zeros(state.shape))

    zero()
    found = None
    for first in range(0, x.shape[1], timesteps):
        window = slice(first, first + timesteps)
        out = model(x[:, window]).numpy()
        if found is None:
            found = np.zeros((out.shape[0], x.shape[1], out.shape[2]))
        found[:, window] = out
    zero()
    return found
""",
    },
    {
        "exercise": "20.4",
        "form": "weight by weight",
        "code": """
def rebatch(model, build, batch_size, timesteps):
    new = build(batch_size, timesteps)
    for mine, theirs in zip(new.weights, model.weights):
        mine.assign(theirs)
    return new
""",
    },
    {
        "exercise": "20.4",
        "form": "layer by layer",
        "code": """
def rebatch(model, build, batch_size, timesteps):
    new = build(batch_size=batch_size, timesteps=timesteps)
    for old_layer, new_layer in zip(model.layers, new.layers):
        new_layer.set_weights([np.array(w) for w in old_layer.get_weights()])
    return new
""",
    },
    {
        "exercise": "20.4",
        "form": "through a file of weights",
        "code": """
def rebatch(model, build, batch_size, timesteps):
    import pathlib
    import tempfile

    new = build(batch_size, timesteps)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "some.weights.h5"
        model.save_weights(path)
        new.load_weights(path)
    return new
""",
    },
    {
        "exercise": "20.5",
        "form": "a loop",
        "code": """
def reset_before(windows_per_record):
    starts, at = [], 0
    for windows in windows_per_record:
        starts.append(at)
        at += windows
    return starts
""",
    },
    {
        "exercise": "20.5",
        "form": "an array",
        "code": """
def reset_before(windows_per_record):
    return np.cumsum([0, *windows_per_record[:-1]])
""",
    },
    {
        "exercise": "20.5",
        "form": "itertools, a tuple",
        "code": """
def reset_before(windows_per_record):
    from itertools import accumulate

    return tuple(accumulate(windows_per_record, initial=0))[:-1]
""",
    },
    {
        "exercise": "20.6",
        "form": "a class",
        "code": """
class aside:
    def __init__(self, model):
        self.layers = [la for la in model.layers if getattr(la, "stateful", False)]

    def __enter__(self):
        self.kept = [[np.array(s) for s in layer.states] for layer in self.layers]
        for layer in self.layers:
            layer.reset_state()

    def __exit__(self, *error):
        for layer, states in zip(self.layers, self.kept):
            for state, value in zip(layer.states, states):
                state.assign(value)
""",
    },
    {
        "exercise": "20.6",
        "form": "one flat list of states",
        "code": """
@contextlib.contextmanager
def aside(model):
    states = []
    for layer in model.layers:
        states += getattr(layer, "states", None) or []
    kept = [keras.ops.copy(state) for state in states]
    for state in states:
        state.assign(0 * state)
    try:
        yield model
    finally:
        for state, value in zip(states, kept):
            state.assign(value)
""",
    },
    {
        "exercise": "20.6",
        "form": "an ExitStack",
        "code": """
@contextlib.contextmanager
def aside(model):
    with contextlib.ExitStack() as stack:
        for layer in model.layers:
            if getattr(layer, "stateful", False):
                for state in layer.states:
                    stack.callback(state.assign, state.numpy().copy())
                layer.reset_state()
        yield
""",
    },
]
