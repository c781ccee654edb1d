"""A page before any site generator sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class StagedPage:
    """One page of one locale, as Markdown with HTML blocks, and what the theme must know of it."""

    path: str
    """Address from the root of the locale's tree: `ke-hoach/phan-i/`; the home page is empty."""
    locale: str
    title: str
    body: str
    origin: str
    """File an editor changes to change this page, from the repository's root."""
    description: str = ""
    nav_title: str = ""
    """Shorter title for lists and breadcrumbs; empty: the title."""
    order: int = 100
    """Place among the pages of its section."""
    parent: str = ""
    """Path of the page above it, for breadcrumbs; empty: the section's first page."""
    sources: tuple[str, ...] = ()
    resource: dict[str, Any] = field(default_factory=dict)
    """What schema.org should know: type, teaches, minutes, based on."""
    toc: bool = True
    listed: bool = True
    """Shown in the section's list."""
    searchable: bool = True

    @property
    def short(self) -> str:
        """The title for lists and breadcrumbs."""
        return self.nav_title or self.title


def html_block(html: str) -> str:
    """Return HTML that Markdown passes through untouched: no blank line, no indentation."""
    return "\n" + re.sub(r"\n\s*", "\n", html.strip()) + "\n"
