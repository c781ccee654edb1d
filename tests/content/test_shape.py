"""Errors of shape: the sentence's key, the place, what is told once, and what is left for the rules."""

import shutil
from pathlib import Path

import pytest
from pydantic import Field

from hub.content.locate import keys_at, models_at, path_of
from hub.content.marks import SourceText
from hub.content.naming import suggest
from hub.content.nodes import find
from hub.content.problems import report
from hub.content.read import load, read
from hub.content.shape import validate
from hub.content.yaml_file import parse
from hub.model.base import IsoDate, Model, Slug, Text
from hub.model.module import Activity
from hub.model.quiz import Quiz
from hub.model.source import Source

MINIMAL = Path(__file__).parents[1] / "hubs" / "minimal"


class Inner(Model):
    """A part of the model below."""

    id: Slug
    text: Text
    right: bool = False


class Outer(Model):
    """A model with one field of each kind."""

    title: Text
    phone: str | None = None
    minutes: int = Field(gt=0)
    share: float | None = Field(default=None, le=100)
    day: IsoDate | None = None
    parts: list[Inner] = Field(min_length=1, max_length=3)
    words: list[str] = Field(default_factory=list)


GOOD = "title: Học\nminutes: 5\nparts:\n- {id: a, text: Một}\n"


def problems_of(text: str, model=Outer):
    """Check a text against a model and list (key, line, column)."""
    node, wrong = parse(SourceText("a.yml", text))
    assert wrong == [], report(wrong)
    _, _, problems = validate(model, node)
    report(problems)
    return [(p.key, p.mark.line, p.mark.column) for p in problems]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("title: Học\n", ""), ("missing", 1, 1)),
        (("title: Học", "title:"), ("empty_value", 1, 1)),
        (("title: Học", "title: ''"), ("text_empty", 1, 8)),
        (("title: Học", "title: [Học]"), ("text_type", 1, 8)),
        (("title: Học", "title: {a: b}"), ("text_type", 1, 8)),
        (("title: Học", "title: Học\ntilte: x"), ("extra_forbidden", 2, 1)),
        (("minutes: 5", "minutes: năm"), ("int_type", 2, 10)),
        (("minutes: 5", "minutes: '5'"), ("int_type", 2, 10)),
        (("minutes: 5", "minutes: 5.5"), ("int_type", 2, 10)),
        (("minutes: 5", "minutes: true"), ("int_type", 2, 10)),
        (("minutes: 5", "minutes: 0"), ("number_greater_than", 2, 10)),
        (("minutes: 5", "minutes: 5\nshare: 12,5"), ("float_type", 3, 8)),
        (("minutes: 5", "minutes: 5\nshare: 101"), ("number_less_than_equal", 3, 8)),
        (("minutes: 5", "minutes: 5\nday: 24/11/2026"), ("pattern_date", 3, 6)),
        (("minutes: 5", "minutes: 5\nwords: một"), ("list_type", 3, 8)),
        (("minutes: 5", "minutes: 5\nwords: [một, [hai]]"), ("text_type", 3, 14)),
        (("minutes: 5", "minutes: 5\nphone: [1]"), ("text_type", 3, 8)),
        (("parts:\n- {id: a, text: Một}", "parts: []"), ("too_short", 3, 8)),
        (("- {id: a, text: Một}", "- {id: a, text: Một}\n" * 4), ("too_long", 4, 1)),
        (("- {id: a, text: Một}", "- Một"), ("entry_type", 4, 3)),
        (("- {id: a, text: Một}", "- {id: Mã A, text: Một}"), ("pattern_slug", 4, 8)),
        (("- {id: a, text: Một}", "- {id: a, text: Một, right: yes}"), ("bool_type", 4, 29)),
        (("- {id: a, text: Một}", "- {id: a, text: Một, dung: true}"), ("extra_forbidden", 4, 22)),
        (("- {id: a, text: Một}", "- {id: a}"), ("missing", 4, 4)),
    ],
    ids=lambda value: value[1] if isinstance(value[0], str) and len(value) == 2 else value[0],
)
def test_one_mistake_is_one_problem_at_its_place(change, expected):
    """Each mistake of shape is told once, where it was made."""
    assert change[0] in GOOD
    assert problems_of(GOOD.replace(*change)) == [expected]


def test_all_mistakes_of_a_file_are_told_together():
    """Several mistakes in one file are all in the report."""
    text = "title:\nminutes: x\nparts:\n- {id: a, text: ''}\n- {id: Á, text: Hai, extra: 1}\n"
    keys = [key for key, _, _ in problems_of(text)]
    assert sorted(keys) == ["empty_value", "extra_forbidden", "int_type", "pattern_slug", "text_empty"]


@pytest.mark.parametrize(
    "line", ["title: 2026", "title: true", "title: 12.50", "title: no", "title: 7:30", "title: 1_000"]
)
def test_a_title_that_looks_like_a_number_stays_as_typed(line):
    """Where text is wanted, a number or true is taken letter by letter."""
    node, _ = parse(SourceText("a.yml", GOOD.replace("title: Học", line)))
    made, _, problems = validate(Outer, node)
    assert problems == []
    assert str(made.title) == line.removeprefix("title: ")


