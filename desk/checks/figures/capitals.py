"""A city called the capital of a country that has another one, and a capital put into another country.

Their list is `resources/names/capitals.txt`; `capital_namesakes.txt` has the names that stand in more than one country.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from desk.checks.figures.slips import Doubt
from desk.paths import resources_dir
from desk.text.matcher import matcher

_CITY = r"(?P<city>[A-Z][\w’'-]+(?: (?:de |es )?[A-Z][\w’'-]+){0,2})"
_LAND = r"(?:the )?(?P<land>(?:U\.S\.|[A-Z][\w’'-]+?(?: (?:and )?[A-Z][\w’'-]+?){0,3}))"
_PATTERNS = (
    matcher(rf"(?<![\w’'-]){_CITY}, (?:the|its) capital(?: city)? of {_LAND}(?![\w’'-])"),
    matcher(rf"\b(?:The|the) capital(?: city)? of {_LAND}, {_CITY}(?=[,.;])"),
    matcher(rf"(?<![\w’'-]){_LAND}[’']s? capital(?: city)?, {_CITY}(?=[,.;])"),
)


_WITHIN = matcher(
    rf"\b(?:in|from|near|outside|at|to) {_CITY}, (?P<land>[A-Z][\w’'-]+(?: (?:and )?[A-Z][\w’'-]+){{0,2}})"
    r"(?=[.;)]|, (?![A-Z“\"])|,? (?:on|in|at|after|where|who|to|for|said) )"
)
_NAMED_BEHIND = matcher(", [A-Z]")
_ALSO_PEOPLE = frozenset({"Chad", "Georgia", "Israel", "Jordan"})


class Capitals(NamedTuple):
    """The capitals of one country in every spelling in use, and those it had, each with its last year."""

    now: tuple[str, ...]
    former: Mapping[str, int]


@cache
def capitals() -> Mapping[str, Capitals]:
    """Return the capitals of a country by each of its names."""
    text = (resources_dir() / "names" / "capitals.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return MappingProxyType(dict(pair for line in lines for pair in _of_line(line)))


def _of_line(line: str) -> Iterator[tuple[str, Capitals]]:
    names, _, seats = line.partition(": ")
    now, *former = seats.split("; ")
    ended = {city: int(year) for city, _, year in (one.partition(" until ") for one in former)}
    of = Capitals(tuple(now.split(" / ")), MappingProxyType(ended))
    yield from ((name, of) for name in names.split(" / "))


@cache
def _homes() -> Mapping[str, str]:
    """Return the country of each capital whose name no other country has."""
    text = (resources_dir() / "names" / "capital_namesakes.txt").read_text("utf-8")
    elsewhere = frozenset(text.splitlines())
    return MappingProxyType(
        {city: land for land, of in reversed(tuple(capitals().items())) for city in of.now if city not in elsewhere}
    )


def capital_slips(text: str) -> Iterator[Doubt]:
    """Yield a doubt on each city of one block that is called a capital and is none, or put elsewhere."""
    for found in _WITHIN.finditer(text) if _NAMED_BEHIND.search(text) else ():
        home, land = _homes().get(found["city"]), found["land"]
        if home and land in capitals() and found["city"] not in capitals()[land].now and land not in _ALSO_PEOPLE:
            yield _put_elsewhere(found, home)
    for pattern in _PATTERNS if "capital" in text else ():
        for found in pattern.finditer(text):
            words = found["land"].split()  # “In Nigeria” begins with a word that is no part of it
            lands = (" ".join(words[nth:]) for nth in range(len(words)))
            land = next((land for land in lands if land in capitals()), "")
            if land and found["city"] not in capitals()[land].now:
                yield _doubt(found, land, capitals()[land])


def _put_elsewhere(found: re.Match[str], home: str) -> Doubt:
    land, city = found["land"], found["city"]
    seat = capitals()[land].now[0]
    return Doubt(
        "figures.capital",
        *found.span("land"),
        f"{city} is a city of another country ({home}); the capital of {land} is {seat}.",
        (home,),
        ((*found.span("city"), home),),
        ((*found.span("city"), seat),),
    )


def _doubt(found: re.Match[str], land: str, of: Capitals) -> Doubt:
    city = found["city"]
    until = f" It was until {of.former[city]}." if city in of.former else ""
    return Doubt(
        "figures.capital",
        *found.span("city"),
        f"The capital of {land} is {of.now[0]}, not {city}.{until}",
        of.now[:1],
        ((found.end("land") - len(land), found.end("land"), of.now[0]),),
    )
