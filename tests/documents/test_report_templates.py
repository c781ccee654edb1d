"""Report and workbook templates: filled by their contract, then opened by programs that had no part in making them."""

import csv
import io
import re
import zipfile
from pathlib import Path

import docx
import openpyxl
import pikepdf
import pytest

from hub.content.read import read
from hub.documents import catalogue
from hub.documents.office import report, workbook
from hub.documents.paper import Paper
from hub.locales import strings
from tests.documents.filling import filled
from tests.documents.office_reading import OFFICIAL, converted, member, places, word_text
from tests.documents.pdf_reading import flat, pdftotext
from tests.documents.small_hub import small_hub

ROOT = Path(__file__).parents[2]
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1"
"""LibreOffice's filter: comma, quote, UTF-8, from the first row."""
VALUES = {"UNIT": "Chi hội <Nà Lếch> & bạn", "PERIOD": "quý III/2026", "DATE": "24/11/2026", "COUNT": 120}
COUNTED = {"COUNT": 40, "MAY": 12, "BAR": "███░░░░░░░", "NOT": 20, "OPEN": 8}
LISTS = {
    "G": [COUNTED | {"NAME": f"Nhóm {number}", "MEAN": 71.25} for number in range(6)],
    "L": [COUNTED | {"NAME": name, "MEAN": mean} for name, mean in (("=1+1", 60.5), ('Xóm\x0b <B> & "C"', None))],
    "I": [
        {"NAME": f"Chỉ số {number}", "COUNT": 100, "MEAN": 6.4, "BAR": "██████░░░░", "LOW": number}
        for number in range(1, 11)
    ],
    "W": [{"NAME": "Ngoại ngữ", "MEAN": "4,2", "TEACH": "Bài thứ nhất\nBài thứ hai"}],
    "T": [{"NAME": "Người lớn", "WORDS": "40 % người lớn", "BASE": "1.431", "PEOPLE": "512", "SHARE": "35,7 %"}],
    "C": [{"NAME": "Số phiếu", "BEFORE": "80", "NOW": "120", "CHANGE": "+40"}],
}
POINTS = [7, 0, None, 10, 5, 4, 9, 8, 7, 6]
LINE = {"GROUP": "Nông dân", "LABEL": "=1+1", "CODE": "@SUM(A1)", "VERDICT": "chưa"}
WORD_PLACES = {
    "": ["UNIT", "PERIOD", "DATE", "COUNT"],
    **{name: list(entries[0]) for name, entries in LISTS.items()},
}
WIDTH = len(POINTS) + 6
"""Columns of the sheet of rows."""
HEADING = workbook.HEADING_ROW + 1


def lines(count):
    """Return so many rows of points, of which the third is unanswered."""
    points = {f"P{number}": value for number, value in enumerate(POINTS, start=1)}
    return [LINE | points | {"NO": number, "TOTAL": 56} for number in range(1, count + 1)]


@pytest.fixture(scope="module")
def hub():
    """This repository's own content."""
    return read(ROOT).required()


def made(hub, module):
    """Return one template of a hub."""
    return module.template(Paper(hub, ROOT, hub.settings.default_locale), hub)


def sheet_with(hub, **rules):
    """Return the hub with some rules of its criteria set changed."""
    criteria = hub.main_criteria()
    changed = [
        rule.model_copy(update={"value": rules[rule.id]}) if rule.id in rules else rule for rule in criteria.rules
    ]
    return hub.model_copy(update={"criteria": {criteria.id: criteria.model_copy(update={"rules": changed})}})


def table_after(data, title):
    """Return the texts of the Word table under a heading, row by row."""
    document = docx.Document(io.BytesIO(data))
    under = False
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            if under:
                return [[cell.text for cell in row.cells] for row in block.rows]
        elif re.match(r"\d+\. ", block.text):
            under = block.text.endswith(title)
    raise AssertionError(title)


def test_the_report_has_exactly_the_places_of_its_contract(hub):
    """Each place lies whole in one run, once; the places of a row all name the same list."""
    xml = member(made(hub, report), "word/document.xml")
    wanted = [f"{name}.{field}" if name else field for name, fields in WORD_PLACES.items() for field in fields]
    assert sorted(places(xml)) == sorted(wanted)
    assert xml.count("{{") == len(wanted)
    for row in re.findall(r"<w:tr[ >].*?</w:tr>", xml, re.DOTALL):
        assert len({place.partition(".")[0] for place in places(row)}) <= 1


