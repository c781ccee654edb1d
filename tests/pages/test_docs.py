"""Prose pages: links of the hub's own, source notes, places."""

from pathlib import PurePosixPath
from types import SimpleNamespace
from typing import cast

import pytest

from hub.model.hub import Hub
from hub.pages.docs import DocError, doc_path, resolve_links, split_front_matter, with_jumps


def hub() -> Hub:
    """Return a hub whose plan has one clause."""
    plan = SimpleNamespace(clauses=lambda: {"II.3.b": SimpleNamespace(part="II")})
    return cast(Hub, SimpleNamespace(plan=plan))


def resolve(body: str, path: str = "gioi-thieu/hoi-dap/") -> str:
    """Resolve the links of a page of the About section."""
    return resolve_links(hub(), body, path, "docs/x.md")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("[a](/tieu-chi/#quy-tac)", "[a](../../tieu-chi/#quy-tac)"),
        ("[a](muc:II.3.b)", "[a](../../ke-hoach/phan-ii/#ii-3-b)"),
        ("[a](nguon:bao-x)", "[a](../nguon/#bao-x)"),
        ("[a](tu:minh-chung)", "[a](../giai-thich-tu/#minh-chung)"),
        ("[a](https://x.vn/y)", "[a](https://x.vn/y)"),
        ("[a](#hoi-gi)", "[a](#hoi-gi)"),
    ],
)
def test_links_are_seen_from_the_page(written: str, found: str) -> None:
    """A link from the root, to a clause, a source or a term becomes an address as seen from the page."""
    assert resolve(written) == found


def test_an_unknown_clause_is_refused() -> None:
    """A page cannot lead to a clause that the plan lacks."""
    with pytest.raises(DocError, match=r"V\.9"):
        resolve("[a](muc:V.9)")


def test_source_notes_are_marked() -> None:
    """Emphasis around a source is a source note; other emphasis stays what it is."""
    body = "**Đọc [x](/tieu-chi/).** *Nguồn: [A](nguon:a), [B](muc:II.3.b).* Và *nhấn mạnh*."
    note = "*Nguồn: [A](../nguon/#a), [B](../../ke-hoach/phan-ii/#ii-3-b).*{: .cite }"
    assert resolve(body) == f"**Đọc [x](../../tieu-chi/).** {note} Và *nhấn mạnh*."


def test_a_long_page_gets_a_list_to_jump_from() -> None:
    """Six headings and more are listed, closed, under the opening; their anchors are those of the headings."""
    opening = "# Hỏi đáp\n\nMở đầu.\n{: .lead }\n"
    headings = "".join(f"\n## Câu {number} & thêm {{#cau-{number}}}\n\nLời.\n" for number in range(6))
    found = with_jumps(opening + headings, "Trong trang này")
    before, _, after = found.partition('<details class="toc-in">')
    assert before == opening + "\n"
    assert after.endswith("</details>\n" + headings)
    assert after.count("<li>") == 6
    assert '<li><a href="#cau-5">Câu 5 &amp; thêm</a></li></ul>' in after


def test_a_short_page_gets_none() -> None:
    """Five headings can be seen by scrolling."""
    body = "# A\n" + "".join(f"\n## B {{#b{number}}}\n" for number in range(5))
    assert with_jumps(body, "Trong trang này") == body


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("hoi-vien.md", ("hoi-vien/", "")),
        ("hoi-vien.en.md", ("hoi-vien/", "en")),
        ("gioi-thieu/index.md", ("gioi-thieu/", "")),
        ("index.en.md", ("", "en")),
    ],
)
def test_a_file_name_says_path_and_locale(name: str, place: tuple[str, str]) -> None:
    """`a/b.en.md` is the page `a/b/` in English."""
    assert doc_path(PurePosixPath(name)) == place


def test_a_page_without_front_matter_is_a_page() -> None:
    """Front matter may be missing."""
    assert split_front_matter("# Tên\n") == ({}, "# Tên\n")
    assert split_front_matter("---\norder: 2\n---\n# Tên\n") == ({"order": 2}, "# Tên\n")
