"""The workflows cannot run here; their form, and every command they hold, can be tested."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))

OLDEST = 'python -m pip install -r requirements.txt "keras==3.13.*" "tensorflow==2.20.*"'
DEVELOPMENT = "python -m pip install git+https://github.com/keras-team/keras"


def jobs():
    """Every job of every workflow by its name."""
    return {
        name: job
        for path in WORKFLOWS
        for name, job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].items()
    }


def complaints(*paths):
    """What the schema of GitHub's workflows has against these files."""
    check = [sys.executable, "-m", "check_jsonschema"]
    check += ["--builtin-schema", "vendor.github-workflows", *paths]
    done = subprocess.run(check, capture_output=True, text=True)
    return done.stdout + done.stderr if done.returncode else ""


def test_github_will_read_them():
    assert not complaints(*WORKFLOWS)


def test_a_misspelt_word_would_be_noticed(tmp_path):
    text = WORKFLOWS[0].read_text(encoding="utf-8")
    for number, word in enumerate(["runs-on:", "steps:", "- run:"]):
        assert word in text
        misspelt = text.replace(word, f"{word[:-1]}s:")
        (tmp_path / f"{number}.yml").write_text(misspelt, encoding="utf-8")
    found = complaints(*tmp_path.iterdir())
    assert all(f"{number}.yml" in found for number in range(3)), found


def plain_commands():
    """What the README and the Makefile tell a person to run."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    tables = re.findall(r"^\| .+? \| `(python .+?)` \|", readme, re.MULTILINE)
    lines = "".join(blocks).splitlines()
    return {
        *tables,
        *(line.partition("#")[0].strip() for line in lines),
        *(f"make {target}" for target in re.findall(r"^([\w-]+):", makefile, re.MULTILINE)),
    }


def test_every_command_is_one_that_runs_here_too():
    """A person's command, apart from constraints.txt, or a script in .ci/ (tested below)."""
    allowed = {line.replace(" -c constraints.txt", "") for line in plain_commands()}
    allowed |= plain_commands() | {'.ci/open-issue "$RUN"', ".ci/colab", ".ci/run"}
    allowed |= {OLDEST, "python -m pytest tests course_utils", DEVELOPMENT}
    runs = [step["run"] for job in jobs().values() for step in job["steps"] if "run" in step]
    assert len(runs) >= 4 and set(runs) <= allowed, set(runs) - allowed


def test_both_ends_of_the_range_of_pythons_are_tested():
    for name in ("tests", "newest"):
        assert jobs()[name]["strategy"]["matrix"]["python"] == ["3.11", "3.13"]


def commands_of(job):
    return [step["run"] for step in jobs()[job]["steps"] if "run" in step]


def test_the_oldest_keras_that_is_tested_is_the_oldest_that_is_admitted():
    wanted = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    install, tests = commands_of("oldest")
    assert install == OLDEST and tests == "python -m pytest tests course_utils"
    for name, version in re.findall(r'"(\w+)==([\d.]+)\.\*"', install):
        assert re.search(rf"^{name}>={re.escape(version)}$", wanted, re.MULTILINE), name


def test_the_next_keras_replaces_the_released_one_before_the_suite_runs():
    assert commands_of("development")[1:] == [DEVELOPMENT, "python -m pytest"]


def test_three_other_seeds_are_tried_every_week():
    (command,) = [run for run in commands_of("claims") if "execute_lessons" in run]
    shifts = re.search(r"--seeds (\S+)", command)[1].split(",")
    assert len(set(shifts)) == 3 and all(int(shift) > 0 for shift in shifts)
    assert "--arithmetic" in command


def test_any_weekly_job_that_fails_opens_an_issue():
    weekly = ROOT / ".github" / "workflows" / "weekly.yml"
    names = set(yaml.safe_load(weekly.read_text(encoding="utf-8"))["jobs"])
    telling = jobs()["open-issue"]
    assert set(telling["needs"]) == names - {"open-issue"}
    assert telling["permissions"]["issues"] == "write"
    assert telling["if"].startswith("always() && (")
    assert "failure" in telling["if"] and "cancelled" in telling["if"]


def run_with(tool, script, *arguments, folder):
    """Run a script of .ci/ with a stand-in for a tool; return the stand-in's calls."""
    (folder / tool[0]).write_text(f'#!/bin/sh\necho "$@" >> {folder}/calls\n{tool[1]}\n')
    (folder / tool[0]).chmod(0o755)
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(
        [ROOT / ".ci" / script, *arguments], check=True, env={**os.environ, "PATH": path}
    )
    return (folder / "calls").read_text().splitlines()


posix = pytest.mark.skipif(os.name == "nt", reason="the scripts in .ci/ are for bash")


@posix
@pytest.mark.parametrize(("open_issue", "verb"), [("", "create"), ("echo 7", "comment 7")])
def test_one_issue_stays_open_however_often_the_run_fails(tmp_path, open_issue, verb):
    gh = ("gh", f'[ "$2" != list ] || {open_issue or "true"}')
    search, tell = run_with(gh, "open-issue", "https://example.org/runs/3", folder=tmp_path)
    title = "The weekly run fails"
    assert search.startswith("issue list --state open") and title in search
    assert tell.startswith(f"issue {verb} ") and tell.endswith("https://example.org/runs/3")
    assert (f"--title {title}" in tell) is (verb == "create")


@posix
def test_colabs_image_runs_the_readmes_commands(tmp_path):
    (call,) = run_with(("docker", ""), "colab", folder=tmp_path)
    image, _, command = call.partition(" -c ")
    assert image.endswith(" us-docker.pkg.dev/colab-images/public/runtime:latest")
    allowed = {line.replace(" -c constraints.txt", "") for line in plain_commands()}
    assert set(command.split(" && ")) <= allowed
