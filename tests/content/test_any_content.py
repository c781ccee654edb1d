"""Whatever is done to content files, reading them ends in a hub or in a report."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.content.problems import report, report_json
from hub.content.read import read

MINIMAL = Path(__file__).parents[1] / "hubs" / "minimal"
FILES = sorted(path.relative_to(MINIMAL).as_posix() for path in MINIMAL.rglob("*") if path.is_file())
SCRAPS = [
    "", ": ", "- ", "[", "]", "{", "}", "'", '"', "null", "true", "5", "-1", "9" * 30, "ệ", "\n", "  ", "#", "id: a",
    "text: x", "[]", "{}", "[[a]]", "{a: {b: c}}", "|\n  a", "2026-99-99", "I.1", "javascript:x", "<b>", "&a", "*a",
    "---", "{{", "%s", "\\", "\t", "..", "//x", "](", "![](x)", "{#a}", "key: true", "''", "~", "a: b: c", "\u0000",
]  # fmt: skip


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the smallest hub that each example changes and puts back."""
    return Path(shutil.copytree(MINIMAL, tmp_path_factory.mktemp("any") / "hub"))


@pytest.mark.slow
@given(
    st.sampled_from(FILES),
    st.integers(0, 10_000),
    st.sampled_from(SCRAPS),
    st.sampled_from(["insert", "value", "delete", "double", "indent"]),
)
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_changed_file_never_breaks_the_reading(hub: Path, name: str, where: int, scrap: str, how: str):
    """One random change in one file gives a hub or problems with places, told in both languages, and no exception."""
    path = hub / name
    before = path.read_bytes()
    lines = before.decode().split("\n")
    index = where % len(lines)
    line = lines[index]
    key, colon, _ = line.partition(": ")
    at = where % (len(line) + 1)
    changed = {
        "insert": line[:at] + scrap + line[at:],
        "value": key + colon + scrap,
        "delete": "",
        "double": f"{line}\n{line}",
        "indent": " " * (where % 7) + line.strip(),
    }
    try:
        path.write_text("\n".join([*lines[:index], changed[how], *lines[index + 1 :]]), encoding="utf-8")
        reading = read(hub)
    finally:
        path.write_bytes(before)
    assert (reading.hub is None) == bool(reading.errors)
    for problem in reading.problems:
        assert problem.mark.line >= 1
        assert problem.mark.column >= 1
    assert report(reading.problems)
    assert report(reading.problems, "en")
    assert report_json(reading.problems)
