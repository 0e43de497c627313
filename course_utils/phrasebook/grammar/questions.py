"""Clauses within a sentence, and questions with where, when, why, what, how."""

from functools import partial

from course_utils.phrasebook import french
from course_utils.phrasebook.grammar.doing import BE_HAVING, home
from course_utils.phrasebook.grammar.english import english_clause, to_be
from course_utils.phrasebook.grammar.lexicon import (
    ADJECTIVES,
    HELPERS,
    MODES,
    VERBS,
    of_kind,
    read_table,
    with_role,
    words,
)
from course_utils.phrasebook.grammar.phrases import both, subjects
from course_utils.phrasebook.grammar.sentences import (
    QUESTIONS,
    describe,
    distinct,
    pair,
    say,
    sentence,
    with_modes,
)

_HOPED = ("happy", "ready", "strong", "kind", "funny", "polite", "honest", "serious")
_NAMES = tuple(subject.english for subject in subjects("names"))


def beliefs_of_people():
    """I think that he is tired: je pense qu'il est fatigué."""
    for belief in read_table("beliefs"):
        for subject in subjects("he, she, they, Alice, Paul, Oscar, the child"):
            for adjective in ADJECTIVES.values():
                hoped = belief["english"] != "I hope that" or adjective.english in _HOPED
                if hoped and "people" in adjective.kinds:
                    said = partial(describe, subject, MODES["be"], adjective)
                    yield partial(_believed, belief, said)


def beliefs_of_deeds():
    """She knows that Alice is sleeping: elle sait qu'Alice dort."""
    for belief in read_table("beliefs"):
        for subject in subjects("he, she, they, Alice, Paul"):
            for verb in with_role("alone", "move", "reflexive"):
                if belief["english"] == "I hope that" and verb.base in ("fall", "cry"):
                    continue
                # Nobody says: I don't know if he isn't swimming.
                negated = () if belief["english"].endswith(" if") else ("not doing",)
                for mode in ("doing", "future", *negated):
                    if MODES[mode].way in verb.ways:
                        said = partial(say, subject, verb, MODES[mode], "", home(verb))
                        yield partial(_believed, belief, said)


def _believed(belief, make):
    said = make()
    question = belief["english"].startswith("do ")
    end = "?" if question else "."
    sentences = [
        sentence((start, _within(text)), question)
        for start in belief["french"].split(" / ")
        for text in said.references
    ]
    negation = "don't" in belief["english"]
    tags = {*said.tags, "subordinate", *["question"] * question, *["negation"] * negation}
    english = f"{belief['english']} {_within(said.english)}{end}"
    return pair(english, sentences, tags, said.combinations)


def _within(text):
    """A sentence as a clause: without its point, and its capital if that is no name's."""
    start = text[0] if text.startswith(_NAMES) else text[0].lower()
    return start + text[1:-1]


def wh_verbs():
    """Where are you working?"""
    for word in ("where", "when", "why"):
        for verb in words(QUESTIONS[word]["verbs"]):
            for subject, mode in with_modes("asked", ("doing", "past", "plan")):
                odd = word == "when" and mode.name == "doing question" and verb in _SOON
                if mode.form == "question" and mode.way in VERBS[verb].ways and not odd:
                    yield partial(say, subject, VERBS[verb], mode, ask=word)


_SOON = ("rest", "get up")


def what():
    """What are you eating? Qu'est-ce que tu manges ? Que manges-tu ?"""
    for verb in words(QUESTIONS["what"]["verbs"]):
        for subject, mode in with_modes("asked", VERBS[verb].ways):
            if mode.form == "question":
                yield partial(say, subject, VERBS[verb], mode, ask="what")


def where_is():
    """Where is the station? What colour is the hat?"""
    coloured = ("clothing", "vehicle", "object")
    for word, kinds in (
        ("where", (*coloured, "public", "animal", "family")),
        ("what colour", coloured),
    ):
        for noun in of_kind(*kinds):
            for plural in (False, True):
                if not (plural and noun.english in ("mother", "father")):
                    yield partial(_where_is, word, noun, plural)


def _where_is(word, noun, plural):
    phrase, answers = both("your" if "family" in noun.kinds else "the", noun, plural)
    starts = ["où sont" if plural else "où est"]
    if "public" in noun.kinds:
        starts.append("où se trouvent" if plural else "où se trouve")
    if word == "what colour":
        starts = [f"de quelle couleur {'sont' if plural else 'est'}"]
    sentences = [
        sentence((start, *answer), question=True) for answer in answers for start in starts
    ]
    return pair(f"{word} {to_be(plural)} {phrase}?", sentences, {"question", "wh-word"})


def how_many():
    """How many books do you have? Combien de livres as-tu ?"""
    names = "you, he, she, they, Marie, Thomas"
    for noun in of_kind("counted", "animal", "object", "clothing", "near", "supply"):
        if noun.english not in ("salt", "oil", "sugar"):
            for subject in subjects(names):
                yield partial(_how_many, noun, subject, VERBS["have"])
    for noun in of_kind("fruit"):
        for verb in ("want", "eat"):
            for subject in subjects(names):
                yield partial(_how_many, noun, subject, VERBS[verb])


def _how_many(noun, subject, verb):
    english = f"how {'many' if noun.plural else 'much'} {noun.plural or noun.english} "
    english += english_clause(subject, verb, MODES["question"], "")
    sentences = []
    for form in noun.readings:
        start = ("combien", *french.noun_phrase("de", form, bool(noun.plural)))
        for reading in distinct(subject.readings, False):
            for shape in ("est-ce que", "inversion"):
                clause = french.clause(reading, verb.french, HELPERS, form=shape)
                sentences.append(sentence((*start, *clause), question=True))
    return pair(english, sentences, {"question", "wh-word", "quantity", "present"})


def who_are():
    """How old are you? Quel âge as-tu ?"""
    for subject in subjects("asked, others"):
        for ask in ("how old", "where is", "how", "where from", "who is"):
            if ask == "where is" and subject.key == "brother":
                continue
            if ask == "who is" and subject.english.startswith("my "):
                continue
            yield partial(_who_is, subject, ask)


def _who_is(subject, ask):
    verb = words(QUESTIONS[ask]["verbs"])[0]
    verb = BE_HAVING if ask == "how old" else VERBS[verb]
    mode = MODES["be question" if verb.base == "be" else "question"]
    rest = "from" if ask == "where from" else ""
    return say(subject, verb, mode, rest, ask=ask, combinations=())


def what_time():
    """What time does the train leave? À quelle heure part le train ?"""
    for verb in words(QUESTIONS["what time"]["verbs"]):
        who = "you, he, she, they, Marie, Paul" if verb in ("get up", "wake up") else "asked"
        if verb in ("leave", "arrive"):
            who += ", transport"
        for subject in subjects(who):
            yield partial(
                say, subject, VERBS[verb], MODES["question"], tags={"time"}, ask="what time"
            )
