"""The target calculator: live figures, hostile input, keeping, keyboard, paper."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from hub.content.read import read
from hub.model.hub import Hub
from hub.model.targets import Count, road
from hub.pages.links import ROAD
from hub.pages.targets import road_pages
from tests.browser import axe, harness
from tests.browser.conftest import DESKTOP, PHONE

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
KEY = "hub:targets:plan-nguyen-binh-2023"
YEAR = 2026
THREE = [("Xóm A", "120", "30"), ("Xóm B", "80", "10"), ("Xóm C", "50", "45")]


@pytest.fixture(scope="module")
def hub() -> Hub:
    """This repository's own content."""
    return read(ROOT).required()


@pytest.fixture(scope="module")
def road_url(hub: Hub, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with the page in two languages, and the plan's part the page links to."""
    folder = tmp_path_factory.mktemp("road")
    harness.write_assets(folder)
    for page in road_pages(hub, [], f"{YEAR}-11-24"):
        prefix = "" if page.locale == "vi" else f"{page.locale}/"
        harness.write_page(folder, prefix + page.path, page.title, page.body, page.locale)
    with harness.served(folder) as url:
        yield url


class RoadPage:
    """Fills the calculator and tells what it shows."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url + ROAD
        self.status = page.locator(".road__status")

    def open(self) -> RoadPage:
        """Go to the page, the clock in the year of the plan's check, until the script has taken over."""
        self.page.clock.set_fixed_time(f"{YEAR}-11-24T08:00:00Z")
        self.page.goto(self.url)
        return self.ready()

    def ready(self) -> RoadPage:
        """Wait for the script."""
        self.page.locator("html[data-ready]").wait_for()
        return self

    def cell(self, row: int, column: str):
        """Return one field of a row, from 0."""
        return self.page.locator(f"input[data-at='{row}'][data-column={column}]")

    def fill(self, rows: list[tuple[str, str, str]]) -> RoadPage:
        """Type rows; more are added as needed."""
        for at, (name, base, reached) in enumerate(rows):
            if self.cell(at, "name").count() == 0:
                self.page.get_by_role("button", name="Thêm dòng").click()
            for column, text in (("name", name), ("base", base), ("reached", reached)):
                self.cell(at, column).fill(text)
        self.page.locator("[data-part=year]").focus()
        return self

    def results(self, row: int) -> list[str]:
        """Return what a row shows: share, goal, missing, each year."""
        return self.page.locator("[data-part=rows] > tr").nth(row).locator("[data-out]").all_text_contents()

    def total(self) -> list[str]:
        """Return what the sums show, base and reached first."""
        return self.page.locator("[data-part=total] [data-out]").all_text_contents()

    def errors(self) -> list[str]:
        """Return what is said beside fields."""
        return [text for text in self.page.locator(".road__error").all_text_contents() if text]


@pytest.fixture
def calculator(page: Page, road_url: str, watch: Callable[[Page], Page]) -> RoadPage:
    """The calculator, not opened yet."""
    return RoadPage(watch(page), road_url)


def wanted(row) -> list[str]:
    """Return how the page writes a row of the model."""
    share = f"{row.share / 10:g} %".replace(".", ",")
    return [share, *(f"{number:,}".replace(",", ".") for number in (row.goal, row.missing, *row.years))]


def test_the_figures_are_those_of_the_model(calculator: RoadPage):
    """Three hamlets, live: share, goal, missing and each year, with their sums and a sentence."""
    calculator.open().fill(THREE)
    way = road([Count(int(base), int(reached)) for _, base, reached in THREE], 60, 4)
    assert [calculator.results(at) for at in range(3)] == [wanted(row) for row in way.rows]
    assert calculator.total() == ["250", "85", *wanted(way.total)]
    expect(calculator.status).to_contain_text("Còn thiếu 65 người, trong 4 năm.")
    calculator.page.locator("[data-part=year]").fill("2029")
    assert calculator.results(0) == ["25 %", "63", "33", "33"]


def test_each_target_has_its_words_percentage_and_rows(calculator: RoadPage, hub: Hub):
    """Another target shows the plan's words and its own rows, with the same hamlets; back, nothing is lost."""
    calculator.open().fill(THREE)
    targets = {target.id: target for target in hub.plan.targets}
    for counting in hub.plan.counting:
        target = targets[counting.target]
        calculator.page.locator("select").select_option(counting.id)
        expect(calculator.page.locator("[data-part=words]")).to_have_text(f"{target.population}: {target.measure}")
        assert calculator.cell(0, "name").input_value() == "Xóm A"
        assert calculator.cell(0, "base").input_value() == ("120" if counting.id == "nguoi-lon" else "")
    calculator.page.locator("select").select_option("nguoi-lon")
    assert calculator.total()[:2] == ["250", "85"]


def test_a_target_that_is_due_spreads_nothing(calculator: RoadPage):
    """The target of 2025 has no years left: what is missing is told, no column of a year stands there."""
    calculator.open().page.locator("select").select_option("can-bo-hoi")
    calculator.fill([("Chi hội A", "30", "24")])
    assert calculator.results(0) == ["80 %", "30", "6"]
    expect(calculator.status).to_contain_text("Hạn năm 2025 đã tới. Còn thiếu 6 người.")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("-5", "không thể âm"),
        ("1,5", "số người nguyên"),
        ("1e9", "Chỉ gõ chữ số"),
        ("1000000000", "quá lớn. Mỗi dòng nhiều nhất 1.000.000 người"),
        ("=1+1", "Chỉ gõ chữ số"),
        ("<img src=x onerror=alert(1)>", "Chỉ gõ chữ số"),
        ("mười", "Chỉ gõ chữ số"),
    ],
)
def test_what_is_no_number_of_people_is_told_beside_its_field(calculator: RoadPage, typed: str, says: str):
    """The wrong cell is named and left out; the other rows are reckoned all the same."""
    calculator.open().fill([THREE[0], ("Xóm sai", typed, "3"), THREE[1]])
    assert len(calculator.errors()) == 1
    assert says in calculator.errors()[0]
    field = calculator.cell(1, "base")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(calculator.errors()[0])
    assert calculator.results(1) == [""] * 7
    assert calculator.total()[:2] == ["200", "40"]
    expect(calculator.status).to_contain_text("Có 1 ô cần gõ lại.")


