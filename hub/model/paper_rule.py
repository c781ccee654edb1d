"""The rule to add up on paper: lines to read from the top; the first that is true is the result.

Whoever follows the lines comes to the verdict of `assess`. The sentences are the renderers'.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from hub.model.assessment import Rules, Verdict

Kind = Literal["below-floor", "out-of-reach", "blank", "blank-and-short", "rest", "nothing"]


@dataclass(frozen=True)
class Line:
    """One line of the rule: when it is true, and the result then."""

    kind: Kind
    verdict: Verdict
    mark: int | None = None
    """The figure the line compares with."""
    needs_maxima: bool = False
    """Only to be read where every blank row has a maximum."""


def paper_rule(rules: Rules) -> tuple[Line, ...]:
    """Return the lines for a set's rules; a rule nobody knows has no line."""
    lines: list[Line] = []
    open_end = any(most is None for most in rules.maxima.values())
    if rules.floor is not None:
        lines.append(Line("below-floor", "not", rules.floor))
    if rules.pass_mark is not None:
        lines.append(Line("out-of-reach", "not", rules.pass_mark, needs_maxima=open_end))
    if rules.floor is not None:
        lines.append(Line("blank", "open"))
    elif rules.pass_mark is not None:
        lines.append(Line("blank-and-short", "open", rules.pass_mark))
    lines.append(Line("rest", "may") if lines else Line("nothing", "unknown"))
    return tuple(lines)


def follow(lines: Sequence[Line], rules: Rules, points: Mapping[str, int | None]) -> Verdict:
    """Return the result a person comes to with pencil and paper: A is the sum, B the maxima of the blank rows."""
    given = [value for value in points.values() if value is not None]
    blank = [name for name in rules.maxima if points.get(name) is None]
    room = [rules.maxima[name] for name in blank]
    total = sum(given)
    reach = None if None in room else total + sum(most or 0 for most in room)
    for line in lines:
        mark = line.mark or 0
        true = {
            "below-floor": any(value < mark for value in given),
            "out-of-reach": reach is not None and reach < mark,
            "blank": bool(blank),
            "blank-and-short": bool(blank) and total < mark,
            "rest": True,
            "nothing": True,
        }[line.kind]
        if true:
            return line.verdict
    raise ValueError("the lines have no end")
