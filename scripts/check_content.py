#!/usr/bin/env python3
"""Check content files and say in plain Vietnamese what is wrong, where, and how to mend it.

Exit status: 0 when there is no error (warnings may be shown), 1 when there is one. Nothing is written.

Examples:
  python scripts/check_content.py                      this repository
  python scripts/check_content.py --root /tmp/ban-sao  a copy of hub.yml, materials/, quizzes/, docs/
  python scripts/check_content.py --json > loi.json    for editors and CI
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hub.content.problems import report, report_json  # noqa: E402
from hub.content.read import read  # noqa: E402
from hub.locales import available  # noqa: E402
from hub.pages.paths import site_paths  # noqa: E402


def main(arguments: list[str] | None = None) -> int:
    """Run the check and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT, help="folder that holds hub.yml (default: this repository)")
    parser.add_argument("--json", action="store_true", help="print the problems as JSON")
    parser.add_argument("--locale", default="vi", choices=available(), help="language of the report (default: vi)")
    given = parser.parse_args(arguments)
    reading = read(given.root, site_paths)
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        print((report_json if given.json else report)(reading.problems, given.locale), flush=True)
    except BrokenPipeError:  # whoever read the report has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1 if reading.errors else 0


if __name__ == "__main__":
    sys.exit(main())
