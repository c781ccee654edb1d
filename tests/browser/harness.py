"""Sites for browser tests: a folder of files served on loopback with the hub's strict policy."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import markdown

from hub.assets import THEME, own_sheets, served_scripts, style_sheet, web_fonts
from hub.model.hub import Hub
from hub.pages.links import quiz_path
from hub.pages.quiz import quiz_page

ROOT = Path(__file__).resolve().parents[2]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
SHELL = """<!doctype html>
<html lang="{locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{root}assets/hub.css">
<script src="{root}assets/head.js"></script>
</head>
<body>
<main class="md-main"><div class="md-main__inner md-grid"><div class="md-content"><article class="md-typeset">
{body}
</article></div></div></main>
<script type="module" src="{root}assets/js/main.js"></script>
</body>
</html>
"""


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}  # noqa: RUF012

    def do_GET(self) -> None:
        """Answer whole: a page rewritten within the same second has the same date."""
        del self.headers["If-Modified-Since"]
        super().do_GET()

    def end_headers(self) -> None:
        """Add the policy to every answer."""
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep test output clean."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback; yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def write_assets(folder: Path) -> None:
    """Put style sheet, fonts and scripts where pages of the site look for them."""
    assets = folder / "assets"
    (assets / "fonts").mkdir(parents=True, exist_ok=True)
    (assets / "hub.css").write_text(style_sheet(THEME), encoding="utf-8")
    for name, data in web_fonts(ROOT / "build" / "kept").items():
        (assets / "fonts" / name).write_bytes(data)
    sheets = {name: sheet.encode() for name, sheet in own_sheets(THEME).items()}
    for name, data in (served_scripts(THEME) | sheets).items():
        (assets / name).parent.mkdir(parents=True, exist_ok=True)
        (assets / name).write_bytes(data)


def write_page(folder: Path, path: str, title: str, body: str, locale: str = "vi") -> None:
    """Write one page from staged Markdown."""
    html = markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables"])
    target = folder / path / "index.html"
    target.parent.mkdir(parents=True, exist_ok=True)
    root = "../" * len(Path(path).parts)
    target.write_text(SHELL.format(locale=locale, title=title, root=root, body=html), encoding="utf-8")


def write_quizzes(folder: Path, hub: Hub) -> None:
    """Write every quiz of a hub in every locale, and the pages its links lead to."""
    default = hub.settings.default_locale
    for setting in hub.settings.locales:
        prefix = "" if setting.code == default else f"{setting.code}/"
        for quiz in hub.quizzes.values():
            title = quiz.title.to(setting.code)
            write_page(folder, prefix + quiz_path(quiz.id), title, quiz_page(hub, quiz, setting.code), setting.code)
        for path in ("ke-hoach/phan-i/", "tap-huan/", "tieu-chi/"):
            write_page(folder, prefix + path, path, f"# {path}\n\n<p id='i-2'>I.2</p>", setting.code)
