"""The data are what their README says, are whole, plausible, and refused once changed."""

import hashlib
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from course_utils import datasets

DATA = Path(__file__).parent.parent / "data"
README = (DATA / "README.md").read_text(encoding="utf-8")
#: File name to the cells of its row in the README's table.
LISTED = {
    cells[1].strip(" `"): cells
    for cells in (line.split("|") for line in README.splitlines() if line.startswith("| `"))
}
FILES = sorted(path.name for path in DATA.iterdir() if path.name != "README.md")


def test_every_file_is_listed_with_a_hash_in_both_places():
    assert FILES == sorted(LISTED) == sorted(datasets.HASHES)


@pytest.mark.parametrize("name", FILES)
def test_the_hashes_of_readme_module_and_file_agree(name):
    found = hashlib.sha256((DATA / name).read_bytes()).hexdigest()
    assert found == datasets.HASHES[name] == LISTED[name][6].strip(" `")


@pytest.mark.parametrize("name", FILES)
def test_the_readme_counts_the_rows_and_names_source_and_licence(name):
    _, _, _, rows, source, _, _, _ = LISTED[name]
    path = DATA / name
    lines = path.read_text(encoding="utf-8").count("\n")
    counted = len(pd.read_csv(path)) if path.suffix == ".csv" else lines
    assert int(rows.replace(",", "")) == counted
    assert re.search("CC0|CC BY|ODC-By|public domain", source)


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_refused(name, tmp_path, monkeypatch):
    monkeypatch.setattr(datasets, "_FOLDERS", (tmp_path,))
    content = (DATA / name).read_bytes()
    (tmp_path / name).write_bytes(content)
    assert datasets.data_file(name) == tmp_path / name
    (tmp_path / name).write_bytes(content + b"\n")
    with pytest.raises(ValueError, match=f"{name} was changed.*expected.*git checkout"):
        datasets.data_file(name)


def test_a_file_that_is_missing_or_unknown_is_named(tmp_path, monkeypatch):
    with pytest.raises(ValueError, match="unknown data file 'x.csv'; the course has .*co2_mauna"):
        datasets.data_file("x.csv")
    monkeypatch.setattr(datasets, "_FOLDERS", (tmp_path,))
    with pytest.raises(FileNotFoundError, match="co2_mauna_loa.csv is missing.*git checkout"):
        datasets.load_co2()


def test_the_weather_is_an_hourly_grid_of_plausible_values():
    weather = datasets.load_weather()
    assert weather.shape == (8730, 5) and (weather.dtypes == "float64").all()
    assert weather.index.freqstr == "h" and str(weather.index[0])[:10] == "2013-01-01"
    low = {"temperature": -20, "dew_point": -35, "humidity": 5, "wind_speed": 0, "pressure": 960}
    high = {"temperature": 42, "dew_point": 30, "humidity": 100, "wind_speed": 40, "pressure": 1060}
    for column in weather:
        assert weather[column].between(low[column], high[column]).all(), column
    assert (weather["dew_point"] <= weather["temperature"] + 0.2).all()
    summer, winter = weather.loc["2013-07", "temperature"], weather.loc["2013-01", "temperature"]
    assert summer.mean() > winter.mean() + 15


def test_the_gaps_of_the_weather_stay_where_repair_is_off():
    weather = datasets.load_weather(repair=False)
    missing = weather.isna().sum()
    assert missing.to_dict() == {
        "temperature": 24, "dew_point": 24, "humidity": 24, "wind_speed": 27, "pressure": 855
    }  # fmt: skip
    assert weather.isna().all(axis=1).sum() == 24
    repaired = datasets.load_weather()
    assert not repaired.isna().any(axis=None)
    measured = weather.notna()
    pd.testing.assert_frame_equal(repaired[measured], weather)


@pytest.mark.parametrize("load", [datasets.load_weather, lambda repair: datasets.load_co2(repair)])
def test_gaps_are_filled_by_straight_lines(load):
    measured, repaired = (pd.DataFrame(load(repair)) for repair in (False, True))
    days = (measured.index - measured.index[0]) / pd.Timedelta("1D")
    for column in measured:
        known = measured[column].notna()
        line = np.interp(days, days[known], measured.loc[known, column])
        np.testing.assert_allclose(repaired[column], line)
    assert measured.isna().any(axis=None)


def test_the_temperature_is_a_column_of_the_weather():
    for repair in (True, False):
        expected = datasets.load_weather(repair)["temperature"]
        pd.testing.assert_series_equal(datasets.load_temperature(repair), expected)


