"""The editors' commands, run as a person would."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hub.content.read import read

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


def run(name: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a command of the project."""
    command = [sys.executable, str(ROOT / "scripts" / name), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the smallest hub."""
    return Path(shutil.copytree(ROOT / "tests" / "hubs" / "minimal", tmp_path / "hub"))


def files(root: Path) -> dict[str, bytes]:
    """Return all files of a folder."""
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_check_says_nothing_is_wrong(root: Path):
    """A good hub: one line, exit status 0, nothing written."""
    before = files(root)
    result = run("check_content.py", "--root", root)
    assert (result.returncode, result.stdout, result.stderr) == (0, "Không có lỗi.\n", "")
    assert files(root) == before


def test_check_tells_all_errors_and_fails(root: Path):
    """Mistakes in three files, one of them unreadable, are told together by place, with exit status 1."""
    (root / "hub.yml").write_text(
        (root / "hub.yml").read_text(encoding="utf-8").replace("place:", "plce:"), encoding="utf-8"
    )
    (root / "materials" / "glossary.yml").write_bytes(b"- id: \xff\n")
    quiz = root / "quizzes" / "bai-mau.yml"
    quiz.write_text(
        quiz.read_text(encoding="utf-8").replace("sources: [trang-mau]", "sources: [trang-mao]"), encoding="utf-8"
    )
    before = files(root)
    result = run("check_content.py", "--root", root)
    assert result.returncode == 1
    heads = [line.split("  ")[:2] for line in result.stdout.splitlines() if "  K" in line]
    assert heads == [
        ["hub.yml:3:1", "K012"],
        ["materials/glossary.yml:1:7", "K003"],
        ["quizzes/bai-mau.yml:11:11", "K102"],
    ]
    assert result.stdout.endswith("Có 3 lỗi và 0 cảnh báo.\n")
    assert "Traceback" not in result.stderr
    assert files(root) == before


def test_warnings_do_not_fail_the_check(root: Path):
    """With warnings only the exit status is 0."""
    (root / "quizzes" / "bai-mau.en.yml").unlink()
    result = run("check_content.py", "--root", root)
    assert result.returncode == 0
    assert "K131 (cảnh báo)" in result.stdout


def test_check_follows_links_to_generated_pages(root: Path):
    """The command knows the pages the site will have, so `learn` must lead to one."""
    quiz = root / "quizzes" / "bai-mau.yml"
    quiz.write_text(quiz.read_text(encoding="utf-8").replace("tieu-chi/#quy-tac", "tieu-chj/"), encoding="utf-8")
    result = run("check_content.py", "--root", root)
    assert result.returncode == 1
    assert "quizzes/bai-mau.yml:7:60  K142" in result.stdout


def test_json_is_one_document(root: Path):
    """`--json` prints one JSON document with the counts, also when nothing is wrong."""
    assert json.loads(run("check_content.py", "--root", root, "--json").stdout) == {
        "errors": 0, "warnings": 0, "notices": 0, "problems": [],
    }  # fmt: skip
    (root / "hub.yml").unlink()
    result = run("check_content.py", "--root", root, "--json")
    told = json.loads(result.stdout)
    assert result.returncode == 1
    assert ("hub.yml", "K001", "Không thấy tệp hub.yml.") in [
        (problem["file"], problem["code"], problem["message"]) for problem in told["problems"]
    ]


def test_the_report_can_be_english(root: Path):
    """`--locale en` tells the same in English."""
    (root / "hub.yml").write_text("plce: x\n", encoding="utf-8")
    result = run("check_content.py", "--root", root, "--locale", "en")
    assert "hub.yml has no key “plce”." in result.stdout
    assert "Perhaps “place”?" in result.stdout


@pytest.mark.parametrize("folder", ["absent", "empty"])
def test_a_wrong_root_is_told(tmp_path: Path, folder: str):
    """A folder that is not there, or holds no hub, is one clear line."""
    (tmp_path / "empty").mkdir()
    result = run("check_content.py", "--root", tmp_path / folder)
    assert result.returncode == 1
    assert "K001" in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize(("kind", "slug", "count"), [("module", "bai-moi", 6), ("quiz", "bai-moi", 1)])
def test_what_is_started_passes_the_check(root: Path, kind: str, slug: str, count: int):
    """A new module or quiz is whole and valid at once, beside what was there."""
    before = files(root)
    result = run("new.py", kind, slug, "--root", root)
    assert result.returncode == 0, result.stderr
    after = files(root)
    assert {name: after[name] for name in before} == before
    assert len(after) - len(before) == count
    reading = read(root)
    assert [str(problem) for problem in reading.problems if problem.key not in ("untranslated",)] == []
    assert slug in (reading.required().modules if kind == "module" else reading.required().quizzes)


def test_modules_are_numbered_on(root: Path):
    """A new module comes after those that are there."""
    run("new.py", "module", "bai-hai", "--root", root)
    assert read(root).required().modules["bai-hai"].order == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(("quiz", "bai-mau"), "đã có"), (("module", "lop-mau"), "đã có"), (("quiz", "Bài Mới"), "địa chỉ"),
     (("quiz", "../x"), "địa chỉ"), (("module", "a/b"), "địa chỉ")],
)  # fmt: skip
def test_nothing_is_overwritten_or_misnamed(root: Path, arguments: tuple[str, str], words: str):
    """A name that is taken or cannot be an address is refused, and nothing is written."""
    before = files(root)
    result = run("new.py", *arguments, "--root", root)
    assert result.returncode == 1
    assert words in result.stderr
    assert files(root) == before


def test_nothing_is_started_in_broken_content(root: Path):
    """With errors in the content, or without any source, nothing is written."""
    (root / "hub.yml").write_text("a: [\n", encoding="utf-8")
    assert "lỗi" in run("new.py", "quiz", "moi", "--root", root).stderr


def test_schemas_are_written_where_asked(tmp_path: Path):
    """`export_schemas.py --out` writes one JSON file a kind."""
    result = run("export_schemas.py", "--out", tmp_path / "a" / "b")
    assert result.returncode == 0
    schema = json.loads((tmp_path / "a" / "b" / "quiz.json").read_text(encoding="utf-8"))
    assert schema["title"] == "Bài trắc nghiệm"


@pytest.mark.parametrize(
    "name", ["check_content.py", "export_schemas.py", "new.py", "write_error_manual.py", "stamp_translations.py"]
)
def test_commands_are_short_and_explain_themselves(name: str):
    """Each command has --help with examples and at most 60 lines."""
    text = (ROOT / "scripts" / name).read_text(encoding="utf-8")
    assert text.count("\n") <= 60
    result = run(name, "--help")
    assert result.returncode == 0
    assert "Examples:" in result.stdout
