#!/usr/bin/env python3
"""Build the same ten items with our engine and with the mkdocs-quiz plugin, and print what each page can do.

Examples:
  .venv/bin/python benchmarks/quiz_peer.py
  .venv/bin/python benchmarks/quiz_peer.py --what axe     what axe-core found on each page, line by line
"""

from __future__ import annotations

import argparse
import sys

from benchmarks import quiz_pages
from benchmarks.browser import axe, serving, violations, visiting, weigh
from benchmarks.quiz_probes import OURS, PLUGIN, Engine, choose, probe, reasons, responses
from benchmarks.table import Row, judged, table
from hub.browser import chromium
from hub.model.quiz import Quiz
from hub.model.scoring import score
from hub.pages.links import quiz_path

ENGINES: dict[str, Engine] = {"ours": OURS, "plugin": PLUGIN, "stock": PLUGIN}
COLUMNS = ("ours", "mkdocs-quiz, our templates", "mkdocs-quiz, stock Material")


def expected(quiz: Quiz) -> float:
    """Return the points our rule gives for what is answered."""
    chosen = {
        item.id: [item.choices()[place].id for place in places]
        for item, places in zip(quiz.items, responses(quiz), strict=True)
    }
    return score(quiz, chosen).points


def rows(found: dict[str, dict[str, float]], quiz: Quiz) -> list[Row]:
    """Return the table: what is measured, which way is better, what is never excused."""
    count, all_reasons = len(quiz.items), len(reasons(quiz))
    partly = sum(len(item.key()) > 1 for item in quiz.items)

    def row(name: str, key: str, better: str, unit: str = "", strict: bool = False) -> Row:
        return Row(name, tuple(found[site][key] for site in ENGINES), better, unit, strict)  # type: ignore[arg-type]

    whole = count - partly
    credit = Row(
        f"points for one right option of several ({partly} items)",
        tuple(round(found[site]["points"] - whole, 2) for site in ENGINES),
        "more",
    )
    return [
        row("HTML, gzipped", "html", "less", "bytes"),
        row("all resources, gzipped", "total", "less", "bytes"),
        row("JavaScript, gzipped", "scripts", "less", "bytes"),
        row("requests", "requests", "less"),
        row("blocked by our policy", "blocked", "less"),
        row("answers are checked under our policy", "policy_works", "more", "yes"),
        row("axe violations, untouched", "axe_first", "less", strict=True),
        row("axe violations, answered", "axe_answered", "less", strict=True),
        row("Tab stops in the article", "tab_stops", "less", strict=True),
        row("options reached with arrow keys before it locks", "by_arrows", "more", strict=True),
        row("options lower than 44 px", "small", "less", strict=True),
        row("lowest option", "lowest", "more", "px", strict=True),
        row(f"without JavaScript: questions to read, of {count}", "plain_stems", "more", strict=True),
        row(f"without JavaScript: reasons to read, of {all_reasons}", "plain_reasons", "more", strict=True),
        row(f"reasons shown after answering, of {all_reasons}", "reasons_answered", "more"),
        credit,
        row(f"print: questions, of {count}", "print_stems", "more"),
        row("print: reasons that give the key away", "print_reasons", "less"),
        row("print, answered: reasons", "print_reasons_answered", "more"),
        row("print: buttons on paper", "print_buttons", "less"),
        row("print: A4 pages", "print_pages", "less"),
    ]


def measure(quiz: Quiz, what: str) -> dict[str, dict[str, float]]:
    """Build the three sites and measure each."""
    sites = quiz_pages.build(quiz_pages.hub_of_ten())
    found: dict[str, dict[str, float]] = {}
    with chromium() as browser:
        for name, engine in ENGINES.items():
            with serving(sites[name]) as base:
                address = base + quiz_path(quiz_pages.QUIZ)
                lift = engine is PLUGIN
                if what == "axe":
                    with visiting(browser, address, bypass_csp=lift) as page:
                        print(f"{name}, untouched", *axe(page), sep="\n  ")
                        choose(page, engine, responses(quiz))
                        print(f"{name}, answered", *axe(page), sep="\n  ")
                weight = weigh(browser, address, bypass_csp=lift)
                found[name] = {
                    "html": weight.html,
                    "total": weight.total,
                    "scripts": weight.scripts,
                    "requests": weight.requests,
                    "blocked": violations(browser, address),
                    **probe(browser, address, engine, quiz, lift),
                }
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--what", choices=["table", "axe"], default="table", help="also print what axe-core found")
    options = parser.parse_args()
    quiz = quiz_pages.hub_of_ten().quizzes[quiz_pages.QUIZ]
    found = measure(quiz, options.what)
    shown = rows(found, quiz)
    print(table(f"{len(quiz.items)} items, one page", COLUMNS, shown))
    ours = found["ours"]["points"]
    print(f"Our page gives {ours:g} points, the rule in hub/model/scoring.py gives {expected(quiz):g}.")
    text, holds = judged(shown)
    print(text)
    return 0 if holds and abs(ours - expected(quiz)) < 0.01 else 1


if __name__ == "__main__":
    sys.exit(main())
