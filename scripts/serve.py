#!/usr/bin/env python3
"""Build what is out of date, serve the site on this machine, rebuild and reload when content changes.

Examples:
  .venv/bin/python scripts/serve.py
  .venv/bin/python scripts/serve.py --port 9000
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from hub.workshop import Workshop

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=8000, help="port on 127.0.0.1 (8000)")
    parser.add_argument("--no-watch", action="store_true", help="serve only; do not look for changes")
    options = parser.parse_args()
    return Workshop(ROOT).serve(options.port, watch=not options.no_watch)


if __name__ == "__main__":
    sys.exit(main())
