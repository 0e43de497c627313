"""`Scaler` equals scikit-learn for every layout, comes back from a file, and refuses bad data."""

import json

import numpy as np
import pandas as pd
import pytest
import scipy.sparse
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from sklearn.base import clone
from sklearn.compose import make_column_transformer
from sklearn.exceptions import NotFittedError
from sklearn.linear_model import Ridge
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, StandardScaler
from sklearn.utils.estimator_checks import check_estimator

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


def assert_close(ours, theirs):
    """Equal within rounding, which is ours or theirs: they compute float32 in float32."""
    assert ours.dtype == theirs.dtype
    rounding = 1e-4 if ours.dtype == "float32" else 1e-9
    np.testing.assert_allclose(ours, theirs, rtol=rounding, atol=rounding)


#: Checks of scikit-learn that this scaler fails, each with the reason why it may.
EXPECTED = {
    "check_fit1d": "a series (time,) is data of one feature here, not a mistake",
    "check_fit2d_predict1d": "a series for three features is refused, in words of the course",
    "check_n_features_in_after_fitting": "it is refused, in words of the course",
    "check_estimators_empty_data_messages": "it is refused, in words of the course",
    "check_estimator_sparse_array": "sets with_mean=False on any class that is named Scaler",
    "check_estimator_sparse_matrix": "sets with_mean=False on any class that is named Scaler",
}


@pytest.mark.parametrize("scaler", [Scaler(), Scaler("standard"), Scaler("minmax", (-1, 2), True)])
def test_scikit_learn_takes_it_for_one_of_its_own(scaler):
    results = check_estimator(scaler, expected_failed_checks=EXPECTED, on_skip=None)
    assert len(results) > 40
    assert {r["check_name"] for r in results if r["status"] == "xfail"} == set(EXPECTED)


def test_sparse_data_are_named():
    with pytest.raises(TypeError, match="data is sparse; give it as a dense array: data.toarray"):
        Scaler().fit(scipy.sparse.csr_array([[1.0, 0.0]]))


def test_it_is_a_step_of_a_pipeline_that_can_be_searched():
    rng = np.random.default_rng(0)
    frame = pd.DataFrame(rng.normal(size=(40, 2)), columns=["a", "b"])
    model = make_pipeline(Scaler(), Ridge()).fit(frame, frame["a"])
    assert model.score(frame, frame["a"]) > 0.9
    assert list(model[0].get_feature_names_out()) == ["a", "b"]
    search = GridSearchCV(model, {"scaler__method": ["minmax", "standard"]}, cv=2)
    assert search.fit(frame, frame["a"]).best_params_
    columns = make_column_transformer((Scaler("standard"), ["b"]), remainder="drop")
    np.testing.assert_allclose(columns.fit_transform(frame).std(), 1)


def test_it_says_how_it_was_made_and_keeps_its_arguments_untouched():
    feature_range = [-1, 1]
    scaler = Scaler("minmax", feature_range)
    assert scaler.feature_range is feature_range and repr(scaler) == "Scaler(feature_range=[-1, 1])"
    assert repr(clone(scaler)) == repr(scaler)


def test_another_method_must_be_fitted_again():
    scaler = Scaler().fit([0.0, 10.0]).set_params(method="standard")
    with pytest.raises(NotFittedError, match="before fit"):
        scaler.transform([5.0])
    scaler.fit([0.0, 10.0]).set_params(method="minmax")
    with pytest.raises(NotFittedError, match="before fit"):
        scaler.transform([5.0])


@pytest.mark.parametrize("method", ["minmax", "standard"])
@pytest.mark.parametrize(("size", "dtype"), [(1e-7, "float32"), (1e-17, "float64"), (1e30, float)])
def test_the_unit_does_not_matter(method, size, dtype):
    values = np.array([1, 5, 9], dtype) * np.array(size, dtype)
    expected = {"minmax": [0, 0.5, 1], "standard": [-np.sqrt(1.5), 0, np.sqrt(1.5)]}[method]
    np.testing.assert_allclose(Scaler(method).fit_transform(values), expected, atol=1e-6)


@pytest.mark.parametrize("method", ["minmax", "standard"])
def test_rounding_is_not_taken_for_a_spread(method):
    assert 0.1 + 0.2 != 0.3
    np.testing.assert_allclose(Scaler(method).fit_transform([0.1 + 0.2, 0.3, 0.3]), 0, atol=1e-12)


