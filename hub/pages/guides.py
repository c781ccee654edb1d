"""The guides to a criteria set, one page a group of people; what is the editors' own is marked so everywhere."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from hub.model.assessment import FLOOR, PASS_MARK, PER_INDICATOR, rules_of
from hub.model.criteria import CriteriaSet, Group, Indicator
from hub.model.guide import GroupGuide, IndicatorGuide
from hub.model.hub import Hub
from hub.pages.criteria import guides_of, register_host
from hub.pages.downloads import size
from hub.pages.environment import Page
from hub.pages.links import guide_path, indicator_path, module_path, self_check_path
from hub.pages.staged import StagedPage
from hub.pages.words import md, said, source_file, source_links, spoken

FIRST = 20
"""Place of the first guide among the pages on the criteria."""


@dataclass(frozen=True)
class Around:
    """What else the site has, so that only what exists is linked."""

    paths: Collection[str] = ()
    downloads: Sequence[dict[str, Any]] = ()


def _files(subject: str, page: Page, site: Around) -> list[dict[str, str]]:
    """Return the printed guide's files, in this language if there is one."""
    own = [entry for entry in site.downloads if (entry["kind"], entry["subject"]) == ("guide", subject)]
    local = [entry for entry in own if entry["locale"] == page.locale] or own[:1]
    return [
        {
            "name": page.t("guides.to_fold" if file["use"] == "fold" else "guides.to_book"),
            "url": page.asset(f"downloads/{file['name']}"),
            "facts": f"PDF · {file['format']} · {page.t('pages.pages_count', count=file['pages'])} · "
            f"{size(page, file['bytes'])}",
        }
        for entry in local
        for file in entry["files"]
    ]


def _range(low: int, high: int, page: Page) -> str:
    return str(low) if low == high else page.t("guides.points_range", low=low, high=high)


def _most(criteria: CriteriaSet, indicator: Indicator, page: Page) -> str:
    """Say an indicator's maximum: its own, that of the general rule, or that nobody knows."""
    most = rules_of(criteria).maxima[indicator.id]
    if most is None:
        return page.t("guides.most_unknown")
    text = page.t("guides.most", points=most)
    return text if indicator.points is not None else f"{text} ({page.t('guides.most_by_rule')})"


def _own(guide: IndicatorGuide, floor: int, page: Page) -> dict[str, Any]:
    return {
        "examples": [said(text, page) for text in guide.looks_like],
        "evidence": [{"what": said(one.what, page), "where": said(one.where, page)} for one in guide.evidence],
        "scale": [
            {
                "points": _range(step.from_points, step.to_points, page),
                "low": step.to_points < floor,
                "means": said(step.means, page),
            }
            for step in guide.scale
        ],
        "step": said(guide.small_step, page),
    }


def _indicators(hub: Hub, criteria: CriteriaSet, guide: GroupGuide, page: Page) -> list[dict[str, Any]]:
    """Return the criteria, each with its indicators and what the guide says of them."""
    own = {one.id: one for one in guide.indicators}
    numbers = {one.id: number for number, one in enumerate(criteria.indicators(), start=1)}
    floor = rules_of(criteria).floor or 0
    groups = []
    for criterion in criteria.criteria:
        rows = []
        for one in criterion.indicators:
            module = hub.modules.get(one.module or "")
            link = {"title": module.title.to(page.locale), "url": page.url(module_path(module.id))} if module else None
            rows.append(
                {
                    "id": one.id,
                    "number": numbers[one.id],
                    "md": md(one.name.to(page.locale)),
                    "plain": one.plain.to(page.locale),
                    "most": _most(criteria, one, page),
                    "url": page.url(indicator_path(one.id)),
                    "own": _own(own[one.id], floor, page) if one.id in own else None,
                    "learn": link,
                }
            )
        heading = page.t("criteria.criterion", number=criterion.order, name=criterion.name.to(page.locale))
        groups.append({"id": criterion.id, "md": md(heading), "indicators": rows})
    return groups


def _rules(hub: Hub, criteria: CriteriaSet, page: Page) -> list[dict[str, Any]]:
    """Return the rules that decide, each with whose word it is."""
    found = [rule for rule in map(criteria.rule, (PASS_MARK, FLOOR, PER_INDICATOR)) if rule is not None]
    return [{"says": rule.says.to(page.locale), "sources": source_links(hub, page, rule.sources)} for rule in found]


def guide_page(
    hub: Hub, criteria: CriteriaSet, group: Group, guide: GroupGuide, page: Page, site: Around
) -> StagedPage:
    """Return the guide of one group."""
    name = group.name.to(page.locale)
    form = next((form for form in criteria.forms if form.id == group.form), None)
    foreign = page.locale != page.default_locale and not guide.summary.has(page.locale)
    check = self_check_path(group.id)
    title = page.t("guides.title", group=name)
    rules = [rule for rule in map(criteria.rule, (PASS_MARK, FLOOR, PER_INDICATOR)) if rule is not None]
    cited = [*guide.sources, *(source for rule in rules for source in rule.sources), *([form.source] if form else [])]
    body = page.render(
        "guide.md.j2",
        title=md(title),
        group=name,
        count=len(criteria.indicators()),
        summary=said(guide.summary, page),
        foreign=foreign,
        form=form.name.to(page.locale) if form else "",
        form_sources=source_links(hub, page, [form.source] if form else []),
        differs=[said(text, page) for text in guide.differs],
        unknown=[said(text, page) for text in guide.unknown],
        rules=_rules(hub, criteria, page),
        criteria=_indicators(hub, criteria, guide, page),
        host=register_host(hub),
        files=_files(f"{criteria.id}/{group.id}", page, site),
        check_url=page.url(check) if check in site.paths else "",
    )
    return StagedPage(
        path=page.path,
        locale=page.locale,
        title=title,
        nav_title=page.t("guides.nav", group=name),
        body=body,
        description=page.t("guides.description", group=name),
        origin=source_file(f"materials/criteria/{criteria.id}/{group.id}.yml", page, guide.summary),
        order=FIRST + criteria.groups.index(group),
        sources=tuple(dict.fromkeys(cited)),
        resource={"type": "LearningResource", "learningResourceType": "guide"},
    )


def guide_pages(hub: Hub, site: Around | None = None) -> list[StagedPage]:
    """Return the guides of the hub's criteria set, in every locale the set was translated into."""
    criteria = hub.main_criteria()
    if criteria is None:
        return []
    default = hub.settings.default_locale
    return [
        guide_page(hub, criteria, group, guide, Page(guide_path(group.id), locale, default), site or Around())
        for locale in spoken(hub, criteria.name)
        for group, guide in guides_of(hub, criteria)
    ]
