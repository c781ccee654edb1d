"""What a first visit costs on a slow line: bytes as served, what holds up the first paint, what moves afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Route

from tests.site.conftest import KINDS, WIDTHS, open_page, paths_of

pytestmark = pytest.mark.browser

FIRST_VIEW = 50_000
QUIZ_SCRIPTS = 9_000
HEAD_SCRIPT = 500

PAINTED = """() => new Promise((done) => {
  new PerformanceObserver(() => done(true)).observe({ type: "paint", buffered: true });
})"""
SHIFTS = """(since) => new Promise((done) => {
  const shifts = [];
  const name = (node) => (node?.parentElement ? `${node.nodeName}.${node.className ?? node.data}` : "gone");
  const keep = (list) => shifts.push(...list.getEntries());
  new PerformanceObserver(keep).observe({ type: "layout-shift", buffered: true });
  const told = (one) => [one.value, ...one.sources.map(({ node }) => name(node))];
  const tell = () => done(shifts.filter((one) => one.startTime >= since).map(told));
  requestAnimationFrame(() => requestAnimationFrame(tell));
})"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window of someone who comes for the first time: nothing is kept from before."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def longest_part(site: Path) -> str:
    """Return the path of the plan's part with the most to read."""
    parts = (site / "ke-hoach").glob("phan-*/index.html")
    longest = max(parts, key=lambda file: file.stat().st_size)
    return f"{longest.parent.relative_to(site).as_posix()}/"


def transferred(page: Page, address: str) -> dict[str, int]:
    """Open a page; returns the bytes of each answer as they went over the line, headers included."""
    names: dict[str, str] = {}
    sizes: dict[str, int] = {}
    session = page.context.new_cdp_session(page)
    session.on("Network.requestWillBeSent", lambda event: names.update({event["requestId"]: event["request"]["url"]}))
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.update({names[event["requestId"]]: int(event["encodedDataLength"])}),
    )
    session.send("Network.enable")
    open_page(page, address)
    page.wait_for_load_state("networkidle")
    return {url: size for url, size in sizes.items() if not url.startswith("data:")}


def paths_of_kind(site: Path, kind: str) -> list[str]:
    """Return the pages that the bound is set for."""
    if kind == "longest part of the plan":
        return [longest_part(site)]
    folders = {"home": "", "module": "tap-huan", "quiz": "trac-nghiem"}
    pattern = "index.html" if kind == "home" else "*/index.html"
    return [file.parent.relative_to(site).as_posix().strip(".") + "/" for file in (site / folders[kind]).glob(pattern)]


@pytest.mark.parametrize("tree", ["", "en/"])
@pytest.mark.parametrize("kind", ["home", "longest part of the plan", "module", "quiz"])
def test_first_view_is_light(browser: Browser, site_url: str, built_site: Path, kind: str, tree: str) -> None:
    """A first visit, typeface and scripts included, costs at most 50 kB: of the home page, each module, each quiz."""
    paths = paths_of_kind(built_site, kind)
    assert paths
    for path in paths:
        context = browser.new_context(viewport={"width": 360, "height": 740})
        sizes = transferred(context.new_page(), site_url + tree + path.lstrip("/"))
        context.close()
        assert sum(url.endswith(".woff2") for url in sizes) == 2, sizes
        assert any(url.endswith(".css") for url in sizes), sizes
        assert sum(sizes.values()) <= FIRST_VIEW, sizes


def test_scripts_of_a_quiz_are_small(browser: Browser, site_url: str, built_site: Path) -> None:
    """All JavaScript that a quiz page loads stays under 9 kB as served."""
    for path in paths_of_kind(built_site, "quiz"):
        page = browser.new_page()
        scripts: list[Request] = []
        page.on(
            "requestfinished", lambda request, into=scripts: request.resource_type == "script" and into.append(request)
        )
        open_page(page, site_url + path)
        page.wait_for_load_state("networkidle")
        sizes = {request.url: request.sizes()["responseBodySize"] for request in scripts}
        page.close()
        assert any("quiz" in url for url in sizes)
        assert sum(sizes.values()) < QUIZ_SCRIPTS, sizes


@pytest.mark.parametrize("kind", KINDS)
def test_little_holds_up_the_first_paint(page: Page, site_url: str, kind: str) -> None:
    """The browser waits for one style sheet and one small script, for nothing else."""
    open_page(page, site_url + KINDS[kind])
    blocking = page.evaluate(
        "performance.getEntriesByType('resource').filter((one) => one.renderBlockingStatus === 'blocking')"
        ".map((one) => [one.name.split('/assets/')[1], one.encodedBodySize])"
    )
    assert sorted(name for name, _ in blocking) == ["head.js", "hub.css"]
    assert dict(blocking)["head.js"] < HEAD_SCRIPT


def test_heads_hold_no_other_script_or_sheet(built_site: Path) -> None:
    """No page, in either language, has more in its head than the two; all other scripts are modules at the end."""
    for path in paths_of(built_site):
        head, body = (built_site / path / "index.html").read_text(encoding="utf-8").split("</head>")
        sheets = re.findall(r"<link[^>]* rel=\"?(?:stylesheet|preload|modulepreload)\b[^>]*>", head)
        scripts = re.findall(r"<script[^>]*src=[^>]*>", head)
        assert (len(sheets), len(scripts)) == (1, 1), path
        assert all('type="module"' in tag for tag in re.findall(r"<script[^>]*src=[^>]*>", body)), path
        assert "@import" not in head


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_when_the_typeface_arrives(browser: Browser, site_url: str, kind: str, width: int) -> None:
    """On a slow line the page is read in another typeface first; when ours arrives, nothing jumps."""
    held: list[Route] = []
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.route("**/*.woff2", lambda route: held.append(route))
    with page.expect_request("**/bvp-400.woff2"):
        page.goto(site_url + KINDS[kind], wait_until="domcontentloaded")
    page.evaluate(PAINTED)
    page.wait_for_selector("html[data-ready]", state="attached")
    before = page.evaluate("performance.now()")
    with page.expect_event("requestfinished", lambda request: request.url.endswith("bvp-400.woff2")):
        for route in held:
            route.continue_()
    page.evaluate("document.fonts.ready.then(() => true)")
    shifts = page.evaluate(SHIFTS, before)
    page.close()
    assert shifts == []
