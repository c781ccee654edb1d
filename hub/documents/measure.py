"""How large type comes out on paper: widths, rows, heights of letters."""

from __future__ import annotations

from math import inf

from hub.documents.fonts import font

MM = 72 / 25.4
"""Points in a millimetre."""


def cap_height_mm(family: str, weight: int, size_pt: float) -> float:
    """Return the height of a capital letter set at a size."""
    face = font(family, weight)
    return float(size_pt * face["OS/2"].sCapHeight / face["head"].unitsPerEm / MM)


def width_pt(text: str, family: str, weight: int, size_pt: float) -> float:
    """Return the width of a line of text, kerning left aside."""
    face = font(family, weight)
    cmap, metrics = face.getBestCmap(), face["hmtx"]
    units = sum(metrics[cmap.get(ord(c), ".notdef")][0] for c in text)
    return float(units * size_pt / face["head"].unitsPerEm)


def rows(text: str, family: str, weight: int, size_pt: float, width: float) -> float:
    """Return how many rows a text takes in a column, or infinity where a word is wider than the column."""
    count, filled = 1, 0.0
    space = width_pt(" ", family, weight, size_pt)
    for word in text.split():
        long = width_pt(word, family, weight, size_pt) * 1.01  # kerning may widen a little
        if long > width:
            return inf
        if filled and filled + space + long > width:
            count, filled = count + 1, long
        else:
            filled += (space if filled else 0) + long
    return count
