"""The counting sheet: opened, filled, and calculated anew by LibreOffice, held to the model."""

import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest

from hub.content.read import read
from hub.documents.office import counting
from hub.documents.paper import Paper
from hub.model.targets import Count, road
from tests.documents.office_reading import all_converted, converted
from tests.documents.pdf_reading import flat, pdftotext

ROOT = Path(__file__).parents[2]
ROADS = json.loads((ROOT / "tests" / "vectors" / "targets.json").read_text(encoding="utf-8"))["roads"]
PERCENT, DUE, AS_OF = "C4", "C5", "C6"
ERRORS = ("#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#N/A", "#NUM!", "Err:")


@pytest.fixture(scope="module")
def hub():
    """This repository's own content."""
    return read(ROOT).required()


@pytest.fixture(scope="module")
def blank(hub):
    """The workbook as it is downloaded."""
    return counting.workbook(Paper(hub, ROOT, "vi"), hub.plan)


def filled(blank, cases):
    """Return the workbook with one case a sheet: counts, percent, years left."""
    book = openpyxl.load_workbook(io.BytesIO(blank))
    for sheet, case in zip(book.worksheets[1:], cases, strict=False):
        sheet[PERCENT] = case["percent"] / 100
        sheet[AS_OF] = sheet[DUE].value - case["years"]
        for row, (base, reached) in enumerate(case["counts"], start=counting.FIRST):
            sheet[f"{counting.BASE}{row}"], sheet[f"{counting.REACHED}{row}"] = base, reached
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def line(sheet, row, years):
    """Return what a row shows: share in tenths of a percent, goal, missing, people by year."""
    share = sheet[f"{counting.SHARE}{row}"].value
    cells = [sheet[f"{column}{row}"].value for column in (counting.GOAL, counting.MISSING, *counting.YEAR)]
    return [None if share in (None, "") else round(share * 1000), *(cell if cell != "" else None for cell in cells)]


def wanted(row, years):
    """Return what the model says of a row, in the same shape."""
    rest = [None] * (len(counting.YEAR) - years)
    if row["state"] != "counted":
        return [None] * (3 + len(counting.YEAR))
    return [row["share"], row["goal"], row["missing"], *row["years"], *rest]


def test_libreoffice_comes_to_the_figures_of_the_model(hub, blank, tmp_path):
    """Every edge and many drawn cases, five a workbook: each row, the sums, and nothing where nothing is known."""
    cases = [case for case in ROADS if len(case["counts"]) <= counting.ROWS][:80]
    size = len(hub.plan.counting)
    batches = [cases[at : at + size] for at in range(0, len(cases), size)]
    books = {f"case-{number}.xlsx": filled(blank, batch) for number, batch in enumerate(batches)}
    made = all_converted(books, tmp_path, "xlsx")
    for batch, data in zip(batches, made.values(), strict=True):
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        for sheet, case in zip(book.worksheets[1:], batch, strict=False):
            years = case["years"]
            for row, one in enumerate(case["road"]["rows"], start=counting.FIRST):
                assert line(sheet, row, years) == wanted(one, years), (case, row)
            assert line(sheet, counting.LAST + 1, years) == wanted(case["road"]["total"], years), case
            seen = {str(cell.value) for line_ in sheet.iter_rows() for cell in line_}
            assert not [value for value in seen if value.startswith(ERRORS)]


def test_an_empty_sheet_shows_no_zero_and_no_error(blank, tmp_path):
    """As downloaded, calculated anew: no share, no goal, no sum, no error in any cell."""
    book = openpyxl.load_workbook(io.BytesIO(converted(blank, "blank.xlsx", tmp_path, "xlsx")), data_only=True)
    for sheet in book.worksheets[1:]:
        for row in range(counting.FIRST, counting.LAST + 2):
            assert line(sheet, row, 0) == [None] * (3 + len(counting.YEAR))
            assert sheet[f"{counting.CHECK}{row}"].value in (None, "")
        values = [str(cell.value) for cells in sheet.iter_rows() for cell in cells]
        assert not [value for value in values if value.startswith(ERRORS)]


