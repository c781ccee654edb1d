#!/usr/bin/env python3
"""Build booklets, cards, quiz papers (PDF) and forms (PDF, Word, Excel); only what changed is made again.

Examples:
    scripts/build_booklets.py                      everything the content gives
    scripts/build_booklets.py ke-hoach tieu-chi    two of them
    scripts/build_booklets.py --list               the names that can be given
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from hub.content.read import ContentErrors, read  # noqa: E402
from hub.documents.build import build  # noqa: E402
from hub.documents.catalogue import documents, select  # noqa: E402
from hub.documents.errors import DocumentError  # noqa: E402
from hub.locales import strings  # noqa: E402


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", metavar="NAME", nargs="*", help="documents to build; all where none is named")
    parser.add_argument("--root", type=Path, default=ROOT, help="folder with hub.yml, materials/ and quizzes/")
    parser.add_argument("--out", type=Path, help="where the files go (default: ROOT/site/downloads)")
    parser.add_argument("--site", type=Path, help="a built site whose downloads/ is brought up to date as well")
    parser.add_argument("--workers", type=int, default=2, help="how many are made at a time")
    parser.add_argument("--list", action="store_true", help="print the names and stop")
    return parser.parse_args()


def main() -> int:
    """Read the content, build, and say what was done."""
    arguments = _arguments()
    t = strings("vi")
    started = time.monotonic()
    try:
        everything = documents(read(arguments.root).required(), arguments.root)
        wanted = select(everything, arguments.names)
        if arguments.list:
            print("\n".join(document.name for document in wanted))
            return 0
        out = arguments.out or arguments.root / "site" / "downloads"
        made = build(wanted, everything, out, lambda line: print(line, flush=True), arguments.workers)
        if arguments.site and out.resolve() != (arguments.site / "downloads").resolve():
            from hub.build import copy_downloads  # heavy; only when there is a site

            copy_downloads(out, arguments.site)
    except (ContentErrors, DocumentError) as error:
        print(error, file=sys.stderr)
        return 1
    seconds = time.monotonic() - started
    print(t("documents.built", made=len(made), kept=len(wanted) - len(made), seconds=t.number(seconds)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
