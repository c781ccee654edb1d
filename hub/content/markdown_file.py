"""A prose page: front matter, headings, links, pictures, HTML, each with its place."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice
from typing import Literal

from markdown.extensions.toc import slugify

from hub.content.marks import Mark, SourceText
from hub.content.nodes import Node
from hub.content.problems import Problem
from hub.content.yaml_file import parse

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)[^`]{1,1000}?(?<!`)\1(?!`)")
_ATTRIBUTES = re.compile(r"\{:?[ \t]*[#.][^{}\n]{0,200}\}")
_ID_IN_ATTRIBUTES = re.compile(r"#([^\s{}.#]+)")
_ID_IN_HTML = re.compile(r"\sid\s*=\s*[\"']?([^\s\"'>]+)", re.IGNORECASE)
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(?=\S)")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
_BLOCK_START = re.compile(r"^\s*(?:#{1,6}\s|[-*+]\s|\d{1,3}[.)]\s|\||:\s|>)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])[^<>]{0,600}>?")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]{0,2000})>")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*<?([^\s>]+)", re.MULTILINE)
_EMPHASIS = str.maketrans("*[]", "   ")
_LONGEST_TEXT = 600
_LONGEST_TARGET = 1000
_MOST_LINKS = 5000

LinkKind = Literal["link", "image", "definition"]


@dataclass(frozen=True)
class Link:
    """A link or a picture, its words and where it leads."""

    kind: LinkKind
    text: str
    target: str
    mark: Mark
    """Place of the target; where it is empty, of the whole."""


@dataclass(frozen=True)
class Heading:
    """A heading with the anchor it gets."""

    level: int
    text: str
    anchor: str
    mark: Mark


@dataclass(frozen=True)
class Tag:
    """One HTML tag as written."""

    text: str
    mark: Mark


@dataclass
class Doc:
    """One Markdown file, read."""

    source: SourceText
    meta: Node | None = None
    first_line: int = 1
    """Line the body starts on."""
    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)

    @cached_property
    def code_free(self) -> SourceText:
        """The body with front matter, code and comments blanked out; places stay the same."""
        return SourceText(self.source.file, _mask_code(_body(self.source.text, self.first_line)))

    @cached_property
    def bare(self) -> SourceText:
        """The body with code, comments, tags, addresses and attributes blanked out; places stay the same."""
        text = _ATTRIBUTES.sub(_blank, _TAG.sub(_blank, self.code_free.text))
        parts, here = [], 0
        for start, end in _target_spans(text):
            if start >= here:
                parts += [text[here:start], re.sub(r"[^\n]", " ", text[start:end])]
                here = end
        text = _DEFINITION.sub(_blank, "".join([*parts, text[here:]]))
        return SourceText(self.source.file, text.translate(_EMPHASIS))

    @cached_property
    def blocks(self) -> list[tuple[int, str]]:
        """Line and words of each block: a blank line ends one, a heading, an item or a table row starts one."""
        found: list[tuple[int, str]] = []
        start, lines = 0, list[str]()
        for number, line in enumerate([*self.bare.lines[self.first_line - 1 :], ""], start=self.first_line):
            if lines and (not line.strip() or _BLOCK_START.match(line)):
                found.append((start, "\n".join(lines)))
                lines = []
            if line.strip():
                start = start if lines else number
                lines.append(line)
        return found


@lru_cache(maxsize=4096)
def read_doc(source: SourceText) -> tuple[Doc, list[Problem]]:
    """Read a Markdown file; the problems are those of its front matter."""
    meta, first_line, problems = _front_matter(source)
    doc = Doc(source, meta, first_line)
    body = doc.code_free.text
    places = _Places(source.file, body)
    _read_headings(doc, body)
    doc.anchors |= {found for tags in _ATTRIBUTES.findall(body) for found in _ID_IN_ATTRIBUTES.findall(tags)}
    doc.links = sorted(_read_links(body, places), key=lambda link: link.mark)
    for match in islice(_TAG.finditer(body), _MOST_LINKS):
        if not _AUTOLINK.fullmatch(match[0]):
            doc.tags.append(Tag(match[0], places.mark(match.start(), match.end())))
            doc.anchors |= set(_ID_IN_HTML.findall(match[0]))
    return doc, problems


class _Places:
    """Offsets of a text -> line and column."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def mark(self, start: int, end: int) -> Mark:
        line = bisect.bisect_right(self._starts, start) - 1
        return Mark(self._file, line + 1, start - self._starts[line] + 1, max(1, end - start))


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _body(text: str, first_line: int) -> str:
    """Return the text with the front matter blanked out, so that lines keep their numbers."""
    lines = text.split("\n")
    return "\n".join([""] * (first_line - 1) + lines[first_line - 1 :])


def _front_matter(source: SourceText) -> tuple[Node | None, int, list[Problem]]:
    if source.line(1).rstrip() != "---":
        return None, 1, []
    end = next((number for number, line in enumerate(source.lines[1:], start=2) if line.rstrip() == "---"), None)
    if end is None:
        return None, len(source.lines) + 1, [Problem(Mark(source.file, 1, 1, 3), "K010", "front_matter_open")]
    inside = "\n" + "\n".join(source.lines[1 : end - 1])
    node, problems = parse(SourceText(source.file, inside))
    return node, end + 1, problems


