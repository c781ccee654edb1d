"""The benchmarks' own parts: what they compare is the same on both sides, and a verdict follows from the numbers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks import quiz_pages, site, site_edits
from benchmarks.generated import write_hub
from benchmarks.quiz_probes import reasons, responses, stems
from benchmarks.table import Row, judged, table
from hub.content.read import read
from hub.model.hub import Hub


@pytest.mark.parametrize("pages", [1, 50, 137])
def test_made_up_pages_are_as_many_as_asked_for(tmp_path: Path, pages: int) -> None:
    """Each page stands once in each language, at an address of its own, with links that lead to pages."""
    docs = write_hub(tmp_path, pages)
    first = sorted(file.parent for file in docs.rglob("index.md"))
    assert len(first) == len(set(first)) == pages
    assert sorted(file.parent for file in docs.rglob("index.en.md")) == first


def test_made_up_pages_are_content_our_hub_accepts(tmp_path: Path) -> None:
    """What stock builds is also a whole hub: its files have no error."""
    write_hub(tmp_path, 12)
    assert read(tmp_path, lambda hub: {"", "tim-kiem/"}).errors == ()


@pytest.fixture(scope="module")
def hub() -> Hub:
    """The hub with the ten items."""
    return quiz_pages.hub_of_ten()


def test_both_engines_get_the_same_ten_items(hub: Hub) -> None:
    """Every question, option and reason of ours stands in the plugin's Markdown, and no form of ours is left."""
    quiz = hub.quizzes[quiz_pages.QUIZ]
    page = next(one for one in quiz_pages.staged(hub) if one.path.endswith(f"{quiz_pages.QUIZ}/"))
    theirs = quiz_pages.with_plugin(hub, page).body
    assert len(quiz.items) == quiz_pages.COUNT
    assert {item.kind for item in quiz.items} == set(quiz_pages.KINDS)
    options = [str(option.text) for item in quiz.items for option in item.choices()]
    assert [text for text in (*stems(quiz), *options, *reasons(quiz)) if text not in theirs] == []
    assert theirs.count("- [x] ") == sum(len(item.key()) for item in quiz.items)
    assert "<form" in page.body
    assert "<form" not in theirs


def test_answers_leave_something_to_be_credited_in_part(hub: Hub) -> None:
    """Of several right options one is chosen, so that the two ways of scoring differ."""
    quiz = hub.quizzes[quiz_pages.QUIZ]
    assert any(len(item.key()) > len(places) for item, places in zip(quiz.items, responses(quiz), strict=True))


def test_a_verdict_follows_from_the_numbers() -> None:
    """Ours is held against the best of the peers, in the direction that is better."""
    assert Row("bytes", (1, 2, 3), "less").verdict == "ahead"
    assert Row("bytes", (2, 1, 3), "less").verdict == "behind"
    assert Row("reasons", (2, 2, None), "more").verdict == "level"
    assert Row("reasons", (1, 2), "more").verdict == "behind"
    assert Row("pages", (1, 2)).verdict == ""


def test_two_rows_may_be_behind_unless_they_are_strict() -> None:
    """A third one, or one about accessibility, fails."""
    behind, strict = Row("bytes", (2, 1), "less"), Row("axe", (2, 1), "less", strict=True)
    assert judged([behind, behind])[1]
    assert not judged([behind, behind, behind])[1]
    assert not judged([strict])[1]


def test_a_table_shows_every_row() -> None:
    """It is Markdown, with a column for the verdict."""
    shown = table("T", ("ours", "theirs"), [Row("works", (1, 0), "more", "yes"), Row("time", (1.5, 120), "less", "s")])
    assert "| works | yes" in shown
    assert "| 120 s " in shown
    assert shown.count("| ahead   |") == 2


def test_quick_means_little_work() -> None:
    """One run and few pages, whatever else is asked for."""
    options = site.arguments(["--quick", "--only", "builds", "--pages", "2000"])
    assert (options.runs, options.pages, options.only) == (1, [50], ["builds"])
    assert site.arguments([]).pages == [50, 500, 2000]


@pytest.mark.parametrize("edit", site_edits.OURS, ids=lambda edit: edit.name)
def test_an_edit_replaces_the_one_before(tmp_path: Path, edit: site_edits.Edit) -> None:
    """The file holds the newest words, and all that stood there before."""
    file = tmp_path / edit.file
    file.parent.mkdir(parents=True)
    text = (Path(site_edits.__file__).parents[1] / edit.file).read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    site_edits.change(tmp_path, edit, "1")
    site_edits.change(tmp_path, edit, "2")
    changed = file.read_text(encoding="utf-8")
    assert "Lần sửa thứ 2." in changed
    assert "Lần sửa thứ 1." not in changed
    assert re.sub(r"Lần sửa thứ 2\.\s*", "", changed).split() == text.split()
