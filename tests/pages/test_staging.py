"""The staging folder holds exactly what was made, and what did not change is not written again."""

from __future__ import annotations

from pathlib import Path

import yaml

from hub.pages.staged import StagedPage, html_block
from hub.pages.staging import file_name, front_matter, write


def names(folder: Path) -> set[str]:
    """Return all files of a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_only_changes_are_written(tmp_path: Path) -> None:
    """A second run with the same files touches none of them, so that nothing is built anew for nothing."""
    files = {"index.md": b"a", "ke-hoach/index.md": b"b"}
    assert set(write(tmp_path, files)) == set(files)
    before = {name: (tmp_path / name).stat().st_mtime_ns for name in files}
    assert write(tmp_path, files) == []
    assert {name: (tmp_path / name).stat().st_mtime_ns for name in files} == before
    assert write(tmp_path, {**files, "index.md": b"c"}) == ["index.md"]
    assert (tmp_path / "index.md").read_bytes() == b"c"


def test_what_is_left_over_is_removed(tmp_path: Path) -> None:
    """Files of pages that are gone go too, with their folders; the ignore file stays."""
    write(tmp_path, {"a/b/index.md": b"a", "c.md": b"c"})
    (tmp_path / ".gitignore").write_text("*\n", encoding="utf-8")
    assert write(tmp_path, {"c.md": b"c"}) == ["a/b/index.md"]
    assert names(tmp_path) == {"c.md", ".gitignore"}
    assert not (tmp_path / "a").exists()


def test_a_page_that_becomes_a_folder(tmp_path: Path) -> None:
    """A file whose name is now that of a folder makes way for it."""
    write(tmp_path, {"a": b"a"})
    write(tmp_path, {"a/index.md": b"b"})
    assert names(tmp_path) == {"a/index.md"}


def page(title: str, locale: str = "vi") -> StagedPage:
    """Return a page."""
    return StagedPage(path="ke-hoach/", locale=locale, title=title, body="", origin="x", description=title)


def test_front_matter_keeps_any_title() -> None:
    """Colons, quotes and line ends in a title are read back as they are."""
    for title in ('Hỏi: "đáp" #1', "- a\n- b", "'", "no", "12:30", "{a: b}"):
        text = front_matter(page(title))
        assert yaml.safe_load(text.split("---\n")[1]) == {"title": title, "description": title}


def test_files_are_named_by_language() -> None:
    """The first language's page is `index.md`, another's `index.en.md`."""
    assert file_name(page("x"), "vi") == "ke-hoach/index.md"
    assert file_name(page("x", "en"), "vi") == "ke-hoach/index.en.md"


def test_html_blocks_have_no_gap() -> None:
    """Markdown ends an HTML block at an empty line, so there is none in it."""
    assert "\n\n" not in html_block("<div>\n\n  <p>x</p>\n\n</div>").strip()
