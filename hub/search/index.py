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
from typing import Any

from lunr import __TARGET_JS_VERSION__
from lunr.builder import Builder

from hub.search.fold import Token, exact, fold, tokens
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
    found = placed([section for path in sorted(pages) for section in sections(path, pages[path], locale)])
    return {
        f"{name}.json": json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        for name, content in tiers(found, locale, synonyms).items()
    }


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
        """Note which document holds which terms in which field."""
        postings = self.inverted_index
        for name in self._fields:
            for term in doc[name]:
                if term not in postings:
                    postings[term] = {field: {} for field in self._fields}
                postings[term][name][doc["id"]] = {}


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
        if section.headings:
            entry["trail"] = list(section.headings)
        if kind == EARLY_TEXT and section.text:
            entry["text"] = section.text
        entry["words"] = len(terms.tokens(section.text))
        entries.append(entry)
    return entries


class _Terms:
    """Turns text into index terms, knowing which words have several spellings in this locale."""

    def __init__(self, locale: str, found: Iterable[Section]) -> None:
        self.locale = locale
        self.stop = STOP.get(locale, frozenset())
        self._tokens: dict[str, list[Token]] = {}
        spellings: dict[str, set[str]] = defaultdict(set)
        for section in found:
            for text in (section.title, section.keywords, section.text):
                for token in self.tokens(text):
                    spellings[fold(token.text, locale)].add(exact(token.text, locale))
        self.ambiguous = {word for word, written in spellings.items() if len(written) > 1}

    def tokens(self, text: str) -> list[Token]:
        """Return the words of a text; they are kept, because each text is asked for several times."""
        found = self._tokens.get(text)
        if found is None:
            found = self._tokens[text] = tokens(text)
        return found

    def of(self, text: str) -> list[str]:
        """Return the terms of a text."""
        terms: list[str] = []
        left: list[str] = []
        """Words the next one is a neighbour of."""
        for token in self.tokens(text):
            word = fold(token.text, self.locale)
            terms.append(word)
            if word in self.ambiguous:
                terms.append(exact(token.text, self.locale))
            left = left if token.joined else []
            terms += [f"{before}_{word}" for before in left]
            left = [*left[-1:], word] if self._is_stop(token.text) else [word]
        return terms

    def _is_stop(self, word: str) -> bool:
        return word.lower() in self.stop


def _packed(builder: Builder, fields: Sequence[str]) -> dict[str, Any]:
    """Return a lunr index in columns, a third of the weight of its own form.

    Left out are lunr's field vectors: they hold its scores, and the order of results is reckoned in the
    browser (`theme/components/search/rank.js`). Section numbers are written as steps from the one before.
    """
    terms = sorted(builder.inverted_index)
    columns = [[_steps(builder.inverted_index[term][name]) for term in terms] for name in fields]
    return {"lunr": __TARGET_JS_VERSION__, "fields": list(fields), "terms": " ".join(terms), "columns": columns}


def _steps(holders: Iterable[int]) -> list[int]:
    numbers = sorted(holders)
    return [number - before for before, number in zip([0, *numbers], numbers, strict=False)]


def _fingerprint(found: Iterable[Section], locale: str) -> str:
    """Return a short hash by which the browser sees that both files are of one build."""
    digest = hashlib.sha256(locale.encode())
    for section in found:
        digest.update(repr(section).encode())
    return digest.hexdigest()[:12]
