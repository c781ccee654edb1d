"""The frame of an A5 booklet: title page, imprint, contents, sources, back cover around a body."""

from __future__ import annotations

from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import Tag
from markupsafe import Markup

from hub.documents import drawings
from hub.documents.addresses import shown
from hub.documents.paper import Paper, style

LONGEST_ENTRY = 110
"""A longer heading is a sentence: it is left out of the contents."""


@dataclass(frozen=True)
class Cover:
    """What the title page says."""

    kicker: str
    title: str
    lead: str
    short: str
    """What running heads on left pages say."""
    lines: tuple[str, ...] = ()
    address: str | None = None
    """Page of the site that shows the same; none where the hub has no address."""


@dataclass(frozen=True)
class Entry:
    """One line of the contents."""

    level: int
    text: str
    id: str


def contents(body: str, deepest: int = 2) -> list[Entry]:
    """Return the headings of a body that have an id, without their footnotes."""
    entries = []
    wanted = [f"h{level}" for level in range(1, deepest + 1)]
    for heading in BeautifulSoup(body, "lxml").find_all(wanted, id=True):
        if not isinstance(heading, Tag):
            continue
        for aside in heading.find_all(class_=["footnote", "cid"]):
            aside.decompose()
        text = " ".join(heading.get_text().split())
        if len(text) <= LONGEST_ENTRY:
            entries.append(Entry(int(heading.name[1]), text, str(heading["id"])))
    return entries


def bind(paper: Paper, cover: Cover, body: str, *, deepest: int = 2) -> str:
    """Return the whole document around a body rendered with the same paper."""
    sources = [
        {
            "number": paper.cited.number(source),
            "source": source,
            "through": paper.cited.known_through(source),
            "short": paper.cited.short(source),
        }
        for source in paper.cited.all()
    ]
    closing = paper.render("sources.html.j2", sources=sources) if sources else ""
    main = body + closing
    return paper.render(
        "book.html.j2",
        cover=cover,
        main=Markup(main),
        entries=contents(main, deepest),
        styles=Markup(style("base", "book")),
        code=drawings.code_to_scan(cover.address) if cover.address else None,
        shown=shown(cover.address) if cover.address else None,
    )
