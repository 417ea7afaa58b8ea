"""Titles before surnames, and the surnames that stand bare where a person surely is meant."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from desk.checks.style.choices.choice import FormPlace
from desk.checks.style.choices.following import VERBS
from desk.checks.style.choices.passage import RunningText
from desk.checks.style.choices.word_lists import word_list
from desk.text.blocks import Block
from desk.text.matcher import matcher

_COURTESY = frozenset({"Mr", "Mrs", "Ms", "Miss"})
_TITLED = matcher(
    r"\b(?P<t>Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sen|Senator|Gov|Rep)\b\.? "
    r"(?P<names>(?:[A-Z][\w’'-]*\.? ){0,4})(?P<last>(?:(?:de|van|von|al|el|bin|Mc) ?)?[A-Z][\w’'-]*?[a-z])"
    r"(?P<s>[’']s)?(?![\w-])"
)
_BARE = matcher(
    rf"(?:(?<![A-Za-z’'.\0-]) ?|^)(?P<last>[A-Z][\w’-]*?[a-z])(?= (?:{VERBS})\b|[’']s [a-z])|"
    r"\b(?:said|says|added|asked|wrote|told|to|by|with|from|for|against|about|of|than|among|that) "
    r"(?P<after>[A-Z][\w’-]*[a-z])(?=[,.;]|[’']s [a-z])"
)
_ADDED_TO = matcher(r"(?:-|\b(?:former|late|then) |(?<=[\w,] )[A-Z][\w’'.]*[a-z] )$")
"""What belongs to the title: without it “then-Senator Ortega” and “Vermont Sen. Ortega” would be no words at all."""
_NEAR = 24
"""Code points before a title that are looked at."""
_NAMED_BEFORE = matcher(r"(?:[A-Z][\w’'.-]*|\b(?:the|of|and|&|a|an|de|van|von|al|el|bin)) $")
_FULL = matcher(r"\b(?P<first>[A-Z][a-z]+)(?: [A-Z]\.)? (?P<last>[A-Z][\w’-]*[a-z])\b")


class Named(NamedTuple):
    """A surname with its title (empty where it stands bare); offsets are code points of the block."""

    title: str
    last: str
    start: int
    end: int


@dataclass(frozen=True)
class Persons:
    """What one block shows of people: surnames behind a title; bare ones and full names, looked for once they count."""

    titled: tuple[Named, ...] = ()
    text: str = ""
    """The block without its quotations."""

    @cached_property
    def bare(self) -> tuple[Named, ...]:
        """Return the surnames without a title; one counts where a verb follows or “said” stands before."""
        return tuple(
            Named("", found[name], *found.span(name))
            for found in _BARE.finditer(self.text)
            for name in ("last" if found["last"] else "after",)
            if not _NAMED_BEFORE.search(self.text, max(0, found.start(name) - 20), found.start(name))
        )

    @cached_property
    def full(self) -> frozenset[tuple[str, str]]:
        """Return the full names, first and last."""
        return frozenset((found["first"], found["last"]) for found in _FULL.finditer(self.text))


NOBODY = Persons()
_TITLES = frozenset(["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sen", "senator", "gov", "rep"])


def persons_of(passage: RunningText) -> Persons:
    """Return what one block shows."""
    text = passage.outside
    titled = tuple(
        Named(found["t"], found["last"], found.start(), found.end("last"))
        for found in (_TITLED.finditer(text) if not passage.lower.isdisjoint(_TITLES) else ())
        if not found["names"] and not _ADDED_TO.search(text, max(0, found.start() - _NEAR), found.start())
    )
    return Persons(titled, text)


def courtesy(read: Sequence[tuple[Block, Persons]]) -> Iterator[tuple[Block, FormPlace]]:
    """Yield second mentions with “Mr” and the like, and bare ones of the same people."""
    yield from _mentions(read, "titles.courtesy", "all", courtesy_alone=True)


def second(read: Sequence[tuple[Block, Persons]]) -> Iterator[tuple[Block, FormPlace]]:
    """Yield second mentions with a title of office or learning, and bare ones of the same people."""
    yield from _mentions(read, "titles.second", "title", courtesy_alone=False)


_WOMEN = frozenset({"Mrs", "Ms", "Miss"})


def which(read: Sequence[tuple[Block, Persons]]) -> Iterator[tuple[Block, FormPlace]]:
    """Yield courtesy titles of people who have more than one: “Mrs” and “Ms”, or “Mr” and “Ms” of nobody in full.

    “Mr” and “Mrs” may be a couple; of a person named in full the check of names knows which of the two is right.
    """
    titled: dict[str, list[tuple[Block, Named]]] = defaultdict(list)
    for block, seen in read:
        for one in seen.titled:
            if one.title in _COURTESY:
                titled[one.last].append((block, one))
    mixed = {last: some for last, some in titled.items() if len({one.title for _, one in some}) > 1}
    firsts = _first_names(read, mixed) if mixed else {}
    for last, some in mixed.items():
        titles = {one.title for _, one in some}
        of_one = titles <= _WOMEN or (titles == {"Mr", "Ms"} and not firsts[last])
        if len(firsts[last]) > 1 or not of_one:
            continue
        for block, one in some:
            words = block.flat[one.start : one.end]
            others = tuple((title, words.replace(one.title, title, 1)) for title in titles - {one.title})
            yield block, FormPlace("titles.which", last, one.title, one.start, one.end, others)


def _first_names(read: Sequence[tuple[Block, Persons]], lasts: Collection[str]) -> Mapping[str, set[str]]:
    """Return the first names with which some surnames stand."""
    out: dict[str, set[str]] = {last: set() for last in lasts}
    for _, seen in read:
        for first, last in seen.full:
            if last in out and first not in _NO_FIRST_NAMES:
                out[last].add(first)
    return out


_NO_FIRST_NAMES = word_list("titles")


def _mentions(
    read: Sequence[tuple[Block, Persons]], key: str, form: str, *, courtesy_alone: bool
) -> Iterator[tuple[Block, FormPlace]]:
    titled: dict[str, list[tuple[Block, Named]]] = defaultdict(list)
    for block, seen in read:
        for one in seen.titled:
            if (one.title in _COURTESY) == courtesy_alone:
                titled[one.last].append((block, one))
    if not titled:
        return
    bare: dict[str, list[tuple[Block, Named]]] = defaultdict(list)
    for block, seen in read:
        for one in seen.bare:
            if one.last in titled:
                bare[one.last].append((block, one))
    for last, some in titled.items():
        title = Counter(one.title for _, one in some).most_common(1)[0][0]
        point = "." if some[0][0].flat[some[0][1].start + len(some[0][1].title)] == "." else ""
        for block, one in some:
            yield block, FormPlace(key, last, form, one.start, one.end, (("none", last),))
        for block, one in bare[last]:
            yield block, FormPlace(key, last, "none", one.start, one.end, ((form, f"{title}{point} {last}"),))
