"""The parts every model is made of."""

import pytest
from pydantic import TypeAdapter, ValidationError

from hub.model.base import ClauseId, IsoDate, Model, Slug, Text, anchor


class Sample(Model):
    """A model with one text."""

    title: Text


def test_a_text_is_one_string_per_language():
    """A text is given in the language asked for, or in the first one, and knows which it has."""
    text = Text({"": "Mục tiêu", "en": "Objective"})
    assert (str(text), text.to("en"), text.to("fr")) == ("Mục tiêu", "Objective", "Mục tiêu")
    assert text.has("en")
    assert not text.has("fr")
    assert text == Text({"en": "Objective", "": "Mục tiêu"})
    assert hash(text) == hash(Text({"en": "Objective", "": "Mục tiêu"}))


@pytest.mark.parametrize("value", ["", "  ", {"": "a", "en": " "}, {"en": "a"}, 5, None, ["a"], {"": 5}])
def test_what_is_no_text_is_refused(value):
    """Nothing, blanks, numbers, lists, and a translation without its first language are no text."""
    with pytest.raises(ValidationError):
        Sample(title=value)


def test_a_text_loses_blanks_around_it():
    """Blanks around a text do not count; in JSON it is its first language."""
    sample = Sample(title={"": " Học ", "en": "Learn\n"})
    assert sample.title.to("en") == "Learn"
    assert sample.model_dump(mode="json") == {"title": "Học"}


def test_models_are_frozen_and_strict_about_keys():
    """A model does not change, and does not take a key it does not know."""
    with pytest.raises(ValidationError):
        Sample(title="a", titel="b")
    with pytest.raises(ValidationError):
        Sample(title="a").title = Text("b")


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Slug, ["a", "tieu-chi-1", "2030"], ["", "A", "a_b", "a--b", "-a", "a-", "á", "a b", "a/b", "a" * 81]),
        (ClauseId, ["I", "II.3.b", "mo-dau.1", "ket.2"], ["", "I.", ".I", "I 3", "I..3", "Ỉ", "a/b"]),
        (IsoDate, ["2026", "2026-07", "2026-07-01"], ["", "26", "7/2026", "2026-7", "2026-07-1", "2026-07-01 "]),
    ],
)
def test_identifiers_and_dates_have_one_form(kind, good, bad):
    """Ids are parts of addresses, clauses are as in the plan, dates are year, month, day."""
    adapter = TypeAdapter(kind)
    for text in good:
        assert adapter.validate_python(text) == text
    for text in bad:
        with pytest.raises(ValidationError):
            adapter.validate_python(text)


def test_the_address_of_a_clause():
    """A clause's address is its id in lower case with hyphens."""
    assert anchor("II.3.b") == "ii-3-b"
