"""Give a lesson other luck: every seed that it sets is shifted.

A claim that one seed proves may be luck. ``execute_lessons.py --seeds 101`` runs this file as a
cell after a lesson's first one, so that whatever the lesson seeds from there on, it seeds
differently: NumPy, Python, Keras, TensorFlow, and with them what `course_utils` draws. A split
that scikit-learn makes by ``random_state`` stays: it says which data the lesson is about.
"""

import functools
import random

import numpy as np


def shift_seeds(shift):
    """Add ``shift`` to every whole number that seeds a generator from here on.

    Parameters
    ----------
    shift : int
        0 changes nothing.
    """
    if not shift:
        return
    import keras
    import tensorflow as tf

    def shifted(seed):
        if isinstance(seed, (int, np.integer)) and not isinstance(seed, bool):
            return int(seed) + shift
        return [shifted(part) for part in seed] if isinstance(seed, (tuple, list)) else seed

    def shift_argument(owner, name):
        """Replace a function by one that shifts its seed, given by name or as the first."""
        function = getattr(owner, name)

        @functools.wraps(function)
        def with_shifted_seed(*arguments, **named):
            if "seed" in named:
                named["seed"] = shifted(named["seed"])
            elif arguments and not name.startswith("stateless"):
                arguments = (shifted(arguments[0]), *arguments[1:])
            return function(*arguments, **named)

        setattr(owner, name, with_shifted_seed)

    # Keras seeds Python and NumPy in its turn, which shifts those twice: as good as once.
    shift_argument(np.random, "default_rng")
    shift_argument(np.random, "seed")
    shift_argument(random, "seed")
    shift_argument(keras.utils, "set_random_seed")
    shift_argument(tf.random, "stateless_normal")
    shift_argument(tf.random, "stateless_uniform")
    keras.utils.set_random_seed(0)  # what the lesson's first cell had seeded
