"""Names as people write them: near-misses of known names, and how a message names what was found."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable

from hub.content.nodes import Mapping, Node, Path, Sequence
from hub.content.problems import Phrase, show

_LONGEST_NAME = 60
_SHORTEST_NAME = 3
_MOST_NAMES = 2000
# Keys people write in Vietnamese or by another name, folded, and what they mean; the first that fits is taken.
_HINTS: dict[str, tuple[str, ...]] = {
    "ma": ("id",),
    "ten": ("name", "title"),
    "tieude": ("title",),
    "noidung": ("text", "about", "meaning"),
    "ghichu": ("note", "rationale", "notes"),
    "giaithich": ("rationale", "meaning"),
    "lydo": ("reason", "rationale"),
    "nguon": ("sources", "source"),
    "phut": ("minutes",),
    "thoigian": ("minutes", "when"),
    "ngay": ("date", "checked"),
    "cauhoi": ("stem", "items"),
    "phuongan": ("options",),
    "dapan": ("key", "answer"),
    "dung": ("key",),
    "muctieu": ("objective", "objectives", "targets"),
    "hoatdong": ("activity", "activities"),
    "diem": ("points", "cut_score"),
    "diemdat": ("cut_score",),
    "muc": ("clause",),
    "hinh": ("picture",),
    "question": ("stem",),
    "questions": ("items",),
    "answers": ("options",),
    "correct": ("key",),
    "right": ("key",),
    "explanation": ("rationale",),
    "feedback": ("rationale", "feedback_bands"),
    "hint": ("rationale",),
    "passmark": ("cut_score",),
    "type": ("kind",),
    "link": ("url", "learn"),
    "image": ("picture",),
    "label": ("text", "name"),
}


def fold(text: str) -> str:
    """Return a name without marks, capitals, hyphens: as one compares names that were mistyped."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in plain if char.isalnum())


def suggest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like `name`, or nothing if none is near."""
    if len(name) > _LONGEST_NAME:
        return None
    folded = {fold(each): each for each in known if len(each) <= _LONGEST_NAME}
    if fold(name) in folded:
        return folded[fold(name)]
    if len(folded) > _MOST_NAMES or len(fold(name)) < _SHORTEST_NAME:
        return None
    near = difflib.get_close_matches(fold(name), folded, n=1, cutoff=0.6)
    return folded[near[0]] if near else None


def did_you_mean(name: str, known: Iterable[str]) -> Phrase | str:
    """Return the sentence "did you mean", or the known names, or nothing at all."""
    names = [each for each in known if each]
    if near := suggest(name, names):
        return Phrase("did_you_mean", {"near": near})
    shown = ", ".join(names[:8]) + (", …" if len(names) > 8 else "")
    return Phrase("known_are", {"known": shown}) if names else ""


def found_text(node: Node | None) -> Phrase | str:
    """Return what was found, as a message names it."""
    if isinstance(node, Mapping):
        return Phrase("found_mapping")
    if isinstance(node, Sequence):
        return Phrase("found_list", {"count": len(node.items)})
    if node is None or (node.value is None and not node.raw):
        return Phrase("found_nothing")
    return f"“{show(node.raw)}”"


def meant(name: str, known: Iterable[str]) -> str | None:
    """Return the key of the contract that an unknown key probably means: by another name, or mistyped."""
    keys = list(known)
    return next((each for each in _HINTS.get(fold(name), ()) if each in keys), None) or suggest(name, keys)


def dotted(path: Iterable[str | int]) -> str:
    """Return a path as one writes it: `items.0.stem`."""
    return ".".join(str(part) for part in path)


def field_name(path: Path) -> str:
    """Return the name of the field a path ends in; a list's entry is named by its list and number."""
    if path and isinstance(path[-1], int):
        names = [str(part) for part in path[:-1] if isinstance(part, str)]
        return f"{names[-1]}[{path[-1] + 1}]" if names else f"[{path[-1] + 1}]"
    return str(path[-1]) if path else ""
