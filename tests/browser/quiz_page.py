"""A quiz's page as a person meets it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from string import ascii_lowercase
from typing import Any

from playwright.sync_api import Locator, Page

from hub.model.quiz import Quiz
from tests import quiz_samples

KEY = "hub:quiz:mau"
RIGHT = {
    "hop-xom": ["bang-tin"],
    "viec-hoc": ["thu-y", "gia-ngo"],
    "thu-bay": ["true"],
    "minh-chung": ["giay-chung-nhan", "anh-lop", "so-tay"],
    "hoi-ai": ["hoi"],
}
"""The sample quiz, all right."""
MIXED = {**RIGHT, "viec-hoc": ["thu-y"], "thu-bay": ["false"]}
"""One item half right, one wrong: 3.5 of 5 points."""


class QuizPage:
    """Opens a quiz, answers it, and tells what is seen and where the focus is."""

    def __init__(self, page: Page, url: str, path: str = "trac-nghiem/mau/", quiz: Quiz | None = None) -> None:
        self.page = page
        self.letters = {
            item.id: dict(zip((option.id for option in item.choices()), ascii_lowercase, strict=False))
            for item in (quiz or quiz_samples.quiz()).items
        }
        self.url = url + path
        self.status = page.get_by_role("status")
        self.errors = page.locator(".errors")
        self.result = page.locator(".score")
        self.progress = page.locator(".quiz__progress")

    def open(self, fragment: str = "") -> QuizPage:
        """Go to the page and wait until the script has taken over."""
        self.page.goto(self.url + fragment)
        return self.ready()

    def reload(self) -> QuizPage:
        """Load the page again."""
        self.page.reload()
        return self.ready()

    def ready(self) -> QuizPage:
        """Wait until the script has taken over."""
        self.page.locator("form.quiz [type=submit]:not([disabled])").wait_for(state="attached")
        return self

    def item(self, item_id: str) -> Locator:
        """Return an item's group."""
        return self.page.locator(f"#cau-{item_id}")

    def option(self, item_id: str, option_id: str) -> Locator:
        """Return the box around one option."""
        return (
            self.item(item_id)
            .locator(".opt")
            .filter(has=self.page.locator(f"[value={self.letters[item_id][option_id]}]"))
        )

    def choose(self, responses: Mapping[str, Collection[str]]) -> QuizPage:
        """Choose options by tapping their labels."""
        for item_id, chosen in responses.items():
            for option_id in chosen:
                self.option(item_id, option_id).locator("label").click()
        return self

    def chosen(self) -> dict[str, list[str]]:
        """Return what is chosen on the page, by item."""
        controls = self.page.locator("form.quiz input:checked").all()
        found: dict[str, list[str]] = {}
        for control in controls:
            name, value = control.get_attribute("name") or "", control.get_attribute("value")
            found.setdefault(name, []).extend(key for key, letter in self.letters[name].items() if letter == value)
        return found

    def press(self, name: str) -> QuizPage:
        """Press the visible button of that name."""
        self.page.get_by_role("button", name=name, exact=True).click()
        return self

    def check(self) -> QuizPage:
        """Press "Chấm bài"."""
        return self.press("Chấm bài")

    def focused(self) -> str:
        """Return where the focus is: the element's id, else `item/option` of a control, else its tag."""
        where = self.page.evaluate(
            "() => { const e = document.activeElement; return e.id || (e.name ? [e.name, e.value] : e.localName) }"
        )
        if isinstance(where, str):
            return where
        name, value = where
        return "/".join([name, *(key for key, letter in self.letters[name].items() if letter == value)])

    def focused_text(self) -> str:
        """Return the text of the element that has the focus."""
        return " ".join(self.page.evaluate("() => document.activeElement.innerText").split())

    def visible_items(self) -> list[str]:
        """Return the ids of the items that are shown."""
        return [
            (item.get_attribute("id") or "").removeprefix("cau-")
            for item in self.page.locator("fieldset.item").all()
            if item.is_visible()
        ]

    def verdicts(self) -> dict[str, str]:
        """Return the feedback shown, by item."""
        return {
            (field.get_attribute("id") or "").removeprefix("cau-"): field.locator(".fb p").first.inner_text()
            for field in self.page.locator("fieldset.item").all()
            if field.locator(".fb").is_visible()
        }

    def points(self) -> str:
        """Return the points as shown."""
        return " ".join(self.result.locator(".score__points").inner_text().split())

    def stored(self) -> Any:
        """Return what the device keeps of the quiz."""
        return self.page.evaluate(f"() => JSON.parse(localStorage.getItem('{KEY}'))")
