"""Sentences in, sentences out: every step from text to ids and back, and decoding, is right."""

import copy
import itertools
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from zipfile import ZipFile

import keras
import numpy as np
import pytest
import tensorflow as tf
from hypothesis import example, given, settings
from hypothesis import strategies as st

from course_utils.encoding import Vocabulary
from course_utils.padding import pad_sequences
from course_utils.transformer import Transformer
from course_utils.translation import (
    END,
    PAD,
    SPECIALS,
    START,
    UNKNOWN,
    Translator,
    bleu,
    detokenize,
    learning_rate,
    normalize,
    padding_free_loss,
    tokenize,
    training,
)
from course_utils.translation.command_line import main
from course_utils.translation.packing import Packer
from course_utils.translation.tokens import capitals_of, sentence_pairs
from course_utils.translation.training import Budget
from course_utils.translation.translator import _examples

RNG = np.random.default_rng(0)
TEN = [
    ("Where is the station?", "Où est la gare ?"),
    ("Where is the hotel?", "Où est l'hôtel ?"),
    ("I am cold.", "J'ai froid."),
    ("I'm hungry, Tom.", "J'ai faim, Tom."),
    ("Don't run!", "Ne courez pas !"),
    ("What time is it?", "Quelle heure est-il ?"),
    ("It's 7:30.", "Il est 7:30."),
    ("Thank you.", "Merci."),
    ("He doesn't see Tom.", "Il ne voit pas Tom."),
    ("She is well known.", "Elle est bien connue."),
]
SIZES = {"d_model": 32, "num_heads": 2, "d_ff": 64, "num_layers": 1, "max_length": 40}
SENTENCES = [english for english, _ in TEN]


@pytest.fixture(scope="module")
def translator():
    """Ten pairs learned by heart."""
    keras.utils.set_random_seed(0)
    trained = Translator.for_pairs(TEN, dropout=0.0, **SIZES)
    options = {"peak": 1e-2, "warmup": 20, "smoothing": 0.0}
    trained.fit(TEN, epochs=80, progress=False, **options)
    return trained


@pytest.fixture(scope="module")
def untrained():
    """Weights at random, large enough that it does not say one word for ever."""
    keras.utils.set_random_seed(3)
    fresh = Translator.for_pairs(TEN, **{**SIZES, "num_layers": 2})
    rng = np.random.default_rng(3)
    fresh.model.set_weights([w * 2 + 0.02 * rng.normal(size=w.shape) for w in _weights(fresh)])
    return fresh


def _weights(translator):
    return translator.model.get_weights()


def sources(translator, sentences):
    ids = [translator.source_vocabulary.encode(tokenize(text)) for text in sentences]
    return pad_sequences(ids, padding="post")


def cloudpickled(thing):
    """As it arrives in another process."""
    cloudpickle = pytest.importorskip("cloudpickle")
    return cloudpickle.loads(cloudpickle.dumps(thing))


# --- text -------------------------------------------------------------------------------


@pytest.mark.parametrize("space", ["\u202f", "\xa0", "\u2009", "\u200b", " ", "\t", " \u202f "])
def test_every_kind_of_space_is_one_space(space):
    assert normalize(f"Où est la gare{space}?{space}") == "où est la gare ?"


def test_apostrophes_quotes_accents_and_case_are_written_one_way():
    assert normalize("L’été ‘d’ici’") == normalize("l'e\u0301te\u0301 'd'ici'") == "l'été 'd'ici'"
    assert normalize("“ÉTÉ”") == '"été"'
    assert normalize("Tom’s", lower=False) == "Tom's"


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Where is it?", ["where", "is", "it", "?"]),
        ("I'm sure we don't.", ["i", "'m", "sure", "we", "don", "'t", "."]),
        ("Tom's here; they'll go.", ["tom", "'s", "here", ";", "they", "'ll", "go", "."]),
        ("Qu'est-ce que c'est ?", ["qu'", "est", "-ce", "que", "c'", "est", "?"]),
        ("Y a-t-il de l’eau ?", ["y", "a", "-t", "-il", "de", "l'", "eau", "?"]),
        ("D'où s'en va-t-elle ?", ["d'", "où", "s'", "en", "va", "-t", "-elle", "?"]),
        ("« 3,50 € à 7:30 ! »", ["«", "3,50", "€", "à", "7:30", "!", "»"]),
        ("Well... -5?", ["well", ".", ".", ".", "-", "5", "?"]),
        ("", []),
        ("  \u200b ", []),
    ],
)
def test_tokens_are_words_parts_of_words_and_punctuation(text, tokens):
    assert tokenize(text) == tokens


