"""A training module: what a stranger needs to run one session tomorrow."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from hub.model.base import Model, Slug, Text


class LearningObjective(Model):
    """What a learner can do afterwards, watchable."""

    id: Slug
    text: Text


class Audience(Model):
    """Who a module is for."""

    id: Slug
    name: Text


class SessionStep(Model):
    """One stretch of the session; steps follow each other without gaps."""

    id: Slug
    title: Text
    minutes: int = Field(gt=0)
    does: Literal["trainer", "learners", "rest"]
    """Who is active: decides the colour of the strip."""
    summary: Text
    activity: Slug | None = None


class Say(Model):
    """Spoken aloud by the trainer, word for word."""

    say: Text


class Do(Model):
    """Done by the trainer or the learners."""

    do: Text


class Ask(Model):
    """Asked of the learners."""

    ask: Text


class Expected(Model):
    """An answer that people really give, and what to say to it."""

    answer: Text
    reply: Text


class Activity(Model):
    """One activity, whole: purpose, preparation, words, answers, mistakes, adaptations."""

    id: Slug
    title: Text
    minutes: int = Field(gt=0)
    purpose: Text
    objectives: list[Slug] = Field(default_factory=list)
    prepare: list[Text] = Field(default_factory=list)
    steps: list[Say | Do | Ask] = Field(min_length=1)
    expected: list[Expected] = Field(default_factory=list)
    mistakes: list[Expected] = Field(default_factory=list)
    no_electricity: Text
    low_literacy: Text
    works_when: Text
    """How to see that it worked."""


class Card(Model):
    """A card to cut out. `picture` names a file of the module's `pictures/` folder, without ending."""

    id: Slug
    title: Text
    text: Text | None = None
    picture: Slug
    alt: Text


class CardSet(Model):
    """Cards that are used together: one sheet or more."""

    id: Slug
    title: Text
    use: Text
    copies: Text
    cards: list[Card] = Field(min_length=1)


class Handout(Model):
    """One A5 side that learners take home."""

    id: Slug
    title: Text
    lead: Text
    blocks: list[HandoutBlock] = Field(min_length=1)


class HandoutBlock(Model):
    """One block of a handout: a heading, and lines, ticks, or a picture."""

    title: Text | None = None
    lines: list[Text] = Field(default_factory=list)
    ticks: list[Text] = Field(default_factory=list)
    blanks: list[Text] = Field(default_factory=list)
    """Labels followed by a dotted line to write on."""
    picture: Slug | None = None
    alt: Text | None = None


class Slide(Model):
    """One slide: shown full screen, and printed on A4 to hold up. Few, large words."""

    id: Slug
    title: Text
    lines: list[Text] = Field(default_factory=list, max_length=5)
    picture: Slug | None = None
    alt: Text | None = None
    notes: Text
    """What the trainer says with it."""


class Material(Model):
    """Something to bring or to print."""

    text: Text
    copies: Text | None = None
    download: Literal["trainer", "learner", "cards", "flipcards", "quiz-paper", "handout"] | None = None


class Adaptation(Model):
    """How to run the session where something is missing."""

    id: Literal["no-electricity", "low-literacy", "mother-tongue", "large-group", "disability"]
    text: Text


class TrainingModule(Model):
    """`materials/modules/<slug>/module.yml` with `activities.yml`, `cards.yml`, `handout.yml`, `slides.yml`."""

    id: Slug
    order: int
    title: Text
    summary: Text
    minutes: int = Field(gt=0)
    group_size: Text
    needs: Text
    """What the room must have, in one line."""
    audiences: list[Audience] = Field(min_length=1)
    objectives: list[LearningObjective] = Field(min_length=1)
    before: list[Text]
    """What the trainer does beforehand."""
    materials: list[Material] = Field(default_factory=list)
    session_plan: list[SessionStep] = Field(min_length=1)
    activities: list[Activity] = Field(default_factory=list)
    cards: list[CardSet] = Field(default_factory=list)
    handouts: list[Handout] = Field(default_factory=list)
    slides: list[Slide] = Field(default_factory=list)
    adaptations: list[Adaptation] = Field(default_factory=list)
    quiz_before: Slug | None = None
    quiz_after: Slug | None = None
    sources: list[Slug] = Field(min_length=1)
    principles: list[Text] = Field(default_factory=list)
    """How the session follows what is known of adult learning."""
    credit: Text | None = None
