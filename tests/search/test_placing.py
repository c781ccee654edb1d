"""Pages inherit from the pages above them."""

from __future__ import annotations

from hub.search.placing import page_above, placed
from hub.search.sections import Section

PAGES = [
    Section("", "Trang chủ"),
    Section("tap-huan/", "Tập huấn"),
    Section("tap-huan/hieu/", "Hiểu Chương trình"),
    Section("tap-huan/hieu/#muc", "Mục tiêu", headings=("Buổi học",)),
    Section("tap-huan/hieu/trinh-chieu/", "Trình chiếu: Hiểu Chương trình"),
    Section("tap-huan/truoc/sau/", "Tập huấn trước và sau"),
]


def test_the_page_above_is_the_nearest_folder_that_is_a_page():
    """The home page is above nothing: it would say the hub's name on every result."""
    paths = {section.path for section in PAGES}
    assert page_above("tap-huan/hieu/trinh-chieu/", paths) == "tap-huan/hieu/"
    assert page_above("tap-huan/truoc/sau/", paths) == "tap-huan/"
    assert page_above("tap-huan/", paths) is None
    assert page_above("", paths) is None


def test_a_section_knows_the_titles_above_it():
    """Its page and the pages above that, outermost first; its headings stay its own."""
    found = {section.path: section for section in placed(PAGES)}
    assert found["tap-huan/hieu/#muc"].above == ("Tập huấn", "Hiểu Chương trình")
    assert found["tap-huan/hieu/#muc"].headings == ("Buổi học",)
    assert found["tap-huan/hieu/"].above == ("Tập huấn",)


def test_a_title_does_not_repeat_the_title_above_it():
    """ "X: the module" under "the module" is X; a title that merely begins alike stays whole."""
    found = {section.path: section.title for section in placed(PAGES)}
    assert found["tap-huan/hieu/trinh-chieu/"] == "Trình chiếu"
    assert found["tap-huan/truoc/sau/"] == "Tập huấn trước và sau"
