"""The self-check's pages: what they are made of, and the rule that paper adds up by."""

from __future__ import annotations

import itertools
import json
import random
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from hub.content.read import read
from hub.model.assessment import assess, rules_of
from hub.model.criteria import CriteriaSet
from hub.model.hub import Hub
from hub.pages.self_check import self_check_pages
from hub.pages.self_check_values import can_be_coded, indicator_hash, scale_steps
from hub.pages.site import SiteInput, made_pages
from tests import check_samples as samples

ROOT = Path(__file__).resolve().parents[2]
WORDS = {
    "vi": {"chưa": "not", "chưa đủ câu trả lời": "open", "có thể đạt": "may"},
    "en": {"not yet": "not", "not enough answers": "open", "may pass": "may"},
}
SETS: dict[str, dict[str, int | None]] = {
    "as known": samples.RULES,
    "no total": {**samples.RULES, "pass-mark": None},
    "no floor": {**samples.RULES, "indicator-floor": None},
    "no rule": {**samples.RULES, "pass-mark": None, "indicator-floor": None},
    "rules left out": {"points-per-indicator": 10},
    "maximum unknown": {**samples.RULES, "points-per-indicator": None},
    "other numbers": {"points-per-indicator": 12, "pass-mark": 61, "indicator-floor": 3},
}


@pytest.fixture(scope="module")
def real_hub() -> Hub:
    """The hub of this repository."""
    return read(ROOT).required()


def body(criteria: CriteriaSet, path: str = "tu-cham/tho-moc/", locale: str = "vi") -> str:
    """Return the staged body of one page."""
    pages = self_check_pages(samples.hub(criteria))
    return next(page.body for page in pages if page.path == path and page.locale == locale)


def data(html: str) -> dict[str, Any]:
    """Return the JSON block of a page."""
    found = re.search(r'<script type="application/json">(.*?)</script>', html, re.S)
    assert found
    return json.loads(found[1])


# --- paper ---


def printed_rule(html: str) -> list[str]:
    """Return the lines of the printed rule, as words."""
    rule = re.search(r'<ol class="paper__rule">(.*?)</ol>', html, re.S)
    assert rule
    return [
        unescape(re.sub(r"<(?!/?strong)[^>]+>", "", line)).strip() for line in rule[1].split("</li>") if line.strip()
    ]


def on_paper(html: str, maxima: list[int | None], points: list[int | None], locale: str = "vi") -> str:
    """Do what the paper says, knowing nothing but its sentences: returns the verdict of the first true line."""
    given = [value for value in points if value is not None]
    blank = [most for most, value in zip(maxima, points, strict=True) if value is None]
    a, b = sum(given), sum(most or 0 for most in blank)
    for line in printed_rule(html):
        condition, _, said = line.partition("<strong>")
        verdict = WORDS[locale].get(said.partition("</strong>")[0], "unknown")
        number = int((re.findall(r"\d+", condition) or ["0"])[0])
        true = {
            f"Có điểm nào dưới {number}: ": any(value < number for value in given),
            f"A cộng B dưới {number}: ": a + b < number,
            f"Mọi dòng để trống đều có số ở cột “Tối đa”, và A cộng B dưới {number}: ": None not in blank
            and a + b < number,
            "Còn dòng để trống: ": bool(blank),
            f"Còn dòng để trống và A dưới {number}: ": bool(blank) and a < number,
            "Còn lại: ": True,
            f"Some points are under {number}: ": any(value < number for value in given),
            f"A and B together are under {number}: ": a + b < number,
            "A row is left open: ": bool(blank),
            "Otherwise: ": True,
        }.get(condition, verdict == "unknown")
        if true:
            return verdict
    raise AssertionError("the paper says nothing")


