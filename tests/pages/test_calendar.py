"""The milestones as an iCalendar file, read back by the rules of RFC 5545."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import cast

import pytest

from hub.model.base import Text
from hub.model.hub import Hub
from hub.model.plan import Plan
from hub.pages.calendar import calendar, calendar_name, calendars


def milestone(starts: str, ends: str, title: str = "Sơ kết", name: str = "so-ket") -> SimpleNamespace:
    """Return a milestone of the plan."""
    when, clause = Text({"": "Quý III, năm 2026", "en": "Third quarter; 2026"}), "II.4.c"
    return SimpleNamespace(id=name, title=Text(title), when=when, starts=starts, ends=ends, clause=clause)


def plan(*milestones: SimpleNamespace) -> Plan:
    """Return a plan with these milestones."""
    return cast(Plan, SimpleNamespace(source="ke-hoach", milestones=list(milestones)))


def read(data: bytes) -> list[dict[str, str]]:
    """Read a calendar: lines of at most 75 bytes ended by CRLF, unfolded, unescaped; returns its events."""
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in b"".join(lines)
    for line in lines:
        line.decode()  # no letter is cut in two
    text = data.decode().replace("\r\n ", "").split("\r\n")
    assert text[0] == "BEGIN:VCALENDAR"
    assert text[-2] == "END:VCALENDAR"
    assert {"VERSION:2.0", "CALSCALE:GREGORIAN"} <= set(text)
    events: list[dict[str, str]] = []
    for line in text[1:-2]:
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and line != "END:VEVENT":
            name, _, value = line.partition(":")
            assert name not in events[-1]
            plain, signs = [], iter(value)
            for sign in signs:
                taken = next(signs) if sign == "\\" else sign
                plain.append("\n" if sign == "\\" and taken in "nN" else taken)
                assert sign not in ";," or sign == "\\"
            events[-1][name] = "".join(plain)
    return events


@pytest.mark.parametrize(
    ("starts", "ends", "first", "after"),
    [
        ("2026-07", "2026-09", date(2026, 7, 1), date(2026, 10, 1)),
        ("2025-12", "2025-12", date(2025, 12, 1), date(2026, 1, 1)),
        ("2024-02", "2024-02", date(2024, 2, 1), date(2024, 3, 1)),
        ("2025", "2030", date(2025, 1, 1), date(2031, 1, 1)),
        ("2026-10-02", "2026-10-02", date(2026, 10, 2), date(2026, 10, 3)),
    ],
)
def test_an_event_lasts_from_its_first_to_its_last_day(starts: str, ends: str, first: date, after: date) -> None:
    """Years, months, quarters and days become whole days; the end is the day after the last (RFC 5545, 3.6.1)."""
    (event,) = read(calendar(plan(milestone(starts, ends)), "vi", "2026-11-24"))
    assert event["DTSTART;VALUE=DATE"] == f"{first:%Y%m%d}"
    assert event["DTEND;VALUE=DATE"] == f"{after:%Y%m%d}"


@pytest.mark.parametrize(
    "title",
    ["Một; hai, ba \\ bốn", "Dòng một\nDòng hai", "Ế" * 120, "a" * 74, "a" * 75, "Ủy ban nhân dân " * 12, "😀" * 40],
)
def test_any_title_comes_back_as_it_was(title: str) -> None:
    """Signs are escaped and long lines folded, never inside a letter, so that a reader gets the same words."""
    (event,) = read(calendar(plan(milestone("2026", "2026", title.strip())), "vi", "2026-11-24"))
    assert event["SUMMARY"] == title.strip()


def test_events_are_told_apart_and_stay_the_same() -> None:
    """Each has its own lasting name, so that a second import changes events instead of doubling them."""
    both = plan(milestone("2026", "2026"), milestone("2030", "2030", name="tong-ket"))
    data = calendar(both, "vi", "2026-11-24")
    assert len({event["UID"] for event in read(data)}) == 2
    assert data == calendar(both, "vi", "2026-11-24")
    assert {event["DTSTAMP"] for event in read(data)} == {"20261124T000000Z"}


def test_each_language_has_its_file() -> None:
    """The description is in the file's language; no name holds `.en.`, which the site generator would move."""
    settings = SimpleNamespace(
        default_locale="vi", checked="2026-11-24", locales=[SimpleNamespace(code="vi"), SimpleNamespace(code="en")]
    )
    files = calendars(cast(Hub, SimpleNamespace(plan=plan(milestone("2026", "2026")), settings=settings)))
    assert set(files) == {"moc-thoi-gian.ics", "moc-thoi-gian-en.ics"}
    assert read(files["moc-thoi-gian-en.ics"])[0]["DESCRIPTION"] == "Third quarter; 2026 (II.4.c)"
    assert calendar_name("vi", "vi") == "moc-thoi-gian.ics"


def test_a_plan_without_dates_has_no_calendar() -> None:
    """Without milestones, or without a plan, there is no file."""
    settings = SimpleNamespace(default_locale="vi", checked="2026-11-24", locales=[SimpleNamespace(code="vi")])
    assert calendars(cast(Hub, SimpleNamespace(plan=plan(), settings=settings))) == {}
    assert calendars(cast(Hub, SimpleNamespace(plan=None, settings=settings))) == {}
