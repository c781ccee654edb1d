"""The theme's sources and locked packages -> the files under `assets/` of the site."""

from __future__ import annotations

from pathlib import Path

from hub.assets.fonts import font_licence, web_fonts
from hub.assets.picture import share_picture
from hub.assets.scripts import served_scripts
from hub.assets.styles import own_sheets, style_sheet
from hub.model.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "theme"
LIBRARIES = {
    "lunr.min.js": ROOT / "node_modules" / "lunr" / "lunr.min.js",
    "lunr.LICENSE.txt": ROOT / "node_modules" / "lunr" / "LICENSE",
    "uqr.mjs": ROOT / "node_modules" / "uqr" / "dist" / "index.mjs",
    "uqr.LICENSE.txt": ROOT / "node_modules" / "uqr" / "LICENSE",
    "fflate.mjs": ROOT / "node_modules" / "fflate" / "esm" / "browser.js",
    "fflate.LICENSE.txt": ROOT / "node_modules" / "fflate" / "LICENSE",
}
"""Of others, with the licence that must travel along."""


class MissingLibraryError(FileNotFoundError):
    """A browser library of package-lock.json has not been fetched."""


def assets(settings: Settings, cache: Path) -> dict[str, bytes]:
    """Return every file of `assets/`: style sheet, fonts, scripts, libraries, mark and picture.

    Args:
        settings: for the picture shown when a page is shared.
        cache: folder that keeps subset fonts and the picture between builds.

    Raises:
        MissingLibraryError: run `make` once to fetch the browser libraries.
    """
    files = {"hub.css": style_sheet(THEME).encode(), "mark.svg": (THEME / "mark.svg").read_bytes()}
    files["fonts/BeVietnamPro.LICENSE.txt"] = font_licence().read_bytes()
    files |= {f"fonts/{name}": data for name, data in web_fonts(cache).items()}
    files |= {path: sheet.encode() for path, sheet in own_sheets(THEME).items()}
    files |= served_scripts(THEME)
    for name, path in LIBRARIES.items():
        if not path.exists():
            raise MissingLibraryError(f"{path} is missing: run `make serve` once, it fetches it")
        files[name] = path.read_bytes()
    files["hub.png"] = share_picture(settings, cache)
    return files
