"""The parts every model is made of: strictness, identifiers, text in several languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

DEFAULT = ""
"""Key of the language in which a content file is written first."""


class Model(BaseModel):
    """A frozen value read from a content file; a key it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Text:
    """One piece of prose: written in the hub's first language, perhaps translated into others.

    In a content file it is a plain string. The loader merges `NAME.<locale>.yml` into `NAME.yml`
    and hands over a mapping such as `{"": "Mục tiêu", "en": "Objective"}`.
    """

    __slots__ = ("_by_locale",)

    def __init__(self, by_locale: Mapping[str, str] | str) -> None:
        self._by_locale = {DEFAULT: by_locale} if isinstance(by_locale, str) else dict(by_locale)

    def __str__(self) -> str:
        return self._by_locale[DEFAULT]

    def __repr__(self) -> str:
        return f"Text({self._by_locale!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self._by_locale == other._by_locale

    def __hash__(self) -> int:
        return hash(tuple(sorted(self._by_locale.items())))

    def to(self, locale: str) -> str:
        """Return the text in `locale`, or in the first language where there is no translation."""
        return self._by_locale.get(locale, self._by_locale[DEFAULT])

    def has(self, locale: str) -> bool:
        """Say whether a translation into `locale` was written."""
        return locale in self._by_locale

    @classmethod
    def _validate(cls, value: Any) -> Text:
        if isinstance(value, Text):
            return value
        if isinstance(value, str):
            value = {DEFAULT: value}
        well_formed = isinstance(value, Mapping) and all(isinstance(v, str) for v in value.values())
        if not well_formed or DEFAULT not in value:
            raise PydanticCustomError("text_type", "expected text")
        cleaned = {locale: text.strip() for locale, text in value.items()}
        if not all(cleaned.values()):
            raise PydanticCustomError("text_empty", "text must not be empty")
        return cls(cleaned)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "minLength": 1}


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""An identifier that is also part of an address: lower-case ASCII words joined by hyphens."""

ClauseId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*(\.[A-Za-z0-9]+)*$", max_length=40)]
"""Place in a plan, such as `II.3.b`; its address is the same in lower case with hyphens."""

IsoDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""A year, a month or a day: `2026`, `2026-07`, `2026-07-01`."""


def anchor(clause: str) -> str:
    """Return the address fragment of a clause id: `II.3.b` -> `ii-3-b`."""
    return clause.lower().replace(".", "-")
