"""Plausible wrong answers to 30 Scaling out, each with its hint."""

WRONG = [
    {
        "exercise": "30.1",
        "mistake": "returns the share of work",
        "code": """
def idle_share(files, read, step, at_once=1, prefetch=False):
    reading = np.ceil(files / at_once) * read
    return step / (max(reading, step) if prefetch else reading + step)
""",
        "hint": "the share of work, not of waiting",
    },
    {
        "exercise": "30.1",
        "mistake": "lets a part of a round take a part of the time",
        "code": """
def idle_share(files, read, step, at_once=1, prefetch=False):
    reading = files / at_once * read
    return 1 - step / (max(reading, step) if prefetch else reading + step)
""",
        "hint": "take three rounds",
    },
    {
        "exercise": "30.1",
        "mistake": "waits a negative time",
        "code": """
def idle_share(files, read, step, at_once=1, prefetch=False):
    reading = -(-files // at_once) * read
    if prefetch:
        return (reading - step) / reading
    return reading / (reading + step)
""",
        "hint": "nothing below",
    },
    {
        "exercise": "30.1",
        "mistake": "forgets prefetch",
        "code": """
def idle_share(files, read, step, at_once=1, prefetch=False):
    reading = -(-files // at_once) * read
    return reading / (reading + step)
""",
        "hint": "with prefetch a step begins every 0.08 s",
    },
    {
        "exercise": "30.2",
        "mistake": "caches what varies",
        "code": """
def pipeline(numbers, read, vary, size):
    data = tf.data.Dataset.from_tensor_slices(numbers)
    data = data.map(read, num_parallel_calls=4).map(vary).cache()
    return data.shuffle(len(numbers)).batch(size, drop_remainder=True).prefetch(1)
""",
        "hint": "it is random, so it comes behind cache",
    },
    {
        "exercise": "30.2",
        "mistake": "varies whole batches",
        "code": """
def pipeline(numbers, read, vary, size):
    data = tf.data.Dataset.from_tensor_slices(numbers)
    data = data.map(read, num_parallel_calls=4).cache().shuffle(len(numbers))
    return data.batch(size, drop_remainder=True).map(vary).prefetch(1)
""",
        "hint": "for one sample at a time",
    },
    {
        "exercise": "30.2",
        "mistake": "caches the order",
        "code": """
def pipeline(numbers, read, vary, size):
    data = tf.data.Dataset.from_tensor_slices(numbers)
    data = data.map(read, num_parallel_calls=4).shuffle(len(numbers)).cache()
    return data.map(vary).batch(size, drop_remainder=True).prefetch(1)
""",
        "hint": "shuffle after cache",
    },
    {
        "exercise": "30.2",
        "mistake": "no cache",
        "code": """
def pipeline(numbers, read, vary, size):
    data = tf.data.Dataset.from_tensor_slices(numbers).shuffle(len(numbers))
    data = data.map(read, num_parallel_calls=4).map(vary)
    return data.batch(size, drop_remainder=True).prefetch(1)
""",
        "hint": "cache comes behind read",
    },
    {
        "exercise": "30.2",
        "mistake": "keeps the remainder",
        "code": """
def pipeline(numbers, read, vary, size):
    data = tf.data.Dataset.from_tensor_slices(numbers)
    data = data.map(read, num_parallel_calls=4).cache().shuffle(len(numbers))
    return data.map(vary).batch(size).prefetch(1)
""",
        "hint": "5 full batches",
    },
    {
        "exercise": "30.2",
        "mistake": "no prefetch",
        "code": """
def pipeline(numbers, read, vary, size):
    data = tf.data.Dataset.from_tensor_slices(numbers)
    data = data.map(read, num_parallel_calls=4).cache().shuffle(len(numbers))
    return data.map(vary).batch(size, drop_remainder=True)
""",
        "hint": "prefetch last",
    },
    {
        "exercise": "30.2",
        "mistake": "reads one file after the other",
        "code": """
def pipeline(numbers, read, vary, size):
    data = tf.data.Dataset.from_tensor_slices(numbers)
    data = data.map(read).cache().shuffle(len(numbers)).map(vary)
    return data.batch(size, drop_remainder=True).prefetch(1)
""",
        "hint": "num_parallel_calls",
    },
    {
        "exercise": "30.3",
        "mistake": "still averages the parts' means",
        "code": """
def one_step(model, rate, parts):
    weights = model.trainable_variables
    slopes, losses = [0.0] * len(weights), []
    for x, t in parts:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((model(x, training=True)[:, 0] - t) ** 2) / len(parts)
        losses.append(float(loss))
        slopes = [a + b for a, b in zip(slopes, tape.gradient(loss, weights))]
    for weight, slope in zip(weights, slopes):
        weight.assign_sub(rate * slope)
    return sum(losses)
""",
        "hint": "the single 9 counts as much as both 3",
    },
    {
        "exercise": "30.3",
        "mistake": "still steps after each part",
        "code": """
def one_step(model, rate, parts):
    weights, total = model.trainable_variables, 0
    whole = sum(len(t) for _, t in parts)
    for x, t in parts:
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum((model(x, training=True)[:, 0] - t) ** 2) / whole
        total += float(loss)
        for weight, slope in zip(weights, tape.gradient(loss, weights)):
            weight.assign_sub(rate * slope)
    return total
""",
        "hint": "one step, after the last part",
    },
    {
        "exercise": "30.3",
        "mistake": "keeps only the last part's gradient",
        "code": """
def one_step(model, rate, parts):
    weights, total = model.trainable_variables, 0
    whole = sum(len(t) for _, t in parts)
    for x, t in parts:
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum((model(x, training=True)[:, 0] - t) ** 2) / whole
        total += float(loss)
        slopes = tape.gradient(loss, weights)
    for weight, slope in zip(weights, slopes):
        weight.assign_sub(rate * slope)
    return total
""",
        "hint": "knows only one part",
    },
    {
        "exercise": "30.3",
        "mistake": "returns the last part's loss",
        "code": """
def one_step(model, rate, parts):
    weights = model.trainable_variables
    whole = sum(len(t) for _, t in parts)
    slopes = [0.0] * len(weights)
    for x, t in parts:
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum((model(x, training=True)[:, 0] - t) ** 2) / whole
        slopes = [a + b for a, b in zip(slopes, tape.gradient(loss, weights))]
    for weight, slope in zip(weights, slopes):
        weight.assign_sub(rate * slope)
    return float(loss)
""",
        "hint": "the last part's loss",
    },
    {
        "exercise": "30.4",
        "mistake": "takes the infinite step",
        "code": """
def scaled_steps(weight, slopes, rate, scale, patience):
    for slope in slopes:
        weight -= rate * float(np.float16(slope * scale)) / scale
    return weight, scale
""",
        "hint": "an infinite gradient: no step",
    },
    {
        "exercise": "30.4",
        "mistake": "never doubles",
        "code": """
def scaled_steps(weight, slopes, rate, scale, patience):
    for slope in slopes:
        seen = float(np.float16(slope * scale))
        if np.isinf(seen):
            scale /= 2
        else:
            weight -= rate * seen / scale
    return weight, scale
""",
        "hint": "doubled twice",
    },
    {
        "exercise": "30.4",
        "mistake": "goes on counting over a skipped step",
        "code": """
def scaled_steps(weight, slopes, rate, scale, patience):
    good = 0
    for slope in slopes:
        seen = float(np.float16(slope * scale))
        if np.isinf(seen):
            scale /= 2
            continue
        weight -= rate * seen / scale
        good += 1
        if good == patience:
            scale, good = 2 * scale, 0
    return weight, scale
""",
        "hint": "one good step, not two",
    },
    {
        "exercise": "30.4",
        "mistake": "divides in float16",
        "code": """
def scaled_steps(weight, slopes, rate, scale, patience):
    good = 0
    for slope in slopes:
        seen = np.float16(slope * scale)
        if np.isinf(seen):
            scale, good = scale / 2, 0
            continue
        weight -= rate * float(seen / np.float16(scale))
        good += 1
        if good == patience:
            scale, good = 2 * scale, 0
    return weight, scale
""",
        "hint": "divide by the scale in float32",
    },
    {
        "exercise": "30.5",
        "mistake": "adds without sending",
        "code": """
def ring(gradients, send):
    return [np.sum(gradients, axis=0) for _ in gradients]
""",
        "hint": "use send",
    },
    {
        "exercise": "30.5",
        "mistake": "sends whole gradients round",
        "code": """
def ring(gradients, send):
    n = len(gradients)
    total, moving = [g.copy() for g in gradients], list(gradients)
    for _ in range(n - 1):
        arrived = [send(i, moving[i]) for i in range(n)]
        moving = [arrived[i - 1] for i in range(n)]
        total = [a + b for a, b in zip(total, moving)]
    return total
""",
        "hint": "in each everyone sends one number",
    },
    {
        "exercise": "30.5",
        "mistake": "stops after the adding rounds",
        "code": """
def ring(gradients, send):
    n = len(gradients)
    pieces = [[p.copy() for p in np.array_split(g, n)] for g in gradients]
    for r in range(n - 1):
        for i in range(n):
            k = (i - r) % n
            pieces[(i + 1) % n][k] += send(i, pieces[i][k])
    return [np.concatenate(own) for own in pieces]
""",
        "hint": "must become [11, 22]",
    },
    {
        "exercise": "30.5",
        "mistake": "adds in the second half, too",
        "code": """
def ring(gradients, send):
    n = len(gradients)
    pieces = [[p.copy() for p in np.array_split(g, n)] for g in gradients]
    for first in (0, 1):
        for r in range(n - 1):
            for i in range(n):
                k = (i + first - r) % n
                pieces[(i + 1) % n][k] += send(i, pieces[i][k])
    return [np.concatenate(own) for own in pieces]
""",
        "hint": "must become [11, 22]",
    },
    {
        "exercise": "30.5",
        "mistake": "adds into what was given",
        "code": """
def ring(gradients, send):
    n = len(gradients)
    pieces = [np.array_split(g, n) for g in gradients]
    for r in range(n - 1):
        for i in range(n):
            k = (i - r) % n
            pieces[(i + 1) % n][k] += send(i, pieces[i][k])
    for r in range(n - 1):
        for i in range(n):
            k = (i + 1 - r) % n
            pieces[(i + 1) % n][k] = send(i, pieces[i][k])
    return [np.concatenate(own) for own in pieces]
""",
        "hint": "work on copies",
    },
]
