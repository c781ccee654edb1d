"""Content -> staging folder -> site: the order of things, for the commands."""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hub import mkdocs_hooks
from hub.assets import assets
from hub.content.read import ContentErrors, read
from hub.model.hub import Hub
from hub.pages.calendar import calendars
from hub.pages.environment import keep_compiled
from hub.pages.module import PICTURES
from hub.pages.paths import paths_of
from hub.pages.site import SiteInput, all_pages, made_pages
from hub.pages.staged import StagedPage
from hub.pages.staging import staged_files, write
from hub.search.site import FOLDER as SEARCH
from hub.search.site import index_site

Say = Callable[[str], None]
LIST = "downloads.json"


@dataclass(frozen=True)
class BuildPlaces:
    """Where a build reads and writes."""

    root: Path
    """Folder of the content: hub.yml, docs/, materials/, quizzes/."""
    staging: Path
    out: Path
    downloads: Path
    """Folder where documents were built, with their list."""
    cache: Path
    """Folder that keeps subset fonts, the picture and compiled templates between builds."""


def places_of(root: Path) -> BuildPlaces:
    """Return the usual places of a checkout."""
    return BuildPlaces(root, root / "site-src", root / "site", root / "build" / "downloads", root / "build" / "kept")


def downloads_list(folder: Path) -> list[dict[str, Any]]:
    """Return what was built to download, as listed beside the files."""
    path = folder / LIST
    return list(json.loads(path.read_text(encoding="utf-8"))["documents"]) if path.exists() else []


def _pictures(hub: Hub, root: Path) -> dict[str, bytes]:
    """Return the modules' drawings by their place on the site."""
    folders = {slug: root / "materials" / "modules" / slug / "pictures" for slug in hub.modules}
    return {
        f"{PICTURES}/{slug}/{path.name}": path.read_bytes()
        for slug, folder in folders.items()
        for path in sorted(folder.glob("*.svg"))
    }


def _doc_assets(root: Path) -> dict[str, bytes]:
    """Return pictures and other files that lie beside the prose pages."""
    docs = root / "docs"
    return {
        path.relative_to(docs).as_posix(): path.read_bytes()
        for path in sorted(docs.rglob("*"))
        if path.is_file() and path.suffix != ".md" and not path.name.startswith(".")
    }


def stage(places: BuildPlaces, today: str, say: Say) -> tuple[Hub, int]:
    """Read and check the content and write the staging folder.

    Returns:
        the hub and the number of pages of all locales.

    Raises:
        ContentErrors: the content has errors; nothing was written.
    """
    keep_compiled(places.cache / "page-templates")
    given = SiteInput(places.root, today, downloads_list(places.downloads))
    made: list[StagedPage] = []

    def paths(checked: Hub) -> Collection[str]:
        made[:] = made_pages(checked, given)
        return paths_of(checked, made)

    reading = read(places.root, paths)
    hub = reading.required()
    for problem in (*reading.notices, *reading.warnings):
        say(str(problem))
    pages = all_pages(hub, given, made)
    others = {f"assets/{name}": data for name, data in assets(hub.settings, places.cache).items()}
    others |= _pictures(hub, places.root) | _doc_assets(places.root)
    others |= {f"downloads/{name}": data for name, data in calendars(hub).items()}
    write(places.staging, staged_files(hub, pages, others))
    return hub, len(pages)


DOCUMENTS = {".pdf", ".docx", ".xlsx"}
"""Endings of what the builders of documents make; a site's other downloads are pages' own."""


def copy_downloads(built: Path, site: Path) -> None:
    """Put the documents of the folder `built` under `downloads/` of a site, in place of those it had."""
    target = site / "downloads"
    for old in [path for path in target.rglob("*") if path.suffix in DOCUMENTS]:
        old.unlink()
    for entry in downloads_list(built):
        for file in entry["files"]:
            (target / file["name"]).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(built / file["name"], target / file["name"])


def build_site(places: BuildPlaces, today: str, say: Say, shown: Callable[[], None] | None = None) -> int:
    """Build the whole site, search index and downloads included.

    It is built beside the old one and takes its place when it is whole: a page is never missing
    while one reads, and an error leaves the old site as it was.

    Args:
        shown: told as soon as the pages can be read. The site is then shown with the search index of before, if any,
            which is replaced when the new one is ready.

    Returns:
        the number of pages.

    Raises:
        ContentErrors: the content has errors.
    """
    say("== Reading and checking the content")
    hub, count = stage(places, today, say)
    say(f"== Building {count} pages")
    new = places.out.with_name(f".{places.out.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    mkdocs_hooks.build(hub.settings, places.staging, new, places.cache / "theme-templates-escaped")
    copy_downloads(places.downloads, new)
    if shown is not None:
        _show(new, places.out)
        shown()
        new = places.out
    say("== Indexing for search")
    index_site(new, [setting.code for setting in hub.settings.locales], places.root / "search")
    if new != places.out:
        _swap(new, places.out)
    return count


def _show(new: Path, out: Path) -> None:
    """Put pages in the place of others, with the search index of those until they have their own."""
    if (out / SEARCH).is_dir():
        shutil.copytree(out / SEARCH, new / SEARCH)
    _swap(new, out)


def build_and_tell(places: BuildPlaces, today: str, shown: Callable[[], None] | None = None) -> bool:
    """Build the site as `build_site` does and tell a terminal how it went; false when the content has errors."""
    start = time.perf_counter()
    try:
        count = build_site(places, today, say=lambda line: print(line, flush=True), shown=shown)
    except ContentErrors as errors:
        print(errors, file=sys.stderr, flush=True)
        return False
    print(f"== {count} pages in {places.out} ({time.perf_counter() - start:.1f} s)", flush=True)
    return True


def _swap(new: Path, out: Path) -> None:
    """Put a finished folder in the place of another."""
    old = out.with_name(f".{out.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    new.rename(out)
    shutil.rmtree(old, ignore_errors=True)
