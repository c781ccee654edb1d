"""From a citizen's phone to the commune's report: by file, by code in a chat, and from paper, in a real browser."""

from __future__ import annotations

import csv
import io
import json
import random
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from playwright.sync_api import Browser, Locator, Page, expect

from hub.model.assessment import assess, rules_of
from hub.model.criteria import CriteriaSet
from hub.model.short_code import Declaration, Known, encode
from tests.browser.check_page import CheckPage
from tests.site.test_accessibility import violations

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An officer's computer."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    yield page
    context.close()


def opened(page: Page, site_url: str, tree: str = "") -> Page:
    """Open the collecting page and wait for its script."""
    page.goto("about:blank")
    page.goto(f"{site_url}{tree}tu-cham/tong-hop/")
    page.locator("html[data-ready]").wait_for(state="attached")
    return page


def part(page: Page, name: str) -> Locator:
    """Return a named part of the page."""
    return page.locator(f'[data-part="{name}"]').first


def codes(criteria: CriteriaSet, count: int, seed: int = 1) -> list[tuple[str, str, tuple[int | None, ...]]]:
    """Return codes of made-up people, with group and points."""
    chance = random.Random(seed)
    maxima = tuple(most or 0 for most in rules_of(criteria).maxima.values())
    found = []
    for _ in range(count):
        group = chance.choice(criteria.groups).id
        points = tuple(chance.randint(0, most) for most in maxima)
        said = Declaration(criteria.id, group, points, chance.randrange(1 << 16))
        found.append((encode(said, Known(criteria.id, group, maxima)), group, points))
    return found


def sheet(code: str) -> bytes:
    """Return the file a citizen sends."""
    return json.dumps({"format": "hub-self-check", "version": 1, "kind": "sheet", "code": code}).encode()


def choose(page: Page, *files: tuple[str, bytes]) -> None:
    """Choose files, and wait until they are read."""
    chosen: Any = [{"name": name, "mimeType": "", "buffer": content} for name, content in files]
    part(page, "files").set_input_files(chosen)
    expect(part(page, "working")).to_be_hidden()


def said(page: Page) -> Locator:
    """Return what the page said last."""
    return part(page, "said")


def saved(page: Page, act: str, folder: Path) -> Path:
    """Press a button that saves a file; returns the file."""
    with page.expect_download() as waiting:
        page.locator(f"[data-act={act}]").click()
    target = folder / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target


def table(page: Page, caption: str) -> list[list[str]]:
    """Return the rows of a table of figures."""
    found = page.locator("table", has=page.locator("caption", has_text=caption)).locator("tbody tr")
    return [row.locator("th, td").all_inner_texts() for row in found.all()]


def test_from_a_phone_by_code_and_file_to_the_report(
    page: Page, browser: Browser, site_url: str, tmp_path: Path
) -> None:
    """Two citizens, one closes half-way; one sends a file, one a code in a chat; the report counts both."""
    phone = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    first = CheckPage(phone.new_page(), site_url).open().give([8] * 5)
    first.open().give([8] * 10).finish()
    file = first.save("saveSheet", tmp_path).read_bytes()
    second = CheckPage(phone.new_page(), site_url, "tu-cham/cong-chuc/").open().give([9] * 9 + [4]).finish()
    code = second.part("code").inner_text()
    phone.close()
    opened(page, site_url)
    part(page, "next-label").fill("Xóm Lũng")
    choose(page, ("phieu.json", file))
    expect(said(page)).to_have_text("Đã nhận 1 phiếu.")
    part(page, "paste").fill(f"[07:12] Chị Sáu gửi: {code.lower()} nhé. Tuan 2026")
    page.locator("[data-act=findCodes]").click()
    expect(said(page)).to_have_text("Đã nhận 1 phiếu.")
    expect(part(page, "paste")).to_have_value("")
    assert table(page, "Theo nhóm")[-1] == ["Tất cả", "2", "1", "", "1", "0", "82,5"]
    expect(part(page, "self-scores")).to_contain_text("Trong 2 phiếu ở trên, 1 phiếu tự chấm")
    part(page, "unit").fill("Chi hội =1+1 <xóm>")
    report = Document(str(saved(page, "saveDocx", tmp_path)))
    cells = [cell.text for found in report.tables for row in found.rows for cell in row.cells]
    text = "\n".join(paragraph.text for paragraph in report.paragraphs) + "\n".join(cells)
    assert "Chi hội =1+1 <xóm>" in text
    assert "Xóm Lũng" in cells
    assert "{{" not in text
    assert "Sáu" not in json.dumps(page.evaluate("() => ({...localStorage})"), ensure_ascii=False)


