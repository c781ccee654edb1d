"""The real templates, filled by the scripts of the page, then opened by programs that had no part in making them."""

import csv
import io
import json
import random
import statistics
import subprocess
from pathlib import Path

import docx
import openpyxl
import pytest

from hub.content.read import read
from hub.documents.office import report, workbook
from hub.documents.paper import Paper
from hub.locales import strings
from hub.model.assessment import assess, rules_of
from tests.documents.office_reading import converted, word_text
from tests.documents.pdf_reading import flat, pdftotext
from tests.node import NODE

ROOT = Path(__file__).parents[2]
FILL = ROOT / "tests" / "js" / "export_files.mjs"
LABELS = ["=1+1", "+1", "@SUM(A1)", "{{UNIT}}", "$& $1", 'Xóm\x0b <B> & "C"', "Xóm Lũng", ""]
READ = ["=1+1", "+1", "@SUM(A1)", "{{UNIT}}", "$& $1", 'Xóm <B> & "C"', "Xóm Lũng", None]
"""The labels as they are read back."""
UNIT = "Chi hội <Nà Lếch> & bạn\nxã Nguyên Bình"
COUNT = 64


@pytest.fixture(scope="module")
def hub():
    """This repository's own content."""
    return read(ROOT).required()


@pytest.fixture(scope="module")
def entries(hub):
    """Made-up sheets, of which some answers are missing."""
    chance, criteria = random.Random(3), hub.main_criteria()
    maxima = rules_of(criteria).maxima.values()
    return [
        {
            "id": str(place),
            "code": f"ABCD-{place:04}",
            "group": chance.choice(criteria.groups).id,
            "points": [chance.randint(3, most) if chance.random() < 0.98 else None for most in maxima],
            "label": LABELS[place % len(LABELS)],
        }
        for place in range(COUNT)
    ]


@pytest.fixture(scope="module")
def files(hub, entries, tmp_path_factory):
    """The folder of the filled report and workbook, and the table file."""
    out, criteria = tmp_path_factory.mktemp("filled"), hub.main_criteria()
    for name, module in (("docx", report), ("xlsx", workbook)):
        (out / name).write_bytes(module.template(Paper(hub, ROOT, hub.settings.default_locale), hub))
    rules = rules_of(criteria)
    data = {
        "unit": UNIT,
        "period": "quý III/2026",
        "date": "24/11/2026",
        "groups": [{"id": group.id, "name": str(group.name)} for group in criteria.groups],
        "indicators": [
            {"id": one.id, "name": str(one.name), "teach": {"title": f"Bài về {one.id}"}}
            for one in criteria.indicators()
        ],
        "rules": {"maxima": list(rules.maxima.items()), "pass_mark": rules.pass_mark, "floor": rules.floor},
        "entries": entries,
        "targets": [{"name": "Người lớn", "words": "40 %", "base": 1431, "people": 512, "share": "35,7 %"}],
        "compared": [{"name": "Trung bình", "before": 6.25, "now": 5, "change": -1.25}],
        "says": strings("vi", "vi").area("collect_says"),
        "decimal": ",",
    }
    given = {"docx": str(out / "docx"), "xlsx": str(out / "xlsx"), "out": str(out), "data": data}
    subprocess.run([NODE, "--no-warnings", FILL], input=json.dumps(given), text=True, check=True, timeout=60)
    return out


def said(hub, entry):
    """Return what the rule says of one sheet."""
    rules = rules_of(hub.main_criteria())
    return assess(rules, dict(zip(rules.maxima, entry["points"], strict=True)))


