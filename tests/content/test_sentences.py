"""Where the voice rule sees a sentence end."""

import pytest

from hub.content.rules.voice import sentences


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Hỏi trước. Đây là ý của ta.", [2, 5]),
        ("Hỏi trước. Ở xã thì hỏi Hội.", [2, 5]),
        ("Hỏi trước. Ấy là điều hay.", [2, 4]),
        ("Ba việc: đọc, hỏi, ghi.", [5]),
        ("Ba việc: Đọc, hỏi, ghi.", [2, 3]),
        ("Đến ngày 1.7 thì xong.", [5]),
        ("| Phòng | nay về xã | chưa rõ |", [1, 3, 2]),
        ("Ghi là “Không. Đừng hỏi nữa.” rồi thôi.", [4]),
    ],
)
def test_a_sentence_ends_before_any_capital(text: str, counts: list[int]) -> None:
    """A capital with or without marks opens a sentence, so does a table's cell; quotations are left out."""
    assert [count for _, _, count in sentences(text) if count] == counts
