"""Is this machine ready for the course? What was found, and a remedy where something is wrong.

In a terminal, where a notebook does not start: ``python -m course_utils check``.
"""

import importlib
import json
import os
import platform
import re
import traceback
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

PACKAGE = "course-utils"
BROKEN = "does not start"
#: Where a package is imported under another name than it is installed.
MODULES = {"scikit-learn": "sklearn"}


@dataclass(frozen=True)
class Finding:
    """One thing that was examined, and what to do about it where it is not fine.

    Examples
    --------
    >>> print(Finding("Python 3.12.1"))
    ✓ Python 3.12.1
    >>> print(Finding("tqdm is missing", remedy="pip install tqdm"))
    ✗ tqdm is missing
      -> pip install tqdm
    """

    text: str
    remedy: str = ""

    @property
    def fine(self):
        return not self.remedy

    def __str__(self):
        return f"✓ {self.text}" if self.fine else f"✗ {self.text}\n  -> {self.remedy}"


def check_environment():
    """Examine Python, the packages, the course's data, the processor and Keras.

    The ranges come from the installed package's metadata (``pyproject.toml``). Each package
    is imported, and Keras computes one product. What breaks is named once, by the package in
    which it broke.

    Returns
    -------
    list of Finding
    """
    try:
        wanted = metadata.metadata(PACKAGE)["Requires-Python"]
        needs = metadata.requires(PACKAGE) or []
    except metadata.PackageNotFoundError:
        return [Finding(f"{PACKAGE} is not installed", "in the course's folder: pip install -e .")]
    keras = check_keras()  # first, since it keeps what TensorFlow writes off the screen
    findings = [
        check_python(wanted),
        *(check_package(need) for need in needs if "extra ==" not in need),
        *check_data(),
        check_cores(),
        keras,
    ]
    # One broken package can stop several others: it is named once, by its first error.
    return list({f.text.partition(f" {BROKEN}")[0]: f for f in findings}.values())


def report(findings):
    """The findings as text, one line each, and a last line that says what to do.

    Examples
    --------
    >>> print(report([Finding("Python 3.12.1")]))
    ✓ Python 3.12.1
    <BLANKLINE>
    Everything is in place (1 of 1).
    """
    fine = sum(finding.fine for finding in findings)
    lines = [str(finding) for finding in findings]
    if fine == len(findings):
        verdict = f"Everything is in place ({fine} of {fine})."
    else:
        verdict = (
            f"{len(findings) - fine} of {len(findings)} need mending: do what each arrow says, "
            "from the top (in a notebook, %pip for pip), then restart the kernel and run again."
        )
    return "\n".join([*lines, "", verdict])


def check_python(wanted):
    """Compare the running Python with a range such as ``">=3.11,<3.14"``."""
    found = platform.python_version()
    if SpecifierSet(wanted).contains(found, prereleases=True):
        return Finding(f"Python {found} ({_plain(wanted)})")
    return Finding(
        f"Python {found}, but the course needs {_plain(wanted)}",
        "install such a Python (python.org) and make a new environment with it, as in README.md",
    )


def check_package(need):
    """Compare an installed package with a requirement such as ``"numpy>=2.1"``, and import it.

    Examples
    --------
    >>> print(check_package("surely-not-installed>=1"))
    ✗ surely-not-installed is missing (>=1)
      -> pip install "surely-not-installed>=1"
    """
    need = Requirement(need)
    wanted = _plain(need.specifier)
    install = f'pip install "{need.name}{need.specifier}"'
    try:
        found = metadata.version(need.name)
    except metadata.PackageNotFoundError:
        return Finding(f"{need.name} is missing ({wanted})", install)
    if not need.specifier.contains(found, prereleases=True):
        return Finding(f"{need.name} {found}, but the course needs {wanted}", install)
    try:
        if need.name not in ("tensorflow", "keras"):  # `check_keras` imports these two
            importlib.import_module(MODULES.get(need.name, need.name))
    except Exception as error:  # a broken installation fails in many ways
        return _broken(need.name, error)
    return Finding(f"{need.name} {found} ({wanted})")


def _broken(package, error):
    """The finding about a failed import; it names the package in which it failed."""
    files = [Path(frame.filename).as_posix() for frame in traceback.extract_tb(error.__traceback__)]
    inside = [found[1] for file in files if (found := re.search(r"-packages/(\w+)", file))]
    if inside:
        package = metadata.packages_distributions().get(inside[-1], [package])[0]
    said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    remedy = " ".join(getattr(error, "__notes__", ()))
    remedy = remedy or f"pip install --force-reinstall {package}"
    if package == "keras" and (unusual := _unusual_settings()):
        remedy = f"first undo {' and '.join(unusual)}; if that does not help: {remedy}"
    return Finding(f"{package} {BROKEN}: {said}", remedy)


def check_data():
    """Compare each data file with the hash that the course knows of it."""
    try:
        from course_utils.datasets import HASHES, data_file
    except Exception as error:  # whatever a broken package raises
        return [Finding(f"data: not examined ({error})", "mend the packages above first")]
    findings = []
    for name in HASHES:
        try:
            data_file(name)
            findings.append(Finding(f"data/{name} is there and unchanged"))
        except (OSError, ValueError) as error:
            text = str(error).partition(";")[0]
            findings.append(Finding(text, "git checkout -- data (in the course's folder)"))
    return findings


def check_cores():
    """Count the processor cores this process may use: one will do, two are what we measured."""
    allowed = getattr(os, "sched_getaffinity", lambda _: range(os.cpu_count() or 1))(0)
    if len(allowed) > 1:
        return Finding(f"{len(allowed)} processor cores")
    return Finding("1 processor core: lessons take up to twice the seconds they state")


def check_keras():
    """Import Keras and compute 2 times 3 with it.

    Settings for other work, in ``KERAS_BACKEND`` or ``keras.json``, are named: lessons set
    them aside, but a setting that Keras does not know keeps it from starting.
    """
    unusual = _unusual_settings()
    try:
        from course_utils.start import load_keras

        keras = load_keras()
        product = float(keras.ops.multiply(2.0, 3.0))
    except Exception as error:  # a broken installation fails in many ways
        return _broken("keras", error)
    if product != 6:
        return Finding(f"Keras says 2 x 3 = {product}", "pip install --force-reinstall tensorflow")
    aside = f" (lessons set aside {' and '.join(unusual)})" if unusual else ""
    return Finding(f"Keras computes, on {keras.backend.backend()}{aside}")


def _unusual_settings():
    """What Keras is told otherwise than lessons need it, each with its place."""
    backend = os.environ.get("KERAS_BACKEND") or "tensorflow"
    settings = [] if backend == "tensorflow" else [f"KERAS_BACKEND={backend}"]
    path = Path(os.environ.get("KERAS_HOME") or "~/.keras").expanduser() / "keras.json"
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        for name, needed in (("floatx", "float32"), ("image_data_format", "channels_last")):
            if told.get(name, needed) != needed:
                settings.append(f"{name}={told[name]} in {path}")
    except (OSError, ValueError, AttributeError):  # Keras passes over such a file, too
        pass
    return settings


def _plain(specifier):
    """A range of versions with its lower end first."""
    return ", ".join(sorted(str(specifier).split(","), key=lambda part: part.lstrip("<>=!~ ")))
