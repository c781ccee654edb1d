"""The workbook "Bảng tổng hợp tự chấm thử" as an Excel template that the browser fills.

Its places are told in `hub.documents.office`. Nothing in it is a formula, and nothing depends on the number of a row:
the rows below a table move down as the browser repeats its row.
"""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import xlsxwriter

from hub.documents.office.archive import rewritten
from hub.documents.office.report import COUNTED, low_name
from hub.documents.paper import Paper
from hub.model.assessment import rules_of
from hub.model.criteria import CriteriaSet
from hub.model.hub import Hub

LINE = "#8A8577"
NAME_WIDTH, FIGURE_WIDTH, POINTS_WIDTH = 60, 13, 13
"""Letters to a column: names of the summary, its figures, points of one indicator."""
HEIGHT = 17
"""Points to a line of text. Every row says its height: not each program measures rows that have no number."""
HEADING_ROW = 3
"""The row of column names on the sheet of rows, from 0: title, note and an empty row stand above it."""
NUMBER_CELL = re.compile(r' t="inlineStr"><is><t[^>]*>(\{\{#[A-Z0-9_.]+\}\})</t></is></c>')
ROW = re.compile(r'<row r="\d+"( spans="[^"]*")?')
CELL = re.compile(r'<c r="[A-Z]+\d+"')
DIMENSION = re.compile(r"<dimension [^>]*/>")
PLAIN_TEXT = re.compile(r"<is><t>")


@dataclass(frozen=True)
class Formats:
    """How cells look."""

    title: Any
    plain: Any
    bold: Any
    head: Any
    text: Any
    """A text of the reader's, on one line."""
    name: Any
    """A name of the hub's, on as many lines as its row has."""
    count: Any
    mean: Any
    said: Any
    """A text beside its name, above the tables."""
    counted: Any
    """A figure there."""


class Lines:
    """A sheet that is written line by line, without a gap."""

    def __init__(self, sheet: Any, formats: Formats) -> None:
        self.sheet, self.formats, self.row = sheet, formats, 0

    def add(self, texts: Sequence[str], looks: Sequence[Any], height: int = 1) -> None:
        """Write the next row, so many lines high; a row without a text stays empty."""
        self.sheet.set_row(self.row, height * HEIGHT + 1)
        for column, (text, look) in enumerate(zip(texts, looks, strict=True)):
            self.sheet.write_string(self.row, column, text, look)
        if not texts:
            self.sheet.write_blank(self.row, 0, None, self.formats.plain)
        self.row += 1

    def table(
        self, title: str, names: Sequence[str], places: Sequence[str], looks: Sequence[Any], height: int = 1
    ) -> None:
        """Write an empty row, a title, the names of the columns and the row that is repeated."""
        self.add([], [])
        self.add([title], [self.formats.bold])
        self.add(names, [self.formats.head] * len(names), lines_of(names[1:], FIGURE_WIDTH))
        self.add(places, looks, height)


def lines_of(texts: Sequence[str], width: int) -> int:
    """Return how many lines the longest of some texts takes in a column of so many letters, with room to spare."""
    return max(len(textwrap.wrap(text, width - 1)) for text in texts)


def template(paper: Paper, hub: Hub) -> bytes:
    """Return the workbook with places that the browser fills, the same bytes at each build.

    Raises:
        ValueError: the hub has no criteria set, so nothing is scored.
    """
    criteria = hub.main_criteria()
    if criteria is None:
        raise ValueError("a hub without criteria has nothing to sum up")
    t, out = paper.t, io.BytesIO()
    # Written row by row, texts stand in the sheets themselves, where rows can be repeated.
    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    moment = datetime.fromisoformat(paper.settings.checked)
    book.set_properties(
        {"title": t("report.workbook_title"), "author": paper.plain(paper.settings.publisher), "created": moment}
    )
    formats = _formats(book)
    _sums(book.add_worksheet(t("report.sheet_sums")), paper, criteria, formats)
    _rows(book.add_worksheet(t("report.sheet_rows")), paper, criteria, formats)
    book.close()
    return rewritten(out.getvalue(), _repeatable)


def _repeatable(name: str, member: bytes) -> bytes:
    """Return a sheet whose rows can be repeated: without their numbers, and with places of figures as figures."""
    if not name.startswith("xl/worksheets/sheet"):
        return member
    xml = DIMENSION.sub("", member.decode())
    xml = CELL.sub("<c", ROW.sub("<row", xml))
    xml = NUMBER_CELL.sub(r"><v>\1</v></c>", xml)
    return PLAIN_TEXT.sub('<is><t xml:space="preserve">', xml).encode()