@pytest.mark.parametrize(
    "text",
    [
        "Qu'est-ce que c'est ?",
        "Aujourd'hui, il n'y a qu'un train.",
        "Y a-t-il de l'eau (froide) ?",
        'Il dit : "Merci, Tom."',
        "Don't go, it's 7:30 !",
        "« Bonjour ! »",
        "Va-t'en ! Souviens-t'en.",
    ],
)
def test_a_sentence_comes_back_from_its_tokens(text):
    assert detokenize(tokenize(text, lower=False)) == text


@settings(deadline=None)
@example("e\xad\u0301")
@example("\u0130\u0316")
@given(st.text())
def test_any_text_has_tokens_that_are_found_again(text):
    tokens = tokenize(text)
    assert all(tokens) and not any(" " in token for token in tokens)
    assert "".join(tokens) == normalize(text).replace(" ", "")
    assert normalize(normalize(text)) == normalize(text)
    detokenize(tokens)


# --- loss and schedule ----------------------------------------------------------------------


@pytest.mark.parametrize("smoothing", [0.0, 0.1])
def test_the_loss_is_keras_loss_over_the_real_tokens(smoothing):
    targets = np.array([[3, 1, 4, 0, 0], [2, 2, 0, 0, 0], [1, 5, 3, 2, 4]])
    logits = RNG.normal(size=(3, 5, 6)).astype("float32")
    real = targets != 0
    one_hot = np.eye(6)[targets[real]]
    expected = keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=smoothing)
    found = padding_free_loss(targets, logits, smoothing)
    np.testing.assert_allclose(found, expected(one_hot, logits[real]), atol=1e-5)


def test_more_padding_or_what_is_said_there_does_not_change_the_loss():
    targets = np.array([[3, 1, 0], [2, 0, 0]])
    logits = RNG.normal(size=(2, 3, 6)).astype("float32")
    expected = float(padding_free_loss(targets, logits, 0.1))
    changed = np.where(targets[..., None] == 0, 9 * logits[::-1], logits)
    assert float(padding_free_loss(targets, changed, 0.1)) == pytest.approx(expected)
    wider = np.pad(targets, ((0, 0), (0, 4))), np.pad(logits, ((0, 0), (0, 4), (0, 0)))
    assert float(padding_free_loss(*wider, 0.1)) == pytest.approx(expected)
    assert float(padding_free_loss(targets * 0, logits)) == 0


def test_bleu_adds_up_counts_takes_any_reference_and_clips():
    hand = 100 * np.exp(1 - 10 / 8) * (8 / 8 * 5 / 7 * 3 / 6 * 1 / 5) ** 0.25
    found, wanted = "a b c d e f g .", "a b c d x e f g y ."
    assert np.isclose(bleu([found], [[wanted]]), hand)
    several = bleu([found, found], [[wanted], [wanted, found]])
    assert np.isclose(several, bleu([found, found], [[wanted], [found]]))
    assert 50 < several < 90  # no mean of the two: counts and lengths are added up
    assert bleu(["le le le le"], [["le chat est là"]]) < 30  # "le" counts once
    same = bleu(["Est-ce lui\u202f?"], [["est-ce lui ?"]])  # case and spaces aside
    assert np.isclose(same, 100)


@pytest.mark.parametrize(
    ("found", "references", "error", "message"),
    [
        (["a", "b"], [["a"]], ValueError, "2 translations came with 1 lists"),
        (["a"], [[]], ValueError, "one text or more"),
        (["Oui."], ["Oui."], TypeError, "give a list"),
    ],
)
def test_bleu_names_references_that_do_not_fit(found, references, error, message):
    with pytest.raises(error, match=message):
        bleu(found, references)


