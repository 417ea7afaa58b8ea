"""What the whole story tells about its words, computed once a judgement and only when a word needs it."""

import re
import sys
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from desk.checks.grammar.datelines import LONGEST, after_dateline
from desk.checks.grammar.foreign_passages import words_abroad
from desk.checks.grammar.noise_file import Noise, Patterns
from desk.checks.house import Brief
from desk.checks.names.known import KnownNames
from desk.checks.names.languages import WORD
from desk.checks.names.letters import squashed
from desk.checks.names.lists import is_word, lists
from desk.text.blocks import Kind, Manuscript
from desk.text.kept import kept_by_passage

_WITHIN = re.compile(r"(?<=\w)['’](?=\w)")
_DOUBLE = re.compile('["“”]')
_GOES_WITH = {'"': "'", "“": "’", "”": "’"}
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")
_OPENING = "\"'“‘«([{-–—•*"
_CLOSING = "\"'”’)"
_SHORT_FORM = re.compile(r"(?:\w\.)+\w|\w", re.ASCII)
_REACH = 40  # code points: longer than any short form with what may stand around it


@dataclass(frozen=True)
class StoryWords:
    """A manuscript with what this house has settled about words."""

    manuscript: Manuscript
    brief: Brief
    noise: Noise
    names: KnownNames
    """What the names check knows of the names of the story."""

    @cached_property
    def off(self) -> Patterns:
        """Return the rules that this desk has switched off."""
        return Patterns.of(self.brief.house.grammar_off)

    @cached_property
    def low(self) -> Patterns:
        """Return the rules that this desk wants told as a hint."""
        return Patterns.of(self.brief.house.grammar_low)

    @cached_property
    def on(self) -> Patterns:
        """Return the rules that this desk wants told as they are, whatever the shipped file says."""
        return Patterns.of(self.brief.house.grammar_on)

    @property
    def styles(self) -> tuple[str, ...]:
        """Return the names of the house styles of this desk."""
        return self.brief.house.grammar_style

    @cached_property
    def settled(self) -> frozenset[str]:
        """Return the words of the trade, of the desk's dictionary and of its name book, folded to lower case."""
        house = self.brief.house
        book = [form for entry in house.name_book for form in (entry.spelling, *entry.variants)]
        words = {part for form in (*house.dictionary, *book) for part in (form, *WORD.findall(form))}
        return frozenset(word.casefold() for word in words) | self.noise.words

    @cached_property
    def capitals(self) -> Counter[str]:
        """Return how often each word stands with a capital in the middle of a sentence of the copy."""
        return Counter(chain.from_iterable(_with_capital(text, self.noise.titles) for text in self._copy))

    @cached_property
    def behind_given_names(self) -> frozenset[str]:
        """Return the words that stand right behind a given name, no common word, somewhere in the copy."""
        return frozenset(chain.from_iterable(map(_behind_given_names, self._copy)))

    @cached_property
    def lower(self) -> Counter[str]:
        """Return how often each word stands in lower case in the copy."""
        return Counter(chain.from_iterable(map(_in_small_letters, self._copy)))

    @cached_property
    def abroad(self) -> frozenset[str]:
        """Return the words of the copy's passages in other languages, folded to lower case."""
        return frozenset().union(*map(words_abroad, self._copy))

    @cached_property
    def apostrophe(self) -> str:
        """Return the apostrophe that the copy writes within words, the commoner one.

        Where it writes none, the one that goes with its quotation marks; empty where it has none either.
        """
        found = Counter(mark for text in self._copy for mark in _WITHIN.findall(text))
        if not found:
            found = Counter(_GOES_WITH[mark] for text in self._copy for mark in _DOUBLE.findall(text))
        return max(found, key=found.__getitem__) if found else ""

    @property
    def _copy(self) -> Iterator[str]:
        return (block.flat for block in self.manuscript.blocks if block.kind is Kind.COPY)


@kept_by_passage
def _with_capital(text: str, titles: frozenset[str]) -> tuple[str, ...]:
    """Return the words of a block that stand with a capital in the middle of a sentence, as often as they do."""
    return tuple(
        sys.intern(bare(match[0]))
        for match in WORD.finditer(text)
        if match[0][0].isupper() and not starts_sentence(text, match.start(), titles)
    )


_PAIR = re.compile(r"\b([A-Z][a-z]+) (?=([A-Z][a-z]+))")


@kept_by_passage
def _behind_given_names(text: str) -> frozenset[str]:
    given = lists().given
    return frozenset(
        pair[2] for pair in _PAIR.finditer(text) if squashed(pair[1]) in given and not is_word(pair[1].casefold())
    )


@kept_by_passage
def _in_small_letters(text: str) -> tuple[str, ...]:
    """Return the words of a block in lower case, as often as they stand there."""
    return tuple(sys.intern(word) for word in WORD.findall(text) if word[0].islower())


def bare(word: str) -> str:
    """Return the word without a possessive ending."""
    return _POSSESSIVE.sub("", word)


def starts_sentence(text: str, at: int, titles: Collection[str]) -> bool:
    """Return whether a sentence, or a quoted one, begins at `at`; short forms such as "Mr." and "U.S." end none."""
    if at <= LONGEST and (head := after_dateline(text)) and at - head in (0, 1):  # with or without a mark before it
        return True
    led = text[max(0, at - _REACH) : at].rstrip()
    opened = led.rstrip(_OPENING + " ")
    if not opened or opened[-1] in "!?:;…":
        return True
    inside = opened.rstrip(_CLOSING)
    if inside[-1:] == ".":
        last = inside.rstrip(".").split()[-1:]
        return not (last and _is_short_form(last[0].lstrip(_OPENING), titles))
    if inside[-1:] in {"!", "?"}:
        return True
    return led != opened and opened[-1] == ","  # he said, “Words begin here


def _is_short_form(word: str, titles: Collection[str]) -> bool:
    return word in titles or bool(_SHORT_FORM.fullmatch(word))