def _formats(book: Any) -> Formats:
    def made(**more: Any) -> Any:
        return book.add_format({"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"} | more)

    grid = {"border": 1, "border_color": LINE}
    # Typed over or entered again, a text that looks like a formula stays a text.
    text = {"num_format": "@", "quote_prefix": True}
    return Formats(
        title=made(bold=True, font_size=14),
        plain=made(),
        bold=made(bold=True),
        head=made(bold=True, text_wrap=True, align="center", **grid),
        text=made(shrink=True, **text, **grid),
        name=made(text_wrap=True, **text, **grid),
        count=made(num_format="#,##0", align="center", **grid),
        mean=made(num_format="#,##0.0", align="center", **grid),
        said=made(align="left", **text),
        counted=made(align="left", num_format="#,##0"),
    )


def _page(sheet: Any, heading_row: int | None) -> None:
    sheet.set_paper(9)
    sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P/&N")
    if heading_row is not None:
        sheet.set_landscape()
        sheet.repeat_rows(heading_row)
        sheet.freeze_panes(heading_row + 1, 1)


def _sums(sheet: Any, paper: Paper, criteria: CriteriaSet, formats: Formats) -> None:
    t = paper.t
    _page(sheet, None)
    sheet.set_column("A:A", NAME_WIDTH)
    sheet.set_column("B:F", FIGURE_WIDTH)
    lines = Lines(sheet, formats)
    lines.add([t("report.workbook_title")], [formats.title])
    for key in ("unit", "period", "date"):
        lines.add([t(f"report.{key}"), f"{{{{{key.upper()}}}}}"], [formats.bold, formats.said])
    lines.add([t("report.sheets"), "{{#COUNT}}"], [formats.bold, formats.counted])
    counted = [formats.text, *[formats.count] * 4, formats.mean]
    figures = {field: key for field, key in COUNTED.items() if field != "BAR"}
    for first, key in (("G", "group"), ("L", "label")):
        places = [f"{{{{{first}.NAME}}}}", *(f"{{{{#{first}.{field}}}}}" for field in figures)]
        names = [t(f"report.{name}") for name in (key, *figures.values())]
        lines.table(t(f"report.{key}s_title"), names, places, counted)
    rules = rules_of(criteria)
    names = [*(t(f"report.{key}") for key in ("indicator", "answers", "mean")), low_name(paper, rules)]
    places = ["{{I.NAME}}", "{{#I.COUNT}}", "{{#I.MEAN}}", "{{#I.LOW}}"]
    looks = [formats.name, formats.count, formats.mean, formats.count]
    height = lines_of([paper.plain(one.name) for one in criteria.indicators()], NAME_WIDTH)
    lines.table(t("report.indicators_title"), names, places, looks, height)
    lines.add([], [])
    notes = ["how", "note", "workbook_aid", "empty", *(["low_unknown_note"] if rules.floor is None else [])]
    for key in notes:
        for sentence in _sentences(t(f"report.{key}")):
            lines.add([sentence], [formats.plain])


def _sentences(text: str) -> list[str]:
    """Return the sentences of a note, one a row: cells joined over columns would not move with the rows."""
    return re.split(r"(?<=\.) ", text)


def _rows(sheet: Any, paper: Paper, criteria: CriteriaSet, formats: Formats) -> None:
    t = paper.t
    indicators = [paper.plain(indicator.name) for indicator in criteria.indicators()]
    many = len(indicators)
    _page(sheet, HEADING_ROW)
    for column, width in enumerate((6, 18, 20, 29, *[POINTS_WIDTH] * many, 9, 22)):
        sheet.set_column(column, column, width)
    lines = Lines(sheet, formats)
    lines.add([t("report.rows_title")], [formats.title])
    lines.add([t("report.rows_note")], [formats.plain])
    lines.add([], [])
    names = [t(f"report.{key}") for key in ("number", "group", "label", "code")]
    names += [*indicators, t("report.total"), t("report.verdict")]
    lines.add(names, [formats.head] * len(names), lines_of(indicators, POINTS_WIDTH))
    points = [f"{{{{#R.P{number}}}}}" for number in range(1, many + 1)]
    places = ["{{#R.NO}}", "{{R.GROUP}}", "{{R.LABEL}}", "{{R.CODE}}", *points, "{{#R.TOTAL}}", "{{R.VERDICT}}"]
    looks = [formats.count, *[formats.text] * 3, *[formats.count] * (many + 1), formats.text]
    lines.add(places, looks)
