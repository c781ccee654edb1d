"""Addresses as seen from a page, Vietnamese order, which file an editor changes."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.model.base import Text
from hub.pages.environment import Page
from hub.pages.links import relative
from hub.pages.words import alphabetical, md, source_file

FOLDER = st.text("abc-", min_size=1, max_size=3)
PAGE = st.lists(FOLDER, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))
FILE = st.tuples(PAGE, FOLDER).map(lambda parts: f"{parts[0]}{parts[1]}.pdf")


@given(here=PAGE, there=st.one_of(PAGE, FILE), anchor=st.sampled_from(["", "#x", "#i-2-b"]))
def test_a_relative_address_leads_there(here: str, there: str, anchor: str) -> None:
    """A browser on one page that follows the address is on the other, at the root and below a folder."""
    address = relative(here, there + anchor)
    for root in ("https://x.vn/", "https://x.vn/kho/"):
        assert urljoin(root + here, address) == root + there + anchor
    assert not address.startswith("/")


@pytest.mark.parametrize(
    ("here", "there", "address"),
    [
        ("ke-hoach/phan-i/", "tieu-chi/#quy-tac", "../../tieu-chi/#quy-tac"),
        ("", "ke-hoach/", "ke-hoach/"),
        ("ke-hoach/", "", "../"),
        ("", "", "./"),
        ("ke-hoach/", "ke-hoach/#ii", "#ii"),
        ("ke-hoach/", "ke-hoach/phan-i/", "phan-i/"),
        ("en/ke-hoach/", "downloads/a.pdf", "../../downloads/a.pdf"),
    ],
)
def test_some_addresses(here: str, there: str, address: str) -> None:
    """The address is as short as it is usually written."""
    assert relative(here, there) == address


def test_vietnamese_order() -> None:
    """A before ă before â, d before đ, and of equal letters: level, huyền, hỏi, ngã, sắc, nặng."""
    words = ["đá", "da", "dạ", "dá", "dã", "dả", "dà", "ăn", "ân", "an", "ông", "ơn", "on", "ưa", "ua", "Ba", "bà"]
    wanted = ["an", "ăn", "ân", "Ba", "bà", "da", "dà", "dả", "dã", "dá", "dạ", "đá", "on", "ông", "ơn", "ua", "ưa"]
    assert sorted(words, key=alphabetical) == wanted


def test_letters_come_before_tones() -> None:
    """A tone decides only where all letters are the same: "bán" stands before "banh"."""
    assert sorted(["banh", "bán", "ban"], key=alphabetical) == ["ban", "bán", "banh"]


@given(st.text(max_size=12))
def test_any_text_can_be_ordered(text: str) -> None:
    """Signs and letters of other languages do not stop the build."""
    assert alphabetical(text) == alphabetical(text)


def test_markdown_is_not_read_from_data() -> None:
    """What data say is shown as it is, also where Markdown would read a mark in it."""
    assert md("*a* [b](c) <d> `e` {f}") == r"\*a\* \[b\](c) \<d\> \`e\` \{f\}"


@pytest.mark.parametrize(
    ("locale", "translations", "file"),
    [("vi", {}, "a/b.yml"), ("en", {"en": "x"}, "a/b.en.yml"), ("en", {}, "a/b.yml")],
)
def test_the_file_of_a_translation(locale: str, translations: dict[str, str], file: str) -> None:
    """An editor is led to the translation's own file where there is one."""
    assert source_file("a/b.yml", Page("", locale, "vi"), Text({"": "x", **translations})) == file
