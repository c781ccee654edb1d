#!/usr/bin/env python3
"""Write the cases that Python and JavaScript both pass: scores of quizzes, self-scores, ways to a target."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from hub import assessment_vectors, target_vectors, vectors  # noqa: E402

FILES = {
    "scoring.json": vectors.vectors_json,
    "assessment.json": assessment_vectors.vectors_json,
    "targets.json": target_vectors.vectors_json,
}
FOLDER = ROOT / "tests" / "vectors"


def main(arguments: list[str] | None = None) -> int:
    """Write the files, or with --check say whether they are up to date."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog="examples:\n  scripts/export_vectors.py\n  scripts/export_vectors.py --check",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file is out of date")
    options = parser.parse_args(arguments)
    stale = 0
    for name, make in FILES.items():
        file, text = FOLDER / name, make()
        current = file.is_file() and file.read_text(encoding="utf-8") == text
        if not current and not options.check:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        stale += not current
        print(f"{file.relative_to(ROOT)}: {'up to date' if current else 'out of date' if options.check else 'written'}")
    return 1 if stale and options.check else 0


if __name__ == "__main__":
    raise SystemExit(main())
