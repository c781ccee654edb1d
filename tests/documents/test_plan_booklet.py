"""The plan's booklet, opened again."""

import pytest

from hub.locales import strings
from tests.documents.pdf_reading import flat, pdftotext, pypdf_text
from tests.documents.small_hub import small_hub


@pytest.fixture
def plan_pdf(built):
    """The booklet of the hand-made plan."""
    return built.data("ke-hoach.pdf")


def test_every_clause_is_printed_word_for_word(plan_pdf):
    """The text another reader takes out holds each clause with its id, diacritics and all."""
    text = flat(pdftotext(plan_pdf, "-raw"))
    for clause in small_hub().plan.clauses().values():
        assert flat(str(clause.text)) in text
        if clause.level > 1:
            assert clause.id in text


def test_two_readers_agree_on_the_diacritics(plan_pdf):
    """Both readers return a sentence full of diacritics unharmed."""
    sentence = str(small_hub().plan.clauses()["I.1.1"].text)
    assert sentence in flat(pypdf_text(plan_pdf))
    assert sentence in flat(pdftotext(plan_pdf))


def test_what_was_read_out_of_the_plan_is_printed(plan_pdf):
    """Targets with the national figure and its source, tasks of each body, units and corrections are there."""
    text = flat(pdftotext(plan_pdf))
    for words in (
        "quốc gia: 60 %",
        f"Quyết định 677/QĐ-TTg, {strings('vi').date('2022-06-03')}, điều 1, mục I.2 [2].",
        "Mở lớp ở nhà văn hóa xóm. (phối hợp)",
        "chưa thấy nguồn nào nói đơn vị nào nhận các việc này",
        "Nặm Pục, Khuổi Lừa",
        "99,73",
        "9.278",
        "Máy quét nhận nhầm dấu.",
        "quý III năm 2026 đã qua",
        "quý IV năm 2030 sắp tới",
    ):
        assert words in text


def test_internal_sources_are_never_named(plan_pdf):
    """A source kept for the editors leaves no trace, though the content cites it."""
    text = pdftotext(plan_pdf)
    assert "Nơi giấu tên" not in text
    assert "trang-an" not in text
    assert "Báo Mẫu" in text
