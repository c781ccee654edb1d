#!/usr/bin/env python3
"""Weigh first views and time builds and edits, beside stock Material with the same content.

Examples:
  .venv/bin/python benchmarks/site.py                    all of it, a quarter of an hour
  .venv/bin/python benchmarks/site.py --quick            small sizes, one run each
  .venv/bin/python benchmarks/site.py --only builds --pages 50 500
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from benchmarks import site_builds, site_edits, site_views
from benchmarks.table import Row, judged, table

COLUMNS = ("ours", "stock Material")
SIZES = (50, 500, 2000)
PARTS = ("views", "builds", "edits")


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=PARTS, nargs="+", default=list(PARTS), help="parts to measure")
    parser.add_argument("--pages", type=int, nargs="+", default=list(SIZES), help="pages of each language to build")
    parser.add_argument("--runs", type=int, default=3, help="runs of which the median is shown")
    parser.add_argument("--quick", action="store_true", help="one run of each, at most 50 pages")
    options = parser.parse_args(given)
    if options.quick:
        options.runs, options.pages = 1, [min(50, *options.pages)]
    return options


def measure(options: argparse.Namespace) -> list[Row]:
    """Measure the parts asked for, and print each when it is done."""
    rows: list[Row] = []

    def show(title: str, found: list[Row]) -> None:
        rows.extend(found)
        print(table(title, COLUMNS, found), flush=True)

    if "builds" in options.only:
        show("Builds of made-up pages", site_builds.build_rows(options.pages, options.runs))
    if {"views", "edits"} & set(options.only):
        ours, stock = site_views.build()
        if "views" in options.only:
            show("First views, cache empty", site_views.rows(site_views.views(ours, stock)))
        if "edits" in options.only:
            show("Real content", site_builds.content_rows(options.runs))
            show("From an edit to the page", site_edits.edit_rows(site_views.STOCK_DOCS, options.runs))
    return rows


def main() -> int:
    options = arguments()
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the start; Python {sys.version.split()[0]}\n")
    text, holds = judged(measure(options))
    print(text)
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
