"""Cases of the way to a target as JSON, for the browser's calculator to pass as well."""

from __future__ import annotations

import json
import random
from dataclasses import asdict

from hub.model.targets import MOST_PEOPLE, Count, road

CASES = 150

Case = tuple[list[tuple[int | None, int | None]], float, int]

EDGES: list[Case] = [
    ([], 60, 4),
    ([(None, None)], 60, 4),
    ([(0, 0)], 60, 4),
    ([(100, None), (None, 5)], 60, 4),
    ([(120, 30), (80, 10), (50, 45)], 60, 4),
    ([(10, 10), (10, 10), (10, 0)], 60, 4),
    ([(3, 0), (3, 0), (3, 0)], 33.3, 4),
    ([(1, 0)] * 7, 60, 4),
    ([(100, 100)], 60, 4),
    ([(100, 60)], 60, 4),
    ([(100, 59)], 60, 4),
    ([(101, 0)], 60, 4),
    ([(100, 0)], 0, 4),
    ([(17, 3), (5, 0)], 100, 3),
    ([(120, 30), (80, 10)], 60, 0),
    ([(120, 30), (80, 10)], 60, 1),
    ([(MOST_PEOPLE, 0)] * 200, 60, 4),
    ([(MOST_PEOPLE, MOST_PEOPLE - 1), (1, 0)], 99.99, 5),
]


def _drawn(draw: random.Random) -> Case:
    counts: list[tuple[int | None, int | None]] = []
    for _ in range(draw.randint(1, 9)):
        base = draw.choice([None, 0, draw.randint(1, 9), draw.randint(1, 400), draw.randint(1, 400)])
        reached = None if draw.random() < 0.1 else draw.randint(0, base) if base else 0
        counts.append((base, reached))
    return counts, draw.choice([40, 60, 70, 80, 90, 100, 62.5, draw.randint(0, 100)]), draw.randint(0, 5)


def vectors_json() -> str:
    """Return the edges and drawn cases with what they come to."""
    draw = random.Random(20301231)
    found = []
    for counts, percent, years in [*EDGES, *(_drawn(draw) for _ in range(CASES))]:
        result = asdict(road([Count(*one) for one in counts], percent, years))
        found.append({"counts": counts, "percent": percent, "years": years, "road": result})
    lines = ",\n".join(json.dumps(one, separators=(",", ":")) for one in found)
    return f'{{"roads":[\n{lines}\n]}}\n'
