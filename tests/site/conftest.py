"""The finished site in a real Chromium, served with its policy at the root and under a folder."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from hub.content.read import read
from hub.model.criteria import CriteriaSet
from hub.server import make_server
from tests.browser.check_page import CheckPage

ROOT = Path(__file__).resolve().parents[2]
WIDTHS = (360, 1280)
"""A cheap phone, and a desk."""

KINDS = {
    "home": "",
    "door": "hoi-vien/",
    "plan": "ke-hoach/",
    "plan part": "ke-hoach/phan-iv/",
    "targets": "ke-hoach/chi-tieu/",
    "milestones": "ke-hoach/moc-thoi-gian/",
    "bodies": "ke-hoach/viec-cua/",
    "body": "ke-hoach/viec-cua/ubnd-xa-thi-tran/",
    "criteria": "tieu-chi/",
    "procedure": "tieu-chi/quy-trinh/",
    "group guide": "tieu-chi/nong-dan/",
    "group guide in English": "en/tieu-chi/nong-dan/",
    "modules": "tap-huan/",
    "module": "tap-huan/hieu-chuong-trinh/",
    "guide": "tap-huan/hieu-chuong-trinh/giang-vien/",
    "cards": "tap-huan/hieu-chuong-trinh/the/",
    "handouts": "tap-huan/hieu-chuong-trinh/phat-tay/",
    "slides": "tap-huan/hieu-chuong-trinh/trinh-chieu/",
    "self-check": "tu-cham/",
    "self-check of a group": "tu-cham/nong-dan/",
    "collecting": "tu-cham/tong-hop/",
    "self-check in English": "en/tu-cham/cong-chuc/",
    "quizzes": "trac-nghiem/",
    "quiz": "trac-nghiem/ke-hoach-va-tieu-chi/",
    "downloads": "tai-ve/",
    "about": "gioi-thieu/",
    "questions": "gioi-thieu/hoi-dap/",
    "sources": "gioi-thieu/nguon/",
    "glossary": "gioi-thieu/giai-thich-tu/",
    "search": "tim-kiem/",
    "english": "en/ke-hoach/phan-ii/",
}
"""One page of each kind: a new kind of page gets a line here, and is then held to all that every page is held to."""


@contextmanager
def serving(folder: Path, base: str = "/") -> Iterator[str]:
    """Serve a folder with the policy headers; yields its address."""
    server = make_server(folder, 0, base)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """Address of the finished site."""
    with serving(built_site) as url:
        yield url


@pytest.fixture(scope="session")
def criteria() -> CriteriaSet:
    """The criteria the site was built from."""
    hub = read(ROOT).hub
    found = hub.main_criteria() if hub else None
    assert found is not None
    return found


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A cheap phone that has not been here before."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def check(phone: Page, site_url: str) -> CheckPage:
    """The farmers' self-check on that phone, opened."""
    return CheckPage(phone, site_url).open()


def open_page(page: Page, address: str) -> None:
    """Open a page and wait until its scripts have run and its typeface is there."""
    page.goto(address, wait_until="load")
    page.wait_for_selector("html[data-ready]", state="attached")
    page.evaluate("document.fonts.ready.then(() => true)")


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, to be evaluated in a page."""
    return (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def paths_of(site: Path) -> list[str]:
    """Return the address of every page below the site's root."""
    pages = sorted(file.parent.relative_to(site).as_posix() for file in site.rglob("index.html"))
    return ["" if path == "." else f"{path}/" for path in pages]
