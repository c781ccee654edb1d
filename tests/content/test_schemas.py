"""JSON Schemas for editors: they accept what the checker accepts, and catch what an editor mistypes."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from hub.content.nodes import data
from hub.content.read import load
from hub.content.schemas import KINDS, file_schemas
from tests.node import NODE

ROOT = Path(__file__).parents[2]
NAMES = {"settings": "hub"}
HUBS = [ROOT, ROOT / "tests" / "hubs" / "minimal", ROOT / "tests" / "hubs" / "second"]


def schema_of(role: str, locale: str) -> dict:
    """Return the schema of a file by its role."""
    return file_schemas()[f"{NAMES.get(role, role)}{'.texts' if locale else ''}.json"]


def unfit(cases: list, folder: Path) -> list[str]:
    """Return what a JSON Schema validator says about [name, schema, data] cases."""
    file = folder / "cases.json"
    file.write_text(json.dumps(cases), encoding="utf-8")
    script = str(Path(__file__).with_name("check_schemas.mjs"))
    run = subprocess.run(
        [NODE, script, str(ROOT / "node_modules"), str(file)], capture_output=True, text=True, check=True
    )
    return run.stdout.splitlines()


@pytest.mark.slow
@pytest.mark.parametrize("root", HUBS, ids=lambda path: path.name)
def test_content_fits_its_schemas(root: Path, tmp_path: Path):
    """Every YAML file of a hub, translations too, is accepted by the schema of its kind."""
    content, _ = load(root)
    cases = []
    for name, node in content.yaml.items():
        file = content.files[name]
        assert file is not None
        cases.append([name, schema_of(file.role, file.locale), data(node)])
    assert len(cases) > 5
    assert unfit(cases, tmp_path) == []


def test_mistyped_files_do_not_fit(tmp_path: Path):
    """Unknown and missing keys, wrong types and values, and numbers in a translation are caught while typing."""
    quiz, texts = schema_of("quiz", ""), schema_of("quiz", "en")
    content, _ = load(HUBS[1])
    good = data(content.yaml["quizzes/bai-mau.yml"])
    cases = [
        ["unknown", quiz, good | {"phut": 3}],
        ["missing", quiz, {key: value for key, value in good.items() if key != "items"}],
        ["type", quiz, good | {"minutes": "ba"}],
        ["range", quiz, good | {"cut_score": 101}],
        ["kind", quiz, good | {"items": [good["items"][0] | {"kind": "choice"}]}],
        ["number", texts, {"minutes": 3}],
        ["id", texts, {"items": [{"id": "a", "asks": "use"}]}],
    ]
    assert [line.partition(":")[0] for line in unfit(cases, tmp_path)] == [name for name, *_ in cases]


def fields(schema) -> Iterator[tuple[str, dict]]:
    """Yield every field of a schema with what is said about it."""
    if isinstance(schema, dict):
        properties = schema.get("properties")
        yield from properties.items() if isinstance(properties, dict) else ()
        for value in schema.values():
            yield from fields(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from fields(value)


def test_every_kind_and_field_has_words_for_the_editor():
    """While typing, each file has a title and each field a description, in Vietnamese."""
    for name, schema in file_schemas().items():
        assert schema["title"], name
        assert [field for field, about in fields(schema) if not about.get("description")] == [], name
    assert dict(fields(file_schemas()["quiz.json"]))["stem"]["description"] == "Câu dẫn."


def test_files_that_name_a_schema_name_one_that_is_written():
    """The schema line of every content file leads to a schema of its own kind."""
    written = set(file_schemas())
    for root in HUBS[:2]:
        content, _ = load(root)
        for name, source in content.texts.items():
            for path in re.findall(r"yaml-language-server: \$schema=(\S+)", source.text):
                file = content.files[name]
                assert file is not None
                kind = NAMES.get(file.role, file.role)
                assert Path(path).name in written
                assert Path(path).name == f"{kind}{'.texts' if file.locale else ''}.json", name
                depth = path.count("../")
                assert depth == name.count("/") + (3 if root != ROOT else 0)


def test_there_is_a_schema_for_each_kind_of_file():
    """Two schemas a kind: the file itself, and its translation."""
    assert len(file_schemas()) == 2 * len(KINDS)
