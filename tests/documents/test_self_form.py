"""The form and its template, opened again: by LibreOffice, by another PDF reader, by their own text."""

import collections
import io
import itertools
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest

from hub.content.read import read
from hub.documents import build, catalogue, self_form
from hub.documents.office.archive import rewritten
from hub.documents.paper import Paper
from hub.model.assessment import assess, rules_of
from hub.model.paper_rule import paper_rule
from tests.documents.office_reading import OFFICIAL, converted, member, places, word_text
from tests.documents.pdf_reading import flat, pdftotext

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def hub():
    """This repository's own content."""
    return read(ROOT).required()


def criteria_with(hub, **rules):
    """Return the criteria set with some rules' values changed."""
    criteria = hub.criteria["khung"]
    changed = [
        rule.model_copy(update={"value": rules[rule.id]}) if rule.id in rules else rule for rule in criteria.rules
    ]
    return criteria.model_copy(update={"rules": changed})


def word_form(hub, **rules):
    """Return the empty form as Word."""
    return self_form.empty(Paper(hub, ROOT, "vi"), criteria_with(hub, **rules))


def template(hub):
    """Return the template that the browser fills."""
    return self_form.template(Paper(hub, ROOT, "vi"), hub.criteria["khung"])


def printed_form(hub, **rules):
    """Return the empty form as PDF, and its number of pages."""
    drafts = self_form.drafts(lambda: Paper(hub, ROOT, "vi"), criteria_with(hub, **rules))
    job = build.Job("phieu", "Phiếu", tuple(drafts), 2, (("read", "phieu.pdf"),))
    data = build.make(job)["read"]
    return data, build.page_count(data)


def test_word_and_pdf_say_the_same_on_two_sides(hub, tmp_path):
    """LibreOffice draws the Word form on as many pages as the list says, each side with the text of the PDF's."""
    word, (printed, pages) = converted(word_form(hub), "phieu.docx", tmp_path), printed_form(hub)
    with pikepdf.open(io.BytesIO(word)) as pdf:
        assert len(pdf.pages) == pages == self_form.pages(hub.criteria["khung"]) == 2
    for side in ("1", "2"):
        drawn, laid_out = (
            flat(pdftotext(data, "-raw", "-f", side, "-l", side)).replace("☐ ", "") for data in (word, printed)
        )
        letters = [sorted(re.sub(r"[\s.…\d()-]", "", text)) for text in (drawn, laid_out)]
        assert letters[0] == letters[1]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pdftotext(word, "-raw", "-l", "1")


@pytest.mark.parametrize("kind", ["word", "pdf"])
def test_the_form_has_every_indicator_and_the_rule_of_its_set(hub, kind):
    """Ten rows, whose figures the rules give; the lines are those of the model, in its order."""
    text = flat(word_text(word_form(hub)) if kind == "word" else pdftotext(printed_form(hub)[0], "-raw"))
    criteria = hub.criteria["khung"]
    for indicator in criteria.indicators():
        assert str(indicator.name) in text
    for rule in ("pass-mark", "indicator-floor", "points-per-indicator", "pass-mark-difficult-areas"):
        assert str(criteria.rule(rule).says).replace(" ", "") in text.replace(" ", "")
    assert [line.kind for line in paper_rule(rules_of(criteria))] == ["below-floor", "out-of-reach", "blank", "rest"]
    lines = ("Có điểm nào dưới 5: chưa.", "A cộng B dưới 80: chưa.", "Còn dòng để trống: chưa đủ câu trả lời.")
    assert [text.index(line) for line in lines] == sorted(text.index(line) for line in lines)


@pytest.mark.parametrize("kind", ["word", "pdf"])
def test_an_unknown_rule_is_told_and_leaves_no_figure(hub, kind):
    """Without the pass mark, or the floor, the form says so and its lines ask for nothing else."""

    def text(**rules):
        return flat(word_text(word_form(hub, **rules)) if kind == "word" else pdftotext(printed_form(hub, **rules)[0]))

    no_mark = text(**{"pass-mark": None})
    assert "Chưa rõ tổng điểm để đạt" in no_mark
    assert "A cộng B dưới" not in no_mark
    no_floor = text(**{"indicator-floor": None})
    assert "Chưa rõ điểm thấp nhất" in no_floor
    assert "Còn dòng để trống và A dưới 80: chưa đủ câu trả lời." in no_floor
    neither = text(**{"pass-mark": None, "indicator-floor": None})
    assert "chỉ cộng A để biết, không nói đạt hay chưa" in neither


