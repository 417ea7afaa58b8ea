"""Takes runs apart into names: titles in front, given names, family name; knows who is named in full and who is not."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from desk.checks.names.country_titles import is_title_in
from desk.checks.names.group import NamePiece, StoryNames, pieces
from desk.checks.names.letters import squashed
from desk.checks.names.lists import is_word, lists
from desk.text.kept import kept_by_word
from desk.text.matcher import matcher

_SPLITS = matcher(r"['’]|^[-‐‑]|\b(?:of|for|the|och|und)\b|&")  # "-": the rest of "German-born"
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "esq", "mp", "qc", "kc", "md", "phd"})


class Mention(NamedTuple):
    """One place where a name stands: its words without titles, the titles, its place in code points, its run."""

    words: tuple[str, ...]
    titles: tuple[str, ...]
    start: int
    end: int
    run: int


@dataclass(slots=True)
class NamedPeople:
    """Every mention in the story, and the full ones by family name (the last word, squashed)."""

    mentions: list[Mention] = field(default_factory=list)
    full: dict[str, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    bare: dict[str, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    eastern: dict[str, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    """Names of three words that begin with an East Asian family name, by that name."""


def people(story: StoryNames) -> NamedPeople:
    """Return the names of the story as mentions."""
    out, eastern = NamedPeople(), lists().eastern
    for number, run in enumerate(story.runs):
        for words, titles, start, end, family in names_in(run.text, run.skip, story.country):
            mention = Mention(words, titles, run.start + start, run.start + end, number)
            out.mentions.append(mention)
            (out.full if len(words) > 1 else out.bare)[family].append(mention)
            if len(words) == 3 and (first := squashed(words[0])) in eastern:
                out.eastern[first].append(mention)
    return out


class Found(NamedTuple):
    """A name in a run: its words, its titles, offsets in the run, and its last word squashed."""

    words: tuple[str, ...]
    titles: tuple[str, ...]
    start: int
    end: int
    family: str


@kept_by_word
def names_in(run: str, skip: int, country: str = "US") -> tuple[Found, ...]:
    """Return the names in a run: "of", "&" and a possessive part them, titles and suffixes are no part of them."""
    return tuple(name for chain in _chains(run, pieces(run)[skip:]) if (name := _name(chain, country)))


def _chains(run: str, parts: tuple[NamePiece, ...]) -> Iterator[list[NamePiece]]:
    chain: list[NamePiece] = []
    for piece in parts:
        if chain and piece.start - chain[-1].end > 1 and _SPLITS.search(run[chain[-1].end : piece.start]):
            yield chain
            chain = []
        chain.append(piece)
    if chain:
        yield chain


def _name(chain: list[NamePiece], country: str) -> Found | None:
    first = 0
    while first < len(chain) and _introduces(chain[first], country):
        first += 1
    last = len(chain)
    while last > first and squashed(chain[last - 1].text) in _SUFFIXES:
        last -= 1
    if first == last > 1 and _makes_a_name(chain[0].text) and chain[last - 1].look == "word":
        first = last - 1  # "Mr. King", "Rep. Park"
    words = chain[first:last]
    if not words or any(piece.look == "dotted" for piece in words):
        return None
    return Found(
        tuple(piece.text for piece in words),
        tuple(piece.text for piece in chain[:first]),
        words[0].start,
        words[-1].end,
        squashed(words[-1].text),
    )


def _makes_a_name(title: str) -> bool:
    """Return whether any word behind the title is a name: a courtesy title, or an office or rank cut short ("Rep.")."""
    return title.rstrip(".") in _COURTESY or title in _SHORTENED


_COURTESY = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr"})
_SHORTENED = frozenset(
    {"Sen.", "Rep.", "Gov.", "Prof.", "Rev.", "Lt.", "Sgt.", "Cpl.", "Capt.", "Maj.", "Det.", "Cllr."}
)


def _introduces(piece: NamePiece, country: str) -> bool:
    """Return whether a piece stands before a name without being part of it: a title, a people, an acronym."""
    key = piece.text.lower()
    known = lists()
    return (
        piece.look in ("title", "capitals")
        or is_title_in(piece.text, country)
        or (key not in known.given and (is_word(key) or key in known.places))
    )
