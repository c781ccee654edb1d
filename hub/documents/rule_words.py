"""The rule to add up on paper, in words."""

from __future__ import annotations

from hub.locales import Strings
from hub.model.assessment import Rules
from hub.model.paper_rule import paper_rule


def rule_lines(t: Strings, rules: Rules) -> list[str]:
    """Return the lines to read from the top; they lead where `assess` leads."""
    lines = []
    for line in paper_rule(rules):
        key = f"line_{line.kind.replace('-', '_')}{'_maxima' if line.needs_maxima else ''}"
        lines.append(t(f"forms.{key}", mark=line.mark))
    return lines
