"""What the self-check takes along and lets in: files, the short code, the printed sheet, and what the device keeps."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from PIL import Image, ImageFilter
from playwright.sync_api import Browser, Page, expect

from hub.model.assessment import rules_of
from hub.model.criteria import CriteriaSet
from hub.model.short_code import Known, decode
from tests.browser.check_page import KEY, CheckPage

pytestmark = pytest.mark.browser

GROUPS = ("nong-dan", "cong-nhan", "cong-chuc", "vien-chuc", "doanh-nhan", "can-bo-quan-ly")


@pytest.fixture
def page(phone: Page) -> Page:
    """Everything here is done on a phone."""
    return phone


def test_what_is_saved_can_be_opened_on_another_device(
    check: CheckPage, browser: Browser, site_url: str, tmp_path: Path
) -> None:
    """The file holds everything; opened elsewhere it gives the same points, evidence, plan and earlier scores."""
    check.give([8] * 8 + [6, None])
    first = check.page.locator("[data-item]").first
    first.locator("summary").click()
    first.locator("[type=checkbox]").first.check(force=True)
    first.locator("[data-field=note]").first.fill("vở bìa xanh")
    check.finish().page.locator("[data-act=saveScore]").click()
    file = check.save("saveFull", tmp_path)
    before = check.kept()["value"]["people"][0]
    context = browser.new_context(viewport={"width": 360, "height": 740})
    other = CheckPage(context.new_page(), site_url).open()
    other.load(file.name, file.read_bytes())
    expect(other.part("said")).to_contain_text("Đã mở bản lưu")
    after = other.kept()["value"]["people"][-1]
    assert {**after, "id": ""} == {**before, "id": ""}
    assert other.points() == [8] * 8 + [6, None]
    context.close()


def test_the_sheet_to_send_holds_the_code_alone(check: CheckPage, criteria: CriteriaSet, tmp_path: Path) -> None:
    """No label, note or evidence leaves; the code says group and points, and two people never share one."""
    check.give([8] * 9 + [None])
    check.more().part("name").fill("Ông Páo")
    check.page.locator("[data-act=rename]").click()
    check.finish()
    saved = json.loads(check.save("saveSheet", tmp_path).read_text(encoding="utf-8"))
    assert set(saved) == {"format", "version", "kind", "code"}
    maxima = tuple(most or 0 for most in rules_of(criteria).maxima.values())
    said = decode(saved["code"], [Known(criteria.id, group, maxima) for group in GROUPS])
    assert (said.group, said.points) == ("nong-dan", (8,) * 9 + (None,))
    check.more().page.locator("[data-act=add]").click()
    check.give([8] * 9 + [None]).finish()
    other = json.loads(check.save("saveSheet", tmp_path).read_text(encoding="utf-8"))
    assert other["code"] != saved["code"]


HOSTILE: dict[str, tuple[bytes, str]] = {
    "not JSON": (b"{", "hỏng"),
    "nothing": (b"", "hỏng"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\xff\xfe", "hỏng"),
    "another format": (b'{"format": "x", "version": 1}', "không phải bản lưu"),
    "a list": (b"[]", "không phải bản lưu"),
    "null": (b"null", "không phải bản lưu"),
    "a newer version": (b'{"format": "hub-self-check", "version": 99, "kind": "full", "answers": []}', "mới hơn"),
    "a sheet to send": (b'{"format": "hub-self-check", "version": 1, "kind": "sheet", "code": "x"}', "phiếu gửi"),
    "another set": (
        b'{"format":"hub-self-check","version":1,"kind":"full","set":"x","group":"nong-dan","answers":[]}',
        "bộ tiêu chí khác",
    ),
    "a group from the prototype": (
        b'{"format":"hub-self-check","version":1,"kind":"full","set":"khung","group":"constructor","answers":[]}',
        "bộ tiêu chí khác",
    ),
    "ten megabytes": (b'{"format": "' + b"x" * 10_000_000 + b'"}', "lớn quá"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_not_ours_is_refused_and_nothing_is_lost(check: CheckPage, name: str) -> None:
    """The reason is said beside the field; what was answered stays."""
    check.give([8] * 10)
    before = check.kept()
    content, reason = HOSTILE[name]
    check.load("la.json", content)
    expect(check.part("wrong")).to_contain_text(reason)
    assert check.kept() == before
    assert check.points() == [8] * 10


def test_a_file_with_wrong_values_gives_what_is_right_in_it(check: CheckPage) -> None:
    """Points out of range, texts for numbers and keys of the prototype count as unanswered; nothing is run."""
    check.give([8] * 10)
    person = check.kept()["value"]["people"][0]
    values: list[Any] = [11, -1, 4.5, "8", None, True, [], 7, {"__proto__": 9}, 1e308]
    person["answers"] = [{**one, "points": value} for one, value in zip(person["answers"], values, strict=True)]
    person["answers"] += [{"indicator": "__proto__", "points": 5, "hash": "x", "name": "__proto__"}, 7, None, "a"]
    person["label"] = "<img src=x onerror=alert(1)>"
    person["plan"] = [{"indicator": "constructor", "what": 5}, None]
    person["scores"] = [{"month": "x", "points": "y"}, 3]
    saved = {"format": "hub-self-check", "version": 1, "kind": "full", **person}
    check.load("tay.json", json.dumps(saved).encode())
    expect(check.part("said")).to_contain_text("Đã mở bản lưu")
    assert check.points() == [None] * 7 + [7, None, None]
    assert check.page.locator("img[src=x]").count() == 0
    check.finish()
    assert check.page.evaluate("({}).points") is None


BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


@pytest.mark.parametrize("script", [BLOCKED, FULL], ids=["blocked", "full"])
def test_without_storage_it_works_and_says_so(browser: Browser, site_url: str, script: str) -> None:
    """Points, result and files are there; the page tells that closing it loses them."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.add_init_script(script)
    check = CheckPage(context.new_page(), site_url).open()
    check.give([8] * 10).finish()
    expect(check.part("verdict")).to_have_text("Có thể đạt")
    expect(check.part("private")).to_contain_text("Trình duyệt không cho lưu")
    context.close()


