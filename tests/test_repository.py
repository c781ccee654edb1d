"""The repository itself: sizes, commands, locks, contracts, and what must not be in it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT, run_script

LONGEST = 400
SCRIPTS = sorted(path.name for path in (ROOT / "scripts").glob("*.py"))
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))
LOCALES = sorted(path.name for path in (ROOT / "hub" / "locales").iterdir() if path.is_dir() and path.name[0] != "_")
FOR_EDITORS = {"error_manual.yml", "schema.yml"}
"""Sentences that only editors of the first language's content files ever see."""
BUILDERS = re.compile(r"\.(?:error_|used_by_|built$)")
"""In `documents.yml`, what the command that builds booklets says to the editor."""
BUILT = ("site/", ".venv/", "node_modules/", "build/", "schemas/")
OTHERS = {".woff2", ".woff", ".ttf", ".otf", ".pdf", ".pyc", ".map", ".zip", ".gz", ".whl", ".tgz"}
HOSTS = re.compile(
    r"registry\.npmjs|pypi\.org|pythonhosted|npmjs\.com|yarnpkg|unpkg|jsdelivr|proxy\.golang|deb\.debian"
)
MACHINE = re.compile(r"(?<![\w.~-])/(?:root|home/\w+|Users/\w+|work)/\w")


def tracked() -> list[str]:
    """Return the files of the repository."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def texts() -> dict[str, str]:
    """Return the files of the repository that are text, but for this one, which names what it looks for."""
    found = {}
    for name in tracked():
        data = (ROOT / name).read_bytes()
        if b"\0" not in data and name != "tests/test_repository.py":
            found[name] = data.decode("utf-8", errors="replace")
    return found


@pytest.mark.parametrize("pattern", ["hub/**/*.py", "scripts/*.py", "tests/**/*.py", "theme/**/*.js", "theme/**/*.css"])
def test_no_module_is_long(pattern: str) -> None:
    """What cannot be read at one sitting is divided: no module has more than 400 lines."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in ROOT.glob(pattern)}
    assert lengths
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_command_explains_itself(script: str) -> None:
    """Each command has --help with examples, says what it does in its first line, and stands in the read-me."""
    result = run_script(script, "--help")
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("usage:")
    assert re.search(r"^examples?:", result.stdout, re.I | re.M), result.stdout
    assert f"scripts/{script}" in result.stdout or f"make {Path(script).stem}" in result.stdout
    assert f"`scripts/{script}`" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert (ROOT / "scripts" / script).read_text(encoding="utf-8").startswith("#!/usr/bin/env python3\n")


