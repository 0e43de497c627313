"""A translator in one file: a zip of its model, its vocabularies and its capitals."""

import io
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import BadZipFile, ZipFile

import keras

from course_utils._files import read_json, write_bytes, write_json
from course_utils.encoding import Vocabulary

_PARTS = ("translator.json", "source.json", "target.json", "model.keras")


def save(translator, path):
    """Write model and vocabularies into one file, in one move: never half, never a mixture.

    Parameters
    ----------
    path : str or Path
        Such as ``"translator.zip"``; folders are made where they are missing.

    Raises
    ------
    OSError
        If the place cannot be written to; the file that was there stays as it was.

    Examples
    --------
    >>> from course_utils.translation import Translator
    >>> pairs = [("Hello!", "Bonjour !"), ("Thank you.", "Merci.")]
    >>> translator = Translator.for_pairs(pairs, d_model=16, d_ff=32, num_layers=1)
    >>> with TemporaryDirectory() as folder:
    ...     translator.save(f"{folder}/translator.zip")
    ...     loaded = Translator.load(f"{folder}/translator.zip")
    >>> loaded.translate("Hello!") == translator.translate("Hello!")
    True
    """
    content = io.BytesIO()
    with TemporaryDirectory() as folder, ZipFile(content, "w") as file:
        folder = Path(folder)
        write_json(folder / "translator.json", "Translator", {"capitals": translator.capitals})
        translator.source_vocabulary.save(folder / "source.json")
        translator.target_vocabulary.save(folder / "target.json")
        translator.model.save(folder / "model.keras")
        for name in _PARTS:
            file.write(folder / name, name)
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_bytes({path: content.getvalue()})


def load(cls, path):
    """Read a translator written by `save`.

    Parameters
    ----------
    cls : type
        `Translator`, which calls it.
    path : str or Path
        The file; or a folder with its parts, as earlier versions wrote it.

    Returns
    -------
    Translator

    Raises
    ------
    FileNotFoundError
        If there is none.
    ValueError
        If it is damaged, or its parts do not fit each other.

    Examples
    --------
    >>> from course_utils.translation import Translator
    >>> Translator.load("no_such_file.zip")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    FileNotFoundError: there is no translator no_such_file.zip; train one, ...
    """
    path = Path(path)
    old = path.is_dir() and (path / "model.keras").is_file()
    if not (old or path.is_file()):
        raise FileNotFoundError(
            f"there is no translator {path}; train one, e.g. with lesson 25 or "
            "python -m course_utils.translation --train, or check the name"
        )
    content = None if old else io.BytesIO(path.read_bytes())  # of one save, whoever saves next
    with TemporaryDirectory() as folder:
        try:
            if not old:
                with ZipFile(content) as file:
                    for name in _PARTS:
                        file.extract(name, folder)
            return cls(*_parts(path if old else Path(folder)))
        except (OSError, ValueError, KeyError, TypeError, BadZipFile) as error:
            raise ValueError(
                f"{path} is damaged, or no translator ({error}); save the translator again"
            ) from error


def _parts(folder):
    """Model, vocabularies and capitals."""
    content = read_json(folder / "translator.json", "Translator")
    model = keras.saving.load_model(folder / "model.keras", compile=False)
    vocabularies = [Vocabulary.load(folder / f"{side}.json") for side in ("source", "target")]
    return model, *vocabularies, content["capitals"]
