"""Weighs whether two near spellings are one name: every reason for and against has a weight, written down here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desk.checks.names.group import Piece, Story, Word
from desk.checks.names.letters import Slip, slip, sounds, squashed, without_article
from desk.checks.names.lists import is_word, lists

WEIGHTS: dict[str, float] = {
    "base": -2.0,
    # what parts the two
    Slip.SAME: -9.0,
    Slip.SWAP: 3.5,
    Slip.DOUBLE: 3.0,
    Slip.VOWEL: 2.0,
    Slip.SOUND: 2.0,
    Slip.KEYBOARD: 1.5,
    Slip.LETTER: 0.5,
    Slip.EXTRA_VOWEL: 2.0,
    Slip.EXTRA: 1.5,
    Slip.ANAGRAM: 2.0,
    Slip.SPELLING: 2.0,
    Slip.TWO: -0.5,
    Slip.FAR: -9.0,
    "same sound": 0.5,
    "two spellings of one name": 1.5,
    "other first letter": -4.0,
    "a name and its adjective or plural": -5.0,
    "three letters": -3.0,
    "four letters": -1.0,
    "five letters": -0.3,
    "eight letters or more": 0.7,
    # what is known of them
    "both known": -1.7,
    "only the departing form known": -1.0,
    "only the kept form known": 1.7,
    "neither known": 0.7,
    "departing form an ordinary word": -2.5,
    "kept form an ordinary word": -1.5,
    # what stands around them
    "same company": 3.0,
    "other company": -2.5,
    "other company, but nobody is called so": -1.2,
    "never in full": 2.0,
    "same title": 1.0,
    "side by side": -3.0,
    "once against many": 1.0,
    "once each": -0.3,
    "both often": -1.5,
}
ENOUGH = 0.0
_PLACES = 50  # enough to know a word's company; keeps the cost of a name used ten thousand times in bounds


@dataclass(frozen=True, slots=True)
class Company:
    """The names before and after a word in its runs, and the titles before it."""

    before: frozenset[str]
    after: frozenset[str]
    titles: frozenset[str]
    neighbours: frozenset[str]
    """Every word before (with a "<") or after (">") that is no title, ordinary words included."""


def company(story: Story, word: Word) -> Company:
    """Return the company a word keeps in its runs."""
    before: set[str] = set()
    after: set[str] = set()
    titles: set[str] = set()
    neighbours: set[str] = set()
    for place in word.places[:_PLACES]:
        run = story.runs[place.run]
        parts = run.pieces
        if place.nth and _joined(run.text, parts[place.nth - 1]):
            previous = parts[place.nth - 1]
            if previous.look == "title":
                titles.add(previous.text.rstrip("."))
            else:
                _keep(previous, before, neighbours, "<")
        if place.nth + 1 < len(parts) and parts[place.nth + 1].look != "title" and _joined(run.text, parts[place.nth]):
            _keep(parts[place.nth + 1], after, neighbours, ">")
    return Company(frozenset(before), frozenset(after), frozenset(titles), frozenset(neighbours))


_BETWEEN_NAMES = frozenset(' \u00a0"”’)')


def _joined(run: str, piece: Piece) -> bool:
    """Return whether the next word follows a piece without a possessive or a joined word between ("Clinton’s Boston")."""
    return run[piece.end : piece.end + 1] in _BETWEEN_NAMES


def _keep(piece: Piece, names: set[str], neighbours: set[str], side: str) -> None:
    key = squashed(piece.text)
    neighbours.add(side + key)
    if _is_company(piece):
        names.add(key)


def _is_company(piece: Piece) -> bool:
    key = squashed(piece.text)
    known = lists()
    return key in known.given or not (is_word(piece.text.lower()) or key in known.places or piece.look == "capitals")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Two spellings, the one to keep and the departing one, and the reasons with the sum of their weights."""

    keep: Word
    depart: Word
    slip: Slip
    reasons: tuple[str, ...]
    score: float


def weigh(story: Story, first: Word, second: Word) -> Verdict:
    """Return how sure it is that two spellings are one name; `ENOUGH` and more is worth a finding."""
    keep, depart = direct(story, first, second)
    reasons = tuple(_reasons(story, keep, depart))
    kind = slip(without_article(keep.text), without_article(depart.text))
    return Verdict(keep, depart, kind, reasons, sum(WEIGHTS[reason] for reason in reasons))


def direct(story: Story, first: Word, second: Word) -> tuple[Word, Word]:
    """Return (keep, depart): the commoner form in the body stays; of equal ones the known, the fuller, the earlier."""

    def trust(word: Word) -> tuple[int, int, bool, bool, bool, int]:
        ordinary = is_word(word.text.lower())
        return (
            story.in_body(word.places),
            word.count,
            ordinary or _known(word.key),
            bool(company(story, word).before),
            not ordinary,
            -word.places[0].start,
        )

    return (first, second) if trust(first) >= trust(second) else (second, first)


