"""Cards to cut out: six to an A4 sheet, picture over word, with lines to cut along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from hub.documents import fonts
from hub.documents.errors import DocumentError
from hub.documents.measure import MM, rows
from hub.documents.paper import Paper, style
from hub.model.module import Card, CardSet, TrainingModule

COLUMNS, ROWS = 2, 3
CARD_MM = (95.0, 86.0)
"""Width and height of one card."""

SIZES = ((17, 13), (16, 12), (15, 11.5), (14, 11), (13, 10), (12, 9.5), (11, 9))
"""Type of a card's title and text in points, tried from the largest; one size for a whole set."""

ROOM = (84.0 * MM, 29.0 * MM)
"""Width and height under the picture for title and text."""

HEAD_MM = 22
"""Height of the line above the cards that says what they are for."""


def html(paper: Paper, module: TrainingModule) -> str:
    """Return all card sets of a module, each beginning on a sheet of its own."""
    return paper.render(
        "cards.html.j2",
        title=f"{paper.t('documents.kind_name_cards')}: {paper.plain(module.title)}",
        about=paper.t("documents.about_cards"),
        styles=Markup(style("base", "cards")),
        module=module,
        sheets=[sheet for cards in module.cards for sheet in _sheets(paper, module, cards)],
        card=CARD_MM,
    )


def _sheets(paper: Paper, module: TrainingModule, cards: CardSet) -> list[dict[str, Any]]:
    step = COLUMNS * ROWS
    parts = [cards.cards[i : i + step] for i in range(0, len(cards.cards), step)]
    sizes = type_sizes([(paper.plain(card.title), paper.plain(card.text)) for card in cards.cards])
    return [
        {"set": cards, "number": number, "of": len(parts), "sizes": sizes, "cards": _placed(paper, module, part)}
        for number, part in enumerate(parts, 1)
    ]


def type_sizes(cards: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Return the largest type in which the title and text of every card fit under its picture.

    Raises:
        DocumentError: one does not fit even in the smallest type.
    """
    for title_size, text_size in SIZES:
        heights = [
            rows(title, fonts.SANS, 600, title_size, ROOM[0]) * title_size * 1.25
            + (rows(text, fonts.SERIF, 400, text_size, ROOM[0]) * text_size * 1.34 if text else 0)
            for title, text in cards
        ]
        if max(heights) <= ROOM[1]:
            return title_size, text_size
    raise DocumentError("error_card_long", title=cards[heights.index(max(heights))][0])


def _placed(paper: Paper, module: TrainingModule, cards: list[Card]) -> list[dict[str, Any]]:
    """Return the cards of one sheet with their pictures and their places in mm."""
    width, height = CARD_MM
    return [
        {
            "it": card,
            "left": width * (number % COLUMNS),
            "top": HEAD_MM + height * (number // COLUMNS),
            "image": paper.picture(
                module.id, card.picture, paper.t("documents.used_by_card", id=card.id, module=module.id)
            ),
        }
        for number, card in enumerate(cards)
    ]
