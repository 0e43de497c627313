"""The translator: sentences in, sentences out. Chapters 25 and 26."""

from numbers import Real

import numpy as np

from course_utils._arguments import whole
from course_utils.encoding import Vocabulary
from course_utils.transformer import Transformer
from course_utils.translation import saving
from course_utils.translation.decoding import Decoder
from course_utils.translation.packing import Packer
from course_utils.translation.tokens import (
    END,
    SPECIALS,
    START,
    capitals_of,
    detokenize,
    sentence_pairs,
    tokenize,
)
from course_utils.translation.training import Budget, Trainer


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
        _refuse_misfit("source", source_vocabulary, model.source_vocab_size)
        _refuse_misfit("target", target_vocabulary, model.target_vocab_size)
        self.model = model
        self.source_vocabulary = source_vocabulary
        self.target_vocabulary = target_vocabulary
        self.capitals = dict(capitals)
        self._trainer, self._decoder = Trainer(model), Decoder(model)

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
        pairs = sentence_pairs(pairs)
        sides = [[tokenize(text) for text in side] for side in zip(*pairs, strict=True)]
        source, target = (
            Vocabulary.from_sequences(side, max_size, min_count, specials=SPECIALS)
            for side in sides
        )
        model = Transformer(len(source), len(target), **sizes)
        return cls(model, source, target, capitals_of(french for _, french in pairs))

    def fit(
        self,
        pairs,
        *,
        epochs=None,
        seconds=None,
        batch_size=64,
        peak=3e-3,
        warmup=300,
        cooldown=0.3,
        smoothing=0.1,
        xla=False,
        seed=0,
        progress=True,
        callback=None,
    ):
        """Train, for so many epochs or so many seconds (compiling included).

        Parameters
        ----------
        pairs : list
            Tuples (english, french), or (english, references) with several French
            sentences, or objects with ``english`` and ``references``. Of several, each
            makes a pair.
        epochs : int, optional
        seconds : float, optional
            Give one of the two. Only epochs make a run repeatable.
        batch_size : int
            Pairs in an update, about: short ones share rows of one fixed width.
        peak, warmup, cooldown
            Of `learning_rate`.
        smoothing : float
            Of `padding_free_loss`.
        xla : bool
            Compile the update with XLA: some 10 s first, and on two processors hardly faster
            afterwards. Chapter 30 compares.
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
        budget = Budget(seconds, epochs)
        batch_size, warmup = whole("batch_size", batch_size), whole("warmup", warmup)
        examples = _examples(pairs, self)
        schedule = {"peak": peak, "warmup": warmup, "cooldown": cooldown}
        packer = Packer(examples, batch_size, np.random.default_rng(seed))
        return self._trainer.train(packer, budget, schedule, smoothing, xla, progress, callback)

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
            If a sentence is no text or longer than the model reads, or an option is out of range.
        """
        if isinstance(sentences, str):
            return self.translate([sentences], beam_size, length_penalty, batch_size)[0]
        beam_size, batch_size = whole("beam_size", beam_size), whole("batch_size", batch_size)
        if not isinstance(length_penalty, Real) or not np.isfinite(length_penalty):
            raise ValueError(f"length_penalty is {length_penalty!r}; it must be a number, e.g. 1.0")
        beam_size = min(beam_size, len(self.target_vocabulary) - len(SPECIALS) + 1)
        sources, vocabulary = _source_ids(sentences, self), self.target_vocabulary
        return [
            detokenize([self.capitals.get(token, token) for token in vocabulary.decode(ids)])
            for ids in self._decoder.batches(sources, batch_size, beam_size, length_penalty)
        ]

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
        (source,) = _source_ids([sentence], self)
        if not len(source):
            raise ValueError("the sentence is empty; give one with at least one word")
        target, weights = self._decoder.attention(source, layer)
        return weights, self.target_vocabulary.decode(target), tokenize(sentence)

    save = saving.save
    load = classmethod(saving.load)


def _examples(pairs, translator):
    """Pairs of ids: the source, and the target from its start to its end token."""
    examples = []
    for english, french in sentence_pairs(pairs):
        target = translator.target_vocabulary.encode(tokenize(french))
        source = translator.source_vocabulary.encode(tokenize(english))
        examples.append((source, np.concatenate([[START], target, [END]]).astype("int32")))
    longest = max(max(len(source), len(target) - 1) for source, target in examples)
    if longest > translator.model.max_length:
        raise ValueError(
            f"a sentence has {longest} tokens, more than max_length = "
            f"{translator.model.max_length}; leave long ones out, or build with a larger "
            "max_length"
        )
    return examples


def _source_ids(sentences, translator):
    """Ids of each sentence, once it is known to be a text that the model can read."""
    found = []
    for place, sentence in enumerate(sentences):
        ids = translator.source_vocabulary.encode(tokenize(sentence))
        if len(ids) > translator.model.max_length:
            raise ValueError(
                f"sentence {place} has {len(ids)} tokens, this model reads at most "
                f"{translator.model.max_length}; split it into shorter sentences"
            )
        found.append(ids)
    return found


def _refuse_misfit(side, vocabulary, size):
    """Not the vocabulary that the model was made for."""
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
