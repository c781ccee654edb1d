"""Noting in a translation which version of its base file it was made from."""

from __future__ import annotations

import re
from pathlib import Path

from hub.content.layout import classify, discover
from hub.content.text_file import read_text
from hub.content.translation import FIRST_KEY

_COMMENT = re.compile(rf"^# *{FIRST_KEY}:.*\n", re.MULTILINE)
_KEY = re.compile(rf"^{FIRST_KEY}:.*\n", re.MULTILINE)
_SCHEMA = re.compile(r"\A# yaml-language-server:.*\n")
_FRONT = re.compile(r"\A---\n")


def stamped(text: str, base_hash: str, *, markdown: bool) -> str:
    """Return a translation with the hash of its base file: a comment in YAML, a key of the front matter in Markdown."""
    line = f"{FIRST_KEY}: {base_hash}\n"
    if markdown:
        if not _FRONT.match(text):
            return f"---\n{line}---\n{text}"
        end = text.find("\n---", 3)
        head, rest = text[4 : end + 1], text[end + 1 :]
        return f"---\n{_KEY.sub(line, head) if _KEY.search(head) else head + line}{rest}"
    schema = _SCHEMA.match(text)
    first = schema[0] if schema else ""
    return f"{first}# {line}{_KEY.sub('', _COMMENT.sub('', text[len(first) :]))}"


def stamp(root: Path, only: set[str] | None = None) -> list[str]:
    """Note the present hash of the base file in the translations under `root`, or in those of `only`.

    Returns:
        the files that were changed.
    """
    changed: list[str] = []
    for name in discover(root)[0]:
        file = classify(name)
        if file is None or not file.locale or (only is not None and name not in only):
            continue
        base, wrong = read_text(root, file.base)
        text, more = read_text(root, name)
        noted = text.translated_from
        if wrong or more or (noted and noted[0] == base.hash):
            continue
        new = stamped(text.text, base.hash, markdown=name.endswith(".md"))
        (root / name).write_text(new, encoding="utf-8")
        changed.append(name)
    return changed
