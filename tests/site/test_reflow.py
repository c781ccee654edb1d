"""Pages at their narrowest, with wider letters, in forced colours, and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import KINDS, WIDTHS, open_page

pytestmark = pytest.mark.browser

SCRIPT = (Path(__file__).parent / "reflow.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def narrow(browser: Browser) -> Iterator[Page]:
    """A window of 320 px: an old phone, and a desk of 1280 px at four times the size."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    context.add_init_script(SCRIPT)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_scrolls_sideways(narrow: Page, site_url: str, kind: str) -> None:
    """At 320 px nothing sticks out at the side, in the text as it comes and with everything opened (WCAG 1.4.10)."""
    open_page(narrow, site_url + KINDS[kind])
    assert narrow.evaluate("reflow.tooWide()") == []
    narrow.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    assert narrow.evaluate("reflow.tooWide()") == []


@pytest.mark.parametrize("kind", KINDS)
def test_wider_letters_lose_nothing(narrow: Page, site_url: str, kind: str) -> None:
    """With the spacing of WCAG 1.4.12 no word is cut off, nothing lies over anything, nothing sticks out."""
    open_page(narrow, site_url + KINDS[kind])
    narrow.evaluate("reflow.space()")
    assert narrow.evaluate("reflow.cutOff()") == []
    assert narrow.evaluate("reflow.overlaps()") == []
    assert narrow.evaluate("reflow.tooWide()") == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", ["home", "plan part", "module", "quiz"])
def test_wider_letters_fit_at_a_desk_too(browser: Browser, site_url: str, kind: str, width: int) -> None:
    """The same at the widths of phones and desks, where the header has its five links in a row."""
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.add_init_script(SCRIPT)
    open_page(page, site_url + KINDS[kind])
    page.evaluate("reflow.space()")
    assert page.evaluate("reflow.cutOff()") == []
    assert page.evaluate("reflow.overlaps()") == []
    assert page.evaluate("reflow.tooWide()") == []
    page.close()


def test_a_planted_fault_is_found(narrow: Page, site_url: str) -> None:
    """The tests above are able to fail: a broad box, a cut word and two buttons over each other are named."""
    open_page(narrow, site_url + KINDS["about"])
    narrow.evaluate("reflow.plant()")
    assert len(narrow.evaluate("reflow.tooWide()")) >= 1
    assert len(narrow.evaluate("reflow.cutOff()")) == 1
    assert len(narrow.evaluate("reflow.overlaps()")) == 1


# Forced colours


@pytest.fixture(scope="module")
def forced(browser: Browser) -> Iterator[Page]:
    """A phone whose owner has set two colours for everything."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, forced_colors="active", color_scheme="dark")
    context.add_init_script(SCRIPT)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", ["home", "plan part", "module", "slides", "quiz", "search"])
def test_controls_keep_an_edge_in_forced_colours(forced: Page, site_url: str, kind: str) -> None:
    """Where backgrounds are taken away, buttons, fields, options and doors are told by their border or underline."""
    open_page(forced, site_url + KINDS[kind])
    assert forced.evaluate("reflow.edgeless()") == []


def test_choices_are_seen_in_forced_colours(forced: Page, site_url: str) -> None:
    """A chosen option of a quiz looks other than one that is not, and the bars of the targets keep their colours."""
    open_page(forced, site_url + KINDS["quiz"])
    label = forced.locator(".opt label").first
    before = label.screenshot()
    label.click()
    forced.mouse.move(0, 0)
    assert label.screenshot() != before
    open_page(forced, site_url + KINDS["targets"])
    rect = forced.locator(".bars svg rect").nth(1)
    assert rect.evaluate("one => getComputedStyle(one).forcedColorAdjust") == "none"


# On paper


@pytest.fixture(scope="module")
def paper(browser: Browser) -> Iterator[Page]:
    """What the printer gets, from a device set to dark."""
    context = browser.new_context(viewport={"width": 794, "height": 1123}, color_scheme="dark")
    context.add_init_script(SCRIPT)
    page = context.new_page()
    page.emulate_media(media="print", color_scheme="dark")
    yield page
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_paper_shows_the_text_alone(paper: Page, site_url: str, kind: str) -> None:
    """Header, footer, lists of pages, buttons and search are gone; the text is dark, also from a dark screen."""
    open_page(paper, site_url + KINDS[kind])
    for selector in (
        ".hub-head",
        ".hub-foot",
        ".side",
        ".crumbs",
        ".skip",
        ".tone",
        ".copy",
        ".btn",
        "button",
        ".find",
    ):
        assert paper.locator(f"{selector}:visible").count() == 0, selector
    expect(paper.locator("h1").first).to_be_visible()
    text = paper.locator("article p:visible, article li:visible").first
    colour = text.evaluate("one => getComputedStyle(one).color")
    assert all(int(part) < 100 for part in re.findall(r"\d+", colour)[:3]), colour
    ground = paper.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--page')")
    assert ground == "#fffdf8"


def test_paper_holds_the_whole_plan(paper: Page, site_url: str) -> None:
    """Every clause of a part is printed, with its number."""
    open_page(paper, site_url + KINDS["plan part"])
    clauses = paper.locator("[data-clause]")
    assert clauses.count() == paper.locator("[data-clause]:visible").count() > 40
    expect(paper.locator("#iv-6-c .cid")).to_be_visible()


def test_paper_says_where_links_lead(paper: Page, site_url: str) -> None:
    """The addresses of outside sources are printed behind their names; opinions that were closed are open."""
    open_page(paper, site_url + KINDS["sources"])
    after = paper.locator("dd a[href^=http]").first.evaluate("one => getComputedStyle(one, '::after').content")
    assert after.startswith('" (http')
    open_page(paper, site_url + KINDS["criteria"])
    assert paper.locator("details.more:not([open]) dl").count() > 0
    expect(paper.locator("details.more:not([open]) dl").first).to_be_visible()
