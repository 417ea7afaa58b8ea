"""Weighs whether two near spellings are one name: every reason for and against has a weight, written down here.

A weight is about the logarithm of how much oftener the reason holds for slips than for two names (base e): a logistic
regression on slips planted in news stories against all other near pairs of those stories, rounded, and set by hand
where such slips are rare. What counts is that the sum of a plain slip lies well above `ENOUGH`, and that of two people
well below.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desk.checks.names.company import Company, company, side_by_side
from desk.checks.names.group import NamePlace, StoryNames, Word
from desk.checks.names.letters import LetterSlip, groups_of_letters, slip, sounds, squashed, without_article
from desk.checks.names.lists import is_word, lists
from desk.checks.names.reasons import NearReason
from desk.text.matcher import matcher

WEIGHTS: dict[NearReason | LetterSlip, float] = {
    NearReason.BASE: -0.7,
    # what parts the two
    LetterSlip.SAME: -9.0,
    LetterSlip.SWAP: 2.1,
    LetterSlip.DOUBLE: 1.6,
    LetterSlip.VOWEL: 1.9,
    LetterSlip.SOUND: 1.6,
    LetterSlip.KEYBOARD: 0.2,
    LetterSlip.LETTER: -1.2,
    LetterSlip.EXTRA_VOWEL: 1.2,
    LetterSlip.EXTRA: 0.3,
    LetterSlip.ANAGRAM: 0.7,
    LetterSlip.SPELLING: 0.7,
    LetterSlip.CONSONANTS: -2.4,
    LetterSlip.TWO: -2.4,
    LetterSlip.FAR: -9.0,
    NearReason.SAME_SOUND: 1.2,
    NearReason.SHORT_AND_ALIKE_IN_SOUND_ONLY: -1.5,
    NearReason.TWO_SPELLINGS_OF_ONE_NAME: 1.5,
    NearReason.A_SHORT_FORM: -4.0,
    NearReason.OTHER_FIRST_LETTER: -4.0,
    NearReason.A_NAME_AND_ITS_ADJECTIVE_OR_PLURAL: -5.0,
    NearReason.A_MANS_AND_A_WOMANS_FORM: -2.0,
    NearReason.AN_APOSTROPHE_MORE: -2.0,
    NearReason.A_JOINED_WORD_MORE: -1.6,
    NearReason.THREE_LETTERS: -3.0,
    NearReason.FOUR_LETTERS: -1.9,
    NearReason.FIVE_LETTERS: -0.6,
    NearReason.EIGHT_LETTERS_OR_MORE: 0.5,
    # what is known of them
    NearReason.BOTH_KNOWN: -1.7,
    NearReason.ONLY_THE_DEPARTING_FORM_KNOWN: -0.9,
    NearReason.ONLY_THE_KEPT_FORM_KNOWN: 1.7,
    NearReason.NEITHER_KNOWN: 1.2,
    NearReason.DEPARTING_FORM_AN_ORDINARY_WORD: -2.2,
    NearReason.KEPT_FORM_AN_ORDINARY_WORD: -1.0,
    NearReason.ODD_LETTERS: 1.4,
    NearReason.VERY_ODD_LETTERS: 1.4,
    NearReason.KEPT_FORM_HAS_ODDER_LETTERS: -0.3,
    NearReason.FAR_FROM_AN_ORDINARY_WORD: -2.0,
    NearReason.BOTH_ORDINARY_WORDS: -2.0,
    NearReason.ANOTHER_END_OF_AN_ORDINARY_WORD: -3.5,  # mostly another language: Supremo, Internacionale
    # what stands around them
    NearReason.SAME_COMPANY: 1.7,
    NearReason.OTHER_COMPANY: -1.8,
    NearReason.OTHER_COMPANY_BUT_NOBODY_IS_CALLED_SO: -1.8,
    NearReason.OTHER_COMPANY_BUT_A_LONG_NAME: -0.9,
    NearReason.OTHER_FAMILY_NAMES_BEHIND: -3.0,
    NearReason.OTHER_PLACE_IN_THE_NAME: -1.5,
    NearReason.NEVER_IN_FULL: 1.0,
    NearReason.SAME_TITLE: 1.2,
    NearReason.IN_A_ROW_OF_NAMES: -2.5,
    NearReason.SIDE_BY_SIDE: -1.2,
    NearReason.IN_ONE_NAME: -3.0,
    NearReason.ONCE_AGAINST_MANY: 0.8,
    NearReason.ONCE_EACH: 0.3,
    NearReason.BOTH_OFTEN: -0.9,
}
ENOUGH = -0.25
_MOST_FROM_ELSEWHERE = 8.0  # whatever else speaks for a pair makes no name of two that are too far apart
_MOST_FROM_CONTEXT = 4.4  # same company, never in full, same title, once against many


@dataclass(frozen=True, slots=True)
class PairVerdict:
    """Two spellings, the one to keep and the departing one, and the reasons with the sum of their weights."""

    keep: Word
    depart: Word
    slip: LetterSlip
    reasons: tuple[NearReason | LetterSlip, ...]
    score: float


def weigh(story: StoryNames, first: Word, second: Word) -> PairVerdict | None:
    """Return how sure it is that two spellings are one name; None where no context could make it so."""
    kind = kind_of_slip(without_article(first.text), without_article(second.text))
    if WEIGHTS[kind] + _MOST_FROM_ELSEWHERE < ENOUGH:
        return None
    keep, depart = direct(story, first, second)
    a, b = without_article(keep.text), without_article(depart.text)
    reasons: list[NearReason | LetterSlip] = [_BASE, kind, *_letters(a, b, kind), *_knowledge(keep, depart)]
    if kind in _NOT_ONE_SLIP and is_word(keep.text.lower()):
        reasons.append(NearReason.FAR_FROM_AN_ORDINARY_WORD)
    if (
        kind not in _NEVER_DERIVED
        and derived(*_heads(a, b, keep.text, depart.text))
        and not _is_a_persons(story, keep, depart)
    ):
        reasons.append(NearReason.A_NAME_AND_ITS_ADJECTIVE_OR_PLURAL)
    if _apostrophes(keep.text) != _apostrophes(depart.text):
        reasons.append(NearReason.AN_APOSTROPHE_MORE)
    if keep.text.count("-") != depart.text.count("-"):
        reasons.append(NearReason.A_JOINED_WORD_MORE)
    if _sum(reasons) + _MOST_FROM_CONTEXT < ENOUGH:
        return None
    reasons += [*_context(story, keep, depart), *_counts(keep.count, depart.count)]
    return PairVerdict(keep, depart, kind, tuple(reasons), _sum(reasons))


def _heads(a: str, b: str, *texts: str) -> tuple[str, str]:
    """Return the two keys, or those of the first parts of compounds that go on alike: Russia-backed, Russian-backed."""
    (first, _, rest), (second, _, other) = (text.partition("-") for text in texts)
    return (squashed(first), squashed(second)) if rest and rest == other else (a, b)


def _is_a_persons(story: StoryNames, first: Word, second: Word) -> bool:
    """Return whether the longer of two forms stands behind a given name: then it is no people, adjective or plural."""
    short, long = sorted((first, second), key=lambda word: len(word.key))
    if is_word(short.text.lower()) or short.key in lists().places:
        return False
    return not lists().given.isdisjoint(company(story, long).before)


def _apostrophes(text: str) -> int:
    return text.count("'") + text.count("’")


def _sum(reasons: list[NearReason | LetterSlip]) -> float:
    return sum(WEIGHTS[reason] for reason in reasons)


def direct(story: StoryNames, first: Word, second: Word) -> tuple[Word, Word]:
    """Return (keep, depart): the commoner form in the body stays; of equal ones the known, the fuller, the earlier."""

    def seen(word: Word) -> tuple[int, int]:
        if word.body < 0:
            word.body = story.in_body(word.places)
        return word.body, word.count

    def spelled(word: Word) -> tuple[bool, int]:
        return is_word(word.text.lower()) or _known(word.key), -odd_letters(without_article(word.text))

    def trust(word: Word) -> tuple[object, ...]:
        rest = bool(company(story, word).before), not is_word(word.text.lower()), -word.places[0].start
        if first.count == second.count == 1:  # where neither is commoner, the spelling tells more than the place
            return *spelled(word), *seen(word), *rest
        return *seen(word), *spelled(word), *rest

    return (first, second) if trust(first) >= trust(second) else (second, first)


def odd_letters(key: str) -> int:
    """Return how many groups of three letters in a plain key stand in no name or word we know ("ngr" in "Cngress")."""
    return sum(group not in lists().letters for group in groups_of_letters(key))


def _known(key: str) -> bool:
    return key in lists().known


def kind_of_slip(a: str, b: str) -> LetterSlip:
    """Return what parts two keys; two listed spellings of one name are never too far apart."""
    kind = slip(a, b)
    return _SPELLING if kind in _TOO_FAR and b in lists().variants.get(a, ()) else kind


_SHORT = 5  # letters up to which two strangers may well sound alike ("Indy", "Hindi")
_NOT_ONE_SLIP = frozenset({LetterSlip.ANAGRAM, LetterSlip.SPELLING, LetterSlip.CONSONANTS, LetterSlip.TWO})
_NEVER_DERIVED = frozenset({LetterSlip.DOUBLE, LetterSlip.SPELLING, LetterSlip.SWAP})


def _letters(a: str, b: str, kind: LetterSlip) -> Iterator[NearReason]:
    if b in lists().variants.get(a, ()):
        yield NearReason.TWO_SPELLINGS_OF_ONE_NAME
    elif b in lists().short_forms.get(a, ()):
        yield NearReason.A_SHORT_FORM
    if kind not in _SAME_SOUND and sounds(a) == sounds(b):
        yield NearReason.SAME_SOUND
    if kind is _SPELLING and max(len(a), len(b)) <= _SHORT and b not in lists().variants.get(a, ()):
        yield NearReason.SHORT_AND_ALIKE_IN_SOUND_ONLY
    if a[:1] != b[:1] and sounds(a)[:1] != sounds(b)[:1]:
        yield NearReason.OTHER_FIRST_LETTER
    if _gendered(a, b):
        yield NearReason.A_MANS_AND_A_WOMANS_FORM
    letters = max(len(a), len(b))
    if letters >= 8:
        yield NearReason.EIGHT_LETTERS_OR_MORE
    elif letters <= 5:
        yield _FEW_LETTERS[max(letters, 3) - 3]


_BASE, _SPELLING = NearReason.BASE, LetterSlip.SPELLING  # a member is looked up in 0.2 µs, a name in 0.02
_TOO_FAR = (LetterSlip.TWO, LetterSlip.FAR)
_SAME_SOUND = (LetterSlip.SAME, LetterSlip.SPELLING)
_FEW_LETTERS = (NearReason.THREE_LETTERS, NearReason.FOUR_LETTERS, NearReason.FIVE_LETTERS)
_OPEN_END = matcher(r"[aeiouy]*s?")  # what an adjective drops: Ital-y, Cypr-us
_ADJECTIVE = frozenset({
    "s", "n", "i", "an", "ia", "ian", "ese", "ns", "is", "ans", "ians", "es", "ist", "ism", "ists", "ic", "ite", "ites",
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
    if {x, y} == {"n", "s"} and stem.endswith("a"):  # Himalayas, Himalayan
        return True
    if {x, y} == {"", "n"} and stem.endswith("ia"):  # Arabia, Arabian
        return True
    if {x, y} == {"", "a"} and stem.endswith("arctic"):  # Antarctica, the Antarctic ice
        return True
    if not x or not y:
        short, long = sorted((a, b), key=len)
        return x + y in _ADJECTIVE and not (_is_whole(long, x + y) and not _known(short) and not is_word(short))
    if stem.endswith("is") and {x[0], y[0]} == {"m", "t"}:  # Marxism, Marxist
        return True
    return any(
        len(tail) > 1
        and tail in _ADJECTIVE - _PLURAL
        and _OPEN_END.fullmatch(end)
        and bool({base, stem, stem + "n"} & places)
        for base, end, tail in ((a, x, y), (b, y, x))
    )


def _is_whole(key: str, ending: str) -> bool:
    """Return whether a known name only looks like another with an ending: "Hodges" and "Dubai", but not "Lakers"."""
    known = lists()
    return key in known.given or key in known.surnames or (ending != "s" and key in known.places)


_PLURAL = frozenset({"ns", "is", "es"})


_GENDERED = matcher(r"(?:(\w+(?:ov|ev|in|yn)) \1a|(\w+[sc]k)(?:i|y) \2a|(\w+sk)(?:i|y|ij|iy) \3aya|(\w+)y \4a)")


def _gendered(a: str, b: str) -> bool:
    """Return whether two keys are the family names of a Slavic man and woman (Petrov, Petrova; Kowalski, Kowalska)."""
    return bool(_GENDERED.fullmatch(f"{a} {b}") or _GENDERED.fullmatch(f"{b} {a}"))


def _knowledge(keep: Word, depart: Word) -> Iterator[NearReason]:
    yield _WHO_IS_KNOWN[_known(keep.key), _known(depart.key)]
    if is_word(depart.text.lower()):
        yield NearReason.DEPARTING_FORM_AN_ORDINARY_WORD
    if is_word(keep.text.lower()):
        yield NearReason.KEPT_FORM_AN_ORDINARY_WORD
        if is_word(depart.text.lower()) and depart.key not in lists().variants.get(keep.key, ()):
            yield NearReason.BOTH_ORDINARY_WORDS
        if keep.key[:-1] == depart.key[:-1] and depart.key[-1] in "ao":
            yield NearReason.ANOTHER_END_OF_AN_ORDINARY_WORD
    odd = odd_letters(without_article(depart.text)) - odd_letters(without_article(keep.text))
    if odd < 0:
        yield NearReason.KEPT_FORM_HAS_ODDER_LETTERS
    elif odd:
        yield NearReason.ODD_LETTERS if odd == 1 else NearReason.VERY_ODD_LETTERS


_WHO_IS_KNOWN = {
    (True, True): NearReason.BOTH_KNOWN,
    (False, True): NearReason.ONLY_THE_DEPARTING_FORM_KNOWN,
    (True, False): NearReason.ONLY_THE_KEPT_FORM_KNOWN,
    (False, False): NearReason.NEITHER_KNOWN,
}
"""Of the form kept and the departing one."""


def _context(story: StoryNames, keep: Word, depart: Word) -> Iterator[NearReason]:
    ours, theirs = company(story, keep), company(story, depart)
    if ours.neighbours & theirs.neighbours:
        yield NearReason.SAME_COMPANY
    elif keep.look == "title" or is_word(keep.text.lower()):
        pass  # a title or an ordinary word stands beside any name
    elif _other_families(keep, depart, ours, theirs):
        yield NearReason.OTHER_FAMILY_NAMES_BEHIND
    elif ours.before and theirs.before:
        yield _other_company(keep, depart)
    elif _only(ours.before, ours.after) * _only(theirs.before, theirs.after) < 0:  # Carlos Ruiz, Ana Claros
        yield NearReason.OTHER_PLACE_IN_THE_NAME
    elif ours.before and not theirs.before and not theirs.after and keep.key not in lists().places:
        yield NearReason.NEVER_IN_FULL
    if ours.titles & theirs.titles:
        yield NearReason.SAME_TITLE
    if {place.run for place in keep.places} & {place.run for place in depart.places}:
        yield NearReason.IN_ONE_NAME
    elif side_by_side(story, keep, depart):
        yield NearReason.SIDE_BY_SIDE
    elif all(_in_a_row(story, place) for place in depart.places):
        yield NearReason.IN_A_ROW_OF_NAMES


_BEFORE_IN_ROW = matcher(r"[A-Z][\w’'-]*(?: \([^)]*\))?[,;]\s$")
_AFTER_IN_ROW = matcher(r"(?: \([^)]*\))?[,;]\s[A-Z]|(?: \([^)]*\))?\.?$", re.MULTILINE)
_ROW_REACH = 40  # code points


def _in_a_row(story: StoryNames, place: NamePlace) -> bool:
    """Return whether a word stands alone between commas and other names, as in a line-up of players."""
    before = story.text[max(0, place.start - _ROW_REACH) : place.start]
    return bool(_BEFORE_IN_ROW.search(before)) and bool(_AFTER_IN_ROW.match(story.text, place.end))


def _other_families(keep: Word, depart: Word, ours: Company, theirs: Company) -> bool:
    """Return whether both stand in front of names, all of them different; behind two given names any word is a name."""
    if {keep.key, depart.key} <= lists().given:
        return all(any(name[0] == ">" for name in company.neighbours) for company in (ours, theirs))
    return bool(ours.after and theirs.after)


def _other_company(keep: Word, depart: Word) -> NearReason:
    """Return how much it tells that two words stand beside other names: little where one of them is no name at all."""
    if _known(depart.key):
        return NearReason.OTHER_COMPANY
    if _known(keep.key) or is_word(keep.text.lower()):
        return NearReason.OTHER_COMPANY_BUT_NOBODY_IS_CALLED_SO
    return (
        NearReason.OTHER_COMPANY_BUT_A_LONG_NAME
        if min(len(keep.key), len(depart.key)) >= _LONG
        else NearReason.OTHER_COMPANY
    )


_LONG = 7  # letters from which two strangers are hardly ever called nearly the same


def _only(before: frozenset[str], after: frozenset[str]) -> int:
    """Return 1 for a word that stands only behind other names, -1 for one only in front of them, else 0."""
    return bool(before) - bool(after)


def _counts(kept: int, departing: int) -> Iterator[NearReason]:
    if departing == 1 and kept >= 3:
        yield NearReason.ONCE_AGAINST_MANY
    elif departing == kept == 1:
        yield NearReason.ONCE_EACH
    elif departing >= 3:
        yield NearReason.BOTH_OFTEN
