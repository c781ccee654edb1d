"""Every page of the hub: the one table of page makers."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hub.model.hub import Hub
from hub.pages.collect import collect_pages
from hub.pages.criteria import criteria_pages
from hub.pages.docs import doc_pages
from hub.pages.downloads import downloads_pages
from hub.pages.glossary import glossary_pages
from hub.pages.guides import Around, guide_pages
from hub.pages.home import home_pages
from hub.pages.module import module_pages
from hub.pages.plan import plan_pages
from hub.pages.quizzes import quiz_pages
from hub.pages.self_check import self_check_pages
from hub.pages.self_check_values import TEMPLATE
from hub.pages.sources import sources_pages
from hub.pages.staged import StagedPage
from hub.pages.targets import road_pages
from hub.pages.titles import search_pages


@dataclass(frozen=True)
class SiteInput:
    """What page makers may use beside the hub's models."""

    root: Path
    """Folder of the content, for prose pages and pictures."""
    today: str
    """ISO date that tells what is past."""
    downloads: list[dict[str, Any]] = field(default_factory=list)
    """What can be downloaded, as the builders of documents list it."""


def made_pages(hub: Hub, given: SiteInput) -> list[StagedPage]:
    """Return the pages made from data, of all locales; home and search come last, when all others are known."""
    ready = {file["name"] for document in given.downloads for file in document["files"]}
    checks = self_check_pages(hub, template=TEMPLATE in ready)
    return [
        *plan_pages(hub, given.today),
        *road_pages(hub, given.downloads, given.today),
        *criteria_pages(hub),
        *guide_pages(hub, Around(paths={page.path for page in checks}, downloads=given.downloads)),
        *module_pages(hub, given.downloads),
        *checks,
        *collect_pages(hub, ready),
        *quiz_pages(hub),
        *downloads_pages(hub, given.downloads),
        *sources_pages(hub),
        *glossary_pages(hub),
    ]


def all_pages(hub: Hub, given: SiteInput, made: list[StagedPage]) -> list[StagedPage]:
    """Return the pages of all locales. Prose under docs/ wins over a page made from data.

    Args:
        made: what `made_pages` returned for the same input; checking links needs it before there may be a hub.
    """
    written = doc_pages(hub, given.root)
    taken = {(page.path, page.locale) for page in written}
    pages = [*written, *(page for page in made if (page.path, page.locale) not in taken)]
    home = [page for page in home_pages(hub, {page.path for page in pages}) if ("", page.locale) not in taken]
    pages = [*home, *pages]
    return [*pages, *search_pages(hub, pages)]
