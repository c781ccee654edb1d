"""Be Vietnam Pro from its locked package: whole for drawing, subset to woff2 for the web."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

import fontpkg_be_vietnam_pro
import fontTools

WEIGHTS = {"bvp-400.woff2": "BeVietnamPro-Regular.ttf", "bvp-600.woff2": "BeVietnamPro-SemiBold.ttf"}

# Vietnamese letters, figures, and the signs of running text. Letters with marks share their outlines and cost little;
# a sign such as # or ~ costs as much as five of them, is rare, and looks right in the next typeface of the stack.
UNICODES = (
    "20-22,25-3B,3D,3F-5A,61-7A,A0,A7,B7,C0-C3,C8-CA,CC,CD,D2-D5,D7,D9,DA,DD,E0-E3,E8-EA,EC,ED,F2-F5,F9,FA,FD,"
    "102,103,110,111,128,129,168,169,1A0,1A1,1AF,1B0,1EA0-1EF9,2013,2018,2019,201C,201D,2026"
)

FEATURES = ["ccmp", "locl"]
"""Letters with marks are whole, so no mark is placed; kerning would cost 3 kB and is not missed at the sizes used."""


def font_file(name: str) -> Path:
    """Return the path of a whole TTF of the package, e.g. `BeVietnamPro-SemiBold.ttf`.

    Raises:
        FileNotFoundError: the package has no such file.
    """
    folder = Path(fontpkg_be_vietnam_pro.__file__).parent
    found = next(iter(folder.rglob(name)), None)
    if found is None:
        raise FileNotFoundError(f"{name} is not in the package fontpkg-be-vietnam-pro")
    return found


def font_licence() -> Path:
    """Return the licence that comes with the font's package."""
    return Path(fontpkg_be_vietnam_pro.__file__).parent / "LICENSE"


def _code_points() -> list[int]:
    points: list[int] = []
    for part in UNICODES.split(","):
        first, _, last = part.partition("-")
        points += range(int(first, 16), int(last or first, 16) + 1)
    return points


def _subset(path: Path) -> bytes:
    # Loaded here, because it takes longer than reading both fonts from the cache.
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options(
        flavor="woff2",
        hinting=False,
        desubroutinize=True,
        layout_features=FEATURES,
        name_IDs=[1, 2, 4, 6, 13, 14],
        recalc_timestamp=False,
    )
    font = TTFont(path, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=_code_points())
    subsetter.subset(font)
    font.flavor = "woff2"
    buffer = BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def web_fonts(cache: Path) -> dict[str, bytes]:
    """Return the two woff2 files by name; what was made before is taken from `cache`."""
    fonts = {}
    for name, source in WEIGHTS.items():
        path = font_file(source)
        recipe = f"{UNICODES}{FEATURES}{fontTools.version}".encode() + path.read_bytes()
        kept = cache / f"{hashlib.sha256(recipe).hexdigest()[:16]}-{name}"
        if not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(_subset(path))
        fonts[name] = kept.read_bytes()
    return fonts
