"""A tree -> a model, or every way in which its shape is wrong."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from hub.content.explain import explain
from hub.content.locate import Location, keys_at, models_at, path_of
from hub.content.naming import meant
from hub.content.nodes import Mapping, Node, Path, Scalar, Sequence, copy, data, find
from hub.content.problems import Problem

M = TypeVar("M", bound=BaseModel)
_TRIES = 4
_TEXT = ("text_type", "string_type")
_MAX_PROBLEMS = 100


def validate(model: type[M], node: Node) -> tuple[M | None, Node, list[Problem]]:
    """Check a tree against a model.

    Returns:
        The model, the tree it was made of, and the problems. With problems the model is what is left when the
        wrong entries are taken out, so that the rules can look at the rest in the same run; nothing if too little is.
    """
    node = copy(node)
    made, errors = _try(model, node)
    if errors and _texts_by_need(node, errors):
        made, errors = _try(model, node)
    kept = _without_misspelt(model, node, _one_per_union(model, errors))
    problems = [explain(model, node, error) for error in kept[:_MAX_PROBLEMS]]
    for _ in range(_TRIES):
        if made is not None or not _prune(node, errors):
            break
        made, errors = _try(model, node)
    return made, node, problems


def _try(model: type[M], node: Node) -> tuple[M | None, list[dict[str, Any]]]:
    try:
        return model.model_validate(data(node), strict=True), []
    except ValidationError as error:
        return None, [dict(one) for one in error.errors(include_url=False)]


def _without_misspelt(model: type[BaseModel], node: Node, errors: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out missing keys that are there under a name near enough: the unknown key is told already."""
    told: set[Path] = set()
    for error in errors:
        if error["type"] == "extra_forbidden":
            path = path_of(node, error["loc"])
            near = meant(str(path[-1]), keys_at(model, error["loc"][:-1]))
            told.add((*path[:-1], near or ""))
    return [error for error in errors if error["type"] != "missing" or path_of(node, error["loc"]) not in told]


def _texts_by_need(node: Node, errors: list[dict[str, Any]]) -> bool:
    """Take a value as it was written where text is wanted: `title: 2026`, `phone: 84206123456`."""
    changed = False
    for error in errors:
        target = find(node, path_of(node, error["loc"])) if error["type"] in _TEXT else None
        if not isinstance(target, Scalar):
            continue
        for scalar in (target, *target.translations.values()):
            if scalar.value is not None and not isinstance(scalar.value, str):
                scalar.value = scalar.raw
                changed = True
    return changed


def _one_per_union(model: type[BaseModel], errors: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Keep, of the errors of a union's branches, those of the branch that fits best.

    pydantic tries each branch and reports all of them; a person wrote one.
    """
    groups: dict[Location, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    kept: list[dict[str, Any]] = []
    for error in errors:
        index = _union_at(model, error["loc"])
        if index is None:
            kept.append(error)
        else:
            groups[error["loc"][:index]][str(error["loc"][index])].append(error)
    for place, branches in groups.items():
        kept += _best(place, branches)
    return kept


def _union_at(model: type[BaseModel], location: Location) -> int | None:
    """Return the index of the part that names a branch of a union told apart by its keys only."""
    for index, part in enumerate(location):
        models = models_at(model, location[:index])
        if len(models) > 1 and any(each.__name__ == part for each in models):
            return index
    return None


def _best(place: Location, branches: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    fewest = min(len(errors) for errors in branches.values())
    best = [errors for errors in branches.values() if len(errors) == fewest]
    if len(best) == 1:
        return best[0]
    wrong = [error for error in best[0] if error["type"] != "missing"]
    # No branch fits better: name the key nobody knows, with the keys of all branches.
    return [
        error | {"loc": (*place, error["loc"][-1])} if error["type"] == "extra_forbidden" else error | {"loc": place}
        for error in wrong
    ] or best[0]


def _prune(node: Node, errors: list[dict[str, Any]]) -> bool:
    """Take out what is wrong: an unknown key by itself, else the list entry it stands in."""
    doomed: set[Path] = set()
    for error in errors:
        path = path_of(node, error["loc"])
        target = find(node, path)
        if isinstance(target, Scalar) and target.translations and error["type"] != "text_empty":
            target.translations.clear()
            doomed.add(())
        elif error["type"] == "extra_forbidden":
            doomed.add(path)
        else:
            doomed.add(_entry(path))
    if any(path and isinstance(path[-1], str) and find(node, path) is None for path in doomed):
        return False
    for path in sorted(doomed - {()}, key=lambda each: [str(part).rjust(8) for part in each], reverse=True):
        _remove(node, path)
    return True


def _entry(path: Path) -> Path:
    """Return the innermost list entry of a path, or the path itself."""
    indexes = [index for index, part in enumerate(path) if isinstance(part, int)]
    return path[: indexes[-1] + 1] if indexes else path


def _remove(node: Node, path: Path) -> None:
    parent = find(node, path[:-1])
    if isinstance(parent, Mapping):
        parent.entries.pop(str(path[-1]), None)
    elif isinstance(parent, Sequence) and isinstance(path[-1], int):
        del parent.items[path[-1]]
        parent.lost = True
