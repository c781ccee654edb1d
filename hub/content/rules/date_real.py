"""Ngày không có trong lịch.

Ngày viết năm-tháng-ngày (`2026-07-01`), năm-tháng (`2026-07`) hay năm (`2026`), và có thật trong lịch: không có
tháng 13, không có ngày 30 tháng 2. Mốc thời gian bắt đầu (`starts`) không sau lúc kết thúc (`ends`).

Cách sửa: xem lại ngày trong văn bản nguồn.
"""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel

from hub.content.content import Content
from hub.content.rules.base import Findings, Rule, found
from hub.model.criteria import CriteriaSet
from hub.model.plan import Milestone
from hub.model.settings import Settings
from hub.model.source import Source

FIELDS: tuple[tuple[type[BaseModel], str], ...] = (
    (Source, "date"),
    (Source, "checked"),
    (Milestone, "starts"),
    (Milestone, "ends"),
    (CriteriaSet, "checked"),
    (Settings, "checked"),
)


def check(content: Content) -> Findings:
    """Hold every date to the calendar, and milestones to end after they start."""
    for path, model in content.every_model:
        for owner, field in FIELDS:
            value = getattr(model, field) if isinstance(model, owner) else None
            if value is not None and not real(value):
                here = (*path, field)
                yield found(content.mark(*here), "date_not_real", here, field=field, found=value)
        if isinstance(model, Milestone) and model.ends < model.starts[: len(model.ends)]:
            here = (*path, "ends")
            yield found(content.mark(*here), "date_order", here, starts=model.starts, found=model.ends)


def real(text: str) -> bool:
    """Say whether a year, month or day exists."""
    year, month, day = ([int(part) for part in text.split("-")] + [1, 1])[:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


RULE = Rule("K113", "date_real", __doc__, check)
