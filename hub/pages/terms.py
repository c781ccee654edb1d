"""Glossary terms in running text: the first time a page uses one, it becomes a link with its meaning."""

from __future__ import annotations

import html as html_lib
import re
from dataclasses import dataclass

_TOKEN = re.compile(r"(<[^>]+>)")
_TAG = re.compile(r"</?([a-z][a-z0-9]*)", re.I)
_INSIDE = {"p", "li"}
_HEADINGS = {"h1", "h2", "h3", "h4"}
_NEVER = _HEADINGS | {"a", "button", "label", "legend", "summary", "svg", "code", "pre", "form", "dt", "script"}
_VOID = {"br", "img", "input", "hr", "path", "rect", "meta", "link", "wbr"}
MOST = 8
"""Most terms marked on one page: more would make reading restless."""


@dataclass(frozen=True)
class Mark:
    """A term as pages need it."""

    words: tuple[str, ...]
    url: str
    meaning: str


class TermMarker:
    """Finds terms in HTML. Made once a locale; `url` of a mark is completed by the page's own prefix."""

    def __init__(self, marks: list[Mark], more: str) -> None:
        self._more = more
        self._by_word = {word.casefold(): mark for mark in marks for word in mark.words}
        words = sorted((html_lib.escape(word, quote=False) for word in self._by_word), key=len, reverse=True)
        choice = "|".join(re.escape(word) for word in words)
        self._find = re.compile(rf"(?<!\w)(?:{choice})(?!\w)", re.I) if words else None

    def mark(self, html: str, base: str) -> str:
        """Return the page's HTML with the first use of each term linked.

        Args:
            base: what leads from the page to the root of its locale, such as `../../`.
        """
        if self._find is None:
            return html
        done: set[str] = set()
        depth: list[str] = []
        parts = _TOKEN.split(html)
        for number, part in enumerate(parts):
            if part.startswith("<"):
                self._step(part, depth)
            elif part.strip() and len(done) < MOST and _readable(depth):
                parts[number] = self._find.sub(lambda found: self._link(found, done, base), part)
        return "".join(parts)

    @staticmethod
    def _step(tag: str, depth: list[str]) -> None:
        match = _TAG.match(tag)
        if match is None or tag.endswith("/>"):
            return
        name = match[1].lower()
        if tag.startswith("</"):
            while depth and depth.pop() != name:
                pass
        elif name not in _VOID:
            depth.append("svg" if 'data-terms="off"' in tag else name)

    def _link(self, found: re.Match[str], done: set[str], base: str) -> str:
        mark = self._by_word[html_lib.unescape(found[0]).casefold()]
        if mark.url in done or len(done) >= MOST:
            return found[0]
        done.add(mark.url)
        meaning, more = html_lib.escape(mark.meaning), html_lib.escape(self._more)
        return (
            f'<a class="term" href="{base}{mark.url}" data-module="term" data-meaning="{meaning}" '
            f'data-more="{more}">{found[0]}</a>'
        )


def _readable(depth: list[str]) -> bool:
    return bool(_INSIDE.intersection(depth)) and not _NEVER.intersection(depth)
