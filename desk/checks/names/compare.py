"""Weighs whether two near spellings are one name: every reason for and against has a weight, written down here."""

from collections.abc import Iterator
from dataclasses import dataclass

from desk.checks.names.group import Story, Word
from desk.checks.names.letters import Slip, slip, sounds, squashed, without_article
from desk.checks.names.lists import is_word, lists

WEIGHTS: dict[str, float] = {
    "base": -2.0,
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
    Slip.SPELLING: 2.5,
    Slip.TWO: -0.5,
    Slip.FAR: -9.0,
    "same sound": 0.5,
    "other first letter": -4.0,
    "ending": -3.0,
    "four letters": -1.0,
    "five letters": -0.3,
    "eight letters or more": 0.7,
    "both known": -3.0,
    "departing form known": -1.5,
    "departing form unknown": 1.0,
    "departing form an ordinary word": -1.0,
    "kept form an ordinary word": -1.0,
    "same company": 3.0,
    "other company": -3.0,
    "never in full": 1.5,
    "same title": 1.0,
    "side by side": -2.0,
    "once against many": 1.0,
    "once each": -0.5,
    "both often": -1.5,
}


@dataclass(frozen=True, slots=True)
class Company:
    """The words before and after a word in its runs."""

    before: frozenset[str]
    after: frozenset[str]
    titles: frozenset[str]


def company(story: Story, word: Word) -> Company:
    """Return the company a word keeps in all its places."""
    before: set[str] = set()
    after: set[str] = set()
    titles: set[str] = set()
    for place in word.places[:_PLACES]:
        parts = story.runs[place.run].pieces
        if place.nth:
            previous = parts[place.nth - 1]
            (titles if previous.look == "title" else before).add(squashed(previous.text))
        if place.nth + 1 < len(parts) and parts[place.nth + 1].look != "title":
            after.add(squashed(parts[place.nth + 1].text))
    return Company(frozenset(before), frozenset(after), frozenset(titles))


_PLACES = 50  # enough to know a word's company; keeps the cost of a name used ten thousand times in bounds


@dataclass(frozen=True, slots=True)
class Verdict:
    """Two spellings, the one to keep and the departing one, and the reasons with the sum of their weights."""

    keep: Word
    depart: Word
    slip: Slip
    reasons: tuple[str, ...]
    score: float


def weigh(story: Story, first: Word, second: Word) -> Verdict:
    """Return how sure it is that two spellings are one name; positive means they are."""
    keep, depart = direct(story, first, second)
    reasons = tuple(_reasons(story, keep, depart))
    kind = slip(without_article(keep.text), without_article(depart.text))
    return Verdict(keep, depart, kind, reasons, sum(WEIGHTS[reason] for reason in reasons))


def direct(story: Story, first: Word, second: Word) -> tuple[Word, Word]:
    """Return (keep, depart): the commoner form stays; of two equal ones the known one, then the earlier."""

    def trust(word: Word) -> tuple[int, bool, int]:
        return word.count, _known(word.key), -word.places[0].start

    return (first, second) if trust(first) >= trust(second) else (second, first)


def _known(key: str) -> bool:
    return key in lists().known


def _reasons(story: Story, keep: Word, depart: Word) -> Iterator[str]:
    yield "base"
    a, b = without_article(keep.text), without_article(depart.text)
    kind = slip(a, b)
    yield kind
    if kind not in (Slip.SAME, Slip.SPELLING) and sounds(a) == sounds(b):
        yield "same sound"
    if a[0] != b[0] and sounds(a)[:1] != sounds(b)[:1]:
        yield "other first letter"
    if _ending(a, b):
        yield "ending"
    yield from _length(min(len(a), len(b)))
    yield from _knowledge(keep, depart)
    yield from _context(story, keep, depart)
    yield from _counts(keep.count, depart.count)


_ENDINGS = frozenset(
    {
        "s",
        "n",
        "i",
        "an",
        "ian",
        "ese",
        "ns",
        "ans",
        "ians",
        "ia",
        "is",
        "es",
        "ist",
        "ism",
        "ists",
        "al",
        "er",
        "y",
        "ic",
        "ean",
        "ino",
    }
)


def _ending(a: str, b: str) -> bool:
    """Return whether the two are a name and its adjective, people or plural (Uganda, Ugandan; Chile, Chilean)."""
    n = 0
    while n < min(len(a), len(b)) and a[n] == b[n]:
        n += 1
    x, y = a[n:], b[n:]
    return n >= 3 and (
        (not x and y in _ENDINGS)
        or (not y and x in _ENDINGS)
        or (x in _ENDINGS and y in _ENDINGS and len(x) + len(y) > 2)
    )


def _length(letters: int) -> Iterator[str]:
    if letters <= 4:
        yield "four letters"
    elif letters == 5:
        yield "five letters"
    elif letters >= 8:
        yield "eight letters or more"


def _knowledge(keep: Word, depart: Word) -> Iterator[str]:
    if _known(keep.key) and _known(depart.key):
        yield "both known"
    elif _known(depart.key):
        yield "departing form known"
    else:
        yield "departing form unknown"
    if is_word(depart.text.lower()):
        yield "departing form an ordinary word"
    if is_word(keep.text.lower()):
        yield "kept form an ordinary word"


def _context(story: Story, keep: Word, depart: Word) -> Iterator[str]:
    ours, theirs = company(story, keep), company(story, depart)
    if ours.before & theirs.before or ours.after & theirs.after:
        yield "same company"
    elif (ours.before and theirs.before) or (ours.after and theirs.after):
        yield "other company"
    elif ours.before and not theirs.before:
        yield "never in full"
    if ours.titles & theirs.titles:
        yield "same title"
    if _side_by_side(story, keep, depart):
        yield "side by side"


def _side_by_side(story: Story, keep: Word, depart: Word) -> bool:
    """Return whether the two stand in one sentence, as two people in a list do."""
    place = depart.places[0]
    return any(abs(other.start - place.start) < 100 for other in keep.places[:_PLACES])


def _counts(kept: int, departing: int) -> Iterator[str]:
    if departing == 1 and kept >= 3:
        yield "once against many"
    elif departing == kept == 1:
        yield "once each"
    elif departing >= 3:
        yield "both often"
