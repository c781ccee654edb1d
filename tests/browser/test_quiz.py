"""Taking a quiz in a real browser: answering, checking, feedback, score, focus and announcements."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from hub.model.quiz import Quiz
from hub.model.scoring import feedback_band, score
from tests import quiz_samples
from tests.browser.quiz_page import MIXED, RIGHT, QuizPage

pytestmark = pytest.mark.browser


@pytest.fixture
def quiz(page: Page, site_url: str, watch: Callable[[Page], Page]) -> QuizPage:
    """The sample quiz, opened on a phone; problems on the page fail the test."""
    return QuizPage(watch(page), site_url).open()


def test_all_right(quiz: QuizPage):
    """Full marks pass, say the highest band, and leave nothing to retry."""
    quiz.choose(RIGHT).check()
    assert quiz.points() == "5 / 5 điểm"
    expect(quiz.result.locator(".score__verdict")).to_have_text("Đạt. Đúng trọn 5 trên 5 câu.")
    expect(quiz.result.locator(".score__band")).to_have_text("Tốt. Kể lại cho người nhà.")
    expect(quiz.page.get_by_role("button", name="Làm lại câu chưa đúng")).to_be_hidden()
    assert set(quiz.verdicts().values()) == {"Đúng"}


def test_checking_moves_the_focus_to_the_result(quiz: QuizPage):
    """After "Chấm bài" the result's heading has the focus and lies in view."""
    quiz.choose(RIGHT).check()
    assert quiz.focused() == "ket-qua-ten"
    expect(quiz.page.locator("#ket-qua-ten")).to_be_in_viewport()


def test_feedback_of_each_option(quiz: QuizPage):
    """Chosen and right, chosen and wrong, right but missed: each says so in words and gives its reason."""
    quiz.choose({**RIGHT, "viec-hoc": ["thu-y", "ngu"], "thu-bay": ["false"]}).check()
    texts = {
        option: " ".join(quiz.option("viec-hoc", option).inner_text().split())
        for option in ("thu-y", "gia-ngo", "ngu", "cho-xe")
    }
    assert texts == {
        "thu-y": "A. Xem cán bộ thú y tiêm cho bò Đã chọn, đúng Xem để tự làm là học.",
        "gia-ngo": "B. Hỏi giá ngô qua điện thoại Đáp án đúng, chưa chọn Tìm tin trước khi bán là học.",
        "ngu": "C. Ngủ trưa ở lán Đã chọn, chưa đúng Nghỉ ngơi cần thiết, nhưng chưa phải là học.",
        "cho-xe": "D. Ngồi chờ xe về xóm",
    }
    assert quiz.verdicts()["viec-hoc"] == "Chưa đúng"
    assert quiz.verdicts()["thu-bay"] == "Chưa đúng"


def test_feedback_leads_to_the_clause_it_rests_on(quiz: QuizPage):
    """The feedback's link opens the clause; the reasons of every option can be opened."""
    quiz.choose(MIXED).check()
    key = quiz.item("viec-hoc").locator("details")
    key.locator("summary").click()
    expect(key.locator("li")).to_have_count(4)
    expect(key).to_contain_text("Chờ xe chưa phải là học.")
    quiz.item("viec-hoc").locator(".fb a").click()
    quiz.page.wait_for_url("**/ke-hoach/phan-i/#i-2")


def test_partial_points_and_decimal_comma(quiz: QuizPage):
    """Half an item counts half; Vietnamese writes it with a comma."""
    quiz.choose(MIXED).check()
    assert quiz.points() == "3,5 / 5 điểm"
    assert quiz.verdicts()["viec-hoc"] == "Đúng một phần, 0,5 điểm"
    expect(quiz.result.locator(".score__verdict")).to_have_text("Chưa đạt. Đúng trọn 3 trên 5 câu.")
    expect(quiz.result).to_contain_text("Mức đạt: 4 điểm")
    expect(quiz.result.locator(".score__value")).to_have_attribute("width", "70")


def test_english_writes_a_decimal_point(page: Page, site_url: str, watch: Callable[[Page], Page]):
    """The English page speaks English and writes 3.5."""
    quiz = QuizPage(watch(page), site_url, "en/trac-nghiem/mau/").open().choose(MIXED).press("Check answers")
    assert quiz.points() == "3.5 / 5 points"
    assert quiz.verdicts()["viec-hoc"] == "Partly right, points: 0.5"


