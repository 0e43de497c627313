"""The command line of ``python -m course_utils.translation``."""

import argparse
import random
import sys
from pathlib import Path

from course_utils.datasets import cache_folder, load_tatoeba
from course_utils.translation.tokens import tokenize
from course_utils.translation.translator import Translator


def load_pairs(corpus):
    """Pairs of a corpus: "phrasebook", "tatoeba", or a file with tabs such as fra.txt.

    Parameters
    ----------
    corpus : str or Path

    Returns
    -------
    list of pairs with ``english`` and ``references``

    Raises
    ------
    FileNotFoundError
        If there is no such corpus.

    Examples
    --------
    >>> load_pairs("no_such_file.txt")
    Traceback (most recent call last):
    FileNotFoundError: there is no file no_such_file.txt; give the path of a file such as fra.txt
    """
    if str(corpus) == "phrasebook":
        from course_utils.phrasebook import load_phrasebook

        return load_phrasebook(20_000, seed=0)
    return load_tatoeba("download" if str(corpus) == "tatoeba" else corpus)


def _train(corpus, seconds, path):
    pairs = [(pair.english, pair.references[0]) for pair in load_pairs(corpus)]
    short = [pair for pair in pairs if all(len(tokenize(text)) <= 15 for text in pair)]
    short = random.Random(0).sample(short, min(len(short), 60_000))  # a file may be sorted
    translator = Translator.for_pairs(short, min_count=2)
    translator.fit(short, seconds=seconds)
    translator.save(path)
    return translator


def main(arguments=None):
    """The command line; see the module.

    Parameters
    ----------
    arguments : list of str, optional
        Those of the command line by default.

    Returns
    -------
    int
        0; or 1 where something went wrong, which stands on the error stream.

    Examples
    --------
    >>> main(["--model", "no_such_file", "Hello!"])
    1
    """
    parser = argparse.ArgumentParser("python -m course_utils.translation", description="Translate")
    parser.add_argument("sentences", nargs="*", help="English sentences")
    parser.add_argument("--train", nargs="?", const="phrasebook", metavar="CORPUS",
                        help="train first: on phrasebook (default), tatoeba or a path")  # fmt: skip
    parser.add_argument("--seconds", type=float, default=180, help="of training")
    parser.add_argument("--beam", type=int, default=4, help="beam size; 1 is greedy")
    parser.add_argument("--model", help="file of the model; in the cache folder by default")
    given = parser.parse_args(arguments)
    path = Path(given.model) if given.model else cache_folder() / "translator.zip"
    try:
        if given.train:
            translator = _train(given.train, given.seconds, path)
        else:
            translator = Translator.load(path)
        for french in translator.translate(given.sentences, beam_size=given.beam):
            print(french)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    if not given.sentences:
        print('Give a sentence: python -m course_utils.translation "Where is the station?"')
    return 0
