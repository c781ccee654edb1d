"""The front end's pure modules, run by Node, and the types of all of them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.node import NODE

ROOT = Path(__file__).resolve().parents[2]
HANGS = 240
"""Seconds after which a file of tests, however slow the machine, does not end any more."""


@pytest.mark.parametrize("name", sorted(path.name for path in Path(__file__).parent.glob("*.test.js")))
def test_pure_modules(name: str):
    """Every case of a `*.test.js` file passes under `node --test`."""
    command = [NODE, "--test", str(Path(__file__).parent / name)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=HANGS)
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-1000:]
    assert "\n# pass 0" not in run.stdout


def test_types():
    """All JavaScript passes TypeScript's strict check of its JSDoc types."""
    compiler = ROOT / "node_modules" / "typescript" / "lib" / "tsc.js"
    run = subprocess.run([NODE, str(compiler), "-p", str(ROOT)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
