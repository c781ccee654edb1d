"""What stops a document, said to whoever edits the content."""

from __future__ import annotations

from hub.locales import strings


class DocumentError(Exception):
    """A document cannot be made; the message says what is missing and how to mend it."""

    def __init__(self, key: str, **values: object) -> None:
        """Take the sentence `documents.<key>` and what fills its places."""
        super().__init__(strings("vi")(f"documents.{key}", **values))
        self._said = key, values

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes as key and values."""
        key, values = self._said
        return _again, (key, {name: str(value) for name, value in values.items()})


def _again(key: str, values: dict[str, str]) -> DocumentError:
    return DocumentError(key, **values)
