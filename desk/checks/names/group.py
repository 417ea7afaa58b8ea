"""Gathers what the blocks show into one story: every distinct word of a name with its places and its company."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from desk.checks.names.datelines import FOLLOWS_TOWN
from desk.checks.names.find import BlockNames
from desk.checks.names.letters import squashed
from desk.checks.names.lists import is_function_word, is_word, lists
from desk.text.blocks import Block, Kind
from desk.text.kept import kept_by_word
from desk.text.matcher import matcher


class NamePiece(NamedTuple):
    """One word of a run without its possessive ending: offsets in the run, the word, and what it looks like."""

    start: int
    end: int
    text: str
    look: str  # "word", "title", "initial", "dotted", "capitals"


_PIECE = matcher(r"[^\s\"“”‘()]+")
_POSSESSIVE = matcher(r"['’ʼ][sS]?$")
_SMALL_TAIL = matcher(r"[-‐‑][a-z]\w*$")
_JOINED = frozenset({
    "led", "held", "made", "born", "run", "built", "bred", "wide", "bound", "era", "like", "style", "free",
    "only", "to",
})  # fmt: skip


@kept_by_word
def pieces(run: str) -> tuple[NamePiece, ...]:
    """Return the capitalised words of a run, in order; particles between them are left out."""
    return tuple(piece for m in _PIECE.finditer(run) if (piece := _piece(m.group(), m.start())))


_LONGEST = 60  # code points of one word; anything longer is no name, and costs the square of its length


def _piece(word: str, start: int) -> NamePiece | None:
    if len(word) > _LONGEST:
        return None
    if word.endswith("."):
        look = "title" if len(word) > 2 and word[1].islower() else "initial" if len(word) == 2 else "dotted"
        return NamePiece(start, start + len(word), word, look)
    core = _POSSESSIVE.sub("", word)
    while (tail := _SMALL_TAIL.search(core)) and _is_english(tail.group()[1:]):
        core = core[: tail.start()]
    if not any(c.isupper() for c in core[:4]):
        return None
    return NamePiece(start, start + len(core), core, _look(core))


def _is_english(word: str) -> bool:
    """Return whether a joined word is no part of the name: "Beijing-based", but "Jae-in", "Tanzeem-ul"."""
    return word in _JOINED or (is_word(word) and not is_function_word(word))


def _look(core: str) -> str:
    if len(core) > 1 and core.isupper():
        return "dotted" if "." in core else "capitals"
    return "title" if core in lists().titles else "word"


class NamePlace(NamedTuple):
    """Where a word stands: code points of the manuscript, its run and its number in it, and whether it is firm."""

    start: int
    end: int
    run: int
    nth: int
    firm: bool


@dataclass(slots=True)
class Word:
    """One distinct word of names as written, with every place; `firm` counts capitals that prove a name."""

    text: str
    key: str
    look: str
    places: list[NamePlace] = field(default_factory=list)
    firm: int = 0
    company: object = None
    """What `company.py` found beside it, once asked."""
    body: int = -1
    """How many of its places stand in the copy itself, once asked."""

    @property
    def count(self) -> int:
        """Return how many times it is written so."""
        return len(self.places)


class StoryRun(NamedTuple):
    """A run in the story: its block's number, its place in code points of the manuscript, its words.

    `skip` is the number of pieces left out in front (a sentence that begins with "As"); text and `skip` say all that a
    run holds, and are the key of what is remembered about runs.
    """

    block: int
    start: int
    text: str
    pieces: tuple[NamePiece, ...]
    skip: int


@dataclass()
class StoryNames:
    """All names of one story."""

    blocks: Sequence[Block]
    text: str
    country: str = "US"
    """The desk's: whose titles introduce people."""
    runs: list[StoryRun] = field(default_factory=list)
    words: dict[str, Word] = field(default_factory=dict)
    small: set[str] = field(default_factory=set)
    soft: set[int] = field(default_factory=set)
    """Where words begin whose capital proves nothing, in code points."""
    display: set[int] = field(default_factory=set)
    """Numbers of the blocks in which all words have capitals: headlines, menus."""

    @cached_property
    def block_starts(self) -> list[int]:
        """Return where the blocks begin, in code points of the manuscript."""
        return [block.start for block in self.blocks]

    def block_at(self, place: int) -> Block:
        """Return the block in which a place (code points of the manuscript) lies."""
        return self.blocks[bisect_right(self.block_starts, place) - 1]

    def in_body(self, places: Iterable[NamePlace]) -> int:
        """Return how many of the places stand in the copy itself, not in furniture or leftovers."""
        return sum(self.in_copy(place.run) for place in places)

    def in_copy(self, run: int) -> bool:
        """Return whether a run stands in the copy itself, not in furniture or leftovers."""
        return self.blocks[self.runs[run].block].kind is Kind.COPY

    def outside_headlines(self, word: Word) -> bool:
        """Return whether a word stands outside headlines and menus, where capitals throughout show an acronym."""
        return any(self.runs[place.run].block not in self.display for place in word.places)

    def firm_at(self, start: int) -> bool:
        """Return whether the capital of the word that begins at `start` proves a name."""
        return start not in self.soft

    def ordinary(self, word: Word) -> bool:
        """Return whether nothing shows that the word is a name: only soft capitals, and an ordinary word otherwise."""
        if is_function_word(word.text):
            return True
        return not word.firm and (word.text.lower() in self.small or is_word(word.text.lower()))


