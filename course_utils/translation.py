"""From sentences to sentences: normalise, train, decode, save. Chapters 25 and 26.

From the command line, with a model trained before::

    python -m course_utils.translation "Where is the station?"
    python -m course_utils.translation --train        # about three minutes
"""

import argparse
import os
import random
import re
import sys
import time
import unicodedata
from collections import Counter
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import BadZipFile

import numpy as np

if __name__ == "__main__":  # quiet native logs, before anything imports TensorFlow
    from course_utils.start import start

    start(fast=True)

import keras  # noqa: E402
import tensorflow as tf  # noqa: E402
from tqdm.auto import tqdm  # noqa: E402

from course_utils._arguments import whole  # noqa: E402
from course_utils._files import read_json, write_json  # noqa: E402
from course_utils.datasets import cache_folder, load_tatoeba  # noqa: E402
from course_utils.encoding import Vocabulary  # noqa: E402
from course_utils.padding import pad_sequences  # noqa: E402
from course_utils.transformer import Transformer  # noqa: E402

#: The first four tokens of each vocabulary; the id of a token is its place.
SPECIALS = ("[pad]", "[unknown]", "[start]", "[end]")
PAD, UNKNOWN, START, END = range(4)

_SPACES = re.compile(r"[\s\u200b]+")  # \s has U+00A0, U+2009 and U+202F, but not U+200B
_SINGLE_QUOTES = re.compile("[\u2018\u2019\u02bc]")
_DOUBLE_QUOTES = re.compile("[\u201c\u201d\u201e]")
_ENGLISH = r"(?:s|m|d|t|re|ve|ll)(?!\w|'\w)"  # it's, don't, we'll; but not va-t'en
_TOKEN = re.compile(rf"\d+(?:[.,:]\d+)+|'{_ENGLISH}|(?:(?<=\w)-)?\w+(?:'(?!{_ENGLISH}))?|[^\w\s]")
_TITLE = re.compile(r"\b(M|Dr)\.\s")  # a point that ends no sentence
_STARTING = frozenset('.!?\u2026:"\u00ab-\u2013\u2014')  # after these a sentence may begin


def normalize(text, lower=True):
    """One way to write what looks the same: spaces, apostrophes, accents and case.

    Real text has several kinds of space (U+0020, U+00A0, U+2009, U+202F, U+200B) and of
    apostrophe. Chapter 26 shows what they do to a vocabulary.

    Parameters
    ----------
    text : str
    lower : bool
        Also make it lower case.

    Returns
    -------
    str

    Raises
    ------
    TypeError
        If it is no text.

    Examples
    --------
    >>> normalize("Qu\u2019est-ce que c\u2019est\u202f?")
    "qu'est-ce que c'est ?"
    """
    if not isinstance(text, str):
        raise TypeError(f"the sentence is {text!r}, a {type(text).__name__}; expected text (str)")
    text = text.replace("\xad", "")
    text = unicodedata.normalize("NFC", text.lower() if lower else text)
    return _DOUBLE_QUOTES.sub('"', _SINGLE_QUOTES.sub("'", _SPACES.sub(" ", text))).strip()


def tokenize(text, lower=True):
    """Words, their elided or inverted parts, numbers and punctuation, in order.

    An apostrophe stays with what comes before it (``l'``) or, in the English forms, after
    it (``'s``); a hyphen with what comes after it (``-ce``). `detokenize` undoes it, but for
    case and spacing.
    Chapter 25 derives it.

    Parameters
    ----------
    text : str
        Normalised first.
    lower : bool
        As in `normalize`.

    Returns
    -------
    list of str

    Raises
    ------
    TypeError
        If it is no text.

    Examples
    --------
    >>> tokenize("Don't you see?"), tokenize("Est-ce l'heure ?")
    (['don', "'t", 'you', 'see', '?'], ['est', '-ce', "l'", 'heure', '?'])
    """
    return _TOKEN.findall(normalize(text, lower))


