"""Pages of a booklet onto sheets: fold in the middle, staple, read.

The sheet is A4 turned sideways and holds two A5 pages a side. Print both sides, flip on the short
edge, at 100 %. Long booklets are made of several signatures that are stapled one by one.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from pikepdf import Dictionary, Name, Pdf

from hub.documents.errors import DocumentError
from hub.documents.finishing import save

MM = 72 / 25.4
SHEET = (297 * MM, 210 * MM)
PAGE = (148.5 * MM, 210 * MM)
A5 = (148 * MM, 210 * MM)
SHEETS_PER_SIGNATURE = 15
"""An office stapler takes about 15 sheets of 80 g paper."""
CREEP = 0.10 * MM
"""How far each inner sheet of 80 g paper stands out beyond the one around it."""

Side = tuple[int | None, int | None]
"""Left and right page of one side of a sheet, counted from 0; none: blank."""


def signatures(sheets: int) -> list[int]:
    """Share sheets out over as few signatures as staples allow, as evenly as can be."""
    if sheets == 0:
        return []
    count = -(-sheets // SHEETS_PER_SIGNATURE)
    return [sheets // count + (1 if i < sheets % count else 0) for i in range(count)]


def pad(pages: int) -> list[int | None]:
    """Fill up to a multiple of four; blanks go before the last page, which stays the back cover."""
    numbers: list[int | None] = list(range(pages))
    blanks = -pages % 4
    return [*numbers[:-1], *[None] * blanks, *numbers[-1:]]


def sides(pages: int) -> Iterator[tuple[Side, int]]:
    """Yield each side to print, fronts and backs in turn, with the depth of its sheet in its signature."""
    numbers = pad(pages)
    start = 0
    for sheets in signatures(len(numbers) // 4):
        part = numbers[start : start + 4 * sheets]
        start += 4 * sheets
        n = len(part)
        for i in range(sheets):
            yield (part[n - 1 - 2 * i], part[2 * i]), i
            yield (part[2 * i + 1], part[n - 2 - 2 * i]), i


def sheets_needed(pages: int) -> int:
    """Return how many A4 sheets a booklet takes."""
    return -(-pages // 4)


def fold(reading: bytes, title: str) -> bytes:
    """Impose A5 pages for saddle stitching.

    Raises:
        DocumentError: a page is not A5.
    """
    with Pdf.open(io.BytesIO(reading)) as source, Pdf.new() as target:
        forms = _forms(source, target)
        for number, ((left, right), depth) in enumerate(sides(len(forms))):
            halves = ((left, depth * CREEP), (right, PAGE[0] - depth * CREEP))
            placed = [(forms[i], x) for i, x in halves if i is not None]
            _sheet(target, placed, ticks=depth == 0 and number % 2 == 0)
        _print_setup(target, title, "/DuplexFlipShortEdge")
        return save(target)


def two_up(reading: bytes, title: str) -> bytes:
    """Set each A5 page twice on an A4 sheet, to be cut apart in the middle."""
    with Pdf.open(io.BytesIO(reading)) as source, Pdf.new() as target:
        for form in _forms(source, target):
            _sheet(target, [(form, 0), (form, PAGE[0])], ticks=True)
        _print_setup(target, title, "/Simplex")
        return save(target)


def _forms(source: Pdf, target: Pdf) -> list[Dictionary]:
    forms = []
    for number, page in enumerate(source.pages, 1):
        box = [float(v) for v in page.mediabox]
        if any(abs(box[i + 2] - box[i] - A5[i]) > A5[i] * 0.005 for i in (0, 1)):
            raise DocumentError("error_not_a5", page=number)
        form = target.copy_foreign(page.as_form_xobject())
        for key in ("/StructParents", "/StructParent"):
            if key in form:
                del form[key]
        forms.append(form)
    return forms


def _sheet(target: Pdf, placed: Sequence[tuple[Dictionary, float]], *, ticks: bool) -> None:
    """Add one side of a sheet: forms at scale 1, each with its left edge at x within its half."""
    page = target.add_blank_page(page_size=SHEET)
    slack = (PAGE[0] - A5[0]) / 2
    parts, objects = [], Dictionary()
    for number, (form, x) in enumerate(placed):
        objects[f"/P{number}"] = form
        parts.append(f"q 1 0 0 1 {x + slack:.3f} 0 cm /P{number} Do Q")
    if ticks:
        parts.append(_ticks())
    page.obj[Name.Resources] = Dictionary(XObject=objects)
    page.obj[Name.Contents] = target.make_stream("\n".join(parts).encode())


def _ticks() -> str:
    """Draw short marks at the head and foot of the fold."""
    x, (_, top), length = PAGE[0], SHEET, 7 * MM
    strokes = (f"{x:.3f} {a:.3f} m {x:.3f} {b:.3f} l S" for a, b in ((top, top - length), (0, length)))
    return f"q 0.4 w 0.45 G [3 2] 0 d {' '.join(strokes)} Q"


def _print_setup(target: Pdf, title: str, duplex: str) -> None:
    target.Root[Name.ViewerPreferences] = Dictionary(
        Duplex=Name(duplex), PrintScaling=Name("/None"), DisplayDocTitle=True
    )
    target.docinfo[Name.Title] = title
