#!/usr/bin/env python3
"""Time the officers' page: how long many sheets take to load on a slow device, and how much memory they hold.

Chromium runs the finished site with its processor slowed down four times. 100 and 1,000 sheets come as loose files,
5,000 in one zip. Bounds: 5 seconds, 300 MB of JavaScript heap. There is no peer: ends with status 1 beyond them.

Examples:
  .venv/bin/python benchmarks/collecting.py
  .venv/bin/python benchmarks/collecting.py --site site     a site that is built already
"""

from __future__ import annotations

import argparse
import io
import json
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks import peer
from benchmarks.browser import serving
from hub.browser import ARGUMENTS, CHROMIUM
from hub.content.read import read
from hub.model.assessment import rules_of
from hub.model.short_code import Declaration, Known, encode
from hub.pages.links import COLLECT

SLOWER = 4
MOST_SECONDS, MOST_HEAP = 5.0, 300
LOOSE, ZIPPED = (100, 1000), 5000
PATIENCE = 120_000


def sheets(count: int) -> list[bytes]:
    """Return the files that so many people would send."""
    hub = read(peer.ROOT).hub
    criteria = hub.main_criteria() if hub else None
    if criteria is None:
        raise SystemExit("The hub has no criteria to score by.")
    chance = random.Random(count)
    maxima = tuple(most or 0 for most in rules_of(criteria).maxima.values())
    found = []
    for number in range(count):
        group = chance.choice(criteria.groups).id
        points = tuple(chance.randint(0, most) for most in maxima)
        code = encode(Declaration(criteria.id, group, points, number), Known(criteria.id, group, maxima))
        found.append(json.dumps({"format": "hub-self-check", "version": 1, "kind": "sheet", "code": code}).encode())
    return found


def written(folder: Path, count: int) -> list[Path]:
    """Write so many sheets as loose files, or as one zip where there are more than anyone chooses by hand."""
    folder.mkdir(parents=True)
    made = sheets(count)
    if count < ZIPPED:
        paths = [folder / f"phieu-{number}.json" for number in range(count)]
        for path, content in zip(paths, made, strict=True):
            path.write_bytes(content)
        return paths
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for number, content in enumerate(made):
            packed.writestr(f"xom/phieu-{number}.json", content)
    (folder / "phieu.zip").write_bytes(archive.getvalue())
    return [folder / "phieu.zip"]


def load(page: Page, address: str, files: list[Path], count: int) -> tuple[float, float]:
    """Load files into the page; returns seconds until the totals stand there, and the heap afterwards in MB."""
    session = page.context.new_cdp_session(page)
    page.goto(address)
    page.locator("html[data-ready]").wait_for(state="attached")
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    start = time.perf_counter()
    page.locator("[data-part=files]").set_input_files(files)
    page.wait_for_function(
        "(n) => document.querySelector('[data-part=said]').textContent.includes(String(n))", arg=count, timeout=PATIENCE
    )
    seconds = time.perf_counter() - start
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    heap = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
    return seconds, heap


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, help="built site; else one is built")
    options = parser.parse_args()
    holds = True
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        site = options.site or Path(work) / "site"
        if not options.site:
            command = [sys.executable, peer.ROOT / "scripts" / "build_site.py", "--out", site]
            subprocess.run(
                [*command, "--staging", Path(work) / "src"], check=True, env=peer.environment(), cwd=peer.ROOT
            )
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        print(f"| sheets | as | seconds, {SLOWER} times slower | heap |\n| ---: | --- | ---: | ---: |")
        with serving(site) as address:
            for count in (*LOOSE, ZIPPED):
                files = written(Path(work) / str(count), count)
                page = browser.new_page()
                seconds, heap = load(page, address + COLLECT, files, count)
                page.close()
                holds = holds and seconds < MOST_SECONDS and heap < MOST_HEAP
                kind = "one zip" if count >= ZIPPED else "loose files"
                print(f"| {count:,} | {kind} | {seconds:.2f} | {heap:.0f} MB |", flush=True)
        browser.close()
    print(f"\nBounds: {MOST_SECONDS:.0f} s and {MOST_HEAP} MB: {'held' if holds else 'NOT held'}.")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
