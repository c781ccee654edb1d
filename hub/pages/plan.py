"""The plan's pages: full text part by part, targets, milestones, who does what."""

from __future__ import annotations

import re
from typing import Any

from hub.model.base import anchor
from hub.model.hub import Hub
from hub.model.plan import Body, Clause, Part, Plan, Task, clause_name
from hub.pages.environment import Page
from hub.pages.links import PLAN, body_path, clause_path, part_path
from hub.pages.plan_figures import milestones_page, targets_page
from hub.pages.staged import StagedPage
from hub.pages.words import md, source_file, source_links, translated

PLAN_FILE = "materials/plan/plan.yml"
TEXT_FILE = "materials/plan/plan.md"
JUMP_LENGTH = 64


def _shorten(text: str) -> str:
    if len(text) <= JUMP_LENGTH:
        return text
    return text[:JUMP_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _clause(clause: Clause, page: Page) -> dict[str, Any]:
    text = clause.text.to(page.locale)
    name = clause_name(clause.id, page.t)
    foreign = page.locale != page.default_locale and not clause.text.has(page.locale)
    return {
        "id": clause.id,
        "name": name,
        "short": name.rpartition(", ")[2],  # the margin is narrow
        "anchor": anchor(clause.id),
        "kind": clause.kind,
        "level": clause.level,
        "text": text,
        "md": md(text),
        "lang": page.default_locale if foreign else "",
    }


def _link(hub: Hub, page: Page, clause: str) -> dict[str, str]:
    return {"id": clause_name(clause, page.t), "url": page.url(clause_path(hub, clause))}


def part_page(hub: Hub, plan: Plan, part: Part, page: Page, order: int) -> StagedPage:
    """Return the page of one part: every clause word for word."""
    clauses = [_clause(clause, page) for clause in part.clauses]
    jumps = [
        {"anchor": item["anchor"], "text": _shorten(item["text"])}
        for item in clauses
        if item["level"] == 2 and re.match(r"\d", item["text"])
    ]
    lead = page.t("plan.part_lead", part=part.id) + " " + page.t("plan.translation_note")
    body = page.render("plan_part.md.j2", clauses=clauses, is_part=True, jumps=jumps, lead=lead.strip())
    return StagedPage(
        path=part_path(part.id),
        locale=page.locale,
        title=part.title.to(page.locale),
        nav_title=part.short.to(page.locale),
        body=body,
        description=lead.strip(),
        origin=source_file(TEXT_FILE, page, plan.title),
        order=order,
        sources=(plan.source,),
    )


def index_page(hub: Hub, plan: Plan, page: Page, extra: list[StagedPage]) -> StagedPage:
    """Return the plan's first page: what it is, ways in, the opening text, scanning errors mended."""
    opening = next((part for part in plan.parts if part.id == "mo-dau"), None)
    parts = [part for part in plan.parts if part.id != "mo-dau"]
    body = page.render(
        "plan_index.md.j2",
        title=md(plan.title.to(page.locale)),
        plan=plan,
        parts=[{"title": part.title.to(page.locale), "url": page.url(part_path(part.id))} for part in parts],
        extra=[{"title": item.title, "text": item.description, "url": page.url(item.path)} for item in extra],
        opening=[_clause(clause, page) for clause in opening.clauses] if opening else [],
        corrections=[
            {
                "link": _link(hub, page, item.clause),
                "scanned": item.scanned,
                "mended": item.mended,
                "reason": item.reason.to(page.locale),
            }
            for item in plan.corrections
        ],
        today_sources=source_links(hub, page, plan.today_sources),
        units=plan.units,
        units_sources=source_links(hub, page, plan.units_sources),
    )
    return StagedPage(
        path=PLAN,
        locale=page.locale,
        title=plan.title.to(page.locale),
        nav_title=page.t("site.plan"),
        body=body,
        description=page.t("plan.read_from", count=len(parts)),
        origin=source_file(TEXT_FILE, page, plan.title),
        order=0,
        sources=(plan.source, *plan.today_sources, *(s for s in plan.units_sources if s not in plan.today_sources)),
    )


def _task(hub: Hub, task: Task, page: Page, names: dict[str, str], skip: str) -> dict[str, Any]:
    return {
        "action": task.action.to(page.locale),
        "link": _link(hub, page, task.clause),
        "deadline": task.deadline.to(page.locale) if task.deadline else "",
        "lead": ", ".join(names[body] for body in task.lead if body != skip),
        "partners": ", ".join(names[body] for body in task.partners if body != skip),
    }


def body_page(hub: Hub, plan: Plan, body: Body, page: Page, order: int) -> StagedPage:
    """Return "Việc của ...": what the plan asks of one body, linked back to the clauses."""
    names = {item.id: item.name.to(page.locale) for item in plan.bodies}
    own = [_task(hub, task, page, names, body.id) for task in plan.tasks if body.id in task.lead]
    shared = [_task(hub, task, page, names, body.id) for task in plan.tasks if body.id in task.partners]
    lead = page.t("plan.body_lead", count=len(own))
    html = page.render(
        "plan_body.md.j2",
        title=md(page.t("plan.body_title", name=names[body.id])),
        name=names[body.id],
        lead=lead,
        tasks=own,
        shared=shared,
        now=body.now,
        now_sources=source_links(hub, page, body.now.sources) if body.now else [],
        then=_link(hub, page, body.clause),
    )
    return StagedPage(
        path=body_path(body.id),
        locale=page.locale,
        title=page.t("plan.body_title", name=names[body.id]),
        nav_title=names[body.id],
        body=html,
        description=lead,
        origin=source_file(PLAN_FILE, page, plan.title),
        order=order,
        sources=(plan.source, *(body.now.sources if body.now else ())),
    )


def bodies_page(plan: Plan, page: Page) -> StagedPage:
    """Return the list of bodies with the number of their tasks."""
    counts = {body.id: sum(body.id in task.lead for task in plan.tasks) for body in plan.bodies}
    rows = [
        {
            "name": body.name.to(page.locale),
            "url": page.url(body_path(body.id)),
            "count": page.t("plan.tasks_count", count=counts[body.id]),
        }
        for body in plan.bodies
    ]
    return StagedPage(
        path=f"{PLAN}viec-cua/",
        locale=page.locale,
        title=page.t("plan.bodies"),
        nav_title=page.t("plan.bodies_short"),
        body=page.render("plan_bodies.md.j2", rows=rows),
        description=page.t("plan.bodies_lead"),
        origin=source_file(PLAN_FILE, page, plan.title),
        order=70,
        sources=(plan.source,),
    )


def plan_pages(hub: Hub, today: str) -> list[StagedPage]:
    """Return all pages of the plan in every locale it was translated into.

    Args:
        hub: the content.
        today: ISO date that tells past milestones from those ahead.
    """
    plan = hub.plan
    if plan is None:
        return []
    default = hub.settings.default_locale
    pages: list[StagedPage] = []
    for setting in hub.settings.locales:
        if not translated(plan.title, setting.code, default):
            continue

        def at(path: str, locale: str = setting.code) -> Page:
            return Page(path, locale, default)

        extra = [bodies_page(plan, at(f"{PLAN}viec-cua/"))] if plan.tasks else []
        if plan.milestones:
            extra.insert(0, milestones_page(hub, plan, at(f"{PLAN}moc-thoi-gian/"), today))
        if plan.targets:
            extra.insert(0, targets_page(hub, plan, at(f"{PLAN}chi-tieu/")))
        pages += [index_page(hub, plan, at(PLAN), extra), *extra]
        numbered = enumerate((part for part in plan.parts if part.id != "mo-dau"), start=1)
        pages += [part_page(hub, plan, part, at(part_path(part.id)), number) for number, part in numbered]
        if plan.tasks:
            bodies = enumerate(plan.bodies, start=1)
            pages += [body_page(hub, plan, body, at(body_path(body.id)), number) for number, body in bodies]
    return pages
