"""Responses -> result. The one place the scoring rule is written; JavaScript passes the same vectors."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from hub.model.items.base import ItemBase
from hub.model.quiz import FeedbackBand, Quiz


@dataclass(frozen=True)
class ItemResult:
    """Points of one item, between 0 and 1; `answered` false: nothing was chosen."""

    points: float
    answered: bool


@dataclass(frozen=True)
class Result:
    """A scored quiz: points of `maximum`, passed or not, points per objective as (got, of)."""

    points: float
    maximum: int
    passed: bool
    items: dict[str, ItemResult]
    objectives: dict[str, tuple[float, int]]


def score_choice(chosen: Collection[str], key: Collection[str], options: Collection[str]) -> float:
    """Return the points for a set of chosen options, between 0 and 1.

    `max(0, right chosen / right - wrong chosen / wrong)`, which is also what Moodle computes for a
    question whose fractions are shared out evenly. With one right option and single choice it is 1 or 0.

    Raises:
        ValueError: an option was chosen that the item does not have, or no option is right.
    """
    unknown = set(chosen) - set(options)
    if unknown:
        raise ValueError(f"options not in the item: {sorted(unknown)}")
    right = set(key)
    if not right:
        raise ValueError("an item needs at least one right option")
    wrong = set(options) - right
    picked = set(chosen)
    lost = len(picked & wrong) / len(wrong) if wrong else 0.0
    return max(0.0, len(picked & right) / len(right) - lost)


def score_item(item: ItemBase, chosen: Collection[str]) -> ItemResult:
    """Score one response: the ids of the chosen options."""
    if not chosen:
        return ItemResult(0.0, answered=False)
    choices = item.choices()
    return ItemResult(score_choice(chosen, item.key(), [option.id for option in choices]), answered=True)


def score(quiz: Quiz, responses: Mapping[str, Collection[str]]) -> Result:
    """Score a whole quiz; items without a response count 0 and are marked unanswered."""
    items = {item.id: score_item(item, responses.get(item.id, ())) for item in quiz.items}
    points = sum(result.points for result in items.values())
    objectives: dict[str, tuple[float, int]] = {}
    for item in quiz.items:
        got, of = objectives.get(item.objective, (0.0, 0))
        objectives[item.objective] = (got + items[item.id].points, of + 1)
    maximum = len(quiz.items)
    return Result(points, maximum, _reaches(points, maximum, quiz.cut_score), items, objectives)


def feedback_band(quiz: Quiz, result: Result) -> FeedbackBand | None:
    """Return what is said to a result: the highest band it reaches, or none."""
    reached = [band for band in quiz.feedback_bands if _reaches(result.points, result.maximum, band.from_percent)]
    return max(reached, key=lambda band: band.from_percent, default=None)


def _reaches(points: float, maximum: int, percent: int) -> bool:
    """Say whether points are at least a percentage; sums of thirds may fall short by a hair."""
    return points * 100 >= percent * maximum - 1e-9
