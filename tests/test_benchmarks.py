"""The benchmarks of preparation and of cost run, and print their tables."""

import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
TASKS = ("series_to_supervised", "make_windows", "pad_sequences", "one_hot", "import course_utils")


def quick_run(script):
    command = [sys.executable, str(BENCHMARKS / script), "--quick"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_data_preparation_prints_a_line_for_every_task():
    headings, *lines = quick_run("data_prep.py").splitlines()
    assert headings.split()[:3] == ["task", "ours", "alternative"]
    for task in TASKS:
        assert any(line.startswith(task) for line in lines), task


def test_the_cost_of_translation_prints_two_tables_beside_their_arithmetic():
    tables = quick_run("translation_cost.py").strip().split("\n\n")
    rows = [[line.split(" | ") for line in table.splitlines()[2:]] for table in tables]
    assert [[row[0] for row in table] for table in rows] == [["8", "16"], ["300", "600"]]
    for table in rows:
        assert table[0][2:] == ["1.0", "1.0"] and 1.9 <= float(table[1][3]) <= 2.2
