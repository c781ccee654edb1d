"""Glossary terms."""

from __future__ import annotations

from pydantic import Field

from hub.model.base import Model, Slug, Text


class Term(Model):
    """A word explained once, shown as a tooltip wherever a page marks it."""

    id: Slug
    term: Text
    also: list[str] = Field(default_factory=list)
    """Other spellings and abbreviations, for search and for tooltips."""
    meaning: Text
    sources: list[Slug] = Field(default_factory=list)
    see: list[Slug] = Field(default_factory=list)
