"""Building: only what changed, the same bytes anywhere, clear errors."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hub.documents import build, catalogue, fonts, pdf, self_form
from hub.documents.catalogue import Ready
from hub.documents.drawings import data_address
from hub.documents.errors import DocumentError
from tests.documents.conftest import ROOT
from tests.documents.small_hub import small_hub

REPOSITORY = Path(__file__).resolve().parents[2]
NAMES = ["de-bai-mau", "cach-in"]


def make(folder, names=NAMES, hub=None, root=ROOT, workers=1):
    """Build the named documents; return what was made and what was said."""
    everything = catalogue.documents(hub or small_hub(), root)
    said = []
    made = build.build(catalogue.select(everything, names), everything, folder, said.append, workers)
    return made, said


def test_a_second_run_makes_nothing(tmp_path):
    """With nothing changed no file is touched."""
    made, said = make(tmp_path)
    assert made == NAMES
    assert [line.split()[0] for line in said] == ["(1/2)", "(2/2)"]
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert make(tmp_path) == ([], [])
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_only_what_changed_is_made_again(tmp_path):
    """A new stem makes the quiz paper again, not the help sheet."""
    make(tmp_path)
    hub = small_hub()
    quiz = hub.quizzes["bai-mau"]
    changed = hub.model_copy(update={"quizzes": {"bai-mau": quiz.model_copy(update={"minutes": 9})}})
    assert make(tmp_path, hub=changed)[0] == ["de-bai-mau"]


def test_a_file_that_was_damaged_or_lost_is_made_again(tmp_path):
    """What lies in the folder is held against what the list says of it."""
    make(tmp_path)
    (tmp_path / "de-bai-mau.pdf").write_bytes(b"%PDF-1.7 nothing")
    (tmp_path / "cach-in.pdf").unlink()
    assert sorted(make(tmp_path)[0]) == sorted(NAMES)
    (tmp_path / build.LIST).write_text("{", encoding="utf-8")
    assert sorted(make(tmp_path)[0]) == sorted(NAMES)


def test_files_that_the_content_no_longer_gives_are_removed(tmp_path):
    """A quiz that was taken out takes its paper with it; files the list never named stay."""
    make(tmp_path)
    (tmp_path / "other.pdf").write_bytes(b"x")
    make(tmp_path, names=["cach-in"], hub=small_hub(without=["quizzes"]))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cach-in.pdf", build.LIST, "other.pdf"]


def test_a_form_without_its_word_file_leaves_none_behind(tmp_path, monkeypatch):
    """A document that gives one file fewer than before takes the old file away; a failure takes none."""
    name = ["phieu-tu-cham-thu"]
    make(tmp_path, names=name)
    assert (tmp_path / "phieu-tu-cham-thu.docx").is_file()
    monkeypatch.setattr(self_form, "drafts", lambda *_: [page_of("<p>漢</p>")])
    with pytest.raises(DocumentError):
        make(tmp_path, names=name)
    assert (tmp_path / "phieu-tu-cham-thu.docx").is_file()
    monkeypatch.undo()
    make(tmp_path, names=name)
    monkeypatch.setattr(catalogue, "Ready", lambda use, name, data, _count: Ready(use, f"x/{name}", data))
    make(tmp_path, names=name)
    assert not (tmp_path / "phieu-tu-cham-thu.docx").exists()
    assert (tmp_path / "x" / "phieu-tu-cham-thu.docx").is_file()


def test_selected_names_keep_the_rest_of_the_list(tmp_path):
    """Building one document leaves the others listed."""
    make(tmp_path)
    make(tmp_path, names=["dap-an-bai-mau"])
    listing = json.loads((tmp_path / build.LIST).read_text(encoding="utf-8"))
    assert [entry["name"] for entry in listing["documents"]] == ["de-bai-mau", "dap-an-bai-mau", "cach-in"]


BUILD = """
import sys
from pathlib import Path
from hub.documents import build, catalogue
from tests.documents.small_hub import small_hub
if __name__ == "__main__":
    root, out = Path(sys.argv[1]), Path(sys.argv[2])
    everything = catalogue.documents(small_hub(site_url="https://example.org/hub"), root)
    names = ["ke-hoach", "to-lat-lop-mau", "phieu-tu-cham-thu", "mau-de-may-dien", "bang-dem-muc-tieu"]
    wanted = catalogue.select(everything, names)
    build.build(wanted, everything, out, print, workers=1)
