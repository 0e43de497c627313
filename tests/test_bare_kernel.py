"""A notebook alone in an empty folder fetches what it needs in its first cell, and runs.

By default in a new environment with the libraries that run this test, without a network.
With ``COURSE_COLAB=1`` (``make test-colab``) in one that has Colab's versions.
"""

import json
import os
import runpy
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the small environment needs links")
ADDRESS = "https://github.com/ada/perceptron-to-transformer"
COLAB = runpy.run_path(str(ROOT / "tests" / "test_requirements.py"))["COLAB"]
COLAB_PYTHON = "python3.13"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """What a reader finds once the course is published: its files, and GitHub's archive."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True)
    if listed.returncode:
        pytest.skip(f"what would be published is known to git alone: {listed.stderr.decode()}")
    folder = tmp_path_factory.mktemp("published") / "perceptron-to-transformer-main"
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    publish = [sys.executable, "tools/publish.py", ADDRESS]
    subprocess.run(publish, cwd=folder, check=True, capture_output=True)
    shutil.make_archive(folder.parent / "main", "zip", folder.parent, folder.name)
    return folder


@pytest.fixture(scope="module", params=["the libraries here", "Colab's versions"])
def libraries(request, tmp_path_factory):
    """A Python, its folder of packages, and pip's settings."""
    if request.param == "the libraries here":
        offline = {"PIP_NO_INDEX": "1", "PIP_NO_BUILD_ISOLATION": "0"}  # 0 means: no isolation
        yield sys.executable, sysconfig.get_path("purelib"), offline
        return
    if not os.environ.get("COURSE_COLAB"):
        pytest.skip("downloads Colab's versions, a gigabyte: make test-colab")
    folder = tmp_path_factory.mktemp("colab")
    try:
        create = [COLAB_PYTHON, "-m", "venv", folder]
        subprocess.run(create, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip(f"Colab runs {COLAB_PYTHON}; there is none here")
    python = folder / "bin" / "python"
    exact = [f"{name}=={number}" for name, number in COLAB.items()]
    others = ["scikit-learn", "ipywidgets", "tqdm", "ipykernel", "nbconvert"]
    subprocess.run([python, "-m", "pip", "install", "-q", *exact, *others], check=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    pip = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    yield python, packages, pip
    shutil.rmtree(folder)  # over a gigabyte, which pytest would keep


@pytest.fixture
def kernel(libraries, tmp_path):
    """A new environment with those libraries but without the course; returns run(*command)."""
    python, packages, pip = libraries
    for folder in ("libraries", "home", "alone", "path"):
        (tmp_path / folder).mkdir()
    for package in Path(packages).iterdir():
        if "course_utils" not in package.name:
            (tmp_path / "libraries" / package.name).symlink_to(package)
    subprocess.run([python, "-m", "venv", "--without-pip", tmp_path / "kernel"], check=True)
    (own,) = (tmp_path / "kernel" / "lib").glob("python*/site-packages")
    (own / "libraries.pth").write_text(f"{tmp_path / 'libraries'}\n", encoding="utf-8")
    # Neither pip nor git is on the path; %pip wants a shell.
    (tmp_path / "path" / "sh").symlink_to("/bin/sh")
    environment = {**pip, "HOME": str(tmp_path / "home"), "PATH": str(tmp_path / "path")}

    def run(*command):
        return subprocess.run(
            [tmp_path / "kernel" / "bin" / "python", *command],
            cwd=tmp_path / "alone",
            env=environment,
            capture_output=True,
            text=True,
        )

    run.packages, run.folder = own, tmp_path / "alone"
    return run


def versions(kernel):
    listed = kernel("-m", "pip", "list", "--format=json")
    assert listed.returncode == 0, listed.stderr
    return {item["name"]: item["version"] for item in json.loads(listed.stdout)}


def execute(kernel, notebook):
    return kernel("-m", "nbconvert", "--to", "notebook", "--execute", "--inplace", notebook)


def run_cell(kernel, source):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    nbformat.write(notebook, kernel.folder / "cell.ipynb")
    return execute(kernel, "cell.ipynb")


@pytest.mark.parametrize(
    "name", ["notebooks/07_categories.ipynb", "exercises/09_series_to_supervised.ipynb"]
)
def test_a_notebook_alone_gets_the_course_and_runs_to_its_end(course, kernel, name):
    archive = f"{ADDRESS}/archive/main.zip"
    text = (course / name).read_text(encoding="utf-8")
    assert text.count(archive) == 1
    local = text.replace(archive, (course.parent / "main.zip").as_uri())
    alone = kernel.folder / Path(name).name
    alone.write_text(local, encoding="utf-8")
    assert "ModuleNotFoundError" in kernel("-c", "import course_utils").stderr
    before = versions(kernel)

    done = execute(kernel, alone.name)

    assert done.returncode == 0, done.stderr[-3000:]
    cells = [cell for cell in nbformat.read(alone, as_version=4).cells if cell.cell_type == "code"]
    assert all(cell.execution_count for cell in cells)
    after = versions(kernel)
    assert after.pop("course-utils")
    kept = {name: after.get(name) for name in before}
    assert kept == before, "the first cell replaced what the kernel had"
    installed = {
        path.relative_to(kernel.packages).as_posix()
        for path in kernel.packages.glob("course_utils/**/*")
        if path.is_file() and path.suffix != ".pyc"
    }
    data = {f"course_utils/data/{path.name}" for path in (course / "data").iterdir()}
    code = {
        path.relative_to(course).as_posix()
        for path in (course / "course_utils").rglob("*")
        if path.is_file()
    }
    assert installed == data | code

    # Where the course is installed, the first cell is silent.
    assert run_cell(kernel, cells[0].source).returncode == 0
    assert not nbformat.read(kernel.folder / "cell.ipynb", as_version=4).cells[0].outputs


def test_without_an_address_one_line_says_what_is_missing(course, kernel):
    start = runpy.run_path(str(course / "tools" / "publish.py"))["first_cell"]("")
    done = run_cell(kernel, start)
    assert done.returncode != 0
    assert "course_utils is missing. With the course's folder around this notebook" in done.stderr
