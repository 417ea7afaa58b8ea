"""Initials of a story: explained twice, never explained and not known in the country, or explained and never used."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from desk.checks.style.choices.choice import FormPlace
from desk.checks.style.choices.word_lists import word_list
from desk.text.blocks import Block
from desk.text.matcher import matcher

Stood = tuple[Block, FormPlace]
_SHORTEST = 3
"""Letters: two may stand for anything."""
_ROMAN = matcher(r"[IVXLC]+")
_APPOSED = matcher(r"(?:[’']s)?(?:,| \(| —| –) ?(?:the|a|an|which|formerly|[A-Z])")
_NOUN_BEFORE = matcher(r"\b(?!(?:the|of|at|by|in|on|to|for|with|from|and|or|a|an|that|as|with|its|his) )[a-z]{4,} $")


def explained(places: Sequence[Stood]) -> Iterator[Stood]:
    """Yield initials in brackets but for the first time: there they belong, unless the house wants none."""
    seen: set[str] = set()
    for block, place in places:
        yield block, place if place.subject in seen else place._replace(form="once")
        seen.add(place.subject)


def unexplained(places: Sequence[Stood], blocks: Sequence[Block], countries: Sequence[str]) -> Iterator[Stood]:
    """Yield initials that stand twice, that the country does not know, and that nothing in the story explains."""
    unknown: dict[str, list[Stood]] = defaultdict(list)
    known = word_list("initials").union(*(_known_in(country) for country in countries))
    for stood in places:
        letters = stood[1].subject
        if len(letters) >= _SHORTEST and letters not in known and not _ROMAN.fullmatch(letters):
            unknown[letters].append(stood)
    for letters, some in unknown.items():
        if (
            len(some) < 2
            or not any(map(_with_article, some))
            or _explains(some[0])
            or any(_names(letters, block.flat) for block in blocks)
        ):
            continue
        for block, place in some:
            yield block, FormPlace("abbr.unexplained", letters, "stand", place.start, place.end)


_COUNTRIES = frozenset({"US", "GB", "AU", "CA", "IE", "IN", "NZ", "ZA"})
"""Those with a list of their own."""


def _known_in(country: str) -> frozenset[str]:
    """Return the initials that readers of a country know besides; none where the country has no list."""
    return word_list(f"initials_{country.lower()}") if country in _COUNTRIES else frozenset()


def _with_article(stood: Stood) -> bool:
    """Return whether “the” stands before: a body with a name in words, not a firm that is called by its letters."""
    block, place = stood
    return block.flat[max(0, place.start - 4) : place.start].lower() == "the "


def _explains(first: Stood) -> bool:
    """Return whether the words around the first place say what it is: “agency KCNA”, “KCNA, the news agency”."""
    block, place = first
    before = block.flat[max(0, place.start - 30) : place.start]
    return bool(_APPOSED.match(block.flat, place.end)) or bool(_NOUN_BEFORE.search(before)) or before.endswith("(")


def _names(letters: str, text: str) -> bool:
    """Return whether a text has the initials in brackets, or a name whose words begin with them."""
    if f"({letters}" in text or f"“{letters}”" in text:
        return True
    between = r"[\w’'.]*[a-z](?:[ -](?:of|the|for|and|in|on|to|de|du|&|fur|für))*[ -]"
    return bool(re.search(r"\b" + between.join(letters), text))


def unused(explained_places: Sequence[Stood], places: Sequence[Stood]) -> Iterator[Stood]:
    """Yield initials in brackets that are not used again."""
    used = Counter(place.subject for _, place in places)
    for block, place in explained_places:
        if used[place.subject] < 2:
            yield block, FormPlace("abbr.unused", place.subject, "stand", place.start, place.end)


def used(explained_places: Sequence[Stood], places: Sequence[Stood]) -> Iterator[Stood]:
    """Yield initials in brackets that are used again."""
    unused_ones = {place.subject for _, place in unused(explained_places, places)}
    yield from (stood for stood in explained_places if stood[1].subject not in unused_ones)
