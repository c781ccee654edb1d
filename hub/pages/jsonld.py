"""Open-resource metadata: each page as schema.org JSON-LD."""

from __future__ import annotations

from typing import Any

from hub.model.hub import Hub
from hub.model.source import Source
from hub.pages.links import source_path
from hub.pages.staged import StagedPage

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def json_ld(hub: Hub, page: StagedPage, canonical: str) -> dict[str, Any]:
    """Return the description of a page: LearningResource, Quiz or WebPage, with licence and language."""
    settings = hub.settings
    root = settings.site_url.rstrip("/") + "/" if settings.site_url else ""
    resource = dict(page.resource)
    minutes = resource.pop("minutes", None)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": resource.pop("type", "WebPage"),
        "name": page.title,
        "inLanguage": page.locale,
        "license": LICENCE,
        "isAccessibleForFree": True,
        "publisher": {"@type": "Organization", "name": settings.publisher.to(page.locale)},
        "dateModified": settings.checked,
    }
    if page.description:
        data["description"] = page.description
    if root:
        data["url"] = root + canonical
    if minutes:
        data["timeRequired"] = f"PT{minutes}M"
    shown = [hub.sources[source_id] for source_id in page.sources]
    tree = root + canonical.removesuffix(page.path) if root else ""
    based_on = [_work(source, page.locale, tree) for source in shown if not source.internal]
    if based_on:
        data["isBasedOn"] = based_on
    return data | resource


def _work(source: Source, locale: str, tree: str) -> dict[str, Any]:
    """Describe a source in the words of the page's own list of sources, which weigh nothing a second time.

    Args:
        source: what a page rests on.
        locale: of the page.
        tree: address of the locale's first page, for the entry that says all; empty where the hub has no address.
    """
    work = {"@type": "CreativeWork", "name": (source.title or source.about).to(locale)}
    if source.number:
        work["identifier"] = source.number
    if tree:
        work["url"] = tree + source_path(source.id)
    return work