def test_each_objective_has_its_points_and_where_to_learn(quiz: QuizPage):
    """The result names each objective; only one that is not full offers its reading."""
    quiz.choose({**RIGHT, "viec-hoc": ["thu-y"]}).check()
    rows = quiz.result.locator(".score__objectives li")
    expect(rows.nth(0)).to_contain_text("Tìm được lịch họp 2 / 2 điểm")
    expect(rows.nth(0).get_by_role("link")).to_be_hidden()
    expect(rows.nth(1)).to_contain_text("Kể được việc học 2,5 / 3 điểm")
    link = rows.nth(1).get_by_role("link", name="Đọc lại phần này")
    assert link.get_attribute("href") == "../../tieu-chi/#quy-tac"
    expect(link).to_have_accessible_description("Kể được việc học")


def test_checked_answers_cannot_be_changed(quiz: QuizPage):
    """What has been checked stays as it was answered."""
    quiz.choose(MIXED).check()
    quiz.option("thu-bay", "true").locator("label").click(force=True)
    assert quiz.chosen() == MIXED
    assert quiz.page.locator("fieldset input:enabled").count() == 0


def test_the_list_of_items_to_look_at_again(quiz: QuizPage):
    """What was not fully right is listed with its verdict, and each entry leads to the item."""
    quiz.choose(MIXED).check()
    links = quiz.result.locator(".item-list a:visible")
    assert links.all_inner_texts() == ["Câu 2: Đúng một phần, 0,5 điểm", "Câu 3: Chưa đúng"]
    links.nth(1).click()
    assert quiz.focused() == "cau-thu-bay"
    expect(quiz.item("thu-bay")).to_be_in_viewport()


# --- unanswered items ---


def test_missing_answers_are_named(quiz: QuizPage):
    """An error summary takes the focus, names each item, and the title says there is an error."""
    quiz.choose({"hop-xom": ["cho"], "thu-bay": ["true"]}).check()
    expect(quiz.errors).to_be_focused()
    expect(quiz.errors).to_have_attribute("role", "alert")
    assert quiz.errors.locator("a:visible").all_inner_texts() == [
        "Câu 2: Chưa trả lời",
        "Câu 4: Chưa trả lời",
        "Câu 5: Chưa trả lời",
    ]
    expect(quiz.page).to_have_title("Lỗi: Bài mẫu: lịch họp và việc học")
    expect(quiz.result).to_be_hidden()
    expect(quiz.item("viec-hoc")).to_have_accessible_description("Chưa trả lời câu này.")
    expect(quiz.item("hop-xom")).to_have_accessible_description("")


def test_a_link_of_the_summary_focuses_the_control(quiz: QuizPage):
    """Following an entry puts the focus on the item's first control."""
    quiz.choose({"hop-xom": ["cho"]}).check()
    quiz.errors.get_by_role("link", name="Câu 4: Chưa trả lời").click()
    assert quiz.focused() == "minh-chung/giay-chung-nhan"
    expect(quiz.item("minh-chung").locator("legend")).to_be_in_viewport()


def test_answering_takes_an_error_away(quiz: QuizPage):
    """Each answer removes its entry; with the last one the summary and the title's mark go."""
    quiz.choose({"hop-xom": ["cho"], "viec-hoc": ["ngu"], "thu-bay": ["true"]}).check()
    quiz.choose({"minh-chung": ["so-tay"]})
    assert quiz.errors.locator("a:visible").all_inner_texts() == ["Câu 5: Chưa trả lời"]
    expect(quiz.item("minh-chung")).to_have_accessible_description("")
    quiz.choose({"hoi-ai": ["hoi"]})
    expect(quiz.errors).to_be_hidden()
    expect(quiz.page).to_have_title("Bài mẫu: lịch họp và việc học")
    quiz.check()
    expect(quiz.result).to_be_visible()


def test_checking_anyway_counts_missing_answers_as_nothing(quiz: QuizPage):
    """Only when the person says so do unanswered items count 0, and the result tells how many."""
    quiz.choose({"hop-xom": ["bang-tin"], "viec-hoc": ["thu-y", "gia-ngo"]}).check().press("Chấm luôn")
    assert quiz.points() == "2 / 5 điểm"
    expect(quiz.result).to_contain_text("Chưa trả lời 3 câu, tính 0 điểm.")
    assert [item for item, verdict in quiz.verdicts().items() if verdict == "Chưa trả lời"] == [
        "thu-bay",
        "minh-chung",
        "hoi-ai",
    ]
    assert quiz.focused() == "ket-qua-ten"
    expect(quiz.page).to_have_title("Bài mẫu: lịch họp và việc học")


