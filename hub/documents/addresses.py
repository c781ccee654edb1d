"""Addresses of the hub's pages, as printed and as put into codes to scan."""

from __future__ import annotations

from hub.model.settings import Settings

PAGES = {
    "plan": "ke-hoach/",
    "criteria": "tieu-chi/",
    "guide": "tieu-chi/{slug}/",
    "self-check": "tu-cham/",
    "targets": "ke-hoach/di-toi-muc-tieu/",
    "module": "tap-huan/{slug}/",
    "quiz": "trac-nghiem/{slug}/",
}


def page_address(settings: Settings, page: str, locale: str, slug: str | None = None) -> str | None:
    """Return the full address of a page, or none where the hub has no address yet."""
    if settings.site_url is None:
        return None
    prefix = "" if locale == settings.default_locale else f"{locale}/"
    return f"{settings.site_url.rstrip('/')}/{prefix}{PAGES[page].format(slug=slug)}"


def shown(address: str) -> str:
    """Return an address as people write it down: without its scheme and last slash."""
    return address.partition("://")[2].rstrip("/")
