"""Everything that was read, by id."""

from __future__ import annotations

from pydantic import Field

from hub.model.base import Model
from hub.model.criteria import CriteriaSet
from hub.model.glossary import Term
from hub.model.guide import GroupGuide
from hub.model.module import TrainingModule
from hub.model.plan import Plan
from hub.model.quiz import Quiz
from hub.model.settings import Settings
from hub.model.source import Source


class Hub(Model):
    """One hub's content, read and checked."""

    settings: Settings
    sources: dict[str, Source] = Field(default_factory=dict)
    plan: Plan | None = None
    criteria: dict[str, CriteriaSet] = Field(default_factory=dict)
    guides: dict[str, GroupGuide] = Field(default_factory=dict)
    """By criteria set and group: `khung/nong-dan`."""
    modules: dict[str, TrainingModule] = Field(default_factory=dict)
    quizzes: dict[str, Quiz] = Field(default_factory=dict)
    glossary: dict[str, Term] = Field(default_factory=dict)

    def main_criteria(self) -> CriteriaSet | None:
        """Return the criteria set the hub works with: the one its settings name, else its first, or none."""
        return self.criteria.get(self.settings.criteria or "") or next(iter(self.criteria.values()), None)
