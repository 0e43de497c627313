"""What somebody does: verbs with and without an object, and where they go."""

from functools import partial

from course_utils.phrasebook import french
from course_utils.phrasebook.grammar.lexicon import (
    ADJECTIVES,
    MODES,
    VERBS,
    objects,
    of_kind,
    read_table,
    with_role,
)
from course_utils.phrasebook.grammar.phrases import (
    DIRECT,
    INDIRECT,
    both,
    differ,
    english_phrase,
    named,
    subjects,
)
from course_utils.phrasebook.grammar.sentences import DETERMINER_TAGS, agreeing, say, with_modes

# Verbs and their objects.


def partitives():
    """I am eating bread: du pain; I don't eat bread: pas de pain."""
    for base, kinds in (
        ("eat", ("food", "fruit")),
        ("drink", ("drink",)),
        ("buy", ("food", "fruit", "drink")),
        ("order", ("drink",)),
        ("want", ("food", "fruit", "drink")),
    ):
        verb = VERBS[base]
        for noun in of_kind(*kinds):
            for subject, mode in with_modes("speakers, Marie", verb.ways):
                if base != "want" or mode.name != "anymore":
                    yield partial(_partitive, subject, verb, mode, noun)


def _partitive(subject, verb, mode, noun):
    plural = bool(noun.plural)
    some = "some " if verb.base in ("want", "order") and not mode.negation else ""
    article = "de" if mode.negation else "du"
    rests = [french.noun_phrase(article, noun.readings[0], plural)]
    tags = {"article" if plural else "partitive"}
    return say(subject, verb, mode, some + (noun.plural or noun.english), rests, tags=tags)


def likes():
    """I like cheese: le fromage, also after a negation."""
    for verb in with_role("general"):
        for noun in of_kind("food", "fruit", "drink", "animal", "art", "flower"):
            words = noun.plural or noun.english
            rests = [french.noun_phrase("le", noun.readings[0], bool(noun.plural))]
            for subject, mode in with_modes("few", verb.ways):
                if verb.base != "prefer" or not mode.negation:
                    yield partial(say, subject, verb, mode, words, rests, tags={"article"})


def objects_with_the():
    """I am opening the door: j'ouvre la porte."""
    for verb, noun, ways in objects():
        phrases = both("the", noun)
        for subject, mode in with_modes("speakers, Marie", ways):
            yield partial(say, subject, verb, mode, *phrases, tags={"article"})


def objects_of_mine():
    """You lost your keys: tu with tes, vous with vos."""
    modes = ("doing", "doing question", "past", "past negative", "future", "must")
    for verb, noun, ways in objects():
        if noun.kinds & {"object", "clothing", "vehicle"} and "transport" not in noun.kinds:
            for subject, mode in with_modes("speakers, Marie, Oscar", ways):
                his = "female" in noun.kinds and subject.english in ("he", "Oscar")
                if mode.name in modes and not his:
                    for plural in (False, True):
                        yield partial(_own, subject, verb, mode, noun, plural)


_OWN = {"I": "my", "you": "your", "he": "his", "she": "her", "we": "our", "they": "their"}
_OWN |= {"Marie": "her", "Oscar": "his"}


def _own(subject, verb, mode, noun, plural):
    def rests(reading):
        owner = french.POSSESSIVES[reading.person]
        return [french.noun_phrase(owner, form, plural) for form in noun.readings]

    words = english_phrase(_OWN[subject.english], noun, plural)
    return say(subject, verb, mode, words, rests, tags={"possessive"})


def objects_with_this():
    """I want this coat: je veux ce manteau."""
    for noun in of_kind("object", "clothing", "vehicle", "animal", "thing", "flower"):
        for plural in (False, True):
            phrases = both("this", noun, plural)
            for who in ("I", "you", "she", "they", "Anna"):
                for base, mode in (
                    *(("want", "present"), ("want", "question"), ("like", "negative")),
                    *(("look for", "doing"), ("see", "past"), ("find", "past question")),
                ):
                    if who != "I" or "question" not in mode:
                        tags = {"demonstrative"}
                        verb, mode = VERBS[base], MODES[mode]
                        yield partial(say, named(who), verb, mode, *phrases, tags=tags)


