"""Hai phương án giống nhau.

Trong một câu hỏi, không có hai phương án cùng một lời. Khi so, chữ hoa như chữ thường, nhiều dấu cách như một, bỏ
qua dấu chấm câu ở cuối. Bản dịch cũng được so. Hai câu hỏi trong một bài cũng không được cùng câu dẫn.

Cách sửa: viết lại hoặc xóa một phương án; xóa câu hỏi lặp.
"""

from __future__ import annotations

import unicodedata

from hub.content.content import Content
from hub.content.nodes import Path
from hub.content.rules.base import Findings, Rule, found
from hub.content.rules.options import option_texts
from hub.model.base import DEFAULT, Text


def check(content: Content) -> Findings:
    """Compare the options of each item, and the stems of each quiz, in each language."""
    for locale in (DEFAULT, *content.locales):
        for name, quiz in content.quizzes.items():
            here: Path = ("quizzes", name, "items")
            stems = [((*here, index, "stem"), item.stem) for index, item in enumerate(quiz.items)]
            yield from _twice(content, locale, stems, "stem_twice")
            for index, item in enumerate(quiz.items):
                texts = option_texts((*here, index), item)
                yield from _twice(content, locale, texts, "option_twice")


def _twice(content: Content, locale: str, texts: list[tuple[Path, Text]], key: str) -> Findings:
    seen: dict[str, Path] = {}
    for path, text in texts:
        if locale and not text.has(locale):
            continue
        same = fold(text.to(locale))
        if same in seen:
            line = content.mark(*seen[same], locale=locale).line
            yield found(content.mark(*path, locale=locale), key, path, text=text.to(locale), line=line)
        seen.setdefault(same, path)


def fold(text: str) -> str:
    """Return a text as it is compared: case, spaces and closing marks do not count."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split()).rstrip(" .;,!?…")


RULE = Rule("K121", "option_unique", __doc__, check)
