"""Words lose their marks the same way when the index is built and when it is asked."""

from __future__ import annotations

import unicodedata

import pytest

from hub.search.fold import exact, fold, normalise, tokens
from tests.search.node import run_node

ROWS = {
    "a": "aàáảãạăằắẳẵặâầấẩẫậ",
    "e": "eèéẻẽẹêềếểễệ",
    "i": "iìíỉĩị",
    "o": "oòóỏõọôồốổỗộơờớởỡợ",
    "u": "uùúủũụưừứửữự",
    "y": "yỳýỷỹỵ",
    "d": "đ",
}
MARKED = [letter for plain, row in ROWS.items() for letter in row + row.upper() if letter.lower() != plain]
TEXTS = [
    "UBND các xã, thị trấn",
    "Tài chính-Kế hoạch; 25/10/2023. Số 677/QĐ-TTg",
    "1.431 tổ, 12,5 % và 1,250 người",
    "mô hình “Công dân học tập”\nKhác",
    "II.3.b) hội viên… people's “a” … 🙂 <b>x</b>",
    "xã\u00adhội\u200b số",
    "  ",
    '+hội -xã *kế ^2 title:x "a b" ~1',
]


def test_all_134_letters_of_vietnamese_lose_their_marks():
    """Each of the 67 marked letters, small and capital, folds to its plain letter, composed or decomposed."""
    assert len(MARKED) == 134
    for plain, row in ROWS.items():
        for letter in row + row.upper():
            assert fold(letter) == plain
            assert fold(unicodedata.normalize("NFD", letter)) == plain


@pytest.mark.parametrize(
    ("one", "other"),
    [("hòa", "hoà"), ("thủy", "thuỷ"), ("khỏe", "khoẻ"), ("của", "cuả"), ("HỌC", "học"), ("ủy", "uỷ")],
)
def test_the_place_of_the_tone_makes_no_other_word(one: str, other: str):
    """Tone on the first or the second vowel is one spelling."""
    assert exact(one) == exact(other)
    assert exact(unicodedata.normalize("NFD", one)) == exact(one)


@pytest.mark.parametrize(
    ("one", "other"), [("bán", "bạn"), ("ban", "bán"), ("thu", "thư"), ("da", "đa"), ("tu", "từ"), ("cân", "căn")]
)
def test_other_marks_make_another_word(one: str, other: str):
    """Spellings differ where tones or letters do, though they fold to one word."""
    assert exact(one) != exact(other)
    assert fold(one) == fold(other)


def test_a_spelling_is_no_folded_word():
    """The two kinds of terms never meet in an index."""
    assert exact("ban") == "=ban" != fold("ban")


def test_numbers_are_found_with_and_without_the_sign_of_thousands():
    """`1.431` and `1431` are one word; a date's parts stay apart."""
    assert [fold(token.text) for token in tokens("1.431 hay 1431")] == ["1431", "hay", "1431"]
    assert [token.text for token in tokens("25.10.2023")] == ["25", "10", "2023"]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("học tập", [False, True]),
        ("học, tập", [False, False]),
        ("học. Tập", [False, False]),
        ("II.3.b", [False, True, True]),
        ("mô “học tập”", [False, True, True]),
        ("một\nhai", [False, False]),
    ],
)
def test_words_are_neighbours_unless_something_parts_them(text: str, joined: list[bool]):
    """Commas, full stops before a space, brackets and line ends part words; quotes and hyphens do not."""
    assert [token.joined for token in tokens(text)] == joined


def test_english_plurals_fold_to_the_singular():
    """Only in English, and only where an ending is surely one."""
    plurals = {"quizzes": "quiz", "classes": "class", "boxes": "box", "bodies": "body", "plans": "plan"}
    assert {word: fold(word, "en") for word in plurals} == plurals
    for word in ("class", "status", "analysis", "is", "gas"):
        assert fold(word, "en") == word
    assert fold("bus", "vi") == "bus"
    assert fold("plans", "vi") == "plans"


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_the_browser_folds_and_splits_alike(locale: str):
    """What Python writes into the index is what JavaScript asks for."""
    words = [*MARKED, *(unicodedata.normalize("NFD", letter) for letter in MARKED), "hoà", "Quyết", "quizzes", "1.431"]
    words += ["đường", "NGUYỄN", "ﬁ", "ßa", "Ǆ", "policies", "buses", "12,500", "Dz", "ố\u0323"]
    theirs = run_node("fold_words.mjs", {"words": words, "texts": TEXTS, "locale": locale})
    assert theirs["folded"] == [fold(word, locale) for word in words]
    assert theirs["exact"] == [exact(word, locale) for word in words]
    assert theirs["tokens"] == [[[token.text, token.joined] for token in tokens(normalise(text))] for text in TEXTS]
