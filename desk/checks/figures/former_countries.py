"""A country or a town told of in a year in which its name was no more.

The names are `resources/names/former_countries.txt` and, of towns that nobody calls so any more, `renamed_places.toml`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from desk.checks.check import Severity
from desk.checks.figures.dates import MONTHS
from desk.checks.figures.slips import Doubt
from desk.checks.renamed_places import NameStanding, RenamedPlace, renamed_places, within_longer_name
from desk.paths import resources_dir
from desk.text.matcher import matcher
from desk.text.words import holds_one

_LINE = matcher(r"(?P<names>[^:]+): (?P<year>\d{4})(?:; (?P<now>.+?))?(?: \(ISO\))?")
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d,]|[-–]\d)"
_CENTURIES = (" 19", " 20")
_MONTH = rf"(?:(?:early|late|mid-)? ?(?:{'|'.join(MONTHS)}) )?"


class FormerCountry(NamedTuple):
    """The last year of a name, and what is there today; empty where that is many."""

    last: int
    now: str


@cache
def former_countries() -> Mapping[str, FormerCountry]:
    """Return the countries that are no more by each of their names."""
    text = (resources_dir() / "names" / "former_countries.txt").read_text("utf-8")
    lines = (_LINE.fullmatch(line) for line in text.splitlines() if line and not line.startswith("#"))
    return MappingProxyType(
        {
            name: FormerCountry(int(line["year"]), line["now"] or "")
            for line in lines
            if line
            for name in line["names"].split(" / ")
        }
    )


@cache
def _pattern() -> re.Pattern[str]:
    return _told_of(former_countries())


def _told_of(names: Iterable[str]) -> re.Pattern[str]:
    """Return what finds one of the names with a year right behind it."""
    some = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return matcher(rf"\b(?:in|to|from|into|across) (?:the )?(?P<name>{some}),? (?:in|since|during) {_MONTH}{_YEAR}")


def _may_hold(text: str, names: Iterable[str]) -> bool:
    """Return whether one of the names and a year stand in a text: looked for first, in a tenth of the time."""
    return holds_one(text, _CENTURIES) and holds_one(text, names)


def former_country_slips(text: str) -> Iterator[Doubt]:
    """Yield a doubt on each country of one block that was called otherwise, or was no more, in the year beside it."""
    for found in _pattern().finditer(text) if _may_hold(text, former_countries()) else ():
        country = former_countries()[found["name"]]
        if int(found["year"]) > country.last:
            yield _doubt(found, country)


def _doubt(found: re.Match[str], country: FormerCountry) -> Doubt:
    what = f"it is {country.now}" if country.now else "the country is no more"
    return Doubt(
        "figures.former-country",
        *found.span("name"),
        f"Since {country.last} {what}: {found['name']} was not there in {found['year']}.",
        () if " or " in country.now or not country.now else (country.now.removeprefix("the "),),
        ((*found.span("year"), "the year"),),
    )


@cache
def _former_towns() -> tuple[re.Pattern[str], Mapping[str, RenamedPlace]]:
    gone = {name: one for one in renamed_places() if one.standing is NameStanding.GONE for name in one.former}
    return _told_of(gone), MappingProxyType(gone)


def former_town_slips(text: str) -> Iterator[Doubt]:
    """Yield a doubt on each town of one block that was called otherwise in the year beside it: a hint, no more."""
    pattern, places = _former_towns()
    for found in pattern.finditer(text) if _may_hold(text, places) else ():
        place, year = places[found["name"]], int(found["year"])
        if year <= place.year or within_longer_name(text, *found.span("name")) or _is_elsewhere(text, place):
            continue
        yield Doubt(
            "figures.former-place",
            *found.span("name"),
            f"Since {place.year} it is {place.now[0]} ({place.country}): {found['name']} was not its name in {year}.",
            place.now[:1],
            ((*found.span("year"), "the year"),),
            severity=Severity.HINT,
        )


def _is_elsewhere(text: str, place: RenamedPlace) -> bool:
    return any(word in text for word in place.elsewhere)
