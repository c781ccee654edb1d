"""The queries that the search is measured by stay honest: each tries what its kind says."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

KINDS = {"dau", "khong-dau", "go-do", "nfd", "d", "dau-thanh", "sai-chu", "viet-tat", "thuong-ngay", "en", "hien"}
OTHER_TONE_PLACE = re.compile(r"o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]", re.IGNORECASE)
TARGET = re.compile(r"^([a-z0-9-]+/)*(#(\*|[a-z0-9-]+))?$")

QUERIES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("search-queries.yml").read_text("utf-8"))


def of(kind: str) -> list[str]:
    """Return what is typed in the queries of one kind."""
    return [query["q"] for query in QUERIES if query["kind"] == kind]


def marks(text: str) -> int:
    """Count the marks above and below letters."""
    return sum(1 for char in unicodedata.normalize("NFD", text) if unicodedata.combining(char))


def test_there_are_enough_of_each_kind() -> None:
    """A share of the corpus can only be measured when each kind has several queries."""
    count = Counter(query["kind"] for query in QUERIES)
    assert set(count) == KINDS
    assert len(QUERIES) >= 110
    assert min(count.values()) >= 8


def test_no_query_is_asked_twice() -> None:
    """A query that stands twice would count twice."""
    asked = [(query["q"].casefold(), query["locale"]) for query in QUERIES]
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query["q"])
def test_a_query_names_where_it_should_lead(query: dict[str, Any]) -> None:
    """Every query has a few well-formed targets, and is kept in NFC."""
    assert set(query) == {"q", "locale", "kind", "expect"}
    assert (query["kind"] == "en") == (query["locale"] == "en")
    assert 1 <= len(query["expect"]) <= 5
    assert len(set(query["expect"])) == len(query["expect"])
    assert all(TARGET.match(target) for target in query["expect"])
    assert unicodedata.is_normalized("NFC", query["q"])


def test_queries_are_typed_as_their_kind_says() -> None:
    """Without diacritics means none, without đ means none, and what is decomposed has something to decompose."""
    assert all(text.isascii() for text in of("khong-dau"))
    assert all(marks(text) > 0 for text in of("dau") + of("nfd") + of("hien"))
    assert all("đ" not in text.casefold() and "d" in text.casefold() for text in of("d"))
    assert all(OTHER_TONE_PLACE.search(text) for text in of("dau-thanh"))
    assert all(re.search(r"[A-ZĐ&]{2,}", text) for text in of("viet-tat"))
