"""The search page of a small hub as a person meets it."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from hub.pages.links import SEARCH
from hub.pages.search import Title, search_page
from tests import quiz_samples
from tests.browser import harness
from tests.search import small_site


def write_site(folder: Path) -> None:
    """Write the small site in two languages with its search page, index and assets."""
    harness.write_assets(folder)
    shutil.copyfile(harness.ROOT / "node_modules" / "lunr" / "lunr.min.js", folder / "assets" / "lunr.min.js")
    small_site.write_site(folder, _document)
    hub = quiz_samples.hub()
    for locale, prefix, pages in (("vi", "", small_site.PAGES), ("en", "en/", small_site.ENGLISH)):
        titles = [Title(_heading(body), path, path.split("/")[0] + "/") for path, body in pages.items() if path]
        harness.write_page(folder, prefix + SEARCH, "Tìm", search_page(hub, locale, titles), locale)


def _heading(body: str) -> str:
    return body.partition("<h1>")[2].partition("</h1>")[0]


def _document(locale: str, path: str, body: str) -> str:
    depth = len(Path(path).parts) + (locale != "vi")
    link = f'<a href="{"../" * len(Path(path).parts)}tim-kiem/" data-module="shortcut">Tìm</a>'
    field = '<p><label for="t">Ghi chú</label><input id="t"></p>'
    return harness.SHELL.format(locale=locale, title=path, root="../" * depth, body=f"{link}{body}{field}")


class SearchPage:
    """Opens the search page, types, and reads what it answers."""

    def __init__(self, page: Page, url: str, prefix: str = "") -> None:
        self.page = page
        self.url = f"{url}{prefix}{SEARCH}"
        self.root = page.locator(".search")
        self.field = page.get_by_role("searchbox")
        self.status = page.get_by_role("status")
        self.hits = page.locator(".hits li")
        self.all = page.locator(".search__all")

    def open(self, query: str = "") -> SearchPage:
        """Open the page, perhaps with a query in its address."""
        self.page.goto(self.url + (f"?q={query}" if query else ""))
        self.page.wait_for_selector("html[data-ready]", state="attached")
        return self

    def ask(self, query: str) -> SearchPage:
        """Type a query and wait until the page has answered it from both files."""
        self.field.fill(query)
        expect(self.status).to_contain_text(f"“{query[:40].strip()}")
        expect(self.root).to_have_attribute("data-complete", "")
        return self

    def paths(self) -> list[str]:
        """Return where the results lead, in the order in which they stand."""
        addresses = self.page.locator(".hits a").evaluate_all("links => links.map(link => link.href)")
        start = self.url.removesuffix(SEARCH)
        return [address.removeprefix(start) for address in addresses]

    def first(self) -> Locator:
        """Return the first result."""
        return self.hits.first

    def marks(self) -> list[str]:
        """Return what is marked in the first result's passage."""
        return self.first().locator(".hits__passage mark").all_inner_texts()
