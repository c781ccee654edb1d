"""Words that carry little meaning in a question: they are searched for, but count little."""

from __future__ import annotations

_VIETNAMESE = """
    ạ ai anh ấy bác bao bằng bị biết cả các cách cái cần chỉ chị cho chưa có còn con của cũng đã đang đâu đây để đến
    đều đi đó được em gì giúp gồm hay hãy hoặc hơn hỏi khi không là làm lại lên liệu mà mấy mình mọi mới muốn nào này
    nên nếu nhé nhiêu như những ở ơi phải qua ra rằng rất rồi sao sẽ tại thế thể thì theo thôi tìm tôi trên trong từ
    và vào vậy về vì với xem xin
"""

_ENGLISH = """
    a about all an and any are as at be by can do does for from get has have how i if in into is it its me my of on
    or our should so that the their there they this to us was we what when where which who why will with you your
"""

STOP: dict[str, frozenset[str]] = {
    "vi": frozenset(_VIETNAMESE.split()),
    "en": frozenset(_ENGLISH.split()),
}
"""By locale; a language that is not listed has none."""
