"""Searching in a real browser: typing, results, announcements, keys, no network, hostile input."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser import harness
from tests.browser.conftest import DESKTOP
from tests.browser.search_page import SearchPage, write_site

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def search_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the small site."""
    folder = tmp_path_factory.mktemp("search")
    write_site(folder)
    with harness.served(folder) as url:
        yield url


@pytest.fixture
def search(page: Page, search_url: str, watch: Callable[[Page], Page]) -> SearchPage:
    """The search page on a phone; problems on the page fail the test."""
    return SearchPage(watch(page), search_url)


def test_results_come_while_typing(search: SearchPage):
    """Each letter is answered without a button, and the address keeps what was typed."""
    search.open()
    search.field.press_sequentially("kinh ph")
    expect(search.status).to_contain_text("“kinh ph”")
    expect(search.first().get_by_role("link")).to_have_text("III. Kinh phí thực hiện")
    search.field.press_sequentially("i")
    expect(search.status).to_contain_text("“kinh phi”")
    expect(search.page).to_have_url(re.compile(r"\?q=kinh\+phi$"))


def test_a_query_in_the_address_is_answered(search: SearchPage):
    """A form elsewhere on the site leads here with its query."""
    search.open("khuy%E1%BA%BFn+t%C3%A0i")
    expect(search.field).to_have_value("khuyến tài")
    expect(search.first().get_by_role("link")).to_have_text("Khuyến tài")


def test_a_result_shows_kind_place_and_marked_passage(search: SearchPage):
    """Grouped by kind; the section's title, what it stands under, the words marked across diacritics."""
    search.open().ask("bao giay dai phat thanh")
    group = search.page.locator("section", has=search.first()).first
    assert group.get_by_role("heading", level=2).inner_text() == "Kế hoạch"
    assert search.first().get_by_role("link").inner_text() == "II.2.a"
    assert "II. Nhiệm vụ và giải pháp" in search.first().locator(".hits__where").inner_text()
    assert search.marks() == ["báo giấy", "đài phát thanh"]


def test_a_result_leads_to_its_section(search: SearchPage):
    """Following a result opens the page at the section."""
    search.open().ask("phong trào thi đua")
    search.first().get_by_role("link").click()
    expect(search.page).to_have_url(re.compile(r"/ke-hoach/phan-ii/#ii-2-c$"))
    search.page.go_back()
    expect(search.field).to_have_value("phong trào thi đua")
    expect(search.first().get_by_role("link")).to_have_text("II.2.c")


def test_spelling_is_marked_as_typed(search: SearchPage):
    """Typed with marks, "bán" is marked and "bạn" is not."""
    search.open().ask("bán")
    assert search.paths()[0] == "tap-huan/hieu/#the"
    assert search.marks() == ["bán"]


def test_decomposed_input_is_the_same_word(search: SearchPage):
    """A keyboard that sends letters and marks apart finds the same, and the address holds the composed form."""
    search.open()
    search.field.fill(unicodedata.normalize("NFD", "khuyến tài"))
    expect(search.status).to_contain_text("“khuyến tài”")
    assert search.paths()[0].endswith("#khuyen-tai")


def test_the_count_is_announced(search: SearchPage):
    """Screen readers hear how many results there are, politely, and that there are none."""
    search.open()
    assert search.status.get_attribute("role") == "status"
    search.ask("khuyến tài")
    expect(search.status).to_have_text(re.compile(r"^\d+ kết quả cho “khuyến tài”$"))
    search.ask("qwrtzx")
    expect(search.status).to_have_text("Không thấy kết quả nào cho “qwrtzx”")


def test_no_result_gives_a_way_on(search: SearchPage):
    """Near words to choose from, the list of all pages, and whom to ask."""
    search.open().ask("nguwquai")
    expect(search.page.get_by_text("Thử từ ngắn hơn")).to_be_visible()
    expect(search.all).to_be_visible()
    expect(search.page.get_by_role("link", name="Xem hỏi ai")).to_be_visible()


def test_a_near_word_can_be_chosen(search: SearchPage):
    """Two slips are too many to guess, so the person chooses."""
    search.open().ask("kinhhh")
    search.page.get_by_role("button", name="kinh", exact=True).click()
    expect(search.field).to_have_value("kinh")
    expect(search.field).to_be_focused()
    expect(search.hits.first).to_be_visible()


