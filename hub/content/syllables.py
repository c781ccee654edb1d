"""The syllables Vietnamese has, from Debian's `hunspell-vi`, however the tone mark is placed.

Source: /usr/share/hunspell/vi_VN.dic of the package hunspell-vi.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

LIST = Path("/usr/share/hunspell/vi_VN.dic")
WORDS = Path(__file__).parent / "words.txt"
_TONES = {"\u0300": "1", "\u0301": "2", "\u0303": "3", "\u0309": "4", "\u0323": "5"}
_SWAPPED = re.compile(r"^(h|k|l|m|s|t|v|qu)([iy])(?=[0-9]?$)")
_DOUBLED = re.compile(r"([bcdghklmnpqrstvx])\1", re.IGNORECASE)
_TOKEN = re.compile(r"\w+", re.UNICODE)
_RUN = 3
_STRANGE = 2
_NOT_PROSE = re.compile(
    r"\]\([^)\s]{0,300}|<[^<>]{0,200}>|&#?\w{1,31};|https?://\S+|www\.\S+|(?<!\S)\S{1,64}@\S{1,255}|`[^`]*`|\{[^{}]*\}|(?<![\w/-])/?[\w-]+(?:/[\w.-]+)+/?"
    r"|(?<![\w-])[\w-]+(?:\.[\w-]+)+\b|(?<![\w-])[a-z0-9]+(?:-[a-z0-9]+)+\b"
)


def key(word: str) -> str:
    """Return a syllable with its tone at the end: `hòa` and `hoà` are both `hoa1`."""
    letters, tone = [], ""
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in _TONES:
            tone += _TONES[char]
        else:
            letters.append(char)
    return unicodedata.normalize("NFC", "".join(letters)) + tone


class Syllables:
    """A list of syllables and allowed words."""

    def __init__(self, known: frozenset[str], allowed: frozenset[str] = frozenset()) -> None:
        self._known = known
        self._allowed = allowed
        self._has: dict[str, bool] = {}

    @classmethod
    def load(cls, own_words: str = "") -> Syllables | None:
        """Return the list of this machine with the allow-lists, or nothing where hunspell-vi is not installed."""
        return _loaded(LIST, own_words)

    def has(self, word: str) -> bool:
        """Say whether a word is a syllable of Vietnamese or allowed."""
        if word not in self._has:
            self._has[word] = self._look_up(word)
        return self._has[word]

    def _look_up(self, word: str) -> bool:
        spelled = key(word)
        # i and y stand for each other at the end of these: kĩ/kỹ, lí/lý, quí/quý.
        swapped = _SWAPPED.sub(lambda found: found[1] + ("y" if found[2] == "i" else "i"), spelled)
        return spelled in self._known or swapped in self._known or word.lower() in self._allowed

    def wrong_word(self, word: str) -> bool:
        """Say whether a word is mistyped: no syllable, no allowed word, and nothing that looks like a name."""
        if self.has(word):
            return False
        return not _is_name_or_abbreviation(word) or (word.isascii() and self._slip(word))

    def _slip(self, word: str) -> bool:
        """Say whether a capitalised word is a syllable with a letter struck twice, or with a tone left as `j`."""
        once = _DOUBLED.sub(r"\1", word)
        telex = word.endswith("j") and word[0].isupper() and key(word[:-1]) + "5" in self._known
        return telex or (not word.isupper() and once != word and self.has(once))

    def wrong(self, text: str) -> tuple[tuple[int, str], ...]:
        """Return the words of a text that are no syllables, with their offsets."""
        return _wrong(self, text)

    @staticmethod
    def words(text: str) -> Iterator[tuple[int, str]]:
        """Yield the words of a text that should be Vietnamese syllables, with their offsets."""
        prose = _NOT_PROSE.sub(lambda found: _blank_unless_prose(found[0]), text)
        for match in _TOKEN.finditer(prose):
            word = match[0]
            if len(word) > 1 and word.isalpha():
                yield match.start(), word


def _blank_unless_prose(text: str) -> str:
    """Keep `và/hoặc` and words joined by a full stop without a space; blank addresses, paths and file names."""
    joined = re.fullmatch(r"[^\W\d_]+([/.][^\W\d_]+)+", text)
    return text if joined and not text.isascii() else " " * len(text)


def _is_name_or_abbreviation(word: str) -> bool:
    """Say whether a word may be no syllable at all: UBND, VNeID, Google."""
    toned = any(char in _TONES for char in unicodedata.normalize("NFD", word))
    if word.isupper():
        return not toned
    return word[1:] != word[1:].lower() or (word[0].isupper() and word.isascii())


def read_words(text: str) -> frozenset[str]:
    """Return the words of an allow-list: one a line, `#` starts a comment."""
    lines = (line.partition("#")[0].strip().lower() for line in text.splitlines())
    return frozenset(unicodedata.normalize("NFC", part) for line in lines for part in line.split())


@lru_cache(maxsize=200_000)
def _wrong(syllables: Syllables, text: str) -> tuple[tuple[int, str], ...]:
    """Remembered, because most texts are the same at the next reading."""
    foreign = _foreign(syllables, text)
    return tuple(each for each in Syllables.words(text) if each[0] not in foreign and syllables.wrong_word(each[1]))


def _foreign(syllables: Syllables, text: str) -> set[int]:
    """Return the offsets of words in runs of another language, such as the English title of a source.

    A run is at least three words without a mark, half of them no syllables of Vietnamese.
    """
    found: set[int] = set()
    run: list[tuple[int, bool]] = []
    for match in [*_TOKEN.finditer(text), None]:
        if match and (match[0].isascii() or match[0].isdigit()):
            if match[0].isalpha():
                run.append((match.start(), not syllables.has(match[0])))
            continue
        strange = sum(1 for _, unknown in run if unknown)
        if len(run) >= _RUN and strange >= _STRANGE and strange * 2 >= len(run):
            found |= {offset for offset, _ in run}
        run = []
    return found


@lru_cache(maxsize=8)
def _loaded(path: Path, own_words: str) -> Syllables | None:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    known = frozenset(key(line.partition("/")[0].strip()) for line in lines[1:] if line.strip())
    return Syllables(known, read_words(WORDS.read_text(encoding="utf-8")) | read_words(own_words))
