"""Made-up pages in nested sections, in two languages: one content folder that both builders read."""

from __future__ import annotations

from pathlib import Path

SECTION, GROUP = 100, 10
"""Pages in a section, and pages in a group of a section."""

SETTINGS = """\
name: Trang đo thử
place: Nơi đo
publisher: Trang đo thử
slogan: Các trang được làm ra để đo
description: Các trang được làm ra để đo thời gian dựng.
locales:
- {code: vi, name: Tiếng Việt}
- {code: en, name: English}
checked: '2026-11-24'
"""

VI = """\
# Bài {number}: học cùng nhau ở xóm {group}

Trang này giúp người học trong xóm {group} hiểu cách ghi lại việc đã học trong tháng {month}.

## Việc cần làm

1. Đọc bài {number} một lần, rồi nói lại bằng lời của mình.
2. Hỏi người bên cạnh xem họ hiểu giống mình không.
3. Ghi vào sổ **ngày học** và **việc đã làm được**.

## Ví dụ

Bà Lan học cách gọi điện có hình để gặp cháu. Hôm sau bà chỉ lại cho hai người trong xóm {group}. Bà ghi vào sổ
một dòng: "Đã học gọi điện có hình, đã chỉ cho hai người".

| Ngày | Học gì | Chỉ cho ai |
| --- | --- | ---: |
| Thứ hai | gọi điện có hình | {month} |
| Thứ tư | đọc tin nhắn của xã | {group} |

## Xem tiếp

Đọc [bài trước](/{before}/) hoặc hỏi người dẫn buổi học.
"""

EN = """\
# Page {number}: learning together in hamlet {group}

This page helps learners in hamlet {group} write down what they learnt in month {month}.

## What to do

1. Read page {number} once, then say it again in your own words.
2. Ask the person beside you whether they understood the same.
3. Write the **day** and **what you can do now** into your book.

## Example

Mrs Lan learnt to make a video call to see her grandchild. The day after she showed two people of hamlet {group}. She
wrote one line into her book: "Learnt to make a video call, showed it to two people".

| Day | What | Shown to |
| --- | --- | ---: |
| Monday | video calls | {month} |
| Wednesday | reading messages of the commune | {group} |

## Read on

Read [the page before](/{before}/) or ask whoever leads the session.
"""


def place(number: int) -> str:
    """Return a page's address below docs/: sections of 100 pages, in groups of 10, each with a page of its own."""
    section, rest = divmod(number, SECTION)
    group, page = divmod(rest, GROUP)
    above = f"phan-{section + 1}"
    if rest == 0:
        return above
    return f"{above}/nhom-{group + 1}" if page == 0 else f"{above}/nhom-{group + 1}/bai-{number + 1}"


def text(number: int, locale: str) -> str:
    """Return a page's Markdown."""
    values = {"number": number + 1, "group": number // GROUP + 1, "month": number % 12 + 1}
    return (VI if locale == "vi" else EN).format(**values, before=place(max(0, number - 1)))


def write_hub(root: Path, pages: int) -> Path:
    """Write a content folder of so many pages in each of two languages.

    Returns:
        its docs/ folder, which is all that a site generator without our hub needs.
    """
    docs = root / "docs"
    root.mkdir(parents=True, exist_ok=True)
    (root / "hub.yml").write_text(SETTINGS, encoding="utf-8")
    for number in range(pages):
        folder = docs / place(number)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.md").write_text(text(number, "vi"), encoding="utf-8")
        (folder / "index.en.md").write_text(text(number, "en"), encoding="utf-8")
    return docs
