"""Plausible wrong answers to 29 One task, five models, each with the hint it must meet."""

WRONG = [
    {
        "exercise": "29.1",
        "mistake": "forgets the biases of the hidden layer",
        "code": """
def equal_units(budget, n, c, answers):
    units = range(1, budget + 2)
    mlp = min(units, key=lambda u: abs(n * c * u + (u + 1) * answers - budget))
    lstm = min(units, key=lambda u: abs(4 * u * (c + u + 1) + (u + 1) * answers - budget))
    return mlp, lstm
""",
        "hint": "every unit has a bias as well",
    },
    {
        "exercise": "29.1",
        "mistake": "forgets the LSTM's biases",
        "code": """
def equal_units(budget, n, c, answers):
    units = range(1, budget + 2)
    mlp = min(units, key=lambda u: abs((n * c + 1) * u + (u + 1) * answers - budget))
    lstm = min(units, key=lambda u: abs(4 * u * (c + u) + (u + 1) * answers - budget))
    return mlp, lstm
""",
        "hint": "each of the four maps has biases, too",
    },
    {
        "exercise": "29.1",
        "mistake": "takes the largest that fits into the budget",
        "code": """
def equal_units(budget, n, c, answers):
    mlp = lstm = 1
    while (n * c + 1) * (mlp + 1) + (mlp + 2) * answers <= budget:
        mlp += 1
    while 4 * (lstm + 1) * (c + lstm + 2) + (lstm + 2) * answers <= budget:
        lstm += 1
    return mlp, lstm
""",
        "hint": "nearer to 100 than 3 units' 76",
    },
    {
        "exercise": "29.1",
        "mistake": "gives the LSTM one map instead of four",
        "code": """
def equal_units(budget, n, c, answers):
    units = range(1, budget + 2)
    mlp = min(units, key=lambda u: abs((n * c + 1) * u + (u + 1) * answers - budget))
    lstm = min(units, key=lambda u: abs(u * (c + u + 1) + (u + 1) * answers - budget))
    return mlp, lstm
""",
        "hint": "four maps",
    },
    {
        "exercise": "29.1",
        "mistake": "lets the MLP see one place",
        "code": """
def equal_units(budget, n, c, answers):
    units = range(1, budget + 2)
    mlp = min(units, key=lambda u: abs((c + 1) * u + (u + 1) * answers - budget))
    lstm = min(units, key=lambda u: abs(4 * u * (c + u + 1) + (u + 1) * answers - budget))
    return mlp, lstm
""",
        "hint": "6 inputs and a bias each",
    },
    {
        "exercise": "29.2",
        "mistake": "stops after one ring",
        "code": """
def steps_to_all(heard, start):
    found = {start: 0}
    for node in heard.get(start, []):
        found[node] = 1
    return found
""",
        "hint": "search until a ring is empty",
    },
    {
        "exercise": "29.2",
        "mistake": "lets a later ring overwrite",
        "code": """
def steps_to_all(heard, start):
    ring, found, steps = {start}, {}, 0
    while ring and steps < 50:
        for node in ring:
            found[node] = steps
        ring = {b for a in ring for b in heard.get(a, [])}
        steps += 1
    return found
""",
        "hint": "keeps its first number",
    },
    {
        "exercise": "29.2",
        "mistake": "counts from 1",
        "code": """
def steps_to_all(heard, start):
    ring, found, steps = {start}, {}, 1
    while ring:
        for node in ring:
            found[node] = steps
        ring = {b for a in ring for b in heard.get(a, [])} - set(found)
        steps += 1
    return found
""",
        "hint": "the start itself is 0 steps away",
    },
    {
        "exercise": "29.3",
        "mistake": "mends the sign, not the tie with itself",
        "code": """
def front(right, numbers, ms):
    points = np.column_stack([-np.asarray(right), numbers, ms])
    return [i for i, p in enumerate(points) if not any((q <= p).all() for q in points)]
""",
        "hint": "does a point dominate itself?",
    },
    {
        "exercise": "29.3",
        "mistake": "mends the tie, not the sign",
        "code": """
def front(right, numbers, ms):
    points = np.column_stack([right, numbers, ms])
    kept = []
    for i, p in enumerate(points):
        if not any((q <= p).all() and (q < p).any() for q in points):
            kept.append(i)
    return kept
""",
        "hint": "`right` is to be large",
    },
    {
        "exercise": "29.3",
        "mistake": "leaves out itself alone, so that equal models throw each other out",
        "code": """
def front(right, numbers, ms):
    points = np.column_stack([-np.asarray(right), numbers, ms])
    kept = []
    for i, p in enumerate(points):
        if not any((q <= p).all() for j, q in enumerate(points) if j != i):
            kept.append(i)
    return kept
""",
        "hint": "the equal ones do not dominate each other",
    },
    {
        "exercise": "29.3",
        "mistake": "asks for better in every aim",
        "code": """
def front(right, numbers, ms):
    points = np.column_stack([-np.asarray(right), numbers, ms])
    return [i for i, p in enumerate(points) if not any((q < p).all() for q in points)]
""",
        "hint": "better in one aim",
    },
    {
        "exercise": "29.4",
        "mistake": "takes each model's best record",
        "code": """
def fair(runs):
    table = {}
    for model in {m for m, *_ in runs}:
        best = max(r for m, _, _, r in runs if m == model)
        table[model] = best, best, best
    return table
""",
        "hint": "compare at 100",
    },
    {
        "exercise": "29.4",
        "mistake": "forgets to share the seeds",
        "code": """
def fair(runs):
    models = {m for m, *_ in runs}
    most = max(set.intersection(*[{s for m, _, s, _ in runs if m == k} for k in models]))
    table = {}
    for k in models:
        own = [r for m, _, s, r in runs if m == k and s == most]
        table[k] = sum(own) / len(own), min(own), max(own)
    return table
""",
        "hint": "both have seed 0 alone at 100 steps",
    },
    {
        "exercise": "29.4",
        "mistake": "takes the smallest shared number of steps",
        "code": """
def fair(runs):
    models = {m for m, *_ in runs}
    least = min(set.intersection(*[{s for m, _, s, _ in runs if m == k} for k in models]))
    runs = [r for r in runs if r[2] == least]
    seeds = set.intersection(*[{d for m, d, _, _ in runs if m == k} for k in models])
    table = {}
    for k in models:
        own = [r for m, d, _, r in runs if m == k and d in seeds]
        table[k] = sum(own) / len(own), min(own), max(own)
    return table
""",
        "hint": "the largest that both have",
    },
    {
        "exercise": "29.5",
        "mistake": "counts heads",
        "code": """
def states(rule, alphabets, cut):
    return len(list(product(*alphabets[:cut])))


kept = 16, 8
""",
        "hint": "count lists of answers, not heads",
    },
    {
        "exercise": "29.5",
        "mistake": "counts answers",
        "code": """
def states(rule, alphabets, cut):
    return len({rule(s) for s in product(*alphabets)})


kept = 4, 4
""",
        "hint": "the first may be forgotten",
    },
    {
        "exercise": "29.5",
        "mistake": "uses up the tails with the first head",
        "code": """
def states(rule, alphabets, cut):
    tails, tables = product(*alphabets[cut:]), set()
    for head in product(*alphabets[:cut]):
        tables.add(tuple(rule(head + tail) for tail in tails))
    return len(tables)


kept = 16, 5
""",
        "hint": "keep the tails in a list",
    },
    {
        "exercise": "29.5",
        "mistake": "adds where the facts must be kept together",
        "code": """
def states(rule, alphabets, cut):
    tails = list(product(*alphabets[cut:]))
    heads = product(*alphabets[:cut])
    return len({tuple(rule(head + tail) for tail in tails) for head in heads})


kept = 8, 5
""",
        "hint": "all 4 times 4 pairs",
    },
    {
        "exercise": "29.5",
        "mistake": "keeps the question beside both shelves",
        "code": """
def states(rule, alphabets, cut):
    tails = list(product(*alphabets[cut:]))
    heads = product(*alphabets[:cut])
    return len({tuple(rule(head + tail) for tail in tails) for head in heads})


kept = 16, 8
""",
        "hint": "asked for Ben, nothing yet (1)",
    },
    {
        "exercise": "29.6",
        "mistake": "erases in x itself",
        "code": """
def blame(model, x):
    p = model(x)
    said, falls = p.argmax(axis=1), []
    for i in range(x.shape[1]):
        x[:, i] = 0
        falls.append((p - model(x))[range(len(x)), said])
    return np.argmax(falls, axis=0)
""",
        "hint": "erase in a copy",
    },
    {
        "exercise": "29.6",
        "mistake": "takes any change, not a fall",
        "code": """
def blame(model, x):
    p = model(x)
    said, falls = p.argmax(axis=1), []
    for i in range(x.shape[1]):
        less = x.copy()
        less[:, i] = 0
        falls.append(np.abs(p - model(less))[range(len(x)), said])
    return np.argmax(falls, axis=0)
""",
        "hint": "*raises* it",
    },
    {
        "exercise": "29.6",
        "mistake": "follows the largest chance after the erasing",
        "code": """
def blame(model, x):
    p, falls = model(x), []
    for i in range(x.shape[1]):
        less = x.copy()
        less[:, i] = 0
        falls.append(p.max(axis=1) - model(less).max(axis=1))
    return np.argmax(falls, axis=0)
""",
        "hint": "rests on",
    },
]
