"""Writing the staging folder: real Markdown files that any generator can build."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hub.model.hub import Hub
from hub.pages.links import term_path
from hub.pages.nav import trees
from hub.pages.records import POLICY, page_record, prefix, site_record
from hub.pages.staged import StagedPage

DATA = ".hub.json"
"""Beside the pages: what the theme is told. Its name begins with a dot, so it is not copied to the site."""


def file_name(page: StagedPage, default_locale: str) -> str:
    """Return a page's file in the staging folder: `ke-hoach/index.md`, `ke-hoach/index.en.md`."""
    suffix = "" if page.locale == default_locale else f".{page.locale}"
    return f"{page.path}index{suffix}.md"


def front_matter(page: StagedPage) -> str:
    """Return the YAML a generator reads: JSON strings are YAML strings."""
    lines = [f"title: {json.dumps(page.title, ensure_ascii=False)}"]
    if page.description:
        lines.append(f"description: {json.dumps(page.description, ensure_ascii=False)}")
    if not page.toc:
        lines.append("no_toc: true")
    return "---\n" + "\n".join(lines) + "\n---\n\n"


def term_marks(hub: Hub, locale: str) -> list[dict[str, Any]]:
    """Return the glossary as the pages' term marker needs it."""
    return [
        {
            "words": [term.term.to(locale), *(word for word in term.also if locale == hub.settings.default_locale)],
            "url": term_path(term.id),
            "meaning": term.meaning.to(locale),
        }
        for term in hub.glossary.values()
        if locale == hub.settings.default_locale or term.meaning.has(locale)
    ]


def theme_data(hub: Hub, staged: list[StagedPage]) -> dict[str, Any]:
    """Return all the theme is told, by locale and path."""
    settings = hub.settings
    per_locale = trees(hub, staged)
    locales_of: dict[str, set[str]] = {}
    for page in staged:
        locales_of.setdefault(page.path, set()).add(page.locale)
    site_url = settings.site_url.rstrip("/") + "/" if settings.site_url else ""
    return {
        "policy": POLICY,
        "site_url": site_url,
        "locales": [setting.model_dump() for setting in settings.locales],
        "terms": {setting.code: term_marks(hub, setting.code) for setting in settings.locales},
        "prefix": {setting.code: prefix(hub, setting.code) for setting in settings.locales},
        "site": {code: site_record(hub, code, tree) for code, tree in per_locale.items()},
        "pages": {
            code: {path: page_record(hub, code, tree, path, locales_of) for path in tree.pages}
            for code, tree in per_locale.items()
        },
    }


def write(folder: Path, files: dict[str, bytes]) -> list[str]:
    """Make `folder` hold exactly `files`; write only what differs, remove what is left over.

    Returns:
        the names that were written or removed.
    """
    changed = []
    for path in sorted(folder.rglob("*"), reverse=True):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in files and name != ".gitignore":
            path.unlink()
            changed.append(name)
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    for name, data in files.items():
        target = folder / name
        if target.is_file() and target.read_bytes() == data:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        changed.append(name)
    return changed


def staged_files(hub: Hub, staged: list[StagedPage], others: dict[str, bytes]) -> dict[str, bytes]:
    """Return every file of the staging folder: pages, theme data, and `others` (assets, downloads)."""
    default = hub.settings.default_locale
    files = {file_name(page, default): (front_matter(page) + page.body.strip() + "\n").encode() for page in staged}
    data = json.dumps(theme_data(hub, staged), ensure_ascii=False, sort_keys=True, indent=None)
    return files | others | {DATA: data.encode()}
