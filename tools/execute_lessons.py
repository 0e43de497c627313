"""Execute lessons and solutions from a clean kernel and store their outputs.

    python tools/execute_lessons.py                                 # everything
    python tools/execute_lessons.py notebooks/10_conv1d_smoothing.ipynb

Two notebooks run at a time. One that fails keeps its old file, and the exit code is 1.
One whose data are not on this machine keeps its file, too, and is no failure.
The minutes to read and the measured seconds land in each lesson's header; after a run of
everything also in the tables of the README, of INSTRUCTORS.md and of the list of chapters.

    python tools/execute_lessons.py --seeds 101,202,303             # every lesson, other luck
    python tools/execute_lessons.py --seeds 101,202 --arithmetic 10_conv1d_smoothing

With ``--seeds`` nothing is compared and nothing stored: each lesson runs once for each shift,
with all of its seeds shifted by it, and a table names the assertions that fell; the exit code
is 1 where one did. ``--arithmetic`` lets each run compute in another way as well, in turn: what
another processor would do.
"""

import argparse
import io
import os
import re
import socket
import subprocess
import sys
import time
from base64 import b64decode, b64encode
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from PIL import Image
from tqdm import tqdm

from course_utils._files import write_texts
from course_utils.course.minutes import is_folded, reading_minutes
from course_utils.datasets import find_tatoeba

