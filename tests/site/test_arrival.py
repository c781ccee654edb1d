"""A page that arrives in pieces, as on a slow line: what is drawn of it stays where it is."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.conftest import WIDTHS
from tests.site.test_weight import PAINTED, SHIFTS

pytestmark = pytest.mark.browser

CUTS = {
    "": (
        'class="brand"',
        'class="hub-find"',
        "<summary>",
        'type="submit"',
        "door__mark",
        "door__body",
        "<h2>",
        'class="tasks"',
        "</ul></div></section>",
    ),
    "tim-kiem/": ('class="hub-nav"', "</nav>", 'class="hub-find"', "<details", "</summary>"),
    "tap-huan/hieu-chuong-trinh/trinh-chieu/": ('class="slide__in"', "<h2>", 'class="slide__n"'),
}
"""By page: after which tags the first piece ends, each time where the sign stands first in the page's body."""


class Halting(SimpleHTTPRequestHandler):
    """Sends `?cut=N` bytes of a page, and the rest when told."""

    rest = threading.Event()

    def do_GET(self) -> None:
        """Answer with a file; of a page with a cut, the rest comes later."""
        path, _, cut = self.path.partition("?cut=")
        if not cut:
            return super().do_GET()
        body = Path(self.translate_path(path), "index.html").read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body[: int(cut)])
        self.wfile.flush()
        self.rest.wait(30)
        self.wfile.write(body[int(cut) :])

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def halting_url(built_site: Path) -> Iterator[str]:
    """Address of the site on the server that halts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Halting, directory=str(built_site)))
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a closed window breaks off its requests
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def cut_after(page: bytes, sign: str) -> int:
    """Return the place, in bytes, behind the tag that holds a sign."""
    return page.index(b">", page.index(sign.encode(), page.index(b"<header")) + len(sign) - 1) + 1


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", CUTS)
def test_what_is_drawn_of_a_page_does_not_move(
    browser: Browser, halting_url: str, built_site: Path, path: str, width: int
) -> None:
    """Header, doors, buttons and slides stand still when the rest of them arrives after the first paint."""
    whole = (built_site / path / "index.html").read_bytes()
    for sign in CUTS[path]:
        cut = cut_after(whole, sign)
        Halting.rest.clear()
        page = browser.new_page(viewport={"width": width, "height": 740})
        page.goto(f"{halting_url}{path}?cut={cut}", wait_until="commit")
        page.evaluate(PAINTED)
        Halting.rest.set()
        page.wait_for_load_state()
        assert page.locator(".brand").is_visible()
        shifts = page.evaluate(SHIFTS, 0)
        page.close()
        assert shifts == [], sign
