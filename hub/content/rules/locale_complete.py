"""Ngôn ngữ chưa đủ.

Mỗi ngôn ngữ trong `locales` của `hub.yml` ghi một lần, và phần mềm có sẵn câu chữ giao diện cho nó (thư mục
`hub/locales/`); không có thì là lỗi. Nội dung chưa dịch thì có cảnh báo, mỗi tệp một dòng; trang vẫn hiện, bằng
ngôn ngữ đầu tiên. Cẩm nang của các nhóm được phép để nguyên; chỉ khi có tệp dịch mới đếm chỗ còn thiếu.

Cách sửa: bỏ ngôn ngữ, hoặc dịch phần còn thiếu vào tệp `TÊN.<mã>.yml` cạnh tệp gốc.
"""

from __future__ import annotations

from collections import defaultdict

from hub.content.content import Content
from hub.content.marks import Mark
from hub.content.naming import did_you_mean, dotted
from hub.content.nodes import Path
from hub.content.rules.base import Findings, Rule, found
from hub.locales import available

SHOWN = 3
_NOTES = {"corrections"}
"""Notes for editors: no page shows them."""
_NAMES = {"title", "issuer"}
"""Of a source: names of documents and bodies, which stay as they are in every language."""


def check(content: Content) -> Findings:
    """Hold the locales of the settings to what the software speaks, and count what is not translated."""
    seen: set[str] = set()
    spoken = available()
    for index, locale in enumerate(content.settings.locales if content.settings else []):
        path: Path = ("settings", "locales", index, "code")
        if locale.code in seen:
            yield found(content.mark(*path), "locale_twice", path, locale=locale.code)
        elif locale.code not in spoken:
            near = did_you_mean(locale.code, spoken)
            yield found(content.mark(*path), "locale_unknown", path, locale=locale.code, near=near)
        seen.add(locale.code)
    for locale_code in (code for code in content.locales if code in spoken):
        yield from _untranslated(content, locale_code)


def _sibling(name: str, locale: str) -> str:
    """Return the name of a file's translation."""
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.{locale}.{suffix}"


def _untranslated(content: Content, locale: str) -> Findings:
    """Yield one finding a file: how much is missing, and the first places.

    Where a translation could not be read nobody knows what is missing. Examples of a group's life are written in the
    words of that life, so a guide without any translation is left as it is.
    """
    missing: dict[str, list[Path]] = defaultdict(list)
    for path, text in content.every_text:
        stays = bool(_NOTES & set(path)) or (path[0] == "sources" and path[-1] in _NAMES)
        if not text.has(locale) and not stays and content.scalar(path):
            missing[content.mark(*path).file].append(path)
    for name, paths in missing.items():
        left_alone = paths[0][0] == "guides" and _sibling(name, locale) not in content.files
        if left_alone or _sibling(name, locale) in content.unreadable:
            continue
        shown = ", ".join(dotted(path[1:]) for path in paths[:SHOWN]) + (", …" if len(paths) > SHOWN else "")
        yield found(
            content.mark(*paths[0]), "untranslated", paths[0], severity="warning",
            locale=locale, count=len(paths), shown=shown,
        )  # fmt: skip
    for name, file in content.files.items():
        translated = name.removesuffix(".md") + f".{locale}.md"
        if file and file.role == "doc" and not file.locale and translated not in content.files and name in content.docs:
            mark = Mark(name, content.docs[name].first_line)
            yield found(mark, "page_untranslated", severity="warning", locale=locale, file=translated)


RULE = Rule("K131", "locale_complete", __doc__, check)