def test_words_that_were_not_found_are_named(search: SearchPage):
    """The rest is answered; a guess, another wording and a missing word are said."""
    notice = search.page.locator(".search__notice")
    search.open().ask("kinh phí zzyzx")
    expect(notice).to_have_text("Không thấy từ “zzyzx”; kết quả cho các từ còn lại.")
    search.ask("ngoại ngx")
    expect(notice).to_have_text("Không thấy từ “ngx”; kết quả cho từ gần giống: “ngữ”.")
    search.ask("tiếng Anh")
    expect(notice).to_have_text("Kết quả tìm theo từ dùng trong kho học liệu: “ngoại ngữ”.")
    search.ask("phong trào doanh nghiệp")
    expect(search.page.get_by_text("Không có từ “doanh”, “nghiệp”")).to_have_count(1)


def test_keys_move_through_the_results(search: SearchPage):
    """Down goes to the results and on, up comes back, Enter in the field keeps the place, Escape empties it."""
    search.page.set_viewport_size(DESKTOP)
    search.open().ask("kinh phí")
    search.field.press("Enter")
    expect(search.field).to_be_focused()
    search.page.keyboard.press("ArrowDown")
    expect(search.first().get_by_role("link")).to_be_focused()
    search.page.keyboard.press("ArrowUp")
    expect(search.field).to_be_focused()
    search.page.keyboard.press("Escape")
    expect(search.field).to_have_value("")
    expect(search.status).to_have_text("")
    expect(search.hits).to_have_count(0)
    expect(search.all).to_be_visible()
    assert "q=" not in search.page.url


def test_tab_follows_the_order_of_the_page(search: SearchPage):
    """Field, button, results: nothing takes the focus between."""
    search.open().ask("kinh phí")
    search.field.focus()
    stops = []
    for _ in range(3):
        search.page.keyboard.press("Tab")
        stops.append(search.page.evaluate("document.activeElement.textContent"))
    assert stops[:2] == ["Tìm", "III. Kinh phí thực hiện"]


def test_further_results_open_and_stay_open(search: SearchPage):
    """What waits behind "more" is drawn when asked for, and stays open while one types on."""
    search.open().ask("c")
    more = search.page.locator("[data-kind=plan] details")
    hidden = more.locator("li")
    expect(hidden).to_have_count(0)
    more.locator("summary").click()
    expect(hidden.first).to_be_visible()
    search.ask("ch")
    expect(more).to_have_attribute("open", "")
    expect(hidden.first).to_be_visible()


@pytest.mark.parametrize(
    "typed",
    [
        "<img src=x onerror=alert(1)>kinh",
        '"+kinh -phí*',
        "kinh^9 title:phí~3",
        "$& $' {count} {query} kinh",
        "kinh 🙂",
        "kinh\\",
        "=kinh",
        "%kinh%00",
    ],
)
def test_what_is_typed_is_shown_as_text(search: SearchPage, typed: str):
    """Markup, operators and placeholders are words or nothing, and are said back as typed."""
    search.page.on("dialog", lambda dialog: pytest.fail("a script ran"))
    search.open()
    search.field.fill(typed)
    expect(search.status).to_contain_text(f"“{typed}”")
    assert search.page.locator(".search__results img, .search__status img").count() == 0


def test_ten_thousand_letters_do_no_harm(search: SearchPage):
    """A page pasted into the field is answered by its beginning."""
    search.open()
    search.field.fill("kinh phí thực hiện " + "công dân học tập " * 650)
    expect(search.status).to_contain_text("“kinh phí thực hiện")
    expect(search.hits.first).to_be_visible()
    assert len(search.page.url) < 1500


@pytest.mark.parametrize("typed", ["   ", "\t"])
def test_only_spaces_ask_nothing(search: SearchPage, typed: str):
    """The page stays the list of all titles."""
    search.open()
    search.field.fill(typed)
    search.field.press("Enter")
    expect(search.status).to_have_text("")
    expect(search.all).to_be_visible()


def test_without_network_the_list_of_pages_is_there(page: Page, search_url: str):
    """The index cannot be had: it is said, the list is shown, and trying again works."""
    search = SearchPage(page, search_url)
    page.route("**/titles.json", lambda route: route.abort())
    search.open("kinh")
    expect(search.status).to_contain_text("Chưa tải được mục lục tìm kiếm")
    expect(search.all).to_be_visible()
    page.unroute("**/titles.json")
    page.get_by_role("button", name="Thử lại").click()
    expect(search.first()).to_be_visible()


def test_titles_answer_before_the_texts_come(page: Page, search_url: str):
    """The first file answers at once; the second adds to it in place."""
    search = SearchPage(page, search_url)
    held: list[Route] = []
    page.route("**/bodies.json", lambda route: held.append(route))
    search.open("ng%C3%A2n+s%C3%A1ch")
    expect(search.root).to_have_attribute("data-state", "loading")
    search.field.fill("kinh phí")
    expect(search.first().get_by_role("link")).to_have_text("III. Kinh phí thực hiện")
    expect(search.first().locator(".hits__passage")).to_have_count(0)
    held[0].continue_()
    expect(search.first().locator(".hits__passage")).to_be_visible()


