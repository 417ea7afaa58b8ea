"""A country told of in a year in which its name was no more; the names are `resources/names/former_countries.txt`."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from desk.checks.figures.dates import MONTHS
from desk.checks.figures.slips import Doubt
from desk.paths import resources_dir

_LINE = re.compile(r"(?P<names>[^:]+): (?P<year>\d{4})(?:; (?P<now>.+?))?(?: \(ISO\))?")
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d,]|[-–]\d)"
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
    names = "|".join(map(re.escape, sorted(former_countries(), key=len, reverse=True)))
    return re.compile(rf"\b(?:in|to|from|into|across) (?:the )?(?P<name>{names}),? (?:in|since|during) {_MONTH}{_YEAR}")


def former_country_slips(text: str) -> Iterator[Doubt]:
    """Yield a doubt on each country of one block that was called otherwise, or was no more, in the year beside it."""
    for found in _pattern().finditer(text):
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
