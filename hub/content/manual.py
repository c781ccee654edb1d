"""The editors' manual of error codes: one heading a code, the rules' manuals being their docstrings."""

from __future__ import annotations

import re
from pathlib import Path

from hub.content.rules import RULES
from hub.locales import strings

FILE = Path("docs/bien-tap/loi.md")
SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("files", ("K000", "K001", "K002", "K003", "K004", "K005", "K006", "K007", "K008", "K009", "K010")),
    ("shape", ("K011", "K012", "K013", "K014", "K015", "K016")),
    ("translations", ("K021", "K022", "K023", "K024")),
    ("plan", ("K030", "K031", "K032")),
)
"""Codes that the reading of files gives."""


def render() -> str:
    """Return the page `docs/bien-tap/loi.md`."""
    t = strings("vi")
    lines = ["---", f"title: {t('error_manual.title')}", f'description: "{t("error_manual.description")}"']
    lines += ["listed: false", "---", f"# {t('error_manual.title')}", "", t("error_manual.intro").strip(), ""]
    for section, codes in SECTIONS:
        lines += [f"## {t(f'error_manual.{section}')}", ""]
        for code in codes:
            lines += _entry(code, t(f"error_manual.{code}"))
    lines += [f"## {t('error_manual.rules')}", ""]
    for rule in RULES:
        lines += _entry(rule.code, rule.manual)
    return "\n".join(lines).rstrip() + "\n"


def _entry(code: str, manual: str) -> list[str]:
    """Return the lines about one code: its title is the first line of its manual."""
    title, *paragraphs = re.split(r"\n\s*\n", manual.strip())
    lines = [f"### {code}. {_one_line(title).removesuffix('.')} {{#{code.lower()}}}", ""]
    for paragraph in paragraphs:
        items = re.split(r"\n(?=- )", paragraph)
        lines += [_one_line(item) for item in items]
        lines.append("")
    return lines


def _one_line(text: str) -> str:
    return " ".join(text.split())
