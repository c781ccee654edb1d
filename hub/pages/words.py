"""Small words that several page makers share: escaping, source notes, whether a page is translated."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from hub.model.base import Text
from hub.model.criteria import SaidTo
from hub.model.hub import Hub
from hub.pages.environment import Page
from hub.pages.links import source_path


def md(text: str) -> str:
    """Escape what Markdown would read as markup, so that a heading says exactly its words."""
    return re.sub(r"([\\`*_\[\]<>{}])", r"\\\1", text)


def source_links(hub: Hub, page: Page, ids: Iterable[str]) -> list[dict[str, str]]:
    """Return name and address of sources, for a note under a statement; internal ones are left out."""
    links = []
    for source_id in ids:
        source = hub.sources[source_id]
        if source.internal:
            continue
        name = source.number or (
            source.title.to(page.locale) if source.title else source.about.to(page.locale).rstrip(".")
        )
        if source.issuer:
            name = f"{name} ({source.issuer.to(page.locale)})"
        links.append({"name": name, "url": page.url(source_path(source_id)), "date": page.t.date(source.checked)})
    return links


def said(text: Text, page: Page) -> dict[str, str]:
    """Return a text and, where this language lacks it, the language it is in."""
    foreign = page.locale != page.default_locale and not text.has(page.locale)
    return {"text": text.to(page.locale), "lang": page.default_locale if foreign else ""}


def said_to(hub: Hub, page: Page, words: Iterable[SaidTo]) -> list[dict[str, Any]]:
    """Return what sources say of an indicator to groups of people, with the sources' names."""
    return [{"text": one.text.to(page.locale), "sources": source_links(hub, page, [one.source])} for one in words]


def source_file(name: str, page: Page, text: Text) -> str:
    """Return the file an editor changes for a page whose text is `text`: the translation's own, if it has one."""
    if page.locale == page.default_locale or not text.has(page.locale):
        return name
    stem, dot, ending = name.rpartition(".")
    return f"{stem}.{page.locale}{dot}{ending}"


def translated(text: Text, locale: str, default_locale: str) -> bool:
    """Say whether a page whose main text is `text` exists in `locale`."""
    return locale == default_locale or text.has(locale)


def spoken(hub: Hub, text: Text) -> list[str]:
    """Return the codes of the hub's languages in which a page exists whose main text is `text`."""
    default = hub.settings.default_locale
    return [setting.code for setting in hub.settings.locales if translated(text, setting.code, default)]


_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"


def alphabetical(text: str) -> list[tuple[list[int], list[int]]]:
    """Return a sort key for Vietnamese, syllable by syllable: letters a ă â b ... y; where all are alike, the tones.

    Tones follow level, huyền, hỏi, ngã, sắc, nặng, so that "bán" stands after "ban" and before "banh".
    """
    key = []
    for syllable in unicodedata.normalize("NFC", text.lower()).split():
        letters, tones = [], []
        for letter in syllable:
            parts = unicodedata.normalize("NFD", letter)
            base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
            letters.append(_LETTERS.index(base) + 1 if base in _LETTERS else 0)
            tones.append(next((_TONES.index(mark) + 1 for mark in parts if mark in _TONES), 0))
        key.append((letters, tones))
    return key
