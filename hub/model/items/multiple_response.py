"""Several right options."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from hub.model.items.base import ItemBase, Option


class MultipleResponse(ItemBase):
    """Any number of options may be right; every right one should be chosen."""

    kind: Literal["multiple_response"]
    options: list[Option] = Field(min_length=3, max_length=10)

    def choices(self) -> list[Option]:
        return self.options
