"""Right answers to 26 Real sentences, each written in another form than the solution."""

RIGHT = [
    {
        "exercise": "26.1",
        "form": "split and join",
        "code": r"""
def tidy(text):
    words = text.replace("\u200b", " ").split()
    return " ".join(words).replace("\u2019", "'")
""",
    },
    {
        "exercise": "26.1",
        "form": "letter by letter",
        "code": r"""
def tidy(text):
    kept = ""
    for letter in text:
        if letter.isspace() or letter == "\u200b":
            if kept and kept[-1] != " ":
                kept += " "
        else:
            kept += "'" if letter == "\u2019" else letter
    return kept.rstrip(" ")
""",
    },
    {
        "exercise": "26.1",
        "form": "str.translate",
        "code": r"""
def tidy(text):
    text = text.translate({0x200B: " ", 0x2019: "'", 0x202F: " ", 0xA0: " "})
    return re.sub(r"^\s+|\s+$", "", re.sub(r"\s+", " ", text))
""",
    },
    {
        "exercise": "26.2",
        "form": "NumPy's draw, lists",
        "code": """
def split(pairs, n_test, seed):
    keys = list(dict.fromkeys(english.lower() for english, _ in pairs))
    drawn = np.random.default_rng(seed).choice(len(keys), n_test, replace=False)
    train = [list(pair) for pair in pairs]
    test = []
    for key in (keys[i] for i in drawn):
        mine = [pair for pair in pairs if pair[0].lower() == key]
        test.append([mine[0][0], [french for _, french in mine]])
        train = [pair for pair in train if pair[0].lower() != key]
    return [train, test]
""",
    },
    {
        "exercise": "26.2",
        "form": "groups shuffled, tuples",
        "code": """
def split(pairs, n_test, seed):
    groups = {}
    for pair in pairs:
        groups.setdefault(pair[0].casefold(), []).append(pair)
    order = list(groups.values())
    random.Random(seed).shuffle(order)
    test = tuple((g[0][0], tuple(f for _, f in g)) for g in order[:n_test])
    return tuple(pair for g in order[n_test:] for pair in g), test
""",
    },
    {
        "exercise": "26.2",
        "form": "itertools.groupby",
        "code": """
def split(pairs, n_test, seed):
    def key(pair):
        return pair[0].lower()

    groups = [list(g) for _, g in itertools.groupby(sorted(pairs, key=key), key)]
    drawn = set(random.Random(seed).sample(range(len(groups)), n_test))
    train, test = [], []
    for number, group in enumerate(groups):
        if number not in drawn:
            train.extend(group)
            continue
        group = sorted(group, key=pairs.index)
        test.append((group[0][0], [french for _, french in group]))
    return train, test
""",
    },
    {
        "exercise": "26.3",
        "form": "a while loop, a list",
        "code": """
def merge_once(words):
    counts = {}
    for word, n in words.items():
        pieces = word.split(" ")
        for i in range(len(pieces) - 1):
            pair = (pieces[i], pieces[i + 1])
            counts[pair] = counts.get(pair, 0) + n
    best = sorted(counts, key=counts.get)[-1]
    new = {}
    for word, n in words.items():
        pieces, i = word.split(), 0
        while i < len(pieces) - 1:
            if (pieces[i], pieces[i + 1]) == best:
                pieces[i : i + 2] = ["".join(best)]
            i += 1
        new[" ".join(pieces)] = n
    return [list(best), new]
""",
    },
    {
        "exercise": "26.3",
        "form": "a regular expression",
        "code": r"""
def merge_once(words):
    counts = Counter()
    for word, n in words.items():
        for pair in zip(word.split(), word.split()[1:]):
            counts[pair] += n
    (best, _), *_ = counts.most_common(1)
    left, right = map(re.escape, best)
    pattern = re.compile(rf"(?<!\S){left} {right}(?!\S)")
    return best, {pattern.sub("".join(best), word): n for word, n in words.items()}
""",
    },
    {
        "exercise": "26.3",
        "form": "a Counter of the new words",
        "code": """
def merge_once(words):
    counts = Counter(
        pair
        for word, n in words.items()
        for pair in itertools.pairwise(word.split())
        for _ in range(n)
    )
    first, second = max(counts, key=lambda pair: counts[pair])

    def glue(pieces):
        if len(pieces) < 2:
            return pieces
        if pieces[:2] == [first, second]:
            return [first + second, *glue(pieces[2:])]
        return [pieces[0], *glue(pieces[1:])]

    new = Counter({" ".join(glue(word.split())): n for word, n in words.items()})
    return (first, second), new
""",
    },
    {
        "exercise": "26.4",
        "form": "loops",
        "code": """
def padding_share(lengths, boundaries):
    places = real = 0
    for length in lengths:
        places += min(b for b in boundaries if b >= length)
        real += length
    return (places - real) / places
""",
    },
    {
        "exercise": "26.4",
        "form": "fractions",
        "code": """
def padding_share(lengths, boundaries):
    from fractions import Fraction

    boxes = [next(b for b in sorted(boundaries) if b >= n) for n in lengths]
    padded = [int(box) - int(n) for box, n in zip(boxes, lengths)]
    return Fraction(sum(padded), sum(map(int, boxes)))
""",
    },
    {
        "exercise": "26.4",
        "form": "np.digitize, float32",
        "code": """
def padding_share(lengths, boundaries):
    edges = np.asarray(boundaries)
    boxes = edges[np.digitize(lengths, edges, right=True)]
    gaps = np.float32(np.sum(boxes - np.asarray(lengths)))
    return gaps / np.float32(np.sum(boxes))
""",
    },
    {
        "exercise": "26.4",
        "form": "bucket_by_length, an array of one number",
        "code": """
def padding_share(lengths, boundaries):
    groups = bucket_by_length([[1] * int(n) for n in lengths], list(boundaries))
    places = sum(len(rows) * edge for edge, rows in groups.items())
    return np.array(1 - sum(map(int, lengths)) / places)
""",
    },
    {
        "exercise": "26.5",
        "form": "lists and count, a list",
        "code": """
def matches(found, references, n):
    def ngrams(text):
        tokens = text.split()
        return [tokens[i : i + n] for i in range(len(tokens) - n + 1)]

    ours, matched, seen = ngrams(found), 0, []
    for gram in ours:
        if gram not in seen:
            seen.append(gram)
            most = max(ngrams(reference).count(gram) for reference in references)
            matched += min(most, ours.count(gram))
    return [matched, len(ours)]
""",
    },
    {
        "exercise": "26.5",
        "form": "an array",
        "code": """
def matches(found, references, n):
    def count(text):
        tokens = text.split()
        return Counter(tuple(tokens[i : i + n]) for i in range(len(tokens) + 1 - n))

    ours, theirs = count(found), [count(reference) for reference in references]
    hits = [min(k, max(c[gram] for c in theirs)) for gram, k in ours.items()]
    return np.array([sum(hits), sum(ours.values())])
""",
    },
    {
        "exercise": "26.5",
        "form": "sacrebleu counts",
        "code": """
def matches(found, references, n):
    if len(found.split()) < n:
        return 0, 0
    bleu = sacrebleu.BLEU(
        tokenize="none", smooth_method="none", max_ngram_order=n, effective_order=True
    )
    score = bleu.sentence_score(found, references)
    return score.counts[n - 1], score.totals[n - 1]
""",
    },
    {
        "exercise": "26.6",
        "form": "a dict, an array",
        "code": """
def unknown_rates(train, test, sizes):
    counts = {}
    for text in train:
        for token in text:
            counts[token] = counts.get(token, 0) + 1
    ranked = sorted(counts, key=counts.get, reverse=True)
    running = [token for text in test for token in text]
    return np.array([np.mean([t not in set(ranked[:n]) for t in running]) for n in sizes])
""",
    },
    {
        "exercise": "26.6",
        "form": "ranks, float32, a tuple",
        "code": """
def unknown_rates(train, test, sizes):
    common = Counter(token for text in train for token in text).most_common()
    rank = {token: place for place, (token, _) in enumerate(common)}
    places = np.array([rank.get(t, np.inf) for text in test for t in text])
    return tuple(np.float32(np.mean(places >= size)) for size in sizes)
""",
    },
    {
        "exercise": "26.6",
        "form": "counts of the test",
        "code": """
def unknown_rates(train, test, sizes):
    seen, asked = Counter(), Counter()
    for text in train:
        seen.update(text)
    for text in test:
        asked.update(text)
    rates = []
    for size in sizes:
        known = sum(asked[token] for token, _ in seen.most_common(size))
        rates.append((asked.total() - known) / asked.total())
    return rates
""",
    },
]
