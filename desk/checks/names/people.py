"""Takes runs apart into names: titles in front, given names, family name; knows who is named in full and who is not."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from desk.checks.names.group import Piece, Story
from desk.checks.names.letters import squashed
from desk.checks.names.lists import is_word, lists

_SPLITS = re.compile(r"['’]|\b(?:of|for|the|och|und)\b|&")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "esq", "mp", "qc", "kc", "md", "phd"})


class Mention(NamedTuple):
    """One place where a name stands: its words without titles, the titles, its place in code points, its run."""

    words: tuple[str, ...]
    titles: tuple[str, ...]
    start: int
    end: int
    run: int


@dataclass(slots=True)
class People:
    """Every mention in the story, and the full ones by family name (the last word, squashed)."""

    mentions: list[Mention] = field(default_factory=list)
    full: dict[str, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    bare: dict[str, list[Mention]] = field(default_factory=lambda: defaultdict(list))


def people(story: Story) -> People:
    """Return the names of the story as mentions."""
    out = People()
    for number, run in enumerate(story.runs):
        for chain in _chains(run.text, run.pieces):
            mention = _mention(number, run.start, chain)
            if mention is None:
                continue
            out.mentions.append(mention)
            family = squashed(mention.words[-1])
            (out.full if len(mention.words) > 1 else out.bare)[family].append(mention)
    return out


def _chains(text: str, parts: tuple[Piece, ...]) -> Iterator[list[Piece]]:
    """Yield the pieces of a run that can belong to one name: "of", "&" and a possessive part them."""
    chain: list[Piece] = []
    for piece in parts:
        if chain and _SPLITS.search(text, chain[-1].end, piece.start):
            yield chain
            chain = []
        chain.append(piece)
    if chain:
        yield chain


def _mention(run: int, start: int, chain: list[Piece]) -> Mention | None:
    first = 0
    while first < len(chain) and _introduces(chain[first]):
        first += 1
    last = len(chain)
    while last > first and squashed(chain[last - 1].text) in _SUFFIXES:
        last -= 1
    words = chain[first:last]
    if not words or any(piece.look == "dotted" for piece in words):
        return None
    return Mention(
        tuple(piece.text for piece in words),
        tuple(piece.text for piece in chain[:first]),
        start + words[0].start,
        start + words[-1].end,
        run,
    )


def _introduces(piece: Piece) -> bool:
    """Return whether a piece stands before a name without being part of it: a title, a people, an acronym."""
    key = piece.text.lower()
    known = lists()
    return piece.look in ("title", "capitals") or (key not in known.given and (is_word(key) or key in known.places))
