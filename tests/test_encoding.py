"""`Vocabulary`: ids and one-hot rows there and back, in a stable order, also through a file."""

import json
from collections import Counter

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.preprocessing import OneHotEncoder

from course_utils.encoding import Vocabulary

quick = settings(deadline=None, derandomize=True, max_examples=60)
WORDS = st.text(max_size=3) | st.integers(-9, 9)
TEXTS = st.lists(st.lists(WORDS, max_size=8), min_size=1, max_size=6).filter(any)
SPECIALS = ("[pad]", "[unknown]")


@quick
@given(TEXTS)
def test_decode_gives_back_what_was_encoded(texts):
    words = Vocabulary.from_sequences(texts)
    for text in texts:
        assert words.decode(words.encode(text)) == text


@quick
@given(TEXTS)
def test_one_hot_and_back_keeps_every_id(texts):
    words = Vocabulary.from_sequences(texts)
    ids = words.encode(texts[0])
    np.testing.assert_array_equal(words.from_one_hot(words.one_hot(ids)), ids)


@quick
@given(TEXTS)
def test_frequent_tokens_come_first_and_among_equals_the_one_seen_first(texts):
    flat = [word for text in texts for word in text]
    counts, seen = Counter(flat), list(dict.fromkeys(flat))
    expected = sorted(seen, key=lambda word: (-counts[word], seen.index(word)))
    assert Vocabulary.from_sequences(texts).tokens == tuple(expected)


@quick
@given(TEXTS, st.integers(3, 8), st.integers(1, 3))
def test_max_size_counts_the_specials_and_min_count_drops_rare_tokens(texts, size, least):
    words = Vocabulary.from_sequences(texts, max_size=size, min_count=least, specials=SPECIALS)
    counts = Counter(word for text in texts for word in text)
    kept = [word for word in Vocabulary.from_sequences(texts).tokens if counts[word] >= least]
    assert words.tokens == tuple([*SPECIALS, *kept][:size])


def test_a_special_that_also_stands_in_the_text_is_there_once():
    words = Vocabulary.from_sequences([["[pad]", "a", "[pad]"]], specials=SPECIALS)
    assert words.tokens == ("[pad]", "[unknown]", "a")


def test_unseen_tokens_become_the_unknown_one():
    words = Vocabulary.from_sequences([["a", "b"]], specials=SPECIALS)
    assert words.encode(["b", "never"]).tolist() == [3, 1]
    assert words.decode(words.encode(["never"])) == ["[unknown]"]


def test_a_word_and_a_number_that_look_alike_differ():
    words = Vocabulary(["1", 1])
    assert words.encode([1, "1"]).tolist() == [1, 0]
    assert 1 in words and 2 not in words and len(words) == 2


def test_numpy_tokens_are_the_same_as_python_ones(tmp_path):
    words = Vocabulary(np.array([3, 1]))
    assert words.encode([1, 3]).tolist() == [1, 0]
    words.save(tmp_path / "v.json")
    assert Vocabulary.load(tmp_path / "v.json").tokens == (3, 1)


@pytest.mark.parametrize("shape", [(0,), (5,), (3, 4), (2, 3, 4), ()])
def test_one_hot_equals_keras_and_scikit_learn(shape):
    words = Vocabulary(range(6))
    ids = np.random.default_rng(0).integers(0, 6, shape)
    ours = words.one_hot(ids)
    assert ours.dtype == "float32" and ours.shape == (*shape, 6)
    np.testing.assert_array_equal(ours, keras.utils.to_categorical(ids, 6))
    if ids.size:
        encoder = OneHotEncoder(categories=[list(range(6))], sparse_output=False)
        theirs = encoder.fit_transform(ids.reshape(-1, 1))
        np.testing.assert_array_equal(ours.reshape(-1, 6), theirs)


def test_from_one_hot_takes_the_most_probable_token():
    words = Vocabulary(["a", "b", "c"])
    probabilities = np.random.default_rng(0).dirichlet(np.ones(3), size=(4, 5))
    np.testing.assert_array_equal(words.from_one_hot(probabilities), probabilities.argmax(-1))


