"""A complaint of the YAML parser -> what the editor did, at the place where it was done."""

from __future__ import annotations

import re
from dataclasses import replace

import yaml

from hub.content.marks import Mark, SourceText
from hub.content.problems import Problem

# What PyYAML and libyaml say, and our sentence for it. The first that matches is taken.
_SAID: tuple[tuple[str, str], ...] = (
    (r"mapping values are not allowed|mapping keys are not allowed", "yaml_colon"),
    (r"scanning an? (alias|anchor)", "yaml_star"),
    (r"scanning a directive", "directive"),
    (r"scanning a tag|parsing a tag|undefined tag", "yaml_bang"),
    (r"cannot start any token|found a tab|tab character", "yaml_start_character"),
    (r"unexpected end of stream|unexpected document indicator", "yaml_quote_open"),
    (r"escape|hexdecimal|hexadecimal|Unicode character", "yaml_escape"),
    (r"block scalar", "yaml_block"),
    (r"expected ',' or|expected node content|the node content", "yaml_bracket"),
    (r"could not find expected", "yaml_key_without_colon"),
    (r"expected key|expected <block end>|expected '-' indicator|sequence entries are not allowed", "yaml_indent"),
    (r"expected '?<document start>", "yaml_after_end"),
)
_KEY = re.compile(r"\s*(?:- +)*[\w-]+\Z")
_HAS_KEY = re.compile(r"[^:]{0,500}:(\s|\Z)")
_NO_SPACE = re.compile(r"\s*(?:- +)*([\w-]+:)[^\s/]")


def explain_syntax(source: SourceText, error: yaml.YAMLError) -> Problem:
    """Say in the editor's language what the parser could not read."""
    said = " ".join(str(getattr(error, part, None) or "") for part in ("context", "problem")).strip() or str(error)
    key = next((key for pattern, key in _SAID if re.search(pattern, said)), "yaml_other")
    here = _mark(source, getattr(error, "problem_mark", None))
    opened = _mark(source, getattr(error, "context_mark", None))
    mark = here or opened or Mark(source.file)
    key, mark = _look(source, key, mark, opened)
    if key == "directive":
        return Problem(mark, "K007", key)
    return Problem(mark, "K010", key, {"character": source.line(mark.line)[mark.column - 1 : mark.column]})


def _mark(source: SourceText, place: yaml.Mark | None) -> Mark | None:
    """Return a parser's place; one past the end of the text is moved onto its last line."""
    if place is None:
        return None
    line = min(place.line + 1, len(source.lines))
    while line > 1 and line > place.line and not source.line(line).strip():
        line -= 1
    column = place.column + 1 if line == place.line + 1 else len(source.line(line).rstrip()) + 1
    return Mark(source.file, line, column)


def _look(source: SourceText, key: str, mark: Mark, opened: Mark | None) -> tuple[str, Mark]:
    """Look at the line itself: what a parser stumbles over is often not what was typed wrong."""
    line = source.line(mark.line)
    before, character = line[: mark.column - 1], line[mark.column - 1 : mark.column]
    if opened and key in ("yaml_quote_open", "yaml_key_without_colon", "yaml_star"):
        mark = opened
    if opened and key == "yaml_bracket" and (opened.line != mark.line or not character):
        mark = opened
    if "\t" in (character, before[-1:]) or (not before.strip() and line.startswith("\t")):
        return "yaml_tab", mark
    if re.match(r" *[\u00a0\u2000-\u200a\u202f\u3000]", line):
        return "yaml_odd_space", replace(mark, column=len(line) - len(line.lstrip(" ")) + 1)
    if key == "yaml_indent" and character in ("]", "}"):
        return "yaml_bracket_extra", mark
    if key == "yaml_key_without_colon":
        found = _NO_SPACE.match(source.line(mark.line))
        return ("yaml_colon_space", replace(mark, column=found.end(1))) if found else (key, mark)
    if key == "yaml_colon" and _KEY.match(before):
        above = _line_above(source, mark.line)
        if found := _NO_SPACE.match(source.line(above)):
            return "yaml_colon_space", Mark(source.file, above, found.end(1))
        if above and not _HAS_KEY.match(source.line(above)):
            start = len(source.line(above)) - len(source.line(above).lstrip())
            return "yaml_key_without_colon", Mark(source.file, above, start + 1)
        return "yaml_indent", replace(mark, column=len(before) - len(before.lstrip()) + 1)
    if key == "yaml_indent" and before.rstrip().endswith(("'", '"')):
        return "yaml_after_quote", mark
    return key, mark


def _line_above(source: SourceText, line: int) -> int:
    """Return the number of the last line before that says something; 0 where there is none."""
    above = line - 1
    while above > 0 and (not source.line(above).strip() or source.line(above).lstrip().startswith("#")):
        above -= 1
    return above
