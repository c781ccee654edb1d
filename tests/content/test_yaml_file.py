"""YAML text -> tree: what values mean, what is refused, and where."""

import time
import unicodedata

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.content.marks import SourceText, normalise
from hub.content.nodes import Mapping, Scalar, Sequence, data, find
from hub.content.problems import report
from hub.content.text_file import decode
from hub.content.yaml_file import MAX_DEPTH, MAX_NODES, meaning, parse


def read(text: str):
    """Parse a text as a file of content."""
    return parse(SourceText("a.yml", text))


def value(text: str):
    """Return what `x: <text>` means."""
    node, problems = read(f"x: {text}\n")
    assert problems == [], report(problems)
    return data(node)["x"]


@pytest.mark.parametrize(
    "written",
    [
        "7:30",
        "0206123456",
        "012",
        "no",
        "yes",
        "on",
        "Yes",
        "True",
        "2026-11-24",
        "2026-01",
        "1e3",
        "0x1F",
        "0o17",
        "1_000",
        "1.000.000",
        "=",
        "12,5",
        ".5",
        "5.",
        "+84 206",
        "1:30:00",
        "NaN",
        ".inf",
        "II.3.b",
        "100 %",
        "Null",
        "99999999999999999999",
        "9" * 5000,
    ],
)
def test_what_looks_like_text_to_an_editor_stays_text(written):
    """Times, phones, dates, `no` and the like stay as they were typed."""
    assert value(written) == written


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("90", 90),
        ("-3", -3),
        ("12.5", 12.5),
        ("-0.5", -0.5),
        ("'90'", "90"),
        ('"true"', "true"),
        ("''", ""),
    ],
)
def test_true_false_numbers_and_nothing_are_typed(written, meant):
    """Only plain true, false, numbers and nothing are more than text, and only without quotes."""
    assert value(written) == meant
    assert type(value(written)) is type(meant)


@given(st.dates(), st.times(), st.from_regex(r"0[0-9]{9}", fullmatch=True))
def test_dates_times_and_phones_come_back_as_written(day, clock, phone):
    """Whatever the date, time or phone number, the text read is the text written."""
    for written in (day.isoformat(), clock.strftime("%H:%M"), phone):
        assert value(written) == written


CODES = [
    ("a: &x 1", "K006", 1, 4),
    ("a: *x", "K006", 1, 4),
    ("a: 1\n<<: {b: 2}", "K006", 2, 1),
    ("a: !!python/object:os.system x", "K007", 1, 4),
    ("a: !x y", "K007", 1, 4),
    ("a: ! y", "K007", 1, 4),
    ("%YAML 1.2\n---\na: 1", "K007", 1, 1),
    ("%TAG ! tag:x,2000:\n---\na: 1", "K007", 1, 1),
    ("a: 1\nb: 2\na: 3", "K005", 3, 1),
    ("a: {b: 1, c: 2, b: 3}", "K005", 1, 17),
    ("a: 1\n---\nb: 2", "K009", 2, 1),
    ("a: 1\n...\nb: 2", "K010", 3, 1),
    ("a: b: c", "K010", 1, 5),
    ("a:\tb\n\tc: d", "K010", 2, 1),
    ("a: 'b", "K010", 1, 4),
    ('a: "b\nc: d', "K010", 1, 4),
    ('a: "b" c', "K010", 1, 8),
    ("a: [1, 2", "K010", 1, 4),
    ("a: {b: 1", "K010", 1, 4),
    ("a: ]", "K010", 1, 4),
    ("a: `b`", "K010", 1, 4),
    ("a: @b", "K010", 1, 4),
    ("a: **b**", "K010", 1, 4),
    ("title\nb: 1", "K010", 1, 1),
    ("title:x\nb: 1", "K010", 1, 6),
    ("a: 1\n  b: 2", "K010", 2, 3),
    ("  a: 1\n b: 2", "K010", 2, 2),
    ('a: "\\q"', "K010", 1, 5),
    ("? [a]\n: b", "K010", 1, 3),
    ("{a: b}: c", "K010", 1, 1),
    ('a: "x\\0y"', "K004", 1, 4),
    ('"a\\u202e": x', "K004", 1, 1),
    ("  a: 1\n\u00a0 b: 2", "K010", 2, 1),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), CODES, ids=[text for text, *_ in CODES])
