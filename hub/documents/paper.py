"""The template environment of one document: sentences, text, footnotes, pictures, sources."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from hub.documents import drawings, fonts
from hub.documents.inline import inline, verbatim
from hub.documents.sources import Cited
from hub.locales import strings
from hub.model.base import Text, anchor
from hub.model.hub import Hub
from hub.model.plan import clause_name

HERE = Path(__file__).parent


@cache
def environment() -> Environment:
    """Return the environment all print templates share."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"clause_name": clause_name, "drawings": drawings, "anchor": anchor, "font_credits": fonts.CREDITS}
    return made


@cache
def style(*names: str) -> str:
    """Return style sheets of print joined, with the ornaments they name put in."""
    text = "\n".join((HERE / "styles" / f"{name}.css").read_text(encoding="utf-8") for name in names)
    ornaments = {
        "RIDGE": drawings.ridge(),
        "WAX-LINE": drawings.wax_line(),
        "WAX-LINE-GOLD": drawings.wax_line(drawings.GOLD),
        "DOTS": drawings.dotted_line(),
        "SCISSORS": drawings.scissors(),
    }
    for name, address in ornaments.items():
        text = text.replace(f"url({name})", f"url({address})")
    return text


class Paper:
    """What the templates of one document can use."""

    def __init__(self, hub: Hub, root: Path, locale: str) -> None:
        """Take the content, the folder it was read from (for pictures), and the language to print."""
        self.hub, self.root, self.locale = hub, root, locale
        self.settings = hub.settings
        self.t = strings(locale, self.settings.default_locale)
        self.first = locale == self.settings.default_locale
        self.cited = Cited(hub, self.t, locale)

    def plain(self, text: Text | None) -> str:
        """Return a text as it stands, for titles and attributes."""
        return text.to(self.locale) if text is not None else ""

    def words(self, text: Text | None) -> Markup:
        """Return a text as HTML; where its translation is missing, marked as being in the first language."""
        return self._in_language(text, inline) if text is not None else Markup("")

    def quote(self, text: Text) -> Markup:
        """Return quoted words as HTML, unchanged."""
        return self._in_language(text, verbatim)

    def _in_language(self, text: Text, form: Any) -> Markup:
        html: Markup = form(text.to(self.locale))
        if self.first or text.has(self.locale):
            return html
        return Markup('<span lang="{}">{}</span>').format(self.settings.default_locale, html)

    def note(self, ids: Iterable[str], where: Text | None = None) -> Markup:
        """Return a footnote that names sources; nothing where none may be shown."""
        shown = self.cited.call(ids)
        if not shown:
            return Markup("")
        place = self.plain(where)
        named = Markup("; ").join(
            Markup("{} {}").format(self.cited.short(source, place), self._number(self.cited.number(source)))
            for source in shown
        )
        return Markup('<span class="footnote">{}.</span>').format(named)

    def _number(self, number: int) -> Markup:
        return Markup("[{}]").format(number)

    def numbers(self, ids: Iterable[str]) -> Markup:
        """Return the numbers of sources in brackets, for tables that list the sources below."""
        return Markup(" ").join(self._number(self.cited.number(source)) for source in self.cited.call(ids))

    def picture(self, module: str, name: str, used_by: str) -> str:
        """Return a module's picture as an address inside the document."""
        return drawings.picture(self.root / "materials" / "modules" / module / "pictures" / f"{name}.svg", used_by)

    def render(self, template: str, **values: Any) -> str:
        """Render a template; `paper`, `t`, `words`, `plain`, `quote`, `note` are there beside `values`."""
        return (
            environment()
            .get_template(template)
            .render(
                paper=self,
                t=self.t,
                words=self.words,
                plain=self.plain,
                quote=self.quote,
                note=self.note,
                hub=self.hub,
                settings=self.settings,
                locale=self.locale,
                **values,
            )
        )
