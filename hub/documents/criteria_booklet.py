"""The criteria guide: framework, wordings with whose word they are, rules, steps, unknowns, glossary."""

from __future__ import annotations

from dataclasses import dataclass

from hub.documents.addresses import page_address, shown
from hub.documents.book import Cover, bind
from hub.documents.paper import Paper
from hub.model.base import Text
from hub.model.criteria import CriteriaSet, Criterion, Indicator


def html(paper: Paper, criteria: CriteriaSet) -> str:
    """Return the guide as one HTML document."""
    forms = {form.id: form for form in criteria.forms}
    modules = {module.id: module for module in paper.hub.modules.values()}
    body = paper.render(
        "criteria.html.j2",
        criteria=criteria,
        groups=[
            {
                "it": criterion,
                "wordings": public_wordings(paper, criterion),
                "indicators": [
                    {
                        "it": indicator,
                        "wordings": public_wordings(paper, indicator),
                        "module": modules.get(indicator.module or ""),
                    }
                    for indicator in criterion.indicators
                ],
            }
            for criterion in criteria.criteria
        ],
        points=points_rule(criteria),
        people=[{"name": group.name, "form": forms[group.form]} for group in criteria.groups],
        terms=sorted(paper.hub.glossary.values(), key=lambda term: alphabet(paper.plain(term.term))),
        register=shown(paper.settings.register_url) if paper.settings.register_url else None,
    )
    cover = Cover(
        kicker=paper.t("documents.kind_name_criteria"),
        title=paper.plain(criteria.name),
        lead=paper.t("documents.criteria_cover"),
        short=f"{paper.t('documents.kind_name_criteria')} · {paper.plain(paper.settings.name)}",
        lines=(paper.plain(criteria.issuer),),
        address=page_address(paper.settings, "criteria", paper.locale),
    )
    return bind(paper, cover, body)


@dataclass(frozen=True)
class Worded:
    """One wording and every source that has it."""

    text: Text
    sources: tuple[str, ...]
    note: Text | None


def public_wordings(paper: Paper, named: Criterion | Indicator) -> list[Worded]:
    """Return the wordings that may be shown; sources that agree word for word stand together."""
    found: dict[tuple[Text, Text | None], list[str]] = {}
    for wording in named.wordings:
        if not paper.hub.sources[wording.source].internal:
            found.setdefault((wording.text, wording.note), []).append(wording.source)
    return [Worded(text, tuple(sources), note) for (text, note), sources in found.items()]


def points_rule(criteria: CriteriaSet) -> list[str]:
    """Return the sources that say how many points an indicator can give."""
    rule = criteria.rule("points-per-indicator")
    return list(rule.sources) if rule else []


_LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"


def alphabet(word: str) -> tuple[int, ...]:
    """Return a key that sorts Vietnamese words as a dictionary does, `đ` after `d`."""
    return tuple(_LETTERS.find(letter) + 1 if letter in _LETTERS else 0 for letter in word.lower())
