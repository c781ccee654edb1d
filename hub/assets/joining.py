"""The theme's scripts as they are served: each with what it imports, without comments.

Every file that is fetched costs half a kilobyte of headers and, where one imports another, a way to the server and
back. So a component comes as one file. Each module in it is a function called once, so that names stay apart.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path

_IMPORT = re.compile(r'^import (?:(\w+)(?:, )?)?(?:\{ ?([^}]+?),? ?\} )?\s*from "([^"]+)";\n', re.M)
_EXPORT = re.compile(r"^export (default )?((?:async )?function|class|const) (\w+)", re.M)
_LINES = re.compile(r"^[ \t]*(?://.*|/\*.*?\*/[ \t]*)\n", re.M)
_BLOCKS = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n", re.M | re.S)
_CASTS = re.compile(r"/\*\* @\w[^*]*\*/ ?")


class ScriptError(ValueError):
    """A script uses a form of import or export that is not joined."""


@dataclass(frozen=True)
class _Module:
    body: str
    """The code, its imports left out."""
    imports: tuple[tuple[str, str], ...]
    """What `const { ... } = ` takes, and the path of the module it comes from."""
    exports: tuple[str, ...]
    """What the function returns: `fold`, `default: Quiz`."""


def without_comments(code: str) -> str:
    """Leave out comments that have lines of their own, and type casts."""
    return _CASTS.sub("", _LINES.sub("", _BLOCKS.sub("", code)))


def _parse(code: str, path: str) -> _Module:
    imports = []
    for default, names, place in _IMPORT.findall(code):
        taken = [name.strip().replace(" as ", ": ") for name in names.split(",") if name.strip()]
        if default:
            taken.append(f"default: {default}")
        imports.append((", ".join(taken), posixpath.normpath(posixpath.join(posixpath.dirname(path), place))))
    body = _IMPORT.sub("", code)
    exports = tuple(f"default: {name}" if default else name for default, _, name in _EXPORT.findall(body))
    rest = _EXPORT.sub("", body)
    if re.search(r"^(?:import|export)\b", rest, re.M):
        raise ScriptError(f"{path}: write imports and exports one a line, in the forms of hub/assets/joining.py")
    return _Module(body, tuple(imports), exports)


def _variable(path: str) -> str:
    return re.sub(r"\W", "_", path.removesuffix(".js"))


def _takes(module: _Module) -> str:
    return "".join(f"const {{ {names} }} = {_variable(place)};\n" for names, place in module.imports)


def join(entry: str, sources: dict[str, str]) -> str:
    """Return a module with all it imports, itself last, its own exports kept.

    Args:
        entry: path of the module among `sources`.
        sources: code by path.

    Raises:
        ScriptError: a module is missing, imports itself in a circle, or is written in an unknown form.
    """
    done: list[str] = []
    parts: list[str] = []

    def add(path: str, above: tuple[str, ...]) -> None:
        if path in above:
            raise ScriptError(f"{' -> '.join((*above, path))}: a circle of imports")
        if path not in sources:
            raise ScriptError(f"{above[-1]} imports {path}, which is not there")
        module = _parse(without_comments(sources[path]), path)
        for _, place in module.imports:
            if place not in done:
                add(place, (*above, path))
        done.append(path)
        if path == entry:
            parts.append(_takes(module) + module.body)
            return
        body = _EXPORT.sub(r"\2 \3", module.body)
        returned = ", ".join(module.exports)
        parts.append(f"const {_variable(path)} = (() => {{\n{_takes(module)}{body}return {{ {returned} }};\n}})();\n")

    add(entry, ())
    return "".join(parts)


def served_scripts(theme: Path) -> dict[str, bytes]:
    """Return what is served below `assets/`: the head's script, `js/main.js`, each component that it fetches."""
    files = [*(theme / "js").glob("*.js"), *(theme / "components").glob("*/*.js")]
    sources = {path.relative_to(theme).as_posix(): path.read_text(encoding="utf-8") for path in sorted(files)}
    near = {place for _, place in _parse(sources["js/main.js"], "js/main.js").imports}
    components = [path for path in sources if path.split("/")[1:-1] == [posixpath.basename(path)[:-3]]]
    served = {path: join(path, sources).encode() for path in ("js/main.js", *components) if path not in near}
    return {"head.js": sources["js/head.js"].encode()} | served
