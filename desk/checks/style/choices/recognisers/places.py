"""Places under the name of today and under a former one, where the former one is not right by itself."""

from collections.abc import Iterator

from desk.checks.renamed_places import (
    FIRST_WORD,
    NameStanding,
    RenamedPlace,
    in_history,
    names_by_first_word,
    within_longer_name,
)
from desk.checks.style.choices.choice import FormPlace
from desk.checks.style.choices.passage import NOTHING, RunningText
from desk.text.matcher import matcher
from desk.text.moments import day_month_year

_STOPS = matcher(r"(?<=[.!?])[”\"’']? +(?=[“\"‘]?[A-Z])")
_KEY = "places.renamed"


def renamed(passage: RunningText) -> Iterator[FormPlace]:
    """Yield each place of the gazetteer under either of its names; in quotations too, whose words nobody rewrites."""
    text, done = passage.flat, 0
    if names_by_first_word().keys().isdisjoint(FIRST_WORD.findall(text)):
        return
    for word in FIRST_WORD.finditer(text):
        if word.start() < done or text[max(0, word.start() - 1) : word.start()].isalnum():
            continue
        for name, place in names_by_first_word().get(word.group(), ()):
            end = word.start() + len(name)
            if text.startswith(name, word.start()) and not text[end : end + 1].isalnum():
                done = end
                if found := _place(passage, word.start(), name, place):
                    yield found
                break


def _place(passage: RunningText, start: int, name: str, place: RenamedPlace) -> FormPlace | None:
    text, end = passage.flat, start + len(name)
    old = name in place.former
    if any(word in text for word in place.elsewhere):
        return None
    if within_longer_name(text, start, end) or (old and in_history(_sentence(text, start), text, place)):
        return None
    quoted = passage.outside[start] == NOTHING
    gone = place.standing is NameStanding.GONE
    other = (("new", place.now[0]),) if old else (("old", place.former[0]),)
    return FormPlace(
        _KEY,
        place.now[0],
        "old" if old else "new",
        start,
        end,
        () if quoted else other,
        quoted=quoted,
        settled="new" if gone else "",
        told_elsewhere=place.standing is NameStanding.EITHER,
        note=_since(place),
    )


def _sentence(text: str, at: int) -> str:
    """Return the sentence around a place."""
    begin = max((stop.end() for stop in _STOPS.finditer(text, 0, at)), default=0)
    behind = _STOPS.search(text, at)
    return text[begin : behind.start() if behind else len(text)]


def _since(place: RenamedPlace) -> str:
    """Return since when the place is called as it is, for the editor."""
    if not place.since or place.standing is NameStanding.EITHER:
        return ""
    where = "" if place.country == place.now[0] else f" ({place.country})"
    return f"“{place.now[0]}” has been the official name since {day_month_year(place.since)}{where}."
