"""What every booklet has around its body."""

import subprocess
import unicodedata

import pytest
from pypdf import PdfReader

from hub.documents import addresses, catalogue
from hub.documents.inline import inline
from hub.documents.pdf import render
from hub.documents.sources import Cited
from hub.locales import strings
from hub.pages import links
from tests.documents.conftest import ADDRESS, ROOT
from tests.documents.pdf_reading import flat, pdftotext
from tests.documents.small_hub import small_hub


@pytest.mark.parametrize(
    ("name", "page"),
    [("ke-hoach", "ke-hoach/"), ("giang-vien-lop-mau", "tap-huan/lop-mau/"), ("de-bai-mau", "trac-nghiem/bai-mau/")],
)
def test_the_code_leads_to_the_page(built, tmp_path, name, page):
    """A scanner reads the page's address from the printed page at 200 dpi."""
    number = "1" if name.startswith("de-") else "2"
    picture = tmp_path / "page"
    pdf = built.folder / f"{name}.pdf"
    subprocess.run(
        ["pdftoppm", "-r", "200", "-f", number, "-l", number, "-png", "-singlefile", pdf, picture], check=True
    )
    read = subprocess.run(["zbarimg", "-q", "--raw", f"{picture}.png"], capture_output=True, text=True, check=True)
    assert read.stdout.strip() == f"{ADDRESS}/{page}"


def test_no_code_without_an_address():
    """A hub that has no address yet prints no code and no address."""
    plan = catalogue.select(catalogue.documents(small_hub(), ROOT), ["ke-hoach"])[0]
    html = plan.drafts()[0]
    assert strings("vi")("documents.code_says") not in html
    assert "example.org/hub" not in html


def test_printed_addresses_are_those_of_the_site():
    """Documents and pages agree on where each page is, though neither imports the other."""
    settings = small_hub(site_url=ADDRESS).settings
    assert addresses.page_address(settings, "plan", "vi") == f"{ADDRESS}/{links.PLAN}"
    assert addresses.page_address(settings, "criteria", "en") == f"{ADDRESS}/en/{links.CRITERIA}"
    assert addresses.page_address(settings, "module", "vi", "x") == f"{ADDRESS}/{links.module_path('x')}"
    assert addresses.page_address(settings, "quiz", "vi", "x") == f"{ADDRESS}/{links.quiz_path('x')}"


def test_contents_name_the_right_pages(built):
    """Each line of the contents gives the page on which another reader finds that heading."""
    reader = PdfReader(built.folder / "tieu-chi.pdf")
    pages = [flat(page.extract_text()) for page in reader.pages]
    lines = [
        line
        for line in pdftotext(built.data("tieu-chi.pdf"), "-layout", "-f", "3", "-l", "3").splitlines()
        if "..." in line
    ]
    assert len(lines) >= 8
    for line in lines:
        title, number = line.strip().split("...")[0].strip(". "), int(line.split(".")[-1])
        assert title in pages[number - 1], line


def test_running_heads_name_book_and_chapter(built):
    """Left pages carry the book's name, right pages the chapter's."""
    pages = [flat(page.extract_text()) for page in PdfReader(built.folder / "ke-hoach.pdf").pages]
    assert "Kế hoạch · Bản Mẫu" in pages[5]
    assert any("Mục tiêu" in page for page in pages[4::2])


def test_fonts_and_licences_are_named(built):
    """The imprint names each typeface with its licence, and the licence of the content."""
    text = flat(pdftotext(built.data("ke-hoach.pdf"), "-f", "2", "-l", "2"))
    assert "Be Vietnam Pro 1.002 (SIL Open Font License 1.1)" in text
    assert "Gentium Book Plus 6.101 (SIL Open Font License 1.1)" in text
    assert "CC BY 4.0" in text


def test_an_unseen_source_says_through_whom_it_is_known():
    """A document nobody saw names the shown sources that cite it, never an internal one."""
    cited = Cited(small_hub(), strings("vi"), "vi")
    cited.call(["qd-324"])
    assert [source.id for source in cited.all()] == ["qd-324", "bao-mau"]
    assert cited.known_through(cited.all()[0]) == [2]


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("677/QĐ-TTg", "Quyết định 677/QĐ-TTg"),
        ("1657/NQ-UBTVQH15", "Nghị quyết 1657/NQ-UBTVQH15"),
        ("24/2023/TT-BGDĐT", "Thông tư 24/2023/TT-BGDĐT"),
        ("03/2026/NĐ-CP", "Nghị định 03/2026/NĐ-CP"),
        ("64/2025/QH15", "Luật 64/2025/QH15"),
        ("11-CT/TW", "Văn bản 11-CT/TW"),
    ],
)
def test_documents_are_named_by_their_number(number, name):
    """The letters of a document's number say what kind it is."""
    hub = small_hub()
    kind = "party" if number.endswith("TW") else "law"
    source = hub.sources["qd-677"].model_copy(update={"number": number, "date": None, "kind": kind})
    assert Cited(hub, strings("vi"), "vi").short(source) == name


def test_running_text_keeps_bold_and_escapes_the_rest():
    """Bold and links of the content are kept; what looks like HTML is shown as text."""
    assert inline("đạt **không** <b>&") == "đạt <strong>không</strong> &lt;b&gt;&amp;"
    assert inline("một\n\nhai") == "một<br>hai"
    assert inline("xem [trang](https://example.org/a)") == 'xem <a href="https://example.org/a">trang</a>'
    assert inline("xem [tiêu chí](tieu-chi/#quy-tac)") == "xem tiêu chí"
    assert inline("tỉ lệ 12,5 % và 5*3*2") == "tỉ lệ 12,5\u00a0% và 5*3*2"


def test_text_is_composed_before_it_is_set():
    """Letters written as base and marks come out as single letters."""
    text = "Khuyến học"
    style = "@page{size:A5}html{font-family:'Hub Serif'}"
    decomposed = unicodedata.normalize("NFD", text)
    html = f"<html lang=vi><head><title>t</title><style>{style}</style></head><body><p>{decomposed}</p></body></html>"
    assert flat(pdftotext(render(html))) == text
