"""The plan as readers see it is the plan as it was scanned, word by word, but for the listed corrections."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

from tests.site.conftest import ROOT

PLAN = ROOT / "materials" / "plan"
PLACES = {"modau": "mở đầu", "ket": "kết"}
"""What the plan itself does not number is named by where it stands."""


def scanned() -> str:
    """Return the text as it was scanned."""
    return (PLAN / "plan.scan.txt").read_text(encoding="utf-8")


def words(text: str) -> list[str]:
    """Return the words of a text without the marks of Markdown: headings, stress, the dash of a list."""
    lines = (re.sub(r"^(?:#+|-)\s+", "", line.strip()) for line in text.splitlines())
    return " ".join(lines).replace("*", "").split()


def corrected(text: str) -> str:
    """Apply the listed corrections: clauses in the order of the text, within a clause wherever the words stand."""
    start = end = 0
    clause = ""
    for item in yaml.safe_load((PLAN / "corrections.yml").read_text(encoding="utf-8")):
        if item["clause"] != clause:
            start, clause = end, item["clause"]
        found = text.find(item["scanned"], start)
        assert found >= 0, f"{clause}: {item['scanned']} is not in the scan after the correction of the clause before"
        text = text[:found] + item["mended"] + text[found + len(item["scanned"]) :]
        end = max(end, found + len(item["mended"]))
    return text


def plan_pages(site: Path) -> list[BeautifulSoup]:
    """Return the plan's pages as its first page lists them."""
    first = BeautifulSoup((site / "ke-hoach" / "index.html").read_text(encoding="utf-8"), "lxml")
    places = [str(link["href"]) for link in first.select(".tasks--page a")]
    assert len(places) == 4
    files = [site / "ke-hoach" / place / "index.html" for place in places]
    return [first, *(BeautifulSoup(file.read_text(encoding="utf-8"), "lxml") for file in files)]


def clauses(site: Path) -> list[Tag]:
    """Return the element of every clause, in order."""
    return [clause for page in plan_pages(site) for clause in page.select("[data-clause]")]


def rendered(site: Path) -> list[str]:
    """Return the words of the plan as the site shows them."""
    return [word for clause in clauses(site) for word in words(clause.get_text())]


def test_the_plan_is_shown_word_by_word(built_site: Path) -> None:
    """All words of the scan stand on the site, in their order, none added: only the listed corrections differ."""
    shown, wanted = rendered(built_site), words(corrected(scanned()))
    first = next(
        (n for n, (a, b) in enumerate(zip(shown, wanted, strict=False)) if a != b), min(len(shown), len(wanted))
    )
    assert shown == wanted, f"... {shown[first - 5 : first + 5]} instead of {wanted[first - 5 : first + 5]}"
    assert len(shown) > 2000


@pytest.mark.parametrize("change", [("học tập", "học"), ("Nguyên Bình", "Nguyễn Bình"), (";", "")])
def test_a_changed_word_is_found(built_site: Path, change: tuple[str, str]) -> None:
    """The test above is able to fail: a word less, a mark more, a sign less is a difference."""
    assert rendered(built_site) != words(corrected(scanned()).replace(*change, 1))


def test_every_clause_has_an_address_of_its_own(built_site: Path) -> None:
    """Each clause has a stable anchor, a link to it that says its number, and a button that copies it."""
    seen = set()
    for clause in clauses(built_site):
        name = str(clause["data-clause"])
        anchor = name.lower().replace(".", "-")
        seen.add(name)
        place = clause if clause.get("id") == anchor else clause.find_parent(id=anchor)
        assert place is not None, name
        page = clause.find_parent("article")
        assert isinstance(page, Tag)
        link = page.select_one(f'a.cid[href="#{anchor}"]')
        assert link is not None, name
        place_name, _, number = name.partition(".")
        shown = f"{PLACES[place_name]}, đoạn {number}" if place_name in PLACES else name
        assert link.get_text() == shown.rpartition(", ")[2]
        assert shown in str(link["aria-label"])
        copy = link.find_next_sibling("button", class_="copy")
        assert isinstance(copy, Tag), name
        assert str(copy["aria-label"]).startswith(copy.get_text())
        assert shown in str(copy["aria-label"])
    assert {"I", "II.3.b", "IV.8.b", "modau.1", "ket.1"} <= seen
    assert len(seen) == len(clauses(built_site))
