"""Initialisms and acronyms: with or without full stops, letters in another order, and those that do not fit."""

import re
from collections import defaultdict
from collections.abc import Iterator

from desk.checks.names.group import Story, Word
from desk.checks.names.letters import Slip, slip
from desk.checks.names.lists import lists
from desk.checks.names.suspicion import Suspicion, spans
from desk.text.spans import Span


def stops(story: Story) -> Iterator[Suspicion]:
    """Yield each initialism that stands with full stops in some places and without them in others."""
    dotted = {w.text.replace(".", ""): w for w in story.words.values() if w.look == "dotted" and len(w.key) > 1}
    for letters, with_stops in dotted.items():
        without = story.words.get(letters)
        if without is None or without.look != "capitals" or not without.firm:
            continue
        forms = [(word, _firm(story, word)) for word in (with_stops, without)]
        if all(places for _, places in forms):
            (keep, kept), (depart, departing) = sorted(forms, key=lambda form: (-len(form[1]), form[1][0].start))
            why = "with and without full stops"
            yield Suspicion("names.initialism", keep.text, depart.text, kept, departing, why)


def _pair(rule: str, keep: Word, depart: Word, why: str) -> Suspicion:
    return Suspicion(rule, keep.text, depart.text, spans(keep), spans(depart), why)


def _firm(story: Story, word: Word) -> tuple[Span, ...]:
    """Return the places of an initialism outside headlines and menus, and not before a currency ("US$5")."""
    dotted = word.look == "dotted"
    return tuple(
        Span(place.start, place.end)
        for place in word.places
        if (place.firm or dotted) and story.text[place.end : place.end + 1] != "$"
    )


_SHORTEST = 4
_CROWD = 4  # acronyms of the same letters; more say nothing about any two


def swapped(story: Story) -> Iterator[Suspicion]:
    """Yield each acronym whose letters stand in another order, or with one wrong, beside a commoner one."""
    acronyms = [
        w for w in story.words.values() if w.look == "capitals" and w.key.isalpha() and story.outside_headlines(w)
    ]
    sharing: dict[str, list[Word]] = defaultdict(list)
    for word in acronyms:
        for key in {"".join(sorted(word.text)), *(_without(word.text))}:
            sharing[key].append(word)
    seen: set[frozenset[str]] = set()
    for crowd in sharing.values():
        for first in crowd[:_CROWD]:
            for second in crowd[:_CROWD]:
                pair = frozenset((first.text, second.text))
                if len(pair) == 2 and pair not in seen:
                    seen.add(pair)
                    yield from _weigh(first, second)


def _without(text: str) -> Iterator[str]:
    if len(text) > _SHORTEST:
        yield text
        for i in range(len(text)):
            yield text[:i] + text[i + 1 :]


def _weigh(first: Word, second: Word) -> Iterator[Suspicion]:
    if min(len(first.text), len(second.text)) < _SHORTEST:
        return
    known = lists().acronyms
    keep, depart = sorted((first, second), key=lambda w: (-w.count, w.text not in known, w.places[0].start))
    if depart.text in known or depart.count > 2:
        return
    kind = slip(keep.key, depart.key)
    if (
        kind in (Slip.SWAP, Slip.ANAGRAM)
        or (keep.text in known and kind is not Slip.FAR)
        or (keep.count >= 3 and len(keep.text) >= 5 and depart.text.rstrip("S") != keep.text.rstrip("S"))
    ):
        yield _pair("names.acronym", keep, depart, str(kind))


_INTRODUCED = re.compile(r"\s*[(\[]\s*(?:the\s+|or\s+)?([A-Z][A-Za-z]*[A-Z])\s*[)\]]")


def misfits(story: Story) -> Iterator[Suspicion]:
    """Yield each acronym in brackets whose letters are those of the name before it in another order.

    Acronyms of another language do that all the time, so the fitting order must be known or stand in the story.
    """
    for run in story.runs:
        end = run.start + len(run.text)
        match = _INTRODUCED.match(story.text, end) if len(run.pieces) >= 3 else None
        if match is None:
            continue
        letters, fitting = match.group(1), "".join(piece.text[0] for piece in run.pieces)
        usual = fitting in lists().acronyms or fitting in story.words
        if letters != fitting and usual and letters not in lists().acronyms and sorted(letters) == sorted(fitting):
            name = Span(run.start + run.pieces[0].start, end)
            why = f"the first letters of “{' '.join(name.of(story.text).split())}” are {fitting}"
            places = spans(story.words[letters]) if letters in story.words else (Span(match.start(1), match.end(1)),)
            yield Suspicion("names.acronym-mismatch", fitting, letters, (name,), places, why)
