"""`plan.md` -> clauses."""

from hypothesis import given
from hypothesis import strategies as st

from hub.content.marks import SourceText
from hub.content.nodes import data
from hub.content.plan_file import blocks, merge_plan, plain, read_plan, split_id

PARTS = ["mo-dau", "I", "II"]


def read(text: str):
    """Return the clauses as data and the problems as (key, line, column)."""
    clauses, problems = read_plan(SourceText("plan.md", text), PARTS)
    found = [data(clause) for each in clauses.values() for clause in each]
    return found, [(p.key, p.mark.line, p.mark.column) for p in problems]


def test_each_block_is_a_clause_with_kind_level_part_and_line():
    """Headings, paragraphs and items become clauses; the closing belongs to the last part."""
    text = (
        "Số: /KH {#mo-dau.1}\n\n# I. MỤC TIÊU {#I}\n\n**1.** Chung\ntiếp theo {#I.1}\n\n- 40% *người lớn* {#I.1.a}\n"
        "- 60%; {#I.1.b}\n## II. VIỆC {#II}\nDương Hiến Hòa {#ket.1}\n"
    )
    found, problems = read(text)
    assert problems == []
    assert [(c["id"], c["kind"], c["level"], c["part"], c["line"], c["text"]) for c in found] == [
        ("mo-dau.1", "paragraph", 2, "mo-dau", 1, "Số: /KH"),
        ("I", "heading", 1, "I", 3, "I. MỤC TIÊU"),
        ("I.1", "paragraph", 2, "I", 5, "1. Chung tiếp theo"),
        ("I.1.a", "item", 3, "I", 8, "40% người lớn"),
        ("I.1.b", "item", 3, "I", 9, "60%;"),
        ("II", "heading", 1, "II", 10, "II. VIỆC"),
        ("ket.1", "paragraph", 2, "II", 11, "Dương Hiến Hòa"),
    ]


def test_mistakes_of_ids_are_told_at_their_line():
    """A block without id, with a bad, repeated, misplaced or unknown one is an error with its place."""
    text = "Không mã\n\nA {#I 1}\n\nB {#II.1}\n\nC {#II.1}\n\nD {#I.9}\n\nE {#V.1}\n\n{#II.5}\n"
    keys = {(key, line) for key, line, _ in read(text)[1]}
    assert keys == {
        ("clause_without_id", 1),
        ("clause_bad_id", 3),
        ("clause_twice", 7),
        ("clause_part_order", 9),
        ("clause_part_unknown", 11),
        ("clause_empty", 13),
    }


def test_front_matter_is_no_clause():
    """What stands between dashes at the top is not read as the plan's words."""
    found, problems = read("---\ntranslated_from: abc\n---\nA {#I}\n")
    assert [clause["id"] for clause in found] == ["I"]
    assert problems == []


def test_a_translation_is_matched_by_id():
    """`plan.en.md` gives texts by clause id; an id the plan does not have is told with the nearest."""
    clauses, _ = read_plan(SourceText("plan.md", "A {#I}\n\nB {#I.1}\n"), PARTS)
    problems = merge_plan(clauses, SourceText("plan.en.md", "Bee {#I.1}\n\nCee {#I.12}\n"), "en")
    assert [data(clause)["text"] for clause in clauses["I"]] == ["A", {"": "B", "en": "Bee"}]
    assert [(p.key, p.mark.line, p.mark.column) for p in problems] == [("translation_unknown_clause", 3, 5)]


def test_words_keep_letters_numbers_and_lose_emphasis():
    """Markdown's signs go, the plan's own go not."""
    assert plain("### **a) Phấn đấu** đến *năm* 2025") == "a) Phấn đấu đến năm 2025"
    assert plain("- 5 * 3 = 15; chính trị - xã hội") == "5 * 3 = 15; chính trị - xã hội"
    assert plain("1\\. Một") == "1. Một"


@given(st.text(alphabet="aệ \n#-*{}I.1", max_size=80))
def test_any_text_is_cut_into_blocks_or_problems(text):
    """Whatever stands in the file, every id that is found is one that was written."""
    source = SourceText("plan.md", text)
    found, problems = blocks(source)
    for block in found:
        assert f"{{#{block.id}}}" in text
        assert block.text
    assert all(1 <= p.mark.line <= len(source.lines) for p in problems)


def test_an_id_is_only_read_at_the_end():
    """Curly brackets within the words are words."""
    assert split_id("a {#I.1} b") == ("a {#I.1} b", None)
    assert split_id("a {b} {#I.1}  ") == ("a {b}", "I.1")
