"""First views of four kinds of page, on our site and on stock Material with the same content."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks import peer
from benchmarks.browser import Weight, first_paint, serving, weigh
from benchmarks.table import Row
from hub.browser import chromium
from hub.build import BuildPlaces, build_site

VIEWS = {
    "home": "",
    "plan part": "ke-hoach/phan-iv/",
    "module": "tap-huan/hieu-chuong-trinh/",
    "quiz": "trac-nghiem/ke-hoach-va-tieu-chi/",
}
MOST = 0.65
"""Of stock's bytes, that ours may have."""


WORK = peer.WORK / "site"
STOCK_DOCS = WORK / "stock-src"
STOCK_NAME = "site-stock"


def build() -> tuple[Path, Path]:
    """Build our site, and stock Material on our staging folder.

    Returns:
        the folder of each.
    """
    root = peer.ROOT
    places = BuildPlaces(root, WORK / "src", WORK / "ours", root / "build" / "downloads", root / "build" / "kept")
    build_site(places, "2026-11-24", say=lambda line: None)
    docs = STOCK_DOCS
    shutil.rmtree(docs, ignore_errors=True)
    # Stock brings scripts, styles and fonts of its own; pictures and pages are the content.
    shutil.copytree(places.staging, docs, ignore=shutil.ignore_patterns("assets", "downloads", ".*"))
    settings = peer.stock_settings(docs, WORK / "stock", ["search", peer.two_languages()])
    peer.mkdocs(Path(sys.executable), peer.write_settings(STOCK_NAME, settings))
    return WORK / "ours", WORK / "stock"


@dataclass(frozen=True)
class View:
    """One first view: ours and stock's."""

    weights: tuple[Weight, Weight]
    paints: tuple[float | None, float | None]


def views(ours: Path, stock: Path) -> dict[str, View]:
    """Return what each first view takes, ours and stock's, with an empty cache each time."""
    with chromium() as browser, serving(ours) as mine, serving(stock) as theirs:
        # Stock has inline scripts: it is shown without our policy, as it is meant to be.
        return {
            name: View(
                (weigh(browser, mine + path), weigh(browser, theirs + path, bypass_csp=True)),
                (first_paint(browser, mine + path), first_paint(browser, theirs + path, bypass_csp=True)),
            )
            for name, path in VIEWS.items()
        }


def rows(found: dict[str, View]) -> list[Row]:
    """Return the table of first views."""
    result = []
    for name, view in found.items():
        ours, stock = view.weights
        # Stock fetches its whole search index at once; ours comes when someone searches. Bytes without it are
        # the harder comparison, so the share is reckoned on them.
        bare = stock.total - stock.by_kind.get("xhr", 0)
        result += [
            Row(f"{name}: bytes", (ours.total, stock.total), "less"),
            Row(f"{name}: bytes without the search index", (ours.total, bare), "less"),
            Row(f"{name}: share of those; at most {MOST}", (ours.total / bare, MOST), "less"),
            Row(f"{name}: first words on a weak line", view.paints, "less", "s"),
        ]
    asked = [sum(view.weights[side].requests for view in found.values()) for side in (0, 1)]
    return [*result, Row("requests of the four views", tuple(asked), "less")]
