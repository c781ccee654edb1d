"""The form "Phiếu tự chấm thử": empty as HTML and Word, and as a template that the browser fills.

The first side is filled in, the second adds up and says whose word the rules are. The template's places are told
in `hub.documents.office`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from docx.document import Document
from markupsafe import Markup

from hub.documents.office import word
from hub.documents.paper import Paper, style
from hub.documents.rule_words import RuleWords, rule_words
from hub.model.assessment import DIFFICULT, FLOOR, PASS_MARK, PER_INDICATOR, rules_of
from hub.model.criteria import CriteriaSet

COLUMNS = (10, 60, 14, 14, 67)
"""Millimetres: number, indicator, maximum, points, evidence."""
ROW_HEIGHT, MOST_ROWS = 15, 10
"""Millimetres of a row to write in, and how many such rows the first side holds."""
NUMBERS = (0, 2, 3)
"""Columns of figures."""


def values(paper: Paper, criteria: CriteriaSet) -> dict[str, Any]:
    """Return what the form says, for page and Word alike."""
    rules, t = rules_of(criteria), paper.t
    told = [rule for rule in map(criteria.rule, (PASS_MARK, FLOOR, PER_INDICATOR, DIFFICULT)) if rule is not None]
    there = {"who": bool(criteria.groups), "scores": True, "sum": True, "rules": bool(told)}
    sections = [key for key, is_there in there.items() if is_there]
    return {
        "headings": {key: f"{number}. {t(f'forms.{key}')}" for number, key in enumerate(sections, start=1)},
        "brand": paper.plain(paper.settings.name).upper(),
        "subject": t("forms.subject", set=lower_first(paper.plain(criteria.name))),
        "groups": [paper.plain(group.name) for group in criteria.groups],
        "rows": [
            {"number": number, "name": paper.plain(one.name), "most": rules.maxima[one.id]}
            for number, one in enumerate(criteria.indicators(), start=1)
        ],
        "sum": rule_words(t, rules),
        "says": [paper.plain(rule.says) for rule in told],
    }


def lower_first(text: str) -> str:
    """Return a name as it stands within a sentence."""
    return text[:1].lower() + text[1:]


def drafts(make: Callable[[], Paper], criteria: CriteriaSet) -> list[str]:
    """Return the form's HTML in three sizes of type; the first that keeps to two pages is taken."""
    found = []
    for size in ("", "tight", "tightest"):
        paper = make()
        found.append(
            paper.render(
                "self_form.html.j2",
                title=paper.t("forms.title"),
                about=paper.t("documents.about_form"),
                styles=Markup(style("base", "form")),
                size=size,
                form=values(paper, criteria),
            )
        )
    return found


def _start(paper: Paper) -> Document:
    settings = paper.settings
    return word.start(paper.t("forms.title"), paper.plain(settings.publisher), settings.checked)


def _head(document: Document, paper: Paper, brand: str, subject: str, date: str) -> None:
    t = paper.t
    word.header(document, [brand, t("forms.aid")], t("forms.state"), t("forms.motto"))
    word.write(document.add_paragraph(), date, italic=True, align=word.RIGHT, before=4)
    title = word.write(
        document.add_paragraph(), t("forms.title_upper"), size=14, bold=True, align=word.CENTRE, before=6
    )
    word.outline(title, 1)
    about = word.write(document.add_paragraph(), subject, size=13, bold=True, align=word.CENTRE)
    word.line_below(about, 0.3, word.WIDTH)


def _table(document: Document, paper: Paper, rows: Sequence[Sequence[str]], total: str, height: float) -> None:
    t = paper.t
    table = word.grid(document, COLUMNS)
    names = [t(f"forms.{key}") for key in ("number", "indicator", "most_column", "points_column", "evidence_column")]
    word.row(table, names, bold=True, centred=range(len(COLUMNS)), heading=True)
    for texts in rows:
        word.row(table, texts, size=11.5, centred=NUMBERS, height=height, middle=True)
    word.row(table, ["", t("forms.total_row"), "", total, ""], bold=True, centred=NUMBERS, height=7)


