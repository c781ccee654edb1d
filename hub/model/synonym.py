"""Everyday words for what the hub's pages say, one entry a meaning."""

from __future__ import annotations

from pydantic import Field

from hub.model.base import Model, Slug


class Synonym(Model):
    """An entry of `search/synonyms.yml`, or of `search/synonyms.<locale>.yml`, which is no translation of it."""

    id: Slug
    say: list[str] = Field(min_length=1)
    """What people type."""
    means: list[str] = Field(min_length=1)
    """The words of the pages."""
