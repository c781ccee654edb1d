"""The downloads page: each document with its formats, pages and sizes."""

from __future__ import annotations

from typing import Any

from hub.model.hub import Hub
from hub.pages.environment import Page
from hub.pages.links import DOWNLOADS
from hub.pages.staged import StagedPage

KB = 1000


def size(page: Page, count: int) -> str:
    """Write a number of bytes in kB or MB, as phones do (1 kB = 1000 bytes)."""
    if count < KB * KB:
        return f"{page.t.number(max(1, round(count / KB)))} kB"
    return f"{page.t.number(count / KB / KB)} MB"


GROUPS = (
    ("so-tay", "group_booklets", {"plan", "criteria"}, False),
    ("cam-nang", "group_guides", {"guide"}, False),
    ("phieu", "group_forms", {"form", "counting"}, True),
    ("chuyen-de", "group_modules", {"trainer", "learner", "cards", "flipcards", "handout"}, False),
    ("trac-nghiem", "group_quizzes", {"quiz-paper", "quiz-key"}, True),
)
"""Groups of the page: anchor, sentence key, kinds of document, whether it is a single sheet."""
COUNTED = {"fold": ("sheets", "sheets_count"), "xlsx": ("sheets", "tables_count")}
"""What is counted of a file and the sentence that says so, where it is not pages."""
UNLISTED = {"templates"}
"""Kinds that pages fill on the device and nobody downloads as they are."""


def _file(page: Page, file: dict[str, Any]) -> dict[str, str]:
    use = file["use"].replace("-", "_")
    kind = file.get("format") or page.t(f"pages.format_{use}")
    counted, sentence = COUNTED.get(use, ("pages", "pages_count"))
    count = page.t(f"pages.{sentence}", count=file[counted]) if counted in file else ""
    return {
        "label": page.t(f"pages.use_{use}"),
        "url": page.asset(f"downloads/{file['name']}"),
        "facts": " · ".join(part for part in (kind, count, size(page, file["bytes"])) if part),
    }


def _item(page: Page, entry: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": entry["name"],
        "title": entry["title"],
        "label": entry["label"],
        "about": entry["about"],
        "lang": "" if entry["locale"] == page.locale else entry["locale"],
        "files": [_file(page, file) for file in entry["files"]],
    }


def grouped(page: Page, downloads: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the documents of the page's language (of the first, where it has none), in groups."""
    local = {(entry["kind"], entry["subject"]) for entry in downloads if entry["locale"] == page.locale}
    shown = [
        entry
        for entry in downloads
        if entry["kind"] not in UNLISTED
        and (
            entry["locale"] == page.locale
            or (entry["locale"] == page.default_locale and (entry["kind"], entry["subject"]) not in local)
        )
    ]
    known = {kind for _, _, kinds, _ in GROUPS for kind in kinds}
    groups = [
        {
            "id": anchor,
            "title": page.t(f"pages.{key}"),
            "paper": paper,
            "items": [_item(page, entry) for entry in shown if entry["kind"] in kinds],
        }
        for anchor, key, kinds, paper in GROUPS
    ]
    rest = [_item(page, entry) for entry in shown if entry["kind"] not in known]
    groups.append({"id": "khac", "title": page.t("pages.group_other"), "paper": True, "items": rest})
    return [group for group in groups if group["items"]]


def downloads_pages(hub: Hub, downloads: list[dict[str, Any]]) -> list[StagedPage]:
    """Return the downloads page in every locale. Where nothing was built yet it says so and is not in the menu."""
    if not (hub.plan or hub.criteria or hub.modules or hub.quizzes):
        return []
    pages = []
    for setting in hub.settings.locales:
        page = Page(DOWNLOADS, setting.code, hub.settings.default_locale)
        pages.append(
            StagedPage(
                path=DOWNLOADS,
                locale=setting.code,
                title=page.t("pages.downloads_title"),
                nav_title=page.t("site.download"),
                body=page.render("downloads.md.j2", groups=grouped(page, downloads)),
                description=page.t("pages.downloads_lead"),
                origin=f"hub/locales/{setting.code}/pages.yml",
                order=0,
                toc=False,
                listed=bool(downloads),
            )
        )
    return pages
