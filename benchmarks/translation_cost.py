"""What a Transformer costs, against the length of its sentences and the size of its corpus.

Run it from the repository's folder, on a quiet machine::

    python benchmarks/translation_cost.py           # about two minutes
    python benchmarks/translation_cost.py --quick   # small sizes, to see that it works

Each row stands beside what arithmetic alone says, both relative to the first row: the
multiplications for made-up sentences of n tokens, the tokens for pairs of the phrasebook.
"""

import argparse
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # before TensorFlow is loaded

import keras  # noqa: E402
import numpy as np  # noqa: E402

from course_utils.phrasebook import load_phrasebook  # noqa: E402
from course_utils.translation import Translator, tokenize  # noqa: E402

WORDS, BATCH = 1000, 64
SIZES = {"d_model": 128, "d_ff": 512, "num_layers": 2, "max_length": 1024}
SMALL = {"d_model": 32, "d_ff": 128, "num_layers": 1, "max_length": 64}


def sentences(count, length, rng):
    """Sentences of so many made-up words."""
    return [" ".join(f"w{i}" for i in rng.integers(WORDS, size=length)) for _ in range(count)]


def seconds_per_update(translator, pairs, updates, skipped=3):
    """Mean over an epoch's updates, without the first ones, which compile; and their number."""
    ends = []
    translator.fit(
        pairs, epochs=1, progress=False, callback=lambda log: ends.append(log["seconds"])
    )
    timed = ends[skipped - 1 : skipped + updates]
    return (timed[-1] - timed[0]) / (len(timed) - 1), len(ends)


def multiplications(length, sizes):
    """Of one pair in the forward pass; the backward pass takes twice as many.

    Rows are 64 places wide, or as wide as the longest sentence (source rows up to a tenth
    wider, not counted here): attention compares a place with all places of its row.
    """
    d_model, width = sizes["d_model"], max(64, length)
    attention = 4 * d_model**2 + 2 * width * d_model
    feed_forward = 2 * d_model * sizes["d_ff"]
    encoder, decoder = attention + feed_forward, 2 * attention + feed_forward
    return length * (sizes["num_layers"] * (encoder + decoder) + d_model * WORDS)


def by_length(lengths, updates, sizes):
    """Rows: length, ms of an update, multiplications."""
    rng = np.random.default_rng(0)
    known = list(zip(sentences(500, 50, rng), sentences(500, 50, rng), strict=True))
    keras.utils.set_random_seed(0)
    translator = Translator.for_pairs(known, **sizes)
    for length in lengths:
        # A row of 64 places holds whole sentences: their words and one [start].
        source = sentences(BATCH * (updates + 3), length - 1, rng)
        pairs = list(zip(source, source[::-1], strict=True))
        seconds, _ = seconds_per_update(translator, pairs, updates)
        yield length, 1000 * seconds, multiplications(length, sizes)


def by_corpus(counts, sizes):
    """Rows: pairs, seconds of an epoch, tokens."""
    pairs = [(pair.english, pair.french) for pair in load_phrasebook(max(counts), seed=0)]
    keras.utils.set_random_seed(0)
    translator = Translator.for_pairs(pairs, **sizes)
    for count in counts:
        part = pairs[:count]
        seconds, updates = seconds_per_update(translator, part, count)
        yield count, updates * seconds, sum(len(tokenize(text)) for pair in part for text in pair)


def print_table(headings, rows):
    """Rows (size, cost, arithmetic), with both growths relative to the first row."""
    print(f"{headings} | growth | arithmetic\n-|-|-|-")
    first = None
    for size, cost, arithmetic in rows:
        first = first or (cost, arithmetic)
        growths = f"{cost / first[0]:.1f} | {arithmetic / first[1]:.1f}"
        print(f"{size:,} | {cost:.1f} | {growths}", flush=True)
    print()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="small sizes, to see that it works")
    quick = parser.parse_args().quick
    lengths, updates = ((8, 16), 2) if quick else ((8, 16, 32, 64, 128, 256), 12)
    counts = (300, 600) if quick else (2500, 5000, 10_000, 20_000)
    sizes = SMALL if quick else SIZES
    print_table("tokens a sentence | ms an update of 64 pairs", by_length(lengths, updates, sizes))
    print_table("pairs | seconds an epoch", by_corpus(counts, sizes))


if __name__ == "__main__":
    main()
