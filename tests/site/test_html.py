"""Every page is valid HTML, by html-validate's recommended rules."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.node import NODE
from tests.site.conftest import ROOT

CONFIG = ROOT / "tests" / "htmlvalidate.json"
"""Its rules that are off: matters of style (`doctype-style`, `void-style`, white space), `require-sri` (everything is
our own), `long-title` (titles say the plan's own words), `no-redundant-role` (on phones wide tables are blocks, which
takes their roles from them; so these are written out). Check boxes of one question share a name."""


def faults(files: list[Path], folder: Path) -> list[str]:
    """Return what html-validate finds in files, one line each; it writes its report into `folder`."""
    written = folder / "report.json"
    command = [NODE, str(ROOT / "node_modules/html-validate/bin/html-validate.mjs")]
    command += ["--config", str(CONFIG), "--formatter", f"json={written}", *map(str, files)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert written.exists(), result.stdout + result.stderr
    return [
        f"{'/'.join(Path(report['filePath']).parts[-4:])}:{found['line']}: {found['ruleId']}: {found['message']}"
        for report in json.loads(written.read_text(encoding="utf-8"))
        for found in report["messages"]
    ]


def test_every_page_is_valid(built_site: Path, tmp_path: Path) -> None:
    """html-validate finds nothing in any page of either language, nor in the 404 page."""
    files = sorted(built_site.rglob("*.html"))
    assert len(files) > 60
    assert faults(files, tmp_path) == []


@pytest.mark.parametrize(
    ("planted", "rule"),
    [
        ("<ul><p>x</p></ul>", "element-permitted-content"),
        ('<img src="a.png">', "wcag/h37"),
        ('<span id="a"></span><span id="a"></span>', "no-dup-id"),
        ('<p style="color: red">x</p>', "no-inline-style"),
        ('<a aria-hidden="true" href="./">x</a>', "hidden-focusable"),
    ],
)
def test_a_planted_fault_is_found(tmp_path: Path, planted: str, rule: str) -> None:
    """The test above is able to fail."""
    file = tmp_path / "index.html"
    head = '<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>x</title></head>'
    file.write_text(f"{head}<body>{planted}</body></html>", encoding="utf-8")
    found = faults([file], tmp_path)
    assert any(rule in fault for fault in found), found
