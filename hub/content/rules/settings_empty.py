"""Cài đặt còn bỏ trống. (nhắc)

Mục nào của `hub.yml` bỏ trống thì trang không hiện phần ấy. Không có `site_url` thì sách in không có mã QR. Không có
`repository` thì trang không có nút sửa. Không có `contact` thì trang không ghi cách liên hệ. Đây chỉ là lời nhắc.

Cách sửa: điền khi đã có, không điền điều chưa thật.
"""

from __future__ import annotations

from hub.content.content import Content
from hub.content.rules.base import Findings, Rule, found

FIELDS = ("region", "site_url", "repository", "register_url", "plan", "criteria")
CONTACT = ("name", "address", "phone", "email")


def check(content: Content) -> Findings:
    """List what the settings leave empty, in one notice."""
    settings = content.settings
    if settings is None:
        return
    empty = [name for name in FIELDS if getattr(settings, name) is None]
    empty += [f"contact.{name}" for name in CONTACT if getattr(settings.contact, name) is None]
    if empty:
        yield found(content.mark("settings"), "settings_empty", fields=", ".join(empty))


RULE = Rule("K161", "settings_empty", __doc__, check, "notice")
