"""Markdown as blocks: markdown-it reads the structure, the text stays as it is in the file.

Nothing of the file is ever executed or rendered. Code, HTML and front matter are no copy and are not checked as such.
"""

from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from desk.text.blocks import Block, BlockRole, Kind, Manuscript, paragraphs

_LEFT_ALONE = {
    "fence": "code",
    "code_block": "code",
    "html_block": "HTML",
}
_LONGEST = 2_000_000
"""Characters beyond which a file is read as plain text: no story is that long, and the parser is not made for it."""


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True, "maxNesting": 50})


def manuscript(text: str) -> Manuscript:
    """Return the text cut into blocks, headings and captions as furniture; every word stays in exactly one block."""
    if len(text) > _LONGEST:
        return Manuscript.of(text)
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n"), len(text)]
    front = _front_matter(text)
    tokens = _parser().parse("\n" * text.count("\n", 0, front) + text[front:])
    marks = dict(_marks(tokens))
    return Manuscript(text, tuple(_blocks(text, starts, marks, front)))


def _front_matter(text: str) -> int:
    """Return the length of the YAML block at the top, 0 where there is none."""
    if not text.startswith("---\n"):
        return 0
    end = text.find("\n---\n", 3)
    return end + 5 if end >= 0 else 0


def _marks(tokens: list[Token]) -> Iterator[tuple[int, tuple[int, Kind, BlockRole, str]]]:
    """Yield first line -> (line behind the last, kind, role, reason) for every block that is not plain copy."""
    seen_heading = False
    for i, token in enumerate(tokens):
        if token.map is None:
            continue
        first, behind = token.map
        if token.type == "heading_open":
            role = BlockRole.CROSSHEAD if seen_heading else BlockRole.HEADLINE
            seen_heading = True
            yield first, (behind, Kind.FURNITURE, role, "a Markdown heading")
        elif token.type in _LEFT_ALONE:
            yield first, (behind, Kind.LEFTOVER, BlockRole.BODY, f"{_LEFT_ALONE[token.type]}, not copy")
        elif token.type == "paragraph_open" and _only_picture(tokens[i + 1]):
            yield first, (behind, Kind.FURNITURE, BlockRole.CAPTION, "a picture with its caption")


def _only_picture(inline: Token) -> bool:
    children = inline.children or []
    return bool(children) and all(c.type == "image" or not c.content.strip() for c in children)


def _blocks(
    text: str, starts: list[int], marks: dict[int, tuple[int, Kind, BlockRole, str]], front: int
) -> Iterator[Block]:
    if front:
        yield from (b.marked(Kind.LEFTOVER, "front matter of the file") for b in _cut(text, 0, front))
    line = text.count("\n", 0, front)
    plain_from, last = front, len(starts) - 1
    while line < last:
        mark = marks.get(line)
        if mark is None:
            line += 1
            continue
        behind, kind, role, reason = mark
        yield from _cut(text, plain_from, starts[line])
        plain_from = starts[min(behind, last)]
        yield from (b.marked(kind, reason, role=role) for b in _cut(text, starts[line], plain_from))
        line = max(behind, line + 1)
    yield from _cut(text, plain_from, len(text))


def _cut(text: str, start: int, end: int) -> Iterator[Block]:
    for block in paragraphs(text[start:end]):
        yield Block(block.start + start, block.text)
