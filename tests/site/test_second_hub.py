"""Other communes: the code knows nothing of the first one, and leaves out what a hub does not have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from tests.conftest import ROOT, run_script
from tests.site.conftest import paths_of
from tests.site.test_links import broken

SECOND = ROOT / "tests" / "hubs" / "second"
FIRST_HUB = ("Nguyên Bình", "Cao Bằng", "nguyen-binh", "cao-bang")
SETTINGS = """name: 'Học & chơi "ở xóm"'
place: Xóm Một
publisher: Nhà văn hóa Xóm Một
slogan: Học một câu mỗi ngày
description: Trang nhỏ nhất có thể, chỉ có một bài viết.
locales:
- {code: vi, name: Tiếng Việt}
checked: '2026-10-01'
"""


def build(root: Path, folder: Path) -> Path:
    """Build the site of a hub into a folder; returns the site."""
    places = ("--root", str(root), "--out", str(folder / "site"), "--staging", str(folder / "staging"))
    result = run_script("build_site.py", *places, "--downloads", str(folder / "none"), "--today", "2026-11-24")
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the second hub."""
    return build(SECOND, tmp_path_factory.mktemp("second"))


def soup(site: Path, path: str = "") -> BeautifulSoup:
    """Return a page as a tree."""
    return BeautifulSoup((site / path / "index.html").read_text(encoding="utf-8"), "lxml")


def sections(site: Path) -> list[str]:
    """Return the names in the header of the home page."""
    return [link.get_text() for link in soup(site).select(".hub-nav a")]


def test_it_has_its_own_name(second: Path) -> None:
    """Every page bears the name and place of the second hub."""
    for path in paths_of(second):
        page = soup(second, path)
        assert page.title is not None
        assert "Học tập suốt đời Phường Bến Mới" in page.title.get_text()
        brand = page.select_one(".brand")
        assert brand is not None
        assert "Phường Bến Mới" in brand.get_text()


def test_nothing_of_the_first_hub_is_in_it(second: Path) -> None:
    """No page, script, style or data file of the second hub has a word of the first one's place."""
    for file in second.rglob("*"):
        if file.suffix in {".html", ".json", ".js", ".css", ".svg", ".xml", ".ics"}:
            text = file.read_text(encoding="utf-8")
            assert not any(word in text for word in FIRST_HUB), file


def test_its_plan_has_two_parts(second: Path) -> None:
    """The plan's pages are as many as its parts, and each clause of its file is on one of them."""
    written = re.findall(r"\{#([\w.-]+)\}", (SECOND / "materials" / "plan" / "plan.md").read_text(encoding="utf-8"))
    parts = [path for path in paths_of(second) if path.startswith("ke-hoach/phan-")]
    assert len(parts) == 2
    shown = [
        str(tag["data-clause"]) for path in ["ke-hoach/", *parts] for tag in soup(second, path).select("[data-clause]")
    ]
    assert sorted(shown) == sorted(written)


def test_it_has_one_language(second: Path) -> None:
    """No English tree, no link to one, no switch; the 404 page speaks Vietnamese only."""
    assert not (second / "en").exists()
    assert not (second / "search" / "en").exists()
    for path in paths_of(second):
        assert not soup(second, path).select("[hreflang]")
    lost = BeautifulSoup((second / "404.html").read_text(encoding="utf-8"), "lxml")
    assert [part["lang"] for part in lost.select("article section[lang]")] == ["vi"]


def test_its_sections_are_those_it_has(second: Path) -> None:
    """What the hub has is in the header; downloads, of which nothing was built, are not."""
    assert sections(second) == ["Kế hoạch", "Tiêu chí", "Tập huấn", "Trắc nghiệm", "Giới thiệu phường"]


def test_its_links_hold(second: Path) -> None:
    """Every address in it leads somewhere."""
    assert broken(second) == []


def test_a_hub_of_settings_and_one_page(tmp_path: Path) -> None:
    """hub.yml and one prose page are a hub: a home page, that page, search; no empty section, no dead link."""
    root = tmp_path / "hub"
    (root / "docs" / "gioi-thieu").mkdir(parents=True)
    (root / "hub.yml").write_text(SETTINGS, encoding="utf-8")
    front = "---\ndescription: Trang này nói xóm làm gì vào tối thứ năm hằng tuần.\n---\n"
    text = front + "# Tối thứ năm\n\nXóm đọc báo cùng nhau.\n"
    (root / "docs" / "gioi-thieu" / "index.md").write_text(text, encoding="utf-8")
    site = build(root, tmp_path)
    assert paths_of(site) == ["", "gioi-thieu/", "tim-kiem/"]
    assert sections(site) == ["Tối thứ năm"]
    assert broken(site) == []
    name = 'Học & chơi "ở xóm" Xóm Một'
    told = soup(site).find("meta", property="og:site_name")
    assert isinstance(told, Tag)
    assert told["content"] == name
    page = soup(site, "gioi-thieu/")
    assert page.title is not None
    assert page.title.get_text() == f"Tối thứ năm · {name}"
    home = soup(site).get_text(" ", strip=True)
    assert "Học một câu mỗi ngày" in home
    assert not any(word in home for word in ("Kế hoạch", "Tiêu chí", "Trắc nghiệm", "Tập huấn", *FIRST_HUB))