def _heading(document: Document, text: str, *, page: bool = False) -> None:
    """Write a heading; `page`: at the top of a new one."""
    paragraph = word.write(document.add_paragraph(), text, bold=True, before=6, after=2)
    word.outline(paragraph, 2)
    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.page_break_before = page


def _note(document: Document, text: str, **more: Any) -> None:
    word.write(document.add_paragraph(), text, align=word.JUSTIFY, after=2, **more)


def _sum(document: Document, paper: Paper, words: RuleWords) -> None:
    _note(document, words.how)
    word.write(document.add_paragraph(), words.blanks, bold=True, align=word.CENTRE, before=3, after=3)
    if words.read:
        _note(document, words.read)
    for number, text in enumerate(words.lines, start=1):
        numbered = f"{number}) {text}" if words.read else text
        word.write(document.add_paragraph(), numbered, indent=12.7)
    for text in words.gaps:
        _note(document, text)
    if words.verdicts:
        boxes = "   ".join(f"{paper.t('forms.checkbox')} {name}" for name in words.verdicts)
        result = f"{paper.t('forms.result_boxes')} {boxes}"
        word.write(document.add_paragraph(), result, bold=True, before=3)


def _says(document: Document, says: Sequence[str], size: float = 13) -> None:
    for text in says:
        word.write(document.add_paragraph(), f"- {text}", size=size, align=word.JUSTIFY, after=2)


def _most(value: int | None) -> str:
    return "?" if value is None else str(value)


def pages(criteria: CriteriaSet) -> int | None:
    """Return how many pages the Word form has; none where the reader's program decides."""
    return 2 if len(criteria.indicators()) <= MOST_ROWS else None


def empty(paper: Paper, criteria: CriteriaSet) -> bytes:
    """Return the empty form as a Word document."""
    t, said = paper.t, values(paper, criteria)
    document = _start(paper)
    _head(document, paper, said["brand"], said["subject"], t("forms.place_date"))
    headings = said["headings"]
    if "who" in headings:
        _heading(document, headings["who"])
        boxes = "   ".join(f"{t('forms.checkbox')} {name}" for name in said["groups"])
        word.write(document.add_paragraph(), boxes, size=12, after=3)
    word.fill_in(document.add_paragraph(), t("forms.label"))
    _heading(document, headings["scores"])
    _note(document, t("forms.scores_how"))
    rows = [[str(row["number"]), row["name"], _most(row["most"]), "", ""] for row in said["rows"]]
    _table(document, paper, rows, "", ROW_HEIGHT)
    _heading(document, headings["sum"], page=True)
    _sum(document, paper, said["sum"])
    if "rules" in headings:
        _heading(document, headings["rules"])
    _says(document, said["says"])
    _note(document, t("forms.working_aid"), before=4, italic=True)
    return word.finish(document)


def template(paper: Paper, criteria: CriteriaSet) -> bytes:
    """Return the form with places that the browser fills."""
    t, said = paper.t, values(paper, criteria)
    document = _start(paper)
    _head(document, paper, said["brand"], said["subject"], t("forms.date_is", date="{{DATE}}"))
    word.write(document.add_paragraph(), t("forms.group_is", group="{{GROUP}}"), bold=True, before=6, after=4)
    rows = [
        [str(n := row["number"]), f"{{{{N{n}}}}}", _most(row["most"]), f"{{{{P{n}}}}}", f"{{{{E{n}}}}}"]
        for row in said["rows"]
    ]
    _table(document, paper, rows, "{{TOTAL}}", 9)
    word.write(document.add_paragraph(), t("forms.verdict_is", verdict="{{VERDICT}}"), bold=True, before=6, after=4)
    if said["says"]:
        _heading(document, t("forms.rules"))
    _says(document, said["says"], 12)
    _note(document, f"{t('forms.filled_note')} {t('forms.working_aid')}", before=4, italic=True)
    return word.finish(document)
