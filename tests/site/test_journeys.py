"""Three people on their way through the hub, as they would go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A cheap phone in Vietnam."""
    context = browser.new_context(viewport=PHONE, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
    yield context
    context.close()


def ready(page: Page) -> Page:
    """Wait until the page's components have started."""
    page.wait_for_selector("html[data-ready]", state="attached")
    return page


def test_a_trainer_finds_the_module_without_diacritics_opens_it_and_prints_it(
    phone: BrowserContext, site_url: str
) -> None:
    """From the home page: type without marks, open the module, read the guide, print."""
    page = phone.new_page()
    page.add_init_script("window.print = () => { window.printed = (window.printed || 0) + 1 }")
    page.goto(site_url)
    page.get_by_label("Tìm trong kho học liệu").fill("tap huan hieu chuong trinh")
    page.keyboard.press("Enter")
    ready(page)
    expect(page).to_have_url(re.compile(r"/tim-kiem/\?q="))
    page.get_by_role("link", name=re.compile("Hiểu Chương trình và Bộ tiêu chí")).first.click()
    ready(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hiểu Chương trình và Bộ tiêu chí")
    page.get_by_role("link", name="Xem lời dạy từng hoạt động").click()
    ready(page)
    expect(page.get_by_role("heading", name=re.compile("^Hoạt động 1"))).to_be_visible()
    page.get_by_role("button", name="In trang này").click()
    assert page.evaluate("window.printed") == 1
    page.emulate_media(media="print")
    expect(page.locator(".hub-head")).to_be_hidden()
    expect(page.get_by_role("heading", name=re.compile("^Hoạt động 1"))).to_be_visible()


def test_the_module_can_be_downloaded_to_print(phone: BrowserContext, site_url: str, tmp_path: Path) -> None:
    """The trainer's booklet that the module page offers is a PDF."""
    page = phone.new_page()
    page.goto(f"{site_url}tap-huan/hieu-chuong-trinh/")
    link = page.locator("#tai-lieu ~ ul.mats a[href*='downloads/']").first
    answer = page.request.get(page.evaluate("e => e.href", link.element_handle()))
    assert answer.ok
    assert answer.body().startswith(b"%PDF-")


def test_a_citizen_takes_the_quiz_by_keyboard_closes_comes_back_and_finishes(
    browser: Browser, site_url: str, tmp_path: Path
) -> None:
    """On a 360 px screen: half the quiz, the browser is closed, the answers are there again, the result is told."""
    address = f"{site_url}trac-nghiem/hieu-chuong-trinh/"
    context = browser.new_context(viewport=PHONE, locale="vi-VN")
    page = context.new_page()
    page.goto(address)
    ready(page)
    count = page.locator("form fieldset").count()
    assert count >= 12
    answer_by_keyboard(page, range(count // 2))
    kept = context.storage_state()
    context.close()

    again = browser.new_context(viewport=PHONE, locale="vi-VN", storage_state=kept)
    page = again.new_page()
    page.goto(address)
    ready(page)
    assert page.locator("form fieldset:has(input:checked)").count() == count // 2
    answer_by_keyboard(page, range(count // 2, count))
    page.get_by_role("button", name=re.compile("Chấm")).first.press("Enter")
    result = page.get_by_role("heading", name=re.compile("Kết quả"))
    expect(result).to_be_visible()
    expect(result).to_be_focused()
    again.close()


def answer_by_keyboard(page: Page, numbers: range) -> None:
    """Choose the first option of each item with the keyboard alone."""
    for number in numbers:
        option = page.locator("form fieldset").nth(number).locator("input").first
        option.focus()
        page.keyboard.press("Space")
        expect(option).to_be_checked()


def test_a_member_finds_which_clause_gives_the_commune_which_task(phone: BrowserContext, site_url: str) -> None:
    """From the menu to the plan, to the commune's tasks, to the clause that gives one."""
    page = phone.new_page()
    page.goto(site_url)
    ready(page)
    page.locator("summary", has_text="Mục lục").press("Enter")
    page.get_by_role("navigation", name="Mục lục trang web").get_by_role("link", name="Kế hoạch").click()
    page.get_by_role("link", name="Việc của từng đơn vị").click()
    page.get_by_role("link", name="UBND các xã, thị trấn").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Việc của UBND các xã, thị trấn")
    task = page.locator("li", has_text="đánh giá, công nhận").get_by_role("link", name=re.compile(r"IV\.6\.c"))
    task.first.click()
    expect(page).to_have_url(re.compile(r"/ke-hoach/phan-iv/#iv-6-c$"))
    clause = page.locator("#iv-6-c")
    expect(clause).to_be_in_viewport()
    expect(clause).to_contain_text("Chỉ đạo Hội Khuyến học cấp xã tổ chức đánh giá, công nhận Danh hiệu")
