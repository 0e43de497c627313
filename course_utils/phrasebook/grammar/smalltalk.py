"""Sentences that are learned whole."""

from functools import partial

from course_utils.phrasebook.grammar.lexicon import read_table
from course_utils.phrasebook.grammar.sentences import pair


def smalltalk():
    """Good evening! Bonsoir !"""
    for row in read_table("smalltalk"):
        yield partial(pair, row["english"], row["french"].split(" / "), {"greeting"})
