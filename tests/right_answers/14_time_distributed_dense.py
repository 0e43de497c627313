"""Right answers to 14 TimeDistributed Dense, each written in another form than the solution."""

RIGHT = [
    {
        "exercise": "14.1",
        "form": "a list",
        "code": """
def count_parameters(T, F, u):
    flat = T * F
    return [(F + 1) * u, (flat + 1) * u, (flat + 1) * T * u]
""",
    },
    {
        "exercise": "14.1",
        "form": "an array",
        "code": """
def count_parameters(T, F, u):
    inputs = np.array([F, T * F, T * F])
    outputs = np.array([u, u, T * u])
    return inputs * outputs + outputs
""",
    },
    {
        "exercise": "14.1",
        "form": "counted by Keras",
        "code": """
def count_parameters(T, F, u):
    def count(*stack):
        return keras.Sequential([keras.Input((T, F)), *stack]).count_params()

    return (
        count(layers.TimeDistributed(layers.Dense(u))),
        count(layers.Flatten(), layers.Dense(u)),
        count(layers.Flatten(), layers.Dense(T * u)),
    )
""",
    },
    {
        "exercise": "14.2",
        "form": "Keras instead of NumPy, a tensor",
        "code": """
def every_step(function, x):
    samples, time = x.shape[:2]
    folded = keras.ops.reshape(x, (samples * time, *x.shape[2:]))
    result = keras.ops.convert_to_tensor(function(np.asarray(folded)))
    return keras.ops.reshape(result, (samples, time, *result.shape[1:]))
""",
    },
    {
        "exercise": "14.2",
        "form": "concatenate and split, a list",
        "code": """
def every_step(function, x):
    folded = np.concatenate([sample for sample in x])
    result = np.asarray(function(folded))
    return list(np.split(result, len(x)))
""",
    },
    {
        "exercise": "14.2",
        "form": "loops over the result, nested lists",
        "code": """
def every_step(function, x):
    samples, time = np.shape(x)[:2]
    results = function(np.array([step for sample in x for step in sample]))
    rows = [np.asarray(results[i]).tolist() for i in range(samples * time)]
    return [rows[i * time : (i + 1) * time] for i in range(samples)]
""",
    },
    {
        "exercise": "14.3",
        "form": "a loop over the blocks",
        "code": """
def flat_weights(W, b, T):
    features, units = np.shape(W)
    kernel = np.zeros((T * features, T * units))
    for t in range(T):
        rows = slice(t * features, (t + 1) * features)
        kernel[rows, t * units : (t + 1) * units] = W
    return kernel, np.concatenate([b] * T)
""",
    },
    {
        "exercise": "14.3",
        "form": "einsum, a list of float32",
        "code": """
def flat_weights(W, b, T):
    features, units = W.shape
    kernel = np.einsum("ts,fu->tfsu", np.eye(T), W)
    kernel = kernel.reshape(T * features, T * units)
    return [kernel.astype("float32"), np.resize(b, T * units).astype("float32")]
""",
    },
    {
        "exercise": "14.3",
        "form": "nested lists",
        "code": """
def flat_weights(W, b, T):
    kernel = []
    for t in range(T):
        for row in W:
            zeros = [0.0] * len(row)
            kernel.append(zeros * t + list(row) + zeros * (T - 1 - t))
    return kernel, list(b) * T
""",
    },
    {
        "exercise": "14.3",
        "form": "tensors",
        "code": """
def flat_weights(W, b, T):
    kernel = keras.ops.convert_to_tensor(np.kron(np.eye(T), W), "float32")
    return kernel, keras.ops.tile(keras.ops.convert_to_tensor(b, "float32"), [T])
""",
    },
    {
        "exercise": "14.4",
        "form": "a loop over samples and steps, a list",
        "code": """
def shared_gradients(x, G):
    dW, db = np.zeros((x.shape[2], G.shape[2])), np.zeros(G.shape[2])
    for x_sample, G_sample in zip(x, G):
        for x_t, G_t in zip(x_sample, G_sample):
            dW += np.outer(x_t, G_t)
            db += G_t
    return [dW, db]
""",
    },
    {
        "exercise": "14.4",
        "form": "time folded into the samples, float32",
        "code": """
def shared_gradients(x, G):
    x = x.reshape(-1, x.shape[-1]).astype("float32")
    G = G.reshape(-1, G.shape[-1]).astype("float32")
    return x.T @ G, np.ones(len(G), dtype="float32") @ G
""",
    },
    {
        "exercise": "14.4",
        "form": "TensorFlow, tensors",
        "code": """
def shared_gradients(x, G):
    import tensorflow as tf

    return tf.einsum("stf,stu->fu", x, G), tf.reduce_sum(G, axis=[0, 1])
""",
    },
    {
        "exercise": "14.4",
        "form": "nested lists",
        "code": """
def shared_gradients(x, G):
    dW, db = np.tensordot(x, G, axes=([0, 1], [0, 1])), G.sum(0).sum(0)
    return dW.tolist(), db.tolist()
""",
    },
    {
        "exercise": "14.5",
        "form": "the functional model, Dense without TimeDistributed",
        "code": """
def many_to_many(features, units, targets):
    inputs = keras.Input((None, features))
    states = layers.LSTM(units, return_sequences=True)(inputs)
    return keras.Model(inputs, layers.Dense(targets)(states))
""",
    },
    {
        "exercise": "14.5",
        "form": "a Conv1D of length 1 as the shared layer",
        "code": """
def many_to_many(features, units, targets):
    model = keras.Sequential()
    model.add(keras.Input(shape=(None, features)))
    model.add(layers.LSTM(units, return_sequences=True))
    model.add(layers.Conv1D(targets, 1))
    return model
""",
    },
    {
        "exercise": "14.5",
        "form": "a Sequential model without Input",
        "code": """
def many_to_many(features, units, targets):
    model = keras.Sequential(
        [layers.LSTM(units, return_sequences=True), layers.Dense(targets)]
    )
    model.build((None, None, features))
    return model
""",
    },
    {
        "exercise": "14.5",
        "form": "a class of its own, built by its first call",
        "code": """
def many_to_many(features, units, targets):
    class ManyToMany(keras.Model):
        def __init__(self):
            super().__init__()
            self.lstm = layers.LSTM(units, return_sequences=True)
            self.dense = layers.Dense(targets)

        def call(self, x):
            return self.dense(self.lstm(x))

    return ManyToMany()
""",
    },
    {
        "exercise": "14.5",
        "form": "an LSTMCell in an RNN layer",
        "code": """
def many_to_many(features, units, targets):
    inputs = keras.Input((None, features), dtype="float32")
    read = layers.RNN(layers.LSTMCell(units), return_sequences=True)
    say = layers.TimeDistributed(layers.Dense(targets, activation="linear"))
    return keras.Model(inputs=inputs, outputs=say(read(inputs)))
""",
    },
    {
        "exercise": "14.6",
        "form": "rows from lists",
        "code": """
def who_sees_whom(layer, x):
    before = np.array(layer(x))
    columns = []
    for s in range(x.shape[1]):
        other = np.array(x)
        other[:, s, :] = other[:, s, :] + 1
        difference = abs(np.array(layer(other)) - before)
        columns.append((difference > 1e-6).any(axis=2).any(axis=0))
    return np.array(columns).T
""",
    },
    {
        "exercise": "14.6",
        "form": "other values instead of a step up, nested lists",
        "code": """
def who_sees_whom(layer, x):
    before = np.asarray(layer(x))
    seen = []
    for t in range(before.shape[1]):
        seen.append([])
        for s in range(x.shape[1]):
            changed = x.copy()
            changed[:, s] = 2.5 - x[:, s]
            after = np.asarray(layer(changed))
            gap = float(np.abs(after[:, t] - before[:, t]).max())
            seen[t].append(gap >= 1e-6)
    return seen
""",
    },
    {
        "exercise": "14.6",
        "form": "all changes in one batch",
        "code": """
def who_sees_whom(layer, x):
    samples, time, features = x.shape
    step = np.eye(time, dtype=x.dtype)[:, None, :, None]
    changed = x[None] + step  # (time, samples, time, features)
    after = np.asarray(layer(changed.reshape(-1, time, features)))
    after = after.reshape(time, samples, *after.shape[1:])
    moved = np.abs(after - np.asarray(layer(x))).max(axis=(1, 3))
    return moved.T > 1e-6
""",
    },
    {
        "exercise": "14.6",
        "form": "a tensor",
        "code": """
def who_sees_whom(layer, x):
    ops = keras.ops
    before, columns = ops.convert_to_tensor(layer(x)), []
    for s in range(x.shape[1]):
        hit = (np.arange(x.shape[1]) == s).astype(x.dtype)
        after = ops.convert_to_tensor(layer(x + 3 * hit[:, None]))
        columns.append(ops.max(ops.abs(after - before), axis=(0, 2)) > 1e-6)
    return ops.stack(columns, axis=1)
""",
    },
]