@pytest.mark.parametrize(
    ("base", "reached", "says"),
    [
        (100, None, "thiếu một số"),
        (None, 5, "thiếu một số"),
        (100, 101, "đã đạt nhiều hơn mẫu số"),
        (0, 0, "mẫu số là 0"),
        (-5, 0, "phải là số nguyên"),
        (10.5, 3, "phải là số nguyên"),
        (1_000_000_000, 0, "phải là số nguyên"),
        ("mười", 3, "phải là số nguyên"),
        ("1.250", "3", "phải là số nguyên"),
    ],
)
def test_figures_that_cannot_be_are_told_and_left_out(blank, tmp_path, base, reached, says):
    """Pasted past the cell's own check, a wrong figure is named beside its row and spoils no sum."""
    data = filled(blank, [{"percent": 60, "years": 4, "counts": [(120, 30), (base, reached), (80, 10)]}])
    book = openpyxl.load_workbook(io.BytesIO(converted(data, "wrong.xlsx", tmp_path, "xlsx")), data_only=True)
    sheet = book.worksheets[1]
    assert sheet[f"{counting.CHECK}{counting.FIRST + 1}"].value.startswith(says)
    assert line(sheet, counting.FIRST + 1, 4) == [None] * (3 + len(counting.YEAR))
    total = road([Count(120, 30), Count(80, 10)], 60, 4).total
    assert line(sheet, counting.LAST + 1, 4)[:3] == [total.share, total.goal, total.missing]


def test_the_workbook_says_what_the_plan_says_and_guards_its_formulas(hub, blank):
    """A sheet a target with the plan's words and figures; only cells to type in are open; whole numbers only."""
    book = openpyxl.load_workbook(io.BytesIO(blank))
    assert len(book.worksheets) == counting.sheet_count(hub.plan) == 1 + len(hub.plan.counting)
    targets = {target.id: target for target in hub.plan.targets}
    for sheet, one in zip(book.worksheets[1:], hub.plan.counting, strict=True):
        target = targets[one.target]
        assert (sheet[PERCENT].value, sheet[DUE].value) == (target.percent / 100, target.year)
        assert str(target.population) in sheet["A2"].value
        assert str(target.measure) in sheet["A2"].value
        assert "Chỉ đếm người đã được công nhận" in sheet["A3"].value
        assert sheet.protection.sheet
        inside = range(counting.FIRST, counting.LAST + 1)
        opened = {cell.coordinate for cells in sheet.iter_rows() for cell in cells if not cell.protection.locked}
        typed = (counting.NAME, counting.BASE, counting.REACHED)
        assert opened == {AS_OF, *(f"{column}{row}" for row in inside for column in typed)}
        rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
        assert rules[f"C{counting.FIRST}:D{counting.LAST}"].type == "whole"
    text = " ".join(str(cell.value) for cells in book.worksheets[0].iter_rows() for cell in cells if cell.value)
    assert "không có số, dấu, chữ ký của cơ quan" in text
    assert "Người lớn là từ bao nhiêu tuổi" in text


def test_it_prints_on_landscape_pages_with_its_heading(blank, tmp_path):
    """LibreOffice prints each sheet over the width of one page, formulas' columns hidden."""
    text = flat(pdftotext(converted(blank, "print.xlsx", tmp_path), "-raw"))
    assert text.count("Xóm hoặc đơn vị") >= 5
    assert "Cộng" in text


def test_the_same_bytes_at_each_build(hub, blank):
    """Sorted members of one date, and properties of the day the content was checked."""
    assert counting.workbook(Paper(hub, ROOT, "vi"), hub.plan) == blank
    with zipfile.ZipFile(io.BytesIO(blank)) as archive:
        assert archive.namelist() == sorted(archive.namelist())
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert hub.settings.checked in archive.read("docProps/core.xml").decode()


def test_english_has_its_own(hub):
    """The English workbook speaks English."""
    book = openpyxl.load_workbook(io.BytesIO(counting.workbook(Paper(hub, ROOT, "en"), hub.plan)))
    assert book.worksheets[0].title == "How to use it"
    assert "Adults who hold the title" in book.worksheets[1].title
