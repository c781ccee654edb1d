"""Đáp án không đúng số lượng.

Câu chọn một (`single_choice`) có đúng một phương án `key: true`. Câu chọn nhiều (`multiple_response`) có từ 1 đến
10 phương án đúng. Câu đúng hay sai ghi đáp án ở `answer`.

Cách sửa: thêm `key: true` vào phương án đúng, hoặc bỏ ở phương án thừa. Nếu nhiều phương án cùng đúng, đổi `kind`
thành `multiple_response`.
"""

from __future__ import annotations

from hub.content.content import Content
from hub.content.rules.base import Findings, Rule, found
from hub.model.items import MultipleResponse, SingleChoice

MOST_RIGHT = 10


def check(content: Content) -> Findings:
    """Count the right options of each item."""
    for name, quiz in content.quizzes.items():
        for index, item in enumerate(quiz.items):
            path = ("quizzes", name, "items", index)
            right = [number for number, option in enumerate(item.choices()) if option.key]
            if not content.whole(*path):
                continue
            if not right:
                yield found(content.key_mark(*path, "options"), "key_none", path, id=item.id)
            elif isinstance(item, SingleChoice) and len(right) > 1:
                second = (*path, "options", right[1], "key")
                yield found(content.mark(*second), "key_two", second, id=item.id, count=len(right))
            elif isinstance(item, MultipleResponse) and len(right) > MOST_RIGHT:
                yield found(content.key_mark(*path, "options"), "key_many", path, id=item.id, count=len(right))


RULE = Rule("K120", "single_key", __doc__, check)
