"""axe-core and Chromium's own accessibility tree, asked without weakening the page's policy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def _source() -> str:
    return AXE.read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """Return what axe finds, one line an element; the debugger evaluates it, so the policy stays in force."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_source())
    found = page.evaluate("rules => axe.run({ runOnly: rules }).then(result => result.violations)", RULES)
    return [f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


def tree(page: Page) -> list[dict[str, Any]]:
    """Return Chromium's accessibility tree: role, name, description and states of each node, in reading order."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in nodes}

    def walk(node_id: str) -> Iterator[dict[str, Any]]:
        yield by_id[node_id]
        for child in by_id[node_id].get("childIds", []):
            yield from walk(child) if child in by_id else ()

    return [
        {
            "role": node["role"]["value"],
            "name": node.get("name", {}).get("value", ""),
            "description": node.get("description", {}).get("value", ""),
            **{prop["name"]: prop["value"].get("value") for prop in node.get("properties", [])},
        }
        for node in walk(nodes[0]["nodeId"])
        if not node["ignored"]
    ]


def by_role(page: Page, *roles: str) -> list[dict[str, Any]]:
    """Return the nodes of the tree that have one of the roles."""
    return [node for node in tree(page) if node["role"] in roles]
