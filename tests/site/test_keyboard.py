"""What scripts add to pages, driven as people drive it: by keys, by pointer, by touch."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.site.conftest import KINDS, open_page

pytestmark = pytest.mark.browser


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A device of its own, so that nothing is kept from another test."""
    context = browser.new_context(viewport={"width": 1280, "height": 740}, color_scheme="light")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A window at a desk."""
    return context.new_page()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone, which has touch and no pointer."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def is_focused(target: Locator) -> bool:
    """Say whether an element has the focus."""
    return bool(target.evaluate("one => document.activeElement === one"))


# The way past the header


def test_the_skip_link_leads_to_the_content(page: Page, site_url: str) -> None:
    """The first Tab shows the link, Enter moves the focus into the content, the next Tab stays in it."""
    open_page(page, site_url + KINDS["plan part"])
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    content = page.locator(".md-content")
    expect(content).to_be_focused()
    page.keyboard.press("Tab")
    assert content.evaluate("one => one.contains(document.activeElement)")


# The menu of narrow windows


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_and_closes_by_keys(page: Page, site_url: str, key: str) -> None:
    """Enter and Space open and close it; Escape closes it from inside, and the focus is back at its button."""
    page.set_viewport_size({"width": 360, "height": 740})
    open_page(page, site_url + KINDS["about"])
    summary, inside = page.locator(".hub-menu > summary"), page.locator(".hub-menu nav a")
    summary.focus()
    page.keyboard.press(key)
    expect(inside.first).to_be_visible()
    page.keyboard.press(key)
    expect(inside.first).to_be_hidden()
    page.keyboard.press(key)
    page.keyboard.press("Tab")
    expect(inside.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(inside.first).to_be_hidden()
    expect(summary).to_be_focused()


def test_the_menu_closes_when_it_is_left(page: Page, site_url: str) -> None:
    """A click beside it, or Tab past its last link, closes the menu, so that it covers nothing."""
    page.set_viewport_size({"width": 360, "height": 740})
    open_page(page, site_url + KINDS["about"])
    summary, inside = page.locator(".hub-menu > summary"), page.locator(".hub-menu nav a")
    summary.click()
    expect(inside.first).to_be_visible()
    page.mouse.click(180, 730)
    expect(inside.first).to_be_hidden()
    summary.click()
    inside.last.focus()
    page.keyboard.press("Tab")
    expect(inside.first).to_be_hidden()


def test_the_menu_works_by_touch(phone: Page, site_url: str) -> None:
    """A tap opens it, and a tap on a link leads there."""
    open_page(phone, site_url)
    phone.locator(".hub-menu > summary").tap()
    phone.locator(".hub-menu nav a", has_text="Tiêu chí").tap()
    phone.wait_for_url("**/tieu-chi/")


# Light and dark


def test_the_tone_is_chosen_and_kept(page: Page, site_url: str) -> None:
    """The button turns the ground dark, says what it does next, and the choice holds on other pages and later."""
    open_page(page, site_url)

    def ground() -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    light = ground()
    button = page.locator(".tone button")
    said = button.inner_text()
    button.focus()
    page.keyboard.press("Enter")
    dark = ground()
    assert dark != light
    assert button.inner_text() != said
    assert is_focused(button)
    page.reload()
    assert ground() == dark
    open_page(page, site_url + KINDS["english"])
    assert ground() == dark
    page.locator(".tone button").click()
    assert ground() == light
    page.reload()
    assert ground() == light


def test_the_tone_works_where_nothing_can_be_kept(page: Page, site_url: str) -> None:
    """With storage blocked the button turns the tone for as long as the page is open, without an error."""
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked') } })")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    open_page(page, site_url)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator(".tone button").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    assert errors == []


# Glossary terms


def test_a_term_is_explained_by_keyboard(page: Page, site_url: str) -> None:
    """The focus shows the meaning, which is the description; Escape hides it and keeps the focus; Enter leads on."""
    open_page(page, site_url + KINDS["plan part"])
    term, tip = page.locator("article a.term").first, page.locator("[role=tooltip]")
    term.focus()
    expect(tip).to_be_visible()
    expect(tip).to_be_in_viewport()
    expect(term).to_have_accessible_description(tip.inner_text().replace("\n", " ").strip())
    assert term.get_attribute("data-meaning") in tip.inner_text()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    assert is_focused(term)
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(tip).to_be_visible()
    page.keyboard.press("Tab")
    assert not term.get_attribute("aria-describedby")
    term.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/giai-thich-tu/#*")
    anchor = page.url.split("#")[1]
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_a_term_is_explained_by_pointer(page: Page, site_url: str) -> None:
    """The meaning stays while it is pointed at, goes when the pointer leaves, and its link leads on."""
    open_page(page, site_url + KINDS["plan part"])
    term, tip = page.locator("article a.term").first, page.locator("[role=tooltip]")
    term.hover()
    expect(tip).to_be_visible()
    tip.locator("p").hover()
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    term.hover(position={"x": 2, "y": 2})
    page.mouse.move(1, 1)
    expect(tip).to_be_hidden()
    term.hover()
    tip.locator("a").click()
    page.wait_for_url("**/giai-thich-tu/#*")


def test_a_term_is_explained_by_touch(phone: Page, site_url: str) -> None:
    """The first tap shows the meaning and stays on the page, a tap elsewhere hides it, the link in it leads on."""
    open_page(phone, site_url + KINDS["plan part"])
    here = phone.url
    term, tip = phone.locator("article a.term").first, phone.locator("[role=tooltip]")
    term.tap()
    expect(tip).to_be_visible()
    assert phone.url == here
    phone.locator("h1").tap()
    expect(tip).to_be_hidden()
    term.tap()
    expect(tip).to_be_visible()
    box = tip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    tip.locator("a").tap()
    phone.wait_for_url("**/giai-thich-tu/#*")


def test_only_one_meaning_is_open(page: Page, site_url: str) -> None:
    """Pointing at one term while another has the focus leaves one meaning on the page."""
    open_page(page, site_url + KINDS["plan part"])
    terms = page.locator("article a.term")
    terms.nth(0).focus()
    terms.nth(1).hover()
    expect(page.locator("[role=tooltip]")).to_have_count(1)


# Clauses, printing


def test_a_clause_address_is_copied_and_said(context: BrowserContext, page: Page, site_url: str) -> None:
    """The button puts the clause's whole address on the clipboard, and a live region says which one."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_page(page, site_url + KINDS["plan part"])
    copy = page.locator("#iv-6-c .copy")
    name = copy.get_attribute("aria-label")
    copy.focus()
    page.keyboard.press("Enter")
    expect(page.locator("p[role=status]")).to_have_text("Đã chép, IV.6.c")
    expect(copy).to_have_accessible_name("Đã chép, IV.6.c")
    address = page.evaluate("navigator.clipboard.readText()")
    assert address == f"{site_url}{KINDS['plan part']}#iv-6-c"
    page.keyboard.press("Tab")
    expect(copy).to_have_accessible_name(str(name))
    expect(page.locator("p[role=status]")).to_be_empty()
    page.goto(address)
    expect(page.locator("#iv-6-c")).to_be_in_viewport()


