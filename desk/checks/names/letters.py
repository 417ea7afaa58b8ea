"""Letters of names: folding to a plain key, phonetic skeletons, and what kind of slip parts two spellings."""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise

from rapidfuzz.distance import OSA

from desk.text.kept import kept_by_word
from desk.text.matcher import matcher

_SPECIAL = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l",
        "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i", "ŋ": "n", "ə": "a", "Ə": "a",
    }
)  # fmt: skip
_NOT_LETTERS = matcher(r"[\W_]+")


@kept_by_word
def plain(text: str) -> str:
    """Return the text without accents and case: what a careless keyboard would have typed."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", text.translate(_SPECIAL))
    return "".join(c for c in folded if not unicodedata.combining(c)).casefold()


@kept_by_word
def squashed(text: str) -> str:
    """Return the letters and digits of the text alone, plain: "Al-Fashir’s" and "al fashirs" are the same."""
    return _NOT_LETTERS.sub("", plain(text))


_NO_VOWELS = str.maketrans("", "", "aeiouy")


def consonants(key: str) -> str:
    """Return the consonants of a plain key, its first letter kept: "karol" and "krul" share "krl"."""
    return key[:1] + key[1:].translate(_NO_VOWELS)


_VOWELS = frozenset("aeiouy")
_ALIKE = frozenset(map(frozenset, (
    "ck", "cq", "kq", "kg", "gq", "gj", "jy", "jz", "sz", "cs", "dt", "mn", "bv", "vw", "bp", "fv", "pf", "lr",
    "hj", "gh", "iy", "uw", "uv", "cz", "sx", "xz", "kx", "ij", "gk",
)))  # fmt: skip
"""Pairs of letters that stand for one sound somewhere, or sound alike."""
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _neighbours() -> frozenset[frozenset[str]]:
    """Return the pairs of keys that lie side by side on a QWERTY keyboard, in a row or across two."""
    pairs = {frozenset(row[i : i + 2]) for row in _ROWS for i in range(len(row) - 1)}
    for upper, lower in pairwise(_ROWS):
        for i, key in enumerate(lower):
            pairs |= {frozenset((key, other)) for other in upper[i : i + 2]}
    return frozenset(pairs)


_KEYS = _neighbours()


def beside_on_the_keys(x: str, y: str) -> bool:
    """Return whether two small letters lie side by side on the keyboard, in a row or across two."""
    return frozenset((x, y)) in _KEYS


class LetterSlip(StrEnum):
    """What kind of slip parts two plain spellings."""

    SAME = "same letters"
    SWAP = "two letters swapped"
    DOUBLE = "a letter doubled"
    VOWEL = "one vowel for another"
    SOUND = "letters that sound alike"
    KEYBOARD = "neighbouring keys"
    LETTER = "one letter for another"
    EXTRA_VOWEL = "a vowel more or less"
    EXTRA = "a letter more or less"
    ANAGRAM = "the same letters in another order"
    SPELLING = "two ways of writing the same sounds"
    CONSONANTS = "the same consonants with other vowels"
    TWO = "two letters apart"
    FAR = "too far apart"


@kept_by_word
def slip(a: str, b: str) -> LetterSlip:
    """Return what parts two plain keys; symmetrical."""
    if a == b:
        return LetterSlip.SAME
    a, b = sorted((a, b), key=len)
    start = _common(a, b)
    end = _common(a[: start - 1 : -1] if start else a[::-1], b[: start - 1 : -1] if start else b[::-1])
    left, right = a[start : len(a) - end], b[start : len(b) - end]
    kind = _middle(left, right, b, start)
    if kind is LetterSlip.TWO or kind is LetterSlip.FAR:
        return _wider(a, b)
    return kind


def _common(a: str, b: str) -> int:
    n = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        n += 1
    return n


def _middle(left: str, right: str, longer: str, start: int) -> LetterSlip:
    """Return the slip when the two words differ in `left` and `right` only, `right` being at `start` in `longer`."""
    if not left and len(right) == 1:
        around = longer[start - 1 : start] + longer[start + 1 : start + 2]
        if right in around:
            return LetterSlip.DOUBLE
        return LetterSlip.EXTRA_VOWEL if right in _VOWELS else LetterSlip.EXTRA
    if len(left) == len(right) == 1:
        return _substitution(left, right)
    if len(left) == 2 and left == right[::-1]:
        return LetterSlip.SWAP
    return LetterSlip.TWO


def _substitution(x: str, y: str) -> LetterSlip:
    if x in _VOWELS and y in _VOWELS:
        return LetterSlip.VOWEL
    pair = frozenset((x, y))
    if pair in _ALIKE:
        return LetterSlip.SOUND
    return LetterSlip.KEYBOARD if pair in _KEYS else LetterSlip.LETTER


def _wider(a: str, b: str) -> LetterSlip:
    if sorted(a) == sorted(b) and a[0] == b[0]:
        return LetterSlip.ANAGRAM
    distance = OSA.distance(a, b, score_cutoff=3)
    if sounds(a) == sounds(b):
        return LetterSlip.SPELLING
    if distance == 2 and len(a) > 5:
        return LetterSlip.TWO
    bones = consonants(a)
    return LetterSlip.CONSONANTS if len(bones) >= _BONES and bones == consonants(b) else LetterSlip.FAR


_BONES = 3  # consonants that make two names comparable by them alone


_SPELLINGS = (
    (matcher(r"(.)\1+"), r"\1"),
    (matcher(r"eff$|ev$|ew$"), "ef"),
    (matcher(r"off$|ov$|ow$"), "of"),
    (matcher(r"skyy?$|skiy$|skij$|skii?$|ski$"), "ski"),
    (matcher(r"ks"), "x"),
    (matcher(r"qu"), "k"),
    (matcher(r"gu(?=[ei])"), "g"),
    (matcher(r"ou|oo|w(?=u)|ue"), "u"),
    (matcher(r"ee|ie|ey|iy|yi|ij|ii|ye|y|e"), "i"),
    (matcher(r"dj|dzh|dž|zh|j|g(?=i)"), "j"),
    (matcher(r"tch|tsch|tsh|ch|cz"), "c"),
    (matcher(r"sch|sh|sz"), "s"),
    (matcher(r"kh|gh|q|ck|k|x|c(?![i])"), "k"),
    (matcher(r"ph"), "f"),
    (matcher(r"th|dh"), "t"),
    (matcher(r"(?<=[nr])k(?=[ai])"), "g"),
    (matcher(r"z"), "s"),
    (matcher(r"w|v"), "v"),
    (matcher(r"o"), "u"),
    (matcher(r"h"), ""),
    (matcher(r"(.)\1+"), r"\1"),
)


@kept_by_word
def sounds(key: str) -> str:
    """Return a plain key with every sound written one way (ou/u, q/k, -eff/-ev, dj/j ...): vowels are kept."""
    for pattern, sound in _SPELLINGS:
        key = pattern.sub(sound, key)
    return key


_ARTICLE = matcher(r"^(?:al|el|as|ash|ad|an|ar|at|az|es|ed|er|ul)(?=[-'’‐‑ ])", re.IGNORECASE)


@kept_by_word
def without_article(text: str) -> str:
    """Return the squashed key of a name without a joined Arabic article: "Al-Fashir" and "El-Fasher" begin with "f"."""
    return squashed(_ARTICLE.sub("", text))


def groups_of_letters(key: str) -> Iterator[str]:
    """Yield each three letters in a row of a plain key, its beginning and its end counted as letters ("^an", "na$")."""
    framed = f"^{key}$"
    return (framed[i : i + 3] for i in range(len(framed) - 2))


def one_slip(word: str, meant: str) -> bool:
    """Return whether typing `meant` goes to `word` by one letter lost, added, doubled or swapped with its neighbour.

    One letter in the place of another does not count: that is how names differ from words (Gowdy, Rowdy).
    """
    a, b = word.casefold(), meant.casefold()
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) < len(b):
        return a[start:] == b[start + 1 :]
    if len(a) > len(b):
        return a[start + 1 :] == b[start:]
    return a[start + 2 :] == b[start + 2 :] and a[start : start + 2] == b[start : start + 2][::-1]
