"""Every example of every component renders to valid HTML that obeys the site's policy."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from hub.pages.environment import Page
from tests.node import NODE

ROOT = Path(__file__).resolve().parents[2]
COMPONENTS = ROOT / "theme" / "components"
VALIDATOR = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
SHELL = (
    '<!doctype html>\n<html lang="{locale}">\n<head><meta charset="utf-8"><title>{name}</title></head>\n<body><main>\n'
)


@dataclass(frozen=True)
class Example:
    """One example: which component, what it is called, what the template takes."""

    component: str
    name: str
    locale: str
    values: dict[str, Any]

    @property
    def id(self) -> str:
        """A name for the test and for the file."""
        return f"{self.component}--{re.sub('[^a-z0-9]+', '-', self.name.lower())}"

    def html(self) -> str:
        """Render the component as a page would."""
        page = Page("trac-nghiem/mau/", self.locale, "vi")
        return page.render(f"{self.component}/{self.component}.html.j2", **self.values)


def examples() -> list[Example]:
    """Return all examples of all components."""
    found = []
    for path in sorted(COMPONENTS.glob("*/examples.yml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            example = Example(path.parent.name, entry["name"], entry.get("locale", "vi"), entry["values"])
            found.append(example)
    return found


ALL = examples()


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What html-validate says of each example, asked once for all."""
    folder = tmp_path_factory.mktemp("examples")
    for example in ALL:
        html = (
            SHELL.format(locale=example.locale, name=example.component) + example.html() + "\n</main></body>\n</html>\n"
        )
        (folder / f"{example.id}.html").write_text(html, encoding="utf-8")
    config = Path(__file__).parent / "htmlvalidate.json"
    command = [NODE, str(VALIDATOR), "--config", str(config), "--formatter", "json"]
    run = subprocess.run([*command, str(folder / "*.html")], capture_output=True, text=True, check=False)
    assert run.returncode in (0, 1), run.stderr
    found: dict[str, list[str]] = {example.id: [] for example in ALL}
    for report in json.loads(run.stdout):
        found[Path(report["filePath"]).stem] += [
            f"{message['ruleId']}: {message['message']} (line {message['line']})" for message in report["messages"]
        ]
    return found


@pytest.mark.parametrize("example", ALL, ids=lambda example: example.id)
def test_an_example_is_valid(example: Example, reports: dict[str, list[str]]):
    """html-validate finds nothing in the example."""
    assert reports[example.id] == []


def test_the_validator_finds_a_mistake(tmp_path: Path):
    """A picture without words and a doubled id are reported, so silence means something."""
    (tmp_path / "bad.html").write_text(
        SHELL.format(locale="vi", name="x") + '<p id="a"></p><p id="a"></p><img src="x.png"></main></body></html>'
    )
    config = Path(__file__).parent / "htmlvalidate.json"
    command = [NODE, str(VALIDATOR), "--config", str(config), str(tmp_path / "bad.html")]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "no-dup-id" in run.stdout
    assert "wcag/h37" in run.stdout


@pytest.mark.parametrize("example", ALL, ids=lambda example: example.id)
def test_an_example_obeys_the_policy(example: Example):
    """No inline style, handler or script; no address outside the site."""
    html = example.html()
    assert not re.search(r"<[^>]*\s(style|on\w+)\s*=", html)
    assert re.findall(r"<script(?! type=\"application/(ld\+)?json\")", html) == []
    assert re.findall(r"(?:src|href)=\"(?:https?:)?//", html) == []


def test_every_component_of_the_quiz_has_examples():
    """Whatever a quiz page is made of can be looked at by itself."""
    shown = {example.component for example in ALL}
    kinds = {path.name for path in COMPONENTS.glob("item-*")}
    assert kinds | {"quiz", "quiz-list", "quiz-result", "error-summary"} <= shown
    assert len(kinds) == 3
