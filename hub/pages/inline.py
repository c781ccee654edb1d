"""The little Markdown that one line of text may carry: `**bold**`, `*emphasis*`."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_EMPHASIS = re.compile(r"\*(?=\S)(.+?)(?<=\S)\*")


def inline(text: str) -> Markup:
    """Return text as HTML: everything escaped but bold and emphasis."""
    html = _BOLD.sub(r"<strong>\1</strong>", str(escape(text)))
    return Markup(_EMPHASIS.sub(r"<em>\1</em>", html))