def test_the_filled_report_says_what_was_put_in(hub, tmp_path):
    """Rows are as many as entries, signs of XML and formulas are text; LibreOffice draws it all on A4."""
    data = filled(made(hub, report), VALUES, LISTS)
    t = strings("vi", "vi")
    for name, key in zip("GLIWTC", ("groups", "labels", "indicators", "weak", "targets", "compare"), strict=True):
        rows = table_after(data, t(f"report.{key}_title"))
        assert len(rows) == 1 + len(LISTS[name])
    assert table_after(data, t("report.labels_title"))[1:] == [
        ["=1+1", "40", "12", "███░░░░░░░", "20", "8", "60.5"],
        ['Xóm <B> & "C"', "40", "12", "███░░░░░░░", "20", "8", ""],
    ]
    assert table_after(data, t("report.weak_title"))[1] == ["Ngoại ngữ", "4,2", "Bài thứ nhất\nBài thứ hai"]
    pdf = converted(data, "bao-cao.docx", tmp_path)
    drawn = flat(pdftotext(pdf, "-raw"))
    assert "Đơn vị: Chi hội <Nà Lếch> & bạn" in drawn
    assert "40 % người lớn 1.431 512 35,7 %" in drawn
    assert "{{" not in drawn
    with pikepdf.open(io.BytesIO(pdf)) as pages:
        assert [round(float(side)) for side in pages.pages[0].mediabox[2:]] == [595, 842]


def test_empty_lists_leave_headings_and_the_sentence_that_explains_them(hub, tmp_path):
    """A report without labels, targets or a period before still opens; its tables keep the names of their columns."""
    data = filled(made(hub, report), VALUES, {})
    assert table_after(data, strings("vi", "vi")("report.labels_title"))[0][0] == "Nhãn (xóm)"
    assert all(len(table.rows) == 1 for table in docx.Document(io.BytesIO(data)).tables)
    drawn = flat(pdftotext(converted(data, "rong.docx", tmp_path), "-raw"))
    assert "Bảng nào chỉ có dòng tên cột thì chưa có số liệu." in drawn


def test_report_and_workbook_are_working_aids_and_call_nobody_recognised(hub):
    """Both say that points are self-declared and count towards no target; neither has what only offices give."""
    sheets = member(made(hub, workbook), "xl/worksheets/sheet1.xml")
    for text in (word_text(made(hub, report)), " ".join(re.findall(r"<t [^>]*>([^<]*)</t>", sheets))):
        assert not re.search(OFFICIAL, text)
        assert "không có số, dấu, chữ ký của cơ quan" in text
        assert "Tự chấm đủ điểm chưa phải là được công nhận, và không tính là đạt mục tiêu nào." in text


def test_the_workbook_has_exactly_the_places_of_its_contract(hub):
    """Texts lie in inline strings, figures in `<v>`; rows and cells have no number, nothing is shared or joined."""
    data = made(hub, workbook)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert "xl/sharedStrings.xml" not in archive.namelist()
    first, second = (member(data, f"xl/worksheets/sheet{number}.xml") for number in (1, 2))
    fields = [f"{name}.{field}" for name in "GL" for field in ("COUNT", "MAY", "NOT", "OPEN", "MEAN")]
    numbers = ["COUNT", *fields, "I.COUNT", "I.MEAN", "I.LOW"]
    points = [f"R.{name}" for name in ("NO", *(f"P{number}" for number in range(1, 11)), "TOTAL")]
    for xml, texts, figures in (
        (first, ["UNIT", "PERIOD", "DATE", "G.NAME", "L.NAME", "I.NAME"], numbers),
        (second, ["R.GROUP", "R.LABEL", "R.CODE", "R.VERDICT"], points),
    ):
        inline = r'<c s="\d+" t="inlineStr"><is><t xml:space="preserve">\{\{([A-Z0-9_.]+)\}\}</t></is></c>'
        assert sorted(re.findall(inline, xml)) == sorted(texts)
        assert sorted(re.findall(r'<c s="\d+"><v>\{\{#([A-Z0-9_.]+)\}\}</v></c>', xml)) == sorted(figures)
        assert xml.count("{{") == len(texts) + len(figures)
        assert not re.search(r'<(row|c)\b[^>]* (r|spans)="|<dimension|<mergeCell|<f>', xml)


