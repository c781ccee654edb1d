"""What the self-check's templates and script are given: indicators with a group's guide, rules, sentences."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from hub.model.assessment import DIFFICULT, FLOOR, PASS_MARK, Rules, rules_of
from hub.model.criteria import CriteriaSet, Group, Indicator, Rule
from hub.model.guide import GroupGuide, IndicatorGuide
from hub.model.hub import Hub
from hub.model.short_code import random_space
from hub.pages.criteria import register_host
from hub.pages.environment import Page
from hub.pages.links import CRITERIA, indicator_path, module_path
from hub.pages.words import said_to, source_links

ROW = 20
"""Up to so many points are shown as a row to choose from; more are typed."""
TEMPLATE = "templates/tu-cham.docx"
"""The form that the browser fills."""


def indicator_hash(indicator: Indicator, most: int | None, guide: IndicatorGuide | None) -> str:
    """Return a short hash of what a person's points for an indicator rest on: name, meaning, maximum, scale.

    A device keeps points under it: an indicator that was edited is to be looked at again. Only the first
    language counts, so that a new translation asks for nothing.
    """
    scale = [[step.from_points, step.to_points, str(step.means)] for step in guide.scale] if guide else []
    content = [str(indicator.name), str(indicator.plain), most, scale]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()[:8]


def indicator_hashes(criteria: CriteriaSet, guide: GroupGuide | None) -> list[str]:
    """Return the hashes of all indicators in order, for the group of a guide."""
    guided = {one.id: one for one in guide.indicators} if guide else {}
    maxima = rules_of(criteria).maxima
    return [indicator_hash(one, maxima[one.id], guided.get(one.id)) for one in criteria.indicators()]


def can_be_coded(rules: Rules) -> bool:
    """Say whether the short code has room for the set: every maximum is known and they are not too many."""
    maxima = [most for most in rules.maxima.values() if most is not None]
    try:
        random_space(maxima)
    except ValueError:
        return False
    return bool(maxima) and len(maxima) == len(rules.maxima)


def scale_steps(guide: IndicatorGuide | None, most: int | None, locale: str) -> list[dict[str, Any]]:
    """Return the described scale with the points of each step, from 0 to the maximum.

    Points that no step describes stand alone; a maximum that is unknown or large leaves the words only.
    """
    steps = guide.scale if guide else []
    if most is None or most > ROW:
        return [
            {"points": [], "name": f"{step.from_points}–{step.to_points}", "means": step.means.to(locale)}
            for step in steps
        ]
    found: list[dict[str, Any]] = []
    for value in range(most + 1):
        step = next((one for one in steps if one.from_points <= value <= one.to_points), None)
        means = step.means.to(locale) if step else ""
        if found and found[-1]["means"] == means:
            found[-1]["points"].append(value)
        else:
            found.append({"points": [value], "name": "", "means": means})
    return found


def indicator_values(hub: Hub, criteria: CriteriaSet, guide: GroupGuide | None, page: Page) -> list[dict[str, Any]]:
    """Return all indicators in order, with what the group's guide says of them."""
    guided = {one.id: one for one in guide.indicators} if guide else {}
    maxima = rules_of(criteria).maxima
    criterion_of = {one.id: criterion for criterion in criteria.criteria for one in criterion.indicators}
    rows = []
    for number, indicator in enumerate(criteria.indicators(), start=1):
        own, most = guided.get(indicator.id), maxima[indicator.id]
        module = hub.modules.get(indicator.module or "")
        rows.append(
            {
                "id": indicator.id,
                "number": number,
                "criterion": criterion_of[indicator.id].id,
                "name": indicator.name.to(page.locale),
                "plain": indicator.plain.to(page.locale),
                "note": indicator.note.to(page.locale) if indicator.note else "",
                "said_to": said_to(hub, page, [one for one in indicator.said_to if guide and one.group == guide.id]),
                "most": most,
                "row": most is not None and most <= ROW,
                "url": page.url(indicator_path(indicator.id)),
                "examples": [text.to(page.locale) for text in own.looks_like] if own else [],
                "evidence": [
                    {"id": one.id, "what": one.what.to(page.locale), "where": one.where.to(page.locale)}
                    for one in (own.evidence if own else [])
                ],
                "scale": scale_steps(own, most, page.locale),
                "step": own.small_step.to(page.locale) if own else "",
                "hash": indicator_hash(indicator, most, own),
                "learn": {"title": module.title.to(page.locale), "url": page.url(module_path(module.id))}
                if module
                else None,
            }
        )
    return rows


