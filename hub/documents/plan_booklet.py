"""The plan as a booklet: its words clause by clause, then targets, dates, tasks, units and corrections."""

from __future__ import annotations

from typing import Any

from hub.documents.addresses import page_address
from hub.documents.book import Cover, bind
from hub.documents.paper import Paper
from hub.model.base import Text, anchor
from hub.model.plan import Body, Correction, Part, Plan, Target

_COLOURS = ("#f0b429", "#2b3f97")


def html(paper: Paper, plan: Plan) -> str:
    """Return the booklet as one HTML document."""
    body = paper.render(
        "plan.html.j2",
        plan=plan,
        parts=[_part(paper, part) for part in plan.parts],
        targets=_targets(paper, plan),
        milestones=[{"it": m, "past": m.ends < paper.settings.checked[: len(m.ends)]} for m in plan.milestones],
        corrections=_corrections(plan),
        bodies=[row for body in plan.bodies if (row := _body(paper, plan, body))["tasks"]],
    )
    made = ", ".join(part for part in (paper.plain(plan.issuer), paper.plain(plan.date)) if part)
    cover = Cover(
        kicker=paper.t("documents.kind_name_plan"),
        title=paper.plain(plan.title),
        lead=paper.t("documents.plan_cover" if paper.first else "documents.plan_cover_translated"),
        short=f"{paper.t('documents.kind_name_plan')} · {paper.plain(paper.settings.place)}",
        lines=(made,),
        address=page_address(paper.settings, "plan", paper.locale),
    )
    return bind(paper, cover, body)


def _part(paper: Paper, part: Part) -> dict[str, Any]:
    """Return a part as rows of tag and text; the part's own heading becomes the chapter's."""
    clauses = list(part.clauses)
    title = paper.plain(part.title)
    if clauses and clauses[0].kind == "heading" and clauses[0].level == 1:
        title = paper.plain(clauses.pop(0).text)
    depth, rows = 1, []
    for clause in clauses:
        tag = "p"
        if clause.kind == "heading":
            depth = min(max(clause.level, 2), depth + 1, 4)
            tag = f"h{depth}"
        item = clause.kind == "item"
        rows.append(
            {"tag": tag, "item": item, "id": f"muc-{anchor(clause.id)}", "clause": clause.id, "text": clause.text}
        )
    return {"id": f"phan-{anchor(part.id)}", "title": title, "short": paper.plain(part.short), "rows": rows}


def _targets(paper: Paper, plan: Plan) -> list[dict[str, Any]]:
    """Return targets grouped by aim, the years of one aim under each other."""
    by_id = {target.id: target for target in plan.targets}
    years = sorted({target.year for target in plan.targets})
    groups: dict[str, list[Target]] = {}
    for target in plan.targets:
        groups.setdefault(target.series, []).append(target)
    return [
        {
            "name": targets[0].short,
            "targets": [
                {
                    "population": target.population,
                    "measure": target.measure,
                    "base": paper.plain(by_id[target.of].population) if target.of in by_id else None,
                    "year": target.year,
                    "percent": target.percent,
                    "colour": _COLOURS[years.index(target.year) % len(_COLOURS)],
                    "clause": target.clause,
                    "national": target.national,
                    "national_sources": [target.national_source.source] if target.national_source else [],
                    "national_where": target.national_source.where if target.national_source else None,
                }
                for target in sorted(targets, key=lambda one: one.year)
            ],
        }
        for targets in groups.values()
    ]


def _corrections(plan: Plan) -> list[dict[str, Any]]:
    """Return the mended places by reason, so that a reason shared by many is said once."""
    groups: dict[Text, list[Correction]] = {}
    for correction in plan.corrections:
        groups.setdefault(correction.reason, []).append(correction)
    return [{"reason": reason, "rows": rows} for reason, rows in groups.items()]


def _body(paper: Paper, plan: Plan, body: Body) -> dict[str, Any]:
    names = {one.id: paper.plain(one.name) for one in plan.bodies}
    own = [task for task in plan.tasks if body.id in task.lead]
    shared = [task for task in plan.tasks if body.id in task.partners and body.id not in task.lead]
    tasks = [
        {
            "action": task.action,
            "deadline": task.deadline,
            "clause": task.clause,
            "leads": task in own,
            "with": ", ".join(names.get(i, i) for i in (task.partners if task in own else task.lead)) or "–",
        }
        for task in own + shared
    ]
    return {"body": body, "tasks": tasks}
