"""The phrasebook is right French: a table by hand, and rules that do not know the generator.

The rules read the sentences as a teacher would, with the forms of the lexicon's tables and
regular expressions; no sentence is made with ``phrasebook/french.py`` or ``phrasebook/grammar``.
"""

import re
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from course_utils.phrasebook import load_phrasebook, split
from course_utils.phrasebook import pairs as drawing
from course_utils.phrasebook.grammar import TEMPLATES

HERE = Path(__file__).parent
LEXICON = HERE.parent / "course_utils" / "phrasebook" / "lexicon"


def table(path):
    head, *rows = (
        line.split("\t")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and line[0] != "#"
    )
    return [dict(zip(head, row, strict=True)) for row in rows]


NOUNS, ADJECTIVES, VERBS, SMALLTALK = (
    table(LEXICON / f"{name}.tsv") for name in ("nouns", "adjectives", "verbs", "smalltalk")
)
BY_HAND = table(HERE / "phrasebook_pairs.tsv")
PERSONS = ("je", "tu", "il", "nous", "vous", "ils")
FIXED = {row["english"] for row in SMALLTALK}


@pytest.fixture(scope="module")
def pairs():
    return load_phrasebook()


@pytest.fixture(scope="module")
def known(pairs):
    return {pair.english: pair for pair in pairs}


@pytest.fixture(scope="module")
def sentences(pairs):
    """Every French sentence with its pair, apart from the fixed small talk."""
    return [(text, pair) for pair in pairs if pair.english not in FIXED for text in pair.references]


def faults(found):
    """The first few, so that a failure can be read."""
    found = list(found)
    assert not found, f"{len(found)} faults, such as {found[:8]}"


# The table by hand.


def test_the_table_is_large_and_covers_every_phenomenon(pairs):
    assert len(BY_HAND) >= 150
    covered = {tag for row in BY_HAND for tag in row["tags"].split()}
    assert {tag for pair in pairs for tag in pair.tags} == covered


@pytest.mark.parametrize("row", BY_HAND, ids=lambda row: row["english"])
def test_the_grammar_agrees_with_the_table(row, known):
    pair = known[row["english"]]
    by_hand = row["french"].split(" | ")
    assert sorted(pair.references) == sorted(by_hand)
    assert pair.french == by_hand[0]
    assert set(row["tags"].split()) <= pair.tags


# The whole.


def test_there_are_100_000_pairs_each_once(pairs):
    assert len({pair.english for pair in pairs}) == len(pairs) >= 100_000
    faults(p for p in pairs if not p.references or len(set(p.references)) < len(p.references))
    faults(pair for pair in pairs if not pair.tags)


def test_sentences_have_2_to_12_words(pairs):
    """In English; in French two more at most, with an elided word counted apart."""
    faults(
        pair
        for pair in pairs
        if pair.english not in FIXED
        for text, most in ((pair.english, 12), (pair.french, 14))
        if not 2 <= len(re.findall(r"[\w-]+'?", text)) <= most
    )


def test_typography(pairs):
    for pair in pairs:
        assert re.fullmatch(r"[A-Z][A-Za-z0-9' ,-]*[.?!]", pair.english), pair
        for text in pair.references:
            shape = r"[A-ZÀÂÇÉÊŒ][a-zA-ZàâäçéèêëîïôœùûüÉÎ' ,-]*[^ .?!](\.| [?!])"
            assert re.fullmatch(shape, text), text
            assert "  " not in text and " ," not in text, text
            assert (text[-1] == "?") == (pair.english[-1] == "?"), pair
            assert not re.search(r"(?<=[a-z.])[A-Z]|[a-z]É", text), text
        assert "  " not in pair.english and " ?" not in pair.english, pair


def test_english_contracts_not_and_nothing_else(pairs):
    shapes = r"\w+'(?!s\b|clock)\w+"
    free = " ".join(pair.english.lower() for pair in pairs if pair.english not in FIXED)
    short = ["aren't", "can't", "didn't", "doesn't", "don't", "isn't"]
    assert sorted(set(re.findall(shapes, free))) == short
    faults(p.english for p in pairs if re.search(r"\b(do|does|did|is|are|can) not\b", p.english))


