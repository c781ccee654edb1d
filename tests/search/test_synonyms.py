"""What people say is read from a file that editors write."""

from __future__ import annotations

from pathlib import Path

import pytest

from hub.search.synonyms import Synonym, SynonymError, read

ROOT = Path(__file__).resolve().parents[2]


def test_each_locale_has_its_own_file(tmp_path: Path):
    """`synonyms.en.yml` for English; `synonyms.yml` where a locale has none of its own; nothing without files."""
    assert read(tmp_path, "vi") == []
    (tmp_path / "synonyms.yml").write_text("- {id: tien, say: [tiền], means: [kinh phí]}", encoding="utf-8")
    (tmp_path / "synonyms.en.yml").write_text("- {id: money, say: [money], means: [funding]}", encoding="utf-8")
    assert read(tmp_path, "vi") == [Synonym(["tiền"], ["kinh phí"])]
    assert read(tmp_path, "en") == [Synonym(["money"], ["funding"])]


def test_words_stay_words(tmp_path: Path):
    """`no` and numbers are words here, and decomposed letters are composed."""
    (tmp_path / "synonyms.yml").write_text("- {id: a, say: [no, 115], means: [ho\u0323c]}", encoding="utf-8")
    assert read(tmp_path, "vi") == [Synonym(["no", "115"], ["học"])]


@pytest.mark.parametrize(
    "text",
    ["a: b", "- chữ", "- {id: a, say: [x]}", "- {id: a, say: x, means: [y]}", "- {id: a, say: [], means: [y]}"],
)
def test_another_form_is_an_error_that_names_file_and_entry(tmp_path: Path, text: str):
    """An editor is told which file and which entry to mend."""
    (tmp_path / "synonyms.yml").write_text(text, encoding="utf-8")
    with pytest.raises(SynonymError, match=r"synonyms\.yml"):
        read(tmp_path, "vi")


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_the_hubs_own_files_are_well_formed(locale: str):
    """Both files of this hub can be read and hold something."""
    assert len(read(ROOT / "search", locale)) > 10
