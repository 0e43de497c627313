"""Right answers to 04 The Keras workflow, in other forms than the solution."""

RIGHT = [
    {
        "exercise": "04.1",
        "form": "np.ceil, a float",
        "code": """
def steps(samples, batch_size, epochs):
    return np.ceil(samples / batch_size) * epochs
""",
    },
    {
        "exercise": "04.1",
        "form": "counted one by one",
        "code": """
def steps(samples, batch_size, epochs):
    count = 0
    for _ in range(epochs):
        for _ in range(0, samples, batch_size):
            count += 1
    return count
""",
    },
    {
        "exercise": "04.1",
        "form": "quotient and remainder",
        "code": """
def steps(samples, batch_size, epochs):
    full, left = divmod(samples, batch_size)
    return epochs * (full + bool(left))
""",
    },
    {
        "exercise": "04.2",
        "form": "a loop, a list",
        "code": """
def precision_recall_f1(true, said, k):
    hits = false_alarms = missed = 0
    for a, b in zip(true, said):
        hits += a == k and b == k
        false_alarms += a != k and b == k
        missed += a == k and b != k
    if not hits:
        return [0, 0, 0]
    p, r = hits / (hits + false_alarms), hits / (hits + missed)
    return [p, r, 2 * p * r / (p + r)]
""",
    },
    {
        "exercise": "04.2",
        "form": "NaN made 0 afterwards, float32",
        "code": """
def precision_recall_f1(true, said, k):
    hits = np.sum((said == k) & (true == k))
    with np.errstate(all="ignore"):
        p, r = hits / np.sum(said == k), hits / np.sum(true == k)
        return np.nan_to_num(np.float32([p, r, 2 / (1 / p + 1 / r)]))
""",
    },
    {
        "exercise": "04.2",
        "form": "scikit-learn",
        "code": """
def precision_recall_f1(true, said, k):
    from sklearn.metrics import precision_recall_fscore_support
    rows = precision_recall_fscore_support(true, said, labels=[k], zero_division=0)
    return tuple(row[0] for row in rows[:3])
""",
    },
    {
        "exercise": "04.3",
        "form": "add and set_weights of all at once",
        "code": """
def to_keras(coefs, intercepts):
    model = keras.Sequential()
    model.add(keras.Input(shape=(coefs[0].shape[0],)))
    for i, W in enumerate(coefs):
        last = i == len(coefs) - 1
        model.add(layers.Dense(W.shape[1]))
        model.add(layers.Activation("softmax" if last else "relu"))
    model.set_weights([part for pair in zip(coefs, intercepts) for part in pair])
    return model
""",
    },
    {
        "exercise": "04.3",
        "form": "functional",
        "code": """
def to_keras(coefs, intercepts):
    inputs = h = keras.Input((len(coefs[0]),))
    for W, b in zip(coefs, intercepts):
        layer = layers.Dense(len(b))
        h = layer(h)
        layer.set_weights([W, b])
        h = layers.ReLU()(h) if b is not intercepts[-1] else layers.Softmax()(h)
    return keras.Model(inputs, h)
""",
    },
    {
        "exercise": "04.3",
        "form": "subclass",
        "code": """
def to_keras(coefs, intercepts):
    class Moved(keras.Model):
        def call(self, x):
            for W, b in zip(coefs[:-1], intercepts[:-1]):
                x = keras.ops.relu(x @ np.float32(W) + np.float32(b))
            return keras.ops.softmax(x @ np.float32(coefs[-1]) + np.float32(intercepts[-1]))
    return Moved()
""",
    },
    {
        "exercise": "04.4",
        "form": "targets made a column",
        "code": """
def own_fit(model, x, t, rate, epochs, size):
    for _ in range(epochs):
        for first in range(0, len(x), size):
            last = min(first + size, len(x))
            with tf.GradientTape() as tape:
                y = model(x[first:last], training=True)
                loss = tf.reduce_mean((y - t[first:last, None]) ** 2)
            slopes = tape.gradient(loss, model.trainable_weights)
            for weight, slope in zip(model.trainable_weights, slopes):
                weight.assign(weight - rate * slope)
    return model
""",
    },
    {
        "exercise": "04.4",
        "form": "an optimiser and a Keras loss",
        "code": """
def own_fit(model, x, t, rate, epochs, size):
    optimizer = keras.optimizers.SGD(rate)
    mse = keras.losses.MeanSquaredError()
    batches = tf.data.Dataset.from_tensor_slices((x, t)).batch(size)
    for _ in range(epochs):
        for some, targets in batches:
            with tf.GradientTape() as tape:
                loss = mse(targets[:, None], model(some, training=True))
            slopes = tape.gradient(loss, model.trainable_variables)
            optimizer.apply(slopes, model.trainable_variables)
""",
    },
    {
        "exercise": "04.4",
        "form": "fit itself",
        "code": """
def own_fit(model, x, t, rate, epochs, size):
    model.compile(keras.optimizers.SGD(rate), loss="mse")
    model.fit(x, t, batch_size=size, epochs=epochs, shuffle=False, verbose=0)
""",
    },
    {
        "exercise": "04.5",
        "form": "waits counted, a list",
        "code": """
def early_stop(losses, patience):
    lowest, best, waits = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < lowest:
            lowest, best, waits = loss, epoch, 0
        else:
            waits += 1
            if waits >= patience:
                return [epoch, best]
    return [len(losses), best]
""",
    },
    {
        "exercise": "04.5",
        "form": "argmin of what was seen, an array",
        "code": """
def early_stop(losses, patience):
    for epoch in range(1, len(losses) + 1):
        best = int(np.argmin(losses[:epoch])) + 1
        if epoch - best >= patience:
            break
    return np.array([epoch, best])
""",
    },
    {
        "exercise": "04.5",
        "form": "Keras's own callback",
        "code": """
def early_stop(losses, patience):
    model, stop = keras.Sequential(), keras.callbacks.EarlyStopping(patience=patience)
    model.stop_training = False
    stop.set_model(model)
    stop.on_train_begin()
    for epoch, loss in enumerate(losses, start=1):
        stop.on_epoch_end(epoch, {"val_loss": loss})
        if model.stop_training:
            break
    return epoch, list(losses).index(min(losses[:epoch])) + 1
""",
    },
    {
        "exercise": "04.6",
        "form": "functional, SGD, names in a text file, an array returned",
        "code": """
def train_and_save(x, labels, folder):
    names = sorted(set(labels.tolist()))
    t = np.array([names.index(label) for label in labels])
    scale = layers.Normalization()
    scale.adapt(np.asarray(x))
    inputs = keras.Input((x.shape[1],))
    hidden = layers.Dense(16, activation="relu")(scale(inputs))
    model = keras.Model(inputs, layers.Dense(len(names), activation="softmax")(hidden))
    model.compile(keras.optimizers.SGD(0.1), loss="sparse_categorical_crossentropy")
    model.fit(x, t, epochs=60, verbose=0)
    model.save(folder / "flowers.keras")
    (folder / "names.txt").write_text("\\n".join(names))


def answer(folder, x):
    model = keras.models.load_model(folder / "flowers.keras")
    names = np.array((folder / "names.txt").read_text().splitlines())
    return names[np.asarray(model(x)).argmax(axis=1)]
""",
    },
    {
        "exercise": "04.6",
        "form": "one-hot targets, mean and spread beside the model",
        "code": """
def train_and_save(x, labels, folder):
    names, t = np.unique(labels, return_inverse=True)
    mean, spread = x.mean(axis=0), x.std(axis=0)
    model = keras.Sequential([
        keras.Input((x.shape[1],)),
        layers.Dense(12, activation="tanh"),
        layers.Dense(len(names), activation="softmax"),
    ])
    adam = keras.optimizers.Adam(0.03)
    model.compile(adam, loss="categorical_crossentropy", metrics=["accuracy"])
    model.fit((x - mean) / spread, np.eye(len(names))[t], epochs=30, verbose=0)
    model.save(folder / "m.keras")
    np.savez(folder / "rest.npz", names=names, mean=mean, spread=spread)


def answer(folder, x):
    model = keras.models.load_model(folder / "m.keras")
    rest = np.load(folder / "rest.npz")
    z = (x - rest["mean"]) / rest["spread"]
    return rest["names"][model(z).numpy().argmax(axis=1)]
""",
    },
    {
        "exercise": "04.6",
        "form": "scores and a loss from logits, a tuple",
        "code": """
def train_and_save(x, labels, folder):
    names, t = np.unique(labels, return_inverse=True)
    scale = layers.Normalization()
    scale.adapt(x)
    model = keras.Sequential([
        keras.Input((x.shape[1],)), scale, layers.Dense(20, "relu"), layers.Dense(len(names)),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile("rmsprop", loss=loss)
    model.optimizer.learning_rate = 0.01
    model.fit(x, t, batch_size=10, epochs=25, verbose=0)
    model.save(folder / "model.keras")
    (folder / "names.json").write_text(json.dumps(names.tolist()))


def answer(folder, x):
    model = keras.models.load_model(folder / "model.keras")
    names = json.loads((folder / "names.json").read_text())
    return tuple(names[row.argmax()] for row in model.predict(x, verbose=0))
""",
    },
]
