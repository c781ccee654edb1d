"""The glossary page: one anchor a term."""

from __future__ import annotations

from hub.model.hub import Hub
from hub.pages.environment import Page
from hub.pages.links import GLOSSARY
from hub.pages.staged import StagedPage
from hub.pages.words import alphabetical, source_file, source_links


def glossary_pages(hub: Hub) -> list[StagedPage]:
    """Return the glossary in every locale that has translated at least one term."""
    if not hub.glossary:
        return []
    pages = []
    default = hub.settings.default_locale
    for setting in hub.settings.locales:
        code = setting.code
        if code != default and not any(term.meaning.has(code) for term in hub.glossary.values()):
            continue
        page = Page(GLOSSARY, code, default)
        terms = sorted(hub.glossary.values(), key=lambda term: alphabetical(term.term.to(code)))
        rows = [
            {
                "id": term.id,
                "term": term.term.to(code),
                "also": ", ".join(term.also),
                "meaning": term.meaning.to(code),
                "sources": source_links(hub, page, term.sources),
                "see": [{"id": other, "term": hub.glossary[other].term.to(code)} for other in term.see],
            }
            for term in terms
        ]
        pages.append(
            StagedPage(
                path=GLOSSARY,
                locale=code,
                title=page.t("pages.glossary_title"),
                body=page.render("glossary.md.j2", rows=rows),
                description=page.t("pages.glossary_lead"),
                origin=source_file("materials/glossary.yml", page, terms[0].meaning),
                order=70,
                toc=False,
            )
        )
    return pages
