"""The plan's milestones as an iCalendar file that phones can add. Source: RFC 5545."""

from __future__ import annotations

from datetime import date, timedelta

from hub.model.hub import Hub
from hub.model.plan import Milestone, Plan

_FIRST, _LAST = (1, 1), (12, 31)


def _day(iso: str, end: bool) -> date:
    """Return the first or last day of a year, month or day written as ISO."""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 3:
        return date(*parts)
    if len(parts) == 1:
        return date(parts[0], *(_LAST if end else _FIRST))
    year, month = parts
    if not end:
        return date(year, month, 1)
    return (date(year + month // 12, month % 12 + 1, 1)) - timedelta(days=1)


def _escape(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, "\\" + sign)
    return text.replace("\n", "\\n")


def _fold(line: str) -> str:
    """Break a line into pieces of at most 75 bytes, never inside a letter."""
    pieces, current, size = [], "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > 74:
            pieces.append(current)
            current, size = "", 0
        current += letter
        size += width
    return "\r\n ".join([*pieces, current])


def _event(milestone: Milestone, plan: Plan, locale: str, stamp: str) -> list[str]:
    first, after = _day(milestone.starts, end=False), _day(milestone.ends, end=True) + timedelta(days=1)
    return [
        "BEGIN:VEVENT",
        f"UID:{plan.source}-{milestone.id}@hub",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{after:%Y%m%d}",
        f"SUMMARY:{_escape(milestone.title.to(locale))}",
        f"DESCRIPTION:{_escape(f'{milestone.when.to(locale)} ({milestone.clause})')}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def calendar(plan: Plan, locale: str, checked: str) -> bytes:
    """Return the calendar of a plan's milestones; the same content gives the same bytes."""
    stamp = f"{_day(checked, end=False):%Y%m%d}T000000Z"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hoc lieu mo//Milestones//VI", "CALSCALE:GREGORIAN"]
    for milestone in plan.milestones:
        lines += _event(milestone, plan, locale, stamp)
    return ("\r\n".join(_fold(line) for line in [*lines, "END:VCALENDAR"]) + "\r\n").encode()


def calendar_name(locale: str, default_locale: str) -> str:
    """Return a calendar's file name; `.en.` in it would make the site generator move it below `en/`."""
    return "moc-thoi-gian.ics" if locale == default_locale else f"moc-thoi-gian-{locale}.ics"


def calendars(hub: Hub) -> dict[str, bytes]:
    """Return the calendar files by name, one a locale."""
    if hub.plan is None or not hub.plan.milestones:
        return {}
    default, checked = hub.settings.default_locale, hub.settings.checked
    codes = [setting.code for setting in hub.settings.locales]
    return {calendar_name(code, default): calendar(hub.plan, code, checked) for code in codes}