def criterion_values(criteria: CriteriaSet, page: Page) -> list[dict[str, Any]]:
    """Return the criteria with the ids of their indicators."""
    return [
        {
            "id": criterion.id,
            "heading": page.t("criteria.criterion", number=criterion.order, name=criterion.name.to(page.locale)),
            "indicators": [one.id for one in criterion.indicators],
        }
        for criterion in criteria.criteria
    ]


def _rule(hub: Hub, rule: Rule | None, name: str, page: Page) -> dict[str, Any]:
    if rule is None:
        return {"name": name, "value": None, "says": page.t("self_check.rule_none", name=name), "sources": []}
    sources = source_links(hub, page, rule.sources)
    return {
        "name": rule.name.to(page.locale),
        "value": rule.value,
        "says": rule.says.to(page.locale),
        "sources": sources,
    }


def rule_values(hub: Hub, criteria: CriteriaSet, page: Page) -> dict[str, Any]:
    """Return the rules that decide: the total, the floor, and the total of difficult areas if the set speaks of it."""
    difficult = criteria.rule(DIFFICULT)
    return {
        "total": _rule(hub, criteria.rule(PASS_MARK), page.t("self_check.rule_total"), page),
        "floor": _rule(hub, criteria.rule(FLOOR), page.t("self_check.rule_floor"), page),
        "difficult": _rule(hub, difficult, "", page) if difficult else None,
        "url": page.url(f"{CRITERIA}#quy-tac"),
    }


def register_values(hub: Hub, criteria: CriteriaSet, page: Page) -> dict[str, str]:
    """Return where the real scoring is done and who decides, from the settings and the last step of recognition."""
    last = max(criteria.procedure, key=lambda step: step.order, default=None)
    return {
        "host": register_host(hub),
        "address": hub.settings.register_url or "",
        "who": last.who.to(page.locale) if last else "",
        "url": page.url(f"{CRITERIA}quy-trinh/#{last.id}") if last else "",
    }


def paper_values(criteria: CriteriaSet, page: Page) -> dict[str, Any]:
    """Return the rule to add up on paper: where to read first, second, third. It says what `assess` says.

    An indicator under the floor decides; then a total out of reach; then a missing answer, which does not
    matter where the total is reached and no floor is known.
    """
    rules, t = rules_of(criteria), page.t
    mark, floor = rules.pass_mark, rules.floor
    unknown = any(most is None for most in rules.maxima.values())
    lines = []
    if floor is not None:
        lines.append(t("self_check.paper_floor", floor=floor))
    if mark is not None:
        lines.append(t("self_check.paper_short_open" if unknown else "self_check.paper_short", mark=mark))
    if floor is not None:
        lines.append(t("self_check.paper_open"))
    elif mark is not None:
        lines.append(t("self_check.paper_open_mark", mark=mark))
    lines.append(t("self_check.paper_may" if lines else "self_check.paper_nothing"))
    difficult = criteria.rule(DIFFICULT)
    other = difficult.value if difficult and mark is not None else None
    swap = {"name": difficult.name.to(page.locale), "mark": mark, "other": other} if difficult and other else None
    return {"room": mark is not None, "lines": lines, "difficult": swap}


def check_data(
    hub: Hub, criteria: CriteriaSet, group: Group, rows: list[dict[str, Any]], page: Page, template: bool
) -> dict[str, Any]:
    """Return what the group page's script needs.

    Args:
        rows: what `indicator_values` returned.
        template: the form that the browser fills is there.
    """
    rules = rules_of(criteria)
    difficult = criteria.rule(DIFFICULT)
    return {
        "set": criteria.id,
        "group": group.id,
        "group_name": group.name.to(page.locale),
        "rules": {"maxima": list(rules.maxima.items()), "pass_mark": rules.pass_mark, "floor": rules.floor},
        "difficult": difficult.value if difficult and rules.pass_mark is not None else None,
        "code": can_be_coded(rules),
        "indicators": [
            {
                **{key: row[key] for key in ("id", "name", "criterion", "hash", "step")},
                "evidence": [one["id"] for one in row["evidence"]],
            }
            for row in rows
        ],
        "groups": {other.id: page.url(f"tu-cham/{other.id}/") for other in criteria.groups},
        "template": page.asset(f"downloads/{TEMPLATE}") if template else "",
        "decimal": page.t("format.decimal"),
        "says": page.t.area("self_check_says"),
    }
