"""What is mended in a page's HTML after Markdown has made it."""

from __future__ import annotations

import re

_ALIGN = re.compile(r'<(t[hd])((?:\s[^>]*?)?) style="text-align: (left|right|center);?"([^>]*)>')


def finish_html(html: str) -> str:
    """Turn the inline alignment of table cells into classes; a strict policy blocks inline style."""

    def replace(match: re.Match[str]) -> str:
        tag, before, side, after = match.groups()
        css = "" if side == "left" else f' class="al-{side}"'
        return f"<{tag}{before}{css}{after}>"

    return _ALIGN.sub(replace, html)
