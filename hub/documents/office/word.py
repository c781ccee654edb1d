"""A Word document in the manner of Decree 30/2020: A4, margins 20, 20, 30 and 15 mm, Times New Roman 13.

Source: Decree 30/2020/NĐ-CP, annex I, as told by `luatvietnam-nd30`, `lawnet-nd30` and `lacviet-nd30`.
It binds state bodies; working aids follow it as a courtesy and carry no number, seal or signature.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from hub.documents.office.archive import rewritten

FONT = "Times New Roman"
MARGINS = {"top": 20, "bottom": 20, "left": 30, "right": 15}
"""Millimetres."""
WIDTH = 210 - MARGINS["left"] - MARGINS["right"]
CENTRE, JUSTIFY, LEFT, RIGHT = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.RIGHT,
)


def _element(name: str, **attributes: object) -> Any:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def start(title: str, author: str, date: str) -> Document:
    """Return an empty document with paper, margins, type, language and page numbers set.

    Args:
        date: ISO date that stands in its properties, so that two builds are alike.
    """
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(MARGINS["top"]), Mm(MARGINS["bottom"])
    section.left_margin, section.right_margin = Mm(MARGINS["left"]), Mm(MARGINS["right"])
    section.header_distance = section.footer_distance = Mm(10)
    _type(document)
    _page_numbers(document)
    properties = document.core_properties
    moment = datetime.fromisoformat(date)
    properties.title, properties.author, properties.last_modified_by = title, author, author
    properties.comments, properties.language = "", "vi-VN"
    properties.created = properties.modified = moment
    properties.last_printed = moment
    properties.revision = 1
    return document


def _type(document: Document) -> None:
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(13)
    run = style.element.get_or_add_rPr()
    fonts = run.find(qn("w:rFonts"))
    for key in list(fonts.attrib):
        if "heme" in key:
            del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    for old in run.findall(qn("w:lang")):
        run.remove(old)
    run.append(_element("w:lang", val="vi-VN", eastAsia="vi-VN", bidi="ar-SA"))
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.0


def _page_numbers(document: Document) -> None:
    """Centre the page number in the top margin, from the second page on."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = CENTRE
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        if kind:
            run._r.append(_element("w:fldChar", fldCharType=kind))
        else:
            code = _element("w:instrText")
            code.text = text
            run._r.append(code)


def finish(document: Document) -> bytes:
    """Return the document's bytes, the same at each build."""
    out = io.BytesIO()
    document.save(out)
    return rewritten(out.getvalue())


def write(
    paragraph: Paragraph,
    text: str,
    *,
    size: float = 13,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH | None = None,
    before: float = 0,
    after: float = 0,
    indent: float = 0,
) -> Paragraph:
    """Put a text, whole in one run, into a paragraph.

    Args:
        before: points of space above; `after` likewise below.
        indent: millimetres of the first line.
    """
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    if align is not None:
        paragraph.alignment = align
    form = paragraph.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    if indent:
        form.first_line_indent = Mm(indent)
    return paragraph


def outline(paragraph: Paragraph, level: int) -> None:
    """Mark a paragraph as a heading, from 1, for those who find their way by headings; its look stays."""
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        _element("w:outlineLvl", val=level - 1), "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr"
    )


def line_below(paragraph: Paragraph, share: float, width: float) -> None:
    """Draw a rule under a centred paragraph.

    Args:
        share: part of the column that the rule takes.
        width: millimetres of the column.
    """
    side = Mm(width * (1 - share) / 2)
    below = paragraph.insert_paragraph_before("")
    paragraph._p.addprevious(below._p)
    paragraph._p.addnext(below._p)
    form = below.paragraph_format
    form.left_indent = form.right_indent = side
    form.line_spacing = Pt(3)
    form.space_before = Pt(2)
    borders = _element("w:pBdr")
    borders.append(_element("w:top", val="single", sz="6", space="0", color="000000"))
    properties = below._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def header(document: Document, body: Sequence[str], state: str, motto: str) -> None:
    """Write the two columns at the top: who gives the paper out, and the state's name with its motto.

    Args:
        body: lines of the left column; the first is bold with a rule under it.
    """
    left, right = 72, WIDTH - 72
    table = grid(document, [left, right], border=False)
    cells = _added(table).cells
    first = write(cells[0].paragraphs[0], body[0], size=12, bold=True, align=CENTRE)
    for text in body[1:]:
        write(cells[0].add_paragraph(), text, size=12, italic=True, align=CENTRE)
    line_below(first, 0.4, left)
    write(cells[1].paragraphs[0], state, size=12, bold=True, align=CENTRE)
    words = write(cells[1].add_paragraph(), motto, size=13, bold=True, align=CENTRE)
    line_below(words, 0.62, right)


def grid(document: Document, widths: Sequence[float], *, border: bool = True) -> Table:
    """Return an empty table with columns of so many millimetres."""
    table: Table = document.add_table(rows=0, cols=len(widths))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    if border:
        table.style = document.styles["Table Grid"]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    properties = table._tbl.tblPr
    margins = _element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(f"w:{side}", w=85, type="dxa"))
    properties.append(margins)
    return table


def _added(table: Table) -> Any:
    """Add a row; the library leaves its method without types."""
    add: Any = table.add_row
    return add()


def row(
    table: Table,
    texts: Iterable[str],
    *,
    size: float = 12,
    bold: bool = False,
    centred: Sequence[int] = (),
    height: float = 0,
    heading: bool = False,
    middle: bool = False,
) -> Sequence[_Cell]:
    """Add a row that is never broken over pages.

    Args:
        centred: columns whose text is centred.
        height: least height in millimetres.
        heading: repeated at the top of each page.
        middle: text halfway up the row, not at its top.
    """
    added = _added(table)
    properties = added._tr.get_or_add_trPr()
    properties.append(_element("w:cantSplit"))
    if height:
        properties.append(_element("w:trHeight", val=round(height * 56.7), hRule="atLeast"))
    if heading:
        properties.append(_element("w:tblHeader"))
    cells: Sequence[_Cell] = added.cells
    for number, (cell, column, text) in enumerate(zip(cells, table.columns, texts, strict=True)):
        cell.width = column.width
        if heading or middle:
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        align = CENTRE if number in centred else LEFT
        write(cell.paragraphs[0], text, size=size, bold=bold, align=align)
    return cells


def draw(cell: _Cell) -> None:
    """Set a cell in a small type of even width that has the signs `█` and `░`, for a bar of ten."""
    for run in cell.paragraphs[0].runs:
        run.font.name, run.font.size = "Courier New", Pt(8)


def fill_in(paragraph: Paragraph, label: str, *, width: float = WIDTH, size: float = 12, after: float = 0) -> Paragraph:
    """Write a label and a line of dots to write on, up to `width` millimetres."""
    write(paragraph, f"{label} ", size=size, after=after)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    paragraph.add_run("\t").font.size = Pt(size)
    return paragraph