WEATHER = pd.DataFrame({"a": [0.0, 10.0], "b": [100.0, 300.0], "c": [-1.0, 1.0]})
FITTED = Scaler().fit(WEATHER)


@pytest.mark.parametrize("method", ["minmax", "standard"])
@pytest.mark.parametrize("features", ["b", 1, -2, ["b"], ["c", "a"], [2, 0], ("a", "b", "c")])
@pytest.mark.parametrize("samples", [None, 2])
def test_a_forecast_of_some_features_comes_back_in_their_units(method, features, samples):
    scaler = Scaler(method).fit(WEATHER)
    wanted = [features] if isinstance(features, (str, int)) else features
    columns = [f if isinstance(f, str) else "abc"[f] for f in wanted]
    truth, scaled = (frame[columns].to_numpy() for frame in (WEATHER, scaler.transform(WEATHER)))
    if samples:
        truth, scaled = np.stack([truth] * samples), np.stack([scaled] * samples)
    back = scaler.inverse_transform(scaled, features=features)
    np.testing.assert_allclose(back, truth)
    if not samples and len(wanted) == 1:
        np.testing.assert_allclose(scaler.inverse_transform(scaled[:, 0], features), truth[:, 0])


def test_a_frame_and_a_series_of_some_features_keep_their_labels(tmp_path):
    Scaler().fit(WEATHER).save(tmp_path / "s.json")
    scaler = Scaler.load(tmp_path / "s.json")
    scaled = scaler.transform(WEATHER)
    pd.testing.assert_frame_equal(scaler.inverse_transform(scaled[["c"]], "c"), WEATHER[["c"]])
    pd.testing.assert_series_equal(scaler.inverse_transform(scaled["c"], 2), WEATHER["c"])


def test_whole_numbers_that_are_names_are_not_places():
    scaler = Scaler().fit(pd.DataFrame({1: [0.0, 1.0], 2: [0.0, 100.0]}))
    assert scaler.inverse_transform([0.5], features=2) == [50]
    with pytest.raises(ValueError, match="unknown feature 0; the features are .1, 2."):
        scaler.inverse_transform([0.5], features=0)


CITIES = pd.DataFrame({"city": ["Oslo", "Rome", "Oslo"], "sun": [1.0, 3.0, 2.0]})


@pytest.mark.parametrize(
    "frame",
    [
        pd.get_dummies(CITIES),
        pd.get_dummies(CITIES, sparse=True),
        pd.get_dummies(CITIES).convert_dtypes(),
        pd.get_dummies(CITIES["city"]),
        pd.get_dummies(CITIES).astype(object),
    ],
    ids=["mixed", "sparse", "nullable", "all bool", "objects"],
)
def test_what_encoding_leaves_are_numbers(frame):
    scaled = Scaler().fit_transform(frame)
    expected = Scaler().fit_transform(frame.astype(float))
    pd.testing.assert_frame_equal(scaled, expected)
    assert scaled.shape == frame.shape and (scaled.max() == 1).all()


class OtherFrame:
    """A frame of a library that knows nothing of pandas."""

    def __init__(self, columns):
        self.columns, self.values = list(columns), np.column_stack(list(columns.values()))

    def __array__(self, dtype=None, copy=None):
        return self.values if dtype is None else self.values.astype(dtype)


def test_frames_of_another_library_keep_their_names():
    scaler = Scaler().fit(OtherFrame({"a": [0.0, 1.0], "b": [0.0, 2.0]}))
    assert list(scaler.feature_names_in_) == ["a", "b"]
    with pytest.raises(ValueError, match="fitted on .'a', 'b'., the data have .'b', 'a'."):
        scaler.transform(OtherFrame({"b": [0.0], "a": [0.0]}))


@quick
@given(data(), RANGES)
def test_minmax_equals_scikit_learn(values, feature_range):
    theirs = MinMaxScaler(feature_range).fit_transform(rows(values)).reshape(values.shape)
    ours = Scaler(feature_range=feature_range).fit_transform(values)
    assert_close(ours, theirs)


@quick
@given(data())
def test_standard_equals_scikit_learn(values):
    theirs = StandardScaler().fit_transform(rows(values)).reshape(values.shape)
    ours = Scaler("standard").fit_transform(values)
    assert_close(ours, theirs)


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


