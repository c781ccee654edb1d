"""What a device keeps of a quiz: coming back, edits in between, several tabs, and storage that fails."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, BrowserType, Page, expect

from tests import quiz_samples
from tests.browser.quiz_page import KEY, MIXED, RIGHT, QuizPage

pytestmark = pytest.mark.browser

BLOCKED = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } })"""
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
NOT_KEPT = "Trình duyệt không cho lưu. Đóng trang là mất bài làm."


@pytest.fixture
def quiz(page: Page, site_url: str, watch: Callable[[Page], Page]) -> QuizPage:
    """The sample quiz, not opened yet."""
    return QuizPage(watch(page), site_url)


def edited(**changes: Any):
    """Return the sample quiz with its second item changed."""
    items = quiz_samples.items()
    items[1] |= changes
    return quiz_samples.quiz(items=items)


# --- coming back ---


def test_a_citizen_takes_it_by_keyboard_closes_comes_back_and_finishes(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    browser_context_args: dict[str, Any],
    site_url: str,
    watch: Callable[[Page], Page],
    tmp_path: Path,
):
    """On a 360 px screen with the keyboard alone: half of it, close the browser, open it again, finish."""

    def open_browser() -> BrowserContext:
        return browser_type.launch_persistent_context(tmp_path, **browser_type_launch_args, **browser_context_args)

    context = open_browser()
    quiz = QuizPage(watch(context.pages[0]), site_url).open()
    keys = quiz.page.keyboard

    def tab_to(target: str) -> None:
        for _ in range(60):
            if quiz.focused() == target or quiz.focused_text() == target:
                return
            keys.press("Tab")
        raise AssertionError(f"no Tab stop {target}, last was {quiz.focused()}")

    tab_to("hop-xom/bang-tin")
    keys.press("Space")
    tab_to("viec-hoc/thu-y")
    keys.press("Space")
    keys.press("Tab")
    keys.press("Space")
    assert quiz.chosen() == {"hop-xom": ["bang-tin"], "viec-hoc": ["thu-y", "gia-ngo"]}
    context.close()

    context = open_browser()
    quiz = QuizPage(watch(context.pages[0]), site_url).open()
    keys = quiz.page.keyboard
    assert quiz.chosen() == {"hop-xom": ["bang-tin"], "viec-hoc": ["thu-y", "gia-ngo"]}
    expect(quiz.status).to_contain_text("Đã mở lại bài làm dở: đã trả lời 2 / 5 câu.")
    tab_to("Làm tiếp từ câu 3")
    keys.press("Enter")
    assert quiz.focused() == "thu-bay/true"
    keys.press("Space")
    keys.press("ArrowDown")
    assert quiz.chosen()["thu-bay"] == ["false"]
    keys.press("ArrowUp")
    assert quiz.chosen()["thu-bay"] == ["true"]
    tab_to("minh-chung/giay-chung-nhan")
    for _ in range(3):
        keys.press("Space")
        keys.press("Tab")
    tab_to("Chấm bài")
    keys.press("Enter")
    expect(quiz.errors).to_be_focused()
    tab_to("Câu 5: Chưa trả lời")
    keys.press("Enter")
    assert quiz.focused() == "hoi-ai/hoi"
    keys.press("Space")
    tab_to("Chấm bài")
    keys.press("Space")
    assert quiz.focused() == "ket-qua-ten"
    assert quiz.points() == "5 / 5 điểm"
    context.close()


def test_a_result_is_there_again(quiz: QuizPage):
    """A finished quiz opens with its feedback and result, and says so."""
    quiz.open().choose(MIXED).check()
    before = quiz.verdicts()
    quiz.reload()
    assert quiz.points() == "3,5 / 5 điểm"
    assert quiz.verdicts() == before
    expect(quiz.status).to_contain_text("Đã mở lại kết quả lần trước: 3,5 / 5 điểm.")
    quiz.status.get_by_role("link", name="Xem kết quả").click()
    assert quiz.focused() == "ket-qua-ten"


def test_a_retry_goes_on_after_closing(quiz: QuizPage):
    """Half a retry is still a retry after coming back."""
    quiz.open().choose(MIXED).check().press("Làm lại câu chưa đúng").choose({"viec-hoc": ["ngu"]})
    quiz.reload()
    assert quiz.visible_items() == ["viec-hoc", "thu-bay"]
    quiz.choose({"thu-bay": ["true"]}).check()
    assert quiz.points() == "4 / 5 điểm"


def test_nothing_is_said_on_the_first_visit(quiz: QuizPage):
    """A fresh quiz opens silently."""
    quiz.open()
    expect(quiz.status.locator("p")).to_have_text("")
    assert quiz.stored() is None


