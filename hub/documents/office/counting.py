"""The counting sheet: a workbook whose formulas come to the figures of `hub.model.targets`, one sheet a target."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from hub.documents.office.archive import rewritten
from hub.documents.paper import Paper
from hub.model.plan import Counting, Plan, Target, clause_name
from hub.model.targets import HUNDREDTHS, MOST_PEOPLE

ROWS, YEARS = 40, 5
"""Rows to fill, and columns of years: as many as may be left."""
FIRST = 9
"""The first row to fill, as formulas count it: from 1; the heading is above it."""
LAST = FIRST + ROWS - 1
PERCENT, DUE, AS_OF, LEFT = "$C$4", "$C$5", "$C$6", "$C$7"
NUMBER, NAME, BASE, REACHED, SHARE, GOAL, MISSING = "ABCDEFG"
YEAR = [xl_col_to_name(7 + year) for year in range(YEARS)]
CHECK = xl_col_to_name(7 + YEARS)
OK, PEOPLE, HAVE, AHEAD, FLOOR, REST, ODD = (xl_col_to_name(9 + YEARS + number) for number in range(7))
"""Hidden columns: row counted, its two figures, ahead of its share, people shared out whole, remainder, odd years."""
WANTED, OPEN, AMONG, EXTRA = (f"${OK}${row}" for row in (4, 5, 6, 7))
"""Hidden cells: people wanted in all, still to share, bases among which, left over."""
FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME = 31
LINE_LENGTH = 84
"""Letters to a line of the guide."""
YELLOW, LINE = "#FFF6D8", "#8A8577"


@dataclass(frozen=True)
class Formats:
    """How cells look."""

    plain: Any
    bold: Any
    title: Any
    small: Any
    head: Any
    type_number: Any
    type_text: Any
    number: Any
    share: Any
    check: Any
    sum_number: Any
    sum_share: Any


def sheet_count(plan: Plan) -> int:
    """Return how many sheets the workbook has: how to use it, and one a target."""
    return 1 + len(plan.counting)


def workbook(paper: Paper, plan: Plan) -> bytes:
    """Return the workbook of a plan's targets, the same bytes at each build."""
    out, t = io.BytesIO(), paper.t
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    moment = datetime.fromisoformat(paper.settings.checked)
    book.set_properties(
        {"title": t("targets.sheet_title"), "author": paper.plain(paper.settings.publisher), "created": moment}
    )
    formats = _formats(book)
    targets = {target.id: target for target in plan.targets}
    guide = book.add_worksheet(_name(t("targets.guide_sheet")))
    named = []
    for number, counting in enumerate(plan.counting, start=1):
        target = targets[counting.target]
        name = _name(f"{number}. {paper.plain(target.short)}")
        named.append((name, target, counting))
        _target(book.add_worksheet(name), paper, plan, target, formats)
    _guide(guide, paper, named, formats)
    book.close()
    return rewritten(out.getvalue())


def _formats(book: Any) -> Formats:
    def made(**more: Any) -> Any:
        return book.add_format({"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"} | more)

    grid = {"border": 1, "border_color": LINE}
    typed = {"bg_color": YELLOW, "locked": False}
    return Formats(
        plain=made(text_wrap=True),
        bold=made(bold=True, text_wrap=True),
        title=made(bold=True, font_size=14),
        small=made(italic=True, font_size=11, text_wrap=True),
        head=made(bold=True, text_wrap=True, align="center", **grid),
        type_number=made(num_format="#,##0", **grid, **typed),
        type_text=made(**grid, **typed),
        number=made(num_format="#,##0", **grid),
        share=made(num_format="0.0%", **grid),
        check=made(italic=True, font_color="#9C2A10", font_size=11),
        sum_number=made(num_format="#,##0", bold=True, **grid),
        sum_share=made(num_format="0.0%", bold=True, **grid),
    )


def _name(text: str) -> str:
    """Return a text as a sheet may be called."""
    text = FORBIDDEN.sub(" ", text).strip()
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME + 1].rsplit(" ", 1)[0].rstrip(" ,;")


