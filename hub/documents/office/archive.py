"""Office files are zip archives; written again sorted and with one date, they are the same at each build."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first date a zip archive can hold."""


def rewritten(data: bytes, change: Callable[[str, bytes], bytes] = lambda _name, member: member) -> bytes:
    """Return an archive with its members sorted, all of one date, each passed through `change`."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new,
    ):
        for name in sorted(old.namelist()):
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            new.writestr(info, change(name, old.read(name)))
    return out.getvalue()
