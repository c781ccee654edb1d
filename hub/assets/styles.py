"""All style sheets of the theme, joined into the one the site serves."""

from __future__ import annotations

import re
from pathlib import Path


def shorten(css: str) -> str:
    """Return CSS without comments and without space around the signs that need none."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};,>])\s*", r"\1", css)
    return css.replace(";}", "}").strip()


OWN = (
    "activity",
    "card-sheet",
    "collect",
    "flow",
    "guide",
    "handout",
    "search",
    "self-check",
    "session-strip",
    "shelf",
    "slides",
    "targets-calculator",
    "timeline",
)
"""Components of one kind of page or two: these link their sheet where they begin, the others do not pay.

The sheet holds the component's parts too: the folders named after it, `self-check-item` of `self-check`.
"""


def _owner(component: str) -> str | None:
    """Return whose own sheet a component's style belongs to; none: that of every page."""
    return next((name for name in OWN if component == name or component.startswith(f"{name}-")), None)


def own_sheets(theme: Path) -> dict[str, str]:
    """Return the sheets of single kinds of page by their path under `assets/`."""
    found: dict[str, str] = {}
    for path in sorted((theme / "components").glob("*/*.css")):
        owner = _owner(path.parent.name)
        if owner is not None:
            sheet = f"components/{owner}/{owner}.css"
            found[sheet] = found.get(sheet, "") + shorten(path.read_text(encoding="utf-8"))
    return found


def style_sheet(theme: Path) -> str:
    """Return base sheets below 50, then components by name, then the rest (print last)."""
    base = sorted((theme / "css").glob("*.css"))
    first = [path for path in base if path.name < "50"]
    last = [path for path in base if path.name >= "50"]
    components = [path for path in sorted((theme / "components").glob("*/*.css")) if _owner(path.parent.name) is None]
    sheets = [path.read_text(encoding="utf-8") for path in [*first, *components, *last]]
    return "\n".join(shorten(sheet) for sheet in sheets) + "\n"
