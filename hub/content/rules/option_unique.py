"""Hai phương án giống nhau.

Trong một câu hỏi, không có hai phương án cùng một lời. Khi so, chữ hoa như chữ thường, nhiều dấu cách như một, "hoà"
như "hòa", bỏ qua dấu chấm câu ở cuối. Bản dịch cũng được so. Hai câu hỏi trong một bài cũng không được cùng câu dẫn.

Cách sửa: viết lại hoặc xóa một phương án; xóa câu hỏi lặp.
"""

from __future__ import annotations

from hub.content.content import Content
from hub.content.nodes import Path
from hub.content.rules.base import Findings, Rule, found
from hub.content.rules.options import option_texts, plain
from hub.content.syllables import key
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


def _twice(content: Content, locale: str, texts: list[tuple[Path, Text]], sentence: str) -> Findings:
    seen: dict[str, Path] = {}
    for path, text in texts:
        if locale and not text.has(locale):
            continue
        same = same_words(text.to(locale))
        if same in seen:
            line = content.mark(*seen[same], locale=locale).line
            yield found(content.mark(*path, locale=locale), sentence, path, text=text.to(locale), line=line)
        seen.setdefault(same, path)


def same_words(text: str) -> str:
    """Return an option as it is compared: case, spaces, the place of a tone mark and closing marks do not count."""
    return " ".join(key(word) for word in plain(text).split())


RULE = Rule("K121", "option_unique", __doc__, check)
