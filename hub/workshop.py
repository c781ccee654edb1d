"""`make serve`: build what is out of date, serve it, build again when something changes."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from hub.server import Reloads, make_server
from hub.standby import Standby

CONTENT = ("docs", "materials", "quizzes", "search")
CODE = ("hub", "theme", "mkdocs.yml", "requirements/base.lock", "package-lock.json")
STAMP = "built-from"
SETTLE_SECONDS = 0.1
"""Editors write a file in several steps: wait until they are done."""


def fingerprint(root: Path) -> str:
    """Return one hash over everything a build reads."""
    settings = sorted(path.name for path in root.glob("hub*.yml"))
    return _hash(root, (*settings, *CONTENT, *CODE))


def _hash(root: Path, names: Iterable[str]) -> str:
    """Return one hash over files, and over all files in folders."""
    digest = hashlib.sha256()
    for name in names:
        place = root / name
        files = sorted(place.rglob("*")) if place.is_dir() else [place]
        for path in files:
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(root).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


class _Changes(FileSystemEventHandler):
    """Remembers that something changed."""

    def __init__(self) -> None:
        self.happened = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change of a file (reading one is no change)."""
        quiet = event.event_type in {"opened", "closed_no_write"} or "__pycache__" in str(event.src_path)
        if not quiet and not event.is_directory:
            self.happened.set()


class Workshop:
    """One checkout being worked on."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.site = root / "site"
        self.stamp = root / "build" / STAMP
        self.reloads = Reloads()
        self._standby = Standby(root)
        self._one_at_a_time = threading.Lock()
        self._booklets_wanted = threading.Event()

    def _build_site(self, shown: Callable[[], None] | None = None) -> bool:
        with self._one_at_a_time:
            return self._standby.build(_hash(self.root, CODE), shown)

    def _build_booklets(self) -> bool:
        return self._run("build_booklets.py", "--out", str(self.root / "build" / "downloads"))

    def _run(self, script: str, *arguments: str) -> bool:
        command = [sys.executable, str(self.root / "scripts" / script), *arguments]
        return subprocess.run(command, cwd=self.root, check=False).returncode == 0

    def is_current(self) -> bool:
        """Say whether the site on disk was built from what is on disk now."""
        built = self.stamp.read_text(encoding="utf-8") if self.stamp.exists() else ""
        return (self.site / "index.html").exists() and built == fingerprint(self.root)

    def build(self) -> bool:
        """Build booklets and site; false when the content has errors (the old site stays)."""
        before = fingerprint(self.root)
        booklets = self._build_booklets()
        site = self._build_site()
        if booklets and site:
            self.stamp.parent.mkdir(parents=True, exist_ok=True)
            self.stamp.write_text(before, encoding="utf-8")
        return site

    def rebuild(self) -> None:
        """Build the pages, so that an editor sees the change at once; search, booklets and their sizes follow."""
        if self._build_site(shown=self.reloads.announce):
            self._booklets_wanted.set()

    def _follow(self) -> None:
        """Build booklets whenever they are wanted; pages changed in the meantime do not wait for it."""
        while True:
            self._booklets_wanted.wait()
            self._booklets_wanted.clear()
            if not self.is_current():
                self.build()

    def _watch(self, known: str) -> None:
        """Build again whenever something is not as it was.

        Args:
            known: fingerprint of what was built last; who saved while that went on is not forgotten.
        """
        changes = _Changes()
        observer = Observer()
        for name in (*CONTENT, *CODE):
            place = self.root / name
            if place.is_dir():
                observer.schedule(changes, str(place), recursive=True)
        observer.schedule(changes, str(self.root), recursive=False)
        observer.start()
        changes.happened.set()
        while True:
            changes.happened.wait()
            time.sleep(SETTLE_SECONDS)
            changes.happened.clear()
            now = fingerprint(self.root)
            if now != known:
                known = now
                print("== Something changed: building again", flush=True)
                self.rebuild()

    def serve(self, port: int, watch: bool) -> int:
        """Serve until stopped; returns the exit status."""
        try:
            server = make_server(self.site, port, reloads=self.reloads if watch else None)
        except OSError:
            print(f"!! Port {port} is taken. Choose another: make serve PORT=8001", file=sys.stderr)
            return 1
        known = fingerprint(self.root)
        if self.is_current():
            print("== Nothing has changed since the last build", flush=True)
        elif not self.build() and not (self.site / "index.html").exists():
            print("!! The site could not be built; the lines above say why.", file=sys.stderr)
            return 1
        if watch:
            threading.Thread(target=self._watch, args=(known,), daemon=True).start()
            threading.Thread(target=self._follow, daemon=True).start()
        print(f"== Open http://127.0.0.1:{server.server_port}/   (Ctrl+C stops)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
        return 0
