"""A block's text as the language model reads it: runs of words between marks, names and figures under a stand-in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desk.checks.grammar.odds.model import LanguageModel

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d,.]*\d|\d|[^\s\w]")
_ENDING = frozenset(".!?")
_PARTING = frozenset('.!?;:()[]“”"—–…/')
_FIGURE, _NAME, _OWNER, _THING = "twenty", "johnson", "john's", "thing"
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


@dataclass(frozen=True, slots=True)
class WordRun:
    """Words with nothing between them that ends a thought; `ends` says whether a sentence ends with them."""

    words: tuple[RunWord, ...]
    ends: bool


def runs(text: str, model: LanguageModel) -> Iterator[WordRun]:
    """Yield the runs of a block's text, those in no English left out."""
    words: list[RunWord] = []
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token in _PARTING:
            yield from _run(words, ends=token in _ENDING)
            words = []
        elif token[0].isalnum():
            words.append(_word(token, match.start(), bool(words), model))
        elif words:
            last = words[-1]
            words[-1] = RunWord(last.text, last.start, last.end, last.sort, comma=True)
    yield from _run(words, ends=False)


def _run(words: list[RunWord], ends: bool) -> Iterator[WordRun]:
    strange = sum(word.text == _THING for word in words)
    if words and strange <= _MOST_STRANGE * len(words):
        yield WordRun(tuple(words), ends)


def _word(token: str, start: int, within: bool, model: LanguageModel) -> RunWord:
    text = token.lower().replace("’", "'")
    sort = WordSort.WORD
    if token[0].isdigit():
        text, sort = _FIGURE, WordSort.STAND_IN
    elif not model.knows(text):
        text, sort = _stand_in(token, text), WordSort.STAND_IN
    elif token[0].isupper() and within:
        sort = WordSort.CAPITAL
    return RunWord(text, start, start + len(token), sort)


def _stand_in(token: str, text: str) -> str:
    if text.endswith("'s"):
        return _OWNER
    return _NAME if token[0].isupper() else _THING