def detokenize(tokens):
    """A sentence from tokens, with French spacing and a capital at its start.

    Chapter 25 derives it.

    Parameters
    ----------
    tokens : list of str

    Returns
    -------
    str

    Examples
    --------
    >>> detokenize(["est", "-ce", "l'", "heure", ",", "déjà", "?"])
    "Est-ce l'heure, déjà ?"
    """
    text = " ".join(tokens)
    text = re.sub(r"(\w') (?=\w)", r"\1", text)
    text = re.sub(rf"(?<=\w) ('{_ENGLISH}|-\w)", r"\1", text)
    text = re.sub(r" ([,.)\]\u2026])", r"\1", text)
    text = re.sub(r"([(\[]) ", r"\1", text)
    text = re.sub(r'" ([^"]*?) "', r'"\1"', text)
    return text[:1].upper() + text[1:]


def padding_free_loss(targets, logits, smoothing=0.0):
    """Cross-entropy per real target token; padding (id 0) counts neither above nor below.

    Chapter 24 derives it. Label smoothing: C. Szegedy et al. (2016), "Rethinking the
    Inception architecture for computer vision".

    Parameters
    ----------
    targets : int tensor (batch, time)
        The ids that should follow; 0 is padding.
    logits : tensor (batch, time, vocabulary)
    smoothing : float
        Share of the target that is spread evenly over the whole vocabulary.

    Returns
    -------
    tensor (), in nats

    Examples
    --------
    >>> targets, logits = np.array([[1, 0]]), np.zeros((1, 2, 4), "float32")
    >>> round(float(padding_free_loss(targets, logits)), 4)  # ln 4
    1.3863
    """
    ops = keras.ops
    targets = ops.cast(targets, "int32")
    real = ops.cast(targets != PAD, logits.dtype)
    picked = ops.take_along_axis(logits, targets[..., None], axis=-1)[..., 0]
    wanted = (1 - smoothing) * picked
    if smoothing:
        wanted += smoothing * ops.mean(logits, axis=-1)
    losses = ops.logsumexp(logits, axis=-1) - wanted
    return ops.sum(losses * real) / ops.maximum(ops.sum(real), 1)


def learning_rate(step, progress=0.0, peak=3e-3, warmup=300, cooldown=0.3):
    """The training schedule: a rise, an inverse square root, and at the end a fall to 0.

    Chapter 25 draws it. Source: Vaswani et al. (2017) for rise and root.

    Parameters
    ----------
    step : int
        Updates made so far.
    progress : float
        Share of the training that is over, 0 to 1.
    peak : float
        Rate after ``warmup`` updates.
    warmup : int
    cooldown : float
        Share of the training in which the rate falls to 0; 0 for none.

    Returns
    -------
    float

    Examples
    --------
    >>> [round(learning_rate(step), 5) for step in (0, 149, 299, 1199)]
    [1e-05, 0.0015, 0.003, 0.0015]
    >>> round(learning_rate(1199, progress=0.85), 5)  # in the middle of the fall
    0.00075
    """
    rate = peak * min((step + 1) / warmup, (warmup / (step + 1)) ** 0.5)
    left = max(1 - progress, 0)
    return rate * left / cooldown if left < cooldown else rate


