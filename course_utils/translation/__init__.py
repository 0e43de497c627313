"""From sentences to sentences, by what happens to one. Chapters 24 to 26.

``tokens`` splits it, ``packing`` lays it beside others, ``training`` learns from it,
``decoding`` answers it, ``scoring`` marks the answer, and a ``Translator`` does it all.

From the command line, with a model trained before::

    python -m course_utils.translation "Where is the station?"
    python -m course_utils.translation --train        # about three minutes
"""

from importlib import import_module

_ROOMS = {
    "tokens": ("END", "PAD", "SPECIALS", "START", "UNKNOWN", "detokenize", "normalize", "tokenize"),
    "scoring": ("bleu",),
    "training": ("learning_rate", "padding_free_loss"),
    "translator": ("Translator",),
}
_HOMES = {name: module for module, names in _ROOMS.items() for name in names}
__all__ = sorted(_HOMES)


def __getattr__(name):
    """A name from its module, once it is asked for: tokens need no TensorFlow."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__():
    return __all__
