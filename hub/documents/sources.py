"""How print names a source: short in a footnote, whole in the list at the end."""

from __future__ import annotations

from collections.abc import Iterable

from hub.locales import Strings
from hub.model.hub import Hub
from hub.model.plan import clause_name
from hub.model.source import Citation, Source

_CODES = (
    ("NQ", "resolution"),
    ("NĐ", "decree"),
    ("QĐ", "decision"),
    ("TT", "circular"),
    ("CT", "directive"),
    ("KL", "conclusion"),
    ("KH", "plan"),
    ("QH", "law"),
)
"""Letters after the stroke of a Vietnamese document number, and the kind of document they mean."""

_BY_NUMBER = ("party", "law", "decision", "circular", "plan", "guidance")


class Cited:
    """The sources a document has called so far, numbered in order of first call."""

    def __init__(self, hub: Hub, t: Strings, locale: str) -> None:
        self._hub, self._t, self._locale = hub, t, locale
        self._numbers: dict[str, int] = {}

    def call(self, ids: Iterable[str]) -> list[Source]:
        """Note that sources are used and return those that may be shown: never internal ones."""
        shown = [self._hub.sources[i] for i in dict.fromkeys(ids) if not self._hub.sources[i].internal]
        for source in shown:
            self._numbers.setdefault(source.id, len(self._numbers) + 1)
        return shown

    def number(self, source: Source) -> int:
        """Return a called source's number in the list."""
        return self._numbers[source.id]

    def all(self) -> list[Source]:
        """Return every source called, and those through which an unseen one is known, in order."""
        done = 0
        while done < len(self._numbers):
            source = self._hub.sources[list(self._numbers)[done]]
            if not source.seen:
                self.call(source.cited_by)
            done += 1
        return [self._hub.sources[i] for i in self._numbers]

    def known_through(self, source: Source) -> list[int]:
        """Return the numbers of the sources that an unseen one is known by."""
        return [] if source.seen else [self._numbers[s.id] for s in self.call(source.cited_by)]

    def short(self, source: Source, where: str = "") -> str:
        """Return a source in half a line: a document by its number, a page by who published it and when."""
        name = self._name(source)
        date = self._t.date(source.date) if source.date else ""
        return ", ".join(part for part in (name, date, where) if part)

    def _name(self, source: Source) -> str:
        if source.kind in _BY_NUMBER and source.number:
            letters = source.number.partition("/")[2]
            kind = next((kind for code, kind in _CODES if code in letters), source.kind)
            return self._t(f"documents.kind_{kind}", number=source.number)
        issuer = source.issuer.to(self._locale) if source.issuer else ""
        title = source.title.to(self._locale) if source.title else ""
        first, second = (title, issuer) if source.kind in ("plan", "party") else (issuer, title)
        return first or second or source.about.to(self._locale)

    def place(self, citation: Citation) -> str:
        """Return where a statement stands, in words: the clause of the plan, or the source and the place in it."""
        plan = self._hub.plan
        if citation.clause and plan is not None and citation.source == plan.source:
            return self._t("documents.clause_of_plan", clause=clause_name(citation.clause, self._t))
        source = self._hub.sources[citation.source]
        where = citation.where.to(self._locale) if citation.where else ""
        return "" if source.internal else self.short(source, where)
