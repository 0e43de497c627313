"""The small grammar behind the phrasebook: a lexicon, sentence makers, templates.

The words stand in ``lexicon/*.tsv``, where a French teacher can correct them. A template
is a function that makes one `Pair` from the words it is given, and a list of cases, the
words that go together. Where English leaves something open (you, they, it, I am tired)
a maker loops over all readings, so that one English sentence holds all its French.

Left out on purpose: *on* for we, *être en train de* for progressive forms, *n'est-ce pas*.
"""

import re
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

from course_utils import french
from course_utils.french import Adjective, Clitic, Noun, Subject, Verb, noun_phrase, phrase

_LEXICON = Path(__file__).with_name("lexicon")
_SIMPLE, _DOING, _PAST, _PLAN, _ABLE = "simple", "doing", "past", "plan", "able"
_CONTRACTION = re.compile(r"\b([Aa]ux?|[Dd]u|des (?=États|Pays|toilettes))\b")


class Pair(NamedTuple):
    """An ``english`` sentence, its French ``references``, and what it tests: ``tags``.

    The first reference is the most usual French; ``combinations`` holds the noun-adjective
    and subject-verb combinations, by their English dictionary words.
    """

    english: str
    references: tuple
    tags: frozenset
    combinations: frozenset = frozenset()

    @property
    def french(self):
        """The most usual French: what a model is trained on."""
        return self.references[0]


class _Mode(NamedTuple):
    """How a sentence is made: a row of ``modes.tsv``."""

    name: str
    english: str
    way: str
    tense: str
    modal: str
    negation: str
    form: str
    tags: frozenset


class _Verb(NamedTuple):
    """The forms of an English verb, and the French verb that answers it."""

    base: str
    third: str
    ing: str
    past: str
    participle: str
    french: Verb
    ways: tuple
    roles: tuple


class _Noun(NamedTuple):
    """An English noun with all French nouns that it may mean."""

    english: str
    plural: str
    readings: tuple
    kinds: frozenset


class _Adjective(NamedTuple):
    """An English adjective and its French one."""

    english: str
    comparative: str
    french: Adjective
    kinds: frozenset


class _Subject(NamedTuple):
    """An English subject; ``person`` is the pronoun whose verb forms it takes: I, he, they."""

    english: str
    person: str
    readings: tuple
    key: str


# --- the lexicon ------------------------------------------------------------------------------