def test_the_filled_workbook_is_read_alike_by_two_programs(hub, tmp_path):
    """Figures are numbers, an unanswered one is an empty cell, what looks like a formula is text: here and there."""
    data = filled(made(hub, workbook), VALUES, LISTS | {"R": lines(60)})
    again = converted(data, "tong-hop.xlsx", tmp_path, "xlsx")
    wanted = ["Nông dân", "=1+1", "@SUM(A1)", *POINTS, 56, "chưa"]
    for read_data in (data, again):
        sums, rows = openpyxl.load_workbook(io.BytesIO(read_data)).worksheets
        assert [rows.title, sums.title] == ["Phiếu", "Tổng hợp"]
        found = list(rows.iter_rows(min_row=HEADING + 1, max_col=WIDTH))
        assert [[cell.value for cell in line] for line in found if line[0].value is not None] == [
            [number, *wanted] for number in range(1, 61)
        ]
        assert {line[2].data_type for line in found if line[0].value is not None} == {"s"}
        table = [[cell.value for cell in line] for line in sums.iter_rows(max_col=6)]
        assert ["=1+1", 40, 12, 20, 8, 60.5] in table
        assert ['Xóm <B> & "C"', 40, 12, 20, 8, None] in table
        assert ["Chỉ số 10", 100, 6.4, 10, None, None] in table
        assert sum(1 for line in table if str(line[0]).startswith("Nhóm ")) == 6
        assert table[1][:2] == ["Đơn vị", VALUES["UNIT"]]
        assert table[4][:2] == ["Số phiếu", 120]


def test_libreoffice_writes_the_workbook_as_it_stands(hub, tmp_path):
    """As CSV, the first sheet keeps a label that looks like a formula, uncalculated."""
    data = filled(made(hub, workbook), VALUES, LISTS | {"R": lines(3)})
    text = converted(data, "tong-hop.xlsx", tmp_path, CSV).decode()
    table = list(csv.reader(io.StringIO(text)))
    assert ["=1+1", "40", "12", "20", "8", "60.5"] in table
    assert ["Đơn vị", VALUES["UNIT"], "", "", "", ""] in table
    assert not any("Err:" in cell or "#NAME?" in cell for line in table for cell in line)


def test_names_of_columns_stay_in_sight(hub):
    """The sheet of rows freezes its heading, repeats it on paper, and has columns wide enough for a code."""
    book = openpyxl.load_workbook(io.BytesIO(filled(made(hub, workbook), VALUES, {"R": lines(1)})))
    sheet = book.worksheets[1]
    assert sheet.freeze_panes == f"B{HEADING + 1}"
    assert sheet.print_title_rows == f"${HEADING}:${HEADING}"
    names = [cell.value for cell in sheet[HEADING]]
    assert names[4:-2] == [str(one.name) for one in hub.main_criteria().indicators()]
    assert sheet.column_dimensions["D"].width > len("ABCD-ABCD-ABCD-ABCD-ABCD")


def test_the_floor_is_that_of_the_set_and_an_unknown_one_is_told(hub):
    """The column names the mark of the set; where nobody knows it, no figure stands there, and a sentence says so."""
    for floor, has, misses in (
        (5, "dưới 5 điểm", "Chưa rõ"),
        (3, "dưới 3 điểm", "Chưa rõ"),
        (None, "Chưa rõ", "dưới 5"),
    ):
        changed = sheet_with(hub, **{"indicator-floor": floor})
        for text in (word_text(made(changed, report)), member(made(changed, workbook), "xl/worksheets/sheet1.xml")):
            assert has in text
            assert misses not in text


@pytest.mark.parametrize("module", [report, workbook])
def test_bytes_depend_on_the_content_alone(hub, module):
    """Made twice, a template is the same; its members are sorted and of one date."""
    data = made(hub, module)
    assert data == made(hub, module)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == sorted(archive.namelist())
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_templates_exist_in_the_first_language_of_a_hub_with_criteria():
    """One document holds all three; a hub without criteria has none, one without a plan has no table of targets."""
    (one,) = [document for document in catalogue.documents(small_hub(), ROOT) if document.kind == "templates"]
    assert one.default
    assert [(ready.use, ready.name) for ready in one.ready()] == [
        ("docx", "templates/tu-cham.docx"),
        ("docx", "templates/bao-cao.docx"),
        ("xlsx", "templates/tong-hop.xlsx"),
    ]
    bare = small_hub(without=["criteria"])
    assert not [document for document in catalogue.documents(bare, ROOT) if document.kind == "templates"]
    for module in (report, workbook):
        with pytest.raises(ValueError, match="without criteria"):
            made(bare, module)
    xml = member(made(small_hub(without=["plan"]), report), "word/document.xml")
    assert "{{C.NAME}}" in xml
    assert "{{T." not in xml