def test_a_and_an(pairs):
    vowel = re.compile(r"^(?!uni|use)[aeiou]|^(?:hones|hour)", re.IGNORECASE)
    for pair in pairs:
        for article, word in re.findall(r"\b([Aa]n?) (\w+)", pair.english):
            assert (article.lower() == "an") == bool(vowel.match(word)), pair.english


# Elision and contraction.

ASPIRATED = {
    part.lower()[1:]
    for row in (*NOUNS, *table(LEXICON / "countries.tsv"))
    for part in " ".join(row.values()).split()
    if part[0] == "*"
} | {"huit", "onze"}
SHORT = "je|me|te|se|le|la|de|ne|que"


def mute(word):
    """Whether a word begins with a vowel's sound; yeux and yaourt do not, y does."""
    word = re.split(r"[-' ,.]", word.lower())[0]
    return word == "y" or (word[0] in "aàâeéèêiîoôuùûhœ" and word not in ASPIRATED)


def test_what_must_be_elided_is(pairs):
    pattern = re.compile(rf"(?<![\w'-])({SHORT}) ([\w'-]+)", re.IGNORECASE)
    faults(
        text
        for pair in pairs
        for text in pair.references
        for _, word in pattern.findall(text)
        if mute(word) and word != "oui"
    )
    faults(t for p in pairs for t in p.references if re.search(r"\b[Ss]i ils?\b", t))


def test_nothing_is_elided_before_a_consonant(pairs):
    pattern = re.compile(r"\b(?:[jmtslndc]|qu)'([\w-]+)", re.IGNORECASE)
    faults(
        text
        for pair in pairs
        for text in pair.references
        for word in pattern.findall(text.replace("ujourd'hui", "ujourd-hui"))
        if not mute(word)
    )


def test_a_and_de_contract_with_the_article(pairs):
    bad = re.compile(r"\b([Dd]e les?|[Àà] les?)\b")
    faults(text for pair in pairs for text in pair.references if bad.search(text))


def test_mon_cet_bel_stand_before_a_vowel(sentences):
    bare = re.compile(r"(?<![\w-])(ma|ta|sa|ce|beau|nouveau|vieux) ([\w'-]+)", re.IGNORECASE)
    full = re.compile(r"\b(cet|bel|nouvel|vieil) ([\w'-]+)", re.IGNORECASE)
    plurals = {form for row in (*NOUNS, *ADJECTIVES) for form in row.values()}
    for text, pair in sentences:
        for word, following in bare.findall(text):
            plural = (
                word.lower() == "vieux"
                and following in plurals
                and re.search(r"\b(de|les|ces|des|mes|tes|ses|nos|vos|leurs|d'\w+) vieux", text)
            )
            assert not mute(following) or plural, (text, pair.english)
        for _, following in full.findall(text):
            assert mute(following), text


# Agreement.

CLEAN = {row["french"].replace("*", "") for row in NOUNS}
FORMS = {}  # form of a noun -> {(gender, number)}
for row in NOUNS:
    for number, form in (("s", row["french"]), ("p", row["french_plural"])):
        if form:
            word = form.replace("*", "").split()[0]
            FORMS.setdefault(word, set()).add((row["gender"], number))
QUALITY = {}  # form of an adjective -> {(gender, number)}
for row in ADJECTIVES:
    for name, kind in (
        *(("masculine", "ms"), ("feminine", "fs"), ("masculine_plural", "mp")),
        *(("feminine_plural", "fp"), ("before_vowel", "ms")),
    ):
        if row[name]:
            QUALITY.setdefault(row[name], set()).add(tuple(kind))
