"""Pairs: one English sentence with all the French that answers it."""

import re
from functools import cache
from itertools import product
from typing import NamedTuple

from course_utils.phrasebook import french
from course_utils.phrasebook.grammar.english import english_clause
from course_utils.phrasebook.grammar.lexicon import HELPERS, MODES, VERBS, read_table, words
from course_utils.phrasebook.grammar.phrases import POSSESSIVES, subjects

_AMBIGUOUS = re.compile(r"(You|They|It|Your)\b|.* your?\b")
_CONTRACTION = re.compile(r"\b([Aa]ux?|[Dd]u|des (?=États|Pays|toilettes))\b")
DETERMINER_TAGS = {
    "the": ["article"],
    **dict.fromkeys(("this", "these"), ["demonstrative"]),
    **dict.fromkeys(POSSESSIVES, ["possessive"]),
}
_QUESTION_FORMS = ("est-ce que", "inversion", "")
QUESTIONS = {row["name"]: row for row in read_table("questions")}


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


_frozen = cache(frozenset)  # thousands of pairs share few sets of tags


def pair(english, sentences, tags, combinations=()):
    """A pair from whole sentences; it adds the tags that can be read off them."""
    english = " ".join(english.split()).replace(" ?", "?").replace(" .", ".")
    english = english[0].upper() + english[1:]
    references = tuple(dict.fromkeys(sentences))
    tags = set(tags)
    every = " ".join(references).replace("ujourd'hui", "")
    if "'" in every:
        tags.add("elision")
    if _CONTRACTION.search(every):
        tags.add("contraction")
    if _AMBIGUOUS.match(english):
        tags.add("ambiguous")
    return Pair(english, references, _frozen(tuple(sorted(tags))), frozenset(combinations))


def sentence(parts, question=False):
    """French words joined, with a capital, and a point or a question mark."""
    text = french.phrase(parts)
    return text[0].upper() + text[1:] + (" ?" if question else ".")


def say(
    subject,
    verb,
    mode,
    rest="",
    rests=((),),
    *,
    clitics=(None,),
    agrees=False,
    tags=(),
    ask="",
    combinations=None,
):
    """A pair from subject, verb, mode and the rest of the sentence.

    ``rests`` are all French words for ``rest``, or a function of the reading of the subject,
    with ``agrees`` where they show its gender. ``ask`` is a question word. ``combinations``
    are the subject with the verb if nothing else is said.
    """
    past = mode.tense == "past"
    agrees = agrees or (past and verb.french.auxiliary == "être")
    clitics = distinct(clitics, past) if clitics[0] else clitics
    start, question = QUESTIONS[ask]["french"] if ask else "", mode.form == "question"
    sentences = []
    for reading, clitic, tense, answer in product(
        distinct(subject.readings, agrees), clitics, _tenses(mode, verb), _verbs(mode, verb, ask)
    ):
        parts = {"tense": tense, "negation": mode.negation, "clitic": clitic}
        for last in rests(reading) if callable(rests) else rests:
            for form in _forms(mode, reading, tense, ask):
                if form == "last" and answer is not verb.french:
                    continue
                said = french.clause(reading, answer, HELPERS, form=form, **parts)
                sentences.append(sentence((start, *said, *last), question))
    english = english_clause(subject, verb, mode, rest)
    if ask:
        english = f"{QUESTIONS[ask]['english']} {english}"
    if combinations is None:
        combinations = [(subject.key, verb.base)]
    participle = past and (agrees or (clitics[0] and clitics[0].direct))
    tags = {*tags, *_tags(subject, verb, mode), *["wh-word"] * bool(ask)}
    return pair(english, sentences, tags | ({"participle"} if participle else set()), combinations)


def _tags(subject, verb, mode):
    """What can be read off subject, verb and mode."""
    tags = {*mode.tags, *DETERMINER_TAGS.get(subject.english.split()[0], ())}
    if mode.tense == "past":
        tags.remove("past")
        tags.add("past-être" if verb.french.auxiliary == "être" else "past-avoir")
    if verb.french.reflexive:
        tags.add("reflexive")
    return tags


def _tenses(mode, verb):
    """The tense for `clause`, one for each French answer: to be able is savoir for a skill."""
    if mode.way == "doing" and "soon" in verb.roles:
        return ("present", "future")
    if not mode.modal:
        return (mode.tense,)
    if mode.way == "able" and "skill" in verb.roles:
        return (HELPERS["savoir"], HELPERS["pouvoir"])
    return (HELPERS[mode.modal],)


def _verbs(mode, verb, ask):
    """The French verbs: to be going to work is also to go to where one works, aller au travail."""
    if verb.base == "work" and mode.tense == "future" and ask != "where":
        return (verb.french, verb.french._replace(infinitive="au travail"))
    return (verb.french,)


def _forms(mode, reading, tense, ask):
    """The forms of a question; with a noun, its subject may stand last or be taken up."""
    if mode.form == "statement":
        return ("",)
    forms = words(QUESTIONS[ask]["forms"]) if ask else _QUESTION_FORMS
    if reading.person == 0 and tense is not HELPERS["pouvoir"]:
        return [form for form in forms if form != "inversion"]
    if reading.words == (reading.pronoun,):
        return [form for form in forms if form != "last"]
    return [form for form in forms if form != "inversion" or ask not in ("what", "who is")]


def distinct(readings, agrees):
    """The readings that make a difference: by their words alone where nothing agrees."""
    if agrees:
        return readings
    first = {}
    for reading in readings:
        first.setdefault(reading[0], reading)
    return list(first.values())


def with_modes(names, ways):
    """(subject, mode) for the subjects that ``names`` lists and the modes of these ways.

    Nobody asks what they do themselves, but may ask whether they can.
    """
    return [
        (subject, mode)
        for subject in subjects(names)
        for mode in MODES.values()
        if mode.way in ways
        if mode.form != "question" or mode.name == "can question" or subject.english not in _US
    ]


_US = ("I", "we")


def agreeing(adjective, adverb=""):
    """For `say`: the adjective as it agrees with the subject."""
    said = ("très",) if adverb else ()
    return lambda reading: [(*said, french.agree(adjective.french, reading.gender, reading.plural))]


def describe(subject, mode, adjective, adverb="", tags=(), combinations=None):
    """Subject, to be, adjective: she is very kind."""
    if combinations is None:
        combinations = [(subject.key, adjective.english)]
    rests = agreeing(adjective, adverb)
    tags = {*tags, "adjective"}
    return say(
        subject,
        VERBS["be"],
        mode,
        f"{adverb} {adjective.english}",
        rests,
        agrees=True,
        tags=tags,
        combinations=combinations,
    )


def that_is(plural=False, negated=False):
    """C'est, ce sont, ce n'est pas, ce ne sont pas."""
    if negated:
        return ("ce", "ne", "sont" if plural else "est", "pas")
    return ("ce", "sont") if plural else ("c'est",)
