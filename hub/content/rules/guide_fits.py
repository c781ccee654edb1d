"""Cẩm nang tự chấm không khớp bộ tiêu chí.

Cẩm nang `materials/criteria/<bộ>/<nhóm>.yml` mang tên một bộ tiêu chí và một nhóm người trong `groups` của bộ ấy.
Cẩm nang nói tới các chỉ số của bộ ấy; thiếu chỉ số thì có cảnh báo. Thang điểm của mỗi chỉ số bắt đầu từ 0, các mức nối
tiếp nhau, không hở, không chồng. Khi đã biết điểm tối đa của chỉ số, thang kết thúc ở điểm ấy.

Cách sửa: đổi tên tệp, sửa mã chỉ số, sửa các mức điểm.
"""

from __future__ import annotations

from hub.content.content import Content
from hub.content.naming import did_you_mean
from hub.content.nodes import Path
from hub.content.rules.base import Findings, Rule, found
from hub.model.assessment import rules_of
from hub.model.criteria import CriteriaSet
from hub.model.guide import IndicatorGuide


def check(content: Content) -> Findings:
    """Hold each guide to its criteria set."""
    for name in content.guides:
        set_name, _, group = name.partition("/")
        path: Path = ("guides", name)
        criteria = content.criteria.get(set_name)
        if criteria is not None:
            groups = [each.id for each in criteria.groups]
            if content.whole("criteria", set_name) and group not in groups:
                near = did_you_mean(group, groups)
                yield found(content.mark(*path, "id"), "guide_group_unknown", (*path, "id"), id=group, near=near)
            yield from _indicators(content, path, criteria)
        elif "criteria" not in content.unreadable and set_name not in content.known.get("criteria", ()):
            near = did_you_mean(set_name, sorted(content.criteria))
            yield found(content.mark(*path, "id"), "guide_set_unknown", (*path, "id"), id=set_name, near=near)


def _indicators(content: Content, path: Path, criteria: CriteriaSet) -> Findings:
    maxima = rules_of(criteria).maxima
    whole = content.whole("criteria", criteria.id)
    guide = content.guides[str(path[1])]
    for index, indicator in enumerate(guide.indicators):
        here = (*path, "indicators", index)
        if whole and indicator.id not in maxima:
            near = did_you_mean(indicator.id, maxima)
            yield found(content.mark(*here, "id"), "guide_indicator_unknown", (*here, "id"), id=indicator.id, near=near)
        if content.whole(*here):
            yield from _scale(content, here, indicator, maxima.get(indicator.id))
    missing = [name for name in maxima if name not in {each.id for each in guide.indicators}]
    if missing and content.whole(*path) and whole:
        mark = content.key_mark(*path, "indicators")
        yield found(mark, "guide_indicators_missing", path, severity="warning", missing=", ".join(missing))


def _scale(content: Content, path: Path, indicator: IndicatorGuide, most: int | None) -> Findings:
    expected = 0
    for index, step in enumerate(indicator.scale):
        here = (*path, "scale", index, "from_points")
        if step.from_points != expected:
            yield found(content.mark(*here), "scale_gap", here, found=step.from_points, expected=expected)
        if step.to_points < step.from_points:
            yield found(content.mark(*here), "scale_backwards", here, found=step.from_points, to=step.to_points)
        expected = max(step.from_points, step.to_points) + 1
    if most is not None and expected - 1 != most:
        here = (*path, "scale", len(indicator.scale) - 1, "to_points")
        yield found(content.mark(*here), "scale_end", here, found=expected - 1, expected=most)


RULE = Rule("K115", "guide_fits", __doc__, check)
