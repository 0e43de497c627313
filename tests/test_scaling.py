"""`Scaler` equals scikit-learn for every layout, comes back from a file, and refuses bad data."""

import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from sklearn.preprocessing import MinMaxScaler, StandardScaler

from course_utils.scaling import Scaler

quick = settings(deadline=None, derandomize=True, max_examples=60)
METHODS = st.sampled_from(["minmax", "standard"])
DTYPES = st.sampled_from(["float64", "float32", "int64"])
LAYOUTS = array_shapes(min_dims=1, max_dims=3, max_side=6)
RANGES = st.sampled_from([(0, 1), (-1, 1), (0.2, 0.8), (-3, 5)])


@st.composite
def data(draw, shapes=LAYOUTS, dtypes=DTYPES):
    """An array of whole or rounded numbers, features of unlike size, some of them constant."""
    shape = draw(shapes)
    values = draw(arrays("int64", shape, elements=st.integers(-1000, 1000)))
    features = shape[-1] if len(shape) > 1 else 1
    factors = draw(st.lists(st.sampled_from([0, 1, 7, 300]), min_size=features, max_size=features))
    if len(shape) == 1:
        return (values * factors[0] + 5).astype(draw(dtypes))
    return (values * factors + 5).astype(draw(dtypes))


def rows(values):
    """(rows, features), as scikit-learn wants it."""
    return values.reshape(-1, 1) if values.ndim == 1 else values.reshape(-1, values.shape[-1])


@quick
@given(data(), RANGES)
def test_minmax_equals_scikit_learn(values, feature_range):
    theirs = MinMaxScaler(feature_range).fit_transform(rows(values)).reshape(values.shape)
    ours = Scaler(feature_range=feature_range).fit_transform(values)
    np.testing.assert_array_equal(ours, theirs)
    assert ours.dtype == theirs.dtype


@quick
@given(data())
def test_standard_equals_scikit_learn(values):
    theirs = StandardScaler().fit_transform(rows(values)).reshape(values.shape)
    ours = Scaler("standard").fit_transform(values)
    np.testing.assert_array_equal(ours, theirs)
    assert ours.dtype == theirs.dtype


@quick
@given(data(), METHODS)
def test_inverse_gives_the_values_back(values, method):
    scaler = Scaler(method).fit(values)
    back = scaler.inverse_transform(scaler.transform(values))
    tolerance = 1e-4 if values.dtype == "float32" else 1e-9
    scale = max(np.abs(values).max(), 1)
    np.testing.assert_allclose(back, values, atol=tolerance * scale)


def test_standard_divides_by_the_standard_deviation_of_the_population():
    np.testing.assert_allclose(Scaler("standard").fit_transform([1.0, 3.0]), [-1, 1])


@given(data(shapes=st.tuples(st.integers(2, 5), st.just(3))), METHODS)
@quick
def test_features_never_mix(values, method):
    together = Scaler(method).fit_transform(values)
    for feature in range(3):
        alone = Scaler(method).fit_transform(values[:, feature])
        np.testing.assert_allclose(together[:, feature], alone, rtol=1e-6, atol=1e-12)


@pytest.mark.parametrize(("method", "expected"), [("minmax", 0), ("standard", 0)])
def test_a_constant_feature_becomes_zero_and_comes_back(method, expected):
    scaler = Scaler(method).fit([[7.0, 1.0], [7.0, 2.0]])
    scaled = scaler.transform([[7.0, 1.0], [7.0, 2.0]])
    assert (scaled[:, 0] == expected).all()
    np.testing.assert_allclose(scaler.inverse_transform(scaled)[:, 0], 7)


def test_values_outside_the_fitted_range_are_cut_only_where_asked():
    for clip, expected in ((False, [-1.0, 0.5, 2.0]), (True, [0.0, 0.5, 1.0])):
        scaler = Scaler(clip=clip).fit([0.0, 10.0])
        np.testing.assert_array_equal(scaler.transform([-10.0, 5.0, 20.0]), expected)


@pytest.mark.parametrize("method", ["minmax", "standard"])
def test_index_columns_and_name_come_back(method):
    index = pd.date_range("2020-01-01", periods=3, freq="h")
    frame = pd.DataFrame({"a": [1, 2, 3], "b": [4.0, 0.0, 2.0]}, index=index)
    scaler = Scaler(method).fit(frame)
    for turned in (scaler.transform(frame), scaler.inverse_transform(frame)):
        assert isinstance(turned, pd.DataFrame)
        assert turned.index.equals(index) and list(turned.columns) == ["a", "b"]
    series = Scaler(method).fit_transform(frame["b"])
    assert isinstance(series, pd.Series) and series.name == "b" and series.index.equals(index)
    np.testing.assert_array_equal(series, scaler.transform(frame)["b"])


def test_the_data_are_left_as_they_were():
    values = np.array([[1.0, 2.0], [3.0, 5.0]])
    kept = values.copy()
    Scaler().fit(values).inverse_transform(values)
    np.testing.assert_array_equal(values, kept)


@quick
@given(data(), METHODS, RANGES)
def test_a_loaded_scaler_gives_exactly_the_same_numbers(
    tmp_path_factory, values, method, feature_range
):
    path = tmp_path_factory.getbasetemp() / "scaler.json"
    scaler = Scaler(method, feature_range).fit(values)
    scaler.save(path)
    loaded = Scaler.load(path)
    for operation in ("transform", "inverse_transform"):
        before, after = getattr(scaler, operation)(values), getattr(loaded, operation)(values)
        np.testing.assert_array_equal(before, after)
        assert before.dtype == after.dtype
    assert json.loads(path.read_text(encoding="utf-8"))["method"] == method