def test_each_refusal_has_a_code_and_a_place(text, code, line, column):
    """What YAML forbids, and what it allows but we do not, is told once, at the place it was typed."""
    node, problems = read(text)
    assert node is None
    assert [(p.code, p.mark.line, p.mark.column) for p in problems] == [(code, line, column)]


def test_every_refused_thing_of_a_readable_file_is_told():
    """Anchor, alias, tag and duplicate key are all reported in one run."""
    _, problems = read("a: &x 1\nb: *x\nc: !t 1\na: 2\n")
    assert [(p.code, p.mark.line) for p in problems] == [("K006", 1), ("K006", 2), ("K007", 3), ("K005", 4)]


def test_places_hold_in_every_style():
    """Line and column point at the value in plain, quoted, flow and block style, after letters with marks too."""
    node, _ = read("Tiêu đề: Học tập\nb: 'Đỗ'\nc: {d: ệ, e: \"f\"}\ng:\n  - h\n  - |\n    ích\n    k\nl: m\n")
    assert isinstance(node, Mapping)
    marks = {
        ("Tiêu đề",): (1, 10, 7),
        ("b",): (2, 4, 4),
        ("c", "d"): (3, 8, 1),
        ("c", "e"): (3, 14, 3),
        ("g", 0): (5, 5, 1),
        ("g", 1): (6, 5, 1),
        ("l",): (9, 4, 1),
    }
    for path, place in marks.items():
        mark = find(node, path).mark
        assert (mark.line, mark.column, mark.length) == place, path
    assert node.keys["l"].line == 9


def test_words_inside_a_value_are_found_where_they_stand():
    """A word is found within its own value: after the key, inside quotes, on a line of a block."""
    node, _ = read("sai: đây là sai\nb: {c: 'sai', d: 'không sai, sai'}\ne: |\n  một\n  sai\n")
    assert isinstance(node, Mapping)
    places = [(("sai",), 0, (1, 13)), (("b", "c"), 0, (2, 9)), (("b", "d"), 1, (2, 30)), (("e",), 0, (5, 3))]
    for path, skip, place in places:
        scalar = find(node, path)
        assert isinstance(scalar, Scalar)
        mark = scalar.at("sai", skip)
        assert (mark.line, mark.column) == place
    scalar = find(node, ("b", "c"))
    assert scalar.at("sai", skip=1) == scalar.mark


def test_an_empty_file_has_no_tree_and_no_problem():
    """A file of comments only is empty, which is not yet an error."""
    for text in ("", "# chỉ có lời ghi chú\n", "---\n", "null\n"):
        assert read(text) == (None, [])


def test_composed_and_decomposed_letters_read_alike():
    """A file typed on a Mac in NFD, with CRLF and a byte order mark, reads as any other."""
    plain = "a: Học tập suốt đời\nb: [ệ, ử]\n"
    odd = b"\xef\xbb\xbf" + unicodedata.normalize("NFD", plain).replace("\n", "\r\n").encode()
    source, problems = decode("a.yml", odd)
    assert problems == []
    assert data(parse(source)[0]) == data(read(plain)[0])


