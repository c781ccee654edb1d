"""The sources page: one entry a source, grouped by kind, with how far it was read."""

from __future__ import annotations

from typing import Any

from hub.model.hub import Hub
from hub.model.source import Source
from hub.pages.environment import Page
from hub.pages.links import SOURCES
from hub.pages.staged import StagedPage
from hub.pages.words import source_file

KINDS = ("plan", "party", "law", "decision", "circular", "guidance", "site", "press", "dataset")


def _entry(hub: Hub, source: Source, page: Page) -> dict[str, Any]:
    cited = [hub.sources[source_id] for source_id in source.cited_by]
    return {
        "id": source.id,
        "title": source.title.to(page.locale) if source.title else "",
        "rebuilt": source.title_rebuilt,
        "number": source.number or "",
        "issuer": source.issuer.to(page.locale) if source.issuer else "",
        "date": page.t.date(source.date) if source.date else "",
        "url": source.url or "",
        "seen": source.seen,
        "cited_by": ", ".join(other.number or other.id for other in cited if not other.internal),
        "checked": page.t.date(source.checked),
        "about": source.about.to(page.locale),
    }


def sources_pages(hub: Hub) -> list[StagedPage]:
    """Return the sources page in every locale; internal sources are not on it."""
    shown = [source for source in hub.sources.values() if not source.internal]
    if not shown:
        return []
    pages = []
    for setting in hub.settings.locales:
        page = Page(SOURCES, setting.code, hub.settings.default_locale)
        groups = [
            {
                "id": f"loai-{kind}",
                "title": page.t(f"pages.kind_{kind}"),
                "items": [_entry(hub, source, page) for source in shown if source.kind == kind],
            }
            for kind in KINDS
        ]
        pages.append(
            StagedPage(
                path=SOURCES,
                locale=setting.code,
                title=page.t("pages.sources_title"),
                body=page.render("sources.md.j2", groups=[group for group in groups if group["items"]]),
                description=page.t("pages.sources_lead"),
                origin=source_file("materials/sources.yml", page, shown[0].about),
                order=80,
            )
        )
    return pages