def direct_pronouns():
    """I saw her: je l'ai vue."""
    for verb in VERBS.values():
        for other, clitics in DIRECT.items():
            thing = "it" in verb.roles and other in ("it", "them")
            if thing or ("whom" in verb.roles and other != "it"):
                for subject, mode in with_modes("speakers, Marie", verb.ways):
                    if differ(subject, other):
                        tags = {"clitic"}
                        yield partial(say, subject, verb, mode, other, clitics=clitics, tags=tags)


def indirect_pronouns():
    """I am talking to her: je lui parle."""
    for verb in with_role("to"):
        for other, clitics in INDIRECT.items():
            for subject, mode in with_modes("few", verb.ways):
                if differ(subject, other):
                    tags = {"clitic"}
                    yield partial(say, subject, verb, mode, other, clitics=clitics, tags=tags)


def indirect_objects():
    """I am talking to the teacher: je parle au professeur."""
    listeners = "the teacher, the doctor, the children, the artist, my friend, his mother, "
    for verb in with_role("to"):
        for listener in subjects(listeners + "the neighbours, this woman, the hero"):
            rests = [("à", *reading.words) for reading in listener.readings]
            tags = DETERMINER_TAGS[listener.english.split()[0]]
            for subject, mode in with_modes("speakers, Alice", verb.ways):
                yield partial(say, subject, verb, mode, listener.english, rests, tags=tags)


# Verbs without an object.


def verbs_alone():
    """She left: elle est partie; she got up: elle s'est levée."""
    for verb in with_role("alone", "move", "reflexive"):
        names = "speakers, Marie, others" + ", it" * ("animal" in verb.roles)
        for subject, mode in with_modes(names, verb.ways):
            if mode.way != "simple" or "move" not in verb.roles:
                yield partial(say, subject, verb, mode, "", home(verb))


def home(verb):
    """To go home is rentrer, with or without à la maison."""
    return [("à", "la", "maison"), ()] if verb.base == "go home" else [()]


def verbs_and_times():
    """They arrived yesterday: ils sont arrivés hier."""
    for verb in with_role("alone", "move", "reflexive"):
        if verb.base in ("fall", "cry", "get dressed"):
            continue
        for time in read_table("times"):
            if verb.french.reflexive and time["english"].endswith("week"):
                continue
            rests = [(*words, said) for words in home(verb) for said in time["french"].split(" / ")]
            negations = ("",) if time["when"] == "simple" else ("", "pas")
            for subject, mode in with_modes("speakers, Thomas", verb.ways):
                if mode.way in time["when"].split() and mode.negation in negations:
                    yield partial(say, subject, verb, mode, time["english"], rests, tags={"time"})


# Places.


def places():
    """To the station: à la gare; to the market: au marché."""
    for base, word, kind in (
        *(("go", "to", "public"), ("come", "to", "public")),
        *(("arrive", "at", "public"), ("stay", "at", "stay")),
    ):
        verb = VERBS[base]
        for noun in of_kind(kind):
            rests = [("à", *french.noun_phrase("le", noun.readings[0]))]
            rest = f"{word} the {noun.english}"
            keys = ("stay", "stay 2") if rest == "at the hotel" and base == "stay" else (base,)
            for subject, mode in with_modes("speakers, Marie", verb.ways):
                if base != "arrive" or mode.way in ("doing", "past"):
                    yield partial(_place, subject, keys, mode, rest, rests, {"place"})


def _place(subject, keys, mode, rest, rests, tags):
    """Two verbs may answer: to live is habiter and vivre, to stay at a hotel rester and loger."""
    said, *more = (say(subject, VERBS[key], mode, rest, rests, tags=tags) for key in keys)
    return said._replace(references=sum((other.references for other in more), said.references))


