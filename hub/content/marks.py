"""Places in content files, and the text they point into."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

HASH_LENGTH = 12
_HASH_LINE = re.compile(r"^(?:#\s*|<!--\s*)?translated_from:\s*[\"']?([0-9A-Fa-f]+)", re.MULTILINE)
_HASH_LINES = 10


@dataclass(frozen=True, order=True)
class Mark:
    """A stretch of one line of a file; line and column count from 1, in characters."""

    file: str
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True)
class SourceText:
    """A file as text: without byte order mark, lines ended by LF, in NFC."""

    file: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines, without their ends."""
        return self.text.split("\n")

    @cached_property
    def hash(self) -> str:
        """What a translation notes down as `translated_from`; for a tidy file also what `sha256sum` prints."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:HASH_LENGTH]

    @cached_property
    def translated_from(self) -> tuple[str, Mark] | None:
        """The hash of the base file this one says it was translated from, and where it says so."""
        for number, line in enumerate(self.lines[:_HASH_LINES], start=1):
            if found := _HASH_LINE.match(line):
                return found[1].lower(), Mark(self.file, number, found.start(1) + 1, len(found[1]))
        return None

    def line(self, number: int) -> str:
        """Return one line by its number; a line past the end is empty."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def find(self, words: str, start: Mark, last: int, skip: int = 0) -> Mark | None:
        """Return the place of `words` from a mark on, up to the line `last`, `skip` earlier ones left out.

        Where the mark's own line is also the last one, only the stretch the mark covers is looked at.
        """
        for number in range(start.line, last + 1):
            line = self.line(number)
            begin = start.column - 1 if number == start.line else 0
            end = begin + start.length if start.line == last else len(line)
            at = line.find(words, begin, end)
            while at >= 0:
                if skip == 0:
                    return Mark(self.file, number, at + 1, max(1, len(words)))
                skip -= 1
                at = line.find(words, at + 1, end)
        return None


def normalise(text: str) -> str:
    """Return text with LF line ends, no byte order mark, in NFC."""
    return unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
