"""A small server for reading and editing on this machine: policy headers, reload after a rebuild."""

from __future__ import annotations

import gzip
import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from hub.pages.records import POLICY

PAGE_HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
HEADERS = {"X-Content-Type-Options": "nosniff"}
"""Of every answer; those of pages come on top."""
PARTS = {".css", ".js", ".woff2", ".png", ".jpg"}
"""What pages load and no browser shows as a page: the policy that counts is the page's, to repeat it costs 3 kB."""
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".ics": "text/calendar; charset=utf-8",
    ".xml": "application/xml",
}
ZIPPED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".ics"}
RELOAD = """new EventSource("/__hub/events").addEventListener("reload", () => location.reload());\n"""
RELOAD_TAG = b'<script type="module" src="/__hub/reload.js"></script></body>'


class Reloads:
    """Tells open pages that the site was built anew."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._count = 0

    def announce(self) -> None:
        """Wake every page that waits."""
        with self._changed:
            self._count += 1
            self._changed.notify_all()

    def wait(self, seconds: float) -> bool:
        """Wait for the next build; false when none came in `seconds`."""
        with self._changed:
            seen = self._count
            return self._changed.wait_for(lambda: self._count != seen, seconds)


class Handler(SimpleHTTPRequestHandler):
    """Serves the site's folder below `base`, gzipped, with the policy in the headers."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012 - as the parent has it
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "hub", ""
    _part = False

    def __init__(self, *args: object, base: str = "/", reloads: Reloads | None = None, **kwargs: object) -> None:
        self.base, self.reloads = base, reloads
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a file, the reload stream, or the 404 page."""
        path, mark, query = self.path.partition("?")
        if self.reloads and path == "/__hub/reload.js":
            return self._send(RELOAD.encode(), TYPES[".js"])
        if self.reloads and path == "/__hub/events":
            return self._events()
        file = self._file(path)
        if file is None:
            return self._missing()
        if file.is_dir():
            if not path.endswith("/"):
                return self._move(f"./{path.rsplit('/', 1)[1]}/{mark}{query}")
            file = file / "index.html"
        if not file.is_file():
            return self._missing()
        return self._send(file.read_bytes(), self.guess_type(str(file)))

    do_HEAD = do_GET  # noqa: N815

    def _file(self, path: str) -> Path | None:
        """Return the file of an address; none outside the site's folder or base."""
        if not path.startswith(self.base):
            return None
        try:
            full = Path(self.translate_path("/" + path[len(self.base) :])).resolve()
        except (ValueError, OSError):  # a NUL, or a name longer than the disk allows
            return None
        folder = Path(self.directory).resolve()
        return full if full == folder or folder in full.parents else None

    def _move(self, address: str) -> None:
        """Send the browser to an address as seen from the one it asked for, so that it never leaves this server."""
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _missing(self) -> None:
        page = Path(self.directory) / "404.html"
        body = page.read_bytes() if page.exists() else b"404"
        self._send(body, TYPES[".html"], HTTPStatus.NOT_FOUND)

    def _is(self, kind: str, endings: set[str]) -> bool:
        return any(kind == self.extensions_map.get(ending) for ending in endings)

    def _send(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        if self.reloads and kind.startswith("text/html"):
            body = body.replace(b"</body>", RELOAD_TAG, 1)
        self.send_response(status)
        self._part = self._is(kind, PARTS)
        if self._is(kind, ZIPPED):
            self.send_header("Vary", "Accept-Encoding")
            if "gzip" in self.headers.get("Accept-Encoding", ""):
                body = gzip.compress(body, 9, mtime=0)
                self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        # A typeface is drawn only if it is at hand when a page is (font-display: optional): let browsers keep it.
        self.send_header("Cache-Control", "max-age=86400" if kind == TYPES[".woff2"] else "no-cache")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _events(self) -> None:
        assert self.reloads is not None
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        try:
            while True:
                told = self.reloads.wait(15)
                self.wfile.write(b"event: reload\ndata: 1\n\n" if told else b": waiting\n\n")
                self.wfile.flush()
        except OSError:
            pass  # the page was closed

    def handle_one_request(self) -> None:
        """Answer one request; a browser that has gone away is no error."""
        self._part = False
        try:
            super().handle_one_request()
        except ConnectionError:
            self.close_connection = True

    def end_headers(self) -> None:
        """Add the policy to every answer that can be a page, errors and redirects too."""
        for name, value in (HEADERS if self._part else PAGE_HEADERS | HEADERS).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet: the terminal is for what the editor needs."""


def make_server(site: Path, port: int, base: str = "/", reloads: Reloads | None = None) -> ThreadingHTTPServer:
    """Return a server of the folder `site` on loopback; port 0 takes any free one.

    Raises:
        OSError: the port is taken.
    """
    handler = partial(Handler, directory=str(site), base=base, reloads=reloads)
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    return server