def read_and_follow(text, points):
    """Return what a person comes to who has only the printed lines, a pencil, and the column of maxima (10 each)."""
    given = [value for value in points.values() if value is not None]
    total, blank = sum(given), sum(value is None for value in points.values())
    if "chỉ cộng A để biết, không nói đạt hay chưa" in text:
        return "unknown"
    true = {
        r"Có điểm nào dưới (\d+): (chưa)\.": lambda mark: any(value < mark for value in given),
        r"A cộng B dưới (\d+): (chưa)\.": lambda mark: total + 10 * blank < mark,
        r"Còn dòng để trống: (chưa đủ câu trả lời)": lambda _: blank > 0,
        r"Còn dòng để trống và A dưới (\d+): (chưa đủ câu trả lời)": lambda mark: blank > 0 and total < mark,
        r"Còn lại: (có thể đạt)": lambda _: True,
    }
    found = [(one, rule) for pattern, rule in true.items() if (one := re.search(pattern, text))]
    for one, rule in sorted(found, key=lambda pair: pair[0].start()):
        mark = int(one[1]) if one[1].isdigit() else 0
        if rule(mark):
            return {"chưa": "not", "chưa đủ câu trả lời": "open", "có thể đạt": "may"}[one[one.re.groups]]
    raise AssertionError("the printed lines have no end")


