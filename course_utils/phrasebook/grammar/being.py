"""What somebody or something is: adjectives, professions, comparisons."""

from functools import partial

from course_utils.phrasebook import french
from course_utils.phrasebook.grammar.english import to_be
from course_utils.phrasebook.grammar.lexicon import ADJECTIVES, MODES, VERBS, of_kind, qualities
from course_utils.phrasebook.grammar.phrases import (
    POSSESSIVES,
    STRESSED,
    as_subject,
    both,
    differ,
    english_phrase,
    named,
    placed,
    subjects,
)
from course_utils.phrasebook.grammar.sentences import (
    agreeing,
    describe,
    pair,
    say,
    sentence,
    that_is,
    with_modes,
)

_STATED = [MODES[name] for name in ("be", "be not", "be question")]
_DESCRIBED = ("animal", "object", "vehicle", "clothing", "place", "reading", "flower")
_THINGS = (
    *("animal", "object", "vehicle", "clothing", "place", "room", "container", "flower"),
    *("reading", "show", "part", "food", "fruit", "drink"),
)


def _of_people():
    return [adjective for adjective in ADJECTIVES.values() if "people" in adjective.kinds]


def people_are():
    """She is very kind: elle est très gentille."""
    for adjective in _of_people():
        for adverb in ("", "very") if adjective.comparative else ("",):
            for subject, mode in with_modes("people", ("be",)):
                passing = not adverb and "mood" in adjective.kinds
                if passing or mode.negation in ("", "pas"):
                    yield partial(describe, subject, mode, adjective, adverb)


def things_are():
    """This key is small: cette clé est petite."""
    for noun, adjective in qualities(*_THINGS, place="predicate"):
        for determiner in ("the", "this"):
            for plural in (False, True) if noun.plural else (False,):
                for mode in _STATED if determiner == "the" else _STATED[:1]:
                    subject = as_subject(determiner, noun, plural)
                    yield partial(describe, subject, mode, adjective)


def own_things_are():
    """My car is very dirty: ma voiture est très sale."""
    kinds = ("animal", "object", "vehicle", "clothing", "room")
    for noun, adjective in qualities(*kinds, place="predicate"):
        if "transport" not in noun.kinds:
            for determiner in ("my", "your", "his", "our", "their"):
                for plural in (False, True):
                    subject = as_subject(determiner, noun, plural)
                    adverb = "very" if adjective.comparative else ""
                    yield partial(describe, subject, MODES["be"], adjective, adverb)


def it_is():
    """It is red: il est rouge, elle est rouge, c'est rouge."""
    for adjective in ADJECTIVES.values():
        if adjective.french.place == "attribute" or adjective.english == "young":
            continue
        if "people" not in adjective.kinds:
            for pronoun in ("it", "they"):
                for mode in _STATED:
                    if pronoun == "it":
                        yield partial(_it_is, mode, adjective)
                    elif adjective.english not in _OUTSIDE:
                        yield partial(describe, named("they"), mode, adjective, combinations=())


_OUTSIDE = ("cold", "hot")
_NEUTRAL = {
    "be": ["c'est"],
    "be not": ["ce n'est pas"],
    "be question": ["est-ce que c'est", "est-ce", "c'est"],
}
_WEATHER = {
    "be": ["il fait"],
    "be not": ["il ne fait pas"],
    "be question": ["est-ce qu'il fait", "fait-il", "il fait"],
}


#: What else it may be: well or badly done, daylight.
_BESIDES = {"good": (_NEUTRAL, "bien"), "bad": (_NEUTRAL, "mal"), "light": (_WEATHER, "jour")}


