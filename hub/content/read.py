"""A content folder -> the hub, or everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from hub.content.assemble import Assembly
from hub.content.content import Content
from hub.content.layout import classify, discover
from hub.content.marks import SourceText
from hub.content.nodes import Node
from hub.content.problems import Problem, report, with_excerpts
from hub.content.rules import RULES, links_resolve
from hub.content.text_file import read_text
from hub.content.yaml_file import parse
from hub.model.hub import Hub

SitePaths = Callable[[Hub], Collection[str]]
_KINDS = {
    "sources": "sources",
    "glossary": "glossary",
    "plan": "clauses",
    "plan_text": "clauses",
    "criteria": "criteria",
}


class ContentErrors(Exception):  # noqa: N818 - many errors in one
    """The content has errors; the message is the whole report."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__(report(problems))


@dataclass(frozen=True)
class Reading:
    """The hub, and what is wrong: with an error there is no hub."""

    hub: Hub | None
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What must be mended."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What should be looked at."""
        return tuple(problem for problem in self.problems if problem.severity == "warning")

    @property
    def notices(self) -> tuple[Problem, ...]:
        """What one should know."""
        return tuple(problem for problem in self.problems if problem.severity == "notice")

    def required(self) -> Hub:
        """Return the hub.

        Raises:
            ContentErrors: the content has errors.
        """
        if self.hub is None:
            raise ContentErrors(self.problems)
        return self.hub


def read(root: Path, site_paths: SitePaths | None = None) -> Reading:
    """Read and check everything under `root`.

    Args:
        site_paths: what pages and anchors the site will have, so that addresses in the content can be checked.
    """
    content, problems = load(root)
    problems += judge(content)
    if site_paths is not None and not _wrong(problems):
        # Pages can only be listed of a hub whose references hold, so links are followed last.
        content.site_paths = site_paths(content.hub())
        problems += links_resolve.RULE.problems(content)
    told = with_excerpts(problems, content.texts)
    return Reading(None if _wrong(told) else content.hub(), told)


def judge(content: Content) -> list[Problem]:
    """Return what the rules find."""
    return [problem for rule in RULES for problem in rule.problems(content)]


def _wrong(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def load(root: Path) -> tuple[Content, list[Problem]]:
    """Read all files and check their shape; the rules have not looked at it yet."""
    names, problems = discover(root)
    content = Content(root, files={name: classify(name) for name in names})
    for name, file in content.files.items():
        if file is None or (file.role == "picture" and not name.endswith(".svg")):
            continue
        text, wrong = read_text(root, name)
        content.texts[name] = text
        if not wrong and name.endswith(".yml"):
            tree, wrong = _parsed(text)
            if tree is not None:
                content.yaml[name] = tree
        if wrong:
            problems += wrong
            content.unreadable |= {name, _KINDS.get(file.role, name)}
    assembly = Assembly(content, problems)
    assembly.run()
    return content, assembly.problems


@lru_cache(maxsize=4096)
def _parsed(text: SourceText) -> tuple[Node | None, list[Problem]]:
    """Parse a file, or take it from the last time: trees are copied before anything is changed in them."""
    return parse(text)
