"""The quiz for everyone: without scripts, by assistive technology, magnified, on paper."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests import quiz_samples
from tests.browser import axe
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.quiz_page import MIXED, RIGHT, QuizPage

pytestmark = pytest.mark.browser


def fresh(quiz: QuizPage) -> None:
    """Nothing is answered."""


def missing(quiz: QuizPage) -> None:
    """Some items have no answer."""
    quiz.choose({"hop-xom": ["cho"], "viec-hoc": ["ngu"]}).check()


def result(quiz: QuizPage) -> None:
    """All is checked: right, partly right, wrong, without an answer."""
    quiz.choose({**MIXED, "hoi-ai": []}).check().press("Chấm luôn")
    quiz.item("viec-hoc").locator("summary").click()


def retry(quiz: QuizPage) -> None:
    """The wrong ones are asked again."""
    quiz.choose(MIXED).check().press("Làm lại câu chưa đúng")


def one(quiz: QuizPage) -> None:
    """One item at a time."""
    quiz.press("Từng câu một").choose({"hop-xom": ["cho"]})


def one_checked(quiz: QuizPage) -> None:
    """One item at a time, checked."""
    quiz.press("Từng câu một").choose({"hop-xom": ["cho"]}).press("Chấm câu này")


def one_missing(quiz: QuizPage) -> None:
    """One item at a time, without an answer."""
    quiz.press("Từng câu một").press("Chấm câu này")


def resumed(quiz: QuizPage) -> None:
    """A half-done quiz was opened again."""
    quiz.choose({"hop-xom": ["cho"]}).reload()


def erased(quiz: QuizPage) -> None:
    """All was erased; it can be taken back."""
    quiz.choose({"hop-xom": ["cho"]}).press("Làm lại từ đầu")


def plain(quiz: QuizPage) -> None:
    """The script did not arrive; a key is open."""
    quiz.page.route("**/components/quiz/*.js", lambda route: route.abort())
    quiz.page.goto(quiz.url)
    quiz.page.locator("form[data-failed]").wait_for()
    quiz.item("viec-hoc").locator("summary").click()


STATES = [fresh, missing, result, retry, one, one_checked, one_missing, resumed, erased, plain]


@pytest.fixture
def quiz(page: Page, site_url: str, watch: Callable[[Page], Page]) -> QuizPage:
    """The sample quiz; problems on the page fail the test."""
    return QuizPage(watch(page), site_url).open()


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(state: Callable[[QuizPage], None], page: Page, site_url: str):
    """In every state, at both widths, in both themes: no violation of WCAG 2.2 AA or best practice."""
    state(QuizPage(page, site_url).open())
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert axe.violations(page) == [], f"{size} {scheme}"


@pytest.mark.parametrize("state", STATES)
def test_targets_are_large_enough(state: Callable[[QuizPage], None], page: Page, site_url: str):
    """Whatever can be pressed is at least 44 pixels high and wide, but links in running text."""
    state(QuizPage(page, site_url).open())
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        small = page.evaluate(
            """() => [...document.querySelectorAll('article :is(a, button, summary, label)')]
              .filter((e) => e.checkVisibility() && getComputedStyle(e).display !== 'inline')
              .map((e) => [e.innerText.slice(0, 30), e.getBoundingClientRect()])
              .filter(([, box]) => box.width < 44 || box.height < 44)
              .map(([text, box]) => `${text}: ${box.width} x ${box.height}`)"""
        )
        assert small == []


@pytest.mark.parametrize("state", STATES)
def test_nothing_scrolls_sideways(state: Callable[[QuizPage], None], page: Page, site_url: str):
    """At 320 pixels, and with text twice as large, everything fits the width and no text is cut off."""
    state(QuizPage(page, site_url).open())
    for width, text in ((320, "125%"), (360, "250%"), (1280, "250%")):
        page.set_viewport_size({"width": width, "height": 640})
        page.evaluate("size => { document.documentElement.style.fontSize = size }", text)
        wide = page.evaluate(
            """() => [...document.querySelectorAll('article *')]
              .filter((e) => e.checkVisibility() && (e.getBoundingClientRect().right > innerWidth
                || (e.scrollWidth > e.clientWidth + 1 && e.clientWidth && !(e instanceof SVGElement)
                  && !['inline', 'contents'].includes(getComputedStyle(e).display))))
              .map((e) => `${innerWidth}: ${e.outerHTML.slice(0, 90)}`)"""
        )
        assert wide == []
        assert page.evaluate("() => document.scrollingElement.scrollWidth") <= width


# --- what assistive technology is told ---


def test_names_and_roles(quiz: QuizPage):
    """Chromium's tree has each item as a named group with named, grouped controls, and nothing unnamed."""
    groups = [node["name"] for node in axe.by_role(quiz.page, "group")]
    assert groups[:2] == ["Cách làm bài", "Câu 1 / 5 · chọn một Chị Mẩy muốn xem lịch họp xóm. Xem ở đâu trước tiên?"]
    assert len([name for name in groups if name.startswith("Câu ")]) == 5
    controls = axe.by_role(quiz.page, "radio", "checkbox")
    assert [control["name"] for control in controls[:4]] == [
        "A. Bảng tin ở nhà văn hóa",
        "B. Sạp hàng ở chợ phiên",
        "C. Cổng trường tiểu học",
        "A. Xem cán bộ thú y tiêm cho bò",
    ]
    assert [control["role"] for control in controls] == ["radio"] * 3 + ["checkbox"] * 4 + ["radio"] * 2 + [
        "checkbox"
    ] * 4 + ["radio"] * 2
    buttons = axe.by_role(quiz.page, "button")
    assert all(button["name"] for button in buttons)
    assert [(button["name"], button.get("pressed")) for button in buttons[:2]] == [
        ("Tất cả câu", "true"),
        ("Từng câu một", "false"),
    ]


