"""Every piece of prose of the hub, with its place: the texts of the models and the paragraphs of prose pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from hub.content.content import Content
from hub.content.markdown_file import Doc
from hub.content.marks import Mark, SourceText
from hub.content.nodes import Path, Scalar
from hub.model.base import DEFAULT

_QUOTING = {
    "population", "measure", "wordings", "clauses", "parts", "scanned", "corrections", "made_from",
}  # fmt: skip
"""Fields that hold the words of documents, not ours."""
_QUOTING_OF = {
    "plan": {"title", "number", "issuer", "date", "signer", "name", "when"},
    "sources": {"title", "issuer"},
    "criteria": {"name", "issuer"},
    "glossary": {"term"},
}


@dataclass(frozen=True)
class Piece:
    """One text in one language. `ours`: our own prose, not the words of a document."""

    text: str
    path: Path
    ours: bool
    source: SourceText
    first_line: int
    scalar: Scalar | None = None
    scanned: bool = field(default=False)
    """Words of a scan kept with its errors."""

    def at(self, offset: int, words: str) -> Mark:
        """Return the place of some words of the text that begin at an offset."""
        before = self.text[:offset]
        if self.scalar is not None:
            return self.scalar.at(words, before.count(words))
        line = before.count("\n")
        return Mark(self.source.file, self.first_line + line, offset - before.rfind("\n"), max(1, len(words)))


def pieces(content: Content, locale: str) -> Iterator[Piece]:
    """Yield every piece of prose written in a language."""
    first = content.settings.default_locale if content.settings else "vi"
    yield from _texts(content, DEFAULT if locale == first else locale)
    for name, doc in content.docs.items():
        file = content.files[name]
        if file is not None and (file.locale or first) == locale:
            yield from _meta(content, name)
            yield from _paragraphs(doc)


def _texts(content: Content, locale: str) -> Iterator[Piece]:
    for path, text in content.every_text:
        scalar = content.scalar(path, locale)
        if scalar is None or (locale and not text.has(locale)):
            continue
        yield Piece(
            text.to(locale),
            path,
            ours=not _quoting(path),
            source=scalar.source,
            first_line=scalar.mark.line,
            scalar=scalar,
            scanned="corrections" in path,
        )


def _quoting(path: Path) -> bool:
    """Say whether a field holds the words of a document."""
    return bool(_QUOTING & set(path)) or path[-1] in _QUOTING_OF.get(str(path[0]), ())


def _meta(content: Content, name: str) -> Iterator[Piece]:
    """Yield title and description of a prose page."""
    for key in ("title", "nav_title", "description"):
        scalar = content.scalar(("docs", name, key))
        if scalar is not None and isinstance(scalar.value, str) and scalar.value.strip():
            path: Path = ("docs", name, key)
            source = content.texts[name]
            yield Piece(scalar.value, path, True, source, scalar.mark.line, scalar)


def _paragraphs(doc: Doc) -> Iterator[Piece]:
    """Yield the blocks of a page."""
    for start, text in doc.blocks:
        yield Piece(text, (), not text.lstrip().startswith(">"), doc.bare, start)