# --- one at a time ---


def test_one_at_a_time(quiz: QuizPage):
    """Each item is shown alone, checked alone with its feedback, and the focus follows."""
    quiz.press("Từng câu một")
    assert quiz.visible_items() == ["hop-xom"]
    quiz.choose({"hop-xom": ["cho"]}).press("Chấm câu này")
    assert quiz.focused_text() == "Chưa đúng"
    quiz.press("Câu tiếp")
    assert quiz.visible_items() == ["viec-hoc"]
    assert quiz.focused() == "cau-viec-hoc"
    quiz.press("Câu trước")
    assert quiz.focused() == "cau-hop-xom"
    assert quiz.verdicts() == {"hop-xom": "Chưa đúng"}


def test_one_at_a_time_to_the_end(quiz: QuizPage):
    """Items left for later are named at the end; after the last one the result is shown."""
    quiz.press("Từng câu một").press("Để sau")
    for item_id in list(RIGHT)[1:]:
        quiz.choose({item_id: RIGHT[item_id]}).press("Chấm câu này")
        if item_id != "hoi-ai":
            quiz.press("Câu tiếp")
    quiz.press("Xem kết quả")
    assert quiz.errors.locator("a:visible").all_inner_texts() == ["Câu 1: Chưa trả lời"]
    quiz.errors.get_by_role("link").click()
    assert quiz.focused() == "hop-xom/bang-tin"
    assert quiz.visible_items() == ["hop-xom"]
    quiz.choose({"hop-xom": ["bang-tin"]}).press("Chấm câu này")
    expect(quiz.result).to_be_visible()
    assert quiz.points() == "5 / 5 điểm"
    assert quiz.focused_text() == "Đúng"


def test_one_at_a_time_asks_for_an_answer(quiz: QuizPage):
    """Checking an item without an answer names it; it can be checked as it is."""
    quiz.press("Từng câu một").press("Chấm câu này")
    expect(quiz.errors).to_be_focused()
    quiz.press("Chấm luôn")
    assert quiz.verdicts() == {"hop-xom": "Chưa trả lời"}
    assert quiz.focused_text() == "Chưa trả lời"


def test_the_way_of_taking_it_is_remembered(quiz: QuizPage):
    """ "Từng câu một" holds after coming back, and all items can be had again."""
    quiz.press("Từng câu một")
    quiz.reload()
    assert quiz.visible_items() == ["hop-xom"]
    expect(quiz.page.get_by_role("button", name="Từng câu một")).to_have_attribute("aria-pressed", "true")
    quiz.press("Tất cả câu")
    assert len(quiz.reload().visible_items()) == 5


def test_an_address_leads_to_its_item(quiz: QuizPage):
    """`#cau-ID` opens at that item in either view, on arrival and later."""
    quiz.open("#cau-minh-chung")
    expect(quiz.item("minh-chung")).to_be_in_viewport()
    quiz.press("Từng câu một")
    quiz.page.goto("about:blank")
    quiz.open("#cau-hoi-ai")
    assert quiz.visible_items() == ["hoi-ai"]
    quiz.page.evaluate("() => { location.hash = '#cau-thu-bay' }")
    expect(quiz.item("thu-bay")).to_be_visible()
    assert quiz.visible_items() == ["thu-bay"]
    quiz.page.evaluate("() => { location.hash = '#khong-co' }")
    assert quiz.visible_items() == ["thu-bay"]


# --- again ---


def test_retry_asks_only_the_wrong_ones(quiz: QuizPage):
    """Items not fully right are asked again, the rest is kept and counts."""
    quiz.choose(MIXED).check().press("Làm lại câu chưa đúng")
    assert quiz.visible_items() == ["viec-hoc", "thu-bay"]
    assert quiz.focused() == "cau-viec-hoc"
    expect(quiz.status).to_contain_text("Làm lại 2 câu chưa đúng. Các câu đã đúng được giữ nguyên.")
    expect(quiz.progress).to_have_text("Đã trả lời 0 / 2 câu")
    quiz.choose({"viec-hoc": RIGHT["viec-hoc"], "thu-bay": ["true"]}).check()
    assert quiz.points() == "5 / 5 điểm"
    assert len(quiz.visible_items()) == 5


