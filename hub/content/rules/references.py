"""Which field of which model names something else, and how a name is looked up. Shared by the rules on references."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel

from hub.content.content import Content
from hub.content.marks import Mark
from hub.content.naming import did_you_mean
from hub.content.nodes import Path
from hub.content.rules.base import Findings, found
from hub.model.criteria import CriteriaSet, Form, Group, Indicator, Rule, SaidTo, Step, Wording
from hub.model.glossary import Term
from hub.model.guide import GroupGuide
from hub.model.items.base import ItemBase
from hub.model.module import Activity, SessionStep, TrainingModule
from hub.model.plan import Body, Correction, Counting, Milestone, Plan, Successor, Target, Task
from hub.model.prose import ProseMeta
from hub.model.quiz import Quiz
from hub.model.settings import Settings
from hub.model.source import Citation, Source

Kind = Literal[
    "sources", "clauses", "indicators", "modules", "quizzes", "glossary", "criteria",
    "objectives", "activities", "bodies", "targets", "forms", "groups",
]  # fmt: skip

FIELDS: tuple[tuple[type[BaseModel], str, Kind], ...] = (
    (Citation, "source", "sources"),
    (Citation, "clause", "clauses"),
    (Citation, "indicator", "indicators"),
    (Source, "cited_by", "sources"),
    (Wording, "source", "sources"),
    (SaidTo, "source", "sources"),
    (SaidTo, "group", "groups"),
    (Rule, "sources", "sources"),
    (Step, "sources", "sources"),
    (Form, "source", "sources"),
    (Group, "form", "forms"),
    (Indicator, "module", "modules"),
    (CriteriaSet, "decision", "sources"),
    (Term, "sources", "sources"),
    (Term, "see", "glossary"),
    (Plan, "source", "sources"),
    (Plan, "units_sources", "sources"),
    (Plan, "today_sources", "sources"),
    (Successor, "sources", "sources"),
    (Target, "clause", "clauses"),
    (Target, "of", "targets"),
    (Counting, "target", "targets"),
    (Counting, "sources", "sources"),
    (Milestone, "clause", "clauses"),
    (Body, "clause", "clauses"),
    (Task, "clause", "clauses"),
    (Task, "lead", "bodies"),
    (Task, "partners", "bodies"),
    (Correction, "clause", "clauses"),
    (Quiz, "sources", "sources"),
    (Quiz, "module", "modules"),
    (ItemBase, "objective", "objectives"),
    (GroupGuide, "sources", "sources"),
    (TrainingModule, "sources", "sources"),
    (TrainingModule, "quiz_before", "quizzes"),
    (TrainingModule, "quiz_after", "quizzes"),
    (SessionStep, "activity", "activities"),
    (Activity, "objectives", "objectives"),
    (Settings, "plan", "sources"),
    (Settings, "criteria", "criteria"),
    (ProseMeta, "sources", "sources"),
)
"""Every field that holds the id of something else."""

PAGE_PARTS = ("quy-tac", "quy-trinh")
"""Parts of the criteria page that a citation may name beside indicators."""


@dataclass(frozen=True)
class Reference:
    """One name of something else, and where it is written."""

    path: Path
    kind: Kind
    name: str
    model: BaseModel
    field: str


def references(content: Content, kind: Kind) -> Iterator[Reference]:
    """Yield every reference of a kind."""
    for path, model in content.every_model:
        for name in _fields(type(model), kind):
            yield from _values(model, path, name, kind)


@cache
def _fields(model: type[BaseModel], kind: Kind) -> tuple[str, ...]:
    """Return the fields of a model that name things of a kind."""
    return tuple(name for owner, name, each in FIELDS if each == kind and issubclass(model, owner))


def _values(model: BaseModel, path: Path, field: str, kind: Kind) -> Iterator[Reference]:
    value = getattr(model, field)
    if isinstance(value, list):
        for index, name in enumerate(value):
            yield Reference((*path, field, index), kind, name, model, field)
    elif value is not None:
        yield Reference((*path, field), kind, value, model, field)


SCHEMES: dict[str, Kind] = {"nguon": "sources", "muc": "clauses", "tu": "glossary"}
"""Links of prose pages that name something of the hub: `[Quyết định 677](nguon:qd-677-ttg-2022)`."""


def doc_references(content: Content, kind: Kind) -> Iterator[tuple[str, Mark]]:
    """Yield the names of a kind that prose pages link to, with their places."""
    for doc in content.docs.values():
        for link in doc.links:
            scheme, colon, name = link.target.partition(":")
            if colon and SCHEMES.get(scheme) == kind:
                yield name, link.mark


Known = Callable[[Content, Reference], Collection[str] | None]


def unknown(content: Content, kind: Kind, known: Known, key: str) -> Findings:
    """Report references to names that `known` does not list; none: it cannot be known."""
    for reference in references(content, kind):
        names = known(content, reference)
        if names is not None and reference.name not in names:
            near = did_you_mean(reference.name, names)
            mark = content.mark(*reference.path)
            yield found(mark, key, reference.path, id=reference.name, near=near)


def unknown_in_hub(content: Content, kind: Kind, key: str) -> Findings:
    """Report references, prose pages included, to ids of a kind that the whole hub shares."""
    names = listed(content, kind)
    if names is None:
        return
    yield from unknown(content, kind, lambda _content, _reference: names, key)
    for name, mark in doc_references(content, kind):
        if name not in names:
            yield found(mark, key, id=name, near=did_you_mean(name, names))


def listed(content: Content, kind: str) -> Collection[str] | None:
    """Return the ids of a kind that the whole hub shares; nothing where a file is unreadable."""
    return None if kind in content.unreadable else sorted(content.known.get(kind, set()))
