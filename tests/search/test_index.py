"""What the two files of an index hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hub.search import index
from hub.search.kinds import KINDS
from hub.search.site import index_site
from hub.search.synonyms import Synonym


def page(title: str, body: str, lang: str = "vi") -> str:
    """Return a whole document."""
    return f"<html lang='{lang}'><body><article><h1>{title}</h1>{body}</article></body></html>"


PAGES = {
    "": page("Trang chủ", "<p>Chào.</p>"),
    "ke-hoach/": page("Kế hoạch", "<p>Hội khuyến học xã. Bán ngô.</p><h2 id='a'>Bạn học</h2><p>Cùng bàn.</p>"),
    "gioi-thieu/giai-thich-tu/": page("Giải thích từ", "<dl><dt id='kh'>Khuyến học</dt><dd>Giúp việc học.</dd></dl>"),
}


def read(pages: dict[str, str] = PAGES) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return both files as a browser reads them."""
    files = index.files(pages, "vi", [Synonym(["KH"], ["khuyến học"])])
    assert set(files) == {"titles.json", "bodies.json"}
    return json.loads(files["titles.json"]), json.loads(files["bodies.json"])


def holders(packed: dict[str, Any], term: str, field: str) -> list[int]:
    """Return the sections that hold a term in a field."""
    terms = packed["terms"].split(" ")
    if term not in terms:
        return []
    steps = packed["columns"][packed["fields"].index(field)][terms.index(term)]
    return [sum(steps[: place + 1]) for place in range(len(steps))]


def test_sections_are_listed_with_what_a_result_shows():
    """Address, title, kind, where it stands, length; a section's address is its anchor on its page."""
    titles, _ = read()
    kinds = [kind for kind, _ in KINDS]
    shown = [(entry["path"], entry["title"], kinds[entry["kind"]], entry.get("in")) for entry in titles["sections"]]
    assert shown == [
        ("", "Trang chủ", "about", None),
        ("gioi-thieu/giai-thich-tu/", "Giải thích từ", "glossary", None),
        ("#kh", "Khuyến học", "glossary", 1),
        ("ke-hoach/", "Kế hoạch", "plan", None),
        ("#a", "Bạn học", "plan", 3),
    ]


def test_words_are_indexed_folded_in_pairs_and_where_needed_as_spelled():
    """`bán`, `bạn` and `bàn` are told apart; `khuyến`, spelled in one way only, is not written twice."""
    titles, bodies = read()
    assert holders(titles["index"], "khuyen", "title") == [2]
    assert holders(bodies["index"], "khuyen_hoc", "text") == [3]
    assert holders(bodies["index"], "=ban1", "text") == [3]
    assert holders(bodies["index"], "=ban2", "text") == [4]
    assert holders(titles["index"], "=ban5", "title") == [4]
    assert not any(term.startswith("=khuy") for term in bodies["index"]["terms"].split(" "))


def test_words_parted_by_a_stop_word_are_neighbours_too():
    """`UBND các xã` is found as `UBND xã`; words parted by a comma are not neighbours."""
    _, bodies = read({"x/": page("X", "<p>UBND các xã, thị trấn</p>")})
    terms = set(bodies["index"]["terms"].split(" "))
    assert {"ubnd_cac", "cac_xa", "ubnd_xa", "thi_tran"} <= terms
    assert "xa_thi" not in terms


def test_meanings_of_terms_come_with_the_titles():
    """A glossary entry is answered whole by the first file; no text is sent twice."""
    titles, bodies = read()
    assert titles["sections"][2]["text"] == "Giúp việc học."
    assert bodies["texts"] == ["Chào.", "", "", "Hội khuyến học xã. Bán ngô.", "Cùng bàn."]
    assert holders(titles["index"], "giup", "text") == [2]
    assert holders(bodies["index"], "giup", "text") == []


def test_the_two_files_know_that_they_belong_together():
    """Another content is another build, so that an old copy of one file is noticed."""
    titles, bodies = read()
    assert titles["build"] == bodies["build"]
    changed, _ = read(PAGES | {"": page("Trang chủ", "<p>Chào bạn.</p>")})
    assert changed["build"] != titles["build"]


def test_the_same_pages_give_the_same_bytes():
    """A build does not depend on the order in which pages were read."""
    again = dict(reversed(PAGES.items()))
    assert index.files(PAGES, "vi", []) == index.files(again, "vi", [])


def test_synonyms_and_stop_words_travel_with_the_titles():
    """The browser needs nothing else to understand a query."""
    titles, _ = read()
    assert titles["synonyms"] == [[["KH"], ["khuyến học"]]]
    assert "của" in titles["stop"]


def test_each_locale_is_indexed_by_itself(tmp_path: Path):
    """The folder of a locale is its own tree; pages that fall back and pages below other locales stay out."""
    for path, text in {
        "index.html": page("Nhà", "<p>Chữ.</p>"),
        "ke-hoach/index.html": page("Kế hoạch", "<p>Chữ.</p>"),
        "404.html": page("Lỗi", "<p>Không có.</p>"),
        "en/index.html": page("Home", "<p>Text.</p>", "en"),
        "en/ke-hoach/index.html": page("Kế hoạch", "<p>Chữ.</p>", "en").replace("<article>", "<article lang='vi'>"),
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    index_site(tmp_path, ["vi", "en"], tmp_path)
    found = {
        locale: [
            entry["path"] for entry in json.loads((tmp_path / f"search/{locale}/titles.json").read_text())["sections"]
        ]
        for locale in ("vi", "en")
    }
    assert found == {"vi": ["", "ke-hoach/"], "en": [""]}


def test_a_hub_without_pages_has_an_empty_index():
    """Nothing to find is no error."""
    titles, bodies = read({})
    assert titles["sections"] == bodies["texts"] == []
