"""The kinds of quiz item: an explicit union, told apart by `kind`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from hub.model.items.multiple_response import MultipleResponse
from hub.model.items.single_choice import SingleChoice
from hub.model.items.true_false import TrueFalse

Item = Annotated[SingleChoice | MultipleResponse | TrueFalse, Field(discriminator="kind")]

__all__ = ["Item", "MultipleResponse", "SingleChoice", "TrueFalse"]
