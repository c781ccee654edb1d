"""A rendered page is cut where search can lead to, and only what is content is kept."""

from __future__ import annotations

from hub.search.sections import Section, sections

SHELL = (
    '<html lang="{lang}"><head><title>Tên ở thẻ</title></head>'
    "<body><nav>Mục lục</nav>{body}<footer>Chân trang</footer></body></html>"
)


def cut(article: str, lang: str = "vi", attributes: str = "") -> list[Section]:
    """Return the sections of a page whose article holds the given HTML."""
    return sections("trang/", SHELL.format(lang=lang, body=f"<article{attributes}>{article}</article>"), lang)


def brief(found: list[Section]) -> list[tuple[str, str, str]]:
    """Return address, title and text of each."""
    return [(section.path, section.title, section.text) for section in found]


def test_a_page_is_cut_at_headings_with_anchors():
    """What stands before the first heading is the page's; deeper headings stand under higher ones."""
    found = cut(
        "<h1>Trang</h1><p>Lời đầu.</p><h2 id='a'>Một</h2><p>Chữ một.</p><h3 id='b'>Hai</h3><p>Chữ hai.</p>"
        "<h2 id='c'>Ba</h2><p>Chữ ba.</p>"
    )
    assert brief(found) == [
        ("trang/", "Trang", "Lời đầu."),
        ("trang/#a", "Một", "Chữ một."),
        ("trang/#b", "Hai", "Chữ hai."),
        ("trang/#c", "Ba", "Chữ ba."),
    ]
    assert [section.headings for section in found] == [(), (), ("Một",), ()]


def test_a_heading_without_an_anchor_is_text():
    """Search cannot lead to it, so its words belong to what it stands in."""
    assert brief(cut("<h1>Trang</h1><h2>Không neo</h2><p>Chữ.</p>")) == [("trang/", "Trang", "Không neo\nChữ.")]


def test_a_clause_is_a_section_as_long_as_its_element():
    """Its number is its title; the words after it belong to the heading again."""
    found = cut(
        "<h1>Phần II</h1><h2 id='ii-3'>3. Công nghệ</h2>"
        "<div class='clause' id='ii-3-b'><a class='cid' href='#ii-3-b'>§ II.3.b</a><button>Chép</button>"
        "<p>Xây dựng học liệu mở.</p></div><p>Sau mục.</p>"
    )
    assert brief(found)[1:] == [
        ("trang/#ii-3", "3. Công nghệ", "Sau mục."),
        ("trang/#ii-3-b", "II.3.b", "Xây dựng học liệu mở."),
    ]
    assert found[2].headings == ("3. Công nghệ",)


def test_a_clause_stands_under_the_clause_its_number_names():
    """II.2.a stands under II.2 though the page does not nest them, and no section is named twice."""
    found = cut(
        "<h1>Phần II</h1><div class='clause' id='ii-2' data-search-section='Mục II.2. Tuyên truyền'><p>Chữ.</p></div>"
        "<div class='clause' id='ii-2-a'><a class='cid'>II.2.a</a><p>Chữ.</p></div>"
        "<h2 id='ii-3'>3. Công nghệ</h2><div class='clause' id='ii-3-a'><a class='cid'>II.3.a</a><p>Chữ.</p></div>"
    )
    assert {section.path: section.headings for section in found if section.headings} == {
        "trang/#ii-2-a": ("Mục II.2. Tuyên truyền",),
        "trang/#ii-3-a": ("3. Công nghệ",),
    }


def test_a_marked_element_takes_its_title_from_the_mark_or_its_first_heading():
    """`data-search-section` with a value names the section; without one its heading does, and is said once."""
    found = cut(
        "<h1>Trang</h1><section id='x' data-search-section='Thẻ số 1'><p>Một.</p></section>"
        "<section id='y' data-search-section><h3>Thẻ hai</h3><p>Hai.</p></section><p>Cuối.</p>"
    )
    assert brief(found) == [
        ("trang/", "Trang", "Cuối."),
        ("trang/#x", "Thẻ số 1", "Một."),
        ("trang/#y", "Thẻ hai", "Hai."),
    ]


def test_each_glossary_term_is_a_section():
    """A term lasts until the next one; what follows the list belongs to the page."""
    found = cut(
        "<h1>Giải thích từ</h1><dl><dt id='a'>Khuyến học <small data-search='off'>(còn viết: KH)</small></dt>"
        "<dd>Giúp việc học.</dd><dt id='b'>Khuyến tài</dt><dd>Giúp người tài.</dd></dl><p>Hết.</p>"
    )
    assert brief(found) == [
        ("trang/", "Giải thích từ", "Hết."),
        ("trang/#a", "Khuyến học", "Giúp việc học."),
        ("trang/#b", "Khuyến tài", "Giúp người tài."),
    ]


