"""Parsed files -> units (quiz, module, plan ...), each checked against its model."""

from __future__ import annotations

from dataclasses import dataclass, field

from pydantic import BaseModel

from hub.content.assemble_plan import assemble_plan
from hub.content.content import Content
from hub.content.layout import SLUG, ContentFile
from hub.content.markdown_file import read_doc
from hub.content.marks import Mark
from hub.content.naming import found_text
from hub.content.nodes import Mapping, Node, Scalar, Sequence, copy
from hub.content.problems import Problem, show
from hub.content.shape import validate
from hub.content.translation import FIRST_KEY, merge
from hub.model.criteria import CriteriaSet
from hub.model.glossary import Term
from hub.model.guide import GroupGuide
from hub.model.module import TrainingModule
from hub.model.prose import ProseMeta
from hub.model.quiz import Quiz
from hub.model.settings import Settings
from hub.model.source import Source
from hub.model.synonym import Synonym

MODULE_PARTS = ("activities", "cards", "handouts", "slides")
_LISTS = ("synonyms", "sources", "glossary", "corrections", *MODULE_PARTS)


_SHAPE = ("K011", "K012", "K013", "K014", "K015", "K016")
_MERGE = ("K022", "K023", "K024")


def _same_place(problem: Problem, base: Problem) -> bool:
    """Say whether a translation stumbles where its base file is wrong: the same field, its group, or a misspelt key."""
    here, there = problem.field.split("."), base.field.split(".")
    if there[0] in MODULE_PARTS:
        there = there[1:]
    return here in (there, there[:-1]) or (base.key == "extra_forbidden" and here[:-1] == there[:-1])