VERB_FORMS = {row[person] for row in VERBS for person in PERSONS} - {""}
SINGULAR, PLURAL = {("m", "s"), ("f", "s")}, {("m", "p"), ("f", "p")}
DETERMINERS = {
    **dict.fromkeys(("le", "un", "ce", "cet", "du", "au"), {("m", "s")}),
    **dict.fromkeys(("la", "une", "cette", "ma", "ta", "sa", "quelle", "toute"), {("f", "s")}),
    **dict.fromkeys(("l'", "mon", "ton", "son", "notre", "votre", "leur"), SINGULAR),
    **dict.fromkeys(("les", "des", "ces", "aux", "mes", "tes", "ses"), PLURAL),
    **dict.fromkeys(("nos", "vos", "leurs", "deux", "trois", "cinq", "douze"), PLURAL),
}


def test_articles_adjectives_and_nouns_agree(sentences):
    checked = 0
    for text, pair in sentences:
        words = text[:-1].replace("l'", "l' ").replace("L'", "l' ").replace("d'", "d' ").split()
        for place, word in enumerate(words[:-1]):
            kinds = DETERMINERS.get(word.lower())
            if kinds is None or words[place - 1] == "et":
                continue  # vingt et un chats
            following = words[place + 1 : place + 4]
            if following[0] in VERB_FORMS and word.lower() in ("le", "la", "les", "l'", "leur"):
                continue  # the pronoun: elle la porte
            if following[0] in QUALITY and following[0] not in FORMS:
                kinds = kinds & QUALITY[following.pop(0)]
            if not following or following[0] not in FORMS:
                continue
            kinds = kinds & FORMS[following[0]]
            assert kinds, (text, pair.english)
            rest = following[1:]
            if rest and rest[0] in QUALITY and rest[0] not in VERB_FORMS:
                assert kinds & QUALITY[rest[0]], (text, pair.english)
            checked += 1
    assert checked > 50_000


def test_a_predicate_agrees_with_its_noun(sentences):
    shape = re.compile(
        r"^(Le |La |L'|Les |Ce |Cet |Cette |Ces |Tous les |Toutes les |M\w+ |T\w+ |S\w+ |"
        r"Notre |Nos |Votre |Vos |Leurs? )([\w-]+)[^.]*? (?:est|sont|n'est|ne sont)"
        r"(?: pas| plus| jamais)?(?: très)? ([\w-]+)\.$"
    )
    checked = 0
    for text, pair in sentences:
        found = shape.match(text)
        if not found or found[3] not in QUALITY or found[2] not in FORMS:
            continue
        first = found[1].strip().lower()
        kinds = DETERMINERS.get(first, {("m", "p")} if first == "tous les" else {("f", "p")})
        assert kinds & FORMS[found[2]] & QUALITY[found[3]], (text, pair.english)
        checked += 1
    assert checked > 10_000


GENDERS = {
    "elle": ("f", "s"), "il": ("m", "s"), "ils": ("m", "p"), "elles": ("f", "p")
}  # fmt: skip


def test_an_adjective_agrees_with_its_pronoun(sentences):
    shape = re.compile(
        r"\b(il|elle|ils|elles) (?:n'|ne )?(?:est|sont)(?: pas| plus| jamais)?"
        r"(?: très| aussi| moins)? ([\w-]+)",
        re.IGNORECASE,
    )
    turned = re.compile(r"\b(?:est|sont)-(il|elle|ils|elles)(?: très)? ([\w-]+)", re.IGNORECASE)
    checked = 0
    for text, pair in sentences:
        for pronoun, word in (*shape.findall(text), *turned.findall(text)):
            if word in QUALITY:
                assert GENDERS[pronoun.lower()] in QUALITY[word], (text, pair.english)
                checked += 1
    assert checked > 2_000


# The verb and what stands around it.

INFINITIVES = {re.sub(r"^(se |s')", "", row["french"]) for row in VERBS} | {
    *("neiger", "faire", "avoir")
}
PARTICIPLES = {row["participle"]: row["auxiliary"] for row in VERBS}
FINITE = {person: {row[person] for row in VERBS if row[person]} for person in PERSONS}
FINITE["il"] |= {"pleut", "neige", "fait"}
FINITE["je"] |= {"pense", "espère", "voudrais"}
FINITE["il"] |= {"dit"}
FINITE["nous"] |= {"croyons"}
FINITE["ils"] |= {"disent"}
PERSON = {"elle": "il", "elles": "ils"}
OBJECT = r"(?:(?:me|te|se|le|la|les|lui|leur|nous|vous|y|en) |(?:m'|t'|s'|l'))"
AFTER_SUBJECT = re.compile(
    rf"(?:^|[Qq]ue |[Qq]u'|\bsi |\bs')(?:(tu|il|elle|nous|vous|ils|elles) |(je )|(j'))"
    rf"(ne |n')?((?:{OBJECT}){{0,2}})([\w-]+)(?: (pas|plus|jamais))?([^.?!]*)",
    re.IGNORECASE,
)


