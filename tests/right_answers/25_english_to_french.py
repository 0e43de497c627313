"""Right answers to 25 English to French, each written in another form than the solution."""

RIGHT = [
    {
        "exercise": "25.1",
        "form": "Python's random, tuples",
        "code": """
def split_by_english(lines, held, seed):
    import random

    known = list(dict.fromkeys(english for english, _ in lines))
    chosen = random.Random(seed).sample(known, held)
    train = tuple(line for line in lines if line[0] not in chosen)
    return train, tuple(line for line in lines if line[0] in chosen)
""",
    },
    {
        "exercise": "25.1",
        "form": "a permutation, one loop, lists of lists",
        "code": """
def split_by_english(lines, held, seed):
    distinct = np.unique([english for english, _ in lines])
    order = np.random.default_rng(seed).permutation(len(distinct))
    asked = {str(distinct[i]) for i in order[:held]}
    parts = [[], []]
    for english, french in lines:
        parts[english in asked].append([english, french])
    return parts
""",
    },
    {
        "exercise": "25.1",
        "form": "grouped first",
        "code": """
def split_by_english(lines, held, seed):
    numbers = {}
    for number, (english, _) in enumerate(lines):
        numbers.setdefault(english, []).append(number)
    groups = list(numbers.values())
    np.random.default_rng(seed).shuffle(groups)
    test = {number for group in groups[:held] for number in group}
    return (
        [line for number, line in enumerate(lines) if number not in test],
        [lines[number] for number in sorted(test)],
    )
""",
    },
    {
        "exercise": "25.2",
        "form": "lists and count",
        "code": """
def clipped_precision(found, references, n):
    def grams(tokens):
        return [tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1)]

    ours = grams(found)
    if not ours:
        return 0
    matched = 0
    for gram in set(ours):
        most = max(grams(reference).count(gram) for reference in references)
        matched += min(ours.count(gram), most)
    return matched / len(ours)
""",
    },
    {
        "exercise": "25.2",
        "form": "a dict of counts, a NumPy number",
        "code": """
def clipped_precision(found, references, n):
    def count(tokens):
        counts = {}
        for i in range(len(tokens) - n + 1):
            gram = " ".join(tokens[i : i + n])
            counts[gram] = counts.get(gram, 0) + 1
        return counts

    ours, theirs = count(found), [count(reference) for reference in references]
    if len(ours) == 0:
        return 0.0
    hits = [min(k, max(c.get(g, 0) for c in theirs)) for g, k in ours.items()]
    return np.float32(sum(hits)) / np.float32(sum(ours.values()))
""",
    },
    {
        "exercise": "25.2",
        "form": "matched n-grams struck off",
        "code": """
def clipped_precision(found, references, n):
    ours = [found[i : i + n] for i in range(len(found) + 1 - n)]
    most = Counter()
    for reference in references:
        most |= Counter(
            tuple(reference[i : i + n]) for i in range(len(reference) + 1 - n)
        )
    matched = 0
    for gram in map(tuple, ours):
        if most[gram] > 0:
            most[gram] -= 1
            matched += 1
    return matched / len(ours) if ours else 0.0
""",
    },
    {
        "exercise": "25.3",
        "form": "a loop, a list",
        "code": """
def greedy_step(logits, last):
    following = []
    for row, previous in zip(logits.tolist(), last.tolist()):
        if previous in (END, PAD):
            following.append(PAD)
        else:
            following.append(max(range(3, len(row)), key=lambda i: row[i]))
    return following
""",
    },
    {
        "exercise": "25.3",
        "form": "a slice, int32",
        "code": """
def greedy_step(logits, last):
    best = 3 + np.argmax(logits[:, 3:], axis=1)
    best[np.isin(last, [END, PAD])] = PAD
    return best.astype("int32")
""",
    },
    {
        "exercise": "25.3",
        "form": "TensorFlow, a tensor",
        "code": """
def greedy_step(logits, last):
    import tensorflow as tf

    closed = tf.cast(tf.range(logits.shape[1]) < 3, tf.float32) * 1e9
    best = tf.argmax(tf.cast(logits, tf.float32) - closed, axis=-1)
    return tf.where((last == END) | (last == PAD), tf.constant(PAD, tf.int64), best)
""",
    },
    {
        "exercise": "25.4",
        "form": "loops, lists",
        "code": """
def beam_step(scores, log_probs):
    ways = []
    for parent, score in enumerate(scores):
        for token, log_prob in enumerate(log_probs[parent]):
            ways.append((float(score + log_prob), parent, token))
    ways.sort(reverse=True)
    best = ways[: len(scores)]
    return [way[1] for way in best], [way[2] for way in best], [way[0] for way in best]
""",
    },
    {
        "exercise": "25.4",
        "form": "unravel_index, float32",
        "code": """
def beam_step(scores, log_probs):
    totals = np.float32(scores)[:, np.newaxis] + np.float32(log_probs)
    flat = np.argsort(totals, axis=None)[::-1][: len(totals)]
    parents, tokens = np.unravel_index(flat, totals.shape)
    return [parents, tokens, totals[parents, tokens]]
""",
    },
    {
        "exercise": "25.4",
        "form": "TensorFlow, tensors",
        "code": """
def beam_step(scores, log_probs):
    import tensorflow as tf

    k, vocabulary = log_probs.shape
    totals = tf.reshape(tf.constant(scores)[:, None] + log_probs, [-1])
    new, best = tf.math.top_k(totals, k)
    return best // vocabulary, best % vocabulary, new
""",
    },
    {
        "exercise": "25.5",
        "form": "a loop",
        "code": """
def choose(candidates, penalty):
    best, highest = None, -float("inf")
    for tokens, log_prob in candidates:
        score = log_prob / len(tokens) ** penalty
        if score > highest:
            best, highest = tokens, score
    return best
""",
    },
    {
        "exercise": "25.5",
        "form": "argmax, a tuple of tokens",
        "code": """
def choose(candidates, penalty):
    lengths = np.array([len(tokens) for tokens, _ in candidates], dtype="float32")
    log_probs = np.array([log_prob for _, log_prob in candidates], dtype="float32")
    return tuple(candidates[np.argmax(log_probs * lengths**-penalty)][0])
""",
    },
    {
        "exercise": "25.5",
        "form": "sorted",
        "code": """
def choose(candidates, penalty):
    ranked = sorted(candidates, key=lambda c: -c[1] / len(c[0]) ** penalty)
    tokens, _ = ranked[0]
    return [token for token in tokens]
""",
    },
    {
        "exercise": "25.6",
        "form": "any, and lists by tag",
        "code": """
def is_right(found, references):
    return any(tokenize(found) == tokenize(reference) for reference in references)


def error_rates(pairs, texts, least):
    errors = {}
    for pair, text in zip(pairs, texts):
        for tag in pair.tags:
            errors.setdefault(tag, []).append(not is_right(text, pair.references))
    rates = [(tag, sum(e) / len(e)) for tag, e in errors.items() if len(e) >= least]
    return dict(sorted(rates, key=lambda rate: rate[1], reverse=True))
""",
    },
    {
        "exercise": "25.6",
        "form": "joined tokens, NumPy shares",
        "code": """
def is_right(found, references):
    known = {" ".join(tokenize(reference)) for reference in references}
    return " ".join(tokenize(found)) in known


def error_rates(pairs, texts, least):
    wrong = np.array([not is_right(t, p.references) for p, t in zip(pairs, texts)])
    rates = {}
    for tag in {tag for pair in pairs for tag in pair.tags}:
        have = np.array([tag in pair.tags for pair in pairs])
        if have.sum() >= least:
            rates[tag] = np.mean(wrong[have])
    return {tag: rates[tag] for tag in sorted(rates, key=rates.get, reverse=True)}
""",
    },
    {
        "exercise": "25.6",
        "form": "pandas, float32",
        "code": """
def is_right(found, references):
    return np.any([list(tokenize(r)) == list(tokenize(found)) for r in references])


def error_rates(pairs, texts, least):
    import pandas as pd

    rows = [
        (tag, float(not is_right(text, pair.references)))
        for pair, text in zip(pairs, texts)
        for tag in pair.tags
    ]
    table = pd.DataFrame(rows, columns=["tag", "wrong"]).groupby("tag")["wrong"]
    rates = table.mean()[table.count() >= least].astype("float32")
    return rates.sort_values(ascending=False).to_dict()
""",
    },
]
