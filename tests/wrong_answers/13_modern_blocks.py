"""Plausible wrong answers to 13 Normalisation and modern blocks, each with its hint."""

WRONG = [
    {
        "exercise": "13.1",
        "mistake": "turns the weights of old and new",
        "code": """
def moving_mean(means, momentum):
    m = 0
    for mean in means:
        m = (1 - momentum) * m + momentum * mean
    return m
""",
        "hint": "momentum is the weight of the *old* value",
    },
    {
        "exercise": "13.1",
        "mistake": "starts at the first mean",
        "code": """
def moving_mean(means, momentum):
    m = means[0]
    for mean in means[1:]:
        m = momentum * m + (1 - momentum) * mean
    return m
""",
        "hint": "it starts at 0",
    },
    {
        "exercise": "13.1",
        "mistake": "takes the mean of all",
        "code": """
def moving_mean(means, momentum):
    return np.mean(means, axis=0)
""",
        "hint": "no memory",
    },
    {
        "exercise": "13.2",
        "mistake": "leaves the places apart",
        "code": """
def group_norm(x, groups):
    n, places, c = x.shape
    x = x.reshape(n, places, groups, c // groups)
    mean = x.mean(axis=3, keepdims=True)
    variance = x.var(axis=3, keepdims=True)
    return ((x - mean) / np.sqrt(variance + 0.001)).reshape(n, places, c)
""",
        "hint": "take all places",
    },
    {
        "exercise": "13.2",
        "mistake": "takes every channel for itself",
        "code": """
def group_norm(x, groups):
    mean = x.mean(axis=1, keepdims=True)
    variance = x.var(axis=1, keepdims=True)
    return (x - mean) / np.sqrt(variance + 0.001)
""",
        "hint": "take a part's three together",
    },
    {
        "exercise": "13.2",
        "mistake": "puts every second channel into a part",
        "code": """
def group_norm(x, groups):
    n, places, c = x.shape
    x = x.reshape(n, places, c // groups, groups)
    mean = x.mean(axis=(1, 2), keepdims=True)
    variance = x.var(axis=(1, 2), keepdims=True)
    return ((x - mean) / np.sqrt(variance + 0.001)).reshape(n, places, c)
""",
        "hint": "channels 0 to 2 and 3 to 5 are the parts",
    },
    {
        "exercise": "13.2",
        "mistake": "divides by the variance",
        "code": """
def group_norm(x, groups):
    n, places, c = x.shape
    x = x.reshape(n, places, groups, c // groups)
    mean = x.mean(axis=(1, 3), keepdims=True)
    variance = x.var(axis=(1, 3), keepdims=True)
    return ((x - mean) / (variance + 0.001)).reshape(n, places, c)
""",
        "hint": "should be about 1",
    },
    {
        "exercise": "13.3",
        "mistake": "mends epsilon only",
        "code": """
def layer_norm(x, gamma, beta):
    mean = x.mean(axis=-1, keepdims=True)
    variance = x.var(axis=-1, ddof=1, keepdims=True)
    return gamma * (x - mean) / np.sqrt(variance + 0.001) + beta
""",
        "hint": "Divide by d = 8, not by 7",
    },
    {
        "exercise": "13.3",
        "mistake": "mends n - 1 only",
        "code": """
def layer_norm(x, gamma, beta):
    mean = x.mean(axis=-1, keepdims=True)
    deviation = x.std(axis=-1, keepdims=True)
    return gamma * (x - mean) / (deviation + 0.001) + beta
""",
        "hint": "epsilon belongs under the root",
    },
    {
        "exercise": "13.3",
        "mistake": "multiplies beta, too",
        "code": """
def layer_norm(x, gamma, beta):
    mean = x.mean(axis=-1, keepdims=True)
    variance = x.var(axis=-1, keepdims=True)
    return gamma * ((x - mean) / np.sqrt(variance + 0.001) + beta)
""",
        "hint": "with beta = 5 and gamma = 3",
    },
    {
        "exercise": "13.4",
        "mistake": "forgets the groups",
        "code": """
def pointwise_cost(places, a, b, groups):
    return places * a * b, places * (a + b) + a * b
""",
        "hint": "each output reads 3 channels",
    },
    {
        "exercise": "13.4",
        "mistake": "forgets the groups in what is read",
        "code": """
def pointwise_cost(places, a, b, groups):
    return places * a * b / groups, places * (a + b) + a * b
""",
        "hint": "there are 6 weights, not 12",
    },
    {
        "exercise": "13.4",
        "mistake": "reads the weights at every place",
        "code": """
def pointwise_cost(places, a, b, groups):
    weights = a * b / groups
    return places * weights, places * (a + b + weights)
""",
        "hint": "not once for each place",
    },
    {
        "exercise": "13.5",
        "mistake": "counts the last joined array only",
        "code": """
def dense_block_counts(c, k, layers_, places):
    channels = c + (layers_ - 1) * k
    return places * channels, 9 * k * channels
""",
        "hint": "add those before it",
    },
    {
        "exercise": "13.5",
        "mistake": "forgets that the input grows",
        "code": """
def dense_block_counts(c, k, layers_, places):
    return places * c * layers_, 9 * k * c * layers_
""",
        "hint": "joins 2 + 3 channels",
    },
    {
        "exercise": "13.5",
        "mistake": "turns the order",
        "code": """
def dense_block_counts(c, k, layers_, places):
    channels = layers_ * c + k * layers_ * (layers_ - 1) // 2
    return 9 * k * channels, places * channels
""",
        "hint": "values first",
    },
    {
        "exercise": "13.6",
        "mistake": "forgets the last ReLU",
        "code": """
def strided_block(x, groups):
    c = x.shape[-1]
    y = shuffle(ops.relu(conv(x, c // 4, groups=groups)), groups)
    y = layers.DepthwiseConv2D(3, 2, "same", use_bias=False)(y)
    y = conv(layers.BatchNormalization()(y), c, groups=groups)
    pooled = layers.AveragePooling2D(3, 2, "same")(x)
    return ops.concatenate([pooled, y], axis=-1)
""",
        "hint": "negative values come out",
    },
    {
        "exercise": "13.6",
        "mistake": "joins in the other order",
        "code": """
def strided_block(x, groups):
    c = x.shape[-1]
    y = shuffle(ops.relu(conv(x, c // 4, groups=groups)), groups)
    y = layers.DepthwiseConv2D(3, 2, "same", use_bias=False)(y)
    y = conv(layers.BatchNormalization()(y), c, groups=groups)
    pooled = layers.AveragePooling2D(3, 2, "same")(x)
    return ops.relu(ops.concatenate([y, pooled], axis=-1))
""",
        "hint": "the halves are turned",
    },
    {
        "exercise": "13.6",
        "mistake": "adds instead of joining",
        "code": """
def strided_block(x, groups):
    c = x.shape[-1]
    y = shuffle(ops.relu(conv(x, c // 4, groups=groups)), groups)
    y = layers.DepthwiseConv2D(3, 2, "same", use_bias=False)(y)
    y = conv(layers.BatchNormalization()(y), c, groups=groups)
    return ops.relu(layers.AveragePooling2D(3, 2, "same")(x) + y)
""",
        "hint": "should become (4, 3, 32)",
    },
    {
        "exercise": "13.6",
        "mistake": "forgets the groups of the last convolution",
        "code": """
def strided_block(x, groups):
    c = x.shape[-1]
    y = shuffle(ops.relu(conv(x, c // 4, groups=groups)), groups)
    y = layers.DepthwiseConv2D(3, 2, "same", use_bias=False)(y)
    y = conv(layers.BatchNormalization()(y), c)
    pooled = layers.AveragePooling2D(3, 2, "same")(x)
    return ops.relu(ops.concatenate([pooled, y], axis=-1))
""",
        "hint": "kernels should be",
    },
]
