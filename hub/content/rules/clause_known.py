"""Mục kế hoạch không có.

Mã mục (`clause: II.3.b`, hay `muc:II.3.b` trong trang viết) phải là mã của một đoạn trong `materials/plan/plan.md`.
Trích dẫn có `clause` thì `source` phải là chính kế hoạch.

Cách sửa: tìm đoạn trong `plan.md` và chép đúng mã trong ngoặc nhọn ở cuối đoạn.
"""

from __future__ import annotations

from hub.content.content import Content
from hub.content.rules.base import Findings, Rule, found
from hub.content.rules.references import unknown_in_hub
from hub.model.source import Citation


def check(content: Content) -> Findings:
    """Look up every clause, and hold citations of clauses to the plan's own source."""
    yield from unknown_in_hub(content, "clauses", "clause_unknown")
    plan = content.plan.source if content.plan else None
    for path, model in content.every_model:
        if plan and isinstance(model, Citation) and model.clause and model.source != plan:
            mark = content.mark(*path, "source")
            yield found(mark, "clause_of_other_source", (*path, "source"), source=model.source, plan=plan)


RULE = Rule("K104", "clause_known", __doc__, check)
