"""Bài trắc nghiệm không có.

`quiz_before` và `quiz_after` phải là tên một tệp trong `quizzes/`, không có đuôi `.yml`.

Cách sửa: chép đúng tên tệp, hoặc bỏ dòng khi chưa có bài.
"""

from __future__ import annotations

from hub.content.content import Content
from hub.content.rules.base import Findings, Rule
from hub.content.rules.references import unknown_in_hub


def check(content: Content) -> Findings:
    """Look up every quiz that is named."""
    yield from unknown_in_hub(content, "quizzes", "quiz_unknown")


RULE = Rule("K107", "quiz_known", __doc__, check)
