"""Nhắc tới phần không có trong cùng tệp.

- Câu hỏi và hoạt động nêu mục tiêu (`objective`, `objectives`) có trong danh sách mục tiêu của bài.
- Bước của buổi học nêu hoạt động có trong `activities.yml`.
- Việc của kế hoạch nêu đơn vị có trong `bodies`; mục tiêu "trong đó" (`of`) nêu một mục tiêu khác;
  cách đếm (`counting`) nêu mục tiêu nó đếm.
- Nhóm người nêu mẫu phiếu có trong `forms`; lời nói với một nhóm (`said_to`) nêu nhóm có trong `groups`.
- `criteria` trong `hub.yml` nêu một tệp trong `materials/criteria/`; `plan` nêu đúng nguồn của `plan.yml`.

Cách sửa: chép đúng mã, hoặc thêm phần còn thiếu.
"""

from __future__ import annotations

from hub.content.content import Content
from hub.content.nodes import Mapping, Node, Path, Scalar, Sequence
from hub.content.rules.base import Findings, Rule, found
from hub.content.rules.references import Reference, listed, unknown


def check(content: Content) -> Findings:
    """Look up what is named within one unit."""
    yield from unknown(content, "objectives", _objectives, "objective_unknown")
    yield from unknown(content, "activities", _activities, "activity_unknown")
    yield from unknown(content, "forms", _of_criteria, "form_unknown")
    yield from unknown(content, "groups", _of_criteria, "group_unknown")
    yield from unknown(content, "bodies", lambda content, _: listed(content, "bodies"), "body_unknown")
    yield from unknown(content, "targets", lambda content, _: listed(content, "targets"), "target_unknown")
    yield from unknown(content, "criteria", lambda content, _: listed(content, "criteria"), "criteria_unknown")
    plan, settings = content.plan, content.settings
    named = settings.plan if settings else None
    if plan and named and named != plan.source and content.exists("sources", named):
        path: Path = ("settings", "plan")
        yield found(content.mark(*path), "plan_of_other_source", path, found=named, source=plan.source)
    for number, target in enumerate(content.plan.targets if content.plan else []):
        if target.of == target.id:
            path = ("plan", "targets", number, "of")
            yield found(content.mark(*path), "target_of_itself", path, id=target.id)


def _written(content: Content, file: str, *keys: str) -> list[str]:
    """Return the ids of a list as written in a file, entries that are wrong in another way included."""
    node: Node | None = content.yaml.get(file)
    for key in keys:
        node = node.entries.get(key) if isinstance(node, Mapping) else None
    items = node.items if isinstance(node, Sequence) else []
    ids = [item.entries.get("id") for item in items if isinstance(item, Mapping)]
    return [each.raw for each in ids if isinstance(each, Scalar)]


def _objectives(content: Content, reference: Reference) -> list[str]:
    kind, name = reference.path[:2]
    file = f"quizzes/{name}.yml" if kind == "quizzes" else f"materials/modules/{name}/module.yml"
    return _written(content, file, "objectives")


def _activities(content: Content, reference: Reference) -> list[str]:
    return _written(content, f"materials/modules/{reference.path[1]}/activities.yml")


def _of_criteria(content: Content, reference: Reference) -> list[str]:
    return _written(content, f"materials/criteria/{reference.path[1]}.yml", reference.kind)


RULE = Rule("K109", "part_known", __doc__, check)
