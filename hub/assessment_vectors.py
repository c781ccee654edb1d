"""Cases of self-scores and short codes as JSON, for the browser's scorer to pass as well."""

from __future__ import annotations

import json
import random
from dataclasses import asdict
from typing import Any

from hub.model.assessment import Rules, assess
from hub.model.short_code import Declaration, Known, encode, find_codes, name_hash, random_space

NAMES = tuple(f"chi-so-{number}" for number in range(1, 11))
CASES = 120


def _rules(pass_mark: int | None = 80, floor: int | None = 5, most: int | None = 10) -> Rules:
    return Rules(dict.fromkeys(NAMES, most), pass_mark, floor)


def edge_cases() -> list[tuple[Rules, list[int | None]]]:
    """Return the patterns around the limits: 79, 80, 81; 4, 5; one missing; each rule unknown; a lower mark."""
    eight = [8] * 10
    patterns: list[list[int | None]] = [
        [*eight],
        [7, *eight[1:]],
        [9, *eight[1:]],
        [4, *[9] * 8, 10],
        [5, *[8] * 8, 10],
        [5, *[8] * 8, 11 - 1],
        [None, *[9] * 9],
        [None, *[10] * 9],
        [None, 4, *[10] * 8],
        [None] * 10,
        [10] * 10,
        [0] * 10,
        [None, *[7] * 9],
        [None, *[8] * 9],
    ]
    rules = [
        _rules(),
        _rules(pass_mark=None),
        _rules(floor=None),
        _rules(pass_mark=None, floor=None),
        _rules(most=None),
        _rules(pass_mark=70),
    ]
    return [(rule, pattern) for rule in rules for pattern in patterns]


def random_cases() -> list[tuple[Rules, list[int | None]]]:
    """Return patterns drawn around the limits, always the same ones."""
    draw = random.Random("assessment")
    cases = []
    for _ in range(CASES):
        middle = draw.choice([5, 7, 8, 9])
        values = [min(10, max(0, middle + draw.choice([-4, -1, 0, 0, 1]))) for _ in NAMES]
        pattern: list[int | None] = [None if draw.random() < 0.06 else value for value in values]
        cases.append((_rules(), pattern))
    return cases


def _case(rules: Rules, pattern: list[int | None]) -> dict[str, Any]:
    points = dict(zip(NAMES, pattern, strict=True))
    return {
        "rules": {
            "maxima": [list(pair) for pair in rules.maxima.items()],
            "pass_mark": rules.pass_mark,
            "floor": rules.floor,
        },
        "points": points,
        "result": asdict(assess(rules, points)),
    }


def code_cases() -> list[dict[str, Any]]:
    """Return declarations with their codes, and one text with codes in it."""
    draw = random.Random("codes")
    known = Known("bo-mau", "nhom-mot", (10,) * 10)
    small = Known("bo-nho", "nhom-hai", (3, 5, 100))
    cases = []
    for entry in (known, small):
        for _ in range(40):
            points = tuple(None if draw.random() < 0.1 else draw.randint(0, most) for most in entry.maxima)
            said = Declaration(entry.criteria, entry.group, points, draw.randrange(random_space(entry.maxima)))
            cases.append({"known": asdict(entry), "said": asdict(said), "code": encode(said, entry)})
    return cases


def vectors_json() -> str:
    """Return all cases as JSON text, always the same."""
    codes = code_cases()
    spaced = codes[1]["code"].lower().replace("-", " ")
    text = f"Chị Mẩy gửi: {codes[0]['code']}. Của tôi là {spaced}, số máy 0206 123 456."
    data = {
        "assessments": [_case(*case) for case in (*edge_cases(), *random_cases())],
        "codes": codes,
        "hashes": {name: name_hash(name) for name in ("khung", "nong-dan", "đ")},
        "text": {"text": text, "found": find_codes(text)},
    }
    return json.dumps(data, ensure_ascii=False, indent=None, sort_keys=True) + "\n"
