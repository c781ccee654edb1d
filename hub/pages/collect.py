"""The officers' page: self-scores of many people gathered on the device, counted, and taken out as a report."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from hub.model.assessment import rules_of
from hub.model.criteria import CriteriaSet
from hub.model.hub import Hub
from hub.model.plan import Target
from hub.pages.environment import Page
from hub.pages.links import COLLECT, SELF_CHECK
from hub.pages.quiz import script_json
from hub.pages.self_check_values import can_be_coded, indicator_hashes, indicator_values
from hub.pages.staged import StagedPage, html_block
from hub.pages.words import md, source_file, spoken

REPORT, WORKBOOK = "templates/bao-cao.docx", "templates/tong-hop.xlsx"
"""What the browser fills."""
FORM = "phieu-tu-cham-thu.pdf"


def target_values(hub: Hub, page: Page) -> list[dict[str, Any]]:
    """Return each aim of the plan in its words, with all its years."""
    aims: dict[str, list[Target]] = {}
    for target in sorted(hub.plan.targets if hub.plan else (), key=lambda one: one.year):
        aims.setdefault(target.series, []).append(target)
    return [
        {
            "id": aim,
            "name": years[-1].short.to(page.locale),
            "words": f"{years[-1].population.to(page.locale)}: {years[-1].measure.to(page.locale)}",
            "years": "; ".join(
                page.t("collect.target_year", year=one.year, percent=page.t.number(one.percent)) for one in years
            ),
        }
        for aim, years in aims.items()
    ]


def collect_data(hub: Hub, criteria: CriteriaSet, page: Page, ready: Collection[str]) -> dict[str, Any]:
    """Return what the page's script needs.

    Args:
        ready: names of the documents that can be fetched, as from the folder of downloads.
    """
    rules = rules_of(criteria)
    rows = indicator_values(hub, criteria, None, page)
    return {
        "set": criteria.id,
        "groups": [{"id": group.id, "name": group.name.to(page.locale)} for group in criteria.groups],
        "hashes": {
            group.id: indicator_hashes(criteria, hub.guides.get(f"{criteria.id}/{group.id}"))
            for group in criteria.groups
        },
        "coded": can_be_coded(rules),
        "rules": {"maxima": list(rules.maxima.items()), "pass_mark": rules.pass_mark, "floor": rules.floor},
        "indicators": [
            {
                "id": row["id"],
                "name": row["name"],
                "teach": row["learn"] or {"title": page.t("self_check.learn_page"), "url": row["url"]},
            }
            for row in rows
        ],
        "targets": target_values(hub, page),
        "docx": page.asset(f"downloads/{REPORT}") if REPORT in ready else "",
        "xlsx": page.asset(f"downloads/{WORKBOOK}") if WORKBOOK in ready else "",
        "decimal": page.t("format.decimal"),
        "says": page.t.area("collect_says"),
    }


def collect_pages(hub: Hub, ready: Collection[str] = ()) -> list[StagedPage]:
    """Return the page in every locale the criteria were translated into; none where nobody can score themselves."""
    criteria = hub.main_criteria()
    if criteria is None or not criteria.groups:
        return []
    default = hub.settings.default_locale
    pages = []
    for locale in spoken(hub, criteria.name):
        page = Page(COLLECT, locale, default)
        title = page.t("collect.title")
        data = collect_data(hub, criteria, page, ready)
        html = page.render(
            "collect.html.j2",
            data=script_json(data),
            coded=data["coded"],
            docx=bool(data["docx"]),
            xlsx=bool(data["xlsx"]),
            targets=data["targets"],
            form=page.asset(f"downloads/{FORM}") if FORM in ready else "",
            check=page.url(SELF_CHECK),
            lang="" if page.locale == default else default,
        )
        pages.append(
            StagedPage(
                path=COLLECT,
                locale=page.locale,
                title=title,
                nav_title=page.t("collect.nav"),
                body=f"# {md(title)}\n{html_block(html)}",
                description=page.t("collect.lead"),
                origin=source_file(f"materials/criteria/{criteria.id}.yml", page, criteria.name),
                order=90,
                sources=((hub.plan.source,) if hub.plan else ()),
                toc=False,
            )
        )
    return pages
