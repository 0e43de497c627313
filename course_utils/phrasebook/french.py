"""The French that a grammar needs: elision, contraction, agreement, the parts of a clause.

Words are strings; an aspirated h is written ``*`` before its word, as dictionaries do,
until `phrase` joins the words and drops it. Genders are "m" and "f"; persons count
from 0 (je) to 5 (ils, elles).
"""

from typing import NamedTuple

VOWELS = frozenset("aàâeéèêiîoôuùûhœæ")
_ELIDED = {
    word: word[:-1] + "'" for word in ("je", "me", "te", "se", "le", "la", "de", "ne", "que")
}
_BEFORE_VOWEL = {"ma": "mon", "ta": "ton", "sa": "son", "ce": "cet"}
_JOINED = {
    ("à", "le"): "au",
    ("à", "les"): "aux",
    ("de", "le"): "du",
    ("de", "les"): "des",
    ("si", "il"): "s'il",
    ("si", "ils"): "s'ils",
}
_CHANGING = {*_ELIDED, *_BEFORE_VOWEL, *(word for word, _ in _JOINED)}
#: Masculine, feminine, plural, and the feminine plural where it differs.
DETERMINERS = {
    "le": ("le", "la", "les"),
    "un": ("un", "une", "des"),
    "du": ("de le", "de la", "de les"),
    "de": ("de", "de", "de"),
    "ce": ("ce", "cette", "ces"),
    "mon": ("mon", "ma", "mes"),
    "ton": ("ton", "ta", "tes"),
    "son": ("son", "sa", "ses"),
    "notre": ("notre", "notre", "nos"),
    "votre": ("votre", "votre", "vos"),
    "leur": ("leur", "leur", "leurs"),
    "tout le": ("tout le", "toute la", "tous les", "toutes les"),
}
#: Whose: by the person of the owner.
POSSESSIVES = ("mon", "ton", "son", "notre", "votre", "leur")
_REFLEXIVE = ("me", "te", "se", "nous", "vous", "se")


class Noun(NamedTuple):
    """A noun: singular, plural, gender."""

    singular: str
    plural: str
    gender: str


class Adjective(NamedTuple):
    """An adjective: its four forms, and its place beside a noun.

    ``masculine``, ``feminine``, ``masculine_plural``, ``feminine_plural``; ``before_vowel``
    is the masculine before a vowel, where it has one (bel); ``place`` is as in the lexicon.
    """

    masculine: str
    feminine: str
    masculine_plural: str
    feminine_plural: str
    before_vowel: str
    place: str


class Verb(NamedTuple):
    """A verb: ``infinitive`` without its se, ``present`` person by person, ``participle``.

    ``auxiliary`` is avoir or être; ``reflexive`` verbs stand with me, te, se.
    """

    infinitive: str
    present: tuple
    participle: str
    auxiliary: str
    reflexive: bool


class Subject(NamedTuple):
    """One way to read a subject: its ``words``, ``person``, ``gender``, and if it is ``plural``."""

    words: tuple
    person: int
    gender: str
    plural: bool

    @property
    def pronoun(self):
        """The pronoun that stands for it: je, tu, il, elle, nous, vous, ils, elles."""
        third = {"m": "il", "f": "elle"}[self.gender]
        return ("je", "tu", third, "nous", "vous", third + "s")[self.person]


class Clitic(NamedTuple):
    """A pronoun before the verb: its ``word``, ``gender``, and if it is ``plural``.

    A ``direct`` one makes a participle agree.
    """

    word: str
    gender: str = "m"
    plural: bool = False
    direct: bool = False


def vowel_sound(word):
    """Whether elision and mon, cet, bel stand before a word; its h is mute without a ``*``.

    Parameters
    ----------
    word : str

    Examples
    --------
    >>> vowel_sound("hôtel"), vowel_sound("*hibou"), vowel_sound("y"), vowel_sound("yeux")
    (True, False, True, False)
    """
    return word[0].lower() in VOWELS or word == "y" or word.startswith("y ")


def phrase(words):
    """Join words with elision (l'eau), contraction (du, aux), and mon, cet before a vowel.

    Parameters
    ----------
    words : iterable of str
        Each one word or several.

    Examples
    --------
    >>> phrase(["je", "ne", "ai", "pas", "de", "eau"])
    "je n'ai pas d'eau"
    >>> phrase(["le", "chat", "de", "le", "*héros", "à", "le", "hôpital"])
    "le chat du héros à l'hôpital"
    """
    pieces = []
    following = ""
    for word in reversed(" ".join(words).split()):
        if word in _CHANGING and following:
            if (word, following) in _JOINED:
                following = pieces[-1] = _JOINED[word, following]
                continue
            if vowel_sound(following):
                if word in _ELIDED:
                    following = pieces[-1] = _ELIDED[word] + following
                    continue
                word = _BEFORE_VOWEL.get(word, word)
        pieces.append(word)
        following = word
    return " ".join(reversed(pieces)).replace("*", "")


def agree(adjective, gender, plural):
    """The form of an adjective for a gender and number.

    Parameters
    ----------
    adjective : Adjective, or str (a participle)
    gender : "m" or "f"
    plural : bool

    Examples
    --------
    >>> agree("allé", "f", True), agree("pris", "m", True)
    ('allées', 'pris')
    """
    if not isinstance(adjective, str):
        return adjective[(gender == "f") + 2 * plural]
    feminine = adjective + "e" * (gender == "f")
    return feminine + "s" * (plural and not feminine.endswith("s"))


