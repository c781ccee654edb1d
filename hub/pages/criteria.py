"""The criteria pages: framework with every source's wording, rules, unknowns; steps of recognition."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from hub.model.criteria import CriteriaSet, Criterion, Group, Indicator, Wording
from hub.model.guide import GroupGuide
from hub.model.hub import Hub
from hub.pages.environment import Page
from hub.pages.links import CRITERIA, SELF_CHECK, guide_path, module_path, quiz_path
from hub.pages.staged import StagedPage
from hub.pages.words import md, said, said_to, source_file, source_links, spoken


def _wordings(hub: Hub, page: Page, wordings: list[Wording]) -> list[dict[str, Any]]:
    """Return the wordings that may be shown: those whose source is not internal."""
    rows = []
    for wording in wordings:
        links = source_links(hub, page, [wording.source])
        if links:
            note = wording.note.to(page.locale) if wording.note else ""
            rows.append({"text": str(wording.text), "source": links[0], "note": note})
    return rows


def _indicator(hub: Hub, page: Page, indicator: Indicator) -> dict[str, Any]:
    t = page.t
    module = hub.modules.get(indicator.module or "")
    number = t("criteria.indicator", number=indicator.order) if indicator.order else t("criteria.indicator_unnumbered")
    return {
        "id": indicator.id,
        "number": number,
        "name": indicator.name.to(page.locale),
        "md": md(indicator.name.to(page.locale)),
        "plain": indicator.plain.to(page.locale),
        "points": t("criteria.points_value", points=indicator.points) if indicator.points is not None else "",
        "order_known": indicator.order is not None,
        "note": indicator.note.to(page.locale) if indicator.note else "",
        "said_to": said_to(hub, page, indicator.said_to),
        "wordings": _wordings(hub, page, indicator.wordings),
        "learn": {"title": module.title.to(page.locale), "url": page.url(module_path(module.id))} if module else None,
    }


def _criterion(hub: Hub, page: Page, criterion: Criterion) -> dict[str, Any]:
    heading = page.t("criteria.criterion", number=criterion.order, name=criterion.name.to(page.locale))
    return {
        "id": criterion.id,
        "heading": heading,
        "md": md(heading),
        "note": criterion.note.to(page.locale) if criterion.note else "",
        "wordings": _wordings(hub, page, criterion.wordings),
        "indicators": [_indicator(hub, page, indicator) for indicator in criterion.indicators],
    }


def _rules(hub: Hub, page: Page, criteria: CriteriaSet) -> list[dict[str, Any]]:
    return [
        {
            "id": f"quy-tac-{rule.id.replace('_', '-')}",
            "name": rule.name.to(page.locale),
            "value": page.t.number(rule.value) if rule.value is not None else "",
            "says": rule.says.to(page.locale),
            "sources": source_links(hub, page, rule.sources),
        }
        for rule in criteria.rules
    ]


def _cited(criteria: CriteriaSet) -> list[str]:
    ids = [wording.source for criterion in criteria.criteria for wording in criterion.wordings]
    ids += [wording.source for indicator in criteria.indicators() for wording in indicator.wordings]
    ids += [one.source for indicator in criteria.indicators() for one in indicator.said_to]
    ids += [source for rule in criteria.rules for source in rule.sources]
    ids += [form.source for form in criteria.forms]
    if criteria.decision:
        ids.insert(0, criteria.decision)
    return list(dict.fromkeys(ids))


def register_host(hub: Hub) -> str:
    """Return the name of the national register's site, or empty."""
    return urlsplit(hub.settings.register_url).netloc if hub.settings.register_url else ""


def guides_of(hub: Hub, criteria: CriteriaSet) -> list[tuple[Group, GroupGuide]]:
    """Return the groups of a set that have a guide, in the set's order."""
    found = [(group, hub.guides.get(f"{criteria.id}/{group.id}")) for group in criteria.groups]
    return [(group, guide) for group, guide in found if guide is not None]