def test_a_checked_option_says_how_it_was(quiz: QuizPage):
    """After checking, the verdict is part of each control's name, and the control cannot be changed."""
    quiz.choose(MIXED).check()
    controls = {control["name"]: control for control in axe.by_role(quiz.page, "radio", "checkbox")}
    assert {"Đúng Đáp án đúng, chưa chọn", "Sai Đã chọn, chưa đúng", "C. Ngủ trưa ở lán"} <= controls.keys()
    assert all(control.get("disabled") for control in controls.values())
    regions = axe.by_role(quiz.page, "region")
    assert [region["name"] for region in regions] == ["Kết quả"]
    headings = [(node["name"], node["level"]) for node in axe.by_role(quiz.page, "heading")]
    assert headings == [
        ("Bài mẫu: lịch họp và việc học", 1),
        ("Kết quả", 2),
        ("Điểm theo từng mục tiêu", 3),
        ("Câu nên xem lại", 3),
    ]


def test_live_regions(quiz: QuizPage):
    """One polite status says what was opened or erased; an assertive alert names missing answers."""
    (status,) = axe.by_role(quiz.page, "status")
    assert status["live"] == "polite"
    assert axe.by_role(quiz.page, "alert") == []
    quiz.check()
    (alert,) = axe.by_role(quiz.page, "alert")
    assert alert["live"] == "assertive"
    assert alert["focused"] is True
    groups = axe.by_role(quiz.page, "group")
    assert [group["description"] for group in groups if group["name"].startswith("Câu ")] == [
        "Chưa trả lời câu này."
    ] * 5


def test_moving_on_does_not_speak_twice(quiz: QuizPage):
    """One at a time, the focus tells where one is; the live region stays silent."""
    quiz.press("Từng câu một").press("Để sau")
    expect(quiz.status.locator("p")).to_have_text("")
    focused = [node["name"] for node in axe.tree(quiz.page) if node.get("focused") and node["role"] == "group"]
    assert focused == ["Câu 2 / 5 · chọn mọi ý đúng Những việc nào là học?"]


