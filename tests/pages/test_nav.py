"""Sections, breadcrumbs, lists beside a page, neighbours."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from hub.model.hub import Hub
from hub.pages.nav import WINDOW, Tree, section_of, trees
from hub.pages.staged import StagedPage


def page(path: str, order: int = 100, locale: str = "vi", **more: object) -> StagedPage:
    """Return a page whose title is its path."""
    return StagedPage(path=path, locale=locale, title=path or "home", body="", origin="x", order=order, **more)  # type: ignore[arg-type]


def tree(*pages: StagedPage) -> Tree:
    """Return the tree of some pages."""
    return Tree({one.path: one for one in pages})


def paths(entries: list[dict[str, object]]) -> list[object]:
    """Return the paths of entries."""
    return [entry["path"] for entry in entries]


def test_known_sections_come_first_in_their_order() -> None:
    """The plan before the criteria before others, in whatever order they come; what has no page is left out."""
    found = tree(
        page(""), page("xom/"), page("xom/mot/"), page("tieu-chi/"), page("ke-hoach/"), page("tim-kiem/")
    ).sections
    assert paths(found) == ["ke-hoach/", "tieu-chi/", "xom/"]


def test_a_door_is_no_section() -> None:
    """A page of the first level that has no pages below it, and is not known, is not in the header."""
    assert paths(tree(page(""), page("hoi-vien/"), page("gioi-thieu/")).sections) == ["gioi-thieu/"]


def test_crumbs_lead_from_home_down() -> None:
    """Each page above is named once, home first; a folder without a page of its own is passed over."""
    own = tree(page(""), page("a/"), page("a/b/c/"), page("a/b/c/d/"))
    assert paths(own.crumbs("a/b/c/d/", "Trang chủ")) == ["", "a/", "a/b/c/"]
    assert own.crumbs("a/", "Trang chủ") == [{"title": "Trang chủ", "path": ""}]
    assert own.crumbs("", "Trang chủ") == []


def test_a_named_parent_wins() -> None:
    """A page may stand below another one than its folder says."""
    own = tree(page(""), page("a/"), page("a/b/"), page("a/c/", parent="a/b/"))
    assert paths(own.crumbs("a/c/", "x")) == ["", "a/", "a/b/"]
    assert [entry.get("children") for entry in own.siblings("a/c/")] == [None, [{"title": "a/c/", "path": "a/c/"}]]


def test_parents_in_a_circle_end() -> None:
    """Two pages that name each other as parent do not hang the build."""
    own = tree(page("a/"), page("a/b/", parent="a/c/"), page("a/c/", parent="a/b/"))
    assert len(own.crumbs("a/b/", "x")) <= 10


def test_the_list_shows_the_section_and_the_open_branch() -> None:
    """Pages of the section in their order, and below the open one its own pages; nothing of other branches."""
    own = tree(page("a/"), page("a/z/", 1), page("a/y/", 2), page("a/y/2/"), page("a/y/1/"), page("a/z/3/"))
    entries = own.siblings("a/y/1/")
    assert paths(entries) == ["a/", "a/z/", "a/y/"]
    assert paths(entries[2]["children"]) == ["a/y/1/", "a/y/2/"]
    assert entries[1].get("children", []) == []


def test_a_page_outside_the_sections_has_no_list() -> None:
    """Doors and the search page stand alone, and so does a section of one page."""
    own = tree(page(""), page("hoi-vien/"), page("gioi-thieu/"))
    assert own.siblings("hoi-vien/") == []
    assert own.siblings("gioi-thieu/") == []


@pytest.mark.parametrize("at", [0, 1, 50, 98, 99])
def test_a_long_list_shows_the_neighbours(at: int) -> None:
    """Of a hundred pages the section's first and about forty around the open one are shown, the open one among them."""
    own = tree(page("a/", 0), *(page(f"a/{number:02}/", number + 1) for number in range(100)))
    shown = paths(own.siblings(f"a/{at:02}/"))
    assert len(shown) == WINDOW + 1
    assert shown[0] == "a/"
    assert f"a/{at:02}/" in shown
    assert shown[1:] == sorted(shown[1:], key=str)


def test_an_unlisted_page_is_in_no_list() -> None:
    """It can be reached by link, and it names its section, but stands in no list and is nobody's neighbour."""
    own = tree(page("a/", 0), page("a/b/", 1), page("a/x/", 2, listed=False), page("a/c/", 3))
    assert paths(own.siblings("a/b/")) == ["a/", "a/b/", "a/c/"]
    assert own.neighbours("a/b/")[1] == {"title": "a/c/", "path": "a/c/"}
    assert own.neighbours("a/x/") == (None, None)
    assert paths(own.crumbs("a/x/", "x")) == ["", "a/"]


def test_neighbours_follow_the_reading_order() -> None:
    """Before and after go through branches and stop at the ends of the section."""
    own = tree(page("a/", 0), page("a/m/", 1), page("a/m/1/", 1), page("a/n/", 2), page("b/"), page("b/c/"))
    order = ["a/", "a/m/", "a/m/1/", "a/n/"]
    for place, path in enumerate(order):
        before, after = own.neighbours(path)
        assert (before and before["path"]) == (order[place - 1] if place else None)
        assert (after and after["path"]) == (order[place + 1] if place + 1 < len(order) else None)


def test_short_titles_are_used_in_lists() -> None:
    """What a page is called in lists may be shorter than its title."""
    own = tree(page("a/", nav_title="A"), page("a/b/", nav_title="B"))
    assert [entry["title"] for entry in own.siblings("a/b/")] == ["A", "B"]


def test_a_missing_translation_stands_in_its_place() -> None:
    """In the other language's tree an untranslated page is the first language's; a page only there is left out."""
    settings = SimpleNamespace(default_locale="vi", locales=[SimpleNamespace(code="vi"), SimpleNamespace(code="en")])
    staged = [page("a/"), page("a/b/"), page("a/", locale="en"), page("a/only-en/", locale="en")]
    own = trees(cast(Hub, SimpleNamespace(settings=settings)), staged)
    assert {path: one.locale for path, one in own["en"].pages.items()} == {"a/": "en", "a/b/": "vi"}
    assert set(own["vi"].pages) == {"a/", "a/b/"}


@pytest.mark.parametrize(("path", "section"), [("", ""), ("a/", "a/"), ("a/b/c/", "a/")])
def test_the_section_is_the_first_folder(path: str, section: str) -> None:
    """`ke-hoach/phan-i/` stands in `ke-hoach/`; the home page in none."""
    assert section_of(path) == section
