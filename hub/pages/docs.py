"""Prose pages: `docs/**/NAME.md` and their translations, with the hub's own link forms resolved."""

from __future__ import annotations

import html
import re
from pathlib import Path, PurePosixPath
from typing import Any

from hub.content.marks import SourceText
from hub.content.nodes import data
from hub.content.yaml_file import parse
from hub.locales import strings
from hub.model.hub import Hub
from hub.pages.links import clause_path, relative, source_path, term_path
from hub.pages.staged import StagedPage

_LINK = re.compile(r"\]\((?P<kind>/|muc:|nguon:|tu:)(?P<rest>[^)\s]*)\)")
_NOTE = re.compile(r"(?<!\*)\*(?![*\s])(?P<note>[^*\n]*\]\((?:nguon|muc):[^*\n]*)\*(?!\*)")
_LEAD = re.compile(r"^# .+\n(?:\s*\n.+\n\{: ?\.lead ?\}\n)?", re.M)
_HEADING = re.compile(r"^## +(?P<text>.+?) *\{#(?P<anchor>[^}\s]+)\} *$", re.M)
_MANY = 6
"""Headings from which a page gets a list to jump from, for screens without a list beside the text."""
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.S)


class DocError(ValueError):
    """A prose page links to something the hub does not have."""


def split_front_matter(text: str) -> tuple[dict[str, Any], str]:
    """Return front matter and body of a Markdown file."""
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    node, _ = parse(SourceText("", match.group(1)))  # typed as every content file is: `title: no` is a title
    return data(node) if node else {}, text[match.end() :]


def _target(hub: Hub, kind: str, rest: str) -> str:
    if kind == "/":
        return rest
    if kind == "muc:":
        return clause_path(hub, rest)
    return source_path(rest) if kind == "nguon:" else term_path(rest)


def resolve_links(hub: Hub, body: str, path: str, name: str) -> str:
    """Turn `/tieu-chi/`, `muc:II.3.b`, `nguon:ID` and `tu:ID` into addresses as seen from `path`.

    Raises:
        DocError: a clause that the plan does not have.
    """

    def replace(match: re.Match[str]) -> str:
        try:
            there = _target(hub, match["kind"], match["rest"])
        except KeyError:
            raise DocError(f"{name}: the plan has no clause {match['rest']}") from None
        return f"]({relative(path, there)})"

    return _LINK.sub(replace, _quiet_notes(body))


def _quiet_notes(body: str) -> str:
    """Mark `*Source: [..](nguon:..)*` as a source note, so that it is set small instead of stressed."""
    return _NOTE.sub(r"*\g<note>*{: .cite }", body)


def with_jumps(body: str, words: str) -> str:
    """Put a closed list of a long page's headings under its opening; `words` name the list."""
    jumps = [(match["anchor"], match["text"]) for match in _HEADING.finditer(body)]
    opening = _LEAD.search(body)
    if len(jumps) < _MANY or opening is None:
        return body
    items = "".join(f'<li><a href="#{anchor}">{html.escape(text)}</a></li>' for anchor, text in jumps)
    block = f'\n<details class="toc-in"><summary>{html.escape(words)}</summary><ul>{items}</ul></details>\n'
    return body[: opening.end()] + block + body[opening.end() :]


def doc_path(name: PurePosixPath) -> tuple[str, str]:
    """Return (path, locale or "") of a file below docs/: `a/b.en.md` is (`a/b/`, `en`)."""
    stem, _, locale = name.name.removesuffix(".md").partition(".")
    parts = [*name.parent.parts] if stem == "index" else [*name.parent.parts, stem]
    return ("/".join(parts) + "/" if parts else ""), locale


def doc_pages(hub: Hub, root: Path) -> list[StagedPage]:
    """Return the prose pages of all locales."""
    pages = []
    codes = {setting.code for setting in hub.settings.locales}
    for file in sorted((root / "docs").rglob("*.md")):
        name = PurePosixPath(file.relative_to(root / "docs").as_posix())
        path, locale = doc_path(name)
        locale = locale or hub.settings.default_locale
        if locale not in codes:
            continue
        text = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        meta, body = split_front_matter(text)
        heading = re.search(r"^# (.+?)(?:\s*\{[^}]*\})?$", body, re.M)
        t = strings(locale, hub.settings.default_locale)
        title = str(meta.get("title") or (heading and heading.group(1)) or name.stem)
        pages.append(
            StagedPage(
                path=path,
                locale=locale,
                title=title,
                body=with_jumps(resolve_links(hub, body, path, f"docs/{name}"), t("site.on_this_page")),
                origin=f"docs/{name}",
                description=str(meta.get("description") or ""),
                nav_title=str(meta.get("nav_title") or ""),
                order=int(meta.get("order") or 100),
                sources=tuple(meta.get("sources") or ()),
                listed=bool(meta.get("listed", True)),
            )
        )
    return pages
