"""Scripts are served as the modules they are, only without comments."""

from __future__ import annotations

import subprocess
from pathlib import Path

from hub.assets import THEME
from hub.assets.scripts import served_scripts, without_comments
from tests.node import NODE


def test_comments_are_left_out_and_text_is_not() -> None:
    """Lines of comment and type casts go; what looks like one inside a line stays."""
    code = (
        "// why\n"
        "/**\n * Twice.\n * @param {number} n\n */\n"
        'const a = "/* b */"; // not to be lost: https://example.org\n'
        "const c = /** @type {number} */ (d);\n"
        "  /* one line */\n"
    )
    assert without_comments(code) == 'const a = "/* b */"; // not to be lost: https://example.org\nconst c = (d);\n'


def test_every_served_script_is_sound(tmp_path: Path) -> None:
    """Node parses each file of the theme as it is served, and what each imports is served too."""
    served = served_scripts(THEME)
    assert {"head.js", "js/main.js", "components/quiz/quiz.js", "components/search/search.js"} <= set(served)
    for name, code in served.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(code)
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    for name in served:
        result = subprocess.run([NODE, "--check", str(tmp_path / name)], capture_output=True, text=True, check=False)
        assert result.returncode == 0, f"{name}: {result.stderr}"
        for line in served[name].decode().splitlines():
            if line.startswith("import ") and ' from "' in line:
                target = (tmp_path / name).parent / line.split(' from "')[1].split('"')[0]
                assert target.resolve().is_file(), f"{name}: {line}"
