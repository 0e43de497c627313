"""Plausible wrong answers to 08 Padding, truncation, masking, each with the hint it must meet."""

WRONG = [
    {
        "exercise": "08.1",
        "mistake": "cuts on the side of the padding",
        "code": """
def fit_length(sequence, maxlen, padding="pre", truncating="pre", value=0):
    kept = sequence[-maxlen:] if padding == "pre" else sequence[:maxlen]
    fill = [value] * (maxlen - len(kept))
    return fill + kept if padding == "pre" else kept + fill
""",
        "hint": "truncating alone",
    },
    {
        "exercise": "08.1",
        "mistake": "thinks that truncating names the side to keep",
        "code": """
def fit_length(sequence, maxlen, padding="pre", truncating="pre", value=0):
    kept = sequence[:maxlen] if truncating == "pre" else sequence[-maxlen:]
    fill = [value] * (maxlen - len(kept))
    return fill + kept if padding == "pre" else kept + fill
""",
        "hint": "cuts the start",
    },
    {
        "exercise": "08.1",
        "mistake": "fills with 0 whatever the value",
        "code": """
def fit_length(sequence, maxlen, padding="pre", truncating="pre", value=0):
    kept = sequence[-maxlen:] if truncating == "pre" else sequence[:maxlen]
    fill = [0] * (maxlen - len(kept))
    return fill + kept if padding == "pre" else kept + fill
""",
        "hint": "not always with 0",
    },
    {
        "exercise": "08.2",
        "mistake": "counts steps from 1",
        "code": """
def mask_from_lengths(lengths, maxlen, padding="pre"):
    steps, column = np.arange(maxlen), np.asarray(lengths)[:, None]
    return steps <= column if padding == "post" else steps >= maxlen - column
""",
        "hint": "counts from 0",
    },
    {
        "exercise": "08.2",
        "mistake": "forgets that padding may stand before",
        "code": """
def mask_from_lengths(lengths, maxlen, padding="pre"):
    return np.arange(maxlen) < np.asarray(lengths)[:, None]
""",
        "hint": "pre is the default",
    },
    {
        "exercise": "08.2",
        "mistake": "cuts from the end with a minus, which empties a row of length 0",
        "code": """
def mask_from_lengths(lengths, maxlen, padding="pre"):
    rows = []
    for n in lengths:
        row = [False] * maxlen
        if padding == "post":
            row[:n] = [True] * n
        else:
            row[-n:] = [True] * n
        rows.append(row)
    return rows
""",
        "hint": "length 0",
    },
    {
        "exercise": "08.3",
        "mistake": "divides by all steps",
        "code": """
def average(x, mask):
    return np.where(mask[..., None], x, 0).mean(axis=1)
""",
        "hint": "divide by the 2 real ones",
    },
    {
        "exercise": "08.3",
        "mistake": "multiplies by the mask, NaN and all",
        "code": """
def average(x, mask):
    count = np.maximum(mask.sum(axis=1, keepdims=True), 1)
    return (mask[..., None] * x).sum(axis=1) / count
""",
        "hint": "0 * NaN",
    },
    {
        "exercise": "08.3",
        "mistake": "divides by the real steps of the whole batch",
        "code": """
def average(x, mask):
    total = np.where(mask[..., None], x, 0).sum(axis=1)
    return total / max(mask.sum(), 1)
""",
        "hint": "its own number of real steps",
    },
    {
        "exercise": "08.3",
        "mistake": "divides 0 by 0",
        "code": """
def average(x, mask):
    total = np.where(mask[..., None], x, 0).sum(axis=1)
    with np.errstate(invalid="ignore"):
        return total / mask.sum(axis=1, keepdims=True)
""",
        "hint": "not 0 / 0",
    },
    {
        "exercise": "08.4",
        "mistake": "sets padded values to 0 and takes the maximum",
        "code": """
def running_max(x, mask):
    return np.maximum.accumulate(np.where(mask, x, 0), axis=1)
""",
        "hint": "minus infinity",
    },
    {
        "exercise": "08.4",
        "mistake": "blanks the state at padded steps",
        "code": """
def running_max(x, mask):
    states = np.maximum.accumulate(np.where(mask, x, -np.inf), axis=1)
    return np.where(mask, states, 0)
""",
        "hint": "the state stays 1",
    },
    {
        "exercise": "08.4",
        "mistake": "ignores the mask",
        "code": """
def running_max(x, mask):
    return np.maximum.accumulate(x, axis=1)
""",
        "hint": "the 9 is padding",
    },
    {
        "exercise": "08.5",
        "mistake": "divides by all steps",
        "code": """
def masked_cross_entropy(probabilities, targets, mask):
    chosen = np.take_along_axis(probabilities, targets[..., None], axis=-1)
    return (-np.log(chosen[..., 0]) * mask).mean()
""",
        "hint": "only 2 are real",
    },
    {
        "exercise": "08.5",
        "mistake": "takes the mean of each sequence first",
        "code": """
def masked_cross_entropy(probabilities, targets, mask):
    chosen = np.take_along_axis(probabilities, targets[..., None], axis=-1)
    losses = -np.log(chosen[..., 0]) * mask
    return (losses.sum(axis=1) / mask.sum(axis=1)).mean()
""",
        "hint": "mean of the sequences' means",
    },
    {
        "exercise": "08.5",
        "mistake": "takes the largest probability, not the target's",
        "code": """
def masked_cross_entropy(probabilities, targets, mask):
    return -np.log(probabilities.max(axis=-1)[mask]).mean()
""",
        "hint": "0.5 and 0.25",
    },
    {
        "exercise": "08.6",
        "mistake": "pads every batch to the longest of all",
        "code": """
def batches_by_length(sequences, batch_size):
    order = np.argsort([len(s) for s in sequences], kind="stable")
    longest = max(len(s) for s in sequences)
    batches = []
    for first in range(0, len(order), batch_size):
        positions = order[first : first + batch_size]
        rows = [sequences[i] for i in positions]
        padded = pad_sequences(rows, longest, padding="post")
        batches.append((positions, padded))
    return batches
""",
        "hint": "its own longest",
    },
    {
        "exercise": "08.6",
        "mistake": "loses the remainder",
        "code": """
def batches_by_length(sequences, batch_size):
    order = np.argsort([len(s) for s in sequences], kind="stable")
    batches = []
    for first in range(0, len(order) - batch_size + 1, batch_size):
        positions = order[first : first + batch_size]
        rows = [sequences[i] for i in positions]
        batches.append((positions, pad_sequences(rows, padding="post")))
    return batches
""",
        "hint": "may be lost",
    },
    {
        "exercise": "08.6",
        "mistake": "pads before, Keras' default",
        "code": """
def batches_by_length(sequences, batch_size):
    order = np.argsort([len(s) for s in sequences], kind="stable")
    batches = []
    for first in range(0, len(order), batch_size):
        positions = order[first : first + batch_size]
        rows = [sequences[i] for i in positions]
        batches.append((positions, pad_sequences(rows)))
    return batches
""",
        "hint": "pad behind",
    },
    {
        "exercise": "08.6",
        "mistake": "does not sort",
        "code": """
def batches_by_length(sequences, batch_size):
    order = np.arange(len(sequences))
    batches = []
    for first in range(0, len(order), batch_size):
        positions = order[first : first + batch_size]
        rows = [sequences[i] for i in positions]
        batches.append((positions, pad_sequences(rows, padding="post")))
    return batches
""",
        "hint": "shortest first",
    },
    {
        "exercise": "08.6",
        "mistake": "returns the padded rows without their positions",
        "code": """
def batches_by_length(sequences, batch_size):
    order = np.argsort([len(s) for s in sequences], kind="stable")
    batches = []
    for first in range(0, len(order), batch_size):
        rows = [sequences[i] for i in order[first : first + batch_size]]
        batches.append(pad_sequences(rows, padding="post"))
    return batches
""",
        "hint": "a pair: its positions",
    },
    {
        "exercise": "08.6",
        "mistake": "sorts the lengths as text, and returns nested lists",
        "code": """
def batches_by_length(sequences, batch_size):
    every = range(len(sequences))
    order = sorted(every, key=lambda i: str(len(sequences[i])))
    batches = []
    for first in range(0, len(order), batch_size):
        positions = order[first : first + batch_size]
        rows = [sequences[i] for i in positions]
        padded = pad_sequences(rows, padding="post").tolist()
        batches.append((positions, padded))
    return batches
""",
        "hint": "hold similar lengths",
    },
]
