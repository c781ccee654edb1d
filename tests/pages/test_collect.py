"""The officers' page: what it hands its script, and where there is no such page."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from hub.content.read import read
from hub.model.hub import Hub
from hub.pages.collect import REPORT, WORKBOOK, collect_pages
from hub.pages.staged import StagedPage
from tests.conftest import ROOT

DATA = re.compile(r'<script type="application/json">(.*?)</script>', re.S)


@pytest.fixture(scope="module")
def hub() -> Hub:
    """The hub of this repository."""
    found = read(ROOT).hub
    assert found is not None
    return found


def data_of(page: StagedPage) -> dict[str, Any]:
    """Return what the page hands its script."""
    block = DATA.search(page.body)
    assert block is not None
    found: dict[str, Any] = json.loads(block[1])
    return found


def test_it_stands_in_each_language_of_the_criteria(hub: Hub) -> None:
    """One page a language, at one address, with the indicators in that language."""
    pages = collect_pages(hub)
    assert [(page.path, page.locale) for page in pages] == [("tu-cham/tong-hop/", "vi"), ("tu-cham/tong-hop/", "en")]
    names = [[one["name"] for one in data_of(page)["indicators"]] for page in pages]
    assert len(names[0]) == len(names[1]) == 10
    assert names[0] != names[1]


def test_every_aim_of_the_plan_comes_with_all_its_years(hub: Hub) -> None:
    """The figures of 2025 and 2030 stand beside the plan's words, each aim once."""
    assert hub.plan is not None
    targets = data_of(collect_pages(hub)[0])["targets"]
    assert [one["id"] for one in targets] == list(dict.fromkeys(target.series for target in hub.plan.targets))
    told = {one["id"]: one["years"] for one in targets}
    for target in hub.plan.targets:
        assert f"{target.year}: {target.percent:g} %" in told[target.series]


def test_documents_are_offered_only_where_their_templates_are(hub: Hub) -> None:
    """Without a template there is no button, and no address in the data."""
    bare, whole = collect_pages(hub)[0], collect_pages(hub, {REPORT, WORKBOOK})[0]
    assert "saveDocx" not in bare.body
    assert "saveXlsx" not in bare.body
    assert (data_of(bare)["docx"], data_of(bare)["xlsx"]) == ("", "")
    assert "saveDocx" in whole.body
    assert data_of(whole)["xlsx"].endswith(f"downloads/{WORKBOOK}")


def test_where_nobody_scores_there_is_nothing_to_collect(hub: Hub) -> None:
    """A hub without criteria, or whose criteria name no groups, has no such page."""
    assert collect_pages(hub.model_copy(update={"criteria": {}})) == []
    criteria = hub.main_criteria()
    assert criteria is not None
    bare = criteria.model_copy(update={"groups": []})
    assert collect_pages(hub.model_copy(update={"criteria": {bare.id: bare}})) == []


def test_a_hub_without_a_plan_shows_no_targets(hub: Hub) -> None:
    """The rest of the page is there."""
    page = collect_pages(hub.model_copy(update={"plan": None}))[0]
    assert data_of(page)["targets"] == []
    assert "data-target" not in page.body