@pytest.mark.parametrize("typed", ["1.250", "1 250", "1250", " 1.250 "])
def test_thousands_are_read_as_people_write_them(calculator: RoadPage, typed: str):
    """Digits, with a full stop or a space between thousands."""
    calculator.open().fill([("Xóm A", typed, "250")])
    assert calculator.errors() == []
    assert calculator.results(0)[:3] == ["20 %", "750", "500"]


def test_a_share_without_its_base_is_never_shown(calculator: RoadPage):
    """A row without base, without reached, with base 0 or more reached than there are shows no figure."""
    calculator.open().fill([("A", "", "5"), ("B", "100", ""), ("C", "0", "0"), ("D", "10", "11")])
    assert [calculator.results(at) for at in range(4)] == [[""] * 7] * 4
    assert calculator.errors() == ["Số đã đạt nhiều hơn mẫu số."]
    assert "%" not in "".join(calculator.total())
    expect(calculator.status).to_contain_text("Chưa dòng nào có đủ mẫu số và số đã đạt.")


@pytest.mark.parametrize("typed", ["", "26", "abcd", "2019", "2101", "2026.5"])
def test_a_year_that_cannot_be_is_told(calculator: RoadPage, typed: str):
    """A year outside the bounds is named beside its field; goals stay, no year is shown."""
    calculator.open().fill(THREE[:1]).page.locator("[data-part=year]").fill(typed)
    assert calculator.errors() == ["Gõ một năm, từ 2020 tới 2100."]
    assert calculator.results(0) == ["25 %", "72", "42"]


def test_reloading_keeps_what_was_typed_and_erasing_forgets_it(calculator: RoadPage):
    """Rows, year and target come back; erased they are gone from the device, and can be had back at once."""
    calculator.open().fill(THREE)
    calculator.page.locator("[data-part=year]").fill("2028")
    calculator.page.reload()
    calculator.ready()
    assert calculator.total()[:2] == ["250", "85"]
    assert calculator.page.locator("[data-part=year]").input_value() == "2028"
    calculator.page.get_by_role("button", name="Xóa hết").click()
    assert calculator.page.evaluate("key => localStorage.getItem(key)", KEY) is None
    assert calculator.total()[:2] == ["", ""]
    calculator.page.get_by_role("button", name="Lấy lại").click()
    assert calculator.total()[:2] == ["250", "85"]
    calculator.page.get_by_role("button", name="Xóa hết").click()
    calculator.page.reload()
    calculator.ready()
    assert calculator.cell(0, "name").input_value() == ""


