"""From text to the terms that are searched: diacritics, tone placement, word runs.

The browser does the same in `theme/components/search/fold.js`; a test holds the two together.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

TONES = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
"""The five tone marks, numbered as the VNI keyboard numbers them."""

_INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_TOKEN = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?![^\W_])|[^\W_]+")
_BREAK = re.compile(r"[,;:!?()\[\]{}…|•\n]|\.\s")
_GROUPING = re.compile(r"(?<=\d)[.,](?=\d)")
_WORDS = 65_536
"""Words kept folded: a hub uses the same few thousand on every page."""
_FINAL_Y = re.compile(r"^([hklmst]|qu)y(?=\d?$)")
"""`ký` and `kí`, `tỷ` and `tỉ`, `quý` and `quí`: two ways to write one syllable of Vietnamese."""
_SPLIT_LETTERS = str.maketrans({"đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l"})


class Token(NamedTuple):
    """One word of a text."""

    text: str
    """As written."""
    joined: bool
    """Whether it follows the word before it without a break of meaning between them."""


def normalise(text: str) -> str:
    """Compose letters (NFC) and drop invisible characters."""
    return unicodedata.normalize("NFC", text).translate(_INVISIBLE)


def tokens(text: str) -> list[Token]:
    """Split normalised text into words; grouped digits (`1.431`) are one word."""
    found: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        gap = text[end : match.start()]
        found.append(Token(match.group(), bool(found) and not _BREAK.search(gap)))
        end = match.end()
    return found


@lru_cache(_WORDS)
def fold(word: str, locale: str = "vi") -> str:
    """Return a word without case, tones and marks; in English without the plural ending too, else with `ky` as `ki`."""
    parts = unicodedata.normalize("NFD", word.lower())
    bare = "".join(c for c in parts if not unicodedata.combining(c)).translate(_SPLIT_LETTERS)
    bare = _GROUPING.sub("", bare)
    return _singular(bare) if locale == "en" else _FINAL_Y.sub(r"\1i", bare)


@lru_cache(_WORDS)
def exact(word: str, locale: str = "vi") -> str:
    """Return a word's spelling with its tone moved to the end, so that `hòa` and `hoà` are one, `ký` and `kí` too."""
    tone = ""
    letters = []
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in TONES:
            tone = TONES[char]
        else:
            letters.append(char)
    spelling = unicodedata.normalize("NFC", "".join(letters)) + tone
    return "=" + (_singular(spelling) if locale == "en" else _FINAL_Y.sub(r"\1i", spelling))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "xes", "zzes", "ches", "shes")):
        return word[: -3 if word.endswith("zzes") else -2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
