"""BLEU against seconds of training: our Transformer, and the widely copied Keras example.

Run it from the repository's folder, on a quiet machine, once with and once without
``--baseline``: both have the same split, tokens and scorer, and run one after the other::

    python benchmarks/translation.py --corpus phrasebook --pairs 20000 --seconds 180
    python benchmarks/translation.py --corpus path/to/fra.txt --pairs 20000 --seconds 180
    python benchmarks/translation.py --corpus path/to/fra.txt --seconds 450 --baseline

Training seconds count compiling (and ours the tokens), not the scoring in between. A file
is cut to English sentences of 3 to 10 words, each in training or test but never in both,
with one French sentence each in training and all of them as references. BLEU is
sacrebleu's, on lower-case words (``l'`` apart, ``est-ce`` whole), greedy decoding, 1,000
test sentences. ``combinations`` are the phrasebook's second test set. The last line is JSON.
"""

import argparse
import json
import os
import random
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # before TensorFlow is loaded

import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402
from keras import layers  # noqa: E402

from course_utils.datasets import SentencePair, load_tatoeba  # noqa: E402
from course_utils.padding import pad_sequences  # noqa: E402
from course_utils.translation import END, PAD, START, Translator, bleu, tokenize  # noqa: E402

MAX_SIZE = 8000


def read(corpus, count, seed, tests):
    """Training pairs (english, french), and test sets of pairs with references."""
    if corpus == "phrasebook":
        from course_utils.phrasebook import load_phrasebook, split

        pairs = load_phrasebook(min(int(1.5 * count) + 4 * tests, 100_000), seed)
        train, sentences, combinations = split(pairs, tests, seed)
        test_sets = {"sentences": sentences, "combinations": combinations}
    else:
        groups = {}  # English that differs in case or spaces alone is one sentence
        for pair in load_tatoeba(corpus):
            if 3 <= len(pair.english.split()) <= 10:
                groups.setdefault(" ".join(tokenize(pair.english)), []).append(pair)
        pairs = [
            SentencePair(same[0].english, sum((pair.references for pair in same), ()))
            for same in groups.values()
        ]
        random.Random(seed).shuffle(pairs)
        train, test_sets = pairs[tests:], {"sentences": pairs[:tests]}
    if len(train) < count:
        sys.exit(f"the corpus has only {len(train)} training pairs; ask for fewer: --pairs")
    return [(pair.english, pair.references[0]) for pair in train[:count]], test_sets


def score(translate, pairs):
    """BLEU, and the share of translations that equal one of their references."""
    found = translate([pair.english for pair in pairs])
    references = [pair.references for pair in pairs]
    exact = [
        tokenize(text) in [tokenize(right) for right in several]
        for text, several in zip(found, references, strict=True)
    ]
    return round(bleu(found, references), 2), round(float(np.mean(exact)), 4)


class Watch:
    """Called after every update: scores now and then, prints a line for each epoch."""

    def __init__(self, translate, pairs, every):
        self.translate, self.pairs, self.every = translate, pairs, every
        self.bleus, self.printed, self.next = [], 0, every

    def __call__(self, log):
        if log["seconds"] >= self.next:
            self.next = log["seconds"] + self.every
            self.bleus.append((log["seconds"], score(self.translate, self.pairs)[0]))
        if log["epoch"] >= self.printed + 1:
            self.printed = int(log["epoch"])
            seconds, points = self.bleus[-1] if self.bleus else (0, 0)
            print(
                f"epoch {self.printed}: {log['seconds']:.0f} s, loss {log['loss']:.3f}, "
                f"BLEU {points:.1f} at {seconds:.0f} s",
                flush=True,
            )

    def seconds_to(self, wanted):
        """When BLEU got there, on straight lines between the scores; None if it did not."""
        before = (0.0, 0.0)
        for seconds, points in self.bleus:
            if points >= wanted:
                share = (wanted - before[1]) / (points - before[1])
                return round(before[0] + share * (seconds - before[0]), 1)
            before = seconds, points
        return None


