"""Addresses of the site's own pages, as paths from the root of one locale's tree."""

from __future__ import annotations

import posixpath

from hub.model.base import anchor
from hub.model.hub import Hub
from hub.model.source import Citation

PLAN = "ke-hoach/"
ROAD = "ke-hoach/di-toi-muc-tieu/"
CRITERIA = "tieu-chi/"
TRAINING = "tap-huan/"
SELF_CHECK = "tu-cham/"
COLLECT = "tu-cham/tong-hop/"
QUIZZES = "trac-nghiem/"
DOWNLOADS = "tai-ve/"
ABOUT = "gioi-thieu/"
SOURCES = "gioi-thieu/nguon/"
GLOSSARY = "gioi-thieu/giai-thich-tu/"
SEARCH = "tim-kiem/"


def part_path(part_id: str) -> str:
    """Return the page of a plan's part; the opening stands on the plan's first page."""
    return PLAN if part_id == "mo-dau" else f"{PLAN}phan-{part_id.lower()}/"


def clause_path(hub: Hub, clause: str) -> str:
    """Return page and anchor of a clause.

    Raises:
        KeyError: the plan has no such clause.
    """
    if hub.plan is None:
        raise KeyError(clause)
    return f"{part_path(hub.plan.clauses()[clause].part)}#{anchor(clause)}"


def body_path(body_id: str) -> str:
    """Return the page "Việc của ..." of one body."""
    return f"{PLAN}viec-cua/{body_id}/"


def indicator_path(indicator_id: str) -> str:
    """Return the section of one indicator (or of `quy-tac`, the rules) on the criteria page."""
    return f"{CRITERIA}#{indicator_id}"


def guide_path(group: str) -> str:
    """Return the self-scoring guide of one group of people."""
    return f"{CRITERIA}{group}/"


def module_path(slug: str) -> str:
    """Return a training module's first page."""
    return f"{TRAINING}{slug}/"


def self_check_path(group: str) -> str:
    """Return the self-check of one group of people."""
    return f"{SELF_CHECK}{group}/"


def quiz_path(slug: str) -> str:
    """Return a quiz's page."""
    return f"{QUIZZES}{slug}/"


def source_path(source_id: str) -> str:
    """Return a source's entry on the sources page."""
    return f"{SOURCES}#{source_id}"


def term_path(term_id: str) -> str:
    """Return a term's entry in the glossary."""
    return f"{GLOSSARY}#{term_id}"


def citation_path(hub: Hub, citation: Citation) -> str:
    """Return the nearest place on the site that shows what a citation rests on."""
    if citation.clause:
        return clause_path(hub, citation.clause)
    if citation.indicator == "quy-trinh":
        return f"{CRITERIA}quy-trinh/"
    if citation.indicator:
        return indicator_path(citation.indicator)
    return source_path(citation.source)


def relative(here: str, there: str) -> str:
    """Return `there` as seen from the page at `here`, both from the same root.

    `relative("ke-hoach/phan-i/", "tieu-chi/#quy-tac")` is `../../tieu-chi/#quy-tac`.
    """
    path, hash_, fragment = there.partition("#")
    if path == here:
        return f"#{fragment}" if hash_ else "./"
    base = here if here.endswith("/") else posixpath.dirname(here) + "/"
    result = posixpath.relpath("/" + path, "/" + base.strip("/"))
    if path == "" or path.endswith("/"):
        result = "./" if result == "." else result + "/"
    return f"{result}{hash_}{fragment}"
