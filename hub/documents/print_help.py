"""One page to hang beside the printer."""

from __future__ import annotations

from markupsafe import Markup

from hub.documents import drawings
from hub.documents.paper import Paper, style

_PARTS = (("book", 5), ("single", 3), ("flip", 2), ("cards", 2))
"""Parts of the page and how many steps each has."""


def html(paper: Paper) -> str:
    """Return the page."""
    return paper.render(
        "help.html.j2",
        title=paper.t("documents.help_title"),
        about=paper.t("documents.help_about"),
        styles=Markup(style("base", "sheet")),
        parts=_PARTS,
        drawing=drawings.folding(),
    )
