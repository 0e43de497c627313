"""Plausible wrong answers to 25 English to French, each with the hint it must meet."""

WRONG = [
    {
        "exercise": "25.1",
        "mistake": "splits the lines instead of the sentences",
        "code": """
def split_by_english(lines, held, seed):
    order = np.random.default_rng(seed).permutation(len(lines))
    train = [lines[i] for i in sorted(order[held:])]
    return train, [lines[i] for i in sorted(order[:held])]
""",
        "hint": "draw sentences, not lines",
    },
    {
        "exercise": "25.1",
        "mistake": "keeps one French sentence for each English one",
        "code": """
def split_by_english(lines, held, seed):
    alone = list(dict(lines).items())
    order = np.random.default_rng(seed).permutation(len(alone))
    train = [alone[i] for i in sorted(order[held:])]
    return train, [alone[i] for i in sorted(order[:held])]
""",
        "hint": "hold each line once",
    },
    {
        "exercise": "25.1",
        "mistake": "takes the first sentences instead of drawing",
        "code": """
def split_by_english(lines, held, seed):
    chosen = set(sorted({english for english, _ in lines})[:held])
    train = [line for line in lines if line[0] not in chosen]
    return train, [line for line in lines if line[0] in chosen]
""",
        "hint": "draw at random, by the seed",
    },
    {
        "exercise": "25.1",
        "mistake": "draws with replacement",
        "code": """
def split_by_english(lines, held, seed):
    distinct = sorted({english for english, _ in lines})
    chosen = set(np.random.default_rng(seed).choice(distinct, held).tolist())
    train = [line for line in lines if line[0] not in chosen]
    return train, [line for line in lines if line[0] in chosen]
""",
        "hint": "without replacement",
    },
    {
        "exercise": "25.2",
        "mistake": "does not clip",
        "code": """
def clipped_precision(found, references, n):
    def grams(tokens):
        return list(zip(*(tokens[i:] for i in range(n))))

    known = {gram for reference in references for gram in grams(reference)}
    ours = grams(found)
    return sum(gram in known for gram in ours) / max(len(ours), 1)
""",
        "hint": "is not perfect",
    },
    {
        "exercise": "25.2",
        "mistake": "looks at the first reference alone",
        "code": """
def clipped_precision(found, references, n):
    ours, theirs = (
        Counter(zip(*(tokens[i:] for i in range(n))))
        for tokens in (found, references[0])
    )
    return (ours & theirs).total() / max(ours.total(), 1)
""",
        "hint": "look at all",
    },
    {
        "exercise": "25.2",
        "mistake": "adds the counts of the references",
        "code": """
def clipped_precision(found, references, n):
    def grams(tokens):
        return Counter(zip(*(tokens[i:] for i in range(n))))

    most = sum((grams(reference) for reference in references), Counter())
    ours = grams(found)
    return (ours & most).total() / max(ours.total(), 1)
""",
        "hint": "no reference has it more than twice",
    },
    {
        "exercise": "25.2",
        "mistake": "divides by the number of tokens",
        "code": """
def clipped_precision(found, references, n):
    def grams(tokens):
        return Counter(zip(*(tokens[i:] for i in range(n))))

    most = Counter()
    for reference in references:
        most |= grams(reference)
    return (grams(found) & most).total() / len(found)
""",
        "hint": "3/4",
    },
    {
        "exercise": "25.3",
        "mistake": "goes on after the end",
        "code": """
def greedy_step(logits, last):
    logits = logits.copy()
    logits[:, [PAD, UNKNOWN, START]] = -np.inf
    return logits.argmax(axis=-1)
""",
        "hint": "row 0 has ended",
    },
    {
        "exercise": "25.3",
        "mistake": "wakes up rows that are padding",
        "code": """
def greedy_step(logits, last):
    logits = logits.copy()
    logits[:, [PAD, UNKNOWN, START]] = -np.inf
    return np.where(last == END, PAD, logits.argmax(axis=-1))
""",
        "hint": "stays padding",
    },
    {
        "exercise": "25.3",
        "mistake": "closes tokens with 0, which may be the largest logit",
        "code": """
def greedy_step(logits, last):
    logits = logits.copy()
    logits[:, [PAD, UNKNOWN, START]] = 0
    done = (last == END) | (last == PAD)
    return np.where(done, PAD, logits.argmax(axis=-1))
""",
        "hint": "0 closes nothing",
    },
    {
        "exercise": "25.3",
        "mistake": "changes the logits it was given",
        "code": """
def greedy_step(logits, last):
    logits[:, [PAD, UNKNOWN, START]] = -np.inf
    done = (last == END) | (last == PAD)
    return np.where(done, PAD, logits.argmax(axis=-1))
""",
        "hint": "logits were changed",
    },
    {
        "exercise": "25.4",
        "mistake": "forgets the scores so far",
        "code": """
def beam_step(scores, log_probs):
    flat = log_probs.ravel()
    best = np.argsort(-flat)[: len(scores)]
    parents, tokens = np.divmod(best, log_probs.shape[1])
    return parents, tokens, flat[best]
""",
        "hint": "add the scores so far",
    },
    {
        "exercise": "25.4",
        "mistake": "keeps the best token of each beginning",
        "code": """
def beam_step(scores, log_probs):
    tokens = log_probs.argmax(axis=1)
    totals = scores + log_probs.max(axis=1)
    order = np.argsort(-totals)
    return order, tokens[order], totals[order]
""",
        "hint": "may come from one parent",
    },
    {
        "exercise": "25.4",
        "mistake": "divides by the number of beginnings",
        "code": """
def beam_step(scores, log_probs):
    totals = (scores[:, None] + log_probs).ravel()
    best = np.argsort(-totals)[: len(scores)]
    parents, tokens = np.divmod(best, len(scores))
    return parents, tokens, totals[best]
""",
        "hint": "parent * vocabulary + token",
    },
    {
        "exercise": "25.5",
        "mistake": "ignores the penalty",
        "code": """
def choose(candidates, penalty):
    return max(candidates, key=lambda c: c[1] / len(c[0]))[0]
""",
        "hint": "divides by 1",
    },
    {
        "exercise": "25.5",
        "mistake": "multiplies instead of dividing",
        "code": """
def choose(candidates, penalty):
    return max(candidates, key=lambda c: c[1] * len(c[0]) ** penalty)[0]
""",
        "hint": "divide, and take the largest",
    },
    {
        "exercise": "25.5",
        "mistake": "multiplies the length by the penalty",
        "code": """
def choose(candidates, penalty):
    return max(candidates, key=lambda c: c[1] / (len(c[0]) * penalty or 1))[0]
""",
        "hint": "power of the length",
    },
    {
        "exercise": "25.6",
        "mistake": "compares with the first reference alone",
        "code": """
def is_right(found, references):
    return tokenize(found) == tokenize(references[0])


def error_rates(pairs, texts, least):
    return {}
""",
        "hint": "any reference counts",
    },
    {
        "exercise": "25.6",
        "mistake": "takes a part of a sentence for the whole",
        "code": """
def is_right(found, references):
    return any(found.lower() in text.lower() for text in references)


def error_rates(pairs, texts, least):
    return {}
""",
        "hint": "compare whole sentences",
    },
    {
        "exercise": "25.6",
        "mistake": "divides by all pairs",
        "code": """
def is_right(found, references):
    return tokenize(found) in [tokenize(text) for text in references]


def error_rates(pairs, texts, least):
    tags = {tag for pair in pairs for tag in pair.tags}
    rates = {}
    for tag in tags:
        have = [i for i, pair in enumerate(pairs) if tag in pair.tags]
        wrong = [i for i in have if not is_right(texts[i], pairs[i].references)]
        if len(have) >= least:
            rates[tag] = len(wrong) / len(pairs)
    return dict(sorted(rates.items(), key=lambda row: -row[1]))
""",
        "hint": "divide by the pairs",
    },
    {
        "exercise": "25.6",
        "mistake": "leaves out tags without errors",
        "code": """
def is_right(found, references):
    return tokenize(found) in [tokenize(text) for text in references]


def error_rates(pairs, texts, least):
    asked = Counter(tag for pair in pairs for tag in pair.tags)
    wrong = Counter(
        tag
        for pair, text in zip(pairs, texts)
        if not is_right(text, pair.references)
        for tag in pair.tags
    )
    rates = {tag: n / asked[tag] for tag, n in wrong.items() if asked[tag] >= least}
    return dict(sorted(rates.items(), key=lambda row: -row[1]))
""",
        "hint": "has the share 0",
    },
]
