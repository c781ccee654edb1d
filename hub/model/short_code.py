"""The short code of a self-score: twenty signs that can be read over the phone or sent as a message.

It holds a version, the criteria set, the group, the points of every indicator and a random number made
on the device (two people with equal points are two people), and two check signs that find any one or two
mistyped signs (a Reed-Solomon code over the field of 23 elements). It is a self-declaration, not a proof.
JavaScript passes the same vectors (`theme/js/short-code.js`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

ALPHABET = "34679ACDEFGHJKMNPRTVWXY"
"""23 signs, a prime; none of them looks like another: no 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U."""
SIGNS = 20
CHECKS = 2
GROUP = 4
VERSION = 1
_Q = len(ALPHABET)
_BODY = SIGNS - CHECKS - 1
_LIKE = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9]{4}(?:[-\u2010-\u2015.\s]{1,3}[A-Za-z0-9]{4}){4}(?![A-Za-z0-9])")


class CodeError(ValueError):
    """A code that cannot be read; `reason` is one of: length, sign, check, version, foreign, points."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Known:
    """A criteria set and group that codes may speak of, with the most points of each indicator."""

    criteria: str
    group: str
    maxima: tuple[int, ...]


@dataclass(frozen=True)
class Declaration:
    """What a code says: points by indicator in the set's order, none where there was no answer."""

    criteria: str
    group: str
    points: tuple[int | None, ...]
    random: int


def name_hash(name: str) -> int:
    """Return 0 to 255 for a name: FNV-1a of its UTF-8, folded. Names of one hub must not collide."""
    value = 0x811C9DC5
    for byte in name.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return (value ^ value >> 8 ^ value >> 16 ^ value >> 24) & 0xFF


def random_space(maxima: Sequence[int]) -> int:
    """Return how many random numbers fit beside the points, at most 2**40: browsers count exactly that far.

    Raises:
        ValueError: fewer than 65,536: this set has too many indicators for the code.
    """
    space = int(_Q**_BODY // (256 * 256 * prod(most + 2 for most in maxima)))
    if space < 1 << 16:
        raise ValueError("too many indicators or points for the short code")
    return min(space, 1 << 40)


def _checks(digits: Sequence[int]) -> list[int]:
    """Return two check digits so that the sums of all digits weighted by i and by i squared vanish."""
    length = len(digits) + CHECKS
    first = sum(position * digit for position, digit in enumerate(digits, 1)) % _Q
    second = sum(position * position * digit for position, digit in enumerate(digits, 1)) % _Q
    a, b = length - 1, length
    # a*x + b*y = -first and a*a*x + b*b*y = -second, modulo the prime
    y = (-second + a * first) * pow(b * b - a * b, -1, _Q) % _Q
    x = (-first - b * y) * pow(a, -1, _Q) % _Q
    return [x, y]


def encode(declaration: Declaration, known: Known) -> str:
    """Return the code in five groups of four.

    Raises:
        ValueError: points outside 0 to the maximum, another number of points, or a random number too large.
    """
    space = random_space(known.maxima)
    if len(declaration.points) != len(known.maxima) or not 0 <= declaration.random < space:
        raise ValueError("points or random number do not fit the criteria set")
    number = name_hash(known.criteria) * 256 + name_hash(known.group)
    for value, most in zip(declaration.points, known.maxima, strict=True):
        if value is not None and not 0 <= value <= most:
            raise ValueError(f"{value} points of {most}")
        number = number * (most + 2) + (0 if value is None else value + 1)
    number = number * space + declaration.random
    digits = []
    for _ in range(_BODY):
        number, digit = divmod(number, _Q)
        digits.append(digit)
    body = [VERSION, *reversed(digits)]
    signs = "".join(ALPHABET[digit] for digit in (*body, *_checks(body)))
    return "-".join(signs[start : start + GROUP] for start in range(0, SIGNS, GROUP))


def decode(code: str, known: Sequence[Known]) -> Declaration:
    """Return what a code says; signs between the groups and small letters do not matter.

    Raises:
        CodeError: see its reasons.
    """
    signs = re.sub(r"[^A-Za-z0-9]", "", code).upper()
    if len(signs) != SIGNS:
        raise CodeError("length")
    if any(sign not in ALPHABET for sign in signs):
        raise CodeError("sign")
    digits = [ALPHABET.index(sign) for sign in signs]
    if _checks(digits[:-CHECKS]) != digits[-CHECKS:]:
        raise CodeError("check")
    if digits[0] != VERSION:
        raise CodeError("version")
    number = 0
    for digit in digits[1:-CHECKS]:
        number = number * _Q + digit
    for entry in known:
        found = _match(number, entry)
        if found:
            return found
    raise CodeError("foreign")


def _match(number: int, entry: Known) -> Declaration | None:
    """Return the declaration if the number belongs to this set and group."""
    number, random = divmod(number, random_space(entry.maxima))
    points: list[int | None] = []
    for most in reversed(entry.maxima):
        number, value = divmod(number, most + 2)
        points.append(None if value == 0 else value - 1)
    if number != name_hash(entry.criteria) * 256 + name_hash(entry.group):
        return None
    return Declaration(entry.criteria, entry.group, tuple(reversed(points)), random)


def find_codes(text: str) -> list[str]:
    """Return everything in a text that has the form of a code, broken ones too, in order."""
    return [match[0] for match in _LIKE.finditer(text)]
