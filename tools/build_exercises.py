"""Build ``exercises/`` from ``solutions/`` with nbgrader's own preprocessors.

    python tools/build_exercises.py

Solutions become stubs that raise ``NotImplementedError``, hidden tests go, test cells
are locked and folded. A file in ``exercises/`` without a source is removed.
"""

import sys
from pathlib import Path

import nbformat

from course_utils._files import write_texts

ROOT = Path(__file__).parent.parent


def build(source):
    """The exercise notebook made from one solutions notebook, as text.

    Raises
    ------
    ModuleNotFoundError
        If nbgrader is missing: ``pip install -e .[instructor]``.
    """
    from nbgrader.preprocessors import (
        ClearHiddenTests,
        ClearOutput,
        ClearSolutions,
        ComputeChecksums,
        LockCells,
    )

    notebook, resources = nbformat.read(source, as_version=4), {}
    stub = ClearSolutions(code_stub={"python": "raise NotImplementedError"})
    for step in (LockCells(), stub, ClearOutput(), ClearHiddenTests(), ComputeChecksums()):
        notebook, resources = step.preprocess(notebook, resources)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            # A check holds all of its hints: folded, it gives them one at a time.
            cell.metadata.jupyter = {"source_hidden": True}
    return nbformat.writes(notebook) + "\n"


def main():
    target = ROOT / "exercises"
    target.mkdir(exist_ok=True)
    built = {source.name: build(source) for source in sorted((ROOT / "solutions").glob("*.ipynb"))}
    write_texts({target / name: text for name, text in built.items()})
    for name in built:
        print(f"exercises/{name}")
    for stale in target.glob("*.ipynb"):
        if stale.name not in built:
            stale.unlink()
            print(f"exercises/{stale.name} removed: it has no solutions")


if __name__ == "__main__":
    sys.exit(main())
