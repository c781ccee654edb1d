"""The booklet "Cẩm nang tự chấm" of one group: each indicator with room for one's own points, then the sum."""

from __future__ import annotations

from typing import Any

from hub.documents.addresses import page_address, shown
from hub.documents.book import Cover, bind
from hub.documents.paper import Paper
from hub.documents.rule_words import rule_words
from hub.model.assessment import FLOOR, PASS_MARK, PER_INDICATOR, rules_of
from hub.model.criteria import CriteriaSet, Group
from hub.model.guide import GroupGuide


def html(criteria: CriteriaSet, group: Group, paper: Paper, guide: GroupGuide) -> str:
    """Return the booklet as one HTML document."""
    name = paper.plain(group.name)
    form = next((form for form in criteria.forms if form.id == group.form), None)
    register = shown(paper.settings.register_url) if paper.settings.register_url else None
    body = paper.render(
        "guide.html.j2",
        criteria=criteria,
        group=name,
        guide=guide,
        numbers=paper.numbers,
        form=form,
        groups=_groups(criteria, guide),
        rules=[rule for rule in map(criteria.rule, (PASS_MARK, FLOOR, PER_INDICATOR)) if rule is not None],
        sum=rule_words(paper.t, rules_of(criteria)),
        register=register,
    )
    title = paper.t("forms.guide_title", group=name)
    cover = Cover(
        kicker=paper.t("documents.kind_name_guide"),
        title=title,
        lead=paper.t("forms.guide_cover", count=len(criteria.indicators())),
        short=f"{title} · {paper.plain(paper.settings.name)}",
        address=page_address(paper.settings, "guide", paper.locale, group.id),
    )
    return bind(paper, cover, body)


def _groups(criteria: CriteriaSet, guide: GroupGuide) -> list[dict[str, Any]]:
    """Return the criteria with their indicators, numbered through, and what the guide says of each."""
    own = {one.id: one for one in guide.indicators}
    maxima = rules_of(criteria).maxima
    numbers = {one.id: number for number, one in enumerate(criteria.indicators(), start=1)}
    return [
        {
            "it": criterion,
            "rows": [
                {"it": one, "number": numbers[one.id], "most": maxima[one.id], "own": own.get(one.id)}
                for one in criterion.indicators
            ],
        }
        for criterion in criteria.criteria
    ]
