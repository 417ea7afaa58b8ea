"""The parts of a Word file by their relations: names of parts are free, only relations count (ECMA-376 part 2)."""

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

from desk.errors import KnownError
from desk.readers.archive import Archive
from desk.readers.safe_xml import Element, root_of, transitional

_USUAL = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a relation leads: to a part of the file, or to somewhere outside that is never visited."""

    kind: str
    target: str
    outside: bool


class WordPackage:
    """The parts of a Word file, each parsed when it is asked for."""

    def __init__(self, raw: bytes) -> None:
        self._archive = Archive(raw)
        self.main = self._main_part()
        self.relations = self.relations_of(self.main)

    def part(self, kind: str) -> Element | None:
        """Return the root of the part that the document has as its styles, comments and so on, None without one."""
        relation = next((r for r in self.relations.values() if r.kind == kind and not r.outside), None)
        return self.root(relation.target) if relation and relation.target in self._archive else None

    def name_of(self, kind: str) -> str:
        """Return the name of the part of this kind, an empty string where the document has none."""
        return next((r.target for r in self.relations.values() if r.kind == kind and not r.outside), "")

    def root(self, name: str) -> Element:
        """Return the root of a part by its name."""
        return transitional(root_of(self._archive.read(name)))

    def has(self, name: str) -> bool:
        """Return whether the file holds a part of this name."""
        return name in self._archive

    def raw_part(self, name: str) -> bytes:
        """Return a part as it stands in the file."""
        return self._archive.read(name)

    def relations_of(self, part: str) -> dict[str, Relation]:
        """Return the relations of a part by their ids; an empty part name stands for the whole file."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self._archive:
            return {}
        return {entry.get("Id", ""): _relation(entry, folder) for entry in root_of(self._archive.read(rels))}

    def has_macros(self) -> bool:
        """Return whether a project of macros lies in the file."""
        return any(name.endswith("vbaproject.bin") for name in self._archive.names())

    def core(self) -> Element | None:
        """Return the root of the document's core properties."""
        relation = next((r for r in self.relations_of("").values() if r.kind == "core-properties"), None)
        return self.root(relation.target) if relation and relation.target in self._archive else None

    def _main_part(self) -> str:
        for relation in self.relations_of("").values():
            if relation.kind == "officeDocument":
                return relation.target
        if _USUAL in self._archive:
            return _USUAL
        raise KnownError("The file holds no Word document: ask for it again as .docx.")


def _relation(entry: Element, folder: str) -> Relation:
    kind, target = entry.get("Type", "").rsplit("/", 1)[-1], entry.get("Target", "")
    if entry.get("TargetMode", "").lower() == "external":
        return Relation(kind, target, outside=True)
    path = posixpath.normpath(posixpath.join("/", folder, unquote(target.split("#")[0]))).lstrip("/")
    return Relation(kind, path, outside=False)
