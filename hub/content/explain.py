"""An error of pydantic -> a sentence with its code, the value found, what was expected and the mend."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import BaseModel

from hub.content.locate import Location, keys_at, models_at, path_of
from hub.content.marks import Mark
from hub.content.naming import dotted, field_name, found_text, meant
from hub.content.nodes import Mapping, Node, Path, Scalar, find, key_mark, nearest
from hub.content.problems import Phrase, Problem, show
from hub.locales import strings

_PATTERNS = {
    "^[a-z0-9]+(-": "pattern_slug",
    "^[A-Za-z0-9]+(": "pattern_clause",
    r"^\d{4}": "pattern_date",
    "^[a-z]{2,3}": "pattern_locale",
    "^https?": "pattern_url",
}
_TYPES = ("text_type", "int_type", "float_type", "bool_type", "list_type", "dict_type", "entry_type")
_ALIASES = {
    "model_type": "dict_type",
    "model_attributes_type": "dict_type",
    "tuple_type": "list_type",
    "string_type": "text_type",
    "union_tag_not_found": "missing",
    "union_tag_invalid": "literal_error",
    "int_from_float": "int_type",
}


@dataclass
class _Case:
    """One error with what is known about its place; `key` is the sentence it will be told in."""

    model: type[BaseModel]
    node: Node
    error: dict[str, Any]
    location: Location
    path: Path
    target: Node | None
    kind: str
    mark: Mark
    key: str
    ctx: dict[str, Any]
    values: dict[str, object] = field(default_factory=dict)


def explain(model: type[BaseModel], node: Node, error: dict[str, Any]) -> Problem:
    """Turn one error of `model` read from `node` into a problem at its place."""
    case = _case(model, node, error)
    if isinstance(case.target, Scalar) and case.target.translations and case.kind != "text_empty":
        return not_translatable(case.path, case.target)
    code, detail = _DETAILS.get(case.kind, ("K014", _other))
    detail(case)
    return Problem(case.mark, code, case.key, case.values, field=dotted(case.path))


def not_translatable(path: Path, target: Scalar) -> Problem:
    """Say that a translation gives a value that is the same in every language."""
    other = next(iter(target.translations.values()))
    values = {"field": field_name(path), "found": f"“{show(other.raw)}”"}
    return Problem(other.mark, "K021", "not_translatable", values, field=dotted(path))


def _case(model: type[BaseModel], node: Node, error: dict[str, Any]) -> _Case:
    location: Location = error["loc"]
    ctx = dict(error.get("ctx") or {})
    if error["type"].startswith("union_tag"):
        location = (*location, str(ctx.get("discriminator", "kind")).strip("'"))
        ctx["expected"] = ctx.get("expected_tags", "")
    path = path_of(node, location)
    target = find(node, path)
    kind = _kind(error["type"], path, target)
    values: dict[str, object] = {"field": field_name(path), "found": found_text(target)}
    return _Case(model, node, error, location, path, target, kind, _mark(node, path, target), kind, ctx, values)


def _kind(error: str, path: Path, target: Node | None) -> str:
    """Return the kind of an error as we tell them apart: nothing written, and an entry of a list, are kinds."""
    kind = _ALIASES.get(error, error)
    if kind in _TYPES and isinstance(target, Scalar) and target.value is None:
        return "empty_value"
    return "entry_type" if kind == "dict_type" and (not path or isinstance(path[-1], int)) else kind


def _mark(node: Node, path: Path, target: Node | None) -> Mark:
    """Point at a value; where there is none written, at its key."""
    if isinstance(target, Scalar) and not target.raw:
        return key_mark(node, path)
    return (target or nearest(node, path)).mark


def _as_it_is(case: _Case) -> None:
    """Nothing to add: field and value say it all."""


def _group(case: _Case) -> Phrase:
    """Return what the group of keys around the error is called."""
    names = [f"model_{model.__name__}" for model in models_at(case.model, case.location[:-1])]
    return Phrase(next((name for name in names if name in _called()), "model_here"))


@cache
def _called() -> frozenset[str]:
    """Return the sentences there are; a model may have no name of its own."""
    return frozenset(strings("vi").area("errors"))


def _missing(case: _Case) -> None:
    """Point at the first key of the group in which a key is missing."""
    case.values["group"] = _group(case)
    parent = nearest(case.node, case.path[:-1])
    case.mark = min(parent.keys.values(), default=parent.mark) if isinstance(parent, Mapping) else parent.mark
    case.values["example"] = f"{case.values['field']}: ..."


def _unknown(case: _Case) -> None:
    """Name the keys that may stand here, and the one that was probably meant."""
    name, known = str(case.path[-1]), keys_at(case.model, case.location[:-1])
    case.mark = key_mark(case.node, case.path)
    case.values["group"] = _group(case)
    case.values["known"] = ", ".join(known)
    if name in known:
        case.key = "one_of"
        return
    near = meant(name, known)
    case.values["near"] = Phrase("did_you_mean", {"near": near}) if near else ""


def _pattern(case: _Case) -> None:
    pattern = str(case.ctx.get("pattern", ""))
    case.key = next((key for start, key in _PATTERNS.items() if pattern.startswith(start)), "pattern_other")


def _choice(case: _Case) -> None:
    case.values["expected"] = case.ctx.get("expected", "").replace("'", '"').replace(" or ", ", ")


def _empty(case: _Case) -> None:
    """Point at the language in which the text is empty."""
    if isinstance(case.target, Scalar):
        texts = (case.target, *case.target.translations.values())
        case.mark = next((one.mark for one in texts if not one.raw.strip()), case.mark)


def _range(case: _Case) -> None:
    case.key = f"number_{case.kind}"
    case.values["limit"] = next(iter(case.ctx.values()))


def _length(case: _Case) -> None:
    case.values["limit"] = case.ctx.get("min_length", case.ctx.get("max_length"))
    case.values["length"] = case.ctx.get("actual_length", len(str(case.error.get("input"))))


def _other(case: _Case) -> None:
    case.key, case.values["reason"] = "shape_other", case.error["msg"]


_DETAILS: dict[str, tuple[str, Callable[[_Case], None]]] = {
    "missing": ("K011", _missing),
    "extra_forbidden": ("K012", _unknown),
    "empty_value": ("K013", _as_it_is),
    "text_empty": ("K013", _empty),
    "text_type": ("K014", _as_it_is),
    "int_type": ("K014", _as_it_is),
    "float_type": ("K014", _as_it_is),
    "bool_type": ("K014", _as_it_is),
    "list_type": ("K014", _as_it_is),
    "dict_type": ("K014", _as_it_is),
    "entry_type": ("K014", _as_it_is),
    "string_pattern_mismatch": ("K015", _pattern),
    "literal_error": ("K015", _choice),
    "greater_than": ("K016", _range),
    "greater_than_equal": ("K016", _range),
    "less_than": ("K016", _range),
    "less_than_equal": ("K016", _range),
    "too_short": ("K016", _length),
    "too_long": ("K016", _length),
    "string_too_short": ("K016", _length),
    "string_too_long": ("K016", _length),
}
"""Kind of error -> its code, and what is added to the sentence about it."""
