"""Pages on sheets, folded in thought and read again."""

import io
import subprocess
import xml.etree.ElementTree as ET

import pikepdf
import pytest

from hub.documents import imposition
from hub.documents.errors import DocumentError
from tests.documents.folding import read_in_order

MM = 72 / 25.4


def numbered(pages, size=(148 * MM, 210 * MM)):
    """Make a PDF whose pages carry nothing but their number."""
    pdf = pikepdf.new()
    name = pikepdf.Name
    font = pdf.make_indirect(pikepdf.Dictionary(Type=name.Font, Subtype=name.Type1, BaseFont=name.Helvetica))
    for number in range(1, pages + 1):
        page = pdf.add_blank_page(page_size=size)
        page.obj["/Resources"] = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        page.obj["/Contents"] = pdf.make_stream(f"BT /F 20 Tf 200 300 Td ({number}) Tj ET".encode())
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def halves(data):
    """Return for each printed side the numbers seen on its left and right half, and where they stand."""
    xml = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=data, capture_output=True, check=True).stdout
    space = "{http://www.w3.org/1999/xhtml}"
    sides = []
    for page in ET.fromstring(xml).iter(f"{space}page"):
        middle = float(page.get("width")) / 2
        side = [None, None]
        for word in page.iter(f"{space}word"):
            side[float(word.get("xMin")) > middle] = (int(word.text), float(word.get("xMin")))
        sides.append(side)
    return sides


@pytest.mark.parametrize("pages", range(1, 241))
def test_folded_pages_read_in_order(pages):
    """Whatever the number of pages, the folded booklet reads from first to last, and the last is its back cover."""
    sides = [side for side, _ in imposition.sides(pages)]
    read = read_in_order(sides, pages)
    assert [number for number in read if number is not None] == list(range(pages))
    assert read[-1] == pages - 1
    assert len(read) % 4 == 0
    assert len(read) - pages < 4


@pytest.mark.parametrize("pages", [1, 2, 5, 16, 37, 61, 130])
def test_printed_sheets_read_in_order(pages):
    """The numbers that another reader finds on the sheets come in order when they are folded."""
    sides = halves(imposition.fold(numbered(pages), "Sách thử"))
    numbers = [[half and half[0] for half in side] for side in sides]
    assert [n for n in read_in_order(numbers, pages) if n is not None] == list(range(1, pages + 1))


def test_signatures_are_even_and_can_be_stapled():
    """A long booklet is shared out over signatures of nearly the same size, none too thick for a stapler."""
    assert imposition.signatures(50) == [13, 13, 12, 12]
    assert imposition.signatures(9) == [9]
    for sheets in range(1, 200):
        shared = imposition.signatures(sheets)
        assert sum(shared) == sheets
        assert max(shared) <= imposition.SHEETS_PER_SIGNATURE
        assert max(shared) - min(shared) <= 1


def test_inner_sheets_move_towards_the_fold():
    """Each sheet further in stands 0.1 mm nearer to the fold on both halves, so that trimmed edges line up."""
    sides = halves(imposition.fold(numbered(40), "Sách thử"))
    left = [side[0][1] for side in sides if side[0] and side[0][0] >= 10]
    outer, inner = sides[0], sides[18]
    assert inner[1][1] < outer[1][1] - 2
    assert max(left) - min(left) == pytest.approx(9 * 0.1 * MM, abs=0.05)


def test_sheets_are_a4_and_tell_the_printer_how():
    """The file asks for both sides, flip on the short edge, no scaling, on A4."""
    with pikepdf.open(io.BytesIO(imposition.fold(numbered(8), "Sách thử"))) as pdf:
        preferences = pdf.Root.ViewerPreferences
        assert preferences.Duplex == "/DuplexFlipShortEdge"
        assert preferences.PrintScaling == "/None"
        assert len(pdf.pages) == 4
        for page in pdf.pages:
            assert [float(v) for v in page.mediabox[2:]] == pytest.approx([841.89, 595.276], abs=0.01)
        assert str(pdf.docinfo.Title) == "Sách thử"


def test_two_up_holds_each_page_twice():
    """A handout page stands twice on its sheet, to be cut apart."""
    sides = halves(imposition.two_up(numbered(3), "Tờ thử"))
    assert [[half[0] for half in side] for side in sides] == [[1, 1], [2, 2], [3, 3]]


def test_other_sizes_are_refused():
    """A page that is not A5 cannot be folded, and the message names it."""
    with pytest.raises(DocumentError, match="Trang 1 không phải khổ A5"):
        imposition.fold(numbered(4, size=(595, 842)), "Sách thử")


def test_same_bytes_twice():
    """Imposing the same pages twice gives the same file."""
    pages = numbered(12)
    assert imposition.fold(pages, "Sách thử") == imposition.fold(pages, "Sách thử")
