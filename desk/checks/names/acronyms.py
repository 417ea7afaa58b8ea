"""Initialisms and acronyms: with or without full stops, letters in another order, and those that do not fit."""

from collections import defaultdict
from collections.abc import Iterator

from desk.checks.check import Severity
from desk.checks.names.group import StoryNames, StoryRun, Word
from desk.checks.names.letters import LetterSlip, plain, slip
from desk.checks.names.lists import is_word, lists
from desk.checks.names.suspicion import Suspicion, spans
from desk.text.matcher import matcher
from desk.text.spans import Span


def stops(story: StoryNames) -> Iterator[Suspicion]:
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


def in_capitals_or_not(story: StoryNames) -> Iterator[Suspicion]:
    """Yield each acronym that stands in capitals in some places and as a name in others ("UNESCO", "Unesco")."""
    known = lists()
    lists_of_names = (known.given, known.surnames, known.places)
    for word in tuple(story.words.values()):
        if word.look != "capitals" or not word.text.isalpha() or not _SHORTEST <= len(word.text) <= _LONGEST_SPOKEN:
            continue
        other = story.words.get(word.text.capitalize())
        if (
            other is None
            or story.ordinary(other)
            or any(word.key in names for names in lists_of_names)
            or is_word(word.key)
        ):
            continue
        if story.outside_headlines(word) and story.outside_headlines(other):
            forms = ((w, spans(w)) for w in (word, other))
            (keep, kept), (depart, departing) = sorted(forms, key=lambda form: (-len(form[1]), form[1][0].start))
            yield Suspicion("names.initialism", keep.text, depart.text, kept, departing, "capitals throughout or not")


_LONGEST_SPOKEN = 8
"""Letters of an acronym that is spoken as a word."""


def _pair(rule: str, keep: Word, depart: Word, why: str) -> Suspicion:
    return Suspicion(rule, keep.text, depart.text, spans(keep), spans(depart), why)


def _firm(story: StoryNames, word: Word) -> tuple[Span, ...]:
    """Return the places of an initialism outside headlines and menus, and not before a currency ("US$5", "US $5")."""
    dotted = word.look == "dotted"
    return tuple(
        Span(place.start, place.end)
        for place in word.places
        if (place.firm or dotted) and story.text[place.end : place.end + 2].strip()[:1] != "$"
    )


_SHORTEST = 4
_CROWD = 4  # acronyms of the same letters; more say nothing about any two


def swapped(story: StoryNames) -> Iterator[Suspicion]:
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
                    yield from _weigh(story, first, second)


def _without(text: str) -> Iterator[str]:
    if len(text) > _SHORTEST:
        yield text
        for i in range(len(text)):
            yield text[:i] + text[i + 1 :]


def _weigh(story: StoryNames, first: Word, second: Word) -> Iterator[Suspicion]:
    if min(len(first.text), len(second.text)) < _SHORTEST:
        return
    known = lists().acronyms
    keep, depart = sorted(
        (first, second), key=lambda w: (-w.count, w.text not in known, not _introduced(story, w), w.places[0].start)
    )
    if depart.text in known or depart.count > 2:
        return
    kind = slip(keep.key, depart.key)
    if (
        kind in (LetterSlip.SWAP, LetterSlip.ANAGRAM)
        or (keep.text in known and kind is not LetterSlip.FAR)
        or (keep.count >= 3 and len(keep.text) >= 5 and depart.text.rstrip("S") != keep.text.rstrip("S"))
    ):
        yield _pair("names.acronym", keep, depart, str(kind))


def _introduced(story: StoryNames, word: Word) -> bool:
    """Return whether an acronym stands in brackets somewhere, as it does behind its name."""
    return any(story.text[place.start - 1 : place.start] in ("(", "[") for place in word.places[:_LOOKED_AT])


_LOOKED_AT = 50  # places; an acronym is introduced early
_CAPITALS = matcher(r"\b[A-Z]{3,}\b")
_INTRODUCED = matcher(r"\s*[(\[]\s*(?:the\s+|or\s+)?([A-Z][A-Za-z]*[A-Z])\s*[)\]]")