def patterns_around_the_limits():
    """Every total from 78 to 82 with a lowest of 3 to 6, full; the same with one and three rows blank."""
    for blank, lowest, total in itertools.product((0, 1, 3), (3, 4, 5, 6), range(45, 83)):
        points = [None] * blank + [lowest]
        left = total - lowest
        for place in range(len(points), 10):
            points.append(min(10, max(0, left // (10 - place))))
            left -= points[-1]
        yield points


@pytest.mark.parametrize("mark", [80, None])
@pytest.mark.parametrize("floor", [5, None])
def test_whoever_follows_the_printed_lines_comes_to_the_verdict(hub, mark, floor):
    """Around every limit, and with each rule unknown, the words on paper lead where the engine leads."""
    changed = {"pass-mark": mark, "indicator-floor": floor}
    rules = rules_of(criteria_with(hub, **changed))
    text = flat(word_text(word_form(hub, **changed)))
    seen = collections.Counter()
    for row in patterns_around_the_limits():
        points = dict(zip(rules.maxima, row, strict=True))
        verdict = assess(rules, points).verdict
        assert read_and_follow(text, points) == verdict, points
        seen[verdict] += 1
    assert set(seen) == ({"unknown"} if mark is None and floor is None else {"may", "not", "open"})


def test_the_papers_are_working_aids_and_carry_nothing_an_office_gives(hub, real):
    """Form, template and guides say that they are working aids; none has a number, or a place for seal or name."""
    texts = [word_text(word_form(hub)), word_text(template(hub)), pdftotext(printed_form(hub)[0])]
    guides = [name for name in real.reading if name.startswith("cam-nang-")]
    assert len(guides) == 6
    texts += [pdftotext(real.data(name)) for name in guides]
    for text in texts:
        assert not re.search(OFFICIAL, text)
        assert "công cụ làm việc" in flat(text).lower()
        assert "không có số, dấu, chữ ký của cơ quan" in flat(text)


def test_every_place_of_the_template_lies_whole_in_one_run(hub):
    """A browser that replaces text in the XML finds each place once, unbroken."""
    xml = member(template(hub), "word/document.xml")
    wanted = ["GROUP", "DATE", "TOTAL", "VERDICT", *(f"{k}{n}" for k in "NPE" for n in range(1, 11))]
    assert sorted(places(xml)) == sorted(wanted)
    assert xml.count("{{") == xml.count("}}") == len(wanted)


def test_the_template_filled_with_the_worst_opens(hub, tmp_path):
    """Filled as the contract says, with signs of XML and long evidence, LibreOffice shows every value."""
    values = {f"E{n}": f"Sổ số {n} & ảnh <chụp>" for n in range(1, 11)} | {"E3": "giấy mời; " * 120, "TOTAL": "82"}

    def fill(name, data):
        if name != "word/document.xml":
            return data
        escape = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
        text = data.decode()
        for place in places(text):
            value = re.sub("[&<>]", lambda found: escape[found[0]], values.get(place, ""))
            text = text.replace(f"{{{{{place}}}}}", value)
        return text.encode()

    drawn = flat(pdftotext(converted(rewritten(template(hub), fill), "tu-cham.docx", tmp_path), "-raw"))
    assert drawn.count("giấy mời;") == 120
    assert all(f"Sổ số {n} & ảnh <chụp>" in drawn for n in (1, 2, 10))
    assert "{{" not in drawn
    assert re.search(r"Cộng \(A\)\s+82", drawn)


def test_members_are_sorted_and_of_one_date(hub):
    """What the bytes depend on is only the content."""
    for data in (word_form(hub), template(hub)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.namelist() == sorted(archive.namelist())
            assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(("side", "size"), [("top", 1134), ("bottom", 1134), ("left", 1701), ("right", 850)])
def test_the_margins_are_those_of_decree_30(hub, side, size):
    """20, 20, 30 and 15 mm on A4, in Times New Roman of 13 points, numbered from the second page on."""
    data = word_form(hub)
    xml, styles = (member(data, f"word/{name}.xml") for name in ("document", "styles"))
    found = int(re.search(rf'<w:pgMar[^>]* w:{side}="(\d+)"', xml)[1])
    assert abs(found - size) <= 2
    assert re.search(r'<w:pgSz[^>]* w:w="1190[5-7]" w:h="1683[7-9]"', xml)
    normal = re.search(r'<w:style [^>]*w:styleId="Normal".*?</w:style>', styles, re.DOTALL)[0]
    assert 'w:ascii="Times New Roman"' in normal
    assert "asciiTheme" not in normal
    assert '<w:sz w:val="26"/>' in normal
    assert "<w:titlePg/>" in xml
    levels = re.findall(r'<w:outlineLvl w:val="(\d)"/>', xml)
    assert levels == ["0", "1", "1", "1", "1"]


def second_form():
    """Return both forms of the second hub: no groups, no rules, an indicator whose maximum nobody knows."""
    second = read(ROOT / "tests" / "hubs" / "second").required()
    (criteria,) = second.criteria.values()
    paper = Paper(second, ROOT, "vi")
    drafts = self_form.drafts(lambda: Paper(second, ROOT, "vi"), criteria)
    made = build.make(build.Job("phieu", "Phiếu", tuple(drafts), 2, (("read", "phieu.pdf"),)))
    return word_text(self_form.empty(paper, criteria)), pdftotext(made["read"], "-raw")


def test_a_set_without_rules_gets_a_form_that_only_adds_up():
    """No box for a result, no line to read, no B; sections are numbered without a gap."""
    for text in map(flat, second_form()):
        assert "chỉ cộng A để biết, không nói đạt hay chưa" in text
        for absent in ("Kết quả:", "Đọc từ trên xuống", "A + B", "Quy tắc là lời của ai", "Nhóm của tôi"):
            assert absent not in text
        assert "1. Điểm tự chấm" in text
        assert "2. Cộng điểm trên giấy" in text
        assert "Viết đơn" in text


def test_a_set_with_many_indicators_still_has_a_form(hub):
    """A set of thirty indicators gets a form of more pages, whose number nobody claims to know for Word."""
    criteria = hub.criteria["khung"]
    many = [
        one.model_copy(update={"id": f"{one.id}-{n}"})
        for n in range(3)
        for part in criteria.criteria
        for one in part.indicators
    ]
    first = criteria.criteria[0].model_copy(update={"indicators": many})
    large = hub.model_copy(update={"criteria": {"khung": criteria.model_copy(update={"criteria": [first]})}})
    (document,) = [one for one in catalogue.documents(large, ROOT) if one.kind == "form"]
    assert self_form.pages(large.criteria["khung"]) is None
    made = build.make(build.plan_job(document))
    text = pdftotext(made["read"])
    assert text.count(str(many[0].name)[:20]) >= 3
    assert "Cộng (A)" in text
