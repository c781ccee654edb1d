"""A criteria set with guides for trying out the self-check: every rule can be another, or unknown."""

from __future__ import annotations

from typing import Any

from hub.model.criteria import CriteriaSet
from hub.model.guide import GroupGuide
from hub.model.hub import Hub

NAMES = tuple(f"muc-{number}" for number in range(1, 11))
GROUPS = ("tho-moc", "tho-may")
RULES: dict[str, int | None] = {"points-per-indicator": 10, "pass-mark": 80, "indicator-floor": 5}


def both(vi: str) -> dict[str, str]:
    """Return a text in both languages."""
    return {"": vi, "en": f"{vi} (en)"}


def rule(rule_id: str, value: int | None) -> dict[str, Any]:
    """Return a rule that says where it stands."""
    says = both(f"Lời của nguồn về {rule_id}.")
    status = "official" if value is not None else "unknown"
    return {"id": rule_id, "name": both(f"Quy tắc {rule_id}"), "value": value, "status": status, "says": says}


def indicator(name: str, place: int) -> dict[str, Any]:
    """Return one indicator."""
    return {
        "id": name,
        "order": place,
        "name": both(f"Kỹ năng số {place} <thử>"),
        "plain": both(f"Làm được việc số {place}."),
        "wordings": [{"text": f"Kỹ năng {place}", "source": "bang-mau"}],
    }


def criteria(
    rules: dict[str, int | None] | None = None, names: tuple[str, ...] = NAMES, **changes: dict[str, Any]
) -> CriteriaSet:
    """Return a set of two criteria.

    Args:
        rules: instead of 10 points, a total of 80, a floor of 5.
        names: the indicators.
        changes: what to change in an indicator, by `muc_1`, `muc_2`.
    """
    rows = [indicator(name, at) | changes.get(name.replace("-", "_"), {}) for at, name in enumerate(names, 1)]
    half = len(rows) // 2
    wording = [{"text": "Năng lực", "source": "bang-mau"}]
    return CriteriaSet.model_validate(
        {
            "id": "bo-thu",
            "name": both("Bộ thử"),
            "issuer": both("Hội thử"),
            "text_seen": False,
            "checked": "2026-11-24",
            "about": both("Để thử."),
            "criteria": [
                {"id": "mot", "order": 1, "name": both("Tự học"), "wordings": wording, "indicators": rows[:half]},
                {"id": "hai", "order": 2, "name": both("Cùng làm"), "wordings": wording, "indicators": rows[half:]},
            ],
            "rules": [rule(name, value) for name, value in (RULES if rules is None else rules).items()],
            "procedure": [
                {
                    "id": "xet",
                    "order": 1,
                    "who": both("Hội Khuyến học xã"),
                    "what": both("Xét"),
                    "status": "official",
                    "sources": ["bang-mau"],
                }
            ],
            "forms": [{"id": "mau-mot", "name": both("mẫu một"), "source": "bang-mau"}],
            "groups": [
                {"id": GROUPS[0], "name": both("thợ mộc"), "form": "mau-mot"},
                {"id": GROUPS[1], "name": both("thợ may"), "form": "mau-mot"},
            ],
        }
    )


def guide(group: str, names: tuple[str, ...] = NAMES, most: int = 10) -> GroupGuide:
    """Return a group's guide: three examples, two kinds of evidence, a scale in three steps."""
    step = most // 3
    ends = [(0, step), (step + 1, 2 * step), (2 * step + 1, most)]
    return GroupGuide.model_validate(
        {
            "id": group,
            "summary": f"Dành cho {group}.",
            "differs": ["Việc khác."],
            "indicators": [
                {
                    "id": name,
                    "looks_like": [f"Ví dụ {letter} của {name}." for letter in "abc"],
                    "evidence": [
                        {"id": "so-tay", "what": f"Sổ tay {name}", "where": "Ngăn bàn"},
                        {"id": "anh", "what": f"Ảnh {name}", "where": "Điện thoại"},
                    ],
                    "scale": [
                        {"from_points": first, "to_points": last, "means": f"Mức {first} của {name}."}
                        for first, last in ends
                    ],
                    "small_step": f"Trong tháng này, tập {name}.",
                }
                for name in names
            ],
        }
    )


def hub(criteria_set: CriteriaSet | None = None, guides: list[GroupGuide] | None = None) -> Hub:
    """Return a hub with one criteria set and a guide for each of its groups."""
    chosen = criteria_set or criteria()
    names = tuple(one.id for one in chosen.indicators())
    made = guides if guides is not None else [guide(group, names) for group in GROUPS]
    source = {"kind": "press", "seen": True, "checked": "2026-11-24", "about": both("Bảng mẫu."), "id": "bang-mau"}
    return Hub.model_validate(
        {
            "settings": {
                "name": "Công dân học tập",
                "place": "Xã Mẫu",
                "publisher": "Hội Khuyến học xã Mẫu",
                "slogan": "Học ở xóm mình",
                "description": "Mẫu.",
                "locales": [{"code": "vi", "name": "Tiếng Việt"}, {"code": "en", "name": "English"}],
                "register_url": "https://so-dang-ky.example",
                "checked": "2026-11-24",
            },
            "sources": {"bang-mau": source},
            "criteria": {chosen.id: chosen},
            "guides": {f"{chosen.id}/{one.id}": one for one in made},
        }
    )
