"""The quiz pages and the list of quizzes, as staged pages."""

from __future__ import annotations

from hub.model.hub import Hub
from hub.pages.environment import Page
from hub.pages.links import QUIZZES, quiz_path
from hub.pages.quiz import quiz_index, quiz_page
from hub.pages.staged import StagedPage
from hub.pages.words import translated


def quiz_pages(hub: Hub) -> list[StagedPage]:
    """Return the list and every quiz in every locale it was translated into."""
    if not hub.quizzes:
        return []
    default = hub.settings.default_locale
    pages = []
    for setting in hub.settings.locales:
        code = setting.code
        quizzes = [quiz for quiz in hub.quizzes.values() if translated(quiz.title, code, default)]
        if not quizzes:
            continue
        suffix = "" if code == default else f".{code}"
        t = Page(QUIZZES, code, default).t
        pages.append(
            StagedPage(
                path=QUIZZES,
                locale=code,
                title=t("site.quizzes"),
                body=quiz_index(hub, code),
                description=t("quiz.index_summary"),
                origin=f"hub/locales/{code}/quiz.yml",
                order=0,
                toc=False,
            )
        )
        for number, quiz in enumerate(quizzes, start=1):
            pages.append(
                StagedPage(
                    path=quiz_path(quiz.id),
                    locale=code,
                    title=quiz.title.to(code),
                    body=quiz_page(hub, quiz, code),
                    description=quiz.summary.to(code),
                    origin=f"quizzes/{quiz.id}{suffix}.yml",
                    order=number,
                    sources=tuple(quiz.sources),
                    resource={
                        "type": ["Quiz", "LearningResource"],
                        "learningResourceType": "quiz",
                        "educationalUse": "assessment",
                        "minutes": quiz.minutes,
                        "teaches": [objective.text.to(code) for objective in quiz.objectives],
                    },
                    toc=False,
                )
            )
    return pages
