"""A small hub's pages for trying the search, in two languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hub.search.site import index_site

SYNONYMS = """
- {id: kp, say: [tiền ở đâu, tiền], means: ['kinh phí, ngân sách']}
- {id: ubnd, say: [UBND], means: [ủy ban nhân dân]}
- {id: cdht, say: [CDHT], means: [công dân học tập]}
- {id: ta, say: [tiếng Anh], means: [ngoại ngữ]}
"""
PAGES = {
    "": "<h1>Học suốt đời, bắt đầu từ xóm mình</h1><p>Ba cửa vào: hội viên, giảng viên, người dân.</p>",
    "ke-hoach/": "<h1>Kế hoạch của huyện</h1><p>Kế hoạch số 2202 về công dân học tập.</p>",
    "ke-hoach/phan-ii/": (
        "<h1>II. Nhiệm vụ và giải pháp</h1><h2 id='ii-2'>2. Tuyên truyền</h2>"
        "<div class='clause' id='ii-2-a'><a class='cid'>II.2.a</a>"
        "<p>Tuyên truyền qua báo giấy, đài phát thanh.</p></div>"
        "<div class='clause' id='ii-2-b'><a class='cid'>II.2.b</a><p>Tuyên truyền trong trường, doanh nghiệp.</p></div>"
        "<div class='clause' id='ii-2-c'><a class='cid'>II.2.c</a><p>Phát động phong trào thi đua.</p></div>"
        "<div class='clause' id='ii-3-a'><a class='cid'>II.3.a</a>"
        "<p>Phần mềm số hóa việc thu thập minh chứng.</p></div>"
    ),
    "ke-hoach/phan-iii/": "<h1>III. Kinh phí thực hiện</h1><p>Ngân sách nhà nước và nguồn xã hội hóa.</p>",
    "ke-hoach/viec-cua/ubnd-xa/": (
        "<h1>Việc của UBND các xã, thị trấn</h1><p>Bố trí ngân sách. Chỉ đạo Hội Khuyến học cấp xã.</p>"
    ),
    "ke-hoach/viec-cua/hoi-khuyen-hoc-xa/": "<h1>Việc của Hội Khuyến học xã</h1><p>Tổ chức đánh giá, công nhận.</p>",
    "tieu-chi/": (
        "<h1>Bộ tiêu chí và chỉ số</h1><p>Mười chỉ số.</p>"
        "<h2 id='ngoai-ngu'>Sử dụng ngoại ngữ theo yêu cầu công việc</h2>"
        "<p>Ngoại ngữ dùng trong việc làm.</p><h2 id='quy-tac'>Quy tắc chấm và đạt</h2><p>Từ 80 điểm thì đạt.</p>"
    ),
    "nguoi-dan/": "<h1>Cẩm nang: người dân</h1><p>Ai cũng học được.</p>",
    "tap-huan/hieu/": (
        "<h1>Hiểu Chương trình</h1><p>Buổi học 90 phút.</p>"
        "<h2 id='the'>Thẻ tình huống</h2><p>Chị Mẩy đi bán ngô ở chợ.</p>"
        "<h2 id='ban'>Chia nhóm</h2><p>Mời bạn ngồi theo bàn.</p>"
    ),
    "trac-nghiem/": "<h1>Trắc nghiệm</h1><ul><li><a href='hieu/'>Chương trình và tiêu chí</a></li></ul>",
    "trac-nghiem/hieu/": "<h1>Chương trình và tiêu chí</h1><p>Mười hai câu về kinh phí, tiêu chí, kế hoạch.</p>",
    "gioi-thieu/giai-thich-tu/": (
        "<h1>Giải thích từ</h1><dl><dt id='cdht'>Công dân học tập</dt><dd>Danh hiệu của người học suốt đời.</dd>"
        "<dt id='minh-chung'>Minh chứng</dt><dd>Giấy tờ cho thấy đã đạt.</dd>"
        "<dt id='nguoi-dan'>Người dẫn</dt><dd>Ai đứng ra dẫn buổi học.</dd>"
        "<dt id='khuyen-tai'>Khuyến tài</dt><dd>Giúp người tài.</dd></dl>"
    ),
    "gioi-thieu/": "<h1>Giới thiệu</h1><p>Trang tập dượt, không phải sổ đăng ký của công dân học tập.</p>",
}
ENGLISH = {
    "": "<h1>Lifelong learning begins in our own village</h1>",
    "trac-nghiem/hieu/": "<h1>Quiz on the programme</h1><p>Twelve questions about funding.</p>",
    "tieu-chi/": "<h1>Criteria and indicators</h1><h2 id='ngoai-ngu'>Using a foreign language</h2><p>For work.</p>",
}

SHELL = "<!doctype html><html lang='{locale}'><body><article>{body}</article></body></html>"


def plain(locale: str, path: str, body: str) -> str:
    """Return a document that is only an article."""
    return SHELL.format(locale=locale, body=body)


def write_site(site: Path, document: Callable[[str, str, str], str] = plain) -> None:
    """Write the pages of both locales, as `document(locale, path, body)` makes them, with their index."""
    for locale, prefix, pages in (("vi", "", PAGES), ("en", "en/", ENGLISH)):
        for path, body in pages.items():
            file = site / prefix / path / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(document(locale, path, body), encoding="utf-8")
    (site / "synonyms.yml").write_text(SYNONYMS, encoding="utf-8")
    (site / "synonyms.en.yml").write_text("- {id: money, say: [money], means: [funding]}", encoding="utf-8")
    index_site(site, ["vi", "en"], site)
