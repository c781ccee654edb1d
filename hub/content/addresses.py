"""Addresses as content writes them: what kind they are, and whether they are safe."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from typing import Literal

Verdict = Literal["ok", "scheme", "outside", "broken"]

SAFE_SCHEMES = ("http", "https", "mailto", "tel")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST = re.compile(r"https?://[^\s/?#@\\]+([/?#][^\s\\]*)?", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]+")
_PHONE = re.compile(r"\+?[0-9][0-9 .()-]{2,30}")


def as_browsers_read(address: str) -> str:
    """Return an address without what browsers ignore in it, so that nothing hides behind it."""
    if address.isascii() and address.isprintable() and "&" not in address and " " not in address:
        return address
    plain = html.unescape(html.unescape(address))
    return "".join(char for char in plain if unicodedata.category(char) not in ("Cc", "Cf", "Zs", "Zl", "Zp"))


def scheme(address: str) -> str:
    """Return the scheme of an address in lower case; empty for one without."""
    found = _SCHEME.match(as_browsers_read(address))
    return found[1].lower() if found else ""


@lru_cache(maxsize=200_000)
def judge(address: str, own_schemes: tuple[str, ...] = ()) -> Verdict:
    """Say whether a link may be shown: web, mail, phone, or a path of the site."""
    plain = as_browsers_read(address)
    name = scheme(address)
    if name in own_schemes:
        return "ok"
    if name:
        return _with_scheme(name, plain)
    if plain.startswith(("//", "\\", "/\\")) or "\\" in plain:
        return "scheme"
    return "outside" if leaves(plain) else "ok"


def _with_scheme(name: str, plain: str) -> Verdict:
    if name not in SAFE_SCHEMES:
        return "scheme"
    if name == "mailto":
        return "ok" if _MAIL.fullmatch(plain[7:].split("?")[0]) else "broken"
    if name == "tel":
        return "ok" if _PHONE.fullmatch(plain[4:]) else "broken"
    return "ok" if _HOST.fullmatch(plain) else "broken"


def leaves(path: str, depth: int = 0) -> bool:
    """Say whether a path climbs above the folder it starts `depth` folders below."""
    for part in path.partition("#")[0].partition("?")[0].replace("%2e", ".").replace("%2E", ".").split("/"):
        if part == "..":
            depth -= 1
        elif part not in ("", "."):
            depth += 1
        if depth < 0:
            return True
    return False
