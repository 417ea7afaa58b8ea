"""The gazetteer of places that were renamed, and of those with two names in use: `resources/names/renamed_places.toml`.

It says as well whether a former name stands in history, where it is right, or within a longer name that kept it.
"""

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from desk.careful import careful_text
from desk.paths import resources_dir
from desk.text.matcher import matcher


class NameStanding(StrEnum):
    """How a former name is used today: houses differ, nobody has it, or both are good."""

    RENAMED = "renamed"
    GONE = "gone"
    EITHER = "either"


class RenamedPlace(NamedTuple):
    """One place: its name of today in every spelling, its other names, and since when the first is the official one."""

    now: tuple[str, ...]
    former: tuple[str, ...]
    country: str
    since: str
    """A day, a month or a year; empty where only usage differs."""
    kind: str
    standing: NameStanding
    source: str
    elsewhere: tuple[str, ...] = ()
    """Words beside which the former name is that of another place."""

    @property
    def year(self) -> int:
        """Return the year of the change, 0 where there is none."""
        return int(self.since[:4] or "0")


@cache
def renamed_places() -> tuple[RenamedPlace, ...]:
    """Return every place of the gazetteer, in the order of the file."""
    table = tomllib.loads(careful_text(resources_dir() / "names" / "renamed_places.toml"))
    sources = table["sources"]
    return tuple(
        RenamedPlace(
            tuple(now.split(" / ")),
            tuple(former.split(" / ")),
            country,
            since,
            kind,
            NameStanding(standing),
            sources[source],
            tuple(elsewhere),
        )
        for now, former, country, since, kind, standing, source, *elsewhere in table["gazetteer"]["rows"]
    )


@cache
def names_by_first_word() -> Mapping[str, tuple[tuple[str, RenamedPlace], ...]]:
    """Return every name, the longer ones first, with its place, by the first word of the name."""
    found: dict[str, list[tuple[str, RenamedPlace]]] = {}
    for place in renamed_places():
        for name in (*place.now, *place.former):
            found.setdefault(FIRST_WORD.match(name)[0], []).append((name, place))  # type: ignore[index]  # names have one
    return MappingProxyType({first: tuple(sorted(some, key=_length, reverse=True)) for first, some in found.items()})


FIRST_WORD = matcher(r"[A-ZÀ-Ý][^\W\d_]*")


def _length(named: tuple[str, RenamedPlace]) -> int:
    return len(named[0])


_YEAR = matcher(r"(?<![\d,.$£€])(1[0-9]|20)(\d\d)(?!\d|,\d|%)")
_CENTURY = matcher(r"\b(?:\d\d?(?:st|nd|rd|th)|[a-z]+(?:th|st)|twentieth|first)[- ]century\b")
_HISTORY = matcher(
    r"\b(?:[Ff]ormerly|[Ff]ormer|[Pp]reviously|[Oo]nce|[Tt]hen|[Nn]ow|[Rr]enam\w+|known as|called|old names?|names?|"
    r"[Cc]olon\w+|Soviet|Nazi|Raj|imperial|[Ee]mpire|wartime|[Ss]iege|[Bb]attle|[Ff]all of|[Ww]orld [Ww]ar|"
    r"Second World|First World|[Ii]ndependence|[Pp]artition|[Cc]rusad\w+|Byzantin\w+|Ottoman|[Mm]issionar\w+|"
    r"[Bb]orn in|birthplace|the war|[Hh]istor\w+|decades ago|ancient|treaty)\b"
)
"""Words of a sentence that tells of history, or of the name itself."""


def in_history(sentence: str, paragraph: str, place: RenamedPlace) -> bool:
    """Return whether a former name is right where it stands: told of the time before the change, or as the former one.

    `paragraph` is what stands around the sentence; a year before the change counts wherever it is in it.
    """
    if _HISTORY.search(sentence) or _CENTURY.search(paragraph):
        return True
    return bool(place.year) and any(int(found[0]) < place.year for found in _YEAR.finditer(paragraph))


_CAPITAL_BEFORE = matcher(r"(?P<word>[A-ZÀ-Ý][\w’'.]*)(?P<of> of(?: the)?)? $")
_OPENS = matcher(
    r"An?|The|In|At|On|From|To|Of|For|By|With|And|But|As|After|Before|Since|When|While|Near|Around|Outside|Across|Through|"
    r"Throughout|Both|Even|Only|Now|Today|Meanwhile|Why|Where|Like|Over|Between|Into|Inside|Beyond|Greater|Downtown|"
    r"North|South|East|West|Northern|Southern|Eastern|Western|Central"
)
"""Words with a capital, at the head of a sentence or by themselves, that make no longer name of what follows."""
_NO_PART = matcher(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec|And|Or"
)
_CAPITAL_BEHIND = matcher(r" (?:& )?(?P<word>[A-ZÀ-Ý][\w’']*)")
_KEPT_BEHIND = matcher(
    r" (?:stock exchange|university|opera|ducks?|mix|potatoes|curry|curries|sandwich(?:es)?|toasties?|checks?|cats?|"
    r"goats?|wool|man\b|gin|court|high court|regiments?|school|college|club|bank|blood|plaid|jute|cotton|silk|rice|"
    r"region|oblast|province|district|governorate|division|strain|blend|tea)"
)
_KEPT_BEFORE = matcher(r"(?:\b[Cc]hicken|\b[Mm]iss|\b[Aa]ir|\b[Rr]adio|\b[Aa] la|\bà la|\b[Pp]ier|\b[Nn]ew) $")


def within_longer_name(text: str, start: int, end: int) -> bool:
    """Return whether a name is part of a longer one that keeps it: a court, a regiment, a firm, a team, a dish.

    `text` is that of one block, and `[start, end)` the name.
    """
    before, behind = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    if before[-1:] in ("-", "–", "/", ".", "@", "#", "&") or re.match(r"-[A-Z]|-on-|&|/|[’']s [A-Z]\w+ [A-Z]", behind):
        return True
    if _KEPT_BEFORE.search(before) or _KEPT_BEHIND.match(behind):
        return True
    found = _CAPITAL_BEHIND.match(behind)
    if found and not _NO_PART.fullmatch(found["word"]):
        return True
    led = _CAPITAL_BEFORE.search(before)
    return led is not None and (led["of"] is not None or not _OPENS.fullmatch(led["word"]))


_REACH = 32
"""Code points around a name that tell whether it is part of a longer one."""
