"""The way through every kind of page with the Tab key alone, as someone without a mouse goes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.site.conftest import KINDS, WIDTHS, open_page

pytestmark = pytest.mark.browser

SCRIPT = (Path(__file__).parent / "tab_stops.js").read_text(encoding="utf-8")
MOST = 500
"""More stops than any page has: a walk that long is caught in a trap."""
STEPS = 10
"""Keys pressed before looking whether the focus has left."""

Stop = dict[str, Any]


@pytest.fixture(scope="module", params=WIDTHS)
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """One context of each width for all walks."""
    context = browser.new_context(viewport={"width": request.param, "height": 740}, reduced_motion="reduce")
    context.add_init_script(SCRIPT)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A new window for each walk, so that no focus is left from the one before."""
    page = context.new_page()
    yield page
    page.close()


def walk(page: Page, axe: str, most: int = MOST) -> list[Stop]:
    """Hold Tab from the top of the page until the focus leaves it; returns what each stop is like."""
    page.evaluate("tabStops.toTop()")
    for _ in range(most // STEPS):
        for _ in range(STEPS):
            page.keyboard.down("Tab")
        if page.evaluate("tabStops.left"):
            break
    page.keyboard.up("Tab")
    page.evaluate(axe)
    return list(page.evaluate("tabStops.all()"))


def faults(stop: Stop) -> list[str]:
    """Return what is wrong with one stop.

    A target is 44 px high, with three exceptions: links within running text, whose height the line gives (WCAG
    2.5.8, "inline"); the number of a clause and the button beside it, 28 px (the numbers stand in the margin of every
    clause); and nothing is narrower than 24 px.
    """
    found = []
    if not stop["inside"]:
        found.append(f"outside the window: {stop['box']}")
    if stop["covered"]:
        found.append(f"covered by {stop['covered']}")
    if not stop["name"]:
        found.append("has no name")
    if stop["ring"] < 2:
        found.append("shows no focus ring")
    elif stop["contrast"] < 3:
        found.append(f"its focus ring has a contrast of {stop['contrast']:.1f}")
    if not stop["inText"]:
        least = 28 if stop["ofClause"] else 44
        if stop["height"] < least - 0.1 or stop["width"] < 24:
            found.append(f"is {stop['width']:.0f} x {stop['height']:.0f} px")
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_stop_is_seen_named_and_left_again(page: Page, axe: str, site_url: str, kind: str) -> None:
    """Tab reaches everything that can be used, in reading order, each stop in sight, and leaves at the end."""
    open_page(page, site_url + KINDS[kind])
    stops = walk(page, axe)
    assert page.evaluate("tabStops.left"), f"the focus never left the page: {stops[-3:]}"
    wrong = {stop["which"]: faults(stop) for stop in stops if faults(stop)}
    assert wrong == {}, "\n".join(f"@@ {which}: {what}" for which, what in wrong.items())
    assert page.evaluate("tabStops.missed()") == []
    assert page.evaluate("tabStops.backwards()") == []
    assert stops[0]["which"].startswith("a.skip")


@pytest.mark.parametrize(
    ("planted", "sign"),
    [
        ("<button style='position:absolute;left:-500px' id='x'>x</button>", "outside the window"),
        ("<button id='x' style='outline:none;box-shadow:none'>x</button>", "no focus ring"),
        ("<a href='./' id='x' style='display:block;width:60px;height:44px'></a>", "no name"),
        ("<button id='x' style='width:20px'>x</button>", "20 x"),
        (
            "<div style='position:relative'><button id='x' style='width:90px;height:60px'>x</button>"
            "<div id='y' style='position:absolute;inset:0'></div></div>",
            "covered by div#y",
        ),
    ],
)
def test_a_planted_fault_is_found(page: Page, axe: str, site_url: str, planted: str, sign: str) -> None:
    """The walk above is able to fail: a stop that is hidden, covered, nameless, small or without ring is named."""
    open_page(page, site_url + KINDS["about"])
    page.evaluate("html => tabStops.plant(html)", planted)
    stop = next(stop for stop in walk(page, axe) if "#x" in stop["which"])
    assert any(sign in fault for fault in faults(stop)), stop


def test_a_planted_trap_is_found(page: Page, axe: str, site_url: str) -> None:
    """The walk above is able to fail: where a page keeps the focus, the walk does not end."""
    open_page(page, site_url + KINDS["about"])
    page.evaluate("addEventListener('keydown', e => e.target.matches('.brand') && e.preventDefault())")
    assert len(walk(page, axe, most=30)) == 29
