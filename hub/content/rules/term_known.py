"""Thuật ngữ không có.

`see` trong `materials/glossary.yml` và `tu:...` trong trang viết phải là `id` của một từ trong
`materials/glossary.yml`.

Cách sửa: chép đúng mã của từ, hoặc thêm từ đó vào bảng giải thích.
"""

from __future__ import annotations

from hub.content.content import Content
from hub.content.rules.base import Findings, Rule
from hub.content.rules.references import unknown_in_hub


def check(content: Content) -> Findings:
    """Look up every term that is named."""
    yield from unknown_in_hub(content, "glossary", "term_unknown")


RULE = Rule("K108", "term_known", __doc__, check)
