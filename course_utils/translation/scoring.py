"""How good translations are. Chapters 25 and 26."""

from itertools import zip_longest

from course_utils.translation.tokens import tokenize


def bleu(found, references):
    """BLEU of translations on our tokens, each against all of its references.

    The counts come from sacrebleu, which is told not to cut the text again. Inverted pronouns
    stay with their verbs (``est-ce``), as tokens of their own would make the score kinder.
    Chapter 25 derives it by hand. Source: K. Papineni et al. (2002), "BLEU: a method for
    automatic evaluation of machine translation".

    Parameters
    ----------
    found : sequence of str
    references : sequence of sequence of str
        For each translation one right answer or more.

    Returns
    -------
    float
        From 0 to 100. Where all translations are too short for runs of four tokens, shorter
        runs alone count.

    Raises
    ------
    TypeError
        If a translation's references are one text, not several in a list.
    ValueError
        If there is not one list of references for each translation, or one is empty.

    Examples
    --------
    Eight tokens of eight are right, 5 pairs of 7, 3 threes of 6, one four of 5; two words lack:

    >>> found = "Elle a acheté une voiture rouge hier."
    >>> wanted = "Elle a acheté une belle voiture rouge hier soir."
    >>> round(bleu([found], [[wanted]]), 1), round(bleu([found], [[wanted, found]]))
    (40.3, 100)
    """
    import sacrebleu  # only here: it takes a while

    if len(found) != len(references) or not all(map(len, references)):
        raise ValueError(
            f"{len(found)} translations came with {len(references)} lists of references; each "
            "needs one list, with one text or more in it"
        )
    if any(isinstance(texts, str) for texts in references):
        raise TypeError(
            "the references of a translation are one text; give a list: [['Bonjour !']]"
        )
    columns = zip_longest(*([_spaced(text) for text in texts] for texts in references))
    return sacrebleu.corpus_bleu(
        [_spaced(text) for text in found],
        [list(column) for column in columns],  # all first references, all second ones, ...
        tokenize="none",
        force=True,  # these are tokens already
        use_effective_order=True,
    ).score


def _spaced(text):
    return " ".join(tokenize(text)).replace(" -", "-")
