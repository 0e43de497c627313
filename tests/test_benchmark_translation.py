"""The benchmark of the translators runs, splits honestly, and ends in one JSON line."""

import importlib.util
import json
import random
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "benchmarks" / "translation.py"
WORDS = [("the cat", "le chat"), ("the dog", "le chien"), ("he", "il"), ("she", "elle")]
VERBS = [("sees", "voit"), ("eats", "mange"), ("likes", "aime"), ("has", "a"), ("wants", "veut")]
THINGS = [("bread", "du pain"), ("milk", "du lait"), ("soup", "de la soupe")]


@pytest.fixture(scope="module")
def benchmark():
    spec = importlib.util.spec_from_file_location("benchmark_translation", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def corpus(tmp_path):
    """60 sentences, each in two spellings that differ in case, and two of one word."""
    lines = ["Hi.\tSalut.", "Go.\tVa."]
    for who, qui in WORDS:
        for verb, verbe in VERBS:
            for thing, chose in THINGS:
                lines.append(f"{who} {verb} {thing}.\t{qui} {verbe} {chose}.")
                lines.append(f"{who} {verb} {thing}.\t{qui} {verbe} ça.")
                lines.append(f"{who.upper()} {verb} {thing}.\t{qui} {verbe}.")
    random.Random(0).shuffle(lines)
    path = tmp_path / "pairs.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def test_no_english_sentence_is_on_both_sides(benchmark, corpus):
    train, test_sets = benchmark.read(corpus, 50, seed=1, tests=10)
    test = test_sets["sentences"]
    assert len(train) == 50 and len(test) == 10
    assert not {e.lower() for e, _ in train} & {pair.english.lower() for pair in test}
    assert all(len(pair.references) == 3 for pair in test)
    with pytest.raises(SystemExit, match="only 50 training pairs; ask for fewer"):
        benchmark.read(corpus, 51, seed=1, tests=10)


def test_the_score_takes_any_reference_and_heeds_no_case(benchmark):
    pair = benchmark.SentencePair
    questions = ("Est-ce que tu vois l’arbre ?", "Vois-tu l'arbre ?")
    pairs = [pair("a", questions), pair("b", ("Il dort.",))]
    right = ["est-ce que tu vois l'arbre\u202f?", "il dort ."]
    assert benchmark.score(lambda _: right, pairs) == (100.0, 1.0)
    bleu, exact = benchmark.score(lambda _: ["vois-tu l'arbre ?", "elle mange ."], pairs)
    assert exact == 0.5 and 0 < bleu < 100


def test_the_time_to_a_score_lies_between_two_scores(benchmark):
    watch = benchmark.Watch(None, [], every=1)
    watch.bleus = [(10.0, 8.0), (20.0, 18.0), (30.0, 22.0)]
    assert watch.seconds_to(20) == 25 and watch.seconds_to(4) == 5
    assert watch.seconds_to(23) is None


def test_each_epoch_is_printed_once(benchmark, capsys):
    watch = benchmark.Watch(None, [], every=100)
    for epoch in (0.5, 1.0, 1.5, 2.2):
        watch({"seconds": 10 * epoch, "epoch": epoch, "loss": 3.0})
    first, second = capsys.readouterr().out.splitlines()
    assert first == "epoch 1: 10 s, loss 3.000, BLEU 0.0 at 0 s" and second.startswith("epoch 2: ")


@pytest.mark.parametrize("system", ["ours", "baseline"])
def test_a_small_run_ends_in_one_json_line(benchmark, corpus, system, monkeypatch, capsys):
    monkeypatch.setattr(benchmark.Baseline, "inner", 16)
    options = f"--corpus {corpus} --pairs 50 --seconds 2 --tests 8 --seed 3 --every 1".split()
    baseline = ["--baseline"] if system == "baseline" else []
    monkeypatch.setattr(sys, "argv", ["translation.py", *options, *baseline])
    benchmark.main()
    *_, last = capsys.readouterr().out.splitlines()
    result = json.loads(last)
    keys = ["pairs", "parameters", "train_seconds", "bleu", "exact_match", "sentences_per_second"]
    assert set(keys) < set(result) and "seconds_to_bleu_20" in result
    assert result["system"] == system and result["pairs"] == 50 and result["seed"] == 3
