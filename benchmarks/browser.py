"""What Chromium says of a page: weight, blocked things, accessibility, what is seen."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Response

from hub.server import make_server

ROOT = Path(__file__).resolve().parents[1]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE = {"width": 360, "height": 740}

SEEN = """root => {
  const from = document.querySelector(root) ?? document.body;
  const walk = document.createTreeWalker(from, NodeFilter.SHOW_TEXT);
  const parts = [];
  while (walk.nextNode()) {
    const around = walk.currentNode.parentElement;
    if (around.matches("script, style")) continue;
    const shown = around.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
    if (shown) parts.push(walk.currentNode.data);
  }
  return parts.join(" ").replace(/\\s+/g, " ");
}"""
BLOCKED = """addEventListener("securitypolicyviolation", (event) => {
  (globalThis.blocked ??= []).push(`${event.effectiveDirective} ${event.blockedURI}`);
}, true);"""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder as the hub's own server does, gzipped and with its policy; yields the address."""
    server = make_server(folder, 0)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def visiting(browser: Browser, address: str, **settings: Any) -> Iterator[Page]:
    """Open an address on a phone with an empty cache, and wait until nothing more is fetched."""
    context: BrowserContext = browser.new_context(viewport=PHONE, locale="vi-VN", reduced_motion="reduce", **settings)
    try:
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        yield page
    finally:
        context.close()


@dataclass
class Weight:
    """Bytes as they travel, of a first view with an empty cache."""

    requests: int = 0
    total: int = 0
    html: int = 0
    scripts: int = 0
    """Script files, and the scripts inside the page as they would weigh alone."""
    by_kind: dict[str, int] = field(default_factory=dict)


def weigh(browser: Browser, address: str, **settings: Any) -> Weight:
    """Return the weight of a first view."""
    weight = Weight()
    context = browser.new_context(viewport=PHONE, locale="vi-VN", **settings)
    try:
        page = context.new_page()
        answers: list[Response] = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto(address, wait_until="networkidle")
        for answer in answers:
            size, kind = answer.request.sizes()["responseBodySize"], answer.request.resource_type
            weight.requests += 1
            weight.total += size
            weight.by_kind[kind] = weight.by_kind.get(kind, 0) + size
        inline = page.evaluate("[...document.scripts].filter(s => !s.src && !/json/.test(s.type)).map(s => s.text)")
        weight.html = weight.by_kind.get("document", 0)
        weight.scripts = weight.by_kind.get("script", 0) + (zipped("".join(inline)) if any(inline) else 0)
    finally:
        context.close()
    return weight


SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""A weak mobile line: 400 ms there and back, 400 kbit/s."""
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"


def first_paint(browser: Browser, address: str, **settings: Any) -> float | None:
    """Return after how many seconds a page shows its first words on a weak line, with an empty cache."""
    context = browser.new_context(viewport=PHONE, locale="vi-VN", **settings)
    try:
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW)
        page.goto(address, wait_until="load", timeout=120_000)
        paint = page.wait_for_function(PAINT, timeout=30_000).json_value()
        return float(paint) / 1000
    finally:
        context.close()


def zipped(text: str) -> int:
    """Return how many bytes a text has when gzipped."""
    return len(gzip.compress(text.encode(), 6, mtime=0))


def violations(browser: Browser, address: str) -> int:
    """Return how many things of a page our policy blocks: scripts, styles, handlers, addresses."""
    context = browser.new_context(viewport=PHONE)
    try:
        context.add_init_script(BLOCKED)
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        return int(page.evaluate("(globalThis.blocked ?? []).length"))
    finally:
        context.close()


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")


def axe(page: Page) -> list[str]:
    """Return what axe-core finds on a page, in the state it is in: one line an element."""
    page.evaluate(_axe())
    found = page.evaluate("rules => axe.run({ runOnly: rules }).then(result => result.violations)", RULES)
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


def seen(page: Page, root: str = "article") -> str:
    """Return the words of a part of the page that are to be seen, in the medium it is shown in."""
    return str(page.evaluate(SEEN, root))
