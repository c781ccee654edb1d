"""A new module or quiz: files that pass the check as they are, for an editor to fill with words.

Each starter is a folder beside this file. `{source}` and `{order}` in a file are filled in.
"""

from __future__ import annotations

from pathlib import Path

from hub.content.layout import SLUG
from hub.model.hub import Hub

HERE = Path(__file__).parent
KINDS = ("module", "quiz")


class StarterError(Exception):
    """Nothing was written; `key` names the sentence of `hub/locales/<locale>/starter.yml` that says why."""

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(key)


def start(hub: Hub, root: Path, kind: str, slug: str) -> list[Path]:
    """Write the files of a new module or quiz.

    Returns:
        the files that were written.

    Raises:
        StarterError: the name cannot be an address or is taken, or the hub has no source to name.
    """
    if not SLUG.fullmatch(slug):
        raise StarterError("bad_name", name=slug)
    source = next((name for name, each in hub.sources.items() if not each.internal), None)
    if source is None:
        raise StarterError("no_source")
    files = _files(root, kind, slug)
    taken = next((path for path in _taken(root, kind, slug, files) if path.exists()), None)
    if taken is not None:
        raise StarterError("taken", path=taken.relative_to(root))
    order = max((module.order for module in hub.modules.values()), default=0) + 1
    for path, starter in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        text = starter.read_text(encoding="utf-8").replace("{source}", source).replace("{order}", str(order))
        path.write_text(text, encoding="utf-8")
    return list(files)


def _files(root: Path, kind: str, slug: str) -> dict[Path, Path]:
    """Return the files to write and what they are written from."""
    if kind == "quiz":
        return {root / "quizzes" / f"{slug}.yml": HERE / "quiz" / "quiz.yml"}
    folder = root / "materials" / "modules" / slug
    starters = sorted(path for path in (HERE / "module").rglob("*") if path.is_file())
    return {folder / path.relative_to(HERE / "module"): path for path in starters}


def _taken(root: Path, kind: str, slug: str, files: dict[Path, Path]) -> list[Path]:
    """Return what must not be there yet: the files, and for a module its whole folder."""
    return [root / "materials" / "modules" / slug] if kind == "module" else list(files)
