"""Questions on paper, and the key apart from them."""

from pypdf import PdfReader

from tests.documents.pdf_reading import flat, pdftotext
from tests.documents.small_hub import small_hub


def test_paper_holds_every_question_and_no_key(built):
    """All stems and options are on the paper with letters; no rationale and no mark of what is right."""
    text = flat(pdftotext(built.data("de-bai-mau.pdf")))
    for item in small_hub().quizzes["bai-mau"].items:
        assert str(item.stem) in text
        for letter, option in zip("ABCDEF", item.choices(), strict=False):
            assert f"{letter}. {option.text}" in text
            assert str(option.rationale) not in text
    assert "Chọn mọi ý đúng." in text


def test_paper_looks_the_same_whatever_the_key(built):
    """Nothing of the paper's source depends on which option is right."""
    from hub.documents.paper import Paper
    from hub.documents.quiz_paper import paper_html
    from tests.documents.conftest import ROOT

    hub = small_hub()
    quiz = hub.quizzes["bai-mau"]
    first = quiz.items[0]
    turned = first.model_copy(
        update={"options": [option.model_copy(update={"key": not option.key}) for option in first.options]}
    )
    other = quiz.model_copy(update={"items": [turned, *quiz.items[1:]]})
    assert paper_html(Paper(hub, ROOT, "vi"), quiz) == paper_html(Paper(hub, ROOT, "vi"), other)


def test_key_names_letters_reasons_and_sources(built):
    """The key gives the letters of each question, the reason of each option and the places they rest on."""
    text = flat(pdftotext(built.data("dap-an-bai-mau.pdf")))
    inner = flat(pdftotext(built.data("dap-an-bai-mau.pdf"), "-raw"))
    table = inner[inner.index("Đáp án Câu 1.") : inner.index("Mỗi câu 1 điểm")]
    assert table == "Đáp án Câu 1. B Câu 2. A, B Câu 3. B "
    for item in small_hub().quizzes["bai-mau"].items:
        for option in item.choices():
            assert str(option.rationale) in text
    assert "Báo Mẫu, 10/2023, mục quy tắc." in text
    assert "Kế hoạch, mục I.1.1." in text
    assert "Nơi giấu tên" not in text


def test_the_english_paper_is_english(built):
    """Where a quiz is translated there is a paper in English, with English instructions."""
    text = flat(pdftotext(built.data("de-bai-mau.en.pdf")))
    assert "Mẩy scored 82, one indicator at 4. Which is true?" in text
    assert "Choose all that are right." in text
    assert "Đánh dấu" not in text


def test_questions_are_not_torn_apart(built):
    """Each question's options stand on the page of its stem."""
    for page in PdfReader(built.folder / "de-bai-mau.pdf").pages:
        text = flat(page.extract_text())
        for item in small_hub().quizzes["bai-mau"].items:
            if str(item.stem) in text:
                assert all(str(option.text) in text for option in item.choices())
