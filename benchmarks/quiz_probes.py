"""What a person can do with a quiz's page: each probe asks the finished page the same question, whoever made it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from playwright.sync_api import Browser, Error, Page

from benchmarks.browser import axe, seen, visiting
from hub.model.quiz import Quiz

TARGET = 44
"""Pixels a finger needs (WCAG 2.5.5, and our own rule)."""
MARKUP = re.compile(r"[*_`]")

HEIGHTS = """inputs => inputs.map((input) => {
  const boxes = [input, ...input.labels].map((one) => one.getBoundingClientRect());
  return Math.max(...boxes.map((box) => box.height));
})"""
BUTTONS = """() => [...document.querySelectorAll("article button, article [type=submit], #quiz-progress-sidebar a")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true })).length"""


@dataclass(frozen=True)
class Engine:
    """Where a quiz engine puts its things."""

    items: str
    """Selector of one item."""
    submit: str
    """Selector of the button that checks, in the item or on the page."""
    at_once: bool
    """Whether one button checks all items."""
    score: Callable[[Page], float]
    """Returns the points shown, on the scale from 0 to the number of items."""


def _our_score(page: Page) -> float:
    return float(page.locator("[data-part=points]").inner_text().replace(",", "."))


def _plugin_score(page: Page) -> float:
    shown = page.locator(".quiz-results-score-value").inner_text()
    return float(shown.rstrip("%")) / 100 * page.locator("article .quiz").count()


OURS = Engine("form.quiz .item", "form.quiz [type=submit]", True, _our_score)
PLUGIN = Engine("article .quiz", "[type=submit]", False, _plugin_score)


def plain(text: str) -> str:
    """Return text as a page shows it."""
    return " ".join(MARKUP.sub("", text).split())


def count_seen(words: str, texts: Sequence[str]) -> int:
    """Return how many of the texts stand among the words seen."""
    return sum(plain(text) in words for text in texts)


def stems(quiz: Quiz) -> list[str]:
    """Return the questions."""
    return [str(item.stem) for item in quiz.items]


def reasons(quiz: Quiz) -> list[str]:
    """Return the reasons of all options."""
    return [str(option.rationale) for item in quiz.items for option in item.choices()]


def responses(quiz: Quiz) -> list[list[int]]:
    """Return what is answered: everything right, but of several right options only the first."""
    return [
        [place for place, option in enumerate(item.choices()) if option.key][:1]
        for item in quiz.items
    ]  # fmt: skip


def choose(page: Page, engine: Engine, chosen: Sequence[Sequence[int]]) -> None:
    """Answer a quiz by tapping labels, and have it checked."""
    for number, places in enumerate(chosen):
        item = page.locator(engine.items).nth(number)
        for place in places:
            item.locator("label").nth(place).click()
        submit = item.locator(engine.submit)
        if not engine.at_once and submit.count() and submit.is_visible():
            submit.click()
    if engine.at_once:
        page.locator(engine.submit).click()


def tab_stops(page: Page) -> int:
    """Return how often Tab has to be pressed to get through the page's article, untouched."""
    page.locator("h1").first.evaluate("one => { one.tabIndex = -1; one.focus(); }")
    count, inside = 0, True
    while inside and count < 500:
        page.keyboard.press("Tab")
        inside = page.evaluate("document.querySelector('article').contains(document.activeElement)")
        count += inside
    return count


def options_by_arrows(page: Page, engine: Engine, quiz: Quiz) -> int:
    """Return how many options of a single choice one gets to with the arrow keys before it is locked."""
    number = next(place for place, item in enumerate(quiz.items) if item.kind == "single_choice")
    inputs = page.locator(engine.items).nth(number).locator("input")
    inputs.first.focus()
    reached = set()
    for _ in range(inputs.count()):
        page.keyboard.press("ArrowDown")
        reached.add(inputs.evaluate_all("all => all.findIndex((one) => one.checked)"))
    return len(reached - {-1})


def small_targets(page: Page, engine: Engine) -> tuple[int, float]:
    """Return how many options are lower than a finger needs, and the height of the lowest."""
    heights = page.locator(f"{engine.items} input").evaluate_all(HEIGHTS)
    return sum(height < TARGET - 0.5 for height in heights), min(heights)


def printed(page: Page) -> tuple[str, int, int]:
    """Return the words of the print view, the buttons in it, and how many A4 pages it takes."""
    page.emulate_media(media="print")
    words, buttons, data = seen(page), int(page.evaluate(BUTTONS)), page.pdf(format="A4")
    page.emulate_media(media="screen")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return words, buttons, len(pdf.pages)


def probe(browser: Browser, address: str, engine: Engine, quiz: Quiz, lift_policy: bool) -> dict[str, float]:
    """Return all that is measured on a page.

    Args:
        lift_policy: do not hold the page to our policy, under which the plugin does not start at all.
    """
    settings: Mapping[str, Any] = {"bypass_csp": lift_policy}
    found: dict[str, float] = {}
    with visiting(browser, address, **settings) as page:
        found["axe_first"] = len(axe(page))
        found["small"], found["lowest"] = small_targets(page, engine)
        words, found["print_buttons"], found["print_pages"] = printed(page)
        found["print_stems"] = count_seen(words, stems(quiz))
        found["print_reasons"] = count_seen(words, reasons(quiz))
        found["tab_stops"] = tab_stops(page)
    with visiting(browser, address, **settings) as page:
        found["by_arrows"] = options_by_arrows(page, engine, quiz)
    with visiting(browser, address, **settings) as page:
        choose(page, engine, responses(quiz))
        page.wait_for_timeout(300)
        found["axe_answered"] = len(axe(page))
        found["reasons_answered"] = count_seen(seen(page), reasons(quiz))
        found["points"] = engine.score(page)
        words, _, _ = printed(page)
        found["print_reasons_answered"] = count_seen(words, reasons(quiz))
    with visiting(browser, address, java_script_enabled=False, **settings) as page:
        found["plain_stems"] = count_seen(seen(page), stems(quiz))
        for summary in page.locator("article summary").all():
            summary.click()
        found["plain_reasons"] = count_seen(seen(page), reasons(quiz))
    with visiting(browser, address) as page:
        page.set_default_timeout(3000)
        found["policy_works"] = works_under_policy(page, engine, quiz)
    return found


def works_under_policy(page: Page, engine: Engine, quiz: Quiz) -> float:
    """Return 1 when answers are checked although our policy is in force."""
    try:
        choose(page, engine, responses(quiz))
        return float(engine.score(page) > 0)
    except (Error, ValueError):
        return 0.0
