"""Words that are right in another English alone, and what sets the two sides of the Atlantic apart."""

import re

from desk.checks.grammar.reading import Slip

_OTHER_ENGLISH = re.compile(r"is (British|American) English")
VARIANT_OF = {"British": "en-GB", "American": "en-US"}
"""What a story is checked as that is taken for one of these two."""
# British forms and what American spelling makes of them; only tried on words for which the result was suggested.
_BRITISH = (
    ("our", "or"),
    ("is", "iz"),
    ("ys", "yz"),
    ("re", "er"),
    ("ae", "e"),
    ("oe", "e"),
    ("ll", "l"),
    ("ogue", "og"),
)
_BRITISH_TOO = (
    ("ement", "ment"),
    ("ence", "ense"),
    ("amme", "am"),
    ("mould", "mold"),
    ("plough", "plow"),
    ("ey", "ay"),
)


def other_english(slip: Slip) -> str:
    """Return "British" or "American" where the word is right in that English alone; empty otherwise."""
    found = _OTHER_ENGLISH.search(slip.message)
    return found[1] if found and slip.is_spelling else ""


def is_british(word: str, slip: Slip) -> bool:
    """Return whether the word is the British form of a suggestion."""
    folded = {s.casefold() for s in slip.suggestions}
    return any(
        uk in word and word[::-1].replace(uk[::-1], us[::-1], 1)[::-1].casefold() in folded
        for uk, us in (*_BRITISH, *_BRITISH_TOO)
    )


def is_of(english: str, word: str, slip: Slip) -> bool:
    """Return whether the word is written as this variant does, and a suggestion as the other side of the Atlantic."""
    folded = {s.casefold() for s in slip.suggestions}
    if english not in {"en-US", "en-CA"}:
        return is_british(word, slip)
    endings = (*_BRITISH, *_BRITISH_TOO)
    return any(uk in s and s[::-1].replace(uk[::-1], us[::-1], 1)[::-1] == word for s in folded for uk, us in endings)


def differ_as_englishes(word: str, suggestion: str) -> bool:
    """Return whether the two may be one word on two sides of the Atlantic (swiveled and swivelled)."""
    endings = (*_BRITISH, *_BRITISH_TOO)
    ours = {word.replace(a, b, 1) for pair in endings for a, b in (pair, pair[::-1]) if a in word}
    shorter, longer = sorted((word, suggestion), key=len)
    return suggestion in ours or one_doubled(longer, shorter)


def one_doubled(word: str, meant: str) -> bool:
    """Return whether `word` is `meant` with one letter written twice."""
    return len(word) == len(meant) + 1 and any(
        word[i] == word[i - 1] and word[:i] + word[i + 1 :] == meant for i in range(1, len(word))
    )
