#!/usr/bin/env python3
"""Start a new module or quiz: files that pass the check, for an editor to fill with words.

Nothing is ever overwritten.

Examples:
  python scripts/new.py module phong-tranh-lua-dao
  python scripts/new.py quiz an-toan-tren-mang
  python scripts/new.py quiz an-toan-tren-mang --root /tmp/ban-sao
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hub.content.read import read  # noqa: E402
from hub.content.starters import KINDS, StarterError, start  # noqa: E402
from hub.locales import strings  # noqa: E402


def main(arguments: list[str] | None = None) -> int:
    """Write the files and say which."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=KINDS, help="what to start")
    parser.add_argument("slug", help="its name in addresses, such as phong-tranh-lua-dao")
    parser.add_argument("--root", type=Path, default=ROOT, help="folder that holds hub.yml (default: this repository)")
    given = parser.parse_args(arguments)
    t = strings("vi")
    hub = read(given.root).hub
    if hub is None:
        print(t("starter.broken"), file=sys.stderr)
        return 1
    try:
        files = start(hub, given.root, given.kind, given.slug)
    except StarterError as error:
        print(t(f"starter.{error.key}", **error.values), file=sys.stderr)
        return 1
    print(t("starter.written"), *(f"  {path.relative_to(given.root)}" for path in files), t("starter.next"), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