def test_the_co2_rises_through_plausible_values_and_keeps_its_gaps():
    co2, measured = datasets.load_co2(), datasets.load_co2(repair=False)
    assert len(co2) == 2284 and co2.index.freqstr == "W-SAT" and co2.dtype == "float64"
    assert str(co2.index[0])[:10] == "1958-03-29" and str(co2.index[-1])[:10] == "2001-12-29"
    assert measured.isna().sum() == 59 and not co2.isna().any()
    assert co2.between(310, 380).all()
    assert (co2.resample("5YE").mean().diff().dropna() > 0).all()


def test_the_heart_beats_at_a_plausible_rate_and_in_millivolt():
    heart = datasets.load_heart()
    assert heart.name == "millivolt" and heart.dtype == "float64" and heart.notna().all()
    np.testing.assert_allclose(np.diff(heart.index), 1 / 60)
    assert heart.between(-3.5, 3.7).all() and heart.std() > 0.3
    jumps = (heart.diff() > 0.35).astype(int).diff() == 1  # a steep rise begins
    assert 60 < jumps.loc[:200].sum() / 200 * 60 < 150  # beats in a minute


def test_alice_is_a_whole_book_in_plain_characters():
    text = datasets.load_alice()
    assert text.isascii() and not set(text) & set("\r\t\x1a")
    assert text.count("CHAPTER ") == 12 and "\n\n\n" not in text
    assert text.startswith("CHAPTER I\n") and text.endswith("happy summer days.\n")
    assert all(line == line.strip() for line in text.split("\n"))
    assert len(text.split()) > 25_000 and text.count("Alice") > 380


def test_film_reviews_are_plain_sentences_of_both_kinds_and_clearly_rated():
    films = datasets.load_film_reviews()
    assert list(films) == ["rating", "text"] and len(films) == 3665
    assert films["rating"].abs().between(1, 4).all()
    assert 0.45 < films["rating"].gt(0).mean() < 0.55
    assert films["text"].map(str.isascii).all() and not films["text"].duplicated().any()
    assert films["text"].str.split().str.len().between(4, 16).all()
    for word, praised in (("wonderful", True), ("charming", True), ("boring", False)):
        marked = films[films["text"].str.contains(word)]
        assert len(marked) > 10 and (marked["rating"].gt(0) == praised).mean() > 0.8, word


def test_irises_and_digits_are_as_described():
    X, y = datasets.load_iris()
    assert X.shape == (150, 4) and np.bincount(y).tolist() == [50, 50, 50]
    assert X.gt(0).all(axis=None) and X.lt(10).all(axis=None) and y.dtype == "int64"
    images, labels = datasets.load_digits()
    assert images.shape == (1797, 8, 8) and images.min() == 0 and images.max() == 16
    assert sorted(set(labels)) == list(range(10)) and labels.dtype == "int64"


@pytest.mark.parametrize("name", ["china", "flower"])
def test_photographs_are_red_green_and_blue(name):
    photograph = datasets.load_photograph(name)
    assert photograph.shape == (427, 640, 3) and photograph.dtype == "uint8"
    assert photograph.std() > 20


def test_the_parts_of_a_made_series_add_up():
    series = datasets.make_series(n=400, trend=0.1, season=3, period=50, noise=0.5, seed=1)
    assert list(series) == ["value", "trend", "season", "noise"] and series.shape == (400, 4)
    np.testing.assert_allclose(series["value"], series[["trend", "season", "noise"]].sum(axis=1))
    t = np.arange(400)
    np.testing.assert_allclose(series["trend"], 0.1 * t)
    np.testing.assert_allclose(series["season"], 3 * np.sin(2 * np.pi * t / 50), atol=1e-12)
    assert 0.4 < series["noise"].std() < 0.6


def test_the_seed_alone_decides_the_noise():
    pd.testing.assert_frame_equal(datasets.make_series(seed=3), datasets.make_series(seed=3))
    assert not datasets.make_series(seed=3).equals(datasets.make_series(seed=4))


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: datasets.load_photograph("cat"), ValueError, "photograph 'cat'; .*'china' and"),
        (lambda: datasets.load_photograph(["china"]), ValueError, "there are 'china' and 'flower'"),
        (lambda: datasets.data_file(["co2"]), ValueError, "unknown data file"),
        (lambda: datasets.make_series(n=0), ValueError, "n is 0; it must be 1 or more"),
        (lambda: datasets.make_series(n=1.5), TypeError, "n is 1.5; it must be a whole number"),
        (lambda: datasets.make_series(n=True), TypeError, "n is True; it must be a whole"),
        (lambda: datasets.make_series(period=0), ValueError, "period=0.*period > 0"),
        (lambda: datasets.make_series(noise=-1), ValueError, "noise=-1.*noise >= 0"),
        (lambda: datasets.make_series(period=np.nan), ValueError, "nan; it must be a finite"),
        (lambda: datasets.make_series(trend="up"), ValueError, "'up'; it must be a finite number"),
    ],
)
def test_bad_input_is_explained(call, error, words):
    with pytest.raises(error, match=words):
        call()