def gather(text: str, blocks: Sequence[Block], readings: Sequence[BlockNames], country: str = "US") -> StoryNames:
    """Return the story that the blocks make together, advertising left out where that is more than a guess.

    A block only taken for paid, without a label above it, is read: a paragraph of the story mistaken for an
    advertisement would otherwise pass with a wrong name in it.
    """
    story = StoryNames(blocks, text, country)
    for number in places_read(blocks):
        block, reading = blocks[number], readings[number]
        story.small |= reading.small
        if reading.display:
            story.display.add(number)
        for start, run, opens in reading.runs:
            _take(story, number, block.start + start, run, opens, reading.display)
    _merge_capitals(story)
    return story


def places_read(blocks: Iterable[Block]) -> Iterator[int]:
    """Yield the numbers of the blocks whose names are read: all but what is labelled or set by hand as paid."""
    labelled = False
    for number, block in enumerate(blocks):
        labelled = block.kind is Kind.AD_LABEL or (labelled and block.kind is Kind.PAID)
        if not labelled and not (block.kind is Kind.PAID and block.by_hand):
            yield number


_SHORTEST_SHOUTED = 5  # below that a word in capitals may as well be an acronym


def _merge_capitals(story: StoryNames) -> None:
    """Read the words of headlines in capitals as the words they are: "PUTIN" is a place of "Putin"."""
    shouted = [word for word in story.words.values() if word.look == "capitals" and not word.firm]
    if not shouted:
        return
    written = {word.key: word for word in story.words.values() if word.look in ("word", "title")}
    for word in shouted:
        same = written.get(word.key)
        if same is not None and _stands_in_sentences(story, word):
            continue
        if same is not None:
            same.places += word.places
            same.places.sort()
            del story.words[word.text]
        elif len(word.key) >= _SHORTEST_SHOUTED and word.key.isalpha() and not _is_acronym(story, word):
            word.look = "word"


def _stands_in_sentences(story: StoryNames, word: Word) -> bool:
    """Return whether a word in capitals is written so in the sentences too, and not in headline or dateline alone."""
    inside = sum(story.runs[place.run].block not in story.display for place in word.places)
    return inside > 1 or (inside == 1 and word.text in lists().acronyms)


_LONGEST_ACRONYM = 6


def _is_acronym(story: StoryNames, word: Word) -> bool:
    """Return whether a word in capitals is a known acronym, or stands in a sentence and is no name or word we know."""
    known = lists()
    if word.text in known.acronyms:
        return True
    strange = word.key not in known.known and not is_word(word.key)
    return strange and len(word.key) <= _LONGEST_ACRONYM and story.outside_headlines(word)


def _is_dateline(story: StoryNames, block: int, start: int, parts: Sequence[NamePiece]) -> bool:
    """Return whether a run is the town in capitals that its block begins with, and a dash follows."""
    return (
        start == story.blocks[block].start
        and all(piece.look == "capitals" for piece in parts)
        and FOLLOWS_TOWN.match(story.text, start + parts[-1].end) is not None
    )


_BRACKETS = ("(", "[")  # an acronym in brackets behind its name


def _take(story: StoryNames, block: int, start: int, run: str, opens: bool, display: bool) -> None:
    parts = pieces(run)
    first = 0
    if opens and parts and is_function_word(parts[0].text):
        first, opens = 1, False
    if first >= len(parts):
        return
    opens = opens and not (parts[first].look == "capitals" and story.text[start - 1 : start] in _BRACKETS)
    display = display or _is_dateline(story, block, start, parts)  # "PORT ELLERY —" says nothing of how it is written
    number = len(story.runs)
    story.runs.append(StoryRun(block, start, run, parts[first:], first))
    for nth, piece in enumerate(parts[first:]):
        firm = not display and (nth > 0 or not opens)
        word = story.words.get(piece.text)
        if word is None:
            word = story.words[piece.text] = Word(piece.text, squashed(piece.text), piece.look)
        word.places.append(NamePlace(start + piece.start, start + piece.end, number, nth, firm))
        word.firm += firm
        if not firm:
            story.soft.add(start + piece.start)
