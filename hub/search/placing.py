"""Where pages stand under one another: what a section inherits from the pages above it."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from hub.search.sections import Section

_JOINT = r"\s*[:·–—]\s*"


def page_above(path: str, pages: Container[str]) -> str | None:
    """Return the nearest page whose folder holds the page, the home page left out."""
    parts = path.strip("/").split("/")[:-1]
    while parts:
        above = "/".join(parts) + "/"
        if above in pages:
            return above
        parts.pop()
    return None


def placed(found: Sequence[Section]) -> list[Section]:
    """Return the sections with the titles of the pages above them.

    What a page's title repeats from the page above it ("Trình chiếu: Hiểu Chương trình" under "Hiểu Chương
    trình") says where it stands, not what it is, and is taken off.
    """
    titles = {section.path: section.title for section in found if section.is_page}
    own = {path: _own_title(title, titles.get(page_above(path, titles) or "")) for path, title in titles.items()}
    result = []
    for section in found:
        page = section.path.partition("#")[0]
        above = _titles_above(page, own)
        if section.is_page:
            result.append(replace(section, title=own[page], above=above))
        else:
            result.append(replace(section, above=(*above, own[page])))
    return result


def _titles_above(path: str, titles: dict[str, str]) -> tuple[str, ...]:
    above = page_above(path, titles)
    return () if above is None else (*_titles_above(above, titles), titles[above])


def _own_title(title: str, above: str | None) -> str:
    if not above:
        return title
    name = re.escape(above)
    return re.sub(f"{_JOINT}{name}$|^{name}{_JOINT}", "", title, count=1) or title
