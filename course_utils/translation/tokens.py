"""From a sentence to its tokens and back. Chapters 25 and 26."""

import re
import unicodedata
from collections import Counter
from itertools import pairwise

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
    Chapter 25 says why.

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

    Used from chapter 25 on.

    Parameters
    ----------
    tokens : list of str

    Returns
    -------
    str

    Raises
    ------
    TypeError
        If it is a text, or holds anything but text.

    Examples
    --------
    >>> detokenize(["est", "-ce", "l'", "heure", ",", "déjà", "?"])
    "Est-ce l'heure, déjà ?"
    """
    if isinstance(tokens, (str, bytes)):
        raise TypeError(
            f"tokens is the text {tokens!r}; expected a list of tokens: tokenize(text) makes one"
        )
    tokens = list(tokens)
    if strange := [token for token in tokens if not isinstance(token, str)]:
        raise TypeError(
            f"tokens holds {strange[0]!r}, a {type(strange[0]).__name__}; expected text (str): "
            "Vocabulary.decode makes tokens of ids"
        )
    text = " ".join(tokens)
    text = re.sub(r"(\w') (?=\w)", r"\1", text)
    text = re.sub(rf"(?<=\w) ('{_ENGLISH}|-\w)", r"\1", text)
    text = re.sub(r" ([,.)\]\u2026])", r"\1", text)
    text = re.sub(r"([(\[]) ", r"\1", text)
    text = re.sub(r'" ([^"]*?) "', r'"\1"', text)
    return text[:1].upper() + text[1:]


def sentence_pairs(pairs):
    """One (english, french) for each reference of each pair. Chapter 25.

    Parameters
    ----------
    pairs : list
        Tuples (english, french), or (english, references) with several French sentences,
        or objects with ``english`` and ``references``.

    Returns
    -------
    list of (str, str)

    Raises
    ------
    ValueError
        If there is no pair, or one is none.

    Examples
    --------
    >>> sentence_pairs([("Hello!", ["Bonjour !", "Salut !"])])
    [('Hello!', 'Bonjour !'), ('Hello!', 'Salut !')]
    """
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


def capitals_of(texts):
    """Tokens that are mostly not written in lower case where no sentence begins. Chapter 25.

    Parameters
    ----------
    texts : iterable of str

    Returns
    -------
    dict of str to str
        From the token in lower case to the way it is written.

    Examples
    --------
    >>> capitals_of(["Je vois Marie.", "Elle part."])
    {'marie': 'Marie'}
    """
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
