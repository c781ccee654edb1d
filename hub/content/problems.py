"""What is wrong with the content, and how it is told."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, get_args

from hub.content.marks import Mark, SourceText
from hub.locales import strings

Severity = Literal["error", "warning", "notice"]
LOCALE = "vi"
_SHOWN = 60
_NOT_SHOWN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_INVISIBLE = {"\t": "→"}
_EXCERPT = 200
_LONGEST_VALUE = 400
_MOST_IN_FILE = 100


@dataclass(frozen=True)
class Phrase:
    """Part of a sentence that is itself told in the language of the report."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)

    def to(self, locale: str) -> str:
        """Return the words."""
        return strings(locale)(f"errors.{self.key}", **self.values)


@dataclass(frozen=True)
class Problem:
    """One mistake: where, which (a code of the editors' manual), and what the sentence about it needs."""

    mark: Mark
    code: str
    key: str
    """Sentence of `hub/locales/<locale>/errors.yml`; `<key>_mend` says what to do."""
    values: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = "error"
    field: str = ""
    """Path of the field in its file, such as `items.0.stem`."""
    excerpt: str = ""
    """The line of the file the mark points into."""

    @property
    def order(self) -> tuple[Mark, str, str, str]:
        """Where it stands in a report; equal for the same problem found twice."""
        return self.mark, self.code, self.key, repr(sorted(self.values.items()))

    def _places(self, locale: str) -> dict[str, object]:
        # A sentence is only formatted when it is given something, and some hold doubled braces.
        values = {name: _words(value, locale) for name, value in self.values.items()}
        return values or {"field": ""}

    def message(self, locale: str = LOCALE) -> str:
        """Say what is wrong."""
        return strings(locale)(f"errors.{self.key}", **self._places(locale))

    def mend(self, locale: str = LOCALE) -> str:
        """Say what to do about it."""
        sentence = strings(locale)(f"errors.{self.key}_mend", **self._places(locale))
        return "\n".join(line.strip() for line in sentence.splitlines() if line.strip())

    def __str__(self) -> str:
        return block(self)


def show(value: object) -> str:
    """Return a value as a message names it: shortened, on one line."""
    text = " ".join(str(value).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _words(value: object, locale: str) -> object:
    if isinstance(value, Phrase):
        value = value.to(locale)
    return value[: _LONGEST_VALUE - 1] + "…" if isinstance(value, str) and len(value) > _LONGEST_VALUE else value


def with_excerpts(problems: Iterable[Problem], sources: Mapping[str, SourceText]) -> tuple[Problem, ...]:
    """Return the problems sorted by place, each once, with the line it points into; of one file at most a hundred."""
    done: dict[tuple[Mark, str, str, str], Problem] = {}
    for problem in sorted(problems, key=lambda each: each.order):
        source = sources.get(problem.mark.file)
        done.setdefault(problem.order, replace(problem, excerpt=source.line(problem.mark.line) if source else ""))
    return tuple(sorted(_first_of_each_file(done.values()), key=lambda each: each.order))


def _first_of_each_file(problems: Iterable[Problem]) -> Iterator[Problem]:
    counts: Counter[str] = Counter()
    left: dict[str, list[Problem]] = {}
    for problem in problems:
        counts[problem.mark.file] += 1
        if counts[problem.mark.file] <= _MOST_IN_FILE:
            yield problem
        else:
            left.setdefault(problem.mark.file, []).append(problem)
    for rest in left.values():
        worst = "error" if any(problem.severity == "error" for problem in rest) else rest[0].severity
        yield replace(rest[0], code="K000", key="more", values={"count": len(rest)}, severity=worst, field="")


def _width(text: str) -> int:
    """Return the columns a text takes in a terminal."""
    wide = sum(1 for char in text if unicodedata.east_asian_width(char) in "WF")
    none = sum(1 for char in text if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Cc"))
    return len(text) + wide - none


def _underlined(problem: Problem) -> list[str]:
    """Return the source line and the carets under the part that is wrong."""
    line = problem.excerpt.rstrip()
    start = problem.mark.column - 1
    if len(line) > _EXCERPT:
        cut = max(0, start - _EXCERPT // 2)
        line, start = line[cut : cut + _EXCERPT], start - cut
    line = "".join(_INVISIBLE.get(char, "·") if unicodedata.category(char) in _NOT_SHOWN else char for char in line)
    carets = max(1, _width(line[start : start + problem.mark.length]))
    number = f"{problem.mark.line:>4}"
    return [f"{number} | {line}".rstrip(), f"{' ' * len(number)} | {' ' * _width(line[:start])}{'^' * carets}"]


def block(problem: Problem, locale: str = LOCALE) -> str:
    """Return a problem as a person reads it: place, sentence, the line underlined, the mend."""
    weight = "" if problem.severity == "error" else f" ({strings(locale)(f'errors.{problem.severity}')})"
    mark = problem.mark
    lines = [f"{mark.file}:{mark.line}:{mark.column}  {problem.code}{weight}  {problem.message(locale)}"]
    if problem.excerpt.strip():
        lines += _underlined(problem)
    lines += [f"   {line}" for line in problem.mend(locale).splitlines()]
    return "\n".join(lines)


def report(problems: Iterable[Problem], locale: str = LOCALE) -> str:
    """Return all problems as text, with a closing line that counts them."""
    told = list(problems)
    t = strings(locale)
    errors, warnings = (sum(1 for each in told if each.severity == kind) for kind in ("error", "warning"))
    counts = t("errors.summary", errors=errors, warnings=warnings) if errors or warnings else t("errors.clean")
    return "\n\n".join([*(block(problem, locale) for problem in told), counts])


def as_dict(problem: Problem, locale: str = LOCALE) -> dict[str, Any]:
    """Return a problem as data, for editors and for CI."""
    return {
        "file": problem.mark.file,
        "line": problem.mark.line,
        "column": problem.mark.column,
        "length": problem.mark.length,
        "code": problem.code,
        "kind": problem.key,
        "severity": problem.severity,
        "field": problem.field,
        "message": problem.message(locale),
        "mend": problem.mend(locale),
        "excerpt": problem.excerpt,
    }


def report_json(problems: Iterable[Problem], locale: str = LOCALE) -> str:
    """Return all problems and their number as one JSON document."""
    told = [as_dict(problem, locale) for problem in problems]
    counts = {f"{kind}s": sum(1 for each in told if each["severity"] == kind) for kind in get_args(Severity)}
    return json.dumps(counts | {"problems": told}, ensure_ascii=False, indent=2)
