"""The search page of each locale, which without scripts is the list of all pages."""

from __future__ import annotations

from hub.model.hub import Hub
from hub.pages.environment import Page
from hub.pages.links import SEARCH
from hub.pages.nav import section_of
from hub.pages.search import Title, search_page
from hub.pages.staged import StagedPage


def search_pages(hub: Hub, pages: list[StagedPage]) -> list[StagedPage]:
    """Return the search page of every locale that has a home page of its own."""
    found = []
    default = hub.settings.default_locale
    for setting in hub.settings.locales:
        page = Page(SEARCH, setting.code, default)
        own = [item for item in pages if item.locale == setting.code and item.path]
        if not own:
            continue
        own.sort(key=lambda item: (item.path.count("/") > 1, item.order, item.path))
        titles = [Title(item.title, item.path, section_of(item.path)) for item in own]
        found.append(
            StagedPage(
                path=SEARCH,
                locale=setting.code,
                title=page.t("search.title"),
                description=page.t("search.description"),
                body=search_page(hub, setting.code, titles),
                origin="hub/locales/" + setting.code + "/search.yml",
                toc=False,
                searchable=False,
            )
        )
    return found