def _mask_code(text: str) -> str:
    """Blank out comments, fenced blocks and code spans."""
    text = _mask_comments(text)
    lines, fence = [], ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if fence:
            closing = found is not None and found[1].startswith(fence) and line.strip() == found[1]
            fence = "" if closing else fence
            lines.append(" " * len(line))
        elif found:
            fence = found[1]
            lines.append(" " * len(line))
        else:
            lines.append(_CODE.sub(_blank, line) if "`" in line else line)
    return "\n".join(lines)


def _mask_comments(text: str) -> str:
    parts, here = [], 0
    while (start := text.find("<!--", here)) >= 0:
        end = text.find("-->", start)
        end = len(text) if end < 0 else end + 3
        parts += [text[here:start], re.sub(r"[^\n]", " ", text[start:end])]
        here = end
    return "".join([*parts, text[here:]])


def _read_headings(doc: Doc, body: str) -> None:
    used: dict[str, int] = {}
    lines = body.split("\n")
    for number, line in enumerate(lines, start=1):
        level, words = 0, ""
        if found := _HEADING.match(line):
            # The words are taken from the file: code is blanked out in `body`, and counts in the anchor.
            level, words = len(found[1]), _without_closing(doc.source.line(number)[found.end() :])
        elif _is_underlined(lines, number):
            level, words = (1 if "=" in lines[number] else 2), line.strip()
        if not level:
            continue
        attributes = " ".join(_ATTRIBUTES.findall(words))
        text = _ATTRIBUTES.sub("", words).strip()
        explicit = _ID_IN_ATTRIBUTES.findall(attributes)
        anchor = explicit[-1] if explicit else _unique(slugify(_plain(text), "-"), used)
        used.setdefault(anchor, 0)
        doc.headings.append(Heading(level, text, anchor, Mark(doc.source.file, number, 1, len(line))))
        doc.anchors.add(anchor)


def _without_closing(words: str) -> str:
    """Return the words of a heading without the signs that may close it: `## Words ##`."""
    words = words.rstrip()
    bare = words.rstrip("#")
    return bare.rstrip() if bare != words and bare.endswith((" ", "\t")) else words


def _is_underlined(lines: list[str], number: int) -> bool:
    """Say whether a line is a heading by the line under it."""
    line, below = lines[number - 1], lines[number] if number < len(lines) else ""
    return bool(line.strip()) and not line.lstrip().startswith(("|", "-", ">", "#")) and bool(_UNDERLINE.match(below))


def _plain(text: str) -> str:
    """Return the words of a heading without links and emphasis."""
    return re.sub(r"[*_`]", "", re.sub(r"!?\[([^\]]{0,600})\]\([^)]{0,2000}\)", r"\1", text))


def _unique(anchor: str, used: dict[str, int]) -> str:
    """Number an anchor as Python-Markdown does: `x`, `x_1`, `x_2`; `used` holds the last number given."""
    found = anchor
    while found in used or not found:
        used[anchor] = used.get(anchor, 0) + 1
        found = f"{anchor}_{used[anchor]}"
    return found


def _target_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of link targets, brackets left out."""
    at, left = text.find("]("), _MOST_LINKS
    while at >= 0 and left:
        left -= 1
        end = _target_end(text, at + 2)
        if end is not None:
            yield at + 2, end
        at = text.find("](", at + 2)


def _target_end(text: str, start: int) -> int | None:
    """Return where the target of a link ends: at the bracket that closes it."""
    first = text.find(")", start, start + _LONGEST_TARGET)
    if first < 0 or "\n\n" in text[start:first]:
        return None
    if "(" not in text[start:first]:
        return first
    depth = 0
    for index in range(start, min(len(text), start + _LONGEST_TARGET)):
        char = text[index]
        if char == "(":
            depth += 1
        elif char == ")":
            if depth == 0:
                return index
            depth -= 1
    return None


def _read_links(body: str, places: _Places) -> Iterator[Link]:
    for start, end in _target_spans(body):
        inside = body[start:end]
        stripped = inside.strip()
        target = stripped[1 : stripped.find(">")] if stripped.startswith("<") and ">" in stripped else stripped
        title = re.search(r"\s+[\"'(]", target)
        target = target[: title.start()] if title else target
        opened = _text_start(body, start - 2)
        if opened is None:
            continue
        kind: LinkKind = "image" if opened and body[opened - 1] == "!" else "link"
        at = body.find(target, start) if target else opened
        yield Link(kind, body[opened + 1 : start - 2], target, places.mark(at, at + len(target)))
    for pattern in (_AUTOLINK, _DEFINITION):
        for match in pattern.finditer(body):
            yield Link("definition", "", match[1], places.mark(match.start(1), match.end(1)))


def _text_start(body: str, close: int) -> int | None:
    """Return where the square bracket that ends at `close` was opened."""
    depth = 0
    for index in range(close - 1, max(-1, close - _LONGEST_TEXT), -1):
        if body[index] == "]":
            depth += 1
        elif body[index] == "[":
            if depth == 0:
                return index
            depth -= 1
    return None