def noun_phrase(determiner, noun, plural=False, adjective=None):
    """The words of determiner, noun and adjective, which agree and stand in their order.

    Parameters
    ----------
    determiner : str
        A key of `DETERMINERS`, or a word as it stands ("trois", "").
    noun : Noun
    plural : bool
    adjective : Adjective, optional

    Examples
    --------
    >>> eye = Noun("œil", "yeux", "m")
    >>> beautiful = Adjective("beau", "belle", "beaux", "belles", "bel", "before")
    >>> phrase(noun_phrase("un", eye, adjective=beautiful))
    'un bel œil'
    >>> phrase(noun_phrase("un", eye, plural=True, adjective=beautiful))
    'de beaux yeux'
    """
    forms = DETERMINERS.get(determiner, (determiner,) * 3)
    feminine = noun.gender == "f"
    word = forms[-1 if feminine else 2] if plural else forms[feminine]
    name = noun.plural if plural else noun.singular
    if adjective is None:
        return (word, name)
    form = agree(adjective, noun.gender, plural)
    if adjective.place == "after":
        return (word, name, form)
    if plural and determiner in ("un", "du"):
        word = "de"
    if adjective.before_vowel and form == adjective.masculine and not plural and vowel_sound(name):
        form = adjective.before_vowel
    return (word, form, name)


def clause(subject, verb, helpers, *, tense="present", negation="", clitic=None, form=""):
    """The words of subject, verb and what stands between them.

    Parameters
    ----------
    subject : Subject
    verb : Verb
    helpers : dict of str to Verb
        ``avoir`` and ``être`` for the past, ``aller`` for the future.
    tense : "present", "past", "future", or Verb
        The passé composé, the near future, or a verb before the infinitive: je peux manger.
    negation : "", "pas", "plus" or "jamais"
    clitic : Clitic, optional
    form : "", "est-ce que", "inversion", or "last" (the subject comes last: où va Paul)

    Examples
    --------
    >>> avoir = Verb("avoir", "ai as a avons avez ont".split(), "eu", "avoir", False)
    >>> voir = Verb("voir", "vois vois voit voyons voyez voient".split(), "vu", "avoir", False)
    >>> elle = Subject(("elle",), 2, "f", False)
    >>> her = Clitic("la", "f", False, direct=True)
    >>> past = {"tense": "past", "negation": "pas", "clitic": her}
    >>> phrase(clause(elle, voir, {"avoir": avoir}, **past))
    "elle ne l'a pas vue"
    >>> phrase(clause(elle, voir, {"avoir": avoir}, **past, form="inversion"))
    "ne l'a-t-elle pas vue"
    """
    person = subject.person
    if verb.reflexive:
        clitic = Clitic(_REFLEXIVE[person])
    before, after = ((clitic.word,) if clitic else ()), ()
    if tense == "present":
        finite = verb.present[person]
    elif tense == "past":
        finite = helpers[verb.auxiliary].present[person]
        owner = subject if verb.auxiliary == "être" else clitic
        agrees = owner is subject or (clitic is not None and clitic.direct)
        after = (agree(verb.participle, owner.gender, owner.plural) if agrees else verb.participle,)
    else:
        helper = helpers["aller"] if tense == "future" else tense
        finite, before, after = helper.present[person], (), (*before, verb.infinitive)
    words = subject.words
    if form == "inversion":
        words = () if words == (subject.pronoun,) else words
        finite = invert(finite, subject.pronoun)
    last = ()
    if form == "last":
        words, last = (), words
    ne, pas = (("ne",), (negation,)) if negation else ((), ())
    words = (*words, *ne, *before, finite, *pas, *after, *last)
    return ("est-ce", "que", *words) if form == "est-ce que" else words


def invert(finite, pronoun):
    """Verb and pronoun turned round.

    Parameters
    ----------
    finite : str
        A form of the verb.
    pronoun : str

    Examples
    --------
    >>> invert("a", "il"), invert("est", "elle"), invert("peux", "je")
    ('a-t-il', 'est-elle', 'puis-je')
    """
    if pronoun == "je":
        return {"peux": "puis-je", "suis": "suis-je", "dois": "dois-je"}[finite]
    link = "-t-" if pronoun in ("il", "elle") and finite[-1] in "aec" else "-"
    return finite + link + pronoun


_UNITS = str.split(
    "zéro un deux trois quatre cinq six sept *huit neuf dix *onze douze treize quatorze quinze "
    "seize dix-sept dix-huit dix-neuf"
)
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}


def number(value, gender="m"):
    """A number from 0 to 100 in words, spelled in the traditional way: vingt et un.

    Parameters
    ----------
    value : int
    gender : "m" or "f"
        Of what is counted: vingt et une pommes.

    Examples
    --------
    >>> number(21, "f"), number(71), number(80), number(99)
    ('vingt et une', 'soixante et onze', 'quatre-vingts', 'quatre-vingt-dix-neuf')
    """
    if not 0 <= value <= 100:
        raise ValueError(f"the number is {value}; the grammar knows 0 to 100")
    if value == 100:
        return "cent"
    if value < 20:
        word = _UNITS[value]
    elif value >= 80:
        rest = _UNITS[value - 80].replace("*", "")
        word = f"quatre-vingt-{rest}" if value > 80 else "quatre-vingts"
    else:
        ten = min(value // 10 * 10, 60)
        rest = _UNITS[value - ten].replace("*", "")
        link = " et " if value % 10 == 1 else "-"
        word = _TENS[ten] + (link + rest if value > ten else "")
    return word + "e" if gender == "f" and word.split()[-1].split("-")[-1] == "un" else word