def sheets(data):
    """Return the rows of the workbook's two sheets: summary, and one row a sheet of points."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [list(book[name].iter_rows()) for name in ("Tổng hợp", "Phiếu")]


def test_two_programs_read_every_sheet_from_the_workbook(hub, entries, files, tmp_path):
    """Points and totals are numbers, an unanswered cell is empty, and what looks like a formula or a place is text."""
    data = (files / "workbook.xlsx").read_bytes()
    width = len(entries[0]["points"]) + 6
    names = {group.id: str(group.name) for group in hub.main_criteria().groups}
    says = strings("vi", "vi").area("collect_says")
    for read_data in (data, converted(data, "tong-hop.xlsx", tmp_path, "xlsx")):
        found = [row[:width] for row in sheets(read_data)[1] if isinstance(row[0].value, int)]
        assert len(found) == COUNT
        for place, (row, entry) in enumerate(zip(found, entries, strict=True)):
            label, result = READ[place % len(READ)], said(hub, entry)
            wanted = [place + 1, names[entry["group"]], label, entry["code"], *entry["points"], result.total]
            assert [None if cell.value == "" else cell.value for cell in row] == [*wanted, says[result.verdict]]
            assert not any(cell.data_type == "f" for cell in row)


def test_sums_and_means_of_the_workbook_are_those_of_the_model(hub, entries, files):
    """For each label, group and indicator: how many, and the mean, reckoned here from the same sheets."""
    summary, _ = sheets((files / "workbook.xlsx").read_bytes())
    table = {row[0].value: [cell.value for cell in row[1:6]] for row in summary}
    criteria, complete = hub.main_criteria(), [entry for entry in entries if None not in entry["points"]]
    assert 0 < len(complete) < COUNT
    names = {group.id: str(group.name) for group in criteria.groups}
    for key, shown in (("group", names), ("label", dict(zip(LABELS, READ, strict=True)))):
        for value in {entry[key] for entry in entries if entry[key]}:
            own = [entry for entry in entries if entry[key] == value]
            whole = [said(hub, entry).total for entry in own if entry in complete]
            verdicts = [sum(said(hub, entry).verdict == one for entry in own) for one in ("may", "not", "open")]
            mean = pytest.approx(statistics.mean(whole)) if whole else None
            assert table[shown[value]] == [len(own), *verdicts, mean]
    for place, indicator in enumerate(criteria.indicators()):
        points = [entry["points"][place] for entry in entries if entry["points"][place] is not None]
        count, mean, low = table[str(indicator.name)][:3]
        assert (count, low) == (len(points), sum(point < rules_of(criteria).floor for point in points))
        assert mean == pytest.approx(statistics.mean(points))


def test_the_report_is_read_by_two_programs(hub, entries, files, tmp_path):
    """Texts typed by people stand as typed, figures have the decimal sign of the language, no place is left."""
    data = (files / "report.docx").read_bytes()
    text = word_text(data)
    assert UNIT in text
    rows = [[cell.text for cell in row.cells] for table in docx.Document(io.BytesIO(data)).tables for row in table.rows]
    assert {"=1+1", "+1", "{{UNIT}}", "$& $1", 'Xóm <B> & "C"'} <= {row[0] for row in rows}
    assert ["Người lớn", "40 %", "1431", "512", "35,7 %"] in rows
    assert ["Trung bình", "6,3", "5", "−1,3"] in rows
    points = [entry["points"][0] for entry in entries if entry["points"][0] is not None]
    (first,) = [row for row in rows if row[0] == str(hub.main_criteria().indicators()[0].name) and len(row) == 5]
    assert float(first[2].replace(",", ".")) == pytest.approx(statistics.mean(points), abs=0.0501)
    assert first[3].count("█") == pytest.approx(statistics.mean(points), abs=0.5)
    assert len(first[3]) == 10
    drawn = flat(pdftotext(converted(data, "bao-cao.docx", tmp_path), "-raw"))
    assert first[3] in drawn
    assert f"Số phiếu: {COUNT}" in drawn
    assert "Chi hội <Nà Lếch> & bạn xã Nguyên Bình" in drawn
    assert drawn.count("{{") == 1


def test_the_table_file_says_the_same(entries, files):
    """As any program reads it: a row a sheet, and no cell begins as a formula does."""
    lines = list(csv.reader(io.StringIO((files / "table.csv").read_bytes().decode("utf-8-sig"))))
    assert len(lines) == COUNT + 1
    assert [line[4:-2] for line in lines[1:]] == [
        ["" if point is None else str(point) for point in entry["points"]] for entry in entries
    ]
    assert not any(cell.startswith(("=", "+", "-", "@")) for line in lines for cell in line)