def test_the_workbook_holds_every_sheet(page: Page, site_url: str, criteria: CriteriaSet, tmp_path: Path) -> None:
    """Numbers are numbers, what looks like a formula is text, and another program adds up the same."""
    people = codes(criteria, 12)
    opened(page, site_url)
    part(page, "next-label").fill("=HYPERLINK(1)")
    choose(page, *[(f"{at}.json", sheet(code)) for at, (code, _, _) in enumerate(people)])
    file = saved(page, "saveXlsx", tmp_path)
    rows = list(openpyxl.load_workbook(file)["Phiếu"].iter_rows(values_only=True))
    found = [row for row in rows if isinstance(row[0], int)]
    rules = rules_of(criteria)
    for row, (code, _, points) in zip(found, people, strict=True):
        total = assess(rules, dict(zip(rules.maxima, points, strict=True))).total
        assert (row[2], row[3], row[4:14], row[14]) == ("=HYPERLINK(1)", code, points, total)
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", tmp_path, file], check=True, timeout=120
    )
    assert file.with_suffix(".pdf").stat().st_size > 5000
    text = saved(page, "saveCsv", tmp_path).read_bytes().decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text)))
    assert len(lines) == 13
    assert lines[1][2] == "'=HYPERLINK(1)"


def test_sixty_paper_sheets_without_a_mouse(page: Page, site_url: str) -> None:
    """Group by its first letters, ten numbers, Enter: sixty rows, and a wrong number is marked and kept."""
    opened(page, site_url)
    page.locator(".grid select").first.focus()
    page.keyboard.type("nông")
    page.keyboard.press("Tab")
    for row in range(60):
        for number in range(10):
            page.keyboard.insert_text("8" if (row, number) != (20, 3) else "88")
            page.keyboard.press("Tab")
        page.keyboard.insert_text(f"Xóm {row % 3}")
        if row < 59:
            page.keyboard.press("Enter")
    page.locator("[data-act=takeRows]").focus()
    page.keyboard.press("Enter")
    expect(said(page)).to_contain_text("Đã nhận 59 dòng.")
    expect(said(page)).to_contain_text("1 dòng chưa đúng")
    wrong = page.locator(".grid [aria-invalid=true]")
    expect(wrong).to_have_count(1)
    expect(wrong).to_be_focused()
    expect(wrong).to_have_value("88")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("7")
    page.locator("[data-act=takeRows]").focus()
    page.keyboard.press("Enter")
    expect(said(page)).to_contain_text("Đã nhận 1 dòng.")
    assert table(page, "Theo nhóm")[-1][1:3] == ["60", "59"]
    assert [row[0] for row in table(page, "Theo nhãn")] == ["Xóm 0", "Xóm 1", "Xóm 2"]


def test_each_thing_that_is_not_taken_is_explained(page: Page, site_url: str, criteria: CriteriaSet) -> None:
    """Duplicates, broken, foreign and newer entries are told one by one and stop nothing."""
    (good, _, _), (other, _, _) = codes(criteria, 2)
    newer = sheet(other).replace(b'"version": 1', b'"version": 2')
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("trong/phieu.json", sheet(other))
        made.writestr("bom.json", b"0" * 20_000_000)
        made.writestr("nua.zip", b"PK")
    opened(page, site_url)
    choose(
        page,
        ("a.json", sheet(good)),
        ("lai.json", sheet(good)),
        ("hong.json", b"{"),
        ("khac.json", b'{"__proto__": {"format": "hub-self-check"}}'),
        ("moi.json", newer),
        ("anh.png", b"\x89PNG"),
        ("sai.json", sheet(good[:-1] + ("3" if good[-1] != "3" else "4"))),
        ("nen.zip", archive.getvalue()),
    )
    expect(said(page)).to_contain_text("Đã nhận 2 phiếu.")
    told = part(page, "told").locator("li").all_inner_texts()
    for name, reason in [
        ("lai.json", "Trùng"), ("hong.json", "hỏng"), ("khac.json", "Không phải tệp"), ("moi.json", "mới hơn"),
        ("anh.png", "Không phải tệp .json"), ("sai.json", "gõ sai"), ("bom.json", "lớn quá"), ("nua.zip", "giải nén"),
    ]:  # fmt: skip
        assert any(line.startswith(name) and reason in line for line in told), (name, told)


