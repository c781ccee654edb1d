"""A process that stands by to build the site again: what it has read, compiled and made stays in its memory."""

from __future__ import annotations

import datetime
import multiprocessing
import sys
import traceback
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

SHOWN = "shown"
"""Comes over the line when the pages can be read."""


class Standby:
    """Builds the site of one checkout as often as it is asked to, in a new process whenever the code has changed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._code = ""
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def build(self, code: str, shown: Callable[[], None] | None = None) -> bool:
        """Build the site; false when the content has errors or the build broke off (the old site stays).

        Args:
            code: what identifies the code of now.
            shown: told as soon as the pages can be read, before the search index is ready.
        """
        if self._line is None or code != self._code:
            self.stop()
            self._line = self._start()
            self._code = code
        try:
            self._line.send((datetime.date.today().isoformat(), shown is not None))
            while (answer := self._line.recv()) == SHOWN:
                if shown is not None:
                    shown()
            return bool(answer)
        except (EOFError, OSError):
            self.stop()
            return False

    @property
    def process_id(self) -> int | None:
        """The number of the process that stands by; none before the first build."""
        return self._process.pid if self._process else None

    def stop(self) -> None:
        """End the process, if there is one."""
        if self._line is not None:
            self._line.close()
            self._line = None
        if self._process is not None:
            self._process.join()
            self._process = None

    def _start(self) -> Connection:
        # A fresh interpreter: it must not inherit old code, nor the threads of the server.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, self._root), daemon=True)
        self._process.start()
        theirs.close()
        return ours


def _work(line: Connection, root: Path) -> None:
    """Build each time a date comes over the line, until it is closed."""
    # Loaded in this process only: whoever asks for builds does not need to know how to build.
    from hub.build import build_and_tell, places_of

    try:
        while True:
            today, wants_early = line.recv()
            line.send(build_and_tell(places_of(root), today, partial(line.send, SHOWN) if wants_early else None))
    except (EOFError, KeyboardInterrupt):
        return
    except BaseException:  # MkDocs ends the process for errors of its own
        traceback.print_exc()
        sys.exit(1)
