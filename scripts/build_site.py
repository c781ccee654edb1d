#!/usr/bin/env python3
"""Read the content, check it, write the staging folder and build the site.

Examples:
  .venv/bin/python scripts/build_site.py
  .venv/bin/python scripts/build_site.py --root tests/hubs/second --out build/second --staging build/second-src
"""

from __future__ import annotations

import argparse
import datetime
import sys
import time
from pathlib import Path

from hub.build import BuildPlaces, build_site
from hub.content.read import ContentErrors

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT, help="folder with hub.yml, docs/, materials/, quizzes/")
    parser.add_argument("--out", type=Path, default=ROOT / "site", help="folder for the site")
    parser.add_argument("--staging", type=Path, default=ROOT / "site-src", help="folder for the pages before MkDocs")
    parser.add_argument("--downloads", type=Path, default=ROOT / "build" / "downloads", help="folder of built booklets")
    parser.add_argument("--today", default=datetime.date.today().isoformat(), help="date that tells what is past")
    parser.add_argument("--cache", type=Path, default=ROOT / "build" / "fonts", help="folder that keeps subset fonts")
    options = parser.parse_args()
    start = time.perf_counter()
    places = BuildPlaces(options.root, options.staging, options.out, options.downloads, options.cache)
    try:
        count = build_site(places, options.today, say=lambda line: print(line, flush=True))
    except ContentErrors as errors:
        print(errors, file=sys.stderr)
        return 1
    print(f"== {count} pages in {options.out} ({time.perf_counter() - start:.1f} s)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
