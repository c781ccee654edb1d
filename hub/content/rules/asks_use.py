"""Quá nhiều câu hỏi nhớ số. (cảnh báo)

Ít nhất một nửa số câu của một bài hỏi cách làm trong một tình huống (`asks: use`), không chỉ hỏi nhớ (`asks:
recall`).

Cách sửa: đổi vài câu hỏi nhớ thành tình huống: ai, ở đâu, phải chọn gì.
"""

from __future__ import annotations

from hub.content.content import Content
from hub.content.rules.base import Findings, Rule, found


def check(content: Content) -> Findings:
    """Count what the items of each quiz ask for."""
    for name, quiz in content.quizzes.items():
        use = sum(1 for item in quiz.items if item.asks == "use")
        if use * 2 < len(quiz.items) and content.whole("quizzes", name):
            path = ("quizzes", name, "items")
            yield found(content.key_mark(*path), "asks_recall", path, use=use, total=len(quiz.items))


RULE = Rule("K124", "asks_use", __doc__, check, "warning")
