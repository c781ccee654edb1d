"""Nguồn nội bộ bị dẫn ra ngoài.

Nguồn có `internal: true` chỉ để người biên tập đối chiếu, không hiện trên trang. Vì vậy không nội dung nào của
trang được lấy nó làm nguồn. Được phép: `cited_by` của một nguồn khác, một cách gọi (`wordings`) của tiêu chí hay
chỉ số, và quy tắc có `status: draft`; những chỗ ấy trang không hiện.

Cách sửa: thay bằng nguồn công khai, hoặc bỏ câu đó.
"""

from __future__ import annotations

from hub.content.content import Content
from hub.content.rules import references
from hub.content.rules.base import Findings, found
from hub.content.rules.base import Rule as ContentRule
from hub.model.criteria import Rule, Wording
from hub.model.source import Source


def check(content: Content) -> Findings:
    """Find uses of internal sources outside the few places that are never shown."""
    internal = {name for name, source in content.sources.items() if source.internal}
    for reference in references.references(content, "sources"):
        if reference.name in internal and not _hidden(reference):
            mark = content.mark(*reference.path)
            yield found(mark, "source_internal", reference.path, id=reference.name)
    for name, mark in references.doc_references(content, "sources"):
        if name in internal:
            yield found(mark, "source_internal", id=name)


def _hidden(reference: references.Reference) -> bool:
    """Say whether a page never shows what rests on this reference."""
    model = reference.model
    return isinstance(model, Source | Wording) or (isinstance(model, Rule) and model.status == "draft")


RULE = ContentRule("K103", "source_internal", __doc__, check)
