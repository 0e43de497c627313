"""How many, how much, where and whose."""

from functools import partial

from course_utils.phrasebook import french
from course_utils.phrasebook.grammar.doing import BE_HAVING, country
from course_utils.phrasebook.grammar.english import english_number, to_be
from course_utils.phrasebook.grammar.lexicon import (
    ADJECTIVES,
    MODES,
    NOUNS,
    VERBS,
    french_of,
    of_kind,
    qualities,
    read_table,
    words,
)
from course_utils.phrasebook.grammar.phrases import (
    as_subject,
    both,
    english_phrase,
    named,
    subjects,
)
from course_utils.phrasebook.grammar.sentences import describe, pair, say, sentence, with_modes


def _de(noun, reading):
    """De and a noun, in the plural if it is counted: de pommes, d'eau."""
    return french.noun_phrase("de", reading, bool(noun.plural))


def amounts():
    """A lot of water: beaucoup d'eau."""
    for base, kinds in (("eat", ("food", "fruit")), ("drink", ("drink",))):
        for noun in of_kind(*kinds):
            yield from _amounts(base, noun, "few")
    for noun in of_kind("supply", "near", "animal", "object", "clothing", "reading"):
        yield from _amounts("have", noun, "I, you, he, we, they, Alice")


def _amounts(base, noun, names):
    for row in read_table("amounts"):
        odd = row["english"] == "a lot of" and noun.english in ("salt", "oil", "sugar")
        if ("many" if noun.plural else "much") in row["of"].split() and not (
            odd and base == "have"
        ):
            rests = [(row["french"], *_de(noun, reading)) for reading in noun.readings]
            rest = f"{row['english']} {noun.plural or noun.english}"
            for subject in subjects(names):
                yield partial(
                    say, subject, VERBS[base], MODES["present"], rest, rests, tags={"quantity"}
                )


def _measured():
    """A kilo of apples: English and French."""
    return [
        (
            f"{row['english']} {noun.plural or noun.english}",
            (row["french"], *_de(noun, noun.readings[0])),
        )
        for row in read_table("measures")
        for noun in of_kind(*row["kinds"].split())
        if noun.english not in words(row["except"])
    ]


def measures():
    """She bought a kilo of apples: elle a acheté un kilo de pommes."""
    for rest, answer in _measured():
        for subject, mode in with_modes("few", ("doing", "past", "plan")):
            if not mode.negation:
                yield partial(say, subject, VERBS["buy"], mode, rest, [answer], tags={"quantity"})


def requests():
    """I would like ..., please: to one person or to several."""
    for rest, answer in _measured():
        yield partial(_request, rest, answer)
    for noun in of_kind("clothing", "object", "fruit"):
        rest, answers = both("a", noun)
        yield partial(_request, rest, answers[0])


def _request(rest, answer):
    start = sentence(("je", "voudrais", *answer)).rstrip(".")
    sentences = [f"{start}, s'il {you} plaît." for you in ("vous", "te")]
    return pair(f"I would like {rest}, please.", sentences, {"greeting", "quantity"})


def whole():
    """All the cake: tout le gâteau."""
    for base, nouns in (
        ("eat", ("cake", "bread", "cheese", "soup", "jam", "ham")),
        ("drink", ("milk", "water", "wine", "lemonade", "beer")),
    ):
        for noun in nouns:
            phrases = both("all the", NOUNS[noun])
            for subject, mode in with_modes("speakers, Paul, Alice", ("doing", "past", "plan")):
                if mode.name != "past never":
                    yield partial(say, subject, VERBS[base], mode, *phrases, tags={"tout"})


def all_of_them():
    """All the girls: toutes les filles."""
    qualified = [
        (noun, adjective)
        for noun in of_kind("person", "profession", "animal")
        for adjective in ADJECTIVES.values()
        if adjective.french.place != "attribute"
        and "people" in adjective.kinds
        and ("animal" not in noun.kinds or "animal" in adjective.kinds)
    ]
    things = ("clothing", "object", "public", "reading", "flower")
    for noun, adjective in (*qualified, *qualities(*things, place="predicate")):
        subject = as_subject("all the", noun, plural=True)
        for mode in ("be", "be question"):
            yield partial(describe, subject, MODES[mode], adjective, tags={"tout"})


# There is, and where things are.


def where(english):
    """The French of a place such as in front of the church, in Paris."""
    start, the, noun = english.partition(" the ")
    if not the:
        start, city = english.split()
        return country(next(r for r in read_table("countries") if r["english"] == city), "à")
    return (french_of("prepositions")[start], *both("the", NOUNS[noun])[1][0])


def there_is():
    """There is: il y a; there isn't: il n'y a pas de."""
    for row in read_table("places"):
        for noun in of_kind(*row["kinds"].split()):
            if noun.english not in words(row["except"]):
                for count in (1, 2, 5, 12) if noun.plural else (0,):
                    for form in ("", "not", "?") if count < 2 else ("", "?"):
                        yield partial(_there_is, noun, row["place"], count, form)


_THERE_IS = {
    "": ["il y a"],
    "not": ["il n'y a pas"],
    "?": ["est-ce qu'il y a", "y a-t-il", "il y a"],
}


