"""What the browser itself says of every page: nothing blocked, nothing fetched from elsewhere, nothing missing."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.site.conftest import paths_of, serving

pytestmark = pytest.mark.browser


class Watch:
    """Collects what goes wrong while pages are loaded."""

    def __init__(self, page: Page, origin: str) -> None:
        self.problems: list[str] = []
        page.on("console", lambda message: message.type == "error" and self.problems.append(message.text))
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("requestfailed", self._failed)
        page.on(
            "response", lambda answer: answer.status >= 400 and self.problems.append(f"{answer.status} {answer.url}")
        )
        page.on("request", lambda request: self._same(request.url, origin))
        page.add_init_script(
            "addEventListener('securitypolicyviolation',"
            " e => console.error('violation', e.violatedDirective, e.blockedURI))"
        )

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the icon of a page that was left meanwhile
            self.problems.append(f"failed: {request.url} {request.failure}")

    def _same(self, url: str, origin: str) -> None:
        if urlsplit(url).scheme not in {"data", "blob"} and not url.startswith(origin):
            self.problems.append(f"request off the site: {url}")


def load_all(browser: Browser, site: Path, base: str) -> dict[str, list[str]]:
    """Load every page of a site served below `base`; returns the problems by page."""
    found: dict[str, list[str]] = {}
    with serving(site, base) as url:
        context = browser.new_context(viewport={"width": 360, "height": 740})
        page = context.new_page()
        watch = Watch(page, "{0.scheme}://{0.netloc}/".format(urlsplit(url)))
        for path in paths_of(site):
            page.goto(url + path, wait_until="load")
            page.wait_for_selector("html[data-ready]", state="attached")
            if watch.problems:
                found[path] = list(watch.problems)
                watch.problems.clear()
        context.close()
    return found


@pytest.mark.parametrize("base", ["/", "/kho/hoc-lieu/"])
def test_every_page_keeps_the_policy(browser: Browser, built_site: Path, base: str) -> None:
    """Every page loads at the root and below a folder without violation, error, 404 or foreign request."""
    assert load_all(browser, built_site, base) == {}


@pytest.mark.parametrize(
    ("planted", "sign"),
    [
        ("<script>window.planted = 1</script>", "script-src"),
        ('<p style="color:red">x</p>', "style-src"),
        ('<button onclick="x()">x</button>', "script-src"),
        ('<img alt="" src="http://127.0.0.1:9/x.png">', "img-src"),
    ],
)
def test_a_planted_violation_is_found(
    browser: Browser, built_site: Path, tmp_path: Path, planted: str, sign: str
) -> None:
    """The test above is able to fail: a page with something forbidden is reported."""
    site = tmp_path / "site"
    shutil.copytree(built_site / "assets", site / "assets")
    page = (built_site / "gioi-thieu" / "index.html").read_text(encoding="utf-8")
    (site / "trang").mkdir()
    (site / "trang" / "index.html").write_text(page.replace("</article>", f"{planted}</article>"), encoding="utf-8")
    problems = load_all(browser, site, "/")
    assert any(sign in problem for problem in problems.get("trang/", [])), problems


def test_pages_carry_the_policy_themselves(built_site: Path) -> None:
    """Where a server sends no headers, the page's own policy holds, before anything is loaded."""
    for file in built_site.rglob("*.html"):
        head = file.read_text(encoding="utf-8").split("</head>")[0]
        policy = head.index('http-equiv="Content-Security-Policy"')
        assert "default-src 'none'" in head[policy : policy + 200]
        assert policy < head.index("<link"), file
        assert policy < head.index("<script"), file