SLOW_DISK = """() => {
  const read = File.prototype.text;
  const rest = new Promise((go) => (window.readOn = go));
  let count = 0;
  File.prototype.text = async function () {
    if (++count > 16) await rest;
    return read.call(this);
  };
}"""


def test_reading_shows_how_far_it_is_and_can_be_cancelled(page: Page, site_url: str, criteria: CriteriaSet) -> None:
    """Sixteen of forty files are read when the officer stops by keyboard; these stay, and the rest is not taken."""
    opened(page, site_url).evaluate(SLOW_DISK)
    files: Any = [
        {"name": f"{at}.json", "mimeType": "", "buffer": sheet(code)}
        for at, (code, _, _) in enumerate(codes(criteria, 40))
    ]
    part(page, "files").set_input_files(files)
    expect(page.get_by_role("progressbar")).to_have_attribute("value", "0.4")
    page.get_by_role("button", name="Dừng").press("Enter")
    page.evaluate("window.readOn()")
    expect(said(page)).to_have_text("Đã dừng. Các phiếu đọc được trước đó vẫn giữ.")
    expect(page.get_by_role("progressbar")).to_be_hidden()
    assert table(page, "Theo nhóm")[-1][1] == "16"
    opened(page, site_url)
    expect(said(page)).to_contain_text("16 phiếu")


@pytest.mark.parametrize(
    "kept",
    [
        "{",
        "[]",
        '{"version":1,"value":7}',
        "null",
        '{"version":1,"value":{"state":"{","draft":[1],"unread":[null,[1,2]]}}',
    ],
)
def test_what_is_corrupt_on_the_device_does_not_stop_it(
    page: Page, site_url: str, criteria: CriteriaSet, kept: str
) -> None:
    """The page begins anew, and takes sheets."""
    opened(page, site_url)
    page.evaluate("kept => localStorage.setItem('hub:collect:khung', kept)", kept)
    opened(page, site_url)
    choose(page, *[(f"{at}.json", sheet(code)) for at, (code, _, _) in enumerate(codes(criteria, 3))])
    expect(said(page)).to_have_text("Đã nhận 3 phiếu.")


def test_of_many_the_reasons_are_counted(page: Page, site_url: str) -> None:
    """A thousand broken files: how often each reason was met, the first fifty by name, the others when asked for."""
    opened(page, site_url)
    choose(page, *[(f"hong-{at}.json", b"{") for at in range(1000)])
    expect(part(page, "reasons").locator("li")).to_have_text(["1000 × Tệp hỏng hoặc không phải tệp của trang tự chấm."])
    expect(part(page, "told").locator("li")).to_have_count(50)
    page.locator("[data-part=in] [data-act=more]").click()
    expect(part(page, "told").locator("li")).to_have_count(550)


def test_a_saved_collection_comes_back_whole(page: Page, site_url: str, criteria: CriteriaSet, tmp_path: Path) -> None:
    """Erased and opened again from its file, and once more after the browser was closed; two periods are compared."""
    opened(page, site_url)
    choose(page, *[(f"{at}.json", sheet(code)) for at, (code, _, _) in enumerate(codes(criteria, 9))])
    people = page.locator("[data-target] [data-field=people]").nth(1)
    people.fill("30")
    file = saved(page, "saveState", tmp_path)
    before = table(page, "Theo chỉ số")
    page.locator("[data-act=erase]").click()
    expect(said(page)).to_have_text("Đã xóa hết.")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('hub:collect')).length") == 0
    part(page, "state").set_input_files(file)
    expect(said(page)).to_have_text("Đã mở tệp tổng hợp: 9 phiếu.")
    assert table(page, "Theo chỉ số") == before
    expect(people).to_have_value("30")
    opened(page, site_url)
    expect(said(page)).to_contain_text("9 phiếu")
    choose(page, *[(f"{at}.json", sheet(code)) for at, (code, _, _) in enumerate(codes(criteria, 4, seed=2))])
    part(page, "before").set_input_files(file)
    expect(said(page)).to_contain_text("Đã mở kỳ trước")
    rows = table(page, "So hai kỳ")
    assert rows[0][1:] == ["9", "13", "+4"]
    assert [row[1] for row in rows[-len(before) :]] == [row[2] for row in before]
    counts = [
        [int(figure.replace("−", "-")) for figure in row[1:]] for row in rows[2 : -len(before)] if "số phiếu" in row[0]
    ]
    assert [sum(column) for column in zip(*counts, strict=True)] == [2 * 9, 2 * 13, 2 * 4]


