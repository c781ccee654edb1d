"""Chỉ số không có.

`indicator` phải là mã một chỉ số trong `materials/criteria/`, hoặc `quy-tac` (phần quy tắc chấm), `quy-trinh` (các
bước công nhận) của trang Tiêu chí.

Cách sửa: chép đúng mã của chỉ số.
"""

from __future__ import annotations

from hub.content.content import Content
from hub.content.nodes import Mapping, Scalar, walk
from hub.content.rules.base import Findings, Rule
from hub.content.rules.references import PAGE_PARTS, unknown


def check(content: Content) -> Findings:
    """Look up every indicator that is cited."""
    names = [*_indicators(content), *PAGE_PARTS]
    if "criteria" not in content.unreadable:
        yield from unknown(content, "indicators", lambda _content, _reference: names, "indicator_unknown")


def _indicators(content: Content) -> list[str]:
    """Return the ids as written, those of rows that are wrong in another way included."""
    found: list[str] = []
    for file, tree in content.yaml.items():
        kind = content.files[file]
        if kind and kind.role == "criteria" and not kind.locale:
            for path, node in walk(tree):
                ids = node.entries.get("id") if isinstance(node, Mapping) and "indicators" in path else None
                found += [ids.raw] if isinstance(ids, Scalar) else []
    return found


RULE = Rule("K105", "indicator_known", __doc__, check)