def test_what_is_not_content_is_left_out():
    """Marked, hidden and interactive parts are not searched: quiz options and keys, navigation, scripts."""
    found = cut(
        "<h1>Bài</h1><p>Giữ.<span data-search='off'>Nguồn</span></p><nav>Lối</nav><script>var x</script>"
        "<fieldset><legend>Câu hỏi?</legend><label><input type='radio'>Phương án</label></fieldset>"
        "<details data-search='off'>Đáp án</details><p hidden>Ẩn</p><svg><title>Hình</title></svg>"
        "<div aria-hidden='true'>Trang trí</div><button>Chấm</button><a class='headerlink' href='#x'>¶</a>"
        "<template>Mẫu</template><!-- ghi chú -->"
    )
    assert brief(found) == [("trang/", "Bài", "Giữ.\nCâu hỏi?")]


def test_a_list_of_links_is_no_content():
    """A list item or card title that is only a link names another page; a link in a sentence, or of a term, is read."""
    found = cut(
        "<h1>Mục</h1><ul><li><a href='../a/'>Trang kia</a></li><li>Xem <a href='../b/'>trang này</a> trước.</li></ul>"
        "<h3><a href='../c/'>Thẻ</a></h3><ul><li><a class='term' href='#x'>Minh chứng</a></li></ul>"
    )
    assert brief(found) == [("trang/", "Mục", "Xem trang này trước.\nMinh chứng")]


def test_keywords_are_gathered():
    """They stand on the section, on something inside it, or on the page; a clause's number is one."""
    found = cut(
        "<h1>Trang</h1><h2 id='a' data-search-keywords='từ một'>A</h2><p data-search-keywords='từ hai'>Chữ.</p>"
        "<section id='s' data-search-section='Mục II.1'><a class='cid' href='#s'>II.1</a><p>Chữ.</p></section>",
        attributes=" data-search-keywords='từ trang'",
    )
    assert [section.keywords for section in found] == ["từ trang", "từ một từ hai", "II.1"]


def test_text_is_composed_and_free_of_invisible_characters():
    """Decomposed letters and soft hyphens of a source do not hide a word."""
    found = cut("<h1>Trang</h1><p>ho\u0323c ta\u0302\u0323p x\u00ada\u0303</p>")
    assert found[0].text == "học tập xã"


def test_elements_that_touch_are_words_of_their_own():
    """A card's name and its example are not run together; punctuation after a word stays at the word."""
    found = cut("<h1>Trang</h1><ul><li><b>Sổ bán ngô</b><span>Ví dụ</span>, <a href='#'>xem</a>.</li></ul>")
    assert found[0].text == "Sổ bán ngô Ví dụ, xem."


def test_pages_that_ask_not_to_be_searched_are_not():
    """The search page itself, for one."""
    assert cut("<h1>Tìm</h1><div data-search-page='off'><p>Chữ.</p></div>") == []


def test_a_page_shown_in_another_language_is_left_to_that_language():
    """An English address that falls back to Vietnamese is not an English result."""
    assert cut("<h1>Trang</h1><p>Chữ.</p>", lang="en", attributes=" lang='vi'") == []
    assert len(cut("<h1>Page</h1><p>Text.</p>", lang="en", attributes=" lang='en'")) == 1


def test_without_an_article_there_is_nothing_to_find():
    """A page of another theme or an error page is skipped."""
    assert sections("x/", "<html lang='vi'><body><h1>Lỗi</h1></body></html>", "vi") == []


def test_what_only_shows_how_a_clause_begins_is_no_title():
    """The first words of a clause stand beside its number and above its own clauses; its title is the number."""
    found = cut(
        "<h1>Phần II</h1><div class='clause' id='ii-2' data-search-section='Mục II.2' data-search-lead='Tuyên truyền'>"
        "<p>Tuyên truyền.</p></div>"
        "<div class='clause' id='ii-2-a' data-search-section='Mục II.2.a'><p>Báo, đài.</p></div>"
    )
    assert [(section.title, section.lead) for section in found[1:]] == [
        ("Mục II.2", "Tuyên truyền"),
        ("Mục II.2.a", ""),
    ]
    assert found[2].headings == ("Mục II.2. Tuyên truyền",)


def test_a_page_says_that_it_goes_into_details():
    """One mark anywhere on it is enough; other pages stand by themselves."""
    assert cut("<h1>Trang</h1><p data-search-page='detail'>Chữ.</p>")[0].detail
    assert not cut("<h1>Trang</h1><p>Chữ.</p>")[0].detail
