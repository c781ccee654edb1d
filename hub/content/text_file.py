"""Bytes of a content file -> text, or why it cannot be read."""

from __future__ import annotations

import stat
from pathlib import Path

from hub.content.marks import Mark, SourceText, normalise
from hub.content.problems import Problem

MAX_BYTES = 1024 * 1024
_ALLOWED_CONTROLS = "\t\n"
_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}
_LINE_BREAKS = {0x0B, 0x0C, 0x85, 0x2028, 0x2029}
_INVISIBLE = {0xFFFE, 0xFFFF, 0xFEFF, 0x200B, 0x2060, 0xAD}
_SHOWN = 20


def read_text(root: Path, file: str) -> tuple[SourceText, list[Problem]]:
    """Read one file under `root` as text; with problems, the text is what could be shown of it."""
    path = root / file
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return SourceText(file, ""), [Problem(Mark(file), "K001", "outside")]
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return SourceText(file, ""), [Problem(Mark(file), "K001", "not_a_file")]
        if status.st_size > MAX_BYTES:
            return SourceText(file, ""), [
                Problem(Mark(file), "K002", "too_big", {"size": status.st_size, "limit": MAX_BYTES})
            ]
        return decode(file, path.read_bytes())
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return SourceText(file, ""), [Problem(Mark(file), "K001", "unreadable", {"reason": reason})]


def decode(file: str, raw: bytes) -> tuple[SourceText, list[Problem]]:
    """Turn bytes into text: UTF-8, no characters that are invisible or turn the line around."""
    if len(raw) > MAX_BYTES:
        return SourceText(file, ""), [Problem(Mark(file), "K002", "too_big", {"size": len(raw), "limit": MAX_BYTES})]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(file, raw, error)
    source = SourceText(file, normalise(text))
    return source, _odd_characters(source)


def _not_utf8(file: str, raw: bytes, error: UnicodeDecodeError) -> tuple[SourceText, list[Problem]]:
    """Tell where the first wrong byte stands; a file saved as "Unicode" by Notepad is named as such."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or raw[:4] == b"\0\0\xfe\xff":
        return SourceText(file, ""), [Problem(Mark(file), "K003", "utf16")]
    before = normalise(raw[: error.start].decode("utf-8"))
    shown = SourceText(file, normalise(raw.decode("utf-8", errors="replace")))
    line = before.count("\n") + 1
    column = len(before.rpartition("\n")[2]) + 1
    return shown, [Problem(Mark(file, line, column), "K003", "not_utf8", {"byte": f"0x{raw[error.start]:02X}"})]


def _odd_characters(source: SourceText) -> list[Problem]:
    problems: list[Problem] = []
    for number, line in enumerate(source.lines, start=1):
        if line.isprintable() or len(problems) >= _SHOWN:
            continue
        for column, char in enumerate(line, start=1):
            if key := odd(char):
                code = f"U+{ord(char):04X}"
                problems.append(Problem(Mark(source.file, number, column), "K004", key, {"character": code}))
    return problems[:_SHOWN]


def odd(char: str) -> str | None:
    """Return the sentence for a character that content must not hold."""
    point = ord(char)
    if point in _BIDI:
        return "bidi_character"
    if point in _LINE_BREAKS:
        return "line_break_character"
    control = (point < 0x20 and char not in _ALLOWED_CONTROLS) or 0x7F <= point < 0xA0
    private = 0xE000 <= point <= 0xF8FF or point >= 0xF0000
    return "control_character" if control or private or point in _INVISIBLE else None
