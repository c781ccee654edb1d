"""Whoever adds up on paper comes to the verdict the screen gives."""

from __future__ import annotations

import itertools

import pytest

from hub.model.assessment import Rules, assess
from hub.model.paper_rule import follow, paper_rule

NAMES = [f"i{number}" for number in range(10)]
MARKS = [80, None]
FLOORS = [5, None]


def patterns():
    """Every pattern around the limits: totals 78 to 82, lowest 3 to 6, no, one or several blank rows."""
    for lowest, total, blanks in itertools.product((0, 3, 4, 5, 6), range(60, 84), (0, 1, 2, 5, 10)):
        points: list[int | None] = [None] * blanks
        left = total
        for number in range(10 - blanks):
            value = lowest if number == 0 else min(10, max(0, left // (10 - blanks - number)))
            left -= value
            points.append(value)
        yield dict(zip(NAMES, points, strict=True))


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("floor", FLOORS)
@pytest.mark.parametrize("gap", [(), ("i0",), ("i0", "i9")])
def test_paper_and_screen_agree(mark, floor, gap):
    """With every rule known, with each unknown, and with maxima nobody knows, both say the same."""
    rules = Rules({name: None if name in gap else 10 for name in NAMES}, mark, floor)
    lines = paper_rule(rules)
    seen = set()
    for points in patterns():
        verdict = assess(rules, points).verdict
        assert follow(lines, rules, points) == verdict, points
        seen.add(verdict)
    assert seen == ({"unknown"} if mark is None and floor is None else {"may", "not", "open"})


def test_the_lines_stand_in_the_order_they_are_read():
    """The floor first, then what cannot be reached, then what is blank."""
    lines = paper_rule(Rules(dict.fromkeys(NAMES, 10), 80, 5))
    assert [line.kind for line in lines] == ["below-floor", "out-of-reach", "blank", "rest"]
    assert [line.mark for line in lines[:2]] == [5, 80]
    assert [line.kind for line in paper_rule(Rules(dict.fromkeys(NAMES, 10), None, None))] == ["nothing"]
