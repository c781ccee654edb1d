"""Bytes and paths -> text, or why not."""

import os
from pathlib import Path

import pytest

from hub.content.layout import classify, discover
from hub.content.text_file import MAX_BYTES, decode, read_text


@pytest.mark.parametrize(
    ("raw", "code", "key", "line", "column"),
    [
        ("a: mẫu".encode("latin-1", "replace").replace(b"?", b"\xe3"), "K003", "not_utf8", 1, 5),
        (b"a: b\r\nx\xff", "K003", "not_utf8", 2, 2),
        ("a: b".encode("utf-16"), "K003", "utf16", 1, 1),
        ("a: b".encode("utf-16-be"), "K004", "control_character", 1, 1),
        ("a: b".encode("utf-32"), "K003", "utf16", 1, 1),
        (b"a: b\0c", "K004", "control_character", 1, 5),
        (b"a: b\x07", "K004", "control_character", 1, 5),
        ("a: b\u202ec".encode(), "K004", "bidi_character", 1, 5),
        ("a: b\u2066c".encode(), "K004", "bidi_character", 1, 5),
        ("a: b\u200bc".encode(), "K004", "control_character", 1, 5),
        ("a: b\u2028c".encode(), "K004", "line_break_character", 1, 5),
        ("a: b\x85c".encode(), "K004", "line_break_character", 1, 5),
        ("# \ufeff".encode(), "K004", "control_character", 1, 3),
        (b"\xed\xa0\x80", "K003", "not_utf8", 1, 1),
        (b"x" * (MAX_BYTES + 1), "K002", "too_big", 1, 1),
    ],
)
def test_unreadable_bytes_are_told_with_their_place(raw, code, key, line, column):
    """Wrong encodings, invisible characters and files that are too big are refused, with the place."""
    _, problems = decode("a.yml", raw)
    assert (problems[0].code, problems[0].key, problems[0].mark.line, problems[0].mark.column) == (
        code,
        key,
        line,
        column,
    )


def test_ordinary_text_is_read():
    """Tabs, emoji, a byte order mark and any line end are fine, up to the limit."""
    source, problems = decode("a.yml", "\ufeffa\tb 👍\r\nc\rd".encode())
    assert problems == []
    assert source.lines == ["a\tb 👍", "c", "d"]
    assert decode("a.yml", b"x" * MAX_BYTES)[1] == []


def test_a_link_out_of_the_tree_is_refused(tmp_path: Path):
    """A file or folder that is a link to somewhere else is not read; a link within the tree is."""
    (tmp_path / "secret.yml").write_text("x")
    root = tmp_path / "hub"
    (root / "quizzes").mkdir(parents=True)
    (root / "quizzes" / "real.yml").write_text("a: 1")
    (root / "quizzes" / "inside.yml").symlink_to(root / "quizzes" / "real.yml")
    (root / "quizzes" / "outside.yml").symlink_to(tmp_path / "secret.yml")
    (root / "docs").symlink_to(tmp_path)
    (root / "materials").mkdir()
    (root / "materials" / "modules").symlink_to(tmp_path)
    (root / "hub.yml").symlink_to("/etc/passwd")
    files, problems = discover(root)
    assert files == ["quizzes/inside.yml", "quizzes/real.yml"]
    assert {(p.mark.file, p.key) for p in problems} == {
        ("hub.yml", "outside"),
        ("quizzes/outside.yml", "outside"),
        ("docs", "linked_folder"),
        ("materials/modules", "linked_folder"),
    }
    assert read_text(root, "quizzes/outside.yml")[1][0].key == "outside"
    assert read_text(root, "../secret.yml")[1][0].key == "outside"


def test_links_in_a_circle_and_pipes_do_not_hang(tmp_path: Path):
    """A link to itself, a named pipe and a folder with a file's name are told, not waited for."""
    (tmp_path / "quizzes").mkdir()
    loop = tmp_path / "quizzes" / "loop.yml"
    loop.symlink_to(loop)
    os.mkfifo(tmp_path / "quizzes" / "pipe.yml")
    (tmp_path / "hub.yml").mkdir()
    for name in ("quizzes/loop.yml", "quizzes/pipe.yml", "hub.yml", "quizzes/absent.yml"):
        assert [p.code for p in read_text(tmp_path, name)[1]] == ["K001"], name


def test_a_missing_folder_is_told(tmp_path: Path):
    """A wrong --root is one clear problem."""
    assert [p.key for p in discover(tmp_path / "absent")[1]] == ["no_folder"]


@pytest.mark.parametrize(
    ("path", "role", "name", "locale"),
    [
        ("hub.yml", "settings", "", ""),
        ("hub.en.yml", "settings", "", "en"),
        ("materials/plan/plan.en.md", "plan_text", "", "en"),
        ("materials/criteria/khung.yml", "criteria", "khung", ""),
        ("materials/modules/lop/slides.en.yml", "slides", "lop", "en"),
        ("materials/modules/lop/pictures/a.svg", "picture", "lop", ""),
        ("quizzes/bai.zh-Hant.yml", "quiz", "bai", "zh-Hant"),
        ("docs/a/b.en.md", "doc", "", "en"),
    ],
)
def test_the_place_of_a_file_says_what_it_is(path, role, name, locale):
    """Role, id and language come from the path alone."""
    file = classify(path)
    assert file is not None
    assert (file.role, file.name, file.locale) == (role, name, locale)


@pytest.mark.parametrize("path", ["quizzes/a.yaml", "materials/plans/plan.yml", "quizzes/sub/a.yml", "docs/a.txt"])
def test_a_file_without_a_place_is_nothing(path):
    """A wrong folder or ending has no role."""
    assert classify(path) is None
