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
        folder = site / FOLDER / locale
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in index.files(pages, locale, synonyms.read(synonyms_folder, locale)).items():
            # Whole at any moment: someone may be searching.
            fresh = folder / f".{name}"
            fresh.write_text(content, encoding="utf-8")
            fresh.replace(folder / name)
        counts[locale] = len(pages)
    return counts


def read_pages(site: Path, locale: str, locales: Sequence[str]) -> dict[str, str]:
    """Return the pages of one locale by address from the root of the locale's tree."""
    start = site if locale == locales[0] else site / locale
    others = [site / other for other in locales[1:] if other != locale]
    return {
        file.relative_to(start).as_posix().removesuffix("index.html"): file.read_text(encoding="utf-8")
        for file in sorted(start.rglob("index.html"))
        if not any(file.is_relative_to(other) for other in others)
    }
