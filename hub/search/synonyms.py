"""`search/synonyms.yml`: what people say, and what the hub's pages say for it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import yaml

from hub.search.fold import normalise


class Synonym(NamedTuple):
    """Everyday words that stand for words of the hub."""

    say: list[str]
    means: list[str]


class SynonymError(ValueError):
    """An entry of the file is not of the form `{id, say: [...], means: [...]}`."""


def read(folder: Path, locale: str) -> list[Synonym]:
    """Read `synonyms.<locale>.yml`, or `synonyms.yml` where a locale has none of its own.

    Raises:
        SynonymError: an entry has another form.
    """
    for path in (folder / f"synonyms.{locale}.yml", folder / "synonyms.yml"):
        if path.exists():
            return _entries(path)
    return []


def _entries(path: Path) -> list[Synonym]:
    entries = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) or []
    if not isinstance(entries, list):
        raise SynonymError(f"{path}: expected a list of entries")
    return [_entry(path, number, entry) for number, entry in enumerate(entries, start=1)]


def _entry(path: Path, number: int, entry: object) -> Synonym:
    if not isinstance(entry, dict):
        raise SynonymError(f"{path}: entry {number} is not a mapping")
    phrases = {}
    for key in ("say", "means"):
        value = entry.get(key)
        if not isinstance(value, list) or not value or not all(isinstance(text, str) and text for text in value):
            raise SynonymError(f"{path}: entry {number} ({entry.get('id', '?')}) needs a list of words under `{key}`")
        phrases[key] = [normalise(text) for text in value]
    return Synonym(phrases["say"], phrases["means"])
