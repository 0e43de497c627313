"""The first line of every lesson: TensorFlow's warnings hidden, fixed seeds, the house style."""

import contextlib
import logging
import os
import random

import numpy as np


@contextlib.contextmanager
def _native_messages_hidden():
    """Hide what C++ libraries write to file descriptor 2 while they load.

    TensorFlow's full wheel writes two lines before any log level applies.
    Python errors are untouched: they travel as exceptions, not as text.
    """
    try:
        saved = os.dup(2)
    except OSError:  # it is closed: there is nothing to hide
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(saved, 2)
        os.close(saved)
        os.close(nowhere)


def _set_variables(fast):
    """What TensorFlow and Keras read while they are imported."""
    os.environ["KERAS_BACKEND"] = "tensorflow"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    if not fast:  # without oneDNN printed digits agree between processors more often
        os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")


def load_keras(fast=False):
    """Import Keras as lessons are written for it: on TensorFlow, in float32, channels last.

    What ``KERAS_BACKEND`` and ``keras.json`` say otherwise, for other work of yours, is set
    aside in this process and stays as it is in your files.

    Parameters
    ----------
    fast : bool
        As in `start`.

    Returns
    -------
    module
        ``keras``.

    Raises
    ------
    RuntimeError
        If something imported Keras before, on another backend.

    Examples
    --------
    >>> load_keras().config.floatx()
    'float32'
    """
    _set_variables(fast)
    with _native_messages_hidden():
        import keras
    if keras.backend.backend() != "tensorflow":
        error = RuntimeError(
            f"Keras was imported before start(), on {keras.backend.backend()}; "
            "lessons run on tensorflow"
        )
        error.add_note("restart the kernel, and call start() before anything imports keras")
        raise error
    # Its notes on retracing are about speed, and small models side by side raise them.
    logging.getLogger("tensorflow").setLevel("ERROR")
    keras.config.set_floatx("float32")
    keras.config.set_dtype_policy("float32")
    keras.config.set_image_data_format("channels_last")
    return keras


def start(seed=0, keras=True, fast=False):
    """Prepare a notebook: seeds, figures in the house style, TensorFlow's warnings hidden.

    Its errors still show. Call it once, in the first code cell, before anything imports
    TensorFlow.

    Parameters
    ----------
    seed : int
        Seeds Python's ``random``, NumPy and, unless ``keras=False``, Keras.
        On one machine, equal seeds give equal results.
    keras : bool
        ``False`` leaves TensorFlow unloaded, which saves a NumPy-only lesson
        some seconds.
    fast : bool
        ``True`` lets oneDNN reorder sums: the long trainings of chapters 25 and 26 take a
        quarter less time, and digits differ more between processors.

    Raises
    ------
    TypeError
        If the seed is not a whole number.
    RuntimeError
        If Keras was imported before, on another backend than TensorFlow.

    Examples
    --------
    >>> start(seed=7, keras=False)
    >>> first = np.random.rand()
    >>> start(seed=7, keras=False)
    >>> bool(first == np.random.rand())
    True
    """
    if isinstance(seed, bool) or not isinstance(seed, (int, np.integer)):
        raise TypeError(f"seed is {seed!r}; it must be a whole number, e.g. start(seed=0)")
    seed = int(seed)
    if keras:
        load_keras(fast).utils.set_random_seed(seed)
    else:  # a later cell may import it
        _set_variables(fast)
    random.seed(seed)
    np.random.seed(seed)  # noqa: NPY002 - libraries still draw from it

    from course_utils.plots import use_house_style

    use_house_style()
