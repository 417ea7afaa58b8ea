"""A text as sentences of words and marks, parted as treebanks part them: “don't” is “do” and “n't”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S., a.m.
    r"|[$£€%]|\d[\d,.:]*\d(?:st|nd|rd|th|s|m|bn)?\b|\d+(?:st|nd|rd|th|s|m|bn)?\b"
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Rev|Hon|St|Jr|Sr|Jan|Feb|Aug|Sept|Oct|Nov|Dec|vs|Co|Inc|Ltd"
    r"|No|Fla|Calif|Mass|Pa|Va|Ariz|Ill|Conn|Wash|Tex)\."
    r"|['’](?:s|re|ve|ll|d|m)\b"
    r"|\w+(?:['’&-]\w+)*['’]?"
    r"|\.{2,}|-{2,}|\S"
)
_CLITIC = re.compile(r"(?<=\w)(?:n['’]t|['’](?:s|re|ve|ll|d|m))$|(?<=s)['’]$", re.IGNORECASE)
_ENDING = frozenset(".!?…")
_CLOSING = frozenset("\"”’')]")
_MARKS = str.maketrans("’‘“”–", "''\"\"—")


@dataclass(frozen=True, slots=True)
class ClauseWord:
    """One word or mark; `low` is what weights know it by, `[start, end)` are code points of the text."""

    text: str
    start: int
    end: int
    low: str
    spaced: bool
    """Whether white space stands before it."""


Sentence = tuple[ClauseWord, ...]


def sentences(text: str, begin: int = 0) -> Iterator[Sentence]:
    """Yield the sentences of a text from a place on."""
    found: list[ClauseWord] = []
    for word in _words(text, begin):
        if found and word.spaced and _ends(found) and not word.text[0].islower():
            yield tuple(found)
            found = []
        found.append(word)
    if found:
        yield tuple(found)


def plain(text: str) -> str:
    """Return a word as weights know it: in small letters, marks straight, figures alike."""
    low = text.translate(_MARKS).casefold()
    return re.sub(r"\d", "0", low) if low[:1].isdigit() else low


def _ends(words: list[ClauseWord]) -> bool:
    """Return whether the words so far are a whole sentence, as their marks say."""
    last = len(words) - 1
    while last > 0 and words[last].text in _CLOSING and not words[last].spaced:
        last -= 1
    return words[last].text[0] in _ENDING


def _words(text: str, begin: int) -> Iterator[ClauseWord]:
    end = begin
    for match in _TOKEN.finditer(text, begin):
        token, start = match[0], match.start()
        spaced = start > end
        end = match.end()
        if token[-1] in "'’" and len(token) > 1 and token[-2] not in "sS":
            token, end = token[:-1], end - 1
            yield _word(token, start, spaced)
            yield _word(text[end], end, spaced=False)
            end += 1
            continue
        clitic = _CLITIC.search(token)
        if clitic and token.casefold() not in ("'s", "’s"):
            cut = clitic.start()
            yield _word(token[:cut], start, spaced)
            yield _word(token[cut:], start + cut, spaced=False)
        else:
            yield _word(token, start, spaced)


def _word(text: str, start: int, spaced: bool) -> ClauseWord:
    return ClauseWord(text, start, start + len(text), plain(text), spaced)