ROOT = Path(__file__).parent.parent
TIMES = re.compile(r"\d+ minutes to read and try, \d+ seconds to run")
#: What must not stay in a stored output: paths, hosts, and native or Python warnings.
UNWANTED = re.compile(
    r"(?<=[\s'\"(])/(?:[\w.-]+/){2,}[\w.-]+"
    r"|(?<![\w.:/])/(?:home|root|Users|tmp|usr|opt|var|content|private|work)/|[A-Z]:\\"
    r"|oneDNN|cuda|Warning\b|WARNING: All log|localhost|127\.0\.0\.1|\b"
    + re.escape(socket.gethostname())
    + r"\b"
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


#: Other ways to compute the same, each as settings of the environment; what they change is the
#: order in which numbers are summed. DESIGN: a claim must hold under all of them.
ARITHMETIC = {
    "as it is": {},
    "oneDNN on": {"TF_ENABLE_ONEDNN_OPTS": "1"},
    "oneDNN off": {"TF_ENABLE_ONEDNN_OPTS": "0"},
    "oneDNN of an old processor": {"TF_ENABLE_ONEDNN_OPTS": "1", "ONEDNN_MAX_CPU_ISA": "SSE41"},
    "NumPy of an old processor": {
        "NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4 AVX2 FMA3 AVX512F AVX512_SKX"
    },
    "BLAS of an old processor": {"OPENBLAS_CORETYPE": "Nehalem"},
    "one processor": {},
}
FAILING_LINE = re.compile(r"^-+> *\d+ (.+)$", re.MULTILINE)


@dataclass
class Result:
    """What became of one notebook: seconds, peak memory in MB, and why it did not run."""

    path: Path
    seconds: float
    peak: int = 0
    error: str = ""
    skipped: str = ""
    shift: int = 0
    arithmetic: str = ""
    fallen: tuple = ()


def missing_data(lesson):
    """Why a lesson cannot run here: its data are not on this machine; empty where they are."""
    if lesson == "26_real_sentences" and find_tatoeba() is None:
        return 'needs the sentences of Tatoeba: load_tatoeba("download"), or set COURSE_DATA'
    return ""


def execute(path):
    """Run one notebook in a clean kernel; store it only when every cell passed."""
    if path.parent.name == "notebooks" and (reason := missing_data(path.stem)):
        return Result(path, 0, skipped=f"skipped: {reason}")
    notebook, client = prepared(path)
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
        write_times(notebook, seconds)
        write_texts({path: nbformat.writes(notebook) + "\n"})
    return Result(path, seconds, peak, problem)


def prepared(path):
    """A notebook without outputs, and the client that runs it."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    client = NotebookClient(
        notebook,
        timeout=1200,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(path.parent)}},
    )
    return notebook, client


def execute_shifted(job):
    """Run one notebook with other luck; collect what falls, store nothing."""
    path, shift, arithmetic = job
    if reason := missing_data(path.stem):
        return Result(path, 0, skipped=f"skipped: {reason}", shift=shift, arithmetic=arithmetic)
    notebook, client = prepared(path)
    first = next(i for i, cell in enumerate(notebook.cells) if cell.cell_type == "code")
    shifting = (ROOT / "tools" / "shifted_seeds.py").read_text(encoding="utf-8")
    cell = nbformat.v4.new_code_cell(f"{shifting}\n\nshift_seeds({shift})")
    notebook.cells.insert(first + 1, cell)
    fallen, begun = [], time.perf_counter()
    settings = {**os.environ, **ARITHMETIC[arithmetic]}
    with (
        on_one_processor(arithmetic == "one processor"),
        client.setup_kernel(stderr=subprocess.DEVNULL, env=settings),
    ):
        for index, cell in enumerate(notebook.cells):
            try:
                client.execute_cell(cell, index)
            except (CellExecutionError, CellTimeoutError) as error:
                fallen.append(f"cell {index - (index > first)}: {line_that_fell(error)}")
            except DeadKernelError:
                fallen.append(f"cell {index - (index > first)}: the kernel died")
                break
    seconds = time.perf_counter() - begun
    return Result(path, seconds, shift=shift, arithmetic=arithmetic, fallen=tuple(fallen))


@contextmanager
def on_one_processor(wanted):
    """Let what is started inside compute on a single processor, where the system can say so."""
    if not wanted or not hasattr(os, "sched_setaffinity"):
        yield
        return
    all_of_them = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(all_of_them)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, all_of_them)


def line_that_fell(error):
    """The line of the lesson that stopped, and what Python says of it."""
    text = ANSI_COLOR.sub("", str(error))
    lines = FAILING_LINE.findall(text)
    last = next((line for line in reversed(text.splitlines()) if line.strip()), "")
    line = lines[-1].strip() if lines else ""
    return f"{line}   [{last[:160]}]" if last.strip(": ") != "AssertionError" else line


def tidy(notebook):
    """Shrink pictures, drop what differs between runs; return what may not be stored."""
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    predicting = False
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type != "code":
            predicting = "**Predict" in cell.source
            continue
        set_what_shows(cell, predicting)
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


def set_what_shows(cell, predicting):
    """Fold the lines of a cell that only draws; hide what would answer a prediction.

    JupyterLab shows a hidden output when its cell is run, or on a click; of a text it shows the
    first line all the same, so that learners work in copies without outputs (`copy_course`).
    ``cellView`` folds in Colab, and ``collapsed`` is what ``outputs_hidden`` was called before.
    """
    for name in ("execution", "lines_to_next_cell", "cellView", "collapsed", "jupyter"):
        cell.metadata.pop(name, None)
    jupyter = {}
    if is_folded(cell):
        cell.metadata["cellView"] = "form"
        jupyter["source_hidden"] = True
    if predicting and not cell.source.startswith("guess("):
        cell.metadata["collapsed"] = True
        jupyter["outputs_hidden"] = True
    if jupyter:
        cell.metadata["jupyter"] = jupyter


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


def write_times(notebook, seconds):
    """Put the minutes to read and the measured seconds, rounded up to fives, into the header."""
    rounded = int(-(-seconds // 5) * 5)
    minutes = reading_minutes(notebook.cells, rounded)
    times = f"{minutes} minutes to read and try, {rounded} seconds to run"
    notebook.cells[0].source = TIMES.sub(times, notebook.cells[0].source)


def whole_numbers(text):
    """The shifts of ``--seeds``: "101,202,303" is [101, 202, 303]."""
    try:
        return [int(part) for part in text.split(",")]
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no list of whole numbers; write them as in --seeds 101,202,303"
        ) from None


def find(names, folders):
    """The notebooks of these names, or all: a path, or a lesson's name with or without its end."""
    if not names:
        return sorted(path for folder in folders for path in (ROOT / folder).glob("*.ipynb"))
    paths = {}
    for name in names:
        places = [Path(name), ROOT / "notebooks" / name, ROOT / "notebooks" / f"{name}.ipynb"]
        paths[name] = next((place.resolve() for place in places if place.is_file()), None)
    missing = [name for name, path in paths.items() if path is None]
    if missing:
        sys.exit(f"no such notebook: {', '.join(missing)}")
    return list(paths.values())


def run_all(function, jobs):
    """The results of all jobs, two at a time, under a progress bar."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        done = pool.map(function, jobs)
        return list(tqdm(done, total=len(jobs), unit="notebook", file=sys.stdout))


def store_outputs(paths):
    """Run notebooks and store them; whether one failed."""
    results = run_all(execute, paths)
    print(f"\n{'notebook':44} {'seconds':>7} {'peak MB':>8}  result")
    for result in results:
        name = f"{result.path.parent.name}/{result.path.name}"
        outcome = result.error or result.skipped or "passed"
        print(f"{name:44} {result.seconds:7.1f} {result.peak:8}  {outcome}")
    return any(result.error for result in results)


def try_other_luck(paths, shifts, with_arithmetic):
    """Run lessons under each shift and print what fell; whether anything did."""
    ways = list(ARITHMETIC)[: None if with_arithmetic else 1]
    jobs = [
        (path, shift, ways[place % len(ways)])
        for path in paths
        for place, shift in enumerate(shifts)
    ]
    results = run_all(execute_shifted, jobs)
    print(f"\n{'lesson':32} {'seed':>6} {'seconds':>7}  {'arithmetic':27}what fell")
    for result in results:
        outcome = result.skipped or "\n    ".join(["", *result.fallen]) or "nothing"
        print(
            f"{result.path.stem:32} {result.shift:+6} {result.seconds:7.1f}  "
            f"{result.arithmetic:27}{outcome}"
        )
    fallen = sum(len(result.fallen) for result in results)
    runs = sum(not result.skipped for result in results)
    print(f"\n{runs} runs, {fallen} assertions fell")
    return fallen > 0


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help="notebooks; all by default")
    parser.add_argument("--seeds", type=whole_numbers, metavar="101,202", help="shift all seeds")
    parser.add_argument("--arithmetic", action="store_true", help="also vary how it computes")
    given = parser.parse_args()
    os.environ["COURSE_STRICT"] = "1"  # a failing check in a solution must stop it
    if given.seeds or given.arithmetic:
        shifts = given.seeds or [0] * len(ARITHMETIC)
        sys.exit(try_other_luck(find(given.lessons, ["notebooks"]), shifts, given.arithmetic))
    failed = store_outputs(find(given.lessons, ["notebooks", "solutions"]))
    if not given.lessons:
        from chapter_tables import update_all

        update_all()
    sys.exit(failed)


if __name__ == "__main__":
    main()
