"""How long builds take: many made-up pages, and one edit of the real content."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks import peer
from benchmarks.generated import write_hub
from benchmarks.table import Row


@dataclass(frozen=True)
class Took:
    """One build: by the clock, and in processor time, which other work on the machine disturbs less."""

    wall: float
    cpu: float


def timed(command: Sequence[str | Path]) -> Took:
    """Run a command to its end.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    run = subprocess.run([str(part) for part in command], cwd=peer.ROOT, env=peer.environment(), capture_output=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if run.returncode:
        print(run.stdout.decode(), run.stderr.decode(), file=sys.stderr)
        run.check_returncode()
    return Took(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def commands(pages: int, work: Path = peer.WORK / "pages") -> tuple[list[str | Path], list[str | Path]]:
    """Write so many pages in each of two languages, and return the commands that build them, ours and stock's."""
    root = work / str(pages)
    shutil.rmtree(root, ignore_errors=True)
    docs = write_hub(root, pages)
    ours: list[str | Path] = [sys.executable, peer.ROOT / "scripts" / "build_site.py", "--root", root]
    ours += ["--out", root / "ours", "--staging", root / "src", "--downloads", root / "downloads"]
    settings = peer.stock_settings(docs, root / "stock", ["search", peer.two_languages()])
    config = peer.write_settings(f"pages-{pages}", settings)
    return ours, [sys.executable, "-m", "mkdocs", "build", "-q", "-f", config]


def content_rows(runs: int) -> list[Row]:
    """Return how long the hub's own content takes; ours reads and checks it first, stock is given finished pages."""
    work = peer.WORK / "content"
    ours: list[str | Path] = [sys.executable, peer.ROOT / "scripts" / "build_site.py"]
    ours += ["--out", work / "ours", "--staging", work / "src"]
    stock: list[str | Path] = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", peer.WORK / "site-stock.yml"]
    mine, theirs = by_turns(runs, partial(timed, ours), partial(timed, stock))
    return [Row(f"build of the hub's own content: processor time ({runs} x)", (mine.cpu, theirs.cpu), "less", "s")]


def by_turns(runs: int, *builds: Callable[[], Took]) -> list[Took]:
    """Return the median of several builds each, done by turns so that all meet the same noise."""
    found: list[list[Took]] = [[] for _ in builds]
    for _ in range(runs):
        for place, build in enumerate(builds):
            found[place].append(build())
    return [Took(median(one.wall for one in took), median(one.cpu for one in took)) for took in found]


def build_rows(sizes: Sequence[int], runs: int) -> list[Row]:
    """Return how long ours and stock take for so many pages; the largest size is built once."""
    rows = []
    for pages in sizes:
        ours, stock = commands(pages)
        turns = runs if pages <= 100 else min(runs, 2 if pages <= 1000 else 1)
        mine, theirs = by_turns(turns, partial(timed, ours), partial(timed, stock))
        name = f"build of {pages:,} pages in two languages"
        rows.append(Row(f"{name} ({turns} x)", (mine.wall, theirs.wall), "less", "s"))
        rows.append(Row(f"{name}: processor time", (mine.cpu, theirs.cpu), "less", "s"))
    return rows
