"""Mức nhận xét không phủ hết.

`feedback_bands` của bài trắc nghiệm bắt đầu từ `from_percent: 0`, tăng dần, không mức nào lặp lại. Nên có một mức
bắt đầu đúng ở điểm đạt (`cut_score`), để người đạt và người chưa đạt không đọc cùng một câu (thiếu thì có cảnh
báo).

Cách sửa: thêm mức 0, xếp lại theo thứ tự, sửa con số.
"""

from __future__ import annotations

from itertools import pairwise

from hub.content.content import Content
from hub.content.rules.base import Findings, Rule, found


def check(content: Content) -> Findings:
    """Hold the bands of each quiz to cover 0 to 100 in order."""
    for name, quiz in content.quizzes.items():
        here = ("quizzes", name, "feedback_bands")
        if not content.whole(*here):
            continue
        starts = [band.from_percent for band in quiz.feedback_bands]
        if starts[0] != 0:
            path = (*here, 0, "from_percent")
            yield found(content.mark(*path), "band_not_from_zero", path, found=starts[0])
        for index, (one, two) in enumerate(pairwise(starts), start=1):
            if two <= one:
                path = (*here, index, "from_percent")
                yield found(content.mark(*path), "band_not_rising", path, found=two, before=one)
        if quiz.cut_score > 0 and quiz.cut_score not in starts:
            score = ("quizzes", name, "cut_score")
            yield found(content.mark(*score), "band_at_cut_score", score, severity="warning", found=quiz.cut_score)


RULE = Rule("K111", "feedback_bands", __doc__, check)