def test_the_read_me_names_no_command_that_is_gone() -> None:
    """Every script the read-me and the guide for contributors name is there, and every make target too."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for name in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert set(re.findall(r"scripts/(\w+\.py)", text)) <= set(SCRIPTS), name
        for target in re.findall(r"`make (\w+)", text):
            assert re.search(rf"^{target}:", makefile, re.M), f"{name}: make {target}"


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_python_packages_are_locked_with_hashes(lock: Path) -> None:
    """Each requirement is one version with its hashes; no address of a server stands in the file."""
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert not HOSTS.search(text)
    entries = re.findall(
        r"^([A-Za-z][\w.\[\]-]*)==(\S+) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", text, re.M
    )
    names = re.findall(r"^[A-Za-z]\S*", text, re.M)
    assert len(entries) == len(names) > 5


def test_python_packages_are_all_asked_for() -> None:
    """Every package of the .in lists is locked."""
    for listed in (ROOT / "requirements").glob("*.in"):
        lock = listed.with_suffix(".lock")
        if lock.exists():
            locked = re.findall(r"^([\w.-]+)==", lock.read_text(encoding="utf-8"), re.M)
            known = {name.lower().replace("_", "-") for name in locked}
            for line in listed.read_text(encoding="utf-8").splitlines():
                name = re.match(r"[\w.-]+", line.split("#")[0].strip())
                if name and not line.startswith("-"):
                    assert name[0].lower().replace("_", "-") in known, f"{listed.name}: {name[0]}"


def test_npm_packages_are_locked_without_addresses() -> None:
    """Each package has its hash and none says where it was fetched from."""
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    for name, package in packages.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name
    for name in (*wanted["dependencies"], *wanted["devDependencies"]):
        assert f"node_modules/{name}" in packages


def test_no_address_of_a_package_server() -> None:
    """No file names a server that packages are fetched from: a mirror must do as well."""
    assert {name for name, text in texts().items() if HOSTS.search(text)} == set()


def test_no_path_of_a_machine() -> None:
    """No file holds a path that is true on one machine only."""
    assert {name: MACHINE.findall(text)[:3] for name, text in texts().items() if MACHINE.search(text)} == {}


def test_nothing_built_and_nothing_of_others_is_committed() -> None:
    """What is made is not kept; libraries and fonts come by their locks."""
    names = tracked()
    assert [name for name in names if name.startswith(BUILT)] == []
    assert [name for name in names if name.startswith("site-src/")] == ["site-src/.gitignore"]
    assert [name for name in names if Path(name).suffix in OTHERS or ".min." in name] == []
    assert [name for name in names if (ROOT / name).stat().st_size > 300_000] == []


def test_the_import_contracts_hold() -> None:
    """Content flows one way, renderers do not know each other, one file knows MkDocs."""
    tool = Path(sys.executable).parent / "lint-imports"
    result = subprocess.run([str(tool)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert " 0 broken" in result.stdout


def test_ci_runs_what_people_run() -> None:
    """.ci/run calls `make test`, which runs every test."""
    run = ROOT / ".ci" / "run"
    assert os.access(run, os.X_OK)
    assert re.search(r"^(?:exec )?make test$", run.read_text(encoding="utf-8"), re.M)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^test:.*\n(?:\t.*\n)*\t.*-m pytest(?: -n \d+ --dist \w+)?\s*$", makefile, re.M)


def keys(value: object, above: str = "") -> set[str]:
    """Return the dotted names of all sentences of a file."""
    if not isinstance(value, dict):
        return {above}
    return {name for key, below in value.items() for name in keys(below, f"{above}.{key}")}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_says_everything(locale: str) -> None:
    """Each language has the same files of sentences with the same keys and no other places to fill.

    Left out are sentences for editors, who read the first language; only English names its months.
    """

    def sentences(code: str) -> dict[str, dict[str, object]]:
        folder = ROOT / "hub" / "locales" / code
        return {file.name: yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.yml"))}

    first, own = sentences("vi"), sentences(locale)
    assert set(first) - set(own) <= FOR_EDITORS
    assert set(own) <= set(first)
    for name in own:
        missing = {key for key in keys(first[name]) - keys(own[name]) if not BUILDERS.match(key)}
        assert (name, missing) == (name, set())
        more = keys(own[name]) - keys(first[name])
        assert not more or (name == "format.yml" and all(key.startswith(".month_") for key in more)), more
        flat = {key: str(value) for key, value in own[name].items() if not isinstance(value, dict)}
        for key, value in flat.items():
            if key not in first[name]:
                continue
            filled = set(re.findall(r"\{(\w+)\}", value))
            known = {
                *re.findall(r"\{(\w+)\}", str(first[name][key])),
                *({"month_name"} if name == "format.yml" else ()),
            }
            assert filled <= known, f"{name}: {key}"


def test_a_component_is_one_folder() -> None:
    """Templates and style of a component bear its folder's name; so does the script that is started."""
    for folder in (ROOT / "theme" / "components").iterdir():
        files = {file.name for file in folder.iterdir()}
        own = {f"{folder.name}.html.j2", f"{folder.name}.css", f"{folder.name}.js"}
        assert files & own, folder
        rest = files - own - {"examples.yml"}
        assert all(name.endswith(".js") for name in rest), rest
        assert not rest or f"{folder.name}.js" in files, rest


def test_decisions_are_numbered_and_listed() -> None:
    """Records have numbers without gap, and each stands in the table."""
    records = sorted(path.name for path in (ROOT / "decisions").glob("0*.md"))
    assert [int(name[:4]) for name in records] == list(range(1, len(records) + 1))
    table = (ROOT / "decisions" / "README.md").read_text(encoding="utf-8")
    assert all(f"]({name})" in table for name in records)