def test_without_the_texts_titles_are_searched_and_it_is_said(page: Page, search_url: str):
    """Half of the index is better than none."""
    search = SearchPage(page, search_url)
    page.route("**/bodies.json", lambda route: route.abort())
    search.open("kinh")
    expect(search.page.locator(".search__notice")).to_contain_text("Chưa tải được phần nội dung")
    expect(search.first().get_by_role("link")).to_have_text("III. Kinh phí thực hiện")


def test_files_of_two_builds_are_not_mixed(page: Page, search_url: str):
    """An old copy of one file is fetched again."""
    search = SearchPage(page, search_url)
    asked: list[str] = []

    def old_copy(route: Route) -> None:
        asked.append(route.request.url)
        answer = route.fetch().json()
        route.fulfill(json=answer | ({"build": "old", "texts": []} if len(asked) == 1 else {}))

    page.route("**/bodies.json", old_copy)
    search.open("ngan+sach")
    expect(search.first()).to_contain_text("Ngân sách")
    assert len(asked) == 2


def test_english_finds_english_pages(page: Page, search_url: str):
    """Each locale asks its own index, in its own words."""
    search = SearchPage(page, search_url, "en/").open().ask("money")
    assert search.paths()[0] == "trac-nghiem/hieu/"
    expect(search.page.locator(".search__notice")).to_have_text("Results for the words the hub uses: “funding”.")
    search.first().get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/en/trac-nghiem/hieu/$"))


def test_nothing_moves_when_results_come(page: Page, search_url: str):
    """Layout shift is 0, with a query in the address and without."""
    page.add_init_script(
        "window.shift = 0; const add = e => { window.shift += e.value };"
        "new PerformanceObserver(all => all.getEntries().forEach(add)).observe({type: 'layout-shift', buffered: true})"
    )
    search = SearchPage(page, search_url)
    for query in ("", "kinh+phi", "qwrtzx"):
        search.open(query)
        if query:
            expect(search.root).to_have_attribute("data-complete", "")
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert page.evaluate("window.shift") == 0, query


def test_the_key_leads_to_the_field(page: Page, search_url: str, watch: Callable[[Page], Page]):
    """`/` on any page goes to search; in a field it is a letter; with Ctrl it belongs to the browser."""
    watch(page).goto(f"{search_url}ke-hoach/phan-iii/")
    page.wait_for_selector("html[data-ready]", state="attached")
    note = page.get_by_label("Ghi chú")
    note.press("/")
    expect(note).to_have_value("/")
    note.blur()
    page.keyboard.press("Control+/")
    assert "tim-kiem" not in page.url
    page.keyboard.press("/")
    expect(page).to_have_url(re.compile(r"/tim-kiem/"))
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("searchbox")).to_have_value("")


def test_the_key_can_be_turned_off(browser: Browser, search_url: str):
    """Who speaks to the computer turns the single key off, and it stays off on this device."""
    context = browser.new_context(viewport=DESKTOP)
    search = SearchPage(context.new_page(), search_url).open()
    search.page.get_by_role("button", name="Tắt phím này").click()
    expect(search.page.get_by_role("button", name="Bật phím này")).to_be_visible()
    search.page.goto(f"{search_url}ke-hoach/phan-iii/")
    search.page.wait_for_selector("html[data-ready]", state="attached")
    search.page.keyboard.press("/")
    assert "tim-kiem" not in search.page.url
    context.close()


def test_without_scripts_the_page_lists_every_title(browser: Browser, search_url: str):
    """No field that does nothing: a list by kind, and a sentence that says why."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{search_url}tim-kiem/")
    expect(page.get_by_role("searchbox")).to_be_hidden()
    expect(page.get_by_text("Ô tìm cần JavaScript")).to_be_visible()
    assert page.locator(".search__all h3").all_inner_texts() == [
        "Kế hoạch", "Tiêu chí", "Tập huấn", "Trắc nghiệm", "Giới thiệu",
    ]  # fmt: skip
    page.get_by_role("link", name="III. Kinh phí thực hiện").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("III. Kinh phí thực hiện")
    context.close()


def test_no_accessibility_violation_in_any_state(page: Page, search_url: str):
    """axe finds nothing while idle, with results, with none and without network, in both themes."""
    axe = (Path(harness.ROOT) / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    search = SearchPage(page, search_url)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for query in ("", "kinh phí zzyzx", "qwrtzx"):
            search.open()
            if query:
                search.ask(query)
            page.evaluate(axe)
            found = page.evaluate("() => axe.run('.search').then(result => result.violations.map(one => one.id))")
            assert found == [], (scheme, query)