def test_the_rate_rises_falls_as_a_root_and_ends_at_zero():
    rates = [learning_rate(step, peak=2.0, warmup=10) for step in range(40)]
    np.testing.assert_allclose(rates[:10], 0.2 * np.arange(1, 11))
    np.testing.assert_allclose(rates[10:], 2 * np.sqrt(10 / np.arange(11, 41)))
    assert learning_rate(9, progress=0.7, peak=2.0, warmup=10) == pytest.approx(2.0)
    assert learning_rate(9, progress=0.85, peak=2.0, warmup=10) == pytest.approx(1.0)
    assert learning_rate(9, progress=1.0) == learning_rate(9, progress=1.2) == 0
    assert learning_rate(9, progress=1.0, peak=2.0, warmup=10, cooldown=0) == 2.0


# --- batches ----------------------------------------------------------------------------


def test_every_pair_is_in_an_epoch_once_and_shifted_by_one():
    lengths = RNG.integers(1, 9, size=(300, 2))
    pairs = [
        (RNG.integers(4, 99, s), np.array([START, *RNG.integers(4, 99, t), END]))
        for s, t in lengths
    ]
    packer = Packer(pairs, batch_size=32, rng=np.random.default_rng(0))
    wanted = sorted((tuple(s), tuple(t)) for s, t in pairs)
    orders = []
    for epoch in range(2):
        found, shapes = [], set()
        for step in range(packer.updates):
            inputs, following = packer.batch(epoch * packer.updates + step)
            shapes.add(tuple(x.shape for x in (*inputs, following)))
            for source, target, sources, targets, after in zip(*inputs, following, strict=True):
                assert ((source != 0) == (sources != 0)).all()
                assert ((target != 0) == (targets != 0)).all()
                for segment in range(1, sources.max(initial=0) + 1):
                    given, then = target[targets == segment], after[targets == segment]
                    assert (given[1:] == then[:-1]).all() and then[-1] == END
                    found.append((tuple(source[sources == segment]), (*given, END)))
        assert sorted(found) == wanted and len(shapes) == 1
        orders.append(found)
    assert orders[0] != orders[1]


def test_an_epoch_with_fewer_rows_has_no_empty_batch():
    pairs = [(np.array([4, 5]), np.array([START, 6, END]))] * 300
    packer = Packer(pairs, batch_size=32, rng=np.random.default_rng(0))
    packer.packed = packer.packed[: packer.rows]  # as a later shuffle may leave it
    assert packer.updates > 1 and packer.batch(packer.updates - 1)[1].any()


# --- training ------------------------------------------------------------------------------


def test_ten_pairs_are_learned_by_heart(translator):
    assert translator.translate(SENTENCES) == [french for _, french in TEN]
    assert translator.translate(SENTENCES, beam_size=3) == [french for _, french in TEN]
    assert translator.translate("Thank you.") == "Merci."


def test_training_reports_each_epoch_and_each_update():
    seen = []
    fresh = Translator.for_pairs(TEN, **SIZES)
    history = fresh.fit(TEN, epochs=3, progress=False, callback=seen.append)
    assert len(history["loss"]) == len(history["seconds"]) == 3
    assert history["loss"][2] < history["loss"][0]
    assert [log["step"] for log in seen] == [1, 2, 3] and seen[-1]["epoch"] == 3
    assert sorted(seen[0]) == ["epoch", "loss", "seconds", "step"]


def test_a_run_of_epochs_can_be_repeated():
    losses = []
    for _ in range(2):
        keras.utils.set_random_seed(5)
        fresh = Translator.for_pairs(TEN, **SIZES)
        losses.append(fresh.fit(TEN, epochs=2, progress=False, batch_size=4)["loss"])
    assert losses[0] == losses[1]


