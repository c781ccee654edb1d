#!/usr/bin/env python3
"""Write the JSON Schemas of the content files, for editors that complete and check while one types.

A content file names its schema in its first line: # yaml-language-server: $schema=../schemas/quiz.json
(a translation names quiz.texts.json).

Examples:
  python scripts/export_schemas.py
  python scripts/export_schemas.py --out /tmp/schemas
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hub.content.schemas import file_schemas  # noqa: E402


def main(arguments: list[str] | None = None) -> int:
    """Write the schemas and say where."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "schemas", help="folder to write into (default: schemas)")
    given = parser.parse_args(arguments)
    given.out.mkdir(parents=True, exist_ok=True)
    schemas = file_schemas()
    for name, schema in schemas.items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (given.out / name).write_text(text, encoding="utf-8")
    print(f"== {len(schemas)} schemas in {given.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