def test_the_other_language_goes_on_with_the_same_answers(quiz: QuizPage, page: Page, site_url: str):
    """What was answered in Vietnamese is answered in English."""
    quiz.open().choose({"hop-xom": ["cho"], "minh-chung": ["so-tay"]})
    english = QuizPage(page, site_url, "en/trac-nghiem/mau/").open()
    assert english.chosen() == {"hop-xom": ["cho"], "minh-chung": ["so-tay"]}
    expect(english.status).to_contain_text("The unfinished quiz is open again: 2 / 5 questions answered.")


def test_back_and_forward_keep_the_answers(quiz: QuizPage, site_url: str):
    """Leaving through a link and coming back, and forward again, loses nothing and doubles nothing."""
    quiz.open().choose({"hop-xom": ["cho"], "viec-hoc": ["ngu"]})
    quiz.page.goto(site_url + "tap-huan/")
    quiz.page.go_back()
    quiz.ready()
    assert quiz.chosen() == {"hop-xom": ["cho"], "viec-hoc": ["ngu"]}
    quiz.choose({"viec-hoc": ["ngu", "thu-y"]})
    quiz.page.go_forward()
    quiz.page.go_back()
    quiz.ready()
    assert quiz.chosen() == {"hop-xom": ["cho"], "viec-hoc": ["thu-y"]}


