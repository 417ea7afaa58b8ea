"""One name written with another accent, hyphen, space, apostrophe or capital."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from desk.checks.names.compare import company
from desk.checks.names.group import Piece, Story
from desk.checks.names.letters import plain, squashed
from desk.checks.names.lists import lists
from desk.checks.names.suspicion import Suspicion
from desk.text.spans import Span


class Stretch(NamedTuple):
    """One to three words of a run as they stand: offsets in the run, and the words."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Writing:
    """One way of writing a name, with its places."""

    text: str
    places: list[Span] = field(default_factory=list)


@lru_cache(maxsize=1 << 13)
def stretches(run: str, parts: tuple[Piece, ...]) -> tuple[tuple[str, Stretch], ...]:
    """Return every stretch of one to three words in a run under its squashed key."""
    out = []
    for i, first in enumerate(parts):
        if first.look in ("title", "initial", "dotted") or len(first.text) < 2:
            continue
        for last in parts[i : i + 3]:
            if last.look in ("title", "initial", "dotted"):
                break
            text = run[first.start : last.end]
            key = squashed(text)
            if len(key) > 3:
                out.append((key, Stretch(first.start, last.end, text)))
    return tuple(out)


def writings(story: Story) -> Iterator[list[Writing]]:
    """Yield the writings of each name that is written in more than one way, the shortest names first."""
    found: dict[str, dict[str, Writing]] = defaultdict(dict)
    for run in story.runs:
        for key, stretch in stretches(run.text, run.pieces):
            forms = found[key]
            writing = forms.get(stretch.text)
            if writing is None:
                writing = forms[stretch.text] = Writing(_normal(stretch.text))
            writing.places.append(Span(run.start + stretch.start, run.start + stretch.end))
    several = [(key, forms) for key, forms in found.items() if len(forms) > 1]
    for _, forms in sorted(several, key=lambda item: len(item[0])):
        group = _one_name(forms.values())
        if len(group) > 1:
            yield group


def _normal(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).replace("’", "'").replace("‑", "-").replace("‐", "-").split())


def _one_name(forms: Iterable[Writing]) -> list[Writing]:
    """Return the forms that differ in more than capitals throughout or the first letter, the one to keep first."""
    merged: dict[str, Writing] = {}
    for form in forms:
        if form.text.isupper():
            continue
        same = merged.setdefault(form.text[:1].lower() + form.text[1:], form)
        if same is not form:
            same.places = sorted([*same.places, *form.places], key=lambda span: span.start)
    return sorted(merged.values(), key=lambda f: (-len(f.places), -_richness(f.text), f.places[0].start))


def _richness(text: str) -> int:
    """Return how many accents and inner capitals a writing has: they are lost more easily than invented."""
    accents = len(unicodedata.normalize("NFD", text)) - len(text)
    return accents + sum(c.isupper() for c in text[1:])


def respaced(story: Story) -> Iterator[Suspicion]:
    """Yield each name that is written with another accent, hyphen, space, apostrophe or capital."""
    seen: set[int] = set()
    for keep, *others in writings(story):
        for depart in others:
            places = tuple(span for span in depart.places if span.start not in seen)
            if not places or _two_people(story, keep, depart):
                continue
            seen.update(point for span in (*depart.places, *keep.places) for point in range(span.start, span.end))
            yield Suspicion("names.spacing", keep.text, depart.text, tuple(keep.places), places, _why(keep.text, depart.text))


def _why(keep: str, depart: str) -> str:
    if plain(keep) != plain(depart):
        return "the same letters, joined differently"
    return "the same letters, other capitals" if keep.lower() == depart.lower() else "the same letters, other accents"


def _two_people(story: Story, keep: Writing, depart: Writing) -> bool:
    """Return whether the two are given names of different people (Félix Ruiz and Felix Baumann)."""
    if squashed(keep.text) not in lists().given:
        return False
    ours, theirs = (company(story, story.words[form.text]) for form in (keep, depart) if form.text in story.words)
    return bool(ours.after and theirs.after and not ours.after & theirs.after)
