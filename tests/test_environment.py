"""The check of the environment notices what is wrong and says how to mend it; the map is true."""

import os
import platform
import subprocess
import sys
from importlib import metadata

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402
import pytest  # noqa: E402

from course_utils import datasets  # noqa: E402
from course_utils.course.chapters import load_chapters  # noqa: E402
from course_utils.course.environment import (  # noqa: E402
    Finding,
    check_cores,
    check_data,
    check_environment,
    check_keras,
    check_package,
    check_python,
    report,
)
from course_utils.course.map import draw_map, place, route  # noqa: E402


def test_all_is_fine_where_the_tests_run():
    findings = check_environment()
    assert all(finding.fine for finding in findings), report(findings)
    text = report(findings)
    for word in ("Python", "tensorflow", "keras", "numpy", "pandas", "data/", "core", "computes"):
        assert word in text
    assert text.endswith(f"Everything is in place ({len(findings)} of {len(findings)}).")


@pytest.mark.parametrize("version", ["3.10.14", "3.14.0", "2.7.18"])
def test_another_python_is_noticed(monkeypatch, version):
    monkeypatch.setattr(platform, "python_version", lambda: version)
    finding = check_python("<3.14,>=3.11")
    assert finding.text == f"Python {version}, but the course needs >=3.11, <3.14"
    assert "python.org" in finding.remedy


@pytest.mark.parametrize("version", ["3.11.0", "3.12.3", "3.13.9", "3.13.0rc1"])
def test_each_python_of_the_range_is_fine(monkeypatch, version):
    monkeypatch.setattr(platform, "python_version", lambda: version)
    assert check_python("<3.14,>=3.11").fine


def test_a_missing_package_is_noticed(monkeypatch):
    def version(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", version)
    finding = check_package("tqdm>=4.66")
    assert finding == Finding("tqdm is missing (>=4.66)", 'pip install "tqdm>=4.66"')


def test_a_package_that_is_too_old_is_noticed(monkeypatch):
    monkeypatch.setattr(metadata, "version", lambda name: "2.15.0")
    finding = check_package("keras>=3.13")
    assert finding.text == "keras 2.15.0, but the course needs >=3.13"
    assert finding.remedy == 'pip install "keras>=3.13"'


def test_a_newer_or_preview_package_is_fine(monkeypatch):
    monkeypatch.setattr(metadata, "version", lambda name: "3.16.0.dev0")
    assert check_package("keras>=3.13").fine


def test_a_missing_course_package_is_noticed(monkeypatch):
    def not_there(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "metadata", not_there)
    (finding,) = check_environment()
    assert "course-utils" in finding.text and "pip install -e ." in finding.remedy


@pytest.mark.parametrize(("content", "word"), [("1,2", "was changed"), (None, "is missing")])
def test_a_changed_or_missing_data_file_is_noticed(monkeypatch, tmp_path, content, word):
    if content is not None:
        for name in datasets.HASHES:
            (tmp_path / name).write_text(content)
    monkeypatch.setattr(datasets, "_FOLDERS", (tmp_path,))
    findings = check_data()
    assert len(findings) == len(datasets.HASHES)
    for finding in findings:
        assert word in finding.text and "git checkout -- data" in finding.remedy


def test_data_cannot_be_examined_without_pandas(monkeypatch):
    monkeypatch.delitem(sys.modules, "course_utils.datasets")
    monkeypatch.setitem(sys.modules, "pandas", None)
    (finding,) = check_data()
    assert "pandas" in finding.text and not finding.fine


def test_one_core_is_said_but_is_no_fault(monkeypatch):
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0}, raising=False)
    assert check_cores().fine and check_cores().text.startswith("1 processor core:")


def test_a_keras_that_does_not_start_is_noticed(monkeypatch):
    monkeypatch.setitem(sys.modules, "keras", None)
    finding = check_keras()
    assert finding.text.startswith("keras does not start: ") and "reinstall" in finding.remedy


def in_a_new_process(code, **settings):
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | settings,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_another_backend_is_set_aside_and_named():
    code = "from course_utils.course.environment import check_keras; print(check_keras())"
    assert in_a_new_process(code, KERAS_BACKEND="tensorflwo") == (
        "✓ Keras computes, on tensorflow (lessons set aside KERAS_BACKEND=tensorflwo)\n"
    )


