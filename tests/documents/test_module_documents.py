"""What is printed for a module."""

import pytest
from pypdf import PdfReader

from hub.documents import cards, flipcards, fonts
from hub.documents.errors import DocumentError
from hub.documents.measure import MM, cap_height_mm, rows
from hub.documents.module_booklets import session_rows
from tests.documents.pdf_reading import flat, pdftotext
from tests.documents.small_hub import small_hub


def test_trainer_can_run_the_session_from_the_book(built):
    """Aims, clock, what to say, do and ask, answers, mistakes, adaptations and notes are all there."""
    text = flat(pdftotext(built.data("giang-vien-lop-mau.pdf")))
    for words in (
        "Kể được một việc đã học trong tuần.",
        "5–20 · 15 phút",
        "Giảng viên nói 5 phút, người học làm 15 phút, nghỉ 10 phút.",
        "“Tuần qua, bà con học được việc gì?”",
        "Để 3 phút cho mỗi người nhớ một việc.",
        "“Việc ấy hợp với thẻ nào?”",
        "Tôi có học gì đâu.",
        "Bán ngô, bác hỏi giá bằng cách nào?",
        "Xếp mọi việc vào một thẻ.",
        "Người phụ đọc to tên thẻ.",
        "Không ai chưa kể.",
        "Người phụ nói lại bằng tiếng mẹ đẻ.",
        "Chào bà con. Hôm nay ta kể việc mình đang học.",
        "“Bài mẫu” (trước buổi học, sau buổi học): 3 câu, 5 phút, đạt từ 70 %.",
    ):
        assert words in text, words


def test_the_trainers_book_holds_no_key(built):
    """The key of the module's quiz stays in its own file."""
    assert "Cần cả hai điều kiện" not in flat(pdftotext(built.data("giang-vien-lop-mau.pdf")))


def test_session_minutes_follow_each_other():
    """Each step begins in the minute in which the one before it ends."""
    steps = small_hub().modules["lop-mau"].session_plan
    assert [(row["from"], row["to"]) for row in session_rows(steps, {})] == [(0, 5), (5, 20), (20, 30)]


def test_learner_takes_home_handouts_indicators_and_rules(built):
    """Handout, each indicator in plain words, the rules with whose word they are, and room to write."""
    text = flat(pdftotext(built.data("nguoi-hoc-lop-mau.pdf")))
    for words in ("Việc gì:", "Một dòng ghi vào sổ", "Định trước học gì, lúc nào.", "Đạt từ 80 điểm, theo Báo Mẫu."):
        assert words in text, words
    assert text.count("Tôi học việc:") == 3


def test_internal_wording_is_not_printed(built):
    """A wording whose only source is internal is left out of the guide; the others stay."""
    text = flat(pdftotext(built.data("tieu-chi.pdf")))
    assert "Câu chữ không công bố" not in text
    assert "“Kỹ năng tìm kiếm thông tin”" in text


def test_glossary_is_in_vietnamese_order(built):
    """`đ` comes after `d`."""
    text = flat(pdftotext(built.data("tieu-chi.pdf")))
    glossary = text[text.rindex("Giải thích từ") :]
    places = [glossary.index(f"{term} ") for term in ("Chỉ số", "Danh hiệu", "Đăng ký")]
    assert places == sorted(places)


def test_handout_is_one_a5_side_in_large_type(built):
    """One side a handout, set in 14 points or more where it fits, and twice on the sheet to cut."""
    reader = PdfReader(built.folder / "phat-tay-lop-mau.pdf")
    assert len(reader.pages) == 1
    sizes = []
    reader.pages[0].extract_text(
        visitor_text=lambda text, cm, tm, font, size: sizes.append((abs(size * tm[3] * cm[3]), text))
    )
    assert max(size for size, text in sizes if "Một việc nhỏ" in text) >= 14
    twice = flat(pdftotext(built.data("phat-tay-lop-mau-2-tren-a4.pdf")))
    assert twice.count("Việc tiếp theo của tôi") == 2