def _known(key: str) -> bool:
    return key in lists().known


_NEVER_DERIVED = frozenset({Slip.DOUBLE, Slip.SPELLING, Slip.SWAP})


def _reasons(story: Story, keep: Word, depart: Word) -> Iterator[str]:
    yield "base"
    a, b = without_article(keep.text), without_article(depart.text)
    kind = slip(a, b)
    if b in lists().variants.get(a, ()):
        yield "two spellings of one name"
        kind = Slip.SPELLING if kind in (Slip.TWO, Slip.FAR) else kind
    yield kind
    if kind not in (Slip.SAME, Slip.SPELLING) and sounds(a) == sounds(b):
        yield "same sound"
    if a[:1] != b[:1] and sounds(a)[:1] != sounds(b)[:1]:
        yield "other first letter"
    if kind not in _NEVER_DERIVED and derived(a, b):
        yield "a name and its adjective or plural"
    yield from _length(min(len(a), len(b)))
    yield from _knowledge(keep, depart)
    yield from _context(story, keep, depart)
    yield from _counts(keep.count, depart.count)


_ADJECTIVE = frozenset("s n i an ian ese ns is ans ians es ist ism ists ic ite ites ish men man".split())


def derived(a: str, b: str) -> bool:
    """Return whether two keys are a name and its adjective, people or plural (Uganda, Ugandan; Chile, Chileans)."""
    n = 0
    while n < min(len(a), len(b)) and a[n] == b[n]:
        n += 1
    x, y = a[n:], b[n:]
    if n < 3:
        return False
    places = lists().places
    if a in places and b in places:  # Argentina, Argentine
        return True
    if not x or not y:
        return x + y in _ADJECTIVE or (len(x + y) == 1 and a[:n] in places and a[n - 1] == "n")  # Bolivian, Boliviana
    if len(x) == len(y) == 1 and a[:n] in places and a[n - 1] == "n":  # Boliviana, Bolivians
        return True
    if a[n - 2 : n] == "is" and {x[0], y[0]} == {"m", "t"}:  # Marxism, Marxist
        return True
    return any(
        len(tail) > 1 and tail in _ADJECTIVE and bool({base, a[:n], a[:n] + "n"} & places)
        for base, tail in ((a, y), (b, x))
    )


def _length(letters: int) -> Iterator[str]:
    if letters <= 3:
        yield "three letters"
    elif letters == 4:
        yield "four letters"
    elif letters == 5:
        yield "five letters"
    elif letters >= 8:
        yield "eight letters or more"


def _knowledge(keep: Word, depart: Word) -> Iterator[str]:
    kept, departing = _known(keep.key), _known(depart.key)
    if kept and departing:
        yield "both known"
    elif departing:
        yield "only the departing form known"
    elif kept:
        yield "only the kept form known"
    else:
        yield "neither known"
    if is_word(depart.text.lower()):
        yield "departing form an ordinary word"
    if is_word(keep.text.lower()):
        yield "kept form an ordinary word"


def _context(story: Story, keep: Word, depart: Word) -> Iterator[str]:
    ours, theirs = company(story, keep), company(story, depart)
    if ours.neighbours & theirs.neighbours:
        yield "same company"
    elif (ours.before and theirs.before) or (ours.after and theirs.after):
        if _known(depart.key) or not (_known(keep.key) or is_word(keep.text.lower())):
            yield "other company"
        else:
            yield "other company, but nobody is called so"
    elif ours.before and not theirs.before and not theirs.after:
        yield "never in full"
    if ours.titles & theirs.titles:
        yield "same title"
    if _side_by_side(story, keep, depart):
        yield "side by side"


_LISTED = re.compile(r"[^.!?“”\"]*(?:,|\band\b|\bor\b|&)[^.!?“”\"]*")
_LIST_REACH = 40


def _side_by_side(story: Story, keep: Word, depart: Word) -> bool:
    """Return whether the two stand in one list ("Zuma and Duma"), as two people do."""
    for place in depart.places[:_PLACES]:
        for other in keep.places[:_PLACES]:
            first, second = (place, other) if place.start < other.start else (other, place)
            if second.start - first.end <= _LIST_REACH and _LISTED.fullmatch(story.text, first.end, second.start):
                return True
    return False


def _counts(kept: int, departing: int) -> Iterator[str]:
    if departing == 1 and kept >= 3:
        yield "once against many"
    elif departing == kept == 1:
        yield "once each"
    elif departing >= 3:
        yield "both often"
