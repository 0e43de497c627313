"""The embedded English-French corpus: sentences of the course's own small grammar.

More than 100,000 pairs, made from ``lexicon/*.tsv`` by the templates of ``grammar``, with the
French that ``french`` knows. Each English sentence stands once, with all the French that
answers it: *you* is tu and vous, *it* is il and elle, *I am tired* fatigué and fatiguée; a
yes-or-no question has est-ce que, inversion and the spoken form. Typography is simplified:
a plain apostrophe, and a plain space before ? and !. English contracts ``not`` only.
Words with much the same meaning are not listed: *new* is nouveau and never neuf.

Chapter 25 trains a Transformer on it.
"""

from course_utils.phrasebook.grammar import Pair
from course_utils.phrasebook.pairs import load_phrasebook, split

__all__ = ["Pair", "load_phrasebook", "split"]