@cache
def read_table(name):
    """The rows of a table of the lexicon.

    Parameters
    ----------
    name : str
        Of the file ``lexicon/NAME.tsv``; lines that begin with # are remarks.

    Returns
    -------
    list of dict

    Examples
    --------
    >>> read_table("names")[0]
    {'name': 'Marie', 'gender': 'f'}
    """
    lines = (_LEXICON / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    head, *rows = (line.split("\t") for line in lines if line and line[0] != "#")
    return [dict(zip(head, row, strict=True)) for row in rows]


def _nouns():
    nouns = {}
    for row in read_table("nouns"):
        reading = Noun(row["french"], row["french_plural"], row["gender"])
        known = nouns.get(row["english"])
        nouns[row["english"]] = _Noun(
            row["english"],
            row["plural"],
            (*known.readings, reading) if known else (reading,),
            frozenset(row["kinds"].split()),
        )
    return nouns


def _adjectives():
    return {
        row["english"]: _Adjective(
            row["english"],
            row["comparative"],
            Adjective(*(row[form] for form in _ADJECTIVE_FORMS)),
            frozenset(row["kinds"].split()),
        )
        for row in read_table("adjectives")
    }


_ADJECTIVE_FORMS = (
    *("masculine", "feminine", "masculine_plural", "feminine_plural"),
    *("before_vowel", "place"),
)


def _french_verb(row):
    bare = re.sub(r"^(se |s')", "", row["french"])
    present = tuple(row[person] for person in ("je", "tu", "il", "nous", "vous", "ils"))
    return Verb(bare, present, row["participle"], row["auxiliary"], bare != row["french"])


def _verbs():
    verbs = {}
    for row in read_table("verbs"):
        key = row["english"] if row["english"] not in verbs else row["english"] + " (2)"
        verbs[key] = _Verb(
            *(row[form] for form in ("english", "third", "ing", "past", "english_participle")),
            _french_verb(row),
            tuple(row["ways"].replace("all", "simple habit doing past plan able").split()),
            tuple(row["roles"].split()),
        )
    return verbs


NOUNS, ADJECTIVES, VERBS = _nouns(), _adjectives(), _verbs()
HELPERS = {row["french"]: _french_verb(row) for row in read_table("verbs")}
MODES = {
    row["name"]: _Mode(**{**row, "tags": frozenset(row["tags"].split())})
    for row in read_table("modes")
}
_FORMS = {
    "I": {"do": "do", "be": "am", "be_not": "am not", "have": "have", "want": "want"},
    "he": {"do": "does", "be": "is", "be_not": "isn't", "have": "has", "want": "wants"},
    "they": {"do": "do", "be": "are", "be_not": "aren't", "have": "have", "want": "want"},
}


def _pronoun(english, person, *readings):
    readings = tuple(Subject((word,), *rest) for word, *rest in readings)
    return _Subject(english, person, readings, english)


I, YOU, HE, SHE, IT, WE, THEY = PRONOUNS = (  # noqa: E741 - the pronoun
    _pronoun("I", "I", ("je", 0, "m", False), ("je", 0, "f", False)),
    _pronoun(
        "you",
        "they",
        *(("tu", 1, gender, False) for gender in "mf"),
        *(("vous", 4, gender, plural) for plural in (False, True) for gender in "mf"),
    ),
    _pronoun("he", "he", ("il", 2, "m", False)),
    _pronoun("she", "he", ("elle", 2, "f", False)),
    _pronoun("it", "he", ("il", 2, "m", False), ("elle", 2, "f", False)),
    _pronoun("we", "they", ("nous", 3, "m", True), ("nous", 3, "f", True)),
    _pronoun("they", "they", ("ils", 5, "m", True), ("elles", 5, "f", True)),
)
NAMES = [
    _Subject(row["name"], "he", (Subject((row["name"],), 2, row["gender"], False),), row["name"])
    for row in read_table("names")
]
MARIE, PAUL, ALICE, THOMAS, ANNA, OSCAR = NAMES
_POSSESSIVES = {"my": 0, "your": (1, 4), "his": 2, "her": 2, "our": 3, "their": 5}
_OWN = {"I": "my", "you": "your", "he": "his", "she": "her", "we": "our", "they": "their"}


def _possessive(english):
    """All French words for my, your, ..."""
    people = _POSSESSIVES[english]
    return [french.POSSESSIVES[person] for person in (people if english == "your" else (people,))]


_ENGLISH_DETERMINERS = {
    "the": ("the", "the", ["le"]),
    "a": ("a", "", ["un"]),
    "this": ("this", "these", ["ce"]),
    "all the": ("all the", "all the", ["tout le"]),
    **{word: (word, word, _possessive(word)) for word in _POSSESSIVES},
}


def _english_noun_phrase(determiner, noun, plural=False, adjective=None):
    """In English: with a or an, these for several."""
    single, several, _ = _ENGLISH_DETERMINERS[determiner]
    words = [adjective.english] if adjective else []
    words.append(noun.plural if plural else noun.english)
    word = several if plural else single
    if word == "a" and words[0][0].lower() in "aeiouh" and not words[0].startswith(_CONSONANT):
        word = "an"
    return " ".join([word, *words]).strip()


# Begin with the sound of a consonant: a university, a house; an honest man, an umbrella.
_CONSONANT = (*("uni", "use"), *("h" + letter for letter in "aeiu"), "horse", "hot", "hosp")


def _noun_phrases(determiner, noun, plural=False, adjective=None):
    """All French for it."""
    determiners = _ENGLISH_DETERMINERS[determiner][2]
    return [
        words
        for word, reading in product(determiners, noun.readings)
        for words in _placed(word, reading, plural, adjective)
    ]


def _placed(word, reading, plural, adjective):
    """A noun and its adjective; some stand on either side: une longue lettre, une lettre longue."""
    if adjective is None:
        return [noun_phrase(word, reading, plural)]
    places = {"both": ("before", "after")}.get(adjective.french.place, [adjective.french.place])
    return [
        noun_phrase(word, reading, plural, adjective.french._replace(place=place))
        for place in places
    ]


def _subject(determiner, noun, plural=False):
    """A noun phrase as a subject."""
    noun = NOUNS[noun] if isinstance(noun, str) else noun
    readings = tuple(
        Subject(noun_phrase(word, reading, plural), 5 if plural else 2, reading.gender, plural)
        for word, reading in product(_ENGLISH_DETERMINERS[determiner][2], noun.readings)
    )
    english = _english_noun_phrase(determiner, noun, plural)
    return _Subject(english, "they" if plural else "he", readings, noun.english)


_SPEAKERS = (I, YOU, HE, SHE, WE, THEY)
_CORE = (*_SPEAKERS, MARIE, OSCAR, _subject("the", "girl"), _subject("the", "student", True))
_SEVEN = (*_SPEAKERS, MARIE)
_PEOPLE = (
    *(*_SPEAKERS, *NAMES),
    *(_subject("the", noun) for noun in ("boy", "hero", "neighbour", "doctor", "woman")),
    *(_subject("my", noun) for noun in ("brother", "aunt", "friend", "daughter")),
    *(_subject("the", noun, True) for noun in ("child", "nurse", "singer", "farmer")),
    _subject("this", "man"),
    _subject("this", "woman", True),
)
_SOME = (*_SEVEN, *_PEOPLE[12:])
_CLITICS = {
    "me": [Clitic("me", gender, False, True) for gender in "mf"],
    "you": [
        *(Clitic("te", gender, False, True) for gender in "mf"),
        *(Clitic("vous", gender, plural, True) for plural in (False, True) for gender in "mf"),
    ],
    "him": [Clitic("le", "m", False, True)],
    "her": [Clitic("la", "f", False, True)],
    "it": [Clitic("le", "m", False, True), Clitic("la", "f", False, True)],
    "us": [Clitic("nous", gender, True, True) for gender in "mf"],
    "them": [Clitic("les", gender, True, True) for gender in "mf"],
}
_INDIRECT = {
    "me": [Clitic("me")],
    "you": [Clitic("te"), Clitic("vous")],
    "him": [Clitic("lui")],
    "her": [Clitic("lui")],
    "us": [Clitic("nous")],
    "them": [Clitic("leur")],
}
_SELF = {("I", "me"), ("I", "us"), ("we", "me"), ("we", "us"), ("you", "you")}


# --- sentences --------------------------------------------------------------------------------


def _sentence(words, end="."):
    """Joined, with a capital, and a space before ? and !."""
    text = phrase(words)
    return text[0].upper() + text[1:] + ("." if end == "." else " " + end)


def _pair(english, sentences, tags, combinations=()):
    english = " ".join(english.split()).replace(" ?", "?").replace(" .", ".")
    english = english[0].upper() + english[1:]
    references = tuple(dict.fromkeys(sentences))
    tags = set(tags)
    every = " ".join(references).replace("ujourd'hui", "")
    if "'" in every:
        tags.add("elision")
    if _CONTRACTION.search(every):
        tags.add("contraction")
    if english.startswith(("You ", "They ", "It ")) or " you" in english:
        tags.add("ambiguous")
    return Pair(english, references, _frozen(tuple(sorted(tags))), frozenset(combinations))


_frozen = cache(frozenset)


_QUESTION_FORMS = ("est-ce que", "inversion", "")


def _tense(mode, verb):
    """The tense for `clause`, one for each French answer: to be able is savoir for a skill."""
    if not mode.modal:
        return (mode.tense,)
    if mode.way == _ABLE and "skill" in verb.roles:
        return (HELPERS["savoir"], HELPERS["pouvoir"])
    return (HELPERS[mode.modal],)


def _french_forms(mode, reading, tense, ask=""):
    """The forms of a question; with a noun, its subject may stand last or be taken up."""
    if mode.form == "statement":
        return ("",)
    forms = _WORDS[ask][1] if ask else _QUESTION_FORMS
    if reading.person == 0 and tense is not HELPERS["pouvoir"]:
        return [form for form in forms if form != "inversion"]
    if reading.words == (reading.pronoun,):
        return [form for form in forms if form != "last"]
    return [form for form in forms if form != "inversion" or ask not in ("what", "who is")]


def _english(subject, verb, mode, rest):
    return mode.english.format(
        subject=subject.english,
        base=verb.base,
        present=verb.third if subject.person == "he" else verb.base,
        ing=verb.ing,
        past=verb.past,
        participle=verb.participle,
        rest=rest,
        **_FORMS[subject.person],
    )


def _distinct(readings, agrees):
    """The readings that make a difference: by their words alone where nothing agrees."""
    if agrees:
        return readings
    first = {}
    for reading in readings:
        first.setdefault(reading[0], reading)
    return list(first.values())


def _say(
    subject, verb, mode, rest="", rests=((),), *, clitics=(None,), agrees=False, tags=(), ask=""
):
    """A pair from subject, verb, mode and the rest of the sentence.

    ``rests`` are French words for ``rest``, or a function of the reading of the subject;
    ``agrees`` where they show the subject's gender; ``ask`` is a question word.
    """
    past = mode.tense == "past"
    agrees = agrees or (past and verb.french.auxiliary == "être")
    if clitics[0] is not None:
        clitics = _distinct(clitics, past)
    start, end = _WORDS.get(ask, ((), ()))[0], "?" if mode.form == "question" else "."
    sentences = []
    for reading, clitic, tense in product(
        _distinct(subject.readings, agrees), clitics, _tense(mode, verb)
    ):
        parts = {"tense": tense, "negation": mode.negation, "clitic": clitic}
        for words in rests(reading) if callable(rests) else rests:
            for form in _french_forms(mode, reading, tense, ask):
                said = french.clause(reading, verb.french, HELPERS, form=form, **parts)
                sentences.append(_sentence((*start, *said, *words), end))
    tags = {*tags, *(mode.tags - {"past"}), *_DETERMINER_TAGS.get(subject.english.split()[0], ())}
    if past:
        tags |= {"past-être" if verb.french.auxiliary == "être" else "past-avoir"}
        if agrees or (clitics[0] is not None and clitics[0].direct):
            tags.add("participle")
    english = _english(subject, verb, mode, rest)
    if ask:
        tags.add("wh-word")
        english = f"{ask} {english}"
    return _pair(english, sentences, tags, [(subject.key, verb.base)])


_DETERMINER_TAGS = {
    "the": ["article"],
    **dict.fromkeys(("this", "these"), ["demonstrative"]),
    **dict.fromkeys(_POSSESSIVES, ["possessive"]),
}
#: A question word, and the French forms it goes with, the most usual first.
_WORDS = {
    "where": (("où",), ("est-ce que", "inversion", "last")),
    "when": (("quand",), ("est-ce que", "inversion", "last")),
    "why": (("pourquoi",), ("est-ce que", "inversion")),
    "how": (("comment",), ("est-ce que", "inversion", "last")),
    "what": (("que",), ("est-ce que", "inversion", "last")),
    "what time": (("à", "quelle", "heure"), ("est-ce que", "inversion", "last")),
    "where from": (("d'où",), ("last", "inversion", "est-ce que")),
    "how old": (("quel", "âge"), ("last", "inversion", "est-ce que")),
    "where is": (("où",), ("last", "inversion", "est-ce que")),
    "who is": (("qui",), ("last", "inversion")),
}


def _suits(subject, mode):
    """Nobody asks what they do themselves, but may ask whether they can."""
    return mode.form != "question" or subject not in (I, WE) or mode.name == "can question"


def _modes(ways):
    return [mode for mode in MODES.values() if mode.way in ways]


def _with_modes(subjects, ways):
    return [(s, mode) for s in subjects for mode in _modes(ways) if _suits(s, mode)]


def _role(name):
    return [verb for verb in VERBS.values() if name in verb.roles]


def _kind(*names):
    return [noun for noun in NOUNS.values() if noun.kinds & set(names)]


def _fits(noun, adjective):
    return bool(noun.kinds & adjective.kinds)


def _after_negation(mode, determiner):
    """The article of an object: de after a negation."""
    return "de" if mode.negation else determiner


# --- templates --------------------------------------------------------------------------------

#: Name to (maker, function that lists its cases).
TEMPLATES = {}


def _template(cases):
    def register(make):
        TEMPLATES[make.__name__.strip("_")] = make, cases
        return make

    return register


@_template(lambda: [(row,) for row in read_table("smalltalk")])
def _smalltalk(row):
    return _pair(row["english"], row["french"].split(" / "), {"greeting"})


# Adjectives and nouns.


def _adjective_phrase(adjective, adverb=()):
    """For `_say`: the adjective as it agrees with the subject."""
    return lambda reading: [
        (*adverb, french.agree(adjective.french, reading.gender, reading.plural))
    ]


_ADVERBS = {"": (), "very": ("très",)}


def _gradable(adjective):
    return ("", "very") if adjective.comparative else ("",)


@_template(
    lambda: [
        (subject, mode, adverb, adjective)
        for adjective in ADJECTIVES.values()
        if "people" in adjective.kinds
        for adverb in _gradable(adjective)
        for subject, mode in _with_modes(_PEOPLE, ("be",))
        if mode.negation in ("", "pas") or (adverb == "" and "mood" in adjective.kinds)
    ]
)
def _people_are(subject, mode, adverb, adjective):
    pair = _say(
        subject,
        VERBS["be"],
        mode,
        f"{adverb} {adjective.english}",
        _adjective_phrase(adjective, _ADVERBS[adverb]),
        agrees=True,
        tags={"adjective"},
    )
    return pair._replace(combinations=frozenset({(subject.key, adjective.english)}))


def _predicates(*kinds):
    """Nouns and the adjectives that may be said of them."""
    return [
        (noun, adjective)
        for noun in _kind(*kinds)
        for adjective in ADJECTIVES.values()
        if adjective.french.place != "attribute" and _fits(noun, adjective)
    ]


_THINGS = (
    *("animal", "object", "vehicle", "clothing", "place", "room", "container", "flower"),
    *("reading", "show", "part"),
)


@_template(
    lambda: [
        (determiner, noun, plural, mode, adjective)
        for noun, adjective in _predicates(*_THINGS, "food", "fruit", "drink")
        for determiner in ("the", "this")
        for plural in ((False, True) if noun.plural else (False,))
        for mode in (MODES["be"], MODES["be not"], MODES["be question"])
        if determiner == "the" or mode.name == "be"
    ]
)
def _things_are(determiner, noun, plural, mode, adjective):
    subject = _subject(determiner, noun, plural)
    rest = _adjective_phrase(adjective)
    tags = {"adjective", "article" if determiner == "the" else "demonstrative"}
    pair = _say(subject, VERBS["be"], mode, adjective.english, rest, agrees=True, tags=tags)
    return pair._replace(combinations=frozenset({(noun.english, adjective.english)}))


@_template(
    lambda: [
        (determiner, noun, plural, adjective)
        for noun, adjective in _predicates("animal", "object", "vehicle", "clothing", "room")
        if "transport" not in noun.kinds
        for determiner in ("my", "your", "his", "our", "their")
        for plural in (False, True)
    ]
)
def _own_things_are(determiner, noun, plural, adjective):
    subject = _subject(determiner, noun, plural)
    rest = _adjective_phrase(adjective, ("très",) if adjective.comparative else ())
    words = f"{'very' if adjective.comparative else ''} {adjective.english}"
    tags = {"adjective", "possessive"}
    pair = _say(subject, VERBS["be"], MODES["be"], words, rest, agrees=True, tags=tags)
    return pair._replace(combinations=frozenset({(noun.english, adjective.english)}))


@_template(
    lambda: [
        (subject, mode, adjective)
        for adjective in ADJECTIVES.values()
        if adjective.french.place != "attribute"
        and "people" not in adjective.kinds
        and adjective.english != "young"
        for subject in (IT, THEY)
        if subject is IT or adjective.english not in ("cold", "hot")
        for mode in (MODES["be"], MODES["be not"], MODES["be question"])
    ]
)
def _it_is(subject, mode, adjective):
    """It is il, elle or ce; of the weather, it is cold is il fait froid."""
    rest = _adjective_phrase(adjective)
    pair = _say(
        subject, VERBS["be"], mode, adjective.english, rest, agrees=True, tags={"adjective"}
    )
    neutral = {
        "be": ["C'est {}."],
        "be not": ["Ce n'est pas {}."],
        "be question": ["Est-ce que c'est {} ?", "C'est {} ?"],
    }
    weather = {
        "be": ["Il fait {}."],
        "be not": ["Il ne fait pas {}."],
        "be question": ["Est-ce qu'il fait {} ?", "Fait-il {} ?", "Il fait {} ?"],
    }
    if subject is THEY:
        return pair._replace(combinations=frozenset())
    outside = adjective.english in ("cold", "hot")
    shapes = (weather[mode.name] if outside else []) + neutral[mode.name]
    more = [shape.format(adjective.french.masculine) for shape in shapes]
    every = (*more, *pair.references) if outside else (*pair.references, *more)
    tags = pair.tags | {"weather"} if outside else pair.tags
    return pair._replace(references=every, tags=tags, combinations=frozenset())


def _attributes(*kinds):
    """Nouns that are counted and the adjectives that stand beside them."""
    return [
        (noun, adjective)
        for noun in _kind(*kinds)
        for adjective in ADJECTIVES.values()
        if adjective.french.place != "predicate" and noun.plural and _fits(noun, adjective)
    ]


_DESCRIBED = ("animal", "object", "vehicle", "clothing", "place", "reading", "flower")


def _described(subject, verb, mode, noun, plural, adjective, tags):
    """Subject, verb and an indefinite noun with its adjective."""
    rests = _placed("de" if mode.negation else "un", noun.readings[0], plural, adjective)
    words = _english_noun_phrase("a", noun, plural, adjective)
    pair = _say(subject, verb, mode, words, rests, tags={*tags, "adjective", "article"})
    both = {*pair.combinations, (noun.english, adjective.english)}
    return pair._replace(combinations=frozenset(both))


@_template(
    lambda: (
        [
            (I, VERBS["have"], MODES[mode], noun, plural, adjective)
            for noun, adjective in _attributes("animal", "object", "vehicle", "clothing")
            if "transport" not in noun.kinds
            for plural in (False, True)
            for mode in ("present", "negative")
        ]
        + [
            (subject, VERBS["have"], MODES[mode], noun, plural, adjective)
            for noun, adjective in _attributes("animal", "vehicle", "clothing")
            if "transport" not in noun.kinds
            for plural in (False, True)
            for subject, mode in ((SHE, "present"), (WE, "anymore"), (YOU, "question"))
        ]
    )
)
def _have_described(subject, verb, mode, noun, plural, adjective):
    return _described(subject, verb, mode, noun, plural, adjective, ())


@_template(
    lambda: [
        (subject, VERBS[verb], MODES[mode], noun, plural, adjective)
        for noun, adjective in _attributes(*_DESCRIBED)
        for plural in (False, True)
        for subject, verb, mode in (
            (I, "see", "past"),
            (SHE, "look for", "doing"),
            (PAUL, "want", "present"),
            (THEY, "find", "past question"),
        )
        if verb != "want" or noun.kinds & {"vehicle", "clothing", "animal"}
        if verb in ("see", "find") or adjective.english not in ("dirty", "heavy", "bad", "boring")
    ]
)
def _verb_described(subject, verb, mode, noun, plural, adjective):
    return _described(subject, verb, mode, noun, plural, adjective, ())


@_template(
    lambda: [
        (noun, plural, adjective, negation)
        for noun, adjective in _attributes(*_DESCRIBED, "fruit")
        for plural in (False, True)
        for negation in (False, True)
    ]
)
def _that_is_described(noun, plural, adjective, negation):
    """It is a big house: c'est, not elle est."""
    words = _english_noun_phrase("a", noun, plural, adjective)
    english = f"{'They' if plural else 'It'} {_be(plural, negation)} {words}."
    start = _THAT_IS[plural, negation]
    sentences = [
        _sentence((*start, *words)) for words in _placed("un", noun.readings[0], plural, adjective)
    ]
    tags = {"adjective", "article", "c'est", *(("negation",) if negation else ())}
    return _pair(english, sentences, tags, [(noun.english, adjective.english)])


def _be(plural, negation=False):
    return _FORMS["they" if plural else "he"]["be_not" if negation else "be"]


#: By several, negated.
_THAT_IS = {
    (False, False): ("c'est",),
    (True, False): ("ce", "sont"),
    (False, True): ("ce", "n'est", "pas"),
    (True, True): ("ce", "ne", "sont", "pas"),
}


@_template(
    lambda: [
        (determiner, noun, plural, form)
        for noun in _kind("object", "clothing", "vehicle", "family", "near", "animal")
        for determiner in _POSSESSIVES
        for plural in (False, True)
        for form in ("", "not", "?")
        if not (plural and noun.english in ("mother", "father"))
    ]
)
def _this_is_mine(determiner, noun, plural, form):
    words = _english_noun_phrase(determiner, noun, plural)
    this = "these" if plural else "this"
    if form == "?":
        start = f"{_be(plural)} {this} {words}?"
        french_starts = (
            [("est-ce", "que", "ce", "sont"), ("sont-ce",), ("ce", "sont")][::2]
            if plural
            else [("est-ce", "que", "c'est"), ("est-ce",), ("c'est",)]
        )
    else:
        start = f"{this} {_be(plural, form == 'not')} {words}."
        french_starts = [_THAT_IS[plural, form == "not"]]
    sentences = [
        _sentence((*begin, *rest), "?" if form == "?" else ".")
        for rest in _noun_phrases(determiner, noun, plural)
        for begin in french_starts
    ]
    tags = {"possessive", "c'est", *{"": (), "not": ("negation",), "?": ("question",)}[form]}
    return _pair(start, sentences, tags)


def _as_profession(noun, reading):
    """The noun for a person of this gender; some have one form for all."""
    same = [form for form in noun.readings if form.gender == reading.gender]
    return (same or noun.readings)[0]


@_template(
    lambda: [
        (subject, mode, noun)
        for noun in _kind("profession")
        for subject, mode in _with_modes((*_SPEAKERS, *NAMES), ("be",))
        if mode.negation != "jamais"
    ]
)
def _professions(subject, mode, noun):
    """She is a doctor: elle est médecin, or c'est un médecin."""
    several = subject.readings[0].person > 2
    words = _english_noun_phrase("a", noun, several and subject is not YOU)

    if subject is YOU:  # a student is one: vous is polite here, not several
        one = tuple(reading for reading in YOU.readings if not reading.plural)
        subject = YOU._replace(readings=one)

    def rests(reading):
        form = _as_profession(noun, reading)
        return [(form.plural if reading.plural else form.singular,)]

    pair = _say(subject, VERBS["be"], mode, words, rests, agrees=True, tags={"profession"})
    if subject in (HE, SHE, THEY) and mode.form != "question":
        start = {"": "c'est", "pas": "ce n'est pas", "plus": "ce n'est plus"}[mode.negation]
        start = start.replace("c'est", "ce sont").replace("n'est", "ne sont") if several else start
        more = [
            _sentence((start, *noun_phrase("un", _as_profession(noun, reading), several)))
            for reading in subject.readings
        ]
        pair = pair._replace(
            references=tuple(dict.fromkeys((*pair.references, *more))), tags=pair.tags | {"c'est"}
        )
    return pair


@_template(
    lambda: [
        (subject, noun, adjective, negation)
        for noun, adjective in _attributes("profession", "near")
        for subject in (HE, SHE, THEY)
        for negation in (False, True)
    ]
)
def _described_professions(subject, noun, adjective, negation):
    """He is a good doctor: c'est un bon médecin."""
    several = subject is THEY
    words = _english_noun_phrase("a", noun, several, adjective)
    english = f"{subject.english} {_be(several, negation)} {words}."
    sentences = [
        _sentence(
            (
                *_THAT_IS[several, negation],
                *noun_phrase("un", _as_profession(noun, reading), several, adjective.french),
            )
        )
        for reading in subject.readings
    ]
    tags = {"profession", "adjective", "article", "c'est", *(("negation",) if negation else ())}
    return _pair(english, sentences, tags, [(noun.english, adjective.english)])


@_template(
    lambda: [
        (subject, adjective, other, shape)
        for adjective in ADJECTIVES.values()
        if "people" in adjective.kinds and adjective.comparative
        for subject in (I, YOU, HE, SHE, WE, THEY, PAUL, ALICE)
        for other in ("me", "you", "him", "her", "us", "them", "Anna", "Thomas", "Oscar")
        if (subject.english, other) not in (*_SELF, ("they", "them"))
        for shape in ("more", "as", "less")
    ]
)
def _comparisons(subject, adjective, other, shape):
    """Taller than: plus grand que; not as tall as: moins grand que, pas aussi grand que."""
    stressed = {
        "me": ["moi"],
        "you": ["toi", "vous"],
        "him": ["lui"],
        "her": ["elle"],
        "us": ["nous"],
        "them": ["eux", "elles"],
    }.get(other, [other])
    words = {"more": adjective.comparative + " than", "as": f"as {adjective.english} as"}
    words["less"] = words["as"]
    adverbs = {"more": ["plus"], "as": ["aussi"], "less": ["aussi", "moins"]}[shape]
    mode = MODES["be not" if shape == "less" else "be"]

    def rests(adverb):
        return lambda reading: [
            (adverb, french.agree(adjective.french, reading.gender, reading.plural), "que", word)
            for word in stressed
        ]

    said = [
        _say(
            subject,
            VERBS["be"],
            MODES["be"] if adverb == "moins" else mode,
            "",
            rests(adverb),
            agrees=True,
        ).references
        for adverb in adverbs
    ]
    english = _english(subject, VERBS["be"], mode, f"{words[shape]} {other}")
    tags = {"comparison", "adjective", "present", *(("negation",) if shape == "less" else ())}
    return _pair(english, sum(said, ()), tags)


# Verbs and their objects.


@_template(
    lambda: [
        (subject, verb, mode, noun)
        for verb, kinds in (
            ("eat", ("food", "fruit")),
            ("drink", ("drink",)),
            ("buy", ("food", "fruit", "drink")),
            ("order", ("drink",)),
            ("want", ("food", "fruit", "drink")),
        )
        for noun in _kind(*kinds)
        for subject, mode in _with_modes(_SEVEN, VERBS[verb].ways)
        if not (verb == "want" and mode.name == "anymore")
    ]
)
def _partitives(subject, verb, mode, noun):
    """I am eating bread: du pain; I don't eat bread: pas de pain."""
    some = "some " if verb in ("want", "order") and not mode.negation else ""
    plural = bool(noun.plural)
    rests = [noun_phrase(_after_negation(mode, "du"), noun.readings[0], plural)]
    words = some + (noun.plural or noun.english)
    tags = {"article" if plural else "partitive"}
    return _say(subject, VERBS[verb], mode, words, rests, tags=tags)


@_template(
    lambda: [
        (subject, verb, mode, noun)
        for verb in _role("general")
        for noun in _kind("food", "fruit", "drink", "animal", "art", "flower")
        for subject, mode in _with_modes(_CORE, verb.ways)
        if not (verb.base == "prefer" and mode.negation)
    ]
)
def _likes(subject, verb, mode, noun):
    """I like cheese: le fromage, also after a negation."""
    rests = [noun_phrase("le", noun.readings[0], bool(noun.plural))]
    return _say(subject, verb, mode, noun.plural or noun.english, rests, tags={"article"})


def _objects():
    """Verb, its noun, the ways that suit them."""
    return [
        (VERBS[row["verb"]], NOUNS[noun], row["ways"].replace("all", _ALL).split())
        for row in read_table("objects")
        for noun in row["nouns"].split(", ")
    ]


_ALL = "simple habit doing past plan able"


@_template(
    lambda: [
        (subject, verb, mode, noun)
        for verb, noun, ways in _objects()
        for subject, mode in _with_modes(_SEVEN, ways)
    ]
)
def _objects_with_the(subject, verb, mode, noun):
    words = _english_noun_phrase("the", noun)
    return _say(subject, verb, mode, words, _noun_phrases("the", noun), tags={"article"})


@_template(
    lambda: [
        (subject, verb, mode, noun, plural)
        for verb, noun, ways in _objects()
        if noun.kinds & {"object", "clothing", "vehicle"} and "transport" not in noun.kinds
        for subject, mode in _with_modes((*_SPEAKERS, MARIE, OSCAR), ways)
        if mode.name in ("doing", "doing question", "past", "past negative", "future", "must")
        if "female" not in noun.kinds or subject not in (HE, OSCAR)
        for plural in (False, True)
    ]
)
def _objects_of_mine(subject, verb, mode, noun, plural):
    """The owner is the subject: tu with ton, vous with votre."""
    owner = _OWN.get(subject.english, "her" if subject is MARIE else "his")

    def rests(reading):
        return [
            noun_phrase(french.POSSESSIVES[reading.person], form, plural) for form in noun.readings
        ]

    words = _english_noun_phrase(owner, noun, plural)
    return _say(subject, verb, mode, words, rests, tags={"possessive"})


@_template(
    lambda: [
        (subject, VERBS[verb], MODES[mode], noun, plural)
        for noun in _kind("object", "clothing", "vehicle", "animal", "thing", "flower")
        for plural in (False, True)
        for subject in (I, YOU, SHE, THEY, ANNA)
        for verb, mode in (
            *(("want", "present"), ("want", "question"), ("like", "negative")),
            *(("look for", "doing"), ("see", "past"), ("find", "past question")),
        )
        if _suits(subject, MODES[mode])
    ]
)
def _objects_with_this(subject, verb, mode, noun, plural):
    words = _english_noun_phrase("this", noun, plural)
    rests = _noun_phrases("this", noun, plural)
    return _say(subject, verb, mode, words, rests, tags={"demonstrative"})


@_template(
    lambda: [
        (subject, verb, mode, other)
        for verb in VERBS.values()
        for other in _CLITICS
        if ("it" if other == "it" else "whom") in verb.roles
        or (other == "them" and "it" in verb.roles)
        for subject, mode in _with_modes(_SEVEN, verb.ways)
        if (subject.english, other) not in _SELF
    ]
)
def _direct_pronouns(subject, verb, mode, other):
    """I saw her: je l'ai vue."""
    return _say(subject, verb, mode, other, clitics=_CLITICS[other], tags={"clitic"})


@_template(
    lambda: [
        (subject, verb, mode, other)
        for verb in _role("to")
        for other in _INDIRECT
        for subject, mode in _with_modes(_CORE, verb.ways)
        if (subject.english, other) not in _SELF
    ]
)
def _indirect_pronouns(subject, verb, mode, other):
    """I am talking to her: je lui parle."""
    return _say(subject, verb, mode, other, clitics=_INDIRECT[other], tags={"clitic"})


@_template(
    lambda: [
        (subject, verb, mode, determiner, noun, plural)
        for verb in _role("to")
        for determiner, noun, plural in (
            *(("the", "teacher", False), ("the", "doctor", False), ("the", "child", True)),
            *(("the", "artist", False), ("my", "friend", False), ("his", "mother", False)),
            *(("the", "neighbour", True), ("this", "woman", False), ("the", "hero", False)),
        )
        for subject, mode in _with_modes((*_SPEAKERS, ALICE), verb.ways)
    ]
)
def _indirect_objects(subject, verb, mode, determiner, noun, plural):
    """To the teacher: au professeur."""
    noun = NOUNS[noun]
    rests = [("à", *words) for words in _noun_phrases(determiner, noun, plural)]
    tags = {"possessive" if determiner in _POSSESSIVES else "article"}
    words = _english_noun_phrase(determiner, noun, plural)
    return _say(subject, verb, mode, words, rests, tags=tags)


@_template(
    lambda: [
        (subject, verb, mode)
        for verb in (*_role("alone"), *_role("move"), *_role("reflexive"))
        for subject, mode in _with_modes(
            (*_SOME, IT) if "animal" in verb.roles else _SOME, verb.ways
        )
        if not (mode.way == "simple" and "move" in verb.roles)
    ]
)
def _verbs_alone(subject, verb, mode):
    """She left: elle est partie; she got up: elle s'est levée."""
    return _say(subject, verb, mode, "", _home(verb), tags=_verb_tags(verb))


def _home(verb):
    """To go home is rentrer, with or without à la maison."""
    return [("à", "la", "maison"), ()] if verb.base == "go home" else [()]


def _verb_tags(verb):
    return {"reflexive"} if verb.french.reflexive else set()


@_template(
    lambda: [
        (subject, verb, mode, time)
        for verb in (*_role("alone"), *_role("move"), *_role("reflexive"))
        if verb.base not in ("fall", "cry", "get dressed")
        for time in read_table("times")
        if not (verb.french.reflexive and time["english"].endswith("week"))
        for subject, mode in _with_modes((*_SPEAKERS, THOMAS), verb.ways)
        if mode.way in time["when"].split()
        and mode.negation in ("", "pas")
        and not (mode.negation and time["when"] == "simple")
    ]
)
def _verbs_and_times(subject, verb, mode, time):
    rests = [(*words, time["french"]) for words in _home(verb)]
    tags = {"time", *_verb_tags(verb)}
    return _say(subject, verb, mode, time["english"], rests, tags=tags)


@_template(
    lambda: [
        (subject, verb, mode, noun)
        for verb in (VERBS["go"], VERBS["come"], VERBS["arrive"], VERBS["stay"])
        for noun in _kind("stay" if verb.base == "stay" else "public")
        for subject, mode in _with_modes(_SEVEN, verb.ways)
        if verb.base != "arrive" or mode.way in ("doing", "past")
    ]
)
def _places(subject, verb, mode, noun):
    """To the station: à la gare; to the market: au marché."""
    word = {"go": "to", "come": "to"}.get(verb.base, "at")
    rests = [("à", *noun_phrase("le", noun.readings[0]))]
    return _say(subject, verb, mode, f"{word} the {noun.english}", rests, tags={"place"})


@_template(
    lambda: [
        (subject, mode, noun)
        for noun in _kind("public")
        for subject, mode in _with_modes((*_SPEAKERS, ANNA), ("doing", "past"))
        if mode.name != "past never"
    ]
)
def _coming_from(subject, mode, noun):
    """From the market: du marché."""
    rests = [("de", *noun_phrase("le", noun.readings[0]))]
    return _say(subject, VERBS["come"], mode, f"from the {noun.english}", rests, tags={"place"})


def _country(row, direction):
    """In or to (à), from (de) a country or city."""
    name, gender = row["french"], row["gender"]
    if gender == "city":
        return (direction, name)
    if gender == "mp":
        return (direction, "les", name)
    if gender == "f" or french.vowel_sound(name):
        return ("en" if direction == "à" else "de", name)
    return (direction, "le", name)


@_template(
    lambda: [
        (subject, verb, word, mode, row)
        for row in read_table("countries")
        for verb, word, ways in (
            ("live", "in", ("simple",)),
            ("work", "in", ("simple", "doing", "past")),
            ("go", "to", ("doing", "past", "plan")),
            ("arrive", "in", ("past",)),
            ("come", "from", ("simple",)),
        )
        for subject, mode in _with_modes((*_SPEAKERS, ALICE, OSCAR), ways)
        if not (verb == "come" and mode.name == "anymore")
    ]
)
def _countries(subject, verb, word, mode, row):
    """Countries and cities: en France, au Canada, à Paris, des États-Unis."""
    rests = [_country(row, "de" if word == "from" else "à")]
    rest = f"{word} {row['english']}"
    tags = {"country" if row["gender"] != "city" else "city"}
    pair = _say(subject, VERBS[verb], mode, rest, rests, tags=tags)
    if verb != "live":
        return pair
    more = _say(subject, VERBS["live (2)"], mode, rest, rests, tags=tags)
    return pair._replace(references=pair.references + more.references)


@_template(
    lambda: [
        (subject, mode)
        for subject, mode in _with_modes((*_PEOPLE, IT), VERBS["go"].ways)
        if mode.way != "simple" or mode.name != "anymore"
    ]
)
def _going_there(subject, mode):
    """There: y."""
    return _say(subject, VERBS["go"], mode, "there", clitics=[Clitic("y")], tags={"clitic"})


@_template(
    lambda: [
        (subject, VERBS[verb], mode)
        for verb in ("want", "buy", "eat", "drink", "sell")
        for subject, mode in _with_modes(_CORE, VERBS[verb].ways)
        if mode.negation in ("", "pas")
    ]
)
def _some_of_it(subject, verb, mode):
    """Some, any: en."""
    rest = "any" if mode.negation else "some"
    return _say(subject, verb, mode, rest, clitics=[Clitic("en")], tags={"clitic"})


@_template(
    lambda: [
        (subject, mode, noun)
        for noun in _kind("game", "instrument")
        for subject, mode in _with_modes(_CORE, VERBS["play"].ways)
    ]
)
def _playing(subject, mode, noun):
    """Jouer à a game, jouer de an instrument."""
    form = noun.readings[0]
    article = noun_phrase("le", form, bool(form.plural))
    game = "game" in noun.kinds
    words = noun.english if game else f"the {noun.english}"
    rests = [("à" if game else "de", *article)]
    return _say(subject, VERBS["play"], mode, words, rests, tags={"play"})


@_template(
    lambda: [
        (subject, mode, row)
        for row in read_table("expressions")
        for subject, mode in _with_modes(_PEOPLE, ("be",))
    ]
)
def _expressions(subject, mode, row):
    """I am hungry: j'ai faim."""
    word = row["french"].replace("de la ", "de ") if mode.negation else row["french"]
    said = _say(subject, VERBS["have"], mode, "", [(word,)], tags={"expression"})
    every = said.references
    if subject is THEY and row["english"] in ADJECTIVES:
        rest = _adjective_phrase(ADJECTIVES[row["english"]])
        every += _say(subject, VERBS["be"], mode, "", rest, agrees=True).references
    english = _english(subject, VERBS["be"], mode, row["english"])
    return _pair(english, every, said.tags, [(subject.key, row["english"])])


@_template(
    lambda: (
        [
            (verb, subject, amount, noun)
            for verb, kinds in (("eat", ("food", "fruit")), ("drink", ("drink",)))
            for noun in _kind(*kinds)
            for amount in ("a lot of", "too", "enough", "a little")
            if not (noun.plural and amount == "a little")
            for subject in _CORE
        ]
        + [
            ("have", subject, amount, noun)
            for noun in _kind("supply", "near", "animal", "object", "clothing", "reading")
            for amount in ("a lot of", "too", "enough", "a little")
            if not (noun.plural and amount == "a little")
            if noun.english not in ("salt", "oil", "sugar") or amount != "a lot of"
            for subject in (I, YOU, HE, WE, THEY, ALICE)
        ]
    )
)
def _amounts(verb, subject, amount, noun):
    """A lot of water: beaucoup d'eau."""
    word = {"too": "too many" if noun.plural else "too much"}.get(amount, amount)
    adverb = {"a lot of": "beaucoup", "too": "trop", "enough": "assez", "a little": "un peu"}
    plural = bool(noun.plural)
    rests = [(adverb[amount], *noun_phrase("de", form, plural)) for form in noun.readings]
    words = f"{word} {noun.plural or noun.english}"
    return _say(subject, VERBS[verb], MODES["present"], words, rests, tags={"quantity"})


_MEASURES = {
    "a kilo of": ("un kilo", ("fruit",)),
    "two kilos of": ("deux kilos", ("fruit",)),
    "a bottle of": ("une bouteille", ("drink",)),
    "a glass of": ("un verre", ("drink",)),
    "a cup of": ("une tasse", ("warm",)),
    "a piece of": ("un morceau", ("food",)),
}
_UNMEASURED = {"cake", "sandwich", "egg", "soup", "honey", "jam", "ice cream", "rice", "coffee"}


def _measured():
    return [
        (measure, noun)
        for measure, (_, kinds) in _MEASURES.items()
        for noun in _kind(*kinds)
        if noun.english not in _UNMEASURED or measure == "a cup of" and noun.english == "coffee"
        if not (measure.endswith(("glass of", "bottle of")) and noun.english in ("tea", "coffee"))
        if not (measure == "a cup of" and noun.english in ("soup", "water"))
    ]


@_template(
    lambda: [
        (subject, mode, measure, noun)
        for measure, noun in _measured()
        for subject, mode in _with_modes(_CORE, ("doing", "past", "plan"))
        if not mode.negation
    ]
)
def _measures(subject, mode, measure, noun):
    """A kilo of apples: un kilo de pommes."""
    rests = [_measure(measure, noun)]
    words = f"{measure} {noun.plural or noun.english}"
    return _say(subject, VERBS["buy"], mode, words, rests, tags={"quantity"})


def _measure(measure, noun):
    return (_MEASURES[measure][0], *noun_phrase("de", noun.readings[0], bool(noun.plural)))


@_template(lambda: [*_measured(), *(("a", noun) for noun in _kind("clothing", "object", "fruit"))])
def _requests(measure, noun):
    """I would like ..., please: to one person or to several."""
    if measure == "a":
        words = _english_noun_phrase("a", noun)
        rest = noun_phrase("un", noun.readings[0])
    else:
        words = f"{measure} {noun.plural or noun.english}"
        rest = _measure(measure, noun)
    sentences = [
        _sentence(("je", "voudrais", *rest)).rstrip(".") + f", s'il {you} plaît."
        for you in ("vous", "te")
    ]
    return _pair(f"I would like {words}, please.", sentences, {"greeting", "quantity"})


@_template(
    lambda: [
        (subject, verb, mode, noun)
        for verb, noun in (
            *(("eat", word) for word in ("cake", "bread", "cheese", "soup", "jam", "ham")),
            *(("drink", word) for word in ("milk", "water", "wine", "lemonade", "beer")),
        )
        for subject, mode in _with_modes((*_SPEAKERS, PAUL, ALICE), ("doing", "past", "plan"))
        if mode.name != "past never"
    ]
)
def _whole(subject, verb, mode, noun):
    """All the cake: tout le gâteau."""
    noun = NOUNS[noun]
    rests = _noun_phrases("all the", noun)
    return _say(subject, VERBS[verb], mode, f"all the {noun.english}", rests, tags={"tout"})


@_template(
    lambda: (
        [
            (noun, adjective, mode)
            for noun in _kind("person", "profession", "animal")
            for adjective in ADJECTIVES.values()
            if adjective.french.place != "attribute"
            and "people" in adjective.kinds
            and ("animal" not in noun.kinds or "animal" in adjective.kinds)
            for mode in (MODES["be"], MODES["be question"])
        ]
        + [
            (noun, adjective, mode)
            for noun, adjective in _predicates("clothing", "object", "public", "reading", "flower")
            for mode in (MODES["be"], MODES["be question"])
        ]
    )
)
def _all_of_them(noun, adjective, mode):
    """All the girls: toutes les filles."""
    subject = _subject("all the", noun, True)
    rest = _adjective_phrase(adjective)
    pair = _say(
        subject, VERBS["be"], mode, adjective.english, rest, agrees=True, tags={"tout", "adjective"}
    )
    return pair._replace(combinations=frozenset({(noun.english, adjective.english)}))


# There is, numbers, places.


def _contents():
    """Things and where they are."""
    return [
        (noun, place)
        for kinds, places in (
            (("animal",), ("in the garden", "in the house", "in front of the church")),
            (("food", "drink"), ("in the fridge", "in the kitchen", "on the table")),
            (("fruit",), ("in the fridge", "in the bag", "on the table")),
            (("object", "reading"), ("in the kitchen", "in the bedroom", "under the bed")),
            (("clothing",), ("in the cupboard", "on the chair", "on the bed")),
            (("public",), ("near the station", "next to the hotel", "in Paris")),
            (("person",), ("in the garden", "in front of the school", "at the beach")),
        )
        for noun in _kind(*kinds)
        for place in places
        if noun.english not in place and noun.english not in _NOT_INSIDE.get(place, ())
    ]


_NOT_INSIDE = {
    "under the bed": ("bed", "table", "chair", "lamp", "clock"),
    "in the bedroom": ("knife", "axe"),
    "in the kitchen": ("bed", "axe", "ice cream"),
    "on the table": ("ice cream",),
    "in the bag": ("cake", "onion"),
    "next to the hotel": ("airport", "beach"),
    "near the station": ("airport", "beach"),
    "in Paris": ("beach",),
    "in the house": ("cow", "horse", "donkey"),
    "in front of the church": ("mouse", "hamster"),
}


def _where(english):
    """The French of a place such as in front of the church."""
    if english == "in Paris":
        return ("à", "Paris")
    words, _, noun = english.partition(" the ")
    if words in ("in", "at"):
        start = {"in": "dans", "at": "à"}[words]
    else:
        start = next(r["french"] for r in read_table("prepositions") if r["english"] == words)
    return (start, *noun_phrase("le", NOUNS[noun].readings[0]))


@_template(
    lambda: [
        (noun, place, count, form)
        for noun, place in _contents()
        for count in ((1, 2, 5, 12) if noun.plural else (0,))
        for form in (("", "not", "?") if count < 2 else ("", "?"))
    ]
)
def _there_is(noun, place, count, form):
    """There is: il y a; there isn't: il n'y a pas de."""
    plural = count > 1
    if count == 0:
        words = {"": "", "not": "any ", "?": "any "}[form] + noun.english
    elif count == 1:
        words = _english_noun_phrase("a", noun)
    else:
        words = f"{_ENGLISH_NUMBERS[count]} {noun.plural}"
    be = _be(plural, form == "not")
    english = f"{be} there {words} {place}?" if form == "?" else f"there {be} {words} {place}."
    starts = {
        "": ["il y a"],
        "not": ["il n'y a pas"],
        "?": ["est-ce qu'il y a", "y a-t-il", "il y a"],
    }[form]

    def thing(reading):
        if form == "not":
            return noun_phrase("de", reading)
        if count > 1:
            return noun_phrase(french.number(count, reading.gender), reading, True)
        return noun_phrase("un" if count else "du", reading)

    sentences = [
        _sentence((start, *thing(reading), *_where(place)), "?" if form == "?" else ".")
        for reading in noun.readings
        for start in starts
    ]
    tags = {"there-is", "partitive" if count == 0 else "article" if count == 1 else "number"}
    tags |= {"": set(), "not": {"negation"}, "?": {"question"}}[form]
    return _pair(english, sentences, tags)


_SMALL = str.split(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = str.split("twenty thirty forty fifty sixty seventy eighty ninety")
_ENGLISH_NUMBERS = (
    *_SMALL,
    *(ten + "-" * bool(unit) + unit for ten in _TENS for unit in ("", *_SMALL[1:10])),
    "one hundred",
)


@_template(
    lambda: [
        (preposition, noun, plural, landmark, mode)
        for preposition, nouns, landmarks in (
            ("on", ("object", "clothing", "reading"), ("table", "chair", "bed", "box")),
            ("under", ("object", "animal"), ("table", "chair", "bed", "car", "tree")),
            ("in front of", ("animal", "vehicle"), ("house", "church", "hotel", "door")),
            ("behind", ("animal", "vehicle"), ("house", "tree", "castle", "station")),
            ("near", ("animal", "vehicle"), ("house", "door", "tree", "church")),
            ("near", ("object",), ("window", "door", "lamp", "bed")),
            ("next to", ("object", "clothing"), ("bed", "computer", "bag", "phone")),
            ("far from", ("public",), ("airport", "market", "hotel", "university", "museum")),
        )
        for noun in _kind(*nouns)
        if noun.english not in ("bed", "table", "chair", "plane", "boat", "train", landmarks)
        and not (preposition == "under" and noun.english in ("horse", "cow"))
        for landmark in landmarks
        if noun.english != landmark
        for plural in (False, True)
        for mode in (MODES["be"], MODES["be question"], MODES["be not"])
        if mode.name != "be not" or preposition in ("on", "far from", "near")
    ]
)
def _positions(preposition, noun, plural, landmark, mode):
    """The book is on the table."""
    place = f"{preposition} the {landmark}"
    subject = _subject("the", noun, plural)
    pair = _say(subject, VERBS["be"], mode, place, [_where(place)], tags={"place", "article"})
    return pair._replace(combinations=frozenset())


@_template(
    lambda: [
        (subject, mode, count, noun)
        for noun in _kind("counted", "animal", "object", "clothing")
        for count in (2, 3, 4, 6, 8, 11, 21, 40, 71, 80, 92)
        if count < 10 or "counted" not in noun.kinds
        for subject, mode in ((I, "present"), (YOU, "question"), (SHE, "present"), (THEY, "past"))
    ]
)
def _having_numbers(subject, mode, count, noun):
    """Numbers: vingt et une clés."""
    verb = VERBS["have" if mode != "past" else "see"]
    rests = [
        noun_phrase(french.number(count, form.gender), form, plural=True) for form in noun.readings
    ]
    words = f"{_ENGLISH_NUMBERS[count]} {noun.plural}"
    return _say(subject, verb, MODES[mode], words, rests, tags={"number"})


@_template(
    lambda: [
        (subject, mode, years)
        for years in range(5, 100)
        for subject, mode in _with_modes((*_SPEAKERS, MARIE, PAUL), ("be",))
        if mode.name in ("be", "be not", "be question") and (mode.name == "be" or years % 10 == 0)
    ]
)
def _ages(subject, mode, years):
    """She is ten years old: elle a dix ans."""
    rests = [(french.number(years), "ans")]
    said = _say(subject, VERBS["have"], mode, "", rests, tags={"number", "expression"})
    english = _english(subject, VERBS["be"], mode, f"{_ENGLISH_NUMBERS[years]} years old")
    return _pair(english, said.references, said.tags)


@_template(
    lambda: [
        (subject, count)
        for subject in (
            IT,
            *(_subject("the", noun) for noun in _kind("object", "clothing")),
            *(_subject("this", noun) for noun in _kind("object", "clothing")),
        )
        for count in (2, 5, 8, 11, 20, 21, 35, 60, 75, 80, 99, 100)
    ]
)
def _prices(subject, count):
    """It costs ten euros: ça coûte, il coûte, elle coûte."""
    rests = [(french.number(count), "euros")]
    words = f"{_ENGLISH_NUMBERS[count]} euros"
    pair = _say(subject, VERBS["cost"], MODES["present"], words, rests, tags={"number"})
    neutral = (_sentence(("ça", "coûte", *rests[0])),) if subject is IT else ()
    return pair._replace(references=neutral + pair.references, combinations=frozenset())


@_template(
    lambda: [
        (owner, noun, adjective)
        for owner in _OWNERS
        for noun, adjective in [
            *[(noun, None) for noun in _kind("object", "clothing", "vehicle", "reading")],
            *_predicates("clothing", "vehicle"),
        ]
        if "transport" not in noun.kinds
        if "female" not in noun.kinds or owner in (MARIE, ALICE) or owner.key == "sister"
    ]
)
def _owners(owner, noun, adjective):
    """My father's car: la voiture de mon père."""
    english = f"{owner.english}'s {noun.english}"
    tags = {"possessive"}
    phrases = [
        (form, (*noun_phrase("le", form), "de", *words))
        for form in noun.readings
        for words in dict.fromkeys(reading.words for reading in owner.readings)
    ]
    if adjective is None:
        sentences = [_sentence(("c'est", *words)) for _, words in phrases]
        return _pair(f"This is {english}.", sentences, tags | {"c'est"})
    sentences = [
        _sentence((*words, "est", french.agree(adjective.french, form.gender, False)))
        for form, words in phrases
    ]
    combinations = [(noun.english, adjective.english)]
    english = f"{english} is {adjective.english}."
    return _pair(english, sentences, tags | {"adjective"}, combinations)


_OWNERS = (
    *(MARIE, ALICE, PAUL, OSCAR),
    *(_subject("my", noun) for noun in ("father", "sister", "uncle", "friend")),
    *(_subject("the", noun) for noun in ("teacher", "doctor", "boy", "engineer", "hero")),
)


# Time, weather, subordinate clauses.

_MINUTES = {
    "{}": ["{}"],
    "five past {}": ["{} cinq"],
    "ten past {}": ["{} dix"],
    "quarter past {}": ["{} et quart", "{} quinze"],
    "twenty past {}": ["{} vingt"],
    "half past {}": ["{} et demie", "{} trente"],
    "twenty to {}": ["{} moins vingt", "{before} quarante"],
    "quarter to {}": ["{} moins le quart", "{before} quarante-cinq"],
    "ten to {}": ["{} moins dix", "{before} cinquante"],
    "five to {}": ["{} moins cinq", "{before} cinquante-cinq"],
}


def _hour(value):
    """Eleven is onze heures, one is une heure."""
    return french.number(value, "f") + (" heures" if value > 1 else " heure")


@cache
def _clock():
    """English and French of the times of a clock, from one to eleven, noon and midnight."""
    times = [
        (
            (pattern.format(_SMALL[hour]) + (" o'clock" if pattern == "{}" else "")),
            [shape.format(_hour(hour), before=_hour((hour - 2) % 12 + 1)) for shape in shapes],
        )
        for hour in range(1, 12)
        for pattern, shapes in _MINUTES.items()
    ]
    return [*times, ("noon", ["midi"]), ("midnight", ["minuit"])]


def _part_of_day(english):
    """The parts of the day that a time of the clock is sure to be in, as one string."""
    hour = english.replace(" o'clock", "").split()[-1]
    if hour in ("noon", "midnight", "one"):
        return ""
    return "in the morning" + " in the afternoon" * (hour in ("two", "three", "four", "five"))


@_template(
    lambda: [
        (*time, part)
        for time in _clock()
        for part in ("", "in the morning", "in the afternoon", "already", "?")
        if part in ("", "already", "?") or part in _part_of_day(time[0])
    ]
)
def _times(english, clocks, part):
    """It is half past two: il est deux heures et demie."""
    word = {"in the morning": " du matin", "in the afternoon": " de l'après-midi"}.get(part, "")
    starts = {"already": ["il est déjà"], "?": ["est-ce qu'il est", "est-il", "il est"]}
    sentences = [
        _sentence((start, clock + word), "?" if part == "?" else ".")
        for clock in clocks
        for start in starts.get(part, ["il est"])
    ]
    said = {"?": f"is it {english}?", "already": f"it is already {english}."}
    tags = {"time", *(("question",) if part == "?" else ())}
    return _pair(said.get(part, f"it is {english} {part}."), sentences, tags)


@_template(
    lambda: [
        (subject, verb, mode, *time)
        for subject, verb, modes in (
            *(
                (_subject("the", noun), "leave", ("present", "doing", "past", "question"))
                for noun in ("train", "bus", "plane", "boat")
            ),
            *(
                (_subject("the", noun), "arrive", ("present", "past", "future"))
                for noun in ("train", "bus", "plane", "boat")
            ),
            *((subject, "get up", ("present", "past", "must")) for subject in (I, SHE, THEY)),
            *((subject, "wake up", ("present", "past")) for subject in (YOU, WE, ALICE)),
            *((subject, "go to bed", ("doing", "past", "can")) for subject in (HE, WE, OSCAR)),
            *((subject, "eat", ("present", "doing", "future")) for subject in (I, HE, ANNA)),
        )
        for mode in modes
        for time in _clock()
    ]
)
def _at_a_time(subject, verb, mode, english, clocks):
    """The train leaves at noon: le train part à midi."""
    verb = VERBS[verb]
    rests = [("à", clock) for clock in clocks]
    tags = {"time", *_verb_tags(verb)}
    return _say(subject, verb, MODES[mode], f"at {english}", rests, tags=tags)


_DAYS = {
    "Monday": "lundi",
    "Tuesday": "mardi",
    "Wednesday": "mercredi",
    "Thursday": "jeudi",
    "Friday": "vendredi",
    "Saturday": "samedi",
    "Sunday": "dimanche",
}
_MONTHS = dict(
    zip(
        str.split(
            "January February March April May June July August September October November December"
        ),
        str.split(
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
        ),
        strict=True,
    )
)


def _ordinal(value):
    """The English word: twenty-first."""
    irregular = {1: "first", 2: "second", 3: "third", 5: "fifth", 8: "eighth", 9: "ninth"}
    irregular |= {12: "twelfth", 20: "twentieth", 30: "thirtieth"}
    if value in irregular:
        return irregular[value]
    if value > 20:
        return _ENGLISH_NUMBERS[value // 10 * 10] + "-" + _ordinal(value % 10)
    return _ENGLISH_NUMBERS[value] + "th"


_WE_ARE = ("nous sommes", "on est", "c'est")


@_template(
    lambda: (
        [
            (english, days, words)
            for day, french_day in _DAYS.items()
            for english, days, words in (
                (f"it is {day}.", _WE_ARE[::-1], french_day),
                (f"today is {day}.", [f"aujourd'hui, {w}" for w in _WE_ARE[::-1]], french_day),
                (f"it is {day} today.", _WE_ARE[::-1], f"{french_day} aujourd'hui"),
            )
        ]
        + [
            (english, starts, f"le {'premier' if day == 1 else french.number(day)} {french_month}")
            for month, french_month in _MONTHS.items()
            for day in range(1, 32 if month in _LONG else 29 if month == "February" else 31)
            for english, starts in (
                (f"it is the {_ordinal(day)} of {month}.", _WE_ARE),
                (f"my birthday is on the {_ordinal(day)} of {month}.", ["mon anniversaire est"]),
                (
                    f"today is the {_ordinal(day)} of {month}.",
                    [f"aujourd'hui, {w}" for w in _WE_ARE],
                ),
            )
        ]
    )
)
def _dates(english, starts, words):
    """It is the first of May: nous sommes le premier mai."""
    return _pair(english, [_sentence((start, words)) for start in starts], {"time", "date"})


_LONG = ("January", "March", "May", "July", "August", "October", "December")


@_template(
    lambda: [
        (row, form, english, words)
        for row in read_table("weather")
        for form in ("", "not", "?", "future", "future?")
        for english, words in (
            ("", ()),
            *((f"in {r['english']}", _country(r, "à")) for r in read_table("countries")),
            *((t["english"], (t["french"],)) for t in read_table("times") if _now(t, form)),
        )
        if english or row["english"] not in ("cold", "hot") or "future" in form
    ]
)
def _weather(row, form, english, words):
    """It is cold in Paris: il fait froid à Paris."""
    start, inversion = row["french"], row["inversion"]
    future = f"il va {row['infinitive']}"
    starts = {
        "": [start],
        "not": [row["negative"]],
        "?": [f"est-ce que {start}", inversion, start],
        "future": [future],
        "future?": [f"est-ce que {future}", f"va-t-il {row['infinitive']}", future],
    }[form]
    said = {
        "": f"it is {row['english']} {english}.",
        "not": f"it isn't {row['english']} {english}.",
        "?": f"is it {row['english']} {english}?",
        "future": f"it is going to {row['base']} {english}.",
        "future?": f"is it going to {row['base']} {english}?",
    }[form]
    end = "?" if "?" in form else "."
    tags = {"weather", "near-future" if "future" in form else "present"}
    tags |= {"not": {"negation"}, "?": {"question"}, "future?": {"question"}}.get(form, set())
    return _pair(said, [_sentence((start, *words), end) for start in starts], tags)


def _now(time, form):
    """Whether a time goes with weather of the present, or of the future."""
    if "future" in form:
        return "plan" in time["when"] and time["english"] != "this morning"
    return time["english"] in ("today", "now", "this morning", "this evening")


_BELIEFS = {
    "I think that": ["je pense que"],
    "I hope that": ["j'espère que"],
    "she knows that": ["elle sait que"],
    "we believe that": ["nous croyons que"],
    "he says that": ["il dit que"],
    "they say that": ["ils disent que", "elles disent que"],
    "I don't know if": ["je ne sais pas si"],
    "do you know if": [
        *("est-ce que tu sais si", "sais-tu si", "tu sais si"),
        *("est-ce que vous savez si", "savez-vous si", "vous savez si"),
    ],
}


_HOPED = ("happy", "ready", "strong", "kind", "funny", "polite", "honest", "serious")


@_template(
    lambda: [
        (belief, subject, adjective)
        for belief in _BELIEFS
        for subject in (HE, SHE, THEY, ALICE, PAUL, OSCAR, _subject("the", "child"))
        for adjective in ADJECTIVES.values()
        if "people" in adjective.kinds and (belief != "I hope that" or adjective.english in _HOPED)
    ]
)
def _beliefs_of_people(belief, subject, adjective):
    """I think that he is tired: je pense qu'il est fatigué."""
    said = _say(
        subject,
        VERBS["be"],
        MODES["be"],
        adjective.english,
        _adjective_phrase(adjective),
        agrees=True,
        tags={"adjective"},
    )
    pair = _believed(belief, said)
    return pair._replace(combinations=frozenset({(subject.key, adjective.english)}))


@_template(
    lambda: [
        (belief, subject, verb, mode)
        for belief in _BELIEFS
        for subject in (HE, SHE, THEY, ALICE, PAUL)
        for verb in (*_role("alone"), *_role("move"), *_role("reflexive"))
        for mode in (MODES["doing"], MODES["future"], MODES["not doing"])
        if mode.way in verb.ways and (belief != "I hope that" or verb.base not in ("fall", "cry"))
    ]
)
def _beliefs_of_deeds(belief, subject, verb, mode):
    """I know that she is leaving."""
    return _believed(belief, _say(subject, verb, mode, "", _home(verb), tags=_verb_tags(verb)))


def _believed(belief, said):
    english = said.english
    if not english.startswith(("Alice", "Paul", "Oscar")):
        english = english[0].lower() + english[1:]
    end = "?" if belief.startswith("do ") else "."
    sentences = [
        _sentence((start, _lower_first(text.rstrip("."))), end)
        for start in _BELIEFS[belief]
        for text in said.references
    ]
    tags = {*said.tags, "subordinate", *(("question",) if end == "?" else ())}
    tags |= {"negation"} if "don't" in belief else set()
    return _pair(f"{belief} {english[:-1]}{end}", sentences, tags, said.combinations)


def _lower_first(text):
    return text if text.startswith(("Alice", "Paul", "Oscar")) else text[0].lower() + text[1:]


# Questions with wh-words.


_ASKED = (YOU, HE, SHE, THEY, *NAMES, _subject("the", "girl"), _subject("your", "brother"))


@_template(
    lambda: [
        (word, subject, verb, mode, rest)
        for word, verbs in {
            "where": ("work", "sleep", "study", "dance", "swim", "go", "wait", "walk", "rest"),
            "when": ("leave", "come", "arrive", "work", "go out", "get up", "go to bed", "rest"),
            "why": ("cry", "leave", "run", "stay", "wait", "sing", "go out", "wake up", "study"),
        }.items()
        for verb in verbs
        for subject, mode in _with_modes(_ASKED, ("doing", "past", "plan"))
        if mode.form == "question"
        and mode.way in VERBS[verb].ways
        and not (word == "when" and mode.name == "doing question" and verb in ("rest", "get up"))
        for rest in ("",)
    ]
)
def _wh_verbs(word, subject, verb, mode, rest):
    """Where are you working?"""
    return _say(subject, VERBS[verb], mode, tags=_verb_tags(VERBS[verb]), ask=word)


@_template(
    lambda: [
        (verb, subject, mode)
        for verb in (
            *("eat", "drink", "buy", "sell", "look for", "watch", "want", "see", "hear"),
            *("write", "choose", "wear", "read", "wash", "clean", "take", "order"),
        )
        for subject, mode in _with_modes(_ASKED, VERBS[verb].ways)
        if mode.form == "question"
    ]
)
def _what(verb, subject, mode):
    """What are you eating? Qu'est-ce que tu manges ? Que manges-tu ?"""
    return _say(subject, VERBS[verb], mode, ask="what")


@_template(
    lambda: [
        (place, noun, plural)
        for place in ("where", "what colour")
        for noun in _kind("object", "clothing", "vehicle", "public", "animal", "family")
        if place == "where" or noun.kinds & {"clothing", "vehicle", "object"}
        for plural in (False, True)
        if not (plural and noun.english in ("mother", "father"))
    ]
)
def _where_is(place, noun, plural):
    """Where is the station?"""
    be = _be(plural)
    pairs = "your" if "family" in noun.kinds else "the"
    phrases = _noun_phrases(pairs, noun, plural)
    words = _english_noun_phrase(pairs, noun, plural)
    verb, find = ("sont", "se trouvent") if plural else ("est", "se trouve")
    starts = [f"où {verb}"]
    if noun.kinds & {"public"}:
        starts.append(f"où {find}")
    if place == "what colour":
        starts = [f"de quelle couleur {verb}"]
    sentences = [_sentence((start, *phrase), "?") for phrase in phrases for start in starts]
    return _pair(f"{place} {be} {words}?", sentences, {"question", "wh-word"})


@_template(
    lambda: (
        [
            (noun, subject, "have")
            for noun in _kind("counted", "animal", "object", "clothing", "near", "supply")
            for subject in (YOU, HE, SHE, THEY, MARIE, THOMAS)
            if noun.english not in ("salt", "oil", "sugar")
        ]
        + [
            (noun, subject, verb)
            for noun in _kind("fruit")
            for verb in ("want", "eat")
            for subject in (YOU, HE, SHE, THEY, MARIE, THOMAS)
        ]
    )
)
def _how_many(noun, subject, verb):
    """How many books do you have? Combien de livres as-tu ?"""
    plural = bool(noun.plural)
    words = f"how {'many' if plural else 'much'} {noun.plural or noun.english}"
    mode = MODES["question"]
    english = f"{words} {_english(subject, VERBS[verb], mode, '')}"
    sentences = [
        _sentence(
            (
                "combien",
                *noun_phrase("de", form, plural),
                *french.clause(reading, VERBS[verb].french, HELPERS, form=shape),
            ),
            "?",
        )
        for form in noun.readings
        for reading in _distinct(subject.readings, False)
        for shape in ("est-ce que", "inversion")
    ]
    return _pair(english, sentences, {"question", "wh-word", "quantity", "present"})


@_template(
    lambda: [
        (subject, kind)
        for subject in (*_ASKED, *_PEOPLE[12:])
        for kind in ("how old", "where is", "how", "where from", "who is")
        if not (kind == "where is" and subject.key == "brother")
        and not (kind == "who is" and subject.english.startswith("my "))
    ]
)
def _who_are(subject, kind):
    """How old are you? Quel âge as-tu ?"""
    be, do = _FORMS[subject.person]["be"], _FORMS[subject.person]["do"]
    english, verb = {
        "how old": (f"how old {be} {subject.english}?", "have"),
        "where is": (f"where {be} {subject.english}?", "be"),
        "how": (f"how {do} {subject.english} sleep?", "sleep"),
        "where from": (f"where {do} {subject.english} come from?", "come"),
        "who is": (f"who {be} {subject.english}?", "be"),
    }[kind]
    pair = _say(subject, VERBS[verb], MODES["question"], ask=kind)
    return _pair(english, pair.references, pair.tags)


@_template(
    lambda: [
        (subject, verb)
        for verb in ("leave", "arrive", "get up", "go to bed", "come", "go out", "wake up")
        for subject in (
            *(_ASKED if verb not in ("get up", "wake up") else _ASKED[:6]),
            *(_subject("the", noun) for noun in ("train", "bus", "plane", "boat")),
        )
        if not NOUNS.get(subject.key, NOUNS["man"]).kinds & {"transport"}
        or verb in ("leave", "arrive")
    ]
)
def _what_time(subject, verb):
    """What time does the train leave? À quelle heure part le train ?"""
    return _say(subject, VERBS[verb], MODES["question"], tags={"time"}, ask="what time")
