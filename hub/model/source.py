"""Sources: where a statement comes from, and how far it was seen."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from hub.model.base import ClauseId, IsoDate, Model, Slug, Text


class Source(Model):
    """A document or page that statements rest on."""

    id: Slug
    kind: Literal["party", "law", "decision", "circular", "plan", "guidance", "press", "site", "dataset"]
    title: Text | None = None
    title_rebuilt: bool = False
    """The title's diacritics were put back by us from the page's address."""
    number: str | None = None
    issuer: Text | None = None
    date: IsoDate | None = None
    url: str | None = None
    seen: bool
    """Some of the text itself was seen; false: known only through the sources in `cited_by`."""
    cited_by: list[Slug] = Field(default_factory=list)
    checked: IsoDate
    about: Text
    internal: bool = False
    """Evidence for the editors only: never shown or linked."""


class Citation(Model):
    """The place a statement rests on: a source, and where in it."""

    source: Slug
    clause: ClauseId | None = None
    """A clause of the hub's own plan."""
    indicator: Slug | None = None
    """An indicator or `quy-tac`, `quy-trinh` of the criteria page."""
    where: Text | None = None
