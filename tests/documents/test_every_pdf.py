"""What holds for every PDF the hub gives, opened by other programs."""

import io
import subprocess

import page
import pikepdf
import pytest
from pypdf import PdfReader

from hub.documents.finishing import finish
from hub.documents.pdf import render
from tests.documents.folding import read_in_order
from tests.documents.pdf_reading import flat, fonts, leaves, lone_headings, pdftotext

FACES = {"Hub-Sans", "Hub-Sans-Semi-Bold", "Hub-Serif", "Hub-Serif-Italic", "Hub-Serif-Bold"}
KINDS = {
    "ke-hoach",
    "tieu-chi",
    "cam-nang-nong-dan",
    "phieu-tu-cham-thu",
    "mau-de-may-dien",
    "bang-dem-muc-tieu",
    "giang-vien-lop-mau",
    "nguoi-hoc-lop-mau",
    "to-lat-lop-mau",
    "the-lop-mau",
    "phat-tay-lop-mau",
    "de-bai-mau",
    "dap-an-bai-mau",
    "cach-in",
    "de-bai-mau.en",
    "dap-an-bai-mau.en",
    "cach-in.en",
}


def test_every_kind_is_made_and_what_has_no_translation_is_not(built):
    """One document a kind in Vietnamese; in English only what was translated."""
    assert set(built.entries) == KINDS


def test_conforms_to_pdf_ua_and_pdf_a(either):
    """Each reading file passes the automatic checks of PDF/UA-1 and PDF/A-2a."""
    for name in either.reading:
        for profile in ("ua1", "2a"):
            report = page.validate_pdf(str(either.folder / name), profile=profile)
            failures = {failure.rule_id for failure in report.failures}
            if failures == {"PDFA2A-STREAM-LENGTH-001"}:
                # The checker counts one byte too few where compressed data happens to end in a carriage return.
                assert carriage_return_at_end(either.folder / name)
                subprocess.run(["qpdf", "--check", either.folder / name], check=True, capture_output=True)
            else:
                assert report.is_compliant, (name, profile, [str(f) for f in list(report.failures)[:5]])


def carriage_return_at_end(path):
    """Say whether the data of some stream of a file end in a carriage return."""
    return b"\r\nendstream" in path.read_bytes()


def test_the_checks_can_fail(built):
    """A file without its language does not pass."""
    with pikepdf.open(built.folder / "cach-in.pdf") as pdf:
        del pdf.Root["/Lang"]
        out = io.BytesIO()
        pdf.save(out)
    assert not page.validate_pdf_bytes(out.getvalue(), profile="ua1").is_compliant


def test_only_the_wanted_fonts_and_all_embedded(either):
    """No file holds a font but ours; all are embedded as subsets and can be copied as text."""
    for path in either.pdfs:
        found = fonts(path)
        assert found, path.name
        assert {font.name for font in found} <= FACES, path.name
        assert all(font.embedded and font.subset and font.unicode for font in found), path.name


def test_language_title_tags_and_bookmarks(either):
    """Each reading file says its language and title, is tagged, and has bookmarks."""
    for entry in either.entries.values():
        name = entry["files"][0]["name"]
        if not name.endswith(".pdf"):
            continue
        with pikepdf.open(either.folder / name) as pdf:
            assert str(pdf.Root.Lang) == entry["locale"], name
            assert bool(pdf.Root.MarkInfo.Marked), name
            assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle), name
        reader = PdfReader(either.folder / name)
        assert entry["title"] in reader.metadata.title, name
        assert reader.outline, name
        assert leaves(either.data(name)), name


def test_no_heading_stands_alone_at_a_foot(either):
    """What a heading announces begins on the heading's page."""
    for name in either.reading:
        assert lone_headings(either.data(name)) == [], name