def test_a_refused_copy_leaves_the_address_in_the_address_line(page: Page, site_url: str) -> None:
    """Where the browser refuses, the page goes to the clause, so that its address can be copied by hand."""
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    open_page(page, site_url + KINDS["plan part"])
    page.locator("#iv-6-c .copy").click()
    page.wait_for_url("**/#iv-6-c")
    assert errors == []


def test_the_print_button_prints(page: Page, site_url: str) -> None:
    """The button at a page's foot opens the browser's own printing."""
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1 }")
    open_page(page, site_url + KINDS["module"])
    page.locator("[data-module=print-page] button").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("window.printed") == 1


# Lists within a page


@pytest.mark.parametrize("kind", ["plan part", "questions", "guide"])
def test_the_list_of_a_long_page_leads_to_its_headings(page: Page, site_url: str, kind: str) -> None:
    """On a phone the closed list under the title opens by key, and each of its links leads to a heading in sight."""
    page.set_viewport_size({"width": 360, "height": 740})
    open_page(page, site_url + KINDS[kind])
    summary = page.locator("details.toc-in > summary").first
    summary.focus()
    page.keyboard.press("Enter")
    link = page.locator("details.toc-in a").last
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#*")
    expect(page.locator(f"[id='{page.url.split('#')[1]}']")).to_be_in_viewport()


