"""Translations beside their base files."""

import pytest

from hub.content.marks import SourceText
from hub.content.nodes import data
from hub.content.translation import merge
from hub.content.yaml_file import parse


def merged(base: str, other: str):
    """Merge two texts; return the data and the problems as (key, line, column)."""
    node = parse(SourceText("a.yml", base))[0]
    problems = merge(node, parse(SourceText("a.en.yml", other))[0], "en")
    return data(node), [(p.key, p.mark.line, p.mark.column) for p in problems]


def test_texts_are_put_beside_each_other_by_key():
    """A text gets its translation; what is not translated keeps its one language."""
    tree, problems = merged("a: Một\nb: {c: Hai, d: Ba}\n", "b: {c: Two}\na: One\n")
    assert problems == []
    assert tree == {"a": {"": "Một", "en": "One"}, "b": {"c": {"": "Hai", "en": "Two"}, "d": "Ba"}}


def test_lists_are_matched_by_id():
    """Entries with ids may be translated in any order, and not all of them."""
    tree, problems = merged("- {id: a, t: Một}\n- {id: b, t: Hai}\n", "- {id: b, t: Two}\n")
    assert problems == []
    assert tree == [{"id": "a", "t": "Một"}, {"id": "b", "t": {"": "Hai", "en": "Two"}}]


def test_lists_without_ids_are_matched_by_place():
    """Entries without ids, and plain lists, are translated one by one."""
    tree, problems = merged("x: [Một, Hai]\ny:\n- t: Ba\n  n: 1\n", "x: [One, Two]\ny:\n- t: Three\n")
    assert problems == []
    assert tree["x"] == [{"": "Một", "en": "One"}, {"": "Hai", "en": "Two"}]
    assert tree["y"] == [{"t": {"": "Ba", "en": "Three"}, "n": 1}]


def test_what_is_left_empty_is_not_translated():
    """A key without a value in the translation is not yet translated, which is no error."""
    assert merged("a: Một\nb: [Hai]\n", "translated_from: abc\na:\nb:\n") == ({"a": "Một", "b": ["Hai"]}, [])


@pytest.mark.parametrize(
    ("base", "other", "problem"),
    [
        ("a: Một", "b: One", ("translation_unknown_key", 1, 1)),
        ("a: Một\nc:", "c: One", ("translation_unknown_key", 1, 1)),
        ("- {id: a, t: Một}", "- {id: x, t: One}", ("translation_unknown_id", 1, 8)),
        ("- {id: a, t: Một}", "- {t: One}", ("translation_without_id", 1, 3)),
        ("- {id: a, t: Một}", "- One", ("translation_without_id", 1, 3)),
        ("a: [Một, Hai]", "a: [One]", ("translation_length", 1, 4)),
        ("a: [Một]", "a: One", ("translation_shape", 1, 4)),
        ("a: Một", "a: [One]", ("translation_shape", 1, 4)),
        ("a: Một", "a: {b: One}", ("translation_shape", 1, 4)),
        ("a: {b: Một}", "a: One", ("translation_shape", 1, 4)),
    ],
)
def test_what_does_not_fit_is_told_in_the_translation(base, other, problem):
    """A key, id or shape the base file does not have is told at its place in the translation."""
    _, problems = merged(base, other)
    assert problems == [problem]
