"""Every address in every page leads somewhere, and no page says or loads what a strict policy forbids."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from hub.assets.styles import OWN
from tests.site.conftest import paths_of

ADDRESSES = {
    "a": "href",
    "area": "href",
    "link": "href",
    "img": "src",
    "script": "src",
    "source": "src",
    "iframe": "src",
    "embed": "src",
    "object": "data",
    "form": "action",
    "use": "href",
}
DATA_BLOCKS = {"application/json", "application/ld+json"}
LIVES_ELSEWHERE = {"http", "https", "mailto", "tel"}


@cache
def soup(file: Path) -> BeautifulSoup:
    """Return a page as a tree."""
    return BeautifulSoup(file.read_text(encoding="utf-8"), "lxml")


@cache
def ids(file: Path) -> frozenset[str]:
    """Return the anchors of a page."""
    return frozenset(str(tag["id"]) for tag in soup(file).find_all(id=True))


def html_files(site: Path) -> list[Path]:
    """Return every page of a site, the 404 page too."""
    return sorted(site.rglob("*.html"))


def addresses(file: Path) -> Iterator[tuple[Tag, str]]:
    """Yield every element with an address, and the address."""
    for tag in soup(file).find_all(list(ADDRESSES)):
        value = tag.get(ADDRESSES[tag.name])
        if value is not None:
            yield tag, str(value)


def fault(site: Path, file: Path, tag: Tag, address: str) -> str:
    """Return what is wrong with one address; empty where it leads somewhere."""
    parts = urlsplit(address)
    if parts.scheme in LIVES_ELSEWHERE or parts.netloc:
        elsewhere = tag.name == "a" or (tag.name == "link" and tag.get("rel") in (["canonical"], ["alternate"]))
        return "" if elsewhere else "is loaded from elsewhere"
    if parts.scheme:
        return f"has the scheme {parts.scheme}:"
    if address.startswith("/") and file.name != "404.html":
        return "breaks below a folder"
    here = file.parent.relative_to(site).as_posix()
    path = unquote(parts.path)
    place = path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(here, path))
    target = site / place if path else file
    if place.startswith("..") or not target.exists():
        return "leads nowhere"
    if target.is_dir():
        if not path.endswith(("/", ".")):
            return "lacks its last slash"
        target /= "index.html"
    if not target.is_file():
        return "leads to a folder without a page"
    anchor = unquote(parts.fragment)
    if anchor and target.suffix == ".html" and anchor not in ids(target):
        return "leads to an anchor that is not there"
    return ""


def broken(site: Path) -> list[str]:
    """Return every address of a site that does not lead anywhere."""
    found = []
    for file in html_files(site):
        for tag, address in addresses(file):
            wrong = fault(site, file, tag, address)
            if wrong:
                found.append(f"{file.relative_to(site)}: {address} {wrong}")
    return found


def test_every_address_leads_somewhere(built_site: Path) -> None:
    """Links, pictures, scripts, style and downloads of all pages lead to a file, with anchor to an element of it."""
    assert broken(built_site) == []


@pytest.mark.parametrize(
    ("planted", "sign"),
    [
        ('<a href="../khong-co/">x</a>', "leads nowhere"),
        ('<a href="#khong-co">x</a>', "anchor that is not there"),
        ('<a href="/gioi-thieu/">x</a>', "breaks below a folder"),
        ('<a href="../trang">x</a>', "lacks its last slash"),
        ('<a href="../../x/">x</a>', "leads nowhere"),
        ('<img alt="" src="https://example.org/x.png">', "loaded from elsewhere"),
        ('<a href="javascript:x()">x</a>', "scheme javascript"),
    ],
)
def test_a_planted_fault_is_found(tmp_path: Path, planted: str, sign: str) -> None:
    """The test above is able to fail."""
    (tmp_path / "trang").mkdir()
    (tmp_path / "trang" / "index.html").write_text(f"<p id=co>{planted}<a href='#co'>", encoding="utf-8")
    assert [sign in wrong for wrong in broken(tmp_path)] == [True]


def test_ids_are_unique(built_site: Path) -> None:
    """No page gives one id to two elements."""
    twice = {}
    for file in html_files(built_site):
        count = Counter(str(tag["id"]) for tag in soup(file).find_all(id=True))
        twice[str(file.relative_to(built_site))] = [name for name, number in count.items() if number > 1]
    assert {page: names for page, names in twice.items() if names} == {}


def test_pictures_have_words(built_site: Path) -> None:
    """Every picture says what it shows, or that it only decorates."""
    for file in html_files(built_site):
        for picture in soup(file).find_all("img"):
            assert picture.has_attr("alt"), f"{file}: {picture}"
        for drawing in soup(file).find_all("svg"):
            named = drawing.get("role") == "img" and drawing.get("aria-label")
            assert named or drawing.get("aria-hidden") == "true", f"{file}: {str(drawing)[:120]}"


def test_nothing_inline(built_site: Path) -> None:
    """No page has a style attribute or element, an event handler, or a script other than a block of data."""
    found = []
    for file in html_files(built_site):
        for tag in soup(file).find_all(True):
            forbidden = [name for name in tag.attrs if name == "style" or name.startswith("on")]
            code = tag.name == "script" and not tag.get("src") and tag.get("type") not in DATA_BLOCKS
            if forbidden or code or tag.name == "style":
                found.append(f"{file.relative_to(built_site)}: {str(tag)[:100]}")
    assert found == []


def test_only_the_hub_is_served(built_site: Path) -> None:
    """The site holds pages, and what they load or offer: nothing of the theme's sources or the generator's own."""
    kinds = Counter(file.suffix for file in built_site.rglob("*") if file.is_file())
    assert set(kinds) <= {
        ".html", ".css", ".js", ".json", ".svg", ".png", ".woff2", ".xml", ".gz", ".pdf", ".ics", ".txt", ".jpg",
        ".docx", ".xlsx", ".mjs",
    }  # fmt: skip
    tops = {file.relative_to(built_site).parts[0] for file in built_site.rglob("*") if file.is_file()}
    pages = {path.split("/")[0] for path in paths_of(built_site)} - {""}
    assert tops - pages <= {"index.html", "404.html", "assets", "search", "downloads", "sitemap.xml", "sitemap.xml.gz"}
    sheets = {file.relative_to(built_site).as_posix() for file in built_site.rglob("*.css")}
    assert sheets == {"assets/hub.css", *(f"assets/components/{name}/{name}.css" for name in OWN)}
    assert not list(built_site.rglob("*.map"))


def test_each_page_has_the_style_of_what_it_shows(built_site: Path) -> None:
    """No page shows a component whose style none of its sheets holds, and none is linked for nothing."""

    def styled(css: str) -> set[str]:
        return set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"url\([^)]*\)", "", css)))

    sheets = {file: styled(file.read_text(encoding="utf-8")) for file in built_site.rglob("*.css")}
    own = {file: names - sheets[built_site / "assets" / "hub.css"] for file, names in sheets.items()}
    for file in html_files(built_site):
        links = soup(file).find_all("link", rel="stylesheet")
        linked = [
            (built_site / posixpath.normpath(posixpath.join(where(built_site, file), str(link["href"]))))
            for link in links
        ]
        used = {name for tag in soup(file).find_all(class_=True) for name in tag["class"]}
        if file.name != "404.html":
            assert used & set().union(*sheets.values()) <= set().union(*(sheets[sheet] for sheet in linked)), file
            assert all(used & own[sheet] for sheet in linked[1:]), file


def where(site: Path, file: Path) -> str:
    """Return a page's folder, from the site's root."""
    return file.parent.relative_to(site).as_posix()