def _it_is(mode, adjective):
    """It is il, elle or ce; of the weather, it is cold is il fait froid."""
    said = describe(named("it"), mode, adjective, combinations=())
    outside = adjective.english in _OUTSIDE
    starts = (_WEATHER[mode.name] if outside else []) + _NEUTRAL[mode.name]
    question = mode.form == "question"
    more = tuple(sentence((start, adjective.french.masculine), question) for start in starts)
    if adjective.english in _BESIDES:
        starts, word = _BESIDES[adjective.english]
        more += tuple(sentence((start, word), question) for start in starts[mode.name])
    if outside:
        return said._replace(references=more + said.references, tags=said.tags | {"weather"})
    return said._replace(references=said.references + more)


def have_described():
    """I don't have a red car: je n'ai pas de voiture rouge."""
    for noun, adjective in qualities("animal", "object", "vehicle", "clothing", place="attribute"):
        if "transport" not in noun.kinds:
            for plural in (False, True):
                for mode in ("present", "negative"):
                    yield _described("I", "have", mode, noun, plural, adjective)
    for noun, adjective in qualities("animal", "vehicle", "clothing", place="attribute"):
        if "transport" not in noun.kinds:
            for plural in (False, True):
                for who, mode in (("she", "present"), ("we", "anymore"), ("you", "question")):
                    yield _described(who, "have", mode, noun, plural, adjective)


def verb_described():
    """She is looking for a white horse: elle cherche un cheval blanc."""
    for noun, adjective in qualities(*_DESCRIBED, place="attribute"):
        for plural in (False, True):
            yield _described("I", "see", "past", noun, plural, adjective)
            if adjective.english not in ("dirty", "heavy", "bad", "boring"):
                yield _described("she", "look for", "doing", noun, plural, adjective)
                if noun.kinds & {"vehicle", "clothing", "animal"}:
                    yield _described("Paul", "want", "present", noun, plural, adjective)
            yield _described("they", "find", "past question", noun, plural, adjective)


def _described(who, verb, mode, noun, plural, adjective):
    """Subject, verb and an indefinite noun with its adjective."""
    mode = MODES[mode]

    def make():
        phrases = both("a", noun, plural, adjective, negated=bool(mode.negation))
        tags = {"adjective", "article"}
        combinations = [(who, verb), (noun.english, adjective.english)]
        return say(named(who), VERBS[verb], mode, *phrases, tags=tags, combinations=combinations)

    return make


def that_is_described():
    """It is a big house: c'est, not elle est."""
    for noun, adjective in qualities(*_DESCRIBED, "fruit", place="attribute"):
        for plural in (False, True):
            for negated in (False, True):
                yield partial(_that_is_described, noun, plural, adjective, negated)


def _that_is_described(noun, plural, adjective, negated):
    words, answers = both("a", noun, plural, adjective)
    english = f"{'they' if plural else 'it'} {to_be(plural, negated)} {words}."
    sentences = [sentence((*that_is(plural, negated), *answer)) for answer in answers]
    tags = {"adjective", "article", "c'est", *["negation"] * negated}
    return pair(english, sentences, tags, [(noun.english, adjective.english)])


def this_is_mine():
    """These are your keys: ce sont tes clés."""
    for noun in of_kind("object", "clothing", "vehicle", "family", "near", "animal"):
        for determiner in POSSESSIVES:
            for plural in (False, True):
                if not (plural and noun.english in ("mother", "father")):
                    for form in ("", "not", "?"):
                        yield partial(_this_is_mine, determiner, noun, plural, form)


def _this_is_mine(determiner, noun, plural, form):
    words, answers = both(determiner, noun, plural)
    this = "these" if plural else "this"
    start = that_is(plural, form == "not")
    if form == "?":
        english = f"{to_be(plural)} {this} {words}?"
        # Sont-ce is right, but nobody says it.
        starts = [("est-ce", "que", *start), *([] if plural else [("est-ce",)]), start]
    else:
        english = f"{this} {to_be(plural, form == 'not')} {words}."
        starts = [start]
    sentences = [sentence((*begin, *a), form == "?") for a in answers for begin in starts]
    tags = {"possessive", "c'est", *{"": (), "not": ["negation"], "?": ["question"]}[form]}
    return pair(english, sentences, tags)


