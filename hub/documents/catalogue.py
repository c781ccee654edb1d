"""Which documents a hub's content gives: an explicit table of makers, one a kind."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal, TypeVar

from hub.documents import (
    cards,
    criteria_booklet,
    flipcards,
    guide_booklet,
    handout,
    module_booklets,
    plan_booklet,
    print_help,
    quiz_paper,
    self_form,
)
from hub.documents.errors import DocumentError
from hub.documents.office import counting, report, workbook
from hub.documents.paper import Paper
from hub.locales import strings
from hub.model.base import Text
from hub.model.hub import Hub
from hub.model.module import TrainingModule

Derived = Literal["fold", "two-up"]
Drafts = Callable[[], Sequence[str]]
T = TypeVar("T")


@dataclass(frozen=True)
class Ready:
    """A file that is written as it is, beside or instead of laid-out pages."""

    use: Literal["docx", "xlsx"]
    name: str
    """Path below the folder of downloads: `phieu-tu-cham-thu.docx`, `templates/tu-cham.docx`."""
    data: bytes
    count: int | None = None
    """Pages of a Word file or sheets of an Excel file, where that is known."""


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
    label: str
    """Name of its kind, such as "Sách giảng viên"."""
    title: str
    about: str
    paper: str
    """Paper size of the reading pages: `A4` or `A5`."""
    drafts: Drafts
    """HTML to lay out; where several, the first that keeps to `most_pages`; none: there are only ready files."""
    most_pages: Callable[[], int] | None = None
    derived: tuple[Derived, ...] = ()
    ready: Callable[[], Sequence[Ready]] | None = None

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
        drafts: Drafts,
        *,
        paper: str = "A5",
        most_pages: Callable[[], int] | None = None,
        derived: tuple[Derived, ...] = (),
        ready: Callable[[], Sequence[Ready]] | None = None,
    ) -> Document:
        """Return a document of a kind, its sentence for the list of downloads put in."""
        return Document(
            stem=stem,
            kind=kind,
            subject=subject,
            locale=self.locale,
            default=self.default,
            label=self.t(f"documents.kind_name_{kind}"),
            title=title,
            about=self.t(f"documents.about_{kind}"),
            paper=paper,
            drafts=drafts,
            most_pages=most_pages,
            derived=derived,
            ready=ready,
        )


def _plan(shelf: Shelf) -> Iterator[Document]:
    plan = shelf.hub.plan
    if plan is not None and shelf.speaks([plan.title, *(clause.text for clause in plan.clauses().values())]):
        drafts = _one(plan_booklet.html, shelf, plan)
        yield shelf.document("plan", "ke-hoach", None, shelf.plain(plan.title), drafts, derived=("fold",))


def _criteria(shelf: Shelf) -> Iterator[Document]:
    first = shelf.hub.settings.criteria or next(iter(shelf.hub.criteria), None)
    for criteria in shelf.hub.criteria.values():
        texts = [criteria.name, criteria.about, *(indicator.plain for indicator in criteria.indicators())]
        if shelf.speaks(texts):
            stem = "tieu-chi" if criteria.id == first else f"tieu-chi-{criteria.id}"
            title = shelf.plain(criteria.name)
            drafts = _one(criteria_booklet.html, shelf, criteria)
            yield shelf.document("criteria", stem, criteria.id, title, drafts, derived=("fold",))


def _guides(shelf: Shelf) -> Iterator[Document]:
    first = shelf.hub.settings.criteria or next(iter(shelf.hub.criteria), None)
    for criteria in shelf.hub.criteria.values():
        for group in criteria.groups:
            guide = shelf.hub.guides.get(f"{criteria.id}/{group.id}")
            if guide is None or not shelf.speaks([guide.summary, *(one.small_step for one in guide.indicators)]):
                continue
            stem = f"cam-nang-{'' if criteria.id == first else f'{criteria.id}-'}{group.id}"
            title = shelf.t("forms.guide_title", group=shelf.plain(group.name))
            drafts = _one(partial(guide_booklet.html, criteria, group), shelf, guide)
            yield shelf.document("guide", stem, f"{criteria.id}/{group.id}", title, drafts, derived=("fold",))


def _forms(shelf: Shelf) -> Iterator[Document]:
    """Yield the form of the hub's first set and what browsers fill: administrative forms are in the first language."""
    criteria = shelf.hub.main_criteria()
    if criteria is None or not shelf.default:
        return
    stem, pages = "phieu-tu-cham-thu", self_form.pages(criteria)
    yield shelf.document(
        "form",
        stem,
        criteria.id,
        shelf.t("forms.title"),
        lambda: self_form.drafts(shelf.paper, criteria),
        paper="A4",
        most_pages=lambda: pages or len(criteria.indicators()),
        ready=lambda: [Ready("docx", f"{stem}.docx", self_form.empty(shelf.paper(), criteria), pages)],
    )
    yield shelf.document(
        "templates",
        "mau-de-may-dien",
        criteria.id,
        shelf.t("documents.kind_name_templates"),
        list,
        ready=lambda: [
            Ready("docx", "templates/tu-cham.docx", self_form.template(shelf.paper(), criteria)),
            Ready("docx", "templates/bao-cao.docx", report.template(shelf.paper(), shelf.hub)),
            Ready("xlsx", "templates/tong-hop.xlsx", workbook.template(shelf.paper(), shelf.hub)),
        ],
    )


