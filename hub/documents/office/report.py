"""The report "Báo cáo tổng hợp tự chấm thử" as a Word template that the browser fills.

Its places are told in `hub.documents.office`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document
from docx.shared import Pt

from hub.documents.office import word
from hub.documents.paper import Paper
from hub.documents.self_form import lower_first
from hub.model.assessment import Rules, rules_of
from hub.model.criteria import CriteriaSet
from hub.model.hub import Hub


@dataclass(frozen=True)
class Section:
    """A heading with a table of one row, which the browser repeats."""

    title: str
    list: str
    """What the places of its row begin with."""
    fields: Sequence[str]
    columns: Sequence[str]
    """Keys of the names of its columns."""
    widths: Sequence[float]
    """Millimetres."""
    texts: Sequence[int] = (0,)
    """Columns of words; the others are figures and stand in the middle."""
    note: str = ""


COUNTED = {"COUNT": "sheets", "MAY": "may", "BAR": "bar_may", "NOT": "not", "OPEN": "open", "MEAN": "mean"}
"""Fields of a group or label after its name, and the keys of their names."""
COUNTED_WIDTHS = (40, 17, 18, 27, 16, 23, 24)
GROUPS = Section("groups_title", "G", ("NAME", *COUNTED), ("group", *COUNTED.values()), COUNTED_WIDTHS)
LABELS = Section("labels_title", "L", ("NAME", *COUNTED), ("label", *COUNTED.values()), COUNTED_WIDTHS)
INDICATORS = Section(
    "indicators_title",
    "I",
    ("NAME", "COUNT", "MEAN", "BAR", "LOW"),
    ("indicator", "answers", "mean", "bar_mean", "low"),
    (68, 21, 24, 27, 25),
    note="how",
)
WEAK = Section("weak_title", "W", ("NAME", "MEAN", "TEACH"), ("indicator", "mean", "teach"), (60, 25, 80), (0, 2))
TARGETS = Section(
    "targets_title",
    "T",
    ("NAME", "WORDS", "BASE", "PEOPLE", "SHARE"),
    ("target", "words", "base", "people", "share"),
    (40, 63, 20, 24, 18),
    (0, 1),
    note="targets_note",
)
COMPARISON = Section(
    "compare_title",
    "C",
    ("NAME", "BEFORE", "NOW", "CHANGE"),
    ("figure", "before", "now", "change"),
    (84, 27, 27, 27),
)


def template(paper: Paper, hub: Hub) -> bytes:
    """Return the report with places that the browser fills.

    Raises:
        ValueError: the hub has no criteria set, so nothing is scored.
    """
    criteria = hub.main_criteria()
    if criteria is None:
        raise ValueError("a hub without criteria has no report")
    settings, rules = paper.settings, rules_of(criteria)
    document = word.start(paper.t("report.title"), paper.plain(settings.publisher), settings.checked)
    _head(document, paper, criteria)
    sections = [GROUPS, LABELS, INDICATORS, WEAK, TARGETS, COMPARISON]
    if hub.plan is None or not hub.plan.targets:
        sections.remove(TARGETS)
    for number, section in enumerate(sections, start=1):
        _section(document, paper, section, number, rules)
    return word.finish(document)


def low_name(paper: Paper, rules: Rules) -> str:
    """Return the name of the column that counts answers below the floor of the set."""
    if rules.floor is None:
        return paper.t("report.low_unknown")
    return paper.t("report.low", mark=rules.floor)


def _head(document: Document, paper: Paper, criteria: CriteriaSet) -> None:
    t = paper.t
    word.header(
        document,
        [paper.plain(paper.settings.name).upper(), t("report.aid")],
        t("forms.state"),
        t("forms.motto"),
    )
    word.write(document.add_paragraph(), t("report.date_is", date="{{DATE}}"), italic=True, align=word.RIGHT, before=4)
    word.write(document.add_paragraph(), t("report.title_upper"), size=14, bold=True, align=word.CENTRE, before=6)
    subject = t("report.subject", set=lower_first(paper.plain(criteria.name)))
    about = word.write(document.add_paragraph(), subject, size=13, bold=True, align=word.CENTRE)
    word.line_below(about, 0.3, word.WIDTH)
    before = 6
    for key in ("unit", "period", "count"):
        text = t(f"report.{key}_is", **{key: f"{{{{{key.upper()}}}}}"})
        word.write(document.add_paragraph(), text, bold=True, before=before)
        before = 0
    for key in ("note", "working_aid", "empty"):
        _note(document, t(f"report.{key}"), before=3)


def _note(document: Document, text: str, before: float = 0) -> None:
    word.write(document.add_paragraph(), text, size=12, italic=True, align=word.JUSTIFY, before=before, after=2)


def _section(document: Document, paper: Paper, section: Section, number: int, rules: Rules) -> None:
    t = paper.t
    heading = word.write(document.add_paragraph(), f"{number}. {t(f'report.{section.title}')}", bold=True, before=10)
    heading.paragraph_format.space_after = Pt(3)
    heading.paragraph_format.keep_with_next = True
    table = word.grid(document, section.widths)
    figures = [column for column in range(len(section.columns)) if column not in section.texts]
    names = [low_name(paper, rules) if key == "low" else t(f"report.{key}") for key in section.columns]
    word.row(table, names, size=11.5, bold=True, centred=range(len(names)), heading=True)
    places = [f"{{{{{section.list}.{field}}}}}" for field in section.fields]
    cells = word.row(table, places, size=11.5, centred=figures, height=7, middle=True)
    if "BAR" in section.fields:
        word.draw(cells[section.fields.index("BAR")])
    if section.note:
        _note(document, t(f"report.{section.note}"), before=3)
    if "low" in section.columns and rules.floor is None:
        _note(document, t("report.low_unknown_note"))
