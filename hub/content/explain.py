"""An error of pydantic -> a sentence with its code, the value found, what was expected and the mend."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from hub.content.locate import Location, keys_at, path_of
from hub.content.marks import Mark
from hub.content.nodes import Mapping, Node, Path, Scalar, Sequence, find, key_mark, nearest
from hub.content.problems import Phrase, Problem, show

_LONGEST_NAME = 60
_SHORTEST_NAME = 3
_MOST_NAMES = 2000
_PATTERNS = {
    "^[a-z0-9]+(-": "pattern_slug",
    "^[A-Za-z0-9]+(": "pattern_clause",
    r"^\d{4}": "pattern_date",
    "^[a-z]{2,3}": "pattern_locale",
    "^https?": "pattern_url",
}
_CODES = {"missing": "K011", "extra_forbidden": "K012", "one_of": "K012", "empty_value": "K013", "text_empty": "K013"}
_RANGE = ("greater_than", "greater_than_equal", "less_than", "less_than_equal")
_LENGTH = ("too_short", "too_long", "string_too_long", "string_too_short")
_TYPES = ("text_type", "int_type", "float_type", "bool_type", "list_type", "dict_type", "entry_type")
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
_ALIASES = {
    "model_type": "dict_type",
    "model_attributes_type": "dict_type",
    "tuple_type": "list_type",
    "string_type": "text_type",
    "union_tag_not_found": "missing",
    "union_tag_invalid": "literal_error",
    "int_from_float": "int_type",
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


def explain(model: type[BaseModel], node: Node, error: dict[str, Any]) -> Problem:
    """Turn one error of `model` read from `node` into a problem at its place."""
    location: Location = error["loc"]
    kind = _ALIASES.get(error["type"], error["type"])
    ctx = dict(error.get("ctx") or {})
    if error["type"].startswith("union_tag"):
        location = (*location, str(ctx.get("discriminator", "kind")).strip("'"))
        ctx["expected"] = ctx.get("expected_tags", "")
    path = path_of(node, location)
    target = find(node, path)
    if isinstance(target, Scalar) and target.translations and kind != "text_empty":
        return not_translatable(path, target)
    values: dict[str, object] = {"field": _name(path), "found": found_text(target)}
    if kind in _TYPES and isinstance(target, Scalar) and target.value is None:
        kind = "empty_value"
    if kind == "dict_type" and (not path or isinstance(path[-1], int)):
        kind = "entry_type"
    problem_key, mark = kind, _mark(node, path, target)
    if kind == "missing":
        mark = _parent_mark(node, path)
        values["example"] = f"{values['field']}: ..."
    elif kind == "extra_forbidden":
        mark = key_mark(node, path)
        problem_key = _explain_unknown(str(path[-1]), keys_at(model, location[:-1]), values)
    elif kind == "string_pattern_mismatch":
        problem_key = _pattern(ctx)
    elif kind == "literal_error":
        values["expected"] = ctx.get("expected", "").replace("'", '"').replace(" or ", ", ")
    elif kind == "text_empty" and isinstance(target, Scalar):
        mark = next((one.mark for one in (target, *target.translations.values()) if not one.raw.strip()), mark)
    elif kind in _RANGE:
        problem_key = f"number_{kind}"
        values["limit"] = next(iter(ctx.values()))
    elif kind in _LENGTH:
        limit = ctx.get("min_length", ctx.get("max_length"))
        values |= {"limit": limit, "length": ctx.get("actual_length", len(str(error.get("input"))))}
    elif kind not in _TYPES and kind != "empty_value":
        problem_key, values["reason"] = "shape_other", error["msg"]
    return Problem(mark, _CODES.get(problem_key, _code(kind)), problem_key, values, field=dotted(path))


def _explain_unknown(name: str, known: list[str], values: dict[str, object]) -> str:
    """Fill in what may stand in place of an unknown key, and return the sentence to use."""
    values["known"] = ", ".join(known)
    if name in known:
        return "one_of"
    hint = next((each for each in _HINTS.get(fold(name), ()) if each in known), None) or suggest(name, known)
    values["near"] = Phrase("did_you_mean", {"near": hint}) if hint else ""
    return "extra_forbidden"


def not_translatable(path: Path, target: Scalar) -> Problem:
    """Say that a translation gives a value that is the same in every language."""
    other = next(iter(target.translations.values()))
    values = {"field": _name(path), "found": f"“{show(other.raw)}”"}
    return Problem(other.mark, "K021", "not_translatable", values, field=dotted(path))


def dotted(path: Iterable[str | int]) -> str:
    """Return a path as one writes it: `items.0.stem`."""
    return ".".join(str(part) for part in path)


def _code(kind: str) -> str:
    if kind in _RANGE or kind in _LENGTH:
        return "K016"
    return "K015" if kind in ("literal_error", "string_pattern_mismatch") else "K014"


def _name(path: Path) -> str:
    """Return the name of the field a path ends in; a list's entry is named by its list and number."""
    if path and isinstance(path[-1], int):
        names = [str(part) for part in path[:-1] if isinstance(part, str)]
        return f"{names[-1]}[{path[-1] + 1}]" if names else f"[{path[-1] + 1}]"
    return str(path[-1]) if path else ""


def _mark(node: Node, path: Path, target: Node | None) -> Mark:
    """Point at a value; where there is none written, at its key."""
    if isinstance(target, Scalar) and not target.raw:
        return key_mark(node, path)
    return (target or nearest(node, path)).mark


def _parent_mark(node: Node, path: Path) -> Mark:
    """Point at the first key of the group in which a key is missing."""
    parent = nearest(node, path[:-1])
    if isinstance(parent, Mapping):
        return min(parent.keys.values(), default=parent.mark)
    return parent.mark


def _pattern(ctx: dict[str, Any]) -> str:
    pattern = str(ctx.get("pattern", ""))
    return next((key for start, key in _PATTERNS.items() if pattern.startswith(start)), "pattern_other")
