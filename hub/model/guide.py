"""Guide to a criteria set for one group of people: what each indicator looks like in their life and work."""

from __future__ import annotations

from pydantic import Field

from hub.model.base import Model, Slug, Text


class EvidenceIdea(Model):
    """Evidence that people of the group really have at hand."""

    id: Slug
    what: Text
    where: Text
    """Where it is kept or found."""


class ScaleStep(Model):
    """What a self-score from `from_points` to `to_points` means: a help of ours for a fair score."""

    from_points: int = Field(ge=0)
    to_points: int = Field(ge=0)
    means: Text


class IndicatorGuide(Model):
    """One indicator in the life of the group."""

    id: Slug
    """Id of the indicator."""
    looks_like: list[Text] = Field(min_length=3)
    evidence: list[EvidenceIdea] = Field(min_length=2)
    scale: list[ScaleStep] = Field(min_length=3)
    small_step: Text
    """One small thing to do this month."""


class GroupGuide(Model):
    """`materials/criteria/<set>/<group>.yml`: everything in it but sourced facts is the editors' own."""

    id: Slug
    """Id of a group of the criteria set."""
    summary: Text
    differs: list[Text] = Field(min_length=1)
    """What is different for this group."""
    unknown: list[Text] = Field(default_factory=list)
    indicators: list[IndicatorGuide] = Field(min_length=1)
    sources: list[Slug] = Field(default_factory=list)
