"""Execute lessons and solutions from a clean kernel and store their outputs.

    python tools/execute_lessons.py                                 # everything
    python tools/execute_lessons.py notebooks/10_conv1d_smoothing.ipynb

Two notebooks run at a time. One that fails keeps its old file, and the exit code is 1.
One whose data are not on this machine keeps its file, too, and is no failure.
The measured seconds land in each lesson's header and in the README's table.
"""

import argparse
import io
import os
import re
import subprocess
import sys
import tempfile
import time
from base64 import b64decode, b64encode
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from PIL import Image
from tqdm import tqdm

from course_utils.course.chapters import missing_data

ROOT = Path(__file__).parent.parent
RUN_TIME = re.compile(r"(\d+) seconds to run")
#: What must not stay in a stored output: paths and native or Python warnings.
UNWANTED = re.compile(
    r"(?<=[\s'\"(])/(?:[\w.-]+/){2,}[\w.-]+|[A-Z]:\\\\|oneDNN|cuda|\w+Warning: |WARNING: All log"
)
ANSI_COLOR = re.compile(r"\x1b\[[\d;]*m")
PEAK_MEMORY = """
try:
    import resource, sys
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(peak // 2**10 if sys.platform != "darwin" else peak // 2**20)
except ImportError:
    import psutil
    print(psutil.Process().memory_info().peak_wset // 2**20)
"""


@dataclass
class Result:
    """What became of one notebook: seconds, peak memory in MB, and why it did not run."""

    path: Path
    seconds: float
    peak: int = 0
    error: str = ""
    skipped: str = ""


def execute(path):
    """Run one notebook in a clean kernel; store it only when every cell passed."""
    if path.parent.name == "notebooks" and (reason := missing_data(path.stem)):
        return Result(path, 0, skipped=f"skipped: {reason}")
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    client = NotebookClient(
        notebook,
        timeout=600,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(path.parent)}},
    )
    begun = time.perf_counter()
    index = 0
    try:
        # What the kernel itself logs (not what cells print) is of no use to a maintainer.
        with client.setup_kernel(stderr=subprocess.DEVNULL):
            for index, cell in enumerate(notebook.cells):
                client.execute_cell(cell, index)
            seconds = time.perf_counter() - begun
            notebook.cells.append(nbformat.v4.new_code_cell(PEAK_MEMORY))
            client.execute_cell(notebook.cells[-1], len(notebook.cells) - 1)
            probe = notebook.cells.pop()
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        text = ANSI_COLOR.sub("", str(error))
        last = next(line for line in reversed(text.splitlines()) if line.strip())
        return Result(path, time.perf_counter() - begun, error=f"cell {index}: {last[:200]}")
    peak = int(probe.outputs[0].text)
    problem = tidy(notebook)
    if not problem:
        write_run_time(notebook, seconds)
        store(notebook, path)
    return Result(path, seconds, peak, problem)


def tidy(notebook):
    """Shrink pictures, drop what differs between runs; return what may not be stored."""
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type != "code":
            continue
        cell.metadata.pop("execution", None)
        if "nbval-ignore-output" in cell.metadata.get("tags", []):
            # Progress bars write here; they are worth seeing live, not worth storing.
            cell.outputs = [out for out in cell.outputs if not is_progress(out)]
        cell.outputs = whole_lines(cell.outputs)
        for output in cell.outputs:
            if output.get("name") == "stderr":
                return f"cell {index} wrote to stderr: {output.text.strip()[:120]}"
            unwanted = UNWANTED.search(
                output.get("text", "") + str(output.get("data", {}).get("text/plain", ""))
            )
            if unwanted:
                return f"cell {index} prints {unwanted.group(0)!r}"
            data = output.get("data", {})
            if "image/png" in data:
                data["image/png"] = with_palette(data["image/png"])
    return ""


def is_progress(output):
    """Whether a progress bar wrote it, as text or as a widget that lives in the kernel alone."""
    text = output.get("data", {}).get("text/plain", "")
    return output.get("name") == "stderr" or re.match(r" *\d+%\|", text)


def whole_lines(outputs):
    """The outputs, with what was printed in pieces as one."""
    joined = []
    for output in outputs:
        if joined and output.output_type == "stream" and output.name == joined[-1].get("name"):
            joined[-1].text += output.text
        else:
            joined.append(output)
    return joined


def with_palette(png):
    """The same picture with 190 colours: a third of the bytes, no visible difference."""
    picture = Image.open(io.BytesIO(b64decode(png))).convert("RGB")
    small = io.BytesIO()
    picture.quantize(190, dither=Image.Dither.NONE).save(small, "png", optimize=True)
    return b64encode(small.getvalue()).decode("ascii")


def write_run_time(notebook, seconds):
    """Put the measured seconds, rounded up to fives, into the lesson's header."""
    rounded = int(-(-seconds // 5) * 5)
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and RUN_TIME.search(cell.source):
            cell.source = RUN_TIME.sub(f"{rounded} seconds to run", cell.source)
            return


def store(notebook, path):
    """Write in one move, so that a failure leaves the old file whole."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        nbformat.write(notebook, file)
    os.chmod(temporary, path.stat().st_mode)  # a temporary file is private otherwise
    os.replace(temporary, path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", type=Path, help="notebooks; all by default")
    paths = parser.parse_args().paths
    paths = paths or sorted([*ROOT.glob("notebooks/*.ipynb"), *ROOT.glob("solutions/*.ipynb")])
    missing = [str(path) for path in paths if not path.is_file()]
    if missing:
        sys.exit(f"no such notebook: {', '.join(missing)}")

    os.environ["COURSE_STRICT"] = "1"  # a failing check in a solution must stop it
    results = []
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        jobs = pool.map(execute, [path.resolve() for path in paths])
        for result in tqdm(jobs, total=len(paths), unit="notebook", file=sys.stdout):
            results.append(result)

    print(f"\n{'notebook':44} {'seconds':>7} {'peak MB':>8}  result")
    for result in results:
        name = f"{result.path.parent.name}/{result.path.name}"
        outcome = result.error or result.skipped or "passed"
        print(f"{name:44} {result.seconds:7.1f} {result.peak:8}  {outcome}")
    from readme_table import update_readme

    update_readme()
    sys.exit(any(result.error for result in results))


if __name__ == "__main__":
    main()
