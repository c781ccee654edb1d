"""What the theme is told: about the site in each locale, and about each page."""

from __future__ import annotations

from typing import Any

from hub.locales import strings
from hub.model.hub import Hub
from hub.pages.jsonld import json_ld
from hub.pages.links import DOWNLOADS, SEARCH, source_path
from hub.pages.nav import Tree, section_of
from hub.pages.staged import StagedPage

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"
)
"""Content security policy of every page; the server adds `frame-ancestors 'none'`."""


def prefix(hub: Hub, locale: str) -> str:
    """Return the folder of a locale's tree: empty for the first language."""
    return "" if locale == hub.settings.default_locale else f"{locale}/"


def site_record(hub: Hub, locale: str, tree: Tree) -> dict[str, Any]:
    """Return what every page of a locale shows: names, sections, footer."""
    settings, t = hub.settings, strings(locale, hub.settings.default_locale)
    contact = settings.contact
    lines = [text.to(locale) for text in (contact.name, contact.address) if text]
    lines += [line for line in (contact.phone, contact.email) if line]
    footer = [(DOWNLOADS, "site.downloads"), (SEARCH, "site.all_pages")]
    return {
        "name": settings.name.to(locale),
        "place": settings.place.to(locale),
        "region": settings.region.to(locale) if settings.region else "",
        "publisher": settings.publisher.to(locale),
        "slogan": settings.slogan.to(locale),
        "contact": lines,
        "sections": tree.sections,
        "footer_links": [{"path": path, "title": t(key)} for path, key in footer if path in tree.pages],
    }


def _sources(hub: Hub, page: StagedPage, locale: str) -> list[dict[str, str]]:
    t = strings(locale, hub.settings.default_locale)
    listed = []
    for source_id in page.sources:
        source = hub.sources[source_id]
        if source.internal:
            continue
        title = source.title.to(locale) if source.title else (source.about.to(locale).rstrip("."))
        name = f"{source.number}: {title}" if source.number else title
        issuer = f", {source.issuer.to(locale)}" if source.issuer else ""
        listed.append({"path": source_path(source_id), "title": name + issuer, "checked": t.date(source.checked)})
    return listed


def page_record(hub: Hub, locale: str, tree: Tree, path: str, locales_of: dict[str, set[str]]) -> dict[str, Any]:
    """Return what the theme needs to know of one page in one locale."""
    settings = hub.settings
    page = tree.pages[path]
    t = strings(locale, settings.default_locale)
    before, after = tree.neighbours(path)
    section = section_of(path)
    fallback = page.locale != locale
    canonical = prefix(hub, page.locale) + path
    return {
        "path": path,
        "title": page.title,
        "description": page.description,
        "section": section,
        "section_title": tree.pages[section].short if section in tree.pages else "",
        "crumbs": tree.crumbs(path, t("site.home")),
        "siblings": tree.siblings(path),
        "previous": before,
        "next": after,
        "fallback": fallback,
        "canonical": canonical,
        "alternates": [
            {
                "locale": setting.code,
                "name": setting.name,
                "path": prefix(hub, setting.code) + path,
                "fallback": setting.code not in locales_of[path],
            }
            for setting in settings.locales
        ],
        "sources": _sources(hub, page, locale),
        "origin": page.origin,
        "edit": f"{settings.repository.rstrip('/')}/{settings.edit_path}{page.origin}" if settings.repository else "",
        "jsonld": json_ld(hub, page, canonical),
        "searchable": page.searchable and not fallback,
    }