def test_retry_one_at_a_time(quiz: QuizPage):
    """One at a time, a retry goes through the wrong ones only."""
    quiz.choose(MIXED).check().press("Từng câu một").press("Làm lại câu chưa đúng")
    assert quiz.visible_items() == ["viec-hoc"]
    quiz.choose({"viec-hoc": ["ngu"]}).press("Chấm câu này").press("Câu tiếp")
    assert quiz.visible_items() == ["thu-bay"]
    expect(quiz.page.get_by_role("button", name="Để sau")).to_be_hidden()
    quiz.choose({"thu-bay": ["true"]}).press("Chấm câu này")
    assert quiz.points() == "4 / 5 điểm"


def test_start_over_erases(quiz: QuizPage):
    """ "Làm lại từ đầu" forgets every answer at once, on the page and on the device."""
    quiz.choose(MIXED).check().press("Làm lại từ đầu")
    assert quiz.stored() is None
    assert quiz.chosen() == {}
    assert quiz.verdicts() == {}
    assert quiz.focused() == "cau-hop-xom"
    expect(quiz.result).to_be_hidden()
    expect(quiz.status).to_contain_text("Đã xóa bài làm trên máy này.")
    quiz.choose(RIGHT).check()
    assert quiz.points() == "5 / 5 điểm"


def test_a_slip_can_be_taken_back(quiz: QuizPage):
    """Right after starting over the answers can be had back; with the next answer they are gone for good."""
    quiz.choose(MIXED).check().press("Làm lại từ đầu").press("Lấy lại bài làm")
    assert quiz.points() == "3,5 / 5 điểm"
    assert quiz.chosen() == MIXED
    expect(quiz.status).to_contain_text("Đã lấy lại bài làm.")
    assert quiz.reload().chosen() == MIXED
    quiz.press("Làm lại từ đầu").choose({"hop-xom": ["cho"]})
    expect(quiz.page.get_by_role("button", name="Lấy lại bài làm")).to_be_hidden()
    assert quiz.reload().chosen() == {"hop-xom": ["cho"]}


# --- the score is the Python score ---


def _random_quiz(chance: random.Random) -> Quiz:
    items: list[dict[str, Any]] = []
    for number in range(10):
        if chance.random() < 0.2:
            items.append(quiz_samples.statement(f"cau-{number}", "lich", f"Câu {number}.", chance.random() < 0.5))
            continue
        count = chance.randint(2, 6)
        right = set(chance.sample(range(count), chance.randint(1, count - 1)))
        options = [quiz_samples.option(f"y-{one}", f"Ý {one}", f"Vì {one}.", one in right) for one in range(count)]
        if len(right) > 1 and count < 3:
            continue
        items.append(quiz_samples.item(f"cau-{number}", chance.choice(["lich", "viec"]), f"Câu {number}?", options))
    return quiz_samples.quiz(items=items, cut_score=chance.choice([40, 60, 80]))


def _shown(points: float) -> str:
    return f"{math.floor(points * 100 + 1e-6) / 100:.2f}".rstrip("0").rstrip(".").replace(".", ",")


@pytest.mark.parametrize("seed", range(6))
def test_the_page_scores_as_python_does(
    seed: int, page: Page, make_site: Callable[..., str], watch: Callable[[Page], Page]
):
    """For random quizzes and random responses, points, objectives and verdict are those of the one rule."""
    chance = random.Random(seed)
    quiz = _random_quiz(chance)
    responses = {}
    for item in quiz.items:
        ids = [option.id for option in item.choices()]
        most = len(ids) if item.kind == "multiple_response" else 1
        responses[item.id] = chance.sample(ids, chance.randint(0, most))
    shown = QuizPage(watch(page), make_site(quiz), quiz=quiz).open().choose(responses).check()
    if any(not chosen for chosen in responses.values()):
        shown.press("Chấm luôn")
    result = score(quiz, responses)
    assert shown.points() == f"{_shown(result.points)} / {result.maximum} điểm"
    band = feedback_band(quiz, result)
    expect(shown.result.locator(".score__band")).to_have_text(str(band.text) if band else "")
    expect(shown.result.locator(".score__verdict")).to_contain_text("Đạt." if result.passed else "Chưa đạt.")
    for objective, (got, of) in result.objectives.items():
        row = shown.page.locator(f"[data-part=objective-{objective}] b")
        expect(row).to_have_text(f"{_shown(got)} / {of} điểm")
    for item_id, verdict in shown.verdicts().items():
        points = result.items[item_id].points
        word = "Đúng" if points == 1 else "Đúng một phần" if points else "Chưa"
        assert verdict.startswith(word)
        assert (verdict == "Chưa trả lời") is not result.items[item_id].answered
