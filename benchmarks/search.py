#!/usr/bin/env python3
"""Weigh the search of a built site and ask it every query of the corpus, without a browser.

Examples:
  .venv/bin/python benchmarks/search.py
  .venv/bin/python benchmarks/search.py --site build/second --misses
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import yaml

from tests.node import NODE

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "tests" / "corpora" / "search-queries.yml"
ASK = ROOT / "tests" / "search" / "ask.mjs"


def weight(*files: Path) -> str:
    """Return what files weigh when served gzipped."""
    return f"{sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) / 1000:.1f} kB"


def asked(site: Path, locale: str, queries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the answer to each query, decomposed where its kind says so."""
    typed = [unicodedata.normalize("NFD", query["q"]) if query["kind"] == "nfd" else query["q"] for query in queries]
    command = [NODE, "--no-warnings", str(ASK), str(site / "search" / locale), locale]
    run = subprocess.run(command, input=json.dumps(typed), capture_output=True, text=True, check=True)
    return list(json.loads(run.stdout))


def rank(answer: dict[str, Any], expected: list[str]) -> int:
    """Return the place of the first right result, or 0."""
    for place, result in enumerate(answer["results"], start=1):
        if result["path"] in expected or f"{result['path'].partition('#')[0]}#*" in expected:
            return place
    return 0


def report(site: Path, locale: str, misses: bool) -> None:
    """Print weight, time and recall of one locale."""
    folder = site / "search" / locale
    titles, bodies = folder / "titles.json", folder / "bodies.json"
    sections = len(json.loads(titles.read_text(encoding="utf-8"))["sections"])
    print(f"{locale}: {sections} sections, titles {weight(titles)}, bodies {weight(bodies)} gzipped")
    queries = [query for query in yaml.safe_load(CORPUS.read_text(encoding="utf-8")) if query["locale"] == locale]
    answers = asked(site, locale, queries)
    ranks = [rank(answer, query["expect"]) for answer, query in zip(answers, queries, strict=True)]
    for kind in sorted({query["kind"] for query in queries}):
        own = [place for place, query in zip(ranks, queries, strict=True) if query["kind"] == kind]
        first, five = sum(place == 1 for place in own), sum(0 < place <= 5 for place in own)
        print(f"  {kind:12} {len(own):3} queries  first {first / len(own):.2f}  among five {five / len(own):.2f}")
    times = [answer["ms"] for answer in answers]
    print(f"  {statistics.median(times):.0f} ms a query, {max(times):.0f} at most")
    if misses:
        for place, query, answer in zip(ranks, queries, answers, strict=True):
            if place != 1:
                got = ", ".join(result["path"] for result in answer["results"][:3])
                print(f"    {place or '-'}  {query['q']}: wants {query['expect'][0]}, got {got}")


def main() -> int:
    """Print both locales and the weight of the scripts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="folder of a built site")
    parser.add_argument("--misses", action="store_true", help="name the queries that do not lead there at once")
    options = parser.parse_args()
    scripts = sorted((ROOT / "theme" / "components" / "search").glob("*.js"))
    lunr = ROOT / "node_modules" / "lunr" / "lunr.min.js"
    print(f"scripts: ours {weight(*scripts)} in {len(scripts)} files, lunr {weight(lunr)} gzipped")
    for folder in sorted((options.site / "search").iterdir(), reverse=True):
        report(options.site, folder.name, options.misses)
    return 0


if __name__ == "__main__":
    sys.exit(main())
