"""The way to a target: whole people, sums that agree, nothing below what is there."""

from __future__ import annotations

import itertools
import json
from fractions import Fraction
from math import ceil
from pathlib import Path

import pytest

from hub.model.targets import MOST_PEOPLE, MOST_ROWS, Count, Row, road, share
from hub.target_vectors import vectors_json

VECTORS = Path(__file__).resolve().parents[1] / "vectors" / "targets.json"
SMALL = [(base, reached) for base in (1, 2, 3, 7) for reached in range(base + 1)]


def test_the_vectors_are_current() -> None:
    """The file the browser's calculator is held to is what Python says now."""
    assert VECTORS.read_text(encoding="utf-8") == vectors_json(), "run scripts/export_vectors.py"
    assert len(json.loads(vectors_json())["roads"]) > 150


def test_three_hamlets_by_hand() -> None:
    """Of 250 people 60 % are 150; the third hamlet has 45 of 50 already, the others share the 105 left by size."""
    way = road([Count(120, 30), Count(80, 10), Count(50, 45)], 60, 4)
    assert [row.goal for row in way.rows] == [63, 42, 45]
    assert [row.missing for row in way.rows] == [33, 32, 0]
    assert [row.years for row in way.rows] == [(9, 8, 8, 8), (8, 8, 8, 8), (0, 0, 0, 0)]
    assert way.total == Row("counted", 150, 65, 340, (17, 16, 16, 16))


@pytest.mark.parametrize("percent", [0, 40, 60, 62.5, 90, 99.99, 100])
@pytest.mark.parametrize("years", [0, 1, 4])
def test_what_holds_for_every_three_small_hamlets(percent: float, years: int) -> None:
    """The hamlets' goals add up to the whole place's, rounded up; none is below what it has or above its people."""
    for three in itertools.product(SMALL, repeat=3):
        way = road([Count(*one) for one in three], percent, years)
        base, reached = sum(one for one, _ in three), sum(one for _, one in three)
        wanted = ceil(base * Fraction(str(percent)) / 100)
        assert way.total.goal == sum(row.goal for row in way.rows) == max(wanted, reached)
        assert way.total.missing == max(wanted - reached, 0)
        for row, (people, have) in zip(way.rows, three, strict=True):
            assert have <= row.goal <= people
            assert sum(row.years) == (row.missing if years else 0)
        assert list(way.total.years) == sorted(way.total.years, reverse=True)
        assert not years or way.total.years[0] - way.total.years[-1] <= 1
        assert tuple(map(sum, zip(*(row.years for row in way.rows), strict=True))) == way.total.years


def test_more_people_reached_never_ask_for_more() -> None:
    """One more person who has reached it leaves at most one fewer missing, never more."""
    for reached in range(100):
        now = road([Count(100, reached), Count(40, 3)], 60, 4).total.missing
        later = road([Count(100, reached + 1), Count(40, 3)], 60, 4).total.missing
        assert now - 1 <= later <= now


def test_the_order_of_hamlets_changes_no_total() -> None:
    """Listed another way round, the place needs the same people."""
    rows = [Count(120, 30), Count(80, 10), Count(50, 45), Count(None, 3), Count(7, 0)]
    assert {road(list(order), 60, 4).total for order in itertools.permutations(rows)} == {road(rows, 60, 4).total}


def test_a_share_without_its_base_is_never_told() -> None:
    """Unknown is not 0: a row without base or reached has no figures and stays out of the sums."""
    way = road([Count(None, 5), Count(100, None), Count(0, 0), Count(100, 20)], 60, 4)
    assert [row.state for row in way.rows] == ["unknown", "unknown", "nobody", "counted"]
    assert way.rows[:3] == (Row("unknown"), Row("unknown"), Row("nobody"))
    assert (way.base, way.reached, way.total.missing) == (100, 20, 40)
    assert road([Count(None, None)], 60, 4).total == Row("unknown")
    assert [share(None, 3), share(0, 0), share(8, None), share(3, 2)] == [None, None, None, 666]


@pytest.mark.parametrize(
    ("counts", "percent", "years"),
    [
        ([Count(-1, 0)], 60, 4),
        ([Count(10, -1)], 60, 4),
        ([Count(10, 11)], 60, 4),
        ([Count(MOST_PEOPLE + 1, 0)], 60, 4),
        ([Count(1, 0)] * (MOST_ROWS + 1), 60, 4),
        ([], 101, 4),
        ([], -1, 4),
        ([], 60, -1),
    ],
)
def test_figures_that_cannot_be_are_refused(counts: list[Count], percent: float, years: int) -> None:
    """Negative, too large, more reached than there are, no such percentage."""
    with pytest.raises(ValueError, match=r"of|not a"):
        road(counts, percent, years)
