"""Right answers to 29 One task, five models, each in another form than the solution."""

RIGHT = [
    {
        "exercise": "29.1",
        "form": "arrays and argmin",
        "code": """
def equal_units(budget, n, c, answers):
    u = np.arange(1, budget + 2)
    mlp = n * c * u + u + u * answers + answers
    lstm = 4 * (c * u + u**2 + u) + u * answers + answers
    return [1 + np.argmin(abs(count - budget)) for count in (mlp, lstm)]
""",
    },
    {
        "exercise": "29.1",
        "form": "a loop that stops when it gets worse, float32",
        "code": """
def equal_units(budget, n, c, answers):
    def search(count):
        u = 1
        while abs(count(u + 1) - budget) < abs(count(u) - budget):
            u += 1
        return u

    mlp = search(lambda u: (n * c + 1) * u + (u + 1) * answers)
    lstm = search(lambda u: 4 * (c + u + 1) * u + (u + 1) * answers)
    return np.array([mlp, lstm], dtype="float32")
""",
    },
    {
        "exercise": "29.1",
        "form": "sums over shapes, sorted",
        "code": """
def equal_units(budget, n, c, answers):
    pair = []
    for kind in ("mlp", "lstm"):
        tries = []
        for u in range(1, budget + 2):
            inner = (n * c, u) if kind == "mlp" else (c + u, 4 * u)
            total = sum((i + 1) * o for i, o in (inner, (u, answers)))
            tries.append((abs(total - budget), u))
        pair.append(sorted(tries)[0][1])
    return tuple(pair)
""",
    },
    {
        "exercise": "29.2",
        "form": "a queue",
        "code": """
from collections import deque


def steps_to_all(heard, start):
    found, queue = {start: 0}, deque([start])
    while queue:
        node = queue.popleft()
        for other in heard.get(node, []):
            if other not in found:
                found[other] = found[node] + 1
                queue.append(other)
    return found
""",
    },
    {
        "exercise": "29.2",
        "form": "relaxes until nothing changes, floats",
        "code": """
def steps_to_all(heard, start):
    found, changed = {start: 0.0}, True
    while changed:
        changed = False
        for a, others in heard.items():
            for b in others:
                if a in found and found.get(b, np.inf) > found[a] + 1:
                    found[b], changed = found[a] + 1, True
    return found
""",
    },
    {
        "exercise": "29.2",
        "form": "lists for rings, recursion",
        "code": """
def steps_to_all(heard, start):
    def spread(ring, steps, found):
        if not ring:
            return found
        found |= dict.fromkeys(ring, steps)
        coming = [b for a in ring for b in heard.get(a, []) if b not in found]
        return spread(coming, steps + 1, found)

    return spread([start], 0, {})
""",
    },
    {
        "exercise": "29.3",
        "form": "one broadcast, an array",
        "code": """
def front(right, numbers, ms):
    p = np.stack([100.0 - np.asarray(right), numbers, ms], axis=1)
    better = (p[:, None] <= p).all(axis=2) & (p[:, None] < p).any(axis=2)
    return np.flatnonzero(~better.any(axis=0))
""",
    },
    {
        "exercise": "29.3",
        "form": "plain comparisons",
        "code": """
def front(right, numbers, ms):
    models = list(zip(right, numbers, ms))
    kept = ()
    for i, (a, b, c) in enumerate(models):
        for other in models:
            x, y, z = other
            if x >= a and y <= b and z <= c and other != (a, b, c):
                break
        else:
            kept += (i,)
    return kept
""",
    },
    {
        "exercise": "29.3",
        "form": "different, and nowhere worse",
        "code": """
def front(right, numbers, ms):
    points = np.column_stack([right, -np.asarray(numbers), -np.asarray(ms)])
    kept = []
    for i, p in enumerate(points):
        others = points[(points != p).any(axis=1)]
        if not (others >= p).all(axis=1).any():
            kept.append(i)
    return np.array(kept, dtype="float32")
""",
    },
    {
        "exercise": "29.4",
        "form": "a dictionary of records",
        "code": """
def fair(runs):
    scores = {(m, seed, steps): right for m, seed, steps, right in runs}
    models = sorted({m for m, _, _ in scores})
    have = lambda m: {steps for k, _, steps in scores if k == m}
    steps = max(s for s in have(models[0]) if all(s in have(m) for m in models))
    seeds = {seed for _, seed, _ in scores}
    seeds = [d for d in seeds if all((m, d, steps) in scores for m in models)]
    table = {}
    for m in models:
        own = np.array([scores[m, d, steps] for d in seeds])
        table[m] = [own.mean(), own.min(), own.max()]
    return table
""",
    },
    {
        "exercise": "29.4",
        "form": "pandas",
        "code": """
import pandas as pd


def fair(runs):
    table = pd.DataFrame(runs, columns=["model", "seed", "steps", "right"])
    n = table["model"].nunique()
    per = table.groupby("steps")["model"].nunique()
    table = table[table["steps"] == per[per == n].index.max()]
    per = table.groupby("seed")["model"].nunique()
    table = table[table["seed"].isin(per[per == n].index)]
    found = table.groupby("model")["right"].agg(["mean", "min", "max"])
    return {model: tuple(row) for model, row in zip(found.index, found.to_numpy())}
""",
    },
    {
        "exercise": "29.4",
        "form": "counting, float32 arrays",
        "code": """
from collections import Counter


def fair(runs):
    models = {r[0] for r in runs}
    steps = Counter(s for _, s in {(r[0], r[2]) for r in runs})
    most = max(s for s, times in steps.items() if times == len(models))
    seeds = Counter(r[1] for r in runs if r[2] == most)
    own = {m: [] for m in models}
    for m, seed, s, right in runs:
        if s == most and seeds[seed] == len(models):
            own[m].append(right)
    return {m: np.array([np.mean(v), min(v), max(v)], "float32") for m, v in own.items()}
""",
    },
    {
        "exercise": "29.5",
        "form": "loops and a list",
        "code": """
def states(rule, alphabets, cut):
    tables = []
    for head in product(*alphabets[:cut]):
        table = []
        for tail in product(*alphabets[cut:]):
            table.append(rule((*head, *tail)))
        if table not in tables:
            tables.append(table)
    return len(tables)


kept = [16, 5]
""",
    },
    {
        "exercise": "29.5",
        "form": "one walk over all sequences",
        "code": """
def states(rule, alphabets, cut):
    answers = {}
    for s in product(*alphabets):
        answers.setdefault(s[:cut], []).append(rule(s))
    return len(set(map(tuple, answers.values())))


kept = np.array([16.0, 5.0])
""",
    },
    {
        "exercise": "29.5",
        "form": "compares head with head",
        "code": """
def states(rule, alphabets, cut):
    heads, tails = (list(product(*part)) for part in (alphabets[:cut], alphabets[cut:]))
    new = 0
    for i, head in enumerate(heads):
        new += not any(
            all(rule(head + t) == rule(other + t) for t in tails) for other in heads[:i]
        )
    return new


kept = (4 * 4, 4 + 1)
""",
    },
    {
        "exercise": "29.6",
        "form": "sample by sample, a list",
        "code": """
def blame(model, x):
    places = []
    for sample in x:
        said = model(sample[None])[0].argmax()
        left = []
        for i in range(len(sample)):
            less = np.array(sample)
            less[i] = 0.0
            left.append(model(less[None])[0, said])
        places.append(int(np.argmin(left)))
    return places
""",
    },
    {
        "exercise": "29.6",
        "form": "a mask for all places at once",
        "code": """
def blame(model, x):
    n, places, features = x.shape
    erased = x[:, None] * (1 - np.eye(places))[None, :, :, None]
    p = model(erased.reshape(-1, places, features)).reshape(n, places, -1)
    said = np.argmax(model(x), axis=1)
    return np.take_along_axis(p, said[:, None, None], axis=2)[..., 0].argmin(axis=1)
""",
    },
    {
        "exercise": "29.6",
        "form": "one-hot answers, where, floats",
        "code": """
def blame(model, x):
    p = np.asarray(model(x))
    chosen = np.eye(p.shape[1])[np.argmax(p, axis=1)]
    places = np.arange(x.shape[1])[:, None]
    left = [(model(np.where(places == i, 0.0, x)) * chosen).sum(axis=1) for i in range(len(places))]
    return np.argmin(np.stack(left, axis=1), axis=1).astype("float32")
""",
    },
]
