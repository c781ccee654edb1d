"""How problems are told."""

import json
import re
import string
from pathlib import Path

import pytest
import yaml

from hub.content.marks import Mark, SourceText
from hub.content.problems import Problem, block, report, report_json, with_excerpts

ROOT = Path(__file__).parents[2]
LOCALES = ROOT / "hub" / "locales"


def excerpted(line: str, column: int, length: int = 1, number: int = 1) -> Problem:
    """Return a problem on a line of a file."""
    problem = Problem(Mark("a.yml", number, column, length), "K005", "duplicate_key", {"name": "x", "line": 1})
    source = SourceText("a.yml", "\n" * (number - 1) + line)
    return with_excerpts([problem], {"a.yml": source})[0]


def test_a_block_has_place_sentence_underlined_line_and_mend():
    """A problem is told as file:line:column, code and sentence, the line with carets, and what to do."""
    assert block(excerpted("    x: ghi", 5, number=12)) == (
        "a.yml:12:5  K005  Mục “x” đã có ở dòng 1.\n  12 |     x: ghi\n     |     ^\n   Giữ một dòng, xóa dòng kia."
    )


@pytest.mark.parametrize(
    ("line", "column", "length", "carets"),
    [
        ("đường: ghi_chú", 8, 7, "       ^^^^^^^"),
        ("e\u0302\u0323: x", 6, 1, "   ^"),
        ("学习: x", 5, 1, "      ^"),
        ("a\tb", 3, 1, "  ^"),
        ("ab", 3, 1, "  ^"),
    ],
)
def test_carets_stand_under_the_words_as_shown(line, column, length, carets):
    """Carets follow the width of what is shown: marks take none, wide signs take two."""
    assert block(excerpted(line, column, length)).splitlines()[2] == f"     | {carets}"


def test_a_long_line_is_cut_around_the_place():
    """Of a line of many thousand letters only the part around the mistake is shown."""
    shown = block(excerpted("a" * 5000 + "LỖI" + "b" * 5000, 5001, 3)).splitlines()
    assert len(shown[1]) < 250
    assert shown[1][shown[2].index("^") :].startswith("LỖI")


def test_control_characters_are_not_sent_to_the_terminal():
    """What could move the cursor or turn the line around is shown as a dot."""
    shown = block(excerpted("a\x1b[2Jb\u202ec", 2))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "a·[2Jb·c" in shown


def test_problems_are_sorted_by_place_and_told_once():
    """Files in order of name, lines in order, the same problem once."""
    marks = [Mark("b.yml", 1, 1), Mark("a.yml", 10, 1), Mark("a.yml", 9, 5), Mark("a.yml", 9, 5), Mark("a.yml", 9, 2)]
    told = with_excerpts([Problem(mark, "K001", "unreadable", {"reason": "x"}) for mark in marks], {})
    assert [(p.mark.file, p.mark.line, p.mark.column) for p in told] == [
        ("a.yml", 9, 2), ("a.yml", 9, 5), ("a.yml", 10, 1), ("b.yml", 1, 1),
    ]  # fmt: skip


def test_a_file_with_thousands_of_problems_tells_the_first():
    """After a hundred problems of one file the rest is only counted."""
    many = [Problem(Mark("a.yml", line), "K001", "unreadable", {"reason": "x"}) for line in range(1, 251)]
    told = with_excerpts(many, {})
    assert len(told) == 101
    assert told[-1].message() == "Tệp này còn 150 chỗ nữa, chưa kể ra."


def test_the_report_counts_errors_and_warnings():
    """The last line says how many there are; with none it says so; a notice is no warning."""
    error = Problem(Mark("a.yml"), "K001", "no_settings")
    warning = Problem(Mark("a.yml"), "K160", "file_unknown", {"near": ""}, "warning")
    notice = Problem(Mark("a.yml"), "K161", "settings_empty", {"fields": "x"}, "notice")
    assert report([error, warning]).endswith("Có 1 lỗi và 1 cảnh báo.")
    assert "(cảnh báo)" in report([warning])
    assert report([notice]).endswith("Không có lỗi.")
    assert report([]) == "Không có lỗi."


def test_json_holds_what_an_editor_needs():
    """The JSON form has place, code, sentence and mend of each problem, and the counts."""
    data = json.loads(report_json([excerpted("x: 1", 1)]))
    assert (data["errors"], data["warnings"], data["notices"]) == (1, 0, 0)
    assert data["problems"][0] == {
        "file": "a.yml", "line": 1, "column": 1, "length": 1, "code": "K005", "kind": "duplicate_key",
        "severity": "error", "field": "", "message": "Mục “x” đã có ở dòng 1.",
        "mend": "Giữ một dòng, xóa dòng kia.", "excerpt": "x: 1",
    }  # fmt: skip


def sentences(locale: str) -> dict[str, str]:
    """Return the sentences about mistakes in one language."""
    return yaml.safe_load((LOCALES / locale / "errors.yml").read_text(encoding="utf-8"))


def places(text: str) -> set[str]:
    """Return the names of the places of a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_sentence_has_a_mend_and_a_translation_with_the_same_places():
    """Both languages say the same things with the same places, and each mistake has its mend."""
    vi, en = sentences("vi"), sentences("en")
    assert list(vi) == list(en)
    for key, text in vi.items():
        assert places(text) == places(en[key]), key
        assert text != en[key] or not re.search(r"[^\W\d_]{3}", re.sub(r"\{\w+\}", "", text)), key
    plain = {"warning", "notice", "summary", "clean", "did_you_mean", "known_are", "name_should_be"}
    messages = {key for key in vi if not key.endswith("_mend") and not key.startswith(("found_", "model_"))}
    assert {key for key in messages - plain if f"{key}_mend" not in vi} == set()


def test_every_sentence_the_code_asks_for_exists():
    """Each key of a problem in the code is in the catalogue, and none is left over."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "hub" / "content").rglob("*.py"))
    words = set(re.findall(r"[\"']([a-z_0-9]+)[\"']", code))
    words |= {f"link_{verdict}" for verdict in ("scheme", "outside", "broken")}
    words |= {f"number_{kind}" for kind in re.findall(r"\"((?:greater|less)_than(?:_equal)?)\"", code)}
    words |= {name for found in re.findall(r"errors\.([a-z_]+)", code) for name in [found]}
    keys = {key for key in sentences("vi") if not key.endswith("_mend") and not key.startswith("model_")}
    assert keys - words == set()


def test_every_model_of_content_has_a_name():
    """A group of keys is called what editors call it, whatever the model."""
    names = {key.removeprefix("model_") for key in sentences("vi") if key.startswith("model_")} - {"here"}
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "hub" / "model").rglob("*.py"))
    models = set(re.findall(r"^class (\w+)\((?:Model|ItemBase)\)", code, re.MULTILINE)) - {"Hub", "ItemBase"}
    assert models - {"Do", "Ask"} == names  # a line of an activity is one of three, named by the first


def test_sentences_follow_the_house_rules():
    """No address to the reader, no stray English, quotation marks curved, a full stop at the end of a message."""
    for key, text in sentences("vi").items():
        assert not re.search(r"\b(bạn|anh chị|quý vị)\b", text.lower()), key
        assert not text.endswith(" "), key