class Translator:
    """A `Transformer` and two vocabularies: trains on sentences, translates sentences.

    Build one with `for_pairs`, or from parts. Chapters 25 and 26.

    Parameters
    ----------
    model : Transformer
    source_vocabulary, target_vocabulary : Vocabulary
        As large as the model's two, beginning with `SPECIALS`.
    capitals : dict of str to str
        Target tokens, lower case, that are written otherwise, such as names.

    Raises
    ------
    TypeError, ValueError
        If the parts do not fit each other.

    Examples
    --------
    >>> pairs = [("Hello!", "Bonjour !"), ("Thank you.", "Merci.")]
    >>> translator = Translator.for_pairs(pairs, d_model=16, d_ff=32, num_layers=1)
    >>> history = translator.fit(pairs, epochs=1, progress=False)
    >>> len(translator.translate(["Thank you."]))
    1
    """

    def __init__(self, model, source_vocabulary, target_vocabulary, capitals=()):
        if not isinstance(model, Transformer):
            raise TypeError(f"model is a {type(model).__name__}; expected a Transformer")
        _fitting("source", source_vocabulary, model.source_vocab_size)
        _fitting("target", target_vocabulary, model.target_vocab_size)
        self.model = model
        self.source_vocabulary = source_vocabulary
        self.target_vocabulary = target_vocabulary
        self.capitals = dict(capitals)

    @classmethod
    def for_pairs(cls, pairs, max_size=8000, min_count=1, **sizes):
        """An untrained translator with the vocabularies of these pairs.

        Parameters
        ----------
        pairs : list
            As for `fit`: the training part only.
        max_size, min_count : int
            As of `Vocabulary.from_sequences`, for either language.
        **sizes
            As of `Transformer`: d_model, num_heads and so on.

        Returns
        -------
        Translator
        """
        pairs = _sentences(pairs)
        sides = [[tokenize(text) for text in side] for side in zip(*pairs, strict=True)]
        source, target = (
            Vocabulary.from_sequences(side, max_size, min_count, specials=SPECIALS)
            for side in sides
        )
        model = Transformer(len(source), len(target), **sizes)
        return cls(model, source, target, _capitals(french for _, french in pairs))

    def fit(
        self,
        pairs,
        seconds=None,
        epochs=None,
        *,
        batch_size=64,
        peak=3e-3,
        warmup=300,
        cooldown=0.3,
        smoothing=0.1,
        xla=None,
        seed=0,
        progress=True,
        callback=None,
    ):
        """Train, for so many seconds (compiling included) or so many epochs.

        Short pairs share rows of one fixed width, so that hardly a place is padding and
        XLA compiles once.

        Parameters
        ----------
        pairs : list
            Tuples (english, french), or (english, references) with several French
            sentences, or objects with ``english`` and ``references``. Of several, each
            makes a pair.
        seconds : float, optional
        epochs : int, optional
            Give one of the two. Only epochs make a run repeatable.
        batch_size : int
            Pairs in an update, about.
        peak, warmup, cooldown
            Of `learning_rate`.
        smoothing : float
            Of `padding_free_loss`.
        xla : bool, optional
            Compile the update with XLA: some 10 s first, then nearly twice as fast. By
            default where the training is long enough to gain by it.
        seed : int
            Order of the pairs. Weights and dropout follow ``keras.utils.set_random_seed``.
        progress : bool
            Show a bar with the time left.
        callback : callable, optional
            Called after every update with a dict: ``step``, ``epoch`` (a fraction),
            ``seconds``, ``loss``. The clock stands still meanwhile.

        Returns
        -------
        dict of str to list of float
            ``loss`` and ``seconds``, one entry for each epoch, the last of which may be
            unfinished: what `plots.learning_curve` draws.

        Raises
        ------
        TypeError, ValueError
            If there is no pair, one is no pair of texts or too long, not exactly one of
            ``seconds`` and ``epochs`` is above 0, or ``batch_size`` or ``warmup`` is no whole
            number above 0.
        """
        _one_budget(seconds, epochs)
        batch_size, warmup = whole("batch_size", batch_size), whole("warmup", warmup)
        clock = _Clock()
        examples = self._examples(pairs)
        packer = _Packer(examples, batch_size, np.random.default_rng(seed))
        updates = (epochs or np.inf) * packer.updates
        if xla is None:
            xla = (seconds or 0) >= 60 or (epochs is not None and updates >= 500)
        update = self._update(smoothing, xla)
        schedule = {"peak": peak, "warmup": warmup, "cooldown": cooldown}
        history, losses, step = {"loss": [], "seconds": []}, [], 0
        with _Bar(seconds, updates, progress) as bar:
            while (done := clock() / seconds if seconds else step / updates) < 1:
                batch = packer.batch(step)
                loss = float(update(*batch, learning_rate(step, done, **schedule)))
                step += 1
                losses.append(loss)
                if step % packer.updates == 0:
                    history["loss"].append(float(np.mean(losses)))
                    history["seconds"].append(clock())
                    losses = []
                bar(clock() if seconds else step, loss)
                if callback is not None:
                    epoch = step / packer.updates
                    log = {"step": step, "epoch": epoch, "seconds": clock(), "loss": loss}
                    with clock.paused():
                        callback(log)
        if losses:
            history["loss"].append(float(np.mean(losses)))
            history["seconds"].append(clock())
        return history

    def translate(self, sentences, beam_size=1, length_penalty=1.0, batch_size=256):
        """French for English sentences.

        Parameters
        ----------
        sentences : list of str, or str
        beam_size : int
            Translations kept at each step; 1 is greedy decoding.
        length_penalty : float
            With a beam, log-probabilities are compared after division by the number n of
            tokens to this power: 0 prefers short translations. Simpler than Y. Wu et al.
            (2016), "Google's neural machine translation system": (5 + n) / 6 to this power.
        batch_size : int

        Returns
        -------
        list of str, or str if one was given
            An empty sentence gives an empty one.

        Raises
        ------
        TypeError, ValueError
            If a sentence is no text, or longer than the model reads.
        """
        if isinstance(sentences, str):
            return self.translate([sentences], beam_size, length_penalty, batch_size)[0]
        beam_size, batch_size = whole("beam_size", beam_size), whole("batch_size", batch_size)
        beam_size = min(beam_size, len(self.target_vocabulary) - len(SPECIALS) + 1)
        sources = self._encode(sentences)
        found = [""] * len(sources)
        waiting = [i for i in np.argsort([len(ids) for ids in sources]) if len(sources[i])]
        for first in range(0, len(waiting), batch_size):
            places = waiting[first : first + batch_size]
            source = pad_sequences([sources[i] for i in places], padding="post")
            if beam_size == 1:
                targets = self._greedy(source, self._limits(source))
            else:
                limits = self._limits(source)
                targets = self._beam(source, limits, beam_size, length_penalty)
            for place, ids in zip(places, targets.numpy(), strict=True):
                found[place] = self._written(ids)
        return found

    def attention(self, sentence, layer=-1):
        """Where each token of the greedy translation looks in the source.

        Parameters
        ----------
        sentence : str
        layer : int
            Decoder block; the last by default.

        Returns
        -------
        weights : array (target, source), float32
            Mean over the heads; each row sums to 1.
        target_tokens, source_tokens : list of str
            The target ends in "[end]".

        Raises
        ------
        TypeError, ValueError
            If the sentence is no text, empty, or longer than the model reads.
        """
        (source,) = self._encode([sentence])
        if not len(source):
            raise ValueError("the sentence is empty; give one with at least one word")
        source = source[None]
        target = self._greedy(source, self._limits(source)).numpy()[0]
        target = target[target != PAD]
        given = np.concatenate([[START], target[:-1]])[None].astype("int32")
        memory, mask = self.model.encode(source), (source != PAD)[:, None]
        _, looked = self.model.decode(given, memory, mask, return_attention_scores=True)
        weights = np.asarray(looked[layer])[0].mean(axis=0)
        return weights, self.target_vocabulary.decode(target), tokenize(sentence)

    def save(self, folder):
        """Write model and vocabularies into a folder, which is made where it is missing.

        All is written aside first: a failure until then leaves the old one whole, a later one
        leaves none, never a mixture.

        Parameters
        ----------
        folder : str or Path

        Raises
        ------
        FileNotFoundError
            If the place cannot be written to.
        """
        folder = Path(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with TemporaryDirectory(dir=folder, prefix=".part-") as aside:
                aside = Path(aside)
                self.source_vocabulary.save(aside / "source.json")
                self.target_vocabulary.save(aside / "target.json")
                write_json(aside / "translator.json", "Translator", {"capitals": self.capitals})
                self.model.save(aside / "model.keras")
                # `load` asks for the model first: without one, the rest is no translator.
                (folder / "model.keras").unlink(missing_ok=True)
                for name in ("source.json", "target.json", "translator.json", "model.keras"):
                    os.replace(aside / name, folder / name)
        except OSError as error:
            raise FileNotFoundError(
                f"cannot write to {folder}: {error.strerror or error}; name a folder that you "
                "may write to"
            ) from error

    @classmethod
    def load(cls, folder):
        """Read a translator written by `save`.

        Parameters
        ----------
        folder : str or Path

        Returns
        -------
        Translator

        Raises
        ------
        FileNotFoundError
            If there is none.
        ValueError
            If a file is damaged or does not fit the others.
        """
        folder = Path(folder)
        if not (folder / "model.keras").is_file():
            raise FileNotFoundError(
                f"there is no translator in {folder}; train one, e.g. with lesson 25 or "
                "python -m course_utils.translation --train, or check the name"
            )
        content = read_json(folder / "translator.json", "Translator")
        vocabularies = [Vocabulary.load(folder / f"{side}.json") for side in ("source", "target")]
        try:
            model = keras.saving.load_model(folder / "model.keras", compile=False)
            return cls(model, *vocabularies, content["capitals"])
        except (OSError, ValueError, KeyError, TypeError, BadZipFile) as error:
            raise ValueError(
                f"{folder / 'model.keras'} is damaged or does not fit the files beside it "
                f"({error}); save the translator again"
            ) from error

    # --- training -------------------------------------------------------------------

    def _examples(self, pairs):
        """Pairs of ids: the source, and the target from its start to its end token."""
        examples = []
        for english, french in _sentences(pairs):
            target = self.target_vocabulary.encode(tokenize(french))
            source = self.source_vocabulary.encode(tokenize(english))
            examples.append((source, np.concatenate([[START], target, [END]]).astype("int32")))
        longest = max(max(len(source), len(target) - 1) for source, target in examples)
        if longest > self.model.max_length:
            raise ValueError(
                f"a sentence has {longest} tokens, more than max_length = "
                f"{self.model.max_length}; leave long ones out, or build with a larger max_length"
            )
        return examples

    def _update(self, smoothing, xla):
        """One step of Adam as a compiled function of a batch and a learning rate."""
        weights = self.model.trainable_variables
        optimizer = keras.optimizers.Adam(1e-3, beta_2=0.98, epsilon=1e-9)
        optimizer.build(weights)

        @tf.function(jit_compile=xla)
        def update(inputs, wanted, rate):
            with tf.GradientTape() as tape:
                logits = self.model(inputs, training=True)
                loss = padding_free_loss(wanted, logits, smoothing)
            optimizer.learning_rate.assign(rate)
            optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights, strict=True))
            return loss

        return lambda inputs, wanted, rate: update(inputs, wanted, tf.constant(rate, tf.float32))

    # --- decoding -------------------------------------------------------------------

    def _encode(self, sentences):
        """Ids of each sentence, once it is known to be a text that the model can read."""
        found = []
        for place, sentence in enumerate(sentences):
            ids = self.source_vocabulary.encode(tokenize(sentence))
            if len(ids) > self.model.max_length:
                raise ValueError(
                    f"sentence {place} has {len(ids)} tokens, this model reads at most "
                    f"{self.model.max_length}; split it into shorter sentences"
                )
            found.append(ids)
        return found

    def _limits(self, source):
        """The place in each translation where it must end at the latest: (batch,)."""
        longest = 2 * (source != PAD).sum(axis=1) + 10
        return np.minimum(longest, self.model.max_length).astype("int32")

    def _written(self, ids):
        tokens = self.target_vocabulary.decode(ids[(ids != PAD) & (ids != END)])
        return detokenize([self.capitals.get(token, token) for token in tokens])

    def _allowed(self, logits, last):
        """Logits without padding, unknown word and start; with the end alone where ``last``."""
        places = tf.range(self.model.target_vocab_size)
        never = (places < len(SPECIALS)) & (places != END)
        return tf.where(never | (last[:, None] & (places != END)), -1e9, logits)

    @cached_property
    def _greedy(self):
        signature = [tf.TensorSpec([None, None], tf.int32), tf.TensorSpec([None], tf.int32)]
        return tf.function(self._greedy_steps, input_signature=signature)

    def _greedy_steps(self, source, limits):
        """The likeliest token at every step: ids (batch, length), padded after the end."""
        length = tf.reduce_max(limits)
        projected, mask, caches = self.model.start_decoding(source, length)
        batch = tf.shape(source)[0]
        places = tf.range(length)

        def unfinished(t, ids, *_):
            return tf.reduce_any((ids != END) & (ids != PAD))

        def step(t, ids, found, caches):
            logits, caches = self.model.decode_step(ids, t, projected, mask, caches)
            logits = self._allowed(logits, t + 1 >= limits)
            best = tf.argmax(logits, axis=-1, output_type=tf.int32)
            ids = tf.where((ids == END) | (ids == PAD), PAD, best)
            return t + 1, ids, tf.where(places == t, ids[:, None], found), caches

        state = (0, tf.fill([batch], START), tf.zeros([batch, length], tf.int32), caches)
        return tf.while_loop(unfinished, step, state)[2]

    @cached_property
    def _beam(self):
        signature = [
            tf.TensorSpec([None, None], tf.int32),
            tf.TensorSpec([None], tf.int32),
            tf.TensorSpec([], tf.int32),
            tf.TensorSpec([], tf.float32),
        ]
        return tf.function(self._beam_steps, input_signature=signature)

    def _beam_steps(self, source, limits, beam, penalty):
        """The best of ``beam`` translations kept at every step: ids (batch, length)."""
        length = tf.reduce_max(limits)
        projected, mask, caches = tf.nest.map_structure(
            lambda x: tf.repeat(x, beam, axis=0), self.model.start_decoding(source, length)
        )
        batch, size = tf.shape(source)[0], self.model.target_vocab_size
        places = tf.range(length)
        only_pad = tf.where(tf.range(size) == PAD, 0.0, -1e9)

        def unfinished(t, ids, *_):
            return tf.reduce_any((ids != END) & (ids != PAD))

        def step(t, ids, scores, lengths, found, caches):
            # ids, scores, lengths: (batch, beam); found: (batch, beam, length)
            logits, caches = self.model.decode_step(
                tf.reshape(ids, [-1]), t, projected, mask, caches
            )
            logits = self._allowed(logits, tf.repeat(t + 1 >= limits, beam))
            likely = tf.nn.log_softmax(logits)
            likely = tf.reshape(likely, [batch, beam, size])
            done = (ids == END) | (ids == PAD)
            totals = scores[..., None] + tf.where(done[..., None], only_pad, likely)
            lengths = tf.where(done, lengths, lengths + 1)
            ranks = totals / tf.cast(lengths, tf.float32)[..., None] ** penalty
            _, best = tf.math.top_k(tf.reshape(ranks, [batch, beam * size]), beam)
            parents, ids = best // size, best % size
            scores = tf.gather(tf.reshape(totals, [batch, -1]), best, batch_dims=1)
            lengths = tf.gather(lengths, parents, batch_dims=1)
            found = tf.gather(found, parents, batch_dims=1)
            found = tf.where(places == t, ids[..., None], found)
            rows = tf.reshape(parents + beam * tf.range(batch)[:, None], [-1])
            caches = tf.nest.map_structure(lambda x: tf.gather(x, rows), caches)
            return t + 1, ids, scores, lengths, found, caches

        # All beams begin alike: only the first counts until they differ.
        first = tf.where(tf.range(beam) == 0, 0.0, -1e9)
        state = (
            0,
            tf.fill([batch, beam], START),
            tf.tile(first[None], [batch, 1]),
            tf.zeros([batch, beam], tf.int32),
            tf.zeros([batch, beam, length], tf.int32),
            caches,
        )
        return tf.while_loop(unfinished, step, state)[4][:, 0]


