"""The self-check: choose who you are, then score yourself indicator by indicator."""

from __future__ import annotations

from typing import Any

from hub.model.assessment import rules_of
from hub.model.criteria import CriteriaSet, Group
from hub.model.guide import GroupGuide
from hub.model.hub import Hub
from hub.pages.environment import Page
from hub.pages.links import COLLECT, SELF_CHECK, self_check_path
from hub.pages.quiz import script_json
from hub.pages.self_check_values import (
    can_be_coded,
    check_data,
    criterion_values,
    indicator_values,
    paper_values,
    register_values,
    rule_values,
)
from hub.pages.staged import StagedPage, html_block
from hub.pages.words import md, source_file, spoken


def _common(hub: Hub, criteria: CriteriaSet, page: Page) -> dict[str, Any]:
    maxima = list(rules_of(criteria).maxima.values())
    known = [most for most in maxima if most is not None]
    return {
        "register": register_values(hub, criteria, page),
        "rules": rule_values(hub, criteria, page),
        "paper": paper_values(criteria, page),
        "full": sum(known) if len(known) == len(maxima) else None,
    }


def _origin(criteria: CriteriaSet, group: Group, guide: GroupGuide | None, page: Page) -> str:
    """Return the file an editor changes: the group's guide, or the set where it has none."""
    if guide is None:
        return source_file(f"materials/criteria/{criteria.id}.yml", page, criteria.name)
    return source_file(f"materials/criteria/{criteria.id}/{group.id}.yml", page, guide.summary)


def group_page(hub: Hub, criteria: CriteriaSet, group: Group, page: Page, template: bool) -> StagedPage:
    """Return the self-check of one group: whole in HTML, so that it can be done on paper too."""
    guide = hub.guides.get(f"{criteria.id}/{group.id}")
    rows = indicator_values(hub, criteria, guide, page)
    name = group.name.to(page.locale)
    title = page.t("self_check.group_title", group=name)
    html = page.render(
        "self_check.html.j2",
        group=name,
        guide=guide.summary.to(page.locale) if guide else "",
        lang="" if page.locale == page.default_locale else page.default_locale,
        items=rows,
        count=len(rows),
        coded=can_be_coded(rules_of(criteria)),
        docx=template,
        criteria=criterion_values(criteria, page),
        data=script_json(check_data(hub, criteria, group, rows, page, template)),
        **_common(hub, criteria, page),
    )
    return StagedPage(
        path=page.path,
        locale=page.locale,
        title=title,
        nav_title=name[:1].upper() + name[1:],
        body=f"# {md(title)}\n{html_block(html)}",
        description=page.t("self_check.group_lead"),
        origin=_origin(criteria, group, guide, page),
        order=1 + criteria.groups.index(group),
        sources=tuple(_sources(criteria)),
        toc=False,
        searchable=False,
    )


def _sources(criteria: CriteriaSet) -> list[str]:
    """Return the sources of the rules that decide, each once."""
    kinds = ("pass-mark", "indicator-floor", "points-per-indicator", "pass-mark-difficult-areas")
    rules = [rule for rule in criteria.rules if rule.id in kinds]
    return list(dict.fromkeys(source for rule in rules for source in rule.sources))


def _examples(hub: Hub, criteria: CriteriaSet, page: Page) -> dict[str, list[dict[str, str]]]:
    """Return one example of each group for each indicator."""
    found: dict[str, list[dict[str, str]]] = {}
    for group in criteria.groups:
        guide = hub.guides.get(f"{criteria.id}/{group.id}")
        for one in guide.indicators if guide else ():
            example = {"group": group.name.to(page.locale), "text": one.looks_like[0].to(page.locale)}
            found.setdefault(one.id, []).append(example)
    return found


def index_page(hub: Hub, criteria: CriteriaSet, page: Page) -> StagedPage:
    """Return the first page: whose life is it, how it goes, the rules, the indicators, the form on paper."""
    title = page.t("self_check.title")
    html = page.render(
        "self_check_index.html.j2",
        groups=[
            {
                "id": group.id,
                "name": group.name.to(page.locale),
                "url": page.url(self_check_path(group.id)),
                "summary": guide.summary.to(page.locale) if guide else "",
            }
            for group in criteria.groups
            for guide in [hub.guides.get(f"{criteria.id}/{group.id}")]
        ],
        lang="" if page.locale == page.default_locale else page.default_locale,
        items=indicator_values(hub, criteria, None, page),
        examples=_examples(hub, criteria, page),
        collect=page.url(COLLECT),
        criteria=criterion_values(criteria, page),
        data=script_json(
            {
                "set": criteria.id,
                "groups": {group.id: group.name.to(page.locale) for group in criteria.groups},
                "count": len(criteria.indicators()),
                "says": page.t.area("self_check_says"),
            }
        ),
        **_common(hub, criteria, page),
    )
    return StagedPage(
        path=SELF_CHECK,
        locale=page.locale,
        title=title,
        nav_title=page.t("self_check.nav"),
        body=f"# {md(title)}\n{html_block(html)}",
        description=page.t("self_check.lead"),
        origin=source_file(f"materials/criteria/{criteria.id}.yml", page, criteria.name),
        order=0,
        sources=tuple(_sources(criteria)),
        toc=False,
    )


def self_check_pages(hub: Hub, template: bool = False) -> list[StagedPage]:
    """Return the first page and one page a group, in every locale the criteria were translated into.

    Args:
        hub: a hub; without criteria, or with criteria that name no groups, there is nothing to check.
        template: the form that the browser fills (`TEMPLATE`) is there.
    """
    criteria = hub.main_criteria()
    if criteria is None or not criteria.groups:
        return []
    default = hub.settings.default_locale
    pages = []
    for locale in spoken(hub, criteria.name):
        pages.append(index_page(hub, criteria, Page(SELF_CHECK, locale, default)))
        for group in criteria.groups:
            at = Page(self_check_path(group.id), locale, default)
            pages.append(group_page(hub, criteria, group, at, template))
    return pages