def patterns(most: int) -> list[list[int | None]]:
    """Return every total around the marks, floors around theirs, with none, one, two and all left open."""
    near: list[list[int | None]] = []
    for low, high in itertools.product((3, 4, 5, 6), (7, 8, 9, most)):
        for count in (0, 1, 2, 9):
            near.append([low] * count + [high] * (10 - count))
    for total in (59, 60, 61, 62, 78, 79, 80, 81, 82):
        whole, rest = divmod(total, 10)
        near.append([whole + 1] * rest + [whole] * (10 - rest))
        for left in (1, 2):
            whole, rest = divmod(total - left * most, 10 - left)
            if 0 <= whole < most:
                near.append([None] * left + [whole + 1] * rest + [whole] * (10 - left - rest))
    near += [[None] * 10, [0] * 10, [most] * 10, [None, 4, *[most] * 8], [None, *[9] * 9], [None, *[7] * 9]]
    draw = random.Random("paper")
    near += [[draw.choice([None, 0, 3, 4, 5, 7, 8, 9, most]) for _ in range(10)] for _ in range(150)]
    return near


@pytest.mark.parametrize("known", SETS.values(), ids=SETS)
@pytest.mark.parametrize("path", ["tu-cham/", "tu-cham/tho-moc/"])
def test_paper_says_what_the_engine_says(known: dict[str, int | None], path: str):
    """Whoever adds up by the printed rule gets the engine's verdict, for every pattern around the limits."""
    criteria = samples.criteria(known)
    rules = rules_of(criteria)
    html = body(criteria, path)
    maxima = list(rules.maxima.values())
    for points in patterns(maxima[0] or 10):
        verdict = assess(rules, dict(zip(rules.maxima, points, strict=True))).verdict
        assert on_paper(html, maxima, points) == verdict, points


def test_paper_says_the_same_in_english():
    """The English sentences lead to the same verdicts."""
    criteria = samples.criteria()
    rules = rules_of(criteria)
    html = body(criteria, locale="en")
    for points in patterns(10):
        verdict = assess(rules, dict(zip(rules.maxima, points, strict=True))).verdict
        assert on_paper(html, [10] * 10, points, "en") == verdict, points


def test_paper_with_a_mark_for_difficult_areas():
    """A set that knows such a mark says which number to put in its place; one that does not shows its sentence."""
    known = body(samples.criteria({**samples.RULES, "pass-mark-difficult-areas": 70}))
    assert "Nếu theo mức “Quy tắc pass-mark-difficult-areas”, thay 80 bằng 70." in known
    assert data(known)["difficult"] == 70
    unknown = body(samples.criteria({**samples.RULES, "pass-mark-difficult-areas": None}))
    assert "Lời của nguồn về pass-mark-difficult-areas." in unknown
    assert data(unknown)["difficult"] is None
    assert 'name="vung"' not in unknown


# --- what stands on the pages ---


def test_every_group_has_its_page_in_every_locale():
    """The first page and one page a group, with all ten indicators, in both languages; nothing is hard-coded."""
    pages = self_check_pages(samples.hub())
    paths = ["tu-cham/", "tu-cham/tho-moc/", "tu-cham/tho-may/"]
    assert [(page.locale, page.path) for page in pages] == [(code, path) for code in ("vi", "en") for path in paths]
    for page in pages[1:3]:
        assert re.findall(r'data-item="([^"]+)"', page.body) == list(samples.NAMES)
        for name in samples.NAMES:
            for said in ("Ví dụ c của", "Sổ tay", "Mức 7 của"):
                assert f"{said} {name}" in page.body


def test_the_real_hub_has_its_six_groups(real_hub: Hub):
    """Each of the plan's six groups has a page with the examples of its own guide."""
    pages = {page.path: page for page in made_pages(real_hub, SiteInput(ROOT, "2026-11-24"))}
    criteria = real_hub.criteria["khung"]
    for group in criteria.groups:
        html = unescape(pages[f"tu-cham/{group.id}/"].body)
        for one in real_hub.guides[f"khung/{group.id}"].indicators:
            assert str(one.looks_like[0]) in html
            assert str(one.scale[-1].means) in html


def test_no_figure_for_difficult_areas(real_hub: Hub):
    """No page of the hub shows another mark than the one that has a source; whom to ask is said."""
    for page in self_check_pages(real_hub):
        words = re.sub(r"<[^>]+>", " ", page.body)
        assert not re.search(r"\b70\b", words)
        assert ("Hãy hỏi Hội Khuyến học xã" if page.locale == "vi" else "Ask the") in unescape(words)


