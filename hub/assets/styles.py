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
    "flow",
    "guide",
    "handout",
    "search",
    "session-strip",
    "shelf",
    "slides",
    "targets-calculator",
)
"""Components of one kind of page or two: these link their sheet where they begin, the others do not pay."""


def own_sheets(theme: Path) -> dict[str, str]:
    """Return the sheets of single kinds of page by their path under `assets/`."""
    paths = [theme / "components" / name / f"{name}.css" for name in OWN]
    return {path.relative_to(theme).as_posix(): shorten(path.read_text(encoding="utf-8")) for path in paths}


def style_sheet(theme: Path) -> str:
    """Return base sheets below 50, then components by name, then the rest (print last)."""
    base = sorted((theme / "css").glob("*.css"))
    first = [path for path in base if path.name < "50"]
    last = [path for path in base if path.name >= "50"]
    components = [path for path in sorted((theme / "components").glob("*/*.css")) if path.parent.name not in OWN]
    sheets = [path.read_text(encoding="utf-8") for path in [*first, *components, *last]]
    return "\n".join(shorten(sheet) for sheet in sheets) + "\n"
