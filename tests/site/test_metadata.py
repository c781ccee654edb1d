"""What machines are told of a page: addresses, languages, pictures to share, licence, where to edit."""

from __future__ import annotations

import json
import re
import shutil
import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag

from tests.conftest import ROOT, run_script
from tests.site.conftest import paths_of

BASE = "/kho/hoc-lieu/"
ADDRESS = f"https://hoc-lieu.example{BASE}"
REPOSITORY = "https://kho-ma.example/xom/hub"
UNTRANSLATED = "giang-vien/"
"""A page whose translation is taken away, to see what stands in for it."""


@pytest.fixture(scope="session")
def addressed_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the content that says where the site and its files are; one page has lost its translation."""
    root = tmp_path_factory.mktemp("addressed")
    for name in ("docs", "materials", "quizzes", "search"):
        shutil.copytree(ROOT / name, root / name)
    for file in ROOT.glob("hub*.yml"):
        shutil.copy2(file, root / file.name)
    text = (root / "hub.yml").read_text(encoding="utf-8")
    text = re.sub(r"^site_url:.*$", f"site_url: {ADDRESS}", text, flags=re.M)
    text = re.sub(r"^repository:.*$", f"repository: {REPOSITORY}", text, flags=re.M)
    (root / "hub.yml").write_text(text, encoding="utf-8")
    (root / "docs" / f"{UNTRANSLATED.strip('/')}.en.md").unlink()
    return root


@pytest.fixture(scope="session")
def addressed(addressed_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of that copy."""
    folder = tmp_path_factory.mktemp("addressed-site")
    places = ("--root", str(addressed_root), "--out", str(folder / "site"), "--staging", str(folder / "staging"))
    result = run_script("build_site.py", *places, "--downloads", str(folder / "none"))
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "site"


@cache
def soup(file: Path) -> BeautifulSoup:
    """Return a page as a tree."""
    return BeautifulSoup(file.read_text(encoding="utf-8"), "lxml")


def pages(site: Path) -> Iterator[tuple[str, BeautifulSoup]]:
    """Yield path and tree of every page."""
    for path in paths_of(site):
        yield path, soup(site / path / "index.html")


def meta(page: BeautifulSoup, name: str) -> str:
    """Return the content of a <meta>, by property or name; empty where there is none."""
    tag = page.find("meta", attrs={"property": name}) or page.find("meta", attrs={"name": name})
    return str(tag["content"]) if isinstance(tag, Tag) else ""


def hreflangs(page: BeautifulSoup) -> dict[str, str]:
    """Return the addresses of a page's translations in the head."""
    return {str(link["hreflang"]): str(link["href"]) for link in page.select("head link[rel=alternate]")}


def canonical(page: BeautifulSoup) -> list[str]:
    """Return the canonical addresses of a page."""
    return [str(link["href"]) for link in page.select("link[rel=canonical]")]


def is_fallback(page: BeautifulSoup) -> bool:
    """Say whether a page stands in for a translation that is missing."""
    return page.select_one("article[lang]") is not None


def description(page: BeautifulSoup) -> dict[str, Any]:
    """Return the page's JSON-LD."""
    blocks = page.find_all("script", type="application/ld+json")
    assert len(blocks) == 1
    return dict(json.loads(blocks[0].get_text()))


# With an address


def test_canonical_addresses(addressed: Path) -> None:
    """Every page has one whole canonical address: its own, or that of the page it stands in for."""
    for path, page in pages(addressed):
        own = ADDRESS + (path.removeprefix("en/") if is_fallback(page) else path)
        assert canonical(page) == [own]
        assert meta(page, "og:url") == own
        assert meta(page, "robots") == ("noindex" if is_fallback(page) else "")


def test_translations_name_each_other(addressed: Path) -> None:
    """A page with a real translation names both and the first language as default, alike on both; others name none."""
    seen = 0
    for path, page in pages(addressed):
        root = path.removeprefix("en/") if path.startswith("en/") else path
        other = soup(addressed / "en" / root / "index.html")
        both = {"vi": ADDRESS + root, "en": f"{ADDRESS}en/{root}", "x-default": ADDRESS + root}
        assert hreflangs(page) == ({} if is_fallback(other) else both), path
        seen += bool(hreflangs(page))
    assert seen > 60


