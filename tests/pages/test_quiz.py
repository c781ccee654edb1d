"""What a quiz's page holds before any script runs."""

from __future__ import annotations

import json
import re

import markdown
import yaml
from tinyhtml5 import parse

from hub.locales import HERE
from hub.pages.quiz import content_hash, quiz_index, quiz_page, script_json
from tests import quiz_samples

EXTENSIONS = ["attr_list", "md_in_html", "tables"]


def page(locale: str = "vi", **changes):
    """Return the sample quiz's page, with some fields changed."""
    hub = quiz_samples.hub(quiz_samples.quiz(**changes))
    return quiz_page(hub, hub.quizzes["mau"], locale)


def tree(text: str):
    """Return staged Markdown as a browser's parser reads it."""
    return parse(markdown.markdown(text, extensions=EXTENSIONS), namespace_html_elements=False)


def words(element) -> str:
    """Return an element's text, spaces folded."""
    return " ".join("".join(element.itertext()).split())


def data_of(text: str) -> dict:
    """Return what the page hands to its script."""
    return json.loads(re.search(r'<script type="application/json">(.*?)</script>', text)[1])


def test_markdown_passes_the_page_through_untouched():
    """Generated HTML stands in blocks without blank lines, so Markdown changes nothing in it."""
    text = page()
    heading, _, html = text.partition("\n\n")
    assert "\n\n" not in html.strip()
    rendered = markdown.markdown(text, extensions=EXTENSIONS)
    assert html.strip() in rendered
    assert heading == "# Bài mẫu: lịch họp và việc học"


def test_each_item_is_a_named_group_with_labelled_controls():
    """Every item is a fieldset with a legend; every control lies in a label; names group by item."""
    fieldsets = tree(page()).findall(".//fieldset")
    assert len(fieldsets) == 5
    for number, fieldset in enumerate(fieldsets, 1):
        assert words(fieldset.find("legend")).startswith(f"Câu {number} / 5 · ")
        names = {control.get("name") for control in fieldset.findall(".//label/input")}
        assert names == {fieldset.get("id").removeprefix("cau-")}
        assert len(fieldset.findall(".//input")) == len(fieldset.findall(".//label/input"))


def test_the_kind_decides_control_and_hint():
    """One right option gives radio buttons, several give checkboxes, a statement has no letters."""
    kinds = [
        (fieldset.find(".//input").get("type"), words(fieldset.find("legend")).split(" · ")[1])
        for fieldset in tree(page()).findall(".//fieldset")
    ]
    assert kinds[0] == ("radio", "chọn một Chị Mẩy muốn xem lịch họp xóm. Xem ở đâu trước tiên?")
    assert kinds[1] == ("checkbox", "chọn mọi ý đúng Những việc nào là học?")
    assert kinds[2] == ("radio", "đúng hay sai Xóm họp vào tối thứ bảy.")
    labels = [words(label) for label in tree(page()).findall(".//fieldset")[2].findall(".//label")]
    assert labels == ["Đúng", "Sai"]


def test_without_script_the_key_is_in_closed_details():
    """Each item carries its answer and the reason of every option in details that are closed."""
    for fieldset, item in zip(tree(page()).findall(".//fieldset"), quiz_samples.quiz().items, strict=True):
        (key,) = fieldset.findall("details")
        assert key.get("open") is None
        reasons = [words(reason) for reason in key.findall(".//*[@data-reason]")]
        assert reasons == [str(option.rationale) for option in item.choices()]
    answers = [words(key.find("p")) for key in tree(page()).findall(".//details")]
    assert answers == ["Đáp án: A", "Đáp án: A, B", "Đáp án: Đúng", "Đáp án: A, B, C", "Đáp án: A"]


def test_options_stand_in_the_order_written():
    """Nothing is shuffled: paper, key and page agree."""
    (_, fieldset, *_) = tree(page()).findall(".//fieldset")
    assert [control.get("value") for control in fieldset.findall(".//input")] == ["a", "b", "c", "d"]
    assert [words(label) for label in fieldset.findall(".//label")] == [
        f"{letter}. {option.text}"
        for letter, option in zip("ABCD", quiz_samples.quiz().items[1].choices(), strict=True)
    ]
    assert data_of(page())["items"][1]["key"] == ["a", "b"]


def test_a_citation_leads_to_its_clause_and_an_internal_source_is_not_shown():
    """Reasons rest on a linked place; what is internal is neither named nor linked."""
    text = page()
    links = tree(text).findall(".//details/p/a")
    assert (words(links[0]), links[0].get("href")) == ("mục I.2 của Kế hoạch", "../../ke-hoach/phan-i/#i-2")
    assert (words(links[2]), links[2].get("href")) == (
        "Bảng tiêu chí mẫu",
        "../../gioi-thieu/nguon/#bang-tieu-chi",
    )
    assert "nội bộ" not in text
    assert "noi-bo" not in text


