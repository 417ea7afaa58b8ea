"""The company a word keeps in a story: the names and titles beside it, and whether two words stand in one list."""

from dataclasses import dataclass

from desk.checks.names.group import NamePiece, StoryNames, Word
from desk.checks.names.letters import squashed
from desk.checks.names.lists import is_word, lists
from desk.text.matcher import matcher

PLACES_LOOKED_AT = 50  # enough to know a word's company; keeps the cost of a name used ten thousand times in bounds
_BETWEEN_NAMES = frozenset(' \u00a0"”’)')
_LISTED = matcher(r"[^.!?“”\"]*(?:,|\band\b|\bor\b|&)[^.!?“”\"]*")
_LIST_REACH = 40  # code points between two names of one list


@dataclass(frozen=True, slots=True)
class Company:
    """The names before and after a word in its runs (squashed), and the titles before it."""

    before: frozenset[str]
    after: frozenset[str]
    titles: frozenset[str]
    neighbours: frozenset[str]
    """Every word before (with a "<") or after (">") that is no title, ordinary words included."""


def company(story: StoryNames, word: Word) -> Company:
    """Return the company a word keeps in its runs; kept with the word, for a word is weighed many times."""
    if isinstance(word.company, Company):
        return word.company
    before: set[str] = set()
    after: set[str] = set()
    titles: set[str] = set()
    neighbours: set[str] = set()
    for place in word.places[:PLACES_LOOKED_AT]:
        run = story.runs[place.run]
        parts, nth = run.pieces, place.nth
        if nth and _joined(run.text, parts[nth - 1]):
            if parts[nth - 1].look == "title":
                titles.add(parts[nth - 1].text.rstrip("."))
            else:
                _keep(parts[nth - 1], before, neighbours, "<")
        if nth + 1 < len(parts) and parts[nth + 1].look != "title" and _joined(run.text, parts[nth]):
            _keep(parts[nth + 1], after, neighbours, ">")
    word.company = found = Company(frozenset(before), frozenset(after), frozenset(titles), frozenset(neighbours))
    return found


def _joined(run: str, piece: NamePiece) -> bool:
    """Return whether the next word follows a piece without a possessive between ("Clinton’s Boston")."""
    return run[piece.end : piece.end + 1] in _BETWEEN_NAMES


def _keep(piece: NamePiece, names: set[str], neighbours: set[str], side: str) -> None:
    key = squashed(piece.text)
    neighbours.add(side + key)
    if _is_company(piece, key):
        names.add(key)


def _is_company(piece: NamePiece, key: str) -> bool:
    known = lists()
    return key in known.given or not (piece.look == "capitals" or key in known.places or is_word(piece.text.lower()))


def side_by_side(story: StoryNames, first: Word, second: Word) -> bool:
    """Return whether two words stand in one list somewhere ("Zuma and Duma"), as two people do."""
    ours, theirs = first.places[:PLACES_LOOKED_AT], second.places[:PLACES_LOOKED_AT]
    at = 0
    for place in ours:  # both in text order: a merge finds the neighbours without comparing each with each
        while at < len(theirs) and theirs[at].start < place.start - _LIST_REACH - len(second.text):
            at += 1
        for other in theirs[at:]:
            if other.start > place.end + _LIST_REACH:
                break
            low, high = (place, other) if place.start < other.start else (other, place)
            if _LISTED.fullmatch(story.text, low.end, high.start):
                return True
    return False
