"""Which file of a content folder is what."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from hub.content.marks import Mark
from hub.content.problems import Problem

Role = Literal[
    "settings", "sources", "glossary", "plan", "corrections", "plan_text", "scan", "criteria", "guide",
    "module", "activities", "cards", "handouts", "slides", "picture", "quiz", "doc", "words", "synonyms",
]  # fmt: skip

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LOCALE = r"(?:\.(?P<locale>[a-z]{2,3}(?:-[A-Za-z0-9]+)*))?"
FOLDERS = ("materials", "quizzes", "docs", "search")
MAX_FILES = 20_000

# Pattern of the path, role. `name` is the id of what the file holds. The first that fits is taken.
TABLE: tuple[tuple[str, Role], ...] = (
    (rf"hub{LOCALE}\.yml", "settings"),
    (rf"materials/sources{LOCALE}\.yml", "sources"),
    (rf"materials/glossary{LOCALE}\.yml", "glossary"),
    (r"materials/words\.txt", "words"),
    (rf"materials/plan/plan{LOCALE}\.yml", "plan"),
    (rf"materials/plan/plan{LOCALE}\.md", "plan_text"),
    (r"materials/plan/plan\.scan\.txt", "scan"),
    (rf"materials/plan/corrections{LOCALE}\.yml", "corrections"),
    (rf"materials/criteria/(?P<name>[^/.]+){LOCALE}\.yml", "criteria"),
    (rf"materials/criteria/(?P<name>[^/]+/[^/.]+){LOCALE}\.yml", "guide"),
    (rf"materials/modules/(?P<name>[^/]+)/module{LOCALE}\.yml", "module"),
    (rf"materials/modules/(?P<name>[^/]+)/activities{LOCALE}\.yml", "activities"),
    (rf"materials/modules/(?P<name>[^/]+)/cards{LOCALE}\.yml", "cards"),
    (rf"materials/modules/(?P<name>[^/]+)/handouts{LOCALE}\.yml", "handouts"),
    (rf"materials/modules/(?P<name>[^/]+)/slides{LOCALE}\.yml", "slides"),
    (r"materials/modules/(?P<name>[^/]+)/pictures/[^/]+\.svg", "picture"),
    (rf"quizzes/(?P<name>[^/.]+){LOCALE}\.yml", "quiz"),
    (rf"docs/(?:[^/]+/)*[^/.]+{LOCALE}\.md", "doc"),
    (r"search/synonyms(?:\.[A-Za-z-]+)?\.yml", "synonyms"),
    (r"docs/(?:[^/]+/)*[^/]+\.(?:svg|png|jpg|jpeg|webp)", "picture"),
)
_PATTERNS = tuple((re.compile(pattern), role) for pattern, role in TABLE)


@dataclass(frozen=True)
class ContentFile:
    """A file whose place says what it is."""

    path: str
    role: Role
    name: str = ""
    """Id of the quiz, module or criteria set, of a guide `set/group`; empty for files there is one of."""
    locale: str = ""
    """Language of a translation; empty for the file it translates."""

    @property
    def id(self) -> str:
        """What the file holds calls itself: the last part of its name."""
        return self.name.rpartition("/")[2]

    @property
    def base(self) -> str:
        """Path of the file this one translates, or of itself."""
        if not self.locale:
            return self.path
        stem, suffix = self.path.rsplit(f".{self.locale}.", 1)
        return f"{stem}.{suffix}"


def classify(path: str) -> ContentFile | None:
    """Say what a path under the content root is, or nothing for a file that has no place there."""
    for pattern, role in _PATTERNS:
        if found := pattern.fullmatch(path):
            groups = found.groupdict()
            return ContentFile(path, role, groups.get("name") or "", groups.get("locale") or "")
    return None


def discover(root: Path) -> tuple[list[str], list[Problem]]:
    """List the files of a content root, sorted; links that lead out of it, and linked folders, are refused."""
    if not root.is_dir():
        return [], [Problem(Mark(str(root)), "K001", "no_folder")]
    files: list[str] = []
    problems: list[Problem] = []
    for path in sorted(root.glob("hub*.yml")):
        _enter(root, path, files, problems)
    for folder in FOLDERS:
        if (root / folder).is_symlink():
            problems.append(Problem(Mark(folder), "K001", "linked_folder"))
            continue
        for here, folders, names in os.walk(root / folder):
            folders[:] = sorted(name for name in folders if not _hidden(name))
            problems += [
                Problem(Mark(str(PurePosixPath((Path(here) / name).relative_to(root)))), "K001", "linked_folder")
                for name in folders
                if (Path(here) / name).is_symlink()
            ]
            for name in sorted(names):
                if not _hidden(name):
                    _enter(root, Path(here) / name, files, problems)
            if len(files) > MAX_FILES:
                return files, [*problems, Problem(Mark(folder), "K001", "too_many_files", {"limit": MAX_FILES})]
    return files, problems


def _hidden(name: str) -> bool:
    return name.startswith((".", "__"))


def _enter(root: Path, path: Path, files: list[str], problems: list[Problem]) -> None:
    """Note a file down; its name is shown as text even where it is not UTF-8."""
    name = os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", errors="replace")
    if os.fsencode(path) != str(path).encode("utf-8", errors="replace"):
        problems.append(Problem(Mark(name), "K001", "name_not_utf8"))
    elif path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
        problems.append(Problem(Mark(name), "K001", "outside"))
    else:
        files.append(name)
