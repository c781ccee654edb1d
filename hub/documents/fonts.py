"""The typefaces of print: full files from locked packages, never what the machine happens to offer."""

from __future__ import annotations

import hashlib
import html
import re
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from fontTools.ttLib import TTFont

from hub.documents.errors import DocumentError

SANS = "Hub Sans"
SERIF = "Hub Serif"
"""Family names of our own, so that an installed font of the same name cannot step in."""

CREDITS = (
    ("Be Vietnam Pro 1.002", "SIL Open Font License 1.1"),
    ("Gentium Book Plus 6.101", "SIL Open Font License 1.1"),
)
"""Typefaces and licences, named on every imprint."""


@dataclass(frozen=True)
class Face:
    """One weight and style of a family, and the package its file comes from."""

    family: str
    weight: int
    style: str
    file: str
    package: str


FACES = (
    Face(SANS, 400, "normal", "BeVietnamPro-Regular.ttf", "fontpkg-be-vietnam-pro"),
    Face(SANS, 600, "normal", "BeVietnamPro-SemiBold.ttf", "fontpkg-be-vietnam-pro"),
    Face(SERIF, 400, "normal", "GentiumBookPlus-Regular.ttf", "fonts-sil-gentiumplus"),
    Face(SERIF, 400, "italic", "GentiumBookPlus-Italic.ttf", "fonts-sil-gentiumplus"),
    Face(SERIF, 700, "normal", "GentiumBookPlus-Bold.ttf", "fonts-sil-gentiumplus"),
)


def _folder(package: str) -> Path | None:
    if package == "fonts-sil-gentiumplus":
        return Path("/usr/share/fonts/truetype/gentiumplus")
    spec = find_spec(package.replace("-", "_"))
    return Path(spec.origin).parent / "files" if spec and spec.origin else None


def path(face: Face) -> Path:
    """Return the file of a face.

    Raises:
        DocumentError: its package is not installed.
    """
    folder = _folder(face.package)
    if folder is None or not (folder / face.file).is_file():
        raise DocumentError("error_font_missing", file=face.file, package=face.package)
    return folder / face.file


def css() -> str:
    """Return the `@font-face` rules of all faces."""
    rule = '@font-face{{font-family:"{}";font-weight:{};font-style:{};src:url({})}}'
    return "\n".join(rule.format(f.family, f.weight, f.style, path(f).as_uri()) for f in FACES)


@cache
def fingerprint() -> str:
    """Return one digest over the contents of all font files."""
    digest = hashlib.sha256()
    for face in FACES:
        digest.update(path(face).read_bytes())
    return digest.hexdigest()


@cache
def font(family: str, weight: int, style: str = "normal") -> TTFont:
    """Open a face for measuring."""
    face = next(f for f in FACES if (f.family, f.weight, f.style) == (family, weight, style))
    return TTFont(path(face), lazy=True)


@cache
def _letters() -> frozenset[int]:
    return frozenset().union(*(font(f.family, f.weight, f.style).getBestCmap() for f in FACES if f.weight == 400))


def require_letters(document: str) -> None:
    """Refuse an HTML document that holds a character none of the faces can draw.

    Raises:
        DocumentError: naming each such character and the words around its first place.
    """
    text = html.unescape(re.sub(r"<style>.*?</style>|<[^>]*>", " ", document, flags=re.DOTALL))
    missing = sorted({c for c in text if ord(c) not in _letters() and not c.isspace()})
    if missing:
        at = text.index(missing[0])
        around = " ".join(text[max(0, at - 30) : at + 30].split())
        named = ", ".join(f"{c} (U+{ord(c):04X})" for c in missing)
        raise DocumentError("error_letters", letters=named, around=around)
