"""Đường dẫn không an toàn.

Đường dẫn chỉ được là `https://...`, `http://...`, `mailto:...`, `tel:...`, hoặc đường dẫn trong trang. Không dùng
`javascript:`, `data:`, `file:`, địa chỉ bắt đầu bằng `//`, hay đường dẫn `../` đi ra ngoài thư mục. Luật này xem cả
đường dẫn trong trang viết, đường dẫn gõ trong các mục chữ, `url` của nguồn, `learn` của mục tiêu, và địa chỉ thư ở
`hub.yml`.

Cách sửa: chép lại địa chỉ từ trình duyệt, bắt đầu bằng `https://`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from hub.content.addresses import judge, leaves, scheme
from hub.content.content import Content
from hub.content.marks import Mark
from hub.content.nodes import Path
from hub.content.problems import show
from hub.content.rules.base import Findings, Rule, found
from hub.content.rules.references import SCHEMES
from hub.model.base import DEFAULT

_IN_TEXT = (
    re.compile(r"\]\(\s*<?([^)\s>]{1,300})"),
    re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,20}:[^<>\s]{1,300})>"),
    re.compile(r"\b((?:java|vb|live)script\s*:[^\s]{0,80})", re.IGNORECASE),
    re.compile(r"\b(data:[a-z]+/[^\s]{0,80})", re.IGNORECASE),
)
_ATTRIBUTE = re.compile(
    r"\s(?:href|src|action|formaction|poster|srcset|xlink:href)\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE
)
_MAIL = re.compile(r"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]+")


def check(content: Content) -> Findings:
    """Judge every address of the content."""
    for path, locale, address, mark in (*_texts(content), *_learn(content)):
        verdict = judge(address)
        if verdict != "ok":
            yield found(mark, f"link_{verdict}", path, address=show(address), locale=locale)
    for name, source in content.sources.items():
        if source.url is not None:
            # A source lies outside the site, so an address without a scheme leads nowhere.
            verdict = judge(source.url) if scheme(source.url) else "broken"
            if verdict != "ok":
                here: Path = ("sources", name, "url")
                yield found(content.mark(*here), f"link_{verdict}", here, address=show(source.url), locale="")
    yield from _docs(content)
    contact = content.settings.contact if content.settings else None
    if contact and contact.email and not _MAIL.fullmatch(contact.email):
        here = ("settings", "contact", "email")
        yield found(content.mark(*here), "email_broken", here, address=show(contact.email))


def _texts(content: Content) -> Iterator[tuple[Path, str, str, Mark]]:
    """Yield the addresses written inside texts."""
    for path, text in content.every_text:
        for locale in (DEFAULT, *content.locales):
            words = text.to(locale)
            scalar = content.scalar(path, locale)
            if scalar is None or (locale and not text.has(locale)):
                continue
            matches = {match.start(1): match[1] for pattern in _IN_TEXT for match in pattern.finditer(words)}
            for address in matches.values():
                yield path, locale, address, scalar.at(address)


def _learn(content: Content) -> Iterator[tuple[Path, str, str, Mark]]:
    """Yield where quiz objectives send the reader."""
    for name, quiz in content.quizzes.items():
        for index, objective in enumerate(quiz.objectives):
            if objective.learn is not None:
                path: Path = ("quizzes", name, "objectives", index, "learn")
                yield path, "", objective.learn, content.mark(*path)


def _docs(content: Content) -> Findings:
    own = tuple(SCHEMES)
    for name, doc in content.docs.items():
        depth = posixpath.dirname(name).count("/")
        for address, mark in (*((link.target, link.mark) for link in doc.links), *_attributes(content, name)):
            verdict = judge(address, own)
            if verdict == "outside" and not leaves(address, depth):
                verdict = "ok"
            if verdict != "ok":
                yield found(mark, f"link_{verdict}", address=show(address), locale="")


def _attributes(content: Content, name: str) -> Iterator[tuple[str, Mark]]:
    for tag in content.docs[name].tags:
        for match in _ATTRIBUTE.finditer(tag.text):
            yield match[1], tag.mark


RULE = Rule("K140", "safe_links", __doc__, check)
