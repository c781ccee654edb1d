"""A page that arrives in pieces, as on a slow line: what is drawn of it stays where it is."""

from __future__ import annotations

import re
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

PIECES = 6
"""The header is cut at the end of this many of its elements, spread over all of them."""


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


def cuts_of_header(page: bytes) -> list[int]:
    """Return places, in bytes, between two elements within the header."""
    start, end = page.index(b'class="hub-head__in') + 40, page.index(b"</header>")
    ends = [match.end() for match in re.finditer(rb"</(?:a|li|summary|nav|details)>", page[:end]) if match.end() > start]
    return ends[:: max(1, len(ends) // PIECES)]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["", "tim-kiem/"])
def test_a_header_in_pieces_does_not_move(
    browser: Browser, halting_url: str, built_site: Path, path: str, width: int
) -> None:
    """Names and doors of the header stand still when the rest of it arrives after the first paint."""
    cuts = cuts_of_header((built_site / path / "index.html").read_bytes())
    assert len(cuts) >= PIECES
    for cut in cuts:
        Halting.rest.clear()
        page = browser.new_page(viewport={"width": width, "height": 740})
        page.goto(f"{halting_url}{path}?cut={cut}", wait_until="commit")
        page.evaluate(PAINTED)
        Halting.rest.set()
        page.wait_for_load_state()
        assert page.locator(".brand").is_visible()
        shifts = page.evaluate(SHIFTS, 0)
        page.close()
        assert shifts == [], cut