HOSTILE = {
    "nested lists": "[" * 3000 + "]" * 3000,
    "nested groups": "{a: " * 3000 + "x" + "}" * 3000,
    "nested items": "- " * 3000 + "x",
    "nested keys": "\n".join(" " * depth + "a:" for depth in range(1000)),
    "questions": "? " * 3000 + "x",
    "a million brackets": "[" * 1_000_000,
    "many values": "- a\n" * 250_000,
    "billion laughs": "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
    "one long word": "a: " + "b" * 1_000_000,
    "one long key": "b" * 1_000_000 + ": a",
    "open quote": "'" + "a\n" * 400_000,
    "duplicate keys": "a: b\n" * 9000,
}


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_end_soon(text):
    """A file made to exhaust the reader is read or refused in a moment."""
    start = time.monotonic()
    _, problems = read(text)
    assert time.monotonic() - start < 30
    assert len(problems) <= 50


def test_depth_and_number_of_values_have_a_limit():
    """What is deeper or more than any content is told with its place."""
    assert read("[" * MAX_DEPTH + "]" * MAX_DEPTH)[1] == []
    deep = read("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))[1]
    assert [(p.code, p.key, p.mark.column) for p in deep] == [("K008", "too_deep", MAX_DEPTH + 1)]
    many = read("- a\n" * MAX_NODES)[1]
    assert [(p.code, p.key) for p in many] == [("K008", "too_many_values")]


PIECES = st.sampled_from(
    [
        "a",
        "b: ",
        "- ",
        "\n",
        "\n  ",
        " ",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "#",
        "&x ",
        "*x",
        "!t ",
        "|",
        ">",
        "%",
        "---\n",
        "...",
        "? ",
        "<<: ",
        "\\",
        "\t",
        "ệ",
        "e\u0302\u0323",
        "7:30",
        "0",
        "~",
        "@",
        "`",
        "\u0000",
        "\u202e",
        "\u2028",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=600, deadline=None)
def test_any_mixture_of_yaml_signs_is_read_or_explained(text):
    """Whatever is typed, the reader returns a tree or problems that can be told, and never raises."""
    source, problems = decode("a.yml", text.encode())
    node, more = (None, []) if problems else parse(source)
    told = [*problems, *more]
    assert node is None or not told
    for problem in told:
        assert 1 <= problem.mark.line <= len(source.lines)
        assert 1 <= problem.mark.column <= len(source.line(problem.mark.line)) + 1
    assert report(told)


@given(st.binary(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_read_or_explained(raw):
    """Arbitrary bytes never raise anything."""
    source, problems = decode("a.yml", raw)
    if not problems:
        parse(source)
    assert report(problems)


PLAIN = st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs")), max_size=20)
KEYS = PLAIN.map(normalise).filter(lambda key: key != "<<")  # the merge key is refused, quoted or not
VALUES = st.recursive(
    st.one_of(PLAIN, st.integers(-(10**14), 10**14), st.booleans(), st.none()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
@settings(max_examples=200, deadline=None)
def test_what_another_writer_wrote_comes_back(tree):
    """A tree written by PyYAML with its strings in quotes is read back as it was, in NFC."""

    def normal(value):
        if isinstance(value, str):
            return normalise(value)
        if isinstance(value, list):
            return [normal(each) for each in value]
        return {normal(key): normal(each) for key, each in value.items()} if isinstance(value, dict) else value

    class Quoting(yaml.SafeDumper):
        pass

    Quoting.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))
    text = yaml.dump(normal(tree), Dumper=Quoting, allow_unicode=True, sort_keys=False)
    node, problems = parse(SourceText("a.yml", normalise(text)))
    if not any(p.code == "K004" for p in problems):
        assert problems == []
        assert data(node) == normal(tree)


@given(st.text(max_size=30))
def test_the_meaning_of_a_plain_word_is_itself_or_shorter_than_text(raw):
    """A word that is not text is one of the few the editor's manual lists."""
    meant = meaning(raw)
    assert meant == raw or isinstance(meant, int | float | bool) or raw in ("null", "~", "")


def test_lists_know_their_entries():
    """A list is a list, with the place of its first entry."""
    node, _ = read("- a\n- b\n")
    assert isinstance(node, Sequence)
    assert data(node) == ["a", "b"]