def test_text_is_escaped_and_only_bold_is_marked_up():
    """Tags in a text are shown, never obeyed; two asterisks make bold."""
    evil = quiz_samples.items()
    evil[0]["stem"] = "</script><img src=x onerror=alert(1)> & **đậm**"
    text = page(items=evil)
    stem = tree(text).find(".//legend")
    assert words(stem).endswith("chọn một </script><img src=x onerror=alert(1)> & đậm")
    assert [words(bold) for bold in stem.findall("strong")] == ["đậm"]


def test_the_json_block_cannot_be_left():
    """Whatever a text holds, the data block ends where it should and reads back the same."""
    bands = [{"from_percent": 0, "text": "</script><!-- & --> \u2028 “ngoặc”"}]
    text = page(feedback_bands=bands)
    assert text.count("</script>") == 1
    assert data_of(text)["bands"] == bands
    assert json.loads(script_json("</SCRIPT><!--&")) == "</SCRIPT><!--&"
    assert "<" not in script_json("</SCRIPT><!--&")


def test_no_inline_style_handler_or_script():
    """The page obeys the strict policy: the only script element is a data block."""
    text = page() + quiz_index(quiz_samples.hub(), "vi")
    assert not re.search(r"<[^>]*\s(style|on\w+)=", text)
    assert re.findall(r"<script[^>]*>", text) == ['<script type="application/json">']


def test_the_english_page_is_english():
    """Every sentence of the page and of its script exists in both languages."""
    text = page("en")
    assert "Question 1 / 5" in text
    assert data_of(text)["decimal"] == "."
    assert data_of(page())["decimal"] == ","
    for area in ("quiz", "quiz_says"):
        vi, en = (yaml.safe_load((HERE / code / f"{area}.yml").read_text("utf-8")) for code in ("vi", "en"))
        assert list(vi) == list(en)
        for key in vi:
            assert set(re.findall(r"\{\w+\}", vi[key])) == set(re.findall(r"\{\w+\}", en[key])), key
            assert vi[key] != en[key] or not re.search(r"[^\W\d_]", re.sub(r"\{\w+\}", "", vi[key])), key


def test_both_languages_share_answers():
    """The hash does not depend on the page's language, so a half-done quiz goes on in the other one."""
    assert data_of(page("en"))["items"] == data_of(page())["items"]


def test_the_hash_follows_the_question_and_nothing_else():
    """Stem, options, key and translations change it; rationale, sources and place in the quiz do not."""

    def changed(edit):
        (first, *_) = quiz_samples.items()
        edit(first)
        return content_hash(quiz_samples.quiz(items=[first, *quiz_samples.items()[1:]]).items[0], ["vi", "en"])

    same = content_hash(quiz_samples.quiz().items[0], ["vi", "en"])
    assert changed(lambda item: None) == same
    assert changed(lambda item: item["options"][0].update(rationale="Khác.")) == same
    assert changed(lambda item: item.update(sources=[{"source": "bang-tieu-chi"}], asks="recall")) == same
    assert changed(lambda item: item["stem"].update({"": "Câu khác?"})) != same
    assert changed(lambda item: item["stem"].update(en="Another?")) != same
    assert changed(lambda item: item["options"][1]["text"].update({"": "Khác"})) != same
    assert changed(lambda item: item["options"].reverse()) != same

    def other_key(item):
        item["options"][0]["key"], item["options"][1]["key"] = False, True

    assert changed(other_key) != same


def test_an_objective_links_to_where_it_is_taught():
    """The result names every objective that is tested, with a link to read up where there is one."""
    objectives = [
        {"id": "lich", "text": "Tìm lịch", "learn": "tap-huan/"},
        {"id": "viec", "text": "Kể việc"},
        {"id": "thua", "text": "Không có câu nào"},
    ]
    rows = tree(page(objectives=objectives)).findall(".//*[@class='score__objectives']/li")
    assert [row.get("data-part") for row in rows] == ["objective-lich", "objective-viec"]
    assert [link.get("href") for link in rows[0].findall("a")] == ["../../tap-huan/"]
    assert rows[1].findall("a") == []


def test_the_list_names_each_quiz_with_its_size_and_module():
    """Quizzes of no module come first; each card tells number of items, minutes, and its module."""
    loose, bound = quiz_samples.quiz(), quiz_samples.quiz(id="a-bai", title="Bài của chuyên đề", module="chuyen-de")
    hub = quiz_samples.hub(bound, loose)
    found = tree(quiz_index(hub, "vi"))
    assert [words(title) for title in found.findall(".//h2")] == ["Bài của chuyên đề", "Bài mẫu: lịch họp và việc học"]
    assert [words(facts) for facts in found.findall(".//*[@class='quizzes__facts']")] == ["5 câu · khoảng 5 phút"] * 2
    links = found.findall(".//a")
    assert [link.get("href") for link in links] == ["a-bai/", "mau/"]
    assert links[0].get("aria-label") == "Làm bài: Bài của chuyên đề"
