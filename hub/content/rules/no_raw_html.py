"""Mã HTML trong chữ.

Các mục chữ là văn bản thường; thẻ như `<b>`, `<br>`, `<script>` và mã như `&nbsp;`, `&#60;` sẽ hiện nguyên trên
trang, nên không dùng. Trang viết (`docs/`) không được có `<script>`, `<style>`, `<iframe>`, biểu mẫu, thuộc tính
`style=` và `on...=`: trang có chính sách an toàn chặn chúng.

Cách sửa: bỏ thẻ. Muốn đậm thì viết `**đậm**`. Dấu "nhỏ hơn" viết có dấu cách hai bên: `a < b`.
"""

from __future__ import annotations

import re

from hub.content.content import Content
from hub.content.marks import Mark
from hub.content.problems import show
from hub.content.rules.base import Findings, Rule, found
from hub.model.base import DEFAULT

_TAG = re.compile(r"<(?=[A-Za-z/!?])[^<>]{0,200}>?")
_ADDRESS = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]{1,20}:[^<>\s]*>|<[^\s<>@]+@[^\s<>@]+>")
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_FORBIDDEN = re.compile(
    r"</?(script|style|iframe|frame|object|embed|form|input|button|textarea|select|link|meta|base|svg|math|template"
    r"|audio|video|applet|portal)\b",
    re.IGNORECASE,
)
_HANDLER = re.compile(r"[\s/\"'](on[a-z]+|style)\s*=", re.IGNORECASE)
_CURLY = re.compile(r"\{:?[^{}\n]{0,200}?\b(on[a-z]+|style)\s*=", re.IGNORECASE)


def check(content: Content) -> Findings:
    """Find tags and entities in texts, and what the site's policy forbids in prose pages."""
    for path, text in content.every_text:
        for locale in (DEFAULT, *content.locales):
            scalar = content.scalar(path, locale)
            if scalar is None or (locale and not text.has(locale)):
                continue
            for match in (*_TAG.finditer(text.to(locale)), *_ENTITY.finditer(text.to(locale))):
                if not _ADDRESS.fullmatch(match[0]):
                    yield found(scalar.at(match[0]), "html_in_text", path, tag=show(match[0]))
    for doc in content.docs.values():
        for tag in doc.tags:
            word = _FORBIDDEN.match(tag.text) or _HANDLER.search(tag.text)
            if word:
                yield found(tag.mark, "html_forbidden", tag=show(tag.text))
        for number, line in enumerate(doc.code_free.lines, start=1):
            for match in _CURLY.finditer(line):
                mark = Mark(doc.source.file, number, match.start() + 1, len(match[0]))
                yield found(mark, "html_forbidden", tag=show(match[0]))


RULE = Rule("K141", "no_raw_html", __doc__, check)