def test_a_share_is_shown_only_with_its_base(page: Page, site_url: str) -> None:
    """Without the base no percentage; more people than the base is told; self-scores are never counted as people."""
    opened(page, site_url)
    group = page.locator("[data-target]").nth(1)
    people, base, out = (
        group.locator("[data-field=people]"),
        group.locator("[data-field=base]"),
        group.locator("[data-out]"),
    )
    people.fill("50")
    expect(out).to_have_text("Chưa có số gốc, nên không tính phần trăm.")
    base.fill("1.250")
    expect(out).to_have_text("50 trên 1250 người: 4 %")
    base.fill("49")
    expect(out).to_have_text("Số người đạt không thể lớn hơn số gốc.")
    base.fill("0")
    expect(out).not_to_contain_text("%")
    people.fill("12.5")
    expect(out).to_have_text("Ghi số nguyên, không âm.")
    people.fill("-3")
    expect(out).to_have_text("Ghi số nguyên, không âm.")
    opened(page, site_url)
    expect(people).to_have_value("-3")
    expect(out).to_have_text("Ghi số nguyên, không âm.")
    people.fill("0")
    opened(page, site_url)
    expect(people).to_have_value("0")
    people.fill("x")
    page.locator("[data-act=erase]").click()
    expect(people).to_have_value("")
    expect(page.locator("[data-part=targets]")).to_contain_text("Điểm tự chấm không phải là đạt chỉ tiêu")
    expect(group).to_contain_text("2030")


def test_sheets_are_labelled_and_taken_out(page: Page, site_url: str, criteria: CriteriaSet) -> None:
    """The officer labels what has no label, and takes out what does not belong."""
    opened(page, site_url)
    choose(page, *[(f"{at}.json", sheet(code)) for at, (code, _, _) in enumerate(codes(criteria, 3))])
    page.locator("[data-act=chooseBare]").click()
    part(page, "list-label").fill("__proto__")
    page.locator("[data-act=relabel]").click()
    assert [row[:2] for row in table(page, "Theo nhãn")] == [["__proto__", "3"]]
    page.locator("[data-part=list-body] input[type=checkbox]").first.check()
    page.locator("[data-act=remove]").click()
    assert [row[:2] for row in table(page, "Theo nhãn")] == [["__proto__", "2"]]


def test_nothing_leaves_the_device(page: Page, site_url: str, criteria: CriteriaSet, tmp_path: Path) -> None:
    """All requests are for the site's own files, none with a body."""
    asked: list[tuple[str, str]] = []
    page.on("request", lambda request: asked.append((request.method, request.url)))
    opened(page, site_url)
    choose(page, *[(f"{at}.json", sheet(code)) for at, (code, _, _) in enumerate(codes(criteria, 2))])
    for act in ("saveDocx", "saveXlsx", "saveCsv", "saveState"):
        saved(page, act, tmp_path)
    assert all(method == "GET" and url.startswith((site_url, "blob:", "about:")) for method, url in asked), asked


@pytest.mark.parametrize("tree", ["", "en/"])
@pytest.mark.parametrize("state", ["empty", "wrong row", "full"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_state_has_a_violation(
    page: Page, axe: str, site_url: str, criteria: CriteriaSet, state: str, tree: str, width: int
) -> None:
    """axe finds nothing in either tone, and nothing is wider than a window of 320 px."""
    page.set_viewport_size({"width": width, "height": 740})
    opened(page, site_url, tree)
    if state == "wrong row":
        page.locator(".grid input").first.fill("x")
        page.locator("[data-act=takeRows]").click()
        expect(page.locator(".grid [aria-invalid=true]").first).to_be_visible()
    if state == "full":
        files = [(f"{at}.json", sheet(code)) for at, (code, _, _) in enumerate(codes(criteria, 60))]
        choose(page, *files, ("hong.json", b"{"))
    assert violations(page, axe) == {}
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_scripts_it_says_what_to_do_on_paper(browser: Browser, site_url: str) -> None:
    """The page explains itself and leads to the form to print; nothing is shown that needs a script."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}tu-cham/tong-hop/")
    expect(page.locator(".collect__plain")).to_be_visible()
    expect(page.locator(".collect__live")).to_be_hidden()
    expect(page.locator("article a[href$='phieu-tu-cham-thu.pdf']")).to_be_visible()
    context.close()
