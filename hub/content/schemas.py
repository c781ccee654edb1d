"""JSON Schemas of the content files, so that an editor completes and checks while one types.

`# yaml-language-server: $schema=../schemas/quiz.json` at the top of a file names its schema;
a translation names `quiz.texts.json`, which holds the texts only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter

from hub.content.locate import is_model, members
from hub.locales import MissingStringError, strings
from hub.model.base import Text
from hub.model.criteria import CriteriaSet
from hub.model.glossary import Term
from hub.model.guide import GroupGuide
from hub.model.module import Activity, CardSet, Handout, Slide, TrainingModule
from hub.model.plan import Correction, Plan
from hub.model.prose import ProseMeta
from hub.model.quiz import Quiz
from hub.model.settings import Settings
from hub.model.source import Source
from hub.model.synonym import Synonym

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]


@dataclass(frozen=True)
class FileKind:
    """One kind of file: its model, whether it is a list, and which fields other files or the file's name give."""

    name: str
    model: type[BaseModel]
    many: bool = False
    elsewhere: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()


KINDS: tuple[FileKind, ...] = (
    FileKind("hub", Settings),
    FileKind("sources", Source, many=True),
    FileKind("glossary", Term, many=True),
    FileKind("plan", Plan, elsewhere=("corrections", "clauses"), optional=("source",)),
    FileKind("corrections", Correction, many=True),
    FileKind("criteria", CriteriaSet, optional=("id",)),
    FileKind("guide", GroupGuide, optional=("id",)),
    FileKind("module", TrainingModule, elsewhere=("activities", "cards", "handouts", "slides"), optional=("id",)),
    FileKind("activities", Activity, many=True),
    FileKind("cards", CardSet, many=True),
    FileKind("handouts", Handout, many=True),
    FileKind("slides", Slide, many=True),
    FileKind("quiz", Quiz, optional=("id",)),
    FileKind("prose", ProseMeta),
    FileKind("synonyms", Synonym, many=True),
)


def file_schemas(locale: str = "vi") -> dict[str, Schema]:
    """Return every schema by file name."""
    found: dict[str, Schema] = {}
    for kind in KINDS:
        head = {"$schema": DIALECT, "title": _say(locale, f"file_{kind.name}")}
        found[f"{kind.name}.json"] = head | _whole(kind, locale)
        found[f"{kind.name}.texts.json"] = head | _texts(kind, locale)
    return found


def _say(locale: str, key: str) -> str:
    try:
        return strings(locale)(f"schema.{key}")
    except MissingStringError:
        return ""


def _whole(kind: FileKind, locale: str) -> Schema:
    """Return the schema of a base file: pydantic's, less what stands elsewhere, with words for the editor."""
    annotation: Any = list[kind.model] if kind.many else kind.model  # type: ignore[name-defined]
    schema = TypeAdapter(annotation).json_schema()
    for part in _objects(schema):
        properties: Schema = part["properties"]
        name = part.pop("title", "")
        part.pop("description", None)
        top = name == kind.model.__name__
        for field in [each for each in properties if each in kind.elsewhere and (top or each == "clauses")]:
            del properties[field]
        wanted = [each for each in part.get("required", ()) if each in properties]
        part["required"] = [each for each in wanted if not (top and each in kind.optional)]
        for field, about in properties.items():
            _describe(about, name, field, locale)
    return _without_unused(dict(schema))


def _without_unused(schema: Schema) -> Schema:
    """Leave out definitions that nothing refers to any more."""
    definitions: Schema = schema.get("$defs", {})
    while unused := [name for name in definitions if f'"#/$defs/{name}"' not in json.dumps(schema)]:
        for name in unused:
            del definitions[name]
    return schema


def _objects(schema: Any) -> Iterator[Schema]:
    """Yield every object with properties in a schema."""
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            yield schema
        for value in list(schema.values()):
            yield from _objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _objects(value)


def _describe(about: Schema, model: str, field: str, locale: str) -> None:
    """Put our words to a field, and let text be anything that reads as text."""
    about.pop("title", None)
    words = _say(locale, f"{model}_{field}") or _say(locale, field)
    if words:
        about["description"] = words
    for part in (about, about.get("items"), *about.get("anyOf", ())):
        if isinstance(part, dict) and part.get("type") == "string" and "enum" not in part and "const" not in part:
            part["type"] = ["string", "number"]


def _texts(kind: FileKind, locale: str) -> Schema:
    """Return the schema of a translation: ids and texts, nothing required."""
    inside = _texts_of((kind.model,), kind.elsewhere, locale)
    if not kind.many:
        inside["properties"]["translated_from"] = {"type": "string", "description": _say(locale, "translated_from")}
        return inside
    return {"type": "array", "items": inside}


def _texts_of(models: tuple[type[BaseModel], ...], elsewhere: tuple[str, ...], locale: str) -> Schema:
    properties: Schema = {}
    ids = False
    for model in models:
        model.model_rebuild()  # a field may name a model that stands further down in its file
        for name, field in model.model_fields.items():
            inside = _text_field(field.annotation, elsewhere, locale) if name not in elsewhere else None
            ids = ids or name == "id"
            if inside:
                properties[name] = inside
                _describe(inside, model.__name__, name, locale)
    if ids:
        properties = {"id": {"type": "string", "description": _say(locale, "id")}} | properties
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _text_field(annotation: Any, elsewhere: tuple[str, ...], locale: str) -> Schema | None:
    """Return what a translation may hold in a field: nothing where it has no text."""
    found = list(members(annotation))
    if Text in found:
        return {"type": ["string", "number", "null"]}
    lists = [each for each in found if get_origin(each) is list]
    if lists:
        inside = _text_field(get_args(lists[0])[0], elsewhere, locale)
        return {"type": "array", "items": inside} if inside else None
    inner = tuple(each for each in found if is_model(each))
    if not inner:
        return None
    schema = _texts_of(inner, elsewhere, locale)
    return schema if set(schema["properties"]) - {"id"} else None
