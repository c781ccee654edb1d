"""Words that carry little meaning in a question: they are searched for, but count little."""

from __future__ import annotations

_VIETNAMESE = """
    ạ ai anh ấy bác bao bằng bị các cách cái cần chị cho chưa có còn của cũng đã đang đâu đây để đến đều đó được em gì
    hay hãy hoặc khi là liệu mà mấy mình mọi muốn nào này nên nếu nhé nhiêu như những ở ơi phải ra rằng rất rồi sao sẽ
    tại thế thể thì theo thôi tôi trên trong từ và vào vậy về vì với xin
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