def _there_is(noun, place, count, form):
    """``count`` is 0 for what is not counted."""

    def thing(reading):
        if form == "not":
            return _de(noun, reading)[:1] + (reading.singular,)
        if count > 1:
            return french.noun_phrase(french.number(count, reading.gender), reading, True)
        return french.noun_phrase("un" if count else "du", reading)

    if count > 1:
        what = f"{english_number(count)} {noun.plural}"
    else:
        what = english_phrase("a", noun) if count else f"{'any ' * bool(form)}{noun.english}"
    be = to_be(count > 1, form == "not")
    english = f"{be} there {what} {place}?" if form == "?" else f"there {be} {what} {place}."
    sentences = [
        sentence((start, *thing(reading), *where(place)), form == "?")
        for reading in noun.readings
        for start in _THERE_IS[form]
    ]
    tags = {"there-is", "partitive" if count == 0 else "article" if count == 1 else "number"}
    return pair(
        english, sentences, tags | {"": set(), "not": {"negation"}, "?": {"question"}}[form]
    )


def positions():
    """The book is on the table: le livre est sur la table."""
    for row in read_table("positions"):
        preposition, landmarks = row["preposition"], words(row["landmarks"])
        modes = ("be", "be question", "be not")
        modes = modes if preposition in ("on", "far from", "near") else modes[:2]
        for noun in of_kind(*row["kinds"].split()):
            if noun.english in ("bed", "table", "chair", "plane", "boat", "train"):
                continue
            if preposition == "under" and noun.english in ("horse", "cow"):
                continue
            for landmark in landmarks:
                place = f"{preposition} the {landmark}"
                for plural in (False, True) if noun.english != landmark else ():
                    subject = as_subject("the", noun, plural)
                    for mode in modes:
                        yield partial(
                            say,
                            subject,
                            VERBS["be"],
                            MODES[mode],
                            place,
                            [where(place)],
                            tags={"place", "article"},
                            combinations=(),
                        )


# Numbers.


def having_numbers():
    """Numbers: vingt et une clés."""
    for noun in of_kind("counted", "animal", "object", "clothing"):
        for count in (2, 3, 4, 6, 8, 11, 21, 40, 71, 80, 92):
            if count < 10 or "counted" not in noun.kinds:
                rest = f"{english_number(count)} {noun.plural}"
                rests = [
                    french.noun_phrase(french.number(count, form.gender), form, plural=True)
                    for form in noun.readings
                ]
                for who, base, mode in (
                    *(("I", "have", "present"), ("you", "have", "question")),
                    *(("she", "have", "present"), ("they", "see", "past")),
                ):
                    yield partial(
                        say, named(who), VERBS[base], MODES[mode], rest, rests, tags={"number"}
                    )


def ages():
    """She is ten years old: elle a dix ans."""
    for years in range(5, 100):
        rest, rests = f"{english_number(years)} years old", [(french.number(years), "ans")]
        for subject, mode in with_modes("speakers, Marie, Paul", ("be",)):
            if mode.name == "be" or (mode.name in ("be not", "be question") and years % 10 == 0):
                yield partial(
                    say,
                    subject,
                    BE_HAVING,
                    mode,
                    rest,
                    rests,
                    tags={"number", "expression"},
                    combinations=(),
                )


def prices():
    """It costs ten euros: ça coûte, il coûte, elle coûte."""
    nouns = of_kind("object", "clothing")
    things = [as_subject(determiner, noun) for determiner in ("the", "this") for noun in nouns]
    for subject in (*subjects("it"), *things):
        for count in (2, 5, 8, 11, 20, 21, 35, 60, 75, 80, 99, 100):
            yield partial(_price, subject, count)


def _price(subject, count):
    words, rests = f"{english_number(count)} euros", [(french.number(count), "euros")]
    mode, tags = MODES["present"], {"number"}
    said = say(subject, VERBS["cost"], mode, words, rests, tags=tags, combinations=())
    neutral = (sentence(("ça", "coûte", *rests[0])),) if subject.english == "it" else ()
    return said._replace(references=neutral + said.references)


# Whose.


def owners():
    """My father's car: la voiture de mon père."""
    nouns = of_kind("object", "clothing", "vehicle", "reading")
    qualified = [
        *((noun, None) for noun in nouns),
        *qualities("clothing", "vehicle", place="predicate"),
    ]
    for owner in subjects("owners"):
        woman = owner.key in ("Marie", "Alice", "sister")
        for noun, adjective in qualified:
            if "transport" not in noun.kinds and (woman or "female" not in noun.kinds):
                yield partial(_owner, owner, noun, adjective)


def _owner(owner, noun, adjective):
    english, tags = f"{owner.english}'s {noun.english}", {"possessive"}
    phrases = [
        (form, (*french.noun_phrase("le", form), "de", *words))
        for form in noun.readings
        for words in dict.fromkeys(reading.words for reading in owner.readings)
    ]
    if adjective is None:
        sentences = [sentence(("c'est", *words)) for _, words in phrases]
        return pair(f"This is {english}.", sentences, tags | {"c'est"})
    sentences = [
        sentence((*words, "est", french.agree(adjective.french, form.gender, False)))
        for form, words in phrases
    ]
    combinations = [(noun.english, adjective.english)]
    return pair(f"{english} is {adjective.english}.", sentences, tags | {"adjective"}, combinations)
