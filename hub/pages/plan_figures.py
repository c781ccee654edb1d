"""The plan's targets as a chart with its table, and its milestones as a line and a calendar."""

from __future__ import annotations

from typing import Any

from hub.model.hub import Hub
from hub.model.plan import Milestone, Plan, Target, clause_name
from hub.pages.calendar import calendar_name
from hub.pages.environment import Page
from hub.pages.links import PLAN, ROAD, clause_path
from hub.pages.staged import StagedPage
from hub.pages.targets import has_road
from hub.pages.words import source_file, source_links


def series(plan: Plan, page: Page) -> list[dict[str, Any]]:
    """Return the targets that stand in several years, grouped by aim, the years in order.

    Each group has `short`, `of` (what it is a share of, or empty) and `years`: year, percent, width.
    """
    groups: dict[str, list[Target]] = {}
    for target in plan.targets:
        groups.setdefault(target.series, []).append(target)
    by_id = {target.id: target for target in plan.targets}
    result = []
    for targets in groups.values():
        targets = sorted(targets, key=lambda target: target.year)
        base = by_id.get(targets[0].of or "")
        result.append(
            {
                "short": targets[-1].short.to(page.locale),
                "of": base.short.to(page.locale) if base else "",
                "years": [
                    {
                        "year": target.year,
                        "percent": page.t.number(target.percent),
                        "width": target.percent,
                        "national": page.t.number(target.national) if target.national is not None else "",
                        "same": target.national == target.percent,
                    }
                    for target in targets
                ],
            }
        )
    return result


def _compared(plan: Plan, page: Page) -> str:
    """Say how the plan's figures stand to those of the national programme."""
    pairs = [(target.percent, target.national) for target in plan.targets if target.national is not None]
    same = sum(own == national for own, national in pairs)
    return page.t("plan.national_same", same=same, count=len(pairs)) if pairs else ""


def targets_page(hub: Hub, plan: Plan, page: Page) -> StagedPage:
    """Return the page of all figures: bars, table beside the national programme, the plan's wording."""
    national = [target.national_source.source for target in plan.targets if target.national_source]
    rows = [
        {
            "year": target.year,
            "percent": page.t.number(target.percent),
            "population": target.population.to(page.locale),
            "measure": target.measure.to(page.locale),
            "clause": clause_name(target.clause, page.t),
            "url": page.url(clause_path(hub, target.clause)),
            "national": page.t.number(target.national) if target.national is not None else "",
        }
        for target in plan.targets
    ]
    years = sorted({target.year for target in plan.targets})
    html = page.render(
        "plan_targets.md.j2",
        groups=series(plan, page),
        rows=rows,
        years=years,
        compared=_compared(plan, page),
        national_sources=source_links(hub, page, dict.fromkeys(national)),
        road=page.url(ROAD) if has_road(plan, page) else "",
    )
    return StagedPage(
        path=f"{PLAN}chi-tieu/",
        locale=page.locale,
        title=page.t("plan.targets"),
        nav_title=page.t("plan.targets_short"),
        body=html,
        description=page.t("plan.targets_lead"),
        origin=source_file("materials/plan/plan.yml", page, plan.title),
        order=50,
        sources=(plan.source, *dict.fromkeys(national)),
    )


def is_past(milestone: Milestone, today: str) -> bool:
    """Say whether a milestone's last day lies before `today` (an ISO date)."""
    return milestone.ends < today[: len(milestone.ends)]


def milestones_page(hub: Hub, plan: Plan, page: Page, today: str) -> StagedPage:
    """Return the milestones in order; what is past says what is known of it."""
    rows = [
        {
            "title": milestone.title.to(page.locale),
            "when": milestone.when.to(page.locale),
            "past": is_past(milestone, today),
            "outcome": milestone.outcome.to(page.locale) if milestone.outcome else "",
            "clause": clause_name(milestone.clause, page.t),
            "url": page.url(clause_path(hub, milestone.clause)),
        }
        for milestone in sorted(plan.milestones, key=lambda milestone: (milestone.ends, milestone.id))
    ]
    calendar = page.asset(f"downloads/{calendar_name(page.locale, page.default_locale)}")
    return StagedPage(
        path=f"{PLAN}moc-thoi-gian/",
        locale=page.locale,
        title=page.t("plan.milestones"),
        body=page.render("plan_milestones.md.j2", rows=rows, calendar=calendar),
        description=page.t("plan.milestones_lead"),
        origin=source_file("materials/plan/plan.yml", page, plan.title),
        order=60,
        sources=(plan.source,),
        toc=False,
    )
