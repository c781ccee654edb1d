"""The peers: stock Material and its quiz plugin, from a lock of their own in an environment of their own."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "build" / "bench"
VENV = ROOT / "build" / "bench-venv"
LOCK = ROOT / "requirements" / "bench.lock"
EXTENSIONS = [
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables"),
    {"toc": {"permalink": False, "toc_depth": 3}},
]
"""Those of our mkdocs.yml, so that the same Markdown gives the same text."""
LOCALES = [
    {"locale": "vi", "name": "Tiếng Việt", "default": True, "build": True},
    {"locale": "en", "name": "English", "build": True},
]


def environment(**more: str) -> dict[str, str]:
    """Return the environment every build is timed in: byte code is kept, for ours and for theirs."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    fixed = {"NO_MKDOCS_2_WARNING": "1", "PYTHONPYCACHEPREFIX": str(WORK / "pycache"), "PYTHONPATH": str(ROOT)}
    return {**kept, **fixed, **more}


def plugin_python() -> Path:
    """Return a Python that has the quiz plugin; its environment is made when it is missing or out of date."""
    python = VENV / "bin" / "python"
    wanted, stamp = hashlib.sha256(LOCK.read_bytes()).hexdigest(), VENV / "installed"
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
        quiet = ["-q", "--disable-pip-version-check", "--no-deps", "--require-hashes"]
        subprocess.run([str(python), "-m", "pip", "install", *quiet, "-r", str(LOCK)], check=True)
        stamp.write_text(wanted, encoding="utf-8")
    return python


def stock_settings(docs: Path, site: Path, plugins: list[Any]) -> dict[str, Any]:
    """Return the settings of a site on Material as it comes, with system fonts."""
    return {
        "site_name": "Công dân học tập",
        "docs_dir": str(docs.resolve()),
        "site_dir": str(site.resolve()),
        "theme": {"name": "material", "language": "vi", "font": False},
        "plugins": plugins,
        "markdown_extensions": EXTENSIONS,
        "validation": {"links": {"absolute_links": "ignore", "unrecognized_links": "ignore"}},
    }


def two_languages() -> dict[str, Any]:
    """Return the plugin that builds both languages, set up as ours is."""
    return {"i18n": {"docs_structure": "suffix", "fallback_to_default": True, "languages": LOCALES}}


def write_settings(name: str, settings: dict[str, Any]) -> Path:
    """Write settings as a file for the mkdocs command."""
    path = WORK / f"{name}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def mkdocs(python: Path, settings: Path, **more: str) -> None:
    """Build a site with the mkdocs command.

    Raises:
        subprocess.CalledProcessError: it failed; what it printed is shown.
    """
    command = [str(python), "-m", "mkdocs", "build", "-q", "-f", str(settings)]
    subprocess.run(command, check=True, env=environment(**more), cwd=ROOT)
