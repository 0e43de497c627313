"""Rules for notebooks: skipped where their data are missing, patient with late outputs.

And one for all tests: where several workers share the processors, each computes in one thread.
"""

import os

import pytest
from execute_lessons import missing_data

if "PYTEST_XDIST_WORKER" in os.environ:  # more threads than processors wait for each other
    for library in ("TF_NUM_INTRAOP", "TF_NUM_INTEROP", "OMP_NUM", "OPENBLAS_NUM"):
        os.environ.setdefault(f"{library}_THREADS", "1")


def pytest_collection_modifyitems(items):
    lessons = {item.path for item in items if item.path.match("notebooks/*.ipynb")}
    reasons = {path: missing_data(path.stem) for path in lessons}
    for item in items:
        if hasattr(item, "output_timeout"):
            item.output_timeout = 60  # nbval's 5 s are too few on a busy machine
        if reasons.get(item.path):
            item.add_marker(pytest.mark.skip(reason=reasons[item.path]))
