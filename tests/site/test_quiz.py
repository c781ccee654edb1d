"""The hub's own quizzes on the finished site."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from hub.content.read import read
from hub.model.quiz import Quiz
from hub.model.scoring import score
from hub.pages.links import quiz_path
from tests.browser.quiz_page import QuizPage

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
NAMES = sorted(path.stem for path in (ROOT / "quizzes").glob("*.yml") if "." not in path.stem)
JS_BUDGET = 9 * 1000


@pytest.fixture(scope="module")
def quizzes() -> dict[str, Quiz]:
    """Every quiz of the hub, as the site was built from it."""
    hub = read(ROOT).hub
    assert hub is not None
    return hub.quizzes


@pytest.fixture(params=NAMES)
def quiz(request: pytest.FixtureRequest, quizzes: dict[str, Quiz]) -> Quiz:
    """Each quiz in turn."""
    return quizzes[request.param]


def opened(page: Page, site_url: str, quiz: Quiz, prefix: str = "") -> QuizPage:
    """Open a quiz of the finished site."""
    return QuizPage(page, site_url, prefix + quiz_path(quiz.id), quiz).open()


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_key_passes(quiz: Quiz, prefix: str, page: Page, site_url: str):
    """Answering by the key, in either language, gets every point."""
    shown = opened(page, site_url, quiz, prefix).choose({item.id: sorted(item.key()) for item in quiz.items})
    shown.page.locator("form.quiz [type=submit]").click()
    assert shown.points().startswith(f"{len(quiz.items)} / {len(quiz.items)} ")


def test_guesses_score_as_in_python(quiz: Quiz, page: Page, site_url: str):
    """With a guess at every item, verdicts and result are those of the one rule."""
    chance = random.Random(quiz.id)
    guess = {item.id: [chance.choice(item.choices()).id] for item in quiz.items}
    shown = opened(page, site_url, quiz).choose(guess).check()
    result = score(quiz, guess)
    expect(shown.result.locator(".score__verdict")).to_contain_text("Đạt." if result.passed else "Chưa đạt.")
    right = [item_id for item_id, verdict in shown.verdicts().items() if verdict == "Đúng"]
    assert right == [item_id for item_id, item in result.items.items() if item.points == 1]


def test_all_scripts_of_a_quiz_page_are_light(quiz: Quiz, page: Page, site_url: str, built_site: Path):
    """Everything in JavaScript that a quiz page loads, each file compressed, stays under 9 kB."""
    loaded: set[str] = set()
    page.on("response", lambda got: loaded.add(got.url) if got.url.endswith(".js") else None)
    opened(page, site_url, quiz)
    page.locator("html[data-ready]").wait_for()
    names = sorted(url.removeprefix(site_url) for url in loaded)
    sizes = {name: len(gzip.compress((built_site / name).read_bytes())) for name in names}
    assert sum(sizes.values()) < JS_BUDGET, sizes
