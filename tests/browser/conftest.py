"""A real Chromium that behaves like a phone in Vietnam, and the sites it visits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request

from hub.model.quiz import Quiz
from tests import quiz_samples
from tests.browser import harness

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Every context: Vietnamese, in Vietnam's time, as wide as a cheap phone."""
    return {**browser_context_args, "locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh", "viewport": PHONE}


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with the sample quiz in two languages."""
    folder = tmp_path_factory.mktemp("site")
    harness.write_assets(folder)
    harness.write_quizzes(folder, quiz_samples.hub())
    return folder


@pytest.fixture(scope="session")
def site_url(site_folder: Path) -> Iterator[str]:
    """Address of the sample site, served with the strict policy."""
    with harness.served(site_folder) as url:
        yield url


@pytest.fixture
def make_site(tmp_path: Path) -> Iterator[Callable[[Quiz], str]]:
    """Return a function that writes a site with one quiz (again, if called again) and tells its address."""
    harness.write_assets(tmp_path)
    with harness.served(tmp_path) as url:

        def write(quiz: Quiz) -> str:
            harness.write_quizzes(tmp_path, quiz_samples.hub(quiz))
            return url

        yield write


@pytest.fixture
def watch(request: pytest.FixtureRequest) -> Iterator[Callable[[Page], Page]]:
    """Watch a page: console errors, policy violations and failed requests fail the test at its end."""
    problems: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            problems.append(message.text)

    def failed(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # of a page that was left meanwhile
            problems.append(f"failed: {request.url} {request.failure}")

    def begin(page: Page) -> Page:
        page.on("console", on_console)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("requestfailed", failed)
        page.on("response", lambda got: problems.append(f"{got.status}: {got.url}") if got.status >= 400 else None)
        return page

    yield begin
    assert not problems
