"""What a document says that its blocks are, kept beside the text by the words of each block, so that it survives edits.

A block whose words are known has the role it had. Blocks whose words were changed have the roles of those that stood
between the same neighbours, where they are as many as before.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from desk.text.blocks import Block, BlockRole, Kind, Manuscript, paragraphs

BlockRoles: TypeAlias = tuple[tuple[str, str], ...]
"""For each block of the text as it came its digest (16 hexadecimal digits) and role, empty for a plain paragraph."""

WRITTEN = "written"
"""A paragraph or list item of a word processor's document: copy, unless it is plainly of a website or paid."""
HEADING, STANDFIRST, CAPTION, TABLE, NOTE, CONTENTS = "heading", "standfirst", "caption", "table", "note", "contents"
PAID, PAID_HEADING = "paid", "paid-heading"
"""Of a story whose sender says that somebody paid for it: all of its blocks have one of them, new ones too."""
_MARKS = {
    STANDFIRST: (Kind.FURNITURE, BlockRole.STANDFIRST, "a subtitle of the document"),
    CAPTION: (Kind.FURNITURE, BlockRole.CAPTION, "a caption of the document"),
    TABLE: (Kind.FURNITURE, BlockRole.TABLE, "a cell of a table"),
    NOTE: (Kind.FURNITURE, BlockRole.NOTE, "a note of the document"),
    CONTENTS: (Kind.LEFTOVER, BlockRole.BODY, "the document's table of contents"),
}
_PAID = "the sender says that somebody paid for this story"
_HEADING = "a heading of the document"


def roles_of(text: str, role_at: Callable[[int], str]) -> BlockRoles:
    """Return the roles of a text's blocks, `role_at` being asked by their starts; empty where all are paragraphs."""
    roles = tuple((_digest(block), role_at(block.start)) for block in paragraphs(text))
    return roles if any(role for _, role in roles) else ()


def after_pasting(text: str, kept: BlockRoles, pasted: BlockRoles) -> BlockRoles:
    """Return the roles of a text's blocks, where those in `pasted` were just put in: they have the role they came with.

    A block that runs together with what stood there is none of them. Cut and pasted, a block keeps its role.
    """
    if is_paid(kept):
        return kept
    blocks = tuple(paragraphs(text))
    came = {digest: role for digest, role in pasted if role}
    roles = tuple(
        (digest, role or came.get(digest, ""))
        for role, digest in zip(_now(blocks, kept), map(_digest, blocks), strict=True)
    )
    return roles if any(role for _, role in roles) else kept


def with_roles(manuscript: Manuscript, kept: BlockRoles) -> Manuscript:
    """Return the manuscript with the blocks marked that the document said to be something else than copy."""
    blocks, headings = [], 0
    if is_paid(kept):
        return manuscript.with_blocks(tuple(_paid(manuscript.blocks, kept)))
    written = any(role == WRITTEN for _, role in kept)
    for block, role in zip(manuscript.blocks, _now(manuscript.blocks, kept), strict=True):
        headings += role == HEADING
        marked = _marked(block, role, first=headings == 1)
        blocks.append(replace(marked, written=True) if written and role else marked)
    return manuscript.with_blocks(tuple(blocks))


def is_paid(kept: BlockRoles) -> bool:
    """Return whether a story is paid as a whole."""
    return bool(kept) and all(role in (PAID, PAID_HEADING) for _, role in kept)


def _paid(blocks: Sequence[Block], kept: BlockRoles) -> Iterator[Block]:
    first = True
    for block, role in zip(blocks, _now(blocks, kept), strict=True):
        heading = BlockRole.HEADLINE if first else BlockRole.CROSSHEAD
        is_heading = role == PAID_HEADING
        first = first and not is_heading
        yield block.marked(Kind.PAID, _PAID, role=heading if is_heading else BlockRole.BODY)


def _marked(block: Block, role: str, *, first: bool) -> Block:
    if role == HEADING:
        return block.marked(Kind.FURNITURE, _HEADING, role=BlockRole.HEADLINE if first else BlockRole.CROSSHEAD)
    if role not in _MARKS:
        return block
    kind, on_page, reason = _MARKS[role]
    return block.marked(kind, reason, role=on_page)


def _now(blocks: Sequence[Block], kept: BlockRoles) -> list[str]:
    """Return the role of each block as the text is now."""
    known = _known(blocks, kept)
    taken = set(known) - {None}
    roles, before, waiting = [kept[at][1] if at is not None else "" for at in known], -1, 0
    for i, at in enumerate([*known, len(kept)]):
        if at is None:
            waiting += 1
            continue
        if waiting and at - before - 1 == waiting and taken.isdisjoint(range(before + 1, at)):
            roles[i - waiting : i] = [role for _, role in kept[before + 1 : at]]
        before, waiting = at, 0
    return roles


def _known(blocks: Sequence[Block], kept: BlockRoles) -> list[int | None]:
    """Return for each block which one it was by its words, None where they are new; like words in their order."""
    places: dict[str, list[int]] = defaultdict(list)
    for at in range(len(kept) - 1, -1, -1):
        places[kept[at][0]].append(at)
    known: list[int | None] = []
    for block in blocks:
        left = places.get(_digest(block))
        known.append(left.pop() if left else None)
    return known


def _digest(block: Block) -> str:
    return hashlib.blake2b(block.text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
