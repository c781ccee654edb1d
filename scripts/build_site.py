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
from pathlib import Path

from hub.build import BuildPlaces, build_and_tell, places_of

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT, help="folder with hub.yml, docs/, materials/, quizzes/")
    usual = places_of(ROOT)
    parser.add_argument("--out", type=Path, default=usual.out, help="folder for the site")
    parser.add_argument("--staging", type=Path, default=usual.staging, help="folder for the pages before MkDocs")
    parser.add_argument("--downloads", type=Path, default=usual.downloads, help="folder of built booklets")
    parser.add_argument("--today", default=datetime.date.today().isoformat(), help="date that tells what is past")
    parser.add_argument("--cache", type=Path, default=usual.cache, help="folder that keeps fonts and templates")
    options = parser.parse_args()
    places = BuildPlaces(options.root, options.staging, options.out, options.downloads, options.cache)
    return 0 if build_and_tell(places, options.today) else 1


if __name__ == "__main__":
    sys.exit(main())
