"""An instructor who grades a set with nbgrader sees the points that were earned."""

import os
import shutil
import sys
from pathlib import Path

import pytest

pytest.importorskip("nbgrader", reason="nbgrader is the extra `instructor`")
from nbgrader.apps import NbGraderAPI  # noqa: E402
from traitlets.config import Config  # noqa: E402

ROOT = Path(__file__).parent.parent
SET = "01_perceptron"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course folder with one set released, and three submissions graded."""
    # nbgrader calls alembic by name; it stands beside this Python even where no one activated.
    beside = Path(sys.executable).parent
    os.environ["PATH"] = f"{beside}{os.pathsep}{os.environ['PATH']}"
    root = tmp_path_factory.mktemp("course")
    source = root / "source" / SET / f"{SET}.ipynb"
    source.parent.mkdir(parents=True)
    shutil.copy(ROOT / "solutions" / source.name, source)

    config = Config()
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.course_id = "course"
    config.Exchange.root = str(root / "exchange")
    config.ClearSolutions.code_stub = {"python": "raise NotImplementedError"}
    api = NbGraderAPI(config=config)
    made = api.generate_assignment(SET)
    assert made["success"], made["log"]

    released = root / "release" / SET / source.name
    submissions = {
        "empty": released.read_text(encoding="utf-8"),
        "full": source.read_text(encoding="utf-8"),
        "crashing": released.read_text(encoding="utf-8").replace(
            "raise NotImplementedError", "1 / 0"
        ),
    }
    for student, text in submissions.items():
        handed_in = root / "submitted" / student / SET / source.name
        handed_in.parent.mkdir(parents=True)
        handed_in.write_text(text, encoding="utf-8")
        graded = api.autograde(SET, student)
        assert graded["success"], graded["log"]
    return api


@pytest.mark.parametrize(("student", "share"), [("empty", 0), ("crashing", 0), ("full", 1)])
def test_a_submission_earns_its_points(course, student, share):
    submission = course.gradebook.find_submission(SET, student)
    assert submission.max_score > 0
    assert submission.score == share * submission.max_score
