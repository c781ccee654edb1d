"""Tỷ lệ ngoài khoảng 0 đến 100.

`percent` và `national` của mục tiêu là phần trăm, từ 0 đến 100. Mục tiêu "trong đó" (`of`) tính trên người của mục
tiêu kia, nên vẫn từ 0 đến 100. Năm của mục tiêu là bốn chữ số, từ 1945 đến 2100.

Cách sửa: xem lại con số trong kế hoạch.
"""

from __future__ import annotations

from hub.content.content import Content
from hub.content.rules.base import Findings, Rule, found

YEARS = range(1945, 2101)


def check(content: Content) -> Findings:
    """Hold percentages and years of targets to what can be."""
    for index, target in enumerate(content.plan.targets if content.plan else []):
        for field in ("percent", "national"):
            value = getattr(target, field)
            if value is not None and not 0 <= value <= 100:
                path = ("plan", "targets", index, field)
                yield found(content.mark(*path), "percent_out_of_range", path, field=field, found=f"{value:g}")
        if target.year not in YEARS:
            path = ("plan", "targets", index, "year")
            yield found(content.mark(*path), "year_out_of_range", path, found=target.year)


RULE = Rule("K112", "percent", __doc__, check)
