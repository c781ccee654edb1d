"""One right option among several."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from hub.model.items.base import ItemBase, Option


class SingleChoice(ItemBase):
    """Exactly one option is right."""

    kind: Literal["single_choice"]
    options: list[Option] = Field(min_length=2, max_length=6)

    def choices(self) -> list[Option]:
        return self.options
