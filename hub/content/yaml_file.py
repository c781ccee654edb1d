"""YAML text -> a tree with places, typed so that no editor is surprised.

PyYAML's own typing turns `7:30` into 450, `no` into false, `0206123456` into 35170094 and lets the second of two equal
keys win. So only its parser is used, event by event; what a value means is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from hub.content.marks import Mark, SourceText, normalise
from hub.content.nodes import Mapping, Node, Scalar, Sequence
from hub.content.problems import Problem, show
from hub.content.text_file import odd
from hub.content.yaml_syntax import explain_syntax

MAX_DEPTH = 40
MAX_NODES = 20_000
_MAX_PROBLEMS = 50
_PARSER: Any = getattr(yaml, "CLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


class _Stop(Exception):  # noqa: N818 - ends the reading of one file, is no error of the program
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def parse(source: SourceText) -> tuple[Node | None, list[Problem]]:
    """Parse one file. With problems there is no tree; an empty file has neither."""
    reader = _Reader(source)
    try:
        node = reader.document()
    except _Stop as stop:
        reader.problems.append(stop.problem)
    except yaml.YAMLError as error:
        reader.problems.append(explain_syntax(source, error))
    except (RecursionError, ValueError):
        reader.problems.append(Problem(Mark(source.file), "K010", "yaml_other"))
    else:
        return (None if reader.problems else node), reader.problems
    return None, reader.problems


def meaning(raw: str) -> str | int | float | bool | None:
    """Return what an unquoted value means: true/false, a plain number, nothing; everything else is text."""
    if raw in _WORDS:
        return _WORDS[raw]
    if _INT.fullmatch(raw):
        return int(raw)
    return float(raw) if _DECIMAL.fullmatch(raw) else raw


class _Reader:
    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self._events: Iterator[Any] = yaml.parse(source.text, Loader=_PARSER)
        self._depth = 0
        self._nodes = 0

    def document(self) -> Node | None:
        node: Node | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Stop(Problem(self._mark(event, 3), "K009", "second_document"))
                if event.version or event.tags:
                    raise _Stop(Problem(self._mark(event), "K007", "directive"))
            elif not isinstance(event, yaml.StreamStartEvent | yaml.DocumentEndEvent | yaml.StreamEndEvent):
                node = self._node(event)
        if isinstance(node, Scalar) and node.value is None:
            return None
        return node

    def _mark(self, event: Any, length: int | None = None) -> Mark:
        start, end = event.start_mark, event.end_mark
        if length is None:
            line = self.source.line(start.line + 1)
            stop = end.column if end.line == start.line else len(line.rstrip())
            length = stop - start.column
        return Mark(self.source.file, start.line + 1, start.column + 1, max(1, length))

    def _node(self, event: Any) -> Node:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise _Stop(Problem(self._mark(event, 1), "K008", "too_many_values", {"limit": MAX_NODES}))
        if isinstance(event, yaml.AliasEvent):
            mark = self._mark(event)
            self._refuse(event, "K006", "alias", str(event.anchor))
            return Scalar(mark, None, "", self.source, mark.line)
        if event.anchor is not None:
            self._refuse(event, "K006", "anchor", event.anchor)
        if event.tag is not None:
            self._refuse(event, "K007", "tag", event.tag.replace("tag:yaml.org,2002:", "!!"))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _Stop(Problem(self._mark(event, 1), "K008", "too_deep", {"limit": MAX_DEPTH}))
        node = self._sequence(event) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(event)
        self._depth -= 1
        return node

    def _scalar(self, event: Any) -> Scalar:
        raw = self._text(event)
        value = raw if event.style else meaning(raw)
        # A block scalar ends at the start of the line after it.
        last = event.end_mark.line + (1 if event.end_mark.column or event.end_mark.line == event.start_mark.line else 0)
        return Scalar(self._mark(event), value, raw, self.source, last)

    def _text(self, event: Any) -> str:
        """Return what a scalar says; an escape such as `\\0` may have brought in what no file may hold."""
        raw = normalise(event.value)
        for char in raw if not raw.isprintable() else "":
            if key := odd(char):
                self._report(Problem(self._mark(event), "K004", key, {"character": f"U+{ord(char):04X}"}))
                break
        return raw

    def _sequence(self, start: Any) -> Sequence:
        node = Sequence(self._mark(start, 1))
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            node.items.append(self._node(event))
        return node

    def _mapping(self, start: Any) -> Mapping:
        node = Mapping(self._mark(start, 1))
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event)
            value = self._node(next(self._events))
            self._enter(node, key, value, self._mark(event))
        return node

    def _key(self, event: Any) -> str:
        if isinstance(event, yaml.ScalarEvent) and event.anchor is None and event.tag is None:
            return self._text(event)
        if isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            self._node(event)
            return ""
        raise _Stop(Problem(self._mark(event, 1), "K010", "yaml_key_not_text"))

    def _enter(self, node: Mapping, key: str, value: Node, mark: Mark) -> None:
        if key == "<<":
            self._report(Problem(mark, "K006", "merge_key"))
        elif key in node.entries:
            values = {"name": show(key), "line": node.keys[key].line}
            self._report(Problem(mark, "K005", "duplicate_key", values))
        else:
            node.entries[key], node.keys[key] = value, mark

    def _refuse(self, event: Any, code: str, key: str, name: str) -> None:
        self._report(Problem(self._mark(event, 1), code, key, {"name": show(name)}))

    def _report(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) >= _MAX_PROBLEMS:
            raise _Stop(self.problems.pop())