"""

LATER = """
import datetime, time
_time = time.time
time.time = lambda: _time() + 400 * 86400
class _Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
datetime.datetime = _Later
"""


def test_same_bytes_in_two_folders_on_two_dates(tmp_path):
    """Another folder, date, time zone, language and hash seed give the same files, byte for byte."""
    outs = []
    for name, later, more in (
        ("first", "", {"TZ": "Asia/Ho_Chi_Minh", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"}),
        ("second/deeper", LATER, {"TZ": "America/Lima", "PYTHONHASHSEED": "2", "LC_ALL": "POSIX"}),
    ):
        folder = tmp_path / name
        shutil.copytree(ROOT / "materials", folder / "materials")
        (folder / "sitecustomize.py").write_text(later, encoding="utf-8")
        script = folder / "make.py"
        script.write_text(BUILD, encoding="utf-8")
        environment = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
        environment |= more | {"PYTHONPATH": f"{folder}{os.pathsep}{REPOSITORY}", "HOME": str(folder)}
        subprocess.run([sys.executable, script, folder, folder / "out"], check=True, env=environment, cwd=folder)
        found = sorted(path for path in (folder / "out").rglob("*") if path.is_file())
        outs.append({str(path.relative_to(folder / "out")): path.read_bytes() for path in found})
    pdfs = {"ke-hoach.pdf", "ke-hoach-gap-sach.pdf", "to-lat-lop-mau.pdf", "phieu-tu-cham-thu.pdf"}
    templates = {"templates/tu-cham.docx", "templates/bao-cao.docx", "templates/tong-hop.xlsx"}
    office = {"phieu-tu-cham-thu.docx", "bang-dem-muc-tieu.xlsx", *templates}
    assert outs[0].keys() == outs[1].keys() == {*pdfs, *office, build.LIST}
    assert outs[0] == outs[1]


def test_a_hub_with_little_gives_little():
    """A hub that has only a plan, in one language, gives the plan and the help sheet."""
    hub = small_hub(without=["criteria", "modules", "quizzes"], locales=[{"code": "vi", "name": "Tiếng Việt"}])
    assert [document.name for document in catalogue.documents(hub, ROOT)] == [
        "ke-hoach",
        "bang-dem-muc-tieu",
        "cach-in",
    ]


def test_an_unknown_name_lists_the_nearest():
    """A misspelt name gets the nearest one and the list of all."""
    with pytest.raises(DocumentError, match=r"tieu-chj.*Gần nhất: tieu-chi") as caught:
        catalogue.select(catalogue.documents(small_hub(), ROOT), ["tieu-chj"])
    assert "\n  giang-vien-lop-mau" in str(caught.value)


def test_a_missing_picture_is_named(tmp_path):
    """The error names the picture, its folder and what needs it; the other documents are made all the same."""
    with pytest.raises(DocumentError, match=r"vong-tron\.svg.*lop-mau/pictures.*thẻ “doc”"):
        make(tmp_path / "out", names=["the-lop-mau", "cach-in"], root=tmp_path)
    assert (tmp_path / "out" / "cach-in.pdf").is_file()


def test_a_picture_that_is_no_drawing_is_refused(tmp_path):
    """A file that is not SVG is named."""
    pictures = tmp_path / "materials" / "modules" / "lop-mau" / "pictures"
    pictures.mkdir(parents=True)
    (pictures / "vong-tron.svg").write_text("ảnh", encoding="utf-8")
    with pytest.raises(DocumentError, match=r"vong-tron\.svg.*không phải là hình vẽ SVG"):
        make(tmp_path / "out", names=["the-lop-mau"], root=tmp_path)


def test_a_missing_font_names_the_package(monkeypatch):
    """Where a typeface is not installed the error says what to install."""
    monkeypatch.setattr(fonts, "_folder", lambda package: None)
    with pytest.raises(DocumentError, match=r"GentiumBookPlus-Italic\.ttf.*fonts-sil-gentiumplus"):
        fonts.path(fonts.FACES[3])


def page_of(body):
    """Wrap a body in the least document that can be laid out."""
    style = "@page{size:A5}html{font-family:'Hub Serif'}"
    return f"<html lang=vi><head><title>Thử</title><style>{style}</style></head><body>{body}</body></html>"


def test_a_letter_no_font_has_is_named():
    """A sign that would be drawn by a stray font stops the build, with the words around it."""
    with pytest.raises(DocumentError, match=r"漢 \(U\+6F22\).*gặp chữ 漢"):
        pdf.render(page_of("<p>Ở đây gặp chữ 漢 lạ.</p>"))


def test_letters_inside_a_picture_are_noticed():
    """A drawing that holds text would bring in a stray font; the error says so."""
    words = "<text x='9' y='50'>abc</text>"
    drawing = data_address(f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 99 99'>{words}</svg>")
    with pytest.raises(DocumentError, match="phông chữ lạ"):
        pdf.render(page_of(f'<p><img src="{drawing}" alt="x" style="width:50mm"></p>'))


@pytest.mark.parametrize("address", ["https://example.org/a.png", "file:///etc/hostname", "missing.png"])
def test_nothing_is_fetched(address):
    """Neither the network nor any file but the fonts can be drawn into a document."""
    with pytest.raises(DocumentError, match="Máy dựng trang"):
        pdf.render(page_of(f'<p><img src="{address}" alt="x"></p>'))


def test_errors_survive_the_way_between_processes():
    """An error raised in a worker says the same words in the main process."""
    import pickle

    error = DocumentError("error_not_a5", page=3)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_a_document_too_long_at_every_size_is_refused():
    """Where even the smallest type does not fit, the error gives title and numbers."""
    long = page_of("<p style='break-after:page'>a</p><p>b</p>")
    job = build.Job("thu", "Tờ thử", (long, long), 1, (("read", "thu.pdf"),))
    with pytest.raises(DocumentError, match="“Tờ thử” dài 2 trang"):
        build.make(job)


def test_the_first_draft_that_fits_is_taken():
    """Larger type is kept where it fits."""
    long, short = page_of("<p style='break-after:page'>a</p><p>b</p>"), page_of("<p>vừa</p>")
    job = build.Job("thu", "Tờ thử", (long, short, page_of("<p>nhỏ</p>")), 1, (("read", "thu.pdf"),))
    assert build.page_count(build.make(job)["read"]) == 1


def test_the_command_builds_and_says_so(tmp_path):
    """The command builds by name from a content folder, lists names, fills a site, refuses an unknown name."""

    def run(*arguments):
        command = [sys.executable, REPOSITORY / "scripts" / "build_booklets.py", "--out", tmp_path, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    done = run("cach-in")
    assert done.returncode == 0, done.stderr
    assert "(1/1) cach-in.pdf" in done.stdout
    assert (tmp_path / "cach-in.pdf").is_file()
    assert "ke-hoach" in run("--list").stdout.split()
    (tmp_path / "site" / "downloads").mkdir(parents=True)
    (tmp_path / "site" / "downloads" / "cu.pdf").write_bytes(b"old")
    assert run("cach-in", "mau-de-may-dien", "--site", tmp_path / "site").returncode == 0
    found = {path.name for path in (tmp_path / "site" / "downloads").rglob("*.*")}
    assert found > {"cach-in.pdf", "tu-cham.docx"}
    assert "cu.pdf" not in found
    wrong = run("ke-hoac")
    assert wrong.returncode == 1
    assert "Gần nhất: ke-hoach" in wrong.stderr
