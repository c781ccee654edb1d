"""Scoring oneself on the finished site: by hand, over several visits, taken along and opened again."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from hub.model.assessment import assess, rules_of
from hub.model.criteria import CriteriaSet
from tests.browser.check_page import KEY, CheckPage
from tests.site.test_accessibility import violations

pytestmark = pytest.mark.browser

GROUPS = ("nong-dan", "cong-nhan", "cong-chuc", "vien-chuc", "doanh-nhan", "can-bo-quan-ly")
VERDICTS = {"may": "Có thể đạt", "not": "Chưa", "open": "Chưa đủ câu trả lời"}
CASES: dict[str, list[int | None]] = {
    "80 points, none below 5": [8] * 10,
    "79 points": [8] * 9 + [7],
    "81 points": [8] * 9 + [9],
    "one of 4": [9] * 9 + [4],
    "one of 5": [9] * 9 + [5],
    "one unanswered": [8] * 9 + [None],
    "one unanswered, and enough without it": [9] * 9 + [None],
    "one unanswered, and one below the floor": [4] + [9] * 8 + [None],
    "not enough, whatever the last": [6] * 9 + [None],
    "one answer": [7] + [None] * 9,
    "all": [10] * 10,
    "none at all": [0] * 10,
}


@pytest.fixture
def page(phone: Page) -> Page:
    """Everything here is done on a phone."""
    return phone


@pytest.mark.parametrize("case", CASES)
def test_page_and_engine_agree(check: CheckPage, criteria: CriteriaSet, case: str) -> None:
    """Total and verdict on the page are those of the one rule, at every limit."""
    points = CASES[case]
    check.give(points).finish()
    told = assess(rules_of(criteria), dict(zip(check.ids, points, strict=True)))
    expect(check.part("verdict")).to_have_text(VERDICTS[told.verdict])
    expect(check.part("total")).to_have_text(str(told.total))
    open_ones = check.page.locator('[data-part="unanswered"] li:visible')
    expect(open_ones).to_have_count(len(told.unanswered))


def test_each_rule_is_explained_with_whose_word_it_is(check: CheckPage) -> None:
    """Total and floor are told one by one, with the source; who decides is named."""
    check.give([9] * 9 + [4]).finish()
    expect(check.part("rule-total")).to_contain_text("Đủ: tổng 85, cần từ 80.")
    expect(check.part("rule-floor")).to_contain_text("Chưa đủ:")
    for name in ("rule-total", "rule-floor"):
        expect(check.part(name).get_by_role("link").first).to_be_visible()
    expect(check.part("way")).to_contain_text("Thêm 1 điểm ở")
    expect(check.page.locator("article")).to_contain_text("Hội Khuyến học xã")


def test_nothing_is_said_of_difficult_areas_but_whom_to_ask(check: CheckPage, criteria: CriteriaSet) -> None:
    """No figure for difficult areas was seen, so the page shows none."""
    check.give([8] * 10).finish()
    rows = check.page.locator(".because li").all_inner_texts()
    told = [row for row in rows if "khó khăn" in row]
    assert len(told) == 1
    assert "hỏi" in told[0].lower()
    says = told[0].partition("Nguồn")[0]
    assert not re.search(r"\d+\s*(điểm|%)", says), says


def test_the_way_by_keyboard_closed_and_reopened(page: Page, site_url: str) -> None:
    """One indicator at a time with keys alone; what was answered is there after the browser was closed."""
    check = CheckPage(page, site_url).open()
    names = check.ids
    expect(page.locator(f"#muc-{names[0]}")).to_be_visible()
    expect(page.locator(f"#muc-{names[1]}")).to_be_hidden()
    for name in names[:4]:
        check.radio(name, 0).focus()
        for _ in range(8):
            page.keyboard.press("ArrowRight")
        expect(check.radio(name, 8)).to_be_checked()
        check.part("next").focus()
        page.keyboard.press("Enter")
    state = page.context.storage_state()
    again = page.context.browser
    assert again is not None
    context = again.new_context(viewport={"width": 360, "height": 740}, storage_state=state)
    reopened = CheckPage(context.new_page(), site_url).open()
    assert reopened.points() == [8] * 4 + [None] * 6
    expect(reopened.part("said")).to_contain_text("trả lời 4 / 10")
    expect(reopened.page.locator(f"#muc-{names[4]}")).to_be_visible()
    expect(reopened.page.locator(f"#muc-{names[0]}")).to_be_hidden()
    reopened.give([8] * 10).finish()
    expect(reopened.part("verdict")).to_have_text("Có thể đạt")
    context.close()


def test_going_back_and_changing_loses_nothing(check: CheckPage) -> None:
    """Evidence, notes and points stay where they were put, whichever way one looks."""
    first = check.page.locator("[data-item]").first
    check.look("all")
    first.locator("summary").click()
    first.locator("[type=checkbox]").first.check(force=True)
    first.locator("[data-field=where]").first.fill("Ngăn tủ <b>đỏ</b>")
    first.locator("[data-field=date]").first.fill("2026-03-08")
    first.locator("textarea").fill('=HYPERLINK("x")')
    check.give([3] + [None] * 9)
    check.look("one").look("all").give([7] + [None] * 9)
    reopened = check.open()
    reopened.look("all")
    first.locator("summary").click()
    expect(first.locator("[data-field=where]").first).to_have_value("Ngăn tủ <b>đỏ</b>")
    expect(first.locator("[type=checkbox]").first).to_be_checked()
    expect(first.locator("textarea")).to_have_value('=HYPERLINK("x")')
    assert reopened.points()[0] == 7
    first.locator("[data-act=takeBack]").click()
    assert reopened.points()[0] is None
    expect(reopened.part("progress")).to_have_text("Đã trả lời 0 / 10")


def test_several_people_on_one_device(check: CheckPage) -> None:
    """Each has a label; one is erased, the others stay."""
    check.give([8] * 10).more()
    check.page.locator("[data-act=add]").click()
    assert check.points() == [None] * 10
    check.part("name").fill("Bà ngoại")
    check.page.locator("[data-act=rename]").click()
    check.give([5] * 10).more()
    check.part("name").fill("Người 1")
    check.page.locator("[data-act=rename]").click()
    expect(check.part("wrong")).to_contain_text("Đã có người mang nhãn Người 1")
    check.part("who").select_option(label="Người 1")
    assert check.points() == [8] * 10
    check.page.on("dialog", lambda dialog: dialog.accept())
    check.more().page.locator("[data-act=drop]").click()
    expect(check.part("label")).to_have_text("Bà ngoại")
    assert check.points() == [5] * 10
    assert [one["label"] for one in check.kept()["value"]["people"]] == ["Bà ngoại"]
    check.more().page.locator("[data-act=drop]").click()
    expect(check.part("label")).to_have_text("Người 1")
    assert check.kept() is None


def test_an_edited_criteria_set_keeps_what_still_applies(check: CheckPage) -> None:
    """Of an indicator that was edited since, the old points wait beside it; one that is gone is told."""
    check.give([8] * 10)
    kept = check.kept()
    answers = kept["value"]["people"][0]["answers"]
    answers[0]["hash"] = "0ld"
    answers.append({**answers[1], "indicator": "da-bo", "name": "Chỉ số đã bỏ", "hash": "x", "points": 6})
    kept["value"]["people"][0]["seen"].append("da-bo")
    check.page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, json.dumps(kept)])
    check.open()
    changes = check.part("changes")
    expect(changes).to_contain_text("Đã sửa")
    expect(changes).to_contain_text("Chỉ số đã bỏ")
    assert check.points() == [None] + [8] * 9
    check.look("all").page.locator("[data-item]").first.locator("[data-act=keepOld]").click()
    assert check.points() == [8] * 10
    check.page.locator("[data-act=seen]").click()
    expect(changes).to_be_hidden()


def test_an_earlier_score_is_compared(check: CheckPage) -> None:
    """What was put away stands beside today's, with the difference."""
    check.give([6] * 10).finish().page.locator("[data-act=saveScore]").click()
    check.give([8, 5] + [6] * 8).finish()
    expect(check.part("change")).to_have_text("Tổng: 60 → 61.")
    rows = check.part("earlier").locator("tbody tr")
    assert rows.nth(0).locator("td").all_inner_texts() == ["6", "8", "+2"]
    assert rows.nth(1).locator("td").all_inner_texts() == ["6", "5", "−1"]


