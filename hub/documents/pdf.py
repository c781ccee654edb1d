"""One self-contained HTML document -> one tagged PDF. The only file that knows the layout engine."""

from __future__ import annotations

import logging
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from hub.documents import fonts
from hub.documents.errors import DocumentError
from hub.documents.finishing import finish, stray_fonts

VARIANT = "pdf/a-2a"

_HARMLESS = ("Ignored `text-wrap",)


class _LocalFetcher(URLFetcher):  # type: ignore[misc]
    """Hands out the typefaces and what is written into the document itself; nothing from any network."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("file", "data"))
        self._files = {fonts.path(face).as_uri() for face in fonts.FACES}

    def fetch(self, url: str, headers: Any = None) -> Any:
        """Fetch an address.

        Raises:
            ValueError: it is neither data nor one of the font files.
        """
        if not url.startswith("data:") and url not in self._files:
            raise ValueError(f"not part of the document: {url}")
        return super().fetch(url, headers)


class _Complaints(logging.Handler):
    """Collects what the engine would only write to its log."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message unless it is known to be harmless."""
        line = record.getMessage()
        if not line.startswith(_HARMLESS):
            self.lines.append(line)


@contextmanager
def _complaints() -> Iterator[list[str]]:
    logger = logging.getLogger("weasyprint")
    handler = _Complaints()
    handlers, level, spread = logger.handlers, logger.level, logger.propagate
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(logging.WARNING)
    try:
        yield handler.lines
    finally:
        logger.handlers, logger.propagate = handlers, spread
        logger.setLevel(level)


def render(document: str) -> bytes:
    """Lay out a document and finish it as PDF/A-2a and PDF/UA-1.

    Args:
        document: HTML whose styles and pictures are inside; `fonts.css()` is added to it here.

    Raises:
        DocumentError: a character has no glyph, or the engine could not use something (a picture, a rule).
    """
    document = unicodedata.normalize("NFC", document)
    fonts.require_letters(document)
    configuration = FontConfiguration()
    with _complaints() as lines:
        page = weasyprint.HTML(string=document, url_fetcher=_LocalFetcher())
        faces = weasyprint.CSS(string=fonts.css(), font_config=configuration, url_fetcher=_LocalFetcher())
        raw = page.write_pdf(stylesheets=[faces], font_config=configuration, pdf_variant=VARIANT)
    if lines:
        raise DocumentError("error_engine", lines="\n".join(f"  - {line}" for line in sorted(set(lines))))
    finished = finish(raw)
    if stray := stray_fonts(finished):
        raise DocumentError("error_stray_font", names=", ".join(stray))
    return finished