# --- the common Keras example, from Keras' own layers -------------------------------------


class TokensAndPositions(layers.Layer):
    """Learned embeddings of tokens and of places, added."""

    def __init__(self, size, length, width):
        super().__init__()
        self.tokens = layers.Embedding(size, width)
        self.places = layers.Embedding(length, width)

    def call(self, ids):
        return self.tokens(ids) + self.places(keras.ops.arange(keras.ops.shape(ids)[1]))


class Baseline:
    """One layer each, d=256, 8 heads of 256, d_ff=2048, normalised after each part.

    Learned positions, dropout before the output alone, RMSprop, no XLA, every sentence
    padded to 20 tokens, padding in the loss. Decoding runs the decoder again at each step.
    """

    length, width, heads, inner = 20, 256, 8, 2048

    def __init__(self, vocabularies):
        self.source_vocabulary, self.target_vocabulary = vocabularies
        source, target = keras.Input([None], dtype="int32"), keras.Input([None], dtype="int32")
        self.encoder = keras.Model(source, self._encode(source))
        memory = keras.Input([None, self.width])
        self.decoder = keras.Model([target, memory, source], self._decode(target, memory, source))
        logits = self.decoder([target, self.encoder(source), source])
        self.model = keras.Model([source, target], logits)
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        self.model.compile("rmsprop", loss, jit_compile=False)
        self._logits = tf.function(self.decoder, reduce_retracing=True)

    def _after(self, x, added):
        return layers.LayerNormalization()(x + added)

    def _feed_forward(self, x):
        inner = layers.Dense(self.inner, activation="relu")(x)
        return self._after(x, layers.Dense(self.width)(inner))

    def _encode(self, source):
        x = TokensAndPositions(len(self.source_vocabulary), self.length, self.width)(source)
        real = keras.ops.not_equal(source, PAD)[:, None]
        attention = layers.MultiHeadAttention(self.heads, self.width)
        return self._feed_forward(self._after(x, attention(x, x, attention_mask=real)))

    def _decode(self, target, memory, source):
        x = TokensAndPositions(len(self.target_vocabulary), self.length, self.width)(target)
        attention = layers.MultiHeadAttention(self.heads, self.width)
        x = self._after(x, attention(x, x, use_causal_mask=True))
        real = keras.ops.not_equal(source, PAD)[:, None]
        attention = layers.MultiHeadAttention(self.heads, self.width)
        x = self._after(x, attention(x, memory, attention_mask=real))
        x = layers.Dropout(0.5)(self._feed_forward(x))
        return layers.Dense(len(self.target_vocabulary))(x)

    def _ids(self, vocabulary, texts, ends=False):
        ids = [vocabulary.encode(tokenize(text)).tolist() for text in texts]
        ids = [[START, *row, END] for row in ids] if ends else ids
        length = self.length + ends
        return pad_sequences(ids, length, padding="post", truncating="post")

    def fit(self, pairs, seconds, seed, callback):
        english, french = zip(*pairs, strict=True)
        source = self._ids(self.source_vocabulary, english)
        target = self._ids(self.target_vocabulary, french, ends=True)
        rng, step, spent = np.random.default_rng(seed), 0, 0.0
        size = min(64, len(pairs))
        updates = len(pairs) // size
        while spent < seconds:
            order = rng.permutation(len(pairs))[: updates * size].reshape(-1, size)
            for rows in order:
                self.model.reset_metrics()  # else the loss is a mean since the start
                begun = time.perf_counter()
                loss = self.model.train_on_batch(
                    [source[rows], target[rows, :-1]], target[rows, 1:]
                )
                spent, step = spent + time.perf_counter() - begun, step + 1
                log = {"step": step, "epoch": step / updates, "seconds": spent, "loss": loss}
                callback(log)
                if spent >= seconds:
                    break

    def translate(self, sentences):
        source = self._ids(self.source_vocabulary, sentences)
        found = []
        for first in range(0, len(source), 250):
            rows = source[first : first + 250]
            memory, ids = self.encoder(rows), np.full((len(rows), 1), START, "int32")
            for _ in range(self.length):
                logits = self._logits([tf.constant(ids), memory, tf.constant(rows)])
                best = np.argmax(logits[:, -1], axis=-1).astype("int32")
                best[(ids[:, -1] == END) | (ids[:, -1] == PAD)] = PAD
                ids = np.column_stack([ids, best])
            found += [row[(row != PAD) & (row != START) & (row != END)] for row in ids]
        return [" ".join(self.target_vocabulary.decode(row)) for row in found]


