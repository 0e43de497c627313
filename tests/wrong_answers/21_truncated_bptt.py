"""Plausible wrong answers to 21 BPTT and truncated BPTT, each with the hint it must meet."""

WRONG = [
    {
        "exercise": "21.1",
        "mistake": "goes back beyond the start of the sequence",
        "code": """
def cost(n, k1, k2):
    return n // k1, n // k1 * k2
""",
        "hint": "cannot go back 6",
    },
    {
        "exercise": "21.1",
        "mistake": "one update per k2 steps",
        "code": """
def cost(n, k1, k2):
    ends = range(k2, n + 1, k2)
    return len(ends), sum(min(end, k2) for end in ends)
""",
        "hint": "cannot go back 6",
    },
    {
        "exercise": "21.1",
        "mistake": "forgets the last update",
        "code": """
def cost(n, k1, k2):
    ends = range(k1, n, k1)
    return len(ends), sum(min(end, k2) for end in ends)
""",
        "hint": "an update every 4: 3 updates",
    },
    {
        "exercise": "21.1",
        "mistake": "counts the steps of windows only, and returns a list",
        "code": """
def cost(n, k1, k2):
    return [n // k1, n]
""",
        "hint": "cannot go back 6",
    },
    {
        "exercise": "21.2",
        "mistake": "counts k2 from the error's own step",
        "code": """
def reaches(i, s, k1, k2):
    return i - k2 < s <= i
""",
        "hint": "input 3 lies in the window before",
    },
    {
        "exercise": "21.2",
        "mistake": "forgets that an error reaches no later input",
        "code": """
def reaches(i, s, k1, k2):
    end = (i // k1 + 1) * k1
    return end - k2 <= s < end
""",
        "hint": "never reaches a later input",
    },
    {
        "exercise": "21.2",
        "mistake": "thinks that a step's own error always reaches its input",
        "code": """
def reaches(i, s, k1, k2):
    end = (i // k1 + 1) * k1
    return s == i or end - k2 <= s <= i
""",
        "hint": "the error of step 0 is not even counted",
    },
    {
        "exercise": "21.3",
        "mistake": "a reshape alone",
        "code": """
def time_windows(x, k):
    return x.reshape(-1, x.shape[0], k, x.shape[2])
""",
        "hint": "a reshape alone mixes the axes",
    },
    {
        "exercise": "21.3",
        "mistake": "forgets to bring the windows to the front",
        "code": """
def time_windows(x, k):
    return x.reshape(x.shape[0], -1, k, x.shape[2])
""",
        "hint": "expected (windows, sequences, k, features)",
    },
    {
        "exercise": "21.3",
        "mistake": "strides instead of windows",
        "code": """
def time_windows(x, k):
    count = x.shape[1] // k
    return np.stack([x[:, s::count] for s in range(count)])
""",
        "hint": "holds its steps 2 and 3",
    },
    {
        "exercise": "21.4",
        "mistake": "takes the state after the step",
        "code": """
def gradient_by_hand(w, x, y, k2):
    states = [0.0]
    for x_t in x:
        states.append(w * states[-1] + x_t)
    g, gradient = states[-1] - y, 0.0
    for t in range(len(x), len(x) - k2, -1):
        gradient += g * states[t]
        g *= w
    return gradient
""",
        "hint": "times the state before it",
    },
    {
        "exercise": "21.4",
        "mistake": "forgets to multiply by w on the way back",
        "code": """
def gradient_by_hand(w, x, y, k2):
    states = [0.0]
    for x_t in x:
        states.append(w * states[-1] + x_t)
    g = states[-1] - y
    return sum(g * states[t - 1] for t in range(len(x), len(x) - k2, -1))
""",
        "hint": "multiplies g by w once more",
    },
    {
        "exercise": "21.4",
        "mistake": "forgets the target",
        "code": """
def gradient_by_hand(w, x, y, k2):
    states = [0.0]
    for x_t in x:
        states.append(w * states[-1] + x_t)
    g, gradient = states[-1], 0.0
    for t in range(len(x), len(x) - k2, -1):
        gradient += g * states[t - 1]
        g *= w
    return gradient
""",
        "hint": "where is y?",
    },
    {
        "exercise": "21.5",
        "mistake": "resets before every window",
        "code": """
def train_by_windows(model, x, y, k, epochs=1, carry=True):
    for _ in range(epochs):
        for s in range(0, x.shape[1], k):
            model.layers[0].reset_state()
            model.train_on_batch(x[:, s : s + k], y[:, s : s + k])
""",
        "hint": "no reset between them",
    },
    {
        "exercise": "21.5",
        "mistake": "never resets",
        "code": """
def train_by_windows(model, x, y, k, epochs=1, carry=True):
    for _ in range(epochs):
        for s in range(0, x.shape[1], k):
            model.train_on_batch(x[:, s : s + k], y[:, s : s + k])
""",
        "hint": "must begin with zero state",
    },
    {
        "exercise": "21.5",
        "mistake": "overlapping windows",
        "code": """
def train_by_windows(model, x, y, k, epochs=1, carry=True):
    for _ in range(epochs):
        model.layers[0].reset_state()
        for s in range(x.shape[1] - k + 1):
            model.train_on_batch(x[:, s : s + k], y[:, s : s + k])
""",
        "hint": "3 updates, not 9",
    },
    {
        "exercise": "21.5",
        "mistake": "ignores carry",
        "code": """
def train_by_windows(model, x, y, k, epochs=1, carry=True):
    for _ in range(epochs):
        model.layers[0].reset_state()
        for s in range(0, x.shape[1], k):
            model.train_on_batch(x[:, s : s + k], y[:, s : s + k])
""",
        "hint": "zero state before every window",
    },
    {
        "exercise": "21.5",
        "mistake": "resets at the end of a pass only",
        "code": """
def train_by_windows(model, x, y, k, epochs=1, carry=True):
    for _ in range(epochs):
        for s in range(0, x.shape[1], k):
            model.train_on_batch(x[:, s : s + k], y[:, s : s + k])
            if not carry:
                model.layers[0].reset_state()
        model.layers[0].reset_state()
""",
        "hint": "the first pass must begin with zero state",
    },
]
