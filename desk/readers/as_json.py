"""A document as the JSON of `copydesk read FILE --json`, and back: also how it comes out of the reading process."""

import json
from dataclasses import MISSING, fields
from typing import Any

from desk.readers.document import (
    Deletion,
    Document,
    DocumentComment,
    DocumentPart,
    DocumentRole,
    Insertion,
    Link,
    Note,
    Region,
)

_LISTS: dict[str, type] = {
    "insertions": Insertion,
    "deletions": Deletion,
    "comments": DocumentComment,
    "notes": Note,
    "links": Link,
}


def as_json(document: Document) -> str:
    """Return the document as one JSON object on one line; what says nothing beyond its default is left out."""
    whole = {
        **({"format": document.format} if document.format else {}),
        **({"dropped_links": document.dropped_links} if document.dropped_links else {}),
        "text": document.text,
        "blocks": _regions(document.blocks),
        **{name: _said(getattr(document, name), kind) for name, kind in _LISTS.items()},
        "comments": [_remark(remark, document.text) for remark in document.comments],
        "metadata": document.metadata,
        "warnings": document.warnings,
        "original": {"text": document.original, "blocks": _regions(document.original_blocks)},
    }
    return json.dumps(whole, ensure_ascii=False)


def from_json(whole: dict[str, Any]) -> Document:
    """Return the document whose JSON this is, as `json.loads` gives it."""
    lists: dict[str, Any] = {
        name: tuple(kind(**{key: entry[key] for key in entry if key != "anchor"}) for entry in whole[name])
        for name, kind in _LISTS.items()
    }
    return Document(
        whole["text"],
        tuple(map(_region, whole["blocks"])),
        **lists,
        metadata=whole["metadata"],
        warnings=tuple(whole["warnings"]),
        original=whole["original"]["text"],
        original_blocks=tuple(map(_region, whole["original"]["blocks"])),
        dropped_links=whole.get("dropped_links", 0),
        format=whole.get("format", ""),
    )


def _remark(remark: DocumentComment, text: str) -> dict[str, Any]:
    """Return a comment with the words that it stands at, run together over the ends of paragraphs."""
    return {**_said((remark,), DocumentComment)[0], "anchor": text[remark.start : remark.end].replace("\n\n", "")}


def _regions(blocks: tuple[Region, ...]) -> list[dict[str, Any]]:
    return [{**said, "role": block.role} for block, said in zip(blocks, _said(blocks, Region), strict=True)]


def _said(entries: tuple[Any, ...], kind: type) -> list[dict[str, Any]]:
    always = [f.name for f in fields(kind) if f.default is MISSING]
    sometimes = [(f.name, f.default) for f in fields(kind) if f.default is not MISSING]
    return [
        {name: getattr(entry, name) for name in always}
        | {name: value for name, default in sometimes if (value := getattr(entry, name)) != default}
        for entry in entries
    ]


def _region(entry: dict[str, Any]) -> Region:
    known = {"role": DocumentRole(entry["role"]), "part": DocumentPart(entry.get("part", DocumentPart.BODY))}
    return Region(**{**entry, **known})