def test_the_verb_agrees_and_pronouns_and_negation_stand_in_their_place(sentences):
    """Subject, ne, pronoun, verb, pas: je ne la vois pas."""
    checked = 0
    for text, pair in sentences:
        found = AFTER_SUBJECT.search(text)
        if not found or re.search(r"-(je|tu|ils?|elles?|nous|vous)\b", text):
            continue
        subject = (found[1] or "je").lower()
        ne, verb, negation = found[4], found[6], found[7]
        person = PERSON.get(subject, subject)
        assert verb in FINITE[person], (text, pair.english)
        assert not ne or negation in ("pas", "plus", "jamais"), (text, pair.english)
        assert ne or negation not in ("pas", "jamais"), (text, pair.english)
        checked += 1
    assert checked > 100_000


def test_ne_and_its_partner_come_together(sentences):
    for text, pair in sentences:
        words = re.findall(r"\w+", text.lower().replace("n'", "ne "))
        partners = [word for word in words if word in ("pas", "plus", "jamais")]
        if "ne" in words:
            after = words[words.index("ne") + 1 :]
            assert {"pas", "plus", "jamais"} & set(after), (text, pair.english)
        elif partners:
            assert partners == ["plus"] and "comparison" in pair.tags, (text, pair.english)


def test_a_verb_that_is_turned_round_has_its_hyphens(sentences):
    shape = re.compile(r"([\w']+)-(?:(t)-)?(je|tu|ils?|elles?|nous|vous)\b", re.IGNORECASE)
    checked = 0
    for text, pair in sentences:
        for verb, link, pronoun in shape.findall(text):
            verb = verb.lower().split("'")[-1]
            person = PERSON.get(pronoun, pronoun)
            assert verb in FINITE[person] or (verb, pronoun) == ("puis", "je"), (text, pair)
            vowel = person == "il" and verb[-1] in "ae"
            assert bool(link) == vowel, (text, pair.english)
            checked += 1
    assert checked > 20_000


def test_pronouns_stand_before_the_infinitive_after_a_modal_verb(sentences):
    shape = re.compile(
        r"\b(vais|vas|va|allons|allez|vont|dois|doit|devons|devez|doivent|peux|peut|pouvons|"
        r"pouvez|peuvent|veux|veut|voulons|voulez|veulent|sais|sait|savons|savez|savent)"
        r"(?:-(?:t-)?\w+)?(?: pas| plus| jamais)? "
        rf"({OBJECT})?([a-zéêè]+(?:er|ir|re|oir))\b"
    )
    wrong = re.compile(
        r"(?:^|que |qu'|si )(?:je|tu|ils?|elles?|nous|vous) (?:ne )?"
        rf"({OBJECT})(?:vais|vas|va|allons|vont|dois|doit|peux|peut|veux|veut)\b[^.?!]* "
        r"(\w+er|\w+ir|\w+re)\b",
        re.IGNORECASE,
    )
    seen = 0
    for text, pair in sentences:
        found = shape.search(text)
        if found and found[3] not in ("notre", "votre"):
            assert found[3] in INFINITIVES, (text, pair.english)
            seen += 1
            bad = wrong.search(text)
            assert not bad, (text, pair.english)
    assert seen > 10_000


def forms(participle):
    plural = participle if participle.endswith("s") else participle + "s"
    return {
        participle: ("m", "s"),
        participle + "e": ("f", "s"),
        plural: ("m", "p"),
        participle + "es": ("f", "p"),
    }


WITH_ETRE = {f: kind for p, aux in PARTICIPLES.items() if aux == "être"
             for f, kind in forms(p).items()}  # fmt: skip