def test_settings_in_a_file_are_set_aside_and_named(tmp_path):
    file = tmp_path / "keras.json"
    file.write_text('{"floatx": "float16", "image_data_format": "channels_first"}')
    said = in_a_new_process(
        "from course_utils.course.environment import check_keras; print(check_keras())\n"
        "import keras; print(keras.layers.Conv2D(2, 1)(keras.ops.ones((1, 5, 5, 3))))",
        KERAS_HOME=str(tmp_path),
    )
    assert said.startswith("✓ Keras computes") and f"floatx=float16 in {file}" in said
    assert f"image_data_format=channels_first in {file}" in said
    assert "shape=(1, 5, 5, 2), dtype=float32" in said


def test_a_setting_that_keras_does_not_know_is_named_once(tmp_path):
    (tmp_path / "keras.json").write_text('{"floatx": "float17"}')
    said = in_a_new_process(
        "from course_utils.course.environment import *; print(report(check_environment()))",
        KERAS_HOME=str(tmp_path),
    )
    assert said.count("✗") == 1
    assert f"-> first undo floatx=float17 in {tmp_path / 'keras.json'}; if" in said


def test_a_keras_that_was_loaded_on_another_backend_asks_for_a_restart(monkeypatch):
    import keras

    monkeypatch.setattr(keras.backend, "backend", lambda: "jax")
    finding = check_keras()
    assert "imported before start(), on jax" in finding.text
    assert finding.remedy.startswith("restart the kernel")


@pytest.mark.parametrize("package", ["matplotlib", "numpy", "pandas", "tensorflow"])
def test_a_package_that_breaks_is_named_and_not_the_one_that_needs_it(package, tmp_path):
    place = tmp_path / "site-packages" / package
    place.mkdir(parents=True)
    (place / "__init__.py").write_text("raise ValueError('dtype size changed')")
    said = in_a_new_process(
        f"import sys; sys.path.insert(0, {str(place.parent)!r})\n"
        "from course_utils.course.environment import *; print(report(check_environment()))"
    )
    line = f"✗ {package} does not start: ValueError: dtype size changed\n"
    assert said.count(line) == 1
    assert f"-> pip install --force-reinstall {package}\n" in said
    assert "reinstall keras" not in said


def test_the_report_says_what_to_do():
    text = report([Finding("a"), Finding("b is missing", "pip install b")])
    assert text.startswith("✓ a\n✗ b is missing\n  -> pip install b\n")
    assert "1 of 2 need mending" in text and "restart the kernel" in text


def test_it_runs_in_a_terminal():
    command = [sys.executable, "-m", "course_utils", "check"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Everything is in place" in done.stdout


def test_a_chapter_stands_below_all_that_it_needs_in_its_part_and_beside_or_below_others():
    chapters = load_chapters()
    places = place(chapters)
    assert len(set(places.values())) == len(chapters), "two chapters in one place"
    for chapter in chapters:
        lane, row = places[chapter["number"]]
        for need in chapter["needs"]:
            assert places[need][1] < row if places[need][0] == lane else places[need][1] <= row


def test_no_line_runs_through_a_box():
    places = place(load_chapters())
    taken = set(places.values())
    for chapter in load_chapters():
        for need in chapter["needs"]:
            ends = places[need], places[chapter["number"]]
            points = route(*ends, taken)
            assert (points[0], points[-1]) == ends
            for (x, y), (to_x, to_y) in zip(points, points[1:], strict=False):
                assert x == to_x or y == to_y, "lines run down or across"
                crossed = {
                    (lane, row)
                    for lane, row in taken - set(ends)
                    if min(x, to_x) <= lane <= max(x, to_x) and min(y, to_y) <= row <= max(y, to_y)
                }
                assert not crossed


def test_the_map_names_every_chapter():
    fig = draw_map(load_chapters(), "A title")
    fig.canvas.draw()
    words = " ".join(text.get_text() for text in fig.axes[0].texts).replace("\n", " ")
    assert all(chapter["title"] in words for chapter in load_chapters())
    plt.close(fig)


def test_lines_on_the_way_are_thick():
    fig = draw_map(load_chapters(), "A title", way=["01", "02", "03"])
    widths = [
        patch.get_linewidth() for patch in fig.axes[0].patches if hasattr(patch, "get_arrowstyle")
    ]
    plt.close(fig)
    assert sum(width > 2 for width in widths) == 2


def test_no_word_of_the_map_leaves_its_box():
    fig = draw_map(load_chapters(), "A title")
    fig.canvas.draw()
    ax = fig.axes[0]
    right = [patch.get_window_extent().x1 for patch in ax.patches if hasattr(patch, "get_boxstyle")]
    titles = ax.texts[-2 * len(right) :][1::2]
    for text, edge in zip(titles, right, strict=True):
        assert text.get_window_extent().x1 < edge, text.get_text()
    plt.close(fig)


def test_a_map_needs_a_chapter():
    with pytest.raises(ValueError, match="no chapter"):
        draw_map([], "A title")
