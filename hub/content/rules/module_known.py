"""Chuyên đề không có.

`module` phải là tên một thư mục trong `materials/modules/`.

Cách sửa: chép đúng tên thư mục, hoặc bỏ dòng `module` khi chưa có chuyên đề.
"""

from __future__ import annotations

from hub.content.content import Content
from hub.content.rules.base import Findings, Rule
from hub.content.rules.references import unknown_in_hub


def check(content: Content) -> Findings:
    """Look up every module that is named."""
    yield from unknown_in_hub(content, "modules", "module_unknown")


RULE = Rule("K106", "module_known", __doc__, check)
