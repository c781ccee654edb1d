"""A quiz's page, and the list of quizzes."""

from __future__ import annotations

import hashlib
import json
import re
from string import ascii_lowercase
from typing import Any

from markupsafe import Markup

from hub.locales import strings
from hub.model.hub import Hub
from hub.model.items import Item
from hub.model.quiz import Quiz
from hub.pages.citations import cited
from hub.pages.environment import Page
from hub.pages.links import QUIZZES, module_path, quiz_path

COMPONENTS = {
    "single_choice": "item-single-choice/item-single-choice.html.j2",
    "multiple_response": "item-multiple-response/item-multiple-response.html.j2",
    "true_false": "item-true-false/item-true-false.html.j2",
}
"""Which component shows which kind of item."""

LETTERED = {"single_choice", "multiple_response"}


def content_hash(item: Item, locales: list[str]) -> str:
    """Return a short hash of what a person answers: kind, stem, options in order and key, in every language.

    A device keeps answers under it, by the place of the option, so an item whose question was edited is
    asked again; an edited rationale or source does not ask again.
    """
    choices = [[option.id, option.key, [option.text.to(code) for code in locales]] for option in item.choices()]
    content = [item.kind, [item.stem.to(code) for code in locales], choices]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()[:8]


def script_json(data: Any) -> Markup:
    """Return data as JSON that cannot end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def quiz_data(hub: Hub, quiz: Quiz, locale: str) -> dict[str, Any]:
    """Return what the page's script needs: keys by the options' places, hashes, bands, the sentences it says."""
    t = strings(locale, hub.settings.default_locale)
    codes = [setting.code for setting in hub.settings.locales]
    return {
        "id": quiz.id,
        "cut_score": quiz.cut_score,
        "decimal": t("format.decimal"),
        "bands": [{"from_percent": band.from_percent, "text": band.text.to(locale)} for band in quiz.feedback_bands],
        "items": [
            {
                "id": item.id,
                "hash": content_hash(item, codes),
                "objective": item.objective,
                "many": item.kind == "multiple_response",
                "options": list(ascii_lowercase[: len(item.choices())]),
                "key": [ascii_lowercase[place] for place, option in enumerate(item.choices()) if option.key],
            }
            for item in quiz.items
        ],
        "says": t.area("quiz_says"),
    }


def item_values(hub: Hub, item: Item, number: int, count: int, page: Page) -> dict[str, Any]:
    """Return what an item's component shows."""
    lettered = item.kind in LETTERED
    options = [
        {
            "value": ascii_lowercase[place],
            "letter": ascii_lowercase[place].upper() if lettered else "",
            "key": option.key,
            "text": option.text.to(page.locale),
            "rationale": option.rationale.to(page.locale),
        }
        for place, option in enumerate(item.choices())
    ]
    right = [str(shown["letter"] or shown["text"]) for shown in options if shown["key"]]
    return {
        "id": item.id,
        "component": COMPONENTS[item.kind],
        "number": number,
        "count": count,
        "stem": item.stem.to(page.locale),
        "options": options,
        "answer": ", ".join(right),
        "citations": cited(hub, item.sources, page),
    }


def _objectives(quiz: Quiz, page: Page) -> list[dict[str, str]]:
    used = {item.objective for item in quiz.items}
    return [
        {
            "id": objective.id,
            "text": objective.text.to(page.locale),
            "url": page.url(objective.learn) if objective.learn else "",
        }
        for objective in quiz.objectives
        if objective.id in used
    ]


def _module(hub: Hub, quiz: Quiz, page: Page) -> dict[str, str] | None:
    module = hub.modules.get(quiz.module or "")
    return {"title": module.title.to(page.locale), "url": page.url(module_path(module.id))} if module else None


def quiz_page(hub: Hub, quiz: Quiz, locale: str) -> str:
    """Return the body of a quiz's page: a heading in Markdown, then HTML that Markdown passes through."""
    page = Page(quiz_path(quiz.id), locale, hub.settings.default_locale)
    count = len(quiz.items)
    html = page.render(
        "quiz.html.j2",
        summary=quiz.summary.to(locale),
        minutes=quiz.minutes,
        cut_score=quiz.cut_score,
        module=_module(hub, quiz, page),
        count=count,
        items=[item_values(hub, item, number, count, page) for number, item in enumerate(quiz.items, 1)],
        objectives=_objectives(quiz, page),
        data=script_json(quiz_data(hub, quiz, locale)),
    )
    return f"# {quiz.title.to(locale)}\n\n{_block(html)}"


def quiz_index(hub: Hub, locale: str) -> str:
    """Return the body of the list of quizzes: those of no module first, then by module."""
    page = Page(QUIZZES, locale, hub.settings.default_locale)

    def place(quiz: Quiz) -> tuple[int, str]:
        module = hub.modules.get(quiz.module or "")
        return (module.order if module else 0, quiz.id)

    cards = [
        {
            "title": quiz.title.to(locale),
            "summary": quiz.summary.to(locale),
            "items": len(quiz.items),
            "minutes": quiz.minutes,
            "url": page.url(quiz_path(quiz.id)),
            "module": _module(hub, quiz, page),
        }
        for quiz in sorted(hub.quizzes.values(), key=place)
    ]
    html = page.render("quiz_index.html.j2", cards=cards)
    return f"# {page.t('quiz.index_title')}\n\n{_block(html)}"


def _block(html: str) -> str:
    """Return HTML without blank lines and indentation, so that Markdown takes it as one block each."""
    return re.sub(r"\n\s*", "\n", html.strip()) + "\n"
