"""The rule to add up on paper, in words."""

from __future__ import annotations

from dataclasses import dataclass

from hub.locales import Strings
from hub.model.assessment import Rules
from hub.model.paper_rule import Line, paper_rule


@dataclass(frozen=True)
class RuleWords:
    """What paper says of adding up; a person who follows it comes to what `assess` says."""

    how: str
    """What A is, and B where it is needed."""
    blanks: str
    read: str
    """How to read the lines; empty where the only line says that nothing can be said."""
    lines: tuple[str, ...]
    gaps: tuple[str, ...]
    """What is not looked at because nobody knows the rule."""
    verdicts: tuple[str, ...]
    """Boxes for the result."""


def rule_words(t: Strings, rules: Rules) -> RuleWords:
    """Return the words for a set's rules."""
    lines = paper_rule(rules)
    both = any(line.kind == "out-of-reach" for line in lines)
    nothing = lines[-1].verdict == "unknown"
    unknown = [key for key, rule in (("mark", rules.pass_mark), ("floor", rules.floor)) if rule is None]
    return RuleWords(
        how=f"{t('forms.sum_a')} {t('forms.sum_b')}" if both else t("forms.sum_a"),
        blanks=t("forms.sum_blanks") if both else t("forms.sum_blank_a"),
        read="" if nothing else t("forms.sum_read"),
        lines=tuple(_words(t, line) for line in lines),
        gaps=() if nothing else tuple(t(f"forms.unknown_{key}") for key in unknown),
        verdicts=() if nothing else tuple(t(f"forms.{key}") for key in ("may", "not", "open")),
    )


def _words(t: Strings, line: Line) -> str:
    key = f"line_{line.kind.replace('-', '_')}{'_maxima' if line.needs_maxima else ''}"
    return t(f"forms.{key}", mark=line.mark)
