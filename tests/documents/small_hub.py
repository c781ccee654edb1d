"""The hand-made hub of `small_hub.yml`, as models."""

from pathlib import Path

import yaml

from hub.model.hub import Hub

FILE = Path(__file__).with_name("small_hub.yml")


def small_hub(without=(), **settings):
    """Build the hub; settings given here replace those of the file, kinds in `without` are left out."""
    data = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    for part in data["plan"]["parts"]:
        for line, clause in enumerate(part["clauses"], 1):
            clause |= {"part": part["id"], "line": line}
    data["settings"] |= settings
    for kind in ("sources", "criteria", "modules", "quizzes", "glossary"):
        data[kind] = {one["id"]: one for one in data.get(kind, [])}
    return Hub.model_validate({kind: value for kind, value in data.items() if kind not in without})
