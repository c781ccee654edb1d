"""Points -> what a self-score can say: "may pass", "not yet", or "not enough answers", rule by rule.

The rules come from a criteria set; a rule nobody has seen (`None`) switches its part off.
JavaScript passes the same vectors (`theme/js/assess.js`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from hub.model.criteria import CriteriaSet

Part = Literal["holds", "fails", "open", "unknown"]
Verdict = Literal["may", "not", "open", "unknown"]

PASS_MARK = "pass-mark"
DIFFICULT = "pass-mark-difficult-areas"
FLOOR = "indicator-floor"
PER_INDICATOR = "points-per-indicator"


@dataclass(frozen=True)
class Rules:
    """What is scored and what is asked for."""

    maxima: Mapping[str, int | None]
    """Most points of each indicator, in order; none: not known."""
    pass_mark: int | None
    floor: int | None
    """Fewest points that any indicator may have."""


@dataclass(frozen=True)
class Assessment:
    """What can be said of a set of points."""

    total: int
    answered: int
    total_part: Part
    floor_part: Part
    verdict: Verdict
    below: tuple[str, ...]
    """Indicators answered with fewer points than the floor."""
    unanswered: tuple[str, ...]
    way_up: Mapping[str, int]
    """Fewest points to add, by indicator; empty where nothing is missing or answers are missing."""


def rules_of(criteria: CriteriaSet, *, difficult: bool = False) -> Rules:
    """Return the rules of a criteria set.

    Args:
        difficult: take the mark for difficult areas, where the set knows one.
    """
    common = _value(criteria, PER_INDICATOR)
    maxima = {
        indicator.id: indicator.points if indicator.points is not None else common
        for indicator in criteria.indicators()
    }
    mark = _value(criteria, PASS_MARK)
    if difficult:
        other = _value(criteria, DIFFICULT)
        mark = other if other is not None else mark
    return Rules(maxima, mark, _value(criteria, FLOOR))


def _value(criteria: CriteriaSet, rule_id: str) -> int | None:
    rule = criteria.rule(rule_id)
    return rule.value if rule else None


def assess(rules: Rules, points: Mapping[str, int | None]) -> Assessment:
    """Say what a set of points reaches. What is not in `points`, or is none, is unanswered.

    Raises:
        ValueError: an indicator the rules do not have, or points outside 0 to its maximum.
    """
    _check(rules, points)
    given = {name: points[name] for name in rules.maxima if points.get(name) is not None}
    answers = {name: value for name, value in given.items() if value is not None}
    unanswered = tuple(name for name in rules.maxima if name not in answers)
    total = sum(answers.values())
    below = tuple(name for name, value in answers.items() if rules.floor is not None and value < rules.floor)
    total_part = _total_part(rules, total, unanswered)
    floor_part = _floor_part(rules, below, unanswered)
    way_up = {} if unanswered else _way_up(rules, answers)
    verdict = _verdict(total_part, floor_part)
    return Assessment(total, len(answers), total_part, floor_part, verdict, below, unanswered, way_up)


def _check(rules: Rules, points: Mapping[str, int | None]) -> None:
    for name, value in points.items():
        if name not in rules.maxima:
            raise ValueError(f"no such indicator: {name}")
        most = rules.maxima[name]
        if value is not None and (value < 0 or (most is not None and value > most)):
            raise ValueError(f"{name}: {value} is outside 0 to {most}")


def _total_part(rules: Rules, total: int, unanswered: tuple[str, ...]) -> Part:
    if rules.pass_mark is None:
        return "unknown"
    if total >= rules.pass_mark:
        return "holds"
    room = [rules.maxima[name] for name in unanswered]
    if any(most is None for most in room):
        return "open"
    return "open" if total + sum(most or 0 for most in room) >= rules.pass_mark else "fails"


def _floor_part(rules: Rules, below: tuple[str, ...], unanswered: tuple[str, ...]) -> Part:
    if rules.floor is None:
        return "unknown"
    if below:
        return "fails"
    return "open" if unanswered else "holds"


def _verdict(total_part: Part, floor_part: Part) -> Verdict:
    parts = {total_part, floor_part} - {"unknown"}
    if not parts:
        return "unknown"
    if "fails" in parts:
        return "not"
    return "open" if "open" in parts else "may"


def _way_up(rules: Rules, answers: Mapping[str, int]) -> dict[str, int]:
    """Return the fewest points to add: first up to the floor, then one by one where there are fewest.

    The weakest first, in the order of the set: many small steps are nearer than one large one.
    """
    reached = {name: max(value, rules.floor or 0) for name, value in answers.items()}
    for name, most in rules.maxima.items():
        if most is not None:
            reached[name] = min(reached[name], most)
    missing = (rules.pass_mark or 0) - sum(reached.values())
    while missing > 0:
        open_to_more = [name for name, most in rules.maxima.items() if most is None or reached[name] < most]
        if not open_to_more:
            break
        weakest = min(open_to_more, key=lambda name: reached[name])
        reached[weakest] += 1
        missing -= 1
    return {name: reached[name] - answers[name] for name in answers if reached[name] > answers[name]}
