"""The page on the way to the targets: made from the plan alone, in each language that has its words."""

import re
from pathlib import Path

import pytest

from hub.content.read import read
from hub.model.targets import road
from hub.pages.links import ROAD
from hub.pages.plan import plan_pages
from hub.pages.targets import EXAMPLE, road_pages
from tests.documents.small_hub import small_hub

ROOT = Path(__file__).resolve().parents[2]
SHEET = {"kind": "counting", "locale": "vi", "files": [{"use": "xlsx", "name": "b.xlsx", "bytes": 70_000, "sheets": 6}]}


@pytest.fixture(scope="module")
def hub():
    """This repository's own content."""
    return read(ROOT).required()


def body(hub, locale="vi", downloads=(), today="2026-11-24"):
    """Return the page's body in one language."""
    (page,) = [one for one in road_pages(hub, list(downloads), today) if one.locale == locale]
    return page.body


def test_each_target_stands_in_the_plans_words_with_every_year(hub):
    """Wording, percentages and clauses are the plan's; what nobody knows is said."""
    text = body(hub)
    targets = {target.id: target for target in hub.plan.targets}
    for counting in hub.plan.counting:
        target = targets[counting.target]
        assert f"<p>{target.population}: {target.measure}</p>" in text
        for one in (one for one in hub.plan.targets if one.series == target.series):
            assert f"<b>{one.year}: {one.percent:g} %</b>" in text
            assert f"mục {one.clause}" in text
        assert all(f"<dd>{unknown}</dd>" in text for unknown in counting.unknown)
    assert {one.series for one in hub.plan.targets} == {targets[one.target].series for one in hub.plan.counting}


def test_the_example_is_marked_and_right(hub):
    """Three made-up hamlets, said to be so, with the model's figures."""
    text = body(hub)
    table = text[text.index("<caption>Ví dụ") :]
    way = road(EXAMPLE, 60, 4)
    cells = re.findall(r'<td role="cell" class="n" data-l="2027">(\d+)</td>', table)
    assert cells == [str(row.years[0]) for row in (*way.rows, way.total)]
    assert "Ví dụ: ba xóm đặt ra để minh họa, không phải số thật." in text
    assert "250 người nhân 60 % là 150 người. Đã có 85, còn thiếu 65. Chia cho 4 năm." in text


def test_self_scores_are_never_called_fulfilment(hub):
    """Both languages say it before anything is typed."""
    assert "Người tự chấm đủ điểm vẫn chưa được đếm." in body(hub)
    assert "Whoever scored themselves high enough is not counted yet." in body(hub, "en")


@pytest.mark.parametrize("today", ["2030-12-31", "2031-06-01", "2027-01-01"])
def test_the_page_is_made_in_any_year(hub, today):
    """When a target has come, the example has no years to spread over and the page still stands."""
    years = re.findall(r'scope="col" role="columnheader" class="n">(\d{4})<', body(hub, today=today))
    assert years == [str(year) for year in range(int(today[:4]) + 1, 2031)]


def test_the_sheet_is_offered_only_where_it_was_built(hub):
    """With its format, sheets and size; the first language's where there is no other; nothing where nothing is."""
    assert "bang-tinh" not in body(hub)
    assert 'href="../../downloads/b.xlsx">Tải bảng tính</a><span class="file">XLSX · 6 trang tính · 70 kB<' in body(
        hub, downloads=[SHEET]
    )
    assert 'href="../../../downloads/b.xlsx"' in body(hub, "en", [SHEET])


def test_another_hub_gets_its_own_targets_or_no_page():
    """A plan without ways of counting has no page and no link to it; a hub without English no English page."""
    hub = small_hub()
    assert [page.locale for page in road_pages(hub, [], "2026-11-24")] == ["vi"]
    text = body(hub)
    assert "Nguyên Bình" not in text
    assert "<b>2025: 40 %</b>" in text
    without = hub.model_copy(update={"plan": hub.plan.model_copy(update={"counting": []})})
    assert road_pages(without, [], "2026-11-24") == []
    targets = {page.path: page.body for page in plan_pages(without, "2026-11-24")}["ke-hoach/chi-tieu/"]
    assert ROAD.removeprefix("ke-hoach/") not in targets
    linked = {page.path: page.body for page in plan_pages(hub, "2026-11-24")}["ke-hoach/chi-tieu/"]
    assert 'href="../di-toi-muc-tieu/"' in linked


def test_data_cannot_end_its_script(hub):
    """A target whose words hold markup stays data."""
    plan = hub.plan
    bad = [one.model_copy(update={"short": one.short.__class__("</script><b>x")}) for one in plan.targets]
    text = body(hub.model_copy(update={"plan": plan.model_copy(update={"targets": bad})}))
    data = text[text.index('<script type="application/json">') :].partition("</script>")[0]
    assert "\\u003c/script\\u003e" in data
    assert "<b>x" not in text
