"""What a self-score can say, rule by rule."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.assessment_vectors import NAMES, vectors_json
from hub.model.assessment import Rules, assess

VECTORS = Path(__file__).resolve().parents[1] / "vectors" / "assessment.json"
RULES = Rules(dict.fromkeys(NAMES, 10), 80, 5)
ANSWERS = st.lists(st.integers(0, 10), min_size=10, max_size=10)


def points(*values: int | None) -> dict[str, int | None]:
    """Give each indicator its points, in order."""
    return dict(zip(NAMES, values, strict=True))


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ((8,) * 10, "may"),
        ((7, *(8,) * 9), "not"),
        ((9, *(8,) * 9), "may"),
        ((4, *(10,) * 9), "not"),
        ((5, *(9,) * 9), "may"),
        ((None, *(9,) * 9), "open"),
        ((None, 4, *(10,) * 8), "not"),
        ((None, *(7,) * 9), "not"),
        ((None,) * 10, "open"),
    ],
)
def test_the_two_conditions_decide_together(values: tuple[int | None, ...], verdict: str) -> None:
    """80 in all and no indicator under 5; an answer that is missing leaves it open unless it is decided already."""
    assert assess(RULES, points(*values)).verdict == verdict


def test_an_unknown_rule_switches_its_part_off() -> None:
    """With one rule unknown the other decides; with both unknown nothing is said."""
    low = points(4, *(10,) * 9)
    assert assess(Rules(RULES.maxima, 80, None), low).verdict == "may"
    assert assess(Rules(RULES.maxima, None, 5), low).verdict == "not"
    neither = assess(Rules(RULES.maxima, None, None), low)
    assert (neither.verdict, neither.total_part, neither.floor_part) == ("unknown", "unknown", "unknown")


def test_the_way_up_is_the_nearest_and_leads_to_the_goal() -> None:
    """82 points with one 4: one point more there is all that is missing."""
    assert assess(RULES, points(4, *(9,) * 6, *(8,) * 3)).way_up == {NAMES[0]: 1}


@given(ANSWERS)
def test_following_the_way_up_passes(values: list[int]) -> None:
    """Whoever adds what the way up names may pass, and with one point less would not."""
    way = assess(RULES, points(*values)).way_up
    raised = [value + way.get(name, 0) for name, value in zip(NAMES, values, strict=True)]
    assert assess(RULES, points(*raised)).verdict == "may"
    for name in way:
        less = [value - (other == name) for other, value in zip(NAMES, raised, strict=True)]
        assert assess(RULES, points(*less)).verdict == "not"


@given(ANSWERS, st.integers(0, 9))
def test_more_points_never_turn_may_into_not(values: list[int], at: int) -> None:
    """The verdict only rises with the points."""
    before = assess(RULES, points(*values)).verdict
    more = [*values]
    more[at] = min(10, more[at] + 1)
    assert (before, assess(RULES, points(*more)).verdict) != ("may", "not")


def test_points_outside_the_scale_are_refused() -> None:
    """Eleven of ten, or an indicator the set does not have, is an error and never counted."""
    with pytest.raises(ValueError, match="outside"):
        assess(RULES, points(11, *(8,) * 9))
    with pytest.raises(ValueError, match="no such indicator"):
        assess(RULES, {"khac": 3})


def test_the_vectors_are_current() -> None:
    """The file the browser's scorer is held to is what the Python rule says today."""
    assert VECTORS.read_text(encoding="utf-8") == vectors_json()
    first = json.loads(vectors_json())["assessments"][0]
    assert first["result"]["verdict"] == asdict(assess(RULES, points(*(8,) * 10)))["verdict"] == "may"
