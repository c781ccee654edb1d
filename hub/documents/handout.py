"""Handouts: one A5 side each, large type, pictures that carry the meaning."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from hub.documents.paper import Paper, style
from hub.model.module import Handout, TrainingModule

SIZES = ((16.0, 36), (15.0, 33), (14.0, 30), (13.0, 26), (12.0, 22), (11.0, 19))
"""Type in points and height of a picture in mm, tried from the largest until each handout fits its side."""


def drafts(paper_of: Any, module: TrainingModule) -> list[str]:
    """Return the handouts as HTML, once for each size of type; `paper_of` gives a fresh paper."""
    return [_html(paper_of(), module, size, picture) for size, picture in SIZES]


def _html(paper: Paper, module: TrainingModule, size: float, picture: int) -> str:
    return paper.render(
        "handout.html.j2",
        title=f"{paper.t('documents.kind_name_handout')}: {paper.plain(module.title)}",
        about=paper.t("documents.about_handout"),
        styles=Markup(style("base", "handout")),
        size=size,
        picture=picture,
        handouts=[{"it": handout, "blocks": blocks(paper, module, handout)} for handout in module.handouts],
    )


def blocks(paper: Paper, module: TrainingModule, handout: Handout) -> list[dict[str, Any]]:
    """Return a handout's blocks with their pictures inside."""
    used_by = paper.t("documents.used_by_handout", id=handout.id, module=module.id)
    return [
        {"it": block, "image": paper.picture(module.id, block.picture, used_by) if block.picture else None}
        for block in handout.blocks
    ]
