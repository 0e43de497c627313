"""Categories and tokens as numbers, and back.

Chapter 07 derives integer and one-hot encoding; the translators of part V use the
same class with ``specials=("[pad]", "[unknown]", "[start]", "[end]")``.
"""

from collections import Counter

import numpy as np

from course_utils._arguments import refuse_masked, whole
from course_utils._files import read_json, write_json

UNKNOWN_TOKEN = "[unknown]"


class Vocabulary:
    """An ordered list of tokens; a token's id is its place in it.

    Build one with `from_sequences`, or from a list of distinct tokens.

    Parameters
    ----------
    tokens : sequence of str or int
        Distinct tokens; the first has id 0. A set has no order and is refused.

    Raises
    ------
    TypeError, ValueError
        If a token is neither str nor int, stands there twice, is broken text, or there is none.

    Examples
    --------
    >>> sky = Vocabulary(["cold", "warm", "hot"])
    >>> sky.encode(["hot", "cold"])
    array([2, 0], dtype=int32)
    >>> sky.one_hot(sky.encode(["hot", "cold"]))
    array([[0., 0., 1.],
           [1., 0., 0.]], dtype=float32)
    >>> sky.decode(sky.from_one_hot([[0.1, 0.2, 0.7]]))
    ['hot']
    """

    def __init__(self, tokens):
        self._tokens = tuple(_plain(token) for token in _listed("tokens", tokens))
        if not self._tokens:
            raise ValueError("there are no tokens; give at least one")
        self._ids = {token: i for i, token in enumerate(self._tokens)}
        if len(self._ids) < len(self._tokens):
            twice = [token for token, count in Counter(self._tokens).items() if count > 1]
            raise ValueError(f"these tokens stand there more than once: {twice[:5]}")
        _refuse_broken(self._tokens)

    @property
    def tokens(self):
        """All tokens as a tuple, in the order of their ids."""
        return self._tokens

    @classmethod
    def from_sequences(cls, sequences, max_size=None, min_count=1, specials=()):
        """Collect tokens, the most frequent first (equals: the earlier seen first).

        Parameters
        ----------
        sequences : iterable of lists of str or int
            Use the training part only. For characters, give ``list(text)``.
        max_size : int, optional
            Keep at most so many tokens, specials included.
        min_count : int
            Drop tokens seen less often.
        specials : sequence of str
            Tokens that come first whatever their count. With ``"[unknown]"`` among
            them, `encode` maps unseen tokens to it; without, it raises.

        Returns
        -------
        Vocabulary

        Raises
        ------
        TypeError, ValueError
            If a sequence is a bare string, a size is out of its range, or nothing is left.

        Examples
        --------
        >>> texts = [["the", "cat"], ["the", "dog"]]
        >>> words = Vocabulary.from_sequences(texts, specials=("[pad]", "[unknown]"))
        >>> words.tokens
        ('[pad]', '[unknown]', 'the', 'cat', 'dog')
        >>> words.encode(["the", "bird"])
        array([2, 1], dtype=int32)
        """
        specials = [_plain(token) for token in _listed("specials", specials)]
        if max_size is not None:
            max_size = whole("max_size", max_size, len(specials) + 1)
        min_count = whole("min_count", min_count, 1)
        counts = Counter()
        for sequence in _listed("sequences", sequences):
            counts.update(_plain(token) for token in _listed("a sequence", sequence))
        for special in specials:
            counts.pop(special, None)
        kept = [token for token, count in counts.most_common() if count >= min_count]
        return cls([*specials, *kept][:max_size])

    def __len__(self):
        return len(self._tokens)

    def __iter__(self):
        return iter(self._tokens)

    def __contains__(self, token):
        # True and 1.0 equal 1, but are no tokens.
        return _is_token(token) and token in self._ids

    def __eq__(self, other):
        return self._tokens == other._tokens if isinstance(other, Vocabulary) else NotImplemented

    def __hash__(self):
        return hash(self._tokens)

    def __repr__(self):
        shown = ", ".join(map(repr, self._tokens[:5]))
        return f"<Vocabulary of {len(self)}: {shown}{', ...' if len(self) > 5 else ''}>"

    def encode(self, tokens):
        """Ids of one sequence of tokens.

        Parameters
        ----------
        tokens : sequence of str or int

        Returns
        -------
        array (time,), int32

        Raises
        ------
        TypeError
            If the sequence is a bare string or a set, or holds anything but str and int.
        ValueError
            If a token is unknown and the vocabulary has no ``"[unknown]"``.
        """
        tokens = _listed("tokens", tokens)
        if not set(map(type, tokens)) <= {str, int}:  # the usual case needs no closer look
            tokens = [_plain(token) for token in tokens]
        unknown = self._ids.get(UNKNOWN_TOKEN)
        ids = [self._ids.get(token, unknown) for token in tokens]
        if None in ids:
            token = tokens[ids.index(None)]
            raise ValueError(
                f"unknown token {token!r}; the vocabulary has {len(self)} tokens, such as "
                f'{[*self._tokens[:5]]}. Build it with specials=("[unknown]",) to accept any.'
            )
        return np.array(ids, dtype="int32")

    def decode(self, ids):
        """Tokens of one sequence of ids.

        Parameters
        ----------
        ids : int array (time,)

        Returns
        -------
        list of str or int

        Raises
        ------
        TypeError, ValueError
            If the ids are not whole numbers from 0 to ``len(vocabulary) - 1`` in one row.
        """
        ids = self._checked(ids)
        if ids.ndim != 1:
            raise ValueError(f"ids have shape {ids.shape}; decode takes one sequence, (time,)")
        return [self._tokens[i] for i in ids.tolist()]

    def one_hot(self, ids):
        """A 1 at each id's place and 0 elsewhere.

        Parameters
        ----------
        ids : int array of any shape (...)

        Returns
        -------
        array (..., len(vocabulary)), float32
        """
        ids = self._checked(ids)
        encoded = np.zeros((ids.size, len(self)), dtype="float32")
        encoded.reshape(-1)[np.arange(ids.size) * len(self) + ids.reshape(-1)] = 1
        return encoded.reshape(*ids.shape, len(self))

    def from_one_hot(self, vectors):
        """The id with the largest value along the last axis: of probabilities too.

        Parameters
        ----------
        vectors : array (..., len(vocabulary))

        Returns
        -------
        int array (...)

        Raises
        ------
        TypeError, ValueError
            If the last axis has another length, or a value is NaN or no number.
        """
        refuse_masked("vectors", vectors)
        try:
            vectors = np.asarray(vectors)
        except ValueError as error:
            raise ValueError(
                f"vectors are ragged; each must have {len(self)} places, one for each token"
            ) from error
        if vectors.dtype.kind not in "iufb":
            raise TypeError(f"vectors hold {vectors.dtype}, not numbers; give probabilities")
        if vectors.ndim == 0 or vectors.shape[-1] != len(self):
            raise ValueError(
                f"vectors have shape {vectors.shape}; the last axis must have "
                f"{len(self)} places, one for each token"
            )
        if vectors.dtype.kind == "f" and np.isnan(vectors).any():
            raise ValueError("vectors hold NaN, which has no largest place; mend the model first")
        return vectors.argmax(axis=-1)

    def save(self, path):
        """Write the tokens as JSON; a failure leaves the old file whole.

        Parameters
        ----------
        path : str or Path

        Raises
        ------
        OSError
            If the place cannot be written to; the system's own, with the remedy as a note.
        """
        write_json(path, "Vocabulary", {"tokens": self._tokens})

    @classmethod
    def load(cls, path):
        """Read a vocabulary written by `save`.

        Parameters
        ----------
        path : str or Path

        Returns
        -------
        Vocabulary

        Raises
        ------
        FileNotFoundError
            If there is no such file.
        ValueError
            If the file is damaged or holds something else.
        """
        content = read_json(path, "Vocabulary")
        try:
            return cls(content["tokens"])
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(
                f"{path} is a damaged vocabulary file ({error}); save the vocabulary again"
            ) from error

    def _checked(self, ids):
        refuse_masked("ids", ids)
        try:
            ids = np.asarray(ids)
        except ValueError as error:
            raise ValueError("ids are ragged; pad them first with pad_sequences") from error
        if ids.size and ids.dtype.kind not in "iu":
            raise TypeError(f"ids hold {ids.dtype}, not whole numbers; encode the tokens first")
        if ids.size and (ids.min() < 0 or ids.max() >= len(self)):
            raise ValueError(
                f"ids reach from {ids.min()} to {ids.max()}; "
                f"this vocabulary has 0 to {len(self) - 1}"
            )
        return ids.astype("intp", copy=False)


