"""Số phút không khớp.

Số phút các bước của `session_plan` cộng lại bằng `minutes` của chuyên đề. Số phút của một hoạt động bằng số phút
của bước dùng nó (cộng lại, nếu nhiều bước dùng). Ít nhất một nửa số phút do người học làm (`does: learners`).

Cách sửa: sửa số phút của bước, của hoạt động hay của cả buổi cho khớp nhau.
"""

from __future__ import annotations

from hub.content.content import Content
from hub.content.rules.base import Findings, Rule, found
from hub.model.module import TrainingModule


def check(content: Content) -> Findings:
    """Add up the minutes of each module."""
    for name, module in content.modules.items():
        plan = ("modules", name, "session_plan")
        if not content.whole(*plan):
            continue
        here = ("modules", name, "minutes")
        total = sum(step.minutes for step in module.session_plan)
        if total != module.minutes:
            yield found(content.mark(*here), "minutes_sum", here, found=module.minutes, total=total)
        learners = sum(step.minutes for step in module.session_plan if step.does == "learners")
        if learners * 2 < total:
            yield found(content.key_mark(*plan), "minutes_learners", plan, learners=learners, total=total)
        yield from _activities(content, name, module)


def _activities(content: Content, name: str, module: TrainingModule) -> Findings:
    planned: dict[str, int] = {}
    for step in module.session_plan:
        if step.activity:
            planned[step.activity] = planned.get(step.activity, 0) + step.minutes
    for index, activity in enumerate(module.activities):
        if planned.get(activity.id, activity.minutes) != activity.minutes:
            path = ("modules", name, "activities", index, "minutes")
            minutes = planned[activity.id]
            yield found(
                content.mark(*path), "minutes_activity", path, id=activity.id, found=activity.minutes, planned=minutes
            )


RULE = Rule("K114", "session_minutes", __doc__, check)
