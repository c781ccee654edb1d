"""Flip cards: slides on A4 to hold up, read from four metres, what to say on the back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from hub.documents import fonts
from hub.documents.errors import DocumentError
from hub.documents.measure import MM, rows
from hub.documents.paper import Paper, style
from hub.model.module import Slide, TrainingModule

DISTANCE_M = 4
SMALLEST_CAPITAL_MM = 12.0
"""Least height of a capital letter. At four metres an eye of half the usual sharpness, which sees ten
minutes of arc, reads capitals from 11.6 mm up."""

SIZES = (88, 80, 72, 66, 60, 56, 53, 50, 48, 46)
"""Type sizes in points, tried from the largest; the last gives the smallest capital."""

FIELD = (273 * MM, 178 * MM)
"""Width and height for words and picture on A4 sideways, 12 mm margins and the foot line taken off."""

LEADING = 1.27
"""Line height: Vietnamese capitals carry two marks and need 1.25 of the type size."""

GAP = 0.28
"""Space between lines of a slide, as a share of the type size."""

INDENT = 0.44
"""Space taken by the bar before a line, as a share of the type size."""

GUTTER = 8 * MM
SIDE_SHARES = (0.42, 0.36, 0.30)
SMALLEST_PICTURE = 45 * MM


@dataclass(frozen=True)
class Layout:
    """How one card is set: size of type, and where its picture stands."""

    size: int
    picture: float
    """Side of the square picture in points; 0: none."""
    beside_all: bool
    """The picture stands beside title and lines; else beside the title only."""


@dataclass(frozen=True)
class FlipCard:
    """One card: a slide, or a part of one whose lines do not fit a single card at the smallest type."""

    slide: Slide
    number: int
    part: int
    parts: int
    lines: tuple[str, ...]
    layout: Layout


def _rows(text: str, size: float, width: float) -> float:
    return rows(text, fonts.SANS, 600, size, width)


def _height(title: str, lines: Sequence[str], size: float, width: float) -> float:
    """Return the height of a title (none if empty) and lines; lines are indented by `INDENT`."""
    taken = _rows(title, size, width) * size * LEADING + size * GAP if title else 0.0
    return taken + sum(_rows(line, size, width - INDENT * size) * size * LEADING + size * GAP for line in lines)


def _layouts(title: str, lines: Sequence[str], *, picture: bool) -> Iterator[Layout]:
    """Yield every way to set a card that holds everything, larger type first."""
    width, height = FIELD
    for size in SIZES:
        if not picture:
            if _height(title, lines, size, width) <= height:
                yield Layout(size, 0, beside_all=False)
            continue
        for share in SIDE_SHARES:
            side = min(width * share, height)
            if _height(title, lines, size, width - side - GUTTER) <= height:
                yield Layout(size, side, beside_all=True)
                break
        side = min(height - _height("", lines, size, width), width * 0.5)
        if side >= SMALLEST_PICTURE and _height(title, (), size, width - side - GUTTER) <= side:
            yield Layout(size, side, beside_all=False)


def fit(title: str, lines: Sequence[str], *, picture: bool) -> Layout | None:
    """Return the layout that serves best, or none: words first, but a picture should not become a stamp."""
    found = list(_layouts(title, lines, picture=picture))
    return max(found, key=lambda layout: layout.size * max(layout.picture, 1) ** 0.5, default=None)


def cards(title: str, lines: Sequence[str], *, picture: bool) -> list[tuple[tuple[str, ...], Layout]]:
    """Share a slide's lines over as few cards as its type allows.

    Raises:
        DocumentError: one line alone is too long for a card.
    """
    for count in range(1, max(len(lines), 1) + 1):
        step = -(-len(lines) // count) if lines else 1
        parts = [tuple(lines[i : i + step]) for i in range(0, len(lines), step)] or [()]
        layouts = [fit(title, part, picture=picture) for part in parts]
        if all(layouts):
            return [(part, layout) for part, layout in zip(parts, layouts, strict=True) if layout]
    worst = max([title, *lines], key=len)
    raise DocumentError("error_slide_long", title=title, line=worst)


def flip_cards(paper: Paper, module: TrainingModule) -> list[FlipCard]:
    """Return a module's slides as cards, numbered like the slides."""
    made = []
    for number, slide in enumerate(module.slides, 1):
        lines = [paper.plain(line) for line in slide.lines]
        parts = cards(paper.plain(slide.title), lines, picture=slide.picture is not None)
        made += [
            FlipCard(slide, number, part, len(parts), some, layout) for part, (some, layout) in enumerate(parts, 1)
        ]
    return made


def html(paper: Paper, made: Sequence[FlipCard], module: TrainingModule) -> str:
    """Return the cards as HTML: a front and a back each."""
    used_by = "documents.used_by_slide"
    rendered: list[dict[str, Any]] = [
        {
            "it": card,
            "image": paper.picture(module.id, card.slide.picture, paper.t(used_by, id=card.slide.id, module=module.id))
            if card.slide.picture and card.layout.picture
            else None,
        }
        for card in made
    ]
    return paper.render(
        "flipcards.html.j2",
        title=f"{paper.t('documents.kind_name_flipcards')}: {paper.plain(module.title)}",
        about=paper.t("documents.about_flipcards"),
        styles=Markup(style("base", "flipcards")),
        module=module,
        cards=rendered,
        leading=LEADING,
        gap=GAP,
    )