def _guide(sheet: Any, paper: Paper, named: list[tuple[str, Target, Counting]], formats: Formats) -> None:
    t = paper.t
    sheet.set_column("A:A", 28)
    sheet.set_column("B:B", 76)
    sheet.set_portrait()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.write("A1", t("targets.sheet_title"), formats.title)
    row = 1
    for number in range(1, 6):
        row += 1
        sheet.merge_range(row, 0, row, 1, t(f"targets.guide_{number}"), formats.plain)
        sheet.set_row(row, 34)
    for name, _, counting in named:
        row += 2
        sheet.write_string(row, 0, t("targets.guide_which"), formats.bold)
        sheet.write_string(row, 1, name, formats.bold)
        facts = [("base", counting.base), ("reached", counting.reached), ("who", counting.who)]
        facts += [("lists", text) for text in counting.lists] + [("unknown", text) for text in counting.unknown]
        for key, text in facts:
            row += 1
            sheet.write_string(row, 0, t(f"targets.{key}"), formats.plain)
            sheet.write_string(row, 1, paper.plain(text), formats.plain)
            sheet.set_row(row, 16 * -(-len(paper.plain(text)) // LINE_LENGTH))


def _target(sheet: Any, paper: Paper, plan: Plan, target: Target, formats: Formats) -> None:
    t = paper.t
    _page(sheet)
    sheet.write_string("A1", paper.plain(target.short), formats.title)
    wording = f"{paper.plain(target.population)}: {paper.plain(target.measure)}"
    says = f"{t('targets.in_plan', clause=clause_name(target.clause, t))}: “{wording}”."
    sheet.merge_range(1, 0, 1, 7 + YEARS, says, formats.plain)
    sheet.set_row(1, 34)
    sheet.merge_range(2, 0, 2, 7 + YEARS, f"{t('targets.self_text')} {t('targets.guide_4')}", formats.small)
    year = int(paper.settings.checked[:4])
    for row, key, value, look in (
        (3, "percent", target.percent / 100, formats.share),
        (4, "due", target.year, formats.plain),
    ):
        sheet.merge_range(row, 0, row, 1, t(f"targets.{key}"), formats.bold)
        sheet.write_number(row, 2, value, look)
    sheet.merge_range(5, 0, 5, 1, t("targets.as_of"), formats.bold)
    sheet.write_number(5, 2, year, formats.type_text)
    first = target.year - YEARS
    _validate(sheet, 5, 2, 5, first, 2100, t("targets.type_year", first=first, last=2100), t)
    sheet.merge_range(6, 0, 6, 1, t("targets.years_left"), formats.bold)
    sheet.write_formula(6, 2, f"=MAX(0,MIN({YEARS},{DUE}-{AS_OF}))", formats.plain, max(0, target.year - year))
    _head(sheet, paper, target, formats)
    for row in range(FIRST, LAST + 1):
        _row(sheet, row, formats, t)
    _validate(sheet, FIRST - 1, 2, LAST - 1, 0, MOST_PEOPLE, t("targets.type_people", most=t.number(MOST_PEOPLE)), t, 3)
    _total(sheet, t("targets.total"), formats)
    _hidden(sheet)
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _page(sheet: Any) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(FIRST - 2)
    sheet.freeze_panes(FIRST - 1, 2)
    sheet.print_area(0, 0, LAST, 7 + YEARS)
    sheet.set_footer("&C&P/&N")
    sheet.set_column(f"{NUMBER}:{NUMBER}", 5)
    sheet.set_column(f"{NAME}:{NAME}", 26)
    sheet.set_column(f"{BASE}:{MISSING}", 11)
    sheet.set_column(f"{YEAR[0]}:{YEAR[-1]}", 8)
    sheet.set_column(f"{CHECK}:{CHECK}", 24)
    sheet.set_column(f"{OK}:{ODD}", None, None, {"hidden": True})


def _validate(
    sheet: Any,
    row: int,
    column: int,
    last: int,
    least: int,
    most: int,
    says: str,
    t: Any,
    last_column: int | None = None,
) -> None:
    rule = {"validate": "integer", "criteria": "between", "minimum": least, "maximum": most}
    more = {"error_title": t("targets.type_title"), "error_message": says}
    sheet.data_validation(row, column, last, last_column or column, rule | more)


def _head(sheet: Any, paper: Paper, target: Target, formats: Formats) -> None:
    t = paper.t
    names = [t(f"targets.{key}") for key in ("number", "hamlet", "base", "reached", "share")]
    names += [t("targets.goal", year=target.year), t("targets.missing")]
    for column, text in enumerate(names):
        sheet.write_string(FIRST - 2, column, text, formats.head)
    for year, column in enumerate(YEAR):
        sheet.write_formula(f"{column}{FIRST - 1}", f'=IF({year}<{LEFT},{AS_OF}+{year + 1},"")', formats.head, "")
    sheet.write_string(f"{CHECK}{FIRST - 1}", t("targets.check"), formats.head)
    sheet.set_row(FIRST - 2, 34)


def _range(column: str, last: int | str = LAST) -> str:
    return f"${column}${FIRST}:${column}${last}"


def _row(sheet: Any, row: int, formats: Formats, t: Callable[..., str]) -> None:
    """Write one row to fill. A row without both figures shows nothing but what is to be looked at again."""

    def put(column: str, formula: str, look: Any = None, value: Any = "") -> None:
        sheet.write_formula(f"{column}{row}", f"={formula}", look, value)

    def counted(formula: str) -> str:
        return f'IF(${OK}{row}=1,{formula},"")'

    base, reached = f"${BASE}{row}", f"${REACHED}{row}"
    people, have, rest = f"${PEOPLE}{row}", f"${HAVE}{row}", f"${REST}{row}"
    sheet.write_number(f"{NUMBER}{row}", row - FIRST + 1, formats.number)
    sheet.write_blank(f"{NAME}{row}", None, formats.type_text)
    sheet.write_blank(f"{BASE}{row}", None, formats.type_number)
    sheet.write_blank(f"{REACHED}{row}", None, formats.type_number)
    put(SHARE, counted(f"INT({have}*1000/{people})/1000"), formats.share)
    turn = f"SUMPRODUCT(({_range(REST)}>{rest})*1)+SUMPRODUCT(({_range(REST, row)}={rest})*1)"
    put(GOAL, counted(f"${FLOOR}{row}+IF({rest}>=0,IF({turn}<={EXTRA},1,0),0)"), formats.number)
    put(MISSING, counted(f"${GOAL}{row}-{have}"), formats.number)
    start = f"SUM(${ODD}${FIRST - 1}:${ODD}{row - 1})"
    for year, column in enumerate(YEAR):
        part = f"INT(${MISSING}{row}/{LEFT})+IF(MOD({year}-{start},{LEFT})<${ODD}{row},1,0)"
        put(column, counted(f'IF({year}<{LEFT},{part},"")'), formats.number)
    whole = f"AND(ISNUMBER({base}),ISNUMBER({reached}))"
    bounds = [f"{cell}>=0,{cell}<={MOST_PEOPLE},INT({cell})={cell}" for cell in (base, reached)]
    sound = f"AND({','.join(bounds)})"
    said = {key: t(f"targets.check_{key}", most=MOST_PEOPLE) for key in ("part", "number", "more", "nobody")}
    blank = f"COUNTA({base}:{reached})"
    words = (
        f'IF({blank}=0,"",IF({whole},IF({sound},IF({reached}>{base},"{said["more"]}",IF({base}=0,"{said["nobody"]}","")),'
        f'"{said["number"]}"),IF({blank}=1,"{said["part"]}","{said["number"]}")))'
    )
    put(CHECK, words, formats.check)
    put(OK, f"IF({whole},IF({sound},IF(AND({base}>0,{reached}<={base}),1,0),0),0)", None, 0)
    put(PEOPLE, f"IF(${OK}{row}=1,{base},0)", None, 0)
    put(HAVE, f"IF(${OK}{row}=1,{reached},0)", None, 0)
    ours, theirs = f"{have}*{_range(PEOPLE)}", f"{_range(HAVE)}*{people}"
    level = f"SUMPRODUCT(({theirs}>={ours})*({theirs})+({theirs}<{ours})*({ours}))"
    put(AHEAD, f"IF(${OK}{row}=1,IF({level}>={WANTED}*{people},1,0),0)", None, 0)
    shared = f"INT({OPEN}*{people}/{AMONG})"
    put(FLOOR, f"IF(${OK}{row}=1,IF(${AHEAD}{row}=1,{have},{shared}),0)", None, 0)
    put(REST, f"IF(${OK}{row}=1,IF(${AHEAD}{row}=1,-1,{OPEN}*{people}-{shared}*{AMONG}),-1)", None, -1)
    put(ODD, f"IF(${OK}{row}=1,IF({LEFT}>0,MOD(${MISSING}{row},{LEFT}),0),0)", None, 0)


def _total(sheet: Any, name: str, formats: Formats) -> None:
    row = LAST + 1
    sheet.write_blank(f"{NUMBER}{row}", None, formats.sum_number)
    sheet.write_string(f"{NAME}{row}", name, formats.sum_number)
    some = f"SUM({_range(OK)})>0"
    for column, source in ((BASE, PEOPLE), (REACHED, HAVE), (GOAL, GOAL), (MISSING, MISSING)):
        sheet.write_formula(f"{column}{row}", f'=IF({some},SUM({_range(source)}),"")', formats.sum_number, "")
    share = f"INT(SUM({_range(HAVE)})*1000/SUM({_range(PEOPLE)}))/1000"
    sheet.write_formula(f"{SHARE}{row}", f'=IF({some},{share},"")', formats.sum_share, "")
    for year, column in enumerate(YEAR):
        formula = f'=IF(AND({some},{year}<{LEFT}),SUM({_range(column)}),"")'
        sheet.write_formula(f"{column}{row}", formula, formats.sum_number, "")


def _hidden(sheet: Any) -> None:
    """Write the sums the rows share."""
    wanted = f"ROUNDUP(SUM({_range(PEOPLE)})*ROUND({PERCENT}*{HUNDREDTHS},0)/{HUNDREDTHS},0)"
    left = f"{WANTED}-SUMPRODUCT({_range(AHEAD)}*{_range(HAVE)})"
    among = f"SUMPRODUCT({_range(OK)}*(1-{_range(AHEAD)})*{_range(PEOPLE)})"
    extra = f"MAX(0,{WANTED}-SUM({_range(FLOOR)}))"
    for cell, formula in ((WANTED, wanted), (OPEN, left), (AMONG, among), (EXTRA, extra)):
        sheet.write_formula(cell.replace("$", ""), f"={formula}", None, 0)
