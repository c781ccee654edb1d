"""`make serve` as an editor has it: a saved file is seen, a mistake is told and the old page stays."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[1]
CODE = ("hub", "theme", "scripts", "mkdocs.yml", "requirements/base.lock", "package-lock.json")
PATIENCE = 120


class Shop:
    """A small hub being served, in a checkout of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = int(found.getsockname()[1])
        self.log = folder / "serve.log"
        for name in CODE:
            source, copy = ROOT / name, folder / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy2(source, copy)
        shutil.copytree(ROOT / "tests" / "hubs" / "minimal", folder, dirs_exist_ok=True)
        (folder / "node_modules").symlink_to(ROOT / "node_modules")
        with self.log.open("w", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [sys.executable, "scripts/serve.py", "--port", str(self.port)],
                cwd=folder,
                env={**os.environ, "PYTHONPATH": str(folder), "PYTHONUNBUFFERED": "1"},
                stdout=log,
                stderr=log,
            )

    def page(self, path: str = "") -> str:
        """Return a page as it is served, or nothing."""
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=10) as answer:
                return str(answer.read().decode("utf-8"))
        except (URLError, ConnectionError, TimeoutError):
            return ""

    def told(self) -> str:
        """Return what was printed so far."""
        return self.log.read_text(encoding="utf-8")

    def wait(self, words: str, path: str | None = None) -> None:
        """Wait until a page, or what is printed, has the words."""
        end = time.monotonic() + PATIENCE
        while words not in (self.told() if path is None else self.page(path)):
            assert self.process.poll() is None, self.told()
            assert time.monotonic() < end, f"{words!r} did not come\n{self.told()}"
            time.sleep(0.05)

    def replace(self, file: str, before: str, after: str) -> None:
        """Save a file with other words."""
        place = self.folder / file
        text = place.read_text(encoding="utf-8")
        assert before in text
        place.write_text(text.replace(before, after, 1), encoding="utf-8")


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A hub that is about to be built and served."""
    made = Shop(tmp_path)
    yield made
    made.process.terminate()
    made.process.wait()


def test_a_saved_file_is_seen_even_when_it_was_saved_during_the_first_build(shop: Shop) -> None:
    """What is saved while pages are being made comes with the next build, and so does what is saved later."""
    shop.wait("== Building")
    shop.replace("docs/gioi-thieu/index.md", "\n# ", "\nCâu viết lúc đang dựng.\n\n# ")
    shop.wait("== Open")
    shop.wait("Câu viết lúc đang dựng.", "gioi-thieu/")
    shop.replace("docs/gioi-thieu/index.md", "Câu viết lúc đang dựng.", "Câu viết sau đó.")
    shop.wait("Câu viết sau đó.", "gioi-thieu/")


def test_a_mistake_is_told_and_the_page_stays_as_it_was(shop: Shop) -> None:
    """The report names file and line; once it is mended, the page follows."""
    shop.wait("== Open")
    before = shop.page("trac-nghiem/bai-mau/")
    assert before
    shop.replace("quizzes/bai-mau.yml", "minutes: 3", "minutes: 3\nla: 1")
    shop.wait("quizzes/bai-mau.yml:4:1")
    assert shop.page("trac-nghiem/bai-mau/") == before
    shop.replace("quizzes/bai-mau.yml", "minutes: 3\nla: 1", "minutes: 3")
    shop.replace("docs/gioi-thieu/index.md", "\n# ", "\nĐã sửa xong.\n\n# ")
    shop.wait("Đã sửa xong.", "gioi-thieu/")