@pytest.mark.parametrize("phone", ["0206123456", "84206123456", "+84206123456", "113"])
def test_a_phone_number_stays_as_typed(phone):
    """A phone keeps its zeros and its plus, with or without quotes."""
    node, _ = parse(SourceText("a.yml", GOOD + f"phone: {phone}\n"))
    made, _, problems = validate(Outer, node)
    assert problems == []
    assert made.phone == phone


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("tilte", "title"), ("Title", "title"), ("minuets", "minutes"), ("phut", "minutes"), ("tieu_de", "title"),
     ("thời_gian", "minutes"), ("xyzzy", "")],
)  # fmt: skip
def test_an_unknown_key_suggests_the_nearest(typed, meant):
    """A key mistyped, or written in Vietnamese, is answered with the one that was probably meant."""
    node, _ = parse(SourceText("a.yml", GOOD + f"{typed}: x\n"))
    (problem,) = validate(Outer, node)[2]
    mend = problem.mend()
    assert (f"“{meant}”" in mend) if meant else ("Có phải" not in mend)
    assert "title, phone, minutes, share, day, parts, words" in mend


def test_a_misspelt_key_is_not_also_missing():
    """`tilte` for `title` is one problem, not an unknown key and a missing one."""
    assert problems_of(GOOD.replace("title", "tilte")) == [("extra_forbidden", 1, 1)]


STEP = "id: a\ntitle: A\nminutes: 1\npurpose: b\nno_electricity: c\nlow_literacy: d\nworks_when: e\nsteps:\n"


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("- {sai: x}", [("extra_forbidden", 9, 4)]),
        ("- {say: x, do: y}", [("one_of", 9, 12)]),
        ("- {say: x, note: y}", [("extra_forbidden", 9, 12)]),
        ("- {say: ''}", [("text_empty", 9, 9)]),
        ("- {say: [x]}", [("text_type", 9, 9)]),
        ("- {say: }", [("empty_value", 9, 4)]),
        ("- nói", [("entry_type", 9, 3)]),
        ("- {}", [("missing", 9, 3)]),
    ],
)
def test_a_choice_of_keys_is_told_as_one(step, expected):
    """Where one of several keys may stand, a mistake is not told once for each of them."""
    assert problems_of(STEP + step + "\n", Activity) == expected


def test_locations_leave_out_what_is_no_key():
    """The name of a union's branch in pydantic's location is no part of the path."""
    node, _ = parse(SourceText("a.yml", "items:\n- {kind: true_false, stem: x}\n"))
    assert path_of(node, ("items", 0, "true_false", "stem")) == ("items", 0, "stem")
    assert path_of(node, ("items", 0, "true_false", "answer")) == ("items", 0, "answer")
    assert "answer" in keys_at(Quiz, ("items", 0, "true_false"))
    assert [model.__name__ for model in models_at(Activity, ("steps", 2))] == ["Say", "Do", "Ask"]


def test_suggestions_need_likeness():
    """What resembles nothing gets no suggestion, and very long names are not compared."""
    assert suggest("trang-mao", ["trang-mau", "khac"]) == "trang-mau"
    assert suggest("Trang Mẫu", ["trang-mau"]) == "trang-mau"
    assert suggest("xyz", ["trang-mau"]) is None
    assert suggest("a" * 100_000, ["a" * 99_999]) is None


def test_what_is_right_in_a_wrong_file_is_still_judged(tmp_path):
    """A mistake of shape in one item does not hide a mistake of judgement in another, nor one in another file."""
    root = Path(shutil.copytree(MINIMAL, tmp_path / "hub"))
    quiz = root / "quizzes" / "bai-mau.yml"
    text = quiz.read_text(encoding="utf-8")
    text = text.replace("asks: recall", "asks: nhớ").replace(
        "rationale: Trang mẫu không nêu mức 90.", "rationale: x, key: true"
    )
    quiz.write_text(text, encoding="utf-8")
    (root / "hub.yml").write_text(
        (root / "hub.yml").read_text(encoding="utf-8").replace("place:", "plce:"), encoding="utf-8"
    )
    module = root / "materials/modules/lop-mau/module.yml"
    module.write_text(module.read_text(encoding="utf-8").replace("minutes: 20", "minutes: 25"), encoding="utf-8")
    found = [(p.mark.file, p.key) for p in read(root).errors]
    assert found == [
        ("hub.yml", "extra_forbidden"),
        ("materials/modules/lop-mau/module.yml", "minutes_sum"),
        ("quizzes/bai-mau.yml", "key_two"),
        ("quizzes/bai-mau.yml", "literal_error"),
    ]


def test_places_survive_when_entries_are_taken_out(tmp_path):
    """After a wrong item was set aside, the places of the items behind it are still theirs."""
    root = Path(shutil.copytree(MINIMAL, tmp_path / "hub"))
    quiz = root / "quizzes" / "bai-mau.yml"
    quiz.write_text(quiz.read_text(encoding="utf-8").replace("asks: use", "asks: dùng", 1), encoding="utf-8")
    content, problems = load(root)
    assert [p.key for p in problems] == ["literal_error"]
    assert [item.id for item in content.quizzes["bai-mau"].items] == ["viec-nao", "ke-hoach"]
    assert content.mark("quizzes", "bai-mau", "items", 1, "id").line == 32
    assert not content.whole("quizzes", "bai-mau", "items")
    assert content.whole("quizzes", "bai-mau", "objectives")


def test_a_tree_is_not_changed_by_checking_it():
    """Checking a parsed file leaves it as it was, so that it can be read again."""
    node, _ = parse(SourceText("a.yml", "id: a\nkind: site\nseen: true\nchecked: 2026\nabout: 5\nextra: 1\n"))
    for _ in range(2):
        made, _, problems = validate(Source, node)
        assert [p.key for p in problems] == ["extra_forbidden"]
        assert made is not None
    assert find(node, ("about",)).value == 5