def _listed(name, values):
    if isinstance(values, (str, bytes)):
        raise TypeError(
            f"{name} is the text {values[:30]!r}; give a list of tokens: "
            "text.split() for words, list(text) for characters"
        )
    if isinstance(values, (set, frozenset)):
        raise TypeError(
            f"{name} is a {type(values).__name__}, whose order changes from run to run; give a "
            "list, e.g. sorted(...)"
        )
    try:
        return list(values)
    except TypeError:
        raise TypeError(f"{name} is {values!r}; expected a list") from None


def _is_token(thing):
    return isinstance(thing, (str, int, np.integer)) and not isinstance(thing, bool)


def _plain(token):
    """A token as Python's own str or int, so that JSON can hold it."""
    if _is_token(token):
        return str(token) if isinstance(token, str) else int(token)
    if isinstance(token, (list, tuple, np.ndarray)):
        raise TypeError(
            f"the token {token!r} is a {type(token).__name__}; tokens are str or int, and each "
            "sequence of them comes one at a time"
        )
    advice = "; decode it first: token.decode()" if isinstance(token, bytes) else ""
    raise TypeError(
        f"the token {token!r} is a {type(token).__name__}; tokens are str or int{advice}"
    )


def _refuse_broken(tokens):
    """Half a character, as reading in a wrong encoding leaves it, fits into no file."""
    for token in tokens:
        if isinstance(token, str) and not token.isascii():
            try:
                token.encode()
            except UnicodeEncodeError:
                raise ValueError(
                    f"the token {token!r} holds half a character (a lone surrogate); read the "
                    'text again with its own encoding, such as encoding="utf-8"'
                ) from None