def test_the_language_switch_keeps_the_page(addressed: Path) -> None:
    """The link to the other language leads to the same page in it, and from there back."""
    for path, page in pages(addressed):
        other = path.removeprefix("en/") if path.startswith("en/") else f"en/{path}"
        links = {urljoin(ADDRESS + path, str(link["href"])) for link in page.select("body a[hreflang]")}
        assert links == {ADDRESS + other}, path
        assert page.select(".hub-menu a[hreflang]")
        assert page.select("footer a[hreflang]")


def test_shared_pages_show_a_picture(addressed: Path) -> None:
    """Each page has title, description and the drawn picture of the size it says, as whole addresses."""
    picture = (addressed / "assets" / "hub.png").read_bytes()
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", picture[16:24])
    for path, page in pages(addressed):
        assert meta(page, "og:image") == f"{ADDRESS}assets/hub.png"
        assert (meta(page, "og:image:width"), meta(page, "og:image:height")) == (str(width), str(height))
        assert meta(page, "og:image:alt")
        assert meta(page, "og:title"), path
        assert meta(page, "og:description") == meta(page, "description")
        assert meta(page, "og:site_name")


def test_titles_and_descriptions_tell_pages_apart(addressed: Path) -> None:
    """No two pages of one language have the same title; every page has a description that is not cut off."""
    for tree in ("vi", "en"):
        mine = [(path, page) for path, page in pages(addressed) if path.startswith("en/") == (tree == "en")]
        titles = [page.title.get_text() for _, page in mine if page.title]
        assert len(titles) == len(set(titles)), sorted(title for title in titles if titles.count(title) > 1)
        for path, page in mine:
            assert len(meta(page, "description")) > 20, path


def test_every_page_says_licence_and_language(addressed: Path) -> None:
    """JSON-LD of every page parses and names type, licence, language, publisher and its canonical address."""
    for path, page in pages(addressed):
        data = description(page)
        assert data["@context"] == "https://schema.org"
        assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
        assert data["inLanguage"] == ("en" if path.startswith("en/") and not is_fallback(page) else "vi")
        assert data["url"] == canonical(page)[0]
        assert data["publisher"]["name"]
        assert data["isAccessibleForFree"] is True


@pytest.mark.parametrize("tree", ["", "en/"])
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("tap-huan/hieu-chuong-trinh/", "LearningResource"),
        ("trac-nghiem/hieu-chuong-trinh/", "Quiz"),
        ("trac-nghiem/ke-hoach-va-tieu-chi/", "Quiz"),
    ],
)
def test_what_is_taught_is_described(addressed: Path, tree: str, path: str, kind: str) -> None:
    """Modules and quizzes say what they teach, how long they take and what they rest on, with entries that exist."""
    data = description(soup(addressed / tree / path / "index.html"))
    types = data["@type"] if isinstance(data["@type"], list) else [data["@type"]]
    assert kind in types
    assert "LearningResource" in types
    assert re.fullmatch(r"PT\d+M", data["timeRequired"])
    assert len(data["teaches"]) >= 3
    assert all(isinstance(aim, str) and aim for aim in data["teaches"])
    anchors = {tag["id"] for tag in soup(addressed / "gioi-thieu" / "nguon" / "index.html").find_all(id=True)}
    assert data["isBasedOn"]
    for work in data["isBasedOn"]:
        assert work["@type"] == "CreativeWork"
        assert work["name"]
        place, anchor = work["url"].split("#")
        assert place == f"{ADDRESS}{tree}gioi-thieu/nguon/"
        assert anchor in anchors


