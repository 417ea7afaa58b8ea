"""Words that the dictionary lacks and that are written on purpose: called out, drawn out, made of others."""

import re
from collections.abc import Iterator
from string import ascii_lowercase

from desk.checks.frequencies import frequency
from desk.checks.grammar.reading import Slip
from desk.checks.grammar.typing_slips import COMMON, slips_between
from desk.checks.names.languages import is_small_elsewhere
from desk.checks.names.letters import one_slip
from desk.checks.names.lists import is_word
from desk.text.blocks import Block

_CALL = re.compile(r"[“\"](?:[^“”\"]*[.!?] )?$")
_LONGEST_CALL = 6
"""Letters."""


def is_called_out(word: str, slip: Slip, block: Block) -> bool:
    """Return whether a short word opens what somebody says, a mark behind it, and is no slip: “Yoh, …”, no “Yess”."""
    if len(word) > _LONGEST_CALL or block.flat[slip.end : slip.end + 1] not in (",", "!"):
        return False
    opens = _CALL.search(block.flat[max(0, slip.start - _REACH) : slip.start])
    return opens is not None and not is_beside_a_word(word, slip)


def is_beside_a_word(word: str, slip: Slip) -> bool:
    """Return whether a letter more or less parts the word from one in use, or another letter from a common one.

    In a short word another letter leads to too many words: “Yoh” is no “You”.
    """
    return any(
        (one_slip(word, meant) and (len(word) <= len(meant) or frequency(meant.casefold()) > 0))
        or (
            len(word) >= _FEWEST
            and slips_between(word.casefold(), meant.casefold()) == 1
            and frequency(meant.casefold()) >= _COMMON
        )
        for meant in slip.suggestions
    )


_REACH = 200
"""Code points before the word in which its quotation may begin."""
_DRAWN_OUT = re.compile(r"([A-Za-z])\1\1+")


def is_drawn_out(word: str) -> bool:
    """Return whether letters are drawn out as nobody types by accident: pleeease, sooo; but agreeed is a slip."""
    found = _DRAWN_OUT.search(word)
    return found is not None and (len(found[0]) > _SLIPPED or not is_word(_DRAWN_OUT.sub(r"\1\1", word.casefold())))


_SLIPPED = 3
"""Letters: a key held down, or struck once more behind a double letter, gives no more."""


def is_made_of_a_word(word: str, slip: Slip) -> bool:
    """Return whether the word is one in common use with what any may take: gradings, reinjected, woundedness.

    What lies beside a word is its misspelling (reguarded), and so is a y that is kept before “ness” (lonelyness).
    """
    if word.endswith("ings"):
        return is_word(word[:-1]) and frequency(word[:-1]) >= _COMMON
    bare = word.removeprefix("re") if word.endswith(("ed", "ing")) else word.removesuffix("ness")
    if bare == word or len(bare) < _LONG or not is_word(bare) or not frequency(bare) or _KEPT_Y.search(word):
        return False
    return not is_beside_a_word(word, slip)


_KEPT_Y = re.compile(r"[^aeiou]yness$")
_FEWEST, _LONG = 5, 6
"""Letters: of a word that another letter may have come into, and of one that others are made of."""
_COMMON = 1.0
"""Times in a million words."""


def is_beside_its_language(word: str, slip: Slip, text: str) -> bool:
    """Return whether two words that nobody uses in English stand side by side, one a small one elsewhere: danke, mein.

    One alone (trein, dem) is a slip as often; so is one beside a slip (mein thier).
    """
    before, after = _LAST.search(text, 0, slip.start), _FIRST.match(text, slip.end)
    beside = [found[1].casefold() for found in (before, after) if found]
    if _is_small_abroad(word.casefold()):
        return any(_is_unused(other) and not _is_a_slip(other) for other in beside)
    return any(map(_is_small_abroad, beside))


_LAST, _FIRST = re.compile(r"([^\W\d_]+),? $"), re.compile(r",? ([^\W\d_]+)")
_OWN = 4
"""Letters of a small word that is of its language alone."""


def _is_small_abroad(word: str) -> bool:
    return len(word) >= _OWN and _is_unused(word) and is_small_elsewhere(word)


def _is_unused(word: str) -> bool:
    return not (frequency(word) or is_word(word))


def _is_a_slip(word: str) -> bool:
    """Return whether a letter was lost, added or swapped in a common word: thier."""
    return any(frequency(one) >= COMMON for one in _without_a_slip(word))


def _without_a_slip(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield head + tail[1:]
        yield head + tail[1:2] + tail[:1] + tail[2:]
        yield from (head + letter + tail for letter in ascii_lowercase)