def test_training_stops_when_the_seconds_are_over_and_the_callback_costs_none(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(training.time, "perf_counter", lambda: now[0])

    def callback(log):
        now[0] += 100  # the clock stands still meanwhile
        steps.append(log["seconds"])

    steps, pack = [], Packer.batch

    def batch(self, step):
        now[0] += 1
        return pack(self, step)

    monkeypatch.setattr(Packer, "batch", batch)
    Translator.for_pairs(TEN, **SIZES).fit(TEN, seconds=4, progress=False, callback=callback)
    assert steps == [1, 2, 3, 4]


def test_the_loss_that_is_trained_on_is_smoothed():
    keras.utils.set_random_seed(5)
    fresh = Translator.for_pairs(TEN, dropout=0.0, **SIZES)
    start = _weights(fresh)
    inputs, wanted = Packer(_examples(TEN, fresh), 64, np.random.default_rng(0)).batch(0)
    logits = fresh.model(inputs)
    for smoothing in (0.0, 0.4):
        fresh.model.set_weights(start)
        (loss,) = fresh.fit(TEN, epochs=1, progress=False, smoothing=smoothing)["loss"]
        expected = float(padding_free_loss(wanted, logits, smoothing))
        assert loss == pytest.approx(expected, rel=1e-4)


@pytest.mark.parametrize("cooldown", [0.0, 0.5])
def test_training_ends_in_ever_smaller_steps(cooldown):
    """Adam's steps are about as long as the learning rate: the last ones tell it."""
    keras.utils.set_random_seed(5)
    fresh = Translator.for_pairs(TEN, dropout=0.0, **SIZES)
    seen = [_weights(fresh)]
    options = {"epochs": 20, "warmup": 1, "cooldown": cooldown, "progress": False}
    fresh.fit(TEN, callback=lambda _: seen.append(_weights(fresh)), **options)
    steps = [
        max(np.abs(a - b).max() for a, b in zip(*pair, strict=True)) for pair in pairwise(seen)
    ]
    # The rate falls by the root of 2 from the middle on, and with a cooldown to a tenth of that.
    assert (steps[-1] < 0.3 * steps[9]) == (cooldown > 0)


def test_a_second_training_forgets_the_first_and_compiles_nothing(caplog):
    keras.utils.set_random_seed(5)
    fresh = Translator.for_pairs(TEN, dropout=0.0, **SIZES)
    start, losses = _weights(fresh), []
    for _ in range(7):
        fresh.model.set_weights(start)
        losses.append(fresh.fit(TEN, epochs=4, warmup=1, progress=False)["loss"])
    np.testing.assert_allclose(losses, losses[:1] * 7, rtol=1e-5)
    assert "retracing" not in caplog.text


@pytest.mark.parametrize("policy", ["mixed_bfloat16", "mixed_float16", "float64"])
def test_other_digits_learn_translate_and_come_back_from_a_file(policy, tmp_path):
    keras.utils.set_random_seed(0)
    other = Translator.for_pairs(TEN, dropout=0.0, dtype=policy, **SIZES)
    options = {"peak": 1e-2, "warmup": 20, "smoothing": 0.0}
    other.fit(TEN, epochs=80, progress=False, **options)
    other.save(tmp_path / "a.zip")
    wanted = [french for _, french in TEN]
    for translator in (other, Translator.load(tmp_path / "a.zip")):
        assert translator.model.dtype_policy.name == policy
        assert translator.translate(SENTENCES) == wanted
        weights, _, _ = translator.attention("Where is the station?")
        np.testing.assert_allclose(weights.sum(axis=1), 1, atol=1e-4)
    assert other.translate(SENTENCES, beam_size=3) == wanted


def test_the_loss_of_half_precision_logits_stays_finite_over_a_large_vocabulary():
    for dtype in ("float16", "bfloat16"):
        logits = keras.ops.full((1, 2, 70_000), 8.0, dtype)
        loss = padding_free_loss(np.array([[5, 6]]), logits, 0.1)
        assert float(loss) == pytest.approx(np.log(70_000), rel=1e-4)


def test_xla_trains_to_the_same_losses():
    losses = []
    for xla in (False, True):
        keras.utils.set_random_seed(5)
        fresh = Translator.for_pairs(TEN, dropout=0.0, **SIZES)
        options = {"epochs": 3, "progress": False, "xla": xla}
        losses.append(fresh.fit(TEN, **options)["loss"])
    np.testing.assert_allclose(*losses, rtol=1e-3)


def test_pairs_come_as_tuples_with_references_or_with_names():
    class Pair:
        english, references = "Hello.", ("Bonjour.", "Salut.")

    expected = [("Hello.", "Bonjour."), ("Hello.", "Salut.")]
    assert sentence_pairs([Pair]) == expected
    assert sentence_pairs([("Hello.", ["Bonjour.", "Salut."])]) == expected
    assert sentence_pairs(expected) == expected


def test_a_capital_counts_where_no_sentence_begins():
    texts = ["Je vois M. Dupont.", "Il part. Elle reste."]
    assert capitals_of(texts) == {"m": "M", "dupont": "Dupont"}


def test_vocabularies_hold_the_training_part_and_the_special_tokens():
    fresh = Translator.for_pairs([*TEN, ("Tom runs.", "Tom court.")], min_count=2, **SIZES)
    for vocabulary in (fresh.source_vocabulary, fresh.target_vocabulary):
        assert tuple(vocabulary.tokens[:4]) == SPECIALS and "tom" in vocabulary
    assert "court" not in fresh.target_vocabulary
    assert fresh.capitals == {"tom": "Tom"}


# --- decoding ------------------------------------------------------------------------------


def recomputing(translator):
    """The model that runs over all tokens again for each new one, compiled once."""
    ids = tf.TensorSpec([None, None], tf.int32)
    return tf.function(lambda *both: translator.model(both), [ids, ids], autograph=False)


def uncached(translator, source, limits):
    """Greedy decoding without a cache."""
    model = recomputing(translator)
    found = np.full((len(source), 1), START)
    for t in range(limits.max()):
        logits = model(source, found).numpy()[:, -1]
        logits[:, [PAD, UNKNOWN, START]] = -np.inf
        logits[t + 1 >= limits, END] = np.inf
        over = (found[:, -1] == END) | (found[:, -1] == PAD)
        found = np.column_stack([found, np.where(over, PAD, logits.argmax(axis=1))])
    return found[:, 1:]


@pytest.mark.parametrize("name", ["translator", "untrained"])
def test_decoding_with_the_cache_equals_decoding_without(name, request):
    translator = request.getfixturevalue(name)
    mixed = [*SENTENCES, "Tom is cold, and Tom's hotel is well known.", "Is it?", "Zebras!"]
    source = sources(translator, mixed)
    limits = translator._decoder.limits(source)
    found = translator._decoder.greedy(source, limits).numpy()
    np.testing.assert_array_equal(found, uncached(translator, source, limits))
    assert len({tuple(row) for row in found}) > 5  # and they are not all alike


@pytest.mark.parametrize("name", ["translator", "untrained"])
def test_a_beam_of_one_equals_greedy(name, request):
    translator = request.getfixturevalue(name)
    source = sources(translator, SENTENCES)
    limits = translator._decoder.limits(source)
    beam = translator._decoder.beam(source, limits, 1, 1.0).numpy()
    np.testing.assert_array_equal(beam, translator._decoder.greedy(source, limits).numpy())


@pytest.fixture(scope="module")
def doubtful(untrained):
    """Its favourites are close, so that a beam changes its mind, and looks far back."""
    fresh = Translator.for_pairs(TEN, **{**SIZES, "num_layers": 2})
    fresh.model.set_weights(_weights(untrained))
    embedding = fresh.model.target_embedding
    embedding.set_weights([embedding.get_weights()[0] * 0.5])
    return fresh


@pytest.fixture(scope="module")
def compiled(doubtful):
    return recomputing(doubtful)


def slow_beam(model, source, length, beam, penalty):
    """Beam search of one sentence in plain Python, without a cache."""
    kept = [(0.0, [START])]

    def rank(entry):
        return entry[0] / (len(entry[1]) - 1) ** penalty

    for t in range(length):
        grown = [entry for entry in kept if entry[1][-1] == END]
        live = [entry for entry in kept if entry[1][-1] != END]
        if not live:
            break
        given = np.array([ids for _, ids in live])
        logits = model(np.tile(source, (len(live), 1)), given).numpy()[:, -1]
        others = np.arange(logits.shape[1]) != END
        logits[:, [PAD, UNKNOWN, START] if t + 1 < length else others] = -1e9
        likely = logits - np.logaddexp.reduce(logits, axis=1, keepdims=True)
        for (score, ids), row in zip(live, likely, strict=True):
            grown += [(score + row[i], [*ids, i]) for i in range(len(row))]
        kept = sorted(grown, key=rank, reverse=True)[:beam]
    return kept[0][1][1:]


@pytest.mark.parametrize(("beam", "penalty"), [(2, 1.0), (4, 0.6), (3, 0.0)])
def test_beam_search_equals_a_slow_one_in_plain_python(doubtful, compiled, beam, penalty):
    source = sources(doubtful, SENTENCES[:6])
    limits = np.array([9, 8, 6, 9, 9, 4], dtype="int32")
    found = doubtful._decoder.beam(source, limits, beam, penalty).numpy()
    for row, ids, limit in zip(found, source, limits, strict=True):
        expected = slow_beam(compiled, ids[ids != 0], limit, beam, penalty)
        assert row[row != PAD].tolist() == expected
    greedy = doubtful._decoder.greedy(source, limits).numpy()
    assert (np.pad(greedy, ((0, 0), (0, 9)))[:, :9] != np.pad(found, ((0, 0), (0, 9)))[:, :9]).any()


def test_a_translation_may_have_twice_the_tokens_and_ten_more(untrained):
    chatty = copy.deepcopy(untrained)
    embedding = chatty.model.target_embedding
    (table,) = embedding.get_weights()
    table[END] = 0  # its logit too: of all the others one is larger
    embedding.set_weights([table])
    for words in (1, 3, 7, 30):
        source = np.full((1, words), UNKNOWN, "int32")
        limits = chatty._decoder.limits(source)
        assert limits == min(2 * words + 10, SIZES["max_length"])
        (found,) = chatty._decoder.greedy(source, limits).numpy()
        assert len(found) == limits and (found != PAD).all()


@pytest.mark.parametrize("beam_size", [1, 3])
def test_a_sentence_is_translated_the_same_alone_and_among_others(untrained, beam_size):
    alone = [untrained.translate(text, beam_size) for text in SENTENCES]
    assert untrained.translate(SENTENCES, beam_size) == alone
    assert untrained.translate(SENTENCES, beam_size, batch_size=3) == alone


def test_padding_unknown_words_and_starts_are_never_said_and_the_last_is_an_end(untrained):
    logits = np.zeros((2, untrained.model.target_vocab_size), dtype="float32")
    allowed = untrained._decoder.allowed(logits, np.array([False, True])).numpy()
    never = [PAD, UNKNOWN, START]
    assert (allowed[:, never] < -1e8).all() and allowed[1].argmax() == END
    assert (np.delete(allowed[0], never) == 0).all() and (np.delete(allowed[1], END) < -1e8).all()


def test_attention_says_where_each_token_looks(translator):
    weights, target, source = translator.attention("Where is the station?")
    assert target == ["où", "est", "la", "gare", "?", "[end]"]
    assert source == ["where", "is", "the", "station", "?"]
    assert weights.shape == (6, 5) and (weights >= 0).all()
    np.testing.assert_allclose(weights.sum(axis=1), 1, atol=1e-5)


@pytest.mark.parametrize("beam_size", [1, 4])
@pytest.mark.parametrize(
    "text",
    [
        "Xylophones quiver.",
        "Где вокзал?",
        "駅はどこですか。",
        "🙂🙂",
        "?",
        "-",
        "'",
        '"',
        "\x00\ud800",
        "[end] [pad] [start]",
        "İstanbul ﬁne ½",
    ],
)
def test_whatever_is_asked_there_is_an_answer(translator, text, beam_size):
    assert isinstance(translator.translate(text, beam_size), str)


def test_nothing_gives_nothing(translator):
    assert translator.translate("") == translator.translate(" \u202f\n") == ""
    assert translator.translate([]) == []
    assert translator.translate(["", "Thank you.", " "]) == ["", "Merci.", ""]


def test_a_larger_beam_than_there_are_words_is_no_crash(translator):
    assert translator.translate("Thank you.", beam_size=500) == "Merci."


# --- saving ----------------------------------------------------------------------------------


def test_a_saved_translator_translates_the_same(translator, tmp_path):
    translator.save(tmp_path / "a" / "b.zip")
    loaded = Translator.load(tmp_path / "a" / "b.zip")
    mixed = [*SENTENCES, "Is Tom cold?"]
    for beam_size in (1, 3):
        assert loaded.translate(mixed, beam_size) == translator.translate(mixed, beam_size)


def test_a_folder_that_an_earlier_version_saved_is_read(translator, tmp_path):
    translator.save(tmp_path / "new.zip")
    ZipFile(tmp_path / "new.zip").extractall(tmp_path / "old")
    loaded = Translator.load(tmp_path / "old")
    assert loaded.translate(SENTENCES) == translator.translate(SENTENCES)
    with pytest.raises(IsADirectoryError):
        translator.save(tmp_path / "old")


@pytest.mark.parametrize("moment", ["writing the model", "moving"])
def test_an_interrupted_save_leaves_the_old_one_whole(
    translator, untrained, tmp_path, monkeypatch, moment
):
    translator.save(tmp_path / "a.zip")
    before = (tmp_path / "a.zip").read_bytes()

    def cut_off(*_):
        raise KeyboardInterrupt

    def move(part, place, replace=os.replace):
        return cut_off() if str(place).endswith("a.zip") else replace(part, place)

    where = (Transformer, "save", cut_off) if "model" in moment else (os, "replace", move)
    monkeypatch.setattr(*where)
    with pytest.raises(KeyboardInterrupt):
        untrained.save(tmp_path / "a.zip")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.zip": before}


def test_of_two_who_save_and_one_who_reads_none_meets_a_mixture(tmp_path):
    """Weights of one with the words of another would translate into nonsense, in silence."""
    path, over, found = tmp_path / "shared.zip", threading.Event(), []
    words = [("alpha", "un"), ("omega", "deux")]
    savers = []
    for place, pair in enumerate(words):
        tiny = Translator.for_pairs([pair], d_model=4, num_heads=1, num_layers=1)
        tiny.model.set_weights([w * 0 + place for w in _weights(tiny)])
        savers.append(tiny)
    savers[0].save(path)

    def save(tiny):
        for _ in range(15):
            tiny.save(path)

    def read():
        while not over.is_set():
            found.append(Translator.load(path))

    with ThreadPoolExecutor() as pool:
        reading = pool.submit(read)
        for saving in [pool.submit(save, tiny) for tiny in savers]:
            saving.result()
        over.set()
        reading.result()
    for loaded in found:
        (place,) = {float(w.max()) for w in _weights(loaded)}
        sides = loaded.source_vocabulary, loaded.target_vocabulary
        assert tuple(side.tokens[4] for side in sides) == words[int(place)]
    assert [path.name for path in tmp_path.iterdir()] == ["shared.zip"]


@pytest.mark.parametrize(("copied", "beam_size"), [(copy.deepcopy, 1), (cloudpickled, 3)])
def test_a_translator_in_use_can_be_copied(translator, copied, beam_size):
    expected, weights = translator.translate(SENTENCES, beam_size), _weights(translator)
    fresh = copied(translator)
    assert fresh.translate(SENTENCES, beam_size) == expected
    fresh.fit(TEN, epochs=1, progress=False)  # and leaves the one it was made from alone
    assert not np.array_equal(_weights(fresh)[0], weights[0])
    for now, before in zip(_weights(translator), weights, strict=True):
        np.testing.assert_array_equal(now, before)
    assert translator.translate(SENTENCES, beam_size) == expected
    assert fresh._decoder.model is fresh._trainer.model is fresh.model


def test_what_is_missing_or_damaged_is_named(translator, tmp_path):
    with pytest.raises(FileNotFoundError, match="no translator .*nowhere; train one, e.g. with"):
        Translator.load(tmp_path / "nowhere")
    path = tmp_path / "a.zip"
    translator.save(path)
    whole = path.read_bytes()
    for content in (b"nothing", whole[:-900], whole.replace(b"target.json", b"forgot.json")):
        path.write_bytes(content)
        with pytest.raises(ValueError, match="a.zip is damaged, or no .*save the translator again"):
            Translator.load(path)
    with pytest.raises(OSError, match="a.zip"):
        translator.save(path / "in a file")


def test_the_command_line_translates_or_says_how_to_get_a_model(translator, tmp_path, capsys):
    model = ["--model", str(tmp_path / "model.zip")]
    assert main([*model, "Thank you."]) == 1
    assert "train one, e.g. with lesson 25 or python -m" in capsys.readouterr().err
    translator.save(tmp_path / "model.zip")
    assert main([*model, "Thank you.", "I am cold."]) == 0
    assert capsys.readouterr().out == "Merci.\nJ'ai froid.\n"
    assert main(model) == 0
    assert "Give a sentence" in capsys.readouterr().out
    assert main([*model, "word " * 500]) == 1
    assert "sentence 0 has 500 tokens" in capsys.readouterr().err


def test_the_command_line_trains_on_a_file(tmp_path, capsys):
    lines = "".join(f"{english}\t{french}\n" for english, french in TEN * 3)
    (tmp_path / "pairs.txt").write_text(lines, encoding="utf-8")
    model = ["--model", str(tmp_path / "model.zip"), "--seconds", "0.5"]
    assert main([*model, "--train", str(tmp_path / "pairs.txt"), "--", "Thank you."]) == 0
    assert (tmp_path / "model.zip").is_file()
    assert main([*model, "--train", str(tmp_path / "nothing.txt")]) == 1
    assert "there is no file" in capsys.readouterr().err


# --- errors ----------------------------------------------------------------------------------


def fresh():
    return Translator.for_pairs(TEN, **SIZES)


def fit(pairs=TEN, **options):
    return lambda: fresh().fit(pairs, progress=False, **(options or {"epochs": 1}))


WORDS = Vocabulary([*SPECIALS, "a"])


@pytest.mark.parametrize(
    ("action", "error", "words"),
    [
        (lambda: tokenize(3), TypeError, r"the sentence is 3, a int; expected text \(str\)"),
        (lambda: fresh().translate(["Yes.", None]), TypeError, "sentence is None, a NoneType"),
        (lambda: fresh().translate("so " * 500), ValueError, "500 tokens, this model.*40; split"),
        (lambda: fresh().translate("Yes.", beam_size=0), ValueError, "beam_size is 0; .* 1 or"),
        (lambda: fresh().translate("Yes.", beam_size=1.5), TypeError, "beam_size is 1.5; .*whole"),
        (
            lambda: fresh().translate("Yes.", 2, float("nan")),
            ValueError,
            "length_penalty is nan; it must be a number",
        ),
        (lambda: detokenize("bonjour"), TypeError, r"the text 'bonjour'; .*tokenize\(text\) makes"),
        (lambda: detokenize(b"bon"), TypeError, "the text b'bon'; expected a list of tokens"),
        (lambda: detokenize([4, 5]), TypeError, "holds 4, a int; expected text .*decode makes"),
        (lambda: fresh().attention(" "), ValueError, "the sentence is empty"),
        (fit(epochs=1, seconds=2), ValueError, "give either seconds or epochs"),
        (fit(batch_size=4), ValueError, "give either seconds or epochs"),
        (lambda: fresh().fit(TEN, 60), TypeError, "positional"),
        (fit(seconds=float("inf")), ValueError, "seconds is inf; it must be a number above 0"),
        (fit(seconds=-1), ValueError, "seconds is -1; it must be a number above 0"),
        (fit(epochs=0), ValueError, "epochs is 0; it must be 1 or more"),
        (fit([]), ValueError, "there are no pairs; give at least one"),
        (fit(["Hello."]), ValueError, "'Hello.' is no pair; give tuples"),
        (fit(["No"]), ValueError, "'No' is no pair; give tuples"),
        (fit([{"english": "No.", "french": "Non."}]), ValueError, "is no pair; give tuples"),
        (fit(epochs=1, batch_size=0), ValueError, "batch_size is 0; it must be 1 or more"),
        (fit(epochs=1, warmup=0), ValueError, "warmup is 0; it must be 1 or more"),
        (fit([("Hello.", 5)]), ValueError, r"\('Hello.', 5\) is no pair; give tuples"),
        (fit([("so " * 41, "si")]), ValueError, "41 tokens, more than max_length = 40; leave"),
        (lambda: Translator("model", WORDS, WORDS), TypeError, "model is a str; expected a Tr"),
        (
            lambda: Translator(Transformer(5, 6, d_model=4, num_heads=1), WORDS, WORDS),
            ValueError,
            "target_vocabulary has 5 tokens, the model 6; pass the",
        ),
        (
            lambda: Translator(Transformer(5, 5), WORDS, Vocabulary(list("abcde"))),
            ValueError,
            "target_vocabulary begins with .*; build it with specials",
        ),
        (
            lambda: Translator(Transformer(5, 5), ["a"], WORDS),
            TypeError,
            "source_vocabulary is a list, not a Vocabulary",
        ),
    ],
)
def test_bad_input_is_explained(action, error, words):
    with pytest.raises(error, match=words):
        action()


def test_the_bar_of_ten_minutes_fits_the_queue_between_a_notebook_and_its_reader(monkeypatch):
    moves = []
    monkeypatch.setattr("tqdm.std.tqdm.display", lambda bar, *_, **__: moves.append(bar.n))
    with Budget(epochs=1).bar(1200, shown=True) as bar:
        bar._time = itertools.count(bar.last_print_t, 0.5).__next__
        for _ in range(1200):
            bar.update(1)
    assert 10 < len(moves) < 1000 / 3  # three messages a move; the queue holds a thousand
