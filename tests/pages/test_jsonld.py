"""What schema.org is told of a page."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from hub.model.base import Text
from hub.model.hub import Hub
from hub.pages.jsonld import json_ld
from hub.pages.staged import StagedPage


def source(name: str, **more: Any) -> SimpleNamespace:
    """Return a source."""
    fields = {
        "id": name,
        "title": Text(f"Tên {name}"),
        "about": Text("x"),
        "number": None,
        "url": None,
        "internal": False,
    }
    return SimpleNamespace(**(fields | more))


def hub(site_url: str | None = "https://x.vn/kho") -> Hub:
    """Return a hub with three sources, one of them internal."""
    settings = SimpleNamespace(site_url=site_url, publisher=Text("Hội"), checked="2026-11-24")
    sources = {"a": source("a", number="12/QĐ"), "b": source("b", title=None), "c": source("c", internal=True)}
    return cast(Hub, SimpleNamespace(settings=settings, sources=sources))


def page(**more: Any) -> StagedPage:
    """Return an English page."""
    return StagedPage(path="tap-huan/", locale="en", title="Training", body="", origin="x", **more)


def test_a_plain_page() -> None:
    """Every page names its language, licence and publisher; what it does not have is left out."""
    data = json_ld(hub(None), page(), "en/tap-huan/")
    assert data["@type"] == "WebPage"
    assert data["inLanguage"] == "en"
    assert not {"url", "description", "timeRequired", "isBasedOn"} & set(data)


def test_minutes_are_an_iso_duration() -> None:
    """Ninety minutes are `PT90M`; what else the page says of itself is kept."""
    data = json_ld(hub(), page(resource={"type": "LearningResource", "minutes": 90, "teaches": ["a"]}), "en/tap-huan/")
    assert data["@type"] == "LearningResource"
    assert data["timeRequired"] == "PT90M"
    assert data["teaches"] == ["a"]
    assert "minutes" not in data
    assert "type" not in data


def test_sources_are_named_and_linked() -> None:
    """A source has its name, its number and the address of its entry in the page's tree; internal ones are left out."""
    works = json_ld(hub(), page(sources=("a", "b", "c")), "en/tap-huan/")["isBasedOn"]
    entry = "https://x.vn/kho/en/gioi-thieu/nguon/#"
    assert works == [
        {"@type": "CreativeWork", "name": "Tên a", "identifier": "12/QĐ", "url": f"{entry}a"},
        {"@type": "CreativeWork", "name": "x", "url": f"{entry}b"},
    ]
    assert "url" not in json_ld(hub(None), page(sources=("a",)), "en/tap-huan/")["isBasedOn"][0]


def test_a_stand_in_is_in_its_own_language() -> None:
    """A page shown in another tree keeps the language it is written in, and its own address."""
    vietnamese = StagedPage(path="tap-huan/", locale="vi", title="Tập huấn", body="", origin="x")
    data = json_ld(hub(), vietnamese, "tap-huan/")
    assert (data["inLanguage"], data["url"]) == ("vi", "https://x.vn/kho/tap-huan/")


def test_internal_sources_alone_are_no_basis() -> None:
    """Where nothing but internal sources stands behind a page, nothing is claimed."""
    assert "isBasedOn" not in json_ld(hub(), page(sources=("c",)), "en/tap-huan/")