@quick
@given(st.lists(st.text() | st.integers(), min_size=1, max_size=8, unique_by=repr))
def test_a_saved_vocabulary_comes_back_whole(tmp_path_factory, tokens):
    path = tmp_path_factory.getbasetemp() / "vocabulary.json"
    Vocabulary(tokens).save(path)
    assert Vocabulary.load(path).tokens == tuple(tokens)


def test_a_saved_vocabulary_can_be_read_by_people(tmp_path):
    Vocabulary(["garçon", "œuf", "日本"]).save(tmp_path / "v.json")
    text = (tmp_path / "v.json").read_text(encoding="utf-8")
    assert all(word in text for word in ("garçon", "œuf", "日本"))


ABC = Vocabulary(["a", "b", "c"])
OPEN = Vocabulary(["[unknown]", "a", 1])


def test_what_it_hands_out_cannot_change_it():
    assert ABC.tokens == ("a", "b", "c") and list(ABC) == ["a", "b", "c"]
    with pytest.raises(AttributeError):
        ABC.tokens = ("c", "b", "a")
    assert ABC.encode(["a"]) == [0]


def test_vocabularies_are_equal_where_their_tokens_are_in_the_same_order():
    assert Vocabulary(["a", "b", "c"]) == ABC and len({ABC, Vocabulary(["a", "b", "c"])}) == 1
    assert Vocabulary(["a", "c", "b"]) != ABC and ABC != ("a", "b", "c")


def test_it_shows_how_many_it_holds_and_the_first_of_them():
    assert repr(ABC) == "<Vocabulary of 3: 'a', 'b', 'c'>"
    assert repr(Vocabulary(range(9))) == "<Vocabulary of 9: 0, 1, 2, 3, 4, ...>"


def test_what_only_equals_a_token_is_none():
    assert 1 in OPEN and np.int64(1) in OPEN and np.str_("a") in OPEN
    assert not any(thing in OPEN for thing in (True, 1.0, b"a", ("a",), ["a"], None))
    assert OPEN.encode([np.str_("a"), np.int64(1), np.int64(2)]).tolist() == [1, 2, 0]