WITH_AVOIR = {f: kind for p, aux in PARTICIPLES.items() if aux == "avoir"
              for f, kind in (*forms(p).items(), (p, ("m", "s")))}  # fmt: skip
AVOIR = r"(?:ai|as|a|avons|avez|ont)(?:-(?:t-)?\w+)?(?: pas| jamais)? (\w+)\b"


def test_a_participle_with_etre_agrees_with_its_subject(sentences):
    shape = re.compile(
        r"\b(il|elle|ils|elles|nous) (?:ne |n')?(?:se |s'|nous |y )?(?:est|sont|sommes)"
        r"(?: pas| jamais)? (\w+)",
        re.IGNORECASE,
    )
    turned = re.compile(r"(?:est|sont)-(il|elle|ils|elles)(?: pas)? (\w+)", re.IGNORECASE)
    checked = 0
    for text, pair in sentences:
        for pronoun, word in (*shape.findall(text), *turned.findall(text)):
            if word not in WITH_ETRE:
                continue
            pronoun = pronoun.lower()
            if pronoun == "nous":
                assert WITH_ETRE[word][1] == "p", (text, pair.english)
            else:
                assert WITH_ETRE[word] == GENDERS[pronoun], (text, pair.english)
            checked += 1
    assert checked > 1_000
    wrong = re.compile(rf"\b{AVOIR}")
    for text, pair in sentences:
        for word in wrong.findall(text):
            assert word not in WITH_ETRE, (text, pair.english)


BEFORE_AVOIR = re.compile(rf"\b((?:ne |n')?(?:l'|les |m'|t'|nous |vous ))?{AVOIR}", re.IGNORECASE)


def test_a_participle_with_avoir_agrees_with_the_object_before_it_only(sentences):
    checked = 0
    for text, pair in sentences:
        if not pair.tags & {"past-avoir"}:
            continue
        found = BEFORE_AVOIR.search(text)
        assert found and found[2] in WITH_AVOIR, (text, pair.english)
        gender, number = WITH_AVOIR[found[2]]
        last = pair.english.rstrip(".?").split()[-1]
        direct = "clitic" in pair.tags and "participle" in pair.tags
        if not direct:
            assert found[2] in PARTICIPLES, (text, pair.english)
        elif last == "her":
            assert (gender, number) == ("f", "s"), (text, pair.english)
        elif last == "him":
            assert (gender, number) == ("m", "s"), (text, pair.english)
        elif last in ("us", "them"):
            assert number == "p" or found[2].endswith("is"), (text, pair.english)
        checked += direct
    assert checked > 1_000


def test_nothing_but_de_follows_a_negated_object_in_the_partitive(sentences):
    wrong = re.compile(r"\b(pas|plus|jamais) (?:\w+ )?(du|de la|de l'|des|un|une) ")
    faults(
        (text, pair.english)
        for text, pair in sentences
        if pair.tags & {"partitive", "there-is"} and wrong.search(text)
    )


def test_places_have_their_preposition(sentences):
    prepositions = {"f": ("en ", "de |d'"), "m": ("au |en ", "du |d'"), "mp": ("aux ", "des ")}
    prepositions["city"] = ("à ", "de |d'")
    shapes = {}
    for row in table(LEXICON / "countries.tsv"):
        name, (here, there) = row["french"].replace("*", ""), prepositions[row["gender"]]
        shapes[name] = re.compile(rf"\b(?:{here}|{there}){name}\b")
    names = re.compile(rf"\b(?:{'|'.join(shapes)})\b")
    found = [(text, names.search(text)) for text, _ in sentences]
    faults(text for text, name in found if name and not shapes[name[0]].search(text))
    assert sum(name is not None for _, name in found) > 5_000


# Ambiguity.


def says(pair, *patterns):
    """Whether each pattern is found in some reference."""
    return all(
        any(re.search(pattern, text, re.IGNORECASE) for text in pair.references)
        for pattern in patterns
    )


