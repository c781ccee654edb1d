"""A quiz on paper, and its key as a document of its own that never lies beside the questions."""

from __future__ import annotations

from string import ascii_uppercase
from typing import Any

from markupsafe import Markup

from hub.documents import drawings
from hub.documents.addresses import page_address, shown
from hub.documents.paper import Paper, style
from hub.model.items.base import ItemBase
from hub.model.quiz import Quiz


def paper_html(paper: Paper, quiz: Quiz) -> str:
    """Return the questions with boxes to tick; nothing in it tells right from wrong."""
    return paper.render(
        "quiz_paper.html.j2",
        title=f"{paper.t('documents.kind_name_quiz-paper')}: {paper.plain(quiz.title)}",
        about=paper.plain(quiz.summary),
        styles=Markup(style("base", "sheet")),
        quiz=quiz,
        questions=[_question(number, item) for number, item in enumerate(quiz.items, 1)],
        **_code(paper, quiz),
    )


def key_html(paper: Paper, quiz: Quiz) -> str:
    """Return the key: a table to mark papers by, then why each option is right or wrong, and its sources."""
    return paper.render(
        "quiz_key.html.j2",
        title=f"{paper.t('documents.kind_name_quiz-key')}: {paper.plain(quiz.title)}",
        about=paper.t("documents.about_quiz-key"),
        styles=Markup(style("base", "sheet")),
        quiz=quiz,
        questions=[
            _question(number, item)
            | {
                "key": ", ".join(
                    letter for letter, option in zip(ascii_uppercase, item.choices(), strict=False) if option.key
                ),
                "sources": "; ".join(dict.fromkeys(filter(None, map(paper.cited.place, item.sources)))),
            }
            for number, item in enumerate(quiz.items, 1)
        ],
        bands=sorted(quiz.feedback_bands, key=lambda band: band.from_percent),
        multiple=any(item.kind == "multiple_response" for item in quiz.items),
        **_code(paper, quiz),
    )


def _question(number: int, item: ItemBase) -> dict[str, Any]:
    choices = item.choices()
    options = [{"letter": letter, "it": option} for letter, option in zip(ascii_uppercase, choices, strict=False)]
    return {"number": number, "it": item, "options": options}


def _code(paper: Paper, quiz: Quiz) -> dict[str, Any]:
    address = page_address(paper.settings, "quiz", paper.locale, quiz.id)
    return {
        "address": address,
        "shown": shown(address) if address else None,
        "code": drawings.code_to_scan(address) if address else None,
    }
