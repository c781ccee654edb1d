"""The short code: read over the phone, sent in a chat, mistyped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.model.short_code import ALPHABET, CodeError, Declaration, Known, decode, encode, find_codes, random_space

KNOWN = Known("bo-mau", "nhom-mot", (10,) * 10)
POINTS = st.lists(st.none() | st.integers(0, 10), min_size=10, max_size=10).map(tuple)
RANDOM = st.integers(0, random_space(KNOWN.maxima) - 1)


@given(POINTS, RANDOM)
def test_what_goes_in_comes_out(points: tuple[int | None, ...], random: int) -> None:
    """Every declaration comes back from its code, however the code is spaced or written."""
    said = Declaration(KNOWN.criteria, KNOWN.group, points, random)
    code = encode(said, KNOWN)
    assert decode(code, [KNOWN]) == said
    assert decode(code.lower().replace("-", " . "), [KNOWN]) == said
    assert find_codes(f"Gửi anh: {code}, cảm ơn") == [code]


@given(POINTS, RANDOM, st.integers(0, 19), st.integers(1, 22), st.integers(0, 19), st.integers(0, 22))
def test_one_or_two_wrong_signs_are_found(
    points: tuple[int | None, ...], random: int, at: int, by: int, also: int, more: int
) -> None:
    """No code with one or two signs mistyped is taken for another person's."""
    signs = list(encode(Declaration(KNOWN.criteria, KNOWN.group, points, random), KNOWN).replace("-", ""))
    right = list(signs)
    for place, step in ((at, by), (also, more)):
        signs[place] = ALPHABET[(ALPHABET.index(signs[place]) + step) % len(ALPHABET)]
    if signs == right:
        return
    with pytest.raises(CodeError) as caught:
        decode("".join(signs), [KNOWN])
    assert caught.value.reason == "check"


@pytest.mark.parametrize(
    ("code", "reason"),
    [("", "length"), ("3334-4466", "length"), ("O334-4466-7799-AACC-DDEE", "sign"), ("3" * 20, "version")],
)
def test_what_is_no_code_says_why(code: str, reason: str) -> None:
    """Each way to be wrong has its own name, so that an officer can be told what to do."""
    with pytest.raises(CodeError) as caught:
        decode(code, [KNOWN])
    assert caught.value.reason == reason


def test_a_code_of_another_set_is_foreign() -> None:
    """A code made elsewhere is told apart from a broken one."""
    code = encode(Declaration(KNOWN.criteria, KNOWN.group, (8,) * 10, 5), KNOWN)
    with pytest.raises(CodeError) as caught:
        decode(code, [Known("bo-khac", "nhom-mot", (10,) * 10)])
    assert caught.value.reason == "foreign"


def test_no_sign_looks_like_another() -> None:
    """Signs that are confused in handwriting or by phone are not in the alphabet."""
    assert not set("01OQILZ2S5B8U") & set(ALPHABET)
    assert len(ALPHABET) == len(set(ALPHABET)) == 23
