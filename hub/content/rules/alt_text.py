"""Hình không có lời thay.

Hình nào cũng có lời thay. Nhờ vậy, người nghe trình đọc màn hình và người không tải được hình vẫn biết hình nói gì. Lời
thay là `alt` của thẻ, của tờ chiếu, của phiếu phát tay; ở trang viết là chữ trong ngoặc vuông `![lời thay](hinh.svg)`.

Tệp hình phải có thật: `picture: bo` của một chuyên đề là tệp `pictures/bo.svg` trong thư mục chuyên đề. Hình nằm trong
thư mục nội dung; trang không lấy hình từ trang khác.

Cách sửa: viết một câu tả hình; thêm tệp hình hoặc sửa tên.
"""

from __future__ import annotations

import re

from hub.content.addresses import scheme
from hub.content.content import Content
from hub.content.naming import did_you_mean
from hub.content.nodes import Path
from hub.content.problems import show
from hub.content.rules.base import Findings, Rule, found
from hub.model.module import Card, HandoutBlock, Slide

_IMG = re.compile(r"<img\b", re.IGNORECASE)
_ALT = re.compile(r"\salt\s*=\s*(\"[^\"]*\S[^\"]*\"|'[^']*\S[^']*'|[^\s\"'>]+)", re.IGNORECASE)
_FOREIGN = re.compile(r"\ssrc\s*=\s*[\"']?\s*([a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_FILE_NAME = re.compile(r"[\w-]+\.(png|jpe?g|svg|webp|gif)", re.IGNORECASE)


def check(content: Content) -> Findings:
    """Look at every picture of modules and prose pages."""
    for path, model in content.every_model:
        if isinstance(model, Card | HandoutBlock | Slide) and model.picture is not None:
            yield from _picture(content, path, model)
    for doc in content.docs.values():
        for link in doc.links:
            if link.kind == "image" and not link.text.strip():
                yield found(link.mark, "alt_missing", picture=show(link.target))
            if link.kind == "image" and scheme(link.target):
                yield found(link.mark, "picture_foreign", picture=show(link.target))
            elif link.kind == "image" and _FILE_NAME.fullmatch(link.text.strip()):
                yield found(link.mark, "alt_is_name", picture=show(link.text))
        for tag in doc.tags:
            if _IMG.match(tag.text) and _FOREIGN.search(tag.text):
                yield found(tag.mark, "picture_foreign", picture=show(tag.text))
            if _IMG.match(tag.text) and not _ALT.search(tag.text):
                yield found(tag.mark, "alt_missing", picture=show(tag.text))


def _picture(content: Content, path: Path, model: Card | HandoutBlock | Slide) -> Findings:
    folder = f"materials/modules/{path[1]}/pictures/"
    name = f"{folder}{model.picture}.svg"
    if model.alt is None:
        yield found(content.mark(*path, "picture"), "alt_missing", (*path, "alt"), picture=model.picture)
    if name not in content.files:
        there = [file.removeprefix(folder).removesuffix(".svg") for file in content.files if file.startswith(folder)]
        near = did_you_mean(str(model.picture), there)
        yield found(content.mark(*path, "picture"), "picture_missing", (*path, "picture"), file=name, near=near)


RULE = Rule("K143", "alt_text", __doc__, check)
