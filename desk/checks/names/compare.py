"""Weighs whether two near spellings are one name: every reason for and against has a weight, written down here.

A weight is about the logarithm of how much oftener the reason holds for slips than for two names (base e), set by hand
on news stories and rounded; what counts is that the sum of a plain slip lies well above `ENOUGH`, and that of two
people well below.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desk.checks.names.company import company, side_by_side
from desk.checks.names.group import Story, Word
from desk.checks.names.letters import Slip, slip, sounds, without_article
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
    Slip.CONSONANTS: -0.5,
    Slip.TWO: -0.5,
    Slip.FAR: -9.0,
    "same sound": 0.5,
    "two spellings of one name": 1.5,
    "other first letter": -4.0,
    "a name and its adjective or plural": -5.0,
    "a man's and a woman's form": -2.0,
    "an apostrophe more": -2.0,
    "a joined word more": -1.0,
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
    "other company, but a long name": -1.5,
    "other place in the name": -2.0,
    "never in full": 2.0,
    "same title": 1.0,
    "side by side": -3.0,
    "in one name": -5.0,
    "once against many": 1.0,
    "once each": -0.3,
    "both often": -1.5,
}
ENOUGH = -0.25
_MOST_FROM_CONTEXT = 5.0  # same company, same title, once against many


@dataclass(frozen=True, slots=True)
class Verdict:
    """Two spellings, the one to keep and the departing one, and the reasons with the sum of their weights."""

    keep: Word
    depart: Word
    slip: Slip
    reasons: tuple[str, ...]
    score: float


def weigh(story: Story, first: Word, second: Word) -> Verdict | None:
    """Return how sure it is that two spellings are one name; None where no context could make it so."""
    keep, depart = direct(story, first, second)
    a, b = without_article(keep.text), without_article(depart.text)
    kind = kind_of_slip(a, b)
    reasons = ["base", kind, *_letters(a, b, kind), *_knowledge(keep, depart)]
    if _apostrophes(keep.text) != _apostrophes(depart.text):
        reasons.append("an apostrophe more")
    if keep.text.count("-") != depart.text.count("-"):
        reasons.append("a joined word more")
    if _sum(reasons) + _MOST_FROM_CONTEXT < ENOUGH:
        return None
    reasons += [*_context(story, keep, depart), *_counts(keep.count, depart.count)]
    return Verdict(keep, depart, kind, tuple(reasons), _sum(reasons))


def _apostrophes(text: str) -> int:
    return text.count("'") + text.count("’")


def _sum(reasons: list[str]) -> float:
    return sum(WEIGHTS[reason] for reason in reasons)


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


def kind_of_slip(a: str, b: str) -> Slip:
    """Return what parts two keys; two listed spellings of one name are never too far apart."""
    kind = slip(a, b)
    return Slip.SPELLING if kind in (Slip.TWO, Slip.FAR) and b in lists().variants.get(a, ()) else kind


_NEVER_DERIVED = frozenset({Slip.DOUBLE, Slip.SPELLING, Slip.SWAP})


def _letters(a: str, b: str, kind: Slip) -> Iterator[str]:
    if b in lists().variants.get(a, ()):
        yield "two spellings of one name"
    if kind not in (Slip.SAME, Slip.SPELLING) and sounds(a) == sounds(b):
        yield "same sound"
    if a[:1] != b[:1] and sounds(a)[:1] != sounds(b)[:1]:
        yield "other first letter"
    if kind not in _NEVER_DERIVED and derived(a, b):
        yield "a name and its adjective or plural"
    elif _gendered(a, b):
        yield "a man's and a woman's form"
    letters = min(len(a), len(b))
    if letters >= 8:
        yield "eight letters or more"
    elif letters <= 5:
        yield {5: "five letters", 4: "four letters"}.get(letters, "three letters")


_OPEN_END = re.compile(r"[aeiouy]*s?")  # what an adjective drops: Ital-y, Cypr-us
_ADJECTIVE = frozenset({
    "s", "n", "i", "an", "ian", "ese", "ns", "is", "ans", "ians", "es", "ist", "ism", "ists", "ic", "ite", "ites",
    "ish", "men", "man",
})  # fmt: skip


def derived(a: str, b: str) -> bool:
    """Return whether two keys are a name and its adjective, people or plural (Uganda, Ugandan; Chile, Chileans)."""
    n = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    x, y, stem, places = a[n:], b[n:], a[:n], lists().places
    if n < 3:
        return False
    if a in places and b in places:  # Argentina, Argentine
        return True
    if len(x) <= 1 and len(y) <= 1 and stem in places and stem.endswith("n"):  # Bolivian, Boliviana
        return True
    if not x or not y:
        return x + y in _ADJECTIVE
    if stem.endswith("is") and {x[0], y[0]} == {"m", "t"}:  # Marxism, Marxist
        return True
    return any(
        len(tail) > 1 and tail in _ADJECTIVE and _OPEN_END.fullmatch(end) and bool({base, stem, stem + "n"} & places)
        for base, end, tail in ((a, x, y), (b, y, x))
    )


_GENDERED = re.compile(r"(?:(\w+(?:ov|ev|in|yn)) \1a|(\w+[sc]k)(?:i|y) \2a|(\w+sk)(?:i|y|ij|iy) \3aya|(\w+)y \4a)")


def _gendered(a: str, b: str) -> bool:
    """Return whether two keys are the family names of a Slavic man and woman (Petrov, Petrova; Kowalski, Kowalska)."""
    return bool(_GENDERED.fullmatch(f"{a} {b}") or _GENDERED.fullmatch(f"{b} {a}"))


def _knowledge(keep: Word, depart: Word) -> Iterator[str]:
    yield {
        (True, True): "both known",
        (False, True): "only the departing form known",
        (True, False): "only the kept form known",
        (False, False): "neither known",
    }[_known(keep.key), _known(depart.key)]
    if is_word(depart.text.lower()):
        yield "departing form an ordinary word"
    if is_word(keep.text.lower()):
        yield "kept form an ordinary word"


def _context(story: Story, keep: Word, depart: Word) -> Iterator[str]:
    ours, theirs = company(story, keep), company(story, depart)
    if ours.neighbours & theirs.neighbours:
        yield "same company"
    elif (ours.before and theirs.before) or (ours.after and theirs.after):
        yield _other_company(keep, depart)
    elif _only(ours.before, ours.after) * _only(theirs.before, theirs.after) < 0:  # Carlos Ruiz, Ana Claros
        yield "other place in the name"
    elif ours.before and not theirs.before and not theirs.after and keep.key not in lists().places:
        yield "never in full"
    if ours.titles & theirs.titles:
        yield "same title"
    if {place.run for place in keep.places} & {place.run for place in depart.places}:
        yield "in one name"
    elif side_by_side(story, keep, depart):
        yield "side by side"


def _other_company(keep: Word, depart: Word) -> str:
    """Return how much it tells that two words stand beside other names: little where one of them is no name at all."""
    if _known(depart.key):
        return "other company"
    if _known(keep.key) or is_word(keep.text.lower()):
        return "other company, but nobody is called so"
    return "other company, but a long name" if min(len(keep.key), len(depart.key)) >= _LONG else "other company"


_LONG = 7  # letters from which two strangers are hardly ever called nearly the same


def _only(before: frozenset[str], after: frozenset[str]) -> int:
    """Return 1 for a word that stands only behind other names, -1 for one only in front of them, else 0."""
    return bool(before) - bool(after)


def _counts(kept: int, departing: int) -> Iterator[str]:
    if departing == 1 and kept >= 3:
        yield "once against many"
    elif departing == kept == 1:
        yield "once each"
    elif departing >= 3:
        yield "both often"
