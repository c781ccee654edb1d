"""The home page: three doors, a search field, what to do first, the figures the plan aims for."""

from __future__ import annotations

from typing import Any

from hub.model.hub import Hub
from hub.model.plan import clause_name
from hub.pages.criteria import register_host
from hub.pages.environment import Page
from hub.pages.links import (
    COLLECT,
    CRITERIA,
    DOWNLOADS,
    PLAN,
    QUIZZES,
    SEARCH,
    SELF_CHECK,
    TRAINING,
    clause_path,
)
from hub.pages.staged import StagedPage
from hub.pages.words import source_file, translated

Door = tuple[str, str, tuple[tuple[str, str], ...]]

RIDGE = "250 70 196 112 226 190 140 238 182 330 62 382 118 418 86 470 140"
RIDGE_LINES = 16
RIDGE_STEP = 18
TASKS = 3
"""Lines a door has on a desk."""


def ridge_paths() -> list[str]:
    """Return the SVG paths of the ridge, each lower than the last (drawn for a 470 x 380 box)."""
    numbers = [int(number) for number in f"0 {RIDGE}".split()]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    paths = []
    for line in range(RIDGE_LINES):
        shifted = " ".join(f"{x} {y + line * RIDGE_STEP}" for x, y in points)
        paths.append(f"M{shifted}")
    return paths


def _doors(paths: set[str]) -> list[Door]:
    """Return the doors with the first tasks of each whose pages are there."""
    steps = f"{CRITERIA}quy-trinh/"
    doors: list[Door] = [
        ("member", "hoi-vien/", ((f"{PLAN}viec-cua/", "1"), (CRITERIA, "2"), (COLLECT, "3"), (DOWNLOADS, "4"))),
        ("trainer", "giang-vien/", ((TRAINING, "1"), (QUIZZES, "2"), (DOWNLOADS, "3"))),
        ("citizen", "nguoi-dan/", ((SELF_CHECK, "1"), (QUIZZES, "2"), (CRITERIA, "3"), (steps, "4"))),
    ]
    return [(door, path, tuple(task for task in tasks if task[0] in paths)[:TASKS]) for door, path, tasks in doors]


def _facts(hub: Hub, page: Page) -> dict[str, Any] | None:
    """Return the four largest aims of the plan's last year, each with the clause it stands in."""
    if hub.plan is None or not hub.plan.targets:
        return None
    year = max(target.year for target in hub.plan.targets)
    targets = [target for target in hub.plan.targets if target.year == year][:4]
    clauses = list(dict.fromkeys(target.clause for target in targets))
    return {
        "year": year,
        "items": [
            {"percent": page.t.number(target.percent), "short": target.short.to(page.locale)} for target in targets
        ],
        "clauses": [
            {"id": clause_name(clause, page.t), "url": page.url(clause_path(hub, clause))} for clause in clauses
        ],
    }


def home_pages(hub: Hub, paths: set[str]) -> list[StagedPage]:
    """Return the home page of each locale.

    Args:
        paths: pages that exist: a door leads to its own page where one was written, and to nothing that is not there.
    """
    settings, default = hub.settings, hub.settings.default_locale
    pages = []
    for setting in settings.locales:
        if not translated(settings.slogan, setting.code, default):
            continue
        page = Page("", setting.code, default)
        doors = [
            {
                "id": door,
                "title": page.t(f"pages.door_{door}"),
                "text": page.t(f"pages.door_{door}_text"),
                "url": page.url(path if path in paths else tasks[0][0]) if tasks or path in paths else "",
                "tasks": [
                    {"title": page.t(f"pages.door_{door}_{number}"), "url": page.url(target)}
                    for target, number in tasks
                ],
            }
            for door, path, tasks in _doors(paths)
        ]
        body = page.render(
            "home.md.j2",
            slogan=settings.slogan.to(setting.code),
            description=settings.description.to(setting.code),
            ridge=ridge_paths(),
            doors=[door for door in doors if door["url"]],
            facts=_facts(hub, page),
            host=register_host(hub),
            search=page.url(SEARCH),
            criteria_url=page.url(CRITERIA) if hub.criteria else "",
            check_url=page.url(SELF_CHECK) if SELF_CHECK in paths else "",
            quizzes_url=page.url(QUIZZES) if hub.quizzes else "",
        )
        pages.append(
            StagedPage(
                path="",
                locale=setting.code,
                title=f"{settings.name.to(setting.code)} {settings.place.to(setting.code)}",
                body=body,
                description=settings.description.to(setting.code),
                origin=source_file("hub.yml", page, settings.description),
                sources=(hub.plan.source,) if hub.plan else (),
                toc=False,
                searchable=False,
            )
        )
    return pages
