"""Every sentence the code itself can say, by locale, and how numbers and dates are written.

`hub/locales/<locale>/<area>.yml` holds the sentences of one area; `t("quiz.check")` is the
key `check` of the area `quiz`. A sentence may hold `{name}` places.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's, where PyYAML has it: a tenth of the time."""


class MissingStringError(KeyError):
    """A sentence was asked for that no locale has."""


class Strings:
    """The sentences and formats of one locale; an area is read when something of it is asked for."""

    def __init__(self, locale: str, default: str) -> None:
        self.locale = locale
        self._default = default
        self._areas: dict[str, dict[str, str]] = {}

    def __call__(self, key: str, **values: object) -> str:
        """Return a sentence with its places filled.

        Raises:
            MissingStringError: neither this locale nor the default one has the key.
        """
        area, _, name = key.partition(".")
        try:
            sentence = self.area(area)[name]
        except KeyError:
            raise MissingStringError(f"{key} ({self.locale})") from None
        return sentence.format(**values) if values else sentence

    def area(self, name: str) -> dict[str, str]:
        """Return all sentences of one area by short key, for handing to a script."""
        found = self._areas.get(name)
        if found is None:
            found = self._areas[name] = _read(self._default, name) | _read(self.locale, name)
        return found

    def number(self, value: float, digits: int = 1) -> str:
        """Write a number: `1431` is "1.431" and `12.5` is "12,5" in Vietnamese."""
        text = f"{value:,.{digits}f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
        return text.translate(str.maketrans(",.", ".,")) if self("format.decimal") == "," else text

    def date(self, iso: str) -> str:
        """Write a date of the form YYYY, YYYY-MM or YYYY-MM-DD."""
        parts = iso.split("-")
        names = ("year", "month", "day")[: len(parts)]
        pattern = self(f"format.{names[-1]}")
        month = self(f"format.month_{int(parts[1])}") if len(parts) > 1 and "{month_name}" in pattern else ""
        values = {name: part if name == "year" else int(part) for name, part in zip(names, parts, strict=True)}
        return pattern.format(**values, month_name=month)


def available() -> list[str]:
    """Return the locales that have sentences, sorted."""
    return sorted(folder.name for folder in HERE.iterdir() if folder.is_dir() and any(folder.glob("*.yml")))


@cache
def _read(locale: str, area: str) -> dict[str, str]:
    path = HERE / locale / f"{area}.yml"
    if not path.is_file():
        return {}
    data = yaml.load(path.read_text(encoding="utf-8"), _LOADER) or {}
    return {key: str(value) for key, value in data.items()}


@cache
def strings(locale: str, default: str = "vi") -> Strings:
    """Return the sentences of `locale`; what it lacks comes from `default`."""
    return Strings(locale, default)
