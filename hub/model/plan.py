"""A plan: its clauses word for word, and the targets, milestones, bodies and tasks read out of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from pydantic import Field

from hub.model.base import ClauseId, IsoDate, Model, Slug, Text
from hub.model.source import Citation

_UNNUMBERED = {"modau": "opening", "mo-dau": "opening", "ket": "closing"}
"""Begin ids of what the plan itself does not number: the lines before its first part and after its last."""


def clause_name(clause: str, say: Callable[..., str]) -> str:
    """Return what readers call a clause: its number (`II.3.b`), or where it stands if the plan gives it none.

    Args:
        clause: the clause's id.
        say: gives the sentence of a key, in the reader's language.
    """
    place, _, number = clause.partition(".")
    return say(f"plan.{_UNNUMBERED[place]}_paragraph", number=number) if place in _UNNUMBERED else clause


class Clause(Model):
    """One paragraph of the plan, quoted word for word."""

    id: ClauseId
    kind: Literal["heading", "paragraph", "item"]
    level: int
    """Depth in the plan: a part is 1."""
    text: Text
    """The plan's own words, number or letter included."""
    part: ClauseId
    """Id of the part it stands in."""
    line: int
    """Line in the plan's file."""


class Part(Model):
    """A part of the plan: one page. The opening before part I has the id `mo-dau`."""

    id: str
    title: Text
    short: Text
    clauses: list[Clause]


class Correction(Model):
    """A scanning error that the hub mends; everything else is the plan word for word."""

    clause: ClauseId
    scanned: str
    """Words as they stand in the scan."""
    mended: str
    """Words as the hub prints them."""
    reason: Text


class Target(Model):
    """One figure the plan sets."""

    id: Slug
    year: int
    percent: float
    population: Text
    """Who is counted, in words of the plan."""
    measure: Text
    """What they should have reached, in words of the plan."""
    short: Text
    """One line for a chart."""
    clause: ClauseId
    of: Slug | None = None
    """Id of the target whose people are the base of this one ("trong đó")."""
    series: Slug
    """The same aim in another year carries the same series."""
    national: float | None = None
    """The figure of the national programme for the same aim."""
    national_source: Citation | None = None


class Counting(Model):
    """How the people of one aim are counted. The plan names them and does not say how: the words are the editors'."""

    id: Slug
    target: Slug
    """The target it counts for, in its last year."""
    base: Text
    """Who is in the base."""
    reached: Text
    """Who of them has reached it."""
    who: Text
    """Who counts."""
    lists: list[Text] = Field(min_length=1)
    """From which lists or papers."""
    unknown: list[Text] = Field(default_factory=list)
    """What neither the plan nor another source says."""
    sources: list[Slug] = Field(default_factory=list)


class Milestone(Model):
    """A date the plan names."""

    id: Slug
    title: Text
    when: Text
    """As the plan says it, e.g. "quý III năm 2026"."""
    starts: IsoDate
    ends: IsoDate
    clause: ClauseId
    outcome: Text | None = None
    """What is known about it afterwards."""


class Successor(Model):
    """What is known of a body since the change of government levels."""

    text: Text
    sources: list[Slug] = Field(min_length=1)


class Body(Model):
    """A body the plan gives tasks to."""

    id: Slug
    name: Text
    """As the plan names it."""
    clause: ClauseId
    """Its heading in the plan."""
    now: Successor | None = None
    """Today's body where a source says so; none: unknown, and the page says so."""


class Task(Model):
    """One thing the plan asks of a body."""

    id: Slug
    lead: list[Slug] = Field(min_length=1)
    partners: list[Slug] = Field(default_factory=list)
    action: Text
    """What is to be done, in one plain sentence of ours."""
    deadline: Text | None = None
    clause: ClauseId


class Unit(Model):
    """A commune of today and the units it was made from."""

    id: Slug
    name: Text
    code: str
    made_from: list[Text]
    area_km2: float | None = None
    people: int | None = None
    note: Text | None = None


class Plan(Model):
    """A plan with everything read out of it."""

    source: Slug
    title: Text
    number: Text | None = None
    issuer: Text
    date: Text
    signer: Text | None = None
    parts: list[Part] = Field(default_factory=list)
    corrections: list[Correction] = Field(default_factory=list)
    targets: list[Target] = Field(default_factory=list)
    counting: list[Counting] = Field(default_factory=list)
    milestones: list[Milestone] = Field(default_factory=list)
    bodies: list[Body] = Field(default_factory=list)
    tasks: list[Task] = Field(default_factory=list)
    units: list[Unit] = Field(default_factory=list)
    units_sources: list[Slug] = Field(default_factory=list)
    today: Text | None = None
    """What changed since the plan was made, in one paragraph."""
    today_sources: list[Slug] = Field(default_factory=list)

    def clauses(self) -> dict[str, Clause]:
        """Return every clause by id, in the plan's order."""
        return {clause.id: clause for part in self.parts for clause in part.clauses}
