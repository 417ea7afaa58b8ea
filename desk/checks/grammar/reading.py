"""What LanguageTool said about one block: plain values that memory, store and other processes can keep."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desk.text.plain import listed, whole, word, words
from desk.text.spans import Span

MOST_SUGGESTIONS = 8  # shown are five; three more help to tell a slip from a name

OTHER_LANGUAGE, NOT_WEIGHED = "OTHER_LANGUAGE", "COPYDESK_NOT_WEIGHED"
"""Of what says that something was not checked; see `UNCHECKED_RULES`."""
PLAIN_ENGLISH = "en"
ABROAD = "ABROAD_"
"""How the ids of rules of another language begin, before its code: ABROAD_DE_..."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing LanguageTool found; `start` and `end` are code points of the text asked about."""

    rule: str
    start: int
    end: int
    message: str
    suggestions: tuple[str, ...] = ()
    category: str = ""
    kind: str = ""
    """LanguageTool's issue type: misspelling, grammar, typographical, style, ..."""

    @property
    def span(self) -> Span:
        """Return the place in the text asked about."""
        return Span(self.start, self.end)

    @property
    def is_spelling(self) -> bool:
        """Return whether this only says that a word is not in the dictionary."""
        return self.rule.startswith("MORFOLOGIK_RULE")

    @property
    def is_abroad(self) -> bool:
        """Return whether the slip stands in a passage of another language, and was found by that language's rules."""
        return self.rule.startswith(ABROAD)


Reading = tuple[Slip, ...]
Put = tuple[int, int, str]
"""Which code points of a block, from and to, give way to which words."""
Tried = Mapping[Put, Reading]
"""Of the remedies of one block, by what was put in place: the slips heard then and not before, at their places."""
TRIED = "remedies tried 1"
"""How trying reads a block: raise it when something else is heard of the same remedy by the same reading."""


def to_json(reading: Reading) -> list[list[Any]]:
    """Return the reading as JSON knows it, one list a slip."""
    return [[s.rule, s.start, s.end, s.message, list(s.suggestions), s.category, s.kind] for s in reading]


def from_json(raw: Any) -> Reading:
    """Return the reading that `to_json` wrote; raises `ValueError` or `TypeError` where it is not one."""
    return tuple(_slip(*listed(each)) for each in listed(raw))


def _slip(rule: Any, start: Any, end: Any, message: Any, suggestions: Any, category: Any, kind: Any) -> Slip:
    if whole(start) > whole(end):
        raise ValueError(start)
    return Slip(word(rule), start, end, word(message), tuple(words(suggestions)), word(category), word(kind))


def tried_to_json(tried: Tried) -> list[list[Any]]:
    """Return what was tried of one block as JSON knows it, one list a remedy."""
    return [[*put, to_json(left)] for put, left in tried.items()]


def tried_from_json(raw: Any) -> Tried:
    """Return what `tried_to_json` wrote; raises `ValueError` or `TypeError` where it is not that."""
    return {
        (whole(start), whole(end), word(put)): from_json(left) for start, end, put, left in map(listed, listed(raw))
    }


def asked_as(english: str) -> str:
    """Return which English LanguageTool is asked about: for plain English, which has no dictionary, American."""
    return "en-US" if english == PLAIN_ENGLISH else english
