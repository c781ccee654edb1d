"""A criteria set: criteria, indicators, rules and procedure, each with whose word it is."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from hub.model.base import IsoDate, Model, Slug, Text

Status = Literal["official", "draft", "unknown"]


class Wording(Model):
    """One way a source words a name."""

    text: Text
    source: Slug
    note: Text | None = None


class SaidTo(Model):
    """What a source says of an indicator to one group of people."""

    group: Slug
    text: Text
    source: Slug


class Indicator(Model):
    """What is scored."""

    id: Slug
    order: int | None = None
    """Number in the table; none: the row was not seen."""
    name: Text
    plain: Text
    """In plain words of ours: what it asks of a person."""
    points: int | None = Field(default=None, ge=0)
    wordings: list[Wording] = Field(min_length=1)
    note: Text | None = None
    said_to: list[SaidTo] = Field(default_factory=list)
    module: Slug | None = None
    """The module that teaches it."""


class Criterion(Model):
    """A competence that groups indicators."""

    id: Slug
    order: int
    name: Text
    wordings: list[Wording] = Field(min_length=1)
    note: Text | None = None
    indicators: list[Indicator] = Field(min_length=1)


class Rule(Model):
    """One rule of scoring. `value` none: unknown, and the page says so."""

    id: Slug
    name: Text
    value: int | None = None
    status: Status
    says: Text
    """The rule in one sentence, with whose word it is."""
    sources: list[Slug] = Field(default_factory=list)


class Step(Model):
    """One step of recognition."""

    id: Slug
    order: int
    who: Text
    what: Text
    detail: Text | None = None
    status: Status
    sources: list[Slug] = Field(min_length=1)


class Form(Model):
    """A scoring form of the decision, known by its title only."""

    id: Slug
    name: Text
    source: Slug


class Group(Model):
    """A group of people the plan names, and the form we think serves it."""

    id: Slug
    name: Text
    form: Slug


class CriteriaSet(Model):
    """A whole set. Its rules come from files with their sources, never from code."""

    id: Slug
    name: Text
    issuer: Text
    decision: Slug | None = None
    text_seen: bool
    """The text of the decision itself was seen; only then is anything called official."""
    checked: IsoDate
    about: Text
    criteria: list[Criterion] = Field(min_length=1)
    rules: list[Rule] = Field(default_factory=list)
    procedure: list[Step] = Field(default_factory=list)
    unknown: list[Text] = Field(default_factory=list)
    """What nobody on the project has seen, one item each."""
    forms: list[Form] = Field(default_factory=list)
    groups: list[Group] = Field(default_factory=list)

    def indicators(self) -> list[Indicator]:
        """Return all indicators in order."""
        return [indicator for criterion in self.criteria for indicator in criterion.indicators]

    def rule(self, rule_id: str) -> Rule | None:
        """Return a rule by id, or none."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)
