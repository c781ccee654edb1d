"""HTML of pages, kept between the builds of one process: most pages are the same at the next build."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any


@dataclass
class KeptPage:
    """A page as it was made from its text the last time."""

    recipe: str
    """Hash of all that its HTML depends on."""
    html: str | None = None
    """Nothing as long as it has to be made."""
    toc: Any = None
    """Its headings, in the generator's own form."""


_pages: dict[str, KeptPage] = {}


def hashed(*parts: object) -> str:
    """Return one hash over the written form of the parts."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def kept_page(address: str, recipe: str) -> KeptPage:
    """Return what is kept of a page, or a new entry to fill where anything it depends on has changed."""
    page = _pages.get(address)
    if page is None or page.recipe != recipe:
        page = _pages[address] = KeptPage(recipe)
    return page
