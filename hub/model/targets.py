"""From today's figures to the people still needed each year, hamlet by hamlet, in whole numbers.

The target is the whole place's: so many of all who count, rounded up. Hamlets share it by the number of people
they count; one that is above its share already keeps what it has, and the others share what is left. What is
missing is spread over the years as evenly as can be. JavaScript (`theme/js/targets.js`) and the counting sheet
(`hub/documents/office/counting.py`) come to the same figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

MOST_PEOPLE = 1_000_000
"""Most people of one row: products of two sums then stay exact where numbers are floating."""
MOST_ROWS = 200
HUNDREDTHS = 10_000
"""Hundredths of a percent in one whole."""

State = Literal["counted", "nobody", "unknown"]


@dataclass(frozen=True)
class Count:
    """Today's figures of one hamlet; none: not known yet, which is not 0."""

    base: int | None
    """People the target counts."""
    reached: int | None
    """Those of them who have reached it."""


@dataclass(frozen=True)
class Row:
    """What one hamlet, or all of them, needs. Only a row that is counted has figures."""

    state: State
    goal: int = 0
    """People who should have reached it in the last year; never fewer than have."""
    missing: int = 0
    share: int | None = None
    """Tenths of a percent today, rounded down so that nothing short is shown as reached; none without a base."""
    years: tuple[int, ...] = ()
    """People to add, year by year."""


@dataclass(frozen=True)
class Road:
    """The way to a target."""

    rows: tuple[Row, ...]
    total: Row
    """Of the counted rows alone: their sums."""
    base: int
    reached: int


def share(base: int | None, reached: int | None) -> int | None:
    """Return a share in tenths of a percent, rounded down; none where the base is unknown or nobody."""
    return None if not base or reached is None else reached * 1000 // base


def road(counts: Sequence[Count], percent: float, years: int) -> Road:
    """Return the way from today's figures to a target.

    Args:
        counts: one entry a hamlet, in the order they are listed.
        percent: of the people that count, 0 to 100.
        years: how many years are left; with none, what is missing is told and not spread.

    Raises:
        ValueError: figures that cannot be: negative, more reached than there are people, too many rows or people.
    """
    _check(counts, percent, years)
    states = [_state(count) for count in counts]
    known = [
        (count.base or 0, count.reached or 0) for count, state in zip(counts, states, strict=True) if state == "counted"
    ]
    base, reached = sum(one for one, _ in known), sum(one for _, one in known)
    wanted = -(-base * round(percent * 100) // HUNDREDTHS)
    goals = _goals(known, wanted)
    missing = [goal - have for goal, (_, have) in zip(goals, known, strict=True)]
    spread = _spread(missing, years)
    found = iter(
        Row("counted", goal, lacking, share(*pair), by_year)
        for goal, lacking, pair, by_year in zip(goals, missing, known, spread, strict=True)
    )
    rows = tuple(next(found) if state == "counted" else Row(state) for state in states)
    by_year = tuple(sum(column) for column in zip(*spread, strict=True))
    total = Row("counted", sum(goals), sum(missing), share(base, reached), by_year) if known else Row("unknown")
    return Road(rows, total, base, reached)


def _check(counts: Sequence[Count], percent: float, years: int) -> None:
    if not 0 <= percent <= 100 or years < 0 or len(counts) > MOST_ROWS:
        raise ValueError(f"not a target: {percent} %, {years} years, {len(counts)} rows")
    for count in counts:
        for value in (count.base, count.reached):
            if value is not None and not 0 <= value <= MOST_PEOPLE:
                raise ValueError(f"not a number of people: {value}")
        if count.base is not None and count.reached is not None and count.reached > count.base:
            raise ValueError(f"{count.reached} of {count.base}")


def _state(count: Count) -> State:
    if count.base is None or count.reached is None:
        return "unknown"
    return "counted" if count.base else "nobody"


def _goals(known: Sequence[tuple[int, int]], wanted: int) -> list[int]:
    """Share out the people wanted: by people counted, nobody below what they have, largest remainders first."""
    ahead = [_is_ahead(one, known, wanted) for one in known]
    left = wanted - sum(reached for (_, reached), done in zip(known, ahead, strict=True) if done)
    among = sum(base for (base, _), done in zip(known, ahead, strict=True) if not done)
    goals = [reached if done else left * base // among for (base, reached), done in zip(known, ahead, strict=True)]
    rests = [0 if done else left * base % among for (base, _), done in zip(known, ahead, strict=True)]
    extra = max(wanted - sum(goals), 0)
    for place in sorted((n for n, done in enumerate(ahead) if not done), key=lambda n: -rests[n])[:extra]:
        goals[place] += 1
    return goals


def _is_ahead(one: tuple[int, int], known: Sequence[tuple[int, int]], wanted: int) -> bool:
    """Say whether a hamlet has its share already: were all at its level or above, the target would be reached."""
    base, reached = one
    return sum(max(other_reached * base, reached * other) for other, other_reached in known) >= wanted * base


def _spread(missing: Sequence[int], years: int) -> list[tuple[int, ...]]:
    """Spread each hamlet's people over the years so that the years' sums differ by one at most, more coming first."""
    spread, place = [], 0
    for people in missing:
        whole, rest = divmod(people, years) if years else (0, 0)
        spread.append(tuple(whole + ((year - place) % years < rest) for year in range(years)))
        place += rest
    return spread
