"""The words: tables of ``course_utils/phrasebook/lexicon`` with English beside French.

A word of English holds all French that it may mean, its ``readings``: *friend* is ami and amie.
"""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from course_utils.phrasebook import french

_FOLDER = Path(__file__).parents[1] / "lexicon"
_EVERY_WAY = "simple habit doing past plan able"


class Mode(NamedTuple):
    """How a sentence is made: a row of ``modes.tsv``."""

    name: str
    english: str
    way: str
    tense: str
    modal: str
    negation: str
    form: str
    tags: frozenset


class Verb(NamedTuple):
    """The forms of an English verb, and the French verb that answers it."""

    base: str
    third: str
    ing: str
    past: str
    participle: str
    french: french.Verb
    ways: tuple
    roles: tuple


class Noun(NamedTuple):
    """An English noun with all French nouns that it may mean."""

    english: str
    plural: str
    readings: tuple
    kinds: frozenset


class Adjective(NamedTuple):
    """An English adjective and its French one."""

    english: str
    comparative: str
    french: french.Adjective
    kinds: frozenset


# The tables.


@cache
def read_table(name):
    """The rows of ``lexicon/NAME.tsv``, as dicts; lines that begin with # are remarks.

    Examples
    --------
    >>> read_table("names")[0]
    {'name': 'Marie', 'gender': 'f'}
    """
    lines = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    head, *rows = (line.split("\t") for line in lines if line and line[0] != "#")
    return [dict(zip(head, row, strict=True)) for row in rows]


def french_of(name):
    """A table as a dict of its English to its French."""
    return {row["english"]: row["french"] for row in read_table(name)}


def words(text):
    """The items of a cell that are divided by commas."""
    return tuple(text.split(", ")) if text else ()


def _nouns():
    nouns = {}
    for row in read_table("nouns"):
        reading = french.Noun(row["french"], row["french_plural"], row["gender"])
        known = nouns[row["english"]].readings if row["english"] in nouns else ()
        kinds = frozenset(row["kinds"].split())
        nouns[row["english"]] = Noun(row["english"], row["plural"], (*known, reading), kinds)
    return nouns


def _adjective(row):
    answer = french.Adjective(*(row[form] for form in french.Adjective._fields))
    return Adjective(row["english"], row["comparative"], answer, frozenset(row["kinds"].split()))


def _french_verb(row):
    bare = re.sub(r"^(se |s')", "", row["french"])
    present = tuple(row[person] for person in ("je", "tu", "il", "nous", "vous", "ils"))
    return french.Verb(bare, present, row["participle"], row["auxiliary"], bare != row["french"])


def _verbs():
    """By English; the second French of the same English has a 2 behind it."""
    verbs = {}
    for row in read_table("verbs"):
        key = row["english"] if row["english"] not in verbs else row["english"] + " 2"
        forms = (row[form] for form in ("english", "third", "ing", "past", "english_participle"))
        verbs[key] = Verb(*forms, _french_verb(row), _ways(row), tuple(row["roles"].split()))
    return verbs


def _ways(row):
    return tuple(row["ways"].replace("all", _EVERY_WAY).split())


NOUNS = _nouns()
ADJECTIVES = {row["english"]: _adjective(row) for row in read_table("adjectives")}
VERBS = _verbs()
#: French verbs by their infinitive.
HELPERS = {row["french"]: _french_verb(row) for row in read_table("verbs")}
MODES = {
    row["name"]: Mode(**{**row, "tags": frozenset(row["tags"].split())})
    for row in read_table("modes")
}


def of_kind(*kinds):
    """The nouns of these kinds."""
    return [noun for noun in NOUNS.values() if noun.kinds & set(kinds)]


def with_role(*roles):
    """The verbs of these roles, role by role."""
    return [verb for role in roles for verb in VERBS.values() if role in verb.roles]


def objects():
    """(verb, noun, ways) of ``objects.tsv``: what is done to the things of a day."""
    return [
        (VERBS[row["verb"]], NOUNS[noun], _ways(row))
        for row in read_table("objects")
        for noun in words(row["nouns"])
    ]


def qualities(*kinds, place):
    """(noun, adjective) for nouns of these kinds and the adjectives that suit them.

    ``place`` is where the adjective is to stand: "predicate" (the house is big), or
    "attribute" (a big house), which needs a noun that is counted.
    """
    other = {"predicate": "attribute", "attribute": "predicate"}[place]
    return [
        (noun, adjective)
        for noun in of_kind(*kinds)
        for adjective in ADJECTIVES.values()
        if adjective.french.place != other and noun.kinds & adjective.kinds
        if noun.plural or place == "predicate"
    ]
