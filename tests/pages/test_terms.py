"""Glossary terms in running text: where they are marked, and where never."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from hub.pages.terms import MOST, Mark, TermMarker

MARKS = [
    Mark(("học tập", "việc học"), "tu/#hoc-tap", "Học cả đời."),
    Mark(("công dân học tập",), "tu/#cong-dan", "Người & việc học."),
    Mark(("R&D",), "tu/#rd", "Nghiên cứu."),
]
MARKER = TermMarker(MARKS, "Xem thêm")


def marked(html: str, base: str = "../") -> list[str]:
    """Return the words that became terms."""
    return [tag.get_text() for tag in BeautifulSoup(MARKER.mark(html, base), "html.parser").select("a.term")]


def test_the_first_use_becomes_a_link_with_its_meaning() -> None:
    """The link leads to the entry as seen from the page and carries the meaning, escaped."""
    found = BeautifulSoup(MARKER.mark("<p>Mọi Công dân học tập.</p>", "../../"), "html.parser").a
    assert found is not None
    assert found.get_text() == "Công dân học tập"
    assert found["href"] == "../../tu/#cong-dan"
    assert found["data-meaning"] == "Người & việc học."
    assert found["data-more"] == "Xem thêm"
    assert found["data-module"] == "term"


def test_only_the_first_use_is_marked() -> None:
    """A second use, or another word of the same entry, stays plain."""
    assert marked("<p>Học tập, rồi học tập.</p><p>Việc học và học tập.</p>") == ["Học tập"]


def test_the_longest_term_wins() -> None:
    """Where one term stands within another, the whole is marked, and the shorter one at its own first use."""
    assert marked("<p>Công dân học tập thì học tập.</p>") == ["Công dân học tập", "học tập"]


@pytest.mark.parametrize(
    "html",
    [
        "<h2>học tập</h2>",
        "<p><a href='./'>học tập</a></p>",
        "<p><button type='button'>học tập</button></p>",
        "<p><code>học tập</code></p>",
        "<ul><li><a href='./'><b>học tập</b></a></li></ul>",
        "<details><summary>học tập</summary></details>",
        "<fieldset><legend>học tập</legend></fieldset>",
        "<form><p>học tập</p></form>",
        "<p><svg aria-label='học tập'><text>học tập</text></svg></p>",
        "<dl><dt>học tập</dt></dl>",
        "<p title='học tập'>x</p>",
        "<div>học tập</div>",
        "<div data-terms='off'><p>học tập</p></div>".replace("'", '"'),
        "<script type='application/json'>[\"<p>học tập</p>\"]</script>",
        "<!-- <p>học tập</p> -->",
    ],
)
def test_some_places_are_never_marked(html: str) -> None:
    """Not in headings, links, buttons, code, forms, drawings, data, comments, attributes, nor where it is off."""
    assert MARKER.mark(html, "") == html


def test_marking_goes_on_after_such_places() -> None:
    """What follows a heading, an image without an end or a switched-off part is marked again."""
    off = '<div data-terms="off"><div><p>học tập</p></div></div>'
    assert marked("<h2>học tập</h2><p>x<br>y <img src='a' alt=''> học tập</p>") == ["học tập"]
    assert marked(f"{off}<p>việc học</p>") == ["việc học"]


def test_parts_of_words_are_no_terms() -> None:
    """`học tập` does not stand in `học tậpx` or `xhọc tập`."""
    assert marked("<p>học tậpx, xhọc tập</p>") == []


def test_case_does_not_matter_and_is_kept() -> None:
    """Capitals in the text are found and stay as they are."""
    assert marked("<p>CÔNG DÂN HỌC TẬP</p>") == ["CÔNG DÂN HỌC TẬP"]


def test_escaped_text_is_found() -> None:
    """A term with a sign that HTML escapes is found in its escaped form."""
    assert marked("<p>phòng R&amp;D</p>") == ["R&D"]


def test_a_page_is_not_crowded() -> None:
    """No more than eight terms are marked on a page."""
    many = TermMarker([Mark((f"từ{number}",), f"#{number}", "x") for number in range(20)], "y")
    html = "<p>" + " ".join(f"từ{number}" for number in range(20)) + "</p>"
    assert BeautifulSoup(many.mark(html, ""), "html.parser").get_text() == BeautifulSoup(html, "html.parser").get_text()
    assert many.mark(html, "").count("<a ") == MOST


def test_without_a_glossary_nothing_changes() -> None:
    """A hub without terms has pages as they are."""
    assert TermMarker([], "x").mark("<p>học tập</p>", "") == "<p>học tập</p>"
