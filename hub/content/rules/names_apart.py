"""Hai tên cho cùng một mã ngắn.

Mã ngắn của tự chấm thử ghi bộ tiêu chí và nhóm người bằng một số từ 0 đến 255, tính từ mã (`id`) của chúng. Hai bộ,
hoặc hai nhóm của một bộ, cho cùng một số thì người tổng hợp không biết phiếu thuộc về đâu.

Cách sửa: đổi mã của một trong hai.
"""

from __future__ import annotations

from collections.abc import Iterable

from hub.content.content import Content
from hub.content.nodes import Path
from hub.content.rules.base import Findings, Rule, found
from hub.model.short_code import name_hash


def check(content: Content) -> Findings:
    """Compare the short numbers of criteria sets, then of the groups of each set."""
    yield from _apart(content, ((name, ("criteria", name, "id")) for name in content.criteria))
    for name, criteria in content.criteria.items():
        path: Path = ("criteria", name, "groups")
        groups = ((group.id, (*path, index, "id")) for index, group in enumerate(criteria.groups))
        yield from _apart(content, groups)


def _apart(content: Content, names: Iterable[tuple[str, Path]]) -> Findings:
    seen: dict[int, str] = {}
    for name, path in names:
        other = seen.setdefault(name_hash(name), name)
        if other != name:
            yield found(content.mark(*path), "names_collide", path, id=name, other=other)


RULE = Rule("K116", "names_apart", __doc__, check)
