"""Lời kế hoạch khác bản quét.

`materials/plan/plan.md` giữ đúng từng chữ của `plan.scan.txt`, chỉ khác ở những chỗ ghi trong `corrections.yml`.
Mỗi chỗ sửa nêu mã mục, chữ trong bản quét và chữ đã sửa, và phải được dùng đúng một lần.

Cách sửa: đưa chữ về như bản quét; nếu bản quét sai thật thì thêm một mục vào `corrections.yml`, có lý do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from hub.content.content import Content
from hub.content.marks import Mark, SourceText
from hub.content.nodes import Path
from hub.content.plan_file import plain
from hub.content.problems import show
from hub.content.rules.base import Findings, Rule, found
from hub.model.plan import Clause, Correction

SCAN = "materials/plan/plan.scan.txt"
_MARKUP = re.compile(r"^\s*(#{1,6}\s+|- )?")
Word = tuple[str, int]


def check(content: Content) -> Findings:
    """Undo the corrections in the plan's words and compare the result with the scan, word by word."""
    plan, scan = content.plan, content.texts.get(SCAN)
    if plan is None or {"clauses", SCAN} & content.unreadable or not content.whole("plan", "parts"):
        return
    if scan is None:
        if plan.corrections:
            yield found(content.key_mark("plan", "corrections"), "scan_missing", severity="warning", file=SCAN)
        return
    by_clause: dict[str, list[tuple[int, Correction]]] = {}
    for index, correction in enumerate(plan.corrections):
        by_clause.setdefault(correction.clause, []).append((index, correction))
    texts: list[tuple[Path, str]] = []
    for path, clause in _clauses(content):
        text, unused = undo(clause, by_clause.get(clause.id, []))
        texts.append((path, text))
        for index, key in unused:
            here: Path = ("plan", "corrections", index, "mended")
            yield found(content.mark(*here), key, here, clause=clause.id, words=show(plan.corrections[index].mended))
    yield from _compare(content, texts, scan)


def _clauses(content: Content) -> Iterator[tuple[Path, Clause]]:
    for number, part in enumerate(content.plan.parts if content.plan else []):
        for index, clause in enumerate(part.clauses):
            yield ("plan", "parts", number, "clauses", index), clause


def undo(clause: Clause, corrections: list[tuple[int, Correction]]) -> tuple[str, list[tuple[int, str]]]:
    """Return a clause as it was scanned, and the corrections that could not be undone, with the reason."""
    text = str(clause.text)
    unused: list[tuple[int, str]] = []
    # What was mended is marked, so that one correction is never undone inside another.
    pieces: list[tuple[str, bool]] = [(text, False)]
    for index, correction in corrections:
        if " ".join(correction.scanned.split()) == " ".join(correction.mended.split()):
            unused.append((index, "correction_same"))
            continue
        places = [number for number, (piece, done) in enumerate(pieces) if not done and correction.mended in piece]
        if not places:
            unused.append((index, "correction_unused"))
            continue
        piece = pieces[places[0]][0]
        if len(places) > 1 or piece.count(correction.mended) > 1:
            unused.append((index, "correction_unclear"))
            continue
        before, _, after = piece.partition(correction.mended)
        pieces[places[0] : places[0] + 1] = [(before, False), (correction.scanned, True), (after, False)]
    return "".join(piece for piece, _ in pieces), unused


def scan_words(scan: SourceText) -> list[Word]:
    """Return the words of the scan with their lines, without the signs of Markdown."""
    words: list[Word] = []
    for number, line in enumerate(scan.lines, start=1):
        words += [(word, number) for word in plain(_MARKUP.sub("", line)).split()]
    return words


def _compare(content: Content, texts: list[tuple[Path, str]], scan: SourceText) -> Findings:
    ours = [(word, place, path) for path, text in texts for place, word in enumerate(text.split())]
    theirs = scan_words(scan)
    for mine, theirs_word in zip_longest(ours, theirs):
        if mine is None:
            mark = Mark(SCAN, theirs_word[1])
            yield found(mark, "plan_too_short", words=_some([word for word, _ in theirs[len(ours) :]]))
            return
        word, place, path = mine
        if theirs_word is None or word != theirs_word[0]:
            at = next(index for index, each in enumerate(ours) if each is mine)
            yield found(
                _word_mark(content, path, word, place),
                "plan_differs",
                (*path, "text"),
                words=_some([each for each, _, _ in ours[at:]]),
                scanned=_some([each for each, _ in theirs[at:]]),
                line=theirs_word[1] if theirs_word else len(scan.lines),
            )
            return


def _some(words: list[str]) -> str:
    return show(" ".join(words[:5]))


def _word_mark(content: Content, path: Path, word: str, place: int) -> Mark:
    """Return the place of a clause's word; of the clause where a correction moved its words."""
    scalar = content.scalar((*path, "text"))
    words = scalar.raw.split() if scalar else []
    if scalar is None or place >= len(words) or words[place] != word:
        return content.mark(*path)
    line = scalar.source.lines[scalar.mark.line - 1 : scalar.last_line]
    if len(line) != 1:
        return scalar.at(word)
    found_at = [match.start() for match in re.finditer(re.escape(word), line[0])]
    # Count the same letters before this word, inside other words too.
    earlier = sum(each.count(word) for each in words[:place])
    column = found_at[min(earlier, len(found_at) - 1)] if found_at else 0
    return Mark(scalar.mark.file, scalar.mark.line, column + 1, len(word))


RULE = Rule("K150", "plan_verbatim", __doc__, check)
