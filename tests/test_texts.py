"""The texts for people who look after the hub: read-me, manual, records."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
NAMES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
TEXTS = [*(ROOT / name for name in NAMES), *sorted((ROOT / "decisions").glob("*.md"))]
RECORDS = sorted((ROOT / "decisions").glob("[0-9]*.md"))
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
FENCE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.S | re.M)


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.name)
def test_links_lead_somewhere(text: Path) -> None:
    """A link to a file of the repository finds it."""
    links = LINK.findall(FENCE.sub("", text.read_text(encoding="utf-8")))
    assert [link for link in links if not (text.parent / link).exists()] == []


@pytest.mark.parametrize("script", sorted((ROOT / "scripts").glob("*.py")), ids=lambda path: path.name)
def test_the_readme_names_every_script(script: Path) -> None:
    """Each command has its line in the read-me."""
    assert f"`scripts/{script.name}`" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.name)
def test_a_decision_record_is_whole(record: Path) -> None:
    """A record has its five parts, 40 to 80 lines, and a line in the list of records."""
    text = record.read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.M) == ["Decision", "Reasons", "Risks", "Alternatives", "Outcome"]
    assert 40 <= len(text.splitlines()) <= 80
    assert f"]({record.name})" in (record.parent / "README.md").read_text(encoding="utf-8")


def test_locks_carry_no_download_address() -> None:
    """Packages are told by name and hash, so that any mirror serves."""
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")
    locks = sorted((ROOT / "requirements").glob("*.lock"))
    assert locks
    assert [lock.name for lock in locks if "://" in lock.read_text(encoding="utf-8")] == []


def test_nothing_of_others_is_committed(tmp_path: Path) -> None:
    """No library and no typeface is among the files that are not ignored, in a clone or a copy; locks fetch them."""
    git = ["git", f"--git-dir={tmp_path / 'empty'}", f"--work-tree={ROOT}"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    listing = [*git, "ls-files", "--others", "--exclude-standard"]
    listed = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    foreign = re.compile(r"(^|/)node_modules/|\.(ttf|otf|woff2?|min\.js|whl|tgz)$")
    assert [name for name in listed if foreign.search(name)] == []
    assert "README.md" in listed


def test_the_citation_is_valid() -> None:
    """The citation file has what the format asks for."""
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= citation.keys()
    assert citation["version"] in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_the_licences_say_what_they_cover() -> None:
    """Code is MIT, content CC BY 4.0, and the content licence names every folder it is about."""
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
    content = (ROOT / "LICENSE-content").read_text(encoding="utf-8")
    assert "CC BY 4.0" in content
    assert [folder for folder in ("docs/", "quizzes/", "search/", "materials/") if folder not in content] == []
