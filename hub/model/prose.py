"""A prose page written by hand: what its front matter says."""

from __future__ import annotations

from pydantic import Field

from hub.model.base import Model, Slug


class ProseMeta(Model):
    """The lines between `---` at the top of `docs/**/NAME.md`."""

    title: str | None = Field(default=None, min_length=1)
    """Title of the page; none: its first heading."""
    description: str | None = None
    """One sentence for search engines and lists."""
    nav_title: str | None = None
    """Shorter title for lists."""
    order: int | None = None
    """Place among the pages of its section."""
    sources: list[Slug] = Field(default_factory=list)
    listed: bool = True
    """Shown in the list of its section."""
    translated_from: str | None = None
    """Hash of the file this one was translated from."""
