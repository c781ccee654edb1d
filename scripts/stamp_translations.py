#!/usr/bin/env python3
"""Note in translations that they follow their base files as these are now.

Run it after a translation was brought up to date; from then on the check warns when its base file changes.

Examples:
  python scripts/stamp_translations.py quizzes/ke-hoach-va-tieu-chi.en.yml
  python scripts/stamp_translations.py --all
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hub.content.stamp import stamp  # noqa: E402


def main(arguments: list[str] | None = None) -> int:
    """Write the hashes and say where."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", help="translations, as paths from the root")
    parser.add_argument("--all", action="store_true", help="every translation")
    parser.add_argument("--root", type=Path, default=ROOT, help="folder that holds hub.yml (default: this repository)")
    given = parser.parse_args(arguments)
    if not given.files and not given.all:
        parser.error("name the translations, or --all")
    changed = stamp(given.root, None if given.all else set(given.files))
    print(*(f"  {name}" for name in changed), f"== {len(changed)} noted", sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
