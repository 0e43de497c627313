"""Plausible wrong answers to 04 The Keras workflow, each with its hint."""

WRONG = [
    {
        "exercise": "04.1",
        "mistake": "rounds down",
        "code": """
def steps(samples, batch_size, epochs):
    return samples // batch_size * epochs
""",
        "hint": "leaves out the batch",
    },
    {
        "exercise": "04.1",
        "mistake": "rounds all epochs together",
        "code": """
def steps(samples, batch_size, epochs):
    return int(np.ceil(samples * epochs / batch_size))
""",
        "hint": "each epoch has its own last batch",
    },
    {
        "exercise": "04.1",
        "mistake": "always adds one",
        "code": """
def steps(samples, batch_size, epochs):
    return (samples // batch_size + 1) * epochs
""",
        "hint": "leave nothing",
    },
    {
        "exercise": "04.2",
        "mistake": "exchanges precision and recall",
        "code": """
def precision_recall_f1(true, said, k):
    hits = np.sum((said == k) & (true == k))
    precision = hits / max(np.sum(true == k), 1)
    recall = hits / max(np.sum(said == k), 1)
    return precision, recall, 2 * hits / max(np.sum(true == k) + np.sum(said == k), 1)
""",
        "hint": "they are exchanged",
    },
    {
        "exercise": "04.2",
        "mistake": "takes the ordinary mean",
        "code": """
def precision_recall_f1(true, said, k):
    hits = np.sum((said == k) & (true == k))
    precision = hits / max(np.sum(said == k), 1)
    recall = hits / max(np.sum(true == k), 1)
    return precision, recall, (precision + recall) / 2
""",
        "hint": "F1 is the harmonic one",
    },
    {
        "exercise": "04.2",
        "mistake": "divides by nothing",
        "code": """
def precision_recall_f1(true, said, k):
    hits = np.sum((said == k) & (true == k))
    precision = hits / np.sum(said == k)
    recall = hits / np.sum(true == k)
    return precision, recall, 2 * precision * recall / (precision + recall)
""",
        "hint": "0, not NaN",
    },
    {
        "exercise": "04.3",
        "mistake": "forgets the softmax",
        "code": """
def to_keras(coefs, intercepts):
    stack = [keras.Input((len(coefs[0]),))]
    for b in intercepts[:-1]:
        stack.append(layers.Dense(len(b), activation="relu"))
    stack.append(layers.Dense(len(intercepts[-1])))
    model = keras.Sequential(stack)
    for layer, W, b in zip(model.layers, coefs, intercepts):
        layer.set_weights([W, b])
    return model
""",
        "hint": "is the last a softmax?",
    },
    {
        "exercise": "04.3",
        "mistake": "forgets the relu",
        "code": """
def to_keras(coefs, intercepts):
    stack = [keras.Input((len(coefs[0]),))]
    for b in intercepts[:-1]:
        stack.append(layers.Dense(len(b)))
    stack.append(layers.Dense(len(intercepts[-1]), activation="softmax"))
    model = keras.Sequential(stack)
    for layer, W, b in zip(model.layers, coefs, intercepts):
        layer.set_weights([W, b])
    return model
""",
        "hint": "become 1, 0 by relu",
    },
    {
        "exercise": "04.3",
        "mistake": "knows one hidden layer only",
        "code": """
def to_keras(coefs, intercepts):
    model = keras.Sequential([
        keras.Input((len(coefs[0]),)),
        layers.Dense(len(intercepts[0]), activation="relu"),
        layers.Dense(len(intercepts[-1]), activation="softmax"),
    ])
    model.layers[0].set_weights([coefs[0], intercepts[0]])
    model.layers[1].set_weights([coefs[-1][:len(intercepts[0])], intercepts[-1]])
    return model
""",
        "hint": "stopped with ValueError",
    },
    {
        "exercise": "04.4",
        "mistake": "still drops the last batch",
        "code": """
def own_fit(model, x, t, rate, epochs, size):
    for _ in range(epochs):
        for first in range(0, len(x) - size, size):
            rows = slice(first, first + size)
            with tf.GradientTape() as tape:
                y = model(x[rows], training=True)[:, 0]
                loss = tf.reduce_mean((y - t[rows]) ** 2)
            slopes = tape.gradient(loss, model.trainable_weights)
            for weight, slope in zip(model.trainable_weights, slopes):
                weight.assign_sub(rate * slope)
""",
        "hint": "batches of 2 and 1 are two",
    },
    {
        "exercise": "04.4",
        "mistake": "still compares every answer with every target",
        "code": """
def own_fit(model, x, t, rate, epochs, size):
    for _ in range(epochs):
        for first in range(0, len(x), size):
            rows = slice(first, first + size)
            with tf.GradientTape() as tape:
                y = model(x[rows], training=True)
                loss = tf.reduce_mean((y - t[rows]) ** 2)
            slopes = tape.gradient(loss, model.trainable_weights)
            for weight, slope in zip(model.trainable_weights, slopes):
                weight.assign_sub(rate * slope)
""",
        "hint": "every answer was compared with every target",
    },
    {
        "exercise": "04.4",
        "mistake": "still trains in the mode of predict",
        "code": """
def own_fit(model, x, t, rate, epochs, size):
    for _ in range(epochs):
        for first in range(0, len(x), size):
            rows = slice(first, first + size)
            with tf.GradientTape() as tape:
                y = model(x[rows])[:, 0]
                loss = tf.reduce_mean((y - t[rows]) ** 2)
            slopes = tape.gradient(loss, model.trainable_weights)
            for weight, slope in zip(model.trainable_weights, slopes):
                weight.assign_sub(rate * slope)
""",
        "hint": "which mode was it?",
    },
    {
        "exercise": "04.5",
        "mistake": "counts from 0",
        "code": """
def early_stop(losses, patience):
    best = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[best]:
            best = epoch
        if epoch - best == patience:
            break
    return epoch, best
""",
        "hint": "counted from 0",
    },
    {
        "exercise": "04.5",
        "mistake": "takes an equal loss for a better one",
        "code": """
def early_stop(losses, patience):
    best = 1
    for epoch, loss in enumerate(losses, start=1):
        if loss <= losses[best - 1]:
            best = epoch
        if epoch - best == patience:
            break
    return epoch, best
""",
        "hint": "an equal loss is a wait",
    },
    {
        "exercise": "04.5",
        "mistake": "never sets the waits back",
        "code": """
def early_stop(losses, patience):
    best, waits = 1, 0
    for epoch, loss in enumerate(losses, start=1):
        if epoch > 1 and loss >= losses[best - 1]:
            waits += 1
        else:
            best = epoch
        if waits == patience:
            break
    return epoch, best
""",
        "hint": "waited once, not twice",
    },
    {
        "exercise": "04.6",
        "mistake": "does not scale",
        "code": """
def train_and_save(x, labels, folder):
    names, t = np.unique(labels, return_inverse=True)
    model = keras.Sequential([
        keras.Input((x.shape[1],)),
        layers.Dense(16, activation="relu"),
        layers.Dense(len(names), activation="softmax"),
    ])
    model.compile(keras.optimizers.SGD(0.1), loss="sparse_categorical_crossentropy")
    model.fit(x, t, epochs=40, verbose=0)
    model.save(folder / "model.keras")
    (folder / "names.json").write_text(json.dumps(list(names)))


def answer(folder, x):
    model = keras.models.load_model(folder / "model.keras")
    names = json.loads((folder / "names.json").read_text())
    return [names[k] for k in model(x).numpy().argmax(axis=1)]
""",
        "hint": "scaling inside?",
    },
    {
        "exercise": "04.6",
        "mistake": "scales the rows that are asked for by themselves",
        "code": """
def train_and_save(x, labels, folder):
    names, t = np.unique(labels, return_inverse=True)
    x = (x - x.mean(axis=0)) / x.std(axis=0)
    model = keras.Sequential([
        keras.Input((x.shape[1],)),
        layers.Dense(16, activation="relu"),
        layers.Dense(len(names), activation="softmax"),
    ])
    adam = keras.optimizers.Adam(0.02)
    model.compile(adam, loss="sparse_categorical_crossentropy")
    model.fit(x, t, epochs=30, verbose=0)
    model.save(folder / "model.keras")
    (folder / "names.json").write_text(json.dumps(list(names)))


def answer(folder, x):
    x = (x - x.mean(axis=0)) / (x.std(axis=0) + 1e-9)
    model = keras.models.load_model(folder / "model.keras")
    names = json.loads((folder / "names.json").read_text())
    return [names[k] for k in model(x).numpy().argmax(axis=1)]
""",
        "hint": "asked for alone",
    },
    {
        "exercise": "04.6",
        "mistake": "answers with numbers",
        "code": """
def train_and_save(x, labels, folder):
    names, t = np.unique(labels, return_inverse=True)
    scale = layers.Normalization()
    scale.adapt(x)
    model = keras.Sequential([
        keras.Input((x.shape[1],)),
        scale,
        layers.Dense(16, activation="relu"),
        layers.Dense(len(names), activation="softmax"),
    ])
    adam = keras.optimizers.Adam(0.02)
    model.compile(adam, loss="sparse_categorical_crossentropy")
    model.fit(x, t, epochs=2, verbose=0)
    model.save(folder / "model.keras")


def answer(folder, x):
    model = keras.models.load_model(folder / "model.keras")
    return model(x).numpy().argmax(axis=1)
""",
        "hint": "the texts of the labels",
    },
    {
        "exercise": "04.6",
        "mistake": "keeps the names outside the folder",
        "code": """
def train_and_save(x, labels, folder):
    global names
    names, t = np.unique(labels, return_inverse=True)
    scale = layers.Normalization()
    scale.adapt(x)
    model = keras.Sequential([
        keras.Input((x.shape[1],)),
        scale,
        layers.Dense(16, activation="relu"),
        layers.Dense(3, activation="softmax"),
    ])
    adam = keras.optimizers.Adam(0.02)
    model.compile(adam, loss="sparse_categorical_crossentropy")
    model.fit(x, t, epochs=2, verbose=0)
    model.save(folder / "model.keras")


def answer(folder, x):
    model = keras.models.load_model(folder / "model.keras")
    chances = model(x).numpy()
    return [names[min(k, len(names) - 1)] for k in chances.argmax(axis=1)]
""",
        "hint": "the texts of the labels",
    },
]
