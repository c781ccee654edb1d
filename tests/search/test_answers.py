"""What a small hub answers, asked in every way people type."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from tests.search.node import run_node
from tests.search.small_site import write_site

LEADS = {
    "a page by its title": ("kinh phí thực hiện", "ke-hoach/phan-iii/"),
    "without diacritics": ("kinh phi thuc hien", "ke-hoach/phan-iii/"),
    "decomposed": (unicodedata.normalize("NFD", "kinh phí thực hiện"), "ke-hoach/phan-iii/"),
    "half typed": ("kinh phí th", "ke-hoach/phan-iii/"),
    "half typed without diacritics": ("bo tieu ch", "tieu-chi/"),
    "tone on the other vowel": ("số hoá minh chứng", "ke-hoach/phan-ii/#ii-3-a"),
    "d for đ": ("bao giay dai phat thanh", "ke-hoach/phan-ii/#ii-2-a"),
    "a wrong letter": ("ngoại ngx", "tieu-chi/#ngoai-ngu"),
    "two letters swapped": ("kinh pih", "ke-hoach/phan-iii/"),
    "Telex without its keyboard": ("ngoai nguw", "tieu-chi/#ngoai-ngu"),
    "all in Telex": ("coong daan hocj taapj", "gioi-thieu/giai-thich-tu/#cdht"),
    "VNI without its keyboard": ("kinh1 phi1", "ke-hoach/phan-iii/"),
    "no space": ("kinhphi", "ke-hoach/phan-iii/"),
    "an abbreviation": ("CDHT là gì", "gioi-thieu/giai-thich-tu/#cdht"),
    "an abbreviation written out": ("ủy ban nhân dân xã", "ke-hoach/viec-cua/ubnd-xa/"),
    "an abbreviation nobody listed": ("HKH xã", "ke-hoach/viec-cua/hoi-khuyen-hoc-xa/"),
    "a slip that makes another word": ("cong dan hoc tam", "gioi-thieu/giai-thich-tu/#cdht"),
    "ch for tr": ("chắc nghiệm", "trac-nghiem/"),
    "tr for ch": ("minh trứng", "gioi-thieu/giai-thich-tu/#minh-chung"),
    "i for y": ("kĩ năng ngoại ngữ", "tieu-chi/#ngoai-ngu"),
    "a letter left out of a short word": ("kinh pi", "ke-hoach/phan-iii/"),
    "everyday words": ("tiền ở đâu ra", "ke-hoach/phan-iii/"),
    "everyday words without diacritics": ("hoc tieng anh", "tieu-chi/#ngoai-ngu"),
    "a clause by its number": ("II.2.c", "ke-hoach/phan-ii/#ii-2-c"),
    "a clause number with spaces": ("ii 2 c", "ke-hoach/phan-ii/#ii-2-c"),
    "a clause by figures alone": ("2.2.c", "ke-hoach/phan-ii/#ii-2-c"),
    "a wrong tone beside its neighbour": ("minh chưng số hóa", "ke-hoach/phan-ii/#ii-3-a"),
    "a term": ("khuyến tài", "gioi-thieu/giai-thich-tu/#khuyen-tai"),
    "a term before texts that use it": ("minh chứng", "gioi-thieu/giai-thich-tu/#minh-chung"),
    "a question": ("đạt bao nhiêu điểm", "tieu-chi/#quy-tac"),
    "by what stands above it": ("trắc nghiệm chương trình", "trac-nghiem/hieu/"),
    "the term before every page that says it": ("công dân học tập", "gioi-thieu/giai-thich-tu/#cdht"),
}
"""What each ability is tried with, and where it leads."""

HOSTILE = [
    *("", "   ", "+", "-xã", '"', "title:kế", "*", "kế^99", "a~1", "🙂🙂", "<script>alert(1)</script>", "__proto__"),
    *("constructor", "hasOwnProperty toString", "\\", "%00", "\0", "=ban1", "kinh_phi", "(((", "$& $1 {count}"),
]
"""What a query parser or a careless script would trip over."""

Ask = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Ask the small hub; returns for each query its answer."""
    site = tmp_path_factory.mktemp("site")
    write_site(site)

    def asked(*queries: str, locale: str = "vi") -> list[dict[str, Any]]:
        answers: list[dict[str, Any]] = run_node("ask.mjs", list(queries), str(site / "search" / locale), locale)
        return answers

    return asked


def paths(answer: dict[str, Any]) -> list[str]:
    """Return where an answer leads, the first result first."""
    return [result["path"] for result in answer["results"]]


@pytest.fixture(scope="module")
def led(ask: Ask) -> dict[str, list[str]]:
    """Where each of `LEADS` leads."""
    queries = [query for query, _ in LEADS.values()]
    return {name: paths(answer) for name, answer in zip(LEADS, ask(*queries), strict=True)}


@pytest.mark.parametrize("name", LEADS)
def test_a_query_leads_where_it_should(led: dict[str, list[str]], name: str):
    """The first result is the right place."""
    assert led[name][:1] == [LEADS[name][1]]


