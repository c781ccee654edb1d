"""The tree of a content file: values that remember where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from hub.content.marks import Mark, SourceText
from hub.model.base import DEFAULT

Path = tuple[str | int, ...]
_FAR = 1000


@dataclass
class Scalar:
    """A single value. `raw` is what was written, `value` what it means: text, number, true/false or nothing."""

    mark: Mark
    value: str | int | float | bool | None
    raw: str
    source: SourceText
    last_line: int
    translations: dict[str, Scalar] = field(default_factory=dict)

    def at(self, words: str, skip: int = 0) -> Mark:
        """Return the place of some words inside this value, or of the value where they are not found as they stand."""
        if skip > _FAR:
            return self.mark
        return (self.source.find(words, self.mark, self.last_line, skip) if words else None) or self.mark


@dataclass
class Sequence:
    """A list."""

    mark: Mark
    items: list[Node] = field(default_factory=list)
    lost: bool = False
    """An entry that was wrong was taken out, so that its number and its sum say nothing."""


@dataclass
class Mapping:
    """Keys with values; `keys` holds the place of each key."""

    mark: Mark
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Mark] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


def data(node: Node) -> Any:
    """Return the plain value of a tree; a translated text becomes `{"": base, locale: translation}`."""
    if isinstance(node, Mapping):
        return {key: data(value) for key, value in node.entries.items()}
    if isinstance(node, Sequence):
        return [data(value) for value in node.items]
    if node.translations:
        return {DEFAULT: node.value} | {locale: other.value for locale, other in node.translations.items()}
    return node.value


def copy(node: Node) -> Node:
    """Return a tree that can be changed without changing the one given."""
    if isinstance(node, Mapping):
        return Mapping(node.mark, {key: copy(value) for key, value in node.entries.items()}, dict(node.keys))
    if isinstance(node, Sequence):
        return Sequence(node.mark, [copy(value) for value in node.items], node.lost)
    return Scalar(node.mark, node.value, node.raw, node.source, node.last_line, dict(node.translations))


def step(node: Node, part: str | int) -> Node | None:
    """Return the child a path goes to, or nothing."""
    if isinstance(node, Mapping):
        return node.entries.get(str(part))
    if isinstance(node, Sequence) and isinstance(part, int) and 0 <= part < len(node.items):
        return node.items[part]
    return None


def find(node: Node, path: Path) -> Node | None:
    """Return the node at a path, or nothing."""
    here: Node | None = node
    for part in path:
        if here is None:
            return None
        here = step(here, part)
    return here


def nearest(node: Node, path: Path) -> Node:
    """Return the node at a path, or the last one on the way to it."""
    for part in path:
        child = step(node, part)
        if child is None:
            return node
        node = child
    return node


def key_mark(node: Node, path: Path) -> Mark:
    """Return the place of the key a path ends in; of its value or nearest parent where it has none."""
    parent = nearest(node, path[:-1]) if path else node
    if path and isinstance(parent, Mapping):
        return parent.keys.get(str(path[-1]), parent.mark)
    return nearest(node, path).mark


def walk(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Yield every node of a tree with its path, parents first."""
    yield path, node
    if isinstance(node, Mapping):
        for key, value in node.entries.items():
            yield from walk(value, (*path, key))
    elif isinstance(node, Sequence):
        for index, value in enumerate(node.items):
            yield from walk(value, (*path, index))