def test_cards_are_six_to_a_sheet_and_of_one_size(built):
    """Seven cards take two sheets; lines to cut run every 95 and 86 mm."""
    reader = PdfReader(built.folder / "the-lop-mau.pdf")
    assert [
        sum(name in page.extract_text() for name in ("Tìm và đọc", "Hỏi lại", "Thử lại")) for page in reader.pages
    ] == [2, 1]
    assert cards.CARD_MM == (95, 86)
    assert cards.HEAD_MM + cards.ROWS * cards.CARD_MM[1] <= 297 - 15
    assert cards.COLUMNS * cards.CARD_MM[0] <= 190


def test_card_type_shrinks_to_fit_and_then_gives_up():
    """Long text is set smaller; what fits at no size is reported with the card's title."""
    short = cards.type_sizes([("Hỏi lại", "Nghe tin lạ thì hỏi.")])
    longer = cards.type_sizes([("Hỏi lại", "Nghe tin lạ thì hỏi lại cho kỹ rồi mới làm. " * 6)])
    assert short == cards.SIZES[0]
    assert longer < short
    with pytest.raises(DocumentError, match="Thẻ quá dài"):
        cards.type_sizes([("Thẻ quá dài", "chữ " * 300)])


def test_flip_cards_can_be_read_from_four_metres(built):
    """No capital on a front is lower than 12 mm, which is what an eye of half sharpness reads at four metres."""
    assert flipcards.DISTANCE_M == 4
    assert cap_height_mm(fonts.SANS, 600, flipcards.SIZES[-1]) >= flipcards.SMALLEST_CAPITAL_MM
    reader = PdfReader(built.folder / "to-lat-lop-mau.pdf")
    assert len(reader.pages) == 4
    sizes = []
    reader.pages[0].extract_text(
        visitor_text=lambda text, cm, tm, font, size: sizes.append((abs(size * tm[3] * cm[3]), text))
    )
    shown = [size for size, text in sizes if text.strip() and "Kể việc" in text]
    assert min(shown) >= flipcards.SIZES[-1] - 0.5


def test_what_to_say_is_on_the_back(built):
    """Each front is followed by its back with the trainer's words."""
    pages = [flat(page.extract_text()) for page in PdfReader(built.folder / "to-lat-lop-mau.pdf").pages]
    assert "Chào bà con" not in pages[0]
    assert "Chào bà con. Hôm nay ta kể việc mình đang học." in pages[1]
    assert "Hỏi người bên cạnh một câu." in pages[3]


@pytest.mark.parametrize("picture", [True, False])
@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["Một"],
        ["Thủ tướng: Quyết định 677, năm 2022"] * 4,
        ["Cán bộ và người lao động ở đơn vị học tập cấp xã, cấp huyện"] * 5,
    ],
)
def test_slides_are_shared_over_cards_without_losing_a_line(lines, picture):
    """All lines come in order, and each card's words fit its field at the size chosen."""
    title = "Chương trình từ đâu ra?"
    made = flipcards.cards(title, lines, picture=picture)
    assert [line for some, _ in made for line in some] == lines
    for some, layout in made:
        beside = layout.picture + flipcards.GUTTER if layout.picture else 0
        width = flipcards.FIELD[0] - (beside if layout.beside_all else 0)
        high = sum(
            rows(line, fonts.SANS, 600, layout.size, width - flipcards.INDENT * layout.size)
            * layout.size
            * flipcards.LEADING
            for line in some
        )
        assert high <= flipcards.FIELD[1]
        assert layout.picture == 0 or layout.picture >= 45 * MM


def test_a_line_that_fits_no_card_is_refused():
    """A slide with a line that fills more than a card is reported by name, rather than being cut off."""
    with pytest.raises(DocumentError, match=r"Trang chiếu “Đầu đề”.*chữ dài"):
        flipcards.cards("Đầu đề", ["chữ dài " * 60], picture=False)