def test_focus_is_visible_and_on_the_page(quiz: QuizPage):
    """Every Tab stop, fresh and with the result, is named, outlined and inside the viewport."""
    for state in (fresh, result):
        state(quiz)
        quiz.page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0) }")
        seen = 0
        for _ in range(80):
            quiz.page.keyboard.press("Tab")
            stop = quiz.page.evaluate(
                """() => { const e = document.activeElement, box = e.getBoundingClientRect(),
                    style = getComputedStyle(e);
                  return { body: e === document.body, text: e.innerText || e.labels?.[0]?.innerText,
                    outline: parseFloat(style.outlineWidth),
                    inside: box.bottom > 0 && box.top < innerHeight && box.left >= 0 && box.right <= innerWidth } }"""
            )
            if stop["body"]:
                break
            seen += 1
            assert stop["text"], stop
            assert stop["outline"] >= 2, stop
            assert stop["inside"], stop
        assert seen >= 10


# --- without scripts ---


def test_without_javascript(browser: Browser, site_url: str):
    """All can be read and chosen, each key is closed until opened, nothing dead is shown."""
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    quiz = QuizPage(page, site_url)
    page.goto(quiz.url)
    expect(page.get_by_text("Phần chấm tự động chưa chạy")).to_be_visible()
    assert len(quiz.visible_items()) == 5
    assert page.locator("form.quiz button:visible").count() == 0
    quiz.choose(RIGHT)
    for item_id in RIGHT:
        assert not quiz.item(item_id).locator(".key li").first.is_visible()
    quiz.item("viec-hoc").get_by_text("Xem đáp án và giải thích câu 2").click()
    expect(quiz.item("viec-hoc").locator(".key p").first).to_have_text("Đáp án: A, B")
    expect(quiz.item("viec-hoc").locator(".key li").nth(2)).to_have_text(
        "C. Nghỉ ngơi cần thiết, nhưng chưa phải là học."
    )
    context.close()


def test_enter_without_javascript_does_not_lose_the_answers(browser: Browser, site_url: str):
    """The form cannot be sent, so Enter on an option stays on the page."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    quiz = QuizPage(page, site_url)
    page.goto(quiz.url)
    page.locator("#cau-hop-xom input >> nth=0").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.goto(page.url + "#cau-hoi-ai")
    assert page.url == quiz.url + "#cau-hoi-ai"
    assert page.locator("#cau-hop-xom input >> nth=0").is_checked()
    context.close()


@pytest.mark.parametrize("broken", ["quiz/quiz.js", "js/main.js"])
def test_a_script_that_does_not_arrive_leaves_the_plain_form(broken: str, page: Page, site_url: str):
    """If any script is lost on the way, the page is what it is without scripts: keys in details, no dead button."""
    page.route(f"**/{broken}", lambda route: route.abort())
    quiz = QuizPage(page, site_url)
    page.goto(quiz.url)
    expect(page.get_by_text("Xem đáp án và giải thích câu 1")).to_be_visible()
    expect(page.get_by_text("Phần chấm tự động chưa chạy")).to_be_visible()
    assert page.locator("form.quiz button:visible").count() == 0


def test_broken_html_is_reported_and_stays_usable(page: Page, site_url: str):
    """A part that is missing: the console says which component expected what; the form works without it."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)

    def without_errors(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('data-part="errors"', ""))

    page.route("**/trac-nghiem/mau/", without_errors)
    quiz = QuizPage(page, site_url)
    page.goto(quiz.url)
    page.locator("form[data-failed]").wait_for()
    assert any("quiz expected HTMLElement at [data-part=errors], got null" in text for text in said)
    expect(page.get_by_text("Xem đáp án và giải thích câu 1")).to_be_visible()


# --- paper ---


def printed(page: Page) -> str:
    """Return the text that a printer would put on paper."""
    page.emulate_media(media="print")
    return " ".join(page.locator("article").inner_text().split())


