"""A quiz: one file, one page, one paper with its key."""

from __future__ import annotations

from pydantic import Field

from hub.model.base import Model, Slug, Text
from hub.model.items import Item


class QuizObjective(Model):
    """What a group of items tests."""

    id: Slug
    text: Text
    learn: str | None = None
    """Where to read up: a path of the site such as `tieu-chi/#quy-tac`."""


class FeedbackBand(Model):
    """What is said to a result from `from_percent` upward."""

    from_percent: int = Field(ge=0, le=100)
    text: Text


class Quiz(Model):
    """`quizzes/<slug>.yml`; `<slug>.en.yml` holds the same keys with texts only."""

    id: Slug
    title: Text
    summary: Text
    minutes: int = Field(gt=0)
    cut_score: int = Field(ge=0, le=100)
    """Percent of the points from which the quiz is passed."""
    module: Slug | None = None
    objectives: list[QuizObjective] = Field(min_length=1)
    feedback_bands: list[FeedbackBand] = Field(min_length=1)
    sources: list[Slug] = Field(min_length=1)
    items: list[Item] = Field(min_length=1)
