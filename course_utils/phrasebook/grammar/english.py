"""The English that a grammar needs: do and be, numbers, and how a clause is filled in."""

_FORMS = {
    "I": {"do": "do", "be": "am", "be_not": "am not", "have": "have", "want": "want"},
    "he": {"do": "does", "be": "is", "be_not": "isn't", "have": "has", "want": "wants"},
    "they": {"do": "do", "be": "are", "be_not": "aren't", "have": "have", "want": "want"},
}


def to_be(plural, negated=False):
    """Is, are, isn't, aren't."""
    return _FORMS["they" if plural else "he"]["be_not" if negated else "be"]


def english_clause(subject, verb, mode, rest):
    """An English sentence, without its capital.

    Examples
    --------
    >>> from course_utils.phrasebook.grammar.lexicon import MODES, VERBS
    >>> from course_utils.phrasebook.grammar.phrases import named
    >>> english_clause(named("she"), VERBS["open"], MODES["doing"], "the door")
    'she is opening the door.'
    """
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


_UNITS = str.split(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = str.split("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth"}
_ORDINALS |= {"eight": "eighth", "nine": "ninth", "twelve": "twelfth"}
_ORDINALS |= {"twenty": "twentieth", "thirty": "thirtieth"}


def english_number(value):
    """A number from 0 to 100 in English.

    Examples
    --------
    >>> english_number(7), english_number(21), english_number(100)
    ('seven', 'twenty-one', 'one hundred')
    """
    if not 0 <= value <= 100:
        raise ValueError(f"the number is {value}; the grammar knows 0 to 100")
    if value == 100:
        return "one hundred"
    if value < 20:
        return _UNITS[value]
    ten, unit = divmod(value, 10)
    return _TENS[ten - 2] + (f"-{_UNITS[unit]}" if unit else "")


def ordinal(value):
    """The English word for a day of the month.

    Examples
    --------
    >>> ordinal(1), ordinal(6), ordinal(22), ordinal(30)
    ('first', 'sixth', 'twenty-second', 'thirtieth')
    """
    start, hyphen, last = english_number(value).rpartition("-")
    return start + hyphen + _ORDINALS.get(last, last + "th")