def test_printing_gives_a_question_paper(quiz: QuizPage):
    """Before checking, paper has all questions and options, and neither keys nor controls."""
    quiz.press("Từng câu một")
    text = printed(quiz.page)
    for item in quiz_samples.quiz().items:
        assert str(item.stem).replace("**", "") in text
        for option in item.choices():
            assert str(option.text) in text
            assert str(option.rationale) not in text
    for absent in ("Đáp án", "Xem đáp án", "Chấm", "Từng câu một", "Làm lại", "Đã trả lời", "Kết quả"):
        assert absent not in text


def test_printing_after_checking_gives_the_result(quiz: QuizPage):
    """Once checked, the paper shows verdicts, reasons and points, still without controls."""
    quiz.choose(MIXED).check()
    text = printed(quiz.page)
    assert "3,5 / 5 điểm" in text
    assert "Đã chọn, chưa đúng" in text
    assert "Tìm tin trước khi bán là học." in text
    assert "Chờ xe chưa phải là học." not in text
    assert "Làm lại" not in text


def test_printing_without_javascript_shows_only_opened_keys(browser: Browser, site_url: str):
    """A key that was opened is printed, a closed one is not."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    quiz = QuizPage(page, site_url)
    page.goto(quiz.url)
    quiz.item("viec-hoc").locator("summary").click()
    page.emulate_media(media="print")
    expect(quiz.item("viec-hoc").locator(".key li").first).to_be_visible()
    expect(quiz.item("hop-xom").locator("summary")).to_be_hidden()
    expect(quiz.item("hop-xom").locator(".key li").first).to_be_hidden()
    context.close()


# --- light and steady ---


def test_the_first_view_does_not_move(page: Page, site_url: str):
    """Nothing moves while the page loads and the script takes over; facts in a row give way a hair to the font."""
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        QuizPage(page, site_url).open()
        shift = page.evaluate(
            """() => new Promise((done) => { new PerformanceObserver((list) =>
              done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
              .observe({ type: 'layout-shift', buffered: true });
              requestAnimationFrame(() => requestAnimationFrame(() => done(0))) })"""
        )
        assert shift < 0.0005, "more than the font's own letters moved"


def test_nothing_is_animated(quiz: QuizPage):
    """Feedback and moves are instant, whatever the device prefers."""
    quiz.choose(MIXED).check()
    assert quiz.page.evaluate("() => document.getAnimations().length") == 0
    assert quiz.page.evaluate("() => getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_forced_colours_keep_the_states_apart(quiz: QuizPage):
    """With the system's own colours the controls are native and the states differ by border."""
    quiz.choose(MIXED).check()
    quiz.page.emulate_media(forced_colors="active")

    def border(option: str) -> str:
        box = quiz.option("viec-hoc", option)
        return box.evaluate("e => `${getComputedStyle(e).borderTopStyle} ${getComputedStyle(e).borderTopWidth}`")

    assert border("gia-ngo").startswith("dashed")
    assert border("thu-y").startswith("solid")
    assert border("thu-y") != border("ngu")
    assert quiz.page.locator("#cau-hop-xom input >> nth=0").evaluate("e => getComputedStyle(e).appearance") == "auto"


def test_the_scripts_of_a_quiz_are_light(page: Page, site_url: str, site_folder: Path):
    """All that a quiz page loads stays under 9 kB, each file compressed as it is served."""
    loaded: set[str] = set()
    page.on("response", lambda got: loaded.add(got.url) if got.url.endswith(".js") else None)
    QuizPage(page, site_url).open()
    page.locator("html[data-ready]").wait_for()
    names = {url.removeprefix(site_url) for url in loaded}
    assert {"assets/head.js", "assets/js/main.js", "assets/js/score.js", "assets/components/quiz/quiz.js"} <= names
    assert sum(len(gzip.compress((site_folder / name).read_bytes())) for name in names) < 9000
