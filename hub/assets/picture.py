"""The picture shown where a page of the hub is shared: its name, place and slogan under a ridge."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import PIL

from hub.assets.fonts import font_file
from hub.model.settings import Settings

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

SIZE = (1200, 630)
INDIGO, INDIGO_LINE, GOLD, WHITE, SOFT = "#1b2654", "#46549b", "#f0b429", "#fffdf8", "#d3d8ec"
RIDGE = [(0, 250), (70, 196), (112, 226), (190, 140), (238, 182), (330, 62), (382, 118), (418, 86), (470, 140)]


def _lines(draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if draw.textlength(longer, font=font) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def share_picture(settings: Settings, cache: Path) -> bytes:
    """Return a PNG of 1200 x 630 pixels, drawn the same way each time; one drawn before is taken from `cache`."""
    place = f"{settings.place}, {settings.region}" if settings.region else str(settings.place)
    words = (str(settings.name), place, str(settings.slogan))
    recipe = repr((words, PIL.__version__)).encode() + Path(__file__).read_bytes()
    kept = cache / f"{hashlib.sha256(recipe).hexdigest()[:16]}-hub.png"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(_drawn(*words))
    return kept.read_bytes()


def _drawn(name: str, place: str, slogan: str) -> bytes:
    # Loaded here, because it takes longer than reading a picture that was drawn before.
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", SIZE, INDIGO)
    draw = ImageDraw.Draw(image)
    for number in range(15, -1, -1):
        points = [(600 + x * 600 / 470, 250 + (y + 18 * number) * 1.25) for x, y in RIDGE]
        draw.line(points, fill=INDIGO_LINE if number else GOLD, width=3 if number else 6, joint="curve")
    bold, regular = str(font_file("BeVietnamPro-SemiBold.ttf")), str(font_file("BeVietnamPro-Regular.ttf"))
    title = ImageFont.truetype(bold, 68)
    y = 150
    for line in _lines(draw, slogan, title, 1040)[:3]:
        draw.text((72, y), line, font=title, fill=WHITE)
        y += 92
    draw.text((72, 64), name, font=ImageFont.truetype(bold, 40), fill=GOLD)
    draw.text((72, y + 16), place, font=ImageFont.truetype(regular, 40), fill=SOFT)
    for x in range(0, SIZE[0], 92):
        for start, length in ((0, 52), (60, 8), (76, 8)):
            draw.rectangle((x + start, 612, x + start + length, 616), fill=GOLD)
    buffer = BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
