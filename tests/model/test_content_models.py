"""Questions that the models of content answer about themselves."""

from pathlib import Path

import pytest

from hub.content.read import read
from hub.model.hub import Hub
from hub.model.items import MultipleResponse, SingleChoice, TrueFalse


@pytest.fixture(scope="module")
def hub() -> Hub:
    """The smallest hub."""
    return read(Path(__file__).parents[1] / "hubs" / "minimal").required()


def test_a_plan_lists_its_clauses_by_id(hub: Hub):
    """Clauses come in the plan's order, each knowing its part, its depth and its words."""
    assert hub.plan is not None
    clauses = hub.plan.clauses()
    assert list(clauses) == ["mo-dau.1", "I", "I.1", "II", "II.1", "II.1.a", "ket.1"]
    assert (clauses["II.1.a"].part, clauses["II.1.a"].level, clauses["II.1.a"].line) == ("II", 3, 11)
    assert clauses["ket.1"].part == "II"
    assert clauses["I.1"].text.to("en") == "40% of adults reach the title."


def test_items_know_their_options_and_key(hub: Hub):
    """Every kind of item gives its options with reasons, and the ids of the right ones."""
    single, several, statement = hub.quizzes["bai-mau"].items
    assert isinstance(single, SingleChoice)
    assert single.key() == {"dat"}
    assert isinstance(several, MultipleResponse)
    assert several.key() == {"bao", "loa"}
    assert isinstance(statement, TrueFalse)
    assert statement.key() == {"true"}
    assert [str(option.text) for option in statement.choices()] == ["Đúng", "Sai"]


def test_a_criteria_set_lists_indicators_and_finds_rules(hub: Hub):
    """Indicators come in order; a rule is found by id, or is nothing."""
    criteria = hub.criteria["bo-mau"]
    assert [indicator.id for indicator in criteria.indicators()] == ["doc-tin"]
    rule = criteria.rule("diem-dat")
    assert rule is not None
    assert rule.value == 80
    assert criteria.rule("khong-co") is None


def test_everything_is_found_by_id(hub: Hub):
    """Sources, terms, modules and guides are found by the ids that content names."""
    assert set(hub.sources) == {"ke-hoach-mau", "trang-mau"}
    assert set(hub.glossary) == {"chi-so", "tu-cham"}
    assert set(hub.modules) == {"lop-mau"}
    assert set(hub.guides) == {"bo-mau/nong-dan"}
    assert hub.settings.default_locale == "vi"
