"""The site with JavaScript turned off: every page can be reached, read and answered on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import KINDS, paths_of

pytestmark = pytest.mark.browser

LINKS = """() => {
  for (const one of document.querySelectorAll("details")) one.open = true;
  const seen = [...document.querySelectorAll("a[href]")].filter((one) => one.checkVisibility());
  return seen.map((one) => one.getAttribute("href"));
}"""
DEAD = """() => [...document.querySelectorAll("button, [role=status], .needjs, [data-module=tone]")]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height > 0)
  .filter((one) => !(one.type === "submit" && one.form?.hasAttribute("action")))
  .map((one) => one.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A phone whose browser runs no scripts."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def reached(page: Page, start: str) -> set[str]:
    """Follow every link that can be seen, from one page on; returns the addresses that were found."""
    found, todo = {start}, [start]
    while todo:
        here = todo.pop()
        page.goto(here)
        for link in page.evaluate(LINKS):
            address = urljoin(here, link).split("#")[0]
            inside = urlsplit(address).netloc == urlsplit(start).netloc
            if inside and address.endswith("/") and address not in found:
                found.add(address)
                todo.append(address)
    return found


def test_there_is_a_way_to_every_page(page: Page, site_url: str, built_site: Path) -> None:
    """By links alone, from the home page, every page of both languages is reached."""
    wanted = {site_url + path for path in paths_of(built_site)}
    assert reached(page, site_url) == wanted


def test_each_language_is_whole(page: Page, site_url: str, built_site: Path) -> None:
    """The page of all titles of each language, which needs no script, leads to every page of that language."""
    for root, others in (("", ("en/",)), ("en/", ())):
        page.goto(f"{site_url}{root}tim-kiem/")
        listed = {urljoin(page.url, link).split("#")[0] for link in page.evaluate(LINKS)}
        paths = [path for path in paths_of(built_site) if path.startswith(root) and not path.startswith(others or "-")]
        assert {site_url + path for path in paths} <= listed


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_shown_that_does_nothing(page: Page, site_url: str, kind: str) -> None:
    """No button, live region or field that needs a script is seen without one."""
    page.goto(site_url + KINDS[kind])
    assert page.evaluate(DEAD) == []


def test_the_plan_can_be_read(page: Page, site_url: str) -> None:
    """Clauses with their numbers are there, and a glossary term is a plain link to its entry."""
    page.goto(site_url + KINDS["plan part"])
    expect(page.locator("#iv-6-c")).to_be_visible()
    expect(page.locator('#iv-6-c a.cid[href="#iv-6-c"]')).to_be_visible()
    page.locator("article a.term").first.click()
    expect(page).to_have_url(re.compile("gioi-thieu/giai-thich-tu/#"))


def test_the_quiz_can_be_answered_on_paper(page: Page, site_url: str, built_site: Path) -> None:
    """All questions and options are seen; the key with its reasons opens by its summary, closed before."""
    page.goto(site_url + KINDS["quiz"])
    items = page.locator("fieldset.item")
    assert items.count() >= 20
    for number in range(items.count()):
        item = items.nth(number)
        expect(item.locator("legend")).to_be_visible()
        assert item.locator(".opt:visible").count() >= 2
        assert item.locator("details.key[open]").count() == 0
    key = items.first.locator("details.key")
    key.locator("summary").click()
    expect(key.locator("li").first).to_be_visible()
    expect(page.get_by_text("Vẫn làm bài được")).to_be_visible()


def test_a_search_leads_to_the_list_of_titles(page: Page, site_url: str) -> None:
    """The field on the home page leads to the page of all titles, which says that it cannot search by itself."""
    page.goto(site_url)
    page.locator("#q").fill("minh chứng")
    page.locator(".find button").click()
    expect(page).to_have_url(re.compile(r"/tim-kiem/(\?|$)"))
    expect(page.locator(".search .nojs")).to_be_visible()
    expect(page.locator(".search__all a").first).to_be_visible()
