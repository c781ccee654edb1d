"""The booklets "Cẩm nang tự chấm": everything of a group's guide, each indicator on two facing pages."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from hub.content.read import read
from tests.documents.pdf_reading import flat, pdftotext

ROOT = Path(__file__).parents[2]
GROUPS = ["nong-dan", "cong-nhan", "cong-chuc", "vien-chuc", "doanh-nhan", "can-bo-quan-ly"]
SCALE = "Thang điểm của nhóm biên soạn"


@pytest.fixture(scope="module")
def hub():
    """This repository's own content."""
    return read(ROOT).required()


def squeezed(text):
    """Return text without white space and hyphens at line ends, which readers place differently."""
    return "".join(str(text).replace("-", "").split())


def by_page(data):
    """Return the text of each page."""
    count = len(PdfReader(io.BytesIO(data)).pages)
    return [flat(pdftotext(data, "-raw", "-f", str(n), "-l", str(n))) for n in range(1, count + 1)]


def test_there_is_one_for_each_group_of_the_set(hub, real):
    """Six guides, in Vietnamese only, each also to fold on at most eight sheets."""
    assert [group.id for group in hub.criteria["khung"].groups] == GROUPS
    guides = {name: entry for name, entry in real.entries.items() if entry["kind"] == "guide"}
    assert set(guides) == {f"cam-nang-{group}" for group in GROUPS}
    for entry in guides.values():
        assert entry["locale"] == "vi"
        (fold,) = [file for file in entry["files"] if file["use"] == "fold"]
        assert fold["sheets"] <= 8


@pytest.mark.parametrize("group", GROUPS)
def test_everything_of_the_guide_is_printed(hub, real, group):
    """Examples, evidence, scale and small step of all ten indicators, what differs, what is not known."""
    guide = hub.guides[f"khung/{group}"]
    text = squeezed(" ".join(by_page(real.data(f"cam-nang-{group}.pdf"))))
    for part in [guide.summary, *guide.differs, *guide.unknown]:
        assert squeezed(part) in text
    for indicator in guide.indicators:
        wanted = [*indicator.looks_like, indicator.small_step, *(step.means for step in indicator.scale)]
        wanted += [one.what for one in indicator.evidence] + [one.where for one in indicator.evidence]
        assert [str(part) for part in wanted if squeezed(part) not in text] == []
    assert text.count(squeezed(SCALE)) == text.count(squeezed("Ví dụ của nhóm biên soạn")) == 10


@pytest.mark.parametrize("group", GROUPS)
def test_each_indicator_lies_on_two_facing_pages(hub, real, group):
    """What it looks like is on the left, the scale with room to write on the right: nothing to turn while scoring."""
    pages = by_page(real.data(f"cam-nang-{group}.pdf"))
    for number, indicator in enumerate(hub.criteria["khung"].indicators(), start=1):
        title = squeezed(f"{number}. {indicator.name}")
        (left,) = [
            n for n, text in enumerate(pages, 1) if title in squeezed(text) and "Ví dụ của nhóm biên soạn" in text
        ]
        assert left % 2 == 0
        assert SCALE in pages[left]
        assert "Điểm của tôi:" in pages[left]


@pytest.mark.parametrize("group", GROUPS)
def test_the_rule_to_add_up_is_not_parted(hub, real, group):
    """The lines to read from the top stand on one page."""
    lines = ["Có điểm nào dưới 5: chưa.", "A cộng B dưới 80: chưa.", "Còn lại: có thể đạt."]
    pages = by_page(real.data(f"cam-nang-{group}.pdf"))
    assert len([text for text in pages if all(line in text for line in lines)]) == 1


def test_a_group_without_a_guide_or_an_indicator_without_an_entry_is_no_failure(built):
    """The hand-made hub's guide speaks of one of three indicators; the others say that it does not."""
    text = flat(pdftotext(built.data("cam-nang-nong-dan.pdf"), "-raw"))
    assert text.count("Cẩm nang chưa nói tới chỉ số này.") == 2
    assert "Hỏi giá ở hai nơi." in text