# --- runs --------------------------------------------------------------------------------


def rerunning(translator, sentences):
    """Sentences a second where the whole model runs anew for each token and sentence."""
    shape = tf.TensorSpec([None, None], tf.int32)
    model = tf.function(translator.model, input_signature=[(shape, shape)], autograph=False)
    sources = [translator.source_vocabulary.encode(tokenize(text)) for text in sentences]
    model((sources[0][None], np.array([[START]], "int32")))  # compiles
    begun = time.perf_counter()
    for source in sources:
        ids = [START]
        while ids[-1] != END and len(ids) < 2 * len(source) + 10:
            logits = model((source[None], np.array([ids], "int32")))
            ids.append(int(np.argmax(logits[0, -1])))
    return len(sources) / (time.perf_counter() - begun)


def per_second(translate, sentences):
    """Sentences a second, compiled before; the best of three runs."""
    translate(sentences)
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        translate(sentences)
        times.append(time.perf_counter() - begun)
    return len(sentences) / min(times)


def run(given):
    keras.utils.set_random_seed(given.seed)
    train, test_sets = read(given.corpus, given.pairs, given.seed, given.tests)
    test = test_sets["sentences"]
    system = Translator.for_pairs(
        train, max_size=MAX_SIZE, min_count=given.min_count, num_layers=given.layers
    )
    if given.baseline:
        system = Baseline((system.source_vocabulary, system.target_vocabulary))
    watch = Watch(system.translate, test, given.every or (30 if given.baseline else 8))
    options = {"seconds": given.seconds, "seed": given.seed, "callback": watch}
    if given.baseline:
        system.fit(train, **options)
    else:
        system.fit(train, progress=False, **options)
    result = {
        "system": "baseline" if given.baseline else "ours",
        "corpus": os.path.basename(given.corpus),
        "pairs": len(train),
        "seed": given.seed,
        "layers": 1 if given.baseline else given.layers,
        "parameters": system.model.count_params(),
        "train_seconds": given.seconds,
    }
    for name, pairs in test_sets.items():
        points, exact = score(system.translate, pairs)
        suffix = "" if name == "sentences" else f"_{name}"
        result |= {f"bleu{suffix}": points, f"exact_match{suffix}": exact}
    english = [pair.english for pair in test]
    if not given.baseline:
        result["sentences_per_second"] = round(per_second(system.translate, english), 1)
        result["rerunning_sentences_per_second"] = round(rerunning(system, english[:30]), 2)
    else:
        result["sentences_per_second"] = round(per_second(system.translate, english[:250]), 1)
    result["seconds_to_bleu_20"] = watch.seconds_to(20)
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", default="phrasebook", help="phrasebook, or a file: fra.txt")
    parser.add_argument("--pairs", type=int, default=20_000, help="training pairs")
    parser.add_argument("--seconds", type=float, default=180, help="of training")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--tests", type=int, default=1000, help="test sentences")
    parser.add_argument("--every", type=float, help="seconds of training between two scores")
    parser.add_argument("--min-count", type=int, default=2, help="of a word to be known")
    parser.add_argument("--layers", type=int, default=2, help="of our encoder and decoder each")
    parser.add_argument("--baseline", action="store_true", help="the common Keras example")
    print(json.dumps(run(parser.parse_args())))


if __name__ == "__main__":
    main()
