"""Every rule on small changes of the smallest hub: what it reports and where, and that nothing else is."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from hub.content.problems import Problem
from hub.content.read import read
from hub.content.rules import RULES
from hub.content.text_file import read_text

MINIMAL = Path(__file__).parents[1] / "hubs" / "minimal"
CASES = Path(__file__).parent / "rules"


_HASH = re.compile(r"HASH:(\S+)")


def hash_of(root: Path, name: str) -> str:
    """Return what a translation of a file notes down."""
    return read_text(root, name)[0].hash


def change(root: Path, case: dict) -> None:
    """Make the changes of a case to a copy of the smallest hub."""
    for name in case.get("remove", ()):
        (root / name).unlink()
    for name, text in case.get("add", {}).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    for name, edits in case.get("edit", {}).items():
        text = (root / name).read_text(encoding="utf-8")
        for old, new in edits:
            assert old in text, f"{name} has no {old!r}"
            text = text.replace(old, _HASH.sub(lambda found: hash_of(root, found[1]), new), 1)
        (root / name).write_text(text, encoding="utf-8")


def told(problem: Problem) -> str:
    """Write a problem as the cases do."""
    mark = problem.mark
    weight = "" if problem.severity == "error" else f" {problem.severity}"
    return f"{mark.file}:{mark.line}:{mark.column} {problem.code} {problem.key}{weight}"


def cases() -> list[str]:
    """List the cases by rule and name."""
    return sorted(path.relative_to(CASES).with_suffix("").as_posix() for path in CASES.glob("*/*.yml"))


@pytest.mark.parametrize("name", cases())
def test_a_rule_reports_its_mistakes_and_nothing_else(name: str, tmp_path: Path) -> None:
    """The problems of a case are exactly those it lists, at their places."""
    case = yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    root = Path(shutil.copytree(MINIMAL, tmp_path / "hub"))
    change(root, case)
    paths = case.get("site_paths")
    reading = read(root, (lambda hub: paths) if paths else None)
    assert [told(problem) for problem in reading.problems] == (case["expect"] or []), case["about"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_a_good_and_a_bad_case(rule) -> None:
    """A rule is only trusted when its folder shows what it reports and what it lets pass."""
    found = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (CASES / rule.name).glob("*.yml")]
    reported = [line for case in found for line in case["expect"] or []]
    assert any(f" {rule.code} " in line for line in reported)
    assert any(not any(f" {rule.code} " in line for line in case["expect"] or []) for case in found)


def test_codes_and_names_are_used_once() -> None:
    """A code means one rule; a rule is named after its module; each has a manual that says how to mend."""
    assert len({rule.code for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.check.__module__.endswith(f".{rule.name}")
        assert "Cách sửa:" in rule.manual
