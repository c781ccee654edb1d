"""Bản dịch cũ. (cảnh báo)

Tệp dịch có thể ghi `translated_from` và 12 ký tự đầu của mã băm tệp gốc, ở dòng đầu: `# translated_from:
0123456789ab`. Khi tệp gốc đã đổi mà tệp dịch chưa, hai mã khác nhau.

Cách sửa: xem tệp gốc đã đổi gì, sửa bản dịch, rồi ghi mã mới như lời nhắc.
"""

from __future__ import annotations

from hub.content.content import Content
from hub.content.rules.base import Findings, Rule, found


def check(content: Content) -> Findings:
    """Compare the hash each translation notes with its base file."""
    for name, file in content.files.items():
        if file is None or not file.locale or name not in content.texts or file.base not in content.texts:
            continue
        noted = content.texts[name].translated_from
        now = content.texts[file.base].hash
        if noted is not None and noted[0] != now:
            yield found(noted[1], "translation_stale", ("translated_from",), base=file.base, found=noted[0], hash=now)


RULE = Rule("K130", "translation_stale", __doc__, check, "warning")
