"""Mục tiêu không ai dùng. (cảnh báo)

Mỗi mục tiêu của bài trắc nghiệm có ít nhất một câu hỏi; mỗi mục tiêu của chuyên đề có ít nhất một hoạt động; mỗi
hoạt động có chỗ trong kế hoạch buổi học.

Cách sửa: thêm câu hỏi, hoạt động hay bước còn thiếu, hoặc bỏ mục tiêu.
"""

from __future__ import annotations

from hub.content.content import Content
from hub.content.rules.base import Findings, Rule, found


def check(content: Content) -> Findings:
    """Find objectives without items or activities, and activities without a step."""
    for name, quiz in content.quizzes.items():
        if not content.whole("quizzes", name):
            continue
        tested = {item.objective for item in quiz.items}
        for index, objective in enumerate(quiz.objectives):
            if objective.id not in tested:
                path = ("quizzes", name, "objectives", index, "id")
                yield found(content.mark(*path), "objective_untested", path, id=objective.id)
    for name, module in content.modules.items():
        if not content.whole("modules", name):
            continue
        served = {each for activity in module.activities for each in activity.objectives}
        for index, aim in enumerate(module.objectives):
            if aim.id not in served:
                path = ("modules", name, "objectives", index, "id")
                yield found(content.mark(*path), "objective_unserved", path, id=aim.id)
        used = {step.activity for step in module.session_plan}
        for index, activity in enumerate(module.activities):
            if activity.id not in used:
                path = ("modules", name, "activities", index, "id")
                yield found(content.mark(*path), "activity_unused", path, id=activity.id)


RULE = Rule("K110", "objective_used", __doc__, check, "warning")