def _guides(hub: Hub, criteria: CriteriaSet, page: Page) -> list[dict[str, Any]]:
    """Return the guides in one glance: name, summary and address of each."""
    return [
        {
            "name": name[:1].upper() + name[1:],
            "summary": said(guide.summary, page),
            "url": page.url(guide_path(group.id)),
        }
        for group, guide in guides_of(hub, criteria)
        for name in [group.name.to(page.locale)]
    ]


def _check_url(criteria: CriteriaSet, page: Page) -> str:
    """Return the address of the self-check, or empty: a set that names no groups has none."""
    return page.url(SELF_CHECK) if criteria.groups else ""


def framework_page(hub: Hub, criteria: CriteriaSet, page: Page) -> StagedPage:
    """Return the framework page: one anchor an indicator, rules under `quy-tac`."""
    forms = {form.id: form.name.to(page.locale) for form in criteria.forms}
    quiz = next((quiz for quiz in hub.quizzes.values() if quiz.module is None), None)
    lead = page.t("criteria.lead", criteria=len(criteria.criteria), indicators=len(criteria.indicators()))
    body = page.render(
        "criteria.md.j2",
        criteria=criteria,
        title=md(criteria.name.to(page.locale)),
        lead=lead,
        groups=[_criterion(hub, page, criterion) for criterion in criteria.criteria],
        rules=_rules(hub, page, criteria),
        decision=source_links(hub, page, [criteria.decision] if criteria.decision else []),
        people=[{"name": group.name.to(page.locale), "form": forms.get(group.form, "")} for group in criteria.groups],
        form_sources=source_links(hub, page, dict.fromkeys(form.source for form in criteria.forms)),
        guides=_guides(hub, criteria, page),
        host=register_host(hub),
        procedure_url=page.url(f"{CRITERIA}quy-trinh/") if criteria.procedure else "",
        check_url=_check_url(criteria, page),
        quiz_url=page.url(quiz_path(quiz.id)) if quiz else "",
    )
    return StagedPage(
        path=CRITERIA,
        locale=page.locale,
        title=criteria.name.to(page.locale),
        nav_title=page.t("site.criteria"),
        body=body,
        description=lead,
        origin=source_file(f"materials/criteria/{criteria.id}.yml", page, criteria.name),
        order=0,
        sources=tuple(_cited(criteria)),
        resource={"type": "LearningResource", "learningResourceType": "reference"},
    )


def procedure_page(hub: Hub, criteria: CriteriaSet, page: Page) -> StagedPage:
    """Return the steps of recognition as a drawn flow with its list."""
    steps = [
        {
            "id": step.id,
            "number": step.order,
            "who": step.who.to(page.locale),
            "what": step.what.to(page.locale),
            "detail": step.detail.to(page.locale) if step.detail else "",
            "draft": step.status == "draft",
            "sources": source_links(hub, page, step.sources),
        }
        for step in sorted(criteria.procedure, key=lambda step: step.order)
    ]
    sources = dict.fromkeys(source for step in criteria.procedure for source in step.sources)
    return StagedPage(
        path=f"{CRITERIA}quy-trinh/",
        locale=page.locale,
        title=page.t("criteria.procedure"),
        body=page.render(
            "procedure.md.j2",
            steps=steps,
            unknown=[text.to(page.locale) for text in criteria.unknown],
            check_url=_check_url(criteria, page),
            host=register_host(hub),
        ),
        description=page.t("criteria.procedure_lead"),
        origin=source_file(f"materials/criteria/{criteria.id}.yml", page, criteria.name),
        order=10,
        sources=tuple(sources),
    )


def criteria_pages(hub: Hub) -> list[StagedPage]:
    """Return the pages of the hub's criteria set, in every locale it was translated into."""
    criteria = hub.main_criteria()
    if criteria is None:
        return []
    default = hub.settings.default_locale
    pages = []
    for locale in spoken(hub, criteria.name):
        pages.append(framework_page(hub, criteria, Page(CRITERIA, locale, default)))
        if criteria.procedure:
            pages.append(procedure_page(hub, criteria, Page(f"{CRITERIA}quy-trinh/", locale, default)))
    return pages