@pytest.mark.parametrize(("keep", "alone"), [("auto", [1]), ("avoid", [])])
def test_a_lone_heading_would_be_seen(keep, alone):
    """A heading planted at a foot is found, and is gone where the style keeps it with its text."""
    sheet = f"@page{{size:A5;margin:15mm}}html{{font:11pt/1.4 'Hub Serif'}}*{{margin:0}}h1{{break-after:{keep}}}"
    fill = "<p style='height:168mm;margin:0'>Đoạn trên.</p>"
    body = f"{fill}<h1>Đầu đề</h1><p style='break-inside:avoid;height:20mm;margin:0'>Đoạn dưới.</p>"
    html = f"<html lang=vi><head><title>Thử</title><style>{sheet}</style></head><body>{body}</body></html>"
    assert lone_headings(render(html)) == alone


def letters_of(data: bytes) -> list[str]:
    """Return all signs of a PDF, sorted; hyphens are left out, since the reader joins words parted at a line's end."""
    return sorted("".join(pdftotext(data).replace("-", "").split()))


def test_folded_files_hold_the_same_booklet(either):
    """A folded file has half as many sides as its padded booklet has pages, an even number, and all its words."""
    assert len(either.folded) >= 4
    for reading, folded in either.folded:
        assert folded["pages"] == 2 * -(-reading["pages"] // 4)
        assert folded["sheets"] * 2 == folded["pages"]
        assert letters_of(either.data(folded["name"])) == letters_of(either.data(reading["name"]))


@pytest.mark.parametrize("name", ["ke-hoach", "cam-nang-nong-dan"])
def test_a_folded_booklet_reads_in_order(real, name):
    """The sheets of a printed booklet, folded, give the pages of the reading file one after the other."""
    reading = real.data(f"{name}.pdf")
    pages = len(PdfReader(io.BytesIO(reading)).pages)
    sides = halves_of_text(real.data(f"{name}-gap-sach.pdf"))
    read = [half for half in read_in_order(sides, pages) if half]
    assert read == [text for n in range(1, pages + 1) if (text := squeezed(reading, "-f", str(n), "-l", str(n)))]


def squeezed(data, *options):
    """Return text without any white space."""
    return "".join(pdftotext(data, *options).split())


def halves_of_text(data):
    """Return for each printed side the text on its left and right half."""
    half = ("-r", "72", "-y", "0", "-W", "421", "-H", "596")
    numbers = range(1, len(PdfReader(io.BytesIO(data)).pages) + 1)
    return [[squeezed(data, "-f", str(n), "-l", str(n), *half, "-x", x) for x in ("0", "421")] for n in numbers]


def test_list_of_downloads_tells_the_truth(either):
    """Pages, bytes and paper of the list are those of the files."""
    for entry in either.entries.values():
        for file in entry["files"]:
            path = either.folder / file["name"]
            assert file["bytes"] == path.stat().st_size
            if path.suffix != ".pdf":
                continue
            reader = PdfReader(path)
            assert file["pages"] == len(reader.pages)
            short = min(float(reader.pages[0].mediabox.width), float(reader.pages[0].mediabox.height))
            assert file["format"] == ("A5" if short < 500 else "A4"), file["name"]
        assert entry["about"]
        assert entry["title"]


def test_page_furniture_is_not_read_aloud(built):
    """Running heads and page numbers are artifacts; without the finishing step they would not be."""
    data = built.data("ke-hoach.pdf")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        kinds = {
            str(operands[1]["/Type"])
            for one in pdf.pages
            for operands, operator in pikepdf.parse_content_stream(one)
            if str(operator) == "BDC" and str(operands[0]) == "/Artifact" and "/Type" in operands[1]
        }
    assert "/Pagination" in kinds


def test_finishing_twice_changes_nothing_more():
    """The step finds nothing left to do in a file it has finished, but for declaring it again."""
    style = "@page{size:A5}html{font-family:'Hub Serif'}"
    once = render(
        f"<html lang=vi><head><title>Thử</title><style>{style}</style></head><body><h1>Chữ</h1></body></html>"
    )
    assert flat(pdftotext(finish(once))) == flat(pdftotext(once)) == "Chữ"
