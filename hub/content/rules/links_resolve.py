"""Đường dẫn trong trang bị đứt.

Đường dẫn tới trang khác hay tới một đoạn (`#...`) phải đến được nơi có thật: trang viết trong `docs/`, đoạn có mã
trong trang ấy, trang của kế hoạch, tiêu chí, chuyên đề, trắc nghiệm. Mục `learn` của bài trắc nghiệm cũng được xem.

Trong trang viết, đường dẫn trong trang bắt đầu bằng dấu gạch chéo: `[tiêu chí](/tieu-chi/#quy-tac)`; tới nguồn, mục
kế hoạch và từ khó thì viết `nguon:`, `muc:`, `tu:`.

Cách sửa: mở trang cần dẫn tới, chép địa chỉ sau tên miền; đặt mã cho đề mục bằng `{#ma}`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from hub.content.addresses import judge, scheme
from hub.content.content import Content
from hub.content.markdown_file import Link
from hub.content.marks import Mark
from hub.content.naming import did_you_mean
from hub.content.nodes import Path
from hub.content.problems import show
from hub.content.rules.base import Findings, Rule, found

FILES = ("downloads/", "assets/")
"""Folders of the site that hold files, not pages."""


Pages = dict[str, dict[str, set[str]]]
"""Prose pages by address: the anchors of each language's version; the empty one is the first language's."""


def check(content: Content) -> Findings:
    """Follow every link inside the site."""
    pages = _doc_pages(content)
    for name, doc in content.docs.items():
        for link in doc.links:
            yield from _follow(content, pages, name, link)
    for path, address, mark in _learn(content):
        yield from _site(content, pages, address.lstrip("/"), mark, path=path)


def page_of(name: str) -> str:
    """Return the address of a prose page: `docs/a/b.en.md` is `a/b/`."""
    folder, _, file = name.removeprefix("docs/").rpartition("/")
    stem = file.split(".")[0]
    parts = [part for part in (folder, "" if stem == "index" else stem) if part]
    return "/".join(parts) + "/" if parts else ""


def _doc_pages(content: Content) -> Pages:
    pages: Pages = {}
    for name, doc in content.docs.items():
        file = content.files[name]
        pages.setdefault(page_of(name), {})[file.locale if file else ""] = doc.anchors
    return pages


def _anchors(pages: Pages, page: str, locale: str) -> set[str]:
    """Return the anchors of a page as a language shows it: its own version, or the first language's."""
    versions = pages[page]
    return versions.get(locale, versions.get("", set()))


def _learn(content: Content) -> Iterator[tuple[Path, str, Mark]]:
    for name, quiz in content.quizzes.items():
        for index, objective in enumerate(quiz.objectives):
            if objective.learn and judge(objective.learn) == "ok" and not scheme(objective.learn):
                path: Path = ("quizzes", name, "objectives", index, "learn")
                yield path, objective.learn, content.mark(*path)


def _follow(content: Content, pages: Pages, name: str, link: Link) -> Findings:
    target = unquote(link.target)
    if not target:
        if link.kind == "link":
            yield found(link.mark, "link_empty", text=show(link.text))
        return
    if scheme(target) or judge(target) != "ok":
        return
    file = content.files[name]
    locale = file.locale if file else ""
    path, _, fragment = target.partition("#")
    path = path.partition("?")[0]
    if not path:
        anchors = _anchors(pages, page_of(name), locale)
        if fragment and fragment not in anchors:
            near = did_you_mean(fragment, sorted(anchors))
            yield found(link.mark, "anchor_dead", anchor=show(fragment), page=name, near=near)
    elif path.startswith("/"):
        yield from _site(content, pages, target.lstrip("/"), link.mark, locale=locale)
    else:
        yield from _relative(content, name, path, fragment, link)


def _relative(content: Content, name: str, path: str, fragment: str, link: Link) -> Findings:
    """Follow a path to another file under docs/."""
    there = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
    if not there.startswith("docs/"):
        return
    if there not in content.files:
        near = did_you_mean(there, [each for each in content.files if each.startswith("docs/")])
        yield found(link.mark, "link_dead", address=show(link.target), near=near)
    elif fragment and there in content.docs and fragment not in content.docs[there].anchors:
        near = did_you_mean(fragment, sorted(content.docs[there].anchors))
        yield found(link.mark, "anchor_dead", anchor=show(fragment), page=there, near=near)


def _site(content: Content, pages: Pages, address: str, mark: Mark, *, locale: str = "", path: Path = ()) -> Findings:
    """Follow an address of the site, from the root of its language."""
    page, _, fragment = address.partition("#")
    page = page.partition("?")[0]
    if page.startswith(FILES):
        return
    if page in pages:
        anchors = _anchors(pages, page, locale)
        if fragment and fragment not in anchors and f"{page}#{fragment}" not in (content.site_paths or ()):
            near = did_you_mean(fragment, sorted(anchors))
            yield found(mark, "anchor_dead", path, anchor=show(fragment), page=f"/{page}", near=near)
        return
    known = content.site_paths
    if known is None:
        return
    if page not in known:
        near = did_you_mean(page, sorted(each for each in {*pages, *known} if "#" not in each))
        yield found(mark, "link_dead", path, address=show(f"/{address}"), near=near)
    elif fragment and f"{page}#{fragment}" not in known:
        there = sorted(each.partition("#")[2] for each in known if each.startswith(f"{page}#"))
        near = did_you_mean(fragment, there)
        yield found(mark, "anchor_dead", path, anchor=show(fragment), page=f"/{page}", near=near)


RULE = Rule("K142", "links_resolve", __doc__, check)
