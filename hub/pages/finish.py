"""What is mended in a page's HTML after Markdown has made it."""

from __future__ import annotations

import html as escaping
import re
from itertools import count

_ALIGN = re.compile(r'<(t[hd])((?:\s[^>]*?)?) style="text-align: (left|right|center);?"([^>]*)>')
_TABLE = re.compile(r"<table>\n<thead>\n(?P<head>.*?)</thead>\n<tbody>\n(?P<body>.*?)</tbody>\n</table>", re.S)
_ROW = re.compile(r"<tr>\n(.*?)</tr>", re.S)
_CELL = re.compile(r"<(t[hd])([^>]*)>(.*?)</t[hd]>", re.S)
_TAG = re.compile(r"<[^>]+>")
_ALONE = re.compile(
    r"<(?P<block>li|td|p|dd)(?P<more>(?: [^>]*)?)>\s*<a (?![^>]*class=)(?P<rest>[^>]*>[^<]*</a>[.;]?\s*</(?P=block)>)"
)
"""A link that is all its paragraph, item or cell says: a button in all but looks."""
_LEFTOVERS = re.compile(
    r'<input class="md-toggle".*?(?=<a class="skip")|<div class="md-dialog"[^>]*>\s*<div[^>]*></div>\s*</div>\s*', re.S
)
"""Switches of a drawer and a search field, a second skip link, places for an announcement and a message."""
_FEW = 2
"""Columns that fit beside each other on a phone."""


def finish_html(html: str) -> str:
    """Make what Markdown wrote fit a strict policy, a narrow screen and a thumb."""
    html = _TABLE.sub(_narrow, _ALIGN.sub(_align, html))
    return _ALONE.sub(r'<\g<block>\g<more>><a class="tap" \g<rest>', html)


def without_leftovers(page: str) -> str:
    """Return a whole page without what Material's base template adds for scripts that the hub does not load."""
    return _LEFTOVERS.sub("", page)


def _align(match: re.Match[str]) -> str:
    """Turn the inline alignment of a table cell into a class; a strict policy blocks inline style."""
    tag, before, side, after = match.groups()
    css = "" if side == "left" else f' class="al-{side}"'
    return f"<{tag}{before}{css}{after}>"


def _narrow(match: re.Match[str]) -> str:
    """Let a table of several columns become blocks on a phone, each cell naming its column.

    Roles are written out, because `display: block` takes them from a table.
    """
    labels = [_plain(cell[2]) for cell in _CELL.findall(match["head"])]
    if len(labels) <= _FEW:
        return match[0]

    def row(found: re.Match[str]) -> str:
        place = count()
        cells = _CELL.sub(lambda cell: _body_cell(cell, labels[next(place) % len(labels)]), found[1])
        return f'<tr role="row">\n{cells}</tr>'

    head = _CELL.sub(r'<th scope="col" role="columnheader"\2>\3</th>', match["head"]).replace("<tr>", '<tr role="row">')
    return (
        f'<table class="stack" role="table">\n<thead role="rowgroup">\n{head}</thead>\n'
        f'<tbody role="rowgroup">\n{_ROW.sub(row, match["body"])}</tbody>\n</table>'
    )


def _body_cell(cell: re.Match[str], label: str) -> str:
    return f'<td role="cell"{cell[2]} data-l="{escaping.escape(label)}">{cell[3]}</td>'


def _plain(cell: str) -> str:
    """Return the words of a cell."""
    return escaping.unescape(_TAG.sub("", cell)).strip()