def test_a_text_type_of_ones_own_is_text():
    class Word(str):
        pass

    assert OPEN.encode([Word("a")]).tolist() == [1]


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: Vocabulary([]), ValueError, "no tokens; give at least one"),
        (lambda: Vocabulary("abc"), TypeError, "the text 'abc'; give a list"),
        (lambda: Vocabulary(5), TypeError, "tokens is 5; expected a list"),
        (lambda: Vocabulary(["a", "b", "a"]), ValueError, "more than once: .'a'."),
        (lambda: Vocabulary([1.5]), TypeError, "1.5 is a float; tokens are str or int"),
        (lambda: Vocabulary([True]), TypeError, "True is a bool; tokens are str or int"),
        (lambda: Vocabulary([["a"]]), TypeError, "is a list; tokens are str or int"),
        (lambda: Vocabulary.from_sequences("a text"), TypeError, "give a list of tokens"),
        (lambda: Vocabulary.from_sequences(["a text"]), TypeError, "text.split.. for words"),
        (lambda: Vocabulary.from_sequences([1, 2]), TypeError, "a sequence is 1; expected a list"),
        (lambda: Vocabulary.from_sequences([]), ValueError, "no tokens; give at least one"),
        (lambda: Vocabulary.from_sequences([["a"]], min_count=2), ValueError, "no tokens"),
        (lambda: Vocabulary.from_sequences([["a"]], max_size=0), ValueError, "0; it must be 1"),
        (
            lambda: Vocabulary.from_sequences([["a"]], max_size=2, specials=SPECIALS),
            ValueError,
            "max_size is 2; it must be 3 or more",
        ),
        (lambda: Vocabulary.from_sequences([["a"]], max_size=1.5), TypeError, "whole number"),
        (lambda: Vocabulary.from_sequences([["a"]], min_count=True), TypeError, "whole number"),
        (lambda: Vocabulary.from_sequences([["a"]], specials="[pad]"), TypeError, "specials is"),
        (lambda: ABC.encode("abc"), TypeError, "the text 'abc'; give a list"),
        (lambda: ABC.encode(["a", "x"]), ValueError, "unknown token .*x.*; the vocabulary has 3"),
        (lambda: ABC.encode(["x"]), ValueError, r'specials=\("\[unknown\]",\)'),
        (lambda: ABC.encode([["a"], ["b"]]), TypeError, "is a list.*one at a time"),
        (lambda: Vocabulary({"a", "b"}), TypeError, "tokens is a set, whose order changes.*sorted"),
        (lambda: Vocabulary.from_sequences({("a",)}), TypeError, "sequences is a set, whose order"),
        (lambda: Vocabulary.from_sequences([{"a"}]), TypeError, "a sequence is a set, whose order"),
        (lambda: Vocabulary(["a", "\udce9t"]), ValueError, "'.udce9t' holds half a char.*utf-8"),
        (lambda: OPEN.encode([b"a"]), TypeError, "b'a' is a bytes; .*token.decode"),
        (lambda: OPEN.encode([("a", "b")]), TypeError, "is a tuple; tokens are str or int"),
        (lambda: OPEN.encode(["a", True]), TypeError, "True is a bool; tokens are str or int"),
        (lambda: OPEN.encode(["a", 1.0]), TypeError, "1.0 is a float; tokens are str or int"),
        (lambda: OPEN.encode({"a", 1}), TypeError, "tokens is a set, whose order"),
        (lambda: ABC.encode(None), TypeError, "tokens is None; expected a list"),
        (lambda: ABC.one_hot(np.ma.masked_less([0, 1], 1)), TypeError, "ids is a masked array"),
        (lambda: ABC.from_one_hot(np.ma.zeros(3)), TypeError, "vectors is a masked array"),
        (lambda: ABC.decode([3]), ValueError, "from 3 to 3; this vocabulary has 0 to 2"),
        (lambda: ABC.decode([-1]), ValueError, "from -1 to -1; this vocabulary has 0 to 2"),
        (lambda: ABC.decode([[0]]), ValueError, r"shape \(1, 1\); decode takes one"),
        (lambda: ABC.decode([0.0]), TypeError, "float64, not whole numbers; encode"),
        (lambda: ABC.decode(["a"]), TypeError, "not whole numbers; encode the tokens"),
        (lambda: ABC.decode([[0], [0, 1]]), ValueError, "ragged; pad them first"),
        (lambda: ABC.one_hot([0, 3]), ValueError, "from 0 to 3; this vocabulary has 0 to 2"),
        (lambda: ABC.one_hot([np.nan]), TypeError, "float64, not whole numbers"),
        (lambda: ABC.one_hot([[0], [0, 1]]), ValueError, "ragged; pad them first"),
        (lambda: ABC.from_one_hot([0.5, 0.5]), ValueError, r"shape \(2,\).* 3 places"),
        (lambda: ABC.from_one_hot(1), ValueError, r"shape \(\).* 3 places"),
        (lambda: ABC.from_one_hot([0.5, np.nan, 0.5]), ValueError, "NaN"),
        (lambda: ABC.from_one_hot([[1, 0, 0], [1]]), ValueError, "ragged; each must have 3"),
        (lambda: ABC.from_one_hot(["a", "b", "c"]), TypeError, "not numbers; give probab"),
    ],
)
def test_bad_input_is_explained(call, error, words):
    with pytest.raises(error, match=words):
        call()


@pytest.mark.parametrize("content", [{}, {"tokens": []}, {"tokens": "ab"}, {"tokens": ["a", "a"]}])
def test_a_damaged_vocabulary_file_is_refused(tmp_path, content):
    text = json.dumps({"kind": "course_utils.Vocabulary", **content})
    (tmp_path / "v.json").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="damaged vocabulary file .*save the vocabulary again"):
        Vocabulary.load(tmp_path / "v.json")


def test_a_vocabulary_is_not_loaded_from_a_scaler_or_from_nothing(tmp_path):
    (tmp_path / "s.json").write_text('{"kind": "course_utils.Scaler"}', encoding="utf-8")
    with pytest.raises(ValueError, match="does not hold a Vocabulary"):
        Vocabulary.load(tmp_path / "s.json")
    with pytest.raises(FileNotFoundError, match="there is no file"):
        Vocabulary.load(tmp_path / "missing.json")
    with pytest.raises(FileNotFoundError, match="cannot write"):
        ABC.save(tmp_path / "no_such_folder" / "v.json")
