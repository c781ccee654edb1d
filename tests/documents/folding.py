"""Folding printed sheets in thought."""

from hub.documents import imposition


def leaf_through(sides):
    """Fold one signature and turn its leaves: behind the right half of a front lies the left half of its back."""
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    pages = []
    for front, back in sheets:
        pages += [front[1], back[0]]
    for front, back in reversed(sheets):
        pages += [back[1], front[0]]
    return pages


def read_in_order(sides, pages):
    """Fold all signatures of a booklet and put them one behind the other."""
    read, start = [], 0
    for sheets in imposition.signatures(imposition.sheets_needed(pages)):
        read += leaf_through(sides[start : start + 2 * sheets])
        start += 2 * sheets
    assert start == len(sides)
    return read
