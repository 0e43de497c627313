"""Right answers to 28 Autoencoder, VAE, RBM and DBN, in other forms than the solution."""

RIGHT = [
    {
        "exercise": "28.1",
        "form": "a loop, a list",
        "code": """
def code_cost(m, log_var):
    costs = []
    for means, logs in zip(m, log_var):
        costs.append(sum((a * a + np.exp(b) - b - 1) / 2 for a, b in zip(means, logs)))
    return costs
""",
    },
    {
        "exercise": "28.1",
        "form": "by deviations, in float32",
        "code": """
def code_cost(m, log_var):
    m, s = np.float32(m), np.exp(np.float32(log_var) / 2)
    return np.sum(m**2 / 2 + s**2 / 2 - np.log(s) - 0.5, axis=-1)
""",
    },
    {
        "exercise": "28.1",
        "form": "in TensorFlow",
        "code": """
def code_cost(m, log_var):
    return -0.5 * tf.reduce_sum(1 + log_var - m**2 - tf.exp(log_var), axis=1)
""",
    },
    {
        "exercise": "28.2",
        "form": "an array",
        "code": """
def slopes_by_path(slope, m, log_var, eps):
    noise = np.exp(0.5 * log_var) * eps
    return np.mean([slope(m + noise), slope(m + noise) * noise / 2], axis=1)
""",
    },
    {
        "exercise": "28.2",
        "form": "by z - m, a list",
        "code": """
def slopes_by_path(slope, m, log_var, eps):
    z = m + np.sqrt(np.exp(log_var)) * eps
    d = slope(z)
    return [d.sum() / len(eps), 0.5 * (d @ (z - m)) / len(eps)]
""",
    },
    {
        "exercise": "28.2",
        "form": "draw by draw",
        "code": """
def slopes_by_path(slope, m, log_var, eps):
    by_m = by_l = 0.0
    s = np.exp(log_var) ** 0.5
    for e in eps:
        d = slope(m + s * e)
        by_m, by_l = by_m + d, by_l + d * s * e / 2
    return np.float32(by_m / len(eps)), np.float32(by_l / len(eps))
""",
    },
    {
        "exercise": "28.3",
        "form": "by a norm",
        "code": """
def vae_loss(x, copy, m, log_var, noise):
    fit = np.linalg.norm(x - copy, axis=1) ** 2 / noise
    fit = (fit + x.shape[1] * np.log(2 * np.pi * noise)) / 2
    return np.mean(fit) + 0.5 * np.mean(np.sum(m**2 + np.exp(log_var) - log_var - 1, 1))
""",
    },
    {
        "exercise": "28.3",
        "form": "image by image, without NumPy's axes",
        "code": """
def vae_loss(x, copy, m, log_var, noise):
    total = 0.0
    for i in range(len(x)):
        fit = sum((x[i] - copy[i]) ** 2 / (2 * noise) + np.log(2 * np.pi * noise) / 2)
        total += fit + sum(m[i] ** 2 + np.exp(log_var[i]) - log_var[i] - 1) / 2
    return total / len(x)
""",
    },
    {
        "exercise": "28.3",
        "form": "by SciPy, an array of one",
        "code": """
def vae_loss(x, copy, m, log_var, noise):
    from scipy.stats import norm
    fit = -norm.logpdf(x, loc=copy, scale=np.sqrt(noise)).sum()
    kl = -0.5 * (1 + log_var - m**2 - np.exp(log_var)).sum()
    return np.array((fit + kl) / len(x))
""",
    },
    {
        "exercise": "28.4",
        "form": "both sums by hand, a list",
        "code": """
def state_chances(W, b, c):
    weights = []
    for v in product((0, 1), repeat=len(b)):
        total = 0
        for h in product((0, 1), repeat=len(c)):
            total += np.exp(np.dot(b, v) + np.dot(c, h) + np.array(v) @ W @ np.array(h))
        weights.append(total)
    return [w / sum(weights) for w in weights]
""",
    },
    {
        "exercise": "28.4",
        "form": "by the free energy",
        "code": """
def state_chances(W, b, c):
    v = np.array(list(product((0, 1), repeat=len(b))), dtype="float32")
    minus_F = v @ b + np.logaddexp(0, v @ W + c).sum(axis=1)
    p = np.exp(minus_F - minus_F.max())
    return p / p.sum()
""",
    },
    {
        "exercise": "28.4",
        "form": "states by bits, a softmax",
        "code": """
def state_chances(W, b, c):
    from scipy.special import softmax
    n = len(b)
    v = (np.arange(2**n)[:, None] >> np.arange(n - 1, -1, -1)) & 1
    return softmax(v @ b + np.log1p(np.exp(v @ W + c)).sum(-1))
""",
    },
    {
        "exercise": "28.5",
        "form": "by names, transposed",
        "code": """
def dbn_write(lower, upper, top, rounds):
    W, b, c = upper
    round_ = 0
    while round_ < rounds:
        middle = draw(sigmoid((W @ top.T).T + b))
        top = draw(sigmoid(middle.dot(W) + c))
        round_ += 1
    W, b, _ = lower
    return 1 / (1 + np.exp(-(middle @ W.T + b)))
""",
    },
    {
        "exercise": "28.5",
        "form": "no top in the last round",
        "code": """
def dbn_write(lower, upper, top, rounds):
    middle = draw(sigmoid(top @ upper[0].T + upper[1]))
    for _ in range(rounds - 1):
        top = draw(sigmoid(middle @ upper[0] + upper[2]))
        middle = draw(sigmoid(top @ upper[0].T + upper[1]))
    return sigmoid(middle @ lower[0].T + lower[1])
""",
    },
    {
        "exercise": "28.5",
        "form": "two helpers, float32",
        "code": """
def dbn_write(lower, upper, top, rounds):
    def down(rbm, h):
        return sigmoid(np.einsum("nj,ij->ni", h, rbm[0]) + rbm[1])
    def up(rbm, v):
        return sigmoid(np.einsum("ni,ij->nj", v, rbm[0]) + rbm[2])
    for _ in range(rounds):
        middle = draw(down(upper, top))
        top = draw(up(upper, middle))
    return down(lower, middle).astype("float32")
""",
    },
    {
        "exercise": "28.6",
        "form": "by Keras' cross-entropy",
        "code": """
def gan_losses(real, fake):
    entropy = keras.losses.BinaryCrossentropy(from_logits=True)
    one, zero = tf.ones_like(fake), tf.zeros_like(fake)
    judge = entropy(tf.ones_like(real), real) + entropy(zero, fake)
    return judge, entropy(one, fake)


def spots_hit(points, centres):
    hit = 0
    for centre in centres:
        near = ((points - centre) ** 2).sum(axis=1) < 0.16
        hit += np.count_nonzero(near) >= 0.01 * len(points)
    return hit
""",
    },
    {
        "exercise": "28.6",
        "form": "by log-sigmoid, a list",
        "code": """
def gan_losses(real, fake):
    said = tf.math.log_sigmoid
    judge = -tf.reduce_mean(said(real)) - tf.reduce_mean(said(-fake))
    return [judge, -tf.reduce_mean(said(fake))]


def spots_hit(points, centres):
    d = np.sqrt(np.square(points[:, None, :] - centres[None]).sum(-1))
    return int((np.mean(d < 0.4, axis=0) >= 0.01).sum())
""",
    },
    {
        "exercise": "28.6",
        "form": "by keras.ops",
        "code": """
def gan_losses(real, fake):
    soft = keras.ops.softplus
    judge = keras.ops.mean(soft(-real)) + keras.ops.mean(soft(fake))
    return judge, keras.ops.mean(soft(fake) - fake)


def spots_hit(points, centres):
    from scipy.spatial.distance import cdist
    share = (cdist(points, centres) < 0.4).mean(0)
    return np.array(len(share[share >= 0.01]))
""",
    },
]