@pytest.mark.parametrize(
    "kept",
    [
        "{",
        "null",
        '"x"',
        json.dumps({"version": 1, "value": None}),
        json.dumps({"version": 1, "value": {"target": "__proto__", "sets": {"__proto__": {"rows": []}}}}),
        json.dumps(
            {"version": 1, "value": {"target": "can-bo", "sets": {"can-bo": {"year": 5, "rows": {"length": 9}}}}}
        ),
        json.dumps({"version": 1, "value": {"sets": {"nguoi-lon": {"rows": [None, 7, {"base": {}, "name": ["x"]}]}}}}),
        json.dumps({"version": 1, "value": {"sets": {"nguoi-lon": {"rows": [{"name": "x" * 999}] * 999}}}}),
    ],
)
def test_broken_storage_is_taken_for_nothing(calculator: RoadPage, kept: str):
    """Whatever lies under the key, the page starts, reckons and keeps again."""
    calculator.page.add_init_script(
        f"if (!sessionStorage.x) localStorage.setItem({json.dumps(KEY)}, {json.dumps(kept)})"
    )
    calculator.open()
    assert 3 <= calculator.page.locator("[data-part=rows] > tr").count() <= 200
    calculator.page.locator("select").select_option("nguoi-lon")
    calculator.fill(THREE[:1])
    assert calculator.results(0)[:3] == ["25 %", "72", "42"]
    calculator.page.evaluate("sessionStorage.x = 1")
    calculator.page.reload()
    assert calculator.ready().cell(0, "base").input_value() == "120"


def test_a_newer_version_is_neither_read_nor_replaced(calculator: RoadPage):
    """What a newer page saved stays as it is, and this page says that it does not save."""
    newer = json.dumps({"version": 2, "value": {"other": 1}})
    calculator.page.add_init_script(f"localStorage.setItem({json.dumps(KEY)}, {json.dumps(newer)})")
    calculator.open().fill(THREE[:1])
    assert calculator.page.evaluate("key => localStorage.getItem(key)", KEY) == newer
    assert calculator.results(0)[1] == "72"
    expect(calculator.status).to_contain_text("Số gõ ở đây không được lưu.")


@pytest.mark.parametrize(
    "broken",
    [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } })",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
    ],
    ids=["blocked", "full"],
)
def test_where_nothing_can_be_kept_it_reckons_and_says_so(calculator: RoadPage, broken: str):
    """Blocked or full storage: figures all the same, and the advice to print stays in sight."""
    calculator.page.add_init_script(broken)
    calculator.open().fill(THREE)
    assert calculator.total()[:2] == ["250", "85"]
    expect(calculator.status).to_contain_text("Máy này không cho lưu.")
    calculator.page.get_by_role("button", name="Thêm dòng").click()
    expect(calculator.status).to_contain_text("Máy này không cho lưu.")
    assert calculator.total()[:2] == ["250", "85"]


def test_by_keyboard_alone(calculator: RoadPage):
    """Tab through a row, Enter to the next row and to a new one; a removed row can be had back."""
    calculator.open()
    keys = calculator.page.keyboard
    calculator.cell(0, "name").focus()
    for text in ("Xóm A", "120", "30"):
        keys.type(text)
        keys.press("Tab")
    expect(calculator.page.get_by_role("button", name="Bỏ Xóm A")).to_be_focused()
    calculator.cell(2, "base").focus()
    keys.press("Enter")
    expect(calculator.cell(3, "base")).to_be_focused()
    keys.type("80")
    calculator.page.get_by_role("button", name="Bỏ Xóm A").press("Enter")
    expect(calculator.cell(0, "name")).to_be_focused()
    assert calculator.page.locator("[data-part=rows] > tr").count() == 3
    calculator.page.get_by_role("button", name="Lấy lại").press("Enter")
    assert calculator.results(0)[:2] == ["25 %", "72"]


def test_a_button_does_not_move_away_under_the_finger(calculator: RoadPage):
    """Leaving a field has the sums said anew; the buttons stay where they are, so that the press counts."""
    calculator.page.set_viewport_size(DESKTOP)
    calculator.open()
    for column, text in (("base", "1000000"), ("reached", "1")):
        calculator.cell(0, column).fill(text)
    before = calculator.page.get_by_role("button", name="Thêm dòng").bounding_box()
    calculator.cell(0, "reached").blur()
    expect(calculator.status).to_contain_text("Còn thiếu")
    assert calculator.page.get_by_role("button", name="Thêm dòng").bounding_box() == before


