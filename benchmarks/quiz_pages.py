"""The same ten items: with our engine, with the plugin on our templates, with the plugin on stock Material."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from benchmarks import peer
from hub import mkdocs_hooks
from hub.assets import assets
from hub.content.read import read
from hub.model.hub import Hub
from hub.model.items import Item
from hub.model.quiz import Quiz
from hub.pages.citations import cited
from hub.pages.environment import Page
from hub.pages.links import quiz_path
from hub.pages.site import SiteInput, all_pages, made_pages
from hub.pages.staged import StagedPage
from hub.pages.staging import DATA, staged_files, write

QUIZ = "ke-hoach-va-tieu-chi"
KINDS = ("single_choice", "multiple_response")
"""What both engines have."""
COUNT = 10
FORM = re.compile(r"<form class=\"quiz\".*</form>", re.S)


def ten(quiz: Quiz) -> Quiz:
    """Return a quiz with its first ten items of kinds that both engines have."""
    items = [item for item in quiz.items if item.kind in KINDS][:COUNT]
    used = {item.objective for item in items}
    objectives = [objective for objective in quiz.objectives if objective.id in used]
    return quiz.model_copy(update={"items": items, "objectives": objectives})


def hub_of_ten() -> Hub:
    """Return the repository's hub with the ten items in place of the quiz."""
    hub = read(peer.ROOT).required()
    return hub.model_copy(update={"quizzes": {**hub.quizzes, QUIZ: ten(hub.quizzes[QUIZ])}})


def as_plugin_markdown(hub: Hub, item: Item, page: Page) -> str:
    """Return an item in the plugin's own form: reasons beside the options, sources after them."""
    lines = ["<quiz>", item.stem.to(page.locale)]
    for option in item.choices():
        lines += [f"- [{'x' if option.key else ' '}] {option.text.to(page.locale)}"]
        lines += [f"> {option.rationale.to(page.locale)}"]
    links = "; ".join(f"[{one['label']}]({one['url']})" for one in cited(hub, item.sources, page))
    return "\n".join([*lines, "", f"{page.t('quiz.read_more')} {links}.", "</quiz>"])


def with_plugin(hub: Hub, staged: StagedPage) -> StagedPage:
    """Return our quiz page with the plugin's quiz in the place of ours."""
    page = Page(staged.path, staged.locale, hub.settings.default_locale)
    blocks = [as_plugin_markdown(hub, item, page) for item in hub.quizzes[QUIZ].items]
    quiz = "\n\n".join([*blocks, "<!-- mkdocs-quiz results -->"])
    return replace(staged, body=FORM.sub(lambda _: f"\n\n{quiz}\n\n", staged.body))


def _stage(hub: Hub, pages: list[StagedPage], folder: Path) -> None:
    others = {f"assets/{name}": data for name, data in assets(hub.settings, peer.ROOT / "build" / "kept").items()}
    files = staged_files(hub, pages, others)
    # Terms are not marked: our marker would read the plugin's scripts inside the page as text.
    data = json.loads(files[DATA])
    data["terms"] = {locale: [] for locale in data["terms"]}
    write(folder, files | {DATA: json.dumps(data, ensure_ascii=False).encode()})


def _plugin_on_ours(staging: Path, site: Path) -> dict[str, Any]:
    settings = yaml.safe_load((peer.ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["theme"]["custom_dir"] = str(peer.ROOT / "theme")
    settings["hooks"] = [str(peer.ROOT / "hub" / "mkdocs_hooks.py")]
    settings["plugins"] = [*settings["plugins"], "mkdocs_quiz"]
    return {**settings, "docs_dir": str(staging), "site_dir": str(site)}


def staged(hub: Hub) -> list[StagedPage]:
    """Return all pages of a hub as our own build stages them."""
    given = SiteInput(peer.ROOT, hub.settings.checked)
    return all_pages(hub, given, made_pages(hub, given))


def build(hub: Hub, work: Path = peer.WORK / "quiz") -> dict[str, Path]:
    """Build the three sites.

    Returns:
        their folders by name: `ours`, `plugin` and `stock`.
    """
    pages = staged(hub)
    path = quiz_path(QUIZ)
    theirs = [with_plugin(hub, page) if page.path == path else page for page in pages]
    sites = {name: work / name for name in ("ours", "plugin", "stock")}
    _stage(hub, pages, work / "ours-src")
    _stage(hub, theirs, work / "plugin-src")
    mkdocs_hooks.build(hub.settings, work / "ours-src", sites["ours"], peer.WORK / "compiled")
    python = peer.plugin_python()
    on_ours = peer.write_settings("quiz-plugin", _plugin_on_ours(work / "plugin-src", sites["plugin"]))
    # The plugin is in its own environment, what our templates' data needs is in ours; versions are the same.
    ours = next(entry for entry in sys.path if entry.endswith("site-packages"))
    peer.mkdocs(python, on_ours, PYTHONPATH=f"{peer.ROOT}:{ours}")
    plugins = ["search", peer.two_languages(), "mkdocs_quiz"]
    stock = peer.stock_settings(work / "plugin-src", sites["stock"], plugins)
    peer.mkdocs(python, peer.write_settings("quiz-stock", stock))
    return sites
