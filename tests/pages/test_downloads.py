"""The downloads page: each file with its format, its pages or sheets, and its size."""

from hub.build import copy_downloads
from hub.pages.downloads import grouped
from hub.pages.environment import Page
from hub.pages.links import DOWNLOADS

FORM = {
    "name": "phieu",
    "kind": "form",
    "subject": "khung",
    "locale": "vi",
    "label": "Phiếu tự chấm thử",
    "title": "Phiếu tự chấm thử",
    "about": "Phiếu trống.",
    "files": [
        {"use": "read", "name": "phieu.pdf", "bytes": 41_900, "pages": 2, "sheets": 2, "format": "A4"},
        {"use": "fold", "name": "phieu-gap-sach.pdf", "bytes": 1_260_000, "pages": 16, "sheets": 8, "format": "A4"},
        {"use": "docx", "name": "phieu.docx", "bytes": 38_200, "pages": 2},
        {"use": "docx", "name": "bao-cao.docx", "bytes": 900},
        {"use": "xlsx", "name": "bang.xlsx", "bytes": 12_000, "sheets": 3},
    ],
}


def facts(locale="vi", *entries):
    """Return what the page says of each file of the entries, by file name."""
    groups = grouped(Page(DOWNLOADS, locale, "vi"), list(entries or (FORM,)))
    files = [file for group in groups for item in group["items"] for file in item["files"]]
    return {file["url"].rpartition("/")[2]: (file["label"], file["facts"]) for file in files}


def test_each_format_tells_what_can_be_counted_in_it():
    """Pages of PDF and Word, sheets of paper to fold, sheets of a workbook; nothing where nobody counted."""
    assert facts() == {
        "phieu.pdf": ("PDF để đọc", "A4 · 2 trang · 42 kB"),
        "phieu-gap-sach.pdf": ("PDF gấp sách", "A4 · 8 tờ, 2 mặt · 1,3 MB"),
        "phieu.docx": ("Word để điền", "DOCX · 2 trang · 38 kB"),
        "bao-cao.docx": ("Word để điền", "DOCX · 1 kB"),
        "bang.xlsx": ("Excel có công thức", "XLSX · 3 trang tính · 12 kB"),
    }


def test_english_says_it_in_english():
    """The same files under English words."""
    assert facts("en")["bang.xlsx"][1] == "XLSX · 3 sheets · 12 kB"


def test_templates_for_pages_are_not_offered():
    """What pages fill on the device is not among the files to download."""
    assert facts("vi", FORM | {"kind": "templates"}) == {}


def test_copying_replaces_documents_and_leaves_the_pages_own_files(tmp_path):
    """Word and Excel files in folders travel too; an old document goes, a calendar stays."""
    built, site = tmp_path / "built", tmp_path / "site"
    for name in ("phieu.pdf", "templates/tu-cham.docx", "bang.xlsx"):
        (built / name).parent.mkdir(parents=True, exist_ok=True)
        (built / name).write_text(name)
    names = '{"name": "phieu.pdf"}, {"name": "templates/tu-cham.docx"}, {"name": "bang.xlsx"}'
    (built / "downloads.json").write_text(f'{{"documents": [{{"files": [{names}]}}]}}')
    for name in ("old.pdf", "templates/old.docx", "plan.ics"):
        (site / "downloads" / name).parent.mkdir(parents=True, exist_ok=True)
        (site / "downloads" / name).write_text("old")
    copy_downloads(built, site)
    found = {str(path.relative_to(site / "downloads")) for path in (site / "downloads").rglob("*") if path.is_file()}
    assert found == {"phieu.pdf", "templates/tu-cham.docx", "bang.xlsx", "plan.ics"}
    assert (site / "downloads" / "templates" / "tu-cham.docx").read_text() == "templates/tu-cham.docx"
