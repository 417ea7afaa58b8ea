"""The parts of a Word file that are written anew, and what must be told of a new one: its relation and its type."""

import posixpath
import re
from collections.abc import Iterator

from desk.readers.docx.package import WordPackage
from desk.readers.safe_xml import Element, root_of, transitional
from desk.writers.raw_zip import repacked
from desk.writers.xml import added, made, serialized

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES_PART = "[Content_Types].xml"
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_STORIES = {"header", "footer", "footnotes", "endnotes", "comments"}
_STRICT = re.compile(r"http://purl\.oclc\.org/ooxml/(\w+)/[\w/]+")


class Parts:
    """One Word file whose parts are changed in memory, and written whole at the end."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self.package = WordPackage(raw)
        self._roots: dict[str, Element] = {}
        self._strict: dict[str, str] = {}
        self._added: dict[str, str] = {}
        self._as_read: dict[str, bytes] = {}

    def root(self, name: str) -> Element:
        """Return the root of a part that is to be changed, in the namespaces of the transitional form."""
        if name not in self._roots:
            root = root_of(self.package.raw_part(name))
            told = transitional(root)
            if told is not root:
                self._strict |= {_transitional(uri): uri for one in root.iter("*") for uri in _strict_in(one)}
            self._roots[name] = told
            if name != self.package.main:
                self._as_read[name] = serialized(told)
        return self._roots[name]

    def of_kind(self, kind: str) -> Element | None:
        """Return the root of the part that the document has as its comments and so on, None without one."""
        name = self.package.name_of(kind)
        if name and self.package.has(name):
            return self.root(name)
        return self._roots[self._added[kind]] if kind in self._added else None

    def stories(self) -> Iterator[Element]:
        """Yield the root of each part that holds text: the document, its notes, headers, footers and comments."""
        yield self.root(self.package.main)
        related = self.package.relations.values()
        for name in dict.fromkeys(one.target for one in related if one.kind in _STORIES and not one.outside):
            if self.package.has(name):
                yield self.root(name)

    def add(self, kind: str, root: Element, content_type: str, relation: str) -> None:
        """Add a part to the document; `relation` is the whole name of the relation by which it is found."""
        folder = posixpath.dirname(self.package.main)
        name = self._free_name(folder, kind)
        self._roots[name], self._added[kind] = root, name
        self._relate(self.package.main, posixpath.basename(name), relation)
        added(self.root(_TYPES_PART), f"{{{_TYPES}}}Override", {"PartName": f"/{name}", "ContentType": content_type})

    def written(self) -> bytes:
        """Return the whole file, every part in which nothing was changed as it was."""
        raw = {name: serialized(root) for name, root in self._roots.items()}
        changed = {name: one for name, one in raw.items() if self._as_read.get(name) != one}
        return repacked(self._raw, {name: self._as_in_file(one.decode()).encode() for name, one in changed.items()})

    def holding(self, element: Element) -> str:
        """Return the name of the part that an element stands in."""
        root = element.getroottree().getroot()
        return next(name for name, one in self._roots.items() if one is root)

    def _free_name(self, folder: str, kind: str) -> str:
        name, nth = posixpath.join(folder, f"{kind}.xml"), 1
        while self.package.has(name) or name in self._roots:
            nth += 1
            name = posixpath.join(folder, f"{kind}{nth}.xml")
        return name

    def leading_to(self, part: str, address: str) -> str:
        """Return the id of the relation by which words of a part lead to an address, a new one where there is none."""
        for one in self._relations(part):
            said = (one.get("Type", "").rsplit("/", 1)[-1], one.get("TargetMode"), one.get("Target"))
            if said == ("hyperlink", "External", address):
                return one.get("Id", "")
        return self._relate(part, address, _HYPERLINK, TargetMode="External")

    def _relations(self, part: str) -> Element:
        """Return the root of what a part is related to."""
        folder, own = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{own}.rels")
        if not self.package.has(name) and name not in self._roots:
            self._roots[name] = made(f"{{{_RELATIONS}}}Relationships", spaces={None: _RELATIONS})
        return self.root(name)

    def _relate(self, part: str, target: str, relation: str, **more: str) -> str:
        relations = self._relations(part)
        taken = {one.get("Id") for one in relations}
        free = next(f"rId{nth}" for nth in range(1, len(taken) + 2) if f"rId{nth}" not in taken)
        entry = {"Id": free, "Type": self._as_in_file(relation), "Target": target, **more}
        added(relations, f"{{{_RELATIONS}}}Relationship", entry)
        return free

    def _as_in_file(self, text: str) -> str:
        """Return names of namespaces as the file has them: a strict one stays strict."""
        for ours, strict in sorted(self._strict.items(), reverse=True):  # the longer of two names first
            text = text.replace(f'"{ours}"', f'"{strict}"').replace(f"{ours}/", f"{strict}/")
        return text


def _strict_in(element: Element) -> list[str]:
    said = [*element.nsmap.values(), *element.attrib.values()]
    return [uri for uri in said if _STRICT.fullmatch(uri)]


def _transitional(uri: str) -> str:
    return re.sub(r"http://purl\.oclc\.org/ooxml/(\w+)/", r"http://schemas.openxmlformats.org/\1/2006/", uri)
