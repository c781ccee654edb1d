"""Tệp hình SVG không dùng được.

Hình được đặt vào trang và vào sách in, nên chỉ có nét vẽ. Hình không có `<script>`, `<style>`, thuộc tính `on...=` hay
`style=`. Hình không lấy gì từ nơi khác: `href` chỉ tới `#...` trong chính hình. Hình phải là XML đúng.

Cách sửa: mở hình bằng phần mềm vẽ và lưu lại dạng "Plain SVG", màu ghi ở thuộc tính `fill`, `stroke`.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from hub.content.content import Content
from hub.content.marks import Mark, SourceText
from hub.content.rules.base import Findings, Rule, found

_BAD = re.compile(
    r"<(?:\w+:)?(script|style|foreignObject|iframe|animate\w*|set|image)\b|\s(on[a-z]+|style)\s*=|<!(DOCTYPE|ENTITY)",
    re.IGNORECASE,
)
_HREF = re.compile(r"(?:href|src)\s*=\s*[\"']\s*([^\"'#\s][^\"']*)|url\(\s*[\"']?([^#\"')\s][^)]*)", re.IGNORECASE)


def check(content: Content) -> Findings:
    """Read every SVG file of the content."""
    for name, file in content.files.items():
        if file is None or file.role != "picture" or not name.endswith(".svg"):
            continue
        if name not in content.unreadable:
            yield from _judge(content.texts[name])


def _judge(source: SourceText) -> Findings:
    for number, line in enumerate(source.lines, start=1):
        for match in _BAD.finditer(line):
            mark = Mark(source.file, number, match.start() + 1, len(match[0]))
            yield found(mark, "picture_active", part=match[0].strip())
        for match in _HREF.finditer(line):
            mark = Mark(source.file, number, match.start() + 1, len(match[0]))
            yield found(mark, "picture_outside", address=match[1] or match[2])
    if "<!DOCTYPE" in source.text.upper():
        return
    parser = expat.ParserCreate()
    try:
        parser.Parse(source.text.encode(), True)
    except expat.ExpatError as error:
        yield found(Mark(source.file, error.lineno, error.offset + 1), "picture_not_xml")


RULE = Rule("K144", "picture_safe", __doc__, check)