def coming_from():
    """From the market: du marché."""
    for noun in of_kind("public"):
        rests = [("de", *french.noun_phrase("le", noun.readings[0]))]
        rest = f"from the {noun.english}"
        for subject, mode in with_modes("speakers, Anna", ("doing", "past")):
            if mode.name != "past never":
                yield partial(say, subject, VERBS["come"], mode, rest, rests, tags={"place"})


def country(row, direction):
    """In or to (à), from (de) a country or city."""
    name, gender = row["french"], row["gender"]
    if gender == "city":
        return (direction, name)
    if gender == "mp":
        return (direction, "les", name)
    if gender == "f" or french.vowel_sound(name):
        return ("en" if direction == "à" else "de", name)
    return (direction, "le", name)


def countries():
    """Countries and cities: en France, au Canada, à Paris, des États-Unis."""
    for row in read_table("countries"):
        for base, word, ways in (
            ("live", "in", ("simple",)),
            ("work", "in", ("simple", "doing", "past")),
            ("go", "to", ("doing", "past", "plan")),
            ("arrive", "in", ("past",)),
            ("come", "from", ("simple",)),
        ):
            for subject, mode in with_modes("speakers, Alice, Oscar", ways):
                if base != "come" or mode.name != "anymore":
                    yield partial(_country, subject, base, mode, word, row)


def _country(subject, base, mode, word, row):
    rests = [country(row, "de" if word == "from" else "à")]
    tags = {"city" if row["gender"] == "city" else "country"}
    keys = (base, "live 2") if base == "live" else (base,)
    return _place(subject, keys, mode, f"{word} {row['english']}", rests, tags)


def going_there():
    """There: y."""
    verb = VERBS["go"]
    for subject, mode in with_modes("people, it", verb.ways):
        if mode.name != "anymore":
            clitics = [french.Clitic("y")]
            yield partial(say, subject, verb, mode, "there", clitics=clitics, tags={"clitic"})


def some_of_it():
    """Some, any: en."""
    for base in ("want", "buy", "eat", "drink", "sell"):
        for subject, mode in with_modes("few", VERBS[base].ways):
            if mode.negation in ("", "pas"):
                word, clitics = "any" if mode.negation else "some", [french.Clitic("en")]
                verb, tags = VERBS[base], {"clitic"}
                yield partial(say, subject, verb, mode, word, clitics=clitics, tags=tags)


def playing():
    """Jouer à a game, jouer de an instrument."""
    for noun in of_kind("game", "instrument"):
        for subject, mode in with_modes("few", VERBS["play"].ways):
            yield partial(_playing, subject, mode, noun)


def _playing(subject, mode, noun):
    """Of an instrument, ne pas jouer has both pas de la guitare and pas de guitare."""
    form, verb = noun.readings[0], VERBS["play"]
    rest = french.noun_phrase("le", form, bool(form.plural))
    if "game" in noun.kinds:
        return say(subject, verb, mode, noun.english, [("à", *rest)], tags={"play"})
    rests = [("de", *rest), *[("de", form.singular)] * bool(mode.negation)]
    return say(subject, verb, mode, f"the {noun.english}", rests, tags={"play"})


#: To be in English, avoir in French: I am hungry, j'ai faim.
BE_HAVING = VERBS["be"]._replace(french=VERBS["have"].french)


def expressions():
    """I am hungry: j'ai faim."""
    for row in read_table("expressions"):
        for subject, mode in with_modes("people", ("be",)):
            yield partial(_expression, subject, mode, row)


def _expression(subject, mode, row):
    word = row["french"].replace("de la ", "de ") if mode.negation else row["french"]
    said = say(
        subject,
        BE_HAVING,
        mode,
        row["english"],
        [(word,)],
        tags={"expression"},
        combinations=[(subject.key, row["english"])],
    )
    if subject.english != "they" or row["english"] not in ADJECTIVES:
        return said
    # They are cold: people are (ils ont froid), things too (ils sont froids).
    rests = agreeing(ADJECTIVES[row["english"]])
    things = say(subject, VERBS["be"], mode, row["english"], rests, agrees=True)
    return said._replace(references=said.references + things.references)
