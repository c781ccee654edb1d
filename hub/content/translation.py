"""`NAME.<locale>.yml` merged into `NAME.yml`: the same shape, texts only."""

from __future__ import annotations

from collections import Counter

from hub.content.naming import did_you_mean, dotted, found_text
from hub.content.nodes import Mapping, Node, Path, Scalar, Sequence
from hub.content.problems import Problem, show

FIRST_KEY = "translated_from"
_MAX_PROBLEMS = 100


def merge(base: Node, other: Node, locale: str, path: Path = ()) -> list[Problem]:
    """Put the texts of a translation into the tree they translate.

    Groups are matched by key, lists of groups by `id`, or by position where the entries have none; plain lists too.
    """
    if isinstance(base, Mapping) and isinstance(other, Mapping):
        return _mapping(base, other, locale, path)
    if isinstance(base, Sequence) and isinstance(other, Sequence):
        return _sequence(base, other, locale, path)
    if isinstance(base, Scalar) and isinstance(other, Scalar):
        if other.value is not None:
            base.translations[locale] = other
        return []
    if isinstance(other, Scalar) and other.value is None:
        return []
    values = {"field": dotted(path) or "-", "found": found_text(other), "expected": found_text(base)}
    return [Problem(other.mark, "K023", "translation_shape", values, field=dotted(path))]


def _mapping(base: Mapping, other: Mapping, locale: str, path: Path) -> list[Problem]:
    problems: list[Problem] = []
    for key, value in other.entries.items():
        here = (*path, key)
        if key == FIRST_KEY and not path:
            continue
        there = base.entries.get(key)
        if there is None or (isinstance(there, Scalar) and there.value is None):
            near = did_you_mean(key, [name for name in base.entries if name != key])
            values = {"field": show(key), "near": near}
            problems.append(Problem(other.keys[key], "K022", "translation_unknown_key", values, field=dotted(here)))
        elif key == "id" and isinstance(there, Scalar) and isinstance(value, Scalar) and value.raw == there.raw:
            continue
        else:
            problems += merge(there, value, locale, here)
    return problems


def _id(node: Node) -> str | None:
    """Return the id an entry of a list is matched by."""
    found = node.entries.get("id") if isinstance(node, Mapping) else None
    return found.raw if isinstance(found, Scalar) else None


def _sequence(base: Sequence, other: Sequence, locale: str, path: Path) -> list[Problem]:
    ids: dict[str, list[Node]] = {}
    for item in base.items:
        if (name := _id(item)) is not None:
            ids.setdefault(name, []).append(item)  # an id used twice is told elsewhere
    if ids:
        return _by_id(ids, other, locale, path)
    if len(base.items) != len(other.items):
        values = {"field": dotted(path), "found": len(other.items), "expected": len(base.items)}
        return [Problem(other.mark, "K024", "translation_length", values, field=dotted(path))]
    pairs = enumerate(zip(base.items, other.items, strict=True))
    return [problem for index, (one, two) in pairs for problem in merge(one, two, locale, (*path, index))]


def _by_id(ids: dict[str, list[Node]], other: Sequence, locale: str, path: Path) -> list[Problem]:
    problems: list[Problem] = []
    times = Counter(_id(item) for item in other.items)
    for index, item in enumerate(other.items):
        if len(problems) >= _MAX_PROBLEMS:
            break
        here = (*path, index)
        name = _id(item)
        if name is None:
            problems.append(Problem(item.mark, "K022", "translation_without_id", {}, field=dotted(here)))
        elif name not in ids:
            mark = item.entries["id"].mark if isinstance(item, Mapping) else item.mark
            values = {"id": show(name), "near": did_you_mean(name, ids)}
            problems.append(Problem(mark, "K022", "translation_unknown_id", values, field=dotted(here)))
        else:
            bases = ids[name] if times[name] == 1 else ids[name][:1]
            problems += [problem for base in bases for problem in merge(base, item, locale, here)]
            ids[name] = ids[name][len(bases) :] or bases
    return problems
