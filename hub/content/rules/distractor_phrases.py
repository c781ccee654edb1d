"""Phương án "tất cả", "cả A và B", "không có đáp án nào".

Phương án phải nói một điều cụ thể. Những lời như "Tất cả các phương án trên", "Cả A và B", "Cả hai đều đúng",
"Không có đáp án nào" cho người làm bài đoán mà không cần biết, và sai nghĩa khi các phương án đổi chỗ. Bản tiếng
Anh cũng vậy.

Cách sửa: thay bằng một lỗi hiểu nhầm hay gặp, hoặc đổi câu thành `multiple_response`.
"""

from __future__ import annotations

import re

from hub.content.content import Content
from hub.content.rules.base import Findings, Rule, found
from hub.content.rules.options import option_texts, plain
from hub.model.base import DEFAULT

_WHAT = r"(phương án|đáp án|lựa chọn|câu trả lời|câu|ý|điều|trường hợp|khẳng định)"
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"^(tất cả|cả (hai|ba|bốn|năm|\d))( đều)?( là)?( đúng| sai)?$",
        rf"^(tất cả|mọi|cả( hai| ba| bốn| năm| \d)?)( các| những)? ?{_WHAT}?( (ở |nêu |kể )?trên)( đều)?( đúng| sai)?$",
        rf"^(tất cả|mọi|cả (hai|ba|bốn|năm|\d))( các| những)? {_WHAT}( này)?( đều)?( đúng| sai)?$",
        rf"^(cả )?({_WHAT} )?[a-f](, [a-f])*,? (và|hoặc|lẫn|hay) ({_WHAT} )?[a-f]( đều)?( đúng| sai)?$",
        r"^cả [a-f](, [a-f])+( đều)?( đúng| sai)?$",
        rf"^(không|chẳng)( có)? {_WHAT} nào( ở trên| nêu trên| trên)?( là)?( đúng| sai)?$",
        rf"^(các )?{_WHAT} (trên|còn lại|kia)( đều)? (đúng|sai)$",
        r"\b(đều đúng|đều sai)$",
        r"^(all|none|both|neither|any)( of)?( the)?( options| answers)? (above|these|them|listed)$",
        r"^(both |neither )?[a-f](, [a-f])*,? (and|or|nor) [a-f]$",
        r"\b(all|none) of the above\b",
    )
)


def check(content: Content) -> Findings:
    """Find options that speak about the other options."""
    for name, quiz in content.quizzes.items():
        for number, item in enumerate(quiz.items):
            for path, option in option_texts(("quizzes", name, "items", number), item):
                for locale in (DEFAULT, *content.locales):
                    text = option.to(locale)
                    written = locale == DEFAULT or option.has(locale)
                    if written and any(pattern.search(plain(text)) for pattern in PATTERNS):
                        mark = content.mark(*path, locale=locale)
                        yield found(mark, "option_about_others", path, text=text)


RULE = Rule("K123", "distractor_phrases", __doc__, check)
