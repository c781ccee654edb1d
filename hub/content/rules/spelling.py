"""Âm tiết tiếng Việt không có.

Mỗi chữ tiếng Việt được tách thành âm tiết và so với danh sách âm tiết của gói `hunspell-vi`. Dấu thanh đặt kiểu "hòa"
hay "hoà" đều được. Máy chưa cài `hunspell-vi` thì có một cảnh báo và luật này được bỏ qua.

Những chữ không xét:

- địa chỉ mạng, lời trong `dấu nháy ngược`, từ dính chữ số;
- chữ viết hoa cả từ mà không có dấu thanh (UBND), từ có chữ hoa ở giữa (VNeID);
- từ viết hoa không dấu (tên riêng nước ngoài) và cụm từ nước ngoài.

Cách sửa: gõ lại từ. Nếu là tên riêng, tiếng dân tộc hay từ mượn thì thêm vào `materials/words.txt`, mỗi dòng một từ.
"""

from __future__ import annotations

from hub.content.content import Content
from hub.content.marks import Mark
from hub.content.prose import pieces
from hub.content.rules.base import Findings, Rule, found
from hub.content.syllables import LIST, Syllables

OWN_WORDS = "materials/words.txt"


def check(content: Content, syllables: Syllables | None = None) -> Findings:
    """Look up every syllable of every Vietnamese text."""
    own = content.texts.get(OWN_WORDS)
    known = syllables or Syllables.load(own.text if own else "")
    if known is None:
        yield found(Mark("hub.yml"), "spelling_no_list", severity="warning", list=str(LIST))
        return
    for piece in pieces(content, "vi"):
        for offset, word in () if piece.scanned else known.wrong(piece.text):
            yield found(piece.at(offset, word), "syllable_unknown", piece.path, word=word, file=OWN_WORDS)


RULE = Rule("K151", "spelling", __doc__, check)
