"""The page "Đi tới mục tiêu": how each target is counted, how the way there is reckoned, and a calculator."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from hub.model.hub import Hub
from hub.model.plan import Counting, Plan, Target, clause_name
from hub.model.targets import MOST_PEOPLE, MOST_ROWS, Count, Road, road
from hub.pages.downloads import size
from hub.pages.environment import Page
from hub.pages.links import ROAD, clause_path
from hub.pages.quiz import script_json
from hub.pages.staged import StagedPage, html_block
from hub.pages.words import source_file, source_links, translated

EXAMPLE = (Count(120, 30), Count(80, 10), Count(50, 45))
"""Hamlets made up to show the way; the page says so."""
LONGEST_ROAD = 10
"""Years a target may lie ahead of the figures."""


def has_road(plan: Plan, page: Page) -> bool:
    """Say whether the page exists in a page's language."""
    texts = [plan.title, *(one.base for one in plan.counting[:1])]
    return bool(plan.counting) and all(translated(text, page.locale, page.default_locale) for text in texts)


def _targets(plan: Plan) -> dict[str, Target]:
    return {target.id: target for target in plan.targets}


def _counted(hub: Hub, plan: Plan, counting: Counting, page: Page) -> dict[str, Any]:
    """Return what the page says of one aim: the plan's words and years, and how it is counted."""
    targets = _targets(plan)
    target = targets[counting.target]
    years = sorted((one for one in plan.targets if one.series == target.series), key=lambda one: one.year)
    base = targets.get(target.of or "")
    return {
        "id": counting.id,
        "short": target.short.to(page.locale),
        "words": f"{target.population.to(page.locale)}: {target.measure.to(page.locale)}",
        "years": [
            {
                "says": page.t("targets.says_one", year=one.year, percent=page.t.number(one.percent)),
                "clause": page.t("targets.in_plan", clause=clause_name(one.clause, page.t)),
                "url": page.url(clause_path(hub, one.clause)),
            }
            for one in years
        ],
        "of": base.short.to(page.locale) if base else "",
        "base": counting.base.to(page.locale),
        "reached": counting.reached.to(page.locale),
        "who": counting.who.to(page.locale),
        "lists": [text.to(page.locale) for text in counting.lists],
        "unknown": [text.to(page.locale) for text in counting.unknown],
        "sources": source_links(hub, page, counting.sources),
    }


def percent_of(tenths: int | None, page: Page) -> str:
    """Write a share in tenths of a percent; a dash where there is none."""
    return "–" if tenths is None else page.t("targets_says.percent", share=page.t.number(tenths / 10))


def _example(target: Target, today: int, page: Page) -> dict[str, Any]:
    """Return a worked example for a target, from figures at the end of the year `today`."""
    years = list(range(today + 1, target.year + 1))
    way = road(EXAMPLE, target.percent, len(years))
    names = page.t("targets.example_names").split(", ")
    number = page.t.number

    def cells(name: str, base: int | None, reached: int | None, row: Any) -> dict[str, Any]:
        return {
            "name": name,
            "base": number(base or 0),
            "reached": number(reached or 0),
            "share": percent_of(row.share, page),
            "goal": number(row.goal),
            "missing": number(row.missing),
            "years": [number(one) for one in row.years],
        }

    rows = [
        cells(name, count.base, count.reached, row) for name, count, row in zip(names, EXAMPLE, way.rows, strict=True)
    ]
    total = cells(page.t("targets.total"), way.base, way.reached, way.total)
    return {"years": years, "rows": [*rows, total], "goal_year": target.year, "sum": _sum(way, target, years, page)}


def _sum(way: Road, target: Target, years: list[int], page: Page) -> str:
    number = page.t.number
    return page.t(
        "targets.example_sum",
        base=number(way.base),
        percent=number(target.percent),
        goal=number(way.total.goal),
        reached=number(way.reached),
        missing=number(way.total.missing),
        years=len(years),
    )


def _data(plan: Plan, page: Page, today: int) -> dict[str, Any]:
    """Return what the calculator needs."""
    targets = _targets(plan)
    decimal = page.t("format.decimal")
    return {
        "plan": plan.source,
        "today": today,
        "most_people": MOST_PEOPLE,
        "most_rows": MOST_ROWS,
        "longest": LONGEST_ROAD,
        "decimal": decimal,
        "thousands": "." if decimal == "," else ",",
        "targets": [
            {
                "id": counting.id,
                "short": (target := targets[counting.target]).short.to(page.locale),
                "words": f"{target.population.to(page.locale)}: {target.measure.to(page.locale)}",
                "percent": target.percent,
                "year": target.year,
            }
            for counting in plan.counting
        ],
        "says": page.t.area("targets_says"),
    }


def _sheet(downloads: list[dict[str, Any]], page: Page) -> dict[str, str] | None:
    """Return the counting sheet, in this language if there is one; none where it was not built."""
    found = [entry for entry in downloads if entry["kind"] == "counting"]
    local = [entry for entry in found if entry["locale"] == page.locale] or found
    if not local:
        return None
    file = local[0]["files"][0]
    count = page.t("pages.tables_count", count=file["sheets"])
    facts = f"{page.t('pages.format_xlsx')} · {count} · {size(page, file['bytes'])}"
    return {"url": page.asset(f"downloads/{file['name']}"), "facts": facts}


def road_pages(hub: Hub, downloads: list[dict[str, Any]], today: str) -> list[StagedPage]:
    """Return the page in every locale the ways of counting were translated into.

    Args:
        hub: the content; a plan that does not say how its targets are counted gets no page.
        downloads: what was built to download.
        today: ISO date; the worked example starts from the end of its year.
    """
    plan = hub.plan
    if plan is None or not plan.counting:
        return []
    default = hub.settings.default_locale
    pages = []
    year = int(today[:4])
    target = _targets(plan)[plan.counting[0].target]
    for setting in hub.settings.locales:
        page = Page(ROAD, setting.code, default)
        if not has_road(plan, page):
            continue
        calculator = page.render(
            "targets-calculator/targets-calculator.html.j2",
            data=script_json(_data(plan, page, year)),
            choices=[
                {
                    "id": one["id"],
                    "text": page.t("targets.which_one", **one | {"percent": page.t.number(one["percent"])}),
                }
                for one in _data(plan, page, year)["targets"]
            ],
        )
        body = page.render(
            "targets_road.md.j2",
            aims=[_counted(hub, plan, counting, page) for counting in plan.counting],
            example=_example(target, year, page),
            example_for=target.short.to(setting.code),
            sheet=_sheet(downloads, page),
            calculator=Markup(html_block(calculator)),
        )
        pages.append(
            StagedPage(
                path=ROAD,
                locale=setting.code,
                title=page.t("targets.title"),
                body=body,
                description=page.t("targets.lead"),
                origin=source_file("materials/plan/plan.yml", page, plan.title),
                order=55,
                toc=False,
                sources=(plan.source, *dict.fromkeys(source for one in plan.counting for source in one.sources)),
            )
        )
    return pages
