"""The queries of `tests/corpora/search-queries.yml`, typed into the finished site in a real browser."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from hub.pages.links import SEARCH

pytestmark = pytest.mark.browser
CORPUS = Path(__file__).resolve().parents[1] / "corpora" / "search-queries.yml"
QUERIES: list[dict[str, Any]] = yaml.safe_load(CORPUS.read_text(encoding="utf-8"))
READ = """links => links.map(link => link.href)"""
LEAST, LEAST_OF_A_KIND = 80, 6
"""Queries of the corpus."""


@dataclass(frozen=True)
class Asked:
    """One query with what came of it."""

    query: dict[str, Any]
    paths: list[str]
    """Where the results lead, as they stand on the page."""

    @property
    def rank(self) -> int | None:
        """Place of the first right result, from 1; none if there is none."""
        return next((place for place, path in enumerate(self.paths, start=1) if self._right(path)), None)

    def _right(self, path: str) -> bool:
        anywhere = f"{path.partition('#')[0]}#*"
        return path in self.query["expect"] or anywhere in self.query["expect"]

    def within(self, most: int) -> bool:
        """Say whether a right result stands among the first ones."""
        return self.rank is not None and self.rank <= most


def _typed(query: dict[str, Any]) -> str:
    return unicodedata.normalize("NFD", query["q"]) if query["kind"] == "nfd" else str(query["q"])


def ask(page: Page, home: str, query: dict[str, Any]) -> Asked:
    """Type one query and read the page's answer once the page says that it is this query's."""
    page.get_by_role("searchbox").fill(_typed(query))
    expect(page.get_by_role("status")).to_contain_text(f"“{query['q']}”")
    expect(page.locator(".search")).to_have_attribute("data-complete", "")
    addresses = page.locator(".hits a").evaluate_all(READ)
    return Asked(query, [address.removeprefix(home) for address in addresses])


@pytest.fixture(scope="module")
def asked(browser: Browser, site_url: str) -> Iterator[list[Asked]]:
    """Every query of the corpus with its results."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN")
    page = context.new_page()
    found = []
    for locale, home in (("vi", site_url), ("en", f"{site_url}en/")):
        page.goto(home + SEARCH)
        page.wait_for_selector("html[data-ready]", state="attached")
        found += [ask(page, home, query) for query in QUERIES if query["locale"] == locale]
    yield found
    context.close()


def report(asked: list[Asked]) -> str:
    """Return recall by kind and every miss, for the message of a failing test."""
    lines = []
    for kind in sorted({one.query["kind"] for one in asked}):
        own = [one for one in asked if one.query["kind"] == kind]
        first, five = (sum(one.within(most) for one in own) for most in (1, 5))
        lines.append(f"{kind}: {first} first, {five} among five, of {len(own)}")
        lines += [
            f"    {one.rank or '-'}  {one.query['q']!r} wants {one.query['expect'][0]}, got {one.paths[:3]}"
            for one in own
            if not one.within(1)
        ]
    return "\n" + "\n".join(lines)


def test_the_right_place_comes_first(asked: list[Asked]) -> None:
    """Nine of ten queries have a right place as their very first result."""
    assert sum(one.within(1) for one in asked) >= 0.90 * len(asked), report(asked)


def test_the_right_place_is_among_the_first_five(asked: list[Asked]) -> None:
    """At most one query in fifty does not have a right place among its first five results."""
    assert sum(one.within(5) for one in asked) >= 0.98 * len(asked), report(asked)


def test_no_kind_of_query_is_left_behind(asked: list[Asked]) -> None:
    """Recall over all does not hide an ability that fails."""
    for kind in {one.query["kind"] for one in asked}:
        own = [one for one in asked if one.query["kind"] == kind]
        assert len(own) >= LEAST_OF_A_KIND
        assert sum(one.within(1) for one in own) >= 0.6 * len(own), report(own)
    assert len(asked) >= LEAST


def test_options_and_keys_of_quizzes_are_not_found(browser: Browser, site_url: str, built_site: Path) -> None:
    """What answers an item stays out of the index, and so does what is said of each option."""
    quizzes = yaml.safe_load((CORPUS.parents[2] / "quizzes" / "ke-hoach-va-tieu-chi.yml").read_text(encoding="utf-8"))
    index = "".join(path.read_text(encoding="utf-8") for path in (built_site / "search" / "vi").glob("*.json"))
    texts = [option["rationale"] for item in quizzes["items"] for option in item.get("options", [])]
    assert len(texts) > 20
    assert [text for text in texts if " ".join(text.split()) in index] == []


def test_each_locale_finds_only_its_own_pages(built_site: Path) -> None:
    """The English index holds no page that falls back to Vietnamese, and no address outside its tree."""
    for locale in ("vi", "en"):
        text = (built_site / "search" / locale / "titles.json").read_text(encoding="utf-8")
        sections = yaml.safe_load(text)["sections"]
        tree = built_site if locale == "vi" else built_site / locale
        pages = [section["path"] for section in sections if not section["path"].startswith("#")]
        assert len(pages) > 20
        for path in pages:
            html = (tree / path / "index.html").read_text(encoding="utf-8")
            assert f'<html lang="{locale}"' in html
            assert '<article class="md-typeset" lang=' not in html