def test_a_page_from_the_cache_shows_what_was_kept_meanwhile(quiz: QuizPage):
    """When the browser brings a frozen page back, it takes up what the device holds now."""
    quiz.open().choose({"hop-xom": ["cho"]})
    kept = quiz.stored()
    kept["value"]["items"]["hop-xom"]["chosen"] = ["c"]
    quiz.page.evaluate(f"kept => localStorage.setItem('{KEY}', kept)", json.dumps(kept))
    assert quiz.chosen() == {"hop-xom": ["cho"]}
    quiz.page.evaluate("() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert quiz.chosen() == {"hop-xom": ["truong"]}


def test_answers_given_before_the_script_ran_count(quiz: QuizPage):
    """On a slow line a person may answer before the scripts arrive."""
    held: list[Any] = []
    quiz.page.route("**/components/quiz/quiz.js", lambda route: held.append(route))
    with quiz.page.expect_request("**/components/quiz/quiz.js"):
        quiz.page.goto(quiz.url, wait_until="commit")
    quiz.choose({"hop-xom": ["cho"], "viec-hoc": ["ngu"]})
    (route,) = held
    route.continue_()
    quiz.ready().page.unroute_all()
    expect(quiz.progress).to_have_text("Đã trả lời 2 / 5 câu")
    expect(quiz.status.locator("p")).to_have_text("")
    assert quiz.reload().chosen() == {"hop-xom": ["cho"], "viec-hoc": ["ngu"]}


# --- edits ---


def test_an_edited_item_asks_again_only_for_itself(page: Page, make_site: Callable[..., str]):
    """After an edit the one item is open, the others keep answer, check and feedback; then the result is back."""
    quiz = QuizPage(page, make_site(quiz_samples.quiz())).open().choose(MIXED).check()
    make_site(edited(stem="Việc nào sau đây là học?"))
    quiz.reload()
    expect(quiz.result).to_be_hidden()
    assert quiz.verdicts().keys() == RIGHT.keys() - {"viec-hoc"}
    assert "viec-hoc" not in quiz.chosen()
    expect(quiz.status).to_contain_text("đã trả lời 4 / 5 câu. Có 1 câu vừa được sửa, cần trả lời lại.")
    quiz.status.get_by_role("link", name="Làm tiếp từ câu 2").click()
    assert quiz.focused() == "viec-hoc/thu-y"
    quiz.choose({"viec-hoc": RIGHT["viec-hoc"]}).check()
    assert quiz.points() == "4 / 5 điểm"


def test_an_edited_reason_asks_nothing_again(page: Page, make_site: Callable[..., str]):
    """Only what the person answered matters: a better explanation leaves the result standing."""
    quiz = QuizPage(page, make_site(quiz_samples.quiz())).open().choose(MIXED).check()
    options = quiz_samples.items()[1]["options"]
    make_site(edited(options=[option | {"rationale": "Giải thích mới."} for option in options]))
    quiz.reload()
    assert quiz.points() == "3,5 / 5 điểm"
    expect(quiz.option("viec-hoc", "thu-y")).to_contain_text("Giải thích mới.")


def test_an_added_and_a_removed_item(page: Page, make_site: Callable[..., str]):
    """A new item is open, one that is gone is forgotten, the rest stays."""
    quiz = QuizPage(page, make_site(quiz_samples.quiz())).open().choose(MIXED).check()
    items = quiz_samples.items()
    new = quiz_samples.statement("moi", "lich", "Câu mới.", False)
    changed = quiz_samples.quiz(items=[*items[1:4], new, items[4]])
    quiz = QuizPage(page, make_site(changed), quiz=changed).open()
    assert quiz.verdicts().keys() == {"viec-hoc", "thu-bay", "minh-chung", "hoi-ai"}
    quiz.choose({"moi": ["false"]}).check()
    assert quiz.points() == "3,5 / 5 điểm"


# --- several tabs ---


def test_two_tabs_do_no_harm(context: BrowserContext, site_url: str, watch: Callable[[Page], Page]):
    """What one tab answers, the other shows; nothing is lost; erasing in one erases in both."""
    one = QuizPage(watch(context.new_page()), site_url).open()
    two = QuizPage(watch(context.new_page()), site_url).open()
    one.choose({"hop-xom": ["cho"]})
    expect(two.option("hop-xom", "cho").locator("input")).to_be_checked()
    two.choose({"viec-hoc": ["thu-y"]})
    expect(one.option("viec-hoc", "thu-y").locator("input")).to_be_checked()
    one.choose({"thu-bay": ["true"]})
    assert set(one.stored()["value"]["items"]) == {"hop-xom", "viec-hoc", "thu-bay"}
    one.press("Làm lại từ đầu")
    expect(two.progress).to_have_text("Đã trả lời 0 / 5 câu")
    assert two.chosen() == {}


# --- storage that fails ---


@pytest.mark.parametrize("script", [BLOCKED, FULL], ids=["blocked", "full"])
def test_without_storage_everything_but_keeping_works(quiz: QuizPage, script: str):
    """Blocked or full storage: the quiz runs, says once that nothing is kept, and forgets on leaving."""
    quiz.page.add_init_script(script)
    quiz.open().choose({"hop-xom": ["cho"]})
    expect(quiz.status).to_contain_text(NOT_KEPT)
    expect(quiz.page.get_by_text("Kết quả chỉ lưu trên máy này")).to_be_hidden()
    quiz.choose(MIXED).check().press("Làm lại câu chưa đúng")
    quiz.choose({"viec-hoc": RIGHT["viec-hoc"], "thu-bay": ["true"]}).check()
    assert quiz.points() == "5 / 5 điểm"
    quiz.press("Làm lại từ đầu").press("Từng câu một")
    assert quiz.chosen() == {}
    assert quiz.reload().chosen() == {}


def test_storage_that_is_really_full(quiz: QuizPage):
    """With the browser's own quota used up to the last byte, the quiz still runs."""
    quiz.open()
    quiz.page.evaluate(
        """() => { let size = 1 << 20;
          for (let n = 0; size >= 1; n++) {
            try { localStorage.setItem(`fill-${n}`, 'x'.repeat(size)); } catch { size >>= 1; } } }"""
    )
    quiz.reload().choose(RIGHT).check()
    assert quiz.points() == "5 / 5 điểm"
    expect(quiz.page.get_by_text(NOT_KEPT)).to_be_visible()


@pytest.mark.parametrize(
    "kept",
    [
        "{",
        "null",
        "[]",
        '"x"',
        '{"version":1}',
        '{"version":1,"value":[]}',
        '{"version":1,"value":{"items":{"hop-xom":5,"viec-hoc":null},"again":{"a":1}}}',
        '{"version":0,"value":{"items":{}}}',
    ],
)
def test_what_cannot_be_read_is_passed_over(quiz: QuizPage, kept: str):
    """Corrupt or foreign data: the quiz opens fresh and keeps what is answered from then on."""
    quiz.open()
    quiz.page.evaluate(f"kept => localStorage.setItem('{KEY}', kept)", kept)
    quiz.reload()
    expect(quiz.status.locator("p")).to_have_text("")
    assert quiz.choose({"hop-xom": ["cho"]}).reload().chosen() == {"hop-xom": ["cho"]}


def test_data_of_a_newer_site_is_left_alone(quiz: QuizPage):
    """A newer version's data is neither shown nor overwritten nor erased; this visit works without."""
    newer = {"version": 2, "value": {"answers": ["something else"]}}
    quiz.open()
    quiz.page.evaluate(f"kept => localStorage.setItem('{KEY}', kept)", json.dumps(newer))
    quiz.reload().choose(RIGHT).check()
    assert quiz.points() == "5 / 5 điểm"
    quiz.press("Làm lại từ đầu")
    assert quiz.chosen() == {}
    assert quiz.stored() == newer


def test_nothing_leaves_the_device(quiz: QuizPage):
    """From the first answer to the result, the page asks the server for nothing."""
    quiz.open()
    asked: list[str] = []
    quiz.page.on("request", lambda request: asked.append(request.url))
    quiz.choose(MIXED).check().press("Làm lại câu chưa đúng").press("Từng câu một")
    assert asked == []
