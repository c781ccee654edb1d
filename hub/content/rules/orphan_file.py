"""Tệp không có chỗ. (cảnh báo)

Trong `materials/`, `quizzes/` và `docs/` chỉ có tệp nội dung, với tên cố định. Tệp lạ, thường do gõ sai tên hay
đuôi (`.yaml` thay cho `.yml`), không được đọc. Tệp dịch không có tệp gốc, hoặc dịch sang ngôn ngữ không có trong
`hub.yml`, cũng không được dùng.

Cách sửa: đổi tên tệp như lời nhắc, hoặc đưa tệp ra nơi khác.
"""

from __future__ import annotations

import difflib
import posixpath

from hub.content.content import Content
from hub.content.layout import ContentFile, classify
from hub.content.marks import Mark
from hub.content.problems import Phrase
from hub.content.rules.base import Findings, Rule, found

NAMES = {
    "materials": ("sources.yml", "glossary.yml", "words.txt"),
    "search": ("synonyms.yml",),
    "materials/plan": ("plan.md", "plan.yml", "plan.scan.txt", "corrections.yml"),
    "materials/modules/*": ("module.yml", "activities.yml", "cards.yml", "handouts.yml", "slides.yml"),
}
FREE = ("LICENSE", "LICENSE.txt", "NOTICE", "README.md", "README.txt")
"""Files that may lie anywhere."""


def check(content: Content) -> Findings:
    """Name every file that nothing reads."""
    for name, file in content.files.items():
        if file is None:
            if posixpath.basename(name) not in FREE:
                near = _near(name)
                yield found(Mark(name), "file_unknown", near=Phrase("name_should_be", {"name": near}) if near else "")
        elif file.locale:
            yield from _sibling(content, name, file)


def _sibling(content: Content, name: str, file: ContentFile) -> Findings:
    if file.base not in content.files:
        yield found(Mark(name), "translation_orphan", base=file.base)
    elif content.settings and file.locale not in [locale.code for locale in content.settings.locales]:
        yield found(Mark(name), "translation_unwanted", locale=file.locale)
    elif content.settings and file.locale == content.settings.default_locale:
        yield found(Mark(name), "translation_of_itself", locale=file.locale, base=file.base)


def _near(name: str) -> str:
    """Return the name the file should perhaps have; an empty text if none is near."""
    folder, file = posixpath.split(name)
    for candidate in (name.lower(), posixpath.splitext(name)[0] + ".yml", posixpath.splitext(name)[0].lower() + ".yml"):
        if candidate != name and classify(candidate):
            return candidate
    pattern = "materials/modules/*" if folder.startswith("materials/modules/") else folder
    near = difflib.get_close_matches(file[:80], NAMES.get(pattern, ()), n=1, cutoff=0.5)
    return f"{folder}/{near[0]}" if near else ""


RULE = Rule("K160", "orphan_file", __doc__, check, "warning")
