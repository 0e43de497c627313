"""The clock, the calendar and the weather."""

from functools import cache, partial

from course_utils.phrasebook import french
from course_utils.phrasebook.grammar.doing import country
from course_utils.phrasebook.grammar.english import english_number, ordinal
from course_utils.phrasebook.grammar.lexicon import MODES, VERBS, read_table, words
from course_utils.phrasebook.grammar.phrases import subjects
from course_utils.phrasebook.grammar.sentences import pair, say, sentence


def _hours(value):
    """Onze heures, une heure."""
    return french.number(value, "f") + (" heures" if value > 1 else " heure")


@cache
def _clock():
    """(hour, English, French) of the times from one to eleven, of noon and midnight."""
    times = []
    for hour in range(1, 12):
        for row in read_table("clock"):
            english = row["english"].format(hour=english_number(hour))
            shapes = row["french"].split(" / ")
            hours = {"hour": _hours(hour), "before": _hours((hour - 2) % 12 + 1)}
            exact = " o'clock" if row["english"] == "{hour}" else ""
            times.append((hour, english + exact, [shape.format(**hours) for shape in shapes]))
    return [*times, (12, "noon", ["midi"]), (12, "midnight", ["minuit"])]


_TIMES = {
    "": ("it is {}.", ["il est"], ""),
    "morning": ("it is {} in the morning.", ["il est"], " du matin"),
    "afternoon": ("it is {} in the afternoon.", ["il est"], " de l'après-midi"),
    "already": ("it is already {}.", ["il est déjà"], ""),
    "?": ("is it {}?", ["est-ce qu'il est", "est-il", "il est"], ""),
}


def times():
    """It is half past two: il est deux heures et demie."""
    for hour, english, clocks in _clock():
        for form in _TIMES:
            morning = form == "morning" and 2 <= hour <= 11
            afternoon = form == "afternoon" and 2 <= hour <= 5
            if morning or afternoon or form in ("", "already", "?"):
                yield partial(_time, english, clocks, form)


def _time(english, clocks, form):
    said, starts, part = _TIMES[form]
    question = form == "?"
    sentences = [sentence((start, clock + part), question) for clock in clocks for start in starts]
    return pair(said.format(english), sentences, {"time", *["question"] * question})


def at_a_time():
    """The train leaves at noon: le train part à midi."""
    for row in read_table("schedule"):
        verb = VERBS[row["verb"]]
        for subject in subjects(row["subjects"]):
            for mode in words(row["modes"]):
                for _, english, clocks in _clock():
                    rests = [("à", clock) for clock in clocks]
                    yield partial(
                        say, subject, verb, MODES[mode], f"at {english}", rests, tags={"time"}
                    )


_WE_ARE = ("nous sommes", "on est", "c'est")


def dates():
    """It is the first of May: nous sommes le premier mai."""
    today = tuple(f"aujourd'hui, {start}" for start in _WE_ARE)
    for row in read_table("days"):
        day, answer = row["english"], row["french"]
        yield partial(_date, f"it is {day}.", _WE_ARE[::-1], answer)
        yield partial(_date, f"today is {day}.", today[::-1], answer)
        yield partial(_date, f"it is {day} today.", _WE_ARE[::-1], f"{answer} aujourd'hui")
    for row in read_table("months"):
        for day in range(1, int(row["days"]) + 1):
            date = f"the {ordinal(day)} of {row['english']}"
            answer = f"le {'premier' if day == 1 else french.number(day)} {row['french']}"
            yield partial(_date, f"it is {date}.", _WE_ARE, answer)
            yield partial(_date, f"my birthday is on {date}.", ["mon anniversaire est"], answer)
            yield partial(_date, f"today is {date}.", today, answer)


def _date(english, starts, answer):
    return pair(english, [sentence((start, answer)) for start in starts], {"time", "date"})


def weather():
    """It is cold in Paris: il fait froid à Paris."""
    for row in read_table("weather"):
        for form in ("", "not", "?", "future", "future?"):
            # It is cold: see it_is, for it may be a thing.
            if row["english"] not in ("cold", "hot") or "future" in form:
                yield partial(_weather, row, form, "", ())
            for place in read_table("countries"):
                yield partial(_weather, row, form, f"in {place['english']}", country(place, "à"))
            for time in read_table("times"):
                if _suits(time, form):
                    yield partial(_weather, row, form, time["english"], (time["french"],))


def _suits(time, form):
    """Whether a time goes with weather of the present, or of the future."""
    if "future" in form:
        return "plan" in time["when"]
    return time["english"] in ("today", "now", "this morning", "this evening")


def _weather(row, form, english, answer):
    future = f"il va {row['infinitive']}"
    said, starts, tags = {
        "": ("it is {english}", [row["french"]], {"present"}),
        "not": ("it isn't {english}", [row["negative"]], {"present", "negation"}),
        "?": (
            "is it {english}",
            [f"est-ce que {row['french']}", row["inversion"], row["french"]],
            {"present", "question"},
        ),
        "future": ("it is going to {base}", [future], {"near-future"}),
        "future?": (
            "is it going to {base}",
            [f"est-ce que {future}", f"va-t-il {row['infinitive']}", future],
            {"near-future", "question"},
        ),
    }[form]
    end = "?" if "?" in form else "."
    sentences = [sentence((start, *answer), end == "?") for start in starts]
    return pair(f"{said.format(**row)} {english}{end}", sentences, {"weather", *tags})
