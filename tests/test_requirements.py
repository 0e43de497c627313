"""Whoever installs, by whichever file, gets versions that the course was tested with."""

import os
import re
import subprocess
import sys
import threading
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# What Colab offered in August 2026: the ranges must admit it.
COLAB = {
    "tensorflow": "2.20.0",
    "keras": "3.13.2",
    "numpy": "2.1.0",
    "pandas": "2.2.3",
    "matplotlib": "3.10.0",
}


def requirements():
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    wanted = [Requirement(line) for line in lines if line and line[0] not in "#-"]
    wanted += map(Requirement, PYPROJECT["project"]["optional-dependencies"]["instructor"])
    return {canonicalize_name(item.name): item for item in wanted}


def constraints():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): exact for name, exact in pairs}


@pytest.mark.parametrize("name", sorted(requirements()))
def test_every_requirement_has_a_range_that_admits_its_exact_version(name):
    wanted = requirements()[name]
    assert wanted.specifier, f"{name} has no lower bound"
    assert "==" not in str(wanted.specifier), f"{name} is pinned; pins break on Colab"
    assert wanted.specifier.contains(constraints()[name]), f"constraints.txt has another {name}"


@pytest.mark.parametrize("line", PYPROJECT["project"]["dependencies"])
def test_the_package_asks_for_the_same_range_as_the_requirements(line):
    wanted = Requirement(line)
    assert requirements()[canonicalize_name(wanted.name)].specifier == wanted.specifier


@pytest.mark.parametrize("name", sorted(COLAB))
def test_colabs_versions_are_admitted(name):
    assert requirements()[name].specifier.contains(COLAB[name])


def test_no_process_of_jupyter_builds_a_grammar_first():
    """With jsonschema 4.25 or newer, importing nbformat takes two to three seconds more."""
    assert "rfc3987-syntax" not in constraints()


def test_python_range_is_the_same_in_both_files():
    pythons = PYPROJECT["project"]["requires-python"]
    assert pythons == ">=3.11,<3.14"
    assert f"python{pythons}" in (ROOT / "environment.yml").read_text(encoding="utf-8")


def test_conda_installs_the_same_requirements_file():
    assert "- -r requirements.txt" in (ROOT / "environment.yml").read_text(encoding="utf-8")


def test_what_is_installed_is_within_the_ranges():
    for name, wanted in requirements().items():
        assert wanted.specifier.contains(version(name)), f"{name} {version(name)} is installed"


def test_every_command_of_the_makefile_is_written_out_in_the_readme():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = re.findall(r"^\t(\w+=\w+ )?\$\(BIN\)/(.+)$", makefile, re.MULTILINE)
    commands = [setting + command for setting, command in lines if "ready" not in command]
    assert len(commands) >= 5
    for command in commands:
        plain = command.replace("$(ROOT_FLAG) ", "").replace("--quiet ", "")
        assert plain in readme, f"README does not show: {plain}"


def test_jupyterlab_serves_the_whole_course(tmp_path):
    """Given a notebook alone, it would serve notebooks/, without exercises and glossary."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"^jupyter lab (.+)$", readme, re.MULTILINE)
    assert "python -m course_utils learn\njupyter lab" in readme, "the copies come first"
    command = command.replace("my_course/", "")  # they need not be made for this
    options = [*command.split(), "--no-browser", "--allow-root", "--port=0"]
    names = ("JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR")
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *options],
        cwd=ROOT,
        env=os.environ | dict.fromkeys(names, str(tmp_path)),
        stderr=subprocess.PIPE,
        text=True,
    )
    too_long = threading.Timer(300, server.kill)
    too_long.start()
    try:
        lines = iter(server.stderr.readline, "")  # it ends where the server does
        said = next((line for line in lines if "Serving notebooks from" in line), "")
    finally:
        too_long.cancel()
        server.kill()
        server.communicate()
    assert said.rstrip().endswith(f"local directory: {ROOT.resolve()}")


def test_continuous_integration_runs_the_readmes_test_command():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "make test" in readme
    assert script.rstrip().endswith("make test")


@pytest.mark.parametrize(
    ("words", "file"),
    [
        ("Python 3.11, 3.12 or 3.13 is needed", "Makefile"),
        (" is missing.", "tools/publish.py"),
        ("python -m course_utils check", "course_utils/course/environment.py"),
    ],
)
def test_troubleshooting_quotes_what_the_course_says(words, file):
    for name in ("TROUBLESHOOTING.md", file):
        assert words in (ROOT / name).read_text(encoding="utf-8"), name
