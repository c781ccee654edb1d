"""Câu dài, lời sáo. (cảnh báo)

Theo cách viết của trang: một câu có nhiều nhất 35 âm tiết; lời của ta không dùng những từ như "nhằm", "trên cơ sở",
"đẩy mạnh", "tăng cường", "nâng cao hiệu quả", "công tác", "triển khai thực hiện", "có hiệu quả", "không ngừng",
"góp phần", "đồng bộ", "quyết liệt". Lời trích trong ngoặc kép, lời của kế hoạch và tên văn bản không tính.

Cách sửa: tách câu; nói rõ ai làm việc gì, khi nào.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from hub.content.content import Content
from hub.content.prose import Piece, pieces
from hub.content.rules.base import Findings, Rule, found

LONGEST = 35
WORDS = (
    "nhằm",
    "trên cơ sở",
    "đẩy mạnh",
    "tăng cường",
    "nâng cao hiệu quả",
    "công tác",
    "triển khai thực hiện",
    "có hiệu quả",
    "không ngừng",
    "góp phần",
    "đồng bộ",
    "quyết liệt",
    "trong thời đại 4.0",
    "hãy cùng tìm hiểu",
    "tóm lại",
)
_CAPITALS = "".join(filter(str.isupper, map(chr, range(0x41, 0x1EFA))))
_SENTENCE = re.compile(rf"(?:(?<![.!?…:;])[.!?…:;]{{1,5}}[)\"”’]{{0,3}}\s+|\n)(?=\s{{0,20}}[\"“(‘]?[{_CAPITALS}])|\|")
"""Where a sentence ends: before a capital, and at the edge of a table's cell."""
_QUOTED = re.compile(r"“[^“”]{0,800}”|\"[^\"]{0,800}\"|‘[^‘’]{0,800}’|«[^«»]{0,800}»")
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_FORBIDDEN = re.compile(r"(?<!\w)(" + "|".join(re.escape(word) for word in WORDS) + r")(?!\w)", re.IGNORECASE)


def check(content: Content) -> Findings:
    """Measure the sentences of our own prose and look for words it does without."""
    for piece in pieces(content, "vi"):
        if piece.ours:
            yield from _sentences(piece)
            yield from _words(piece)


def own_words(text: str) -> str:
    """Return a text with quotations blanked out; offsets stay the same."""
    return _QUOTED.sub(lambda match: re.sub(r"\w", " ", match[0]), text)


@lru_cache(maxsize=200_000)
def sentences(text: str) -> tuple[tuple[int, str, int], ...]:
    """Return offset and words of each sentence, with the number of its syllables, quotations left out."""
    return tuple(_sentences_of(text))


def _sentences_of(text: str) -> Iterator[tuple[int, str, int]]:
    own, here = own_words(text), 0
    for end in [*(match.start() + 1 for match in _SENTENCE.finditer(own)), len(text)]:
        inside = own[here:end]
        count = sum(1 for token in inside.split() if _WORD.search(token))
        yield here + len(inside) - len(inside.lstrip()), text[here:end].strip(), count
        here = end


def _sentences(piece: Piece) -> Findings:
    for offset, sentence, count in sentences(piece.text):
        if count > LONGEST:
            words = _WORD.search(piece.text, offset)
            start = words.start() if words else offset
            shown = " ".join(sentence.split()[:4])
            yield found(
                piece.at(start, words[0] if words else ""),
                "sentence_long",
                piece.path,
                start=shown,
                count=count,
                limit=LONGEST,
            )


def _words(piece: Piece) -> Findings:
    for offset, word in stale_words(piece.text):
        yield found(piece.at(offset, word), "word_stale", piece.path, word=word)


@lru_cache(maxsize=200_000)
def stale_words(text: str) -> tuple[tuple[int, str], ...]:
    """Return the words our own prose does without, with their offsets."""
    return tuple((match.start(), match[0]) for match in _FORBIDDEN.finditer(own_words(text)))


RULE = Rule("K152", "voice", __doc__, check, "warning")
