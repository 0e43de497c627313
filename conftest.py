"""Two rules for notebooks: skipped where their data are missing, patient with late outputs."""

import pytest
from execute_lessons import missing_data


def pytest_collection_modifyitems(items):
    lessons = {item.path for item in items if item.path.match("notebooks/*.ipynb")}
    reasons = {path: missing_data(path.stem) for path in lessons}
    for item in items:
        if hasattr(item, "output_timeout"):
            item.output_timeout = 60  # nbval's 5 s are too few on a busy machine
        if reasons.get(item.path):
            item.add_marker(pytest.mark.skip(reason=reasons[item.path]))
