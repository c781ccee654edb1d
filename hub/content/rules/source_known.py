"""Nguồn không có trong danh sách.

Mỗi mã nguồn (`source`, `sources`, `cited_by`, `decision`, và `nguon:...` trong trang viết) phải là `id` của một
nguồn trong `materials/sources.yml`. Như vậy người đọc luôn mở được nguồn.

Cách sửa: sửa mã cho đúng, hoặc thêm nguồn vào `materials/sources.yml`.
"""

from __future__ import annotations

from hub.content.content import Content
from hub.content.rules.base import Findings, Rule
from hub.content.rules.references import unknown_in_hub


def check(content: Content) -> Findings:
    """Look up every source that is named."""
    yield from unknown_in_hub(content, "sources", "source_unknown")


RULE = Rule("K102", "source_known", __doc__, check)