class _Packer:
    """Batches of one fixed shape, in which several short pairs share a row."""

    def __init__(self, examples, batch_size, rng, width=64):
        self.examples, self.rng = examples, rng
        lengths = np.array([(len(source), len(target) - 1) for source, target in examples])
        self.lengths = np.maximum(lengths, 1)
        # Both sides of a row should be full at about the same time.
        target = max(width, int(self.lengths[:, 1].max()))
        share = 1.1 * self.lengths[:, 0].mean() / self.lengths[:, 1].mean()
        self.widths = max(int(target * share), int(self.lengths[:, 0].max())), target
        per_row = target / self.lengths[:, 1].mean()
        self._shuffle()
        self.rows = min(max(round(batch_size / per_row), 1), len(self.packed))
        self.updates = -(-len(self.packed) // self.rows)

    def _shuffle(self):
        """Fill row after row with pairs in random order: lists of places."""
        self.packed, row, used = [], [], np.zeros(2, int)
        for place in self.rng.permutation(len(self.examples)):
            used = used + self.lengths[place]
            if (used > self.widths).any():
                self.packed.append(row)
                row, used = [], self.lengths[place]
            row.append(place)
        self.packed.append(row)

    def batch(self, step):
        """Ids and segments that `Transformer` takes, and the ids that should follow."""
        first = step % self.updates * self.rows
        if step and not first:
            self._shuffle()
        shapes = [(self.rows, width) for width in self.widths]
        source, target = (np.zeros(shape, "int32") for shape in shapes)
        source_segments, target_segments = (np.zeros(shape, "int32") for shape in shapes)
        wanted = np.zeros_like(target)
        # A later shuffle may give a few rows more, left out then, or fewer: then begin again.
        rows = self.packed[first : first + self.rows] or self.packed[: self.rows]
        for row, places in enumerate(rows):
            s = t = 0
            for segment, place in enumerate(places, start=1):
                english, french = self.examples[place]
                here, there = slice(s, s + len(english)), slice(t, t + len(french) - 1)
                source[row, here], source_segments[row, here] = english, segment
                target[row, there], target_segments[row, there] = french[:-1], segment
                wanted[row, there] = french[1:]
                s, t = here.stop, there.stop
        return (source, target, source_segments, target_segments), wanted


class _Clock:
    """Seconds since it was made, without those spent in ``paused``."""

    def __init__(self):
        self.start = time.perf_counter()

    def __call__(self):
        return time.perf_counter() - self.start

    def paused(self):
        return self

    def __enter__(self):
        self.stopped = time.perf_counter()

    def __exit__(self, *_):
        self.start += time.perf_counter() - self.stopped


class _Bar:
    """A tqdm bar over seconds or updates."""

    def __init__(self, seconds, updates, shown):
        unit = {"total": seconds, "bar_format": "{l_bar}{bar}| {n:.0f} of {total:.0f} s{postfix}"}
        self.bar = tqdm(disable=not shown, **(unit if seconds else {"total": int(updates)}))

    def __enter__(self):
        return self

    def __call__(self, done, loss):
        self.bar.set_postfix({"loss": f"{loss:.2f}"}, refresh=False)
        self.bar.update(min(done, self.bar.total) - self.bar.n)

    def __exit__(self, *_):
        self.bar.close()


def _one_budget(seconds, epochs):
    if (seconds is None) == (epochs is None):
        raise ValueError("give either seconds or epochs: fit(pairs, seconds=180)")
    if epochs is not None:
        whole("epochs", epochs)
    elif isinstance(seconds, bool) or not isinstance(seconds, (int, float)) or not seconds > 0:
        raise ValueError(f"seconds is {seconds!r}; it must be a number above 0")


def _fitting(side, vocabulary, size):
    if not isinstance(vocabulary, Vocabulary):
        raise TypeError(f"{side}_vocabulary is a {type(vocabulary).__name__}, not a Vocabulary")
    if tuple(vocabulary.tokens[: len(SPECIALS)]) != SPECIALS:
        raise ValueError(
            f"{side}_vocabulary begins with {vocabulary.tokens[:4]}; build it with "
            f"specials={SPECIALS}"
        )
    if len(vocabulary) != size:
        raise ValueError(
            f"{side}_vocabulary has {len(vocabulary)} tokens, the model {size}; pass the "
            "vocabulary that the model was made for"
        )


def _sentences(pairs):
    """(english, french) for each of the references of each pair."""
    found = []
    for pair in pairs:
        try:
            if isinstance(pair, (str, dict)):  # which unpack, but into letters or keys
                raise TypeError
            english, french = (pair.english, pair.references) if hasattr(pair, "english") else pair
            french = (french,) if isinstance(french, str) else tuple(french)
        except (TypeError, ValueError):
            raise ValueError(
                f"{pair!r} is no pair; give tuples (english, french), or what load_phrasebook "
                "or load_tatoeba returns"
            ) from None
        found += [(english, reference) for reference in french]
    if not found:
        raise ValueError("there are no pairs; give at least one (english, french)")
    return found


def _capitals(texts):
    """Tokens that are mostly not written in lower case where no sentence begins."""
    counts = Counter(
        token
        for text in texts
        for before, token in pairwise(tokenize(_TITLE.sub(r"\1 ", text), lower=False))
        if before not in _STARTING
    )
    forms = {}
    for form, count in counts.items():
        forms.setdefault(form.lower(), []).append((count, form))
    best = {token: max(found)[1] for token, found in forms.items()}
    return {token: form for token, form in best.items() if token != form}


# --- command line ---------------------------------------------------------------------


def load_pairs(corpus):
    """Pairs of a corpus: "phrasebook", "tatoeba", or a file with tabs such as fra.txt.

    Parameters
    ----------
    corpus : str or Path

    Returns
    -------
    list of pairs with ``english`` and ``references``

    Raises
    ------
    FileNotFoundError
        If there is no such corpus.

    Examples
    --------
    >>> load_pairs("no_such_file.txt")
    Traceback (most recent call last):
    FileNotFoundError: there is no file no_such_file.txt; give the path of a file such as fra.txt
    """
    if str(corpus) == "phrasebook":
        from course_utils.phrasebook import load_phrasebook

        return load_phrasebook(20_000, seed=0)
    return load_tatoeba("download" if str(corpus) == "tatoeba" else corpus)


def _train(corpus, seconds, folder):
    pairs = [(pair.english, pair.references[0]) for pair in load_pairs(corpus)]
    short = [pair for pair in pairs if all(len(tokenize(text)) <= 15 for text in pair)]
    short = random.Random(0).sample(short, min(len(short), 60_000))  # a file may be sorted
    translator = Translator.for_pairs(short, min_count=2)
    translator.fit(short, seconds=seconds)
    translator.save(folder)
    return translator


def main(arguments=None):
    """The command line; see the module.

    Parameters
    ----------
    arguments : list of str, optional
        Those of the command line by default.

    Returns
    -------
    int
        0; or 1 where something went wrong, which stands on the error stream.

    Examples
    --------
    >>> main(["--model", "no_such_folder", "Hello!"])
    1
    """
    parser = argparse.ArgumentParser("python -m course_utils.translation", description="Translate")
    parser.add_argument("sentences", nargs="*", help="English sentences")
    parser.add_argument("--train", nargs="?", const="phrasebook", metavar="CORPUS",
                        help="train first: on phrasebook (default), tatoeba or a path")  # fmt: skip
    parser.add_argument("--seconds", type=float, default=180, help="of training")
    parser.add_argument("--beam", type=int, default=4, help="beam size; 1 is greedy")
    parser.add_argument("--model", help="folder of the model; in the cache folder by default")
    given = parser.parse_args(arguments)
    folder = Path(given.model) if given.model else cache_folder() / "translator"
    try:
        if given.train:
            translator = _train(given.train, given.seconds, folder)
        else:
            translator = Translator.load(folder)
        for french in translator.translate(given.sentences, beam_size=given.beam):
            print(french)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    if not given.sentences:
        print('Give a sentence: python -m course_utils.translation "Where is the station?"')
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")  # a terminal may lack some letters
    sys.exit(main())
