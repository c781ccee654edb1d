"""Every address the site will have, for checking links before anything is built."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from hub.model.hub import Hub
from hub.pages.links import CRITERIA, DOWNLOADS, GLOSSARY, SEARCH, SOURCES, clause_path
from hub.pages.site import SiteInput, made_pages
from hub.pages.staged import StagedPage


def site_paths(hub: Hub) -> Collection[str]:
    """Return the paths of all pages made from data, and the anchors others may link to."""
    return paths_of(hub, made_pages(hub, SiteInput(Path(), hub.settings.checked)))


def paths_of(hub: Hub, made: Iterable[StagedPage]) -> Collection[str]:
    """Return the paths of pages made from data and of those every hub has, and the anchors others may link to."""
    paths = {page.path for page in made} | {"", DOWNLOADS, SEARCH}
    if hub.plan:
        paths |= {clause_path(hub, clause) for clause in hub.plan.clauses()}
    for criteria in hub.criteria.values():
        paths |= {f"{CRITERIA}#{criterion.id}" for criterion in criteria.criteria}
        paths |= {f"{CRITERIA}#{indicator.id}" for indicator in criteria.indicators()}
        paths |= {f"{CRITERIA}#{name}" for name in ("quy-tac", "chua-ro", "mau-phieu", "cam-nang")}
    paths |= {f"{SOURCES}#{source.id}" for source in hub.sources.values() if not source.internal}
    paths |= {f"{GLOSSARY}#{term}" for term in hub.glossary}
    return paths
