"""Mã bị trùng.

Trong một danh sách, mỗi mục có mã (`id`) riêng: câu hỏi trong một bài, phương án trong một câu, nguồn, thuật ngữ, hoạt
động, thẻ. Mã cũng là một phần của địa chỉ. Vì vậy chỉ số và tiêu chí của một bộ không trùng nhau, không trùng với
`quy-tac`, `quy-trinh`. Hai đoạn của kế hoạch cũng không có địa chỉ giống nhau, như `II.3.b` và `ii.3.b`.

Cách sửa: đổi một trong hai mã. Nếu mã đã được nơi khác dùng, sửa cả ở đó.
"""

from __future__ import annotations

from collections.abc import Iterator

from hub.content.content import Content
from hub.content.marks import Mark
from hub.content.nodes import Mapping, Node, Path, Scalar, Sequence, walk
from hub.content.rules.base import Findings, Rule, found
from hub.model.base import anchor

RESERVED = ("quy-tac", "quy-trinh")


def check(content: Content) -> Findings:
    """Compare ids within each list of each file, then ids that share a page."""
    for node in content.yaml.values():
        for path, part in walk(node):
            if isinstance(part, Sequence):
                yield from _twice(_ids(part), path)
    for name in content.criteria:
        yield from _criteria(content, name)
    yield from _anchors(content)


def _ids(part: Sequence) -> Iterator[tuple[str, Mark]]:
    for item in part.items:
        node: Node | None = item.entries.get("id") if isinstance(item, Mapping) else None
        if isinstance(node, Scalar) and node.raw:
            yield node.raw, node.mark


def _twice(ids: Iterator[tuple[str, Mark]], path: Path) -> Findings:
    seen: dict[str, Mark] = {}
    for name, mark in ids:
        if name in seen:
            yield found(mark, "id_twice", (*path, "id"), id=name, line=seen[name].line)
        seen.setdefault(name, mark)


def _criteria(content: Content, name: str) -> Findings:
    """Criteria, indicators and fixed sections stand on one page."""
    seen: dict[str, tuple[Path, Mark | None]] = dict.fromkeys(RESERVED, ((), None))
    for number, criterion in enumerate(content.criteria[name].criteria):
        here: Path = ("criteria", name, "criteria", number)
        below = [(*here, "indicators", index) for index in range(len(criterion.indicators))]
        names = [criterion.id, *(indicator.id for indicator in criterion.indicators)]
        for path, each in zip([here, *below], names, strict=True):
            mark = content.mark(*path, "id")
            if each not in seen:
                seen[each] = path, mark
            elif seen[each][1] is None:
                yield found(mark, "id_reserved", (*path, "id"), id=each)
            elif seen[each][0][:-1] != path[:-1]:  # in one list: already told
                yield found(mark, "id_twice_on_page", (*path, "id"), id=each, line=seen[each][1].line)  # type: ignore[union-attr]


def _anchors(content: Content) -> Findings:
    seen: dict[str, str] = {}
    for number, part in enumerate(content.plan.parts if content.plan else []):
        for index, clause in enumerate(part.clauses):
            address = anchor(clause.id)
            if seen.get(address, clause.id) != clause.id:
                mark = content.mark("plan", "parts", number, "clauses", index, "id")
                yield found(mark, "clause_same_address", ("id",), id=clause.id, other=seen[address])
            seen.setdefault(address, clause.id)


RULE = Rule("K101", "ids_unique", __doc__, check)