def test_a_loaded_scaler_clips_to_its_own_range(tmp_path):
    Scaler(feature_range=(-1, 3), clip=True).fit([0.0, 10.0]).save(tmp_path / "s")
    loaded = Scaler.load(tmp_path / "s")
    assert loaded.feature_range == (-1, 3) and loaded.clip is True
    np.testing.assert_array_equal(loaded.transform([-5.0, 5.0, 20.0]), [-1, 1, 3])


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
        (
            lambda: Scaler("z-score").fit([1.0]),
            ValueError,
            "'z-score'; expected 'minmax' or 'standard'",
        ),
        (lambda: Scaler(["minmax"]).fit([1.0]), ValueError, "expected 'minmax' or 'standard'"),
        (lambda: Scaler(feature_range=(1, 0)).fit([1.0]), ValueError, "first must be the smaller"),
        (
            lambda: Scaler(feature_range=(0, np.nan)).fit([1.0]),
            ValueError,
            "first must be the smaller",
        ),
        (lambda: Scaler(feature_range=3).fit([1.0]), ValueError, "is 3; expected two numbers"),
        (lambda: Scaler(clip="yes").fit([1.0]), TypeError, "'yes'; expected True or False"),
        (lambda: Scaler("standard", clip=True).fit([1.0]), ValueError, "use 'minmax'"),
        (lambda: Scaler().fit([]), ValueError, "empty, shape .0,.; give at least one"),
        (lambda: Scaler().fit(np.zeros((2, 0))), ValueError, r"empty, shape \(2, 0\)"),
        (lambda: Scaler().fit(5.0), ValueError, r"shape \(\); expected \(time,\)"),
        (lambda: Scaler().fit(np.zeros((1, 1, 1, 1))), ValueError, "shape .*expected .time,."),
        (lambda: Scaler().fit([[1.0], [1.0, 2.0]]), ValueError, "ragged.*pad them first"),
        (lambda: Scaler().fit([1.0, np.nan, np.inf]), ValueError, "2 NaN or infinite.*fill"),
        (lambda: Scaler().fit(["a"]), TypeError, "not numbers; encode"),
        (lambda: Scaler().fit(CITIES), TypeError, "column 'city' holds .*not numbers; encode"),
        (
            lambda: Scaler().fit(CITIES.assign(city="Oslo").astype({"city": "category"})),
            TypeError,
            "column 'city' holds category, not numbers",
        ),
        (
            lambda: Scaler().fit(pd.DataFrame({"t": pd.to_datetime(["2020-01-01"]), "b": [1]})),
            TypeError,
            "column 't' holds datetime64.*make a time the index",
        ),
        (lambda: Scaler().fit(pd.array([1, None], dtype="Int64")), ValueError, "1 NaN"),
        (
            lambda: Scaler().fit(pd.DataFrame({"a": [1, None]}).convert_dtypes()),
            ValueError,
            "1 NaN or infinite.*fill",
        ),
        (lambda: Scaler().fit(np.array([1, {}], object)), TypeError, "holds {}, not numbers"),
        (lambda: Scaler().fit([1j]), ValueError, "holds complex128"),
        (lambda: Scaler().fit(np.ma.masked_less([-99.0, 1.0], 0)), TypeError, "mask hides.*filled"),
        (lambda: Scaler().fit([-1.7e308, 1.7e308]), ValueError, "too far or too close.*unit"),
        (lambda: Scaler().fit([0.0, 5e-324]), ValueError, "too far or too close.*give"),
        (
            lambda: FITTED.inverse_transform([0.5]),
            ValueError,
            r"fitted on 3 feature.*have 1; give the same(.|\n)*name it: inverse_transform",
        ),
        (
            lambda: FITTED.inverse_transform(np.zeros((2, 4)), features="b"),
            ValueError,
            r"'b' name 1 feature.*have 4;(.|\n)*np.newaxis",
        ),
        (
            lambda: FITTED.inverse_transform(WEATHER[["c"]], features="b"),
            ValueError,
            "features names .'b'., the data have .'c'.",
        ),
        (
            lambda: FITTED.inverse_transform([1.0], "d"),
            ValueError,
            "feature 'd'; .*a",
        ),
        (
            lambda: FITTED.inverse_transform([1.0], []),
            ValueError,
            "features is empty",
        ),
        (lambda: FITTED.inverse_transform([1.0], {"a"}), TypeError, "in a list"),
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