def test_words_to_one_group_stay_on_its_page():
    """What a source says of an indicator to one group stands, with the source, on that group's page alone."""
    said = {"group": "tho-moc", "text": samples.both("Với thợ mộc là bào gỗ."), "source": "bang-mau"}
    criteria = samples.criteria(muc_1={"said_to": [said]})
    own = body(criteria)
    assert "Với thợ mộc là bào gỗ." in own
    assert "gioi-thieu/nguon/#bang-mau" in own
    assert "Với thợ mộc" not in body(criteria, "tu-cham/tho-may/")
    assert "Với thợ mộc" not in body(criteria, "tu-cham/")


def test_a_set_without_guides_can_still_be_scored():
    """Without examples and scale every point from 0 to the maximum can be chosen."""
    hub = samples.hub(guides=[])
    html = next(page.body for page in self_check_pages(hub) if page.path == "tu-cham/tho-moc/")
    assert re.findall(r'name="diem-muc-3" value="(\d+)"', html) == [str(value) for value in range(11)]
    assert "Ví dụ: thợ mộc" not in html
    assert 'type="checkbox"' not in html


def test_no_groups_no_pages():
    """A set that names no groups has no self-check."""
    criteria = samples.criteria().model_copy(update={"groups": []})
    assert self_check_pages(samples.hub(criteria, [])) == []


def test_content_cannot_break_the_page():
    """Names with signs of HTML stay words, in the form and in the data."""
    html = body(samples.criteria(muc_1={"name": samples.both("</script><img src=x onerror=alert(1)>")}))
    assert "<img" not in html
    assert data(html)["indicators"][0]["name"] == "</script><img src=x onerror=alert(1)>"


# --- points ---


def test_maxima_follow_the_set():
    """An indicator's own points win over the common rule; without both the points are typed."""
    html = body(samples.criteria(muc_1={"points": 4}, muc_2={"points": 100}))
    assert re.findall(r'name="diem-muc-1" value="(\d+)"', html)[-1] == "4"
    assert re.search(r'<input[^>]*type="number"[^>]*name="diem-muc-2"[^>]*max="100"', html)
    assert re.findall(r'name="diem-muc-3" value="(\d+)"', html)[-1] == "10"
    unknown = body(samples.criteria({"pass-mark": 80}))
    assert re.search(r'<input[^>]*type="number"[^>]*name="diem-muc-1"[^>]*min="0" step', unknown)
    assert "điểm cao nhất chưa rõ" in unknown


def test_a_scale_covers_every_point_once():
    """Steps hold the points they describe; points nobody described stand alone, none beyond the maximum."""
    guide = samples.guide("tho-moc").indicators[0]
    steps = scale_steps(guide, 10, "vi")
    assert [step["points"] for step in steps] == [[0, 1, 2, 3], [4, 5, 6], [7, 8, 9, 10]]
    assert [step["points"] for step in scale_steps(guide, 5, "vi")] == [[0, 1, 2, 3], [4, 5]]
    assert [step["points"] for step in scale_steps(guide, 12, "vi")][-1] == [11, 12]
    assert scale_steps(guide, None, "vi")[0] == {"points": [], "name": "0–3", "means": "Mức 0 của muc-1."}


def test_the_hash_follows_what_points_rest_on():
    """Name, meaning, maximum and scale change it; a translation or a note does not."""
    one = samples.criteria().indicators()[0]
    guide = samples.guide("tho-moc").indicators[0]
    base = indicator_hash(one, 10, guide)
    changed = samples.criteria(muc_1={"plain": samples.both("Khác.")}).indicators()[0]
    translated = samples.criteria(muc_1={"name": {"": str(one.name), "en": "Another"}, "note": "x"}).indicators()[0]
    assert indicator_hash(changed, 10, guide) != base
    assert indicator_hash(one, 9, guide) != base
    assert indicator_hash(one, 10, None) != base
    assert indicator_hash(translated, 10, guide) == base


def test_what_the_short_code_has_room_for():
    """Ten indicators of ten points fit; an unknown maximum or thirty indicators do not."""
    assert can_be_coded(rules_of(samples.criteria()))
    assert not can_be_coded(rules_of(samples.criteria({"pass-mark": 80})))
    names = tuple(f"muc-{number}" for number in range(30))
    assert not can_be_coded(rules_of(samples.criteria(names=names)))