def _counting(shelf: Shelf) -> Iterator[Document]:
    plan = shelf.hub.plan
    if plan is None or not plan.counting or not shelf.speaks([plan.title, *(one.base for one in plan.counting)]):
        return
    stem = "bang-dem-muc-tieu"
    name = f"{stem}{'' if shelf.default else f'.{shelf.locale}'}.xlsx"
    yield shelf.document(
        "counting",
        stem,
        None,
        shelf.t("targets.sheet_title"),
        list,
        ready=lambda: [Ready("xlsx", name, counting.workbook(shelf.paper(), plan), counting.sheet_count(plan))],
    )


def _one(html: Callable[[Paper, T], str], shelf: Shelf, content: T) -> Drafts:
    """Return drafts of a document that is laid out in one way only."""
    return lambda: [html(shelf.paper(), content)]


def _modules(shelf: Shelf) -> Iterator[Document]:
    for module in sorted(shelf.hub.modules.values(), key=lambda one: one.order):
        texts = [module.title, module.summary, *(activity.purpose for activity in module.activities)]
        if shelf.speaks(texts):
            yield from _module(shelf, module)


def _module(shelf: Shelf, module: TrainingModule) -> Iterator[Document]:
    def document(kind: str, stem: str, drafts: Drafts, **more: Any) -> Document:
        return shelf.document(kind, f"{stem}-{module.id}", module.id, shelf.plain(module.title), drafts, **more)

    trainer = _one(module_booklets.trainer_html, shelf, module)
    yield document("trainer", "giang-vien", trainer, derived=("fold",))
    learner = _one(module_booklets.learner_html, shelf, module)
    yield document("learner", "nguoi-hoc", learner, derived=("fold",))
    if module.slides:
        made = cache(lambda: flipcards.flip_cards(shelf.paper(), module))
        flip = lambda: [flipcards.html(shelf.paper(), made(), module)]  # noqa: E731 - a name would say no more
        yield document("flipcards", "to-lat", flip, paper="A4", most_pages=lambda: 2 * len(made()))
    if module.cards:
        yield document("cards", "the", _one(cards.html, shelf, module), paper="A4")
    if module.handouts:
        drafts = lambda: handout.drafts(shelf.paper, module)  # noqa: E731 - as above
        sides = lambda: len(module.handouts)  # noqa: E731
        yield document("handout", "phat-tay", drafts, most_pages=sides, derived=("two-up",))


def _quizzes(shelf: Shelf) -> Iterator[Document]:
    for quiz in shelf.hub.quizzes.values():
        if shelf.speaks([quiz.title, *(item.stem for item in quiz.items)]):
            for kind, stem, html in (
                ("quiz-paper", "de", quiz_paper.paper_html),
                ("quiz-key", "dap-an", quiz_paper.key_html),
            ):
                drafts = _one(html, shelf, quiz)
                yield shelf.document(kind, f"{stem}-{quiz.id}", quiz.id, shelf.plain(quiz.title), drafts, paper="A4")


def _help(shelf: Shelf) -> Iterator[Document]:
    title = shelf.t("documents.help_title")
    yield shelf.document("help", "cach-in", None, title, lambda: [print_help.html(shelf.paper())], paper="A4")


MAKERS: tuple[Callable[[Shelf], Iterator[Document]], ...] = (
    _plan,
    _criteria,
    _guides,
    _forms,
    _counting,
    _modules,
    _quizzes,
    _help,
)
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
