"""Reading a whole content folder."""

from pathlib import Path

import pytest

from hub.content.read import ContentErrors, read

HUB = """
name: Công dân học tập
place: Xã Mẫu
publisher: Hội Khuyến học xã Mẫu
slogan: Học mỗi ngày một việc
description: Trang học liệu thử.
locales: [{code: vi, name: Tiếng Việt}, {code: en, name: English}]
checked: 2026-11-24
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with settings only."""
    (tmp_path / "hub.yml").write_text(HUB, encoding="utf-8")
    return tmp_path


def test_settings_alone_make_a_hub(root: Path) -> None:
    """A folder with nothing but hub.yml is a hub."""
    reading = read(root)
    assert not reading.errors
    assert str(reading.required().settings.place) == "Xã Mẫu"


def test_an_error_leaves_no_hub(root: Path) -> None:
    """With one wrong key there is no hub, and the raising way tells the whole report."""
    (root / "hub.yml").write_text(HUB + "nam: x\n", encoding="utf-8")
    reading = read(root)
    assert reading.hub is None
    assert [(p.code, p.mark.line, p.mark.column) for p in reading.errors] == [("K012", 9, 1)]
    with pytest.raises(ContentErrors, match=r"hub\.yml:9:1  K012"):
        reading.required()


def test_translations_are_merged_by_id(root: Path) -> None:
    """`sources.en.yml` gives the English of the source with the same id, whatever its place in the list."""
    (root / "materials").mkdir()
    base = "- {id: a, kind: site, seen: true, checked: 2026, about: Trang A}\n"
    base += "- {id: b, kind: site, seen: true, checked: 2026, about: Trang B}\n"
    (root / "materials/sources.yml").write_text(base, encoding="utf-8")
    (root / "materials/sources.en.yml").write_text("- {id: b, about: Page B}\n", encoding="utf-8")
    hub = read(root).required()
    assert hub.sources["b"].about.to("en") == "Page B"
    assert not hub.sources["a"].about.has("en")
