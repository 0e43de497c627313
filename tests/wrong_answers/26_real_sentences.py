"""Plausible wrong answers to 26 Real sentences, each with the hint it must meet."""

WRONG = [
    {
        "exercise": "26.1",
        "mistake": "takes the special spaces away instead of replacing them",
        "code": """
def tidy(text):
    text = re.sub("[\\u202f\\u00a0\\u2009\\u200b]", "", text)
    return " ".join(text.split()).replace("\\u2019", "'")
""",
        "hint": "it stays a space",
    },
    {
        "exercise": "26.1",
        "mistake": "knows the no-break spaces only",
        "code": """
def tidy(text):
    text = text.replace("\\u202f", " ").replace("\\u00a0", " ").replace("\\u200b", " ")
    return re.sub(" +", " ", text).strip().replace("\\u2019", "'")
""",
        "hint": "U+2009 is a space, too",
    },
    {
        "exercise": "26.1",
        "mistake": "trusts split() with the space of no width",
        "code": """
def tidy(text):
    return " ".join(text.split()).replace("\\u2019", "'")
""",
        "hint": "U+200B counts as a space",
    },
    {
        "exercise": "26.1",
        "mistake": "forgets the apostrophe",
        "code": """
def tidy(text):
    return re.sub("[\\\\s\\u200b]+", " ", text).strip()
""",
        "hint": "U+2019 becomes a straight",
    },
    {
        "exercise": "26.2",
        "mistake": "draws pairs",
        "code": """
def split(pairs, n_test, seed):
    drawn = random.Random(seed).sample(pairs, n_test)
    test = [(english, [french]) for english, french in drawn]
    return [pair for pair in pairs if pair not in drawn], test
""",
        "hint": "a leak",
    },
    {
        "exercise": "26.2",
        "mistake": "takes another case for another sentence",
        "code": """
def split(pairs, n_test, seed):
    groups = {}
    for english, french in pairs:
        groups.setdefault(english, []).append(french)
    drawn = random.Random(seed).sample(sorted(groups), n_test)
    test = [(english, groups[english]) for english in drawn]
    return [pair for pair in pairs if pair[0] not in drawn], test
""",
        "hint": "a leak",
    },
    {
        "exercise": "26.2",
        "mistake": "keeps one reference",
        "code": """
def split(pairs, n_test, seed):
    groups = {}
    for english, french in pairs:
        groups.setdefault(english.lower(), []).append((english, french))
    drawn = random.Random(seed).sample(sorted(groups), n_test)
    test = [(groups[key][0][0], [groups[key][0][1]]) for key in drawn]
    return [pair for pair in pairs if pair[0].lower() not in drawn], test
""",
        "hint": "references, all of which count",
    },
    {
        "exercise": "26.2",
        "mistake": "shuffles the caller's list",
        "code": """
def split(pairs, n_test, seed):
    random.Random(seed).shuffle(pairs)
    groups = {}
    for english, french in pairs:
        groups.setdefault(english.lower(), []).append((english, french))
    drawn = list(groups)[:n_test]
    test = [(groups[key][0][0], [french for _, french in groups[key]]) for key in drawn]
    return [pair for pair in pairs if pair[0].lower() not in drawn], test
""",
        "hint": "pairs was changed",
    },
    {
        "exercise": "26.3",
        "mistake": "counts each word once",
        "code": """
def merge_once(words):
    counts = Counter(pair for word in words for pair in itertools.pairwise(word.split()))
    best = max(counts, key=counts.get)
    new = {}
    for word, n in words.items():
        pieces = []
        for piece in word.split():
            if pieces and (pieces[-1], piece) == best:
                pieces[-1] += piece
            else:
                pieces.append(piece)
        new[" ".join(pieces)] = n
    return best, new
""",
        "hint": "counts as often as its count says",
    },
    {
        "exercise": "26.3",
        "mistake": "replaces text instead of pieces",
        "code": """
def merge_once(words):
    counts = Counter()
    for word, n in words.items():
        for pair in itertools.pairwise(word.split()):
            counts[pair] += n
    best = max(counts, key=counts.get)
    return best, {word.replace(" ".join(best), "".join(best)): n for word, n in words.items()}
""",
        "hint": "compare whole pieces",
    },
    {
        "exercise": "26.3",
        "mistake": "glues the first place of each word only",
        "code": """
def merge_once(words):
    counts = Counter()
    for word, n in words.items():
        for pair in itertools.pairwise(word.split()):
            counts[pair] += n
    best = max(counts, key=counts.get)
    new = {}
    for word, n in words.items():
        pieces = word.split()
        for i, pair in enumerate(itertools.pairwise(pieces)):
            if pair == best:
                pieces[i : i + 2] = ["".join(best)]
                break
        new[" ".join(pieces)] = n
    return best, new
""",
        "hint": "glue from the left",
    },
    {
        "exercise": "26.4",
        "mistake": "pads to the longest sentence of the bucket",
        "code": """
def padding_share(lengths, boundaries):
    lengths = np.asarray(lengths)
    group = np.searchsorted(boundaries, lengths)
    places = sum((group == g).sum() * lengths[group == g].max() for g in set(group))
    return 1 - lengths.sum() / places
""",
        "hint": "pad to the boundary",
    },
    {
        "exercise": "26.4",
        "mistake": "leaves no room for a sentence as long as its boundary",
        "code": """
def padding_share(lengths, boundaries):
    boundaries = np.append(boundaries, 2 * boundaries[-1])
    boxes = boundaries[np.searchsorted(boundaries, lengths, side="right")]
    return 1 - np.sum(lengths) / boxes.sum()
""",
        "hint": "fits exactly",
    },
    {
        "exercise": "26.4",
        "mistake": "takes the mean of the sentences' shares",
        "code": """
def padding_share(lengths, boundaries):
    boundaries = np.asarray(boundaries)
    boxes = boundaries[np.searchsorted(boundaries, lengths)]
    return np.mean(1 - np.asarray(lengths) / boxes)
""",
        "hint": "Divide sums",
    },
    {
        "exercise": "26.5",
        "mistake": "adds the counts of all references",
        "code": """
def matches(found, references, n):
    def ngrams(text):
        tokens = text.split()
        return Counter(zip(*[tokens[i:] for i in range(n)]))
    allowed = sum(map(ngrams, references), Counter())
    return (ngrams(found) & allowed).total(), ngrams(found).total()
""",
        "hint": "take the larger",
    },
    {
        "exercise": "26.5",
        "mistake": "reads the first reference only",
        "code": """
def matches(found, references, n):
    def ngrams(text):
        tokens = text.split()
        return Counter(zip(*[tokens[i:] for i in range(n)]))
    return (ngrams(found) & ngrams(references[0])).total(), ngrams(found).total()
""",
        "hint": "the first reference only",
    },
    {
        "exercise": "26.5",
        "mistake": "takes the best single reference",
        "code": """
def matches(found, references, n):
    def ngrams(text):
        tokens = text.split()
        return Counter(zip(*[tokens[i:] for i in range(n)]))
    own = ngrams(found)
    return max((own & ngrams(text)).total() for text in references), own.total()
""",
        "hint": "not the best reference as a whole",
    },
    {
        "exercise": "26.6",
        "mistake": "counts distinct words of the test",
        "code": """
def unknown_rates(train, test, sizes):
    ranked = Counter(itertools.chain(*train)).most_common()
    words = set(itertools.chain(*test))
    return [len(words - {w for w, _ in ranked[:size]}) / len(words) for size in sizes]
""",
        "hint": "count running words",
    },
    {
        "exercise": "26.6",
        "mistake": "lets the test into the vocabulary",
        "code": """
def unknown_rates(train, test, sizes):
    ranked = Counter(itertools.chain(*train, *test)).most_common()
    running = list(itertools.chain(*test))
    kept = [{w for w, _ in ranked[:size]} for size in sizes]
    return [sum(w not in words for w in running) / len(running) for words in kept]
""",
        "hint": "comes from train alone",
    },
    {
        "exercise": "26.6",
        "mistake": "keeps the first words instead of the most frequent",
        "code": """
def unknown_rates(train, test, sizes):
    ranked = list(dict.fromkeys(itertools.chain(*train)))
    running = list(itertools.chain(*test))
    return [sum(w not in ranked[:size] for w in running) / len(running) for size in sizes]
""",
        "hint": "sort by count",
    },
]
