"""Open-resource metadata: each page as schema.org JSON-LD."""

from __future__ import annotations

from typing import Any

from hub.model.hub import Hub
from hub.pages.staged import StagedPage

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def json_ld(hub: Hub, page: StagedPage, canonical: str) -> dict[str, Any]:
    """Return the description of a page: LearningResource, Quiz or WebPage, with licence and language."""
    settings = hub.settings
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
    if settings.site_url:
        data["url"] = settings.site_url.rstrip("/") + "/" + canonical
    if minutes:
        data["timeRequired"] = f"PT{minutes}M"
    based_on = [_work(hub, source_id, page.locale) for source_id in page.sources if not hub.sources[source_id].internal]
    if based_on:
        data["isBasedOn"] = based_on
    return data | resource


def _work(hub: Hub, source_id: str, locale: str) -> dict[str, Any] | str:
    """Return a source: its address where it has one, which schema.org takes as the work itself, else its name."""
    source = hub.sources[source_id]
    if source.url:
        return source.url
    name = source.number or (source.title or source.about).to(locale)
    return {"@type": "CreativeWork", "name": name}
