"""Scoring cases as JSON, computed by `hub.model.scoring`, for any other scorer to pass."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations
from typing import Any

from hub.model.items import Item, MultipleResponse, SingleChoice, TrueFalse
from hub.model.items.base import Option
from hub.model.quiz import FeedbackBand, Quiz, QuizObjective
from hub.model.scoring import feedback_band, score, score_choice
from hub.model.source import Citation

BANDS = {0: "low", 50: "half", 80: "high", 100: "all"}
DIGITS = 9
"""Floats are written to so many digits; a scorer may differ by less."""


def _subsets(ids: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return chain.from_iterable(combinations(ids, size) for size in range(len(ids) + 1))


def _choice(options: Sequence[str], key: Sequence[str], chosen: Sequence[str]) -> dict[str, Any]:
    points = round(score_choice(chosen, key, options), DIGITS)
    return {"options": list(options), "key": list(key), "chosen": list(chosen), "points": points}


def choice_cases() -> list[dict[str, Any]]:
    """Return every response to every key of two to four options, and the edges of ten."""
    cases = []
    for count in (2, 3, 4):
        options = "abcd"[:count]
        cases += [_choice(options, key, chosen) for key in _subsets(options) if key for chosen in _subsets(options)]
    ten = "abcdefghij"
    edges = (("abcdefghi", "abcdefghi"), ("abcdefghi", "j"), ("abc", "ab"), ("abc", "abcd"), ("a", ten), (ten, "ij"))
    return cases + [_choice(ten, key, chosen) for key, chosen in edges]


def _item(item_id: str, kind: str, objective: str, options: str = "abcd", key: str = "a") -> Item:
    shared: dict[str, Any] = {"id": item_id, "objective": objective, "asks": "use", "stem": item_id}
    shared["sources"] = [Citation(source="s")]
    if kind == "true_false":
        words = {name: name for name in ("true_text", "false_text", "true_rationale", "false_rationale")}
        return TrueFalse(kind="true_false", answer=key == "true", **words, **shared)
    made = [Option.model_validate({"id": one, "text": one, "rationale": one, "key": one in key}) for one in options]
    if kind == "single_choice":
        return SingleChoice(kind="single_choice", options=made, **shared)
    return MultipleResponse(kind="multiple_response", options=made, **shared)


def _quiz(cut_score: int, items: Sequence[Item], bands: Mapping[int, str]) -> Quiz:
    tested = sorted({item.objective for item in items})
    objectives = [QuizObjective.model_validate({"id": one, "text": one}) for one in tested]
    said = [FeedbackBand.model_validate({"from_percent": start, "text": text}) for start, text in bands.items()]
    texts: dict[str, Any] = {"id": "q", "title": "q", "summary": "q"}
    return Quiz(
        **texts,
        minutes=1,
        cut_score=cut_score,
        objectives=objectives,
        feedback_bands=said,
        sources=["s"],
        items=list(items),
    )


def _quiz_case(quiz: Quiz, responses: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    result = score(quiz, responses)
    band = feedback_band(quiz, result)
    return {
        "quiz": {
            "cut_score": quiz.cut_score,
            "bands": [{"from_percent": one.from_percent, "text": str(one.text)} for one in quiz.feedback_bands],
            "items": [
                {
                    "id": item.id,
                    "objective": item.objective,
                    "options": [option.id for option in item.choices()],
                    "key": [option.id for option in item.choices() if option.key],
                }
                for item in quiz.items
            ],
        },
        "responses": {item_id: list(chosen) for item_id, chosen in responses.items()},
        "result": {
            "points": round(result.points, DIGITS),
            "maximum": result.maximum,
            "passed": result.passed,
            "items": {
                one: {"points": round(item.points, DIGITS), "answered": item.answered}
                for one, item in result.items.items()
            },
            "objectives": {one: [round(got, DIGITS), of] for one, (got, of) in result.objectives.items()},
            "band": str(band.text) if band else "",
        },
    }


def quiz_cases() -> list[dict[str, Any]]:
    """Return whole quizzes: mixed kinds, cut scores met by a hair, nothing answered, bands out of order."""
    mixed = [
        _item("one", "single_choice", "know"),
        _item("many", "multiple_response", "know", key="ab"),
        _item("true", "true_false", "use", key="true"),
        _item("false", "true_false", "use", key="false"),
    ]
    answers: list[dict[str, Sequence[str]]] = [
        {},
        {"one": ["a"], "many": ["a", "b"], "true": ["true"], "false": ["false"]},
        {"one": ["b"], "many": ["c", "d"], "true": ["false"], "false": ["true"]},
        {"one": ["a"], "many": ["a"], "true": ["true"]},
        {"many": ["a", "b", "c"], "false": ["false"]},
        {"one": [], "many": ["a", "c"]},
    ]
    cases = [_quiz_case(_quiz(cut, mixed, BANDS), given) for cut in (0, 50, 63, 100) for given in answers]
    cases += [_quiz_case(_quiz(50, mixed, {100: "all", 50: "half"}), given) for given in answers]
    thirds = [_item(f"third-{n}", "multiple_response", "know", "abcdef", "abc") for n in range(12)]
    for right in (7, 8, 9):
        given = {item.id: ["a"] if n < right * 3 - 18 else ["a", "b", "c"] for n, item in enumerate(thirds)}
        cases += [_quiz_case(_quiz(cut, thirds, BANDS), given) for cut in (50, 67, 75, 78, 83)]
    singles = [_item(f"single-{n}", "single_choice", "know") for n in range(10)]
    for right in (7, 8):
        cases.append(_quiz_case(_quiz(80, singles, BANDS), {item.id: ["a"] for item in singles[:right]}))
    return cases


def vectors_json() -> str:
    """Return all cases as JSON, one a line."""
    lines = []
    for name, cases in (("choice", choice_cases()), ("quizzes", quiz_cases())):
        rows = ",\n".join(json.dumps(case, ensure_ascii=False, sort_keys=True) for case in cases)
        lines.append(f'"{name}": [\n{rows}\n]')
    return "{\n" + ",\n".join(lines) + "\n}\n"
