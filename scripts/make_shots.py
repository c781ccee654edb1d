#!/usr/bin/env python3
"""Take pictures of every kind of page and of the PDFs into build/shots/, for reviewing by eye.

Pages are shown at 360 and 1280 px, light and dark; each PDF as one contact sheet.

Examples:
  .venv/bin/python scripts/make_shots.py
  .venv/bin/python scripts/make_shots.py ke-hoach/ tieu-chi/      only these pages
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, FloatRect

from hub.browser import chromium
from hub.server import make_server

ROOT = Path(__file__).resolve().parent.parent
KINDS = [
    "", "hoi-vien/", "ke-hoach/", "ke-hoach/phan-i/", "ke-hoach/phan-ii/", "ke-hoach/phan-iv/", "ke-hoach/chi-tieu/",
    "ke-hoach/moc-thoi-gian/", "ke-hoach/viec-cua/", "ke-hoach/viec-cua/*", "tieu-chi/", "tieu-chi/quy-trinh/",
    "tap-huan/", "tap-huan/*", "tap-huan/*/giang-vien/", "tap-huan/*/the/", "tap-huan/*/phat-tay/",
    "tap-huan/*/trinh-chieu/", "tu-cham/", "tu-cham/*",
    "tu-cham/tong-hop/", "trac-nghiem/", "trac-nghiem/*", "tai-ve/", "gioi-thieu/", "gioi-thieu/hoi-dap/",
    "gioi-thieu/nguon/", "gioi-thieu/giai-thich-tu/", "tim-kiem/", "en/", "en/ke-hoach/phan-i/",
]  # fmt: skip
VIEWS = [(360, 740, "light"), (360, 740, "dark"), (1280, 900, "light"), (1280, 900, "dark")]
MOST_HIGH = 6000


def find_pages(site: Path, wanted: list[str]) -> list[str]:
    """Return the paths that exist; `*` stands for the first page of that folder."""
    found = []
    for pattern in wanted:
        files = sorted(site.glob(f"{pattern.rstrip('/')}/index.html".lstrip("/")))
        if files:
            path = files[0].parent.relative_to(site).as_posix()
            found.append("" if path == "." else f"{path}/")
    return found


def shoot_pages(browser: Browser, address: str, paths: list[str], out: Path) -> int:
    """Write the pictures of all pages in all views; returns how many."""
    count = 0
    for width, height, tone in VIEWS:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if tone == "dark" else "light"
        )
        page = context.new_page()
        page.goto(address)
        page.evaluate("Promise.all([...document.fonts].map((face) => face.load().catch(() => 0))).then(() => true)")
        for path in paths:
            page.goto(address + path, wait_until="load")
            page.evaluate("document.fonts.ready")
            high = min(MOST_HIGH, int(page.evaluate("document.documentElement.scrollHeight")))
            name = path.strip("/").replace("/", "_") or "trang-chu"
            clip = FloatRect(x=0, y=0, width=width, height=max(height, high))
            page.screenshot(path=out / f"{name}-{width}-{tone}.png", full_page=True, clip=clip)
            count += 1
        context.close()
    return count


def contact_sheet(pdf: Path, out: Path) -> None:
    """Write one picture with all pages of a PDF, small."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", "60", "-png", str(pdf), f"{folder}/p"], check=True)
        pages = [Image.open(path).convert("RGB") for path in sorted(Path(folder).glob("*.png"))]
    wide, high = max(page.width for page in pages), max(page.height for page in pages)
    columns = min(6, len(pages))
    rows = -(-len(pages) // columns)
    sheet = Image.new("RGB", (columns * (wide + 8), rows * (high + 8)), "#888")
    for number, page in enumerate(pages):
        sheet.paste(page, ((number % columns) * (wide + 8) + 4, (number // columns) * (high + 8) + 4))
    sheet.save(out / f"{pdf.stem}.png")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", help="paths of pages; all kinds where none is given")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="built site")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "shots", help="folder for the pictures")
    options = parser.parse_args()
    if not (options.site / "index.html").exists():
        print(f"!! There is no site in {options.site}: run `make site` first", file=sys.stderr)
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    server = make_server(options.site, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with chromium() as browser:
        paths = find_pages(options.site, options.pages or KINDS)
        count = shoot_pages(browser, f"http://127.0.0.1:{server.server_port}/", paths, options.out)
    pdfs = [] if options.pages else sorted((options.site / "downloads").glob("*.pdf"))
    for pdf in pdfs:
        contact_sheet(pdf, options.out)
    print(f"== {count} pictures of pages and {len(pdfs)} of PDFs in {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
