"""Running the search's JavaScript outside a browser."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.node import NODE

HERE = Path(__file__).parent


def run_node(script: str, given: Any, *arguments: str) -> Any:
    """Run a script of this folder with JSON on its standard input; returns the JSON it prints."""
    command = [NODE, "--no-warnings", str(HERE / script), *arguments]
    run = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-3000:]
    return json.loads(run.stdout)
