"""Importing is light, and every public name explains itself."""

import ast
import graphlib
import importlib
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import course_utils
from course_utils.course.chapters import load_chapters

PACKAGE = Path(course_utils.__file__).parent
MODULES = sorted(
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
    for pattern in ("*.py", "course/*.py", "phrasebook/*.py", "translation/*.py")
    for path in PACKAGE.glob(pattern)
    if path.stem[0] != "_"
)
HEAVY = ("tensorflow", "keras", "sklearn", "matplotlib")

# What a lesson derives and then imports; the rest draws pictures or looks at the machine.
TAUGHT = [name for name in MODULES if name not in ("plots", "course.map", "course.environment")]


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("course_utils", (*HEAVY, "numpy", "pandas")),
        ("course_utils._files", (*HEAVY, "numpy", "pandas")),
        ("course_utils.padding", (*HEAVY, "pandas")),
        ("course_utils.encoding", (*HEAVY, "pandas")),
        ("course_utils.phrasebook", (*HEAVY, "numpy", "pandas")),
        ("course_utils.supervised", HEAVY),
        ("course_utils.datasets", HEAVY),
        ("course_utils.scaling", ("tensorflow", "keras", "matplotlib")),
    ],
)
def test_importing_waits_for_nothing_it_does_not_need(module, heavy):
    code = f"import sys, {module}; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def public(module):
    """(name, function or class) that a module defines itself."""
    return [
        (name, thing)
        for name, thing in vars(importlib.import_module(f"course_utils.{module}")).items()
        if not name.startswith("_")
        and (inspect.isfunction(thing) or inspect.isclass(thing))
        and thing.__module__ == f"course_utils.{module}"
    ]


@pytest.mark.parametrize("module", TAUGHT)
def test_every_public_name_documents_its_parameters(module):
    missing = [
        f"{name}: {parameter}"
        for name, thing in public(module)
        for parameter in inspect.signature(thing).parameters
        if not re.search(rf"\b{parameter}\b", inspect.getdoc(thing) or "")
    ]
    assert not missing


@pytest.mark.parametrize("module", TAUGHT)
def test_every_public_function_shows_an_example_that_runs(module):
    missing = [
        name
        for name, thing in public(module)
        if inspect.isfunction(thing) and ">>> " not in (inspect.getdoc(thing) or "")
    ]
    assert not missing


CHAPTER = re.compile(r"[Cc]hapters? ((?:\d\d(?:, | and | to )?)+)")


@pytest.mark.parametrize("module", TAUGHT)
def test_a_chapter_that_is_said_to_derive_a_name_does_speak_of_it(module):
    """Of the name, or of the room whose inner part it is."""
    wrong = []
    for name, thing in public(module):
        said = re.findall(r"\d\d", " ".join(CHAPTER.findall(inspect.getdoc(thing) or "")))
        for chapter in said:
            (file,) = [row["file"] for row in load_chapters() if row["number"] == chapter]
            lesson = PACKAGE.parent / "notebooks" / f"{file}.ipynb"
            text = lesson.read_text(encoding="utf-8")
            room, _, part = module.partition(".")
            spoken_of = name in text or (part and f"course_utils.{room} " in text)
            wrong += [] if spoken_of else [f"{name}: chapter {chapter}"]
    assert not wrong


@pytest.mark.parametrize("module", MODULES)
def test_every_public_name_says_what_it_does(module):
    things = [importlib.import_module(f"course_utils.{module}")]
    for _, thing in public(module):
        methods = vars(thing).values() if inspect.isclass(thing) else ()
        things += [thing, *(m for m in methods if inspect.isfunction(m) and m.__name__[0] != "_")]
    assert not [thing.__name__ for thing in things if not inspect.getdoc(thing)]


def test_no_module_needs_one_that_needs_it():
    """Whoever reads a module can read what it imports first, and come to an end."""
    files = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        files[".".join(parts).removesuffix(".__init__")] = path
    graph = {}
    for name, path in files.items():
        wanted = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                wanted |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):  # a module of a room, or a name of a module
                found = {f"{node.module}.{alias.name}" for alias in node.names}
                wanted |= found if found <= files.keys() else {node.module}
        graph[name] = wanted & files.keys() - {name}
    order = graphlib.TopologicalSorter(graph)
    assert len([*order.static_order()]) == len(graph)
