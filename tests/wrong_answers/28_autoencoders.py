"""Plausible wrong answers to 28 Autoencoder, VAE, RBM and DBN, each with its hint."""

WRONG = [
    {
        "exercise": "28.1",
        "mistake": "takes log_var for the variance",
        "code": """
def code_cost(m, log_var):
    return 0.5 * (m**2 + log_var - np.log(log_var) - 1).sum(axis=1)
""",
        "hint": "means 0, 3 and 1, 1",
    },
    {
        "exercise": "28.1",
        "mistake": "takes log_var for a log deviation",
        "code": """
def code_cost(m, log_var):
    return 0.5 * (m**2 + np.exp(2 * log_var) - 2 * log_var - 1).sum(axis=1)
""",
        "hint": "is log_var taken for the variance, or for a deviation?",
    },
    {
        "exercise": "28.1",
        "mistake": "turns the sign of log_var",
        "code": """
def code_cost(m, log_var):
    return 0.5 * (m**2 + np.exp(log_var) + log_var - 1).sum(axis=1)
""",
        "hint": "never negative",
    },
    {
        "exercise": "28.1",
        "mistake": "does not sum",
        "code": """
def code_cost(m, log_var):
    return 0.5 * (m**2 + np.exp(log_var) - log_var - 1)
""",
        "hint": "sum over the numbers",
    },
    {
        "exercise": "28.1",
        "mistake": "averages",
        "code": """
def code_cost(m, log_var):
    return 0.5 * (m**2 + np.exp(log_var) - log_var - 1).mean(axis=1)
""",
        "hint": "not a mean",
    },
    {
        "exercise": "28.2",
        "mistake": "forgets the half",
        "code": """
def slopes_by_path(slope, m, log_var, eps):
    s = np.exp(log_var / 2)
    d = slope(m + s * eps)
    return np.mean(d), np.mean(d * s * eps)
""",
        "hint": "depends on log_var / 2",
    },
    {
        "exercise": "28.2",
        "mistake": "takes log_var for a log deviation",
        "code": """
def slopes_by_path(slope, m, log_var, eps):
    s = np.exp(log_var)
    d = slope(m + s * eps)
    return np.mean(d), np.mean(d * s * eps / 2)
""",
        "hint": "is s = exp(log_var / 2)?",
    },
    {
        "exercise": "28.2",
        "mistake": "forgets the deviation in the chain rule",
        "code": """
def slopes_by_path(slope, m, log_var, eps):
    d = slope(m + np.exp(log_var / 2) * eps)
    return np.mean(d), np.mean(d * eps / 2)
""",
        "hint": "s is a factor, too",
    },
    {
        "exercise": "28.2",
        "mistake": "averages before it multiplies",
        "code": """
def slopes_by_path(slope, m, log_var, eps):
    s = np.exp(log_var / 2)
    d = np.mean(slope(m + s * eps))
    return d, d * s / 2
""",
        "hint": "each slope times its own eps",
    },
    {
        "exercise": "28.3",
        "mistake": "mends the sign only",
        "code": """
def vae_loss(x, copy, m, log_var, noise):
    n, pixels = x.shape
    off = np.mean((x - copy) ** 2, axis=1)
    fit = off / (2 * noise) + pixels / 2 * np.log(2 * np.pi * noise)
    kl = 0.5 * np.sum(m**2 + np.exp(log_var) - log_var - 1, axis=1)
    return np.mean(fit + kl)
""",
        "hint": "the square length 2, not the mean 1",
    },
    {
        "exercise": "28.3",
        "mistake": "mends the mean only",
        "code": """
def vae_loss(x, copy, m, log_var, noise):
    n, pixels = x.shape
    off = np.sum((x - copy) ** 2, axis=1)
    fit = off / (2 * noise) + pixels / 2 * np.log(2 * np.pi * noise)
    kl = 0.5 * np.sum(m**2 + np.exp(log_var) + log_var - 1, axis=1)
    return np.mean(fit + kl)
""",
        "hint": "check its signs",
    },
    {
        "exercise": "28.3",
        "mistake": "subtracts the KL term",
        "code": """
def vae_loss(x, copy, m, log_var, noise):
    n, pixels = x.shape
    off = np.sum((x - copy) ** 2, axis=1)
    fit = off / (2 * noise) + pixels / 2 * np.log(2 * np.pi * noise)
    kl = 0.5 * np.sum(m**2 + np.exp(log_var) - log_var - 1, axis=1)
    return np.mean(fit - kl)
""",
        "hint": "check its signs",
    },
    {
        "exercise": "28.4",
        "mistake": "does not divide by Z",
        "code": """
def state_chances(W, b, c):
    v = np.array(list(product((0, 1), repeat=len(b))))
    return np.exp(v @ b) * np.prod(1 + np.exp(v @ W + c), axis=1)
""",
        "hint": "divide by Z",
    },
    {
        "exercise": "28.4",
        "mistake": "forgets the hidden biases",
        "code": """
def state_chances(W, b, c):
    v = np.array(list(product((0, 1), repeat=len(b))))
    weight = np.exp(v @ b) * np.prod(1 + np.exp(v @ W), axis=1)
    return weight / weight.sum()
""",
        "hint": "is c used?",
    },
    {
        "exercise": "28.4",
        "mistake": "lets the first pixel change fastest",
        "code": """
def state_chances(W, b, c):
    v = np.array(list(product((0, 1), repeat=len(b))))[:, ::-1]
    weight = np.exp(v @ b) * np.prod(1 + np.exp(v @ W + c), axis=1)
    return weight / weight.sum()
""",
        "hint": "order 00, 01, 10, 11",
    },
    {
        "exercise": "28.4",
        "mistake": "turns the sign of the energy",
        "code": """
def state_chances(W, b, c):
    v = np.array(list(product((0, 1), repeat=len(b))))
    weight = np.exp(-v @ b) * np.prod(1 + np.exp(-(v @ W + c)), axis=1)
    return weight / weight.sum()
""",
        "hint": "0 first, then 1",
    },
    {
        "exercise": "28.5",
        "mistake": "draws the pixels",
        "code": """
def dbn_write(lower, upper, top, rounds):
    for _ in range(rounds):
        middle = draw(sigmoid(top @ upper[0].T + upper[1]))
        top = draw(sigmoid(middle @ upper[0] + upper[2]))
    return draw(sigmoid(middle @ lower[0].T + lower[1]))
""",
        "hint": "no draw at the end",
    },
    {
        "exercise": "28.5",
        "mistake": "passes chances instead of draws",
        "code": """
def dbn_write(lower, upper, top, rounds):
    for _ in range(rounds):
        middle = sigmoid(top @ upper[0].T + upper[1])
        top = sigmoid(middle @ upper[0] + upper[2])
    return sigmoid(middle @ lower[0].T + lower[1])
""",
        "hint": "draw the middle units",
    },
    {
        "exercise": "28.5",
        "mistake": "passes the top on as a chance",
        "code": """
def dbn_write(lower, upper, top, rounds):
    for _ in range(rounds):
        middle = draw(sigmoid(top @ upper[0].T + upper[1]))
        top = sigmoid(middle @ upper[0] + upper[2])
    return sigmoid(middle @ lower[0].T + lower[1])
""",
        "hint": "draw the top, too",
    },
    {
        "exercise": "28.5",
        "mistake": "does not go on from the drawn top",
        "code": """
def dbn_write(lower, upper, top, rounds):
    for _ in range(rounds):
        middle = draw(sigmoid(top @ upper[0].T + upper[1]))
    return sigmoid(middle @ lower[0].T + lower[1])
""",
        "hint": "does the top from each round go on?",
    },
    {
        "exercise": "28.5",
        "mistake": "draws the middle once more",
        "code": """
def dbn_write(lower, upper, top, rounds):
    for _ in range(rounds):
        middle = draw(sigmoid(top @ upper[0].T + upper[1]))
        top = draw(sigmoid(middle @ upper[0] + upper[2]))
    middle = draw(sigmoid(top @ upper[0].T + upper[1]))
    return sigmoid(middle @ lower[0].T + lower[1])
""",
        "hint": "not from one drawn after",
    },
    {
        "exercise": "28.6",
        "mistake": "lets the discriminator call real points generated",
        "code": """
def gan_losses(real, fake):
    up, down = tf.math.softplus(real), tf.math.softplus(-fake)
    return tf.reduce_mean(up) + tf.reduce_mean(down), tf.reduce_mean(down)


def spots_hit(points, centres):
    near = np.linalg.norm(points[:, None] - centres, axis=2) < 0.4
    return np.sum(near.mean(axis=0) >= 0.01)
""",
        "hint": "which should score high, which low?",
    },
    {
        "exercise": "28.6",
        "mistake": "lets the generator want to be caught",
        "code": """
def gan_losses(real, fake):
    caught = tf.reduce_mean(tf.math.softplus(fake))
    return tf.reduce_mean(tf.math.softplus(-real)) + caught, caught


def spots_hit(points, centres):
    near = np.linalg.norm(points[:, None] - centres, axis=2) < 0.4
    return np.sum(near.mean(axis=0) >= 0.01)
""",
        "hint": "wants them to be called real",
    },
    {
        "exercise": "28.6",
        "mistake": "counts a spot for a single point",
        "code": """
def gan_losses(real, fake):
    caught = tf.reduce_mean(tf.math.softplus(fake))
    real = tf.reduce_mean(tf.math.softplus(-real))
    return real + caught, tf.reduce_mean(tf.math.softplus(-fake))


def spots_hit(points, centres):
    near = np.linalg.norm(points[:, None] - centres, axis=2) < 0.4
    return np.sum(near.any(axis=0))
""",
        "hint": "below 1 %",
    },
    {
        "exercise": "28.6",
        "mistake": "measures along the axes",
        "code": """
def gan_losses(real, fake):
    caught = tf.reduce_mean(tf.math.softplus(fake))
    real = tf.reduce_mean(tf.math.softplus(-real))
    return real + caught, tf.reduce_mean(tf.math.softplus(-fake))


def spots_hit(points, centres):
    near = np.abs(points[:, None] - centres).max(axis=2) < 0.4
    return np.sum(near.mean(axis=0) >= 0.01)
""",
        "hint": "0.42 from (2, 0)",
    },
]