def _as_profession(noun, reading):
    """The noun for a person of this gender; some have one form for all."""
    same = [form for form in noun.readings if form.gender == reading.gender]
    return (same or noun.readings)[0]


def professions():
    """She is a doctor: elle est médecin, or c'est un médecin."""
    for noun in of_kind("profession"):
        for subject, mode in with_modes("speakers, names", ("be",)):
            if mode.negation != "jamais":
                yield partial(_profession, subject, mode, noun)


def _profession(subject, mode, noun):
    if subject.english == "you":  # a student is one: vous is polite here, not several
        one = tuple(reading for reading in subject.readings if not reading.plural)
        subject = subject._replace(readings=one)
    several = subject.readings[0].plural

    def rests(reading):
        form = _as_profession(noun, reading)
        return [(form.plural if reading.plural else form.singular,)]

    words = english_phrase("a", noun, several)
    tags = {"profession"}
    said = say(subject, VERBS["be"], mode, words, rests, agrees=True, tags=tags)
    if subject.english not in ("he", "she", "they") or mode.form == "question":
        return said
    start = " ".join(that_is(several, bool(mode.negation))).replace("pas", mode.negation)
    more = (
        sentence((start, *french.noun_phrase("un", _as_profession(noun, reading), several)))
        for reading in subject.readings
    )
    references = tuple(dict.fromkeys((*said.references, *more)))
    return said._replace(references=references, tags=said.tags | {"c'est"})


def described_professions():
    """He is a good doctor: c'est un bon médecin."""
    for noun, adjective in qualities("profession", "near", place="attribute"):
        # A French teacher is French, or teaches French: un professeur de français.
        if "lesson" in noun.kinds and "language" in adjective.kinds:
            continue
        for subject in subjects("he, she, they"):
            for negated in (False, True):
                yield partial(_described_profession, subject, noun, adjective, negated)


def _described_profession(subject, noun, adjective, negated):
    several = subject.english == "they"
    words = english_phrase("a", noun, several, adjective)
    start = that_is(several, negated)
    sentences = [
        sentence((*start, *answer))
        for form in (_as_profession(noun, reading) for reading in subject.readings)
        for answer in placed("un", form, several, adjective)
    ]
    tags = {"profession", "adjective", "article", "c'est", *["negation"] * negated}
    english = f"{subject.english} {to_be(several, negated)} {words}."
    return pair(english, sentences, tags, [(noun.english, adjective.english)])


def comparisons():
    """Taller than: plus grand que; not as tall as: moins grand que, pas aussi grand que."""
    others = ("me", "you", "him", "her", "us", "them", "Anna", "Thomas", "Oscar")
    for adjective in _of_people():
        if adjective.comparative:
            for subject in subjects("speakers, Paul, Alice"):
                for other in others:
                    if differ(subject, other) and (subject.english, other) != ("they", "them"):
                        for adverb in ("plus", "aussi", "moins"):
                            yield partial(_comparison, subject, adjective, other, adverb)


def _comparison(subject, adjective, other, adverb):
    """The French with this adverb; with moins also pas aussi."""

    def compared(mode, adverb):
        agreed = agreeing(adjective)
        return say(
            subject,
            VERBS["be"],
            MODES[mode],
            rest,
            lambda reading: [
                (adverb, *agreed(reading)[0], "que", word) for word in STRESSED.get(other, [other])
            ],
            agrees=True,
            tags={"comparison", "adjective"},
            combinations=(),
        )

    if adverb == "plus":
        rest = f"{adjective.comparative} than {other}"
        return compared("be", "plus")
    rest = f"as {adjective.english} as {other}"
    if adverb == "aussi":
        return compared("be", "aussi")
    said = compared("be not", "aussi")
    return said._replace(references=said.references + compared("be", "moins").references)
