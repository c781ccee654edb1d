"""What a rule is: a code, a manual, and a function that looks at the content and tells what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from hub.content.content import Content
from hub.content.marks import Mark
from hub.content.naming import dotted
from hub.content.nodes import Path
from hub.content.problems import Problem, Severity

MOST_FINDINGS = 300
"""Nobody mends more in one go, and a rule must end soon on any content."""


@dataclass(frozen=True)
class Finding:
    """One thing a rule found: its place, and the sentence of `errors.yml` about it."""

    mark: Mark
    key: str
    values: dict[str, object] = field(default_factory=dict)
    field: str = ""
    severity: Severity | None = None


Findings = Iterator[Finding]


@dataclass(frozen=True)
class Rule:
    """One rule. `manual` is the docstring of its module: what editors read about the code."""

    code: str
    name: str
    manual: str
    check: Callable[[Content], Iterable[Finding]]
    severity: Severity = "error"

    def problems(self, content: Content) -> Iterator[Problem]:
        """Yield what the rule finds."""
        for one in islice(self.check(content), MOST_FINDINGS):
            severity = one.severity or self.severity
            yield Problem(one.mark, self.code, one.key, one.values, severity, one.field)


def found(mark: Mark, key: str, path: Path = (), *, severity: Severity | None = None, **values: object) -> Finding:
    """Return a finding; `path` is the field it is about."""
    return Finding(mark, key, values, dotted(path), severity)
