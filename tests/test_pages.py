"""The pages around the course: licences, how to cite it, how to take part, what changed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import course_utils

ROOT = Path(__file__).parent.parent
PAGES = sorted(ROOT.glob("*.md"))


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page):
    targets = re.findall(r"\]\(([^)\s#]+)", page.read_text(encoding="utf-8"))
    inside = [target for target in targets if "://" not in target]
    assert not [target for target in inside if not (page.parent / target).exists()]


def test_the_readme_names_each_licence_and_what_it_covers():
    covered = re.findall(r"^\| (.+) \| \[(.+)\]\((.+)\) \|$", text_of("README.md"), re.MULTILINE)
    licences = {file: (name, words) for words, name, file in covered if file.startswith("LICENSE")}
    assert set(licences) == {path.name for path in ROOT.glob("LICENSE*")}
    for file, (name, words) in licences.items():
        assert name.split()[0] in text_of(file).splitlines()[0]
        assert words.startswith("code:" if file == "LICENSE" else "text and figures:")
    assert "[data/README.md](data/README.md)" in text_of("README.md").partition("## Licences")[2]


def test_the_citation_can_be_read_and_names_this_version():
    cited = yaml.safe_load(text_of("CITATION.cff"))
    assert {"cff-version", "message", "title", "authors"} <= set(cited)
    assert cited["cff-version"] == "1.2.0"
    assert cited["version"] == course_utils.__version__
    assert f"# {cited['title']}" == text_of("README.md").splitlines()[0]
    assert all(set(author) == {"name"} for author in cited["authors"]), "the maintainers, as one"
    assert cited["authors"][0]["name"] in text_of("LICENSE")
    assert cited["license"] == text_of("LICENSE").split()[0]


def test_the_citation_follows_the_format():
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    check += ["vendor.citation-file-format", str(ROOT / "CITATION.cff")]
    done = subprocess.run(check, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_newest_change_is_this_version():
    newest = re.search(r"^## (\d+\.\d+\.\d+)", text_of("CHANGELOG.md"), re.MULTILINE)[1]
    assert newest == course_utils.__version__


def test_every_command_for_taking_part_is_one_that_runs():
    blocks = re.findall(r"^```\n(.*?)^```", text_of("CONTRIBUTING.md"), re.MULTILINE | re.DOTALL)
    commands = "".join(blocks).splitlines()
    assert any("--seeds" in command for command in commands)
    for command in commands:
        python, *words = command.split()
        assert python == "python"
        file = words[0] if words[0] != "-m" else None
        assert file is None or (ROOT / file).is_file(), command
        names = [word for word in words if word.startswith(("notebooks/", "10_"))]
        for name in names:
            assert (ROOT / "notebooks" / f"{Path(name).stem}.ipynb").is_file(), command


def test_the_option_that_proves_a_claim_exists():
    tool = [sys.executable, str(ROOT / "tools" / "execute_lessons.py"), "--help"]
    said = subprocess.run(tool, capture_output=True, text=True, cwd=ROOT).stdout
    assert "--seeds" in said and "--arithmetic" in said
