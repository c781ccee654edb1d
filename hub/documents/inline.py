"""Running text of a content file -> HTML: escaped, with bold, emphasis and links."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_LINK = re.compile(r"\[([^\]\n]+)\]\(([^)\s]+)\)")
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_EMPHASIS = re.compile(r"(?<![\w*])[*_](?=[^\s*_])([^*_]+?)(?<=\S)[*_](?![\w*])")
_PARAGRAPH = re.compile(r"\n\s*\n")
_PERCENT = re.compile(r"(?<=\d) (?=%)")


def _link(match: re.Match[str]) -> str:
    label, address = match.groups()
    if not address.startswith(("http://", "https://")):
        return label  # paper cannot follow a path of the site; the words stay
    return f'<a href="{address}">{label}</a>'


def inline(text: str) -> Markup:
    """Return running text as HTML: an empty line becomes a new line; a number and its `%` stay on one line."""
    html = _PARAGRAPH.sub("<br>", str(escape(text.strip())))
    html = _LINK.sub(_link, html)
    html = _BOLD.sub(r"<strong>\1</strong>", html)
    html = _EMPHASIS.sub(r"<em>\1</em>", html)
    return Markup(_PERCENT.sub("\u00a0", html))


def verbatim(text: str) -> Markup:
    """Return quoted words as HTML, not a sign added or taken away."""
    return escape(text)
