"""Sections -> the two files a browser searches: titles first, bodies after.

Both hold a lunr index without pipeline, made of terms of our own (`hub.search.fold`):

* `khuyen`: a word without marks;
* `=khuyên1`: its spelling, written only where the hub has several spellings of `khuyen`, so that a word
  typed with its marks ranks its own spelling first;
* `khuyen_hoc`: two neighbours, because most words of Vietnamese are two syllables; a word of little meaning
  between them does not part them (`UBND các xã` is also `ubnd_xa`).
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from lunr import __TARGET_JS_VERSION__
from lunr.builder import Builder

from hub.search.fold import exact, fold, tokens
from hub.search.kinds import KINDS, kind_of
from hub.search.placing import page_above, placed
from hub.search.sections import Section, sections
from hub.search.stop import STOP
from hub.search.synonyms import Synonym

EARLY_TEXT = "glossary"
"""The kind whose text belongs to the first tier: a term's meaning is what is asked for."""

TITLE_FIELDS = ("title", "keys", "trail", "text")
BODY_FIELDS = ("text",)


def files(pages: Mapping[str, str], locale: str, synonyms: Sequence[Synonym]) -> dict[str, str]:
    """Return the two files of one locale by name.

    Args:
        pages: rendered pages by address from the root of the locale's tree.
        locale: its code.
        synonyms: what people say for what the pages say.
    """
    found = placed([section for path in sorted(pages) for section in _sections(path, pages[path], locale)])
    return {
        f"{name}.json": json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        for name, content in tiers(found, locale, synonyms).items()
    }


@lru_cache(maxsize=5_000)
def _sections(path: str, markup: str, locale: str) -> tuple[Section, ...]:
    """Return a page's sections; kept, because most pages are the same at the next build."""
    return tuple(sections(path, markup, locale))


def tiers(found: Sequence[Section], locale: str, synonyms: Sequence[Synonym]) -> dict[str, Any]:
    """Return the content of both files, keyed by name."""
    kinds = [kind_of(section.path) for section in found]
    terms = _Terms(locale, found)
    titles, bodies = _builder(TITLE_FIELDS), _builder(BODY_FIELDS)
    for number, (section, kind) in enumerate(zip(found, kinds, strict=True)):
        text = terms.of(section.text)
        early = kind == EARLY_TEXT
        fields = {
            "title": terms.of(section.title),
            "keys": terms.of(section.keywords),
            "trail": terms.of("\n".join((*section.above, *section.headings))),
        }
        titles.add({"id": number, **fields, "text": text if early else []})
        bodies.add({"id": number, "text": [] if early else text})
    build = _fingerprint(found, locale)
    return {
        "titles": {
            "build": build,
            "kinds": [kind for kind, _ in KINDS],
            "sections": _entries(found, kinds, terms),
            "synonyms": [[entry.say, entry.means] for entry in synonyms],
            "stop": sorted(STOP.get(locale, ())),
            "index": _packed(titles, TITLE_FIELDS),
        },
        "bodies": {
            "build": build,
            "texts": ["" if kind == EARLY_TEXT else s.text for s, kind in zip(found, kinds, strict=True)],
            "index": _packed(bodies, BODY_FIELDS),
        },
    }


class _Postings(Builder):  # type: ignore[misc]
    """lunr's builder for terms that are ready: its own `add` copies and counts what is never written."""

    def add(self, doc: Mapping[str, Any], attributes: object = None) -> None:
        """Note which document holds which terms in which field; documents come in the order of their numbers."""
        postings = self.inverted_index
        for name in self._fields:
            for term in dict.fromkeys(doc[name]):
                if term not in postings:
                    postings[term] = {field: [] for field in self._fields}
                postings[term][name].append(doc["id"])


def _builder(fields: Sequence[str]) -> Builder:
    builder = _Postings()
    builder.ref("id")
    for name in fields:
        builder.field(name)
    return builder


def _entries(found: Sequence[Section], kinds: Sequence[str], terms: _Terms) -> list[dict[str, Any]]:
    """Return what the browser knows of each section before the bodies come."""
    order = [kind for kind, _ in KINDS]
    pages = {section.path: number for number, section in enumerate(found) if section.is_page}
    entries: list[dict[str, Any]] = []
    for section, kind in zip(found, kinds, strict=True):
        page, hash_, anchor = section.path.partition("#")
        entry: dict[str, Any] = {"path": hash_ + anchor or page, "title": section.title, "kind": order.index(kind)}
        above = page if hash_ else page_above(page, pages)
        if above is not None:
            entry["in"] = pages[above]
        if section.keywords:
            entry["keys"] = section.keywords
        if section.detail:
            entry["detail"] = 1
        if section.lead:
            entry["lead"] = section.lead
        if section.headings:
            entry["trail"] = list(section.headings)
        if kind == EARLY_TEXT and section.text:
            entry["text"] = section.text
        entry["words"] = terms.count(section.text)
        entries.append(entry)
    return entries


class _Word(NamedTuple):
    """One word of a text as the index sees it."""

    folded: str
    exact: str
    joined: bool
    stop: bool


@lru_cache(maxsize=10_000)
def _words(text: str, locale: str) -> tuple[_Word, ...]:
    """Return the words of a text; kept, because a text is asked for several times, and again at the next build."""
    stop = STOP.get(locale, frozenset())
    return tuple(
        _Word(fold(token.text, locale), exact(token.text, locale), token.joined, token.text.lower() in stop)
        for token in tokens(text)
    )


class _Terms:
    """Turns text into index terms, knowing which words have several spellings in this locale."""

    def __init__(self, locale: str, found: Iterable[Section]) -> None:
        self.locale = locale
        spellings: dict[str, set[str]] = defaultdict(set)
        for section in found:
            for text in (section.title, section.keywords, section.text):
                for word in _words(text, locale):
                    spellings[word.folded].add(word.exact)
        self.ambiguous = {folded for folded, written in spellings.items() if len(written) > 1}

    def count(self, text: str) -> int:
        """Return how many words a text has."""
        return len(_words(text, self.locale))

    def of(self, text: str) -> list[str]:
        """Return the terms of a text."""
        terms: list[str] = []
        left: list[str] = []
        """Words the next one is a neighbour of."""
        for folded, written, joined, stop in _words(text, self.locale):
            terms.append(folded)
            if folded in self.ambiguous:
                terms.append(written)
            if joined:
                terms += [f"{before}_{folded}" for before in left]
                left = [left[-1], folded] if stop and left else [folded]
            else:
                left = [folded]
        return terms


def _packed(builder: Builder, fields: Sequence[str]) -> dict[str, Any]:
    """Return a lunr index in columns, a third of the weight of its own form.

    Left out are lunr's field vectors: they hold its scores, and the order of results is reckoned in the
    browser (`theme/components/search/rank.js`). Section numbers are written as steps from the one before.
    """
    terms = sorted(builder.inverted_index)
    columns = [[_steps(builder.inverted_index[term][name]) for term in terms] for name in fields]
    return {"lunr": __TARGET_JS_VERSION__, "fields": list(fields), "terms": " ".join(terms), "columns": columns}


def _steps(numbers: list[int]) -> list[int]:
    return [number - before for before, number in zip([0, *numbers], numbers, strict=False)]


def _fingerprint(found: Iterable[Section], locale: str) -> str:
    """Return a short hash by which the browser sees that both files are of one build."""
    digest = hashlib.sha256(locale.encode())
    for section in found:
        digest.update(repr(section).encode())
    return digest.hexdigest()[:12]