def test_the_list_beside_a_page_leads_to_its_headings(page: Page, site_url: str) -> None:
    """At a desk the list stands at the right and every link of it leads to a heading of the page."""
    open_page(page, site_url + KINDS["module"])
    links = page.locator(".side--toc a")
    assert links.count() >= 3
    for number in range(links.count()):
        target = str(links.nth(number).get_attribute("href")).split("#")[1]
        links.nth(number).click()
        expect(page).to_have_url(re.compile(f"#{target}$"))
        expect(page.locator(f"[id='{target}']")).to_be_in_viewport()


# Slides


def test_slides_are_shown_by_keys(page: Page, site_url: str) -> None:
    """F opens, arrows, Page keys and Space turn, Home and End jump, Escape closes and gives the focus back."""
    open_page(page, site_url + KINDS["slides"])
    count = page.locator(".slide").count()
    here, deck = page.locator(".slide.is-here"), page.locator(".deck.is-open")
    page.keyboard.press("f")
    expect(deck).to_be_visible()

    def number() -> int:
        expect(here).to_have_count(1)
        assert is_focused(here)
        return int(here.locator(".slide__n").inner_text())

    assert number() == 1
    for key, at in [
        *(("ArrowRight", 2), ("ArrowDown", 3), ("PageDown", 4), ("Space", 5), ("ArrowLeft", 4)),
        *(("ArrowUp", 3), ("PageUp", 2), ("End", count), ("ArrowRight", count), ("Home", 1), ("ArrowLeft", 1)),
    ]:
        page.keyboard.press(key)
        assert number() == at, key
    expect(page.locator(".deck [role=status]")).to_have_text(f"Tờ 1 trên {count}")
    page.keyboard.press("Escape")
    expect(deck).to_have_count(0)
    expect(page.locator("[data-do=open]")).to_be_focused()


def test_slides_keep_the_focus_inside(page: Page, site_url: str) -> None:
    """While the slides fill the window, Tab goes round in them: nothing behind them gets the focus."""
    open_page(page, site_url + KINDS["slides"])
    page.locator("[data-do=open]").click()
    for _ in range(8):
        page.keyboard.press("Tab")
        inside = page.evaluate("document.activeElement.closest('.deck.is-open') !== null")
        assert inside or page.evaluate("document.activeElement === document.body"), page.evaluate(
            "document.activeElement.outerHTML.slice(0, 100)"
        )


def test_slides_are_turned_by_touch(phone: Page, site_url: str) -> None:
    """Without keys the two buttons under the slide turn it, and a third closes the slides."""
    open_page(phone, site_url + KINDS["slides"])
    phone.locator("[data-do=open]").tap()
    phone.locator("[data-do=on]").tap()
    phone.locator("[data-do=on]").tap()
    phone.locator("[data-do=back]").tap()
    expect(phone.locator(".slide.is-here .slide__n")).to_have_text("2")
    phone.locator("[data-do=close]").tap()
    expect(phone.locator(".deck.is-open")).to_have_count(0)


def test_typing_f_is_not_opening_slides(page: Page, site_url: str) -> None:
    """The key F opens slides only on the page that has them."""
    open_page(page, site_url)
    page.locator("#q").focus()
    page.keyboard.type("phòng f")
    assert page.locator("#q").input_value() == "phòng f"
