"""The options of an item with their places, whatever its kind. Shared by the rules on options."""

from __future__ import annotations

import unicodedata

from hub.content.nodes import Path
from hub.model.base import Text
from hub.model.items import Item, TrueFalse


def option_texts(path: Path, item: Item) -> list[tuple[Path, Text]]:
    """Return the texts a learner chooses from; `path` is the item's."""
    if isinstance(item, TrueFalse):
        return [((*path, "true_text"), item.true_text), ((*path, "false_text"), item.false_text)]
    return [((*path, "options", index, "text"), option.text) for index, option in enumerate(item.options)]


def plain(text: str) -> str:
    """Return a text in lower case, with single spaces, without closing marks."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split()).rstrip(" .;,!?…")
