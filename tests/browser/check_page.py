"""Driving a page of the self-check as a person does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

KEY = "hub:self-check:people"


class CheckPage:
    """The self-check of one group in a browser."""

    def __init__(self, page: Page, site_url: str, path: str = "tu-cham/nong-dan/") -> None:
        self.page, self.address = page, site_url + path

    def open(self, anchor: str = "") -> CheckPage:
        """Open the page, or open it again, and wait for its script."""
        self.page.goto("about:blank")
        self.page.goto(self.address + anchor)
        self.page.locator("html[data-ready]").wait_for(state="attached")
        return self

    def part(self, name: str) -> Locator:
        """Return a named part of the page."""
        return self.page.locator(f'[data-part="{name}"]').first

    @property
    def ids(self) -> list[str]:
        """Ids of the indicators, in order."""
        found: list[str] = self.page.locator("[data-item]").evaluate_all("all => all.map(one => one.dataset.item)")
        return found

    def look(self, view: str) -> CheckPage:
        """Show all on one page, or one at a time."""
        self.page.locator(f"[data-act=look][data-view={view}]").click()
        return self

    def give(self, points: Sequence[int | None]) -> CheckPage:
        """Choose points, indicator by indicator, all on one page."""
        self.look("all")
        for name, value in zip(self.ids, points, strict=False):
            if value is not None:
                self.radio(name, value).check(force=True)
        return self

    def radio(self, name: str, value: int) -> Locator:
        """Return the choice of so many points."""
        return self.page.locator(f'input[name="diem-{name}"][value="{value}"]')

    def finish(self) -> CheckPage:
        """Go to the result, and wait until its scripts have filled it."""
        if self.part("finish").is_visible():
            self.part("finish").click()
        expect(self.part("verdict")).not_to_be_empty()
        return self

    def points(self) -> list[int | None]:
        """Return the points chosen."""
        script = "(all) => all.map((one) => one.querySelector('[type=radio]:checked')?.value ?? null)"
        found = self.page.locator("[data-item]").evaluate_all(script)
        return [None if one is None else int(one) for one in found]

    def kept(self) -> Any:
        """Return what the device keeps."""
        return self.page.evaluate("(key) => JSON.parse(localStorage.getItem(key) ?? 'null')", KEY)

    def more(self) -> CheckPage:
        """Open what can be done about people."""
        if not self.page.locator("#nguoi-nhan").is_visible():
            self.part("people").locator("summary").click()
        return self

    def save(self, act: str, folder: Path) -> Path:
        """Press a button that saves a file; returns the file."""
        with self.page.expect_download() as waiting:
            self.page.locator(f"[data-act={act}]").click()
        target = folder / waiting.value.suggested_filename
        waiting.value.save_as(target)
        return target

    def load(self, name: str, content: bytes) -> CheckPage:
        """Open a saved file."""
        self.more()
        file: Any = {"name": name, "mimeType": "application/json", "buffer": content}
        self.part("file").set_input_files(file)
        return self