def test_a_loaded_scaler_still_clips_and_knows_its_columns(tmp_path):
    Scaler(clip=True).fit(pd.DataFrame({"a": [0.0, 1.0], "b": [0.0, 2.0]})).save(tmp_path / "s")
    loaded = Scaler.load(tmp_path / "s")
    np.testing.assert_array_equal(loaded.transform([[5.0, 5.0]]), [[1, 1]])
    with pytest.raises(ValueError, match="fitted on .'a', 'b'., the data have .'b', 'a'."):
        loaded.transform(pd.DataFrame({"b": [0.0], "a": [0.0]}))


def test_a_fit_that_fails_keeps_the_former_one():
    scaler = Scaler().fit([0.0, 10.0])
    with pytest.raises(ValueError):
        scaler.fit([1.0, np.nan])
    assert scaler.transform([5.0]) == [0.5]


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: Scaler("z-score"), ValueError, "'z-score'; expected 'minmax' or 'standard'"),
        (lambda: Scaler(["minmax"]), ValueError, "expected 'minmax' or 'standard'"),
        (lambda: Scaler(feature_range=(1, 0)), ValueError, "first must be the smaller"),
        (lambda: Scaler(feature_range=(0, np.nan)), ValueError, "first must be the smaller"),
        (lambda: Scaler(feature_range=3), ValueError, "is 3; expected two numbers"),
        (lambda: Scaler(clip="yes"), TypeError, "'yes'; expected True or False"),
        (lambda: Scaler("standard", clip=True), ValueError, "use 'minmax'"),
        (lambda: Scaler().fit([]), ValueError, "empty, shape .0,.; give at least one"),
        (lambda: Scaler().fit(np.zeros((2, 0))), ValueError, r"empty, shape \(2, 0\)"),
        (lambda: Scaler().fit(5.0), ValueError, r"shape \(\); expected \(time,\)"),
        (lambda: Scaler().fit(np.zeros((1, 1, 1, 1))), ValueError, "shape .*expected .time,."),
        (lambda: Scaler().fit([[1.0], [1.0, 2.0]]), ValueError, "ragged; pad them"),
        (lambda: Scaler().fit([1.0, np.nan, np.inf]), ValueError, "2 NaN or infinite.*fill"),
        (lambda: Scaler().fit(["a"]), TypeError, "not numbers; encode"),
        (lambda: Scaler().fit([True, False]), TypeError, "hold bool, not numbers"),
        (lambda: Scaler().fit([-1.7e308, 1.7e308]), ValueError, "too far for float64; give"),
        (lambda: Scaler().transform([1.0]), ValueError, "transform .*before fit; call fit"),
        (lambda: Scaler().inverse_transform([1.0]), ValueError, "before fit; call fit"),
        (lambda: Scaler().save("s.json"), ValueError, "save .*before fit; call fit"),
        (lambda: Scaler().fit([[1.0, 2.0]]).transform([1.0, 2.0]), ValueError, "on 2 .*have 1;"),
        (lambda: Scaler().fit([1.0]).inverse_transform([np.nan]), ValueError, "1 NaN"),
        (lambda: Scaler().fit_transform([[]]), ValueError, "empty"),
        (
            lambda: (
                Scaler()
                .fit(pd.DataFrame({"a": [1], "b": [2]}))
                .transform(pd.DataFrame({"b": [1], "a": [2]}))
            ),
            ValueError,
            "same features in the same order",
        ),
    ],
)
def test_bad_input_is_explained(call, error, words):
    with pytest.raises(error, match=words):
        call()


def damaged(**changes):
    content = {
        "kind": "course_utils.Scaler",
        "method": "standard",
        "feature_range": [0, 1],
        "clip": False,
        "names": None,
        "coefficients": {"mean_": [0.0], "var_": [1.0], "scale_": [1.0]},
    }
    return {**content, **changes}


@pytest.mark.parametrize(
    "content",
    [
        damaged(method="other"),
        damaged(method="minmax"),
        damaged(feature_range=None),
        damaged(clip=None),
        damaged(coefficients={"mean_": [0.0]}),
        damaged(coefficients={"mean_": [0.0], "var_": [1.0], "scale_": [1.0, 2.0]}),
        damaged(coefficients={"mean_": 0.0, "var_": 1.0, "scale_": 1.0}),
        damaged(coefficients={"mean_": ["a"], "var_": [1.0], "scale_": [1.0]}),
        damaged(coefficients={"mean_": [None], "var_": [1.0], "scale_": [1.0]}),
        damaged(coefficients=[]),
        damaged(names=["a", "b"]),
        damaged(names="a"),
        {"kind": "course_utils.Scaler"},
    ],
)
def test_a_damaged_scaler_file_is_refused(tmp_path, content):
    (tmp_path / "s.json").write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(ValueError, match="damaged scaler file .*save the scaler again"):
        Scaler.load(tmp_path / "s.json")


def test_the_whole_file_that_the_damaged_ones_start_from_is_accepted(tmp_path):
    (tmp_path / "s.json").write_text(json.dumps(damaged()), encoding="utf-8")
    assert Scaler.load(tmp_path / "s.json").transform([2.0]) == [2.0]


def test_saving_refuses_a_folder_and_loading_a_missing_file(tmp_path):
    with pytest.raises(IsADirectoryError, match="it is a folder"):
        Scaler().fit([1.0]).save(tmp_path)
    with pytest.raises(FileNotFoundError, match="there is no file"):
        Scaler.load(tmp_path / "s.json")
