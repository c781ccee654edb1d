"""Which documents a hub's content gives: an explicit table of makers, one a kind."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from hub.documents import plan_booklet
from hub.documents.errors import DocumentError
from hub.documents.paper import Paper
from hub.locales import strings
from hub.model.base import Text
from hub.model.hub import Hub

Derived = Literal["fold", "two-up"]


@dataclass(frozen=True)
class Document:
    """One thing to print: how it is named, and how its pages are made."""

    stem: str
    """Name without locale and ending: `giang-vien-hieu-chuong-trinh`."""
    kind: str
    subject: str | None
    """Id of the module or quiz it belongs to."""
    locale: str
    default: bool
    """In the hub's first language, whose files carry no locale in their name."""
    title: str
    about: str
    paper: str
    """Paper size of the reading pages: `A4` or `A5`."""
    drafts: Callable[[], Sequence[str]]
    """HTML to lay out; where several, the first that keeps to `most_pages`."""
    most_pages: int | None = None
    derived: tuple[Derived, ...] = ()

    def file(self, suffix: str = "") -> str:
        """Return a file name: `ke-hoach.pdf`, `ke-hoach-gap-sach.en.pdf`."""
        return f"{self.stem}{suffix}{'' if self.default else '.' + self.locale}.pdf"

    @property
    def name(self) -> str:
        """Name on the command line: `ke-hoach`, `ke-hoach.en`."""
        return self.file().removesuffix(".pdf")


class Shelf:
    """What a maker works with: the content, its folder, one language."""

    def __init__(self, hub: Hub, root: Path, locale: str) -> None:
        self.hub, self.root, self.locale = hub, root, locale
        self.default = locale == hub.settings.default_locale
        self.t = strings(locale, hub.settings.default_locale)

    def paper(self) -> Paper:
        """Return a fresh paper for one document."""
        return Paper(self.hub, self.root, self.locale)

    def speaks(self, texts: Sequence[Text]) -> bool:
        """Say whether the main texts of a document are all there in this language."""
        return self.default or all(text.has(self.locale) for text in texts)

    def plain(self, text: Text) -> str:
        """Return a text in this language."""
        return text.to(self.locale)

    def document(
        self,
        kind: str,
        stem: str,
        subject: str | None,
        title: str,
        drafts: Callable[[], Sequence[str]],
        *,
        paper: str = "A5",
        most_pages: int | None = None,
        derived: tuple[Derived, ...] = (),
    ) -> Document:
        """Return a document of a kind, its sentence for the list of downloads put in."""
        return Document(
            stem=stem,
            kind=kind,
            subject=subject,
            locale=self.locale,
            default=self.default,
            title=title,
            about=self.t(f"documents.about_{kind}"),
            paper=paper,
            drafts=drafts,
            most_pages=most_pages,
            derived=derived,
        )


def _plan(shelf: Shelf) -> Iterator[Document]:
    plan = shelf.hub.plan
    if plan is None or not shelf.speaks([plan.title, *(clause.text for clause in plan.clauses().values())]):
        return
    yield shelf.document(
        "plan",
        "ke-hoach",
        None,
        shelf.plain(plan.title),
        lambda: [plan_booklet.html(shelf.paper(), plan)],
        derived=("fold",),
    )


MAKERS: tuple[Callable[[Shelf], Iterator[Document]], ...] = (_plan,)
"""One maker a kind of content, in the order of the list of downloads."""


def documents(hub: Hub, root: Path) -> list[Document]:
    """Return every document the content gives, the first language first."""
    shelves = [Shelf(hub, root, locale.code) for locale in hub.settings.locales]
    return [document for shelf in shelves for maker in MAKERS for document in maker(shelf)]


def select(all_documents: Sequence[Document], names: Sequence[str]) -> list[Document]:
    """Return the named documents, or all where none is named.

    Raises:
        DocumentError: a name is unknown; the message lists the nearest and all.
    """
    known = {document.name: document for document in all_documents}
    for name in names:
        if name.removesuffix(".pdf") not in known:
            nearest = difflib.get_close_matches(name, known, n=3, cutoff=0.3) or list(known)[:3]
            listed = "\n".join(f"  {one}" for one in known)
            raise DocumentError("error_name", name=name, nearest=", ".join(nearest), names=listed)
    wanted = {name.removesuffix(".pdf") for name in names}
    return [document for document in all_documents if not wanted or document.name in wanted]