def misfits(story: StoryNames) -> Iterator[Suspicion]:
    """Yield each acronym in brackets that does not fit the name before it, and almost does.

    Acronyms of another language do not fit either, but those are far from fitting ("Doctors Without Borders (MSF)").
    """
    found: dict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
    for run in story.runs:
        end = run.start + len(run.text)
        match = _INTRODUCED.match(story.text, end) if len(run.pieces) > 1 else None
        if match is None:
            continue
        letters = match.group(1)
        words = run.pieces[-len(letters) :]
        fitting = "".join(piece.text[0] for piece in words)
        almost = _is_usual_misfit if _is_usual(story, fitting) else _is_misfit
        if (_may_misfit(letters, fitting) and almost(letters, fitting, run)) or _has_one_more(
            story, letters, fitting, run
        ):
            found[letters, fitting].append((Span(run.start + words[0].start, end), Span(*match.span(1))))
    for (letters, fitting), places in found.items():
        yield _misfit(story, letters, fitting, places)


def _is_usual(story: StoryNames, fitting: str) -> bool:
    return fitting in lists().acronyms or fitting in story.words


def _misfit(story: StoryNames, letters: str, fitting: str, introduced: list[tuple[Span, Span]]) -> Suspicion:
    """Return what does not fit; `introduced` are the places of the name, each with that of the acronym behind it."""
    usual = _is_usual(story, fitting)
    names = tuple(name for name, _ in introduced)
    places = spans(story.words[letters]) if letters in story.words else tuple(behind for _, behind in introduced)
    why = f"the first letters of “{' '.join(names[0].of(story.text).split())}” are {fitting}"
    severity = Severity.WARNING if usual else Severity.HINT
    return Suspicion("names.acronym-mismatch", fitting, letters, names, places, why, severity, once=not usual)


_SHORTEST_INTRODUCED = 3


def _may_misfit(letters: str, fitting: str) -> bool:
    return (
        _SHORTEST_INTRODUCED <= len(letters) == len(fitting)
        and letters != fitting
        and letters.isupper()
        and letters not in lists().acronyms
    )


def _is_usual_misfit(letters: str, fitting: str, _run: StoryRun) -> bool:
    """Return whether an acronym departs from one that we know, or that the story has, by its order or by one letter."""
    return sorted(letters) == sorted(fitting) or _letters_apart(letters, fitting) == 1


def _is_misfit(letters: str, fitting: str, run: StoryRun) -> bool:
    """Return whether an acronym nobody knows departs from the first letters as no other language would have it.

    Other languages put the noun first ("Gastronomic Center of Oaxaca (CGO)"), so that the first two letters change
    places; a letter that stands nowhere in the name is wrong in any language.
    """
    if len(run.pieces) != len(letters):
        return False
    if (
        letters[:1] == fitting[:1]
        and len(letters) >= _SHORTEST
        and slip(letters.lower(), fitting.lower()) is LetterSlip.SWAP
    ):
        return True
    return _letters_apart(letters, fitting) == 1 and not _spells(letters, run.text)


def _has_one_more(story: StoryNames, letters: str, fitting: str, run: StoryRun) -> bool:
    """Return whether an acronym that nobody knows ends in a letter that no word of its name has: (RSAB) for RSA."""
    whole = len(run.pieces) == len(fitting) >= _SHORTEST_INTRODUCED and letters.isupper()
    unknown = letters not in lists().acronyms and not _spells(letters, run.text)
    return whole and unknown and letters[:-1] == fitting and not _is_meant(story, letters)


def _is_meant(story: StoryNames, letters: str) -> bool:
    """Return whether the story has its letters in another order too: then all are its own, and that order is told."""
    others = (found for found in _CAPITALS.findall(story.text) if found != letters)
    return any(sorted(found) == sorted(letters) for found in others)


def _letters_apart(first: str, second: str) -> int:
    return sum(a != b for a, b in zip(first, second, strict=True))


def _spells(letters: str, name: str) -> bool:
    """Return whether all letters stand in the name in this order, wherever in its words ("EUNAVFOR")."""
    rest = iter(plain(name))
    return all(letter in rest for letter in letters.lower())
