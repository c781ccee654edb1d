"""`plan.md`: the plan's own words, one block a clause, each ending in its id `{#II.3.b}`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hub.content.marks import Mark, SourceText
from hub.content.naming import did_you_mean
from hub.content.nodes import Mapping, Node, Scalar, Sequence
from hub.content.problems import Problem, show

OPENING = "mo-dau"
_OPENINGS = (OPENING, "modau")
_CLOSING = "ket"
_MAX_PROBLEMS = 100
_CLAUSE = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*(\.[A-Za-z0-9]+)*")
_HEADING = re.compile(r"#{1,6}\s+")
_EMPHASIS = re.compile(r"(\*\*|__|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*]))")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!])")


@dataclass
class Block:
    """One block of the file: its lines joined, and where its id stands."""

    line: int
    last_line: int
    kind: str
    text: str
    id: str
    id_mark: Mark


def blocks(source: SourceText) -> tuple[list[Block], list[Problem]]:
    """Cut the file into blocks and read their ids."""
    found: list[Block] = []
    problems: list[Problem] = []
    for line, lines in _raw_blocks(source):
        joined = " ".join(part.strip() for part in lines)
        last = line + len(lines) - 1
        text, name = split_id(joined)
        mark = Mark(source.file, line, 1, len(lines[0].rstrip()))
        if len(problems) >= _MAX_PROBLEMS:
            break
        if name is None or not _CLAUSE.fullmatch(name):
            key = "clause_without_id" if name is None else "clause_bad_id"
            problems.append(Problem(mark, "K030", key, {"found": show(name or joined)}))
            continue
        kind = "heading" if _HEADING.match(text) else "item" if text.startswith("- ") else "paragraph"
        id_mark = source.find(f"{{#{name}}}", mark, last) or mark
        if not plain(text):
            problems.append(Problem(mark, "K030", "clause_empty", {"id": name}))
            continue
        found.append(Block(line, last, kind, plain(text), name, id_mark))
    return found, problems


def split_id(text: str) -> tuple[str, str | None]:
    """Return the words of a block, and the id in curly brackets at its end or nothing."""
    text = text.rstrip()
    start = text.rfind("{#")
    if start < 0 or not text.endswith("}") or "}" in text[start:-1]:
        return text, None
    return text[:start].rstrip(), text[start + 2 : -1]


def _raw_blocks(source: SourceText) -> Iterator[tuple[int, list[str]]]:
    """Yield (line, lines) of blocks: a blank line, a heading, an item or an id ends the one before."""
    start, lines = 0, list[str]()
    for number, line in enumerate(source.lines[_front_matter(source) :], start=_front_matter(source) + 1):
        begins = bool(_HEADING.match(line) or line.startswith("- "))
        if lines and (not line.strip() or begins):
            yield start, lines
            lines = []
        if line.strip():
            start = start if lines else number
            lines.append(line)
            if split_id(line)[1] is not None or _HEADING.match(line):
                yield start, lines
                lines = []
    if lines:
        yield start, lines


def _front_matter(source: SourceText) -> int:
    """Return how many lines the front matter takes."""
    if source.line(1).strip() != "---":
        return 0
    ends = (number for number, line in enumerate(source.lines[1:], start=2) if line.strip() == "---")
    return next(ends, 0)


def plain(text: str) -> str:
    """Return the words of a block without the signs of Markdown."""
    bare = _EMPHASIS.sub("", _HEADING.sub("", text.removeprefix("- ")))
    return " ".join(_ESCAPE.sub(r"\1", bare).split())


def part_of(clause: str, parts: list[str]) -> str:
    """Return the part a clause stands in: its first segment; the closing belongs to the last part."""
    first = clause.split(".")[0]
    if first.startswith(_OPENINGS):
        return OPENING
    return parts[-1] if first.startswith(_CLOSING) and parts else first


def read_plan(source: SourceText, parts: list[str]) -> tuple[dict[str, list[Mapping]], list[Problem]]:
    """Read the clauses of each part, as trees for `Clause`; `parts` are the ids of `plan.yml` in order."""
    found, problems = blocks(source)
    clauses: dict[str, list[Mapping]] = {part: [] for part in parts}
    seen: dict[str, Mark] = {}
    here = 0
    for block in found:
        part = part_of(block.id, parts)
        values = {"id": block.id, "part": part}
        if block.id in seen:
            known = values | {"line": seen[block.id].line}
            problems.append(Problem(block.id_mark, "K031", "clause_twice", known))
        elif part not in clauses:
            near = did_you_mean(part, parts)
            problems.append(Problem(block.id_mark, "K032", "clause_part_unknown", values | {"near": near}))
        elif parts.index(part) < here:
            problems.append(Problem(block.id_mark, "K032", "clause_part_order", values | {"before": parts[here]}))
        else:
            here = parts.index(part)
            clauses[part].append(_clause(source, block, part))
        seen.setdefault(block.id, block.id_mark)
    return clauses, problems


def _clause(source: SourceText, block: Block, part: str) -> Mapping:
    mark = Mark(source.file, block.line, 1, len(source.line(block.line).rstrip()))

    def scalar(value: str | int, at: Mark = mark) -> Scalar:
        return Scalar(at, value, str(value), source, block.last_line)

    level = block.id.count(".") + 1
    values: dict[str, str | int] = {
        "kind": block.kind,
        "level": level,
        "text": block.text,
        "part": part,
        "line": block.line,
    }
    entries: dict[str, Node] = {"id": scalar(block.id, block.id_mark)}
    entries |= {key: scalar(value) for key, value in values.items()}
    return Mapping(mark, entries, dict.fromkeys(entries, mark))


def merge_plan(clauses: dict[str, list[Mapping]], source: SourceText, locale: str) -> list[Problem]:
    """Put the translated words of `plan.<locale>.md` beside the plan's own."""
    found, problems = blocks(source)
    texts: dict[str, Node] = {}
    for clause in (clause for each in clauses.values() for clause in each):
        name = clause.entries["id"]
        if isinstance(name, Scalar):
            texts[name.raw] = clause.entries["text"]
    seen: dict[str, int] = {}
    for block in found:
        base = texts.get(block.id)
        if block.id in seen:
            values = {"id": block.id, "part": "", "line": seen[block.id]}
            problems.append(Problem(block.id_mark, "K031", "clause_twice", values))
        elif isinstance(base, Scalar):
            mark = Mark(source.file, block.line, 1, len(source.line(block.line).rstrip()))
            base.translations[locale] = Scalar(mark, block.text, block.text, source, block.last_line)
        else:
            values = {"id": block.id, "near": did_you_mean(block.id, texts)}
            problems.append(Problem(block.id_mark, "K022", "translation_unknown_clause", values))
        seen.setdefault(block.id, block.line)
    return problems


def parts_tree(parts: Node | None, clauses: dict[str, list[Mapping]], source: SourceText) -> Node | None:
    """Hang the clauses into the parts of `plan.yml`."""
    if not isinstance(parts, Sequence):
        return parts
    for item in parts.items:
        name = item.entries.get("id") if isinstance(item, Mapping) else None
        if isinstance(item, Mapping) and isinstance(name, Scalar):
            item.entries["clauses"] = Sequence(Mark(source.file), list(clauses.get(name.raw, [])))
            item.keys["clauses"] = name.mark
    return parts