def test_two_hundred_rows_and_no_more(calculator: RoadPage):
    """The last row that can be added is the two hundredth; then it is said."""
    rows = [{"name": f"Xóm {n}", "base": "100", "reached": "10"} for n in range(199)]
    kept = json.dumps(
        {"version": 1, "value": {"target": "nguoi-lon", "sets": {"nguoi-lon": {"year": "2026", "rows": rows}}}}
    )
    calculator.page.add_init_script(f"localStorage.setItem({json.dumps(KEY)}, {json.dumps(kept)})")
    calculator.open()
    assert calculator.total()[:2] == ["19.900", "1.990"]
    add = calculator.page.get_by_role("button", name="Thêm dòng")
    add.click()
    add.click()
    assert calculator.page.locator("[data-part=rows] > tr").count() == 200
    expect(calculator.status).to_contain_text("Nhiều nhất 200 dòng.")


@pytest.mark.parametrize("size", [PHONE, {"width": 320, "height": 700}, DESKTOP], ids=["360", "320", "1280"])
@pytest.mark.parametrize("tone", ["light", "dark"])
@pytest.mark.parametrize("locale", ["", "en/"])
def test_axe_finds_nothing_and_nothing_is_cut_off(
    page: Page, road_url: str, watch: Callable[[Page], Page], size: dict[str, int], tone: str, locale: str
):
    """Filled, with errors, in both languages and tones: no violation, no sideways scrolling, targets of 44 pixels."""
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=tone)
    calculator = RoadPage(watch(page), road_url + locale)
    calculator.open()
    for at, row in enumerate([*THREE[:2], ("Xóm sai", "-3", "x")]):
        for column, text in zip(("name", "base", "reached"), row, strict=True):
            calculator.cell(at, column).fill(text)
    page.get_by_role("button", name="Xóa hết" if not locale else "Erase all").focus()
    assert axe.violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    heights = page.locator(".road :is(button, input, select):visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44


@pytest.mark.parametrize("width", [320, 520, 675, 840, 900, 1100])
def test_in_a_column_of_any_width_nothing_reaches_out(calculator: RoadPage, width: int):
    """The site's columns leave the calculator less than the window: all it shows stays within its own width."""
    calculator.page.set_viewport_size(DESKTOP)
    calculator.open().fill([("Xóm có cái tên thật dài", "1.000.000", "999.999"), *THREE])
    calculator.page.locator("[data-part=year]").fill("2021")
    outside = calculator.page.evaluate(
        """width => {
          const content = document.querySelector(".md-content");
          content.style.width = `${width}px`;
          const { right } = document.querySelector(".road").getBoundingClientRect();
          const scroll = document.querySelector(".road__scroll");
          const seen = [...document.querySelectorAll(".road :is(input, select, button, p)")].filter(
            (one) => one.offsetParent && !scroll.contains(one) && one.getBoundingClientRect().right > right + 1);
          return [scroll.getBoundingClientRect().right > right + 1, ...seen.map((one) => one.outerHTML.slice(0, 80))];
        }""",
        width,
    )
    assert outside == [False]


def test_paper_holds_the_table_alone(calculator: RoadPage):
    """Printed by its button: figures, what the paper is, no buttons, nothing of the explanations."""
    calculator.page.set_viewport_size(DESKTOP)
    calculator.open().fill(THREE)
    calculator.page.evaluate("window.print = () => { window.printed = true }")
    calculator.page.get_by_role("button", name="In", exact=True).click()
    assert calculator.page.evaluate("window.printed")
    calculator.page.emulate_media(media="print")
    expect(calculator.page.get_by_text("Công cụ làm việc, in từ trang học liệu mở.")).to_be_visible()
    expect(calculator.page.locator("#cach-tinh")).to_be_hidden()
    expect(calculator.page.locator(".road button:visible")).to_have_count(0)
    calculator.page.emulate_media(media="screen")
    calculator.page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(calculator.page.locator("#cach-tinh")).to_be_visible()


def test_without_scripts_the_page_explains_and_has_no_dead_form(browser, road_url: str, browser_context_args):
    """Formula, worked example marked as one, how to count; no field that does nothing."""
    context = browser.new_context(**browser_context_args | {"java_script_enabled": False})
    page = context.new_page()
    page.goto(road_url + ROAD)
    expect(page.locator("#cach-tinh")).to_be_visible()
    expect(page.get_by_text("Ví dụ: ba xóm đặt ra để minh họa, không phải số thật.")).to_be_visible()
    expect(page.get_by_text("Máy tính này cần JavaScript.")).to_be_visible()
    expect(page.locator("input:visible")).to_have_count(0)
    context.close()
