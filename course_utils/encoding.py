"""Categories and tokens as numbers, and back.

Chapter 07 derives integer and one-hot encoding; the translators of part V use the
same class with ``specials=("[pad]", "[unknown]", "[start]", "[end]")``.
"""

from collections import Counter

import numpy as np

from course_utils._arguments import whole
from course_utils._files import read_json, write_json

UNKNOWN = "[unknown]"


class Vocabulary:
    """An ordered list of tokens; a token's id is its place in it.

    Build one with `from_sequences`, or from a list of distinct tokens.

    Parameters
    ----------
    tokens : sequence of str or int
        Distinct tokens; the first has id 0.

    Raises
    ------
    TypeError, ValueError
        If a token is neither str nor int, stands there twice, or there is none.

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
        self.tokens = [_plain(token) for token in _listed("tokens", tokens)]
        if not self.tokens:
            raise ValueError("there are no tokens; give at least one")
        self._ids = {token: i for i, token in enumerate(self.tokens)}
        if len(self._ids) < len(self.tokens):
            twice = [token for token, count in Counter(self.tokens).items() if count > 1]
            raise ValueError(f"these tokens stand there more than once: {twice[:5]}")

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
        ['[pad]', '[unknown]', 'the', 'cat', 'dog']
        >>> words.encode(["the", "bird"])
        array([2, 1], dtype=int32)
        """
        specials = [_plain(token) for token in _listed("specials", specials)]
        for name, value, least in (
            ("max_size", max_size, len(specials) + 1),
            ("min_count", min_count, 1),
        ):
            if value is not None or name != "max_size":
                whole(name, value, least)
        counts = Counter()
        for sequence in _listed("sequences", sequences):
            counts.update(_plain(token) for token in _listed("a sequence", sequence))
        for special in specials:
            counts.pop(special, None)
        kept = [token for token, count in counts.most_common() if count >= min_count]
        return cls([*specials, *kept][:max_size])

    def __len__(self):
        return len(self.tokens)

    def __contains__(self, token):
        return token in self._ids

    def encode(self, tokens):
        """Ids of one sequence of tokens.

        Returns
        -------
        array (time,), int32

        Raises
        ------
        KeyError
            If a token is unknown and the vocabulary has no ``"[unknown]"``.
        TypeError
            If the sequence is a bare string, or holds sequences.
        """
        tokens = _listed("tokens", tokens)
        unknown = self._ids.get(UNKNOWN)
        try:
            ids = [self._ids.get(token, unknown) for token in tokens]
        except TypeError:  # a list or an array is not hashable
            raise TypeError(
                f"tokens hold sequences, such as {tokens[0]!r}; encode one sequence at a time"
            ) from None
        if None in ids:
            token = tokens[ids.index(None)]
            raise KeyError(
                f"unknown token {token!r}; the vocabulary has {len(self)} tokens, such as "
                f'{self.tokens[:5]}. Build it with specials=("[unknown]",) to accept any.'
            )
        return np.array(ids, dtype="int32")

    def decode(self, ids):
        """Tokens of one sequence of ids.

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
        return [self.tokens[i] for i in ids.tolist()]

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

        Raises
        ------
        FileNotFoundError
            If the place cannot be written to.
        """
        write_json(path, "Vocabulary", {"tokens": self.tokens})

    @classmethod
    def load(cls, path):
        """Read a vocabulary written by `save`.

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
    try:
        return list(values)
    except TypeError:
        raise TypeError(f"{name} is {values!r}; expected a list") from None


def _plain(token):
    """A token as Python's own str or int, so that JSON can hold it."""
    if isinstance(token, (str, np.str_)):
        return str(token)
    if isinstance(token, (int, np.integer)) and not isinstance(token, bool):
        return int(token)
    raise TypeError(f"the token {token!r} is a {type(token).__name__}; tokens are str or int")
