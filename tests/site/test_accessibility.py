"""What axe-core finds on every kind of page, in both tones, at both widths, and in each state a page can be put in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.site.conftest import KINDS, WIDTHS, open_page

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (rules) => {
  const found = await axe.run(document, { runOnly: { type: "tag", values: rules }, resultTypes: ["violations"] });
  return found.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(" ")).join(", ")}`);
}"""


@pytest.fixture(scope="module", params=WIDTHS)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """One window of each width."""
    context = browser.new_context(viewport={"width": request.param, "height": 740}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def violations(page: Page, axe: str) -> dict[str, list[str]]:
    """Return what axe finds in each tone; the page stays in the state it is in."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    found = {}
    for tone in ("light", "dark"):
        page.emulate_media(color_scheme=tone)
        found[tone] = page.evaluate(RUN, RULES)
    return {tone: rules for tone, rules in found.items() if rules}


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_page_has_a_violation(page: Page, axe: str, site_url: str, kind: str) -> None:
    """WCAG 2.2 AA and best practice hold as the page comes."""
    open_page(page, site_url + KINDS[kind])
    assert violations(page, axe) == {}


def open_menu(page: Page) -> None:
    """Open the menu of narrow windows; wide ones have the links in the header."""
    if page.locator(".hub-menu > summary").is_visible():
        page.locator(".hub-menu > summary").click()
        page.locator(".hub-menu nav a").first.wait_for()


def open_tooltip(page: Page) -> None:
    """Point at the first glossary term."""
    page.locator("a.term").first.hover()
    page.locator("[role=tooltip]").wait_for()


def open_details(page: Page) -> None:
    """Open everything that can be opened in the text."""
    page.evaluate("document.querySelectorAll('article details').forEach((one) => { one.open = true })")


def open_slides(page: Page) -> None:
    """Show the slides full screen, the second one."""
    page.locator("[data-module=slides] [data-do=open]").click()
    page.keyboard.press("ArrowRight")
    page.locator(".deck.is-open .slide.is-here").wait_for()


def choose_tone(page: Page) -> None:
    """Turn the tone by the button in the footer, against what the device says."""
    page.locator(".tone button").click()


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "menu open": ("about", open_menu),
    "tooltip open": ("about", open_tooltip),
    "opinions opened": ("criteria", open_details),
    "list of the page opened": ("plan part", open_details),
    "table of the targets opened": ("targets", open_details),
    "notes of the slides opened": ("slides", open_details),
    "questions opened": ("questions", open_details),
    "slides full screen": ("slides", open_slides),
    "tone chosen": ("home", choose_tone),
}


@pytest.mark.parametrize("state", STATES)
def test_no_state_has_a_violation(page: Page, axe: str, site_url: str, state: str) -> None:
    """What opens, or is chosen, is as usable as what was there before."""
    kind, put = STATES[state]
    open_page(page, site_url + KINDS[kind])
    put(page)
    assert violations(page, axe) == {}
    page.evaluate("localStorage.clear()")


def test_no_violation_on_the_page_for_lost_readers(page: Page, axe: str, site_url: str) -> None:
    """The 404 page, in both languages, is as usable as the others."""
    open_page(page, site_url + "khong-co-trang-nay/")
    assert violations(page, axe) == {}


def test_a_planted_violation_is_found(page: Page, axe: str, site_url: str) -> None:
    """The tests above are able to fail: pale words are found in the tone they are pale in."""
    open_page(page, site_url + KINDS["about"])
    page.evaluate("document.querySelector('.lead').style.color = '#fff'")
    assert violations(page, axe) == {"light": ["color-contrast: .lead"]}
