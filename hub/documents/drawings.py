"""Drawings of print as data addresses: pictures of content, codes to scan, strips, ornaments."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from pathlib import Path

import segno

from hub.documents.errors import DocumentError

GOLD, CHAM, CHAM_2, EDGE, PAPER = "#f0b429", "#1b2654", "#46549b", "#746c5c", "#fffdf8"
"""Colours of the hub's look; print stays light."""

STRIP_FILL = {"trainer": CHAM, "learners": GOLD, "rest": "#ffffff"}


def data_address(svg: str | bytes) -> str:
    """Return an SVG drawing as an address that is part of the document."""
    raw = svg.encode() if isinstance(svg, str) else svg
    return "data:image/svg+xml;base64," + base64.b64encode(raw).decode()


def picture(path: Path, used_by: str) -> str:
    """Return a picture of the content.

    Raises:
        DocumentError: the file is not there or is not an SVG drawing.
    """
    if not path.is_file():
        raise DocumentError("error_picture_missing", file=path.name, folder=path.parent, used_by=used_by)
    raw = path.read_bytes()
    if b"<svg" not in raw[:2000]:
        raise DocumentError("error_picture_kind", file=path.name, used_by=used_by)
    return data_address(raw)


def code_to_scan(address: str) -> str:
    """Return a QR code for an address."""
    out = io.BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(out, kind="svg", border=4, xmldecl=False, dark="#000", light="#fff")
    return data_address(out.getvalue())


def _svg(width: float, height: float, body: str, *, stretch: bool = False) -> str:
    aspect = ' preserveAspectRatio="none"' if stretch else ""
    size = f'width="{width:g}" height="{height:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width:g} {height:g}"{aspect}>{body}</svg>'


def strip(steps: Sequence[tuple[str, int]]) -> str:
    """Draw a session to scale: one box a step, as (who is active, minutes).

    The three kinds differ without colour too: dark, light with a line under it, hollow.
    """
    total = sum(minutes for _, minutes in steps) or 1
    width, height, x, boxes = 1000.0, 60.0, 0.0, []
    for who, minutes in steps:
        w, left = width * minutes / total, x + 2
        inside = max(w - 4, 1)
        boxes.append(
            f'<rect x="{left:.2f}" y="2" width="{inside:.2f}" height="{height - 4:g}" fill="{STRIP_FILL[who]}" '
            f'stroke="{CHAM}" stroke-width="3"/>'
        )
        if who == "learners":
            boxes.append(f'<path d="M{left:.2f} {height - 9:g}h{inside:.2f}" stroke="{CHAM}" stroke-width="5"/>')
        x += w
    return data_address(_svg(width, height, "".join(boxes), stretch=True))


def ridge() -> str:
    """Draw the mountain ridge of the cover: sixteen parallel lines, the first one gold."""
    points = ((0, 250), (70, 196), (112, 226), (190, 140), (238, 182), (330, 62), (382, 118), (418, 86), (470, 140))
    lines = []
    for number in range(16):
        path = "M" + " ".join(f"{x} {y + 18 * number}" for x, y in points)
        colour, width = (GOLD, 4) if number == 0 else (CHAM_2, 1.3)
        lines.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}"/>')
    return data_address(_svg(470, 330, "".join(lines)))


def wax_line(colour: str = CHAM) -> str:
    """Draw one repeat of the wax line: dash, dot, dot."""
    body = "".join(f'<rect x="{x}" width="{w}" height="2" fill="{colour}"/>' for x, w in ((0, 26), (30, 4), (38, 4)))
    return data_address(_svg(46, 2, body))


def mark() -> str:
    """Draw the hub's mark."""
    path = "M5 14 16 5l11 9M5 14v5l11 8 11-8v-5M5 14l11 8 11-8M16 22v5"
    square = f'<rect width="32" height="32" rx="3" fill="{CHAM}"/>'
    return data_address(_svg(32, 32, f'{square}<path d="{path}" fill="none" stroke="{GOLD}" stroke-width="2"/>'))


def dotted_line() -> str:
    """Draw one dot of a line to write on; repeated as a background it weighs next to nothing."""
    return data_address(_svg(4, 2, f'<circle cx="1" cy="1" r=".8" fill="{EDGE}"/>'))


def scissors() -> str:
    """Draw the scissors at a line to cut along."""
    body = (
        '<g fill="none" stroke="#171f3d" stroke-width="1.6"><circle cx="5" cy="5" r="3"/><circle cx="5" cy="17" r="3"/>'
        '<path d="M7.4 6.8 22 17M7.4 15.2 22 5"/></g>'
    )
    return data_address(_svg(24, 22, body))


def folding() -> str:
    """Draw an A4 sheet with two pages, the same sheet half folded, and the stapled booklet."""
    ink = f'fill="#fff" stroke="{CHAM}" stroke-width="2" stroke-linejoin="round"'
    light = f'fill="none" stroke="{EDGE}" stroke-width="1.4" stroke-dasharray="5 4"'
    body = (
        f'<path d="M10 40h170v120H10z" {ink}/><path d="M95 34v132" {light}/>'
        f'<path d="M200 100h34m-9-8 10 8-10 8" fill="none" stroke="{GOLD}" stroke-width="4"/>'
        f'<path d="M340 40v120l-78-18V22z" {ink}/><path d="M340 40v120l78-18V22z" {ink}/>'
        f'<path d="M436 100h34m-9-8 10 8-10 8" fill="none" stroke="{GOLD}" stroke-width="4"/>'
        f'<path d="M500 40h85v120h-85z" {ink}/><path d="M505 36h85v120" fill="none" stroke="{CHAM}" stroke-width="2"/>'
        f'<path d="M500 70v14M500 116v14" stroke="{GOLD}" stroke-width="6"/>'
    )
    return data_address(_svg(600, 180, body))
