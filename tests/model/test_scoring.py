"""The scoring rule, against results computed by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hub.model.scoring import feedback_band, score, score_choice
from hub.vectors import vectors_json
from tests import quiz_samples

VECTORS = Path(__file__).resolve().parents[1] / "vectors" / "scoring.json"

# Two right (a, b) and two wrong (c, d): the sixteen responses, in points of 1, as Moodle gives them.
TWO_OF_FOUR = {
    "": 0, "a": 0.5, "b": 0.5, "c": 0, "d": 0,
    "ab": 1, "ac": 0, "ad": 0, "bc": 0, "bd": 0, "cd": 0,
    "abc": 0.5, "abd": 0.5, "acd": 0, "bcd": 0, "abcd": 0,
}  # fmt: skip


@pytest.mark.parametrize(("chosen", "points"), TWO_OF_FOUR.items())
def test_multiple_response_takes_wrong_choices_off(chosen: str, points: float):
    """Each wrong choice takes off its share, and nothing falls below zero."""
    assert score_choice(chosen, "ab", "abcd") == points


@pytest.mark.parametrize(
    ("chosen", "key", "options", "points"),
    [
        ("a", "a", "abcd", 1),
        ("b", "a", "abcd", 0),
        ("a", "abc", "abcd", 1 / 3),
        ("abcd", "abc", "abcd", 0),
        ("ab", "abc", "abcde", 2 / 3),
        ("abd", "abc", "abcde", 2 / 3 - 1 / 2),
        ("ab", "abc", "abc", 2 / 3),
    ],
)
def test_points_of_a_response(chosen: str, key: str, options: str, points: float):
    """Points are right chosen of right, less wrong chosen of wrong."""
    assert score_choice(chosen, key, options) == pytest.approx(points)


def test_an_option_that_the_item_lacks_is_refused():
    """A response from another version of the item raises instead of scoring by chance."""
    with pytest.raises(ValueError, match="'z'"):
        score_choice("az", "a", "abc")


def test_an_item_without_a_right_option_is_refused():
    """An item that nobody can get right raises."""
    with pytest.raises(ValueError, match="at least one"):
        score_choice("a", "", "abc")


def test_a_whole_quiz():
    """Points add up over items and objectives; what was not answered counts 0 and is marked."""
    quiz = quiz_samples.quiz()
    result = score(
        quiz,
        {"hop-xom": ["bang-tin"], "viec-hoc": ["thu-y"], "thu-bay": ["false"], "minh-chung": ["anh-lop", "so-tay"]},
    )
    assert result.points == pytest.approx(1 + 0.5 + 0 + 2 / 3 + 0)
    assert result.maximum == 5
    assert result.objectives == {"lich": (1, 2), "viec": (pytest.approx(0.5 + 2 / 3), 3)}
    assert not result.items["hoi-ai"].answered
    assert result.items["thu-bay"].answered
    assert not result.passed


def test_the_cut_score_is_met_by_sums_of_thirds():
    """Three times a third and a whole are two points of two, though floats fall short by a hair."""
    thirds = [quiz_samples.items()[3] | {"id": f"item-{n}"} for n in range(3)]
    quiz = quiz_samples.quiz(items=[*thirds, quiz_samples.items()[0]], cut_score=50)
    one = {"item-0": ["so-tay"], "item-1": ["so-tay"], "item-2": ["anh-lop"], "hop-xom": ["bang-tin"]}
    assert score(quiz, one).passed
    assert not score(quiz, one | {"item-2": []}).passed


def test_the_highest_band_reached_is_said():
    """Bands may stand in any order; below the lowest, nothing is said."""
    bands = [{"from_percent": 80, "text": "high"}, {"from_percent": 40, "text": "low"}]
    quiz = quiz_samples.quiz(feedback_bands=bands)
    right = {item.id: sorted(item.key()) for item in quiz.items}

    def said(count: int) -> str | None:
        band = feedback_band(quiz, score(quiz, dict(list(right.items())[:count])))
        return band and str(band.text)

    assert [said(count) for count in (1, 2, 3, 4, 5)] == [None, "low", "low", "high", "high"]


def test_the_exported_vectors_are_current():
    """What JavaScript is held to is what Python computes today."""
    assert VECTORS.read_text(encoding="utf-8") == vectors_json(), "run scripts/export_vectors.py"


def test_the_vectors_cover_every_kind_of_edge():
    """The cases hold passes, failures, partial points, no answer, no band, and full marks."""
    cases = json.loads(vectors_json())
    points = {round(case["points"], 3) for case in cases["choice"]}
    assert {0, 0.5, 1, 0.333, 0.667, 0.857} <= points
    results = [case["result"] for case in cases["quizzes"]]
    assert {result["passed"] for result in results} == {True, False}
    assert {result["band"] for result in results} == {"", "low", "half", "high", "all"}
    assert any(not item["answered"] for result in results for item in result["items"].values())