def test_english_pronouns_have_all_their_french(pairs):
    for pair in pairs:
        english = pair.english.lower()
        if pair.english in FIXED:
            continue
        if re.search(r"\byour?\b", english):
            tu = r"\b(tu|te|toi|ton|ta|tes)\b|\bt'"
            assert says(pair, tu, r"\b(vous|votre|vos)\b"), pair
        if re.search(r"\bthey\b", english):
            both = says(pair, r"\bils\b", r"\belles\b")
            assert both or says(pair, r"^Ce (ne )?sont\b"), pair
        if re.search(r"\bthem\b", english) and {"participle", "clitic", "past-avoir"} <= pair.tags:
            found = {WITH_AVOIR[BEFORE_AVOIR.search(text)[2]][0] for text in pair.references}
            assert found == {"m", "f"}, pair
        if english.startswith(("it ", "is it ")) and "adjective" in pair.tags:
            assert says(pair, r"\bil\b", r"\belle\b") or says(pair, r"^Ce (n')?|^C'"), pair
        if re.search(r" it[.?]$| it anymore\.$", english) and "past-avoir" not in pair.tags:
            assert says(pair, r"\b(le|l')\b|l'") and says(pair, r"\b(la)\b|l'"), pair


def test_you_are_a_student_is_said_to_one_person(pairs):
    """Vous may be polite there, and is not several people."""
    several = re.compile(r"êtes\b.*s[ .?]*$", re.IGNORECASE)
    asked = [p for p in pairs if re.match(r"(You (are|aren't)|Are you) an? ", p.english)]
    assert len(asked) > 30
    faults(text for pair in asked for text in pair.references if several.search(text))


# English -> patterns that must each be found in some answer to it.
TWO_WAYS = {
    r"\b(am|are|is|aren't|isn't|am not) (\w+ )?going to bed\b": (
        r"\b[mts]e couche|\b(nous nous|vous vous) couch|(nous|vous) couche|se couchent",
        r"\b(vais|vas|va|allons|allez|vont)\b.* coucher",
    ),
    r"\bnight[.?]$": (r"\bnuits?\b", r"\bsoirs?\b"),
    r"^They say\b": (r"^Ils ", r"^Elles ", r"^On "),
    r"\b(n't|not|never)\b.* play\w* the (?!harp|accordion)": (
        r"\b(du|de la) \w+\b",
        r"\b(pas|plus|jamais)\b.* de (?!la)\w+\b",
    ),
}


@pytest.mark.parametrize("english", TWO_WAYS)
def test_english_that_has_two_answers_has_both(english, pairs):
    asked = [p for p in pairs if p.english not in FIXED and re.search(english, p.english)]
    assert len(asked) > 20
    faults(pair for pair in asked if not says(pair, *TWO_WAYS[english]))


def test_a_question_that_begins_with_est_ce_que_c_est_is_also_turned_round(sentences):
    """Est-ce que c'est bon ? Est-ce bon ?"""
    long = [pair for text, pair in sentences if text.startswith("Est-ce que c'est ")]
    assert len(long) > 400
    faults(pair for pair in long if not says(pair, r"^Est-ce (?!que\b)"))


def test_nobody_is_an_english_teacher(pairs):
    """That is an Englishman, or somebody who teaches English: anglais, or d'anglais."""
    taught = re.compile(r"\b(French|Italian|Spanish|English|German) (teacher|student)s?\b")
    faults(pair.english for pair in pairs if taught.search(pair.english))


def test_i_am_tired_is_said_by_a_man_and_by_a_woman(pairs):
    same = {row["masculine"] for row in ADJECTIVES if row["masculine"] == row["feminine"]}
    for pair in pairs:
        found = re.fullmatch(r"(I am|We are) (very )?(\w+)\.", pair.english)
        if found and "adjective" in pair.tags:
            word = pair.french.rstrip(".").split()[-1]
            word = word if found[1] == "I am" or word in same else word
            many = len(pair.references)
            assert many == (1 if word.rstrip("s") in same or word in same else 2), pair


# The functions.


