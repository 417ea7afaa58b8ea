"""How surely a word that the dictionary lacks is a slip: one that is only like some word is worth a look, no more."""

import re

from desk.checks.frequencies import frequency
from desk.checks.grammar.reading import Slip
from desk.checks.grammar.typing_slips import COMMON, is_slip_of, may_be_a_slip_of, slips_between, sounds_as
from desk.checks.names.lists import is_word

_KNOWN = 1.0
"""Times in a million words, of a word that this one sounds like."""
_EVERYDAY = 100.0
"""Times in a million words, of a word that a letter parts from a short one."""
_SHORT, _LONG, _LONGER = 5, 8, 9
"""Letters: of every word of eight letters one letter away from another is a slip, of nine also two letters away."""
_ONE_L = re.compile(r"[aei]l(?=(?:ed|ing|ers?|ors?|ous)$)")
_MARKS = re.compile(r"[\s'’.-]")
_ENDINGS = ("ing", "ers", "er", "ed", "ish", "able", "less", "like")


def is_plain_slip(word: str, slip: Slip) -> bool:
    """Return whether a word is one in common use with a slip of typing or of sound in it.

    Of the words told in 124 printed stories with slips in them (69,112 words) 47 of 52 such were slips, and one of the
    six others (whis; not pukers, nor mens-rights); of 123 planted ones all are such. The cut was chosen on the printed
    ones and some twenty right words of our own.
    """
    return any(_leads_to(word, meant) for meant in slip.suggestions)


def is_american(word: str, slip: Slip) -> bool:
    """Return whether a word has one l where the dictionary's English has two: trialed, swiveled."""
    low = word.casefold()
    return any(
        _ONE_L.sub(r"\g<0>l", low) == meant.casefold() for meant in slip.suggestions[:1] if low != meant.casefold()
    )


def _leads_to(word: str, meant: str) -> bool:
    own, other = word.casefold(), meant.casefold()
    if _MARKS.sub("", own) == _MARKS.sub("", other):
        return " " not in meant or not word.istitle()  # Fijiana is no “Fiji ana”
    if not other.isalpha():
        return False
    heard = len(own) > _SHORT and sounds_as(own, other) and frequency(other) >= _KNOWN  # soya, Whio: soy, who
    if is_slip_of(own, other) or heard:
        return True
    apart = slips_between(own, other)
    if apart == 1:
        return len(own) >= _LONG or (frequency(other) >= _EVERYDAY and _is_typed_for(own, other))
    return apart == _TWO and len(own) >= _LONGER and frequency(other) >= COMMON


_TWO = 2


def _is_typed_for(own: str, other: str) -> bool:
    """Return whether a short word is one of every story with a letter lost, swapped, or the key beside it.

    A letter too many (taluk, Whio), or any other letter (rasta), leads from words of other languages to too many.
    """
    return len(own) <= len(other) and may_be_a_slip_of(own, other) and (len(own) <= _SHORT or not _is_formed(own))


def _is_formed(word: str) -> bool:
    """Return whether a word in small letters is another one with an ending that most take: duking, percenter."""
    stems = [word.removesuffix(end) for end in _ENDINGS if word.endswith(end)]
    return any(
        is_word(stem) or is_word(f"{stem}e") or (stem[-2:-1] == stem[-1:] and is_word(stem[:-1])) for stem in stems
    )
