"""Upper, lower, title and sentence case of words, as newsrooms write them; pure."""

import re
from collections.abc import Collection
from enum import StrEnum

from desk.text.matcher import matcher
from desk.text.spans import Span

_WORD = matcher(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[’'][^\W_]+)*")
"""A word, or an initialism with stops (U.S.)."""
_LINE_STARTS = r"(?:^|\n)(?:[ \t]*(?:[-–—•*·‣◦]|\(?[^\W_]{1,2}\))[ \t]+)?"
"""The head of a line, behind the bullet, figure or letter of a list."""
_HEADLINE_STARTS_AGAIN = matcher(
    rf"(?:{_LINE_STARTS}|(?:[!?…]|(?<!\b[^\W\d_])\.)[”’\"')\]]*\s+)(?:[—–]\s?)?[“‘\"'(\[]*$"
)
"""As a sentence starts; the stop of “U.S.” and “v.” ends none, and what stands behind a dash goes on."""
_SMALL_WORDS = "a an the and but or nor for yet so as at by if in of off on per to up via vs v"
_SMALL = frozenset(re.findall("[a-z]+", _SMALL_WORDS))
"""What a title keeps small within: articles, conjunctions and prepositions of up to three letters (AP's custom)."""
_SENTENCE_STARTS = matcher(rf"(?:{_LINE_STARTS}|[.!?…][”’\"')\]]*\s+|[—–]\s)[“‘\"'(\[]*$")
_ALWAYS = frozenset({"i", "i’m", "i'm", "i’ve", "i've", "i’ll", "i'll", "i’d", "i'd"})


_DATELINE = matcher(
    r"^([^\W\d_a-z]{3,}(?:[ .'’-][^\W\d_a-z]+)*)(?:,[^—–\n]{1,40}|\s*\([^)\n]{1,20}\))?\s*[—–-]\s", re.M
)
"""The place in capitals that a story begins with: “DUNMORE — ”, “PORT ELLERY, Ireland (Reuters) – ”."""


class LetterCase(StrEnum):
    """How words can be written."""

    UPPER = "upper"
    LOWER = "lower"
    TITLE = "title"
    SENTENCE = "sentence"


def in_case(words: str, case: LetterCase, names: Collection[str] = ()) -> str:
    """Return words in another case; `names` keep their capitals where a sentence has small letters."""
    if case is LetterCase.UPPER:
        return words.upper()
    if case is LetterCase.LOWER:
        return words.lower()
    return _titled(words) if case is LetterCase.TITLE else _as_sentence(words, names)


def as_written_like(word: str, other: str) -> str:
    """Return a word with the capitals of the one it takes the place of: the first letter's, or all of them."""
    if len(other) > 1 and other.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if other[:1].isupper() else word


def keeping_capitals(words: str, text: str, span: Span, typed: str) -> str:
    """Return words that take the place of others, with the capital that those have at the head of their sentence.

    `typed` is what was looked for: where it has the capital itself, the words are put in as they are, and so are those
    that begin with a word of its own capitals (iPhone). In a line of capitals they are written in capitals; an
    initialism (UN) that was typed small lends none of its own.
    """
    found = span.of(text)
    first, wanted = _WORD.search(found), _WORD.search(typed)
    if first is None or not first[0][:1].isupper() or (wanted is not None and wanted[0][:1].isupper()):
        return words
    if len(first[0]) > 1 and found.isupper():
        return words.upper() if _is_among_capitals(found, text, span) else words
    head, start = _WORD.search(words), span.start + first.start()
    if head is None or _is_own(head[0]) or not _SENTENCE_STARTS.search(text, max(0, span.start - 40), start):
        return words
    at = head.start()
    return words[:at] + words[at].upper() + words[at + 1 :]


def _is_among_capitals(found: str, text: str, span: Span) -> bool:
    """Return whether words in capitals stand alone in their line, or beside others."""
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start], text[span.end :].partition("\n")[0]
    alone = not any(_WORD.search(part) for part in line)
    one = _WORD.findall(found)[-1]
    return alone or _is_shouted(one, text, span.end) or _is_shouted(one, text, span.start, back=True)


def names_in(text: str) -> frozenset[str]:
    """Return the words that a text writes with a capital within its sentences, and never small."""
    capital, small = set(), set()
    for found in _WORD.finditer(text):
        word = found[0]
        if word[0].islower():
            small.add(word)
        elif _is_shouted(word, text, found.end()) or _is_shouted(word, text, found.start(), back=True):
            capital.add(word.capitalize())  # a dateline
        elif word[0].isupper() and not _SENTENCE_STARTS.search(text, max(0, found.start() - 40), found.start()):
            capital.add(word)
    capital |= {word.capitalize() for place in _DATELINE.findall(text) for word in _WORD.findall(place)}
    return frozenset(word for word in capital if word.lower() not in small)


def _titled(words: str) -> str:
    found = list(_WORD.finditer(words))
    shouted = words.isupper()
    out, end = [], 0
    for nth, match in enumerate(found):
        at_an_end = nth in (0, len(found) - 1) or words[: match.start()].rstrip(" “‘\"'(").endswith(
            (":", "—", "–", "--", "?")
        )
        begins_compound = words[match.end() : match.end() + 1] == "-" and words[: match.start()][-1:] != "-"
        out += [
            words[end : match.start()],
            _word_of_title(match[0], at_an_end=at_an_end or begins_compound, shouted=shouted),
        ]
        end = match.end()
    return "".join([*out, words[end:]])


def _word_of_title(word: str, *, at_an_end: bool, shouted: bool) -> str:
    if _is_own(word) and (not shouted or "." in word):
        return word
    plain = word.lower()
    return plain if plain in _SMALL and not at_an_end else plain[:1].upper() + plain[1:]


def _as_sentence(words: str, names: Collection[str]) -> str:
    by_small = {name.lower(): name for name in names}
    shouted, is_one = words.isupper(), _is_sentence(words)
    out, end = [], 0
    for match in _WORD.finditer(words):
        out += [words[end : match.start()]]
        word = match[0] if is_one else _word_of_sentence(match[0], by_small, shouted=shouted)
        starts = _HEADLINE_STARTS_AGAIN.search(words, max(0, match.start() - 40), match.start())
        out += [word[:1].upper() + word[1:] if starts and not _is_own(word) else word]
        end = match.end()
    return "".join([*out, words[end:]])


def _is_sentence(words: str) -> bool:
    """Return whether words are written as a sentence already, so that a capital within them is that of a name."""
    inner: list[str] = [word for word in _WORD.findall(words)[1:] if word.lower() not in _SMALL]
    return 2 * sum(word.islower() for word in inner) > len(inner)


def _word_of_sentence(word: str, names: dict[str, str], *, shouted: bool) -> str:
    if _is_own(word) and (not shouted or "." in word):
        return word
    if word.lower() in names:
        return names[word.lower()]
    return word[:1].upper() + word[1:].lower() if word.lower() in _ALWAYS else word.lower()


def _is_own(word: str) -> bool:
    """Return whether a word has capitals of its own (NATO, iPhone, McGrath), which no case takes away."""
    return any(letter.isupper() for letter in word[1:])


def _is_shouted(word: str, text: str, at: int, *, back: bool = False) -> bool:
    """Return whether a word in capitals stands beside another one: a place of a dateline, and no initialism."""
    gap = text[at - 1 : at] if back else text[at : at + 1]
    near = (text[max(0, at - 12) : at] if back else text[at : at + 12]).split()
    if len(word) < 2 or not word.isupper() or gap != " " or not near:
        return False
    beside = near[-1] if back else near[0]
    return len(beside) > 1 and beside.isalpha() and beside.isupper()
