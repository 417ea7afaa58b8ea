"""A passage as HTML for the clipboard, so that word processors and browsers take over headings and lists."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

from desk.text.blocks import Block, BlockRole, paragraphs
from desk.text.cut import cut
from desk.text.links import Links, in_pieces, within
from desk.text.spans import Span
from desk.text.tables import is_table, parted
from desk.writers.formats.story import marked_up

_TAGS = {BlockRole.HEADLINE: "h1", BlockRole.CROSSHEAD: "h2"}
_CHARSET = '<meta http-equiv="content-type" content="text/html; charset=utf-8">'
"""Without it some programs take the bytes for Latin-1."""
_BULLET = re.compile(r"([•◦▪‣]|[-–*])[ \t\u00a0]+(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})[.)][ \t\u00a0]+(?=\S)")
_PLAIN_BULLETS = "-–*"
"""Signs that may begin a sentence too: they are bullets where two follow each other."""
_NO_HTML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class CopiedBlock:
    """The words of one block, or of a part of it, and what it is on the page."""

    words: str
    role: BlockRole = BlockRole.BODY
    links: Links = ()
    """Where its words lead, counted from its start."""


@dataclass(frozen=True, slots=True)
class _Item:
    """How a passage begins a line of a list: its sign or its number, and the words behind it."""

    sign: str
    words: str
    links: Links = ()

    def follows(self, other: "_Item") -> bool:
        """Return whether this stands in one list behind another line."""
        if self.sign.isdigit() and other.sign.isdigit():
            return int(self.sign) == int(other.sign) + 1
        return self.sign == other.sign


def copied_blocks(words: str) -> Iterator[Block]:
    """Yield what is copied in the blocks that go out: paragraphs cut where a line end is no soft wrap, tables whole."""
    for paragraph in paragraphs(words):
        for part in parted(paragraph):
            yield from (_with_empty_cells(part, words),) if is_table(part.text) else cut(part)


def _with_empty_cells(table: Block, words: str) -> Block:
    """Return a table with the empty cells that its first row begins with, which blocks leave out as blanks."""
    start = len(words[: table.start].rstrip("\t"))
    return replace(table, start=start, text=words[start : table.end])


def clipboard_html(passages: Sequence[CopiedBlock]) -> str:
    """Return passages as HTML: words within one line inline, more of them block by block."""
    if len(passages) == 1 and passages[0].role not in _TAGS and not is_table(passages[0].words):
        return f'{_CHARSET}<span style="white-space: pre-wrap">{_words(passages[0])}</span>'
    return _CHARSET + "\n".join(_blocks(passages))


def _blocks(passages: Sequence[CopiedBlock]) -> Iterator[str]:
    at = 0
    while at < len(passages):
        items = _list_at(passages, at)
        if items:
            yield _list(items)
            at += len(items)
            continue
        if is_table(passages[at].words):
            yield _table(passages[at])
        else:
            tag = _TAGS.get(passages[at].role, "p")
            yield f"<{tag}>{_words(passages[at])}</{tag}>"
        at += 1


def _table(passage: CopiedBlock) -> str:
    at, rows = 0, []
    for line in passage.words.split("\n"):
        cells = []
        for cell in line.split("\t"):
            said = CopiedBlock(cell, links=within(passage.links, Span(at, at + len(cell))))
            cells.append(f"<td>{_words(said)}</td>")
            at += len(cell) + 1
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(rows)}</table>"


def _list_at(passages: Sequence[CopiedBlock], at: int) -> list[_Item]:
    """Return the lines of the list that begins at a passage; empty where none does."""
    items: list[_Item] = []
    for passage in passages[at:]:
        item = _item(passage)
        if item is None or (items and not item.follows(items[-1])):
            break
        items.append(item)
    is_sure = len(items) > 1 or (items and not items[0].sign.isdigit() and items[0].sign not in _PLAIN_BULLETS)
    return items if is_sure else []


def _item(passage: CopiedBlock) -> _Item | None:
    if passage.role in _TAGS:
        return None
    found = _BULLET.match(passage.words) or _NUMBER.match(passage.words)
    if found is None:
        return None
    rest = Span(found.end(), len(passage.words))
    return _Item(found[1], rest.of(passage.words), within(passage.links, rest))


def _list(items: Sequence[_Item]) -> str:
    lines = "".join(f"<li>{_words(item)}</li>" for item in items)
    if not items[0].sign.isdigit():
        return f"<ul>{lines}</ul>"
    start = "" if items[0].sign == "1" else f' start="{int(items[0].sign)}"'
    return f"<ol{start}>{lines}</ol>"


def _words(said: CopiedBlock | _Item) -> str:
    """Return words as markup with their links."""
    pieces = ((_plain(words), address) for words, address in in_pieces(said.words, said.links))
    return "".join(f'<a href="{escape(address)}">{words}</a>' if address else words for words, address in pieces)


def _plain(text: str) -> str:
    """Return words escaped; a line end within a block is a soft wrap, and a blank elsewhere."""
    return marked_up(_NO_HTML.sub("", text), _escaped, " ", " ")


def _escaped(text: str) -> str:
    return escape(text, quote=False)