def test_the_site_map_lists_real_pages(addressed: Path) -> None:
    """The map holds the whole address of each page that is not a stand-in, once, with its translations."""
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    urls = ElementTree.parse(addressed / "sitemap.xml").getroot().findall("s:url", spaces)
    listed = [url.findtext("s:loc", "", spaces) for url in urls]
    real = {ADDRESS + path for path, page in pages(addressed) if not is_fallback(page)}
    assert sorted(listed) == sorted(real)
    for url in urls:
        page = soup(addressed / urlsplit(url.findtext("s:loc", "", spaces)).path.removeprefix(BASE) / "index.html")
        links = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", spaces)}
        assert links == {code: at for code, at in hreflangs(page).items() if code != "x-default"}


def test_a_page_without_translation_says_so(addressed: Path) -> None:
    """In the English tree it says in English that what follows is Vietnamese, and marks it so; search leaves it out."""
    page = soup(addressed / "en" / UNTRANSLATED / "index.html")
    original = soup(addressed / UNTRANSLATED / "index.html")
    article = page.find("article")
    assert isinstance(article, Tag)
    assert article["lang"] == "vi"
    assert page.html is not None
    assert page.html["lang"] == "en"
    note = page.select_one(".note--lang")
    assert note is not None
    assert "not in English" in note.get_text()
    assert note in article.find_all_previous("div")
    assert original.article is not None
    assert article.get_text(" ", strip=True) == original.article.get_text(" ", strip=True)
    for file in (addressed / "search" / "en").glob("*.json"):
        assert f'"{UNTRANSLATED}' not in file.read_text(encoding="utf-8")
    listed = (addressed / "search" / "vi" / "titles.json").read_text(encoding="utf-8")
    assert f'"{UNTRANSLATED}"' in listed


def test_every_page_can_be_edited(addressed: Path, addressed_root: Path) -> None:
    """The link to edit leads to the very file: of the content, or of the sentences the code says."""
    for path, page in pages(addressed):
        links = [str(link["href"]) for link in page.select(".page-foot__do a") if REPOSITORY in str(link["href"])]
        assert len(links) == 1, path
        file = links[0].removeprefix(f"{REPOSITORY}/edit/main/")
        assert (addressed_root / file).is_file() or (ROOT / file).is_file(), f"{path}: {file}"
        own = re.sub(r"(\.\w+)$", r".en\1", file)
        if path.startswith("en/") and not is_fallback(page) and "/en/" not in file and ".en." not in file:
            assert not (addressed_root / own).exists(), f"{path}: {file} instead of {own}"


def test_the_404_page_is_in_both_languages(addressed: Path) -> None:
    """Vietnamese first, then English; its links hold wherever the lost reader is, below the site's folder."""
    page = soup(addressed / "404.html")
    assert [part["lang"] for part in page.select("article section[lang]")] == ["vi", "en"]
    assert page.html is not None
    assert page.html["lang"] == "vi"
    assert meta(page, "robots") == "noindex"
    for tag, name in [(tag, "href") for tag in page.find_all(["a", "link"])] + [
        (tag, "src") for tag in page.find_all("script")
    ]:
        address = str(tag[name])
        if address.startswith("#"):
            continue
        assert address.startswith(BASE), address
        target = addressed / address.removeprefix(BASE)
        assert target.is_file() or (target / "index.html").is_file(), address


# Without an address


def test_without_an_address_nothing_half_is_said(built_site: Path) -> None:
    """Where hub.yml has no address, no page has a canonical or shared address, and there is no map."""
    for path, page in pages(built_site):
        assert canonical(page) == []
        assert hreflangs(page) == {}
        assert not meta(page, "og:url")
        assert not meta(page, "og:image")
        assert "url" not in description(page), path
        assert not re.search(r'(?:href|src|content)="[^"]*\bNone\b', str(page)), path
    assert not (built_site / "sitemap.xml").exists()


def test_without_a_repository_the_file_is_named(built_site: Path) -> None:
    """Where hub.yml has no repository, the foot of each page names the file instead of linking to it."""
    for path, page in pages(built_site):
        named = page.select_one(".page-foot__do code")
        assert named is not None, path
        assert (ROOT / named.get_text()).is_file(), f"{path}: {named.get_text()}"
