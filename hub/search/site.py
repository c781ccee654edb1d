"""A built site -> its search files, one folder per locale."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hub.search import index, synonyms

FOLDER = "search"
"""Where the files go, from the root of the site."""


def index_site(site: Path, locales: Sequence[str], synonyms_folder: Path) -> dict[str, int]:
    """Write `search/<locale>/titles.json` and `bodies.json` from the pages of a built site.

    Args:
        site: the built site.
        locales: codes, the one at the root of the site first.
        synonyms_folder: folder with `synonyms.yml` and its siblings.

    Returns:
        how many pages of each locale were read.

    Raises:
        SynonymError: a synonyms file has another form than it should.
    """
    counts = {}
    for locale in locales:
        pages = read_pages(site, locale, locales)
        words = synonyms.read(synonyms.path_of(synonyms_folder, locale, locales[0]))
        index.write(pages, locale, site / FOLDER / locale, words, prefix_of(locale, locales))
        counts[locale] = len(pages)
    return counts


def prefix_of(locale: str, locales: Sequence[str]) -> str:
    """Return where a locale's pages stand: nothing for the first one, `en/` for another."""
    return "" if locale == locales[0] else f"{locale}/"


def read_pages(site: Path, locale: str, locales: Sequence[str]) -> dict[str, str]:
    """Return the pages of one locale by address from the root of the site."""
    others = {prefix_of(other, locales) for other in locales if other not in (locale, locales[0])}
    start = prefix_of(locale, locales)
    pages = {}
    for file in sorted((site / start).rglob("index.html")):
        path = file.relative_to(site).as_posix().removesuffix("index.html")
        if not any(path.startswith(other) for other in others):
            pages[path] = file.read_text(encoding="utf-8")
    return pages
