"""A block's text as the language model reads it: runs of words between marks, names and figures under a stand-in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desk.checks.grammar.odds.model import LanguageModel

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|\d(?:[\d,.]*\d)?[^\W\d_]*|[^\s\w]")
_ENDING = frozenset(".!?")
_PARTING = frozenset('.!?;:()[]“”"—–…/')
_SHORT = re.compile(
    r"(?:mrs?|ms|dr|prof|gov|sen|rep|gen|col|lt|sgt|capt|rev|hon|st|mt|jan|feb|mar|apr|aug|sept?|oct|nov|dec|vs|inc|corp|"
    r"ltd)",
    re.IGNORECASE,
)
"""Words cut short; the stop behind them, or behind an initial, ends nothing."""
_MONEY = frozenset("$£€")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_ONE, _FIGURE, _NAME, _OWNER, _THING = "one", "twenty", "johnson", "john's", "thing"
_A_YEAR, _DECADE, _PLACE_IN_LINE, _PERCENT, _INITIALS = "nineteen", "nineties", "tenth", "percent", "state"
_MOST_STRANGE = 0.4
"""Of the words in small letters: with more of them unknown, a run is another language, verse or code."""


class WordSort(StrEnum):
    """What kind of word the model was given."""

    WORD = "word"
    CAPITAL = "capital"
    """A word that it knows, with a capital within the sentence."""
    STAND_IN = "stand-in"


@dataclass(frozen=True, slots=True)
class RunWord:
    """One word of a run; `text` is what the model reads, `start` and `end` are code points of the block."""

    text: str
    start: int
    end: int
    sort: WordSort
    comma: bool = False
    """Whether a comma, or another mark that parts nothing, follows it."""
    joined: bool = False
    """Whether a hyphen joins it to the word before."""


@dataclass(frozen=True, slots=True)
class WordRun:
    """Words with nothing between them that ends a thought; `ends` says whether a sentence ends with them."""

    words: tuple[RunWord, ...]
    ends: bool


def runs(text: str, model: LanguageModel) -> Iterator[WordRun]:
    """Yield the runs of a block's text, those in no English left out."""
    words: list[RunWord] = []
    hyphen = -1
    for match in _TOKEN.finditer(text):
        token, start = match[0], match.start()
        if token == "-" and text[start - 1 : start].isalnum() and text[start + 1 : start + 2].isalnum():
            hyphen = start
        elif token[0].isalnum() or token == "%":
            words.append(_word(token, start, bool(words), model, joined=bool(words) and hyphen == start - 1))
        elif token == "-" or (token in _PARTING and not (token == "." and _is_short(words, start, text))):
            yield from _run(words, ends=token in _ENDING)
            words = []
        elif words and token not in _MONEY and token != ".":
            words[-1] = replace(words[-1], comma=True)
    yield from _run(words, ends=False)


def _is_short(words: Sequence[RunWord], stop: int, text: str) -> bool:
    """Return whether a stop belongs to the word before it, and the sentence goes on."""
    if not words or words[-1].end != stop or not text[stop + 1 :].strip():
        return False
    word = text[words[-1].start : stop]
    return bool(_SHORT.fullmatch(word)) or (len(word) == 1 and word.isupper() and word != "I")


def _run(words: list[RunWord], ends: bool) -> Iterator[WordRun]:
    strange = sum(word.text == _THING for word in words)
    if words and strange <= _MOST_STRANGE * len(words):
        yield WordRun(tuple(words), ends)


def _word(token: str, start: int, within: bool, model: LanguageModel, *, joined: bool) -> RunWord:
    text = token.lower().replace("’", "'")
    sort = WordSort.WORD
    if token[0].isdigit() or token == "%" or "." in token or _is_initials(token) or not model.knows(text):
        text, sort = _stand_in(token, text), WordSort.STAND_IN
    elif token[0].isupper() and within:
        sort = WordSort.CAPITAL
    return RunWord(text, start, start + len(token), sort, joined=joined)


def _is_initials(token: str) -> bool:
    return len(token) > 1 and token.isupper()


def _stand_in(token: str, text: str) -> str:
    if token[0].isdigit():
        return _figure(text)
    if token == "%":
        return _PERCENT
    if text.endswith("'s"):
        return _OWNER
    if "." in token or _is_initials(token):
        return _INITIALS
    return _NAME if token[0].isupper() else _THING


def _figure(text: str) -> str:
    if text.endswith(("st", "nd", "rd", "th")):
        return _PLACE_IN_LINE
    if text.endswith("0s"):
        return _DECADE
    if text == "1":
        return _ONE
    return _A_YEAR if _YEAR.fullmatch(text) else _FIGURE
