"""Rendered pages -> search index: one pair of files per locale, queried in the browser."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from hub.search import index, synonyms


def write_search(pages: Mapping[str, str], locale: str, out: Path, words: Path) -> None:
    """Write `titles.json` and `bodies.json` of one locale's rendered pages.

    Args:
        pages: whole HTML documents by address from the root of the locale's tree (`ke-hoach/phan-i/`).
        locale: its code.
        out: folder of all locales' indexes; the files go to `out/<locale>/`.
        words: folder with `synonyms.yml` and its siblings.

    Raises:
        SynonymError: a synonyms file has another form than it should.
    """
    folder = out / locale
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in index.files(pages, locale, synonyms.read(words, locale)).items():
        (folder / name).write_text(content, encoding="utf-8")
