"""The benchmark of the data preparation runs and prints its table."""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parent.parent / "benchmarks" / "data_prep.py"
TASKS = ("series_to_supervised", "make_windows", "pad_sequences", "one_hot", "import course_utils")


def test_the_quick_run_prints_a_line_for_every_task():
    command = [sys.executable, str(SCRIPT), "--quick"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    headings, *lines = done.stdout.splitlines()
    assert headings.split()[:3] == ["task", "ours", "alternative"]
    for task in TASKS:
        assert any(line.startswith(task) for line in lines), task
