"""What a page is for a searcher, told by its address."""

from __future__ import annotations

KINDS: tuple[tuple[str, str], ...] = (
    ("plan", "ke-hoach/"),
    ("criteria", "tieu-chi/"),
    ("module", "tap-huan/"),
    ("quiz", "trac-nghiem/"),
    ("glossary", "gioi-thieu/giai-thich-tu/"),
    ("download", "tai-ve/"),
    ("source", "gioi-thieu/nguon/"),
    ("editor", "bien-tap/"),
    ("about", ""),
)
"""Kind and address prefix within one locale; the first that fits counts. Their names are in `search.yml`."""


def kind_of(path: str) -> str:
    """Return the kind of a page from its address within its locale (`ke-hoach/phan-i/`)."""
    return next(kind for kind, prefix in KINDS if path.startswith(prefix))
