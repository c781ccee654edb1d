#!/usr/bin/env python3
"""Write the scoring cases that the Python and the JavaScript scorer both pass."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from hub.vectors import vectors_json  # noqa: E402

FILE = ROOT / "tests" / "vectors" / "scoring.json"


def main(arguments: list[str] | None = None) -> int:
    """Write the file, or with --check say whether it is up to date."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog="examples:\n  scripts/export_vectors.py\n  scripts/export_vectors.py --check",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the file is out of date")
    options = parser.parse_args(arguments)
    text = vectors_json()
    if options.check:
        current = FILE.is_file() and FILE.read_text(encoding="utf-8") == text
        print(f"{FILE.relative_to(ROOT)}: {'up to date' if current else 'out of date'}")
        return 0 if current else 1
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(text, encoding="utf-8")
    print(f"{FILE.relative_to(ROOT)}: written")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
