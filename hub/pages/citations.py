"""What a citation is called on a page, and where it leads."""

from __future__ import annotations

from collections.abc import Iterable

from hub.model.hub import Hub
from hub.model.plan import clause_name
from hub.model.source import Citation, Source
from hub.pages.environment import Page
from hub.pages.links import citation_path


def _indicator(hub: Hub, indicator_id: str, page: Page) -> str:
    if indicator_id == "quy-tac":
        return page.t("quiz.rules")
    if indicator_id == "quy-trinh":
        return page.t("quiz.procedure")
    found = [one for group in hub.criteria.values() for one in group.indicators() if one.id == indicator_id]
    return page.t("quiz.indicator", name=found[0].name.to(page.locale) if found else indicator_id)


def source_name(source: Source, locale: str) -> str:
    """Return a source's short name: number or title, then who issued it."""
    issuer = source.issuer.to(locale) if source.issuer else ""
    title = source.title.to(locale) if source.title else ""
    name = source.number or title or source.about.to(locale).rstrip(".")
    return f"{name}, {issuer}" if issuer and issuer != name else name


def cited(hub: Hub, citations: Iterable[Citation], page: Page) -> list[dict[str, str]]:
    """Return label and address of each citation that may be shown, without repetition."""
    shown: dict[str, dict[str, str]] = {}
    for citation in citations:
        if citation.clause:
            label = page.t("quiz.clause", clause=clause_name(citation.clause, page.t))
        elif citation.indicator:
            label = _indicator(hub, citation.indicator, page)
        elif hub.sources[citation.source].internal:
            continue
        else:
            label = source_name(hub.sources[citation.source], page.locale)
        if citation.where:
            label = f"{label}, {citation.where.to(page.locale)}"
        shown.setdefault(label, {"label": label, "url": page.url(citation_path(hub, citation))})
    return list(shown.values())
