"""Rows of measurements side by side, with a verdict reckoned from the numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Better = Literal["less", "more"]
Verdict = Literal["ahead", "level", "behind", ""]


@dataclass(frozen=True)
class Row:
    """One thing that was measured on ours and on each peer."""

    name: str
    values: tuple[float | None, ...]
    """Ours first; nothing where it could not be measured."""
    better: Better | None = None
    """Which way is better; nothing: the row informs and is not judged."""
    unit: str = ""
    """`yes` shows 1 and 0 as words."""
    strict: bool = False
    """Whether being behind here is never excused: accessibility, and what works without JavaScript."""

    @property
    def verdict(self) -> Verdict:
        """Ours beside the best of the peers."""
        ours, peers = self.values[0], [value for value in self.values[1:] if value is not None]
        if self.better is None or ours is None or not peers:
            return ""
        best = min(peers) if self.better == "less" else max(peers)
        if ours == best:
            return "level"
        return "ahead" if (ours < best) == (self.better == "less") else "behind"

    def shown(self, value: float | None) -> str:
        """Return one value as the table shows it."""
        if value is None:
            return "-"
        if self.unit == "yes":
            return "yes" if value else "no"
        number = f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.2f}"
        return f"{number} {self.unit}".strip()


def table(title: str, columns: Sequence[str], rows: Sequence[Row]) -> str:
    """Return rows as a Markdown table."""
    head = ["", *columns, "ours is"]
    lines = [[row.name, *(row.shown(value) for value in row.values), row.verdict] for row in rows]
    widths = [max(len(line[place]) for line in [head, *lines]) for place in range(len(head))]
    rule = ["-" * width for width in widths]
    shown = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |"
             for line in [head, rule, *lines]]  # fmt: skip
    return "\n".join([f"## {title}", "", *shown, ""])


def judged(rows: Sequence[Row], most_behind: int = 2) -> tuple[str, bool]:
    """Return a sentence about all rows, and whether ours holds: at most so many rows behind, none of them strict."""
    behind = [row for row in rows if row.verdict == "behind"]
    counts = {verdict: sum(row.verdict == verdict for row in rows) for verdict in ("ahead", "level", "behind")}
    text = f"Ours is ahead in {counts['ahead']} rows, level in {counts['level']}, behind in {counts['behind']}"
    names = "".join(f"\n  behind: {row.name}" for row in behind)
    return text + "." + names, len(behind) <= most_behind and not any(row.strict for row in behind)
