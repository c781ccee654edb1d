"""What the guide pages say, and that what is ours is marked as ours."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from hub.content.read import read
from hub.locales import strings
from hub.pages.guides import Around, guide_pages

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def hub():
    """This repository's own content."""
    return read(ROOT).required()


def test_each_group_with_a_guide_has_a_page_in_each_language(hub):
    """One page a group and language, under the criteria."""
    groups = [group.id for group in hub.criteria["khung"].groups]
    pages = guide_pages(hub)
    assert [page.path for page in pages if page.locale == "vi"] == [f"tieu-chi/{name}/" for name in groups]
    assert [page.path for page in pages if page.locale == "en"] == [f"tieu-chi/{name}/" for name in groups]


def test_every_group_has_words_of_its_own(hub):
    """At least three examples an indicator; no example, step of a scale or small step serves twice."""
    counted = Counter(
        str(text)
        for guide in hub.guides.values()
        for one in guide.indicators
        for text in (*one.looks_like, one.small_step, *(step.means for step in one.scale))
    )
    assert [text for text, times in counted.items() if times > 1] == []
    assert min(len(one.looks_like) for guide in hub.guides.values() for one in guide.indicators) >= 3
    assert len(hub.guides) == 6


def test_a_page_holds_everything_the_guide_says(hub):
    """Examples, evidence with its place, every step of the scale and the small step stand on the page."""
    for page in (one for one in guide_pages(hub) if one.locale == "vi"):
        guide = hub.guides[f"khung/{page.path.split('/')[1]}"]
        for indicator in guide.indicators:
            said = [*indicator.looks_like, indicator.small_step, *(step.means for step in indicator.scale)]
            said += [text for one in indicator.evidence for text in (one.what, one.where)]
            assert [str(text) for text in said if str(text) not in page.body] == []
            assert f"{{: #{indicator.id} }}" in page.body


def test_every_example_and_scale_says_whose_it_is(hub):
    """Each of the ten sections names the editors over its examples and its scale; the form is our reading."""
    t = strings("vi")
    page = guide_pages(hub)[0]
    count = len(hub.criteria["khung"].indicators())
    assert page.body.count(f"<h4>{t('guides.examples')}</h4>") == count
    assert page.body.count(f"<caption>{t('guides.scale')}</caption>") == count
    assert "nhóm biên soạn" in t("guides.examples")
    assert "nhóm biên soạn" in t("guides.scale")
    assert "Theo cách hiểu của nhóm biên soạn, nông dân dùng mẫu “người dân trong xã”." in page.body
    assert t("guides.choose") in page.body
    assert t("guides.choose_ours") in page.body


def test_in_english_the_guides_own_words_are_marked_vietnamese(hub):
    """Interface and rules are English; what stays Vietnamese says so to screen readers."""
    page = next(one for one in guide_pages(hub) if one.locale == "en")
    guide = hub.guides["khung/nong-dan"]
    assert f'<li lang="vi">{guide.indicators[0].looks_like[0]}</li>' in page.body
    assert str(hub.criteria["khung"].rule("pass-mark").says.to("en")) in page.body
    assert strings("en")("guides.choose") in page.body


def test_only_what_exists_is_linked(hub):
    """The self-check and the booklet are linked when the site has them."""
    bare = guide_pages(hub)[0].body
    assert "tu-cham/" not in bare
    assert "downloads/" not in bare
    file = {"use": "read", "name": "cam-nang-nong-dan.pdf", "format": "A5", "pages": 32, "bytes": 210_000}
    entry = {"kind": "guide", "subject": "khung/nong-dan", "locale": "vi", "files": [file]}
    around = Around({"tu-cham/nong-dan/"}, [entry])
    body = guide_pages(hub, around)[0].body
    assert 'href="../../tu-cham/nong-dan/"' in body
    assert 'href="../../downloads/cam-nang-nong-dan.pdf"' in body
    assert "PDF · A5 · 32 trang · 210 kB" in body


def test_a_guide_that_lacks_an_indicator_and_rules_nobody_knows_still_make_a_page(hub):
    """The missing indicator is told; a maximum that nobody knows is not made up."""
    guide = hub.guides["khung/nong-dan"]
    bare = hub.criteria["khung"].model_copy(update={"rules": [], "forms": []})
    short = guide.model_copy(update={"indicators": guide.indicators[:1]})
    other = hub.model_copy(update={"criteria": {"khung": bare}, "guides": {"khung/nong-dan": short}})
    body = guide_pages(other)[0].body
    t = strings("vi")
    assert body.count(t("guides.missing")) == 9
    assert body.count(t("guides.most_unknown")) == 3
    assert "#quy-tac" not in body
    assert "Chưa rõ nông dân dùng mẫu phiếu nào." in body
