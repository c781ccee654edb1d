"""Sections, breadcrumbs, neighbours: what the theme needs to draw the ways through the site.

The site generator's own navigation is not used: it is rendered whole on every page, so its cost
grows with the square of the pages. Here a page knows its section's list and nothing more.
"""

from __future__ import annotations

from typing import Any

from hub.model.hub import Hub
from hub.pages.links import ABOUT, CRITERIA, DOWNLOADS, PLAN, QUIZZES, SELF_CHECK, TRAINING
from hub.pages.staged import StagedPage

KNOWN = (PLAN, CRITERIA, TRAINING, SELF_CHECK, QUIZZES, DOWNLOADS, ABOUT)
WINDOW = 40
"""Longest list shown whole beside a page; of a longer one the neighbours are shown."""

Entry = dict[str, Any]


def section_of(path: str) -> str:
    """Return the first folder of a path, `ke-hoach/`; empty for the home page."""
    return path.split("/", 1)[0] + "/" if path else ""


def sections(pages: dict[str, StagedPage]) -> list[Entry]:
    """Return the sections that have a first page: the known ones in their order, then others.

    A top-level page that is nobody's first page (a door page) is no section.
    """
    firsts = {path for path in pages if path.count("/") == 1}
    used = {section_of(path) for path in pages if path.count("/") > 1}
    extra = sorted((path for path in firsts & used if path not in KNOWN), key=lambda path: (pages[path].order, path))
    return [_entry(pages[path]) for path in (*KNOWN, *extra) if path in firsts and pages[path].listed]


def _entry(page: StagedPage) -> Entry:
    return {"title": page.short, "path": page.path}


def parent_of(page: StagedPage, pages: dict[str, StagedPage]) -> str:
    """Return the path of the page above: the one named, else the nearest folder that is a page."""
    if page.parent:
        return page.parent
    parts = page.path.rstrip("/").split("/")[:-1]
    while parts:
        path = "/".join(parts) + "/"
        if path in pages:
            return path
        parts.pop()
    return ""


class Tree:
    """The pages of one locale with what was reckoned once for all of them."""

    def __init__(self, pages: dict[str, StagedPage]) -> None:
        self.pages = pages
        self.sections = sections(pages)
        self._names = {entry["path"] for entry in self.sections}
        self._parents = {path: parent_of(page, pages) for path, page in pages.items()}
        self._children: dict[str, list[StagedPage]] = {}
        for path in sorted(pages, key=lambda path: (pages[path].order, pages[path].short, path)):
            if pages[path].listed and path:
                self._children.setdefault(self._parents[path], []).append(pages[path])
        self._order: dict[str, list[str]] = {}
        self._place: dict[str, int] = {}
        for name in self._names:
            order = self._walk(name)
            self._order[name] = order
            self._place |= {path: number for number, path in enumerate(order)}

    def _walk(self, path: str) -> list[str]:
        found, stack = [], [path]
        while stack:
            current = stack.pop()
            found.append(current)
            stack += [child.path for child in reversed(self._children.get(current, []))]
        return found

    def crumbs(self, path: str, home: str) -> list[Entry]:
        """Return the pages above `path`, the home page first."""
        above: list[Entry] = []
        current = self._parents.get(path, "")
        while current and len(above) < 9:
            above.append(_entry(self.pages[current]))
            current = self._parents.get(current, "")
        return [{"title": home, "path": ""}, *reversed(above)] if path else []

    def siblings(self, path: str) -> list[Entry]:
        """Return the list beside a page: its section's pages, with the open branch's own pages."""
        section = section_of(path)
        if section not in self._names:
            return []
        branch = {path}
        current = path
        while current:
            current = self._parents.get(current, "")
            branch.add(current)
        top = [self.pages[section], *self._children.get(section, [])]
        entries = []
        for page in self._window(top, branch):
            entry = _entry(page)
            if page.path in branch and page.path != section:
                children = self._window(self._children.get(page.path, []), branch)
                entry["children"] = [_entry(child) for child in children]
            entries.append(entry)
        return entries if len(entries) > 1 else []

    @staticmethod
    def _window(pages: list[StagedPage], branch: set[str]) -> list[StagedPage]:
        if len(pages) <= WINDOW:
            return pages
        at = next((number for number, page in enumerate(pages) if page.path in branch and number), 0)
        start = max(1, min(at - WINDOW // 2, len(pages) - WINDOW))
        return [pages[0], *pages[start : start + WINDOW]]

    def neighbours(self, path: str) -> tuple[Entry | None, Entry | None]:
        """Return the pages before and after in reading order of the section."""
        order = self._order.get(section_of(path), [])
        place = self._place.get(path)
        if place is None or order[place] != path:
            return None, None
        before = _entry(self.pages[order[place - 1]]) if place else None
        after = _entry(self.pages[order[place + 1]]) if place + 1 < len(order) else None
        return before, after


def trees(hub: Hub, staged: list[StagedPage]) -> dict[str, Tree]:
    """Return the tree of each locale; a page a locale lacks stands there in the first language."""
    first = hub.settings.default_locale
    base = {page.path: page for page in staged if page.locale == first}
    result = {}
    for setting in hub.settings.locales:
        own = {page.path: page for page in staged if page.locale == setting.code}
        result[setting.code] = Tree(base | {path: page for path, page in own.items() if path in base})
    return result
