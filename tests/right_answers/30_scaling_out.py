"""Right answers to 30 Scaling out, in other forms than the solution."""

RIGHT = [
    {
        "exercise": "30.1",
        "form": "waiting divided by all, in whole rounds",
        "code": """
def idle_share(files, read, step, at_once=1, prefetch=False):
    reading = -(-files // at_once) * read
    if prefetch:
        return max(0.0, reading - step) / max(reading, step)
    return reading / (reading + step)
""",
    },
    {
        "exercise": "30.1",
        "form": "a file after the other, float32",
        "code": """
def idle_share(files, read, step, at_once=1, prefetch=False):
    reading = 0
    while files > 0:
        files, reading = files - at_once, reading + read
    share = np.clip((reading - step) / reading, 0, 1) if prefetch else reading / (reading + step)
    return np.float32(share)
""",
    },
    {
        "exercise": "30.1",
        "form": "a simulation of many steps, an array",
        "code": """
def idle_share(files, read, step, at_once=1, prefetch=False):
    reading = np.ceil(files / at_once) * read
    wait = np.maximum(reading - step * bool(prefetch), 0) * np.ones(1000)
    return np.array([wait.sum() / (wait.sum() + 1000 * step)])[0]
""",
    },
    {
        "exercise": "30.2",
        "form": "AUTOTUNE everywhere, a long buffer",
        "code": """
def pipeline(numbers, read, vary, size):
    data = tf.data.Dataset.from_tensor_slices(numbers)
    data = data.map(read, num_parallel_calls=8).cache()
    data = data.shuffle(1000).map(vary, num_parallel_calls=2)
    return data.batch(size, drop_remainder=True).prefetch(tf.data.AUTOTUNE)
""",
    },
    {
        "exercise": "30.2",
        "form": "the numbers in a range, positional arguments",
        "code": """
def pipeline(numbers, read, vary, size):
    numbers = tf.constant(numbers)
    data = tf.data.Dataset.range(len(numbers)).map(lambda i: read(numbers[i]), 5)
    data = data.cache().shuffle(len(numbers)).map(vary)
    return data.batch(size, True).prefetch(2)
""",
    },
    {
        "exercise": "30.2",
        "form": "vary before the shuffle, behind the cache",
        "code": """
def pipeline(numbers, read, vary, size):
    data = tf.data.Dataset.from_tensor_slices(list(numbers))
    data = data.map(read, num_parallel_calls=4).cache().map(vary)
    return data.shuffle(len(numbers)).batch(size, drop_remainder=True).prefetch(1)
""",
    },
    {
        "exercise": "30.3",
        "form": "one tape over all parts",
        "code": """
def one_step(model, rate, parts):
    with tf.GradientTape() as tape:
        errors = [model(x, training=True)[:, 0] - t for x, t in parts]
        loss = tf.reduce_mean(tf.concat(errors, axis=0) ** 2)
    weights = model.trainable_variables
    for weight, slope in zip(weights, tape.gradient(loss, weights)):
        weight.assign(weight - rate * slope)
    return loss
""",
    },
    {
        "exercise": "30.3",
        "form": "means weighted by their share, an optimiser",
        "code": """
def one_step(model, rate, parts):
    sizes = np.array([len(t) for _, t in parts])
    losses, total = [], [tf.zeros_like(w) for w in model.trainable_variables]
    for (x, t), share in zip(parts, sizes / sizes.sum()):
        with tf.GradientTape() as tape:
            loss = float(share) * tf.reduce_mean((model(x, training=True) - t[:, None]) ** 2)
        losses.append(loss.numpy())
        slopes = tape.gradient(loss, model.trainable_variables)
        total = [a + b for a, b in zip(total, slopes)]
    keras.optimizers.SGD(rate).apply(total, model.trainable_variables)
    return np.sum(losses)
""",
    },
    {
        "exercise": "30.3",
        "form": "sums first, divided at the step",
        "code": """
def one_step(model, rate, parts):
    weights, n, total, slopes = model.trainable_variables, 0, 0, None
    for x, t in parts:
        with tf.GradientTape() as tape:
            loss = keras.ops.sum((keras.ops.squeeze(model(x, training=True), 1) - t) ** 2)
        some = tape.gradient(loss, weights)
        slopes = some if slopes is None else [a + b for a, b in zip(slopes, some)]
        n, total = n + len(x), total + loss
    for weight, slope in zip(weights, slopes):
        weight.assign_sub(rate * slope / n)
    return total / n
""",
    },
    {
        "exercise": "30.4",
        "form": "float32 throughout, a list",
        "code": """
def scaled_steps(weight, slopes, rate, scale, patience):
    weight, row = np.float32(weight), 0
    for slope in slopes:
        seen = np.float16(slope * scale)
        if np.isinf(seen):
            scale, row = scale / 2, 0
        else:
            weight = weight - np.float32(rate) * np.float32(seen) / np.float32(scale)
            row += 1
            if row == patience:
                scale, row = scale * 2, 0
    return [weight, scale]
""",
    },
    {
        "exercise": "30.4",
        "form": "the exponent of the scale, an array",
        "code": """
def scaled_steps(weight, slopes, rate, scale, patience):
    power, left = np.log2(scale), patience
    for slope in slopes:
        seen = np.float16(slope * 2**power)
        if not -65505 < seen < 65505:
            power, left = power - 1, patience
            continue
        weight, left = weight - rate * np.float64(seen) * 2**-power, left - 1
        if not left:
            power, left = power + 1, patience
    return np.array([weight, 2**power])
""",
    },
    {
        "exercise": "30.4",
        "form": "TensorFlow casts",
        "code": """
def scaled_steps(weight, slopes, rate, scale, patience):
    good = []
    for slope in slopes:
        seen = float(tf.cast(tf.cast(slope * scale, tf.float32), tf.float16))
        good = good + [slope] if abs(seen) != float("inf") else []
        if good:
            weight = weight - rate * (seen / scale)
            if len(good) == patience:
                scale, good = scale * 2, []
        else:
            scale = scale * 0.5
    return weight, scale
""",
    },
    {
        "exercise": "30.5",
        "form": "all send, then all add; copies",
        "code": """
def ring(gradients, send):
    n = len(gradients)
    pieces = [[p.copy() for p in np.array_split(g, n)] for g in gradients]
    for r in range(n - 1):
        arrived = [send(i, pieces[i][(i - r) % n]) for i in range(n)]
        for i in range(n):
            pieces[(i + 1) % n][(i - r) % n] += arrived[i]
    for r in range(n - 1):
        arrived = [send(i, pieces[i][(i + 1 - r) % n]) for i in range(n)]
        for i in range(n):
            pieces[(i + 1) % n][(i + 1 - r) % n] = arrived[i]
    return [np.concatenate(own) for own in pieces]
""",
    },
    {
        "exercise": "30.5",
        "form": "one loop of 2 (n - 1) rounds, an array returned",
        "code": """
def ring(gradients, send):
    n = len(gradients)
    held = np.array(gradients, dtype=float)
    places = np.array_split(np.arange(held.shape[1]), n)
    for r in range(2 * (n - 1)):
        for i in range(n):
            where = places[(i - r) % n]
            arrived = send(i, held[i, where])
            right = (i + 1) % n
            held[right, where] = arrived + held[right, where] * (r < n - 1)
    return held
""",
    },
    {
        "exercise": "30.5",
        "form": "the receiver in the middle, lists of numbers",
        "code": """
def ring(gradients, send):
    n = len(gradients)
    own = [[list(p) for p in np.array_split(g, n)] for g in gradients]
    for half in (0, 1):
        for r in range(n - 1):
            for i in range(n):
                k = (i - 1 + half - r) % n
                got = send((i - 1) % n, np.array(own[i - 1][k]))
                own[i][k] = list(got if half else got + np.array(own[i][k]))
    return [[number for piece in mine for number in piece] for mine in own]
""",
    },
]
