#!/usr/bin/env python3
"""Write docs/bien-tap/loi.md, the editors' manual of error codes, from the rules and the catalogue.

Examples:
  python scripts/write_error_manual.py
  python scripts/write_error_manual.py --check    exit status 1 when the page is out of date
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hub.content.manual import FILE, render  # noqa: E402


def main(arguments: list[str] | None = None) -> int:
    """Write the page, or say whether it is up to date."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, only compare")
    given = parser.parse_args(arguments)
    path = ROOT / FILE
    text = render()
    same = path.exists() and path.read_text(encoding="utf-8") == text
    if given.check:
        print(f"== {FILE} is {'up to date' if same else 'out of date: run scripts/write_error_manual.py'}")
        return 0 if same else 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    print(f"== {FILE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