@pytest.mark.parametrize(
    "value", ["{", "[]", '{"version":1,"value":{"people":[null,{"id":5}],"current":[[1]]}}', "x" * 99]
)
def test_what_is_corrupt_on_the_device_does_not_stop_it(check: CheckPage, value: str) -> None:
    """It begins anew, and what is answered then is kept."""
    check.page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, value])
    check.open().give([8] * 10)
    check.open()
    assert check.points() == [8] * 10


def test_the_filled_form_is_a_word_document(check: CheckPage, tmp_path: Path) -> None:
    """Points, evidence, total and verdict stand in it as text, signs and all."""
    first = check.give([8] * 9 + [None]).page.locator("[data-item]").first
    first.locator("summary").click()
    first.locator("textarea").fill("Vở <1> & ảnh ]]> {{TOTAL}}")
    check.finish()
    file = check.save("saveDocx", tmp_path)
    document = Document(str(file))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    cells = [cell for row in rows for cell in row]
    scores = [row[3] for row in rows if row[0].isdigit()]
    assert scores == ["8"] * 9 + [""]
    assert "72" in cells
    assert any("Vở <1> & ảnh ]]>" in cell for cell in cells)
    assert "Chưa đủ câu trả lời" in text
    assert "{{" not in text + "".join(cell for cell in cells if "Vở" not in cell)


def test_everything_goes_to_no_other_place(page: Page, site_url: str, tmp_path: Path) -> None:
    """From the first answer to the last file only the page's own files are asked for, and no request has a body."""
    asked: list[tuple[str, str]] = []
    page.on("request", lambda request: asked.append((request.method, request.url)))
    check = CheckPage(page, site_url).open().give([8] * 10).finish()
    for act in ("saveFull", "saveSheet", "saveDocx"):
        check.save(act, tmp_path)
    own = [url for method, url in asked if method == "GET" and url.startswith((site_url, "blob:", "about:", "data:"))]
    assert len(own) == len(asked), asked
    code = check.part("code").inner_text()
    assert not any(code in url for _, url in asked)


def test_the_printed_code_is_read_by_another_reader(check: CheckPage, tmp_path: Path) -> None:
    """At 28 mm, drawn at 200 dots an inch, out of focus and held 2 degrees askew, zbar still reads what is printed."""
    check.give([8] * 10).finish()
    expect(check.part("qr").locator("svg")).to_be_attached()
    code = check.part("code").inner_text()
    page = check.page
    page.emulate_media(media="print")
    box = check.part("qr").locator("svg").bounding_box()
    assert box is not None
    assert box["width"] / 96 * 25.4 == pytest.approx(28, abs=0.3)
    page.emulate_media(media=None)
    (tmp_path / "sheet.pdf").write_bytes(page.pdf(format="A4"))
    subprocess.run(["pdftoppm", "-r", "200", "-png", tmp_path / "sheet.pdf", tmp_path / "sheet"], check=True)
    read_codes = set()
    for picture in sorted(tmp_path.glob("sheet-*.png")):
        tilted = Image.open(picture).convert("L").filter(ImageFilter.GaussianBlur(1)).rotate(2, fillcolor=255)
        tilted.save(picture)
        told = subprocess.run(["zbarimg", "-q", "--raw", picture], capture_output=True, text=True, check=False)
        read_codes |= set(told.stdout.split())
    assert read_codes == {code}
