"""A statement that is true or false."""

from __future__ import annotations

from typing import Literal

from hub.model.base import Text
from hub.model.items.base import ItemBase, Option


class TrueFalse(ItemBase):
    """The stem is a statement; the learner says whether it is true."""

    kind: Literal["true_false"]
    answer: bool
    true_text: Text
    """The option that says the statement holds, e.g. "Đúng"."""
    false_text: Text
    true_rationale: Text
    false_rationale: Text

    def choices(self) -> list[Option]:
        return [
            Option(id="true", text=self.true_text, rationale=self.true_rationale, key=self.answer),
            Option(id="false", text=self.false_text, rationale=self.false_rationale, key=not self.answer),
        ]
