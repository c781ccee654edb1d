"""Where an error of pydantic stands: its location -> a path in the file's tree, and the keys allowed there."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from hub.content.nodes import Node, Path, Sequence, nearest, step

Location = tuple[str | int, ...]


def path_of(node: Node, location: Location) -> Path:
    """Return the path a location means: parts that name a branch of a union, not a key, are left out.

    The last part is kept even where the tree lacks it: it names a key that is missing.
    """
    path: Path = ()
    for index, part in enumerate(location):
        here = nearest(node, path)
        last = index == len(location) - 1 and isinstance(part, str) and not isinstance(here, Sequence)
        if last or step(here, part) is not None:
            path = (*path, part)
    return path


def members(annotation: Any) -> Iterator[Any]:
    """Yield what an annotation can be: unions, optional and annotated types taken apart."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from members(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for member in get_args(annotation):
            yield from members(member)
    else:
        yield annotation


def is_model(annotation: Any) -> bool:
    """Say whether an annotation is one of our models."""
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _named(model: type[BaseModel], tag: str) -> bool:
    """Say whether a union's tag means this model: its name, or one of its literal values."""
    literals = (get_args(f.annotation) for f in model.model_fields.values() if get_origin(f.annotation) is Literal)
    return model.__name__ == tag or any(values == (tag,) for values in literals)


def models_at(model: type[BaseModel], location: Location) -> list[type[BaseModel]]:
    """Return the models that may stand at a location under `model`."""
    here: list[Any] = [model]
    for part in location:
        there: list[Any] = []
        for annotation in here:
            if isinstance(part, int):
                if get_origin(annotation) in (list, tuple):
                    there += members(get_args(annotation)[0])
            elif is_model(annotation) and part in annotation.model_fields:
                there += members(annotation.model_fields[part].annotation)
            elif is_model(annotation) and _named(annotation, part):
                there.append(annotation)
        here = there
    return [annotation for annotation in here if is_model(annotation)]


def keys_at(model: type[BaseModel], location: Location) -> list[str]:
    """Return the keys that may stand at a location, in the order the models give them."""
    names = [name for each in models_at(model, location) for name in each.model_fields]
    return list(dict.fromkeys(names))
