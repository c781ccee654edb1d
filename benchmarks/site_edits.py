"""From an edit to the page: both are served as their authors serve them, a file is saved, the page is asked for."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks import peer
from benchmarks.table import Row

COPIED = (
    *("hub", "theme", "scripts", "docs", "materials", "quizzes", "search", "mkdocs.yml", "package-lock.json"),
    *("requirements/base.lock", "build/downloads", "build/kept"),
)
PATIENCE = 600
PAUSE = 0.02
PATIENCE_TO_END = 10


@dataclass(frozen=True)
class Edit:
    """A file that is changed, and the page that shows it."""

    name: str
    file: str
    """From the folder an author works in."""
    page: str
    before: str
    """Text in the file after which words are put in."""


OURS = (
    Edit("a page", "docs/hoi-vien.md", "hoi-vien/", "{: .lead }\n"),
    Edit("a quiz", "quizzes/ke-hoach-va-tieu-chi.yml", "trac-nghiem/ke-hoach-va-tieu-chi/", "\nsummary: '"),
)
STOCK = (
    Edit("a page", "hoi-vien/index.md", "hoi-vien/", "{: .lead }\n"),
    Edit("a quiz", "trac-nghiem/ke-hoach-va-tieu-chi/index.md", OURS[1].page, '<p class="lead" data-terms="off">'),
)


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(told: Callable[[], bool], what: str) -> None:
    """Wait until something is so.

    Raises:
        TimeoutError: it took longer than anyone would wait.
    """
    end = time.monotonic() + PATIENCE
    while not told():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(PAUSE)


def shows(address: str, words: str = "") -> bool:
    """Say whether a page is there and has the words."""
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            return words in answer.read().decode("utf-8")
    except (URLError, ConnectionError):
        return False


@contextmanager
def serving(command: list[str | Path], folder: Path, base: str, **more: str) -> Iterator[None]:
    """Run a server until its home page is there; it is ended at the end."""
    log = (peer.WORK / f"{folder.name}.log").open("w", encoding="utf-8")
    line = [str(part) for part in command]
    process = subprocess.Popen(line, cwd=folder, env=peer.environment(**more), stdout=log, stderr=log)
    try:
        wait_for(lambda: process.poll() is not None or shows(base), f"{base} was not served, see {log.name}")
        if process.poll() is not None:
            raise RuntimeError(f"the server ended, see {log.name}")
        yield
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE_TO_END)
        except subprocess.TimeoutExpired:  # MkDocs' server may not end while it builds
            process.kill()
            process.wait()
        log.close()


def change(folder: Path, edit: Edit, words: str) -> None:
    """Put words into a file, in the place of those put there before."""
    file = folder / edit.file
    start, found, rest = file.read_text(encoding="utf-8").partition(edit.before)
    if not found:
        raise ValueError(f"{edit.file} has no {edit.before!r}")
    marker = f"Lần sửa thứ {words}."
    if rest.startswith(("\nLần sửa thứ ", "Lần sửa thứ ")):
        rest = rest.split(".", 1)[1].lstrip()
    gap = "\n" if edit.before.endswith("\n") else ""
    file.write_text(f"{start}{found}{gap}{marker}{gap or ' '}{gap}{rest.lstrip()}", encoding="utf-8")


def times(folder: Path, base: str, edit: Edit, runs: int, settled: Callable[[float], bool]) -> float:
    """Return the median of the times from a saved file to the page that shows it.

    Args:
        settled: says whether all work after a change made at a time is done.
    """
    found = []
    for number in range(runs):
        words = f"{time.time_ns() // 1_000_000 % 10_000_000}{number}"
        saved = time.time()
        start = time.perf_counter()
        change(folder, edit, words)
        wait_for(partial(shows, base + edit.page, f"Lần sửa thứ {words}."), f"{edit.page} did not change")
        found.append(time.perf_counter() - start)
        wait_for(partial(settled, saved), f"work after a change of {edit.file} did not end")
    return median(found)


def copy_checkout(target: Path) -> Path:
    """Copy what serving our hub needs, so that no file of this checkout is touched."""
    shutil.rmtree(target, ignore_errors=True)
    hidden = shutil.ignore_patterns("__pycache__")
    names = [*COPIED, *(path.name for path in peer.ROOT.glob("hub*.yml"))]
    for name in names:
        source, copy = peer.ROOT / name, target / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, copy, ignore=hidden)
        elif source.exists():
            shutil.copy2(source, copy)
    (target / "node_modules").symlink_to(peer.ROOT / "node_modules")
    return target


def our_times(runs: int) -> list[float]:
    """Return how long an edit takes to be seen with `make serve`."""
    folder, port = copy_checkout(peer.WORK / "edit-ours"), free_port()
    stamp, base = folder / "build" / "built-from", f"http://127.0.0.1:{port}/"
    command: list[str | Path] = [sys.executable, "scripts/serve.py", "--port", str(port)]
    with serving(command, folder, base, PYTHONPATH=str(folder)):
        # The booklets of a change are made after its pages; the next edit waits until they are.
        return [
            times(folder, base, edit, runs, lambda saved: stamp.exists() and stamp.stat().st_mtime > saved)
            for edit in OURS
        ]


def stock_times(docs: Path, runs: int, *options: str) -> list[float]:
    """Return how long an edit takes to be seen with `mkdocs serve`."""
    folder, port = peer.WORK / f"edit-stock{''.join(options)}", free_port()
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(docs, folder)
    settings = peer.stock_settings(folder, folder.with_suffix(".site"), ["search", peer.two_languages()])
    config = peer.write_settings(folder.name, settings)
    base = f"http://127.0.0.1:{port}/"
    command: list[str | Path] = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-q"]
    with serving([*command, "-a", f"127.0.0.1:{port}", "-f", config, *options], folder, base):
        return [times(folder, base, edit, runs, lambda saved: time.time() > saved + 3) for edit in STOCK]


def edit_rows(docs: Path, runs: int) -> list[Row]:
    """Return the times of both, and of stock when it builds nothing but the changed page.

    Args:
        docs: pages of the hub as stock reads them.
    """
    ours, stock, dirty = our_times(runs), stock_times(docs, runs), stock_times(docs, runs, "--dirty")
    rows = []
    for edit, mine, theirs, partly in zip(OURS, ours, stock, dirty, strict=True):
        rows.append(Row(f"from an edit of {edit.name} to the page ({runs} x)", (mine, theirs), "less", "s"))
        # Not judged: what stock serves then is wrong but for the page itself.
        rows.append(Row(f"the same; stock with --dirty: {edit.name}", (mine, partly), None, "s"))
    return rows
