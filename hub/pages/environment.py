"""The template environment of one page: components, sentences, links as seen from that page."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from hub.locales import strings
from hub.pages.inline import inline
from hub.pages.links import relative

ROOT = Path(__file__).resolve().parents[2]
COMPONENTS = ROOT / "theme" / "components"
TEMPLATES = Path(__file__).parent / "templates"


@cache
def _base() -> Environment:
    environment = Environment(
        loader=FileSystemLoader([TEMPLATES, COMPONENTS]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["inline"] = inline
    return environment


def keep_compiled(folder: Path) -> None:
    """Take compiled templates from a folder, and put there what it lacks; Jinja tells by their text if they are old."""
    folder.mkdir(parents=True, exist_ok=True)
    _base().bytecode_cache = FileSystemBytecodeCache(str(folder))


class Page:
    """Where a page stands: its path, its locale, and how to reach other pages from it."""

    def __init__(self, path: str, locale: str, default_locale: str) -> None:
        """Take the page's address from the root of its locale's tree, e.g. `ke-hoach/phan-i/`."""
        self.path = path
        self.locale = locale
        self.default_locale = default_locale
        self.t = strings(locale, default_locale)

    def url(self, path: str) -> str:
        """Return the address of a page of the same locale (`tieu-chi/#quy-tac`) as seen from here."""
        return relative(self.path, path)

    def asset(self, path: str) -> str:
        """Return the address of a file at the root of the site (`downloads/x.pdf`) as seen from here."""
        prefix = "" if self.locale == self.default_locale else f"{self.locale}/"
        return relative(prefix + self.path, path)

    def render(self, template: str, **values: Any) -> str:
        """Render a template: `page`, `t`, `url`, `asset` and `locale` are there beside `values`."""
        return (
            _base()
            .get_template(template)
            .render(page=self, t=self.t, url=self.url, asset=self.asset, locale=self.locale, **values)
        )
