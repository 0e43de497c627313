"""Drawing pairs of the phrasebook, and splitting them for an honest test."""

import random
from collections import Counter
from functools import cache

from course_utils._arguments import whole
from course_utils.phrasebook.grammar import TEMPLATES


def load_phrasebook(n=None, seed=0):
    """Draw pairs of the phrasebook, without replacement.

    The draw is balanced: every template gives the same number of pairs, and one that has
    fewer gives all it has, while the others share the rest. So a template with many cases
    does not drown the others. A small draw makes only the sentences it returns. Chapter 25.

    Parameters
    ----------
    n : int, optional
        How many; all of them by default.
    seed : int
        The same seed draws the same pairs in the same order.

    Returns
    -------
    list of Pair
        ``english``, ``references`` (the most usual French first; ``french`` is that one),
        ``tags`` and ``combinations``.

    Raises
    ------
    TypeError, ValueError
        If n is no whole number, negative, or larger than the phrasebook.

    Examples
    --------
    >>> len(load_phrasebook(100))
    100
    >>> {pair.english: pair.french for pair in load_phrasebook()}["I saw her."]
    "Je l'ai vue."
    """
    draw = random.Random(whole("seed", seed, 0))
    if n is not None:
        n = whole("n", n, 0)
    cases = _cases()
    total = sum(map(len, cases.values()))
    if n is None:
        n = total
    if n > total:
        raise ValueError(f"n is {n}, but the phrasebook holds {total} pairs; ask for fewer")
    shares = _share(n, {name: len(makers) for name, makers in cases.items()})
    pairs = [make() for name, makers in cases.items() for make in draw.sample(makers, shares[name])]
    draw.shuffle(pairs)
    return pairs


@cache
def _cases():
    """By template, functions that make a pair: finding them all takes a second, so once."""
    return {name: list(template()) for name, template in TEMPLATES.items()}


def _share(n, sizes):
    """How many each template gives: the smallest first, then the others share what is left."""
    shares, left = {}, n
    ordered = sorted(sizes, key=sizes.get)
    for place, name in enumerate(ordered):
        shares[name] = min(sizes[name], left // (len(ordered) - place))
        left -= shares[name]
    return shares


def split(pairs, test=1000, seed=0):
    """Training pairs and two test sets: unseen sentences, unseen combinations.

    A combination is a noun with its adjective or a subject with its verb, such as ("dog",
    "black"). Those of the second test set never meet in training, though each of their
    words is there; those of the first do. Every word of a test sentence, and of its usual
    French, is in training. Chapter 25.

    Parameters
    ----------
    pairs : list of Pair
    test : int
        The size of each test set.
    seed : int

    Returns
    -------
    train, sentences, combinations : lists of Pair
        A combination is held out whole, so there may be more than ``test`` pairs: ``test``
        of them are drawn, the others left out.

    Raises
    ------
    TypeError, ValueError
        If ``test`` is no whole number, or too large for these pairs.

    Examples
    --------
    >>> train, sentences, combinations = split(load_phrasebook(5000), test=200)
    >>> len(sentences), len(combinations)
    (200, 200)
    """
    test = whole("test", test, 1)
    draw = random.Random(whole("seed", seed, 0))
    counts = Counter(item for pair in pairs for item in _items(pair))
    members = {}
    for pair in pairs:
        for combination in pair.combinations:
            members.setdefault(combination, []).append(pair)
    held = {}
    for combination in draw.sample(sorted(members), len(members)):
        if len(held) >= test:
            break
        group = [pair for pair in members[combination] if pair.english not in held]
        if _take(group, counts, exempt=combination):
            held.update((pair.english, pair) for pair in group)
    chosen = {}
    for pair in draw.sample(pairs, len(pairs)):
        if len(chosen) >= test:
            break
        if pair.english not in held and _take([pair], counts):
            chosen[pair.english] = pair
    if min(len(held), len(chosen)) < test:
        raise ValueError(
            f"{len(pairs)} pairs give {len(held)} with unseen combinations and {len(chosen)} "
            f"unseen sentences, not {test} of each; take more pairs or a smaller test"
        )
    train = [pair for pair in pairs if pair.english not in held and pair.english not in chosen]
    combinations = draw.sample(list(held.values()), test)
    return train, list(chosen.values()), combinations


def _items(pair):
    """What must stay in training: words of both languages, combinations and their parts."""
    words = {("english", word) for word in pair.english.lower().split()}
    words |= {("french", word) for word in pair.french.lower().split()}
    parts = {("part", part) for combination in pair.combinations for part in combination}
    return words | parts | pair.combinations


def _take(group, counts, exempt=None):
    """Take pairs out of training, unless they hold the last of something but ``exempt``."""
    taken = Counter(item for pair in group for item in _items(pair))
    if any(counts[item] == number and item != exempt for item, number in taken.items()):
        return False
    counts.subtract(taken)
    return True
