"""A training module as two booklets: the trainer's, to run the session from, and the learner's, to take home."""

from __future__ import annotations

from itertools import accumulate
from typing import Any

from hub.documents import drawings
from hub.documents.addresses import page_address
from hub.documents.book import Cover, bind
from hub.documents.criteria_booklet import points_rule
from hub.documents.handout import blocks
from hub.documents.paper import Paper
from hub.model.criteria import CriteriaSet
from hub.model.module import Activity, Ask, Do, Say, SessionStep, TrainingModule

_SCORING_RULES = ("total-points", "points-per-indicator", "pass-mark", "indicator-floor", "pass-mark-difficult-areas")
"""Rules that a learner needs; the rest stand in the criteria guide."""


def trainer_html(paper: Paper, module: TrainingModule) -> str:
    """Return the trainer's booklet."""
    numbers = {activity.id: number for number, activity in enumerate(module.activities, 1)}
    body = paper.render(
        "trainer.html.j2",
        module=module,
        plan=session_rows(module.session_plan, numbers),
        strip=drawings.strip([(step.does, step.minutes) for step in module.session_plan]),
        strip_says=_strip_says(paper, module),
        activities=[_activity(module, activity) for activity in module.activities],
        quizzes=_quizzes(paper, module),
    )
    return bind(paper, _cover(paper, module, "trainer"), body)


def learner_html(paper: Paper, module: TrainingModule) -> str:
    """Return the learner's booklet."""
    criteria = _criteria(paper)
    body = paper.render(
        "learner.html.j2",
        module=module,
        handouts=[{"it": handout, "blocks": blocks(paper, module, handout)} for handout in module.handouts],
        criteria=criteria,
        points=points_rule(criteria) if criteria else [],
        rules=[rule for rule in criteria.rules if rule.id in _SCORING_RULES] if criteria else [],
    )
    return bind(paper, _cover(paper, module, "learner"), body, deepest=1)


def _cover(paper: Paper, module: TrainingModule, kind: str) -> Cover:
    audiences = ", ".join(paper.plain(audience.name) for audience in module.audiences)
    lines = (
        paper.t("documents.cover_minutes", minutes=module.minutes, group=paper.plain(module.group_size)),
        paper.t("documents.cover_audience", audience=audiences),
    )
    return Cover(
        kicker=paper.t(f"documents.kind_name_{kind}"),
        title=paper.plain(module.title),
        lead=paper.plain(module.summary) if kind == "trainer" else paper.t("documents.learner_cover"),
        short=f"{paper.t(f'documents.kind_name_{kind}')} · {paper.plain(paper.settings.name)}",
        lines=lines if kind == "trainer" else (),
        address=page_address(paper.settings, "module", paper.locale, module.id),
    )


def session_rows(steps: list[SessionStep], numbers: dict[str, int]) -> list[dict[str, Any]]:
    """Return the session plan with the minute each step begins and ends, and its activity's number."""
    ends = list(accumulate(step.minutes for step in steps))
    return [
        {"it": step, "from": end - step.minutes, "to": end, "activity": numbers.get(step.activity or "")}
        for step, end in zip(steps, ends, strict=True)
    ]


def _strip_says(paper: Paper, module: TrainingModule) -> str:
    minutes = {who: sum(s.minutes for s in module.session_plan if s.does == who) for who in drawings.STRIP_FILL}
    return paper.t("documents.strip_alt", **minutes)


def _activity(module: TrainingModule, activity: Activity) -> dict[str, Any]:
    objectives = {objective.id: objective for objective in module.objectives}
    return {
        "it": activity,
        "objectives": [objectives[i] for i in activity.objectives if i in objectives],
        "steps": [_step(step) for step in activity.steps],
    }


def _step(step: Say | Do | Ask) -> dict[str, Any]:
    match step:
        case Say():
            return {"kind": "say", "text": step.say}
        case Do():
            return {"kind": "do", "text": step.do}
        case Ask():
            return {"kind": "ask", "text": step.ask}


def _quizzes(paper: Paper, module: TrainingModule) -> list[dict[str, Any]]:
    """Return the quizzes of the session with when they are used; one used twice is listed once."""
    uses: dict[str, list[str]] = {}
    for when, quiz_id in (("before", module.quiz_before), ("after", module.quiz_after)):
        if quiz_id in paper.hub.quizzes:
            uses.setdefault(quiz_id, []).append(paper.t(f"documents.quiz_{when}"))
    return [{"it": paper.hub.quizzes[quiz_id], "when": ", ".join(when)} for quiz_id, when in uses.items()]


def _criteria(paper: Paper) -> CriteriaSet | None:
    wanted = paper.settings.criteria
    if wanted in paper.hub.criteria:
        return paper.hub.criteria[wanted]
    return next(iter(paper.hub.criteria.values()), None)
