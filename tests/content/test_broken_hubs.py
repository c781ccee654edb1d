"""`tests/hubs/broken`: one mistake each, as an editor makes it, with the whole report beside it."""

import shutil
from pathlib import Path

import pytest

from hub.content.problems import report
from hub.content.read import read

HUBS = Path(__file__).parents[1] / "hubs"
BROKEN = HUBS / "broken"


@pytest.mark.parametrize("name", sorted(path.name for path in BROKEN.iterdir() if path.is_dir()))
def test_a_broken_hub_gets_its_report(name: str, tmp_path: Path):
    """The smallest hub with the broken file in it is reported word for word as expected, as one problem."""
    root = Path(shutil.copytree(HUBS / "minimal", tmp_path / "hub"))
    shutil.copytree(BROKEN / name, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("report.txt"))
    reading = read(root, lambda hub: {"", "tieu-chi/", "tieu-chi/#quy-tac"})
    assert report(reading.problems) + "\n" == (BROKEN / name / "report.txt").read_text(encoding="utf-8")
    assert len(reading.problems) == 1


@pytest.mark.parametrize("name", ["minimal", "second"])
def test_the_good_hubs_have_nothing_to_mend(name: str):
    """The hubs that other tests build on have neither errors nor warnings."""
    reading = read(HUBS / name)
    assert [str(problem) for problem in reading.problems if problem.severity != "notice"] == []


def test_the_second_hub_is_another_commune():
    """It has another name and place, a plan of two parts beside its opening, and one language."""
    hub, first = read(HUBS / "second").required(), read(HUBS / "minimal").required()
    assert str(hub.settings.name) != str(first.settings.name)
    assert [locale.code for locale in hub.settings.locales] == ["vi"]
    assert hub.plan is not None
    assert [part.id for part in hub.plan.parts] == ["mo-dau", "A", "B"]
