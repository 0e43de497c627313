"""Right answers to 13 Normalisation and modern blocks, in other forms than the solution."""

RIGHT = [
    {
        "exercise": "13.1",
        "form": "by weights that fade",
        "code": """
def moving_mean(means, momentum):
    ages = np.arange(len(means))[::-1]
    return (1 - momentum) * momentum**ages @ means
""",
    },
    {
        "exercise": "13.1",
        "form": "by small steps towards each mean, in place",
        "code": """
def moving_mean(means, momentum):
    m = np.zeros(len(means[0]), dtype="float32")
    for mean in means:
        m += (1 - momentum) * (mean - m)
    return m
""",
    },
    {
        "exercise": "13.1",
        "form": "a list, feature by feature",
        "code": """
def moving_mean(means, momentum):
    result = []
    for feature in np.transpose(means):
        m = 0.0
        for value in feature:
            m = m * momentum + value * (1 - momentum)
        result.append(m)
    return result
""",
    },
    {
        "exercise": "13.2",
        "form": "part by part",
        "code": """
def group_norm(x, groups):
    parts = []
    for part in np.split(x, groups, axis=2):
        mean = part.mean(axis=(1, 2), keepdims=True)
        variance = ((part - mean) ** 2).mean(axis=(1, 2), keepdims=True)
        parts.append((part - mean) / (variance + 0.001) ** 0.5)
    return np.concatenate(parts, axis=2)
""",
    },
    {
        "exercise": "13.2",
        "form": "by Keras, a tensor",
        "code": """
def group_norm(x, groups):
    return layers.GroupNormalization(groups, epsilon=0.001)(x.astype("float32"))
""",
    },
    {
        "exercise": "13.2",
        "form": "sample by sample, filling an array",
        "code": """
def group_norm(x, groups):
    y, size = np.empty_like(x), x.shape[-1] // groups
    for i in range(len(x)):
        for j in range(groups):
            part = x[i, :, j * size : (j + 1) * size]
            y[i, :, j * size : (j + 1) * size] = (part - part.mean()) / np.sqrt(
                part.var() + 0.001
            )
    return y
""",
    },
    {
        "exercise": "13.3",
        "form": "by sums, in float32",
        "code": """
def layer_norm(x, gamma, beta):
    x, d = np.float32(x), x.shape[-1]
    away = x - x.sum(axis=-1, keepdims=True) / d
    variance = (away**2).sum(axis=-1, keepdims=True) / d
    return away / (variance + 1e-3) ** 0.5 * gamma + beta
""",
    },
    {
        "exercise": "13.3",
        "form": "by the deviation squared",
        "code": """
def layer_norm(x, gamma, beta):
    m = np.mean(x, -1)[..., None]
    s = np.std(x, -1)[..., None]
    return beta + gamma * ((x - m) / np.sqrt(s**2 + 0.001))
""",
    },
    {
        "exercise": "13.3",
        "form": "by Keras, a tensor",
        "code": """
def layer_norm(x, gamma, beta):
    layer = layers.LayerNormalization(epsilon=0.001)
    layer.build(x.shape)
    layer.set_weights([gamma, beta])
    return layer(x.astype("float32"))
""",
    },
    {
        "exercise": "13.4",
        "form": "true division, a list",
        "code": """
def pointwise_cost(places, a, b, groups):
    weights = a / groups * b
    return [places * weights, places * a + places * b + weights]
""",
    },
    {
        "exercise": "13.4",
        "form": "group by group, an array",
        "code": """
def pointwise_cost(places, a, b, groups):
    work = moved = 0
    for _ in range(groups):
        weights = (a // groups) * (b // groups)
        work += places * weights
        moved += places * (a // groups) + places * (b // groups) + weights
    return np.array([work, moved])
""",
    },
    {
        "exercise": "13.4",
        "form": "by a Keras layer",
        "code": """
def pointwise_cost(places, a, b, groups):
    layer = layers.Conv2D(b, 1, groups=groups, use_bias=False)
    layer.build((None, 1, places, a))
    count = layer.count_params()
    return count * places, count + (a + b) * places
""",
    },
    {
        "exercise": "13.5",
        "form": "closed form, a list",
        "code": """
def dense_block_counts(c, k, layers_, places):
    joined = layers_ * c + k * layers_ * (layers_ - 1) / 2
    return [places * joined, 9 * k * joined]
""",
    },
    {
        "exercise": "13.5",
        "form": "growing as the block does",
        "code": """
def dense_block_counts(c, k, layers_, places):
    values = weights = 0
    for _ in range(layers_):
        values += c * places
        weights += 3 * 3 * c * k
        c += k
    return values, weights
""",
    },
    {
        "exercise": "13.5",
        "form": "with arange, an array",
        "code": """
def dense_block_counts(c, k, layers_, places):
    channels = c + k * np.arange(layers_)
    return np.array([channels * places, channels * 9 * k]).sum(axis=1)
""",
    },
    {
        "exercise": "13.6",
        "form": "with ReLU layers, halves apart",
        "code": """
def strided_block(x, groups):
    c = x.shape[-1]
    y = layers.ReLU()(conv(x, c // 4, groups=groups))
    y = shuffle(y, groups)
    y = layers.DepthwiseConv2D(3, strides=2, padding="same", use_bias=False)(y)
    y = layers.BatchNormalization()(y)
    y = layers.ReLU()(conv(y, c, groups=groups))
    first = layers.ReLU()(layers.AveragePooling2D(3, 2, padding="same")(x))
    return layers.Concatenate()([first, y])
""",
    },
    {
        "exercise": "13.6",
        "form": "without the helpers",
        "code": """
def strided_block(x, groups):
    h, w, c = x.shape[1:]
    y = layers.Conv2D(c // 4, 1, groups=groups, use_bias=False)(x)
    y = layers.Activation("relu")(layers.BatchNormalization()(y))
    y = layers.Reshape((h, w, groups, c // 4 // groups))(y)
    y = layers.Permute((1, 2, 4, 3))(y)
    y = layers.Reshape((h, w, c // 4))(y)
    y = layers.DepthwiseConv2D(3, 2, "same", use_bias=False)(y)
    y = layers.BatchNormalization()(y)
    y = layers.Conv2D(c, 1, groups=groups, use_bias=False)(y)
    y = layers.BatchNormalization()(y)
    pooled = layers.AveragePooling2D(3, 2, "same")(x)
    return layers.Activation("relu")(layers.concatenate([pooled, y]))
""",
    },
    {
        "exercise": "13.6",
        "form": "pooling by ops, first",
        "code": """
def strided_block(x, groups):
    first = ops.average_pool(x, 3, 2, "same")
    y = ops.relu(conv(x, x.shape[-1] // 4, groups=groups))
    y = layers.DepthwiseConv2D(3, 2, "same", use_bias=False)(shuffle(y, groups))
    y = conv(layers.BatchNormalization()(y), x.shape[-1], groups=groups)
    return ops.maximum(ops.concatenate([first, y], -1), 0)
""",
    },
]
