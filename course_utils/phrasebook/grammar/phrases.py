"""Subjects, objects and pronouns: English words with all the French that they may mean.

*You* is tu and vous, said to a man, a woman or several people; *your key* is ta clé and
votre clé. Each such meaning is a reading.
"""

import re
from functools import cache
from itertools import product
from typing import NamedTuple

from course_utils.phrasebook import french
from course_utils.phrasebook.grammar.lexicon import NOUNS, french_of, read_table, words


class Subject(NamedTuple):
    """An English subject; ``person`` is the pronoun whose verb forms it takes: I, he, they.

    ``key`` is its word in the combinations of a pair.
    """

    english: str
    person: str
    readings: tuple
    key: str


_DETERMINERS = {}
for _row in read_table("determiners"):
    _known = _DETERMINERS.get(_row["english"], (None, None, ()))[2]
    _DETERMINERS[_row["english"]] = _row["english"], _row["plural"], (*_known, _row["french"])
POSSESSIVES = ("my", "your", "his", "her", "our", "their")
# The sound of a vowel: an owl, an hour, an honest man; but a university, a useful book.
_VOWEL = re.compile(r"[aeio]|u(?!ni|se)|hon|hour", re.IGNORECASE)


def english_phrase(determiner, noun, plural=False, adjective=None):
    """The English words: an old house, these houses.

    Examples
    --------
    >>> from course_utils.phrasebook.grammar.lexicon import ADJECTIVES
    >>> english_phrase("a", NOUNS["house"], adjective=ADJECTIVES["old"])
    'an old house'
    >>> english_phrase("this", NOUNS["house"], plural=True)
    'these houses'
    """
    single, several, _ = _DETERMINERS[determiner]
    said = [adjective.english] if adjective else []
    said.append(noun.plural if plural else noun.english)
    word = several if plural else single
    if word == "a" and _VOWEL.match(said[0]):
        word = "an"
    return " ".join([word, *said]).strip()


_SIDES = {"both": ("before", "after"), "either": ("after", "before")}


def placed(determiner, reading, plural, adjective):
    """A French noun and its adjective, which may stand on either side: une longue lettre."""
    if adjective is None:
        return [french.noun_phrase(determiner, reading, plural)]
    place = adjective.french.place
    return [
        french.noun_phrase(determiner, reading, plural, adjective.french._replace(place=side))
        for side in _SIDES.get(place, (place,))
    ]


def both(determiner, noun, plural=False, adjective=None, *, negated=False):
    """A noun phrase in both languages: its English, and all French for it.

    Examples
    --------
    >>> both("your", NOUNS["key"])
    ('your key', [('ta', 'clé'), ('votre', 'clé')])
    >>> both("a", NOUNS["key"], negated=True)
    ('a key', [('de', 'clé')])
    """
    determiners = _DETERMINERS[determiner][2]
    if determiner == "a" and negated:
        determiners = ("de",)
    answers = [
        answer
        for word, reading in product(determiners, noun.readings)
        for answer in placed(word, reading, plural, adjective)
    ]
    return english_phrase(determiner, noun, plural, adjective), answers


# Subjects and pronouns.


def as_subject(determiner, noun, plural=False):
    """A noun phrase as a subject."""
    readings = tuple(
        french.Subject(answer, 5 if plural else 2, reading.gender, plural)
        for word, reading in product(_DETERMINERS[determiner][2], noun.readings)
        for answer in placed(word, reading, plural, None)
    )
    phrase = english_phrase(determiner, noun, plural)
    return Subject(phrase, "they" if plural else "he", readings, noun.english)


def _pronoun(english):
    rows = [row for row in read_table("pronouns") if row["english"] == english]
    readings = tuple(
        french.Subject(
            (row["french"],), int(row["person"]), row["gender"], row["number"] == "plural"
        )
        for row in rows
    )
    return Subject(english, rows[0]["like"], readings, english)


_PRONOUNS = {english: _pronoun(english) for english in french_of("pronouns")}
_NAMES = {
    row["name"]: Subject(
        row["name"], "he", (french.Subject((row["name"],), 2, row["gender"], False),), row["name"]
    )
    for row in read_table("names")
}
_SINGULARS = {noun.plural: noun for noun in NOUNS.values() if noun.plural}
_GROUPS = {row["name"]: row["subjects"] for row in read_table("subjects")}


@cache
def named(english):
    """The subject of these English words: a pronoun, a name, or a noun with its determiner.

    Examples
    --------
    >>> named("she").readings
    (Subject(words=('elle',), person=2, gender='f', plural=False),)
    >>> [" ".join(reading.words) for reading in named("my friends").readings]
    ['mes amis', 'mes amies']
    """
    known = _PRONOUNS.get(english) or _NAMES.get(english)
    if known:
        return known
    determiner, name = english.split(" ", 1)
    if name in NOUNS:
        return as_subject(determiner, NOUNS[name])
    return as_subject({"these": "this"}.get(determiner, determiner), _SINGULARS[name], plural=True)


@cache
def subjects(text):
    """The subjects that a text lists; it may name the groups of ``subjects.tsv``.

    Examples
    --------
    >>> [subject.english for subject in subjects("the train, speakers")]
    ['the train', 'I', 'you', 'he', 'she', 'we', 'they']
    """
    found = []
    for word in words(text):
        found += subjects(_GROUPS[word]) if word in _GROUPS else [named(word)]
    return tuple(found)


def _objects_of(kind):
    """For each English pronoun the French ones of a column of ``pronouns.tsv``."""
    found = {}
    for row in read_table("pronouns"):
        if row[kind]:
            found.setdefault(row["object"], []).append(row)
    return found


#: English object pronouns with all their French: je la vois, je lui parle, plus grand que lui.
DIRECT = {
    english: [french.Clitic(r["direct"], r["gender"], r["number"] == "plural", True) for r in rows]
    for english, rows in _objects_of("direct").items()
}
INDIRECT = {
    english: [french.Clitic(word) for word in dict.fromkeys(row["indirect"] for row in rows)]
    for english, rows in _objects_of("indirect").items()
}
STRESSED = {
    english: list(dict.fromkeys(row["stressed"] for row in rows))
    for english, rows in _objects_of("stressed").items()
}
_THEMSELVES = {("I", "me"), ("I", "us"), ("we", "me"), ("we", "us"), ("you", "you")}


def differ(subject, pronoun):
    """Whether an object pronoun is not the subject itself, or a part of it."""
    return (subject.english, pronoun) not in _THEMSELVES
