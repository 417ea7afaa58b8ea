"""Compounds: with a hyphen here and open there, like position compared with like."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from desk.checks.style.choices.choice import FormPlace
from desk.checks.style.choices.following import before_noun
from desk.checks.style.choices.passage import RunningText, words_of
from desk.checks.style.choices.word_lists import word_list
from desk.text.blocks import Block
from desk.text.matcher import matcher

_HYPHENED = matcher(r"(?<![\w’'-])(?P<a>[A-Za-z][a-z]+)-(?P<b>[a-z]{2,})(?![\w-])")
_FUNCTION = word_list("function_words")
_NO_BEGINNING = word_list("no_beginnings")
_PAIR = matcher(r"(?<![\w’'-])[a-z]{2,}(?= [a-z]{2,}(?![\w-]))")


@dataclass(frozen=True)
class Compounds:
    """The hyphened pairs of one block; what else it has to hold against them is looked for once a story has one."""

    hyphened: tuple[tuple[str, int, int, bool], ...] = ()
    """The pair in small letters with a space, its offsets, and whether a noun follows."""
    text: str = ""
    """The block without its quotations."""

    @cached_property
    def small(self) -> str:
        """Return the text in small letters."""
        return self.text.lower()

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Return its open pairs of words that could be written with a hyphen."""
        return frozenset(
            f"{one.lower()} {two}"
            for (one, _, end), (two, start, _) in pairwise(words_of(self.text))
            if start == end + 1 and two.islower() and one.lower() not in _NO_BEGINNING and two not in _FUNCTION
        )

    @cached_property
    def words(self) -> frozenset[str]:
        """Return its long words, which may be a pair closed up."""
        return frozenset(word.lower() for word, _, _ in words_of(self.text) if len(word) >= _LONG)


NO_COMPOUNDS = Compounds()


def compounds_of(passage: RunningText) -> Compounds:
    """Return what a block shows of compounds."""
    text = passage.outside
    hyphened = tuple(
        (f"{found['a'].lower()} {found['b']}", found.start(), found.end(), before_noun(text, found.end()))
        for found in (_HYPHENED.finditer(text) if "-" in text else ())
    )
    return Compounds(hyphened, text)


_LONG = 7
"""Letters of a word that is looked at for a pair closed up."""
_PREFIXES = frozenset(["re", "un", "in", "ex", "non"])
"""With these a hyphen makes another word (“re-form”, “reform”)."""


def compounds(read: Sequence[tuple[Block, Compounds]]) -> Iterator[tuple[Block, FormPlace]]:
    """Yield the places of every compound that stands in two forms in like positions."""
    with_hyphen: dict[str, list[tuple[Block, int, int, bool]]] = defaultdict(list)
    for block, seen in read:
        for pair, start, end, before in seen.hyphened:
            with_hyphen[pair].append((block, start, end, before))
    if not with_hyphen:
        return
    wanted = with_hyphen.keys()
    open_ones: dict[str, list[tuple[Block, int, int, bool]]] = defaultdict(list)
    for block, seen in read:
        for pair in wanted:
            if pair in seen.small and pair in seen.pairs:
                open_ones[pair].extend(_open(block, seen.text, pair))
    for pair, found in open_ones.items():
        yield from _like_with_like(pair, with_hyphen[pair], found)
    closed = {pair.replace(" ", ""): pair for pair in wanted if pair.split()[0] not in _PREFIXES}
    for block, seen in read:
        for word, pair in closed.items():
            if word in seen.small and word in seen.words:
                yield from _closed(block, seen.text, word, pair, with_hyphen[pair])


def _closed(
    block: Block, text: str, word: str, pair: str, hyphened: Sequence[tuple[Block, int, int, bool]]
) -> Iterator[tuple[Block, FormPlace]]:
    subject = f"{pair}, closed"
    first = len(pair.split()[0])
    for found in re.finditer(rf"(?<![\w’'-]){word}(?![\w’'-])", text, re.IGNORECASE):
        better = f"{found.group()[:first]}-{found.group()[first:]}"
        yield block, FormPlace("hyphen.compounds", subject, "closed", *found.span(), (("hyphen", better),))
    for one, start, end, _ in hyphened:
        yield (
            one,
            FormPlace(
                "hyphen.compounds", subject, "hyphen", start, end, (("closed", one.flat[start:end].replace("-", "")),)
            ),
        )


def _open(block: Block, text: str, pair: str) -> Iterator[tuple[Block, int, int, bool]]:
    for found in re.finditer(rf"(?<![\w’'-]){re.escape(pair)}(?![\w’'-])", text, re.IGNORECASE):
        yield block, found.start(), found.end(), before_noun(text, found.end())


def _like_with_like(
    pair: str, hyphened: Sequence[tuple[Block, int, int, bool]], found: Sequence[tuple[Block, int, int, bool]]
) -> Iterator[tuple[Block, FormPlace]]:
    before = [one for one in found if one[3]]
    behind = [one for one in found if not one[3]]
    noun = [one for one in hyphened if one[3]]
    other = [one for one in hyphened if not one[3]]
    if before and hyphened:
        yield from _places(pair, "before a noun", noun or other, before)
    if behind and other:
        yield from _places(pair, "alone", other, behind)


def _places(
    pair: str,
    position: str,
    hyphened: Sequence[tuple[Block, int, int, bool]],
    found: Sequence[tuple[Block, int, int, bool]],
) -> Iterator[tuple[Block, FormPlace]]:
    subject = f"{pair}, {position}"
    for block, start, end, _ in hyphened:
        words = block.flat[start:end].replace("-", " ")
        yield block, FormPlace("hyphen.compounds", subject, "hyphen", start, end, (("open", words),))
    for block, start, end, _ in found:
        words = block.flat[start:end].replace(" ", "-")
        yield block, FormPlace("hyphen.compounds", subject, "open", start, end, (("hyphen", words),))
