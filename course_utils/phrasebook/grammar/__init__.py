"""The small grammar behind the phrasebook.

The words stand in ``phrasebook/lexicon/*.tsv``, where a French teacher can correct them;
`lexicon` reads them, and `sentences` makes a pair of English and French from subject, verb
and mode. The other modules hold the templates, by topic: a template loops over words that
go together and yields, for each choice, a function that makes its `Pair`. So a small draw
makes no sentence that it does not need.

Where English leaves something open (you, they, it, I am tired) a pair holds all its French.
Left out on purpose: *on* for we, *être en train de* for progressive forms, *n'est-ce pas*.
"""

from inspect import isgeneratorfunction

from course_utils.phrasebook.grammar import amounts, being, doing, questions, smalltalk, times
from course_utils.phrasebook.grammar.sentences import Pair

__all__ = ["TEMPLATES", "Pair"]

#: Every public generator of a topic, by its name.
TEMPLATES = {
    name: thing
    for topic in (smalltalk, being, doing, amounts, times, questions)
    for name, thing in vars(topic).items()
    if isgeneratorfunction(thing) and name[0] != "_"
}
