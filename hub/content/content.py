"""What was read of a content folder, for the rules to judge: models, their places, the files behind them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any

from pydantic import BaseModel

from hub.content.layout import ContentFile
from hub.content.markdown_file import Doc
from hub.content.marks import Mark, SourceText
from hub.content.nodes import Mapping, Node, Path, Scalar, Sequence, find, key_mark, nearest, walk
from hub.model.base import DEFAULT, Text
from hub.model.criteria import CriteriaSet
from hub.model.glossary import Term
from hub.model.guide import GroupGuide
from hub.model.hub import Hub
from hub.model.module import TrainingModule
from hub.model.plan import Plan
from hub.model.prose import ProseMeta
from hub.model.quiz import Quiz
from hub.model.settings import Settings
from hub.model.source import Source


@dataclass
class Content:
    """Everything that could be read. Where a file is broken, the part it would have given is missing."""

    root: FilePath
    settings: Settings | None = None
    sources: dict[str, Source] = field(default_factory=dict)
    plan: Plan | None = None
    criteria: dict[str, CriteriaSet] = field(default_factory=dict)
    guides: dict[str, GroupGuide] = field(default_factory=dict)
    modules: dict[str, TrainingModule] = field(default_factory=dict)
    quizzes: dict[str, Quiz] = field(default_factory=dict)
    glossary: dict[str, Term] = field(default_factory=dict)
    tree: Mapping = field(default_factory=lambda: Mapping(Mark("hub.yml")))
    """The places of all models, by the same paths: `quizzes`, id, `items`, 0, `stem`."""
    files: dict[str, ContentFile | None] = field(default_factory=dict)
    """Every file found, and what it is; nothing: it has no place there."""
    texts: dict[str, SourceText] = field(default_factory=dict)
    yaml: dict[str, Node] = field(default_factory=dict)
    """The tree of each YAML file as written, by path."""
    docs: dict[str, Doc] = field(default_factory=dict)
    """Each prose page, by path of its file."""
    meta: dict[str, ProseMeta] = field(default_factory=dict)
    """The front matter of each prose page, by path of its file."""
    known: dict[str, set[str]] = field(default_factory=dict)
    """All ids of a kind, those of entries that are wrong in another way included."""
    unreadable: set[str] = field(default_factory=set)
    """Kinds of which a file could not be read, so that nobody can say which ids exist."""
    site_paths: Collection[str] | None = None
    """Pages and anchors of the site, where the caller knows them."""

    def hub(self) -> Hub:
        """Return the hub; only to be called when nothing is wrong."""
        if self.settings is None:
            raise ValueError("a hub needs its settings")
        return Hub(
            settings=self.settings,
            sources=self.sources,
            plan=self.plan,
            criteria=self.criteria,
            guides=self.guides,
            modules=self.modules,
            quizzes=self.quizzes,
            glossary=self.glossary,
        )

    @property
    def locales(self) -> list[str]:
        """The locales beside the first one."""
        codes = dict.fromkeys(locale.code for locale in self.settings.locales) if self.settings else {}
        return list(codes)[1:]

    def exists(self, kind: str, name: str) -> bool:
        """Say whether an id is known, or cannot be known because a file is unreadable."""
        return kind in self.unreadable or name in self.known.get(kind, ())

    def whole(self, *path: str | int) -> bool:
        """Say whether nothing was taken out under a path for being wrong; sums and counts need that."""
        node = find(self.tree, path)
        return node is not None and not any(isinstance(each, Sequence) and each.lost for _, each in walk(node))

    def mark(self, *path: str | int, locale: str = DEFAULT) -> Mark:
        """Return the place of a value, or of the nearest thing around it."""
        node = nearest(self.tree, path)
        if isinstance(node, Scalar):
            return node.translations.get(locale, node).mark
        return node.mark

    def key_mark(self, *path: str | int) -> Mark:
        """Return the place of a key."""
        return key_mark(self.tree, path)

    def scalar(self, path: Path, locale: str = DEFAULT) -> Scalar | None:
        """Return a value as it was written."""
        node = find(self.tree, path)
        return node.translations.get(locale, node) if isinstance(node, Scalar) else None

    def models(self) -> Iterator[tuple[Path, BaseModel]]:
        """Yield every unit that was read, with its path."""
        if self.settings:
            yield ("settings",), self.settings
        for kind in ("sources", "criteria", "guides", "modules", "quizzes", "glossary"):
            for name, model in getattr(self, kind).items():
                yield (kind, name), model
        if self.plan:
            yield ("plan",), self.plan
        for name, meta in self.meta.items():
            yield ("docs", name), meta

    @cached_property
    def every_model(self) -> list[tuple[Path, BaseModel]]:
        """Every model inside every unit, with its path, parents first; for rules, when all is read."""
        return [each for path, model in self.models() for each in _walk_models(model, path)]

    @cached_property
    def every_text(self) -> list[tuple[Path, Text]]:
        """Every translatable text of the hub with its path; for rules, when all is read."""
        return [
            ((*path, name, *rest), text)
            for path, model in self.every_model
            for name in type(model).model_fields
            for rest, text in _texts_in(getattr(model, name))
        ]


def _walk_models(value: Any, path: Path) -> Iterator[tuple[Path, BaseModel]]:
    if isinstance(value, BaseModel):
        yield path, value
        for name in type(value).model_fields:
            yield from _walk_models(getattr(value, name), (*path, name))
    elif isinstance(value, list | tuple):
        for index, each in enumerate(value):
            yield from _walk_models(each, (*path, index))


def _texts_in(value: Any, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """Yield the texts of a field, those of models inside it left out."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, list | tuple):
        for index, each in enumerate(value):
            yield from _texts_in(each, (*path, index))
