"""The process that stands by: it builds what is on disk now, and lives until the code changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hub.standby import Standby

PAGE = "# Trang thử\n\nDòng đầu của trang.\n"


@pytest.fixture
def standby(hub_copy: Path) -> Iterator[Standby]:
    """A process for a small hub with a page of its own."""
    (hub_copy / "docs" / "thu.md").write_text(PAGE, encoding="utf-8")
    one = Standby(hub_copy)
    yield one
    one.stop()


def page(root: Path) -> str:
    """Return the page as built."""
    return (root / "site" / "thu" / "index.html").read_text(encoding="utf-8")


def test_each_build_shows_the_content_of_its_moment(standby: Standby, hub_copy: Path) -> None:
    """A changed page is built again, an unchanged one comes out the same, an error leaves the site as it was."""
    assert standby.build("code")
    first, home = page(hub_copy), (hub_copy / "site" / "index.html").read_text(encoding="utf-8")
    assert "Dòng đầu" in first
    file = hub_copy / "docs" / "thu.md"
    file.write_text(PAGE.replace("Dòng đầu", "Dòng mới"), encoding="utf-8")
    assert standby.build("code")
    assert "Dòng mới" in page(hub_copy)
    assert page(hub_copy).replace("Dòng mới", "Dòng đầu") == first
    assert (hub_copy / "site" / "index.html").read_text(encoding="utf-8") == home
    file.write_text(PAGE + "\n[đứt](/khong-co/)\n", encoding="utf-8")
    assert not standby.build("code")
    assert "Dòng mới" in page(hub_copy)
    file.write_text(PAGE, encoding="utf-8")
    assert standby.build("code")
    assert page(hub_copy) == first


def test_pages_are_shown_before_they_can_be_searched(standby: Standby, hub_copy: Path) -> None:
    """Who waits for pages is told once, when they stand; the index of before serves until the new one is whole."""
    titles = hub_copy / "site" / "search" / "vi" / "titles.json"
    seen: list[tuple[str, str]] = []

    def shown() -> None:
        seen.append((page(hub_copy), titles.read_text(encoding="utf-8") if titles.exists() else ""))

    assert standby.build("code", shown)
    first = titles.read_text(encoding="utf-8")
    assert [index for _, index in seen] == [""]
    (hub_copy / "docs" / "thu.md").write_text(PAGE.replace("# Trang", "# Tờ"), encoding="utf-8")
    assert standby.build("code", shown)
    assert len(seen) == 2
    assert "Tờ thử" in seen[1][0]
    assert seen[1][1] == first
    assert "Tờ thử" in titles.read_text(encoding="utf-8")


def test_new_code_is_run_by_a_new_process(standby: Standby) -> None:
    """The process is kept as long as the code is the same."""
    assert standby.build("old")
    kept = standby.process_id
    assert standby.build("old")
    assert standby.process_id == kept
    assert standby.build("new")
    assert standby.process_id != kept