def test_the_plan_begins_with_what_is_weak_and_is_kept(check: CheckPage) -> None:
    """Rows come from the nearest way up; what is typed stays, what is dropped stays away."""
    check.give([8] * 8 + [6, 6]).finish()
    rows = check.page.locator("[data-learn]:visible")
    weak = rows.evaluate_all("all => all.map((one) => one.dataset.learn)")
    assert weak == check.ids[8:]
    expect(rows.first.locator("[data-field=how]")).not_to_have_value("")
    rows.first.locator("[data-field=who]").fill("Chị Sáu, trưởng xóm")
    rows.nth(1).locator("[data-act=dropPlan]").click()
    check.open().finish()
    expect(check.page.locator("[data-learn]:visible")).to_have_count(1)
    expect(check.page.locator("[data-learn]:visible [data-field=who]")).to_have_value("Chị Sáu, trưởng xóm")


@pytest.mark.parametrize("group", GROUPS)
def test_every_group_has_its_page_in_both_languages(page: Page, site_url: str, group: str) -> None:
    """Interface and rules are English there; the examples stay Vietnamese and say so to screen readers."""
    check = CheckPage(page, site_url, f"en/tu-cham/{group}/").open()
    assert len(check.ids) == 10
    expect(check.page.locator("[data-item] ul").first).to_have_attribute("lang", "vi")
    check.give([8] * 10).finish()
    expect(check.part("verdict")).not_to_have_text(re.compile("[ạđ]"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


STATES: dict[str, list[int | None]] = {
    "begun": [7] + [None] * 9,
    "not yet": [4] * 10,
    "may": [8] * 10,
}


@pytest.mark.parametrize("tree", ["", "en/"])
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("view", ["one", "all"])
def test_no_state_has_a_violation(page: Page, axe: str, site_url: str, state: str, view: str, tree: str) -> None:
    """axe finds nothing in either tone, with evidence and people opened and the result shown; nothing is too wide."""
    check = CheckPage(page, site_url, f"{tree}tu-cham/nong-dan/").open()
    check.give(STATES[state]).more().finish().look(view)
    page.locator("[data-item] summary").first.evaluate("one => (one.parentElement.open = true)")
    expect(check.part("qr").locator("svg")).to_be_attached()
    assert violations(page, axe) == {}
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_scripts_it_is_a_paper_form(browser: Browser, site_url: str) -> None:
    """Indicators, scale and the rule to add up are there; nothing is shown that would need a script."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}tu-cham/nong-dan/")
    assert page.locator("[data-item]").count() == 10
    expect(page.locator("#tren-giay")).to_be_visible()
    expect(page.locator(".paper__rule li").first).to_be_visible()
    for name in ("result", "take", "people"):
        expect(page.locator(f'[data-part="{name}"]')).to_be_hidden()
    context.close()