def test_a_draw_repeats_and_does_not(pairs):
    assert load_phrasebook(300, seed=1) == load_phrasebook(300, seed=1)
    assert load_phrasebook(300, seed=1) != load_phrasebook(300, seed=2)
    drawn = load_phrasebook(5000, seed=3)
    assert len({pair.english for pair in drawn}) == 5000
    assert set(drawn) <= set(pairs)
    assert load_phrasebook(0) == []


def test_a_small_draw_makes_no_other_sentences(monkeypatch):
    made = Counter()

    def counted(name, template):
        def count(make):
            made[name] += 1
            return make()

        return lambda: (partial(count, make) for make in template())

    templates = {name: counted(name, template) for name, template in TEMPLATES.items()}
    monkeypatch.setattr(drawing, "TEMPLATES", templates)
    monkeypatch.setattr(drawing, "_cases", drawing._cases.__wrapped__)  # nothing kept
    load_phrasebook(200)
    assert made.total() == 200
    assert max(made.values()) - min(made.values()) <= 1


def test_no_template_drowns_the_others():
    sizes = {"few": 3, "some": 50, "many": 10_000}
    assert drawing._share(300, sizes) == {"few": 3, "some": 50, "many": 247}
    assert drawing._share(9, sizes) == {"few": 3, "some": 3, "many": 3}


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: load_phrasebook(-1), ValueError, "n is -1; it must be 0 or more"),
        (lambda: load_phrasebook(10**9), ValueError, r"holds \d+ pairs; ask for fewer"),
        (lambda: load_phrasebook(2.5), TypeError, "n is 2.5; it must be a whole number"),
        (lambda: load_phrasebook(True), TypeError, "n is True; it must be a whole number"),
        (lambda: load_phrasebook("10"), TypeError, "n is '10'; it must be a whole number"),
        (lambda: load_phrasebook(5, seed=None), TypeError, "seed is None; it must be a whole"),
        (lambda: split(load_phrasebook(50), test=0), ValueError, "test is 0; it must be 1"),
        (lambda: split(load_phrasebook(50), test=1.0), TypeError, "test is 1.0; it must be"),
        (lambda: split(load_phrasebook(50)), ValueError, "take more pairs or a smaller test"),
        (lambda: split([]), ValueError, "0 pairs give 0 with unseen"),
    ],
)
def test_bad_input_is_explained(call, error, words):
    with pytest.raises(error, match=words):
        call()


@pytest.mark.parametrize("wrong", [{"n": -1}, {"seed": -1}])
def test_a_wrong_argument_is_refused_before_anything_is_made(monkeypatch, wrong):
    monkeypatch.setattr(drawing, "_cases", lambda: pytest.fail("the whole phrasebook is listed"))
    with pytest.raises(ValueError, match="is -1; it must be 0 or more"):
        load_phrasebook(**wrong)


def test_the_whole_phrasebook_is_listed_once():
    assert drawing._cases() is drawing._cases()


def test_a_seed_splits_the_same_again_and_another_differently():
    drawn = load_phrasebook(5000)
    first = split(drawn, test=300)
    assert split(drawn, test=300) == first
    assert split(drawn, test=300, seed=1)[1] != first[1]


@pytest.mark.parametrize(("n", "test"), [(5000, 300), (20_000, 1000), (None, 1000)])
def test_the_splits_are_unseen_and_their_words_are_not(pairs, n, test):
    drawn = pairs if n is None else load_phrasebook(n)
    train, unseen, combined = split(drawn, test=test)
    assert len(unseen) == len(combined) == test
    english = [{pair.english for pair in part} for part in (train, unseen, combined)]
    assert sum(map(len, english)) == len(set.union(*english)) <= len(drawn)
    together = {combination for pair in train for combination in pair.combinations}
    apart = {word for combination in together for word in combination}
    for pair in unseen:
        assert pair.combinations <= together
    for pair in combined:
        assert pair.combinations - together
        assert {word for combination in pair.combinations for word in combination} <= apart
    for part in ("english", "french"):
        words = {word for pair in train for word in getattr(pair, part).lower().split()}
        for pair in (*unseen, *combined):
            assert set(getattr(pair, part).lower().split()) <= words, pair
    assert len(train) > len(drawn) - 3 * test
