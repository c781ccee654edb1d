"""Translations that note which version of their base file they follow."""

import shutil
from pathlib import Path

import pytest

from hub.content.marks import SourceText
from hub.content.read import read
from hub.content.stamp import stamp, stamped

MINIMAL = Path(__file__).parents[1] / "hubs" / "minimal"
HASH = "0123456789ab"


@pytest.mark.parametrize(
    ("text", "markdown", "result"),
    [
        ("a: 1\n", False, f"# translated_from: {HASH}\na: 1\n"),
        ("# yaml-language-server: $schema=x\na: 1\n", False,
         f"# yaml-language-server: $schema=x\n# translated_from: {HASH}\na: 1\n"),
        ("# translated_from: ffffffffffff\n- id: a\n", False, f"# translated_from: {HASH}\n- id: a\n"),
        ("translated_from: ffffffffffff\na: 1\n", False, f"# translated_from: {HASH}\na: 1\n"),
        ("# A\n", True, f"---\ntranslated_from: {HASH}\n---\n# A\n"),
        ("---\ntitle: A\ntranslated_from: ffffffffffff\norder: 1\n---\n# A\n", True,
         f"---\ntitle: A\ntranslated_from: {HASH}\norder: 1\n---\n# A\n"),
    ],
)  # fmt: skip
def test_a_stamp_is_put_where_it_is_read(text, markdown, result):
    """The hash stands in the first lines, once, and stamping again changes nothing."""
    assert stamped(text, HASH, markdown=markdown) == result
    assert stamped(result, HASH, markdown=markdown) == result
    found = SourceText("a", result).translated_from
    assert found is not None
    assert found[0] == HASH


def test_a_stamped_hub_warns_only_when_a_base_file_changes(tmp_path: Path):
    """After stamping nothing is stale; a changed base file makes exactly its translation stale, until stamped anew."""
    root = Path(shutil.copytree(MINIMAL, tmp_path / "hub"))
    assert len(stamp(root)) == len(list(root.rglob("*.en.*")))
    assert stamp(root) == []
    assert read(root).problems == ()
    quiz = root / "quizzes" / "bai-mau.yml"
    quiz.write_text(quiz.read_text(encoding="utf-8").replace("85 điểm", "86 điểm"), encoding="utf-8")
    assert [(p.mark.file, p.key) for p in read(root).problems] == [("quizzes/bai-mau.en.yml", "translation_stale")]
    assert stamp(root, {"quizzes/bai-mau.en.yml"}) == ["quizzes/bai-mau.en.yml"]
    assert read(root).problems == ()
