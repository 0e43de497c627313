"""Time and memory of the data preparation, each beside what a reader would otherwise use.

Run it from the repository's folder::

    python benchmarks/data_prep.py           # about a minute, 3 GB of memory
    python benchmarks/data_prep.py --quick   # small sizes, to see that it works

Times are medians of five runs in one process, except where a task says "once". Peaks are
what NumPy and Python allocate at most during one more call (tracemalloc), as multiples of
the size of our result. Before anything is timed, both ways are checked to agree.
"""

import argparse
import os
import subprocess
import sys
import tracemalloc
from time import perf_counter

import numpy as np
import pandas as pd

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # before TensorFlow is loaded

import keras  # noqa: E402
from sklearn.preprocessing import OneHotEncoder  # noqa: E402

from course_utils.encoding import Vocabulary  # noqa: E402
from course_utils.padding import pad_sequences  # noqa: E402
from course_utils.supervised import make_windows, series_to_supervised  # noqa: E402

RUNS = 5
LAGS, FEATURES, CLASSES, BATCH = 24, 3, 50, 128
HEADINGS = ("task", "ours", "alternative", "takes", "ratio", "our peak", "its peak")


def seconds(*calls, runs=RUNS):
    """Median time of each call, taken in turn so that a busy moment hits all of them."""
    times = np.empty((runs, len(calls)))
    for cell in np.ndindex(times.shape):
        start = perf_counter()
        result = calls[cell[1]]()
        times[cell] = perf_counter() - start
        del result  # outside the clock
    return np.median(times, axis=0)


def peak(call):
    """Most bytes allocated at once during a call."""
    tracemalloc.start()
    result = call()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    del result
    return most


def size(result):
    return int(result.memory_usage(index=False).sum()) if hasattr(result, "iloc") else result.nbytes


def agree(ours, theirs):
    """Stop where the two ways do not give the same numbers."""
    if isinstance(theirs, np.ndarray) and np.array_equal(ours, theirs):
        return
    pd.testing.assert_frame_equal(pd.DataFrame(ours), pd.DataFrame(theirs))


def compare(task, ours, name, theirs):
    """One line of the table for two ways to the same result."""
    result = ours()
    agree(result, theirs())
    unit = size(result)
    del result
    peaks = [f"{peak(call) / unit:.2f}x" for call in (ours, theirs)]
    duration, other = seconds(ours, theirs)
    return line(task, duration, name, other, *peaks)


def line(task, ours, name="", theirs=None, our_peak="", their_peak=""):
    takes, ratio = ("", "") if theirs is None else (show(theirs), f"{theirs / ours:.1f}")
    return task, show(ours), name, takes, ratio, our_peak, their_peak


def show(duration):
    return f"{duration:.3f} s" if duration >= 0.001 else f"{duration * 1e6:.0f} us"


def shift_and_concat(frame):
    """The usual loop: one shifted copy for each lag, side by side."""
    parts = [frame.shift(lag).add_suffix(f"(t-{lag})") for lag in range(LAGS, 0, -1)]
    return pd.concat([*parts, frame.add_suffix("(t)")], axis=1).dropna()


def tables(rows):
    values = np.random.default_rng(0).normal(size=(rows, FEATURES))
    frame = pd.DataFrame(values, columns=[f"x{i}" for i in range(FEATURES)])
    task = f"series_to_supervised, {rows:,} x {FEATURES}, {LAGS} lags"
    yield compare(
        task,
        lambda: series_to_supervised(frame, LAGS),
        "DataFrame.shift, concat, dropna",
        lambda: shift_and_concat(frame),
    )


def walk(X, y):
    """Copy every batch out of the views, as training does."""
    for start in range(0, len(X), BATCH):
        np.ascontiguousarray(X[start : start + BATCH])
        np.ascontiguousarray(y[start : start + BATCH])


def walk_keras(series):
    batches = keras.utils.timeseries_dataset_from_array(
        series[:-1], series[LAGS:], sequence_length=LAGS, batch_size=BATCH
    )
    return sum(1 for _ in batches)


def windows(rows):
    for steps in (rows // 100, rows):
        series = np.random.default_rng(0).normal(size=(steps, FEATURES))
        cut = lambda series=series: make_windows(series, LAGS)  # noqa: E731
        share = f"{peak(cut) / size(cut()[0]):.2f}x"
        task = f"make_windows, {steps:,} x {FEATURES}, window {LAGS}"
        yield line(task, *seconds(cut), our_peak=share)
    part = series[: rows // 10]
    yield line(
        f"the same, {len(part):,} x {FEATURES}, and every batch of {BATCH} copied",
        *seconds(lambda: walk(*make_windows(part, LAGS))),
        "timeseries_dataset_from_array, walked once",
        *seconds(lambda: walk_keras(part), runs=1),
    )


def padding(count):
    rng = np.random.default_rng(0)
    lists = [rng.integers(1, 999, length).tolist() for length in rng.integers(1, 61, count)]
    for maxlen in (None, 40):
        yield compare(
            f"pad_sequences, {count:,} lists of 1 to 60, maxlen={maxlen}",
            lambda maxlen=maxlen: pad_sequences(lists, maxlen),
            "keras.utils.pad_sequences",
            lambda maxlen=maxlen: keras.utils.pad_sequences(lists, maxlen),
        )


def one_hot(count):
    labels = np.random.default_rng(0).integers(0, CLASSES, count)
    words = Vocabulary(range(CLASSES))
    encoder = OneHotEncoder(categories=[list(words)], sparse_output=False, dtype="float32")
    others = {
        "keras.utils.to_categorical": lambda: keras.utils.to_categorical(labels, CLASSES),
        "OneHotEncoder, dense float32": lambda: encoder.fit_transform(labels[:, None]),
    }
    for name, theirs in others.items():
        task = f"one_hot, {count:,} labels, {CLASSES} classes"
        yield compare(task, lambda: words.one_hot(labels), name, theirs)


def imports(count):
    """Start-up times, less that of the interpreter alone."""
    names = ("course_utils", "course_utils.supervised", "pandas")
    codes = ["pass", *(f"import {name}" for name in names)]
    commands = [[sys.executable, "-c", code] for code in codes]
    runs = [lambda command=command: subprocess.run(command, check=True) for command in commands]
    bare, *times = seconds(*runs, runs=count)
    ours, supervised, pandas = (max(duration - bare, 1e-6) for duration in times)
    yield line("import course_utils", ours)
    yield line("import course_utils.supervised", supervised, "import pandas", pandas)


def print_table(lines):
    lines = [HEADINGS, *lines]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for cells in lines:
        text = "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
        print(text.rstrip())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="small sizes, to see that it works")
    quick = parser.parse_args().quick
    rows, lists, count = (20_000, 2_000, 1) if quick else (1_000_000, 100_000, RUNS)
    print_table([*tables(rows), *windows(rows), *padding(lists), *one_hot(rows), *imports(count)])


if __name__ == "__main__":
    main()
