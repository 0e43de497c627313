"""nbgrader's settings for this course; INSTRUCTORS.md says how they are used.

Everything nbgrader writes goes into one folder: `course/` beside this file, or the one that
the variable COURSE_FOLDER names.
"""

import os
import shutil
import sys
from pathlib import Path
from unittest.mock import patch

import nbformat
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbgrader.converters import Autograde
from nbgrader.preprocessors import DeduplicateIds, Execute, NbGraderPreprocessor

SECONDS_PER_CELL = 60
GIBIBYTES_PER_KERNEL = 4
FOLDER = Path(os.environ.get("COURSE_FOLDER") or Path(__file__).parent / "course").absolute()

c = get_config()  # noqa: F821 (nbgrader defines it)
c.CourseDirectory.course_id = "perceptron_to_transformer"
c.CourseDirectory.root = str(FOLDER)
c.Exchange.root = str(FOLDER / "exchange")
c.Exchange.cache = str(FOLDER / "cache")
c.CsvExportPlugin.to = str(FOLDER / "grades.csv")

# nbgrader calls alembic by name; it stands beside this Python even where no one activated.
if not shutil.which("alembic"):
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"

# What students get instead of a solution: `check` reads it as "not attempted yet".
c.ClearSolutions.code_stub = {"python": "raise NotImplementedError"}

# What libraries write to stderr costs no points. (nbgrader would give none to such a cell.)
c.IgnorePattern.enabled = True
c.IgnorePattern.pattern = "(?s)."

# No cell is left out because of its tag.
c.Execute.skip_cells_with_tag = ""

c.Execute.timeout = SECONDS_PER_CELL
in_the_new_kernel = ["get_ipython().ask_exit = lambda: None"]  # exit() must not end it
if sys.platform == "linux":
    # Other systems do not enforce this limit: grade in a container there.
    limit = GIBIBYTES_PER_KERNEL * 2**30
    in_the_new_kernel.append(
        f"import resource; resource.setrlimit(resource.RLIMIT_DATA, {(limit, limit)}); del resource"
    )
c.Execute.extra_arguments = [f"--IPKernelApp.exec_lines={line}" for line in in_the_new_kernel]


class TrueMetadata(NbGraderPreprocessor):
    """Put back what students' notebooks lost or changed of nbgrader's notes on the cells.

    Without it a copied cell, or an edited note, stops the grading of everybody who comes
    later. Of copies the last counts; a test cell that is missing is added at the end.
    """

    def preprocess(self, notebook, resources):
        names = resources["nbgrader"]
        release = FOLDER / "release" / names["assignment"] / f"{names['notebook']}.ipynb"
        released = [cell for cell in nbformat.read(release, 4).cells if "nbgrader" in cell.metadata]
        missing = {cell.metadata.nbgrader.grade_id: cell for cell in released}
        for cell in reversed(notebook.cells):
            note = cell.metadata.pop("nbgrader", None)
            grade_id = note.get("grade_id") if isinstance(note, dict) else None
            if grade_id in missing:
                cell.metadata.nbgrader = missing.pop(grade_id).metadata.nbgrader
        notebook.cells += [cell for cell in missing.values() if cell.metadata.nbgrader.grade]
        return notebook, resources


class ExecuteAndRecover(Execute):
    """Grade the rest of a notebook after a cell that took the kernel's time, memory or life.

    nbgrader's own interrupt is not enough: a loop with a bare ``except`` survives it, and the
    memory that a failed cell's traceback holds is missing in the next.
    """

    def preprocess(self, *args, **kwargs):
        self.fatal = set()
        home = FOLDER / "home"  # for what notebooks and their libraries keep in the home folder
        home.mkdir(exist_ok=True)
        with patch.dict(os.environ, HOME=str(home), IPYTHONDIR=str(home / "ipython")):
            return super().preprocess(*args, **kwargs)

    def preprocess_cell(self, cell, resources, index):
        try:
            super().preprocess_cell(cell, resources, index)
            error = next((o.ename for o in cell.get("outputs", []) if "ename" in o), "")
        except CellTimeoutError:
            error = "CellTimeoutError"
            add_error(cell, error, f"stopped after {self.timeout} s: does a loop never end?")
        except DeadKernelError:
            error = "DeadKernelError"
            add_error(cell, error, "the kernel died: too much memory, or exit()?")
        if error.endswith(("CellTimeoutError", "DeadKernelError", "MemoryError")):
            self.fatal.add(index)
            self.start_again(index)
        return cell, resources

    def start_again(self, index):
        """Run the cells before this one in a new kernel, but for the fatal ones."""
        self._cleanup_kernel()
        self.create_kernel_manager()
        self.start_new_kernel()
        self.start_new_kernel_client()
        for earlier, cell in enumerate(self.nb.cells[:index]):
            if cell.cell_type == "code" and earlier not in self.fatal:
                try:
                    self.wait_for_reply(self.kc.execute(cell.source, stop_on_error=False), cell)
                except (CellTimeoutError, DeadKernelError):
                    self.fatal.add(earlier)
                    self.start_again(index)
                    return


def add_error(cell, name, message):
    line = f"{name}: {message}"
    cell.outputs.append(
        nbformat.v4.new_output("error", ename=name, evalue=message, traceback=[line])
    )


c.ExecuteAndRecover.interrupt_on_timeout = False
c.ExecuteAndRecover.shutdown_kernel = "immediate"
c.Autograde.sanitize_preprocessors = [
    TrueMetadata if step is DeduplicateIds else step
    for step in Autograde.sanitize_preprocessors.default()
]
c.Autograde.autograde_preprocessors = [
    ExecuteAndRecover if step is Execute else step
    for step in Autograde.autograde_preprocessors.default()
]
