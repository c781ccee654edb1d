"""Đáp án đoán được mà không cần biết.

Với các câu chọn một của một bài:

- bài có từ 8 câu: không quá một nửa số đáp án đứng ở cùng một vị trí; bài có 4 đến 7 câu: không phải mọi đáp án ở
  cùng vị trí;
- bài có từ 8 câu: đáp án là phương án dài nhất ở không quá 60 % số câu, và là phương án ngắn nhất ở không quá 60 %
  số câu;
- mỗi câu: đáp án không dài quá 1,5 lần độ dài trung bình của các phương án khác, trừ khi chỉ dài hơn dưới 15 ký tự.

Độ dài được đo ở từng ngôn ngữ; ở bản dịch thì chỉ cảnh báo.

Với các câu đúng hay sai: bài có từ 4 câu thì không phải mọi câu cùng một đáp án.

Cách sửa: đổi chỗ các phương án; viết phương án nhiễu dài ngang đáp án, hoặc rút ngắn đáp án, phần giải thích để ở
`rationale`.
"""

from __future__ import annotations

from collections import Counter

from hub.content.content import Content
from hub.content.nodes import Path
from hub.content.problems import Severity
from hub.content.rules.base import Findings, Rule, found
from hub.model.base import DEFAULT
from hub.model.items import SingleChoice, TrueFalse
from hub.model.quiz import Quiz

MANY = 8
FEW = 4
LONGEST_SHARE = 0.6
RATIO = 1.5
SLACK = 15


def check(content: Content) -> Findings:
    """Look for a way to score by position or by length, quiz by quiz; in a translation it is a warning."""
    for name, quiz in content.quizzes.items():
        path: Path = ("quizzes", name)
        singles = [
            (number, item)
            for number, item in enumerate(quiz.items)
            if isinstance(item, SingleChoice) and len(item.key()) == 1 and content.whole(*path, "items", number)
        ]
        whole = content.whole(*path)
        if whole:
            yield from _position(content, path, [item for _, item in singles])
            yield from _same_answer(content, path, quiz)
        for locale in (DEFAULT, *content.locales):
            written = [(number, item) for number, item in singles if not locale or _translated(item, locale)]
            for number, item in written:
                yield from _much_longer(content, (*path, "items", number), item, locale)
            if whole and len(written) == len(singles):
                yield from _longest(content, path, [item for _, item in written], locale)


def _place(item: SingleChoice) -> int:
    return next(number for number, option in enumerate(item.options) if option.key)


def _translated(item: SingleChoice, locale: str) -> bool:
    return all(option.text.has(locale) for option in item.options)


def _lengths(item: SingleChoice, locale: str) -> tuple[int, list[int]]:
    """Return the length of the right option and those of the others."""
    others = [len(option.text.to(locale)) for option in item.options if not option.key]
    return len(item.options[_place(item)].text.to(locale)), others


def _severity(locale: str) -> Severity | None:
    return "warning" if locale else None


def _much_longer(content: Content, path: Path, item: SingleChoice, locale: str) -> Findings:
    right, others = _lengths(item, locale)
    mean = sum(others) / len(others)
    if right > RATIO * mean and right - mean >= SLACK:
        here = (*path, "options", _place(item), "text")
        values = {"id": item.id, "length": right, "mean": round(mean)}
        mark = content.mark(*here, locale=locale)
        yield found(mark, "key_much_longer", here, severity=_severity(locale), **values)


def _position(content: Content, path: Path, items: list[SingleChoice]) -> Findings:
    place, count = Counter(_place(item) for item in items).most_common(1)[0] if items else (0, 0)
    too_many = count * 2 > len(items) if len(items) >= MANY else len(items) >= FEW and count == len(items)
    if too_many:
        mark = content.key_mark(*path, "items")
        yield found(mark, "key_position", (*path, "items"), letter="ABCDEF"[place], count=count, total=len(items))


def _longest(content: Content, path: Path, items: list[SingleChoice], locale: str) -> Findings:
    if len(items) < MANY:
        return
    lengths = [_lengths(item, locale) for item in items]
    longest = sum(1 for right, others in lengths if right > max(others))
    shortest = sum(1 for right, others in lengths if right < min(others))
    for key, count in (("key_longest", longest), ("key_shortest", shortest)):
        if count > LONGEST_SHARE * len(items):
            first = content.mark(*path, "items", 0, "stem", locale=locale)
            mark = first if locale else content.key_mark(*path, "items")
            yield found(mark, key, (*path, "items"), severity=_severity(locale), count=count, total=len(items))


def _same_answer(content: Content, path: Path, quiz: Quiz) -> Findings:
    answers = [item.answer for item in quiz.items if isinstance(item, TrueFalse)]
    if len(answers) >= FEW and len(set(answers)) == 1:
        word = "true" if answers[0] else "false"
        yield found(
            content.key_mark(*path, "items"), "key_same_answer", (*path, "items"), answer=word, count=len(answers)
        )


RULE = Rule("K122", "key_guessable", __doc__, check)
