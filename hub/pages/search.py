"""The search page: a field for those with JavaScript, the list of all titles for everyone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from hub.model.hub import Hub
from hub.pages.environment import Page
from hub.pages.links import ABOUT, CRITERIA, DOWNLOADS, PLAN, QUIZZES, SEARCH, TRAINING
from hub.pages.staged import html_block

KINDS = {PLAN: "plan", CRITERIA: "criteria", TRAINING: "module", QUIZZES: "quiz", DOWNLOADS: "download"}
"""Sections with a heading of their own in the list, in this order; the rest comes last, under `about`."""


@dataclass(frozen=True)
class Title:
    """One page as the list shows it."""

    title: str
    path: str
    """Address from the root of the locale's tree."""
    section: str
    """First folder of the path, `ke-hoach/`."""


def search_page(hub: Hub, locale: str, titles: Iterable[Title]) -> str:
    """Return the body of the search page: a heading in Markdown, then HTML that Markdown passes through.

    Args:
        hub: the hub.
        locale: language of the page.
        titles: every page of this locale, in any order.
    """
    page = Page(SEARCH, locale, hub.settings.default_locale)
    html = page.render(
        "search/search.html.j2",
        data=_script_json(_script_data(page)),
        groups=_groups(page, titles),
        ask=page.url(ABOUT),
        sheet=page.asset("assets/components/search/search.css"),
    )
    return f"# {page.t('search.title')}\n{html_block(html)}"


def _script_data(page: Page) -> dict[str, Any]:
    kinds = {key: name for key, name in page.t.area("search").items() if key.startswith("kind_")}
    return {
        "locale": page.locale,
        "root": page.url(""),
        "index": page.asset(f"search/{page.locale}/"),
        "lunr": page.asset("assets/lunr.min.js"),
        "says": page.t.area("search_says") | kinds,
    }


def _groups(page: Page, titles: Iterable[Title]) -> list[dict[str, Any]]:
    groups: dict[str, list[dict[str, str]]] = {kind: [] for kind in (*KINDS.values(), "about")}
    for title in sorted(titles, key=lambda title: title.path):
        groups[KINDS.get(title.section, "about")].append({"title": title.title, "url": page.url(title.path)})
    return [{"name": page.t(f"search.kind_{kind}"), "entries": found} for kind, found in groups.items() if found]


def _script_json(data: Any) -> Markup:
    """Return data as JSON that cannot end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))
