"""A small hub with one quiz of each kind of item, made without any content file."""

from __future__ import annotations

from typing import Any

from hub.model.hub import Hub
from hub.model.quiz import Quiz


def both(vi: str, en: str) -> dict[str, str]:
    """Return a text in both languages of the sample hub."""
    return {"": vi, "en": en}


def option(option_id: str, text: str, rationale: str, key: bool = False) -> dict[str, Any]:
    """Return one option as a content file would give it."""
    return {"id": option_id, "text": both(text, f"{text} (en)"), "rationale": both(rationale, rationale), "key": key}


def item(item_id: str, objective: str, stem: str, options: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    """Return an item; more than one right option makes it multiple response."""
    kind = "multiple_response" if sum(one["key"] for one in options) > 1 else "single_choice"
    citation = {"source": "ke-hoach-mau", "clause": "I.2"}
    shown = {"id": item_id, "kind": kind, "objective": objective, "asks": "use", "stem": both(stem, f"{stem} (en)")}
    return {**shown, "options": options, "sources": [citation], **more}


def statement(item_id: str, objective: str, stem: str, answer: bool) -> dict[str, Any]:
    """Return a true or false item that rests on a shown and an internal source."""
    return {
        "id": item_id,
        "kind": "true_false",
        "objective": objective,
        "asks": "recall",
        "stem": both(stem, f"{stem} (en)"),
        "answer": answer,
        "true_text": both("Đúng", "True"),
        "false_text": both("Sai", "False"),
        "true_rationale": both("Lịch ở bảng tin ghi tối thứ bảy.", "The notice says Saturday evening."),
        "false_rationale": both("Xóm không họp vào chủ nhật.", "The hamlet does not meet on Sunday."),
        "sources": [{"source": "bang-tieu-chi"}, {"source": "noi-bo"}],
    }


def items() -> list[dict[str, Any]]:
    """Return five items: two single choice, two multiple response, one true or false."""
    return [
        item(
            "hop-xom",
            "lich",
            "Chị Mẩy muốn xem lịch họp xóm. Xem ở đâu **trước tiên**?",
            [
                option("bang-tin", "Bảng tin ở nhà văn hóa", "Lịch được dán ở bảng tin mỗi tháng.", key=True),
                option("cho", "Sạp hàng ở chợ phiên", "Chợ đông người, nên dễ nghĩ là có tin. Lịch không dán ở chợ."),
                option("truong", "Cổng trường tiểu học", "Trường chỉ dán lịch học của học sinh."),
            ],
        ),
        item(
            "viec-hoc",
            "viec",
            "Những việc nào là học?",
            [
                option("thu-y", "Xem cán bộ thú y tiêm cho bò", "Xem để tự làm là học.", key=True),
                option("gia-ngo", "Hỏi giá ngô qua điện thoại", "Tìm tin trước khi bán là học.", key=True),
                option("ngu", "Ngủ trưa ở lán", "Nghỉ ngơi cần thiết, nhưng chưa phải là học."),
                option("cho-xe", "Ngồi chờ xe về xóm", "Chờ xe chưa phải là học."),
            ],
        ),
        statement("thu-bay", "lich", "Xóm họp vào tối thứ bảy.", True),
        item(
            "minh-chung",
            "viec",
            "Anh Dín có những giấy nào cho thấy mình đã học?",
            [
                option("giay-chung-nhan", "Giấy chứng nhận lớp trồng quế", "Giấy có tên lớp và ngày học.", key=True),
                option("anh-lop", "Ảnh chụp buổi học ở xóm", "Ảnh cho thấy có đến lớp.", key=True),
                option("so-tay", "Sổ ghi chép buổi học", "Sổ ghi điều đã học.", key=True),
                option("hoa-don", "Hóa đơn mua phân bón", "Hóa đơn chỉ cho thấy đã mua."),
            ],
        ),
        item(
            "hoi-ai",
            "viec",
            "Bà Sinh chưa rõ cách đăng ký <học>. Hỏi ai?",
            [
                option("hoi", "Hội Khuyến học xã", "Hội nhận đăng ký.", key=True),
                option("buu-dien", "Bưu điện xã", "Bưu điện chỉ nhận thư."),
            ],
        ),
    ]


def quiz(**changes: Any) -> Quiz:
    """Return the sample quiz, with some fields changed."""
    fields: dict[str, Any] = {
        "id": "mau",
        "title": both("Bài mẫu: lịch họp và việc học", "Sample: meetings and learning"),
        "summary": both("Năm câu để thử.", "Five questions to try."),
        "minutes": 5,
        "cut_score": 80,
        "objectives": [
            {"id": "lich", "text": both("Tìm được lịch họp", "Find the meeting times"), "learn": "tap-huan/"},
            {"id": "viec", "text": both("Kể được việc học", "Name what is learning"), "learn": "tieu-chi/#quy-tac"},
        ],
        "feedback_bands": [
            {"from_percent": 0, "text": both("Nên đọc lại bài.", "Read the lesson again.")},
            {"from_percent": 60, "text": both("Gần đạt. Xem lại câu sai.", "Nearly there. Look at the wrong ones.")},
            {"from_percent": 80, "text": both("Tốt. Kể lại cho người nhà.", "Good. Tell someone at home.")},
        ],
        "sources": ["ke-hoach-mau"],
        "items": items(),
    }
    return Quiz.model_validate(fields | changes)


def hub(*quizzes: Quiz) -> Hub:
    """Return a hub with a plan of one clause, one criteria set of none, and the given quizzes."""
    source = {"kind": "plan", "seen": True, "checked": "2026-11-24", "about": "Mẫu."}
    sources = {
        "ke-hoach-mau": {"title": "Kế hoạch mẫu", "number": "01/KH-UBND", "issuer": "UBND xã Mẫu", **source},
        "bang-tieu-chi": {"title": "Bảng tiêu chí mẫu", **source, "kind": "press"},
        "noi-bo": {"title": "Ghi chép nội bộ", "internal": True, **source},
    }
    clause = {"id": "I.2", "kind": "paragraph", "level": 2, "text": "Mục tiêu.", "part": "I", "line": 3}
    return Hub.model_validate(
        {
            "settings": {
                "name": "Công dân học tập",
                "place": "Xã Mẫu",
                "publisher": "Hội Khuyến học xã Mẫu",
                "slogan": "Học ở xóm mình",
                "description": "Mẫu.",
                "locales": [{"code": "vi", "name": "Tiếng Việt"}, {"code": "en", "name": "English"}],
                "checked": "2026-11-24",
            },
            "sources": {name: {"id": name, **fields} for name, fields in sources.items()},
            "plan": {
                "source": "ke-hoach-mau",
                "title": "Kế hoạch mẫu",
                "issuer": "UBND xã Mẫu",
                "date": "2023",
                "parts": [{"id": "I", "title": "Mục tiêu", "short": "Mục tiêu", "clauses": [clause]}],
            },
            "quizzes": {one.id: one for one in (quizzes or (quiz(),))},
        }
    )
