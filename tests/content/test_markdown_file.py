"""Prose pages: what is read of them, and where it stands."""

import time

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.content.markdown_file import read_doc
from hub.content.marks import SourceText
from hub.content.nodes import data


def read(text: str):
    """Read a page that has no mistakes."""
    doc, problems = read_doc(SourceText("a.md", text))
    assert problems == []
    return doc


PAGE = """---
title: Trang
---
# Tiêu đề {#dau}

Xem [một](/a/#b "tên") và ![hình](c.svg), <https://d.example>.
`[mã](x)` <b id="e">đậm</b>

## Hai
## Hai

```
[mã](y)
# Không
```
<!-- [ghi chú](z) -->
Đoạn
{: #doan .lead }

[f]: https://g.example
"""


def test_links_pictures_and_definitions_have_places():
    """Links in words are found where they lead to; those in code and comments are not links."""
    assert [(link.kind, link.target, link.mark.line, link.mark.column) for link in read(PAGE).links] == [
        ("link", "/a/#b", 6, 11),
        ("image", "c.svg", 6, 35),
        ("definition", "https://d.example", 6, 44),
        ("definition", "https://g.example", 20, 6),
    ]


def test_anchors_come_from_headings_attributes_and_html():
    """Anchors are explicit ids, words of headings, numbered where they repeat, and ids of tags."""
    doc = read(PAGE)
    assert doc.anchors == {"dau", "hai", "hai_1", "doan", "e"}
    assert [(heading.level, heading.text) for heading in doc.headings] == [(1, "Tiêu đề"), (2, "Hai"), (2, "Hai")]
    assert data(doc.meta) == {"title": "Trang"}
    assert doc.first_line == 4


@pytest.mark.parametrize(
    "words", ["Đi học đều", "Một câu hỏi?", "**Đậm** và `mã`", "Ba, bốn – năm", "???", "A [b](c) d"]
)
def test_anchors_of_headings_are_those_of_the_site(words):
    """The anchor of a heading is what the site's Markdown gives it, twice in one page too."""
    text = f"## {words}\n\n## {words}\n"
    html = markdown.markdown(text, extensions=["toc", "attr_list"])
    assert all(f'id="{anchor}"' in html for anchor in read(text).anchors)
    assert len(read(text).anchors) == 2


def test_bare_text_keeps_every_place():
    """What is no prose is blanked out, and what is left stands where it stood."""
    doc = read(PAGE)
    bare = doc.bare
    assert len(bare.text) == len(doc.source.text.replace("---\ntitle: Trang\n---", "\n\n"))
    assert bare.line(6).index("một") == doc.source.line(6).index("một")
    for gone in ("https", "c.svg", "lead", "mã", "ghi chú", "<b", "title"):
        assert gone not in bare.text
    assert "đậm" in bare.text


def test_an_open_front_matter_is_told():
    """Dashes that are never closed are an error at the top, and nothing else is read."""
    doc, problems = read_doc(SourceText("a.md", "---\ntitle: x\n\n[a](b)\n"))
    assert [(p.key, p.mark.line) for p in problems] == [("front_matter_open", 1)]
    assert doc.links == []


def test_mistakes_of_front_matter_have_the_line_of_the_file():
    """A YAML mistake at the top of a page is told at its own line."""
    _, problems = read_doc(SourceText("a.md", "---\ntitle: x\norder: 1\ntitle: y\n---\n"))
    assert [(p.key, p.mark.line, p.mark.column) for p in problems] == [("duplicate_key", 4, 1)]


HOSTILE = [
    "[" * 500_000,
    "](" * 300_000,
    "[a](" * 200_000,
    "`" * 500_000,
    "<a" * 300_000,
    "{#" * 300_000,
    "# a\n" * 50_000,
    "# a" + " " * 500_000 + "x",
    "<!--" * 100_000,
    "` `" * 200_000,
    "a(" * 200_000 + "](",
]


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:6])
def test_hostile_pages_end_soon(text):
    """A page made to exhaust the reader is read in a moment."""
    start = time.monotonic()
    doc, _ = read_doc(SourceText("a.md", text))
    assert doc.bare.text
    assert time.monotonic() - start < 30


@given(st.text(alphabet="ab \n#[]()!`<>{}:-*|\"'/ệ", max_size=120))
@settings(max_examples=300, deadline=None)
def test_any_page_is_read(text):
    """Whatever a page holds, its places lie within it and its blanked copy is as long as it is."""
    source = SourceText("a.md", text)
    doc, _ = read_doc(source)
    for mark in [link.mark for link in doc.links] + [tag.mark for tag in doc.tags]:
        assert 1 <= mark.line <= len(source.lines)
        assert mark.column <= len(source.line(mark.line)) + 1
    assert [len(line) for line in doc.bare.lines[doc.first_line - 1 :]] == [
        len(line) for line in source.lines[doc.first_line - 1 :]
    ]