@dataclass
class Assembly:
    """Puts files together; what is wrong gathers in `problems`."""

    content: Content
    problems: list[Problem] = field(default_factory=list)
    _translations: dict[str, list[ContentFile]] = field(default_factory=dict)

    def run(self) -> None:
        """Fill the content with every unit whose files are there."""
        self._settings()
        self._entries("sources", "materials/sources.yml", Source)
        self._entries("glossary", "materials/glossary.yml", Term)
        assemble_plan(self)
        for file in self._of("criteria"):
            self._unit("criteria", file, CriteriaSet)
        for file in self._of("guide"):
            self._unit("guides", file, GroupGuide)
        for file in self._of("quiz"):
            self._unit("quizzes", file, Quiz)
        self._modules()
        self._docs()
        for file in self._of("synonyms"):
            node = self.merged(file)
            for item in node.items if isinstance(node, Sequence) else []:
                self.problems += validate(Synonym, item)[2]
        self._drop_echoes()

    def _drop_echoes(self) -> None:
        """Leave out what is wrong with a translation only because the file it translates is wrong there."""
        wrong = [problem for problem in self.problems if problem.code in _SHAPE]

        def echo(problem: Problem) -> bool:
            file = self.content.files.get(problem.mark.file)
            if file is None or not file.locale or problem.code not in _MERGE:
                return False
            return any(base.mark.file == file.base and _same_place(problem, base) for base in wrong)

        self.problems[:] = [problem for problem in self.problems if not echo(problem)]

    def _of(self, role: str) -> list[ContentFile]:
        """Return the files of a role that are no translations."""
        return [file for file in self.content.files.values() if file and file.role == role and not file.locale]

    def merged(self, file: ContentFile) -> Node | None:
        """Return a file's tree with its translations put in."""
        found = self.content.yaml.get(file.path)
        if found is None:
            return None
        if not self._right_shape(file, found):
            return None
        node = copy(found)
        if isinstance(node, Mapping):
            node.entries.pop(FIRST_KEY, None)
        for sibling in self._siblings().get(file.path, ()):
            other = self.content.yaml.get(sibling.path)
            if other and self.wanted(sibling.locale) and self._right_shape(file, other):
                self.problems += merge(node, other, sibling.locale)
        return node

    def _siblings(self) -> dict[str, list[ContentFile]]:
        """Return the translations of each file, found once."""
        if not self._translations:
            for file in self.content.files.values():
                if file and file.locale:
                    self._translations.setdefault(file.base, []).append(file)
        return self._translations

    def _right_shape(self, file: ContentFile, node: Node) -> bool:
        """Report a file that is a list where it should be keys, or the other way round."""
        wanted, key = (Sequence, "expected_list") if file.role in _LISTS else (Mapping, "expected_mapping")
        if not isinstance(node, wanted):
            self.problems.append(Problem(node.mark, "K014", key, {"found": found_text(node)}))
        return isinstance(node, wanted)

    def wanted(self, locale: str) -> bool:
        """Say whether the hub has a language."""
        return self.content.settings is None or locale in self.content.locales

    def _enter(self, kind: str, name: str, model: type[BaseModel], node: Node) -> None:
        """Check a unit; note its id even where it is wrong."""
        made, tree, problems = validate(model, node)
        self.problems += problems
        self.content.known.setdefault(kind, set()).add(name)
        if made is not None:
            units = self.content.tree.entries.setdefault(kind, Mapping(tree.mark))
            if isinstance(units, Mapping):
                units.entries[name] = tree
            getattr(self.content, kind)[name] = made

    def _settings(self) -> None:
        file = self.content.files.get("hub.yml")
        if file is None:
            self.problems.append(Problem(Mark("hub.yml"), "K001", "no_settings"))
            return
        # Which translations are wanted stands in this very file, so it is read once before they are put in.
        bare = self.content.yaml.get(file.path)
        self.content.settings = validate(Settings, bare)[0] if isinstance(bare, Mapping) else None
        node = self.merged(file)
        if node is None:
            self.missing(file)
            self.content.unreadable.add("settings")
            return
        self.content.settings, tree, problems = validate(Settings, node)
        self.problems += problems
        self.content.tree.entries["settings"] = tree

    def missing(self, file: ContentFile) -> None:
        """Report a file that has nothing in it, where something is needed."""
        if file.path in self.content.texts and file.path not in self.content.yaml:
            broken = any(problem.mark.file == file.path for problem in self.problems)
            if not broken:
                self.problems.append(Problem(Mark(file.path), "K013", "empty_file"))

    def _entries(self, kind: str, path: str, model: type[BaseModel]) -> None:
        """Read a file that is a list of units with ids."""
        file = self.content.files.get(path)
        if file is None:
            return
        node = self.merged(file)
        if not isinstance(node, Sequence):
            if path not in self.content.yaml and path not in self.content.unreadable:
                return
            self.content.unreadable.add(kind)
            return
        for item in node.items:
            name = item.entries.get("id") if isinstance(item, Mapping) else None
            if not isinstance(name, Scalar) or not name.raw:
                # An entry without id may be the one others name.
                self.content.unreadable.add(kind)
                self.problems += validate(model, item)[2]
            elif name.raw in self.content.known.get(kind, ()):
                self.problems += validate(model, item)[2]
            else:
                self._enter(kind, name.raw, model, item)

    def _unit(self, kind: str, file: ContentFile, model: type[BaseModel]) -> None:
        """Read a file that is one unit, named by the file."""
        node = self._named(file)
        if isinstance(node, Mapping):
            self._enter(kind, file.name, model, node)
        else:
            self.content.known.setdefault(kind, set()).add(file.name)
            self.missing(file)

    def _named(self, file: ContentFile) -> Node | None:
        """Return a file's tree with the file's name as its id."""
        node = self.merged(file)
        if not SLUG.fullmatch(file.id):
            self.problems.append(Problem(Mark(file.path), "K001", "bad_name", {"name": show(file.id)}))
            return None
        if isinstance(node, Mapping):
            written = node.entries.get("id")
            if isinstance(written, Scalar) and written.raw != file.id:
                values = {"found": show(written.raw), "name": file.id}
                self.problems.append(Problem(written.mark, "K015", "id_not_name", values, field="id"))
            node.entries["id"] = Scalar(Mark(file.path), file.id, file.id, self.content.texts[file.path], 1)
            node.keys.setdefault("id", Mark(file.path))
        return node

    def _modules(self) -> None:
        folders = {file.name for file in self.content.files.values() if file and file.role in ("module", *MODULE_PARTS)}
        for name in sorted(folders):
            file = self.content.files.get(f"materials/modules/{name}/module.yml")
            if file is None:
                self.problems.append(Problem(Mark(f"materials/modules/{name}/module.yml"), "K001", "no_module"))
                continue
            node = self._named(file)
            if isinstance(node, Mapping) and self._module_parts(name, node):
                self._enter("modules", name, TrainingModule, node)
            else:
                self.content.known.setdefault("modules", set()).add(name)
                self.missing(file)

    def _module_parts(self, name: str, node: Mapping) -> bool:
        """Hang activities, cards, handouts and slides into the module; false: one of them is unreadable."""
        whole = True
        for part in MODULE_PARTS:
            if part in node.entries:
                mark = node.keys[part]
                values = {"field": part, "file": f"{part}.yml"}
                self.problems.append(Problem(mark, "K012", "own_file", values, field=part))
                del node.entries[part]
            file = self.content.files.get(f"materials/modules/{name}/{part}.yml")
            if file is None:
                continue
            tree = self.merged(file)
            if tree is not None:
                node.entries[part], node.keys[part] = tree, tree.mark
            elif file.path in self.content.unreadable or file.path in self.content.yaml:
                whole = False
        return whole

    def _docs(self) -> None:
        """Read the prose pages and check what their front matter says."""
        metas = Mapping(Mark("docs"))
        self.content.tree.entries["docs"] = metas
        for name, file in self.content.files.items():
            if file is None or file.role != "doc" or name in self.content.unreadable:
                continue
            doc, problems = read_doc(self.content.texts[name])
            self.problems += problems
            self.content.docs[name] = doc
            if doc.meta is None:
                continue
            if not isinstance(doc.meta, Mapping):
                values = {"found": found_text(doc.meta)}
                self.problems.append(Problem(doc.meta.mark, "K014", "expected_mapping", values))
                continue
            meta, tree, wrong = validate(ProseMeta, doc.meta)
            self.problems += wrong
            metas.entries[name] = tree
            if meta is not None:
                self.content.meta[name] = meta
