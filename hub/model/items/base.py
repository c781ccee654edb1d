"""What every quiz item has."""

from __future__ import annotations

from abc import abstractmethod
from typing import Literal

from pydantic import Field

from hub.model.base import Model, Slug, Text
from hub.model.source import Citation


class Option(Model):
    """One answer to choose, with the reason why it is right or wrong."""

    id: Slug
    text: Text
    rationale: Text
    key: bool = False


class ItemBase(Model):
    """Fields that all kinds share."""

    id: Slug
    objective: Slug
    asks: Literal["use", "recall"]
    """`use`: a decision in a situation; `recall`: a fact."""
    stem: Text
    sources: list[Citation] = Field(min_length=1)

    @abstractmethod
    def choices(self) -> list[Option]:
        """Return the options as shown, right ones marked by `key`."""

    def key(self) -> frozenset[str]:
        """Return the ids of the right options."""
        return frozenset(option.id for option in self.choices() if option.key)