def test_spelling_decides_where_it_was_typed(ask: Ask):
    """ "bán" leads to selling, "bạn" to friends, "bàn" to tables; "ban" finds all of them."""
    ban, friend, table, plain = ask("bán", "bạn", "bàn", "ban")
    assert paths(ban)[0] == "tap-huan/hieu/#the"
    assert paths(friend)[0] == paths(table)[0] == "tap-huan/hieu/#ban"
    assert {"tap-huan/hieu/#the", "tap-huan/hieu/#ban"} <= set(paths(plain))


def test_another_tone_is_another_word(ask: Ask):
    """Who typed "người dân" in full does not mean the term "người dẫn", though its tone might still come."""
    people, leader = ask("người dân", "người dẫn")
    assert paths(people)[0] == "nguoi-dan/"
    assert paths(leader)[0] == "gioi-thieu/giai-thich-tu/#nguoi-dan"


def test_a_spelling_that_the_hub_lacks_finds_the_others(ask: Ask):
    """Who typed "bản" with the wrong tone, or meant what the hub does not have, gets the words of the same letters."""
    assert {"tap-huan/hieu/#the", "tap-huan/hieu/#ban"} <= set(paths(ask("bản")[0]))


def test_a_known_word_is_not_corrected(ask: Ask):
    """A wrong letter is guessed only when the word as typed is nowhere: "đạt" does not find "đặt" or "dạy"."""
    known = ask("đạt")[0]
    assert {path.partition("#")[0] for path in paths(known)} == {"tieu-chi/", "gioi-thieu/giai-thich-tu/"}
    assert known["unknown"] == []


def test_unknown_words_are_named(ask: Ask):
    """The rest is answered, and the answer says which word was nowhere."""
    answer = ask("kinh phí zzyzx")[0]
    assert answer["unknown"] == ["zzyzx"]
    assert paths(answer)[0] == "ke-hoach/phan-iii/"


def test_results_that_lack_a_rare_word_say_so(ask: Ask):
    """A result with half of the question names the other half."""
    answer = ask("phong trào doanh nghiệp")[0]
    missing = {result["path"]: result["missing"] for result in answer["results"]}
    assert missing["ke-hoach/phan-ii/#ii-2-c"] == ["doanh", "nghiệp"]


@pytest.mark.parametrize(
    ("query", "path", "marked"),
    [
        ("bao giay", "ke-hoach/phan-ii/#ii-2-a", ["báo giấy"]),
        ("cong dan hoc tap", "ke-hoach/", ["công dân học tập"]),
        ("hội khuyến học xã", "ke-hoach/viec-cua/ubnd-xa/", ["Hội Khuyến học", "xã"]),
        ("học", "gioi-thieu/giai-thich-tu/#cdht", ["học"]),
        ("giup nguoi tai", "gioi-thieu/giai-thich-tu/#khuyen-tai", ["Giúp người tài"]),
    ],
)
def test_a_passage_marks_what_was_meant(ask: Ask, query: str, path: str, marked: list[str]):
    """Across diacritics; half of a word that stands whole in the same text is not marked."""
    results = {result["path"]: result["marked"] for result in ask(query)[0]["results"]}
    assert results[path] == marked


def test_each_locale_finds_its_own_pages(ask: Ask):
    """English asks English pages, with plurals, synonyms and wrong letters of its own."""
    found = ask("quizzes", "money", "foreign languages", "critera", locale="en")
    assert [paths(answer)[:1] for answer in found] == [
        ["trac-nghiem/hieu/"],
        ["trac-nghiem/hieu/"],
        ["tieu-chi/#ngoai-ngu"],
        ["tieu-chi/"],
    ]
    assert paths(ask("khuyến tài", locale="en")[0]) == []


def test_one_long_page_does_not_hide_the_others(ask: Ask):
    """A third result of one page stands among the first five only when no other page has an answer left."""
    found = paths(ask("kế hoạch tuyên truyền phong trào minh chứng kinh phí chương trình")[0])
    pages = [path.partition("#")[0] for path in found]
    assert len(found) > 5
    most = max(pages[:5].count(page) for page in pages)
    assert most <= 2 or not set(pages[5:]) - {max(pages[:5], key=pages[:5].count)}


def test_whatever_is_typed_is_only_words(ask: Ask):
    """Operators, markup, names of objects and signs are looked for or skipped, never obeyed."""
    answers = {answer["query"]: paths(answer) for answer in ask(*HOSTILE)}
    for nothing in (
        "",
        "   ",
        "+",
        '"',
        "*",
        "🙂🙂",
        "<script>alert(1)</script>",
        "__proto__",
        "constructor",
        "\\",
        "(((",
    ):
        assert answers[nothing] == []
    assert answers["-xã"]
    assert answers["kinh_phi"][0] == "ke-hoach/phan-iii/"


def test_signs_do_not_change_a_query(ask: Ask):
    """lunr's own operators are signs like any other."""
    plain, signed, required = ask("kinh phí", '+"kinh" -phí*', "title:kinh^10 phí~2")
    assert paths(plain)[:1] == paths(signed)[:1]
    assert "ke-hoach/phan-iii/" in paths(required)


def test_a_long_paste_is_answered_soon(ask: Ask):
    """Ten thousand letters take no longer than a long question: what is beyond it is left out."""
    start = time.monotonic()
    answer = ask("kinh phí thực hiện " + "công dân học tập " * 700)[0]
    assert paths(answer)
    assert time.monotonic() - start < 20
    assert answer["ms"] < 5000
