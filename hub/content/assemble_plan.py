"""The plan's four files -> one plan."""

from __future__ import annotations

from typing import Protocol

from hub.content.content import Content
from hub.content.layout import ContentFile
from hub.content.marks import Mark
from hub.content.nodes import Mapping, Node, Scalar, Sequence
from hub.content.plan_file import merge_plan, parts_tree, read_plan
from hub.content.problems import Phrase, Problem
from hub.content.shape import validate
from hub.model.plan import Plan


class Assembling(Protocol):
    """What the plan needs of the assembly it is part of."""

    content: Content
    problems: list[Problem]

    def merged(self, file: ContentFile) -> Node | None:
        """Return a file's tree with its translations put in."""

    def wanted(self, locale: str) -> bool:
        """Say whether the hub has a language."""

    def missing(self, file: ContentFile) -> None:
        """Report a file that has nothing in it."""


def assemble_plan(assembly: Assembling) -> None:
    """Read the plan into the content."""
    _PlanAssembly(assembly).run()


class _PlanAssembly:
    def __init__(self, assembly: Assembling) -> None:
        self._assembly = assembly
        self._content = assembly.content
        self._problems = assembly.problems

    def run(self) -> None:
        """Read plan.yml, hang the clauses of plan.md and the corrections into it, and check the whole."""
        file = self._content.files.get("materials/plan/plan.yml")
        source = self._content.texts.get("materials/plan/plan.md")
        if file is None:
            if source is not None:
                self._problems.append(Problem(Mark("materials/plan/plan.yml"), "K001", "no_plan"))
                self._content.unreadable.add("clauses")
            return
        node = self._assembly.merged(file)
        if not isinstance(node, Mapping):
            self._assembly.missing(file)
            self._content.unreadable |= {"clauses", "bodies", "targets"}
            return
        self._plan_source(node, file)
        if source is None:
            self._problems.append(Problem(Mark("materials/plan/plan.md"), "K001", "no_plan_text"))
            self._content.unreadable.add("clauses")
        else:
            self._clauses(node)
        self._corrections(node)
        self._content.plan, tree, problems = validate(Plan, node)
        self._problems += problems
        self._content.tree.entries["plan"] = tree
        self._plan_ids(node)

    def _plan_source(self, node: Mapping, file: ContentFile) -> None:
        """Take the plan's source from the settings where the plan does not name it."""
        settings = self._content.settings
        if "source" not in node.entries and settings and settings.plan:
            text = self._content.texts[file.path]
            node.entries["source"] = Scalar(Mark(file.path), settings.plan, settings.plan, text, 1)
            node.keys["source"] = Mark(file.path)

    def _clauses(self, node: Mapping) -> None:
        source = self._content.texts["materials/plan/plan.md"]
        parts = node.entries.get("parts")
        entries = parts.items if isinstance(parts, Sequence) else []
        ids = [item.entries.get("id") for item in entries if isinstance(item, Mapping)]
        names = list(dict.fromkeys(name.raw for name in ids if isinstance(name, Scalar)))
        if not names:
            if parts is None:
                group = Phrase("model_Plan")
                values = {"field": "parts", "example": "parts: ...", "group": group}
                self._problems.append(Problem(node.mark, "K011", "missing", values, field="parts"))
            self._content.unreadable.add("clauses")
            return
        clauses, problems = read_plan(source, names)
        self._problems += problems
        if problems:
            self._content.unreadable.add("clauses")
        for sibling in self._content.files.values():
            if sibling and sibling.role == "plan_text" and sibling.locale and self._assembly.wanted(sibling.locale):
                text = self._content.texts.get(sibling.path)
                told = merge_plan(clauses, text, sibling.locale) if text else []
                # A clause whose own block is wrong is told about there.
                self._problems += [each for each in told if not problems or each.key != "translation_unknown_clause"]
        for name, found in clauses.items():
            if not found and not problems:
                item = entries[[i.raw for i in ids if isinstance(i, Scalar)].index(name)]
                self._problems.append(Problem(item.mark, "K032", "part_without_clauses", {"part": name}))
        parts_tree(parts, clauses, source)

    def _corrections(self, node: Mapping) -> None:
        file = self._content.files.get("materials/plan/corrections.yml")
        if "corrections" in node.entries:
            values = {"field": "corrections", "file": "corrections.yml"}
            self._problems.append(Problem(node.keys["corrections"], "K012", "own_file", values, field="corrections"))
            del node.entries["corrections"]
        tree = self._assembly.merged(file) if file else None
        if tree is not None:
            node.entries["corrections"], node.keys["corrections"] = tree, tree.mark

    def _plan_ids(self, node: Mapping) -> None:
        """Note the ids others may refer to, from the tree: they are known even where the plan is wrong elsewhere."""
        for kind in ("bodies", "targets"):
            self._content.known[kind] = _ids(node.entries.get(kind))
        parts = node.entries.get("parts")
        for part in parts.items if isinstance(parts, Sequence) else []:
            clauses = part.entries.get("clauses") if isinstance(part, Mapping) else None
            self._content.known.setdefault("clauses", set()).update(_ids(clauses))


def _ids(node: Node | None) -> set[str]:
    items = node.items if isinstance(node, Sequence) else []
    found = [item.entries.get("id") for item in items if isinstance(item, Mapping)]
    return {name.raw for name in found if isinstance(name, Scalar)}
