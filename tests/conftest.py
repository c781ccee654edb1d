"""The hub of this repository, built once for all tests that look at the finished site."""

from __future__ import annotations

import datetime
import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hub.browser import ARGUMENTS, CHROMIUM

ROOT = Path(__file__).resolve().parent.parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Printing and whole sites take long: their tests are left to the full run."""
    for item in items:
        if {"documents", "site"} & set(item.path.relative_to(ROOT).parts):
            item.add_marker(pytest.mark.slow)


def run_script(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of the project's commands as a person would; returns what it printed."""
    command = [sys.executable, str(ROOT / "scripts" / name), *arguments]
    own = {**os.environ, "PYTHONPATH": str(ROOT)}  # of two checkouts with one environment, this one
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=own)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium, which downloads nothing by itself."""
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def built_downloads() -> Path:
    """Folder of the booklets, brought up to date."""
    folder = ROOT / "build" / "downloads"
    folder.parent.mkdir(exist_ok=True)
    with (folder.parent / "downloads.lock").open("w") as lock:  # several processes test side by side
        fcntl.flock(lock, fcntl.LOCK_EX)
        result = run_script("build_booklets.py", "--out", str(folder))
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


@pytest.fixture(scope="session")
def built_site(built_downloads: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the whole site, built from a copy of the content."""
    folder = tmp_path_factory.mktemp("built")
    result = run_script(
        "build_site.py",
        *("--out", str(folder / "site"), "--staging", str(folder / "staging")),
        *("--downloads", str(built_downloads), "--today", datetime.date.today().isoformat()),
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "site"


@pytest.fixture
def hub_copy(tmp_path: Path) -> Path:
    """A copy of the smallest valid hub, to change and break."""
    return Path(shutil.copytree(ROOT / "tests" / "hubs" / "minimal", tmp_path / "hub"))
